package store

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"go.uber.org/goleak"

	"walrus/redstuff"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func mustOpen(t *testing.T, fs vfs.FS, opts Options) *Store {
	t.Helper()
	s, err := Open(fs, "node", opts)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func sliver(i int, axis redstuff.Axis, pair redstuff.PairIndex) redstuff.Sliver {
	return redstuff.Sliver{Axis: axis, Index: redstuff.SliverIndex(pair) + 5, SymbolSize: 2, Data: powerData(i, axis, pair)}
}

// put stores slivers of blob i and says how many were new.
func put(t *testing.T, s *Store, i int, share uint64, slivers ...redstuff.PairIndex) (added int) {
	t.Helper()
	w := s.Writer(powerBlob(i), share)
	defer w.Close()
	for _, pair := range slivers {
		for _, axis := range []redstuff.Axis{redstuff.Primary, redstuff.Secondary} {
			ok, err := w.Put(pair, sliver(i, axis, pair))
			if err != nil {
				t.Fatal(err)
			}
			added += boolInt(ok)
		}
	}
	if err := w.Commit(); err != nil {
		t.Fatal(err)
	}
	return added
}

// readSliver reads a sliver to its end.
func readSliver(s *Store, blob redstuff.BlobID, pair redstuff.PairIndex, axis redstuff.Axis) (redstuff.Sliver, error) {
	r, err := s.Sliver(blob, pair, axis, nil)
	if err != nil {
		return redstuff.Sliver{}, err
	}
	var b bytes.Buffer
	_, err = r.WriteTo(&b)
	if err == nil && b.Len() != r.Len {
		err = fmt.Errorf("%d bytes, want %d", b.Len(), r.Len)
	}
	return redstuff.Sliver{Axis: r.Axis, Index: r.Index, SymbolSize: r.SymbolSize, Data: b.Bytes()}, err
}

func check(t *testing.T, s *Store, i int, pairs ...redstuff.PairIndex) {
	t.Helper()
	for _, pair := range pairs {
		for _, axis := range []redstuff.Axis{redstuff.Primary, redstuff.Secondary} {
			got, err := readSliver(s, powerBlob(i), pair, axis)
			if err != nil {
				t.Fatalf("%v %d: %v", axis, pair, err)
			}
			want := sliver(i, axis, pair)
			if got.Axis != want.Axis || got.Index != want.Index || got.SymbolSize != want.SymbolSize || !bytes.Equal(got.Data, want.Data) {
				t.Fatalf("%v %d differs", axis, pair)
			}
		}
	}
}

// shares of a blob in a segment and of one with its own file.
var shares = map[string]uint64{"segment": SmallShare - 1, "bundle": SmallShare}

func TestPutGetReopen(t *testing.T) {
	for name, share := range shares {
		t.Run(name, func(t *testing.T) {
			fs := vfs.NewMem()
			s := mustOpen(t, fs, Options{})
			if _, err := s.Sliver(powerBlob(1), 0, 0, nil); !errors.Is(err, ErrNotFound) {
				t.Fatalf("sliver of an unknown blob: %v", err)
			}
			if _, err := s.Metadata(powerBlob(1)); !errors.Is(err, ErrNotFound) {
				t.Fatalf("metadata of an unknown blob: %v", err)
			}
			if n := put(t, s, 1, share, 0, 3, 7); n != 6 {
				t.Fatalf("%d new slivers, want 6", n)
			}
			if n := put(t, s, 1, share, 3, 7, 9); n != 2 {
				t.Fatalf("%d new slivers, want 2", n)
			}
			for range 2 {
				check(t, s, 1, 0, 3, 7, 9)
				primary, secondary, err := s.Held(powerBlob(1))
				if want := "[0 3 7 9] [0 3 7 9]"; err != nil || fmt.Sprint(primary, secondary) != want {
					t.Fatalf("held %v %v, %v", primary, secondary, err)
				}
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				s = mustOpen(t, fs, Options{})
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func TestUncommittedIsNotThere(t *testing.T) {
	s := mustOpen(t, vfs.NewMem(), Options{})
	defer s.Close()
	w := s.Writer(powerBlob(1), 1)
	if added, err := w.Put(2, sliver(1, 0, 2)); !added || err != nil {
		t.Fatal(added, err)
	}
	if added, err := w.PutMetadata([]byte("m")); !added || err != nil {
		t.Fatal(added, err)
	}
	if ok, err := s.Has(powerBlob(1), 2, 0); ok || err != nil {
		t.Fatalf("has before commit: %v, %v", ok, err)
	}
	w.Close()
	if n := put(t, s, 1, 1, 2); n != 2 {
		t.Fatalf("%d new after an abandoned writer, want 2", n)
	}
	if ok, err := s.HasMetadata(powerBlob(1)); ok || err != nil {
		t.Fatalf("metadata of an abandoned writer: %v, %v", ok, err)
	}
}

// TestConcurrentWriters lets many writers of one blob put the same slivers: each is stored once, and every writer's commit covers what it found there.
func TestConcurrentWriters(t *testing.T) {
	for name, share := range shares {
		t.Run(name, func(t *testing.T) {
			fs := vfs.NewMem()
			s := mustOpen(t, fs, Options{})
			defer s.Close()
			var wg sync.WaitGroup
			var mu sync.Mutex
			total := 0
			for range 8 {
				wg.Go(func() {
					w := s.Writer(powerBlob(1), share)
					defer w.Close()
					n := 0
					for pair := range redstuff.PairIndex(20) {
						added, err := w.Put(pair, sliver(1, 0, pair))
						if err != nil {
							t.Error(err)
						}
						n += boolInt(added)
					}
					if err := w.Commit(); err != nil {
						t.Error(err)
					}
					for pair := range redstuff.PairIndex(20) {
						if ok, err := s.Has(powerBlob(1), pair, 0); !ok || err != nil {
							t.Errorf("pair %d after commit: %v, %v", pair, ok, err)
						}
					}
					mu.Lock()
					defer mu.Unlock()
					total += n
				})
			}
			wg.Wait()
			if total != 20 {
				t.Errorf("%d records were written for 20 slivers", total)
			}
		})
	}
}

func TestSegmentsRoll(t *testing.T) {
	fs := vfs.NewMem()
	s := mustOpen(t, fs, Options{})
	defer s.Close()
	big := bytes.Repeat([]byte{5}, SegmentSize/3)
	for i := range 4 {
		w := s.Writer(powerBlob(i), 1)
		if _, err := w.Put(0, redstuff.Sliver{SymbolSize: 2, Data: big}); err != nil {
			t.Fatal(err)
		}
		if err := w.Commit(); err != nil {
			t.Fatal(err)
		}
		w.Close()
	}
	names, err := fs.List("node/segments")
	if err != nil || len(names) != 2 {
		t.Fatalf("%v, %v: want two segments", names, err)
	}
	for i := range 4 {
		if got, err := readSliver(s, powerBlob(i), 0, 0); err != nil || !bytes.Equal(got.Data, big) {
			t.Fatal(err)
		}
	}
}

func TestDamage(t *testing.T) {
	for name, share := range shares {
		t.Run(name, func(t *testing.T) {
			fs := vfs.NewMem()
			s := mustOpen(t, fs, Options{})
			defer func() { s.Close() }()
			put(t, s, 1, share, 0, 1, 2)
			flip := func(b []byte) { b[len(b)-1] ^= 1 }
			if err := RewriteRecord(fs, "node", powerBlob(1), 1, redstuff.Secondary, flip, false); err != nil {
				t.Fatal(err)
			}
			for range 2 {
				if _, err := s.Sliver(powerBlob(1), 1, redstuff.Secondary, nil); !errors.Is(err, ErrDamaged) {
					t.Fatalf("damaged sliver: %v", err)
				}
				if ok, _ := s.Has(powerBlob(1), 1, redstuff.Secondary); ok {
					t.Fatal("a damaged sliver counts as stored")
				}
				if _, secondary, _ := s.Held(powerBlob(1)); len(secondary) != 2 {
					t.Fatalf("held %v", secondary)
				}
			}
			check(t, s, 1, 0, 2)
			if n := put(t, s, 1, share, 0, 1, 2); n != 1 {
				t.Fatalf("%d slivers were put again, want 1", n)
			}
			check(t, s, 1, 0, 1, 2)

			// The tool finds the record that counts, not the damaged one before it.
			if err := RewriteRecord(fs, "node", powerBlob(1), 1, redstuff.Secondary, flip, true); err != nil {
				t.Fatal(err)
			}
			got, err := readSliver(s, powerBlob(1), 1, redstuff.Secondary)
			want := powerData(1, redstuff.Secondary, 1)
			want[len(want)-1] ^= 1
			if err != nil || !bytes.Equal(got.Data, want) {
				t.Fatalf("with a right checksum the change must show: %v", err)
			}
		})
	}
}

func TestDamagedFiles(t *testing.T) {
	for name, spoil := range map[string]func(fs vfs.FS, path string) error{
		"gone": func(fs vfs.FS, path string) error { return fs.Remove(path) },
		"empty": func(fs vfs.FS, path string) error {
			f, err := fs.Create(path, writeCategory)
			if err == nil {
				err = f.Close()
			}
			return err
		},
		"zeros": func(fs vfs.FS, path string) error {
			f, err := fs.Create(path, writeCategory)
			if err == nil {
				_, err = f.Write(make([]byte, 1<<16))
				f.Close()
			}
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			fs := vfs.NewMem()
			s := mustOpen(t, fs, Options{})
			put(t, s, 1, SmallShare, 0, 1)
			path, _, _, err := FindRecord(fs, "node", powerBlob(1), 0, 0)
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			if err := spoil(fs, path); err != nil {
				t.Fatal(err)
			}
			s = mustOpen(t, fs, Options{})
			defer s.Close()
			for pair := range redstuff.PairIndex(2) {
				for axis := range redstuff.Axis(2) {
					if _, err := s.Sliver(powerBlob(1), pair, axis, nil); !errors.Is(err, ErrDamaged) {
						t.Fatalf("%v %d: %v, want damaged", axis, pair, err)
					}
				}
			}
			if n := put(t, s, 1, SmallShare, 0, 1); n != 4 {
				t.Fatalf("%d slivers were put again, want 4", n)
			}
			check(t, s, 1, 0, 1)
		})
	}
}

func TestFindRecordInManyFiles(t *testing.T) {
	fs := vfs.NewMem()
	s := mustOpen(t, fs, Options{})
	for i := range 5 {
		put(t, s, i, uint64(i%2)*SmallShare, 1, 4)
		if err := s.Close(); err != nil { // each open begins a new segment
			t.Fatal(err)
		}
		s = mustOpen(t, fs, Options{})
	}
	defer s.Close()
	for i := range 5 {
		path, offset, length, err := FindRecord(fs, "node", powerBlob(i), 4, redstuff.Secondary)
		if err != nil {
			t.Fatal(err)
		}
		f, err := fs.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		got := make([]byte, length)
		_, err = f.ReadAt(got, offset)
		f.Close()
		if err != nil || !bytes.Equal(got, powerData(i, redstuff.Secondary, 4)) {
			t.Fatalf("blob %d: %v", i, err)
		}
	}
	if _, _, _, err := FindRecord(fs, "node", powerBlob(9), 4, 0); !errors.Is(err, ErrNotFound) {
		t.Fatalf("a record that is not there: %v", err)
	}
}

func TestRows(t *testing.T) {
	fs := vfs.NewMem()
	s := mustOpen(t, fs, Options{})
	if row, err := s.Row([]byte("k")); row != nil || err != nil {
		t.Fatal(row, err)
	}
	refused := errors.New("no")
	err := s.Update(func(tx *Tx) error {
		if err := tx.Set([]byte("k"), []byte("v")); err != nil {
			return err
		}
		return refused
	})
	if row, _ := s.Row([]byte("k")); !errors.Is(err, refused) || row != nil {
		t.Fatalf("a failed update left %q, %v", row, err)
	}
	err = s.Update(func(tx *Tx) error {
		if err := errors.Join(tx.Set([]byte("k"), []byte("v")), tx.Set([]byte("gone"), []byte("v")), tx.Delete([]byte("gone"))); err != nil {
			return err
		}
		row, err := tx.Get([]byte("k"))
		if string(row) != "v" {
			t.Errorf("inside the update: %q", row)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, fs, Options{})
	defer s.Close()
	if row, err := s.Row([]byte("k")); string(row) != "v" || err != nil {
		t.Fatalf("%q, %v", row, err)
	}
	if row, err := s.Row([]byte("gone")); row != nil || err != nil {
		t.Fatalf("%q, %v", row, err)
	}
}

func TestOpenRefuses(t *testing.T) {
	fs := vfs.NewMem()
	s := mustOpen(t, fs, Options{})
	if _, err := Open(fs, "node", Options{}); !errors.Is(err, ErrLocked) {
		t.Errorf("second open: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := fs.Create("node/FORMAT", writeCategory)
	if err != nil {
		t.Fatal(err)
	}
	f.Write([]byte("walrus node data, format 2\n"))
	f.Close()
	if _, err := Open(fs, "node", Options{}); !errors.Is(err, ErrFormat) || !strings.Contains(err.Error(), "format 2") {
		t.Errorf("other format: %v", err)
	}
}

// TestRefusedDirectoryIsUnchanged: whoever names the wrong directory finds nothing of ours in it afterwards.
func TestRefusedDirectoryIsUnchanged(t *testing.T) {
	for name, file := range map[string]string{"foreign": "letter.txt", "another version": "FORMAT"} {
		fs := vfs.NewMem()
		if err := fs.MkdirAll("node", 0o700); err != nil {
			t.Fatal(err)
		}
		f, err := fs.Create("node/"+file, writeCategory)
		if err != nil {
			t.Fatal(err)
		}
		f.Write([]byte("not this program's"))
		f.Close()
		if _, err := Open(fs, "node", Options{}); !errors.Is(err, ErrFormat) {
			t.Errorf("%s: %v", name, err)
		}
		if names, err := fs.List("node"); err != nil || len(names) != 1 {
			t.Errorf("%s: the directory holds %v now, %v", name, names, err)
		}
	}
}

// fullDisk is a file system on which sliver files cannot grow while full is set.
type fullDisk struct {
	vfs.FS
	mu   sync.Mutex
	full bool
}

func (d *fullDisk) set(full bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.full = full
}

func (d *fullDisk) OpenReadWrite(name string, c vfs.DiskWriteCategory, o ...vfs.OpenOption) (vfs.File, error) {
	f, err := d.FS.OpenReadWrite(name, c, o...)
	if err != nil {
		return nil, err
	}
	return &fullFile{f, d}, nil
}

type fullFile struct {
	vfs.File
	d *fullDisk
}

func (f *fullFile) WriteAt(b []byte, off int64) (int, error) {
	f.d.mu.Lock()
	defer f.d.mu.Unlock()
	if f.d.full {
		return 0, syscall.ENOSPC
	}
	return f.File.WriteAt(b, off)
}

func TestFullDisk(t *testing.T) {
	for name, share := range shares {
		t.Run(name, func(t *testing.T) {
			disk := &fullDisk{FS: vfs.NewMem()}
			s := mustOpen(t, disk, Options{})
			defer func() { s.Close() }()
			put(t, s, 1, share, 0)
			disk.set(true)
			w, other := s.Writer(powerBlob(1), share), s.Writer(powerBlob(1), share)
			if _, err := w.Put(1, sliver(1, 0, 1)); !errors.Is(err, syscall.ENOSPC) {
				t.Fatalf("put on a full disk: %v", err)
			}
			// Somebody else may have relied on that record, so nobody of this blob's writers gets a confirmation.
			if err := other.Commit(); !errors.Is(err, syscall.ENOSPC) {
				t.Fatalf("commit beside a failed record: %v", err)
			}
			w.Close()
			other.Close()
			check(t, s, 1, 0)
			disk.set(false)
			if n := put(t, s, 1, share, 1); n != 2 {
				t.Fatalf("%d new after the disk has room, want 2", n)
			}
			check(t, s, 1, 0, 1)
		})
	}
}
