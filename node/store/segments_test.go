package store

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/redstuff"
)

// killedDir, in the environment, makes TestKilled the process that is killed.
const killedDir = "WALRUS_TEST_KILLED_DIR"

const killedLen = 1 << 19

// segmentData is what pair of blob i has.
func segmentData(i int, pair redstuff.PairIndex) []byte {
	return bytes.Repeat([]byte{byte(i), byte(pair), 0xa5, 0x5a}, killedLen/4)
}

// fill puts slivers of blob i into the current segments, and commits them if it is asked to; else it leaves the writer as it is.
func fill(s *Store, i, pairs int, commit bool) error {
	w := s.Writer(powerBlob(i), 1)
	for pair := range redstuff.PairIndex(pairs) {
		if _, err := w.Put(pair, redstuff.Sliver{SymbolSize: 2, Data: segmentData(i, pair)}); err != nil {
			return err
		}
	}
	if !commit {
		return nil
	}
	defer w.Close()
	return w.Commit()
}

// holds says what is missing of blob i.
func holds(s *Store, i, pairs int) error {
	for pair := range redstuff.PairIndex(pairs) {
		sl, err := readSliver(s, powerBlob(i), pair, redstuff.Primary)
		if err != nil || !bytes.Equal(sl.Data, segmentData(i, pair)) {
			return fmt.Errorf("pair %d of blob %d: %v", pair, i, err)
		}
	}
	return nil
}

// segmentNotes are the segments that are noted.
func segmentNotes(t *testing.T, s *Store) (noted int) {
	t.Helper()
	it, err := s.db.NewIter(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer it.Close()
	for ok := it.First(); ok; ok = it.Next() {
		if it.Key()[0] == tableSegments {
			noted++
		}
	}
	return noted
}

// TestKilled kills a process while 130 MiB that it has written to segments are not confirmed: the next one gives the room back, and all that was confirmed stays.
func TestKilled(t *testing.T) {
	if dir := os.Getenv(killedDir); dir != "" {
		s, err := Open(vfs.Default, dir, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, step := range []struct {
			blob, pairs int
			commit      bool
		}{{0, 10, true}, {1, 20, false}, {2, 10, true}, {3, 120, false}, {4, 120, false}, {5, 4, true}} {
			if err := fill(s, step.blob, step.pairs, step.commit); err != nil {
				t.Fatal(err)
			}
		}
		fmt.Println("\nwritten")
		select {}
	}
	if testing.Short() {
		t.Skip("writes 140 MiB")
	}
	dir := t.TempDir()
	child := exec.Command(os.Args[0], "-test.run", "^TestKilled$")
	child.Env = append(os.Environ(), killedDir+"="+dir)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	var said []byte
	for buf := make([]byte, 100); !bytes.Contains(said, []byte("\nwritten\n")); {
		n, err := out.Read(buf)
		said = append(said, buf[:n]...)
		if err != nil {
			t.Fatalf("%v: %s", err, said)
		}
	}
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = child.Wait() // it was killed
	s, err := Open(vfs.Default, dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	const live, dead = 24 * killedLen, 260 * killedLen
	before, files := segmentBlocks(t, dir)
	if err := fill(s, 6, 3, true); err != nil { // somebody is writing meanwhile
		t.Fatal(err)
	}
	swept, err := s.Sweep(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for blob, pairs := range map[int]int{0: 10, 2: 10, 5: 4, 6: 3} {
		if err := holds(s, blob, pairs); err != nil {
			t.Error(err)
		}
	}
	if n := segmentNotes(t, s); n != 1 || swept.Files != 1 { // that of the segment being written; one in the middle held nothing else
		t.Errorf("%d segments are noted, %+v", n, swept)
	}
	if runtime.GOOS == "linux" {
		after, left := segmentBlocks(t, dir)
		if before < live+dead || after > live+3*killedLen+1<<20 || left != files {
			t.Errorf("%d bytes in %d files before, %d in %d after; %d are stored", before, files, after, left, live)
		}
	}
	if again, err := s.Sweep(t.Context()); err != nil || again != (Swept{}) {
		t.Errorf("again: %+v, %v", again, err)
	}
}

// segmentBlocks is what all segments take on the disk.
func segmentBlocks(t *testing.T, dir string) (sum int64, files int) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, segmentDir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Sync(); err != nil {
			t.Fatal(err)
		}
		sum += blocks(t, f)
		f.Close()
	}
	return sum, len(names)
}

// TestSegmentNotes: a segment is noted while it is written to, and no longer if everything in it was confirmed.
func TestSegmentNotes(t *testing.T) {
	fs := vfs.NewMem()
	s := mustOpen(t, fs, Options{})
	if err := fill(s, 0, 200, true); err != nil { // more than one segment
		t.Fatal(err)
	}
	if n := segmentNotes(t, s); n != 1 {
		t.Errorf("%d segments are noted, want the one being written", n)
	}
	if swept, err := s.Sweep(t.Context()); err != nil || swept != (Swept{}) {
		t.Errorf("%+v, %v", swept, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, fs, Options{})
	defer s.Close()
	if n := segmentNotes(t, s); n != 0 {
		t.Errorf("%d segments are noted after an orderly end", n)
	}
	// An upload that came to nothing leaves a note, for a sweep that comes when the segment is full.
	w := s.Writer(powerBlob(1), 1)
	if _, err := w.Put(1, redstuff.Sliver{SymbolSize: 2, Data: segmentData(1, 1)}); err != nil {
		t.Fatal(err)
	}
	w.Close()
	if err := fill(s, 2, 200, true); err != nil {
		t.Fatal(err)
	}
	if n := segmentNotes(t, s); n != 2 {
		t.Errorf("%d segments are noted, want the one being written and the one with a gap", n)
	}
	if _, err := s.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := segmentNotes(t, s); n != 1 {
		t.Errorf("%d segments are noted after the sweep", n)
	}
	if err := holds(s, 2, 200); err != nil {
		t.Error(err)
	}
}

// TestSegmentNumberIsTakenByNote cuts the power when a segment is noted and its file is not durable: that number is not used again, and its note does not stay.
func TestSegmentNumberIsTakenByNote(t *testing.T) {
	mem := vfs.NewCrashableMem()
	s := mustOpen(t, mem, Options{})
	if err := fill(s, 0, 1, false); err != nil {
		t.Fatal(err)
	}
	after := mem.CrashClone(vfs.CrashCloneCfg{})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, after, Options{})
	defer s.Close()
	if n := segmentNotes(t, s); n != 1 || s.nextSeg != 2 {
		t.Fatalf("%d notes and next segment %d after the power loss, want 1 and 2", n, s.nextSeg)
	}
	if names, err := after.List(s.files.segments.path); err != nil || len(names) > 0 {
		t.Fatalf("%v, %v: the file is durable, so that this tests nothing", names, err)
	}
	if swept, err := s.Sweep(t.Context()); err != nil || swept != (Swept{}) || segmentNotes(t, s) != 0 {
		t.Fatalf("%+v, %v: want the note gone, and nothing else", swept, err)
	}
}

// TestSweepBesideUpload has a sweep that listed its segments before an upload began one of them: what the upload has written and not committed stays, and so does the note.
func TestSweepBesideUpload(t *testing.T) {
	t.Chdir(t.TempDir()) // on a disk, where holes can be punched
	s := mustOpen(t, vfs.Default, Options{})
	if err := s.db.Set(segmentKey(1), nil, pebble.Sync); err != nil { // what a process leaves that is killed before it makes the file
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, vfs.Default, Options{})
	defer s.Close()
	if err := fill(s, 0, 2, true); err != nil {
		t.Fatal(err)
	}
	w := s.Writer(powerBlob(1), 1)
	defer w.Close()
	for pair := range redstuff.PairIndex(2) {
		if _, err := w.Put(pair, redstuff.Sliver{SymbolSize: 2, Data: segmentData(1, pair)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := fill(s, 2, 2, true); err != nil {
		t.Fatal(err)
	}
	var swept Swept
	for number := range s.nextSeg + 2 { // those that do not exist yet, too
		if err := s.sweepSegment(number, &swept); err != nil {
			t.Fatal(err)
		}
	}
	if n := segmentNotes(t, s); n != 1 || swept != (Swept{}) {
		t.Errorf("%d segments are noted, %+v; want the one being written, and nothing freed", n, swept)
	}
	if err := w.Commit(); err != nil {
		t.Fatal(err)
	}
	for i := range 3 {
		if err := holds(s, i, 2); err != nil {
			t.Errorf("acknowledged and lost: %v", err)
		}
	}
}

// TestSegmentThatCannotBeMade: the next upload begins another one, so that a sweep for what is left of the first touches nothing of it.
func TestSegmentThatCannotBeMade(t *testing.T) {
	s := mustOpenDisk(t)
	inTheWay := filepath.Join(s.dir, segmentDir, segmentName(1))
	if err := os.Mkdir(inTheWay, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := fill(s, 0, 1, true); err == nil {
		t.Fatal("a directory was written to")
	}
	if err := fill(s, 1, 2, true); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(inTheWay); err != nil {
		t.Fatal(err)
	}
	if swept, err := s.Sweep(t.Context()); err != nil || swept != (Swept{}) || segmentNotes(t, s) != 1 {
		t.Fatalf("%+v, %v, %d segments are noted; want the one being written", swept, err, segmentNotes(t, s))
	}
	if err := holds(s, 1, 2); err != nil {
		t.Error(err)
	}
}

// TestFalseHeaders: bytes of a sliver that look like the header of a record, with a length beyond those that come behind it, hide none of them from a sweep.
func TestFalseHeaders(t *testing.T) {
	fs := vfs.NewMem()
	s := mustOpen(t, fs, Options{})
	lie := bytes.Repeat([]byte{1}, killedLen)
	for off := 0; off+headerLen < len(lie); off += recordAlign {
		head := header{blob: powerBlob(7), pair: 9, symbolSize: 2, length: 40 << 20}.encode()
		copy(lie[off:], head[:])
	}
	w := s.Writer(powerBlob(1), 1)
	if _, err := w.Put(1, redstuff.Sliver{SymbolSize: 2, Data: lie}); err != nil {
		t.Fatal(err)
	}
	if err := fill(s, 2, 8, true); err != nil {
		t.Fatal(err)
	}
	w.Close()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, fs, Options{})
	defer s.Close()
	f, err := s.files.acquire(fileID{segment: 1}, false)
	if err != nil {
		t.Fatal(err)
	}
	taken, err := s.segmentRecords(f)
	s.files.release(f)
	if want := (span{recordSize(killedLen), 9 * recordSize(killedLen)}); err != nil || len(taken) != 8 || taken[0].from != want.from || taken[7].to != want.to {
		t.Fatalf("%v, %v; want 8 records in %v", taken, err, want)
	}
	if swept, err := s.Sweep(t.Context()); err != nil || swept.Files != 0 {
		t.Fatalf("%+v, %v", swept, err)
	}
	if err := holds(s, 2, 8); err != nil {
		t.Fatal(err)
	}
}
