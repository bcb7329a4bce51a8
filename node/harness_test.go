package node_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/attest"
	"walrus/bls"
	"walrus/chain"
	"walrus/node"
	"walrus/node/server"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// ledger is a control plane in memory: a committee that never changes and a log of events, each final at once. It is a chain.Reader.
type ledger struct {
	network chain.Network
	com     chain.Committee

	mu    sync.Mutex
	log   []chain.Event
	more  chan struct{} // closed when the log grows
	nonce uint64
}

func newLedger(com chain.Committee) *ledger {
	n := chain.Network{ChainID: 4242, Registry: chain.Address{1, 2, 3}, Salt: [32]byte{9}, Version: 1}
	n.ID = attest.NewNetworkID(new(big.Int).SetUint64(n.ChainID), n.Registry, n.Salt)
	return &ledger{network: n, com: com, more: make(chan struct{})}
}

func (l *ledger) Network(context.Context) (chain.Network, error) { return l.network, nil }
func (l *ledger) System(context.Context) (chain.System, error) {
	return chain.System{Epoch: l.com.Epoch, NShards: l.com.NShards}, nil
}
func (l *ledger) Committee(context.Context, attest.Epoch) (chain.Committee, error) { return l.com, nil }
func (l *ledger) Availability(context.Context, redstuff.BlobID) (chain.Availability, error) {
	return chain.Availability{}, nil
}
func (l *ledger) Blob(context.Context, attest.ObjectID) (chain.Blob, error) {
	return chain.Blob{}, chain.ErrNotFound
}
func (l *ledger) Resource(context.Context, attest.ObjectID) (chain.Resource, error) {
	return chain.Resource{}, chain.ErrNotFound
}
func (l *ledger) BlobsOf(context.Context, chain.Address) ([]chain.Blob, error) { return nil, nil }
func (l *ledger) ResourcesOf(context.Context, chain.Address) ([]chain.Resource, error) {
	return nil, nil
}
func (l *ledger) Balances(context.Context, chain.Address) (chain.Balances, error) {
	return chain.Balances{}, nil
}
func (l *ledger) Nonce(context.Context, chain.Address) (uint64, error) { return 0, nil }

func (l *ledger) Events(ctx context.Context, after chain.Cursor) iter.Seq2[chain.Event, error] {
	return func(yield func(chain.Event, error) bool) {
		for i := 0; ; {
			l.mu.Lock()
			more := l.more
			var batch []chain.Event
			if i < len(l.log) {
				batch = l.log[i:len(l.log):len(l.log)]
			}
			l.mu.Unlock()
			for _, ev := range batch {
				if i++; ev.Cursor.After(after) && !yield(ev, nil) {
					return
				}
			}
			select {
			case <-more:
			case <-ctx.Done():
				yield(chain.Event{}, ctx.Err())
				return
			}
		}
	}
}

// emit appends an event and returns its transaction.
func (l *ledger) emit(ev chain.Event) chain.Event {
	l.mu.Lock()
	defer l.mu.Unlock()
	block := uint64(len(l.log) + 1)
	ev.Tx = sha256.Sum256(fmt.Appendf(nil, "tx %d", block))
	ev.Cursor = chain.Cursor{Block: block, Hash: sha256.Sum256(fmt.Appendf(nil, "block %d", block)), LogIndex: 3}
	if ev.Epoch == 0 {
		ev.Epoch = l.com.Epoch
	}
	l.log = append(l.log, ev)
	close(l.more)
	l.more = make(chan struct{})
	return ev
}

// register makes a blob object of e that ends at end.
func (l *ledger) register(e *redstuff.Encoding, end attest.Epoch, deletable bool) chain.Event {
	l.mu.Lock()
	l.nonce++
	object := attest.NewObjectID(l.network.ID, attest.KindBlob, [20]byte{7}, l.nonce)
	l.mu.Unlock()
	return l.emit(chain.Event{
		Kind: chain.BlobRegistered, BlobID: e.BlobID(), Object: object, Size: e.Metadata().Length,
		Encoding: redstuff.EncodingRS2, End: end, Deletable: deletable,
	})
}

func (l *ledger) certify(reg chain.Event) chain.Event {
	reg.Kind = chain.BlobCertified
	return l.emit(reg)
}

func (l *ledger) remove(reg chain.Event) chain.Event {
	reg.Kind = chain.BlobDeleted
	return l.emit(reg)
}

// A cluster is a committee with its keys.
type cluster struct {
	*ledger
	params  redstuff.Params
	bls     []*bls.SecretKey
	network []*ecdsa.PrivateKey
	keys    string // directory of key files
}

func newCluster(t testing.TB, weights ...int) *cluster {
	t.Helper()
	c := &cluster{keys: t.TempDir()}
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
		com.Members = append(com.Members, m)
		c.bls, c.network = append(c.bls, secret), append(c.network, tlsKey)
		text, err := nodeapi.FormatNetworkKey(tlsKey)
		if err != nil {
			t.Fatal(err)
		}
		c.write(t, fmt.Sprintf("bls-%d", i), secret.Tagged())
		c.write(t, fmt.Sprintf("net-%d", i), text)
	}
	com.NShards = uint16(next)
	var err error
	if c.params, err = redstuff.NewParams(next); err != nil {
		t.Fatal(err)
	}
	c.ledger = newLedger(com)
	return c
}

func (c *cluster) write(t testing.TB, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(c.keys, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func (c *cluster) config(i int, dir string) node.Config {
	grace := 5
	return node.Config{
		Name: fmt.Sprintf("node-%d", i), StoragePath: dir, RESTAddress: "127.0.0.1:0", PublicHost: "127.0.0.1",
		ProtocolKeyPath: filepath.Join(c.keys, fmt.Sprintf("bls-%d", i)), NetworkKeyPath: filepath.Join(c.keys, fmt.Sprintf("net-%d", i)),
		Chain:        node.ChainConfig{Registry: c.ledger.network.Registry, ChainID: c.ledger.network.ChainID, NetworkID: c.ledger.network.ID},
		GraceSeconds: &grace,
	}
}

// A running node.
type running struct {
	*node.Node
	*nodeapi.Client
	c     *cluster
	i     int
	local net.Addr // of raw requests; nil for any
	stop  func() error
}

func (c *cluster) start(t testing.TB, i int, fs vfs.FS, dir string, opts server.Options) *running {
	t.Helper()
	r, err := c.tryStart(i, fs, dir, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := r.stop(); err != nil {
			t.Errorf("node %d: %v", i, err)
		}
	})
	return r
}

func (c *cluster) tryStart(i int, fs vfs.FS, dir string, opts server.Options) (*running, error) {
	log := slog.New(slog.DiscardHandler)
	if testing.Verbose() {
		log = slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))
	}
	ctx, cancel := context.WithCancel(context.Background())
	n, err := node.Open(ctx, c.config(i, dir), node.Deps{Chain: c, FS: fs, Log: log, Server: opts})
	if err != nil {
		cancel()
		return nil, err
	}
	done := make(chan error, 1)
	go func() { done <- n.Run(ctx) }()
	client := nodeapi.NewClient(n.Addr().String(), c.com.Members[i].NetworkKey, nodeapi.Options{})
	r := &running{Node: n, Client: client, c: c, i: i}
	r.stop = sync.OnceValue(func() error {
		client.Close()
		cancel()
		return <-done
	})
	return r, nil
}

func (c *cluster) encode(t testing.TB, blob []byte) *redstuff.Encoding {
	t.Helper()
	e, err := redstuff.Encode(c.params, blob)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// pairs are the pairs of a blob that belong to node i, ascending.
func (c *cluster) pairs(i int, id redstuff.BlobID) []redstuff.PairIndex {
	return server.NewAssignment(1, c.params, c.com.Members[i].Shards).Pairs(id)
}

func metadataBCS(e *redstuff.Encoding) []byte { return e.Metadata().AppendBCS(nil) }

// bundle is everything that node i gets of e.
func (c *cluster) bundle(i int, e *redstuff.Encoding) *nodeapi.BundleBody {
	var b nodeapi.BundleBody
	b.Metadata(metadataBCS(e))
	for _, axis := range []redstuff.Axis{redstuff.Primary, redstuff.Secondary} {
		for _, p := range c.pairs(i, e.BlobID()) {
			b.Sliver(p, e.Sliver(axis, p))
		}
	}
	return &b
}

func randomBytes(seed string, n int) []byte {
	b := make([]byte, 0, n+32)
	for i := 0; len(b) < n; i++ {
		h := sha256.Sum256(fmt.Appendf(nil, "%s %d", seed, i))
		b = append(b, h[:]...)
	}
	return b[:n]
}

// reasonOf is the reason of a refusal, or the text of another error.
func reasonOf(err error) string {
	var e *nodeapi.Error
	switch {
	case err == nil:
		return "OK"
	case errors.As(err, &e) && e.Envelope:
		return string(e.Reason)
	case errors.As(err, &e):
		return fmt.Sprintf("HTTP %d", e.Code)
	}
	return err.Error()
}

func wantReason(t *testing.T, what string, err error, want string) {
	t.Helper()
	if got := reasonOf(err); got != want {
		t.Errorf("%s: got %s (%v), want %s", what, got, err, want)
	}
}

// checkConfirmation verifies a type 1 statement of the node.
func (r *running) checkConfirmation(t *testing.T, s *nodeapi.SignedMessage, id redstuff.BlobID, object attest.ObjectID) {
	t.Helper()
	want := attest.Confirmation{BlobID: id, Deletable: !object.IsZero(), Object: object}.Message(r.c.com.Epoch)
	r.checkSigned(t, "confirmation", s.Message, s.Signature, want)
}

// checkAttestation verifies a 0x40 of the node against a registration event.
func (r *running) checkAttestation(t *testing.T, s *nodeapi.SignedAttestation, reg chain.Event) {
	t.Helper()
	want := attest.Availability{
		Network: r.c.ledger.network.ID, BlobID: reg.BlobID, Object: reg.Object, Size: reg.Size, Encoding: reg.Encoding,
		Deletable: reg.Deletable, End: reg.End, Registered: reg.Epoch,
	}.Message(r.c.com.Epoch)
	r.checkSigned(t, "attestation", s.Message, s.Signature, want)
}

func (r *running) checkSigned(t *testing.T, what string, msg, sig, want []byte) {
	t.Helper()
	if !bytes.Equal(msg, want) {
		t.Fatalf("%s says %x, want %x", what, msg, want)
	}
	parsed, err := bls.ParseSignature(sig)
	if err != nil {
		t.Fatal(err)
	}
	if !r.c.bls[r.i].PublicKey().Verify(msg, parsed) {
		t.Fatalf("%s carries a wrong signature", what)
	}
}

// seen waits until the node has handled n events.
func (r *running) seen(t testing.TB, n int) {
	t.Helper()
	deadline := time.Now().Add(20 * time.Second)
	for r.Node.Health().EventProgress.Persisted < uint64(n) {
		if time.Now().After(deadline) {
			t.Fatalf("node %d handled %d events, want %d", r.i, r.Node.Health().EventProgress.Persisted, n)
		}
		time.Sleep(time.Millisecond)
	}
}

func freePort(t *testing.T) net.Listener {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return l
}
