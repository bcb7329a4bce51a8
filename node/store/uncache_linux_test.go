package store

import (
	"os"
	"testing"
	"unsafe"

	"golang.org/x/sys/unix"

	"walrus/redstuff"
)

// TestCool: what is cold leaves the page cache when it is committed, what is not stays, and both can be read.
func TestCool(t *testing.T) {
	s := mustOpenDisk(t)
	var fs unix.Statfs_t
	if err := unix.Statfs(s.files.bundles.path, &fs); err != nil {
		t.Fatal(err)
	}
	if fs.Type == unix.TMPFS_MAGIC {
		t.Skip("this file system lies in the page cache")
	}
	w := s.Writer(powerBlob(1), SmallShare)
	defer w.Close()
	w.Cool(func(axis redstuff.Axis, _ redstuff.PairIndex) bool { return axis == redstuff.Secondary })
	const length = 400_000
	var list []PairSliver
	for pair := range redstuff.PairIndex(3) {
		for _, axis := range []redstuff.Axis{redstuff.Primary, redstuff.Secondary} {
			list = append(list, PairSliver{pair, redstuff.Sliver{Axis: axis, SymbolSize: 2, Data: make([]byte, length)}})
		}
	}
	if _, err := w.PutMany(list); err != nil {
		t.Fatal(err)
	}
	if err := w.Commit(); err != nil {
		t.Fatal(err)
	}
	for _, p := range list {
		l, err := s.locate(powerBlob(1), key{p.Sliver.Axis, p.Pair})
		if err != nil {
			t.Fatal(err)
		}
		cached, pages := residentPages(t, s.files.open[fileID{blob: powerBlob(1)}].f.Fd(), l.offset, length)
		if cold := p.Sliver.Axis == redstuff.Secondary; cold && cached > pages/2 || !cold && cached < pages { // what the kernel keeps in one piece with a neighbour stays
			t.Errorf("%v sliver of pair %d: %d of %d pages are in memory", p.Sliver.Axis, p.Pair, cached, pages)
		}
	}
	for _, p := range list {
		if sl, err := readSliver(s, powerBlob(1), p.Pair, p.Sliver.Axis); err != nil || len(sl.Data) != length {
			t.Errorf("%v sliver of pair %d: %d bytes, %v", p.Sliver.Axis, p.Pair, len(sl.Data), err)
		}
	}
}

// residentPages is how many pages of a part of a file are in the page cache.
func residentPages(t *testing.T, fd uintptr, off int64, length int) (resident, pages int) {
	t.Helper()
	size := int64(os.Getpagesize())
	from := off / size * size
	b, err := unix.Mmap(int(fd), from, length, unix.PROT_READ, unix.MAP_SHARED)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = unix.Munmap(b) }()
	in := make([]byte, (length+int(size)-1)/int(size))
	if _, _, e := unix.Syscall(unix.SYS_MINCORE, uintptr(unsafe.Pointer(&b[0])), uintptr(length), uintptr(unsafe.Pointer(&in[0]))); e != 0 {
		t.Fatal(e)
	}
	for _, v := range in {
		resident += int(v & 1)
	}
	return resident, len(in)
}
