package redstuff

import "testing"

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
