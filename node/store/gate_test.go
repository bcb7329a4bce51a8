package store

import (
	"strings"
	"sync"
	"sync/atomic"

	"github.com/cockroachdb/pebble/v2/vfs"
)

// syncGate is a file system whose database log stops at its next sync once on is set.
type syncGate struct {
	vfs.FS
	on      atomic.Bool
	once    sync.Once
	blocked chan struct{}
	release chan struct{}
}

func (g *syncGate) Create(name string, c vfs.DiskWriteCategory) (vfs.File, error) {
	f, err := g.FS.Create(name, c)
	if err == nil && strings.HasSuffix(name, ".log") {
		f = gatedFile{f, g}
	}
	return f, err
}

type gatedFile struct {
	vfs.File
	g *syncGate
}

func (f gatedFile) wait() {
	if f.g.on.Load() {
		f.g.once.Do(func() { close(f.g.blocked) })
		<-f.g.release
	}
}

func (f gatedFile) Sync() error     { f.wait(); return f.File.Sync() }
func (f gatedFile) SyncData() error { f.wait(); return f.File.SyncData() }
