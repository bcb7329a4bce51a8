package store

import (
	"cmp"
	"slices"

	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/redstuff"
)

// uncache takes those of a blob's records in its bundle file that are cold out of the page cache. They are on the disk; what is not leaves the cache no sooner than it is.
func (fs *files) uncache(blob redstuff.BlobID, records map[key]location, cold Cold) {
	var spans []span
	for k, l := range records {
		if l.segment == 0 && cold(k.axis, k.pair) {
			spans = append(spans, span{l.offset, l.offset + recordSize(int(l.length))})
		}
	}
	if len(spans) == 0 {
		return
	}
	f, err := fs.acquire(fileID{blob: blob}, false)
	if err != nil {
		return // the cache stays as it is
	}
	defer fs.release(f)
	if fd := f.f.Fd(); fd != vfs.InvalidFd {
		for _, s := range joined(spans) {
			dropPages(fd, s.from, s.to-s.from)
		}
	}
}

// joined returns spans in rising order, with those that touch each other made one.
func joined(spans []span) (out []span) {
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	for _, s := range spans {
		if last := len(out) - 1; last >= 0 && out[last].to == s.from {
			out[last].to = s.to
		} else {
			out = append(out, s)
		}
	}
	return out
}
