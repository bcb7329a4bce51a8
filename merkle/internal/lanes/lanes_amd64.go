package lanes

import (
	"sync"
	"unsafe"

	"walrus/internal/kernel"
)

//go:generate sh -c "cd gen && go run . -out ../lanes_amd64.s -stubs ../stubs_amd64.go -pkg lanes"

// Which kernels run. Those for sixteen messages leave the rest of a batch to those for four.
var (
	has16 = kernel.Active() >= kernel.AVX512
	has4  = kernel.Active() >= kernel.AVX2
)

const (
	group4     = 4
	wordBytes  = 64
	stateLen   = 2 * 9 * wordBytes
	msgLen     = 2*16*wordBytes + 64
	word4Bytes = 32
	state4Len  = 9 * word4Bytes
)

// scratch is the kernels' memory: state, message words, and room to align both to cache lines.
type scratch struct {
	raw [stateLen + msgLen + 64]byte
	// ends are the last blocks of four messages, completed with zeros
	ends [group4 * blockSize]byte
}

func (s *scratch) align() (state, msg *byte) {
	p := unsafe.Pointer(&s.raw)
	skip := int(-uintptr(p) & 63)
	return &s.raw[skip], &s.raw[skip+stateLen]
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// innerVector returns how many nodes it hashed.
func innerVector[H ~[Size]byte](dst, src []H) (done int) {
	if !has4 || len(dst) < group4 {
		return 0
	}
	s := scratches.Get().(*scratch)
	_, msg := s.align()
	if groups := len(dst) / group; has16 && groups > 0 {
		inner16(&dst[0][0], &src[0][0], groups, msg)
		done = groups * group
	}
	if groups := (len(dst) - done) / group4; groups > 0 {
		inner4(&dst[done][0], &src[2*done][0], groups, msg)
		done += groups * group4
	}
	scratches.Put(s)
	return done
}

// leavesVector reports whether it hashed the leaves. A last group that is not full overlaps the one before it.
func leavesVector[H ~[Size]byte](dst []H, data []byte, size, stride int) bool {
	if !has4 || len(dst) < group4 {
		return false
	}
	s := scratches.Get().(*scratch)
	next := 0
	if has16 {
		for left := len(dst); left >= group || left > 2*group4 && next > 0; left = len(dst) - next {
			first := min(next, len(dst)-group)
			s.leaves16(&dst[first][0], data[first*stride:], size, stride)
			next = first + group
		}
	}
	for next < len(dst) {
		first := min(next, len(dst)-group4)
		s.leaves4(&dst[first][0], data[first*stride:], size, stride)
		next = first + group4
	}
	scratches.Put(s)
	return true
}

// initial are the first eight state words of BLAKE2b-256 without a key.
var initial = [8]uint64{
	0x6a09e667f3bcc908 ^ 0x01010020, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
	0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
}

const blockSize = 128

// start writes the initial state of lanes messages, with no byte carried.
func start(state *byte, lanes int) {
	words := unsafe.Slice((*uint64)(unsafe.Pointer(state)), 9*lanes)
	for w := range 9 {
		v := uint64(0)
		if w < 8 {
			v = initial[w]
		}
		row := words[w*lanes:][:lanes]
		for i := range row {
			row[i] = v
		}
	}
}

// A block holds data bytes off-1 to off+127 of a leaf; the kernels load from off on and carry the byte before. step returns what they count: the
// message bytes so far, and the flag of the last block.
func step(off, size int) (counter, final uint64) {
	if message := 1 + size; off+blockSize >= message {
		return uint64(message), ^uint64(0)
	}
	return uint64(off + blockSize), 0
}

// leaves16 hashes sixteen leaves that begin stride bytes apart.
func (s *scratch) leaves16(dst *byte, data []byte, size, stride int) {
	state, msg := s.align()
	for set := range 2 {
		start((*byte)(unsafe.Add(unsafe.Pointer(state), set*9*wordBytes)), group/2)
	}
	for off := 0; ; off += blockSize {
		counter, final := step(off, size)
		left := size - off
		src := &data[0]
		if left > 0 {
			src = &data[off]
		}
		leafBlock16(state, src, stride, mask(left), mask(left-64), counter, final, msg)
		if final != 0 {
			break
		}
	}
	output16(dst, state)
}

// leaves4 hashes four leaves that begin stride bytes apart.
func (s *scratch) leaves4(dst *byte, data []byte, size, stride int) {
	state, msg := s.align()
	start(state, group4)
	for off := 0; ; off += blockSize {
		counter, final := step(off, size)
		src, apart := &s.ends[0], blockSize
		if left := size - off; left >= blockSize {
			src, apart = &data[off], stride
		} else {
			for i := range group4 {
				end := s.ends[i*blockSize : (i+1)*blockSize]
				clear(end[copy(end, data[i*stride+off:i*stride+size]):])
			}
		}
		leafBlock4(state, src, apart, counter, final, msg)
		if final != 0 {
			break
		}
	}
	output4(dst, state)
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
