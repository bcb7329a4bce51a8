package client_test

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"walrus/client"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// aheadBlob is as large as it takes for a quorum's nodes to be sent to first.
const aheadBlob = 4_000_000

// detached are clients with a detached tail: one that holds blobs in memory, and one that streams them.
// They give nodes the time that a busy machine takes, stall if that is not zero.
func (n *testnet) detached(t *testing.T, hedge, stall time.Duration) map[string]func() *client.Client {
	make := func(above uint64) func() *client.Client {
		return func() *client.Client {
			cfg := &client.Config{}
			cfg.Communication.TailHandling = "detached"
			cfg.Communication.SliverWriteExtra = client.ExtraTime{BaseMS: 20_000}
			return n.open(client.Options{StreamAbove: above, SpoolDir: t.TempDir(), Config: cfg, Hedge: hedge, Nodes: nodeapi.Options{Connect: cmp.Or(stall, 30*time.Second), Stall: cmp.Or(stall, 30*time.Second)}})
		}
	}
	return map[string]func() *client.Client{"memory": make(0), "streamed": make(1)}
}

// bundles are the nodes that were sent to before and after the certificate was made.
type bundles struct {
	mu            sync.Mutex
	before, after map[int]bool
}

// watch notes which nodes are sent to.
func (n *testnet) watch() *bundles {
	b := &bundles{}
	b.reset()
	for i := range n.com.Members {
		n.intercept(i, func(w http.ResponseWriter, r *http.Request, honest http.Handler) {
			if r.Method == http.MethodPut && strings.HasSuffix(r.URL.Path, "/bundle") {
				b.note(n, i)
			}
			honest.ServeHTTP(w, r)
		})
	}
	return b
}

func (b *bundles) note(n *testnet, i int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.certified(n) {
		b.after[i] = true
	} else {
		b.before[i] = true
	}
}

func (b *bundles) certified(n *testnet) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	return len(n.blobs) > 0 && n.blobs[len(n.blobs)-1].IsCertified
}

func (b *bundles) reset() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.before, b.after = map[int]bool{}, map[int]bool{}
}

// A large detached store sends to no more nodes than a quorum needs until the certificate is made, and to the others then. These need the source for longer than the store.
func TestAheadOfTheTail(t *testing.T) {
	n := newTestnet(t, 25, 25, 20, 20, 10)
	seen := n.watch()
	for way, open := range n.detached(t, time.Hour, 0) {
		for i := range 3 {
			c := open()
			seen.reset()
			path := filepath.Join(t.TempDir(), "f")
			if err := os.WriteFile(path, randomBytes(fmt.Sprint(way, i), aheadBlob), 0o600); err != nil {
				t.Fatal(err)
			}
			rs, err := c.Store(t.Context(), n.rich, []client.Source{client.File(path)}, client.StoreOptions{})
			if err != nil || rs[0].Err != nil {
				t.Fatalf("%s: %v, %v", way, err, rs[0].Err)
			}
			if err := c.Settle(t.Context()); err != nil {
				t.Fatal(err)
			}
			weight, lightest := 0, 100
			for i := range seen.before {
				weight += len(n.com.Members[i].Shards)
				lightest = min(lightest, len(n.com.Members[i].Shards))
			}
			if weight < 67 || weight-lightest >= 67 || len(seen.before)+len(seen.after) != 5 {
				t.Errorf("%s: sent to %v before the certificate, to %v after it", way, seen.before, seen.after)
			}
			for i := range n.com.Members {
				if !n.complete(i, rs[0].BlobID) {
					t.Errorf("%s: node %d lacks slivers", way, i)
				}
			}
		}
	}
}

// Small blobs, and those whose tail is waited for, go to all nodes at once.
func TestAllAtOnce(t *testing.T) {
	n := newTestnet(t, 25, 25, 20, 20, 10)
	ways := n.detached(t, time.Hour, 0)
	for name, c := range map[string]struct {
		*client.Client
		size int
	}{"small": {ways["memory"](), 1000}, "small, streamed": {ways["streamed"](), 1000}, "blocking": {n.streaming(""), aheadBlob}} {
		var mu sync.Mutex
		waiting, all := 0, make(chan struct{})
		for i := range n.com.Members {
			n.intercept(i, func(w http.ResponseWriter, r *http.Request, honest http.Handler) {
				if r.Method == http.MethodPut {
					mu.Lock()
					if waiting++; waiting == 5 {
						close(all)
					}
					mu.Unlock()
					select {
					case <-all:
					case <-time.After(20 * time.Second):
						t.Errorf("%s: not all nodes are sent to", name)
					}
				}
				honest.ServeHTTP(w, r)
			})
		}
		n.storeWith(c.Client, randomBytes(name, c.size), client.StoreOptions{})
		if err := c.Settle(t.Context()); err != nil {
			t.Error(err)
		}
	}
}

// Whichever node is gone, or hangs, the others make up for it.
func TestAheadNeedsHelp(t *testing.T) {
	for _, way := range []string{"memory", "streamed"} {
		n := newTestnet(t, 25, 25, 20, 20, 10)
		for _, i := range []int{0, 3} {
			for how, hurt := range map[string]func(*link){"killed": (*link).kill, "frozen": (*link).freeze} {
				c := n.detached(t, 0, 5*time.Second)[way]()
				hurt(n.links[i])
				blob := randomBytes(fmt.Sprint(way, i, how), aheadBlob)
				id := n.storeWith(c, blob, client.StoreOptions{}).BlobID
				if err := c.Settle(t.Context()); err != nil {
					t.Error(err)
				}
				for k := range n.com.Members {
					if k != i && !n.complete(k, id) {
						t.Errorf("%s, node %d %s: node %d lacks slivers", way, i, how, k)
					}
				}
				if got, _, err := n.quick("").ReadBytes(t.Context(), id, client.ReadOptions{}); err != nil || !bytes.Equal(got, blob) {
					t.Errorf("%s, node %d %s: read %d bytes, %v", way, i, how, len(got), err)
				}
				n.links[i].revive()
				n.links[i].thaw()
			}
		}
	}
}

// Settle ends with its context, and gives up the nodes that are left.
func TestSettleGivesUp(t *testing.T) {
	n := newTestnet(t, 25, 25, 20, 20, 10)
	for _, open := range n.detached(t, 0, time.Hour) {
		c := open()
		for _, l := range n.links[3:] { // 30 of 100 shards
			l.freeze()
		}
		id := n.storeWith(c, randomBytes("settle", aheadBlob), client.StoreOptions{Force: true}).BlobID
		gone := errors.New("gone")
		ctx, cancel := context.WithCancelCause(t.Context())
		time.AfterFunc(100*time.Millisecond, func() { cancel(gone) })
		if err := c.Settle(ctx); !errors.Is(err, gone) {
			t.Errorf("got %v", err)
		}
		if err := c.Settle(t.Context()); err != nil {
			t.Errorf("nothing is left: %v", err)
		}
		for _, l := range n.links[3:] {
			l.thaw()
		}
		if got, _, err := n.quick("").ReadBytes(t.Context(), id, client.ReadOptions{}); err != nil || len(got) != aheadBlob {
			t.Errorf("read %d bytes, %v", len(got), err)
		}
	}
}

// Several large blobs of one store are each ahead of its own tail, and streamed ones wait for each other's tails; so do parts.
func TestAheadOneAfterTheOther(t *testing.T) {
	n := newTestnet(t, 25, 25, 20, 20, 10)
	for way, open := range n.detached(t, 0, 0) {
		c := open()
		blobs := [][]byte{randomBytes("a"+way, aheadBlob), randomBytes("b"+way, aheadBlob), randomBytes("c"+way, 2*aheadBlob+5)}
		var sources []client.Source
		for _, b := range blobs {
			sources = append(sources, client.Reader("pipe", bytes.NewReader(b)))
		}
		rs, err := c.Store(t.Context(), n.rich, sources, client.StoreOptions{PartSize: aheadBlob})
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Settle(t.Context()); err != nil {
			t.Error(err)
		}
		var ids []redstuff.BlobID
		for i, r := range rs {
			if r.Err != nil {
				t.Fatalf("%s, blob %d: %v", way, i, r.Err)
			}
			ids = append(ids, r.BlobID)
			for _, p := range r.Parts {
				ids = append(ids, p.BlobID)
			}
		}
		if len(ids) != 6 {
			t.Errorf("%s: %d blobs, want 3, one of them a manifest of 3 others", way, len(ids))
		}
		for _, id := range ids {
			for i := range n.com.Members {
				if !n.complete(i, id) {
					t.Errorf("%s: node %d lacks slivers of %v", way, i, id)
				}
			}
		}
	}
}

// A light node that answers at once, or one that lies, is no sign that the others are slow.
func TestAheadOfALightNode(t *testing.T) {
	n := newTestnet(t, 1, 33, 33, 33)
	seen := n.watch()
	for i := 1; i < 4; i++ {
		n.intercept(i, func(w http.ResponseWriter, r *http.Request, honest http.Handler) {
			if r.Method == http.MethodPut && strings.HasSuffix(r.URL.Path, "/bundle") {
				seen.note(n, i)
				time.Sleep(900 * time.Millisecond)
			}
			honest.ServeHTTP(w, r)
		})
	}
	for way, open := range n.detached(t, time.Second, 0) { // help comes a quarter of it after half a quorum
		c := open()
		seen.reset()
		n.storeWith(c, randomBytes(way+"light", aheadBlob), client.StoreOptions{})
		if seen.mu.Lock(); len(seen.before) == 4 {
			t.Errorf("%s: all nodes were sent to before the certificate", way)
		}
		seen.mu.Unlock()
		if err := c.Settle(t.Context()); err != nil {
			t.Error(err)
		}
	}
}

// A node that hangs until the time of the tail is over is not among the first next time; a source that fails says nothing of nodes, and neither does giving up.
func TestTroubleIsRemembered(t *testing.T) {
	n := newTestnet(t, 25, 25, 20, 20, 10)
	open := func(extra uint64) *client.Client {
		cfg := &client.Config{}
		cfg.Communication.TailHandling = "detached"
		cfg.Communication.SliverWriteExtra = client.ExtraTime{BaseMS: extra}
		return n.open(client.Options{Config: cfg, Nodes: nodeapi.Options{Connect: time.Hour, Stall: time.Hour}})
	}
	n.links[0].freeze()
	for _, tc := range []struct {
		extra  uint64
		gaveUp bool
		want   []string
	}{{extra: 100, want: []string{"node-0"}}, {extra: 60_000, gaveUp: true}} {
		c := open(tc.extra)
		n.storeWith(c, randomBytes("trouble", 1000), client.StoreOptions{Force: true})
		ctx, cancel := context.WithCancel(t.Context())
		if tc.gaveUp {
			cancel()
		}
		if err := c.Settle(ctx); (err != nil) != tc.gaveUp {
			t.Errorf("settle: %v", err)
		}
		cancel()
		if got := c.Troubled(); !slices.Equal(got, tc.want) {
			t.Errorf("trouble is remembered of %v, want %v", got, tc.want)
		}
	}
	n.links[0].thaw()
	path := filepath.Join(t.TempDir(), "f")
	if err := os.WriteFile(path, randomBytes("changes", aheadBlob), 0o600); err != nil {
		t.Fatal(err)
	}
	for i := range n.com.Members {
		n.intercept(i, func(w http.ResponseWriter, r *http.Request, honest http.Handler) {
			_ = os.Truncate(path, 10)
			honest.ServeHTTP(w, r)
		})
	}
	c := n.detached(t, 0, 0)["streamed"]()
	rs, err := c.Store(t.Context(), n.rich, []client.Source{client.File(path)}, client.StoreOptions{})
	if err != nil || !errors.Is(rs[0].Err, client.ErrSourceChanged) {
		t.Fatal(err, rs[0].Err)
	}
	if got := c.Troubled(); len(got) > 0 {
		t.Errorf("a changed file is blamed on %v", got)
	}
}

// Settle may be called at any time; tails that hold much are waited for; results are the caller's when the store has ended.
func TestTailsBesideStores(t *testing.T) {
	n := newTestnet(t, 25, 25, 20, 20, 10)
	for way, open := range n.detached(t, 0, 0) {
		c := open()
		stop := make(chan struct{})
		var wg sync.WaitGroup
		wg.Go(func() {
			for {
				select {
				case <-stop:
					return
				case <-time.After(time.Millisecond):
					if err := c.Settle(t.Context()); err != nil {
						t.Error(err)
					}
				}
			}
		})
		for i := range 8 {
			r := n.storeWith(c, randomBytes(fmt.Sprint(way, i), 1000+i%2*aheadBlob), client.StoreOptions{})
			r.Path = "the caller's"
		}
		close(stop)
		wg.Wait()
		n.links[4].freeze()
		for i := range 10 { // of 18 MB each; 128 MiB have room
			n.storeWith(c, randomBytes(fmt.Sprint(way, "more", i), aheadBlob), client.StoreOptions{})
			if got := c.Tails(); got > 7 {
				t.Errorf("%s: %d tails at the same time", way, got)
			}
			if i == 3 {
				n.links[4].thaw()
			}
		}
	}
}
