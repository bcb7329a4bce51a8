package client_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"walrus/client"
)

// A blob cannot be read into every path. What is there stays, the error names it, and nothing is left beside it; a small blob and one that goes through files behave alike.
func TestReadIntoHostilePaths(t *testing.T) {
	n := newTestnet(t, 3, 2, 2)
	blob := randomBytes("hostile", 30_000)
	id := n.store(n.quick(""), blob).BlobID
	for name, c := range map[string]*client.Client{"small": n.quick(""), "large": n.streaming("")} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			folder, dangling, target, link := filepath.Join(dir, "folder"), filepath.Join(dir, "dangling"), filepath.Join(dir, "target"), filepath.Join(dir, "link")
			if err := errors.Join(os.Mkdir(folder, 0o700), os.WriteFile(target, []byte("old"), 0o600)); err != nil {
				t.Fatal(err)
			}
			client.Symlink(t, "nothing", dangling)
			client.Symlink(t, "target", link)
			for path, says := range map[string]string{folder: "is a folder", dangling: "is a link to nothing", filepath.Join(target, "x"): "not a directory", filepath.Join(dir, "no", "x"): "no such file", "": "output"} {
				if _, err := c.ReadFile(t.Context(), id, path, client.ReadOptions{}); err == nil || !strings.Contains(err.Error(), says) {
					t.Errorf("%q: got %v, want one that says %q", path, err, says)
				}
			}
			if _, err := os.Stat("/dev/full"); err == nil {
				if _, err := c.ReadFile(t.Context(), id, "/dev/full", client.ReadOptions{}); !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), "/dev/full") {
					t.Errorf("a full device: got %v", err)
				}
			}
			r, w, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			r.Close()
			if _, err := c.Read(t.Context(), id, w, client.ReadOptions{}); !errors.Is(err, syscall.EPIPE) {
				t.Errorf("a pipe that nobody reads: got %v", err)
			}
			w.Close()
			if _, err := c.ReadFile(t.Context(), id, link, client.ReadOptions{}); err != nil {
				t.Error(err)
			}
			if got, err := os.ReadFile(target); err != nil || !bytes.Equal(got, blob) {
				t.Errorf("behind the link are %d bytes, %v", len(got), err)
			}
			if list, err := os.ReadDir(dir); err != nil || len(list) != 4 {
				t.Errorf("in the folder are %v, %v", list, err)
			}
		})
	}
}
