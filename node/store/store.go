// Package store keeps what a storage node holds: metadata and small rows in a Pebble database, sliver bytes outside it in files of checksummed records.
//
// A blob whose share on this node is small has its records in segment files that many blobs append to; a larger one has a bundle file of its own. The database maps
// (blob, axis, pair) to a record. The order of durability is: write records, sync the file and (when it is new) its directory, then one synced database batch, then
// answer. So the database never names a record that a power loss can take away, and whatever Commit confirmed survives.
//
//	w := s.Writer(blob, share)
//	defer w.Close()
//	w.Put(pair, sliver)
//	err := w.Commit()   // durable, or not confirmed
//
// A record whose checksum is wrong on reading counts as not stored from then on and may be put again. What may be stored, served or signed is decided by the callers.
package store

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/cockroachdb/errors/oserror"
	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/redstuff"
)

// Errors that callers branch on.
var (
	ErrNotFound = errors.New("not stored here")
	// ErrDamaged says that a record is there but its bytes are not those that were written.
	ErrDamaged = errors.New("stored bytes are damaged")
	// ErrFormat refuses a data directory that this program does not know how to use.
	ErrFormat = errors.New("unknown format of the data directory")
	// ErrLocked refuses a data directory that another process uses.
	ErrLocked = errors.New("data directory is in use")
)

const (
	formatFile = "FORMAT"
	formatText = "walrus node data, format 1\n"
	lockFile   = "LOCK"
	dbDir      = "db"

	// SmallShare is the share of a blob, in bytes on this node, from which on it gets a bundle file. Doubling it halves the number of files and makes
	// removal of a blob's bytes wait for the removal of its segment more often.
	SmallShare = 1 << 20
	// SegmentSize is where a segment file ends; a record is never split.
	SegmentSize = 64 << 20
)

// Options of a store. The zero value is the default.
type Options struct {
	Log *slog.Logger // nil: discard
	Now func() time.Time
	// StageTTL is how long staged parts live after the last one arrived (default ten minutes).
	StageTTL time.Duration
	// CacheBytes is the size of the database's block cache (default 16 MiB).
	CacheBytes int64
	// Unfinished is how much of slivers may be on its way at once: 64 GiB, and never more than half of what the disk would have free without it, in 65,536 slivers.
	Unfinished Amount
}

// A Store is safe for concurrent use.
type Store struct {
	fs   vfs.FS
	dir  string
	log  *slog.Logger
	lock io.Closer
	db   *pebble.DB

	files    *files
	stage    *stage
	arrivals *arrivals

	inflight atomic.Int64 // batches that may be visible without being durable
	// indexMu is held for writing while a damaged record is marked, so that the mark cannot hide a record that is being put in its place.
	indexMu sync.RWMutex

	segMu    sync.Mutex
	segment  *file                  // segment that is appended to; nil until the first record
	nextSeg  uint64                 // numbers below it are taken, for good
	segments map[uint64]*segmentUse // those that this process writes to

	blobMu sync.Mutex
	blobs  map[redstuff.BlobID]*blobWriter

	spaceMu sync.Mutex // taken after blobMu and a blobWriter's mu
	spaces  map[redstuff.BlobID]*space
}

// Open opens the data directory dir, creating it if it is missing. It returns ErrFormat for a directory that another version or something else made, ErrLocked if
// another process has it open.
func Open(fs vfs.FS, dir string, opts Options) (_ *Store, err error) {
	if opts.Log == nil {
		opts.Log = slog.New(slog.DiscardHandler)
	}
	if opts.Now == nil {
		opts.Now = time.Now
	}
	if opts.StageTTL == 0 {
		opts.StageTTL = 10 * time.Minute
	}
	if opts.CacheBytes == 0 {
		opts.CacheBytes = 16 << 20
	}
	if err := makeDir(fs, dir); err != nil {
		return nil, fmt.Errorf("create data directory: %w", err)
	}
	// A directory that is refused stays as it was, without a lock file of ours in it.
	if _, err := knownFormat(fs, dir); err != nil {
		return nil, err
	}
	lock, err := fs.Lock(fs.PathJoin(dir, lockFile))
	if err != nil {
		return nil, fmt.Errorf("%w: %s (stop the other node, or give this one a storage_path of its own): %v", ErrLocked, dir, err)
	}
	s := &Store{fs: fs, dir: dir, log: opts.Log, lock: lock, blobs: make(map[redstuff.BlobID]*blobWriter), spaces: make(map[redstuff.BlobID]*space), segments: make(map[uint64]*segmentUse)}
	defer func() {
		if err != nil {
			err = errors.Join(err, s.Close())
		}
	}()
	known, err := knownFormat(fs, dir) // another process may have been at work before the lock was ours
	if err == nil && !known {
		err = writeFormat(fs, dir)
	}
	if err != nil {
		return nil, err
	}
	segments, bundles := fs.PathJoin(dir, segmentDir), fs.PathJoin(dir, bundleDir)
	for _, sub := range []string{segments, bundles, fs.PathJoin(dir, dbDir)} {
		if err := makeDir(fs, sub); err != nil {
			return nil, fmt.Errorf("create %s: %w", sub, err)
		}
	}
	if s.files, err = openFiles(fs, segments, bundles); err != nil {
		return nil, err
	}
	s.arrivals = newArrivals(opts, func() (uint64, bool) {
		usage, err := fs.GetDiskUsage(dir)
		return usage.AvailBytes, err == nil
	})
	s.stage = &stage{now: opts.Now, ttl: opts.StageTTL, parts: make(map[stageKey]map[Sender]*staged)}
	cache := pebble.NewCache(opts.CacheBytes)
	defer cache.Unref()
	s.db, err = pebble.Open(fs.PathJoin(dir, dbDir), &pebble.Options{
		FS:                 fs,
		Cache:              cache,
		FormatMajorVersion: pebble.FormatNewest,
		MemTableSize:       8 << 20,
		Logger:             dbLog{opts.Log},
	})
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	// Segments of earlier runs may end in records that were never confirmed. They are not appended to again: nothing refers to such a tail, and
	// a scan skips it.
	if s.nextSeg, err = s.firstSegment(); err != nil {
		return nil, err
	}
	return s, nil
}

// Close releases the directory. Writers must be closed before.
func (s *Store) Close() error {
	var errs []error
	if s.db != nil {
		s.stage.close()
		s.segMu.Lock()
		if s.segment != nil {
			s.endSegment()
		}
		s.segMu.Unlock()
		errs = append(errs, s.db.Close())
	}
	if s.files != nil {
		errs = append(errs, s.files.close())
	}
	return errors.Join(append(errs, s.lock.Close())...)
}

// commit applies a batch durably.
func (s *Store) commit(b *pebble.Batch) error {
	s.indexMu.RLock()
	defer s.indexMu.RUnlock()
	// A batch can be read by others before it is durable. The counter tells barrier that there may be such a batch.
	s.inflight.Add(1)
	defer s.inflight.Add(-1)
	if err := b.Commit(pebble.Sync); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

// Barrier returns once everything that was readable before the call is durable. Whoever acknowledges what it read, rather than what it committed, calls this first.
func (s *Store) Barrier() error {
	if s.inflight.Load() == 0 {
		return nil
	}
	// The log is sequential: when this empty entry is durable, so is every batch before it.
	return s.db.LogData(nil, pebble.Sync)
}

// ErrFull says that the disk has no room for more.
var ErrFull = errors.New("the disk of the data directory is full")

// spareBytes stay free on the disk, so that the database, which must not fail to write its log, outlives its clients' uploads.
const spareBytes = 256 << 20

// Room returns ErrFull unless the disk has room for n more bytes. A file system that cannot say how full it is counts as empty.
func (s *Store) Room(n int64) error {
	usage, err := s.fs.GetDiskUsage(s.dir)
	if err != nil || n <= 0 && usage.AvailBytes >= spareBytes {
		return nil
	}
	if usage.AvailBytes < spareBytes || usage.AvailBytes-spareBytes < uint64(n) {
		return fmt.Errorf("%w: %d bytes are free, %d are kept in reserve", ErrFull, usage.AvailBytes, uint64(spareBytes))
	}
	return nil
}

// makeDir creates dir and its parents so that they survive a power loss.
func makeDir(fs vfs.FS, dir string) error {
	if _, err := fs.Stat(dir); err == nil {
		return nil
	} else if !oserror.IsNotExist(err) {
		return err
	}
	parent := fs.PathDir(dir)
	if parent != dir {
		if err := makeDir(fs, parent); err != nil {
			return err
		}
	}
	if err := fs.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	return syncDir(fs, parent)
}

func syncDir(fs vfs.FS, dir string) error {
	d, err := fs.OpenDir(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// knownFormat compares the format file. It returns false, and no error, for a new directory, which has none. It changes nothing.
func knownFormat(fs vfs.FS, dir string) (bool, error) {
	path := fs.PathJoin(dir, formatFile)
	f, err := fs.Open(path)
	if oserror.IsNotExist(err) {
		names, err := fs.List(dir)
		if err != nil {
			return false, err
		}
		for _, name := range names {
			if name != lockFile && name != formatFile+".new" {
				return false, fmt.Errorf("%w: %s has no %s file but holds %s; use an empty directory", ErrFormat, dir, formatFile, name)
			}
		}
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, 200))
	if err != nil {
		return false, fmt.Errorf("read %s: %w", path, err)
	}
	if string(b) != formatText {
		return false, fmt.Errorf("%w: %s says %q, this program knows %q; start the version that wrote it, or start anew with an empty directory",
			ErrFormat, path, b, formatText)
	}
	return true, nil
}

func writeFormat(fs vfs.FS, dir string) error {
	path := fs.PathJoin(dir, formatFile)
	f, err := fs.Create(path+".new", writeCategory)
	if err != nil {
		return err
	}
	_, err = f.Write([]byte(formatText))
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err := fs.Rename(path+".new", path); err != nil {
		return err
	}
	return syncDir(fs, dir)
}

// dbLog passes the database's messages on.
type dbLog struct{ log *slog.Logger }

func (l dbLog) Infof(format string, args ...any) {
	l.log.Debug("database", "text", fmt.Sprintf(format, args...))
}

func (l dbLog) Errorf(format string, args ...any) {
	l.log.Error("database", "text", fmt.Sprintf(format, args...))
}

// Fatalf must not return: the database calls it when its log cannot be written, after which nothing it says is durable.
func (l dbLog) Fatalf(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	l.log.Error("database cannot go on", "text", text)
	panic("store: database cannot go on: " + text)
}
