package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"sync"
	"time"

	"walrus/redstuff"
)

// ErrGap refuses bytes that do not begin where the last ones ended.
var ErrGap = errors.New("part does not follow the one before")

// stage holds slivers that come in parts until they are whole. Their data lie in regions of the blob's bundle file, so that they are written once; what comes before and behind
// them in BCS is kept here. It is not durable: after a restart it is empty, and the regions' room is free.
type stage struct {
	now func() time.Time
	ttl time.Duration

	mu    sync.Mutex
	parts map[stageKey]map[Sender]*staged
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

// Stage goes on with an unfinished sliver of a sender, whose data have length bytes in all: b are bytes of its BCS form from offset on. It returns the length of BCS reached. Bytes that
// are there already are passed over, so that a sender may repeat itself; such that start behind the end are ErrGap. bound is that of Region.
func (w *Writer) Stage(from Sender, pair redstuff.PairIndex, axis redstuff.Axis, length int, offset int, b []byte, bound Bound) (reached int, err error) {
	st, k := w.s.stage, stageKey{w.b.blob, key{axis, pair}}
	if offset > 0 && st.get(k, from) == nil { // nothing to go on with: no room is taken
		return 0, fmt.Errorf("%w: offset %d, want 0", ErrGap, offset)
	}
	p, err := w.part(k, from, length, bound)
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
	case w.s.arrivals.tookRoomOf(p.region):
		st.dropHeld(k, from, p)
		return 0, ErrEvicted
	case p.region.length != length:
		return 0, fmt.Errorf("%w: its data have %d bytes, not %d", ErrGap, p.region.length, length)
	case offset > reached, offset+len(b) > redstuff.SliverBCSLen(length):
		return reached, fmt.Errorf("%w: offset %d, want %d", ErrGap, offset, reached)
	case offset+len(b) <= reached:
		return reached, nil
	}
	added, err := p.append(b[reached-offset:], reached)
	if errors.Is(err, ErrEvicted) {
		st.dropHeld(k, from, p)
		return 0, err
	}
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
func (w *Writer) part(k stageKey, from Sender, length int, bound Bound) (*staged, error) {
	st := w.s.stage
	if p := st.get(k, from); p != nil {
		return p, nil
	}
	r, err := w.Region(length, from, bound) // may wait for the disk
	if err != nil {
		return nil, err
	}
	p := st.put(k, from, &staged{region: r, prefix: binary.AppendUvarint(nil, uint64(length)), last: st.now()})
	if p.region != r {
		r.Free()
	}
	return p, nil
}

// put adds an unfinished sliver, unless there is one of that sender already, and returns the one that there is then. The region of one that was not added is the caller's to free. st.mu is
// held by nobody: a region that is being freed waits for the disk, under its own lock.
func (st *stage) put(k stageKey, from Sender, p *staged) *staged {
	st.mu.Lock()
	if old := st.parts[k][from]; old != nil {
		st.mu.Unlock()
		return old
	}
	if st.parts[k] == nil {
		st.parts[k] = make(map[Sender]*staged)
	}
	st.parts[k][from] = p
	st.mu.Unlock()
	p.region.mu.Lock()
	defer p.region.mu.Unlock()
	p.region.drop = func() { // of a writer that is at work just now it is the next Append that fails
		if p.mu.TryLock() {
			defer p.mu.Unlock()
			st.dropHeld(k, from, p)
		}
	}
	return p
}

// forget takes an unfinished sliver out. st.mu is held.
func (st *stage) forget(k stageKey, from Sender) {
	if delete(st.parts[k], from); len(st.parts[k]) == 0 {
		delete(st.parts, k)
	}
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

// Staged returns the length reached of every unfinished sliver of a blob that a sender has sent.
func (s *Store) Staged(blob redstuff.BlobID, from Sender) []StagedSliver {
	st := s.stage
	st.mu.Lock()
	defer st.mu.Unlock()
	var out []StagedSliver
	for k, senders := range st.parts {
		if p := senders[from]; k.blob == blob && p != nil && p.length > 0 {
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

// TakeStaged takes a sliver of which a sender has staged every byte: the region with its data, which is the caller's then, and the BCS bytes behind them. It is ErrNotFound if the sliver is
// not whole or somebody else took it.
func (s *Store) TakeStaged(blob redstuff.BlobID, from Sender, pair redstuff.PairIndex, axis redstuff.Axis) (r *Region, tail []byte, err error) {
	st, k := s.stage, stageKey{blob, key{axis, pair}}
	p := st.get(k, from)
	if p == nil {
		return nil, nil, ErrNotFound
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	st.mu.Lock()
	defer st.mu.Unlock()
	if p.gone || p.length < redstuff.SliverBCSLen(p.region.length) || p.region.Pin() != nil {
		return nil, nil, ErrNotFound
	}
	p.gone = true
	st.forget(k, from)
	return p.region, p.tail, nil
}

// DropStaged forgets what a sender has staged of a sliver.
func (s *Store) DropStaged(blob redstuff.BlobID, from Sender, pair redstuff.PairIndex, axis redstuff.Axis) {
	k := stageKey{blob, key{axis, pair}}
	if p := s.stage.get(k, from); p != nil {
		s.stage.drop(k, from, p)
	}
}

// DropAllStaged forgets what all senders have staged of a sliver, which is stored.
func (s *Store) DropAllStaged(blob redstuff.BlobID, pair redstuff.PairIndex, axis redstuff.Axis) {
	k := stageKey{blob, key{axis, pair}}
	s.stage.mu.Lock()
	senders := maps.Clone(s.stage.parts[k])
	s.stage.mu.Unlock()
	for from, p := range senders {
		s.stage.drop(k, from, p)
	}
}

func (st *stage) get(k stageKey, from Sender) *staged {
	st.mu.Lock()
	defer st.mu.Unlock()
	return st.parts[k][from]
}

// drop forgets an unfinished sliver, as soon as nobody writes to it.
func (st *stage) drop(k stageKey, from Sender, p *staged) {
	p.mu.Lock()
	defer p.mu.Unlock()
	st.dropHeld(k, from, p)
}

// dropHeld is drop for one that holds p.mu.
func (st *stage) dropHeld(k stageKey, from Sender, p *staged) {
	st.mu.Lock()
	gone := p.gone
	p.gone = true
	if !gone {
		st.forget(k, from)
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
	st.parts = make(map[stageKey]map[Sender]*staged)
	st.mu.Unlock()
	for _, senders := range parts {
		for _, p := range senders {
			p.region.Free()
		}
	}
}

// ExpireStaged drops the parts that nobody has continued for the time to live, those of senders that go on too slowly, and those of blobs that live says are registered no more. It says
// how many slivers that were.
func (s *Store) ExpireStaged(live func(redstuff.BlobID) bool) int {
	st := s.stage
	n := 0
	for blob, parts := range st.byBlob() {
		dead := !live(blob)
		for _, p := range parts {
			if !p.mu.TryLock() {
				continue // somebody goes on with it
			}
			st.mu.Lock()
			old := !p.gone && st.now().Sub(p.last) >= st.ttl
			gone := p.gone
			st.mu.Unlock()
			if !gone && (old || dead || s.arrivals.expired(p.region)) {
				st.dropHeld(p.k, p.from, p.staged)
				n++
			}
			p.mu.Unlock()
		}
	}
	return n
}

// A part is an unfinished sliver and where it is kept.
type part struct {
	k    stageKey
	from Sender
	*staged
}

// byBlob lists the unfinished slivers.
func (st *stage) byBlob() map[redstuff.BlobID][]part {
	st.mu.Lock()
	defer st.mu.Unlock()
	out := make(map[redstuff.BlobID][]part)
	for k, senders := range st.parts {
		for from, p := range senders {
			out[k.blob] = append(out[k.blob], part{k, from, p})
		}
	}
	return out
}

// Suspend leaves a region whose sender broke off as an unfinished sliver, to be continued by Stage, unless there is one of that sender already or the region is empty; it is freed
// then. What comes before the data in BCS is taken as received.
func (w *Writer) Suspend(r *Region, from Sender, pair redstuff.PairIndex, axis redstuff.Axis) {
	st, k := w.s.stage, stageKey{w.b.blob, key{axis, pair}}
	if r.done || r.filled == 0 || w.s.arrivals.tookRoomOf(r) {
		r.Free()
		return
	}
	prefix := binary.AppendUvarint(nil, uint64(r.length))
	if p := st.put(k, from, &staged{region: r, prefix: prefix, length: len(prefix) + r.filled, last: st.now()}); p.region != r {
		r.Free()
	}
}
