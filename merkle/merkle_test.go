package merkle

import (
	"encoding/binary"
	"testing"

	"golang.org/x/crypto/blake2b"
)

func testLeaves(n int) []Hash {
	leaves := make([]Hash, n)
	for i := range leaves {
		leaves[i] = LeafHash(binary.LittleEndian.AppendUint32(nil, uint32(i)))
	}
	return leaves
}

// straightRoot is the definition of a root, word for word.
func straightRoot(leaves []Hash) Node {
	if len(leaves) == 0 {
		return Node{}
	}
	level := append([]Hash(nil), leaves...)
	for len(level) > 1 {
		if len(level)%2 == 1 {
			level = append(level, Hash{})
		}
		var up []Hash
		for i := 0; i < len(level); i += 2 {
			up = append(up, InnerHash(level[i], level[i+1]))
		}
		level = up
	}
	return Digest(level[0])
}

func TestTreeAndBuilderFollowTheDefinition(t *testing.T) {
	var b Builder
	for n := range 140 {
		leaves := testLeaves(n)
		want := straightRoot(leaves)
		tree := NewTree(leaves)
		if got := tree.Root(); got != want {
			t.Errorf("tree of %d leaves: root %v, want %v", n, got, want)
		}
		b.Reset()
		for i, l := range leaves {
			if got := b.Root(); got != straightRoot(leaves[:i]) { // asking does not disturb
				t.Fatalf("builder after %d of %d leaves: root %v", i, n, got)
			}
			b.Add(l)
		}
		if got := b.Root(); got != want {
			t.Errorf("builder of %d leaves: root %v, want %v", n, got, want)
		}
		for i := range n {
			p := tree.Proof(i)
			if len(p) != PathLen(n) || !p.Verify(want, n, i, leaves[i]) {
				t.Errorf("leaf %d of %d: proof of %d siblings is refused", i, n, len(p))
			}
		}
	}
}

func TestProofIsRefused(t *testing.T) {
	const n = 7
	leaves := testLeaves(n)
	tree := NewTree(leaves)
	root := tree.Root()
	for i := range n {
		p := tree.Proof(i)
		flipped := append(Proof(nil), p...)
		h := flipped[1].Hash()
		h[31] ^= 1
		flipped[1] = Digest(h)
		for name, ok := range map[string]bool{
			"another index":    p.Verify(root, n, (i+1)%n, leaves[i]),
			"another leaf":     p.Verify(root, n, i, leaves[(i+1)%n]),
			"index of n":       p.Verify(root, n, n, leaves[i]),
			"negative index":   p.Verify(root, n, -1, leaves[i]),
			"one sibling less": p[:2].Verify(root, n, i, leaves[i]),
			"one sibling more": append(p, Node{}).Verify(root, n, i, leaves[i]),
			"sibling changed":  flipped.Verify(root, n, i, leaves[i]),
			"empty root":       p.Verify(Node{}, n, i, leaves[i]),
			"zero root":        p.Verify(Digest(Hash{}), n, i, leaves[i]),
		} {
			if ok {
				t.Errorf("leaf %d: %s is accepted", i, name)
			}
		}
	}
	// An empty sibling and one of zeros hash alike; both are accepted.
	p := tree.Proof(n - 1)
	if !p[0].IsEmpty() {
		t.Fatalf("sibling of the last leaf is %v, want empty", p[0])
	}
	p[0] = Digest(Hash{})
	if !p.Verify(root, n, n-1, leaves[n-1]) {
		t.Error("a zero digest in place of Empty is refused")
	}
}

func TestLeafHasherEqualsLeafHash(t *testing.T) {
	var l LeafHasher
	data := make([]byte, 3*copyLimit)
	for i := range data {
		data[i] = byte(i * 7)
	}
	for _, n := range []int{0, 1, 2, 127, 128, leafBuffer - 1, leafBuffer, leafBuffer + 1, copyLimit - 1, copyLimit, copyLimit + 1, 2, 3 * copyLimit, 5} {
		want := Hash(blake2b.Sum256(append([]byte{0}, data[:n]...)))
		if got := l.Sum(data[:n]); got != want {
			t.Errorf("%d bytes, hasher: got %v, want %v", n, got, want)
		}
		if got := LeafHash(data[:n]); got != want {
			t.Errorf("%d bytes: got %v, want %v", n, got, want)
		}
	}
}

// FuzzProof changes one thing in a good proof; what changed is refused.
func FuzzProof(f *testing.F) {
	f.Add(uint16(7), uint16(3), uint8(1), uint8(31), uint8(1), []byte("leaf"))
	f.Add(uint16(1000), uint16(999), uint8(0), uint8(0), uint8(0x80), []byte{})
	f.Fuzz(func(t *testing.T, count, at uint16, level, position, flip uint8, data []byte) {
		n := int(count)%300 + 1
		i := int(at) % n
		leaves := testLeaves(n)
		leaves[i] = LeafHash(data)
		tree := NewTree(leaves)
		p := tree.Proof(i)
		if !p.Verify(tree.Root(), n, i, LeafHash(data)) {
			t.Fatalf("leaf %d of %d: good proof refused", i, n)
		}
		if p.Verify(tree.Root(), n, i, LeafHash(append(data, 0))) {
			t.Fatalf("leaf %d of %d: other data accepted", i, n)
		}
		if len(p) > 0 && flip != 0 {
			s := &p[int(level)%len(p)]
			h := s.Hash()
			h[position%HashSize] ^= flip
			*s = Digest(h)
			if p.Verify(tree.Root(), n, i, LeafHash(data)) {
				t.Fatalf("leaf %d of %d: changed sibling accepted", i, n)
			}
		}
	})
}

func BenchmarkInnerHash(b *testing.B) {
	var l, r Hash
	for b.Loop() {
		l = InnerHash(l, r)
	}
}
