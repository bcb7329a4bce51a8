package store

import (
	"errors"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
)

func TestRoom(t *testing.T) {
	fs := vfs.NewMem()
	s := mustOpen(t, fs, Options{})
	defer s.Close()
	for _, tc := range []struct {
		avail uint64
		n     int64
		full  bool
	}{
		{spareBytes - 1, 0, true},
		{spareBytes, 0, false},
		{spareBytes, -1, false}, // a body of unknown length
		{spareBytes + 9, 9, false},
		{spareBytes + 9, 10, true},
		{1, 1, true},
		{1 << 60, 1 << 40, false},
	} {
		fs.TestingSetDiskUsage(vfs.DiskUsage{AvailBytes: tc.avail})
		if err := s.Room(tc.n); errors.Is(err, ErrFull) != tc.full {
			t.Errorf("%d free, %d wanted: %v", tc.avail, tc.n, err)
		}
	}
}
