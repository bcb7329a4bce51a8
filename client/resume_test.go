package client_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"walrus/chain"
	"walrus/client"
	"walrus/nodeapi"
	"walrus/redstuff"
)

var (
	errCrash    = errors.New("the power failed")
	errInFlight = errors.New("the power failed after the transaction had left")
)

// A store that is cut off at any step is finished by the next one, which pays for nothing twice.
func TestResumePaysOnce(t *testing.T) {
	for _, step := range []string{"register sent", "register mined", "certify sent", "certify mined"} {
		for _, journaled := range []bool{true, false} {
			if !journaled && step == "register sent" {
				continue // nothing happened yet
			}
			name := step
			if !journaled {
				name += ", journal lost"
			}
			t.Run(name, func(t *testing.T) {
				n := newTestnet(t, 2, 1, 3, 1)
				journal := filepath.Join(t.TempDir(), "journal")
				blob := randomBytes("crash", 2000)
				src := []client.Source{client.Bytes("b", blob)}
				m, err := redstuff.ComputeMetadata(n.params, blob)
				if err != nil {
					t.Fatal(err)
				}
				n.rich.crash = func(at string) error {
					if at != step {
						return nil
					}
					for i := range n.com.Members { // those that no quorum needs get what they lack a moment later
						for deadline := time.Now().Add(400 * time.Millisecond); strings.HasPrefix(at, "certify") && !n.complete(i, m.BlobID()) && time.Now().Before(deadline); {
							time.Sleep(5 * time.Millisecond)
						}
					}
					return errCrash
				}
				rs, err := n.quick(journal).Store(t.Context(), n.rich, src, client.StoreOptions{Lifetime: client.Epochs(2)})
				if err != nil || !errors.Is(rs[0].Err, errCrash) {
					t.Fatalf("got %v, %v", err, rs[0].Err)
				}
				n.rich.crash = nil
				if !journaled {
					journal = filepath.Join(t.TempDir(), "other")
				}
				rs, err = n.quick(journal).Store(t.Context(), n.rich, src, client.StoreOptions{Lifetime: client.Epochs(2)})
				if err != nil || rs[0].Err != nil {
					t.Fatalf("got %v, %v", err, rs[0].Err)
				}
				if n.registers != 1 || n.certifies != 1 {
					t.Errorf("%d registrations and %d certifications, want one each", n.registers, n.certifies)
				}
				encoded, _ := n.params.EncodedLength(2000)
				if paid, want := uint64(plenty)-n.wal[n.rich.addr], units(encoded)*(2*n.sys.StoragePrice+n.sys.WritePrice); paid != want {
					t.Errorf("paid %d, want %d", paid, want)
				}
				if files, _ := os.ReadDir(journal); len(files) != 0 {
					t.Errorf("the journal still holds %v", files)
				}
				if step == "certify mined" && rs[0].Sent != 0 {
					t.Errorf("sent %d bytes of a blob that was certified", rs[0].Sent)
				}
				if strings.HasPrefix(step, "certify") && rs[0].Sent != 0 {
					t.Errorf("sent %d bytes to nodes that had everything", rs[0].Sent)
				}
			})
		}
	}
}

// A resumed store takes up its own object even if told not to use what the account owns, and waits for a transaction that is still on its way.
func TestResumeWaitsForTheTransaction(t *testing.T) {
	n := newTestnet(t, 2, 1, 3, 1)
	journal := t.TempDir()
	src := []client.Source{client.Bytes("b", randomBytes("wait", 2000))}
	n.rich.crash = func(at string) error {
		if at == "register mined" {
			return errCrash
		}
		return nil
	}
	if _, err := n.quick(journal).Store(t.Context(), n.rich, src, client.StoreOptions{}); err != nil {
		t.Fatal(err)
	}
	n.rich.crash = nil
	// The transaction looks unmined for a moment.
	n.mu.Lock()
	mined := n.txs
	n.txs = map[chain.TxHash]*chain.Receipt{}
	for tx := range mined {
		n.txs[tx] = nil
	}
	n.mu.Unlock()
	timer := time.AfterFunc(300*time.Millisecond, func() {
		n.mu.Lock()
		defer n.mu.Unlock()
		n.txs = mined
	})
	defer timer.Stop()
	rs, err := n.quick(journal).Store(t.Context(), n.rich, src, client.StoreOptions{IgnoreResources: true})
	if err != nil || rs[0].Err != nil {
		t.Fatalf("got %v, %v", err, rs[0].Err)
	}
	if n.registers != 1 {
		t.Errorf("%d registrations, want 1", n.registers)
	}
}

// An extension that is cut off at any step is paid once, also if its transaction is mined only while the next run goes on.
func TestExtendPaysOnce(t *testing.T) {
	for _, registered := range []bool{false, true} { // else certified
		for _, tc := range []struct {
			step string
			err  error
		}{{"extend sent", errCrash}, {"extend sent", errInFlight}, {"extend mined", errCrash}} {
			t.Run(fmt.Sprintf("registered only %v, %s, %v", registered, tc.step, tc.err), func(t *testing.T) {
				n := newTestnet(t, 3, 2, 2)
				journal := t.TempDir()
				src := []client.Source{client.Bytes("b", randomBytes("extend", 500))}
				store := func(epochs uint32) error {
					t.Helper()
					rs, err := n.quick(journal).Store(t.Context(), n.rich, src, client.StoreOptions{Lifetime: client.Epochs(epochs)})
					if err != nil {
						t.Fatal(err)
					}
					return rs[0].Err
				}
				step, fault := "certify sent", error(errCrash)
				n.rich.crash = func(at string) error {
					if at == step {
						return fault
					}
					return nil
				}
				if !registered {
					step = ""
				}
				if err := store(2); (err == nil) == registered {
					t.Fatalf("first store: %v", err)
				}
				before := n.wal[n.rich.addr]
				step, fault = tc.step, tc.err
				if err := store(5); !errors.Is(err, tc.err) {
					t.Fatalf("got %v, want %v", err, tc.err)
				}
				n.rich.crash = nil
				var mined sync.WaitGroup
				if tc.err == errInFlight {
					mined.Go(func() {
						time.Sleep(300 * time.Millisecond)
						n.rich.mine()
					})
				}
				err := store(5)
				if mined.Wait(); err != nil {
					t.Fatal(err)
				}
				encoded, _ := n.params.EncodedLength(500)
				if paid, want := before-n.wal[n.rich.addr], units(encoded)*3*n.sys.StoragePrice; paid != want || n.extends != 1 || n.registers != 1 {
					t.Errorf("paid %d for %d extensions of %d objects, want %d for one", paid, n.extends, n.registers, want)
				}
				if b := n.blobs[0]; b.Storage.End != 10 || !b.IsCertified {
					t.Errorf("object %+v, want it certified until 10", b)
				}
				if files, _ := os.ReadDir(journal); len(files) != 0 {
					t.Errorf("the journal still holds %v", files)
				}
			})
		}
	}
}

// What somebody else has extended meanwhile is not bought again.
func TestExtendBuysWhatIsMissing(t *testing.T) {
	n := newTestnet(t, 3, 2, 2)
	blob := randomBytes("meanwhile", 500)
	n.storeWith(n.quick(""), blob, client.StoreOptions{Lifetime: client.Epochs(2), Deletable: true})
	crashed := false
	n.rich.crash = func(at string) error {
		if at == "certify sent" && !crashed {
			crashed = true
			return errCrash
		}
		return nil
	}
	other := randomBytes("meanwhile 2", 500)
	src := []client.Source{client.Bytes("b", other)}
	if rs, err := n.quick("").Store(t.Context(), n.rich, src, client.StoreOptions{Lifetime: client.Epochs(2)}); err != nil || !errors.Is(rs[0].Err, errCrash) {
		t.Fatalf("got %v, %v", err, rs[0].Err)
	}
	n.rich.crash = func(at string) error {
		if at == "certify mined" {
			n.mu.Lock()
			n.blobs[1].Storage.End += 2
			n.mu.Unlock()
		}
		return nil
	}
	r := n.storeWith(n.quick(""), other, client.StoreOptions{Lifetime: client.Epochs(5)})
	if c := r.NewlyCreated; c == nil || c.Operation.Epochs != 1 || c.Object.Storage.End != 10 {
		t.Errorf("got %+v, want it extended by one epoch to 10", c)
	}
}

// A registration that the endpoint asked does not know, because it went to another one, is not paid again, whether it comes to light as a receipt or only as an object.
func TestRegistrationThatOneEndpointDoesNotKnow(t *testing.T) {
	for _, receipt := range []bool{true, false} {
		t.Run(fmt.Sprintf("receipt %v", receipt), func(t *testing.T) {
			n := newTestnet(t, 3, 2, 2)
			journal := t.TempDir()
			src := []client.Source{client.Bytes("b", randomBytes("lost", 500))}
			n.rich.crash = func(at string) error {
				if at == "register sent" {
					return errCrash // forgotten by the ledger, but mined below
				}
				return nil
			}
			if rs, err := n.quick(journal).Store(t.Context(), n.rich, src, client.StoreOptions{}); err != nil || !errors.Is(rs[0].Err, errCrash) {
				t.Fatalf("got %v, %v", err, rs[0].Err)
			}
			n.rich.crash = nil
			mine := n.rich.mine
			var mined sync.WaitGroup
			mined.Go(func() {
				time.Sleep(300 * time.Millisecond)
				mine()
				if !receipt {
					n.mu.Lock()
					clear(n.txs)
					n.mu.Unlock()
				}
			})
			rs, err := n.quick(journal).Store(t.Context(), n.rich, src, client.StoreOptions{IgnoreResources: true})
			if mined.Wait(); err != nil || rs[0].Err != nil {
				t.Fatalf("got %v, %v", err, rs[0].Err)
			}
			if n.registers != 1 {
				t.Errorf("%d registrations, want 1", n.registers)
			}
		})
	}
}

// The hash of a registration stays in the journal for as long as the store is not done, whatever the endpoint says.
func TestJournalKeepsLostRegistrations(t *testing.T) {
	n := newTestnet(t, 3, 2, 2)
	journal := t.TempDir()
	src := []client.Source{client.Bytes("b", randomBytes("kept", 500))}
	n.rich.crash = func(at string) error {
		if at == "register sent" {
			return errCrash
		}
		return nil
	}
	for want := 1; want <= 2; want++ {
		if rs, err := n.quick(journal).Store(t.Context(), n.rich, src, client.StoreOptions{IgnoreResources: true}); err != nil || !errors.Is(rs[0].Err, errCrash) {
			t.Fatalf("got %v, %v", err, rs[0].Err)
		}
		files, err := filepath.Glob(filepath.Join(journal, "*.json"))
		if err != nil || len(files) != 1 {
			t.Fatalf("journal: %v, %v", files, err)
		}
		raw, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		var e struct{ RegisterTx []chain.TxHash }
		if err := json.Unmarshal(raw, &e); err != nil || len(e.RegisterTx) != want {
			t.Errorf("journal holds %s, %v, want %d hashes", raw, err, want)
		}
	}
	n.mu.Lock()
	clear(n.txs)
	n.mu.Unlock()
	if err := n.rich.mine(); err != nil { // the second was mined in the end
		t.Fatal(err)
	}
	n.rich.crash = nil
	if rs, err := n.quick(journal).Store(t.Context(), n.rich, src, client.StoreOptions{IgnoreResources: true}); err != nil || rs[0].Err != nil || n.registers != 1 {
		t.Fatalf("got %v, %v, %d registrations", err, rs[0].Err, n.registers)
	}
}

// A resumed store sends what is missing and hardly more.
func TestResumeSendsWhatIsMissing(t *testing.T) {
	n := newTestnet(t, 4, 3, 3, 3)
	journal := t.TempDir()
	blob := randomBytes("missing", 400_000)
	src := []client.Source{client.Bytes("b", blob)}
	n.links[0].kill()
	n.links[1].kill()
	rs, err := n.quick(journal).Store(t.Context(), n.rich, src, client.StoreOptions{})
	if err != nil || !errors.Is(rs[0].Err, client.ErrNotEnoughWeight) {
		t.Fatalf("got %v, %v", err, rs[0].Err)
	}
	whole := uint64(0)
	e, err := redstuff.Encode(n.params, blob)
	if err != nil {
		t.Fatal(err)
	}
	perPair := uint64(n.params.SliverSize(redstuff.Primary, e.SymbolSize()) + n.params.SliverSize(redstuff.Secondary, e.SymbolSize()))
	whole = perPair * uint64(n.params.N)
	missing := perPair * 7
	n.links[0].revive()
	n.links[1].revive()
	c := n.quick(journal)
	rs, err = c.Store(t.Context(), n.rich, src, client.StoreOptions{})
	if err != nil || rs[0].Err != nil {
		t.Fatalf("got %v, %v", err, rs[0].Err)
	}
	if !rs[0].Resumed || rs[0].Sent > missing*105/100 {
		t.Errorf("sent %d bytes of %d, %d were missing", rs[0].Sent, whole, missing)
	}
	if n.registers != 1 {
		t.Errorf("%d registrations, want 1", n.registers)
	}
}

// A transfer that breaks off in the middle goes on with the slivers that have not arrived.
func TestBrokenTransferGoesOn(t *testing.T) {
	n := newTestnet(t, 3, 2, 2)
	blob := randomBytes("broken", 900_000)
	broke := false
	n.intercept(0, func(w http.ResponseWriter, r *http.Request, honest http.Handler) {
		switch {
		case r.Method == http.MethodPut && !broke:
			broke = true
			r.Body = &cutBody{r.Body, 500_000}
		case broke && strings.HasSuffix(r.URL.Path, "/staged"): // the node may still be verifying what it got
			for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(10 * time.Millisecond) {
				rec := httptest.NewRecorder()
				honest.ServeHTTP(rec, r)
				if bytes.Contains(rec.Body.Bytes(), []byte(`"complete":true`)) || time.Now().After(deadline) {
					w.Header().Set("Content-Type", rec.Header().Get("Content-Type"))
					w.WriteHeader(rec.Code)
					_, _ = w.Write(rec.Body.Bytes())
					return
				}
			}
		}
		honest.ServeHTTP(w, r)
	})
	r := n.store(n.quick(""), blob)
	e, err := redstuff.Encode(n.params, blob)
	if err != nil {
		t.Fatal(err)
	}
	all := uint64(n.params.N * (n.params.SliverSize(redstuff.Primary, e.SymbolSize()) + n.params.SliverSize(redstuff.Secondary, e.SymbolSize())))
	// The transport may have taken 1.44 MB of the first attempt, of which 480 KB arrived as whole slivers.
	if !broke || r.Sent > all+1_440_000-480_000+10_000 {
		t.Errorf("sent %d bytes for %d", r.Sent, all)
	}
	if got, _, err := n.quick("").ReadBytes(t.Context(), r.BlobID, client.ReadOptions{}); err != nil || !bytes.Equal(got, blob) {
		t.Fatalf("read %d bytes, %v", len(got), err)
	}
}

// A cutBody breaks off after left bytes, a while later: what was sent before a broken connection has had time to arrive.
type cutBody struct {
	io.ReadCloser
	left int
}

func (c *cutBody) Read(p []byte) (int, error) {
	if c.left == 0 {
		time.Sleep(300 * time.Millisecond)
		return 0, errCrash
	}
	n, err := c.ReadCloser.Read(p[:min(len(p), c.left)])
	c.left -= n
	return n, err
}

// Nodes without bundles are served by the single endpoints, and asked for bundles only once in ten minutes.
func TestSingleEndpoints(t *testing.T) {
	n := newTestnet(t, 3, 2, 2)
	asked := 0
	for i := range n.com.Members {
		n.intercept(i, func(w http.ResponseWriter, r *http.Request, honest http.Handler) {
			if !strings.HasSuffix(r.URL.Path, "/bundle") && !strings.HasSuffix(r.URL.Path, "/staged") {
				honest.ServeHTTP(w, r)
				return
			}
			if i == 0 {
				asked++
			}
			w.WriteHeader([]int{404, 405, 404}[i])
		})
	}
	c := n.quick("")
	for i := range 2 {
		blob := randomBytes("single", 3000+i)
		id := n.store(c, blob).BlobID
		if got, report, err := c.ReadBytes(t.Context(), id, client.ReadOptions{}); err != nil || !bytes.Equal(got, blob) || len(report.Nodes) > 0 {
			t.Fatalf("read %d bytes, %v, %+v", len(got), err, report)
		}
	}
	if asked != 1 {
		t.Errorf("a node without bundles was asked for them %d times, want once", asked)
	}
}

func TestReuse(t *testing.T) {
	n := newTestnet(t, 3, 2, 2)
	c := n.quick("")
	store := func(blob []byte, opt client.StoreOptions) client.StoreResult {
		t.Helper()
		rs, err := c.Store(t.Context(), n.rich, []client.Source{client.Bytes("b", blob)}, opt)
		if err != nil || rs[0].Err != nil {
			t.Fatalf("%v, %v", err, rs[0].Err)
		}
		return rs[0]
	}
	blob := randomBytes("reuse", 500)
	first := store(blob, client.StoreOptions{Lifetime: client.Epochs(2)})
	again := store(blob, client.StoreOptions{Lifetime: client.Epochs(2)})
	if a := again.AlreadyCertified; a == nil || a.Event == nil || a.End != 7 || again.Sent != 0 {
		t.Errorf("stored again: %+v", again)
	}
	longer := store(blob, client.StoreOptions{Lifetime: client.Epochs(5)})
	if l := longer.NewlyCreated; l == nil || l.Operation.Kind != client.ReuseAndExtend || l.Operation.Epochs != 3 || l.Object.ID != first.NewlyCreated.Object.ID || l.Object.Storage.End != 10 {
		t.Errorf("stored for longer: %+v", l)
	}
	forced := store(blob, client.StoreOptions{Force: true})
	// A node that has not seen the new object's registration yet is asked again by a bundle with nothing in it.
	if f := forced.NewlyCreated; f == nil || f.Object.ID == first.NewlyCreated.Object.ID || forced.Sent > 3*nodeapi.EndFrameLen {
		t.Errorf("forced: %+v, sent %d", f, forced.Sent)
	}
	deletable := store(blob, client.StoreOptions{Deletable: true, Lifetime: client.Epochs(9)})
	if d := deletable.NewlyCreated; d == nil || !d.Object.Deletable || d.Operation.Kind != client.RegisterFromScratch {
		t.Errorf("deletable: %+v", d)
	}
	if twice := store(blob, client.StoreOptions{Deletable: true}); twice.AlreadyCertified == nil || twice.AlreadyCertified.Object == nil {
		t.Errorf("deletable again: %+v", twice)
	}
	if _, err := n.rich.Delete(context.Background(), deletable.NewlyCreated.Object.ID); err != nil {
		t.Fatal(err)
	}
	reused := store(randomBytes("other", 400), client.StoreOptions{Lifetime: client.Epochs(9)})
	if r := reused.NewlyCreated; r == nil || r.Operation.Kind != client.ReuseStorage || r.Object.Storage.ID != deletable.NewlyCreated.Object.Storage.ID {
		t.Errorf("on freed space: %+v", r)
	}
}

func TestPoor(t *testing.T) {
	n := newTestnet(t, 3, 2, 2)
	encoded, _ := n.params.EncodedLength(100)
	one := units(encoded) * (n.sys.StoragePrice + n.sys.WritePrice)
	poor := n.account(9, one+one/2)
	rs, err := n.quick("").Store(t.Context(), poor, []client.Source{client.Bytes("a", randomBytes("a", 100)), client.Bytes("b", randomBytes("b", 100))}, client.StoreOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if rs[0].Err != nil || rs[1].Err == nil || rs[1].Phase != "register_or_reuse_resources" || !strings.Contains(rs[1].Err.Error(), "FROST") {
		t.Errorf("got %v and %s: %v", rs[0].Err, rs[1].Phase, rs[1].Err)
	}
}

func TestImpossibleLifetimes(t *testing.T) {
	n := newTestnet(t, 3, 2, 2)
	for _, l := range []client.Lifetime{client.Epochs(54), client.Until(5), client.Until(99), client.NotBefore(time.Now().Add(-time.Hour)), client.NotBefore(time.Now().Add(100 * 24 * time.Hour))} {
		if _, err := n.quick("").Store(t.Context(), n.rich, []client.Source{client.Bytes("a", nil)}, client.StoreOptions{Lifetime: l}); !errors.Is(err, client.ErrLifetime) {
			t.Errorf("%+v: got %v", l, err)
		}
	}
}

func TestCancelledStore(t *testing.T) {
	n := newTestnet(t, 3, 2, 2)
	for _, l := range n.links {
		l.freeze()
	}
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	start := time.Now()
	rs, err := n.quick("").Store(ctx, n.rich, []client.Source{client.Bytes("a", []byte("x"))}, client.StoreOptions{Force: true})
	if err != nil || !errors.Is(rs[0].Err, context.DeadlineExceeded) || time.Since(start) > 6*time.Second {
		t.Errorf("got %v, %v after %v", err, rs[0].Err, time.Since(start))
	}
}
