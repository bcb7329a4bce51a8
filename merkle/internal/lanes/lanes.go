// Package lanes hashes many short messages of equal length at a time with BLAKE2b-256: the leaves (0x00 || data) and inner nodes
// (0x01 || left || right) of hash trees. On processors with AVX-512 sixteen messages share two sets of registers, one message per 64-bit
// lane, on those with AVX2 four messages share one set; everywhere else each message is hashed by itself. All give the same bytes.
package lanes

import (
	"golang.org/x/crypto/blake2b"
)

// Size is the length of a hash in bytes.
const Size = blake2b.Size256

// blockSize is the length of a block of BLAKE2b in bytes.
const blockSize = 128

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
