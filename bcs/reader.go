package bcs

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// ErrMalformed is wrapped by every error of this package: the bytes are not a valid encoding.
var ErrMalformed = errors.New("malformed BCS")

// MaxLength is the largest length of a sequence or byte string, 2^31-1 (the limit of the reference
// implementation of BCS).
const MaxLength = 1<<31 - 1

// A Reader is a cursor over encoded bytes. Its first error sticks: later reads return zero values
// and change nothing, so a decoder may read all its fields and ask for the error once at the end.
// The zero value is an empty input.
//
// Byte slices returned by a Reader alias its input. A Reader never allocates from a length prefix.
type Reader struct {
	rest []byte
	off  int
	err  error
}

// NewReader returns a Reader over b. The Reader keeps b.
func NewReader(b []byte) *Reader { return &Reader{rest: b} }

// Err returns the first error, or nil.
func (r *Reader) Err() error { return r.err }

// Len returns the number of bytes not yet read.
func (r *Reader) Len() int { return len(r.rest) }

// Finish returns the first error, or an error if bytes are left over.
func (r *Reader) Finish() error {
	if r.err == nil && len(r.rest) > 0 {
		r.fail("%d trailing bytes", len(r.rest))
	}
	return r.err
}

// Fail records an error found by the caller at the current position, as if the Reader had found it.
// The first error wins. The format may wrap another error with %w.
func (r *Reader) Fail(format string, args ...any) { r.fail(format, args...) }

func (r *Reader) fail(format string, args ...any) {
	if r.err != nil {
		return
	}
	r.err = fmt.Errorf("%w: offset %d: %w", ErrMalformed, r.off, fmt.Errorf(format, args...))
	r.rest = nil
}

// Fixed returns the next n bytes, or nil after an error.
func (r *Reader) Fixed(n int) []byte {
	if r.err != nil {
		return nil
	}
	if n < 0 || n > len(r.rest) {
		r.fail("want %d bytes, %d left", n, len(r.rest))
		return nil
	}
	b := r.rest[:n:n]
	r.rest = r.rest[n:]
	r.off += n
	return b
}

// Array32 returns the next 32 bytes.
func (r *Reader) Array32() (a [32]byte) {
	copy(a[:], r.Fixed(32))
	return a
}

// U8 reads one byte.
func (r *Reader) U8() uint8 {
	if b := r.Fixed(1); b != nil {
		return b[0]
	}
	return 0
}

// U16 reads 2 little-endian bytes.
func (r *Reader) U16() uint16 {
	if b := r.Fixed(2); b != nil {
		return binary.LittleEndian.Uint16(b)
	}
	return 0
}

// U32 reads 4 little-endian bytes.
func (r *Reader) U32() uint32 {
	if b := r.Fixed(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

// U64 reads 8 little-endian bytes.
func (r *Reader) U64() uint64 {
	if b := r.Fixed(8); b != nil {
		return binary.LittleEndian.Uint64(b)
	}
	return 0
}

// Bool reads one byte that must be 0 or 1.
func (r *Reader) Bool() bool {
	v := r.U8()
	if v > 1 {
		r.fail("boolean byte %d", v)
		return false
	}
	return v == 1
}

// ULEB reads a ULEB128 number of at most 32 bits in its shortest form.
func (r *Reader) ULEB() uint32 {
	var v uint64
	for shift := 0; shift < 35; shift += 7 {
		b := r.U8()
		if r.err != nil {
			return 0
		}
		v |= uint64(b&0x7f) << shift
		if b&0x80 != 0 {
			continue
		}
		switch {
		case b == 0 && shift > 0:
			r.fail("ULEB128 number is not in its shortest form")
			return 0
		case v > 1<<32-1:
			r.fail("ULEB128 number exceeds 32 bits")
			return 0
		}
		return uint32(v)
	}
	r.fail("ULEB128 number exceeds 32 bits")
	return 0
}

// Variant reads an enum's variant index, which must be below count.
func (r *Reader) Variant(count uint32) uint32 {
	v := r.ULEB()
	if r.err == nil && v >= count {
		r.fail("unknown variant %d of %d", v, count)
		return 0
	}
	return v
}

// Length reads the length of a sequence whose elements take at least minSize (>= 1) bytes each.
// It fails if so many elements cannot fit in the rest of the input, so the caller may allocate that
// many elements without trusting the sender.
func (r *Reader) Length(minSize int) int {
	n := r.ULEB()
	switch {
	case r.err != nil:
		return 0
	case n > MaxLength:
		r.fail("length %d exceeds %d", n, MaxLength)
		return 0
	case uint64(n)*uint64(minSize) > uint64(len(r.rest)):
		r.fail("length %d exceeds the %d bytes left", n, len(r.rest))
		return 0
	}
	return int(n)
}

// Bytes reads a byte string. The result aliases the input and is nil only after an error.
func (r *Reader) Bytes() []byte {
	n := r.Length(1)
	if r.err != nil {
		return nil
	}
	return r.Fixed(n)
}
