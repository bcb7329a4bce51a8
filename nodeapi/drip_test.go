package nodeapi

import (
	"errors"
	"io"
	"net/http"
	"testing"
	"time"

	"walrus/redstuff"
)

// A node that drips bytes for ever is given up after the time for an answer, at whichever endpoint; one that answers after some spaces is not.
func TestDrip(t *testing.T) {
	key, pub := newKey(t)
	id := redstuff.BlobID{1}
	quit := make(chan struct{})
	drip := func(w http.ResponseWriter, r *http.Request, typ string, d time.Duration, head ...byte) {
		io.Copy(io.Discard, r.Body)
		w.Header().Set("Content-Type", typ)
		w.Write(head)
		for start := time.Now(); time.Since(start) < d; {
			w.Write([]byte{' '})
			w.(http.Flusher).Flush()
			select {
			case <-quit:
				return
			case <-r.Context().Done():
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	}
	mux := http.NewServeMux()
	for _, route := range []string{"GET " + RouteStatus, "PUT " + RouteBundle} {
		mux.HandleFunc(route, func(w http.ResponseWriter, r *http.Request) { drip(w, r, TypeJSON, time.Hour) })
	}
	mux.HandleFunc("GET "+RouteHealth, func(w http.ResponseWriter, r *http.Request) {
		drip(w, r, TypeJSON, 1500*time.Millisecond) // longer than the time without progress
		b, _ := AppendSuccess(nil, 200, Health{NodeStatus: NodeActive})
		w.Write(b)
	})
	mux.HandleFunc("GET "+RouteMetadata, func(w http.ResponseWriter, r *http.Request) { drip(w, r, TypeBinary, time.Hour) })
	mux.HandleFunc("GET "+RouteBundle, func(w http.ResponseWriter, r *http.Request) { drip(w, r, TypeBundle, time.Hour, 1, 3, 0, 0, 16, 0, 0) }) // primary, pair 3, 4096 bytes
	addr := serve(t, selfSigned(t, key), mux)
	patient := NewClient(addr, pub, Options{Connect: 5 * time.Second, Stall: time.Second, Answer: 20 * time.Second})
	t.Cleanup(patient.Close)
	c := NewClient(addr, pub, Options{Connect: 5 * time.Second, Stall: time.Second, Answer: 2 * time.Second})
	t.Cleanup(c.Close)
	t.Cleanup(func() { close(quit) })
	if h, err := patient.Health(t.Context(), false); err != nil || h.NodeStatus != NodeActive {
		t.Errorf("slow answer: got %+v, %v", h, err)
	}
	p, err := redstuff.NewParams(7)
	if err != nil {
		t.Fatal(err)
	}
	for name, ask := range map[string]func() error{
		"JSON":   func() error { _, err := c.BlobStatus(t.Context(), id); return err },
		"binary": func() error { _, _, err := c.Metadata(t.Context(), id, 7); return err },
		"bundle sent": func() error {
			var b BundleBody
			b.Metadata(make([]byte, 99))
			_, err := c.PutBundle(t.Context(), id, BundleRequest{Body: &b})
			return err
		},
		"bundle read": func() error {
			r, err := c.Bundle(t.Context(), id, Selection{Primary: []redstuff.PairIndex{3}}, MaxLimits(p, true))
			if err != nil {
				return err
			}
			defer r.Close()
			if f, err := r.Next(); err != nil || f.Pair != 3 {
				t.Errorf("got %+v, %v", f, err)
			}
			_, err = r.Body()
			return err
		},
	} {
		start := time.Now()
		err := ask()
		if took := time.Since(start); !errors.Is(err, ErrTooSlow) || !errors.Is(err, ErrUnavailable) || took > 8*time.Second {
			t.Errorf("%s: got %v after %v", name, err, took)
		}
	}
}
