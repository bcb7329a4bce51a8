package store

import (
	"container/list"
	"errors"
	"fmt"
	"sync"

	"github.com/cockroachdb/errors/oserror"
	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/redstuff"
)

const (
	writeCategory vfs.DiskWriteCategory = "walrus-slivers"
	// idleFiles bounds the handles kept open for later reads. Doubling it costs as many file descriptors.
	idleFiles = 128
)

// A flusher runs one sync at a time; callers that arrive meanwhile share the next one. This is the group commit of files and directories.
type flusher struct {
	mu            sync.Mutex
	cond          *sync.Cond
	started, done uint64 // syncs
	running       bool
	err           error // sticky: after a failed sync the kernel may have dropped the pages
	sync          func() error
}

func newFlusher(sync_ func() error) *flusher {
	f := &flusher{sync: sync_}
	f.cond = sync.NewCond(&f.mu)
	return f
}

// flush returns once everything written before the call is on disk.
func (f *flusher) flush() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	want := f.started + 1 // a sync that is running may have missed the caller's bytes
	for f.done < want && f.err == nil {
		if f.running {
			f.cond.Wait()
			continue
		}
		f.running = true
		f.started++
		round := f.started
		f.mu.Unlock()
		err := f.sync()
		f.mu.Lock()
		f.running, f.done = false, round
		if err != nil {
			f.err = err
		}
		f.cond.Broadcast()
	}
	return f.err
}

// A fileID names a sliver file: a segment by its number, or, with segment 0, the bundle file of a blob.
type fileID struct {
	segment uint64
	blob    redstuff.BlobID // zero for segments
}

func (id fileID) name() string {
	if id.segment > 0 {
		return segmentName(id.segment)
	}
	return bundleName(id.blob)
}

// A directory holds sliver files of one sort. Segments are apart from bundle files, of which there may be a million, so that a start lists few names.
type directory struct {
	path string
	d    vfs.File
	sync *flusher
}

func openDirectory(fs vfs.FS, path string) (*directory, error) {
	d, err := fs.OpenDir(path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return &directory{path: path, d: d, sync: newFlusher(d.Sync)}, nil
}

// A file is an open sliver file. Records are written at positions reserved from tail; several goroutines may write and read at once.
type file struct {
	id   fileID
	dir  *directory
	f    vfs.File
	data *flusher

	mu    sync.Mutex
	tail  int64
	dirty bool  // directory entry not synced yet
	fresh int64 // bytes written since the kernel was last asked to write them back

	refs int           // guarded by files.mu
	idle *list.Element // guarded by files.mu
}

// reserve takes size bytes at the end of the file.
func (f *file) reserve(size int64) int64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	off := f.tail
	f.tail += size
	return off
}

// writebackStep is how many bytes are written to a file before the kernel is asked to bring them to the disk. Without that the disk idles while a large bundle comes in, and
// its sender waits for the sync of all of it. Other lengths were not tried.
const writebackStep = 4 << 20

// write writes p at off.
func (f *file) write(p []byte, off int64) error {
	err := f.put(p, off)
	if err == nil {
		f.writebackIfDue()
	}
	return err
}

// put is write for those who call writebackIfDue when they hold nothing that others wait for.
func (f *file) put(p []byte, off int64) error {
	if _, err := f.f.WriteAt(p, off); err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.fresh += int64(len(p))
	return nil
}

func (f *file) writebackIfDue() {
	f.mu.Lock()
	due := f.fresh >= writebackStep
	f.mu.Unlock()
	if due {
		f.writeback()
	}
}

// writeback asks the kernel to bring what was written to the disk. It does not wait until it is there, but may wait for room in the disk's queue.
func (f *file) writeback() {
	f.mu.Lock()
	f.fresh = 0
	f.mu.Unlock()
	if fd := f.f.Fd(); fd != vfs.InvalidFd {
		startWriteback(fd)
	}
}

// files keeps the open sliver files of a store.
type files struct {
	fs                vfs.FS
	segments, bundles *directory

	mu   sync.Mutex
	open map[fileID]*file
	idle list.List // *file, least recently used first
}

func openFiles(fs vfs.FS, segments, bundles string) (*files, error) {
	f := &files{fs: fs, open: make(map[fileID]*file)}
	var err error
	if f.segments, err = openDirectory(fs, segments); err != nil {
		return nil, err
	}
	if f.bundles, err = openDirectory(fs, bundles); err != nil {
		return nil, errors.Join(err, f.segments.d.Close())
	}
	return f, nil
}

// acquire opens a file, or shares the handle that is open. With create a missing file is made; without, it is an error. Each acquire wants one release.
func (fs *files) acquire(id fileID, create bool) (*file, error) {
	fs.mu.Lock()
	defer fs.mu.Unlock()
	if f := fs.open[id]; f != nil {
		if f.refs++; f.idle != nil {
			fs.idle.Remove(f.idle)
			f.idle = nil
		}
		return f, nil
	}
	dir := fs.bundles
	if id.segment > 0 {
		dir = fs.segments
	}
	path := fs.fs.PathJoin(dir.path, id.name())
	if _, err := fs.fs.Stat(path); err != nil && (!create || !oserror.IsNotExist(err)) {
		return nil, fmt.Errorf("open sliver file: %w", err) // OpenReadWrite would create it
	}
	h, err := fs.fs.OpenReadWrite(path, writeCategory)
	if err != nil {
		return nil, fmt.Errorf("open sliver file: %w", err)
	}
	info, err := h.Stat()
	if err != nil {
		return nil, errors.Join(err, h.Close())
	}
	// A file that an earlier process left behind may lack a durable directory entry as well, so every first write through a handle syncs the directory.
	f := &file{id: id, dir: dir, f: h, data: newFlusher(h.SyncData), dirty: true, tail: align(info.Size()), refs: 1}
	fs.open[id] = f
	return f, nil
}

func (fs *files) release(f *file) {
	fs.mu.Lock()
	defer fs.mu.Unlock()
	if f.refs--; f.refs > 0 {
		return
	}
	f.idle = fs.idle.PushBack(f)
	for fs.idle.Len() > idleFiles {
		fs.drop(fs.idle.Front().Value.(*file))
	}
}

// drop closes an idle file. Everything acknowledged in it was synced, so the error of Close means nothing.
func (fs *files) drop(f *file) {
	fs.idle.Remove(f.idle)
	delete(fs.open, f.id)
	_ = f.f.Close()
}

// flush makes everything written to f so far durable, its directory entry included.
func (fs *files) flush(f *file) error {
	if err := f.data.flush(); err != nil {
		return fmt.Errorf("sync %s: %w", f.id.name(), err)
	}
	f.mu.Lock()
	dirty := f.dirty
	f.mu.Unlock()
	if !dirty {
		return nil
	}
	if err := f.dir.sync.flush(); err != nil {
		return fmt.Errorf("sync directory %s: %w", f.dir.path, err)
	}
	f.mu.Lock()
	f.dirty = false
	f.mu.Unlock()
	return nil
}

func (fs *files) close() error {
	fs.mu.Lock()
	defer fs.mu.Unlock()
	var errs []error
	for id, f := range fs.open {
		errs = append(errs, f.f.Close())
		delete(fs.open, id)
	}
	fs.idle.Init()
	return errors.Join(append(errs, fs.segments.d.Close(), fs.bundles.d.Close())...)
}

// end is where the next record goes.
func (f *file) end() int64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.tail
}

// failed says whether a sync failed, after which the file takes no more records.
func (f *flusher) failed() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.err != nil
}
