package store

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/redstuff"
)

// sweepAll sweeps, and returns an error if a bundle file is left to which the index does not refer, or a note that nobody needs.
func sweepAll(s *Store) error {
	if _, err := s.Sweep(context.Background()); err != nil {
		return err
	}
	names, err := s.fs.List(s.files.bundles.path)
	if err != nil {
		return err
	}
	referred := map[string]bool{}
	for i := range powerBlobs {
		taken, err := s.bundleRecords(powerBlob(i))
		if err != nil {
			return err
		}
		referred[bundleName(powerBlob(i))] = len(taken) > 0
		if noted, err := s.has(writingKey(powerBlob(i))); err != nil || noted {
			return errors.Join(err, fmt.Errorf("blob %d is noted as being written: %v", i, noted))
		}
	}
	for _, name := range names {
		if !referred[name] {
			return fmt.Errorf("file %s holds nothing and was not removed", name)
		}
	}
	return nil
}

// unfinished begins to write a sliver of blob i to a region.
func unfinished(t *testing.T, s *Store, i int, length int) (*Writer, *Region) {
	t.Helper()
	w := s.Writer(powerBlob(i), SmallShare)
	r, err := w.Region(length, Sender{}, Bound{Cost(100, 1<<30), Cost(100, 1<<30)})
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Append(make([]byte, length)); err != nil {
		t.Fatal(err)
	}
	return w, r
}

// putOne stores one sliver of blob i.
func putOne(t *testing.T, s *Store, i int, pair redstuff.PairIndex) {
	t.Helper()
	w := s.Writer(powerBlob(i), SmallShare)
	defer w.Close()
	if _, err := w.Put(pair, redstuff.Sliver{SymbolSize: 2, Data: powerData(i, 0, pair)}); err != nil {
		t.Fatal(err)
	}
	if err := w.Commit(); err != nil {
		t.Fatal(err)
	}
}

// TestSweepAfterCrash cuts the power while one blob has nothing but regions, and another one slivers and a region between them.
func TestSweepAfterCrash(t *testing.T) {
	mem := vfs.NewCrashableMem()
	s, err := Open(mem, "n", Options{})
	if err != nil {
		t.Fatal(err)
	}
	wa, ra := unfinished(t, s, 0, 5000)
	wb, rb := unfinished(t, s, 1, 3000)
	putOne(t, s, 1, 2)
	clone := mem.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: 100, RNG: rand.New(rand.NewPCG(1, 2))})
	if swept, err := s.Sweep(t.Context()); err != nil || swept != (Swept{}) {
		t.Fatalf("%+v, %v: both blobs are being written", swept, err)
	}
	ra.Free()
	rb.Free()
	wa.Close()
	wb.Close()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	if s, err = Open(clone, "n", Options{}); err != nil {
		t.Fatal(err)
	}
	if _, err := clone.Stat("n/" + bundleDir + "/" + bundleName(powerBlob(0))); err != nil {
		t.Fatalf("the crash left nothing to sweep: %v", err)
	}
	w, r := unfinished(t, s, 0, 4000) // somebody has begun again meanwhile
	if swept, err := s.Sweep(t.Context()); err != nil || swept.Files != 0 {
		t.Fatalf("%+v, %v: the blob is being written", swept, err)
	}
	if err := r.ReadAt(make([]byte, 4000), 0); err != nil {
		t.Fatal(err)
	}
	again := clone.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: 100, RNG: rand.New(rand.NewPCG(1, 2))})
	r.Free()
	w.Close()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	if s, err = Open(again, "n", Options{}); err != nil {
		t.Fatal(err)
	}
	if swept, err := s.Sweep(t.Context()); err != nil || swept.Files != 1 {
		t.Fatalf("%+v, %v: want one file removed", swept, err)
	}
	if err := sweepAll(s); err != nil {
		t.Fatal(err)
	}
	if err := sliverCheck(1, 0, 2)(s); err != nil {
		t.Fatal(err)
	}
	last := again.CrashClone(vfs.CrashCloneCfg{})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(last, "n", Options{}); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if names, err := last.List("n/" + bundleDir); err != nil || len(names) != 1 {
		t.Fatalf("%v, %v: a file that was removed came back", names, err)
	}
	if err := sliverCheck(1, 0, 2)(s); err != nil {
		t.Fatal(err)
	}
}

// TestNoteOutlivesOthers leaves a region behind the records of a file, of which the next upload uses a part: the rest is still to be swept.
func TestNoteOutlivesOthers(t *testing.T) {
	s, err := Open(vfs.NewMem(), "n", Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	noted := func() bool {
		t.Helper()
		has, err := s.has(writingKey(powerBlob(1)))
		if err != nil {
			t.Fatal(err)
		}
		return has
	}
	putOne(t, s, 1, 2)
	if noted() {
		t.Error("a note stays although nothing was left")
	}
	w, r := unfinished(t, s, 1, 1<<20)
	r.Free()
	w.Close()
	if !noted() {
		t.Fatal("no note of what was left")
	}
	putOne(t, s, 1, 3)
	if !noted() {
		t.Error("the note of what one upload has left went with the next one")
	}
	if err := sweepAll(s); err != nil {
		t.Error(err)
	}
}

// TestNoteComesBeforeFile cuts the power as soon as the directory has the file: the note must be durable by then.
func TestNoteComesBeforeFile(t *testing.T) {
	mem := vfs.NewCrashableMem()
	s, err := Open(mem, "n", Options{})
	if err != nil {
		t.Fatal(err)
	}
	w, r := unfinished(t, s, 0, 5000)
	if err := s.files.bundles.sync.flush(); err != nil {
		t.Fatal(err)
	}
	clone := mem.CrashClone(vfs.CrashCloneCfg{})
	r.Free()
	w.Close()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(clone, "n", Options{}); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if swept, err := s.Sweep(t.Context()); err != nil || swept.Files != 1 {
		t.Fatalf("%+v, %v: want one file removed", swept, err)
	}
}

// TestNoteGoesWithFullFile: an upload that leaves nothing behind leaves no note either.
func TestNoteGoesWithFullFile(t *testing.T) {
	s, err := Open(vfs.NewMem(), "n", Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	noted := func() bool {
		has, err := s.has(writingKey(powerBlob(1)))
		if err != nil {
			t.Fatal(err)
		}
		return has
	}
	putOne(t, s, 1, 2)
	if noted() {
		t.Fatal("a blob whose slivers are all stored is noted as being written")
	}
	w, r := unfinished(t, s, 1, 700)
	if !noted() {
		t.Fatal("a blob that is being written is not noted")
	}
	putOne(t, s, 1, 3) // behind the region
	r.Free()
	w.Close()
	if !noted() {
		t.Fatal("what was left over is not noted")
	}
	if err := sweepAll(s); err != nil {
		t.Fatal(err)
	}
}

// TestSweepFreesGaps looks at the blocks that a file takes on a real disk.
func TestSweepFreesGaps(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(vfs.Default, dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	putOne(t, s, 1, 2)
	const gap = 2 << 20
	w, r := unfinished(t, s, 1, gap)
	putOne(t, s, 1, 3)
	w2, behind := unfinished(t, s, 1, gap)
	path := filepath.Join(dir, bundleDir, bundleName(powerBlob(1)))
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.Sync(); err != nil {
		t.Fatal(err)
	}
	before := blocks(t, f)
	r.Free()
	behind.Free()
	w.Close()
	w2.Close()
	swept, err := s.Sweep(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if swept.Bytes == 0 && runtime.GOOS != "linux" {
		t.Skip("this system gives no room back")
	}
	if err := f.Sync(); err != nil {
		t.Fatal(err)
	}
	if after := blocks(t, f); before-after < 2*gap-64<<10 || swept.Bytes < 2*gap {
		t.Fatalf("%+v: the file took %d bytes and takes %d, want %d less", swept, before, after, 2*gap)
	}
	for _, pair := range []redstuff.PairIndex{2, 3} {
		if err := sliverCheck(1, 0, pair)(s); err != nil {
			t.Fatalf("pair %d: %v", pair, err)
		}
	}
	putOne(t, s, 1, 4) // in the room that was given back
	if err := sliverCheck(1, 0, 4)(s); err != nil {
		t.Fatal(err)
	}
	if err := sweepAll(s); err != nil {
		t.Fatal(err)
	}
}
