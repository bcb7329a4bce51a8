package devchain

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/miner"
)

const (
	// maxLead is how far the chain's clock may run ahead of the wall clock before blocks are paced. Every block moves it by a second at
	// least, so this is also the number of blocks that a burst gets at full speed.
	maxLead = 30 * time.Second
	// blockInterval is the time between two blocks of a paced chain.
	blockInterval = time.Second
	// indexTimeout bounds the wait for go-ethereum's index of transactions when a chain is opened.
	indexTimeout = time.Minute
)

// clock is the wall clock plus what AdvanceTime added.
type clock struct{ offset atomic.Int64 } // seconds

func (c *clock) now() time.Time { return time.Now().Add(time.Duration(c.offset.Load()) * time.Second) }

// pace says how long to wait before a block may follow a head of time chain, sealed when sealed, if it is now (wall clock plus offset).
// At once while the chain is at most maxLead ahead, else one block a second: the lead then never exceeds maxLead by more than two blocks,
// and a wall clock that was set back does not stop the chain.
func pace(now, chain, sealed time.Time, monotonic time.Time) time.Duration {
	if chain.Sub(now) <= maxLead {
		return 0
	}
	return max(0, blockInterval-monotonic.Sub(sealed))
}

// sealLoop seals a block whenever transactions wait, until ctx ends. It returns an error if a block cannot be made durable.
func (c *Chain) sealLoop(ctx context.Context) error {
	// A goroutine of its own takes the pool's events: the pool waits for its listeners, and sealing waits for the pool.
	events := make(chan core.NewTxsEvent, 64)
	sub := c.eth.TxPool().SubscribeTransactions(events, true)
	wake := make(chan struct{}, 1)
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		for {
			select {
			case <-events:
				select {
				case wake <- struct{}{}:
				default:
				}
			case <-sub.Err():
				return
			}
		}
	}()
	defer func() { sub.Unsubscribe(); <-drained }()

	for {
		select {
		case <-ctx.Done():
			return nil
		case done := <-c.force:
			err := c.syncPool()
			if err == nil {
				_, err = c.seal(true)
			}
			done <- err
			if err != nil {
				return err
			}
		case <-wake:
		}
		if err := c.sealPending(ctx); err != nil {
			return err
		}
	}
}

// sealPending seals blocks until no transaction waits that can be sealed.
func (c *Chain) sealPending(ctx context.Context) error {
	for ctx.Err() == nil {
		if err := c.syncPool(); err != nil {
			return err
		}
		if pending, _ := c.eth.TxPool().Stats(); pending == 0 {
			return nil
		}
		if err := c.waitForPace(ctx); err != nil {
			return nil // ctx ended
		}
		if sealed, err := c.seal(false); err != nil || !sealed {
			return err
		}
	}
	return nil
}

// syncPool waits until the pool knows the head; before that it would offer what the last block has.
func (c *Chain) syncPool() error {
	if err := c.eth.TxPool().Sync(); err != nil {
		return fmt.Errorf("seal block: transaction pool: %w", err)
	}
	return nil
}

// waitForPace waits until the next block may be sealed.
func (c *Chain) waitForPace(ctx context.Context) error {
	head := c.eth.BlockChain().CurrentBlock()
	d := pace(c.clock.now(), time.Unix(int64(head.Time), 0), c.sealed, time.Now())
	if d == 0 {
		return ctx.Err()
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

// seal builds a block of the transactions that wait and publishes it. It reports whether there was one; empty allows one without transactions
// in any case. If transactions wait that offer less than the base fee, an empty block is sealed as long as that makes it fall: only blocks do,
// and at seven wei it ends.
func (c *Chain) seal(empty bool) (bool, error) {
	head := c.eth.BlockChain().CurrentBlock()
	args := &miner.BuildPayloadArgs{
		Parent:      head.Hash(),
		Timestamp:   max(uint64(c.clock.now().Unix()), head.Time+1),
		Withdrawals: emptyWithdrawals,
		BeaconRoot:  new(common.Hash),
	}
	if _, err := rand.Read(args.Random[:]); err != nil {
		return false, fmt.Errorf("seal block: %w", err)
	}
	block, _, err := c.eth.Miner().BuildTestingPayload(args, nil, false, nil)
	if err != nil {
		return false, fmt.Errorf("build block %d: %w", head.Number.Uint64()+1, err)
	}
	if len(block.Transactions()) == 0 && !empty && block.BaseFee().Cmp(head.BaseFee) >= 0 {
		return false, nil
	}
	if err := c.publish(block); err != nil {
		return false, fmt.Errorf("seal block %d: %w", block.NumberU64(), err)
	}
	c.sealed = time.Now()
	return true, nil
}

// publish makes a block on top of the head durable, and only then visible. Receipts, logs and subscriptions of every transport read the
// canonical chain, so none of them can tell of a block that a crash would take back: what a crash can still take is the pointer to the head,
// and recover sets that again.
//
// The second sync comes before the block is called final because go-ethereum moves final blocks to flat files and, finding those ahead of the
// pointer at the next start, would cut them off.
func (c *Chain) publish(block *types.Block) error {
	bc, db := c.eth.BlockChain(), c.eth.ChainDb()
	// Inserting a block that is complete already would make it visible.
	if !bc.HasBlockAndState(block.Hash(), block.NumberU64()) {
		if _, err := bc.InsertBlockWithoutSetHead(context.Background(), block, false); err != nil {
			return fmt.Errorf("execute: %w", err)
		}
	}
	if err := db.SyncKeyValue(); err != nil {
		return fmt.Errorf("sync: %w", err)
	}
	if _, err := bc.SetCanonical(block); err != nil {
		return fmt.Errorf("set head: %w", err)
	}
	return c.finalize(block.Header())
}

// finalize makes the pointer to the head durable and marks the head as safe and final.
func (c *Chain) finalize(head *types.Header) error {
	if err := c.eth.ChainDb().SyncKeyValue(); err != nil {
		return fmt.Errorf("sync head: %w", err)
	}
	c.eth.BlockChain().SetFinalized(head)
	c.eth.BlockChain().SetSafe(head)
	return nil
}

// recover goes on where a crash may have left the chain: blocks that are on disk above the head become visible again, in order. At most one
// is found after a kill. A new chain gets an empty block, since go-ethereum's index of transactions only starts with the first block and
// answers "transaction indexing is in progress" until then.
func (c *Chain) recover() error {
	bc, db := c.eth.BlockChain(), c.eth.ChainDb()
	for {
		head := bc.CurrentBlock()
		next, err := c.child(head)
		if err != nil {
			return err
		}
		if next == nil {
			break
		}
		if err := c.publish(next); err != nil {
			// It was never visible, or it would be complete. Left in place it would have a brother soon.
			c.log.Warn("dropping an unfinished block", "number", next.NumberU64(), "hash", next.Hash(), "err", err)
			rawdb.DeleteBlock(db, next.Hash(), next.NumberU64())
			break
		}
		c.log.Info("recovered a block", "number", next.NumberU64(), "transactions", len(next.Transactions()))
	}
	if bc.CurrentBlock().Number.Sign() == 0 {
		if _, err := c.seal(true); err != nil {
			return err
		}
	}
	deadline := time.Now().Add(indexTimeout)
	for !bc.TxIndexDone() {
		if time.Now().After(deadline) {
			return fmt.Errorf("transactions are not indexed after %v", indexTimeout)
		}
		time.Sleep(time.Millisecond) // go-ethereum offers no other way to learn of it
	}
	return c.finalize(bc.CurrentBlock())
}

// child returns the block on disk that follows head, or nil.
func (c *Chain) child(head *types.Header) (*types.Block, error) {
	number := head.Number.Uint64() + 1
	var found *types.Block
	for _, hash := range rawdb.ReadAllHashes(c.eth.ChainDb(), number) {
		b := c.eth.BlockChain().GetBlock(hash, number)
		if b == nil || b.ParentHash() != head.Hash() {
			continue
		}
		if found != nil {
			return nil, errors.New("two blocks follow the head: the directory was written by something else")
		}
		found = b
	}
	return found, nil
}
