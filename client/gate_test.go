package client

import (
	"errors"
	"slices"
	"testing"

	"walrus/chain"
	"walrus/redstuff"
)

// Uploads begin with as few nodes as make a quorum, those with systematic primary slivers before others, and those that failed lately last.
func TestGate(t *testing.T) {
	p, err := redstuff.NewParams(100)
	if err != nil {
		t.Fatal(err)
	}
	v := &view{params: p, quorum: p.N - p.F}
	for range 10 {
		n := &node{index: len(v.nodes), shared: &nodeState{}, member: chain.Member{}}
		for i := range 10 {
			n.member.Shards = append(n.member.Shards, redstuff.ShardIndex(10*n.index+i))
		}
		v.nodes = append(v.nodes, n)
	}
	used := map[*node]bool{}
	for b := range byte(50) {
		id := redstuff.BlobID{b, b, 1, 2, 3}
		g := newGate(v, id, true)
		select {
		case <-g.opened:
			t.Fatal("the gate is open from the beginning")
		default:
		}
		if len(g.first) != 7 || len(g.later) != 3 {
			t.Fatalf("%d nodes first, then %d", len(g.first), len(g.later))
		}
		for _, n := range g.first {
			used[n] = true
		}
		for _, n := range g.later {
			if slices.ContainsFunc(n.pairs(p, id), func(q redstuff.PairIndex) bool { return int(q) < p.K1 }) {
				t.Errorf("node %d holds systematic slivers and has to wait", n.index)
			}
		}
		if share := g.share(); share < 0.42 || share > 0.44 {
			t.Errorf("30 shards beside 70 are a share of %v", share)
		}
		calls := 0
		g.onOpen = func() { calls++ }
		g.open()
		g.open()
		if <-g.opened; calls != 1 {
			t.Errorf("opened %d times", calls)
		}
		if all := newGate(v, id, false); len(all.first) != 10 || len(all.later) != 0 {
			t.Error("nodes wait though all are to begin")
		}
	}
	if len(used) != 10 {
		t.Errorf("%d of 10 nodes were ever among the first", len(used))
	}
	v.nodes[4].noteTrouble(errors.New("failed"))
	for b := range byte(50) {
		if g := newGate(v, redstuff.BlobID{b, b, 1}, true); slices.Contains(g.first, v.nodes[4]) {
			t.Fatal("an upload begins with a node that failed")
		}
	}
	v.nodes[4].noteTrouble(nil)
	for i, w := range []int{25, 25, 10, 20, 20} { // the third is not needed beside 25, 25 and 20
		v.nodes[i].member.Shards = make([]redstuff.ShardIndex, w)
	}
	v.nodes = v.nodes[:5]
	for b := range byte(50) {
		weight, least := 0, 100
		for _, n := range newGate(v, redstuff.BlobID{b}, true).first {
			weight += n.weight()
			least = min(least, n.weight())
		}
		if weight < 67 || weight-least >= 67 {
			t.Errorf("blob %d begins with %d shards, of which a node holds %d", b, weight, least)
		}
	}
}

// What is kept by several users is closed by the last one, a section's users included.
func TestContentIsKept(t *testing.T) {
	closed := 0
	c := memoryContent([]byte("0123456789"))
	c.shut = func() { closed++ }
	part := c.section(2, 5)
	part.keep()
	c.keep()
	for i, user := range []*content{c, part, c} {
		if closed != 0 {
			t.Errorf("closed after %d of 3 users", i)
		}
		user.close()
	}
	if closed != 1 {
		t.Errorf("closed %d times", closed)
	}
}
