package client_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"walrus/chain"
	"walrus/client"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// complete reports whether node i says that it has all its slivers of a blob.
func (n *testnet) complete(i int, id redstuff.BlobID) bool {
	n.t.Helper()
	m := n.com.Members[i]
	api := nodeapi.NewClient(n.addrs[i], m.NetworkKey, nodeapi.Options{})
	defer api.Close()
	has, err := api.Staged(context.Background(), id)
	if err != nil {
		n.t.Fatal(err)
	}
	whole := 0
	for _, s := range has.Slivers {
		if s.Complete {
			whole++
		}
	}
	return has.Metadata && whole == 2*len(m.Shards)
}

// What goes through files is the same on the nodes as what is held in memory, wherever it comes from.
func TestStreamedStore(t *testing.T) {
	n := newTestnet(t, 34, 33, 20, 13)
	dir := t.TempDir()
	for _, size := range []int{2, 300, 5000, 300_001, 3_000_000} {
		blob := randomBytes("stream", size)
		path := filepath.Join(dir, "f")
		if err := os.WriteFile(path, blob, 0o600); err != nil {
			t.Fatal(err)
		}
		m, err := redstuff.ComputeMetadata(n.params, blob)
		if err != nil {
			t.Fatal(err)
		}
		for _, src := range []client.Source{client.File(path), client.Reader("pipe", io.MultiReader(bytes.NewReader(blob[:size/2]), bytes.NewReader(blob[size/2:]))), client.Bytes("bytes", blob)} {
			rs, err := n.streaming("").Store(t.Context(), n.rich, []client.Source{src}, client.StoreOptions{Force: true})
			if err != nil || rs[0].Err != nil {
				t.Fatalf("%s, %d bytes: %v, %v", src.Path, size, err, rs[0].Err)
			}
			if rs[0].BlobID != m.BlobID() {
				t.Errorf("%s, %d bytes: ID %v, want %v", src.Path, size, rs[0].BlobID, m.BlobID())
			}
		}
		for _, check := range []redstuff.Check{redstuff.CheckDefault, redstuff.CheckStrict, redstuff.CheckSkip} {
			var out bytes.Buffer
			if report, err := n.streaming("").Read(t.Context(), m.BlobID(), &out, client.ReadOptions{Check: check}); err != nil || !bytes.Equal(out.Bytes(), blob) {
				t.Errorf("%d bytes, %v check: read %d, %v, %+v", size, check, out.Len(), err, report)
			}
			if _, err := n.streaming("").ReadFile(t.Context(), m.BlobID(), path, client.ReadOptions{Check: check}); err != nil {
				t.Errorf("%d bytes, %v check: %v", size, check, err)
			}
			if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, blob) {
				t.Errorf("%d bytes, %v check: the file has %d bytes, %v", size, check, len(got), err)
			}
		}
		// Every sliver is good: reads by any of them succeed, and the nodes verified what they took.
		if got, report, err := n.quick("").ReadBytes(t.Context(), m.BlobID(), client.ReadOptions{Check: redstuff.CheckStrict}); err != nil || !bytes.Equal(got, blob) || len(report.Bad)+report.Missing > 0 {
			t.Errorf("%d bytes: read %d, %v, %+v", size, len(got), err, report)
		}
		for i := range n.com.Members {
			if !n.complete(i, m.BlobID()) {
				t.Errorf("%d bytes: node %d lacks slivers", size, i)
			}
		}
	}
}

// A transfer that breaks off goes on in a later pass, from about where it was.
func TestStreamedTransferGoesOn(t *testing.T) {
	n := newTestnet(t, 3, 2, 2)
	blob := randomBytes("broken", 900_000)
	broke := 0
	n.intercept(0, func(w http.ResponseWriter, r *http.Request, honest http.Handler) {
		if r.Method == http.MethodPut && broke < 2 {
			broke++
			r.Body = &cutBody{r.Body, 300_000}
		}
		honest.ServeHTTP(w, r)
	})
	r := n.store(n.streaming(""), blob)
	if broke != 2 || !n.complete(0, r.BlobID) {
		t.Errorf("broke off %d times, and the node lacks slivers in the end", broke)
	}
	if got, _, err := n.quick("").ReadBytes(t.Context(), r.BlobID, client.ReadOptions{}); err != nil || !bytes.Equal(got, blob) {
		t.Fatalf("read %d bytes, %v", len(got), err)
	}
}

// Anyone can send a node parts of a blob that is registered. Wrong ones make it refuse the slivers that they belong to; then they are sent from the start.
func TestStreamedOverWrongParts(t *testing.T) {
	n := newTestnet(t, 4, 3, 3)
	blob := randomBytes("parts", 50_000)
	c, src := n.streaming(t.TempDir()), []client.Source{client.Bytes("b", blob)}
	n.rich.crash = func(at string) error {
		if at == "register mined" {
			return errCrash
		}
		return nil
	}
	if rs, err := c.Store(t.Context(), n.rich, src, client.StoreOptions{}); err != nil || !errors.Is(rs[0].Err, errCrash) {
		t.Fatal(err, rs[0].Err)
	}
	n.rich.crash = nil
	e, err := redstuff.Encode(n.params, blob)
	if err != nil {
		t.Fatal(err)
	}
	length := n.params.SliverSize(redstuff.Primary, e.SymbolSize())
	for i, m := range n.com.Members {
		var body nodeapi.BundleBody
		body.Metadata(e.Metadata().AppendBCS(nil))
		for _, shard := range m.Shards {
			q := n.params.PairOf(e.BlobID(), shard)
			if index := n.params.Index(redstuff.Primary, q); int(index) >= n.params.K1 {
				s := redstuff.Sliver{Axis: redstuff.Primary, Index: index, SymbolSize: e.SymbolSize()}
				body.StreamParts(q, s, length, 0, 1, func(dst []byte, _ int) error {
					err := e.ReadSliver(dst, redstuff.Primary, index, 0)
					dst[0]++
					return err
				})
			}
		}
		api := nodeapi.NewClient(n.addrs[i], m.NetworkKey, nodeapi.Options{})
		defer api.Close()
		if _, err := api.PutBundle(t.Context(), e.BlobID(), nodeapi.BundleRequest{Body: &body}); err != nil {
			t.Fatal(err)
		}
	}
	if rs, err := c.Store(t.Context(), n.rich, src, client.StoreOptions{}); err != nil || rs[0].Err != nil || !rs[0].Resumed {
		t.Fatalf("over wrong parts: %v, %+v", err, rs[0])
	}
}

// Quorums are met and missed with streamed blobs as with others, and nodes that stand still stop nobody.
func TestStreamedQuorum(t *testing.T) {
	for _, way := range []string{"kill", "freeze"} {
		t.Run(way, func(t *testing.T) {
			n := newTestnet(t, 33, 33, 1, 33)
			fault := (*link).kill
			if way == "freeze" {
				fault = (*link).freeze
			}
			fault(n.links[3])
			c := n.streaming("")
			if rs, err := c.Store(t.Context(), n.rich, []client.Source{client.Bytes("b", randomBytes("q", 500_000))}, client.StoreOptions{Force: true}); err != nil || rs[0].Err != nil {
				t.Fatalf("with 67 shards: %v, %v", err, rs[0].Err)
			}
			fault(n.links[2])
			rs, err := c.Store(t.Context(), n.rich, []client.Source{client.Bytes("b", randomBytes("q2", 500_000))}, client.StoreOptions{Force: true})
			var w *client.WeightError
			if err != nil || !errors.As(rs[0].Err, &w) || w.Want != 67 {
				t.Fatalf("with 66 shards: %v, %v", err, rs[0].Err)
			}
		})
	}
}

// Nodes without bundles get streamed blobs too.
func TestStreamedSingleEndpoints(t *testing.T) {
	n := newTestnet(t, 3, 2, 2)
	for i := range n.com.Members[:2] {
		n.intercept(i, func(w http.ResponseWriter, r *http.Request, honest http.Handler) {
			if !strings.HasSuffix(r.URL.Path, "/bundle") && !strings.HasSuffix(r.URL.Path, "/staged") {
				honest.ServeHTTP(w, r)
				return
			}
			w.WriteHeader(http.StatusNotFound)
		})
	}
	blob := randomBytes("single", 30_000)
	c := n.streaming("")
	id := n.store(c, blob).BlobID
	var out bytes.Buffer
	if report, err := c.Read(t.Context(), id, &out, client.ReadOptions{}); err != nil || !bytes.Equal(out.Bytes(), blob) || len(report.Nodes) > 0 {
		t.Fatalf("read %d bytes, %v, %+v", out.Len(), err, report)
	}
	for i := range n.com.Members {
		if !n.complete(i, id) {
			t.Errorf("node %d lacks slivers", i)
		}
	}
}

// A node without bundles that gives something else than slivers, or breaks off, costs a streamed read nothing but what it owes.
func TestStreamedSingleLiars(t *testing.T) {
	for name, c := range map[string]struct {
		forge func(answer []byte) []byte
		bad   bool // the slivers are wrong, and not only missing
	}{
		"another byte": {func(b []byte) []byte { b[len(b)/2]++; return b }, true},
		"too short":    {func(b []byte) []byte { return b[:len(b)-1] }, true},
		"too long":     {func(b []byte) []byte { return append(b, 0) }, true},
		"prefix":       {func(b []byte) []byte { b[0]++; return b }, true},
		"index":        {func(b []byte) []byte { b[len(b)-1]++; return b }, true},
		"symbol size":  {func(b []byte) []byte { b[len(b)-4], b[len(b)-3] = 0, 0; return b }, true},
		"nothing":      {func([]byte) []byte { return nil }, true},
		"cut off":      {nil, false},
	} {
		t.Run(name, func(t *testing.T) {
			n := newTestnet(t, 2, 4, 1)
			blob := randomBytes("single", 30_000)
			id := n.store(n.streaming(""), blob).BlobID
			asked := make(chan struct{})
			var once sync.Once
			for _, i := range []int{0, 2} { // they give node 1 the time to show what it does
				n.intercept(i, func(w http.ResponseWriter, r *http.Request, honest http.Handler) {
					if strings.HasSuffix(r.URL.Path, "/bundle") {
						select {
						case <-asked:
							time.Sleep(50 * time.Millisecond)
						case <-time.After(5 * time.Second):
						}
					}
					honest.ServeHTTP(w, r)
				})
			}
			n.intercept(1, func(w http.ResponseWriter, r *http.Request, honest http.Handler) {
				switch {
				case strings.HasSuffix(r.URL.Path, "/bundle"):
					w.WriteHeader(http.StatusNotFound)
				case strings.Contains(r.URL.Path, "/slivers/"):
					once.Do(func() { close(asked) })
					rec := httptest.NewRecorder()
					honest.ServeHTTP(rec, r)
					answer := rec.Body.Bytes()
					if c.forge == nil {
						w.Header().Set("Content-Length", strconv.Itoa(len(answer)))
						_, _ = w.Write(answer[:len(answer)/2])
						panic(http.ErrAbortHandler)
					}
					_, _ = w.Write(c.forge(answer))
				default:
					honest.ServeHTTP(w, r)
				}
			})
			var out bytes.Buffer
			report, err := n.streaming("").Read(t.Context(), id, &out, client.ReadOptions{})
			if err != nil || !bytes.Equal(out.Bytes(), blob) {
				t.Fatalf("read %d bytes, %v", out.Len(), err)
			}
			if (len(report.Bad) > 0) != c.bad || len(report.Nodes) > 0 {
				t.Errorf("bad %v, nodes %v", report.Bad, report.Nodes)
			}
		})
	}
}

// A file that changes after it was encoded, while nodes get it, ends the store with that reason and no certificate.
func TestSourceThatChangesWhileSent(t *testing.T) {
	n := newTestnet(t, 3, 2, 2)
	path := filepath.Join(t.TempDir(), "f")
	if err := os.WriteFile(path, randomBytes("a", 500_000), 0o600); err != nil {
		t.Fatal(err)
	}
	n.rich.crash = func(at string) error {
		if at == "register mined" {
			return os.WriteFile(path, randomBytes("b", 400_000), 0o600)
		}
		return nil
	}
	rs, err := n.streaming("").Store(t.Context(), n.rich, []client.Source{client.File(path)}, client.StoreOptions{})
	if err != nil || !errors.Is(rs[0].Err, client.ErrSourceChanged) || n.certifies != 0 {
		t.Errorf("got %v, %v and %d certificates", err, rs[0].Err, n.certifies)
	}
}

// The ID of a source is the same in memory and through files, and needs no network.
func TestComputeMetadata(t *testing.T) {
	n := newTestnet(t, 4, 3, 3)
	blob := randomBytes("id", 100_000)
	m, err := client.ComputeMetadata(context.Background(), n.params, client.Bytes("b", blob), client.MetadataOptions{})
	if err != nil {
		t.Fatal(err)
	}
	q, err := n.streaming("").Quotes(t.Context(), chain.Address{}, []client.Source{client.Bytes("b", blob)}, client.StoreOptions{})
	if err != nil || q[0].BlobID != m.BlobID() {
		t.Errorf("quoted %v, %v, want %v", q[0].BlobID, err, m.BlobID())
	}
}
