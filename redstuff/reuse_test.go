package redstuff

import (
	"bytes"
	"testing"

	"walrus/merkle"
)

// Memory that one blob leaves behind must not show in the next: most of a short blob's matrix is padding that is never written.
func TestReusedMemory(t *testing.T) {
	p, err := NewParams(31)
	if err != nil {
		t.Fatal(err)
	}
	for _, size := range []int{100_000, 1, 60_000, 3, 41, 42, 43, 500, 100_000, 0, 1000} {
		blob := randomBlob(uint64(size), size)
		got, err := ComputeMetadata(p, blob)
		if err != nil {
			t.Fatal(err)
		}
		want, err := Encode(p, blob)
		if err != nil {
			t.Fatal(err)
		}
		if got.BlobID() != want.BlobID() {
			t.Errorf("%d bytes: got %v, with all slivers %v", size, got.BlobID(), want.BlobID())
		}
		decoded, err := Decode(p, want.Metadata(), allPrimary(want), CheckStrict)
		if err != nil || string(decoded) != string(blob) {
			t.Errorf("%d bytes: decode: %v", size, err)
		}
		for q := range PairIndex(p.N) {
			s := want.Sliver(Secondary, q)
			if err := NewVerifier(p, want.Metadata()).Verify(s); err != nil {
				t.Errorf("%d bytes: %v", size, err)
			}
		}
		want.Release()
	}
}

// allPrimary returns the repair slivers of the primary axis.
func allPrimary(e *Encoding) (slivers []Sliver) {
	for i := e.p.K1; i < e.p.N; i++ {
		slivers = append(slivers, e.Sliver(Primary, PairIndex(i)))
	}
	return slivers
}

// TestCopyRows copies rows as one part and as several.
func TestCopyRows(t *testing.T) {
	for _, c := range []struct{ rows, length, tasks int }{{0, 10, 0}, {1, 10, 1}, {7, copyStep/7 + 1, 1}, {5, copyStep / 2, 2}, {7, copyStep/2 + 1, 3}} {
		if got := copyTasks(c.rows, c.length); got != c.tasks {
			t.Errorf("%d rows of %d bytes: %d parts, want %d", c.rows, c.length, got, c.tasks)
		}
		want := randomBlob(uint64(c.rows), c.rows*c.length)
		var rows [][]byte
		for r := range c.rows {
			rows = append(rows, bytes.Clone(want[r*c.length:(r+1)*c.length]))
		}
		got := make([]byte, len(want))
		if err := copyRows(got, rows, c.length); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%d rows of %d bytes: wrong bytes, error %v", c.rows, c.length, err)
		}
	}
}

// TestSystematicAllocations holds decoding from all systematic slivers to being a copy: next to one of a short blob, tables of all rows would be dear.
func TestSystematicAllocations(t *testing.T) {
	p := mustParams(100)
	enc, err := Encode(p, randomBlob(9, 10_000))
	if err != nil {
		t.Fatal(err)
	}
	var slivers []Sliver
	for i := range p.K1 {
		slivers = append(slivers, enc.Sliver(Primary, PairIndex(i)))
	}
	buf := make([]byte, 20_000)
	const few = 20
	if n := testing.AllocsPerRun(100, func() {
		if _, err := DecodeInto(buf, p, enc.Metadata(), slivers, CheckDefault); err != nil {
			t.Fatal(err)
		}
	}); n > few {
		t.Errorf("%v allocations, want at most %d", n, few)
	}
}

// TestZerosOf asks for zeros of changing numbers and sizes.
func TestZerosOf(t *testing.T) {
	for _, c := range []struct{ n, size int }{{10, 2}, {10, 4}, {13, 4}, {10, 2}, {10, 2}, {13, 2}} {
		z := zerosOf(c.n, c.size)
		if want := mustRoot(t, c.n, c.size); z.root.Hash() != want {
			t.Errorf("%d symbols of %d zero bytes: root %v, want %v", c.n, c.size, z.root, want)
		}
	}
}

// mustRoot computes the root over n symbols of size zero bytes in the plain way.
func mustRoot(t *testing.T, n, size int) merkle.Hash {
	t.Helper()
	leaves := make([]merkle.Hash, n)
	for i := range leaves {
		leaves[i] = merkle.LeafHash(make([]byte, size))
	}
	return merkle.NewTree(leaves).Root().Hash()
}
