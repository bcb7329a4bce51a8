package evm

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"walrus/chain"
)

// ErrNoSimulation means that the endpoint lacks eth_simulateV1, without which a call's exact price in WAL is not known before it is sent.
var ErrNoSimulation = errors.New("endpoint cannot simulate calls (eth_simulateV1)")

// Simulated returns the account for estimates, see chain.Economy. Both share the permit's lock.
func (a *Account) Simulated() chain.SpendingAccount {
	return &Account{Client: a.Client, sender: a.sender, paying: a.paying, simulated: true}
}

// A simulatedCall is what eth_simulateV1 says about one call.
type simulatedCall struct {
	Status  hexutil.Uint64 `json:"status"`
	GasUsed hexutil.Uint64 `json:"gasUsed"`
	Logs    []*types.Log   `json:"logs"`
	Error   *callError     `json:"error"`
}

// A callError is a refusal inside an answer; it reads as one that the endpoint gives for a whole request.
type callError struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
	Data    string `json:"data"`
}

var _ rpc.DataError = (*callError)(nil)

func (e *callError) Error() string  { return e.Message }
func (e *callError) ErrorCode() int { return e.Code }
func (e *callError) ErrorData() any { return e.Data }

// simulate runs one call on the newest state and says what it would do and cost.
func (a *Account) simulate(ctx context.Context, t call) (chain.Receipt, error) {
	if _, err := a.sender.estimate(ctx, t); err != nil { // it says best what is refused, and what does not fit a transaction
		return chain.Receipt{}, err
	}
	arg := map[string]any{"from": a.sender.from, "to": t.To, "input": hexutil.Bytes(t.Data), "gas": hexutil.Uint64(maxTxGas)}
	if t.Value != nil {
		arg["value"] = (*hexutil.Big)(t.Value)
	}
	var blocks []struct {
		Calls []simulatedCall `json:"calls"`
	}
	var base, tip *big.Int
	err := a.do(ctx, func(ctx context.Context, ec *ethclient.Client) (err error) {
		if base, tip, err = gasPrice(ctx, ec); err != nil {
			return err
		}
		return ec.Client().CallContext(ctx, &blocks, "eth_simulateV1", map[string]any{"blockStateCalls": []any{map[string]any{"calls": []any{arg}}}}, "latest")
	})
	var missing rpc.Error
	if errors.As(err, &missing) && missing.ErrorCode() == codeNoMethod {
		return chain.Receipt{}, fmt.Errorf("%w: %w", ErrNoSimulation, err)
	}
	if err != nil {
		return chain.Receipt{}, fmt.Errorf("simulate call: %w", asRevert(err))
	}
	if len(blocks) != 1 || len(blocks[0].Calls) != 1 {
		return chain.Receipt{}, fmt.Errorf("simulate call: %w: an answer for one call in one block was wanted", errAnswer)
	}
	c := blocks[0].Calls[0]
	if c.Error != nil {
		return chain.Receipt{}, asRevert(c.Error)
	}
	if uint64(c.Status) != types.ReceiptStatusSuccessful {
		return chain.Receipt{}, &chain.RevertError{Name: revertEmpty}
	}
	out := a.receipt(&types.Receipt{GasUsed: uint64(c.GasUsed), EffectiveGasPrice: new(big.Int).Add(base, tip), BlockNumber: new(big.Int), Logs: c.Logs})
	out.Tx, out.Block = chain.TxHash{}, 0
	return out, nil
}

// codeNoMethod is JSON-RPC's code for a method that does not exist.
const codeNoMethod = -32601

// made are the IDs of what a call made or set free, by the log that says so; what names the call's main result wins.
func (p *parts) made(logs []*types.Log) []common.Hash {
	kinds := []struct {
		topic common.Hash
		at    int
	}{{topicRegistered, 2}, {topicPooledRegistered, 2}, {topicBucketCreated, 1}, {topicPoolCreated, 1}, {topicReserved, 1}}
	for _, k := range kinds {
		var ids []common.Hash
		for _, l := range logs {
			if l.Address == p.storage && len(l.Topics) > k.at && l.Topics[0] == k.topic {
				ids = append(ids, l.Topics[k.at])
			}
		}
		if ids != nil {
			return ids
		}
	}
	return nil
}
