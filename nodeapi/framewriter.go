package nodeapi

import (
	"encoding/binary"
	"fmt"
	"io"

	"walrus/redstuff"
)

// A FrameWriter writes a bundle. It is not for concurrent use.
type FrameWriter struct {
	w      io.Writer
	frames uint32
	buf    []byte
}

// NewFrameWriter writes to w, which ought to be buffered.
func NewFrameWriter(w io.Writer) *FrameWriter { return &FrameWriter{w: w} }

func (f *FrameWriter) head(k FrameKind, pair redstuff.PairIndex, length int) {
	f.buf = append(f.buf[:0], byte(k))
	f.buf = binary.LittleEndian.AppendUint16(f.buf, uint16(pair))
	f.buf = binary.LittleEndian.AppendUint32(f.buf, uint32(length))
}

func (f *FrameWriter) flush(body []byte) error {
	f.frames++
	if _, err := f.w.Write(f.buf); err != nil {
		return err
	}
	if len(body) == 0 {
		return nil
	}
	_, err := f.w.Write(body)
	return err
}

// Metadata writes the BCS bytes of metadata: without its ID towards a node, with it from a node, as the single endpoints do.
func (f *FrameWriter) Metadata(bcs []byte) error {
	f.head(FrameMetadata, 0, len(bcs))
	return f.flush(bcs)
}

// SliverBytes writes a sliver given as its BCS bytes.
func (f *FrameWriter) SliverBytes(axis redstuff.Axis, pair redstuff.PairIndex, bcs []byte) error {
	f.head(SliverKind(axis), pair, len(bcs))
	return f.flush(bcs)
}

// Sliver writes a sliver without copying its data.
func (f *FrameWriter) Sliver(pair redstuff.PairIndex, s redstuff.Sliver) error {
	f.buf = f.sliverHead(pair, s)
	if err := f.flush(s.Data); err != nil {
		return err
	}
	_, err := f.w.Write(sliverTail(f.buf[:0], s))
	return err
}

// sliverHead is what comes before the sliver's data; it reuses f's buffer.
func (f *FrameWriter) sliverHead(pair redstuff.PairIndex, s redstuff.Sliver) []byte {
	f.head(SliverKind(s.Axis), pair, redstuff.SliverBCSLen(len(s.Data)))
	return binary.AppendUvarint(f.buf, uint64(len(s.Data)))
}

// sliverTail appends what comes after the sliver's data.
func sliverTail(dst []byte, s redstuff.Sliver) []byte {
	dst = binary.LittleEndian.AppendUint16(dst, uint16(s.SymbolSize))
	return binary.LittleEndian.AppendUint16(dst, uint16(s.Index))
}

// Part writes up to MaxPart of the BCS bytes of a sliver, from offset on.
func (f *FrameWriter) Part(axis redstuff.Axis, pair redstuff.PairIndex, offset uint32, bcs []byte) error {
	if len(bcs) == 0 || len(bcs) > MaxPart {
		return fmt.Errorf("part of %d bytes, want 1 to %d", len(bcs), MaxPart)
	}
	f.head(PartKind(axis), pair, partOffsetLen+len(bcs))
	f.buf = binary.LittleEndian.AppendUint32(f.buf, offset)
	return f.flush(bcs)
}

// Absent tells that the sliver asked for cannot be given.
func (f *FrameWriter) Absent(axis redstuff.Axis, pair redstuff.PairIndex, why AbsentReason) error {
	f.head(FrameAbsent, pair, absentBodyLen)
	f.buf = append(f.buf, byte(axis), byte(why))
	return f.flush(nil)
}

// Close writes the end frame. It does not close the writer beneath.
func (f *FrameWriter) Close() error {
	n := f.frames
	f.head(FrameEnd, 0, endBodyLen)
	f.buf = binary.LittleEndian.AppendUint32(f.buf, n)
	return f.flush(nil)
}
