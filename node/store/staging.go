package store

import (
	"encoding/hex"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/redstuff"
)

const stageDir = "staged"

// Errors of Stage.
var (
	// ErrGap refuses a part that does not begin where the last one ended.
	ErrGap = errors.New("part does not follow the one before")
	// ErrStageFull refuses a part that would take more space than the blob may have.
	ErrStageFull = errors.New("staged parts exceed the bound")
)

// stage holds parts of slivers until they are whole. It is not durable: after a restart it is empty.
type stage struct {
	fs  vfs.FS
	dir string
	now func() time.Time
	ttl time.Duration

	mu    sync.Mutex
	parts map[stageKey]*staged
	used  map[redstuff.BlobID]uint64 // bytes per blob
}

type stageKey struct {
	blob redstuff.BlobID
	key
}

// staged is the file of one unfinished sliver.
type staged struct {
	mu   sync.Mutex // serialises writes
	path string     // opened for each part: an upload by parts has thousands of unfinished slivers

	// guarded by stage.mu
	length uint64
	last   time.Time
	gone   bool
}

func openStage(fs vfs.FS, dir string, opts Options) (*stage, error) {
	if err := fs.RemoveAll(dir); err != nil {
		return nil, fmt.Errorf("empty %s: %w", dir, err)
	}
	if err := fs.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("create %s: %w", dir, err)
	}
	return &stage{
		fs: fs, dir: dir, now: opts.Now, ttl: opts.StageTTL,
		parts: make(map[stageKey]*staged), used: make(map[redstuff.BlobID]uint64),
	}, nil
}

// Stage appends a part to the unfinished sliver: b are the bytes of its BCS form from offset on. It returns the length reached. A part that lies wholly before the
// end is accepted again and ignored, so that a sender may repeat itself; one that starts behind it is ErrGap. bound is the number of bytes that may be staged for the whole
// blob.
func (s *Store) Stage(blob redstuff.BlobID, pair redstuff.PairIndex, axis redstuff.Axis, offset uint64, b []byte, bound uint64) (uint64, error) {
	return s.stage.add(stageKey{blob, key{axis, pair}}, offset, b, bound)
}

func (st *stage) add(k stageKey, offset uint64, b []byte, bound uint64) (uint64, error) {
	p := st.part(k)
	p.mu.Lock()
	defer p.mu.Unlock()

	st.mu.Lock()
	end := offset + uint64(len(b))
	switch {
	case p.gone:
		st.mu.Unlock()
		return 0, fmt.Errorf("%w: it expired", ErrGap)
	case offset > p.length || offset < p.length && end > p.length:
		defer st.mu.Unlock()
		return p.length, fmt.Errorf("%w: offset %d, want %d", ErrGap, offset, p.length)
	case offset < p.length:
		defer st.mu.Unlock()
		return p.length, nil
	case st.used[k.blob]+uint64(len(b)) > bound:
		defer st.mu.Unlock()
		return p.length, fmt.Errorf("%w: %d bytes are staged, %d allowed", ErrStageFull, st.used[k.blob], bound)
	}
	st.used[k.blob] += uint64(len(b))
	st.mu.Unlock()

	err := st.write(p.path, b, int64(offset))
	st.mu.Lock()
	defer st.mu.Unlock()
	switch {
	case p.gone: // expired meanwhile; its bytes were given back then, ours are not among them
		st.free(k.blob, uint64(len(b)))
		return 0, fmt.Errorf("%w: it expired", ErrGap)
	case err != nil:
		st.free(k.blob, uint64(len(b)))
		return p.length, fmt.Errorf("stage part: %w", err)
	}
	p.length = end
	p.last = st.now()
	return end, nil
}

// part returns the file of an unfinished sliver, made if need be.
func (st *stage) part(k stageKey) *staged {
	st.mu.Lock()
	defer st.mu.Unlock()
	if p := st.parts[k]; p != nil {
		return p
	}
	p := &staged{path: st.fs.PathJoin(st.dir, fmt.Sprintf("%s-%d-%d", hex.EncodeToString(k.blob[:]), k.axis, k.pair)), last: st.now()}
	st.parts[k] = p
	return p
}

func (st *stage) write(path string, b []byte, offset int64) error {
	f, err := st.fs.OpenReadWrite(path, writeCategory)
	if err != nil {
		return err
	}
	_, err = f.WriteAt(b, offset)
	return errors.Join(err, f.Close())
}

func (st *stage) read(path string, b []byte) error {
	f, err := st.fs.Open(path)
	if err != nil {
		return err
	}
	_, err = f.ReadAt(b, 0)
	return errors.Join(err, f.Close())
}

func (st *stage) free(blob redstuff.BlobID, n uint64) {
	if st.used[blob] -= n; st.used[blob] == 0 {
		delete(st.used, blob)
	}
}

// Staged returns the length reached of every unfinished sliver of a blob.
func (s *Store) Staged(blob redstuff.BlobID) []StagedSliver {
	st := s.stage
	st.mu.Lock()
	defer st.mu.Unlock()
	var out []StagedSliver
	for k, p := range st.parts {
		if k.blob == blob {
			out = append(out, StagedSliver{Pair: k.pair, Axis: k.axis, Offset: p.length})
		}
	}
	return out
}

// A StagedSliver is a sliver of which the first Offset bytes of BCS are staged.
type StagedSliver struct {
	Pair   redstuff.PairIndex
	Axis   redstuff.Axis
	Offset uint64
}

// TakeStaged reads the staged bytes of a sliver and forgets them.
func (s *Store) TakeStaged(blob redstuff.BlobID, pair redstuff.PairIndex, axis redstuff.Axis) ([]byte, error) {
	st, k := s.stage, stageKey{blob, key{axis, pair}}
	st.mu.Lock()
	p := st.parts[k]
	st.mu.Unlock()
	if p == nil {
		return nil, ErrNotFound
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	st.mu.Lock()
	gone, length := p.gone, p.length
	st.mu.Unlock()
	if gone {
		return nil, ErrNotFound
	}
	b := make([]byte, length)
	err := st.read(p.path, b)
	st.mu.Lock()
	defer st.mu.Unlock()
	st.remove(k, p)
	if err != nil {
		return nil, fmt.Errorf("read staged sliver: %w", err)
	}
	return b, nil
}

// DropStaged forgets the staged bytes of a sliver.
func (s *Store) DropStaged(blob redstuff.BlobID, pair redstuff.PairIndex, axis redstuff.Axis) {
	st, k := s.stage, stageKey{blob, key{axis, pair}}
	st.mu.Lock()
	p := st.parts[k]
	st.mu.Unlock()
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	st.mu.Lock()
	defer st.mu.Unlock()
	st.remove(k, p)
}

// remove deletes a staged file. p.mu and st.mu are held.
func (st *stage) remove(k stageKey, p *staged) {
	if p.gone {
		return
	}
	p.gone = true
	delete(st.parts, k)
	if p.length > 0 {
		st.free(k.blob, p.length)
	}
	_ = st.fs.Remove(p.path) // a file that stays is removed at the next start
}

// ExpireStaged drops the parts that nobody has continued for the time to live, and says how many.
func (s *Store) ExpireStaged() int {
	st := s.stage
	st.mu.Lock()
	var old []*staged
	var keys []stageKey
	for k, p := range st.parts {
		if st.now().Sub(p.last) >= st.ttl {
			old, keys = append(old, p), append(keys, k)
		}
	}
	st.mu.Unlock()
	n := 0
	for i, p := range old {
		if !p.mu.TryLock() {
			continue // somebody goes on with it
		}
		st.mu.Lock()
		if !p.gone && st.now().Sub(p.last) >= st.ttl {
			st.remove(keys[i], p)
			n++
		}
		st.mu.Unlock()
		p.mu.Unlock()
	}
	return n
}
