package client

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"walrus/redstuff"
)

// A Source is something to store: its name in results, and its bytes. It is read whole into memory, once.
type Source struct {
	Path string // name in results and progress
	open func() (io.ReadCloser, error)
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
	return Source{Path: path, size: size, open: func() (io.ReadCloser, error) {
		if path == "" {
			return nil, errNoName
		}
		return os.Open(path)
	}}
}

// Reader is what r gives until its end, standard input for instance.
func Reader(name string, r io.Reader) Source {
	return Source{Path: name, size: -1, open: func() (io.ReadCloser, error) { return io.NopCloser(r), nil }}
}

// Bytes is b, which must not change until the store is done.
func Bytes(name string, b []byte) Source {
	return Source{Path: name, size: int64(len(b)), open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(b)), nil }}
}

// ReadSource reads a source whole. More than limit bytes are redstuff.ErrDataTooLarge, before anything is read where the size is known;
// a regular file that changes meanwhile is ErrSourceChanged.
func ReadSource(s Source, limit uint64) ([]byte, error) {
	r, err := s.open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	f, ok := r.(*os.File)
	if !ok {
		return readPipe(r, s.size, limit)
	}
	before, err := f.Stat()
	if err != nil {
		return nil, err
	}
	switch {
	case before.IsDir():
		return nil, fmt.Errorf("%s is a folder: name the files in it", s.Path)
	case !before.Mode().IsRegular():
		return readPipe(f, -1, limit)
	case uint64(before.Size()) > limit:
		return nil, tooLarge(before.Size(), limit)
	}
	return readRegular(f, before)
}

// readRegular reads a file whole; before is its state when its size was looked at.
func readRegular(f *os.File, before os.FileInfo) ([]byte, error) {
	b := make([]byte, before.Size())
	n, err := io.ReadFull(f, b)
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%w: it had %d bytes, now %d; store it again when nobody writes to it", ErrSourceChanged, before.Size(), n)
	}
	if err != nil {
		return nil, err
	}
	after, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if after.Size() != before.Size() || !after.ModTime().Equal(before.ModTime()) {
		return nil, fmt.Errorf("%w: %d bytes of %v before, %d bytes of %v after; store it again when nobody writes to it", ErrSourceChanged,
			before.Size(), before.ModTime().Format(timeFormat), after.Size(), after.ModTime().Format(timeFormat))
	}
	return b, nil
}

const timeFormat = "15:04:05.000000"

func tooLarge(size int64, limit uint64) error {
	return fmt.Errorf("%w: %d bytes, this network takes at most %d in one blob", redstuff.ErrDataTooLarge, size, limit)
}

// readPipe reads r to its end; size is -1 if unknown.
func readPipe(r io.Reader, size int64, limit uint64) ([]byte, error) {
	if size >= 0 && uint64(size) > limit {
		return nil, tooLarge(size, limit)
	}
	var buf bytes.Buffer
	if size > 0 {
		buf.Grow(int(size) + bytes.MinRead)
	}
	n, err := buf.ReadFrom(io.LimitReader(r, int64(limit)+1))
	if err != nil {
		return nil, err
	}
	if uint64(n) > limit {
		return nil, fmt.Errorf("%w: more than the %d bytes that this network takes in one blob", redstuff.ErrDataTooLarge, limit)
	}
	return buf.Bytes(), nil
}
