package devchain

import (
	"errors"
	"math/big"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/miner"
	"github.com/ethereum/go-ethereum/rpc"
)

func TestPace(t *testing.T) {
	now := time.Unix(1_000_000, 0)
	for _, test := range []struct {
		name  string
		lead  time.Duration // of the chain before the wall clock
		since time.Duration // the last block was sealed
		want  time.Duration
	}{
		{"chain behind", -time.Hour, 0, 0},
		{"same time", 0, 0, 0},
		{"at the limit", maxLead, 0, 0},
		{"ahead", maxLead + time.Second, 0, time.Second},
		{"ahead, some time ago", maxLead + time.Second, 400 * time.Millisecond, 600 * time.Millisecond},
		{"ahead, long ago", maxLead + time.Second, time.Minute, 0},
		{"wall clock set back by a day", 24 * time.Hour, 100 * time.Millisecond, 900 * time.Millisecond},
	} {
		if got := pace(now, now.Add(test.lead), now.Add(-test.since), now); got != test.want {
			t.Errorf("%s: wait %v, want %v", test.name, got, test.want)
		}
	}
}

// TestDrift sends 5,000 transactions from 20 accounts as fast as they are accepted and checks the clock of every block.
func TestDrift(t *testing.T) {
	const senders, each = 20, 250
	acc, alloc := accounts(t, senders)
	c, client, _ := start(t, Config{Dir: t.TempDir(), Alloc: alloc})
	began := time.Now()
	_, first := c.Head()

	heads := make(chan *types.Header, 1000)
	ws, err := rpc.DialContext(t.Context(), c.WebSocketURL())
	if err != nil {
		t.Fatal(err)
	}
	defer ws.Close()
	sub, err := ws.EthSubscribe(t.Context(), heads, "newHeads")
	if err != nil {
		t.Fatal(err)
	}
	defer sub.Unsubscribe()

	var wg sync.WaitGroup
	for _, a := range acc {
		wg.Go(func() {
			for n := range uint64(each) {
				if err := client.SendTransaction(t.Context(), transfer(t, c.ChainID(), a, n, common.Address{1})); err != nil {
					t.Errorf("send: %v", err)
					return
				}
			}
		})
	}
	sent := make(chan struct{})
	go func() { wg.Wait(); close(sent) }()

	mined, blocks, lead := 0, 0, time.Duration(0)
	timeout := time.After(3 * time.Minute) // far more than it takes, for machines with other work
	for mined < senders*each {
		select {
		case h := <-heads:
			lead = max(lead, time.Until(time.Unix(int64(h.Time), 0)))
			n, err := client.TransactionCount(t.Context(), h.Hash())
			if err != nil {
				t.Fatal(err)
			}
			if n == 0 {
				t.Errorf("block %v is empty", h.Number)
			}
			mined += int(n)
			blocks++
		case <-timeout:
			t.Fatalf("%d of %d transactions were mined", mined, senders*each)
		}
	}
	<-sent
	_, last := c.Head()
	took := time.Since(began)
	t.Logf("%d transactions in %d blocks and %v; chain clock moved %v, at most %v ahead", mined, blocks, took.Round(time.Millisecond), last.Sub(first), lead)
	if limit := maxLead + 2*time.Second; lead > limit {
		t.Errorf("the chain's clock was %v ahead, want at most %v", lead, limit)
	}
}

// TestLowFee offers less than the base fee: empty blocks let it fall until the transaction is mined, and then stop.
func TestLowFee(t *testing.T) {
	acc, alloc := accounts(t, 1)
	c, err := Open(Config{InMemory: true, Alloc: alloc})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	head := c.eth.BlockChain().CurrentBlock()
	offer := new(big.Int).Div(head.BaseFee, big.NewInt(2))
	id := new(big.Int).SetUint64(c.ChainID())
	tx, err := types.SignNewTx(acc[0].key, types.LatestSignerForChainID(id), &types.DynamicFeeTx{
		ChainID: id, To: &acc[0].addr, Gas: 21_000, GasFeeCap: offer, GasTipCap: big.NewInt(1),
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(c.eth.TxPool().Add([]*types.Transaction{tx}, true)...); err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second time nothing is left to do
		if err := c.sealPending(t.Context()); err != nil {
			t.Fatal(err)
		}
		now := c.eth.BlockChain().CurrentBlock()
		block := c.eth.BlockChain().GetBlockByHash(now.Hash())
		if n := now.Number.Uint64() - head.Number.Uint64(); n != 6 || len(block.Transactions()) != 1 {
			t.Errorf("%d blocks, %d transactions in the last; want 6 (0.875^6 < 1/2 of the fee) and 1", n, len(block.Transactions()))
		}
	}
}

// build makes a block on the head of a chain that does not run, without publishing it.
func build(t *testing.T, c *Chain) *types.Block {
	t.Helper()
	head := c.eth.BlockChain().CurrentBlock()
	block, _, err := c.eth.Miner().BuildTestingPayload(&miner.BuildPayloadArgs{
		Parent: head.Hash(), Timestamp: head.Time + 1, Withdrawals: emptyWithdrawals, BeaconRoot: new(common.Hash), Random: common.Hash{1},
	}, nil, false, nil)
	if err != nil {
		t.Fatal(err)
	}
	return block
}

// TestRecover brings a directory into the states that a crash can leave behind, and opens it again.
func TestRecover(t *testing.T) {
	for _, test := range []struct {
		name  string
		crash func(t *testing.T, c *Chain) *types.Header // returns the head that must be there afterwards
	}{
		{"inserted, not yet head", func(t *testing.T, c *Chain) *types.Header {
			b := build(t, c)
			if _, err := c.eth.BlockChain().InsertBlockWithoutSetHead(t.Context(), b, false); err != nil {
				t.Fatal(err)
			}
			return b.Header()
		}},
		{"block written, state not", func(t *testing.T, c *Chain) *types.Header {
			// A tip for the coinbase would change the state; the beacon root's contract does so in every block.
			b := build(t, c)
			rawdb.WriteBlock(c.eth.ChainDb(), b)
			return b.Header()
		}},
		{"block that does not execute", func(t *testing.T, c *Chain) *types.Header {
			b := build(t, c)
			h := b.Header()
			h.Root = common.Hash{1}
			rawdb.WriteBlock(c.eth.ChainDb(), b.WithSeal(h))
			return c.eth.BlockChain().CurrentBlock()
		}},
		{"pointer to the head lost by three blocks", func(t *testing.T, c *Chain) *types.Header {
			bc, db := c.eth.BlockChain(), c.eth.ChainDb()
			old := bc.CurrentBlock()
			for range 3 {
				if err := c.publish(build(t, c)); err != nil {
					t.Fatal(err)
				}
			}
			for n := old.Number.Uint64() + 1; n <= old.Number.Uint64()+3; n++ {
				rawdb.DeleteCanonicalHash(db, n)
			}
			rawdb.WriteHeadBlockHash(db, old.Hash())
			rawdb.WriteHeadHeaderHash(db, old.Hash())
			rawdb.WriteHeadFastBlockHash(db, old.Hash())
			rawdb.WriteFinalizedBlockHash(db, old.Hash())
			return bc.CurrentBlock()
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			cfg := Config{Dir: t.TempDir()}
			c, err := Open(cfg)
			if err != nil {
				t.Fatal(err)
			}
			want := test.crash(t, c)
			if err := c.Close(); err != nil {
				t.Fatal(err)
			}
			c, err = Open(cfg)
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			bc := c.eth.BlockChain()
			if got := bc.CurrentBlock(); got.Hash() != want.Hash() {
				t.Errorf("head is block %v %v, want %v %v", got.Number, got.Hash(), want.Number, want.Hash())
			}
			if got := rawdb.ReadAllHashes(c.eth.ChainDb(), want.Number.Uint64()+1); len(got) != 0 {
				t.Errorf("blocks %v are left above the head", got)
			}
			if err := c.publish(build(t, c)); err != nil {
				t.Errorf("the next block: %v", err)
			}
		})
	}
}
