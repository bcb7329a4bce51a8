package lanes

import (
	"encoding/binary"
	"sync"

	"golang.org/x/sys/cpu"

	"walrus/internal/kernel"
)

// hasLanes says that kernels run: two messages share a set of registers.
var hasLanes = kernel.Active() == kernel.NEON

// hasXAR says that the processor adds and rotates in one instruction.
var hasXAR = cpu.ARM64.HasSHA3

// blocks2 compresses blocks of 128 bytes of two messages, the second of which begins stride bytes after the first at src. counter is the number of message bytes up to
// the end of the first block, final all ones if it is the last one. msg is memory for the message.
//
//go:noescape
func blocks2(state *pair, src *byte, stride int, blocks int, counter uint64, final uint64, msg *[2 * blockSize]byte)

// blocks2SHA3 is blocks2 with the SHA-3 extension.
//
//go:noescape
func blocks2SHA3(state *pair, src *byte, stride int, blocks int, counter uint64, final uint64, msg *[2 * blockSize]byte)

const lanes = 2

// A pair is the state of two messages.
type pair struct {
	word  [8][lanes]uint64
	carry [lanes][16]byte // the last bytes of the block before: the last one of them is the first of the next
}

// begin is the state of messages that begin with a byte.
func begin(prefix byte) (p pair) {
	for w, v := range initial {
		p.word[w] = [lanes]uint64{v, v}
	}
	for i := range p.carry {
		p.carry[i][15] = prefix
	}
	return p
}

var (
	leafState  = begin(0)
	innerState = begin(1)
)

// sum returns the hash of lane i.
func (p *pair) sum(i int) (h [Size]byte) {
	for w := range Size / 8 {
		binary.LittleEndian.PutUint64(h[8*w:], p.word[w][i])
	}
	return h
}

// scratch is the kernels' memory.
type scratch struct {
	state pair
	msg   [2 * blockSize]byte
	ends  [lanes * blockSize]byte // last blocks, completed with zeros
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

func (s *scratch) blocks(state *pair, src *byte, stride, blocks int, counter, final uint64) {
	if hasXAR {
		blocks2SHA3(state, src, stride, blocks, counter, final, &s.msg)
	} else {
		blocks2(state, src, stride, blocks, counter, final, &s.msg)
	}
}

// innerVector writes the hashes of nodes whose children are left[i*step] and right[i*step]. It reports false if there are no kernels.
func innerVector[H ~[Size]byte](dst, left, right []H, step int) bool {
	if !hasLanes {
		return false
	}
	s := scratches.Get().(*scratch)
	clear(s.ends[:])
	for done := 0; done < len(dst); done += lanes {
		n := min(lanes, len(dst)-done)
		for i := range n {
			message := s.ends[i*blockSize:]
			copy(message, left[(done+i)*step][:])
			copy(message[Size:], right[(done+i)*step][:])
		}
		s.state = innerState
		s.blocks(&s.state, &s.ends[0], blockSize, 1, 1+2*Size, ^uint64(0))
		for i := range n {
			dst[done+i] = s.state.sum(i)
		}
	}
	scratches.Put(s)
	return true
}

// leavesVector reports whether it hashed the leaves.
func leavesVector[H ~[Size]byte](dst []H, data []byte, size, stride int) bool {
	if !hasLanes {
		return false
	}
	s := scratches.Get().(*scratch)
	for done := 0; done < len(dst); done += lanes {
		n := min(lanes, len(dst)-done)
		apart := stride
		if n < lanes {
			apart = 0 // a last leaf alone is hashed twice
		}
		s.state = leafState
		s.feed(&s.state, data[done*stride:], apart, 0, size, size)
		for i := range n {
			dst[done+i] = s.state.sum(i)
		}
	}
	scratches.Put(s)
	return true
}

// feed compresses bytes off to end of two leaves of size bytes; data begins at byte off of the first. off is a multiple of the block size; end is too, or is size.
func (s *scratch) feed(state *pair, data []byte, stride, off, end, size int) {
	blocks := (end - off) / blockSize
	if blocks > 0 {
		s.blocks(state, &data[0], stride, blocks, uint64(off+blockSize), 0)
	}
	if end < size {
		return
	}
	for i := range lanes {
		last := s.ends[i*blockSize : (i+1)*blockSize]
		n := 0
		if from := blocks * blockSize; from < end-off {
			n = copy(last, data[i*stride+from:i*stride+end-off])
		}
		clear(last[n:])
	}
	s.blocks(state, &s.ends[0], blockSize, 1, uint64(1+size), ^uint64(0))
}

// states are the states of leaves in progress.
type states struct{ pairs []pair }

// reset begins n leaves. It reports false if there are no kernels.
func (t *states) reset(n int) bool {
	if !hasLanes {
		return false
	}
	need := (n + lanes - 1) / lanes
	if cap(t.pairs) < need {
		t.pairs = make([]pair, need)
	}
	t.pairs = t.pairs[:need]
	for i := range t.pairs {
		t.pairs[i] = leafState
	}
	return true
}

// feed compresses bytes off to end of leaves first to first+count-1. It reports false if there are no kernels.
func (t *states) feed(first, count int, data []byte, stride, off, end, size int) bool {
	if !hasLanes {
		return false
	}
	s := scratches.Get().(*scratch)
	for done := 0; done < count; {
		at := first + done
		state, src := &t.pairs[at/lanes], data[done*stride:]
		if lane := at % lanes; lane > 0 || done+1 == count { // one of two leaves: both lanes of a copy take it
			s.state = *state
			s.feed(&s.state, src, 0, off, end, size)
			for w := range state.word {
				state.word[w][lane] = s.state.word[w][lane]
			}
			state.carry[lane] = s.state.carry[lane]
			done++
			continue
		}
		s.feed(state, src, stride, off, end, size)
		done += lanes
	}
	scratches.Put(s)
	return true
}

// sumVector writes the hashes of complete leaves. It reports false if there are no kernels.
func sumVector[H ~[Size]byte](t *states, dst []H) bool {
	if !hasLanes {
		return false
	}
	for i := range dst {
		dst[i] = t.pairs[i/lanes].sum(i % lanes)
	}
	return true
}
