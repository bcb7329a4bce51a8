package nodeapi

import (
	"bytes"
	"io"
	"testing"

	"walrus/redstuff"
)

// A body with parts that are made late sends the same bytes as one that has everything from the start, every time.
func TestBodyLater(t *testing.T) {
	s := redstuff.Sliver{Axis: redstuff.Primary, Index: 2, SymbolSize: 2}
	data := bytes.Repeat([]byte{1, 2, 3, 4}, 500)
	parts := func(b *BundleBody, from, to int) { b.StreamParts(2, s, len(data), from, to, dataOf(t, data)) }
	var plain, late BundleBody
	plain.Metadata([]byte{9})
	late.Metadata([]byte{9})
	made := 0
	for from := 0; from < len(data); from += 400 {
		var probe BundleBody
		parts(&probe, from, from+400)
		parts(&plain, from, from+400)
		late.Later(probe.Size(), probe.Frames(), func() *BundleBody {
			made++
			var b BundleBody
			parts(&b, from, from+400)
			return &b
		})
	}
	want, err := io.ReadAll(plain.Open())
	if err != nil || late.Length() != plain.Length() || late.Frames() != plain.Frames() || made != 0 {
		t.Fatalf("length %d, %d frames, %v, %d made; want %d and %d", late.Length(), late.Frames(), err, made, plain.Length(), plain.Frames())
	}
	for range 2 {
		if got, err := io.ReadAll(oneByte{late.Open()}); err != nil || !bytes.Equal(got, want) {
			t.Fatalf("got %d bytes, %v, want %d", len(got), err, len(want))
		}
	}
}
