package evm

import (
	"context"
	"crypto/ecdsa"
	"math/big"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"go.uber.org/goleak"

	"walrus/chain"
	"walrus/chain/chaintest"
	"walrus/chain/devchain"
	"walrus/internal/turn"
)

func TestMain(m *testing.M) {
	// The embedded chain of the suite leaves goroutines of go-ethereum's own behind (see the devchain package's tests), ours do not.
	goleak.VerifyTestMain(m,
		goleak.IgnoreAnyFunction("github.com/ethereum/go-ethereum/core.(*txSenderCacher).cache"),
		goleak.IgnoreAnyFunction("github.com/syndtr/goleveldb/leveldb.(*DB).mpoolDrain"),
		goleak.IgnoreAnyFunction("github.com/ethereum/go-ethereum/eth/filters.(*Subscription).Unsubscribe"),
	)
}

// setup deploys a network of 10 nodes and 100 shards on the chain at url and describes it to the suite.
func setup(t *testing.T, url string, finality Finality, keys []*ecdsa.PrivateKey) *chaintest.Setup {
	t.Helper()
	return setupWith(t, url, finality, keys, "")
}

// setupWith is setup with a deployment state that may have begun already.
func setupWith(t *testing.T, url string, finality Finality, keys []*ecdsa.PrivateKey, statePath string) *chaintest.Setup {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	p, blsKeys := testCommittee(t, 10, 100)
	p.Prove = prover(p, blsKeys)
	p.StatePath = statePath
	r, err := Deploy(ctx, url, keys[0], p, nil)
	if err != nil {
		t.Fatal(err)
	}
	turns := t.TempDir()
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
				Turn: func(ctx context.Context, what string, account chain.Address) (func(), error) {
					tn, err := turn.Take(ctx, filepath.Join(turns, what+account.String()), nil)
					return tn.End, err
				},
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
	t.Parallel()
	chaintest.Run(t, func(t *testing.T, depth int) *chaintest.Setup {
		a := chaintest.StartAnvil(t)
		s := setup(t, a.URL, Depth(uint64(depth)), anvilKeys(t))
		s.Mine, s.Reorg = a.Mine, a.Reorg
		if depth > 0 {
			a.Mine(t, depth) // the deployment is final
		}
		return s
	})
}

func anvilKeys(t testing.TB) []*ecdsa.PrivateKey {
	return []*ecdsa.PrivateKey{anvilKey(t, 0), anvilKey(t, 1), anvilKey(t, 2), anvilKey(t, 3)}
}

// startDevchain runs an embedded chain on which the same accounts have coins as on anvil, and whose chain id is anvil's.
func startDevchain(t *testing.T) *devchainProcess {
	t.Helper()
	alloc := make(map[common.Address]*big.Int)
	for _, key := range anvilKeys(t) {
		alloc[crypto.PubkeyToAddress(key.PublicKey)], _ = new(big.Int).SetString("1000000000000000000000000", 10)
	}
	d := &devchainProcess{cfg: devchain.Config{Dir: t.TempDir(), Alloc: alloc, ChainID: chaintest.AnvilChainID}}
	d.start(t)
	t.Cleanup(func() { d.stop(t) })
	return d
}

func TestConformanceDevchain(t *testing.T) {
	t.Parallel()
	chaintest.Run(t, func(t *testing.T, depth int) *chaintest.Setup {
		d := startDevchain(t)
		s := setup(t, d.url, Instant, anvilKeys(t))
		s.Restart = func(t testing.TB) {
			d.stop(t)
			d.start(t)
		}
		s.CatchUp = func(t testing.TB) {
			ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
			defer cancel()
			if err := d.chain.AdvanceTime(ctx, 16*time.Second); err != nil {
				t.Fatal(err)
			}
		}
		return s
	})
}

// A devchainProcess is an embedded chain that can be stopped and started at the same address.
type devchainProcess struct {
	cfg    devchain.Config
	chain  *devchain.Chain
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
	d.chain, d.url = c, c.URL()
	d.cfg.RPCAddr = c.Addr()
}

func (d *devchainProcess) stop(t testing.TB) {
	d.cancel()
	d.wg.Wait()
}

// TestEqualGas: the same calls use the same gas on go-ethereum's EVM and on revm. Permits carry the chain's time, so their signatures differ, and a zero byte is cheaper
// than another: the price of calldata is left out.
func TestEqualGas(t *testing.T) {
	t.Parallel()
	one, two := gasOf(t, chaintest.StartAnvil(t).URL), gasOf(t, startDevchain(t).url)
	for i := range one {
		t.Logf("%-40s %9d gas, of it %7d for calldata", one[i].name, one[i].gas, one[i].calldata)
		if one[i].gas-one[i].calldata != two[i].gas-two[i].calldata {
			t.Errorf("%s without calldata: %d gas on anvil, %d on the embedded chain", one[i].name, one[i].gas-one[i].calldata, two[i].gas-two[i].calldata)
		}
	}
}

type gasUse struct {
	name          string
	gas, calldata uint64
}

func gasOf(t *testing.T, url string) (list []gasUse) {
	t.Helper()
	ec, err := ethclient.Dial(url)
	if err != nil {
		t.Fatal(err)
	}
	defer ec.Close()
	// With one salt, and chain id and deployer equal anyway, both chains carry the same network id, and so the same certificates: hashing to the curve takes
	// branches that depend on the message.
	state := deployState{
		Format: paramsFormat, ChainID: chaintest.AnvilChainID, Deployer: chain.Address(crypto.PubkeyToAddress(anvilKey(t, 0).PublicKey)),
		Salt: make([]byte, 32), EpochStart: time.Now(), path: filepath.Join(t.TempDir(), "state.json"),
	}
	if err := state.save(); err != nil {
		t.Fatal(err)
	}
	for _, g := range setupWith(t, url, Instant, anvilKeys(t), state.path).GasOf(t) {
		tx, _, err := ec.TransactionByHash(t.Context(), common.Hash(g.Tx))
		if err != nil {
			t.Fatal(err)
		}
		use := gasUse{name: g.Call, gas: g.Gas}
		for _, b := range tx.Data() { // EIP-2028
			if use.calldata += params.TxDataNonZeroGasEIP2028; b == 0 {
				use.calldata -= params.TxDataNonZeroGasEIP2028 - params.TxDataZeroGas
			}
		}
		list = append(list, use)
	}
	return list
}
