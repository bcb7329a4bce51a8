package devchain

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"math/big"
	"testing"
	"time"

	ethereum "github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"go.uber.org/goleak"
)

// ignored are goroutines of libraries that may be left when a chain has stopped.
var ignored = []goleak.Option{
	// go-ethereum's pool of signature checkers: started once per process, never ended.
	goleak.IgnoreAnyFunction("github.com/ethereum/go-ethereum/core.(*txSenderCacher).cache"),
	// The database of peers: ends a second after it was closed.
	goleak.IgnoreAnyFunction("github.com/syndtr/goleveldb/leveldb.(*DB).mpoolDrain"),
	// go-ethereum's end of a subscription: it waits for ever for an event loop that has ended before it.
	goleak.IgnoreAnyFunction("github.com/ethereum/go-ethereum/eth/filters.(*Subscription).Unsubscribe"),
}

func TestMain(m *testing.M) {
	if runAsChild() {
		return
	}
	goleak.VerifyTestMain(m, ignored...)
}

// unpaced lets the clock of c run on with its blocks, so that none waits for the wall clock.
func unpaced(c *Chain) {
	follow := func(h *types.Header) { c.clock.offset.Store(int64(h.Time) - time.Now().Unix()) }
	follow(c.eth.BlockChain().CurrentBlock())
	events := make(chan core.ChainEvent, 16)
	sub := c.eth.BlockChain().SubscribeChainEvent(events)
	go func() {
		for {
			select {
			case e := <-events:
				follow(e.Header)
			case <-sub.Err(): // the chain is closed
				return
			}
		}
	}()
}

// coin is one native coin in wei.
var coin = big.NewInt(1e18)

// account is a funded key.
type account struct {
	key  *ecdsa.PrivateKey
	addr common.Address
}

func accounts(tb testing.TB, n int) ([]account, map[common.Address]*big.Int) {
	tb.Helper()
	list := make([]account, n)
	alloc := make(map[common.Address]*big.Int)
	for i := range list {
		key, err := crypto.GenerateKey()
		if err != nil {
			tb.Fatal(err)
		}
		list[i] = account{key, crypto.PubkeyToAddress(key.PublicKey)}
		alloc[list[i].addr] = new(big.Int).Mul(coin, big.NewInt(1_000_000))
	}
	return list, alloc
}

// start opens and runs a chain. stop ends it and fails the test if it did not end well; the test's end calls it if nobody else did.
func start(tb testing.TB, cfg Config) (c *Chain, client *ethclient.Client, stop func()) {
	tb.Helper()
	c, err := Open(cfg)
	if err != nil {
		tb.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- c.Run(ctx) }()
	<-c.Ready()
	client, err = ethclient.Dial(c.URL())
	if err != nil {
		tb.Fatal(err)
	}
	stopped := false
	stop = func() {
		if stopped {
			return
		}
		stopped = true
		client.Close()
		began := time.Now()
		cancel()
		if err := <-done; err != nil {
			tb.Errorf("run: %v", err)
		}
		if took := time.Since(began); took > 2*time.Second {
			tb.Errorf("stopping took %v, want at most 2s", took)
		}
	}
	tb.Cleanup(stop)
	return c, client, stop
}

// transfer signs a payment of one wei.
func transfer(tb testing.TB, chainID uint64, from account, nonce uint64, to common.Address) *types.Transaction {
	tb.Helper()
	return sign(tb, chainID, from, &types.DynamicFeeTx{Nonce: nonce, To: &to, Value: big.NewInt(1), Gas: 21_000})
}

// sign fills in chain id and fees and signs.
func sign(tb testing.TB, chainID uint64, from account, tx *types.DynamicFeeTx) *types.Transaction {
	tb.Helper()
	id := new(big.Int).SetUint64(chainID)
	tx.ChainID, tx.GasTipCap, tx.GasFeeCap = id, big.NewInt(1), big.NewInt(100e9)
	signed, err := types.SignNewTx(from.key, types.LatestSignerForChainID(id), tx)
	if err != nil {
		tb.Fatal(err)
	}
	return signed
}

// receipt polls for a receipt as clients do, once a millisecond.
func receipt(ctx context.Context, client *ethclient.Client, tx common.Hash) (*types.Receipt, error) {
	for {
		r, err := client.TransactionReceipt(ctx, tx)
		if !errors.Is(err, ethereum.NotFound) {
			return r, err
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(time.Millisecond):
		}
	}
}

// send sends a transaction and waits for its receipt.
func send(tb testing.TB, client *ethclient.Client, tx *types.Transaction) *types.Receipt {
	tb.Helper()
	ctx, cancel := context.WithTimeout(tb.Context(), 30*time.Second)
	defer cancel()
	if err := client.SendTransaction(ctx, tx); err != nil {
		tb.Fatal(err)
	}
	r, err := receipt(ctx, client, tx.Hash())
	if err != nil {
		tb.Fatal(err)
	}
	if r.Status != types.ReceiptStatusSuccessful {
		tb.Fatalf("transaction %v failed", tx.Hash())
	}
	return r
}
