package redstuff

import (
	"sync"

	"walrus/merkle"
)

// Columns are hashed in chunks of eight: three levels of the rows' trees are complete when a chunk is, so that one hash per row is left of it. Chunks of 16 and 32
// columns would leave fewer, but their leaves do not stay in a second-level cache.
const (
	chunkLevel   = 3
	chunkColumns = 1 << chunkLevel
)

// rowTrees builds the hash trees of many rows of n leaves each at once. The rows' leaves arrive as nodes of chunks, in any order and from several
// goroutines. It holds nodes only until their neighbours arrive: about one hash per row, level and goroutine.
type rowTrees struct {
	rows  int           // trees
	n     int           // leaves of each
	zeros []merkle.Hash // roots of trees of 1<<level zero leaves

	mu      sync.Mutex
	waiting []map[int]*[]merkle.Hash // by level above chunks: nodes without their neighbour, nil for those of zero leaves
	spare   []*[]merkle.Hash
	root    *[]merkle.Hash
}

func newRowTrees(rows, n int, zeros []merkle.Hash) *rowTrees {
	t := &rowTrees{rows: rows, n: n, zeros: zeros}
	for count := t.chunks(); count > 1; count = (count + 1) / 2 {
		t.waiting = append(t.waiting, map[int]*[]merkle.Hash{})
	}
	return t
}

// chunks is the number of chunks that n columns have. The last may be shorter.
func (t *rowTrees) chunks() int { return (t.n + chunkColumns - 1) / chunkColumns }

// take returns memory for one node of every row.
func (t *rowTrees) take() *[]merkle.Hash {
	t.mu.Lock()
	defer t.mu.Unlock()
	if last := len(t.spare) - 1; last >= 0 {
		nodes := t.spare[last]
		t.spare = t.spare[:last]
		return nodes
	}
	nodes := make([]merkle.Hash, t.rows)
	return &nodes
}

func (t *rowTrees) release(nodes *[]merkle.Hash) {
	t.mu.Lock()
	t.spare = append(t.spare, nodes)
	t.mu.Unlock()
}

// filled returns nodes that are all h.
func (t *rowTrees) filled(h merkle.Hash) *[]merkle.Hash {
	nodes := t.take()
	for r := range *nodes {
		(*nodes)[r] = h
	}
	return nodes
}

// add takes the nodes of chunk i, one per row, from [rowTrees.take]; nil stands for a chunk of zero leaves. It combines them with their neighbours as far
// as those have arrived.
func (t *rowTrees) add(i int, nodes *[]merkle.Hash) {
	count := t.chunks()
	level := 0
	for ; count > 1; level, i, count = level+1, i/2, (count+1)/2 {
		var right *[]merkle.Hash
		switch {
		case i^1 >= count: // an odd level is completed with Empty
			right = t.filled(merkle.Hash{})
		default:
			t.mu.Lock()
			other, ok := t.waiting[level][i^1]
			if !ok {
				t.waiting[level][i] = nodes
				t.mu.Unlock()
				return
			}
			delete(t.waiting[level], i^1)
			t.mu.Unlock()
			if nodes == nil && other == nil {
				continue
			}
			right = other
			if i&1 == 1 {
				nodes, right = right, nodes
			}
			if right == nil {
				right = t.filled(t.zeros[chunkLevel+level])
			}
		}
		if nodes == nil {
			nodes = t.filled(t.zeros[chunkLevel+level])
		}
		merkle.InnerPairs(*nodes, *nodes, *right)
		t.release(right)
	}
	if nodes == nil {
		nodes = t.filled(t.zeros[chunkLevel+level])
	}
	t.root = nodes
}

// foldColumns combines the leaves of the columns of one chunk, one slice per column, to one node per row, in dst. n is the number of leaves of a row. The
// leaves are overwritten.
func foldColumns(dst []merkle.Hash, columns [][]merkle.Hash, n int, empty []merkle.Hash) {
	levels := min(chunkLevel, merkle.PathLen(n))
	for level := range levels {
		half := (len(columns) + 1) / 2
		for i := range half {
			right := empty
			if 2*i+1 < len(columns) {
				right = columns[2*i+1]
			}
			into := columns[i]
			if level == levels-1 {
				into = dst
			}
			merkle.InnerPairs(into, columns[2*i], right)
		}
		columns = columns[:half]
	}
}

// A gappedTrees computes roots of trees of n leaves of which those from gap to end are known to be zero: of the nodes above these, only the ones at the ends of the
// gap are computed.
type gappedTrees struct {
	gap, end, n int
	zeros       []merkle.Hash // roots of trees of 1<<level zero leaves
	buf         [2][]merkle.Hash
}

// roots writes the roots of len(dst) trees, whose leaves without those in the gap lie one tree after the other.
func (g *gappedTrees) roots(dst []merkle.Hash, leaves []merkle.Hash) {
	gap, end, n := g.gap, g.end, g.n
	level := leaves
	for t := 0; n > 1; t++ {
		padLeft, padRight, padEnd := gap&1, end&1, n&1 // nodes to add
		whole := gap == end
		if whole {
			gap, end, padLeft, padRight = n, n, 0, 0
		}
		before, after := gap, n-end
		if width := before + padLeft + padRight + after + padEnd; width > before+after {
			padded := g.take(0, len(dst)*width)
			for i := range dst {
				from, to := level[i*(before+after):(i+1)*(before+after)], padded[i*width:(i+1)*width]
				k := copy(to, from[:before])
				for range padLeft + padRight {
					to[k] = g.zeros[t]
					k++
				}
				k += copy(to[k:], from[before:])
				if padEnd == 1 {
					to[k] = merkle.Hash{} // Empty
				}
			}
			level = padded
		}
		up := g.take(1, len(level)/2)
		merkle.InnerHashes(up, level)
		level = up
		gap, end, n = (gap+1)/2, end/2, (n+1)/2
		if whole {
			end = n
		}
	}
	copy(dst, level)
}

func (g *gappedTrees) take(i, n int) []merkle.Hash {
	if len(g.buf[i]) < n {
		g.buf[i] = make([]merkle.Hash, n)
	}
	return g.buf[i][:n]
}
