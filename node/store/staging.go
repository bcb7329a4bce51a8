package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"sync"
	"time"

	"walrus/redstuff"
)

// Errors of Stage.
var (
	// ErrGap refuses bytes that do not begin where the last ones ended.
	ErrGap = errors.New("part does not follow the one before")
	// ErrStageFull refuses bytes that would take more space than the blob may have.
	ErrStageFull = errors.New("parts under way exceed the bound")
)

// stage holds slivers that come in parts until they are whole. Their data lie in regions of the blob's bundle file, so that they are written once; what comes before and behind
// them in BCS is kept here. It is not durable: after a restart it is empty, and the regions' room is free.
type stage struct {
	now func() time.Time
	ttl time.Duration

	mu    sync.Mutex
	parts map[stageKey]*staged
}

type stageKey struct {
	blob redstuff.BlobID
	key
}

// staged is one unfinished sliver.
type staged struct {
	mu     sync.Mutex // serialises writes
	region *Region
	prefix []byte // what comes before the data: their length
	tail   []byte // what came behind them so far

	// guarded by stage.mu
	length int // bytes of BCS reached
	last   time.Time
	gone   bool
}

// Stage goes on with an unfinished sliver, whose data have length bytes in all: b are bytes of its BCS form from offset on. It returns the length of BCS reached. Bytes that
// are there already are passed over, so that a sender may repeat itself; such that start behind the end are ErrGap. bound is that of Region.
func (w *Writer) Stage(pair redstuff.PairIndex, axis redstuff.Axis, length int, offset int, b []byte, bound uint64) (reached int, err error) {
	st, k := w.s.stage, stageKey{w.b.blob, key{axis, pair}}
	if offset > 0 && st.get(k) == nil { // nothing to go on with: no room is taken
		return 0, fmt.Errorf("%w: offset %d, want 0", ErrGap, offset)
	}
	p, err := w.part(k, length, bound)
	if err != nil {
		return 0, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	st.mu.Lock()
	reached, gone := p.length, p.gone
	st.mu.Unlock()
	switch {
	case gone:
		return 0, fmt.Errorf("%w: it expired", ErrGap)
	case p.region.length != length:
		return 0, fmt.Errorf("%w: its data have %d bytes, not %d", ErrGap, p.region.length, length)
	case offset > reached, offset+len(b) > redstuff.SliverBCSLen(length):
		return reached, fmt.Errorf("%w: offset %d, want %d", ErrGap, offset, reached)
	case offset+len(b) <= reached:
		return reached, nil
	}
	added, err := p.append(b[reached-offset:], reached)
	st.mu.Lock()
	defer st.mu.Unlock()
	p.length += added
	p.last = st.now()
	if err != nil {
		return p.length, fmt.Errorf("stage part: %w", err)
	}
	return p.length, nil
}

// part returns an unfinished sliver, begun if need be.
func (w *Writer) part(k stageKey, length int, bound uint64) (*staged, error) {
	st := w.s.stage
	st.mu.Lock()
	defer st.mu.Unlock()
	if p := st.parts[k]; p != nil {
		return p, nil
	}
	r, err := w.Region(length, bound)
	if err != nil {
		return nil, err
	}
	p := &staged{region: r, prefix: binary.AppendUvarint(nil, uint64(length)), last: st.now()}
	st.parts[k] = p
	return p, nil
}

// append takes the BCS bytes b from position at on and says how many it took. p.mu is held.
func (p *staged) append(b []byte, at int) (taken int, err error) {
	if at < len(p.prefix) {
		n := min(len(p.prefix)-at, len(b))
		if string(b[:n]) != string(p.prefix[at:at+n]) {
			return 0, fmt.Errorf("%w: it does not begin with its length", redstuff.ErrMalformed)
		}
		taken += n
	}
	if n := min(len(b)-taken, p.region.length-p.region.filled); n > 0 {
		if err := p.region.Append(b[taken : taken+n]); err != nil {
			return taken, err
		}
		taken += n
	}
	p.tail = append(p.tail, b[taken:]...)
	return len(b), nil
}

// Staged returns the length reached of every unfinished sliver of a blob.
func (s *Store) Staged(blob redstuff.BlobID) []StagedSliver {
	st := s.stage
	st.mu.Lock()
	defer st.mu.Unlock()
	var out []StagedSliver
	for k, p := range st.parts {
		if k.blob == blob && p.length > 0 {
			out = append(out, StagedSliver{Pair: k.pair, Axis: k.axis, Offset: uint64(p.length)})
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

// TakeStaged takes a sliver of which every byte is staged: the region with its data, which is the caller's then, and the BCS bytes behind them. It is ErrNotFound if the sliver is
// not whole or somebody else took it.
func (s *Store) TakeStaged(blob redstuff.BlobID, pair redstuff.PairIndex, axis redstuff.Axis) (r *Region, tail []byte, err error) {
	st, k := s.stage, stageKey{blob, key{axis, pair}}
	p := st.get(k)
	if p == nil {
		return nil, nil, ErrNotFound
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	st.mu.Lock()
	defer st.mu.Unlock()
	if p.gone || p.length < redstuff.SliverBCSLen(p.region.length) {
		return nil, nil, ErrNotFound
	}
	p.gone = true
	delete(st.parts, k)
	return p.region, p.tail, nil
}

// DropStaged forgets the staged bytes of a sliver.
func (s *Store) DropStaged(blob redstuff.BlobID, pair redstuff.PairIndex, axis redstuff.Axis) {
	k := stageKey{blob, key{axis, pair}}
	p := s.stage.get(k)
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	s.stage.drop(k, p)
}

func (st *stage) get(k stageKey) *staged {
	st.mu.Lock()
	defer st.mu.Unlock()
	return st.parts[k]
}

// drop forgets an unfinished sliver. p.mu is held.
func (st *stage) drop(k stageKey, p *staged) {
	st.mu.Lock()
	gone := p.gone
	p.gone = true
	if !gone {
		delete(st.parts, k)
	}
	st.mu.Unlock()
	if !gone {
		p.region.Free()
	}
}

// close drops everything, so that files which hold nothing else go.
func (st *stage) close() {
	st.mu.Lock()
	parts := st.parts
	st.parts = make(map[stageKey]*staged)
	st.mu.Unlock()
	for _, p := range parts {
		p.region.Free()
	}
}

// ExpireStaged drops the parts that nobody has continued for the time to live, and says how many slivers that were.
func (s *Store) ExpireStaged() int {
	st := s.stage
	st.mu.Lock()
	old := map[stageKey]*staged{}
	for k, p := range st.parts {
		if st.now().Sub(p.last) >= st.ttl {
			old[k] = p
		}
	}
	st.mu.Unlock()
	n := 0
	for k, p := range old {
		if !p.mu.TryLock() {
			continue // somebody goes on with it
		}
		st.mu.Lock()
		expired := !p.gone && st.now().Sub(p.last) >= st.ttl
		st.mu.Unlock()
		if expired {
			st.drop(k, p)
			n++
		}
		p.mu.Unlock()
	}
	return n
}

// Suspend leaves a region whose sender broke off as an unfinished sliver, to be continued by Stage, unless there is one already or the region is empty; it is freed then. What comes
// before the data in BCS is taken as received.
func (w *Writer) Suspend(r *Region, pair redstuff.PairIndex, axis redstuff.Axis) {
	st, k := w.s.stage, stageKey{w.b.blob, key{axis, pair}}
	st.mu.Lock()
	defer st.mu.Unlock()
	if st.parts[k] != nil || r.done || r.filled == 0 {
		r.Free()
		return
	}
	prefix := binary.AppendUvarint(nil, uint64(r.length))
	st.parts[k] = &staged{region: r, prefix: prefix, length: len(prefix) + r.filled, last: st.now()}
}
