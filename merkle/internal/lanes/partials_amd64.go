package lanes

import "unsafe"

// states are the states of leaves in progress, by groups of as many lanes as the kernels take.
type states struct {
	raw   []byte
	first int // where in raw the first group begins, at a cache line
}

// lanesOf is the number of lanes of a group, laneState the length of its state in bytes.
func lanesOf() (lanes, laneState int) {
	if has16 {
		return group, stateLen
	}
	return group4, state4Len
}

// reset begins n leaves. It reports false if there are no kernels.
func (t *states) reset(n int) bool {
	if !has4 {
		return false
	}
	lanes, length := lanesOf()
	groups := (n + lanes - 1) / lanes
	if need := groups*length + 64; len(t.raw) < need {
		t.raw = make([]byte, need)
	}
	t.first = int(-uintptr(unsafe.Pointer(&t.raw[0])) & 63)
	for g := range groups {
		if has16 {
			start16(t.group(g))
		} else {
			start(t.group(g), group4)
		}
	}
	return true
}

func (t *states) group(g int) *byte {
	_, length := lanesOf()
	return &t.raw[t.first+g*length]
}

// feed compresses bytes off to end of leaves first to first+count-1. It reports false if there are no kernels.
func (t *states) feed(first, count int, data []byte, stride, off, end, size int) bool {
	if !has4 {
		return false
	}
	s := scratches.Get().(*scratch)
	lanes, _ := lanesOf()
	for done := 0; done < count; {
		at := first + done
		from := at % lanes
		n := min(lanes-from, count-done)
		src := data[done*stride:]
		switch {
		case n < lanes:
			s.feedSome(t.group(at/lanes), from, n, src, stride, off, end, size)
		case has16:
			s.feed16(t.group(at/lanes), src, stride, off, end, size)
		default:
			s.feed4(t.group(at/lanes), src, stride, off, end, size)
		}
		done += n
	}
	scratches.Put(s)
	return true
}

// feedSome feeds the lanes from to from+n-1 of a group and leaves the others as they are: the kernels run on copies of the state and of the bytes.
func (s *scratch) feedSome(state *byte, from, n int, data []byte, stride, off, end, size int) {
	lanes, length := lanesOf()
	copied := &s.lone.state[int(-uintptr(unsafe.Pointer(&s.lone.state))&63)]
	own, work := unsafe.Slice(state, length), unsafe.Slice(copied, length)
	copy(work, own)
	block := s.lone.data[:lanes*blockSize]
	for begin := off; off < end; off = min(off+blockSize, end) {
		stop := min(off+blockSize, end)
		for i := range n {
			copy(block[(from+i)*blockSize:(from+i+1)*blockSize], data[i*stride+off-begin:i*stride+stop-begin])
		}
		if has16 {
			s.feed16(copied, block, blockSize, off, stop, size)
		} else {
			s.feed4(copied, block, blockSize, off, stop, size)
		}
	}
	const word = 8
	rowBytes := min(lanes, 8) * word // of one state word of all lanes of a set
	for i := from; i < from+n; i++ {
		at := i * word
		if i >= 8 {
			at = length/2 + (i-8)*word
		}
		for range 9 {
			copy(own[at:at+word], work[at:])
			at += rowBytes
		}
	}
}

// sumVector writes the hashes of complete leaves. It reports false if there are no kernels.
func sumVector[H ~[Size]byte](t *states, dst []H) bool {
	if !has4 {
		return false
	}
	lanes, _ := lanesOf()
	var last [group]H
	for at := 0; at < len(dst); at += lanes {
		out := last[:]
		whole := at+lanes <= len(dst)
		if whole {
			out = dst[at:]
		}
		if has16 {
			output16(&out[0][0], t.group(at/lanes))
		} else {
			output4(&out[0][0], t.group(at/lanes))
		}
		if !whole {
			copy(dst[at:], last[:])
		}
	}
	return true
}
