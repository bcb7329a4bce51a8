package evm

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"

	"walrus/chain"
)

const (
	// maxTxGas is EIP-7825's cap for one transaction.
	maxTxGas = 1 << 24
	// Gas limit above the estimate, in percent: state may change between estimate and execution.
	gasMargin = 20
	// A replacement must pay at least 10 % more to be taken by any pool.
	bumpPercent = 25
	// Replacements stop at this multiple of the first fee.
	maxBumpFactor = 20
	// Attempts to get a nonce that nobody else uses.
	nonceAttempts = 5
	// A balance that pays for fewer than this many transactions like the last one raises an alarm.
	lowBalanceTxs = 20
)

// ErrGasBudget means that a transaction was not sent because its gas may cost more than Options.GasBudget.
var ErrGasBudget = errors.New("gas budget is too small")

// A call is one transaction to be. A nil To deploys Data.
type call struct {
	To    *common.Address
	Data  []byte
	Value *big.Int // nil: nothing
	Gas   uint64   // 0: estimate
	Bound uint64   // if Gas is 0: a limit that suffices wherever gas is counted as in Ethereum; 0: none is known
}

// A sender is the one place that sends transactions of one key.
type sender struct {
	c      *Client
	key    *ecdsa.PrivateKey
	from   common.Address
	signer types.Signer

	mu       sync.Mutex // held from choosing a nonce until an endpoint has the transaction
	next     uint64     // after the highest nonce handed out
	mined    uint64     // after the highest nonce seen in a final receipt
	inFlight int        // transactions whose fate is not known
}

func (c *Client) newSender(key *ecdsa.PrivateKey) *sender {
	return &sender{c: c, key: key, from: crypto.PubkeyToAddress(key.PublicKey), signer: types.LatestSignerForChainID(new(big.Int).SetUint64(c.net.ChainID))}
}

// A flight is a transaction that was signed: all its versions share the nonce, so at most one of them is ever mined.
type flight struct {
	call     call
	versions []*types.Transaction // with rising fees
	sentAt   time.Time            // of the last version
}

func (f *flight) last() *types.Transaction { return f.versions[len(f.versions)-1] }

// send signs and sends one transaction and waits until it is final. sent is called with the hash before every sending of a new version.
// A transaction that the contracts refuse gives *chain.RevertError, normally before anything is sent.
//
// An estimate runs the call several times over: certifying took as long to estimate as to do. Where a bound is known the call is run once with that, and what is left in the end costs
// nothing. The estimate names the refusal if that fails, or finds another limit; a budget for gas wants it in any case, and so does an account that has too little for the bound.
func (s *sender) send(ctx context.Context, t call, sent func(chain.TxHash) error) (*types.Receipt, error) {
	if t.Gas == 0 && t.Bound > 0 && t.Bound <= maxTxGas && s.c.budget == nil && s.suffices(ctx, t) {
		bounded, begun := t, false
		bounded.Gas = t.Bound
		r, err := s.transact(ctx, bounded, func(tx chain.TxHash) error {
			begun = true
			if sent == nil {
				return nil
			}
			return sent(tx)
		})
		if begun || !errors.Is(err, chain.ErrNoFunds) {
			return r, err
		}
	}
	return s.sendEstimated(ctx, t, sent)
}

// suffices reports whether t is known to do what it shall with the gas that bounds it.
func (s *sender) suffices(ctx context.Context, t call) bool {
	return s.c.do(ctx, func(ctx context.Context, ec *ethclient.Client) error {
		_, err := ec.CallContract(ctx, ethereum.CallMsg{From: s.from, To: t.To, Data: t.Data, Value: t.Value, Gas: t.Bound}, nil)
		return err
	}) == nil
}

// sendEstimated is send with a limit that is estimated if there is none.
func (s *sender) sendEstimated(ctx context.Context, t call, sent func(chain.TxHash) error) (*types.Receipt, error) {
	if t.Gas == 0 {
		gas, err := s.estimate(ctx, t)
		if err != nil {
			return nil, err
		}
		t.Gas = gas
	}
	return s.transact(ctx, t, sent)
}

// transact is send with a limit. The receipt of a transaction that was mined and failed comes with the error.
func (s *sender) transact(ctx context.Context, t call, sent func(chain.TxHash) error) (*types.Receipt, error) {
	f, err := s.launch(ctx, t, sent)
	if err != nil {
		return nil, err
	}
	r, err := s.wait(ctx, f, sent)
	s.mu.Lock()
	s.inFlight--
	if err == nil {
		s.mined = max(s.mined, f.last().Nonce()+1)
	}
	s.mu.Unlock()
	if err != nil {
		return nil, fmt.Errorf("transaction %v: %w", f.last().Hash(), err)
	}
	if r.Status != types.ReceiptStatusSuccessful {
		return r, s.c.whyFailed(ctx, f.last(), s.from, r)
	}
	return r, nil
}

// estimate is the gas limit for t: what it needs now plus a margin, within EIP-7825's cap.
func (s *sender) estimate(ctx context.Context, t call) (uint64, error) {
	var gas uint64
	err := s.c.do(ctx, func(ctx context.Context, ec *ethclient.Client) (err error) {
		gas, err = ec.EstimateGas(ctx, ethereum.CallMsg{From: s.from, To: t.To, Data: t.Data, Value: t.Value})
		return err
	})
	if err != nil {
		var refused *chain.RevertError
		if errors.As(asRevert(err), &refused) {
			if refused.Name != revertEmpty {
				return 0, refused
			}
			// The contracts name everything that they refuse (PartProxy): without a name it was the gas that ran out, somewhere inside.
			return 0, tooMuchGas(fmt.Sprintf("more than %d", maxTxGas))
		}
		if saysOutOfGas(err) {
			return 0, tooMuchGas(fmt.Sprintf("more than %d", maxTxGas))
		}
		if saysNoFunds(err) {
			return 0, s.noFunds(ctx, t, 0, new(big.Int))
		}
		return 0, fmt.Errorf("estimate gas: %w", err)
	}
	if gas > maxTxGas {
		return 0, tooMuchGas(fmt.Sprint(gas))
	}
	return min(gas+gas*gasMargin/100, maxTxGas), nil
}

func tooMuchGas(needed string) error {
	return fmt.Errorf("transaction needs %s gas, the chain allows %d in one: split it into smaller calls", needed, maxTxGas)
}

// launch chooses a nonce, signs, lets sent note the hash and hands the transaction to an endpoint. Once sent was called, only an endpoint's clear refusal is an error.
func (s *sender) launch(ctx context.Context, t call, sent func(chain.TxHash) error) (*flight, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	end, err := s.c.takeTurn(ctx, TurnSend, s.from)
	if err != nil {
		return nil, err
	}
	defer end()
	for attempt := 1; ; attempt++ {
		tip, feeCap, pending, balance, err := s.outlook(ctx)
		if err != nil {
			return nil, err
		}
		cost := new(big.Int).Mul(feeCap, new(big.Int).SetUint64(t.Gas))
		if s.c.budget != nil && cost.Cmp(s.c.budget) > 0 {
			return nil, fmt.Errorf("%w: %d gas may cost %v wei, the budget is %v", ErrGasBudget, t.Gas, cost, s.c.budget)
		}
		if t.Value != nil {
			cost.Add(cost, t.Value)
		}
		if balance.Cmp(cost) < 0 {
			return nil, s.noFunds(ctx, t, t.Gas, feeCap)
		}
		if left := new(big.Int).Sub(balance, cost); left.Cmp(new(big.Int).Mul(cost, big.NewInt(lowBalanceTxs))) < 0 {
			s.c.log.Warn("native balance is low", "account", chain.Address(s.from), "balance_wei", balance, "transaction_wei", cost)
		}
		nonce := max(pending, s.mined)
		if s.inFlight > 0 {
			nonce = max(nonce, s.next)
		}
		tx, err := s.sign(t, nonce, tip, feeCap)
		if err != nil {
			return nil, err
		}
		if sent != nil {
			if err := sent(chain.TxHash(tx.Hash())); err != nil {
				return nil, fmt.Errorf("note the transaction before sending: %w", err)
			}
		}
		err = s.submit(ctx, tx)
		if err != nil && saysNonceTaken(err) && s.mayBeKnown(ctx, tx) {
			err = nil // an endpoint took it and did not say so: signing anew would pay twice
		}
		switch {
		case err == nil || errors.Is(err, chain.ErrUnavailable) || ctx.Err() != nil:
			// Without an answer it may have arrived: wait looks at the chain and sends it again if not.
			s.next = nonce + 1
			s.inFlight++
			return &flight{call: t, versions: []*types.Transaction{tx}, sentAt: time.Now()}, nil
		case saysNonceTaken(err) && attempt < nonceAttempts:
			s.next = max(s.next, nonce+1)
			s.c.log.Info("nonce is taken by another program that sends from this account", "account", chain.Address(s.from), "nonce", nonce)
			if strings.Contains(err.Error(), "underpriced") {
				s.mined = max(s.mined, nonce+1) // someone's pending transaction holds it
			}
		case saysNoFunds(err) && attempt < nonceAttempts && sleep(ctx, s.c.poll/4):
			// The chain says that there is enough: a pool learns of a new block a moment after its readers do.
		case saysNoFunds(err):
			return nil, s.noFunds(ctx, t, t.Gas, feeCap)
		default:
			return nil, fmt.Errorf("endpoint refused the transaction: %w", err)
		}
	}
}

// outlook reads what a transaction needs to know: fees, the account's next nonce and its balance.
func (s *sender) outlook(ctx context.Context) (tip, feeCap *big.Int, nonce uint64, balance *big.Int, err error) {
	err = s.c.do(ctx, func(ctx context.Context, ec *ethclient.Client) error {
		b := batch{ctx: ctx, ec: ec}
		price := askGasPrice(&b)
		pending := askFor[hexutil.Uint64](&b, "eth_getTransactionCount", s.from, "pending")
		has := askFor[hexutil.Big](&b, "eth_getBalance", s.from, "latest")
		if err := b.run(); err != nil {
			return err
		}
		base, suggested, err := price()
		if err != nil {
			return err
		}
		tip, feeCap = suggested, fees(base, suggested)
		nonce, balance = uint64(*pending), (*big.Int)(has)
		return nil
	})
	return tip, feeCap, nonce, balance, err
}

// askGasPrice asks what gas costs now: the base fee, and the tip on top of it. The answer is there after run.
func askGasPrice(b *batch) (price func() (base, tip *big.Int, err error)) {
	h := askFor[*head](b, "eth_getBlockByNumber", "latest", false)
	tip := askFor[hexutil.Big](b, "eth_maxPriorityFeePerGas")
	return func() (*big.Int, *big.Int, error) {
		switch {
		case *h == nil:
			return nil, nil, ethereum.NotFound
		case (*h).BaseFee == nil:
			return nil, nil, errors.New("the chain has no base fee (EIP-1559), which a home chain needs")
		}
		return (*big.Int)((*h).BaseFee), (*big.Int)(tip), nil
	}
}

// gasPrice returns what askGasPrice asks for.
func gasPrice(ctx context.Context, ec *ethclient.Client) (base, tip *big.Int, err error) {
	b := batch{ctx: ctx, ec: ec}
	price := askGasPrice(&b)
	if err := b.run(); err != nil {
		return nil, nil, err
	}
	return price()
}

// fees returns the EIP-1559 fee cap that survives the base fee doubling.
func fees(base, tip *big.Int) (feeCap *big.Int) {
	feeCap = new(big.Int).Lsh(base, 1)
	feeCap.Add(feeCap, tip)
	// The cap is not the price; chance in it makes equal calls of two programs with one key different transactions, of which one is refused and sent anew. Else both
	// would wait for the same one and each take it for its own.
	return feeCap.Add(feeCap, big.NewInt(rand.Int64N(1<<20)))
}

func (s *sender) sign(t call, nonce uint64, tip, feeCap *big.Int) (*types.Transaction, error) {
	tx, err := types.SignNewTx(s.key, s.signer, &types.DynamicFeeTx{
		ChainID: new(big.Int).SetUint64(s.c.net.ChainID), Nonce: nonce, GasTipCap: tip, GasFeeCap: feeCap, Gas: t.Gas, To: t.To, Value: t.Value, Data: t.Data,
	})
	if err != nil {
		return nil, fmt.Errorf("sign transaction: %w", err)
	}
	return tx, nil
}

// submit hands a transaction to an endpoint; that it is known there already is fine.
func (s *sender) submit(ctx context.Context, tx *types.Transaction) error {
	err := s.c.do(ctx, func(ctx context.Context, ec *ethclient.Client) error { return ec.SendTransaction(ctx, tx) })
	if err != nil && saysKnown(err) {
		return nil
	}
	return err
}

// mayBeKnown reports whether the chain has tx, or cannot say.
func (s *sender) mayBeKnown(ctx context.Context, tx *types.Transaction) bool {
	err := s.c.do(ctx, func(ctx context.Context, ec *ethclient.Client) error {
		_, _, err := ec.TransactionByHash(ctx, tx.Hash())
		return err
	})
	return !notFound(err)
}

// wait watches the chain until one version of f is final. After a time-out it looks at the chain before it does anything: a transaction that is still pending is
// replaced by one with a higher fee, one that the endpoint lost is sent again, and one whose nonce was used by a stranger is given up.
func (s *sender) wait(ctx context.Context, f *flight, sent func(chain.TxHash) error) (*types.Receipt, error) {
	for pause := s.c.poll / 64; ; pause = min(pause*3/2, s.c.poll) { // it is seen at most half as long again after it is there
		r, seen, err := s.c.finalReceipt(ctx, f.versions)
		switch {
		case ctx.Err() != nil:
			return nil, fmt.Errorf("%w: it was sent and may still be mined", ctx.Err())
		case errors.Is(err, chain.ErrWrongNetwork):
			return nil, err
		case r != nil:
			return r, nil
		case err == nil && !seen && time.Since(f.sentAt) > s.c.resubmit:
			if err := s.resend(ctx, f, sent); err != nil {
				return nil, err
			}
		}
		sleep(ctx, pause)
	}
}

// resend does what an unmined transaction needs, see wait.
func (s *sender) resend(ctx context.Context, f *flight, sent func(chain.TxHash) error) error {
	tx := f.last()
	var known bool
	var used uint64
	err := s.c.do(ctx, func(ctx context.Context, ec *ethclient.Client) error {
		_, _, err := ec.TransactionByHash(ctx, tx.Hash())
		if known = err == nil; err != nil && !notFound(err) {
			return err
		}
		used, err = ec.NonceAt(ctx, s.from, nil)
		return err
	})
	switch {
	case err != nil:
		return nil // wait goes on
	case used > tx.Nonce():
		if r, seen, err := s.c.finalReceipt(ctx, f.versions); err != nil || r != nil || seen {
			return nil
		}
		return fmt.Errorf("nonce %d of %v was used by another transaction, of another program: look whether what this one was to do is done, and do it again if not", tx.Nonce(), chain.Address(s.from))
	case known:
		bumped, err := s.bump(ctx, f)
		if err != nil || bumped == nil {
			f.sentAt = time.Now() // as dear as allowed: wait
			return nil
		}
		if sent != nil {
			if err := sent(chain.TxHash(bumped.Hash())); err != nil {
				return fmt.Errorf("note the replacement before sending: %w", err)
			}
		}
		f.versions = append(f.versions, bumped)
		tx = bumped
	}
	f.sentAt = time.Now()
	s.c.log.Info("send transaction again", "tx", tx.Hash(), "nonce", tx.Nonce(), "replaces", known)
	if err := s.submit(ctx, tx); err != nil && !saysNonceTaken(err) && !errors.Is(err, chain.ErrUnavailable) {
		s.c.log.Warn("endpoint refused the transaction", "tx", tx.Hash(), "error", err)
	}
	return nil
}

// bump signs the next version of f with fees that a pool accepts as replacement, or nil when that would cost more than allowed.
func (s *sender) bump(ctx context.Context, f *flight) (*types.Transaction, error) {
	tip, feeCap, _, balance, err := s.outlook(ctx)
	if err != nil {
		return nil, err
	}
	old := f.last()
	raise := func(now, before *big.Int) *big.Int {
		up := new(big.Int).Mul(before, big.NewInt(100+bumpPercent))
		up.Div(up, big.NewInt(100)).Add(up, big.NewInt(1))
		if now.Cmp(up) > 0 {
			return now
		}
		return up
	}
	tip, feeCap = raise(tip, old.GasTipCap()), raise(feeCap, old.GasFeeCap())
	if tip.Cmp(feeCap) > 0 {
		feeCap = tip
	}
	limit := new(big.Int).Mul(f.versions[0].GasFeeCap(), big.NewInt(maxBumpFactor))
	cost := new(big.Int).Mul(feeCap, new(big.Int).SetUint64(f.call.Gas))
	overBudget := s.c.budget != nil && cost.Cmp(s.c.budget) > 0
	if overBudget || feeCap.Cmp(limit) > 0 || cost.Add(cost, old.Value()).Cmp(balance) > 0 {
		s.c.log.Warn("transaction waits, its fee cannot be raised further", "tx", old.Hash(), "fee_cap_wei", old.GasFeeCap(), "balance_wei", balance)
		return nil, nil
	}
	return s.sign(f.call, old.Nonce(), tip, feeCap)
}

// noFunds says how much native coin is missing for t. gas 0: not known.
func (s *sender) noFunds(ctx context.Context, t call, gas uint64, feeCap *big.Int) error {
	need := new(big.Int).Mul(feeCap, new(big.Int).SetUint64(gas))
	if t.Value != nil {
		need.Add(need, t.Value)
	}
	b, err := s.c.nativeBalance(ctx, s.from)
	if err != nil {
		return err
	}
	missing := new(big.Int).Sub(need, b)
	if missing.Sign() <= 0 {
		missing.SetInt64(1)
	}
	return fmt.Errorf("%w: account %v has %v wei and the transaction may cost %v, %v wei are missing: send native coin to it (on a devnet: walrus get-wal)",
		chain.ErrNoFunds, chain.Address(s.from), b, need, missing)
}

// finalReceipt returns the receipt of the version of a transaction that is in a final block; seen tells that one is mined but not final.
func (c *Client) finalReceipt(ctx context.Context, versions []*types.Transaction) (r *types.Receipt, seen bool, err error) {
	err = c.do(ctx, func(ctx context.Context, ec *ethclient.Client) error {
		r, seen = nil, false
		for i := len(versions) - 1; i >= 0 && r == nil; i-- {
			got, err := ec.TransactionReceipt(ctx, versions[i].Hash())
			if err != nil && !notFound(err) {
				return err
			}
			if err == nil {
				r, seen = got, true
			}
		}
		if r == nil {
			return nil
		}
		var final uint64
		if c.finality.instant() {
			// An endpoint may know a receipt a moment before what calls see as the latest state.
			if final, err = ec.BlockNumber(ctx); err != nil {
				return err
			}
		} else {
			h, err := c.finality.finalHead(ctx, ec)
			if err != nil {
				return err
			}
			final = uint64(h.Number)
		}
		if final < r.BlockNumber.Uint64() {
			r = nil
		}
		return nil
	})
	if err != nil {
		return nil, false, err
	}
	return r, seen, nil
}

// whyFailed runs a failed transaction again on the state before its block, which tells the reason in all but rare cases.
func (c *Client) whyFailed(ctx context.Context, tx *types.Transaction, from common.Address, r *types.Receipt) error {
	err := c.do(ctx, func(ctx context.Context, ec *ethclient.Client) error {
		before := new(big.Int).Sub(r.BlockNumber, big.NewInt(1))
		_, err := ec.CallContract(ctx, ethereum.CallMsg{From: from, To: tx.To(), Data: tx.Data(), Value: tx.Value(), Gas: tx.Gas()}, before)
		return err
	})
	var revert *chain.RevertError
	switch {
	case errors.As(asRevert(err), &revert) && revert.Name != revertEmpty:
	case revert != nil || r.GasUsed >= tx.Gas()*63/64: // without a name, as in estimate
		revert = &chain.RevertError{Name: "OutOfGas", Args: []string{fmt.Sprint(r.GasUsed)}}
	default:
		revert = &chain.RevertError{Name: revertEmpty}
	}
	return fmt.Errorf("transaction %v failed in block %v: %w", tx.Hash(), r.BlockNumber, revert)
}

// The texts by which geth, anvil, reth, erigon, nethermind, besu and cosmos/evm refuse. There are no codes for it.
var (
	textsKnown      = []string{"already known", "known transaction", "already imported", "alreadyknown", "tx already in mempool"}
	textsNonceTaken = []string{"nonce too low", "replacement transaction underpriced", "nonce has already been used", "oldnonce", "nonce is too low", "invalid nonce", "invalid sequence"}
	textsIndexing   = []string{"indexing is in progress"} // geth after a start: it does not know yet whether it has a transaction
	// What no other endpoint would take either.
	textsRefused = []string{"intrinsic gas too low", "insufficient gas for floor", "transaction underpriced", "gas price below minimum", "less than block base fee", "higher than max fee",
		"exceeds block gas limit", "gas limit too high", "oversized data", "invalid sender", "exceeds the configured cap"}
	textsOutOfGas = []string{"out of gas", "gas required exceeds", "outofgas"}
	textsNoFunds  = []string{"insufficient funds", "insufficientfunds", "upfront cost exceeds", "out of fund"}
)

func saysKnown(err error) bool      { return saysAny(err, textsKnown) }
func saysNonceTaken(err error) bool { return saysAny(err, textsNonceTaken) }
func saysIndexing(err error) bool   { return saysAny(err, textsIndexing) }
func saysOutOfGas(err error) bool   { return saysAny(err, textsOutOfGas) }
func saysNoFunds(err error) bool    { return saysAny(err, textsNoFunds) }

func saysAny(err error, texts []string) bool {
	said := strings.ToLower(err.Error())
	for _, t := range texts {
		if strings.Contains(said, t) {
			return true
		}
	}
	return false
}
