package bcs

import (
	"bytes"
	"errors"
	"math"
	"testing"
)

func TestULEB(t *testing.T) {
	for _, c := range []struct {
		v    uint32
		want []byte
	}{
		{0, []byte{0}},
		{1, []byte{1}},
		{127, []byte{0x7f}},
		{128, []byte{0x80, 1}},
		{300, []byte{0xac, 2}},
		{16383, []byte{0xff, 0x7f}},
		{16384, []byte{0x80, 0x80, 1}},
		{math.MaxUint32, []byte{0xff, 0xff, 0xff, 0xff, 0x0f}},
	} {
		got := AppendULEB(nil, c.v)
		if !bytes.Equal(got, c.want) || ULEBLen(c.v) != len(c.want) {
			t.Errorf("%d: got %x of length %d, want %x", c.v, got, ULEBLen(c.v), c.want)
		}
		r := NewReader(got)
		if v := r.ULEB(); v != c.v || r.Finish() != nil {
			t.Errorf("%x: got %d, %v, want %d", got, v, r.Err(), c.v)
		}
	}
}

func TestReaderRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		in   []byte
		read func(*Reader)
	}{
		{"nothing", nil, func(r *Reader) { r.U8() }},
		{"short u16", []byte{1}, func(r *Reader) { r.U16() }},
		{"short u32", []byte{1, 2, 3}, func(r *Reader) { r.U32() }},
		{"short u64", make([]byte, 7), func(r *Reader) { r.U64() }},
		{"short array", make([]byte, 31), func(r *Reader) { r.Array32() }},
		{"trailing byte", []byte{1, 2}, func(r *Reader) { r.U8() }},
		{"boolean 2", []byte{2}, func(r *Reader) { r.Bool() }},
		{"zero in two bytes", []byte{0x80, 0}, func(r *Reader) { r.ULEB() }},
		{"one in three bytes", []byte{0x81, 0x80, 0}, func(r *Reader) { r.ULEB() }},
		{"33 bits", []byte{0xff, 0xff, 0xff, 0xff, 0x1f}, func(r *Reader) { r.ULEB() }},
		{"six bytes", []byte{0x80, 0x80, 0x80, 0x80, 0x80, 1}, func(r *Reader) { r.ULEB() }},
		{"endless number", []byte{0x80}, func(r *Reader) { r.ULEB() }},
		{"unknown variant", []byte{2}, func(r *Reader) { r.Variant(2) }},
		{"length beyond the input", []byte{2, 1}, func(r *Reader) { r.Bytes() }},
		{"length above 2^31-1", []byte{0x80, 0x80, 0x80, 0x80, 0x08}, func(r *Reader) { r.Bytes() }},
		{"more elements than fit", []byte{2, 0, 0, 0}, func(r *Reader) { r.Length(2); r.Fixed(3) }},
		{"negative length", []byte{1}, func(r *Reader) { r.Fixed(-1) }},
	} {
		r := NewReader(c.in)
		c.read(r)
		if err := r.Finish(); !errors.Is(err, ErrMalformed) {
			t.Errorf("%s: got %v, want %v", c.name, err, ErrMalformed)
		}
	}
}

func TestReaderErrorSticks(t *testing.T) {
	r := NewReader([]byte{0x80, 0, 7})
	r.ULEB()
	first := r.Err()
	if v := r.U8(); v != 0 || r.Len() != 0 || r.Finish() != first {
		t.Errorf("after an error: read %d, %d bytes left, error %v, want 0, 0, %v", v, r.Len(), r.Finish(), first)
	}
}

func TestReaderFailWraps(t *testing.T) {
	cause := errors.New("cause")
	r := NewReader(nil)
	r.Fail("reason: %w", cause)
	if err := r.Finish(); !errors.Is(err, cause) || !errors.Is(err, ErrMalformed) {
		t.Errorf("got %v, want both errors", err)
	}
}

// FuzzReader reads a fixed sequence of fields; what was read without error is written back as the same bytes.
func FuzzReader(f *testing.F) {
	f.Add([]byte{1, 2, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 1, 0xac, 2, 3, 'a', 'b', 'c', 1})
	f.Add([]byte{0x80, 0x80, 0x80, 0x80, 0x0f})
	f.Fuzz(func(t *testing.T, b []byte) {
		r := NewReader(b)
		var out []byte
		out = AppendU8(out, r.U8())
		out = AppendU16(out, r.U16())
		out = AppendU32(out, r.U32())
		out = AppendU64(out, r.U64())
		out = AppendBool(out, r.Bool())
		out = AppendULEB(out, r.ULEB())
		out = AppendString(out, string(r.Bytes()))
		out = AppendULEB(out, r.Variant(3))
		if r.Finish() == nil && !bytes.Equal(out, b) {
			t.Fatalf("read %x, wrote %x", b, out)
		}
	})
}
