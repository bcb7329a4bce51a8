package lanes

import "unsafe"

// states are the states of leaves in progress, by groups of as many lanes as the kernels take.
type states struct {
	raw   []byte
	first int // where in raw the first group begins, at a cache line
}

// lanesOf is the number of lanes of a group, laneState the length of its state in bytes.
func lanesOf() (lanes, laneState int) {
	if has17 {
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
	initial := initial4[:]
	if has17 {
		initial = initial17[:]
	}
	for g := range groups {
		copy(t.raw[t.first+g*length:], initial)
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
	spread := false // whether the offsets are those of a whole group
	for done := 0; done < count; {
		at := first + done
		from := at % lanes
		n := min(lanes-from, count-done)
		src, state := data[done*stride:], t.group(at/lanes)
		switch {
		case has17:
			if !spread || n < lanes {
				s.spread(from, n, stride)
				spread = n == lanes
			}
			s.feed17(state, src, (1<<n-1)<<from, off, end, size)
		case n < lanes:
			s.feedSome4(state, from, n, src, stride, off, end, size)
		default:
			s.feed4(state, src, stride, off, end, size)
		}
		done += n
	}
	scratches.Put(s)
	return true
}

// feedSome4 feeds the lanes from to from+n-1 of four and leaves the others as they are: it works on copies of the state and of the bytes.
func (s *scratch) feedSome4(state *byte, from, n int, data []byte, stride, off, end, size int) {
	own := unsafe.Slice(state, state4Len)
	copy(s.lone[:], own)
	var blocks [group4 * blockSize]byte
	for begin := off; off < end; off = min(off+blockSize, end) {
		stop := min(off+blockSize, end)
		for i := range n {
			copy(blocks[(from+i)*blockSize:(from+i+1)*blockSize], data[i*stride+off-begin:i*stride+stop-begin])
		}
		s.feed4(&s.lone[0], blocks[:], blockSize, off, stop, size)
	}
	const word = word4Bytes / group4
	for at := 0; at < state4Len; at += word4Bytes {
		copy(own[at+from*word:at+(from+n)*word], s.lone[at+from*word:])
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
		if has17 {
			output17(&out[0][0], t.group(at/lanes))
		} else {
			output4(&out[0][0], t.group(at/lanes))
		}
		if !whole {
			copy(dst[at:], last[:])
		}
	}
	return true
}
