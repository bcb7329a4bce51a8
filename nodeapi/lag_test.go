package nodeapi

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"testing"
	"time"

	"walrus/redstuff"
)

// TestReaderLags reads a bundle with pauses that are longer than a node may stand still, as a full disk cache makes them. The node is not to blame. It may get more time than at first, since
// a machine that is busy with other things stands still as well; the pauses grow with it, so that a reader who is blamed fails at any length.
func TestReaderLags(t *testing.T) {
	var err error
	for stall := 200 * time.Millisecond; stall < 10*time.Second; stall *= 3 {
		if err = lag(t, stall); !errors.Is(err, ErrUnavailable) {
			break
		}
		t.Logf("with %v: %v", stall, err)
	}
	if err != nil {
		t.Error(err)
	}
}

func lag(t *testing.T, stall time.Duration) error {
	key, pub := newKey(t)
	p, err := redstuff.NewParams(100) // slivers of 4 MB, which the connection does not hold
	if err != nil {
		t.Fatal(err)
	}
	const symbol, pieces = 65_000, 4
	length := p.SliverSize(redstuff.Primary, symbol)
	sliver := redstuff.Sliver{Axis: redstuff.Primary, Index: 3, SymbolSize: symbol, Data: bytes.Repeat([]byte("0123456789"), length/10)}
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+RouteBundle, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", TypeBundle)
		fw := NewFrameWriter(w)
		fw.Sliver(3, sliver)
		fw.Close()
	})
	c := NewClient(serve(t, selfSigned(t, key), mux), pub, Options{Connect: max(5*time.Second, stall), Stall: stall, Answer: 2 * stall})
	t.Cleanup(c.Close)
	r, err := c.Bundle(t.Context(), redstuff.BlobID{1}, Selection{Primary: []redstuff.PairIndex{3}}, BlobLimits(p, symbol, true))
	if err != nil {
		return err
	}
	defer r.Close()
	f, err := r.Next()
	if err != nil {
		return err
	}
	var got []byte
	_, _, err = r.StreamSliver(f, make([]byte, length/pieces), func(data []byte, off int) error {
		got = append(got, data...)
		time.Sleep(2 * stall)
		return nil
	})
	if err == nil && !bytes.Equal(got, sliver.Data) {
		return fmt.Errorf("%d of %d bytes, or others", len(got), length)
	}
	return err
}
