package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"sync"

	"github.com/cockroachdb/pebble/v2"

	"walrus/redstuff"
)

// Keys of the database. Each begins with the letter of its table.
const (
	tableMetadata = 'm' // blob -> metadata, BCS without the blob id
	tableIndex    = 's' // blob, axis, pair -> location
	tableRows     = 'r' // rows of the callers, see Update
	tableWriting  = 'w' // blob: its bundle file may hold what nothing refers to, see Sweep
	tableSegments = 'g' // number of a segment, big-endian: it may hold what nothing refers to
)

func metadataKey(blob redstuff.BlobID) []byte { return append([]byte{tableMetadata}, blob[:]...) }

// A key names one sliver of a blob.
type key struct {
	axis redstuff.Axis
	pair redstuff.PairIndex
}

const indexKeyLen = 1 + 32 + 1 + 2

func indexKey(blob redstuff.BlobID, k key) []byte {
	b := append(make([]byte, 0, indexKeyLen), tableIndex)
	b = append(b, blob[:]...)
	b = append(b, byte(k.axis))
	return binary.BigEndian.AppendUint16(b, uint16(k.pair))
}

// A location is where a sliver's record lies.
type location struct {
	damaged bool
	segment uint64 // 0: the blob's bundle file
	offset  int64
	length  uint32 // of the data
}

const locationLen = 1 + 8 + 8 + 4

func (l location) encode() []byte {
	b := append(make([]byte, 0, locationLen), byte(boolInt(l.damaged)))
	b = binary.BigEndian.AppendUint64(b, l.segment)
	b = binary.BigEndian.AppendUint64(b, uint64(l.offset))
	return binary.BigEndian.AppendUint32(b, l.length)
}

func parseLocation(b []byte) (location, error) {
	if len(b) != locationLen || b[0] > 1 {
		return location{}, fmt.Errorf("index entry of %d bytes is malformed", len(b))
	}
	l := location{
		damaged: b[0] == 1,
		segment: binary.BigEndian.Uint64(b[1:]),
		offset:  int64(binary.BigEndian.Uint64(b[9:])),
		length:  binary.BigEndian.Uint32(b[17:]),
	}
	if l.offset < 0 || l.length > maxData {
		return location{}, errors.New("index entry has an impossible position")
	}
	return l, nil
}

// A blobWriter is what all writers of one blob share, so that two uploads of the same blob store every sliver once and confirm it together.
type blobWriter struct {
	blob  redstuff.BlobID
	small bool
	refs  int // guarded by Store.blobMu

	commitMu sync.Mutex // one commit at a time; a second one waits for the records it may rely on

	// writing is held for reading while a record is written: Commit takes it to wait for them.
	writing  sync.RWMutex
	mu       sync.Mutex
	pending  map[key]location // written or being written, not yet in the index
	metadata []byte           // to be stored with the next commit
	looked   bool             // known says
	known    bool             // whether the index may have entries of the blob
	open     map[fileID]*file // files with pending records, acquired
	space    *space           // of the bundle file, while that is open
	cold     Cold             // nil: nothing is
	err      error            // sticky: a record that another writer relied on could not be written
}

// Cold says which slivers of a blob are hardly ever read.
type Cold func(redstuff.Axis, redstuff.PairIndex) bool

// A Writer puts slivers of one blob. It is safe for concurrent use.
type Writer struct {
	s *Store
	b *blobWriter
}

// Writer begins to write slivers of a blob. share is the number of bytes that this node is to hold of it in all; it decides where they go.
func (s *Store) Writer(blob redstuff.BlobID, share uint64) *Writer {
	s.blobMu.Lock()
	defer s.blobMu.Unlock()
	b := s.blobs[blob]
	if b == nil {
		b = &blobWriter{blob: blob, small: share < SmallShare, pending: make(map[key]location), open: make(map[fileID]*file)}
		s.blobs[blob] = b
	}
	b.refs++
	return &Writer{s: s, b: b}
}

// Cool has those slivers that are cold leave the kernel's page cache as soon as they are committed to the blob's bundle file: what nobody reads leaves the memory to what is read, and a
// node that takes large blobs does not fill it.
func (w *Writer) Cool(cold Cold) {
	w.b.mu.Lock()
	defer w.b.mu.Unlock()
	w.b.cold = cold
}

// Close ends the writer. What was put and not committed is lost when the last writer of the blob is closed.
func (w *Writer) Close() {
	w.s.blobMu.Lock()
	defer w.s.blobMu.Unlock()
	if w.b.refs--; w.b.refs > 0 {
		return
	}
	delete(w.s.blobs, w.b.blob)
	for id, f := range w.b.open {
		w.s.files.release(f)
		if id.segment > 0 {
			w.s.leaveSegment(id.segment)
		}
	}
	if w.b.space != nil {
		w.s.releaseSpace(w.b.space)
	}
}

// PutMetadata stores the metadata of the blob, given in BCS without the blob id and verified by the caller. It says whether they were new.
func (w *Writer) PutMetadata(bcs []byte) (added bool, err error) {
	w.b.mu.Lock()
	defer w.b.mu.Unlock()
	if w.b.metadata != nil {
		return false, nil
	}
	switch has, err := w.s.has(metadataKey(w.b.blob)); {
	case err != nil:
		return false, err
	case has:
		return false, nil
	}
	w.b.metadata = bcs
	return true, nil
}

// Put writes one verified sliver and says whether it was new. It keeps nothing of sl. Neither answer may be passed on before Commit.
func (w *Writer) Put(pair redstuff.PairIndex, sl redstuff.Sliver) (added bool, err error) {
	return w.enter(pair, sl, len(sl.Data),
		func() (*file, int64, error) { return w.place(recordSize(len(sl.Data))) },
		func(f *file, off int64) error {
			if err := f.write(w.header(pair, sl, len(sl.Data), crc32.Checksum(sl.Data, castagnoli)), off); err != nil {
				return err
			}
			return f.write(sl.Data, off+headerLen)
		})
}

// enter claims a sliver's entry in the index, unless there is one, takes a place for its record, whose data have length bytes, and writes it there. b.mu is held while place runs.
func (w *Writer) enter(pair redstuff.PairIndex, head redstuff.Sliver, length int, place func() (*file, int64, error), write func(*file, int64) error) (added bool, err error) {
	b, k := w.b, key{head.Axis, pair}
	b.writing.RLock()
	defer b.writing.RUnlock()

	b.mu.Lock()
	if _, ok := b.pending[k]; ok || b.err != nil {
		defer b.mu.Unlock()
		return false, b.err
	}
	if stored, err := w.stored(k); stored || err != nil {
		b.mu.Unlock()
		return false, err
	}
	f, off, err := place()
	if err != nil {
		b.mu.Unlock()
		return false, err
	}
	b.pending[k] = location{segment: f.id.segment, offset: off, length: uint32(length)}
	b.mu.Unlock()

	if err := write(f, off); err != nil {
		err = fmt.Errorf("write sliver: %w", err)
		b.mu.Lock()
		delete(b.pending, k)
		b.err = err
		b.mu.Unlock()
		return false, err
	}
	return true, nil
}

// header is the header of a record of this blob.
func (w *Writer) header(pair redstuff.PairIndex, s redstuff.Sliver, length int, sum uint32) []byte {
	b := header{
		blob: w.b.blob, axis: s.Axis, pair: pair, index: s.Index, symbolSize: uint16(s.SymbolSize),
		length: uint32(length), sum: sum,
	}.encode()
	return b[:]
}

// place takes size bytes in the file where records of the blob go. b.mu is held.
func (w *Writer) place(size int64) (*file, int64, error) {
	if w.b.small {
		return w.s.reserve(size, w.b.open)
	}
	f, err := w.hold()
	if err != nil {
		return nil, 0, err
	}
	return f, w.b.space.take(size), nil
}

// hold opens the blob's bundle file until the writer is closed. b.mu is held.
func (w *Writer) hold() (*file, error) {
	b, id := w.b, fileID{blob: w.b.blob}
	if f := b.open[id]; f != nil {
		return f, nil
	}
	sp, err := w.s.acquireSpace(b.blob)
	if err != nil {
		return nil, err
	}
	f, err := w.s.files.acquire(id, true)
	if err != nil {
		w.s.releaseSpace(sp)
		return nil, err
	}
	b.open[id], b.space = f, sp
	return f, nil
}

// Hasten has the disk begin with what lies in the blob's bundle file, so that the next Commit waits for less. It promises nothing, and does nothing for blobs in segments, which
// are written together.
func (w *Writer) Hasten() {
	if w.b.small {
		return
	}
	f, err := w.s.files.acquire(fileID{blob: w.b.blob}, false)
	if err != nil {
		return // nothing was written
	}
	defer w.s.files.release(f)
	f.writeback()
}

// Commit makes everything put so far durable, by this writer and by others of the same blob, and so also what they found stored already. After an error nothing
// that was put since the last commit may be relied on.
func (w *Writer) Commit() error {
	s, b := w.s, w.b
	b.commitMu.Lock()
	defer b.commitMu.Unlock()

	b.writing.Lock() // no record is half written now
	b.mu.Lock()
	err := b.err
	metadata, cold := b.metadata, b.cold
	moved := make(map[key]location, len(b.pending))
	for k, l := range b.pending {
		moved[k] = l
	}
	open := make([]*file, 0, len(b.open))
	for _, f := range b.open {
		open = append(open, f)
	}
	b.mu.Unlock()
	b.writing.Unlock()
	if err != nil {
		return err
	}
	if len(moved) == 0 && metadata == nil {
		return s.Barrier()
	}
	if err := s.publish(b.blob, moved, metadata, open); err != nil {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.err = err // others may have been told that these slivers are there
		return err
	}
	if cold != nil {
		s.files.uncache(b.blob, moved, cold)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.known = b.known || len(moved) > 0
	for k := range moved {
		delete(b.pending, k)
	}
	if metadata != nil {
		b.metadata = nil
	}
	return nil
}

// publish syncs the files of the records and then enters them into the index.
func (s *Store) publish(blob redstuff.BlobID, records map[key]location, metadata []byte, open []*file) error {
	if len(records) > 0 {
		for _, f := range open {
			if err := s.files.flush(f); err != nil {
				return err
			}
		}
	}
	batch := s.db.NewBatchWithSize(len(records)*(indexKeyLen+locationLen+16) + len(metadata) + 64)
	defer batch.Close()
	for k, l := range records {
		if err := batch.Set(indexKey(blob, k), l.encode(), nil); err != nil {
			return err
		}
	}
	if metadata != nil {
		if err := batch.Set(metadataKey(blob), metadata, nil); err != nil {
			return err
		}
	}
	if err := s.commit(batch); err != nil {
		return err
	}
	s.countKept(records)
	return nil
}

// A Tx is a set of changes to the callers' rows that become visible and durable together. Reads see the changes made so far.
type Tx struct{ b *pebble.Batch }

// Get returns a copy of a row, nil if there is none.
func (tx *Tx) Get(key []byte) ([]byte, error) { return get(tx.b, rowKey(key)) }

// Set writes a row.
func (tx *Tx) Set(key, value []byte) error { return tx.b.Set(rowKey(key), value, nil) }

// Delete removes a row.
func (tx *Tx) Delete(key []byte) error { return tx.b.Delete(rowKey(key), nil) }

func rowKey(key []byte) []byte { return append([]byte{tableRows}, key...) }

// Each calls do with every row whose key begins with prefix, in order of the keys, those that this batch wrote included, until do fails. key and value are valid until do returns;
// do must not write rows with that prefix.
func (tx *Tx) Each(prefix []byte, do func(key, value []byte) error) error {
	return each(tx.b, prefix, do)
}

// keyAfter is the first key behind all that begin with prefix, nil if there is none.
func keyAfter(prefix []byte) []byte {
	for n := len(prefix); n > 0; n-- {
		if prefix[n-1] != 0xff {
			after := append([]byte(nil), prefix[:n]...)
			after[n-1]++
			return after
		}
	}
	return nil
}

// Update runs change and commits what it did in one synced batch, or nothing if it fails. Calls that touch the same rows must not overlap.
func (s *Store) Update(change func(tx *Tx) error) error {
	b := s.db.NewIndexedBatch()
	defer b.Close()
	if err := change(&Tx{b}); err != nil {
		return err
	}
	return s.commit(b)
}

// Row returns a copy of a row written by Update, nil if there is none.
func (s *Store) Row(key []byte) ([]byte, error) { return get(s.db, rowKey(key)) }
