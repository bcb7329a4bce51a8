package store

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/redstuff"
)

// TestPutMany puts batches with slivers that are new, pending, stored, damaged, or there twice.
func TestPutMany(t *testing.T) {
	for _, share := range []uint64{1, SmallShare} {
		t.Run(fmt.Sprintf("share=%d", share), func(t *testing.T) {
			s := mustOpen(t, vfs.NewMem(), Options{})
			defer s.Close()
			batch := func(pairs ...redstuff.PairIndex) (list []PairSliver) {
				for _, p := range pairs {
					list = append(list, PairSliver{p, redstuff.Sliver{Axis: redstuff.Axis(p % 2), Index: 3, SymbolSize: 2, Data: powerData(1, redstuff.Axis(p%2), p)}})
				}
				return list
			}
			w := s.Writer(powerBlob(1), share)
			defer func() { w.Close() }()
			put := func(want []bool, pairs ...redstuff.PairIndex) {
				t.Helper()
				if got, err := w.PutMany(batch(pairs...)); err != nil || !slices.Equal(got, want) {
					t.Fatalf("put %v: %v, %v; want %v", pairs, got, err, want)
				}
			}
			put(nil)
			put([]bool{true, true, false}, 1, 2, 1)
			put([]bool{false, true}, 2, 3)
			if err := w.Commit(); err != nil {
				t.Fatal(err)
			}
			put([]bool{false, true, false}, 1, 4, 3)
			if err := w.Commit(); err != nil {
				t.Fatal(err)
			}
			w.Close()
			w = s.Writer(powerBlob(1), share)
			put([]bool{false, true}, 4, 5)
			k := key{redstuff.Axis(0), 2}
			l, err := s.locate(powerBlob(1), k)
			if err != nil {
				t.Fatal(err)
			}
			s.markDamaged(powerBlob(1), k, l)
			for pair, want := range []bool{1: true, 2: false, 3: true, 4: true, 5: false, 7: false} { // 2 is damaged, 5 not committed
				if has, err := w.Has(redstuff.PairIndex(pair), redstuff.Axis(pair%2)); err != nil || has != want {
					t.Fatalf("has pair %d: %v, %v", pair, has, err)
				}
			}
			put([]bool{true, false}, 2, 3)
			if err := w.Commit(); err != nil {
				t.Fatal(err)
			}
			for p := redstuff.PairIndex(1); p < 6; p++ {
				if err := sliverCheck(1, redstuff.Axis(p%2), p)(s); err != nil {
					t.Fatalf("pair %d: %v", p, err)
				}
			}
		})
	}
}

// TestPutManyLong puts slivers that fill several buffers, one of them longer than a buffer.
func TestPutManyLong(t *testing.T) {
	disk := &writesSeen{FS: vfs.NewMem()}
	s := mustOpen(t, disk, Options{})
	defer s.Close()
	w := s.Writer(powerBlob(1), 1)
	defer w.Close()
	var list []PairSliver
	if _, err := w.PutMany([]PairSliver{{100, redstuff.Sliver{SymbolSize: 2, Data: []byte("so that the next batch begins within a block")}}}); err != nil {
		t.Fatal(err)
	}
	disk.at = nil
	for i, n := range []int{100_000, 100_000, batchBuffer - headerLen, batchBuffer, 70, 100_000, 200_000, 1, 3 * batchBuffer, 5} {
		data := bytes.Repeat([]byte{byte(i + 1), 0xaa, byte(n)}, n/3+1)[:n]
		list = append(list, PairSliver{redstuff.PairIndex(i), redstuff.Sliver{SymbolSize: 2, Data: data}})
	}
	if _, err := w.PutMany(list); err != nil {
		t.Fatal(err)
	}
	for i, at := range disk.at {
		if i > 0 && at%batchBuffer != 0 {
			t.Errorf("writes begin at %v: want multiples of %d but for the first", disk.at, batchBuffer)
			break
		}
	}
	if n := len(disk.at); n < 3 || n > 9 {
		t.Errorf("%d writes for less than nine blocks", n)
	}
	if err := w.Commit(); err != nil {
		t.Fatal(err)
	}
	for _, p := range list {
		if sl, err := readSliver(s, powerBlob(1), p.Pair, redstuff.Primary); err != nil || !bytes.Equal(sl.Data, p.Sliver.Data) {
			t.Fatalf("sliver of %d bytes: %v", len(p.Sliver.Data), err)
		}
	}
}

// TestHasten: a writer may ask for it at any time, whether there is a file or not, and makes none by it.
func TestHasten(t *testing.T) {
	for _, share := range []uint64{1, SmallShare} {
		s := mustOpenDisk(t)
		w := s.Writer(powerBlob(1), share)
		defer w.Close()
		w.Hasten()
		if f, err := s.files.acquire(fileID{blob: powerBlob(1)}, false); err == nil {
			s.files.release(f)
			t.Error("a file where nothing was written")
		}
		if _, err := w.PutMany([]PairSliver{{1, redstuff.Sliver{SymbolSize: 2, Data: powerData(1, 0, 1)}}}); err != nil {
			t.Fatal(err)
		}
		w.Hasten()
		for _, f := range s.files.open {
			if want := share == 1; (f.fresh > 0) != want {
				t.Errorf("share %d: %d bytes of %s wait for the disk", share, f.fresh, f.id.name())
			}
		}
		if err := w.Commit(); err != nil {
			t.Fatal(err)
		}
		if err := sliverCheck(1, 0, 1)(s); err != nil {
			t.Error(err)
		}
	}
}

// TestPutManyBeginsWriteback: the disk gets batches while others come.
func TestPutManyBeginsWriteback(t *testing.T) {
	s := mustOpenDisk(t)
	w := s.Writer(powerBlob(1), SmallShare)
	defer w.Close()
	const length, count = 300_000, 40
	sent := 0
	for pair := range redstuff.PairIndex(count) {
		if _, err := w.PutMany([]PairSliver{{pair, redstuff.Sliver{SymbolSize: 2, Data: make([]byte, length)}}}); err != nil {
			t.Fatal(err)
		}
		sent += length
		for _, f := range s.files.open {
			if f.fresh >= writebackStep {
				t.Fatalf("%d of %d bytes wait for the disk", f.fresh, sent)
			}
		}
	}
}

// writesSeen is a file system that notes where writes to sliver files begin.
type writesSeen struct {
	vfs.FS
	at []int64
}

func (d *writesSeen) OpenReadWrite(name string, c vfs.DiskWriteCategory, o ...vfs.OpenOption) (vfs.File, error) {
	f, err := d.FS.OpenReadWrite(name, c, o...)
	return seenFile{f, d}, err
}

type seenFile struct {
	vfs.File
	d *writesSeen
}

func (f seenFile) WriteAt(b []byte, off int64) (int, error) {
	f.d.at = append(f.d.at, off)
	return f.File.WriteAt(b, off)
}

// TestPutManyOnFullDisk: a batch that cannot be written takes its writers' confirmation with it.
func TestPutManyOnFullDisk(t *testing.T) {
	disk := &fullDisk{FS: vfs.NewMem()}
	s := mustOpen(t, disk, Options{})
	defer s.Close()
	w, other := s.Writer(powerBlob(1), 1), s.Writer(powerBlob(1), 1)
	defer w.Close()
	defer other.Close()
	list := []PairSliver{{1, redstuff.Sliver{SymbolSize: 2, Data: powerData(1, 0, 1)}}}
	if _, err := other.PutMany([]PairSliver{{2, redstuff.Sliver{SymbolSize: 2, Data: powerData(1, 0, 2)}}}); err != nil {
		t.Fatal(err)
	}
	disk.set(true)
	if added, err := w.PutMany(list); err == nil || added[0] {
		t.Fatalf("%v, %v: want the disk's error", added, err)
	}
	disk.set(false)
	if _, err := other.PutMany(list); err == nil {
		t.Fatal("a writer goes on that relied on what was not written")
	}
	if err := other.Commit(); err == nil {
		t.Fatal("a commit after a failed write")
	}
}
