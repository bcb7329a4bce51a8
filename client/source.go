package client

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"sync/atomic"

	"walrus/redstuff"
)

// A Source is something to store: its name in results, and its bytes. A file is read where it lies, and must not change until its store is done, with a detached tail until Settle returns; what can be
// read only once, a pipe for instance, is kept in memory or in a spool file.
type Source struct {
	Path string // name in results and progress
	open func(ctx context.Context, spools spools) (*content, error)
	size int64 // -1: not known before it is read
}

// errNoName is a path that an empty argument gave, whose error from the system would show a gap.
var errNoName = errors.New("empty file name")

// File is the file at path. A pipe or device is read to its end.
func File(path string) Source {
	var size int64 // 0 for what cannot be read anyway
	if st, err := os.Stat(path); err == nil && st.Mode().IsRegular() {
		size = st.Size()
	} else if err == nil && !st.IsDir() {
		size = -1
	}
	return Source{Path: path, size: size, open: func(ctx context.Context, sp spools) (*content, error) { return openFile(ctx, path, sp) }}
}

// Reader is what r gives until its end, standard input for instance. A context that ends while r makes it wait leaves the last call of Read behind, whose bytes are lost.
func Reader(name string, r io.Reader) Source {
	return Source{Path: name, size: -1, open: func(ctx context.Context, sp spools) (*content, error) { return spoolReader(ctx, r, sp) }}
}

// Bytes is b, which must not change until the store is done; with a detached tail, until Settle or Close returns.
func Bytes(name string, b []byte) Source {
	return Source{Path: name, size: int64(len(b)), open: func(context.Context, spools) (*content, error) { return memoryContent(b), nil }}
}

// A spools says where scratch files go, and what needs none.
type spools struct {
	dir    string // the system's if empty
	memory uint64 // bytes that are held in memory, not in a spool file
	limit  uint64 // bytes that are taken from a pipe
}

// pipeMemory is how many bytes of a pipe are held before a spool file takes them. More would be held twice while it grows.
const pipeMemory = 4 << 20

// A content is an open source: bytes that can be read at any offset, any number of times. It is a redstuff.Memory.
type content struct {
	io.ReaderAt
	size      uint64
	bytes     []byte       // all of it, if it lies in memory
	unchanged func() error // ErrSourceChanged if the bytes may differ from those at the beginning
	parent    *content     // that it is a section of, or nil
	shut      func()
	more      atomic.Int32 // users beyond the first
}

// Hold returns the content's bytes if they lie in memory. They stay there whoever holds them.
func (c *content) Hold() []byte { return c.bytes }

// Release does nothing: see Hold.
func (c *content) Release() {}

// keep gives the content one more user, who must close it.
func (c *content) keep() {
	if c.parent != nil {
		c = c.parent
	}
	c.more.Add(1)
}

// close says that a user has done with the content, which ends with the last of them.
func (c *content) close() {
	if c.parent != nil {
		c = c.parent
	}
	if c.more.Add(-1) < 0 {
		c.shut()
	}
}

func memoryContent(b []byte) *content {
	return &content{ReaderAt: bytes.NewReader(b), size: uint64(len(b)), bytes: b, unchanged: func() error { return nil }, shut: func() {}}
}

// openFile opens a regular file, or takes what a pipe or device gives.
func openFile(ctx context.Context, path string, sp spools) (*content, error) {
	if path == "" {
		return nil, errNoName
	}
	f, err := openPatiently(ctx, path)
	if err != nil {
		return nil, err
	}
	before, err := f.Stat()
	if err == nil && before.IsDir() {
		err = fmt.Errorf("%s is a folder: name the files in it", path)
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	if !before.Mode().IsRegular() {
		defer f.Close()
		return spoolReader(ctx, f, sp)
	}
	return &content{ReaderAt: &steadyFile{f, before.Size()}, size: uint64(before.Size()), shut: func() { f.Close() },
		unchanged: func() error { return unchanged(f, before) }}, nil
}

// openPatiently opens a file. A named pipe makes that wait until somebody writes, which ctx ends.
func openPatiently(ctx context.Context, path string) (*os.File, error) {
	if st, err := os.Stat(path); err != nil || st.Mode()&os.ModeNamedPipe == 0 {
		return os.Open(path)
	}
	var f *os.File
	err := patiently(ctx, func() (err error) {
		g, err := os.Open(path)
		if err == nil && ctx.Err() != nil { // nobody waits for it any more
			return errors.Join(context.Cause(ctx), g.Close())
		}
		f = g
		return err
	})
	if err != nil {
		return nil, err
	}
	return f, nil
}

// patiently runs wait, which the system may block for ever, and gives up waiting for it when ctx ends. wait must not touch what others use then.
func patiently(ctx context.Context, wait func() error) error {
	done := make(chan error, 1)
	go func() { done <- wait() }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// A patientReader reads what may make it wait for ever, and stops waiting when ctx ends. It costs a copy of every byte, which is little beside what a pipe costs.
type patientReader struct {
	ctx  context.Context
	r    io.Reader
	buf  []byte
	rest []byte // of buf, not taken yet
	err  error  // after rest
}

func (p *patientReader) Read(b []byte) (int, error) {
	if len(p.rest) == 0 && p.err == nil {
		if p.buf == nil {
			p.buf = make([]byte, 256<<10)
		}
		buf, n := p.buf, 0
		p.err = patiently(p.ctx, func() (err error) {
			got, err := p.r.Read(buf)
			if p.ctx.Err() == nil {
				n = got
			}
			return err
		})
		if p.ctx.Err() != nil { // the buffer may still be written to
			p.buf, p.err = nil, context.Cause(p.ctx)
			return 0, p.err
		}
		p.rest = buf[:n]
	}
	n := copy(b, p.rest)
	if p.rest = p.rest[n:]; len(p.rest) == 0 && (n == 0 || p.err != nil) {
		return n, p.err
	}
	return n, nil
}

const timeFormat = "15:04:05.000000"

// unchanged compares a file with what it was. The time of its last change of any kind tells what restores the time of writing; it moves with permissions and names, too.
func unchanged(f *os.File, before os.FileInfo) error {
	after, err := f.Stat()
	if err != nil {
		return err
	}
	if after.Size() != before.Size() || !after.ModTime().Equal(before.ModTime()) {
		return fmt.Errorf("%w: %d bytes of %v before, %d bytes of %v after; store it again when nobody writes to it", ErrSourceChanged,
			before.Size(), before.ModTime().Format(timeFormat), after.Size(), after.ModTime().Format(timeFormat))
	}
	if was, is := changeTime(before), changeTime(after); !was.Equal(is) {
		return fmt.Errorf("%w: its content, permissions or name changed at %v; store it again when nobody touches it", ErrSourceChanged, is.Format(timeFormat))
	}
	return nil
}

// A steadyFile is a file that should have size bytes for as long as it is read. Ending sooner is ErrSourceChanged, and what comes behind them is not seen.
type steadyFile struct {
	f    *os.File
	size int64
}

func (s *steadyFile) ReadAt(b []byte, off int64) (int, error) {
	want := min(int64(len(b)), max(0, s.size-off))
	n, err := s.f.ReadAt(b[:want], off)
	switch {
	case errors.Is(err, io.EOF) && int64(n) < want:
		return n, fmt.Errorf("%w: it had %d bytes, now %d; store it again when nobody writes to it", ErrSourceChanged, s.size, off+int64(n))
	case err == nil && want < int64(len(b)):
		return n, io.EOF
	}
	return n, err
}

func tooLarge(size, limit uint64) error {
	return fmt.Errorf("%w: %d bytes, this network takes at most %d in one blob", redstuff.ErrDataTooLarge, size, limit)
}

// spoolReader reads r to its end: into memory as long as it is small, else into a spool file.
func spoolReader(ctx context.Context, r io.Reader, sp spools) (*content, error) {
	r = &patientReader{ctx: ctx, r: r}
	tooMuch := fmt.Errorf("%w: more than %d bytes came, the most that can be stored so", redstuff.ErrDataTooLarge, sp.limit)
	var buf bytes.Buffer
	if _, err := buf.ReadFrom(io.LimitReader(r, int64(min(sp.memory, sp.limit))+1)); err != nil {
		return nil, err
	}
	switch {
	case uint64(buf.Len()) > sp.limit:
		return nil, tooMuch
	case uint64(buf.Len()) <= sp.memory:
		return memoryContent(buf.Bytes()), nil
	}
	file, err := newSpool(sp.dir, "input that can be read only once", 0)
	if err != nil {
		return nil, err
	}
	more := math.MaxInt64 - int64(buf.Len())
	if sp.limit < math.MaxInt64 {
		more = int64(sp.limit) - int64(buf.Len()) + 1
	}
	n, err := io.Copy(file, io.MultiReader(&buf, io.LimitReader(r, more)))
	if err == nil && uint64(n) > sp.limit {
		err = tooMuch
	}
	if err != nil {
		file.Close()
		return nil, err
	}
	return &content{ReaderAt: file, size: uint64(n), unchanged: func() error { return nil }, shut: file.Close}, nil
}

// section is size bytes of the content from off on, which exist. It has no first user of its own: it ends with the content, which whoever keeps it keeps.
func (c *content) section(off, size uint64) *content {
	s := &content{ReaderAt: io.NewSectionReader(c, int64(off), int64(size)), size: size, unchanged: c.unchanged, parent: c}
	if c.bytes != nil {
		s.bytes = c.bytes[off : off+size]
	}
	return s
}

// whole returns all bytes, which the caller must not change.
func (c *content) whole() ([]byte, error) {
	if c.bytes != nil || c.size == 0 {
		return c.bytes, nil
	}
	b := make([]byte, c.size)
	if n, err := c.ReadAt(b, 0); err != nil && (err != io.EOF || n < len(b)) {
		return nil, err
	}
	return b, nil
}

// ReadSource reads a source whole into memory. More than limit bytes are redstuff.ErrDataTooLarge, before anything is read where the size is known;
// a regular file that changes meanwhile is ErrSourceChanged.
func ReadSource(ctx context.Context, s Source, limit uint64) ([]byte, error) {
	if s.size >= 0 && uint64(s.size) > limit {
		return nil, tooLarge(uint64(s.size), limit)
	}
	c, err := s.open(ctx, spools{memory: limit, limit: limit})
	if err != nil {
		return nil, err
	}
	defer c.close()
	if c.size > limit {
		return nil, tooLarge(c.size, limit)
	}
	b, err := c.whole()
	if err != nil {
		return nil, err
	}
	return b, c.unchanged()
}
