package client_test

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"walrus/attest"
	"walrus/bls"
	"walrus/chain"
	"walrus/client"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// A frame is one frame of a bundle with its body, as liars handle it.
type frame struct {
	nodeapi.Frame
	body []byte
}

func parseFrames(t testing.TB, p redstuff.Params, b []byte) []frame {
	t.Helper()
	lim := nodeapi.MaxLimits(p, true)
	lim.Absent = true
	r := nodeapi.NewFrameReader(bytes.NewReader(b), lim)
	var out []frame
	for {
		f, err := r.Next()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		body, err := r.Body()
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, frame{f, body})
	}
}

func writeFrames(frames []frame) []byte {
	var b bytes.Buffer
	w := nodeapi.NewFrameWriter(&b)
	for _, f := range frames {
		switch {
		case f.Kind == nodeapi.FrameMetadata:
			w.Metadata(f.body)
		case f.Kind == nodeapi.FrameAbsent:
			w.Absent(f.Axis, f.Pair, f.Absent)
		default:
			w.SliverBytes(f.Axis, f.Pair, f.body)
		}
	}
	w.Close()
	return b.Bytes()
}

// lie puts a man in the middle before node i, with the node's own TLS key: the node's answers to requests whose path ends in suffix go through change, which
// gets the body and returns another.
func (n *testnet) lie(i int, method, suffix string, change func([]byte) []byte) {
	n.t.Helper()
	n.intercept(i, func(w http.ResponseWriter, r *http.Request, honest http.Handler) {
		if r.Method == http.MethodGet && strings.Contains(r.URL.Path, "/attestation/") { // or the truth would come out at the second try
			nodeapi.WriteError(w, nodeapi.Errorf(nodeapi.FailedPrecondition, nodeapi.MissingSlivers, "not yet"))
			return
		}
		if r.Method != method || !strings.HasSuffix(r.URL.Path, suffix) {
			honest.ServeHTTP(w, r)
			return
		}
		rec := httptest.NewRecorder()
		honest.ServeHTTP(rec, r)
		body := rec.Body.Bytes()
		if rec.Code == http.StatusOK {
			body = change(body)
		}
		for k, v := range rec.Header() {
			w.Header()[k] = v
		}
		w.Header().Set("Content-Length", strconv.Itoa(len(body)))
		w.WriteHeader(rec.Code)
		w.Write(body)
	})
}

// intercept puts handle before node i; honest is the node itself.
func (n *testnet) intercept(i int, handle func(w http.ResponseWriter, r *http.Request, honest http.Handler)) {
	n.t.Helper()
	quiet := log.New(io.Discard, "", 0)
	tr := &http.Transport{TLSClientConfig: nodeapi.ClientTLS(n.com.Members[i].NetworkKey), ForceAttemptHTTP2: true}
	proxy := httputil.NewSingleHostReverseProxy(&url.URL{Scheme: "https", Host: n.addrs[i]})
	proxy.Transport, proxy.ErrorLog = tr, quiet
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { handle(w, r, proxy) }))
	cfg, err := nodeapi.ServerTLS(n.tls[i], "127.0.0.1")
	if err != nil {
		n.t.Fatal(err)
	}
	s.TLS, s.EnableHTTP2, s.Config.ErrorLog = cfg, true, quiet
	s.StartTLS()
	n.t.Cleanup(func() { s.CloseClientConnections(); s.Close(); tr.CloseIdleConnections() })
	n.route(i, s.Listener.Addr().String())
}

func TestReadersRefuseLies(t *testing.T) {
	p7, err := redstuff.NewParams(7)
	if err != nil {
		t.Fatal(err)
	}
	other, err := redstuff.Encode(p7, randomBytes("another blob", 3000))
	if err != nil {
		t.Fatal(err)
	}
	slivers := func(change func(fs []frame) []frame) func([]byte) []byte {
		return func(b []byte) []byte { return writeFrames(change(parseFrames(t, p7, b))) }
	}
	for _, tc := range []struct {
		name   string
		suffix string
		change func([]byte) []byte
		bad    int    // slivers reported bad
		node   string // what the node is blamed for, if it is given up as a whole
	}{
		{"another blob's metadata", "/metadata", func([]byte) []byte {
			return redstuff.AppendMetadataWithID(nil, other.BlobID(), other.Metadata())
		}, 0, ""},
		{"another blob's metadata under this ID", "/metadata", func(b []byte) []byte { return other.Metadata().AppendBCS(bytes.Clone(b[:32])) }, 0, ""},
		{"metadata with a flipped bit", "/metadata", func(b []byte) []byte { b[50] ^= 4; return b }, 0, ""},
		{"metadata too long", "/metadata", func(b []byte) []byte { return append(b, make([]byte, 1000)...) }, 0, ""},
		{"cut metadata", "/metadata", func(b []byte) []byte { return b[:len(b)-1] }, 0, ""},
		{"flipped bit", "/bundle", slivers(func(fs []frame) []frame { fs[0].body[9] ^= 1; return fs }), 1, ""},
		{"another sliver's index", "/bundle", slivers(func(fs []frame) []frame { fs[0].body[len(fs[0].body)-2]++; return fs }), 1, ""},
		{"another sliver", "/bundle", slivers(func(fs []frame) []frame { fs[0].body, fs[1].body = fs[1].body, fs[0].body; return fs }), 2, ""},
		{"another symbol size", "/bundle", slivers(func(fs []frame) []frame { fs[0].body[len(fs[0].body)-4] ^= 2; return fs }), 1, ""},
		{"reordered frames", "/bundle", slivers(func(fs []frame) []frame { fs[0], fs[1] = fs[1], fs[0]; return fs }), 0, "frame 0"},
		{"another pair", "/bundle", slivers(func(fs []frame) []frame { fs[0].Pair = 6; return fs }), 0, "frame 0"},
		{"short sliver", "/bundle", slivers(func(fs []frame) []frame { fs[0].body = fs[0].body[:40]; return fs }), 0, "malformed bundle"},
		{"cut stream", "/bundle", func(b []byte) []byte { return b[:len(b)-100] }, 0, "malformed bundle"},
		{"endless promise", "/bundle", func([]byte) []byte { return []byte{1, 0, 0, 0xff, 0xff, 0xff, 0xff} }, 0, "malformed bundle"},
		{"nothing", "/bundle", func([]byte) []byte { return nil }, 0, "malformed bundle"},
		{"all damaged", "/bundle", slivers(func(fs []frame) []frame {
			for i := range fs {
				fs[i].Kind, fs[i].Absent = nodeapi.FrameAbsent, nodeapi.Damaged
			}
			return fs
		}), 2, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			n := newTestnet(t, 3, 2, 2)
			blob := randomBytes("truth", 3000)
			e, err := redstuff.Encode(n.params, blob)
			if err != nil {
				t.Fatal(err)
			}
			// The liar must be asked for two systematic slivers: choose a blob of which it has them.
			for k := 0; !n.holds(0, e.BlobID(), 0, 1); k++ {
				blob[0]++
				if e, err = redstuff.Encode(n.params, blob); err != nil {
					t.Fatal(err)
				}
			}
			n.store(n.quick(""), blob)
			n.lie(0, http.MethodGet, tc.suffix, tc.change)
			for i := range 4 { // nodes are asked in random order
				way := []string{"memory", "files"}[i%2]
				got, report, err := n.ways(t)[way](e.BlobID())
				if err != nil || !bytes.Equal(got, blob) {
					t.Fatalf("%s: read %d bytes, %v", way, len(got), err)
				}
				// More than those of the first request may be bad: a liar may be asked again while the others are busy.
				if len(report.Bad) < tc.bad || len(report.Bad) > 0 && tc.bad == 0 {
					t.Fatalf("bad slivers: %v, want %d", report.Bad, tc.bad)
				}
				for _, b := range report.Bad {
					if b.Node != "node-0" {
						t.Errorf("blamed: %v", b)
					}
				}
				if tc.node != "" && (len(report.Nodes) != 1 || !strings.Contains(report.Nodes[0].Error(), tc.node)) {
					t.Errorf("failed nodes: %v, want one for %q", report.Nodes, tc.node)
				}
			}
		})
	}
}

// holds reports whether node i holds all these pairs of the blob.
func (n *testnet) holds(i int, id redstuff.BlobID, pairs ...redstuff.PairIndex) bool {
	for _, q := range pairs {
		found := false
		for _, s := range n.com.Members[i].Shards {
			found = found || n.params.PairOf(id, s) == q
		}
		if !found {
			return false
		}
	}
	return true
}

// A node that sends the first bytes of a bundle and then nothing is overtaken, not waited for.
func TestHangingMidway(t *testing.T) {
	n := newTestnet(t, 3, 2, 2)
	blob := randomBytes("hang", 300_000)
	id := n.store(n.quick(""), blob).BlobID
	quit := make(chan struct{})
	t.Cleanup(func() { close(quit) })
	n.intercept(0, func(w http.ResponseWriter, r *http.Request, honest http.Handler) {
		if !strings.HasSuffix(r.URL.Path, "/bundle") {
			honest.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", nodeapi.TypeBundle)
		w.Write([]byte{1})
		w.(http.Flusher).Flush()
		select {
		case <-quit:
		case <-r.Context().Done():
		}
	})
	c, err := client.New(n.ledger, client.Options{Hedge: 300 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	start := time.Now()
	got, _, err := c.ReadBytes(t.Context(), id, client.ReadOptions{})
	if err != nil || !bytes.Equal(got, blob) {
		t.Fatalf("read %d bytes, %v", len(got), err)
	}
	if took := time.Since(start); took > 8*time.Second { // less than the stall time
		t.Errorf("took %v", took)
	}
}

// Content whose padding is not zero is refused whichever slivers arrive, although every sliver fits its hash.
func TestNonZeroPadding(t *testing.T) {
	n := newTestnet(t, 3, 2, 2)
	size := n.params.K1 * n.params.K2 * 4
	e, err := redstuff.Encode(n.params, bytes.Repeat([]byte{7}, size))
	if err != nil {
		t.Fatal(err)
	}
	m := *e.Metadata()
	m.Length-- // the last byte is padding now, and not zero
	id := m.BlobID()
	r, err := n.rich.Register(t.Context(), []chain.Registration{{BlobID: id, Root: m.Root(), Size: m.Length, Encoding: m.Encoding, Epochs: 1}}, plenty, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, member := range n.com.Members {
		api := nodeapi.NewClient(n.addrs[i], member.NetworkKey, nodeapi.Options{})
		var b nodeapi.BundleBody
		b.Metadata(m.AppendBCS(nil))
		for _, s := range member.Shards {
			q := n.params.PairOf(id, s)
			b.Sliver(q, e.Sliver(redstuff.Primary, q))
			b.Sliver(q, e.Sliver(redstuff.Secondary, q))
		}
		res, err := api.PutBundle(t.Context(), id, nodeapi.BundleRequest{Body: &b, Attest: r.Objects[0]})
		api.Close()
		if err != nil || len(res.Rejected) > 0 {
			t.Fatalf("node %d: %+v, %v", i, res, err)
		}
	}
	for way, read := range n.ways(t) {
		if _, _, err := read(id); !errors.Is(err, client.ErrBlobInvalid) {
			t.Errorf("%s: got %v, want %v", way, err, client.ErrBlobInvalid)
		}
	}
}

func TestCertificatesCountOnlyTrueSignatures(t *testing.T) {
	stranger, err := bls.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	change := func(f func(a *nodeapi.AttestationOrWhy)) func([]byte) []byte {
		return func(b []byte) []byte {
			var env struct {
				Success struct {
					Code int                  `json:"code"`
					Data nodeapi.BundleResult `json:"data"`
				} `json:"success"`
			}
			if err := json.Unmarshal(b, &env); err != nil {
				t.Error(err)
			}
			f(env.Success.Data.Attestation)
			b, _ = json.Marshal(env)
			return b
		}
	}
	resign := func(f func(a *attest.Availability, e *attest.Epoch)) func([]byte) []byte {
		return change(func(a *nodeapi.AttestationOrWhy) {
			said, epoch, err := attest.ParseAvailability(a.Message)
			if err != nil {
				t.Error(err)
			}
			f(&said, &epoch)
			a.Message = said.Message(epoch)
		})
	}
	for _, tc := range []struct {
		name   string
		change func([]byte) []byte
		want   string
	}{
		{"a stranger's signature", change(func(a *nodeapi.AttestationOrWhy) { s := stranger.Sign(a.Message); a.Signature = s[:] }), "not by the node's key"},
		{"no point", change(func(a *nodeapi.AttestationOrWhy) { a.Signature = make([]byte, 96) }), "attestation"},
		{"short signature", change(func(a *nodeapi.AttestationOrWhy) { a.Signature = a.Signature[:95] }), "attestation"},
		{"another network", resign(func(a *attest.Availability, _ *attest.Epoch) { a.Network[0]++ }), "network"},
		{"another object", resign(func(a *attest.Availability, _ *attest.Epoch) { a.Object[0]++ }), "object"},
		{"another size", resign(func(a *attest.Availability, _ *attest.Epoch) { a.Size++ }), "size"},
		{"another epoch", resign(func(_ *attest.Availability, e *attest.Epoch) { *e++ }), "epoch 6"},
		{"no statement", change(func(a *nodeapi.AttestationOrWhy) { a.Message = []byte("yes") }), "attestation"},
		{"a refusal", change(func(a *nodeapi.AttestationOrWhy) { *a = nodeapi.AttestationOrWhy{Reason: nodeapi.MissingSlivers} }), "MISSING_SLIVERS"},
		{"rejections", func(b []byte) []byte {
			return bytes.Replace(b, []byte(`"rejected":[]`), []byte(`"rejected":[{"pair":3,"type":"primary","reason":"INVALID_SLIVER"}]`), 1)
		}, `"primary" of pair 3`},
		{"no JSON", func([]byte) []byte { return []byte("ok") }, "malformed answer"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			n := newTestnet(t, 3, 2, 2)
			n.lie(0, http.MethodPut, "/bundle", tc.change)
			rs, err := n.quick("").Store(t.Context(), n.rich, []client.Source{client.Bytes("b", randomBytes("lie", 100))}, client.StoreOptions{})
			if err != nil {
				t.Fatal(err)
			}
			var w *client.WeightError
			if !errors.As(rs[0].Err, &w) || !strings.Contains(rs[0].Err.Error(), tc.want) || !strings.Contains(rs[0].Err.Error(), "node-0") {
				t.Fatalf("got %v, want an error that blames node-0 for %q", rs[0].Err, tc.want)
			}
			if n.certifies != 0 {
				t.Error("certified")
			}
		})
	}
}
