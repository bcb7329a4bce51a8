package nodeapi

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/base64"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"walrus/redstuff"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func newKey(t testing.TB) (*ecdsa.PrivateKey, NetworkKey) {
	t.Helper()
	key, err := GenerateNetworkKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	pub, err := PublicNetworkKey(&key.PublicKey)
	if err != nil {
		t.Fatal(err)
	}
	return key, pub
}

// serve runs h over TLS with cfg and returns its address.
func serve(t testing.TB, cfg *tls.Config, h http.Handler) string {
	t.Helper()
	s := httptest.NewUnstartedServer(h)
	s.EnableHTTP2 = true
	s.TLS = cfg
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.StartTLS()
	t.Cleanup(s.Close)
	return s.Listener.Addr().String()
}

func selfSigned(t testing.TB, key *ecdsa.PrivateKey) *tls.Config {
	t.Helper()
	cfg, err := ServerTLS(key, "127.0.0.1")
	if err != nil {
		t.Fatal(err)
	}
	return cfg
}

func connect(t *testing.T, addr string, key NetworkKey) *Client {
	t.Helper()
	c := NewClient(addr, key, Options{Connect: 2 * time.Second, Stall: 2 * time.Second})
	t.Cleanup(c.Close)
	return c
}

func TestGeneratedName(t *testing.T) {
	k := NetworkKey{0x03, 0x0a, 0xff, 0x00, 0x55}
	if got, want := GeneratedName(k), "3aff0.network.walrus.alt"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestNetworkKeyFiles(t *testing.T) {
	key, pub := newKey(t)
	tagged, err := FormatNetworkKey(key)
	if err != nil {
		t.Fatal(err)
	}
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	asPEM := string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}))
	for _, s := range []string{tagged, " " + tagged + "\n", asPEM} {
		got, err := ParseNetworkKey([]byte(s))
		if err != nil || !got.Equal(key) {
			t.Errorf("%.20q: %v", s, err)
		}
	}
	// The generator's compressed form, from SEC 2: the key with scalar 1.
	one, err := ParseNetworkKey([]byte(base64.StdEncoding.EncodeToString(append(append([]byte{2}, make([]byte, 31)...), 1))))
	if err != nil {
		t.Fatal(err)
	}
	g, err := PublicNetworkKey(&one.PublicKey)
	if want := "036b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"; err != nil || hex.EncodeToString(g[:]) != want {
		t.Errorf("generator: got %x, %v, want %s", g, err, want)
	}
	p384, _ := ecdsa.GenerateKey(elliptic.P384(), rand.Reader)
	der, _ = x509.MarshalPKCS8PrivateKey(p384)
	for name, s := range map[string]string{
		"empty":       "",
		"short":       base64.StdEncoding.EncodeToString([]byte{2, 1}),
		"zero":        base64.StdEncoding.EncodeToString(append([]byte{2}, make([]byte, 32)...)),
		"BLS":         base64.StdEncoding.EncodeToString(append([]byte{4}, make([]byte, 32)...)),
		"above order": base64.StdEncoding.EncodeToString(append([]byte{2}, []byte(strings.Repeat("\xff", 32))...)),
		"P-384":       string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})),
		"two blocks":  asPEM + asPEM,
		"certificate": "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
	} {
		if _, err := ParseNetworkKey([]byte(s)); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	if _, err := PublicNetworkKey(&p384.PublicKey); err == nil {
		t.Error("P-384 key accepted")
	}
	if pub[0] != 2 && pub[0] != 3 {
		t.Errorf("compressed key starts with %d", pub[0])
	}
}

func FuzzParseNetworkKey(f *testing.F) {
	f.Add([]byte("AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if key, err := ParseNetworkKey(b); err == nil {
			if _, err := PublicNetworkKey(&key.PublicKey); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// chainOver issues a certificate over pub by a made-up authority.
func chainOver(t *testing.T, pub *ecdsa.PublicKey, until time.Time) []byte {
	t.Helper()
	caKey, _ := newKey(t)
	ca := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "CA"}, NotBefore: until.Add(-time.Hour), NotAfter: until, IsCA: true, BasicConstraintsValid: true}
	leaf := &x509.Certificate{SerialNumber: big.NewInt(2), NotBefore: until.Add(-time.Hour), NotAfter: until, DNSNames: []string{"node.example"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	der, err := x509.CreateCertificate(rand.Reader, leaf, ca, pub, caKey)
	if err != nil {
		t.Fatal(err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
}

func TestPinnedIdentity(t *testing.T) {
	key, pub := newKey(t)
	other, otherPub := newKey(t)
	health := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ProtoMajor != 2 {
			t.Errorf("protocol %s, want HTTP/2", r.Proto)
		}
		WriteSuccess(w, 200, Health{NodeStatus: NodeActive})
	})
	chain := func(key *ecdsa.PrivateKey, until time.Time) *tls.Config {
		cfg, err := ServerTLSFromChain(key, chainOver(t, &key.PublicKey, until))
		if err != nil {
			t.Fatal(err)
		}
		return cfg
	}
	for _, c := range []struct {
		name   string
		server *tls.Config
		pinned NetworkKey
		ok     bool
	}{
		{"self-signed, right key", selfSigned(t, key), pub, true},
		{"self-signed, wrong key", selfSigned(t, key), otherPub, false},
		{"issued, right key", chain(key, time.Now().Add(time.Hour)), pub, true},
		{"issued, right key, expired", chain(key, time.Now().Add(-time.Hour)), pub, true},
		{"issued, wrong key", chain(other, time.Now().Add(time.Hour)), pub, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			h, err := connect(t, serve(t, c.server, health), c.pinned).Health(t.Context(), false)
			if c.ok && (err != nil || h.NodeStatus != NodeActive) {
				t.Fatalf("got %+v, %v", h, err)
			}
			if !c.ok && (!errors.Is(err, ErrIdentity) || errors.Is(err, ErrUnavailable)) {
				t.Fatalf("got %v, want %v", err, ErrIdentity)
			}
		})
	}
	if _, err := ServerTLSFromChain(key, chainOver(t, &other.PublicKey, time.Now())); err == nil {
		t.Error("a chain over another key was accepted for serving")
	}
}

func TestClientErrors(t *testing.T) {
	key, pub := newKey(t)
	id := redstuff.BlobID{1}
	release := make(chan struct{})
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+RouteMetadata, func(w http.ResponseWriter, r *http.Request) {
		WriteError(w, Errorf(NotFound, MetadataNotFound, "no metadata"))
	})
	mux.HandleFunc("GET "+RouteSliver, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", TypeBinary)
		if r.PathValue("pair") == "1" {
			w.Write(make([]byte, 100)) // longer than the caller allows
		} else {
			w.Write([]byte("nonsense"))
		}
	})
	mux.HandleFunc("GET "+RouteStatus, func(w http.ResponseWriter, r *http.Request) { <-release })
	mux.HandleFunc("GET "+RouteHealth, func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("{}")) })
	mux.HandleFunc("GET "+RouteMetadataStatus, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "https://example.com/", http.StatusFound)
	})
	mux.HandleFunc("GET "+RouteStaged, func(w http.ResponseWriter, r *http.Request) {
		b, _ := Errorf(FailedPrecondition, InvalidBundle, "late").MarshalJSON()
		w.Header().Set("Content-Type", TypeJSON)
		w.Write(append([]byte("   "), b...))
	})
	c := connect(t, serve(t, selfSigned(t, key), mux), pub)
	t.Cleanup(func() { close(release) })
	check := func(name string, err, want error) {
		t.Helper()
		if !errors.Is(err, want) {
			t.Errorf("%s: got %v, want %v", name, err, want)
		}
	}
	_, _, err := c.Metadata(t.Context(), id, 7)
	check("metadata", err, ErrNotFound)
	for pair := range 2 {
		_, err = c.Sliver(t.Context(), id, redstuff.PairIndex(pair), redstuff.Primary, 40)
		check("sliver", err, ErrMalformed)
	}
	_, err = c.Health(t.Context(), false)
	check("health without JSON type", err, ErrMalformed)
	_, err = c.MetadataStatus(t.Context(), id)
	check("redirect", err, ErrMalformed)
	_, err = c.PutBundle(t.Context(), id, BundleRequest{Body: new(BundleBody)})
	check("no bundles", err, ErrNoBundles)
	_, err = c.Attestation(t.Context(), id, [32]byte{1})
	if errors.Is(err, ErrNotFound) || errors.Is(err, ErrUnavailable) {
		t.Errorf("404 without envelope: got %v", err)
	}
	_, err = c.Staged(t.Context(), id)
	var e *Error
	if !errors.As(err, &e) || e.Reason != InvalidBundle {
		t.Errorf("refusal after spaces: got %v", err)
	}
	start := time.Now()
	_, err = c.BlobStatus(t.Context(), id)
	check("hanging", err, ErrStalled)
	check("hanging", err, ErrUnavailable)
	if took := time.Since(start); took > 4*time.Second {
		t.Errorf("noticed a hanging node after %v", took)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	_, err = c.BlobStatus(ctx, id)
	check("deadline", err, context.DeadlineExceeded)
	if errors.Is(err, ErrUnavailable) {
		t.Error("the caller's deadline must not look like the node's failure")
	}
	dead := connect(t, "127.0.0.1:1", pub)
	_, err = dead.Health(t.Context(), false)
	check("refused", err, ErrUnavailable)
}

func TestBundleRoundTrip(t *testing.T) {
	key, pub := newKey(t)
	id := redstuff.BlobID{9}
	p, err := redstuff.NewParams(7)
	if err != nil {
		t.Fatal(err)
	}
	lim := BlobLimits(p, 8, false)
	sliver := redstuff.Sliver{Axis: redstuff.Primary, Index: 3, SymbolSize: 8, Data: make([]byte, p.Source(redstuff.Primary)*8)}
	mux := http.NewServeMux()
	mux.HandleFunc("PUT "+RouteBundle, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Get("confirm") != "permanent" || r.ContentLength <= 0 || r.Header.Get("Content-Type") != TypeBundle {
			t.Errorf("request: %v %d %v", r.URL, r.ContentLength, r.Header)
		}
		frames, err := readAll(r.Body, lim)
		if err != nil {
			t.Error(err)
		}
		WriteSuccess(w, 200, BundleResult{Stored: len(frames)})
	})
	mux.HandleFunc("GET "+RouteBundle, func(w http.ResponseWriter, r *http.Request) {
		q := r.URL.Query()
		sel, err := ParseSelection(q.Get("metadata"), q.Get("primary"), q.Get("secondary"), p.N)
		if err != nil || !sel.Metadata || FormatPairs(sel.Primary) != "3-4" || sel.Secondary != nil {
			t.Errorf("got %+v, %v", sel, err)
		}
		w.Header().Set("Content-Type", TypeBundle)
		fw := NewFrameWriter(w)
		fw.Metadata(make([]byte, 99))
		fw.Sliver(3, sliver)
		fw.Absent(redstuff.Primary, 4, Damaged)
		fw.Close()
	})
	c := connect(t, serve(t, selfSigned(t, key), mux), pub)
	var body BundleBody
	body.Metadata(make([]byte, 99))
	body.Sliver(3, sliver)
	sent := 0
	res, err := c.PutBundle(t.Context(), id, BundleRequest{Body: &body, Confirm: Confirm{Permanent: true}, Sent: func(n int) { sent += n }})
	if err != nil || res.Stored != 2 || int64(sent) != body.Length() {
		t.Fatalf("got %+v, %v, sent %d of %d", res, err, sent, body.Length())
	}
	r, err := c.Bundle(t.Context(), id, Selection{Metadata: true, Primary: []redstuff.PairIndex{3, 4}}, BlobLimits(p, 8, true))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var kinds []FrameKind
	for {
		f, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		kinds = append(kinds, f.Kind)
		if f.Kind == FrameAbsent && f.Absent != Damaged {
			t.Errorf("absent for %v", f.Absent)
		}
	}
	if len(kinds) != 3 || kinds[0] != FrameMetadata || kinds[1] != FramePrimary || kinds[2] != FrameAbsent {
		t.Errorf("got %v", kinds)
	}
}
