package client_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"walrus/client"
	"walrus/nodeapi"
)

// drip answers with a head and then a byte every now and then, those of body and then spaces, until the client has had enough, or the test ends.
func drip(w http.ResponseWriter, r *http.Request, typ string, body []byte, quit <-chan struct{}) {
	w.Header().Set("Content-Type", typ)
	w.WriteHeader(http.StatusOK)
	for i := 0; ; i++ {
		if i < len(body) {
			w.Write(body[i : i+1])
		} else {
			w.Write([]byte{' '})
		}
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

// Nodes that keep a connection alive and never answer are as good as silent: a store and a read that need them fail soon and name them.
func TestDrippingNodes(t *testing.T) {
	for _, tc := range []struct {
		name   string
		suffix string
		typ    string
		write  bool
		want   error
	}{
		{"store", "/bundle", nodeapi.TypeJSON, true, client.ErrNotEnoughWeight},
		{"metadata", "/metadata", nodeapi.TypeBinary, false, client.ErrNoMetadata},
		{"slivers", "/bundle", nodeapi.TypeBundle, false, client.ErrNotEnough},
	} {
		t.Run(tc.name, func(t *testing.T) {
			n := newTestnet(t, 3, 2, 2)
			blob := randomBytes("drip", 3000)
			id := n.store(n.quick(""), blob).BlobID
			quit := make(chan struct{})
			t.Cleanup(func() { close(quit) })
			for i := range n.com.Members {
				n.intercept(i, func(w http.ResponseWriter, r *http.Request, honest http.Handler) {
					if !strings.HasSuffix(r.URL.Path, tc.suffix) {
						honest.ServeHTTP(w, r)
						return
					}
					rec := httptest.NewRecorder()
					if !tc.write {
						honest.ServeHTTP(rec, r)
					}
					drip(w, r, tc.typ, rec.Body.Bytes(), quit)
				})
			}
			c, err := client.New(n.ledger, client.Options{Hedge: 200 * time.Millisecond,
				Nodes: nodeapi.Options{Connect: 5 * time.Second, Stall: 2 * time.Second, Answer: 700 * time.Millisecond}})
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			start := time.Now()
			if tc.write {
				rs, e := c.Store(t.Context(), n.rich, []client.Source{client.Bytes("b", randomBytes("dripped", 3000))}, client.StoreOptions{})
				if err = rs[0].Err; e != nil {
					t.Fatal(e)
				}
			} else {
				_, _, err = c.ReadBytes(t.Context(), id, client.ReadOptions{})
			}
			if !errors.Is(err, tc.want) || !strings.Contains(err.Error(), "node-") || !strings.Contains(err.Error(), "in time") {
				t.Errorf("got %v", err)
			}
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("said so after %v", took)
			}
		})
	}
}
