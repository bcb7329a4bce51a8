package store

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/redstuff"
)

// stranger is a sender without a secret.
var stranger = Sender{Source: "192.0.2.1"}

// slivers is a bound of n short slivers.
func slivers(n int) Bound { return Bound{Cost(n, 0), Cost(n, 0)} }

// all says that every blob is registered.
func all(redstuff.BlobID) bool { return true }

func TestStage(t *testing.T) {
	now := time.Unix(1000, 0)
	fs := vfs.NewMem()
	s := mustOpen(t, fs, Options{Now: func() time.Time { return now }})
	a, b := powerBlob(1), powerBlob(2)
	const whole = "\x0a0123456789tail" // BCS of ten bytes of data
	step := func(blob redstuff.BlobID, offset int, data string, want int, wantErr error) {
		t.Helper()
		w := s.Writer(blob, 1)
		defer w.Close()
		got, err := w.Stage(stranger, 3, redstuff.Primary, 10, offset, []byte(data), slivers(1))
		if got != want || !errors.Is(err, wantErr) {
			t.Fatalf("stage %q at %d: %d, %v; want %d, %v", data, offset, got, err, want, wantErr)
		}
	}
	step(a, 1, "x", 0, ErrGap)
	step(a, 0, "\x0b", 0, redstuff.ErrMalformed)
	step(a, 0, "\x0a012", 4, nil)
	step(a, 0, "\x0a0", 4, nil)
	step(a, 2, "1234", 6, nil) // some of it is there
	step(a, 7, "f", 6, ErrGap)
	step(a, 6, whole[6:]+"x", 6, ErrGap) // behind the end
	w := s.Writer(a, 1)
	if _, err := w.Stage(stranger, 4, redstuff.Primary, 10, 0, []byte("\x0a"), Bound{slivers(1).Source, Amount{1 << 20, 10}}); !errors.Is(err, ErrStageFull) {
		t.Fatalf("beyond the bound: %v", err)
	}
	w.Close()
	step(b, 0, whole, 15, nil)
	if st := s.Staged(a, stranger); len(st) != 1 || st[0] != (StagedSliver{3, redstuff.Primary, 6}) {
		t.Fatalf("staged %v", st)
	}
	if _, _, err := s.TakeStaged(a, stranger, 3, redstuff.Primary); !errors.Is(err, ErrNotFound) {
		t.Fatalf("taken before it was whole: %v", err)
	}
	now = now.Add(9 * time.Minute)
	step(b, 0, "\x0a0", 15, nil) // nothing new: no longer life
	now = now.Add(2 * time.Minute)
	if n := s.ExpireStaged(all); n != 2 {
		t.Fatalf("%d expired, want 2", n)
	}
	wantFiles(t, s, 0)
	step(a, 0, whole, 15, nil)
	r, tail, err := s.TakeStaged(a, stranger, 3, redstuff.Primary)
	if string(tail) != "tail" || err != nil || r.Filled() != 10 {
		t.Fatalf("%q, %v", tail, err)
	}
	data := make([]byte, 10)
	if err := r.ReadAt(data, 0); err != nil || string(data) != "0123456789" {
		t.Fatalf("%q, %v", data, err)
	}
	r.Free()
	r.Free()
	if _, _, err := s.TakeStaged(a, stranger, 3, redstuff.Primary); !errors.Is(err, ErrNotFound) {
		t.Fatal(err)
	}
	step(a, 0, whole, 15, nil)
	s.DropStaged(a, stranger, 3, redstuff.Primary)
	wantFiles(t, s, 0)
	step(a, 0, "\x0a012", 4, nil)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, fs, Options{})
	defer s.Close()
	if st := s.Staged(a, stranger); len(st) != 0 {
		t.Fatalf("staged after a restart: %v", st)
	}
	wantFiles(t, s, 0)
	step(a, 4, "x", 0, ErrGap)
}

// wantFiles counts the bundle files.
func wantFiles(t *testing.T, s *Store, want int) {
	t.Helper()
	names, err := s.fs.List(s.fs.PathJoin(s.dir, bundleDir))
	if err != nil || len(names) != want {
		t.Fatalf("%d bundle files, %v; want %d", len(names), err, want)
	}
}

// TestRegions keeps some slivers and frees others at random: what is kept reads back, room is used again, and the file never grows beyond what was under way at once.
func TestRegions(t *testing.T) {
	const pairs, length, bound = 12, 1000, 5
	rng := rand.New(rand.NewPCG(4, 4))
	fs := vfs.NewMem()
	s := mustOpen(t, fs, Options{})
	defer func() { s.Close() }()
	blob := powerBlob(1)
	content := func(pair redstuff.PairIndex) []byte {
		return bytes.Repeat([]byte{byte(pair) + 1}, length-int(pair%3)*100) // of several lengths
	}
	kept := map[redstuff.PairIndex]bool{}
	var open []*Region
	fill := func(w *Writer, pair redstuff.PairIndex) *Region {
		t.Helper()
		r, err := w.Region(len(content(pair)), stranger, slivers(bound))
		if err != nil {
			t.Fatal(err)
		}
		for off := 0; off < r.Len(); off += 333 {
			if err := r.Append(content(pair)[off:min(off+333, r.Len())]); err != nil {
				t.Fatal(err)
			}
		}
		return r
	}
	for round := range 200 {
		w := s.Writer(blob, SmallShare)
		pair := redstuff.PairIndex(rng.IntN(pairs))
		r := fill(w, pair)
		switch {
		case rng.IntN(4) > 0:
			r.Free()
		default:
			added, err := w.Keep(r, pair, redstuff.Sliver{Axis: redstuff.Secondary, Index: 7, SymbolSize: 2})
			if err != nil || added == kept[pair] {
				t.Fatalf("round %d: kept %v, %v, was %v", round, added, err, kept[pair])
			}
			if err := w.Commit(); err != nil {
				t.Fatal(err)
			}
			kept[pair] = true
		}
		if len(open) < 2 && rng.IntN(3) == 0 { // a region that outlives the writer
			open = append(open, fill(w, 0))
		} else if len(open) > 0 && rng.IntN(3) == 0 {
			open[0].Free()
			open = open[1:]
		}
		w.Close()
		if round%50 == 49 {
			for _, r := range open {
				r.Free()
			}
			open = nil
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			s = mustOpen(t, fs, Options{})
		}
		for p := range kept {
			sl, err := readSliver(s, blob, p, redstuff.Secondary)
			if err != nil || !bytes.Equal(sl.Data, content(p)) {
				t.Fatalf("round %d: pair %d: %v", round, p, err)
			}
		}
	}
	if len(kept) != pairs {
		t.Fatalf("kept %d of %d", len(kept), pairs)
	}
	info, err := fs.Stat(fs.PathJoin(s.dir, bundleDir, bundleName(blob)))
	if most := (pairs + 4) * recordSize(length); err != nil || info.Size() > most {
		t.Fatalf("%d bytes, %v, want at most %d", info.Size(), err, most)
	}
	wantFiles(t, s, 1)
	w := s.Writer(blob, SmallShare)
	defer w.Close()
	for range bound {
		r := fill(w, 0)
		defer r.Free()
	}
	if _, err := w.Region(length, stranger, slivers(bound)); !errors.Is(err, ErrStageFull) {
		t.Fatalf("beyond the bound: %v", err)
	}
}

// TestSpace compares the room that a space finds with a table of bytes.
func TestSpace(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 9))
	sp := &space{}
	held := map[int64]int64{}
	for range 3000 {
		if rng.IntN(2) == 0 {
			size := int64(64 * (1 + rng.IntN(4)))
			at := sp.take(size)
			for from, n := range held {
				if at < from+n && from < at+size {
					t.Fatalf("%d bytes at %d overlap %d at %d", size, at, n, from)
				}
			}
			held[at] = size
		} else {
			for at, size := range held {
				sp.give(at, size)
				delete(held, at)
				break
			}
		}
		free, last := int64(0), int64(-1)
		for _, f := range sp.free {
			if f.from <= last || f.to <= f.from {
				t.Fatalf("free: %v", sp.free)
			}
			free, last = free+f.to-f.from, f.to
		}
		used := int64(0)
		for _, n := range held {
			used += n
		}
		if free+used != sp.tail || last >= sp.tail {
			t.Fatalf("%d free, %d used, tail %d", free, used, sp.tail)
		}
	}
}

// TestKeepOnFullDisk: a region whose header cannot be written takes its writers' confirmation with it, as a record put does.
func TestKeepOnFullDisk(t *testing.T) {
	disk := &fullDisk{FS: vfs.NewMem()}
	s := mustOpen(t, disk, Options{})
	defer s.Close()
	w := s.Writer(powerBlob(1), SmallShare)
	r, err := w.Region(4, stranger, slivers(1))
	if err == nil {
		err = r.Append([]byte("data"))
	}
	if err != nil {
		t.Fatal(err)
	}
	disk.set(true)
	if err := r.Append(nil); err == nil {
		t.Fatal("wrote to a full disk")
	}
	if _, err := w.Keep(r, 1, redstuff.Sliver{SymbolSize: 2}); err == nil {
		t.Fatal("kept on a full disk")
	}
	if err := w.Commit(); err == nil {
		t.Fatal(fmt.Errorf("committed beside a record that is not there"))
	}
	w.Close()
	wantFiles(t, s, 0)
}

// TestStageBySender: what one sender stages no other one continues, sees, spoils or crowds out.
func TestStageBySender(t *testing.T) {
	s := mustOpen(t, vfs.NewMem(), Options{})
	defer s.Close()
	blob := powerBlob(1)
	w := s.Writer(blob, 1)
	defer w.Close()
	own := Sender{Source: stranger.Source, Upload: "own"}
	bound := Bound{Source: Cost(4, 0), Blob: Cost(6, 0)}
	stage := func(from Sender, pair redstuff.PairIndex, offset int, data string, want int, wantErr error) {
		t.Helper()
		got, err := w.Stage(from, pair, redstuff.Primary, 10, offset, []byte(data), bound)
		if got != want || !errors.Is(err, wantErr) {
			t.Fatalf("%v stages %q of pair %d at %d: %d, %v; want %d, %v", from, data, pair, offset, got, err, want, wantErr)
		}
	}
	stage(stranger, 3, 0, "\x0awrong", 6, nil)
	stage(own, 3, 6, "5", 0, ErrGap)
	stage(own, 3, 0, "\x0a01234", 6, nil)
	for from, want := range map[Sender]int{stranger: 1, own: 1, {Source: "198.51.100.1", Upload: "own"}: 0} {
		if got := s.Staged(blob, from); len(got) != want {
			t.Fatalf("%v has staged %v", from, got)
		}
	}
	stage(stranger, 3, 6, "bytes....", 15, nil)
	s.DropStaged(blob, stranger, 3, redstuff.Primary) // they turned out to be wrong
	stage(own, 3, 6, "56789tail", 15, nil)
	r, tail, err := s.TakeStaged(blob, own, 3, redstuff.Primary)
	data := make([]byte, 10)
	if err == nil {
		err = r.ReadAt(data, 0)
	}
	if err != nil || string(data) != "0123456789" || string(tail) != "tail" {
		t.Fatalf("%q, %q, %v", data, tail, err)
	}
	r.Free()

	for pair := range redstuff.PairIndex(4) {
		stage(stranger, pair, 0, "\x0awrong", 6, nil)
	}
	stage(stranger, 9, 0, "\x0a0", 0, ErrStageFull)
	other := Sender{Source: "198.51.100.1"}
	stage(other, 1, 0, "\x0a0", 2, nil)
	stage(other, 2, 0, "\x0a0", 2, nil)
	s.DropAllStaged(blob, 1, redstuff.Primary)
	for from, want := range map[Sender]int{stranger: 3, other: 1} {
		if got := s.Staged(blob, from); len(got) != want {
			t.Fatalf("%v has staged %v", from, got)
		}
	}
	stage(other, 3, 0, "\x0a0", 2, nil)
}

// TestSuspendFreesUnlocked: a region that is given up waits for the disk while others go on with their slivers.
func TestSuspendFreesUnlocked(t *testing.T) {
	s := mustOpen(t, vfs.NewMem(), Options{})
	defer s.Close()
	w := s.Writer(powerBlob(1), 1)
	defer w.Close()
	var regions [2]*Region
	for i := range regions {
		r, err := w.Region(1000, stranger, slivers(2))
		if err == nil {
			err = r.Append(make([]byte, 100))
		}
		if err != nil {
			t.Fatal(err)
		}
		regions[i] = r
	}
	w.Suspend(regions[0], stranger, 1, redstuff.Primary)
	s.files.mu.Lock() // the disk is slow
	done := make(chan struct{})
	go func() {
		defer close(done)
		w.Suspend(regions[1], stranger, 1, redstuff.Primary) // there is one already
	}()
	for regions[1].mu.TryLock() { // until it is being freed
		regions[1].mu.Unlock()
		runtime.Gosched()
	}
	if s.stage.mu.TryLock() {
		s.stage.mu.Unlock()
	} else {
		t.Error("all unfinished slivers wait for the disk")
	}
	s.files.mu.Unlock()
	<-done
	if got := s.Staged(powerBlob(1), stranger); len(got) != 1 || !regions[1].done {
		t.Errorf("%v are staged, the second region is freed: %v", got, regions[1].done)
	}
}
