package evm

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"
)

// maxBatch is how many calls one request carries. Public endpoints refuse more than a hundred.
const maxBatch = 50

// errAnswer marks an answer that does not decode: the contract is not the one it should be.
var errAnswer = errors.New("unexpected answer of a contract")

// A batch collects view calls and other questions, so that reading many records costs few round trips. All calls see the same block, if one is named.
type batch struct {
	ctx   context.Context
	ec    *ethclient.Client
	block *big.Int // nil: the newest
	calls []rpc.BatchElem
	done  []func() error // after each answer
}

// ask adds a call to a batch; the value is there after run.
func ask[T any](b *batch, to common.Address, data []byte, unpack func([]byte) (T, error)) *T {
	v := new(T)
	block := "latest"
	if b.block != nil {
		block = hexutil.EncodeBig(b.block)
	}
	out := askFor[hexutil.Bytes](b, "eth_call", map[string]any{"to": to, "input": hexutil.Bytes(data)}, block)
	b.done[len(b.done)-1] = func() (err error) {
		if *v, err = unpack(*out); err != nil {
			return fmt.Errorf("%w: %v: %w", errAnswer, to, err)
		}
		return nil
	}
	return v
}

// askFor adds a question of any method to a batch; the answer is there after run.
func askFor[T any](b *batch, method string, args ...any) *T {
	v := new(T)
	b.calls = append(b.calls, rpc.BatchElem{Method: method, Args: args, Result: v})
	b.done = append(b.done, func() error { return nil })
	return v
}

// run makes the calls. It returns the first call's error, if one fails.
func (b *batch) run() error {
	for from := 0; from < len(b.calls); from += maxBatch {
		part := b.calls[from:min(from+maxBatch, len(b.calls))]
		if err := b.ec.Client().BatchCallContext(b.ctx, part); err != nil {
			return err
		}
		for i, c := range part {
			if c.Error != nil {
				return c.Error
			}
			if err := b.done[from+i](); err != nil {
				return err
			}
		}
	}
	return nil
}

// view makes one call to final state.
func view[T any](ctx context.Context, c *Client, to common.Address, data []byte, unpack func([]byte) (T, error)) (T, error) {
	var v *T
	err := c.views(ctx, func(b *batch) { v = ask(b, to, data, unpack) })
	if err != nil {
		var zero T
		return zero, err
	}
	return *v, nil
}

// views makes the calls that fill adds, all on the same final state.
func (c *Client) views(ctx context.Context, fill func(*batch)) error {
	return asRevert(c.do(ctx, func(ctx context.Context, ec *ethclient.Client) error {
		block, err := c.finality.block(ctx, ec)
		if err != nil {
			return err
		}
		b := batch{ctx: ctx, ec: ec, block: block}
		fill(&b)
		return b.run()
	}))
}
