package client

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"sync"

	"walrus/redstuff"
)

// encoded is a blob that can be registered and sent: a memoryBlob or a streamedBlob. It is safe for concurrent use.
type encoded interface {
	Metadata() *redstuff.Metadata
	Root() [32]byte
	BlobID() redstuff.BlobID
	SymbolSize() int
	// ReadSliver reads part of a sliver's data, but for primary repair slivers of a streamedBlob.
	ReadSliver(dst []byte, a redstuff.Axis, i redstuff.SliverIndex, off int) error
	unchanged() error // ErrSourceChanged if what it was made from may have changed since
	release()         // frees what it holds; it is of no use afterwards
}

// A memoryBlob has all slivers in memory.
type memoryBlob struct {
	*redstuff.Encoding
	mu       sync.RWMutex
	released bool
}

// errReleased is what a transport gets that reads on after its request has ended.
var errReleased = errors.New("blob is no longer held")

func (b *memoryBlob) ReadSliver(dst []byte, a redstuff.Axis, i redstuff.SliverIndex, off int) error {
	b.mu.RLock()
	defer b.mu.RUnlock()
	if b.released {
		return errReleased
	}
	return b.Encoding.ReadSliver(dst, a, i, off)
}

func (b *memoryBlob) unchanged() error { return nil }

func (b *memoryBlob) release() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.released {
		b.released = true
		b.Release() // the next blob takes the memory over
	}
}

// A streamedBlob makes its slivers from the source and a spool file whenever they are sent.
type streamedBlob struct {
	*redstuff.Stream
	in    *content
	spool paritySpool
	once  sync.Once // release
}

// paritySpool is where the parity of a streamed blob lies.
type paritySpool interface {
	redstuff.Spool
	Close() // frees the space; reads fail from now on
}

// What lies in memory is encoded where it lies.
var (
	_ redstuff.Memory = (*memorySpool)(nil)
	_ redstuff.Memory = (*content)(nil)
)

// A memorySpool is a spool of fixed length in memory, a redstuff.Memory.
type memorySpool struct {
	mu sync.RWMutex // writers, of ranges apart, share it; Close has it alone
	b  []byte       // nil when closed
}

func (m *memorySpool) ReadAt(p []byte, off int64) (int, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if m.b == nil {
		return 0, errReleased
	}
	if off > int64(len(m.b)) {
		return 0, io.EOF
	}
	n := copy(p, m.b[off:])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

func (m *memorySpool) WriteAt(p []byte, off int64) (int, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if m.b == nil {
		return 0, errReleased
	}
	if off > int64(len(m.b)-len(p)) {
		return 0, io.ErrShortWrite
	}
	return copy(m.b[off:], p), nil
}

// Hold keeps Close waiting until Release.
func (m *memorySpool) Hold() []byte {
	m.mu.RLock()
	b := m.b
	if b == nil {
		m.mu.RUnlock()
	}
	return b
}

// Release ends a Hold that returned something.
func (m *memorySpool) Release() { m.mu.RUnlock() }

func (m *memorySpool) Close() {
	m.mu.Lock()
	defer m.mu.Unlock()
	spoolMemory.give(m.b)
	m.b = nil
}

// What memorySpools and broadcasts of earlier blobs leave: without it every page would be asked for and cleared again.
var spoolMemory, batchMemory reserve

// A reserve is a pool of large buffers with any content, which the garbage collector empties when it lies idle.
type reserve struct{ pool sync.Pool }

func (r *reserve) take(size int) []byte {
	if b, ok := r.pool.Get().(*[]byte); ok && cap(*b) >= size {
		return (*b)[:size]
	}
	return make([]byte, size)
}

func (r *reserve) give(b []byte) {
	if b != nil {
		r.pool.Put(&b)
	}
}

func (b *streamedBlob) unchanged() error { return b.in.unchanged() }

func (b *streamedBlob) release() {
	b.once.Do(func() {
		b.spool.Close()
		b.in.close()
	})
}

// open opens a source and refuses it if it is too large.
func (c *Client) open(ctx context.Context, src Source, p redstuff.Params, opt StoreOptions) (*content, error) {
	most := opt.most(p)
	if src.size >= 0 && uint64(src.size) > most {
		return nil, opt.refuse(p, uint64(src.size))
	}
	in, err := src.open(ctx, spools{dir: c.opt.SpoolDir, memory: min(c.opt.StreamAbove, pipeMemory), limit: most})
	if err != nil {
		return nil, err
	}
	if in.size > most {
		in.close()
		return nil, opt.refuse(p, in.size)
	}
	return in, nil
}

// streams reports whether a blob of size bytes is kept in files, not in memory.
func (c *Client) streams(size uint64) bool { return size > c.opt.StreamAbove }

// encode makes a blob of a content, which the blob keeps until it is released, if it needs it. progress counts the content's bytes.
func (c *Client) encode(ctx context.Context, p redstuff.Params, in *content, progress func(done uint64)) (encoded, error) {
	if c.streams(in.size) {
		return stream(ctx, p, in, c.scratch(), progress)
	}
	b, err := in.whole()
	if err == nil {
		err = in.unchanged()
	}
	if err != nil {
		return nil, err
	}
	e, err := redstuff.Encode(p, b)
	if err != nil {
		return nil, err
	}
	return &memoryBlob{Encoding: e}, nil
}

// scratch is where the parity of a streamed blob goes: to memory up to twice the length of a blob that is held whole, which takes less than such a blob does.
func (c *Client) scratch() spools { return spools{dir: c.opt.SpoolDir, memory: 2 * c.opt.StreamAbove} }

// stream encodes a content by way of a spool, in memory or in a file.
func stream(ctx context.Context, p redstuff.Params, in *content, room spools, progress func(done uint64)) (*streamedBlob, error) {
	need, err := redstuff.SpoolSize(p, in.size)
	if err != nil {
		return nil, err
	}
	var space paritySpool
	if uint64(need) <= room.memory {
		space = &memorySpool{b: spoolMemory.take(int(need))}
	} else if space, err = newSpool(room.dir, fmt.Sprintf("the parity of a blob of %d bytes", in.size), uint64(need)); err != nil {
		return nil, err
	}
	s, err := redstuff.EncodeFrom(ctx, p, in, in.size, space, redstuff.StreamOptions{Progress: inBytes(in.size, progress)})
	if e := in.unchanged(); e != nil {
		err = e // which explains whatever else went wrong
	}
	if err != nil {
		space.Close()
		return nil, err
	}
	if _, small := space.(*memorySpool); !small {
		giveBack() // of a small one, half the time that encoding takes
	}
	in.keep()
	return &streamedBlob{Stream: s, in: in, spool: space}, nil
}

// giveBack frees what one stage with a large blob has held, which would be garbage beside what the next one takes: the most that both take would be their sum. It takes two
// collections, since the first one leaves pools what they hold.
func giveBack() {
	runtime.GC()
	debug.FreeOSMemory()
}

// inBytes turns units of work into bytes of a blob of size bytes.
func inBytes(size uint64, progress func(done uint64)) func(done, total uint64) {
	return func(done, total uint64) { progress(uint64(float64(done) / float64(max(total, 1)) * float64(size))) }
}

// metadataOf computes a content's metadata and keeps nothing else.
func (c *Client) metadataOf(ctx context.Context, p redstuff.Params, in *content, progress func(done uint64)) (*redstuff.Metadata, error) {
	return computeMetadata(ctx, p, in, c.opt.StreamAbove, c.opt.SpoolDir, progress)
}

func computeMetadata(ctx context.Context, p redstuff.Params, in *content, above uint64, dir string, progress func(done uint64)) (*redstuff.Metadata, error) {
	if in.size > above {
		b, err := stream(ctx, p, in, spools{dir: dir, memory: 2 * above}, progress)
		if errors.Is(err, ErrNoSpace) { // there is a slower way, without a spool
			return withoutSpool(ctx, p, in, progress)
		}
		if err != nil {
			return nil, err
		}
		defer b.release()
		return b.Metadata(), nil
	}
	progress(0)
	b, err := in.whole()
	if err == nil {
		err = in.unchanged()
	}
	if err != nil {
		return nil, err
	}
	m, err := redstuff.ComputeMetadata(p, b)
	progress(in.size)
	return m, err
}

// withoutSpool computes a content's metadata without writing anything anywhere.
func withoutSpool(ctx context.Context, p redstuff.Params, in *content, progress func(done uint64)) (*redstuff.Metadata, error) {
	m, err := redstuff.MetadataFrom(ctx, p, in, in.size, redstuff.StreamOptions{Progress: inBytes(in.size, progress)})
	if e := in.unchanged(); e != nil {
		err = e // which explains whatever else went wrong
	}
	if err != nil {
		return nil, err
	}
	return m, nil
}

// MetadataOptions of ComputeMetadata. The zero value is the sensible default.
type MetadataOptions struct {
	SpoolDir string                   // as in Options
	Progress func(done, total uint64) // bytes of the source; may be nil
}

// ComputeMetadata computes the metadata, and with it the blob ID, that a source has as one blob on a network of p. It needs no network, and memory that does not grow with the
// source: large ones take half their size of disk space for a while, or more time where there is none. The errors are redstuff.ErrDataTooLarge, ErrSourceChanged, those of
// reading, and ErrNoSpace for a long pipe, which has to be stored whole.
func ComputeMetadata(ctx context.Context, p redstuff.Params, src Source, opt MetadataOptions) (*redstuff.Metadata, error) {
	limit := p.MaxBlobSize()
	if src.size >= 0 && uint64(src.size) > limit {
		return nil, tooLarge(uint64(src.size), limit)
	}
	in, err := src.open(ctx, spools{dir: opt.SpoolDir, memory: pipeMemory, limit: limit})
	if err != nil {
		return nil, err
	}
	defer in.close()
	if in.size > limit {
		return nil, tooLarge(in.size, limit)
	}
	return computeMetadata(ctx, p, in, defaultStreamAbove, opt.SpoolDir, func(done uint64) {
		if opt.Progress != nil {
			opt.Progress(done, in.size)
		}
	})
}
