package attest

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"math/bits"
)

// The Merkle trees of attestations are those of RFC 9162 section 2.1 with SHA-256: a leaf is hashed behind a zero byte, a node behind a one, and
// a tree of n leaves splits at the largest power of two below n.

// ErrNotIncluded is returned for an inclusion path that does not lead from the leaf to the root.
var ErrNotIncluded = errors.New("leaf is not in the tree")

// A treeNode is a hash in a tree.
type treeNode = [sha256.Size]byte

func hashLeaf(leaf []byte) treeNode {
	h := sha256.New()
	h.Write([]byte{0})
	h.Write(leaf)
	return treeNode(h.Sum(nil))
}

func hashNode(left, right treeNode) treeNode {
	var b [1 + 2*sha256.Size]byte
	b[0] = 1
	copy(b[1:], left[:])
	copy(b[1+sha256.Size:], right[:])
	return sha256.Sum256(b[:])
}

// TreeRoot returns the root over the leaves in order; of none, the hash of nothing.
func TreeRoot(leaves [][]byte) [sha256.Size]byte {
	if len(leaves) == 0 {
		return sha256.Sum256(nil)
	}
	return foldTree(hashLeaves(leaves))
}

func hashLeaves(leaves [][]byte) []treeNode {
	nodes := make([]treeNode, len(leaves))
	for i, l := range leaves {
		nodes[i] = hashLeaf(l)
	}
	return nodes
}

// foldTree overwrites nodes level by level. An unpaired last node moves up as it is, which gives the same tree as splitting at powers of two.
func foldTree(nodes []treeNode) treeNode {
	for len(nodes) > 1 {
		nodes = foldLevel(nodes)
	}
	return nodes[0]
}

func foldLevel(nodes []treeNode) []treeNode {
	half := len(nodes) / 2
	for i := range half {
		nodes[i] = hashNode(nodes[2*i], nodes[2*i+1])
	}
	if len(nodes)%2 == 1 {
		nodes[half] = nodes[len(nodes)-1]
		half++
	}
	return nodes[:half]
}

// TreePath returns the siblings from leaf number index up to the root. It fails if there is no such leaf.
func TreePath(leaves [][]byte, index int) ([][sha256.Size]byte, error) {
	if index < 0 || index >= len(leaves) {
		return nil, fmt.Errorf("leaf %d of %d: %w", index, len(leaves), ErrNotIncluded)
	}
	var path []treeNode
	nodes := hashLeaves(leaves)
	for len(nodes) > 1 {
		if sibling := index ^ 1; sibling < len(nodes) {
			path = append(path, nodes[sibling])
		}
		nodes = foldLevel(nodes)
		index /= 2
	}
	return path, nil
}

// VerifyTreePath checks that leaf is number index of count leaves under root. The path has exactly the length that index and count ask for: at
// most 64 hashes.
func VerifyTreePath(root [sha256.Size]byte, leaf []byte, index, count uint64, path [][sha256.Size]byte) error {
	if index >= count {
		return fmt.Errorf("leaf %d of %d: %w", index, count, ErrNotIncluded)
	}
	if want := pathLength(index, count); len(path) != want {
		return fmt.Errorf("path of %d hashes, want %d for leaf %d of %d: %w", len(path), want, index, count, ErrNotIncluded)
	}
	node := hashLeaf(leaf)
	for last := count - 1; last > 0; index, last = index>>1, last>>1 {
		switch {
		case index&1 == 1:
			node, path = hashNode(path[0], node), path[1:]
		case index < last:
			node, path = hashNode(node, path[0]), path[1:]
		}
	}
	if node != root {
		return fmt.Errorf("leaf %d of %d: root is %x, want %x: %w", index, count, node, root, ErrNotIncluded)
	}
	return nil
}

// pathLength is the number of levels on which leaf index of count has a sibling: all below the point where its way and the last leaf's part,
// then only those where it is a right child.
func pathLength(index, count uint64) int {
	inner := bits.Len64(index ^ (count - 1))
	return inner + bits.OnesCount64(index>>inner)
}
