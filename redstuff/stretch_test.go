package redstuff

import (
	"math/rand/v2"
	"testing"
)

// TestStretches cuts slivers of many shapes. The parts follow each other, are nearly as long as each other, and break symbols only where the code and the hash may.
func TestStretches(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		size, count, limit := 2*(1+r.IntN(4000)), 1+r.IntN(700), 512+r.IntN(30_000)
		s := newStretches(count*size, size, limit)
		if s.begin(0) != 0 || s.begin(s.len()) != s.total {
			t.Fatalf("%d symbols of %d: parts of %d bytes from %d to %d", count, size, s.each, s.begin(0), s.begin(s.len()))
		}
		if most := s.longest(); most > limit+max(limit/8, pieceAlign) {
			t.Fatalf("%d symbols of %d: a part of %d bytes, the limit is %d", count, size, most, limit)
		}
		for i := range s.len() {
			from, to := s.begin(i), s.begin(i+1)
			if from >= to {
				t.Fatalf("%d symbols of %d: part %d is [%d, %d)", count, size, i, from, to)
			}
			at := from
			for _, p := range spans(size, from, to) {
				inside := p.at % size
				if p.at != at || inside%pieceAlign != 0 || inside+p.width < size && p.width%pieceAlign != 0 || p.count > 1 && p.width != size {
					t.Fatalf("symbols of %d, [%d, %d): span %+v after byte %d", size, from, to, p, at)
				}
				at += p.bytes()
			}
			if at != to {
				t.Fatalf("symbols of %d: spans of [%d, %d) end at %d", size, from, to, at)
			}
		}
	}
}

// TestDecodeMemoryIsEven compares what a worker holds of blobs of very different symbol sizes.
func TestDecodeMemoryIsEven(t *testing.T) {
	p, err := NewParams(1000)
	if err != nil {
		t.Fatal(err)
	}
	const limit = 24_000
	for size := 1000; size < 65_000; size += 998 {
		if most := newStretches(p.K2*size, size, limit).longest(); most < limit*9/10 || most > limit*11/10 {
			t.Errorf("symbols of %d bytes: parts of %d bytes, want about %d", size, most, limit)
		}
	}
}
