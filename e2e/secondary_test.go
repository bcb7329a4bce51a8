package e2e

import (
	"errors"
	"path/filepath"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/client"
	"walrus/node/store"
	"walrus/redstuff"
)

// TestSecondaryPath leaves 333 primary slivers on the nodes' disks, one too few, and shows that exactly 667 secondary ones are enough.
func TestSecondaryPath(t *testing.T) {
	const shards = 1000
	weights := make([]int, 10)
	for i := range weights {
		weights[i] = shards / len(weights)
	}
	n := start(t, weights...)
	b := blob(3, 200_000)
	id := n.mustStore(b).BlobID
	n.closeClient() // waits for the uploads to the slowest nodes
	n.openClient()

	p, err := redstuff.NewParams(shards)
	if err != nil {
		t.Fatal(err)
	}
	com, err := n.chain.Committee(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	storage := map[redstuff.PairIndex]string{} // data directory of the node that holds the pair
	for _, m := range com.Members {
		for _, info := range n.net.Info().Nodes {
			if info.Name != m.Name {
				continue
			}
			for _, s := range m.Shards {
				storage[p.PairOf(id, s)] = filepath.Join(info.Dir, "storage")
			}
		}
	}
	damage := func(axis redstuff.Axis, pair redstuff.PairIndex) {
		t.Helper()
		if err := store.RewriteRecord(vfs.Default, storage[pair], id, pair, axis, func(data []byte) { data[0] ^= 1 }, false); err != nil {
			t.Fatalf("damage %v sliver of pair %d: %v", axis, pair, err)
		}
	}
	for pair := range redstuff.PairIndex(shards) {
		if int(pair) >= p.K1-1 {
			damage(redstuff.Primary, pair)
		}
		if int(pair) >= p.K2 {
			damage(redstuff.Secondary, pair)
		}
	}
	report, err := n.read(id, b)
	if err != nil {
		t.Fatalf("333 primary and 667 secondary slivers left: %v", err)
	}
	if report.Axis != redstuff.Secondary {
		t.Errorf("read from %v slivers, want secondary ones", report.Axis)
	}
	damage(redstuff.Secondary, 0)
	if _, err := n.read(id, b); !errors.Is(err, client.ErrNotEnough) {
		t.Fatalf("333 primary and 666 secondary slivers left: got %v, want ErrNotEnough", err)
	}
}
