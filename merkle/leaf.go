package merkle

import (
	"hash"

	"golang.org/x/crypto/blake2b"
)

// A LeafHasher hashes many leaves and keeps its state between them, so that hashing allocates nothing
// after the first leaf. The zero value is ready to use. It must not be used concurrently.
type LeafHasher struct {
	state hash.Hash
	buf   []byte
	out   [HashSize]byte
}

// copyLimit is the leaf size in bytes up to which copying the leaf behind its prefix and hashing in one
// call is faster than streaming. Doubling it costs memory only.
const copyLimit = 8 << 10

// Sum returns [LeafHash] of data.
func (l *LeafHasher) Sum(data []byte) Hash {
	if len(data) < copyLimit {
		if len(l.buf) < 1+len(data) {
			l.buf = make([]byte, 1+len(data))
		}
		n := copy(l.buf[1:], data)
		return blake2b.Sum256(l.buf[:1+n])
	}
	if l.state == nil {
		l.state, _ = blake2b.New256(nil) // fails only for a key that is too long
	}
	l.state.Reset()
	l.state.Write([]byte{0})
	l.state.Write(data)
	l.state.Sum(l.out[:0])
	return l.out
}
