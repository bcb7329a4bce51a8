package lanes

import (
	"sync"
	"unsafe"

	"walrus/internal/kernel"
)

//go:generate sh -c "cd gen && go run . -out ../lanes_amd64.s -stubs ../stubs_amd64.go -pkg lanes"

// useVector says whether the AVX-512 kernels may run.
var useVector = kernel.Active() >= kernel.AVX512

const (
	wordBytes = 64
	stateLen  = 2 * 9 * wordBytes
	msgLen    = 2*16*wordBytes + 64
)

// scratch is the kernels' memory: state, message words, and room to align both to cache lines.
type scratch struct {
	raw [stateLen + msgLen + 64]byte
}

func (s *scratch) align() (state, msg *byte) {
	p := unsafe.Pointer(&s.raw)
	skip := int(-uintptr(p) & 63)
	return &s.raw[skip], &s.raw[skip+stateLen]
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

func innerVector[H ~[Size]byte](dst, src []H) int {
	groups := len(dst) / group
	if !useVector || groups == 0 {
		return 0
	}
	s := scratches.Get().(*scratch)
	_, msg := s.align()
	inner16(&dst[0][0], &src[0][0], groups, msg)
	scratches.Put(s)
	return groups * group
}

// initial are the first eight state words of BLAKE2b-256 without a key.
var initial = [8]uint64{
	0x6a09e667f3bcc908 ^ 0x01010020, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
	0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
}

const blockSize = 128

// leavesVector reports whether it hashed the leaves. A last group that is not full overlaps the one before it.
func leavesVector[H ~[Size]byte](dst []H, data []byte, size, stride int) bool {
	if !useVector || len(dst) < group {
		return false
	}
	s := scratches.Get().(*scratch)
	state, msg := s.align()
	words := unsafe.Slice((*uint64)(unsafe.Pointer(state)), stateLen/8)
	for next := 0; next < len(dst); next += group {
		first := min(next, len(dst)-group)
		for set := range 2 {
			for w := range 9 {
				v := uint64(0)
				if w < 8 {
					v = initial[w]
				}
				lanes := words[(9*set+w)*8:][:8]
				for i := range lanes {
					lanes[i] = v
				}
			}
		}
		base := first * stride
		for off, message := 0, 1+size; ; off += blockSize {
			final, counter := uint64(0), off+blockSize
			if counter >= message {
				final, counter = ^uint64(0), message
			}
			// A block holds data bytes off-1 to off+127; loads start at off and the byte before is carried.
			left := size - off
			src := &data[base]
			if left > 0 {
				src = &data[base+off]
			}
			leafBlock16(state, src, stride, mask(left), mask(left-64), uint64(counter), final, msg)
			if final != 0 {
				break
			}
		}
		output16(&dst[first][0], state)
	}
	scratches.Put(s)
	return true
}

// mask selects the first n of 64 bytes.
func mask(n int) uint64 {
	switch {
	case n <= 0:
		return 0
	case n >= 64:
		return ^uint64(0)
	}
	return 1<<n - 1
}
