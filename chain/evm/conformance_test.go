package evm

import (
	"context"
	"crypto/ecdsa"
	"math/big"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"go.uber.org/goleak"

	"walrus/chain"
	"walrus/chain/chaintest"
	"walrus/chain/devchain"
)

func TestMain(m *testing.M) {
	// The embedded chain of the suite leaves goroutines of go-ethereum's own behind (see the devchain package's tests), ours do not.
	goleak.VerifyTestMain(m,
		goleak.IgnoreAnyFunction("github.com/ethereum/go-ethereum/core.(*txSenderCacher).cache"),
		goleak.IgnoreAnyFunction("github.com/ethereum/go-ethereum/metrics.(*meterTicker).loop"),
	)
}

// setup deploys a network of 10 nodes and 100 shards on the chain at url and describes it to the suite.
func setup(t *testing.T, url string, finality Finality, keys []*ecdsa.PrivateKey) *chaintest.Setup {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	p, blsKeys := testCommittee(t, 10, 100)
	p.Prove = prover(p, blsKeys)
	r, err := Deploy(ctx, url, keys[0], p, nil)
	if err != nil {
		t.Fatal(err)
	}
	return &chaintest.Setup{
		URL:  url,
		Keys: blsKeys,
		Dial: func(t testing.TB, urls ...string) chain.Reader {
			t.Helper()
			if len(urls) == 0 {
				urls = []string{url}
			}
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			c, err := Dial(ctx, Options{
				URLs: urls, Registry: r.Network.Registry, Expect: &r.Network, Finality: finality, Poll: 100 * time.Millisecond, Resubmit: time.Second, Timeout: 5 * time.Second,
			})
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(c.Close)
			return c
		},
		Account: func(t testing.TB, r chain.Reader, i int) chain.Account { return testAccount(t, r, keys[i]) },
		Poor: func(t testing.TB, r chain.Reader) chain.Account {
			key, err := crypto.GenerateKey()
			if err != nil {
				t.Fatal(err)
			}
			return testAccount(t, r, key)
		},
	}
}

func testAccount(t testing.TB, r chain.Reader, key *ecdsa.PrivateKey) chain.Account {
	t.Helper()
	c, ok := r.(*Client)
	if !ok { // an account is a reader too
		c = r.(*Account).Client
	}
	a, err := c.Account(key)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestConformanceAnvil(t *testing.T) {
	chaintest.Run(t, func(t *testing.T, depth int) *chaintest.Setup {
		a := chaintest.StartAnvil(t)
		keys := []*ecdsa.PrivateKey{anvilKey(t, 0), anvilKey(t, 1), anvilKey(t, 2), anvilKey(t, 3)}
		s := setup(t, a.URL, Depth(uint64(depth)), keys)
		s.Mine, s.Reorg = a.Mine, a.Reorg
		if depth > 0 {
			a.Mine(t, depth) // the deployment is final
		}
		return s
	})
}

func TestConformanceDevchain(t *testing.T) {
	chaintest.Run(t, func(t *testing.T, depth int) *chaintest.Setup {
		keys := make([]*ecdsa.PrivateKey, 4)
		alloc := make(map[common.Address]*big.Int)
		for i := range keys {
			key, err := crypto.GenerateKey()
			if err != nil {
				t.Fatal(err)
			}
			keys[i] = key
			alloc[crypto.PubkeyToAddress(key.PublicKey)], _ = new(big.Int).SetString("1000000000000000000000000", 10)
		}
		d := &devchainProcess{cfg: devchain.Config{Dir: t.TempDir(), Alloc: alloc}}
		d.start(t)
		t.Cleanup(func() { d.stop(t) })
		s := setup(t, d.url, Instant, keys)
		s.Restart = func(t testing.TB) {
			d.stop(t)
			d.start(t)
		}
		return s
	})
}

// A devchainProcess is an embedded chain that can be stopped and started at the same address.
type devchainProcess struct {
	cfg    devchain.Config
	url    string
	cancel context.CancelFunc
	wg     sync.WaitGroup
}

func (d *devchainProcess) start(t testing.TB) {
	t.Helper()
	c, err := devchain.Open(d.cfg)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	d.cancel = cancel
	d.wg.Go(func() {
		if err := c.Run(ctx); err != nil {
			t.Errorf("devchain: %v", err)
		}
	})
	<-c.Ready()
	d.url = c.URL()
	d.cfg.RPCAddr = c.Addr()
}

func (d *devchainProcess) stop(t testing.TB) {
	d.cancel()
	d.wg.Wait()
}
