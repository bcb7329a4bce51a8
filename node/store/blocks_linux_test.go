package store

import (
	"os"
	"syscall"
	"testing"
)

// blocks is how many bytes a file takes on the disk.
func blocks(t *testing.T, f *os.File) int64 {
	t.Helper()
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	return info.Sys().(*syscall.Stat_t).Blocks * 512
}
