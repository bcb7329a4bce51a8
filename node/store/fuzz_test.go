package store

import (
	"bytes"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/redstuff"
)

// FuzzHeader: what parses is what encode writes, and nothing else parses.
func FuzzHeader(f *testing.F) {
	h := header{blob: powerBlob(3), axis: 1, pair: 7, index: 9, symbolSize: 4, length: 100, sum: 55}
	b := h.encode()
	f.Add(b[:])
	f.Add(b[:40])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, b []byte) {
		h, err := parseHeader(b)
		if err != nil {
			return
		}
		if again := h.encode(); !bytes.Equal(again[:], b[:headerLen]) {
			t.Fatalf("%x parses as %+v, which is %x", b[:headerLen], h, again)
		}
	})
}

func FuzzLocation(f *testing.F) {
	f.Add(location{segment: 3, offset: 64, length: 9}.encode())
	f.Add([]byte{1})
	f.Fuzz(func(t *testing.T, b []byte) {
		if l, err := parseLocation(b); err == nil && !bytes.Equal(l.encode(), b) {
			t.Fatalf("%x parses as %+v", b, l)
		}
	})
}

func FuzzSegmentName(f *testing.F) {
	f.Add(segmentName(1))
	f.Add("00.segment")
	f.Fuzz(func(t *testing.T, name string) {
		if n, ok := parseSegmentName(name); ok && segmentName(n) != name {
			t.Fatalf("%q parses as %d", name, n)
		}
	})
}

// FuzzScan finds a good record behind any rubbish, or says that there is none; it never fails on rubbish.
func FuzzScan(f *testing.F) {
	h := header{blob: powerBlob(1), length: 3}
	b := h.encode()
	f.Add([]byte{}, true)
	f.Add(b[:], true)
	f.Add(b[:63], false)
	f.Fuzz(func(t *testing.T, rubbish []byte, good bool) {
		fs := vfs.NewMem()
		file, err := fs.Create("x.bundle", writeCategory)
		if err != nil {
			t.Fatal(err)
		}
		file.Write(bytes.Clone(rubbish))
		want := powerBlob(2)
		if good {
			file.Write(make([]byte, align(int64(len(rubbish)))-int64(len(rubbish))))
			head := header{blob: want, pair: 3, length: 5}.encode()
			file.Write(append(head[:], "hello"...))
		}
		file.Close()
		at, found, err := scan(fs, "x.bundle", want, 3, redstuff.Primary)
		if !good {
			return
		}
		// A forged header with a length that reaches over the good record may hide it; random bytes do not have its checksum.
		if err == nil && (at < 0 || found.blob != want) {
			t.Fatalf("found %+v at %d", found, at)
		}
	})
}
