// Package merkle builds BLAKE2b-256 hash trees over ordered lists of byte strings, and makes and
// checks proofs that a byte string is one of the leaves.
//
// A leaf is hashed with the prefix 0x00, an inner node with the prefix 0x01. A level of odd length is
// completed with one Empty node, which enters the hash as 32 zero bytes; the last node is neither
// doubled nor promoted. A single leaf is its own root; a tree without leaves has the root Empty.
// (redstuff.md section 8.)
//
// Use [Tree] when proofs are needed, [Builder] when only the root is. The bytes in which nodes and
// proofs travel belong to package redstuff.
package merkle

import (
	"encoding/hex"
	"math/bits"

	"golang.org/x/crypto/blake2b"
)

// HashSize is the length of a hash in bytes.
const HashSize = blake2b.Size256

// A Hash is the BLAKE2b-256 hash of a leaf or an inner node.
type Hash [HashSize]byte

// String returns the hash in lower-case hex.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// A Node is a place in a tree: a digest, or Empty, which completes an odd level. The zero value is Empty.
type Node struct {
	hash   Hash
	digest bool
}

// Digest returns the node with hash h.
func Digest(h Hash) Node { return Node{hash: h, digest: true} }

// IsEmpty reports whether the node is Empty. A node with an all-zero digest is not.
func (n Node) IsEmpty() bool { return !n.digest }

// Hash returns the 32 bytes that stand for the node inside a parent: its digest, or zeros for Empty.
func (n Node) Hash() Hash { return n.hash }

// String returns the digest in hex, or "empty".
func (n Node) String() string {
	if !n.digest {
		return "empty"
	}
	return n.hash.String()
}

// Is reports whether n is a digest with hash h. An Empty node is equal to no hash.
func (n Node) Is(h Hash) bool { return n.digest && n.hash == h }

// leafBuffer is the size up to which a leaf is hashed from a buffer on the stack: two blocks of BLAKE2b.
const leafBuffer = 256

// LeafHash returns H(0x00 || data), the hash of a leaf.
func LeafHash(data []byte) Hash {
	if len(data) < leafBuffer {
		var buf [leafBuffer]byte
		n := copy(buf[1:], data)
		return blake2b.Sum256(buf[:1+n])
	}
	return longLeafHash(data)
}

// InnerHash returns H(0x01 || l || r), the hash of an inner node with children l and r.
func InnerHash(l, r Hash) Hash {
	var buf [1 + 2*HashSize]byte
	buf[0] = 1
	copy(buf[1:], l[:])
	copy(buf[1+HashSize:], r[:])
	return blake2b.Sum256(buf[:])
}

// longLeafHash hashes a leaf that does not fit on the stack without copying it.
func longLeafHash(data []byte) (h Hash) {
	var l LeafHasher
	return l.Sum(data)
}

// PathLen returns the number of siblings in a proof of a tree with the given number of leaves:
// 0 up to one leaf, else ceil(log2(leaves)).
func PathLen(leaves int) int {
	if leaves <= 1 {
		return 0
	}
	return bits.Len(uint(leaves - 1))
}
