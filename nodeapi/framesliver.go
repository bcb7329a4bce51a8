package nodeapi

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"

	"walrus/bcs"
	"walrus/redstuff"
)

// sliverTailLen is what follows a sliver's data in BCS: symbol size and index.
const sliverTailLen = 4

// StreamSliver reads the current body, which is that of a whole sliver fr, and hands on its data in pieces of at most len(buf) bytes, in order: off counts from the start of the
// data. It returns what ParseSliver would, without the data, and the data's length. It holds nothing but buf, which put may not keep; Charge is not called.
//
// Errors that match redstuff.ErrMalformed are the sliver's alone, and the next frame can be read; so are those of put, which come back as they are. Every other error is
// final, as those of Next. The data are not verified, and may have been handed on whatever the error.
func (f *FrameReader) StreamSliver(fr Frame, buf []byte, put func(data []byte, off int) error) (s redstuff.Sliver, length int, err error) {
	s = redstuff.Sliver{Axis: fr.Axis}
	if f.err != nil {
		return s, 0, f.err
	}
	length, ok := sliverDataLen(fr.Length)
	if !ok || f.left != fr.Length || !fr.Kind.IsSliver() {
		return s, 0, fmt.Errorf("%v sliver: %w: no sliver has %d bytes", fr.Axis, redstuff.ErrMalformed, fr.Length)
	}
	var small [8]byte
	want := binary.AppendUvarint(nil, uint64(length))
	head := small[:len(want)]
	if err := f.readBody(head); err != nil {
		return s, 0, err
	}
	if !bytes.Equal(head, want) {
		return s, 0, fmt.Errorf("%v sliver: %w: length prefix is not that of %d bytes", fr.Axis, redstuff.ErrMalformed, length)
	}
	for off := 0; off < length; {
		piece := buf[:min(len(buf), length-off)]
		if err := f.readBody(piece); err != nil {
			return s, 0, err
		}
		if err := put(piece, off); err != nil {
			return s, 0, err
		}
		off += len(piece)
	}
	tail := small[:sliverTailLen]
	if err := f.readBody(tail); err != nil {
		return s, 0, err
	}
	s, err = ParseSliverTail(fr.Axis, length, tail)
	return s, length, err
}

// ParseSliverTail reads the last four BCS bytes of a sliver whose data have length bytes, with the checks of redstuff.ParseSliver and its errors.
func ParseSliverTail(axis redstuff.Axis, length int, tail []byte) (redstuff.Sliver, error) {
	s := redstuff.Sliver{Axis: axis}
	if len(tail) != sliverTailLen {
		return s, fmt.Errorf("%v sliver: %w: %d bytes behind the data, want %d", axis, redstuff.ErrMalformed, len(tail), sliverTailLen)
	}
	s.SymbolSize = int(binary.LittleEndian.Uint16(tail))
	s.Index = redstuff.SliverIndex(binary.LittleEndian.Uint16(tail[2:]))
	if s.SymbolSize == 0 || length%s.SymbolSize != 0 {
		return s, fmt.Errorf("%v sliver: %w: %d bytes of data are no symbols of %d", axis, redstuff.ErrMalformed, length, s.SymbolSize)
	}
	return s, nil
}

// sliverDataLen is the inverse of redstuff.SliverBCSLen; not every number is the length of a sliver.
func sliverDataLen(bcsLen int) (int, bool) {
	for prefix := 1; prefix <= 5; prefix++ {
		if n := bcsLen - sliverTailLen - prefix; n >= 0 && bcs.ULEBLen(uint32(n)) == prefix {
			return n, true
		}
	}
	return 0, false
}

// readBody fills b from the current body, which has as much.
func (f *FrameReader) readBody(b []byte) error {
	n, err := io.ReadFull(f, b)
	if err == nil {
		return nil
	}
	if f.err != nil {
		return f.err
	}
	return f.fail(malformed("body ends %d bytes into %d", n, len(b)))
}
