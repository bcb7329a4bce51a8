package client_test

import (
	"bytes"
	"cmp"
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"crypto/sha256"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"go.uber.org/goleak"

	"walrus/attest"
	"walrus/bls"
	"walrus/chain"
	"walrus/client"
	"walrus/node"
	"walrus/nodeapi"
	"walrus/redstuff"
)

func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.IgnoreTopFunction("github.com/cockroachdb/pebble/v2/vfs.(*diskHealthCheckingFS).startTickerLocked.func1"))
}

// A testnet is real storage nodes on memory file systems, each behind a link that can be cut, and a ledger.
type testnet struct {
	*ledger
	t      testing.TB
	disk   bool // data on disk, not in memory
	params redstuff.Params
	tls    []*ecdsa.PrivateKey
	addrs  []string // of the nodes themselves
	links  []*link
	rich   *account
}

const plenty = 1e15 // FROST

func newTestnet(t *testing.T, weights ...int) *testnet {
	t.Helper()
	return startTestnet(t, false, weights...)
}

func startTestnet(t testing.TB, disk bool, weights ...int) *testnet {
	t.Helper()
	n := &testnet{t: t, disk: disk}
	keys := t.TempDir()
	com := chain.Committee{Epoch: 5}
	next := 0
	for i, w := range weights {
		secret, err := bls.GenerateKey(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		tlsKey, err := nodeapi.GenerateNetworkKey(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		public, err := nodeapi.PublicNetworkKey(&tlsKey.PublicKey)
		if err != nil {
			t.Fatal(err)
		}
		m := chain.Member{NodeID: attest.NodeID{byte(i + 1)}, Name: fmt.Sprintf("node-%d", i), NetworkKey: public, BLSKey: secret.PublicKey().Bytes()}
		for range w {
			m.Shards = append(m.Shards, redstuff.ShardIndex(next))
			next++
		}
		n.tls = append(n.tls, tlsKey)
		text, err := nodeapi.FormatNetworkKey(tlsKey)
		if err != nil {
			t.Fatal(err)
		}
		for name, text := range map[string]string{"bls": secret.Tagged(), "net": text} {
			if err := os.WriteFile(filepath.Join(keys, fmt.Sprintf("%s-%d", name, i)), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		com.Members = append(com.Members, m)
	}
	com.NShards = uint16(next)
	var err error
	if n.params, err = redstuff.NewParams(next); err != nil {
		t.Fatal(err)
	}
	n.ledger = newLedger(com)
	n.rich = n.account(7, plenty)
	for i := range weights {
		n.start(i, keys)
	}
	return n
}

// start runs node i and puts a link before it.
func (n *testnet) start(i int, keys string) {
	n.t.Helper()
	grace := 0
	cfg := node.Config{
		Name: fmt.Sprintf("node-%d", i), StoragePath: "data", RESTAddress: "127.0.0.1:0", PublicHost: "127.0.0.1",
		ProtocolKeyPath: filepath.Join(keys, fmt.Sprintf("bls-%d", i)), NetworkKeyPath: filepath.Join(keys, fmt.Sprintf("net-%d", i)),
		Chain:        node.ChainConfig{Registry: n.network.Registry, ChainID: n.network.ChainID, NetworkID: n.network.ID},
		GraceSeconds: &grace,
	}
	log := slog.New(slog.DiscardHandler)
	if testing.Verbose() {
		log = slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))
	}
	ctx, cancel := context.WithCancel(context.Background())
	deps := node.Deps{Chain: n.ledger, FS: vfs.NewMem(), Log: log}
	if n.disk {
		cfg.StoragePath, deps.FS = n.t.TempDir(), nil
	}
	nd, err := node.Open(ctx, cfg, deps)
	if err != nil {
		cancel()
		n.t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- nd.Run(ctx) }()
	l := newLink(n.t, nd.Addr().String())
	n.t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			n.t.Errorf("node %d: %v", i, err)
		}
	})
	n.addrs = append(n.addrs, nd.Addr().String())
	n.links = append(n.links, l)
	n.route(i, l.addr())
}

// route makes the committee name addr for node i.
func (n *testnet) route(i int, addr string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.com.Members[i].NetAddress = addr
}

// quick is a client that gives up soon enough for tests.
func (n *testnet) quick(journal string) *client.Client {
	return n.open(client.Options{Journal: journal})
}

// streaming is a quick client that stores and reads every blob through files. It gives slow nodes the time to get everything, also when the machine is busy.
func (n *testnet) streaming(journal string) *client.Client {
	cfg := &client.Config{}
	cfg.Communication.SliverWriteExtra = client.ExtraTime{BaseMS: 5000}
	return n.open(client.Options{Journal: journal, StreamAbove: 1, SpoolDir: n.t.TempDir(), Config: cfg})
}

// ways are the ways to read a blob: in memory, and through files.
func (n *testnet) ways(t *testing.T) map[string]func(redstuff.BlobID) ([]byte, client.ReadReport, error) {
	return map[string]func(redstuff.BlobID) ([]byte, client.ReadReport, error){
		"memory": func(id redstuff.BlobID) ([]byte, client.ReadReport, error) {
			return n.quick("").ReadBytes(t.Context(), id, client.ReadOptions{})
		},
		"files": func(id redstuff.BlobID) ([]byte, client.ReadReport, error) {
			var b bytes.Buffer
			report, err := n.streaming("").Read(t.Context(), id, &b, client.ReadOptions{})
			return b.Bytes(), report, err
		},
	}
}

// open makes a client that gives up soon enough for tests.
func (n *testnet) open(opt client.Options) *client.Client {
	n.t.Helper()
	if opt.Config == nil {
		opt.Config = &client.Config{}
	}
	opt.Config.Communication.RequestRate.Backoff = client.Backoff{MinMS: 50, MaxMS: 400, MaxRetries: 2}
	opt.Hedge = cmp.Or(opt.Hedge, 400*time.Millisecond)
	opt.Nodes = nodeapi.Options{Connect: cmp.Or(opt.Nodes.Connect, time.Second), Stall: cmp.Or(opt.Nodes.Stall, 2*time.Second)}
	c, err := client.New(n.ledger, opt)
	if err != nil {
		n.t.Fatal(err)
	}
	n.t.Cleanup(c.Close)
	return c
}

// store stores one blob permanently for three epochs and expects it to succeed.
func (n *testnet) store(c *client.Client, blob []byte) client.StoreResult {
	n.t.Helper()
	return n.storeWith(c, blob, client.StoreOptions{Lifetime: client.Epochs(3)})
}

func (n *testnet) storeWith(c *client.Client, blob []byte, opt client.StoreOptions) client.StoreResult {
	n.t.Helper()
	rs, err := c.Store(context.Background(), n.rich, []client.Source{client.Bytes("blob", blob)}, opt)
	if err != nil {
		n.t.Fatal(err)
	}
	if rs[0].Err != nil {
		n.t.Fatalf("%s: %v", rs[0].Phase, rs[0].Err)
	}
	return rs[0]
}

func randomBytes(seed string, n int) []byte {
	b := make([]byte, 0, n+32)
	for i := 0; len(b) < n; i++ {
		h := sha256.Sum256(fmt.Appendf(nil, "%s %d", seed, i))
		b = append(b, h[:]...)
	}
	return b[:n]
}

// A link forwards TCP connections to a node and can fail in the ways that machines do.
type link struct {
	l      net.Listener
	target string

	mu     sync.Mutex
	down   bool          // refuse connections, end those there are
	frozen chan struct{} // not nil while nothing moves, as if the node were stopped
	conns  map[net.Conn]bool
	wg     sync.WaitGroup
}

func newLink(t testing.TB, target string) *link {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	k := &link{l: l, target: target, conns: map[net.Conn]bool{}}
	k.wg.Go(k.accept)
	t.Cleanup(func() {
		l.Close()
		k.thaw()
		k.cut()
		k.wg.Wait()
	})
	return k
}

func (k *link) addr() string { return k.l.Addr().String() }

func (k *link) accept() {
	for {
		c, err := k.l.Accept()
		if err != nil {
			return
		}
		k.mu.Lock()
		if k.down {
			c.Close()
			k.mu.Unlock()
			continue
		}
		k.conns[c] = true
		k.mu.Unlock()
		k.wg.Go(func() { k.serve(c) })
	}
}

func (k *link) serve(c net.Conn) {
	defer c.Close()
	k.wait()
	d, err := net.Dial("tcp", k.target)
	if err != nil {
		return
	}
	defer d.Close()
	k.mu.Lock()
	k.conns[d] = true
	k.mu.Unlock()
	var wg sync.WaitGroup
	pipe := func(to, from net.Conn) {
		defer to.Close()
		defer from.Close()
		buf := make([]byte, 64<<10)
		for {
			n, err := from.Read(buf)
			k.wait()
			if _, werr := to.Write(buf[:n]); err != nil || werr != nil {
				return
			}
		}
	}
	wg.Go(func() { pipe(c, d) })
	wg.Go(func() { pipe(d, c) })
	wg.Wait()
	k.mu.Lock()
	delete(k.conns, c)
	delete(k.conns, d)
	k.mu.Unlock()
}

// wait blocks while the link is frozen.
func (k *link) wait() {
	k.mu.Lock()
	f := k.frozen
	k.mu.Unlock()
	if f != nil {
		<-f
	}
}

// cut ends all connections.
func (k *link) cut() {
	k.mu.Lock()
	defer k.mu.Unlock()
	for c := range k.conns {
		c.Close()
	}
}

// kill makes the node look like one whose process is gone.
func (k *link) kill() {
	k.mu.Lock()
	k.down = true
	k.mu.Unlock()
	k.cut()
}

// revive ends kill.
func (k *link) revive() {
	k.mu.Lock()
	k.down = false
	k.mu.Unlock()
}

// freeze makes the node look like one that is stopped: connections open, nothing moves.
func (k *link) freeze() {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.frozen == nil {
		k.frozen = make(chan struct{})
	}
}

func (k *link) thaw() {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.frozen != nil {
		close(k.frozen)
		k.frozen = nil
	}
}
