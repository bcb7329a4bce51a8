// Package lanes hashes many short messages of equal length at a time with BLAKE2b-256: the leaves (0x00 || data) and inner nodes
// (0x01 || left || right) of hash trees. On processors with AVX-512 sixteen messages share two sets of registers, one message per 64-bit
// lane, and the general registers hash one more beside them; with AVX2 four messages share one set, with NEON two. Everywhere else each message is hashed by itself. All
// give the same bytes.
package lanes

import (
	"golang.org/x/crypto/blake2b"
)

// Size is the length of a hash in bytes.
const Size = blake2b.Size256

// blockSize is the length of a block of BLAKE2b in bytes.
const blockSize = 128

// initial are the first eight state words of BLAKE2b-256 without a key.
var initial = [8]uint64{
	0x6a09e667f3bcc908 ^ 0x01010020, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
	0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
}

// The first byte of a message is the prefix 0x00: block number b of it ends with byte 128*b+126 of the leaf. The kernels load the 128 bytes up to the next
// one and carry that to their next call, so leaves may arrive in multiples of 128 bytes. A leaf of such a size ends with a block of the carried byte alone.

// Inner writes the hashes of inner nodes to dst: node i has the children src[2i] and src[2i+1]. len(src) must be 2*len(dst).
// dst may be the first half of src.
func Inner[H ~[Size]byte](dst, src []H) {
	if len(src) != 2*len(dst) {
		panic("lanes: two children per node")
	}
	if len(dst) > 0 {
		inner(dst, src, src[1:], 2)
	}
}

// Pairs writes the hashes of inner nodes to dst: node i has the children left[i] and right[i]. All three are equally long; dst may be one of the others.
func Pairs[H ~[Size]byte](dst, left, right []H) {
	if len(left) != len(dst) || len(right) != len(dst) {
		panic("lanes: two children per node")
	}
	if len(dst) > 0 {
		inner(dst, left, right, 1)
	}
}

// inner hashes the nodes with the children left[i*step] and right[i*step]. There is at least one.
func inner[H ~[Size]byte](dst, left, right []H, step int) {
	if innerVector(dst, left, right, step) {
		return
	}
	for i := range dst {
		dst[i] = innerOne(left[i*step], right[i*step])
	}
}

// Leaves writes the hashes of the leaves 0x00 || data[i*stride : i*stride+size] to dst. data must reach to the last of them.
func Leaves[H ~[Size]byte](dst []H, data []byte, size, stride int) {
	if len(dst) == 0 {
		return
	}
	_ = data[(len(dst)-1)*stride+size-1 : (len(dst)-1)*stride+size]
	if leavesVector(dst, data, size, stride) {
		return
	}
	buf := make([]byte, 1+size)
	for i := range dst {
		copy(buf[1:], data[i*stride:i*stride+size])
		dst[i] = blake2b.Sum256(buf)
	}
}

func innerOne[H ~[Size]byte](l, r H) H {
	var buf [1 + 2*Size]byte
	buf[0] = 1
	copy(buf[1:], l[:])
	copy(buf[1+Size:], r[:])
	return blake2b.Sum256(buf[:])
}
