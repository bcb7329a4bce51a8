//go:build unix

package e2e

import (
	"errors"
	"os"
	"slices"
	"syscall"
	"testing"
	"time"

	"walrus/client"
)

const quorumBlob = 300_000 // bytes

// outage takes nodes out of service and returns what brings them back.
type outage struct {
	name string
	take func(n *network, nodes []int) (back func())
	// limit is how long a store may take to say that it cannot succeed.
	limit time.Duration
}

var outages = []outage{
	{name: "killed", limit: 10 * time.Second, take: func(n *network, nodes []int) func() {
		n.kill(nodes...)
		return func() {
			for _, i := range nodes {
				if err := n.net.StartNode(n.t.Context(), i); err != nil {
					n.t.Fatalf("start node-%d: %v", i, err)
				}
			}
		}
	}},
	{name: "stopped", limit: 40 * time.Second, take: func(n *network, nodes []int) func() {
		signal := func(sig os.Signal) {
			for _, i := range nodes {
				if err := n.net.SignalNode(i, sig); err != nil {
					n.t.Fatalf("signal node-%d: %v", i, err)
				}
			}
		}
		signal(syscall.SIGSTOP)
		return func() { signal(syscall.SIGCONT) }
	}},
}

// TestStoreQuorum shows that stores count shards, never nodes.
func TestStoreQuorum(t *testing.T) {
	for _, tc := range []struct {
		weights []int
		serving map[string][]int // by expected outcome
	}{
		{[]int{667, 111, 111, 111}, map[string][]int{"certified": {0}, "refused": {1, 2, 3}}},
		{[]int{333, 333, 1, 333}, map[string][]int{"certified": {0, 1, 2}, "refused": {0, 1}}},
	} {
		n := start(t, tc.weights...)
		seed := uint64(len(tc.weights)*1000 + tc.weights[0])
		for _, o := range outages {
			for want, serving := range tc.serving {
				var out []int
				for i := range tc.weights {
					if !slices.Contains(serving, i) {
						out = append(out, i)
					}
				}
				seed++
				b := blob(seed, quorumBlob)
				back := o.take(n, out)
				began := time.Now()
				res, err := n.store(b)
				took := time.Since(began)
				back()
				t.Logf("weights %v, nodes %v %s: %v after %v", tc.weights, out, o.name, err, took.Round(time.Millisecond))
				switch {
				case want == "certified" && err != nil:
					t.Errorf("weights %v, only %v serving: %v", tc.weights, serving, err)
				case want == "refused" && err == nil:
					t.Errorf("weights %v, only %v serving: certified", tc.weights, serving)
				case want == "refused" && took > o.limit:
					t.Errorf("weights %v, only %v serving: took %v to say so, at most %v", tc.weights, serving, took, o.limit)
				case want == "refused":
					var we *client.WeightError
					if !errors.As(err, &we) {
						t.Errorf("the error does not tell the weight: %v", err)
					}
				default:
					if _, err := n.read(res.BlobID, b); err != nil {
						t.Errorf("read back: %v", err)
					}
				}
				if want == "refused" { // with everybody back, the same store goes on and pays nothing twice
					before := n.wal()
					res, err := n.store(b)
					if err != nil {
						t.Fatalf("resumed store: %v", err)
					}
					if after := n.wal(); after != before {
						t.Errorf("the resumed store paid %d FROST again", before-after)
					}
					if _, err := n.read(res.BlobID, b); err != nil {
						t.Errorf("read back: %v", err)
					}
				}
			}
		}
	}
}

// TestReadQuorum shows that a read needs a third of the shards, from however many nodes.
func TestReadQuorum(t *testing.T) {
	n := start(t, 334, 333, 333)
	b := blob(1, quorumBlob)
	id := n.mustStore(b).BlobID
	for _, o := range outages {
		for _, tc := range []struct {
			serving int
			out     []int
			ok      bool
		}{{0, []int{1, 2}, true}, {1, []int{0, 2}, false}} {
			back := o.take(n, tc.out)
			began := time.Now()
			_, err := n.read(id, b)
			t.Logf("nodes %v %s: %v after %v", tc.out, o.name, err, time.Since(began).Round(time.Millisecond))
			back()
			if (err == nil) != tc.ok {
				t.Errorf("nodes %v %s: read gives %v", tc.out, o.name, err)
			}
			if err != nil && !errors.Is(err, client.ErrNotEnough) && !errors.Is(err, client.ErrNoMetadata) {
				t.Errorf("nodes %v %s: want ErrNotEnough or ErrNoMetadata, got %v", tc.out, o.name, err)
			}
		}
	}
}
