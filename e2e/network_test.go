package e2e

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"walrus/chain"
	"walrus/chain/evm"
	"walrus/chain/evm/wallet"
	"walrus/client"
	"walrus/localnet"
	"walrus/redstuff"
)

// program is the walrus binary that the networks' processes run.
var program string

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "walrus-e2e-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	program = filepath.Join(dir, "walrus")
	build := exec.Command("go", "build", "-o", program, "walrus/cmd/walrus")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "build walrus: %v\n%s", err, out)
		return 1
	}
	return m.Run()
}

// A network is a running one with a client that pays from its wallet.
type network struct {
	t       *testing.T
	cfg     localnet.Config
	net     *localnet.Net
	chain   *evm.Client
	acct    *evm.Account
	client  *client.Client
	journal string
	wrap    func(chain.Account) chain.Account // of every store; nil: none
	show    func(client.Progress)
}

// start runs a network with the given shards per node, one process each.
func start(t *testing.T, weights ...int) *network {
	t.Helper()
	n := &network{t: t, journal: t.TempDir(), cfg: localnet.Config{Dir: t.TempDir(), Weights: weights, Processes: true, Exe: program}}
	n.up()
	t.Cleanup(n.down)
	return n
}

// up starts the network and opens the client.
func (n *network) up() {
	n.t.Helper()
	ctx := n.t.Context()
	net, err := localnet.Start(ctx, n.cfg)
	if err != nil {
		n.t.Fatalf("start the network: %v", err)
	}
	n.net = net
	n.openClient()
}

func (n *network) openClient() {
	n.t.Helper()
	var err error
	if n.chain, err = n.net.Dial(n.t.Context()); err != nil {
		n.t.Fatalf("dial the chain: %v", err)
	}
	lc, err := client.LoadConfig(n.net.Info().ClientConfig, "")
	if err != nil {
		n.t.Fatal(err)
	}
	w, err := wallet.Open(lc.Wallet.Path, lc.Wallet.ActiveAddress, wallet.Fixed(""))
	if err != nil {
		n.t.Fatal(err)
	}
	if n.acct, err = n.chain.Account(w.Key()); err != nil {
		n.t.Fatal(err)
	}
	n.client, err = client.New(n.chain, client.Options{Config: &lc.Config, Journal: n.journal, Progress: func(p client.Progress) {
		if n.show != nil {
			n.show(p)
		}
	}})
	if err != nil {
		n.t.Fatal(err)
	}
}

// closeClient forgets the client, as a process that ends does.
func (n *network) closeClient() {
	if n.client != nil {
		n.client.Close()
		n.chain.Close()
		n.client = nil
	}
}

// down ends everything.
func (n *network) down() {
	n.closeClient()
	if n.net != nil {
		_ = n.net.Close()
		n.net = nil
	}
}

// kill ends the processes of nodes.
func (n *network) kill(nodes ...int) {
	n.t.Helper()
	for _, i := range nodes {
		if err := n.net.KillNode(i); err != nil {
			n.t.Fatalf("kill node-%d: %v", i, err)
		}
	}
}

// blob returns size bytes that depend on seed.
func blob(seed uint64, size int) []byte {
	r := rand.NewChaCha8([32]byte{byte(seed), byte(seed >> 8), byte(seed >> 16)})
	b := make([]byte, size)
	_, _ = r.Read(b) // never fails
	return b
}

// store stores b permanently for five epochs.
func (n *network) store(b []byte) (client.StoreResult, error) {
	n.t.Helper()
	var acct chain.Account = n.acct
	if n.wrap != nil {
		acct = n.wrap(acct)
	}
	ctx, cancel := context.WithTimeout(n.t.Context(), 3*time.Minute)
	defer cancel()
	res, err := n.client.Store(ctx, acct, []client.Source{client.Bytes("blob", b)}, client.StoreOptions{Lifetime: client.Epochs(5)})
	if err != nil {
		return client.StoreResult{}, err
	}
	return res[0], res[0].Err
}

// mustStore fails the test if b cannot be stored.
func (n *network) mustStore(b []byte) client.StoreResult {
	n.t.Helper()
	r, err := n.store(b)
	if err != nil {
		n.t.Fatalf("store: %v", err)
	}
	return r
}

// read returns an error unless the blob reads back as want.
func (n *network) read(id redstuff.BlobID, want []byte) (client.ReadReport, error) {
	n.t.Helper()
	ctx, cancel := context.WithTimeout(n.t.Context(), time.Minute)
	defer cancel()
	var buf bytes.Buffer
	report, err := n.client.Read(ctx, id, &buf, client.ReadOptions{})
	if err == nil && !bytes.Equal(buf.Bytes(), want) {
		err = errors.New("other bytes than were stored")
	}
	return report, err
}

// wal is the wallet's balance.
func (n *network) wal() uint64 {
	n.t.Helper()
	b, err := n.chain.Balances(n.t.Context(), n.acct.Address())
	if err != nil {
		n.t.Fatal(err)
	}
	return b.WAL
}
