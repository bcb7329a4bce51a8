// Package chaintest is the suite that every adapter of the control plane passes on every chain: what is tested follows from the words of chain.Reader and
// chain.Account, and holds for the embedded chain as for any other.
package chaintest

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/big"
	"sync/atomic"
	"testing"
	"time"

	"walrus/attest"
	"walrus/bls"
	"walrus/chain"
	"walrus/redstuff"
)

// A Setup is one running chain with a fresh network on it, whose committee is complete.
type Setup struct {
	// URL is where the chain is reached, http://host:port.
	URL string
	// Dial opens an adapter of the network over the endpoints urls, and closes it when the test ends.
	Dial func(t testing.TB, urls ...string) chain.Reader
	// Account opens account i of at least 4. All have native coin, account 0 has WAL too.
	Account func(t testing.TB, r chain.Reader, i int) chain.Account
	// Poor opens an account that has nothing.
	Poor func(t testing.TB, r chain.Reader) chain.Account
	// Keys are the secret keys of all members of the committee.
	Keys []*bls.SecretKey

	// What some chains can do and others cannot; nil where not.
	Mine    func(t testing.TB, blocks int) // adds blocks without transactions
	Reorg   func(t testing.TB, depth int)  // replaces the newest blocks by as many without transactions
	Restart func(t testing.TB)             // stops the chain and starts it again at URL
	CatchUp func(t testing.TB)             // called before every test: moves the clock of a chain that paces its blocks by it
}

// patience bounds every wait of the suite. A chain that needs longer has failed.
const patience = 40 * time.Second

// Run runs the suite. open makes a chain on which blocks are final under depth others.
func Run(t *testing.T, open func(t *testing.T, depth int) *Setup) {
	reorgs := false
	t.Run("instant", func(t *testing.T) {
		s := open(t, 0)
		reorgs = s.Reorg != nil
		s.run(t, "Story", s.testStory)
		s.run(t, "EventOrder", s.testEventOrder)
		s.run(t, "RestartFromEveryCursor", s.testRestartFromCursor)
		s.run(t, "IdleChain", s.testIdleChain)
		s.run(t, "StreamEndsWithContext", s.testStreamEnds)
		s.run(t, "ForeignCursor", s.testForeignCursor)
		s.run(t, "Refusals", s.testRefusals)
		s.run(t, "NoFunds", s.testNoFunds)
		s.run(t, "BadCertificates", s.testBadCertificates)
		s.run(t, "Nonces", s.testNonces)
		s.run(t, "TwoPrograms", s.testTwoPrograms)
		s.run(t, "Journal", s.testJournal)
		s.run(t, "Listings", s.testListings)
		s.run(t, "Resources", s.testResources)
		s.run(t, "WrappedLife", s.testWrappedLife)
		s.run(t, "Pools", s.testPools)
		s.run(t, "Simulation", s.testSimulation)
		s.run(t, "DeadEndpointFirst", s.testDeadEndpointFirst)
		s.run(t, "FlappingEndpoint", s.testFlapping)
		s.run(t, "PayThroughFlappingEndpoint", s.testPayThroughFlapping)
		s.run(t, "RestartedChain", s.testRestartedChain)
	})
	t.Run("depth", func(t *testing.T) {
		if !reorgs {
			t.Skip("this chain cannot reorganise")
		}
		s := open(t, reorgDepth)
		s.run(t, "ReorgAboveDepth", s.testReorgAbove)
		s.run(t, "ReorgBelowDepth", s.testReorgBelow)
	})
}

func (s *Setup) run(t *testing.T, name string, test func(*testing.T)) {
	if s.CatchUp != nil {
		s.CatchUp(t)
	}
	t.Run(name, test)
}

func (s *Setup) context(t testing.TB) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	t.Cleanup(cancel)
	return ctx
}

// rich opens account 0 over a fresh adapter.
func (s *Setup) rich(t testing.TB) chain.Account { return s.Account(t, s.Dial(t), 0) }

var blobs atomic.Uint64

// Registration makes up a blob that was never registered before.
func Registration(size uint64, epochs uint32, deletable bool) chain.Registration {
	return fixedRegistration(1_000_000+int(blobs.Add(1)), size, epochs, deletable)
}

// fixedRegistration makes up blob i.
func fixedRegistration(i int, size uint64, epochs uint32, deletable bool) chain.Registration {
	root := sha256.Sum256(binary.BigEndian.AppendUint64([]byte("chaintest"), uint64(i)))
	return chain.Registration{
		BlobID: redstuff.NewBlobID(redstuff.EncodingRS2, size, root), Root: root, Size: size, Encoding: redstuff.EncodingRS2, Deletable: deletable, Epochs: epochs,
	}
}

// register makes one blob object and pays what it costs.
func register(ctx context.Context, t testing.TB, a chain.Account, r chain.Registration) attest.ObjectID {
	t.Helper()
	e, err := a.EstimateRegister(ctx, []chain.Registration{r})
	if err != nil {
		t.Fatal(err)
	}
	got, err := a.Register(ctx, []chain.Registration{r}, e.WAL, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Objects) != 1 || got.WAL != e.WAL || got.Gas == 0 || got.Gas > e.Gas || got.Native.Sign() <= 0 || got.Native.Cmp(e.Native) > 0 {
		t.Fatalf("receipt = %+v, estimate %+v", got, e)
	}
	return got.Objects[0]
}

// Certificate signs an object's availability with the keys of the first members of the committee whose shards make at least weight.
func (s *Setup) Certificate(ctx context.Context, t testing.TB, r chain.Reader, object attest.ObjectID, weight int, change func(*attest.Availability)) (sig [96]byte, bitmap []byte) {
	t.Helper()
	b, err := r.Blob(ctx, object)
	if err != nil {
		t.Fatal(err)
	}
	return s.certificateOf(ctx, t, r, b, weight, change)
}

// PooledCertificate signs the availability of a blob in a storage pool with the keys of all members.
func (s *Setup) PooledCertificate(ctx context.Context, t testing.TB, r chain.Reader, b chain.Blob) (sig [96]byte, bitmap []byte) {
	t.Helper()
	return s.certificateOf(ctx, t, r, b, math.MaxInt, nil)
}

func (s *Setup) certificateOf(ctx context.Context, t testing.TB, r chain.Reader, b chain.Blob, weight int, change func(*attest.Availability)) (sig [96]byte, bitmap []byte) {
	t.Helper()
	n, err := r.Network(ctx)
	if err != nil {
		t.Fatal(err)
	}
	com, err := r.Committee(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	a := attest.Availability{
		Network: n.ID, BlobID: b.BlobID, Object: b.ID, Size: b.Size, Encoding: b.Encoding, Deletable: b.Deletable, End: b.Storage.End, Registered: b.Registered,
	}
	if change != nil {
		change(&a)
	}
	signers := attest.NewBitmap(len(com.Members))
	var sigs []bls.Signature
	for i, m := range com.Members {
		if weight <= 0 {
			break
		}
		weight -= len(m.Shards)
		signers.Set(i)
		sigs = append(sigs, s.key(t, m.BLSKey).Sign(a.Message(1)))
	}
	sum, err := bls.Aggregate(sigs)
	if err != nil {
		t.Fatal(err)
	}
	return sum, signers
}

func (s *Setup) key(t testing.TB, public [48]byte) *bls.SecretKey {
	t.Helper()
	for _, k := range s.Keys {
		if k.PublicKey().Bytes() == public {
			return k
		}
	}
	t.Fatalf("no secret key for %x", public)
	return nil
}

// certify certifies an object with exactly a quorum.
func (s *Setup) certify(ctx context.Context, t testing.TB, a chain.Account, object attest.ObjectID) chain.Receipt {
	t.Helper()
	sys, err := a.System(ctx)
	if err != nil {
		t.Fatal(err)
	}
	sig, bitmap := s.Certificate(ctx, t, a, object, attest.MinCorrect(int(sys.NShards)), nil)
	r, err := a.Certify(ctx, object, sig, bitmap, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// wantRevert checks that a call was refused by the contracts' error name, with all arguments of it.
func wantRevert(t testing.TB, what string, err error, name string, args ...any) {
	t.Helper()
	var r *chain.RevertError
	if !errors.As(err, &r) {
		t.Errorf("%s: %v, want %s", what, err, name)
		return
	}
	if r.Name != name || len(args) > 0 && fmt.Sprintf("%v", r.Args) != fmt.Sprintf("%v", args) {
		t.Errorf("%s: %v, want %s%v", what, r, name, args)
	}
}

// collect reads events after a cursor until a BlockPassed at block to or later, and returns those that are logs.
func collect(ctx context.Context, t testing.TB, r chain.Reader, after chain.Cursor, to uint64) (logs []chain.Event, end chain.Cursor) {
	t.Helper()
	for e, err := range r.Events(ctx, after) {
		if err != nil {
			t.Fatalf("events after block %d log %d: %v", after.Block, after.LogIndex, err)
		}
		if e.Kind != chain.BlockPassed {
			logs = append(logs, e)
			continue
		}
		if e.Cursor.Block >= to {
			return logs, e.Cursor
		}
	}
	t.Fatal("the stream of events ended")
	return nil, end
}

// head is a block that is as new as any that was made before the call.
func head(ctx context.Context, t testing.TB, a chain.Account) uint64 {
	t.Helper()
	r, err := a.SendNative(ctx, a.Address(), new(big.Int))
	if err != nil {
		t.Fatal(err)
	}
	return r.Block
}
