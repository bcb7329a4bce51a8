package client

import (
	"cmp"
	"slices"
	"sync"
	"time"

	"walrus/redstuff"
)

const (
	// aheadFrom is the encoded size in bytes from which a detached store sends to a quorum's nodes first. Of less, the time to answer decides, not the time to send.
	aheadFrom = 16 << 20
	// aheadCertify is how long the others wait for the certificate to be made after the quorum, which they would delay on a busy machine.
	aheadCertify = time.Second
	// troubleMemory is how long a node that failed is not among those sent to first.
	troubleMemory = 10 * time.Minute
)

// A gate keeps nodes back that an upload does not begin with. It opens when a quorum has the blob, or those that were sent to first may not become one.
type gate struct {
	first, later []*node
	opened       chan struct{}
	once         sync.Once
	onOpen       func() // set before any sender begins
}

// newGate keeps back what is not needed for a quorum: every node gets its slivers from the same processor and line, so those of a quorum arrive first only if the others wait.
// It begins with nodes that hold systematic primary slivers, from which the blob can be read at once without decoding; which these are changes from blob to blob. Without
// ahead, or where it would gain nothing, it is open and all nodes are first.
func newGate(v *view, id redstuff.BlobID, ahead bool) *gate {
	g := &gate{first: v.nodes, opened: make(chan struct{}), onOpen: func() {}}
	if ahead {
		g.divide(v, id)
	}
	if len(g.later) == 0 {
		g.open()
	}
	return g
}

func (g *gate) divide(v *view, id redstuff.BlobID) {
	type candidate struct {
		*node
		troubled   bool
		systematic float64 // share of its primary slivers
		turn       int
	}
	var all []candidate
	for i, n := range v.nodes {
		c := candidate{node: n, troubled: n.troubled(), turn: (i + int(id[0])) % len(v.nodes)}
		for _, p := range n.pairs(v.params, id) {
			if int(p) < v.params.K1 {
				c.systematic += 1 / float64(n.weight())
			}
		}
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b candidate) int {
		if a.troubled != b.troubled {
			if a.troubled {
				return 1
			}
			return -1
		}
		return cmp.Or(cmp.Compare(b.systematic, a.systematic), a.turn-b.turn)
	})
	weight, count := 0, 0
	for ; weight < v.quorum; count++ {
		weight += all[count].weight()
	}
	spare := make([]bool, len(all)) // of those chosen, that are not needed with the last ones
	for i := count - 1; i >= 0; i-- {
		if w := all[i].weight(); weight-w >= v.quorum {
			weight -= w
			spare[i] = true
		}
	}
	g.first = nil
	for i, c := range all {
		if i < count && !spare[i] {
			g.first = append(g.first, c.node)
		} else {
			g.later = append(g.later, c.node)
		}
	}
}

// open lets all nodes go on.
func (g *gate) open() {
	g.once.Do(func() {
		g.onOpen()
		close(g.opened)
	})
}

// share is how much longer, as a part of the time that the first nodes took, the others may take because they began only then.
func (g *gate) share() float64 {
	first, later := 0, 0
	for _, n := range g.first {
		first += n.weight()
	}
	for _, n := range g.later {
		later += n.weight()
	}
	return float64(later) / float64(max(first, 1))
}
