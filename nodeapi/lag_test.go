package nodeapi

import (
	"bytes"
	"net/http"
	"testing"
	"time"

	"walrus/redstuff"
)

// TestReaderLags reads a bundle with pauses that are longer than a node may stand still, as a full disk cache makes them. The node is not to blame.
func TestReaderLags(t *testing.T) {
	key, pub := newKey(t)
	p, err := redstuff.NewParams(100) // slivers of 4 MB, which the connection does not hold
	if err != nil {
		t.Fatal(err)
	}
	const symbol, pieces = 65_000, 8
	length := p.SliverSize(redstuff.Primary, symbol)
	sliver := redstuff.Sliver{Axis: redstuff.Primary, Index: 3, SymbolSize: symbol, Data: bytes.Repeat([]byte("0123456789"), length/10)}
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+RouteBundle, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", TypeBundle)
		fw := NewFrameWriter(w)
		fw.Sliver(3, sliver)
		fw.Close()
	})
	const stall = 200 * time.Millisecond
	c := NewClient(serve(t, selfSigned(t, key), mux), pub, Options{Connect: 5 * time.Second, Stall: stall, Answer: 2 * stall})
	t.Cleanup(c.Close)
	r, err := c.Bundle(t.Context(), redstuff.BlobID{1}, Selection{Primary: []redstuff.PairIndex{3}}, BlobLimits(p, symbol, true))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	f, err := r.Next()
	if err != nil {
		t.Fatal(err)
	}
	var got []byte
	if _, _, err := r.StreamSliver(f, make([]byte, length/pieces), func(data []byte, off int) error {
		got = append(got, data...)
		time.Sleep(2 * stall)
		return nil
	}); err != nil || !bytes.Equal(got, sliver.Data) {
		t.Errorf("%d of %d bytes, %v", len(got), length, err)
	}
}
