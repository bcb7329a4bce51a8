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
	// lone is the memory of a group of which some lanes are fed: their next block and the state of all
	lone struct {
		data  [group * blockSize]byte
		state [stateLen + 64]byte
	}
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

// The first byte of a message is the prefix 0x00: block number b of it ends with byte 128*b+126 of the leaf. The kernels load the 128 bytes up to the next
// one and carry that to their next call, so leaves may arrive in multiples of 128 bytes. A leaf of such a size ends with a block of the carried byte alone.

// leaves16 hashes sixteen leaves that begin stride bytes apart.
func (s *scratch) leaves16(dst *byte, data []byte, size, stride int) {
	state, _ := s.align()
	start16(state)
	s.feed16(state, data, stride, 0, size, size)
	output16(dst, state)
}

// leaves4 hashes four leaves that begin stride bytes apart.
func (s *scratch) leaves4(dst *byte, data []byte, size, stride int) {
	state, _ := s.align()
	start(state, group4)
	s.feed4(state, data, stride, 0, size, size)
	output4(dst, state)
}

// start16 writes the initial states of both sets of lanes.
func start16(state *byte) {
	for set := range 2 {
		start((*byte)(unsafe.Add(unsafe.Pointer(state), set*stateLen/2)), group/2)
	}
}

// feed16 compresses bytes off to end of sixteen leaves of size bytes; data begins at byte off of the first. off is a multiple of the block size; end is too, or
// is size.
func (s *scratch) feed16(state *byte, data []byte, stride, off, end, size int) {
	_, msg := s.align()
	begin := off
	for ; off+blockSize <= end; off += blockSize {
		leafBlock16(state, &data[off-begin], stride, ^uint64(0), ^uint64(0), uint64(off+blockSize), 0, msg)
	}
	if end < size {
		return
	}
	left, src := size-off, &data[0]
	if left > 0 {
		src = &data[off-begin]
	}
	leafBlock16(state, src, stride, mask(left), mask(left-64), uint64(1+size), ^uint64(0), msg)
}

// feed4 is feed16 for four leaves.
func (s *scratch) feed4(state *byte, data []byte, stride, off, end, size int) {
	_, msg := s.align()
	begin := off
	for ; off+blockSize <= end; off += blockSize {
		leafBlock4(state, &data[off-begin], stride, uint64(off+blockSize), 0, msg)
	}
	if end < size {
		return
	}
	for i := range group4 {
		last := s.ends[i*blockSize : (i+1)*blockSize]
		n := 0
		if off < size {
			n = copy(last, data[i*stride+off-begin:i*stride+size-begin])
		}
		clear(last[n:])
	}
	leafBlock4(state, &s.ends[0], blockSize, uint64(1+size), ^uint64(0), msg)
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
