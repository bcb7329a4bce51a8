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
		innerPairs(*nodes, *nodes, *right)
		t.release(right)
	}
	if nodes == nil {
		nodes = t.filled(t.zeros[chunkLevel+level])
	}
	t.root = nodes
}

// innerPairs writes to dst[i] the hash of the inner node with children left[i] and right[i]. dst may be either of them.
func innerPairs(dst, left, right []merkle.Hash) {
	const step = 64
	var pairs [2 * step]merkle.Hash
	for len(dst) > 0 {
		n := min(step, len(dst))
		for i := range n {
			pairs[2*i], pairs[2*i+1] = left[i], right[i]
		}
		merkle.InnerHashes(pairs[:n], pairs[:2*n])
		copy(dst[:n], pairs[:n])
		dst, left, right = dst[n:], left[n:], right[n:]
	}
}

// reduceColumns combines the leaves of the columns of one chunk, one slice per column, to one node per row, in dst. n is the number of leaves of a row. The
// leaves are overwritten.
func reduceColumns(dst []merkle.Hash, columns [][]merkle.Hash, n int, empty []merkle.Hash) {
	for range min(chunkLevel, merkle.PathLen(n)) {
		half := (len(columns) + 1) / 2
		for i := range half {
			right := empty
			if 2*i+1 < len(columns) {
				right = columns[2*i+1]
			}
			innerPairs(columns[i], columns[2*i], right)
		}
		columns = columns[:half]
	}
	copy(dst, columns[0])
}
