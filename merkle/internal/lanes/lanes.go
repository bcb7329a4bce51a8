// Package lanes hashes many short messages of equal length at a time with BLAKE2b-256: the leaves (0x00 || data) and inner nodes
// (0x01 || left || right) of hash trees. On processors with AVX-512 sixteen messages share two sets of registers, one message per 64-bit
// lane; everywhere else each message is hashed by itself. Both give the same bytes.
package lanes

import (
	"golang.org/x/crypto/blake2b"
)

// Size is the length of a hash in bytes.
const Size = blake2b.Size256

// blockSize is the length of a block of BLAKE2b in bytes.
const blockSize = 128

// group is the number of messages that the kernels hash at a time.
const group = 16

// Inner writes the hashes of inner nodes to dst: node i has the children src[2i] and src[2i+1]. len(src) must be 2*len(dst).
// dst may be the first half of src.
func Inner[H ~[Size]byte](dst, src []H) {
	if len(src) != 2*len(dst) {
		panic("lanes: two children per node")
	}
	done := innerVector(dst, src)
	for i := done; i < len(dst); i++ {
		dst[i] = innerOne(src[2*i], src[2*i+1])
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
