// Package guard gives tests memory between two pages that nothing may touch: assembly that reads or writes one byte outside its slices ends the
// test with a fault instead of passing by luck.
package guard

import "testing"

// A Side is the end of the memory that lies at a forbidden page; the other end has up to a page of slack.
type Side bool

const (
	// Front puts the first byte right behind a forbidden page.
	Front Side = false
	// Back puts the last byte right before one.
	Back Side = true
)

// Both lists the sides, for loops.
var Both = [2]Side{Front, Back}

// String returns "front" or "back".
func (s Side) String() string {
	if s == Back {
		return "back"
	}
	return "front"
}

// Bytes returns n zero bytes, at least one, with that side at a forbidden page until the test ends.
func Bytes(t testing.TB, n int, side Side) []byte {
	t.Helper()
	b, free, err := allocate(n, side)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := free(); err != nil {
			t.Error(err)
		}
	})
	return b
}
