package lanes

import (
	"encoding/binary"
	"slices"
	"sync"
	"unsafe"

	"walrus/internal/kernel"
)

//go:generate sh -c "cd gen && go run . -out ../lanes_amd64.s -stubs ../stubs_amd64.go -pkg lanes"

// Which kernels run. Those for seventeen messages leave the rest of a batch to those for four.
var (
	has17 = kernel.Active() >= kernel.AVX512
	has4  = kernel.Active() >= kernel.AVX2
)

const (
	group      = 17 // sixteen messages in the lanes of vector registers, one in the general registers
	group4     = 4
	stateLen   = 1280 // stateBytes of the generator
	msgLen     = 4352 // shortBytes of the generator, the largest scratch that a kernel wants
	word4Bytes = 32
	state4Len  = 9 * word4Bytes
	// shortLeaf is the size of the largest leaf that the kernels for short messages take.
	shortLeaf = 64
	tinyLeaf  = 15 // the same of those for even shorter ones
	allLanes  = 1<<group - 1
)

// scratch is the kernels' memory: state, message words, and room to align both to cache lines.
type scratch struct {
	raw     [stateLen + msgLen + 64]byte
	offsets [group]int // of the lanes' data
	// ends are the last blocks of four messages, completed with zeros, or four short leaves
	ends     [group4 * blockSize]byte
	children [2 * group][Size]byte // of a group of nodes that is not full
	lone     [state4Len]byte       // a copy of a state of which some lanes change
}

func (s *scratch) align() (state, msg *byte) {
	p := unsafe.Pointer(&s.raw)
	skip := int(-uintptr(p) & 63)
	return &s.raw[skip], &s.raw[skip+stateLen]
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

const innerSize = 1 + 2*Size // of the message of an inner node

// innerVector writes the hashes of nodes whose children are left[i*step] and right[i*step]. It reports false if there are no kernels.
func innerVector[H ~[Size]byte](dst, left, right []H, step int) bool {
	if !has4 {
		return false
	}
	s := scratches.Get().(*scratch)
	_, msg := s.align()
	done := 0
	if has17 {
		if groups := len(dst) / group; groups > 0 {
			short17(&dst[0][0], &left[0][0], &right[0][0], step*Size, groups, 0, 1, innerSize, msg)
			done = groups * group
		}
		if rest := len(dst) - done; rest > 2*group4 { // cheaper than fours: a group of which some hash what was there
			var out [group]H
			for i := range rest {
				copy(s.children[2*i][:], left[(done+i)*step][:])
				copy(s.children[2*i+1][:], right[(done+i)*step][:])
			}
			short17(&out[0][0], &s.children[0][0], &s.children[1][0], 2*Size, 1, 0, 1, innerSize, msg)
			done += copy(dst[done:], out[:])
		}
	}
	if groups := (len(dst) - done) / group4; groups > 0 {
		short4(&dst[done][0], &left[done*step][0], &right[done*step][0], step*Size, groups, 1, innerSize, msg)
		done += groups * group4
	}
	if done < len(dst) {
		for i := range len(dst) - done {
			copy(s.children[2*i][:], left[(done+i)*step][:])
			copy(s.children[2*i+1][:], right[(done+i)*step][:])
		}
		var out [group4]H
		short4(&out[0][0], &s.children[0][0], &s.children[1][0], 2*Size, 1, 1, innerSize, msg)
		copy(dst[done:], out[:])
	}
	scratches.Put(s)
	return true
}

// leavesVector reports whether it hashed the leaves. A last group that is not full overlaps the one before it.
func leavesVector[H ~[Size]byte](dst []H, data []byte, size, stride int) bool {
	if !has4 || len(dst) < group4 {
		return false
	}
	s := scratches.Get().(*scratch)
	next := 0
	if has17 && len(dst) >= group {
		next = len(dst) / group * group
		s.leaves17(&dst[0][0], data, next/group, size, stride)
		if len(dst)-next > 2*group4 {
			next = len(dst)
			s.leaves17(&dst[next-group][0], data[(next-group)*stride:], 1, size, stride)
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

// leaves17 hashes groups of seventeen leaves that begin stride bytes apart.
func (s *scratch) leaves17(dst *byte, data []byte, groups, size, stride int) {
	state, msg := s.align()
	switch {
	case size <= tinyLeaf:
		tiny17(dst, &data[0], nil, stride, groups, mask(size), 0, uint64(1+size), msg)
		return
	case size <= shortLeaf:
		short17(dst, &data[0], nil, stride, groups, mask(size), 0, uint64(1+size), msg)
		return
	}
	s.spread(0, group, stride)
	for g := range groups {
		copy(unsafe.Slice(state, stateLen), initial17[:])
		s.feed17(state, data[g*group*stride:], allLanes, 0, size, size)
		output17((*byte)(unsafe.Add(unsafe.Pointer(dst), g*group*Size)), state)
	}
}

// leaves4 hashes four leaves that begin stride bytes apart.
func (s *scratch) leaves4(dst *byte, data []byte, size, stride int) {
	state, msg := s.align()
	if size <= shortLeaf {
		for i := range group4 {
			leaf := s.ends[i*shortLeaf : (i+1)*shortLeaf]
			clear(leaf[copy(leaf, data[i*stride:i*stride+size]):])
		}
		short4(dst, &s.ends[0], &s.ends[Size], shortLeaf, 1, 0, uint64(1+size), msg)
		return
	}
	copy(unsafe.Slice(state, state4Len), initial4[:])
	s.feed4(state, data, stride, 0, size, size)
	output4(dst, state)
}

// The states of groups that begin, with no byte carried.
var (
	initial17 = [stateLen]byte(slices.Concat(start(8), start(8), start(1), make([]byte, 56)))
	initial4  = [state4Len]byte(start(group4))
)

func start(lanes int) (state []byte) {
	for _, word := range append(initial[:], 0) {
		for range lanes {
			state = binary.LittleEndian.AppendUint64(state, word)
		}
	}
	return state
}

// spread sets the offsets of n lanes' data, stride bytes apart, from lane from on. The other lanes read what their neighbours read.
func (s *scratch) spread(from, n, stride int) {
	for i := range s.offsets {
		s.offsets[i] = max(0, min(i-from, n-1)) * stride
	}
}

// feed17 compresses bytes off to end of seventeen leaves of size bytes, which the lanes' offsets find in data; that begins at byte off of the first. off is a
// multiple of the block size; end is too, or is size. Lanes that are not active stay as they are.
func (s *scratch) feed17(state *byte, data []byte, active uint64, off, end, size int) {
	_, msg := s.align()
	blocks := (end - off) / blockSize
	if blocks > 0 {
		leafBlocks17(state, &data[0], &s.offsets[0], blocks, ^uint64(0), ^uint64(0), uint64(off+blockSize), 0, active, msg)
	}
	if end < size {
		return
	}
	left, src := (end-off)%blockSize, &data[0]
	if left > 0 {
		src = &data[blocks*blockSize]
	}
	leafBlocks17(state, src, &s.offsets[0], 1, mask(left), mask(left-64), uint64(1+size), ^uint64(0), active, msg)
}

// feed4 is feed17 for four leaves that begin stride bytes apart, all active.
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
