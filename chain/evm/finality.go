package evm

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/ethclient"
)

// Finality is a property of a network: from when on a block counts as final. The zero value is Instant.
type Finality struct {
	tag   string // block tag that the endpoint answers for; empty: count
	depth uint64 // blocks on top that a final block needs
}

// Instant finality: the newest block that an endpoint shows is final (the embedded chain, BFT chains, anvil).
var Instant = Finality{}

// Depth counts a block as final once n blocks are on top of it. Depth(0) is Instant.
func Depth(n uint64) Finality { return Finality{depth: n} }

// Tag trusts the endpoint's own block tag, "finalized" or "safe".
func Tag(tag string) Finality { return Finality{tag: tag} }

// ParseFinality reads what String writes: "instant", "depth(12)", "tag(finalized)". The empty string is Instant.
func ParseFinality(s string) (Finality, error) {
	word, arg, _ := strings.Cut(strings.TrimSuffix(s, ")"), "(")
	switch {
	case s == "" || s == "instant":
		return Instant, nil
	case word == "depth" && strings.HasSuffix(s, ")"):
		if n, err := strconv.ParseUint(arg, 10, 32); err == nil {
			return Depth(n), nil
		}
	case s == "tag(finalized)" || s == "tag(safe)":
		return Tag(arg), nil
	}
	return Finality{}, fmt.Errorf("finality %q: want instant, depth(N), tag(finalized) or tag(safe)", s)
}

func (f Finality) String() string {
	switch {
	case f.tag != "":
		return "tag(" + f.tag + ")"
	case f.depth > 0:
		return fmt.Sprintf("depth(%d)", f.depth)
	}
	return "instant"
}

// MarshalText writes what ParseFinality reads.
func (f Finality) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText is ParseFinality.
func (f *Finality) UnmarshalText(b []byte) (err error) {
	*f, err = ParseFinality(string(b))
	return err
}

// instant reports whether the newest block is final.
func (f Finality) instant() bool { return f.tag == "" && f.depth == 0 }

// A head is what we use of a block's header. The hash is the endpoint's: chains that are no Ethereum hash other fields.
type head struct {
	Number  hexutil.Uint64 `json:"number"`
	Hash    common.Hash    `json:"hash"`
	Parent  common.Hash    `json:"parentHash"`
	Time    hexutil.Uint64 `json:"timestamp"`
	BaseFee *hexutil.Big   `json:"baseFeePerGas"`
	Limit   hexutil.Uint64 `json:"gasLimit"`
}

// headBy reads a header by "latest", "finalized" or a hex number; ethereum.NotFound if the endpoint has none.
func headBy(ctx context.Context, ec *ethclient.Client, block string) (*head, error) {
	var h *head
	if err := ec.Client().CallContext(ctx, &h, "eth_getBlockByNumber", block, false); err != nil {
		return nil, err
	}
	if h == nil {
		return nil, ethereum.NotFound
	}
	return h, nil
}

func headAt(ctx context.Context, ec *ethclient.Client, number uint64) (*head, error) {
	h, err := headBy(ctx, ec, hexutil.EncodeUint64(number))
	if err == nil && uint64(h.Number) != number {
		return nil, fmt.Errorf("asked for block %d, got %d", number, uint64(h.Number))
	}
	return h, err
}

// finalHead is the newest final block.
func (f Finality) finalHead(ctx context.Context, ec *ethclient.Client) (*head, error) {
	switch {
	case f.tag != "":
		h, err := headBy(ctx, ec, f.tag)
		if errors.Is(err, ethereum.NotFound) { // nothing is final yet
			return headAt(ctx, ec, 0)
		}
		return h, err
	case f.depth > 0:
		newest, err := ec.BlockNumber(ctx)
		if err != nil {
			return nil, err
		}
		return headAt(ctx, ec, newest-min(newest, f.depth))
	}
	return headBy(ctx, ec, "latest")
}

// block is the argument that makes ethclient's state queries answer from final state: nil is the newest block.
func (f Finality) block(ctx context.Context, ec *ethclient.Client) (*big.Int, error) {
	if f.instant() {
		return nil, nil
	}
	h, err := f.finalHead(ctx, ec)
	if err != nil {
		return nil, err
	}
	return new(big.Int).SetUint64(uint64(h.Number)), nil
}
