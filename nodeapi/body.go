package nodeapi

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"walrus/bcs"
	"walrus/redstuff"
)

// A BundleBody is a bundle to be sent. It refers to the slivers' data, which must not change until the request is done. The zero value is empty.
//
// Slivers are given whole (Sliver) or read in pieces as the transport takes them (StreamSliver, StreamParts); a body of the second
// kind holds a few hundred bytes per frame and nothing else, whatever it carries, and Later spares even those.
type BundleBody struct {
	segments []segment
	length   int64
	frames   int
}

// A SliverData reads bytes off to off+len(dst) of one sliver's data into dst. It is called with rising offsets, from one goroutine at a time, and again from the start when a
// request is repeated. It may wait; that time does not count against the node. An error ends the request with it.
type SliverData func(dst []byte, off int) error

// A segment is bytes of a body: there already, or read while they are sent.
type segment struct {
	bytes []byte
	// If read is not nil, the segment is bytes [from, to) of what it reads.
	read     SliverData
	from, to int
	later    func() *BundleBody // if not nil, the segment is those of another body
}

func (b *BundleBody) add(p []byte) {
	b.segments = append(b.segments, segment{bytes: p})
	b.length += int64(len(p))
}

// Metadata adds the metadata frame, which comes first: BCS without the ID.
func (b *BundleBody) Metadata(bcs []byte) {
	w := FrameWriter{}
	w.head(FrameMetadata, 0, len(bcs))
	b.add(w.buf)
	b.add(bcs)
	b.frames++
}

// Sliver adds one sliver without copying its data.
func (b *BundleBody) Sliver(pair redstuff.PairIndex, s redstuff.Sliver) {
	var w FrameWriter
	head, tail := w.sliverHead(pair, s), sliverTail(nil, s)
	b.add(head)
	b.add(s.Data)
	b.add(tail)
	b.frames++
}

// StreamSliver adds a sliver whose data, length bytes, is read in pieces while it is sent. Axis, index and symbol size are those of s.
func (b *BundleBody) StreamSliver(pair redstuff.PairIndex, s redstuff.Sliver, length int, read SliverData) {
	var w FrameWriter
	w.head(SliverKind(s.Axis), pair, redstuff.SliverBCSLen(length))
	b.add(binary.AppendUvarint(w.buf, uint64(length)))
	b.segments = append(b.segments, segment{read: read, to: length})
	b.length += int64(length)
	b.add(sliverTail(nil, s))
	b.frames++
}

// StreamParts adds bytes [from, to) of a sliver's data as part frames, as many as it takes. The sliver's data has length bytes; axis, index and symbol size are those of s.
// With from 0 the parts begin with what comes before the data, with to = length they end with what comes behind it: ranges laid end to end give the whole sliver. Nothing
// is added for an empty range within the sliver.
//
// read gets offsets within the sliver's data, as for StreamSliver.
func (b *BundleBody) StreamParts(pair redstuff.PairIndex, s redstuff.Sliver, length, from, to int, read SliverData) {
	if from >= to && to < length {
		return
	}
	head := bcs.ULEBLen(uint32(length))
	begin, end := SliverBCSRange(length, from, to)
	for at := begin; at < end; {
		next := min(at+MaxPart, end)
		var w FrameWriter
		w.head(PartKind(s.Axis), pair, partOffsetLen+int(next-at))
		buf := binary.LittleEndian.AppendUint32(w.buf, uint32(at))
		if at < int64(head) {
			buf = append(buf, binary.AppendUvarint(nil, uint64(length))[at:min(next, int64(head))]...)
		}
		b.add(buf)
		if lo, hi := min(max(int(at)-head, 0), length), min(max(int(next)-head, 0), length); lo < hi {
			b.segments = append(b.segments, segment{read: read, from: lo, to: hi})
			b.length += int64(hi - lo)
		}
		if tail := int64(head + length); next > tail {
			b.add(sliverTail(nil, s)[max(at-tail, 0) : next-tail])
		}
		b.frames++
		at = next
	}
}

// SliverBCSRange is the range of BCS bytes that parts for bytes [from, to) of a sliver's data cover, see StreamParts.
func SliverBCSRange(length, from, to int) (begin, end int64) {
	head := bcs.ULEBLen(uint32(length))
	begin, end = int64(head+from), int64(head+to)
	if from == 0 {
		begin = 0
	}
	if to == length {
		end = int64(redstuff.SliverBCSLen(length))
	}
	return begin, end
}

// SliverDataAt is how many bytes of a sliver's data, of length in all, are among the first offset bytes of its BCS form: from where to go on after a node named
// that offset.
func SliverDataAt(length int, offset uint32) int {
	return min(max(int(offset)-bcs.ULEBLen(uint32(length)), 0), length)
}

// Later adds the frames of a body that is made when its turn comes, and again when the request is repeated: length bytes without an end frame, as Size counts them, in so
// many frames. What part made in another length or number sends is malformed.
func (b *BundleBody) Later(length int64, frames int, part func() *BundleBody) {
	b.segments = append(b.segments, segment{later: part})
	b.length += length
	b.frames += frames
}

// Size is the number of bytes of the frames so far, without an end frame.
func (b *BundleBody) Size() int64 { return b.length }

// Length is the number of bytes that will be sent, the end frame included.
func (b *BundleBody) Length() int64 { return b.length + EndFrameLen }

// Frames is the number of frames before the end frame.
func (b *BundleBody) Frames() int { return b.frames }

// Open reads the whole body from its start, the end frame included.
func (b *BundleBody) Open() io.Reader {
	var end bytes.Buffer
	w := FrameWriter{w: &end, frames: uint32(b.frames)}
	w.Close() // a bytes.Buffer takes everything
	return &segmentReader{segments: b.segments, last: end.Bytes()}
}

// A segmentReader reads segments one after the other and then last.
type segmentReader struct {
	segments []segment
	last     []byte
	now      segment        // what is left of the segment being read
	inner    *segmentReader // of a later body, while its turn is
	err      error
}

// errSource is matched by what a SliverData failed with, which is not the node's fault.
var errSource = errors.New("read sliver to send")

func (r *segmentReader) Read(p []byte) (n int, err error) {
	for n < len(p) && r.err == nil {
		switch {
		case r.inner != nil:
			c, err := r.inner.Read(p[n:])
			if n += c; err == io.EOF {
				r.inner = nil
			} else if err != nil {
				r.err = err
			}
		case len(r.now.bytes) > 0:
			c := copy(p[n:], r.now.bytes)
			n += c
			r.now.bytes = r.now.bytes[c:]
		case r.now.read != nil && r.now.from < r.now.to:
			c := min(len(p)-n, r.now.to-r.now.from)
			if err := r.now.read(p[n:n+c], r.now.from); err != nil {
				r.err = fmt.Errorf("%w: %w", errSource, err)
				break
			}
			n += c
			r.now.from += c
		case len(r.segments) > 0:
			r.now = r.segments[0]
			r.segments = r.segments[1:]
			if r.now.later != nil {
				r.inner = &segmentReader{segments: r.now.later().segments}
			}
		case r.last != nil:
			r.now, r.last = segment{bytes: r.last}, nil
		default:
			r.err = io.EOF
		}
	}
	if n > 0 {
		return n, nil
	}
	return 0, r.err
}
