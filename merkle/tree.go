package merkle

// A Tree holds every level of a hash tree, so that it can make proofs. It is immutable and safe for
// concurrent use. It takes about 64 bytes per leaf.
type Tree struct {
	levels [][]Hash // levels[0] are the leaves; odd levels are not completed
}

// NewTree builds the tree over the given leaf hashes. It keeps leaves.
func NewTree(leaves []Hash) *Tree {
	t := &Tree{levels: [][]Hash{leaves}}
	for level := leaves; len(level) > 1; {
		pairs := len(level) / 2
		up := make([]Hash, pairs+len(level)%2)
		InnerHashes(up[:pairs], level[:2*pairs])
		if pairs < len(up) {
			up[pairs] = InnerHash(level[2*pairs], Hash{}) // zeros stand for Empty
		}
		t.levels = append(t.levels, up)
		level = up
	}
	return t
}

// Len returns the number of leaves.
func (t *Tree) Len() int { return len(t.levels[0]) }

// Root returns the root: Empty if the tree has no leaves.
func (t *Tree) Root() Node {
	if t.Len() == 0 {
		return Node{}
	}
	return Digest(t.levels[len(t.levels)-1][0])
}

// Leaf returns the hash of leaf i, which must be in range.
func (t *Tree) Leaf(i int) Hash { return t.levels[0][i] }

// Proof returns the siblings on the way from leaf i, which must be in range, to the root.
func (t *Tree) Proof(i int) Proof {
	proof := make(Proof, 0, len(t.levels)-1)
	for _, level := range t.levels[:len(t.levels)-1] {
		var sibling Node
		if s := i ^ 1; s < len(level) {
			sibling = Digest(level[s])
		}
		proof = append(proof, sibling)
		i >>= 1
	}
	return proof
}

// A Proof lists siblings from the bottom of a tree to its top.
type Proof []Node

// Verify reports whether leaf is the hash of leaf index in the tree with that root and that number of
// leaves. The path must have exactly the length that such a tree implies.
func (p Proof) Verify(root Node, leaves, index int, leaf Hash) bool {
	if index < 0 || index >= leaves || len(p) != PathLen(leaves) {
		return false
	}
	h := leaf
	for _, s := range p {
		if index&1 == 0 {
			h = InnerHash(h, s.hash)
		} else {
			h = InnerHash(s.hash, h)
		}
		index >>= 1
	}
	return root.Is(h)
}

// A Builder computes the root of a tree whose leaves arrive one by one, in order, keeping one pending
// hash per level. The zero value is an empty tree.
type Builder struct {
	count   int
	pending []Hash // pending[t] is valid if bit t of count is set
}

// Add appends a leaf.
func (b *Builder) Add(leaf Hash) { b.AddSubtree(0, leaf) }

// Reset makes the tree empty again and keeps its memory.
func (b *Builder) Reset() { b.count = 0 }

// Root returns the root of the leaves added so far. More leaves may be added afterwards.
func (b *Builder) Root() Node {
	if b.count == 0 {
		return Node{}
	}
	top := PathLen(b.count)
	var carry Hash // the last node of level t, if it is not complete in pending
	have := false
	for t := range top {
		left := b.count>>t&1 == 1
		switch {
		case left && have:
			carry = InnerHash(b.pending[t], carry)
		case left:
			carry, have = InnerHash(b.pending[t], Hash{}), true
		case have:
			carry = InnerHash(carry, Hash{})
		}
	}
	if have {
		return Digest(carry)
	}
	return Digest(b.pending[top])
}
