package nodeapi

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"walrus/redstuff"
)

// A FrameKind is the first byte of a frame.
type FrameKind uint8

// The kinds of storage node specification 1.11; every other value is malformed.
const (
	FrameMetadata      FrameKind = 0
	FramePrimary       FrameKind = 1
	FrameSecondary     FrameKind = 2
	FramePartPrimary   FrameKind = 4
	FramePartSecondary FrameKind = 5
	FrameAbsent        FrameKind = 254
	FrameEnd           FrameKind = 255
)

const (
	frameHeaderLen = 1 + 2 + 4
	endBodyLen     = 4
	absentBodyLen  = 2
	partOffsetLen  = 4

	// MaxPart is the most BCS bytes that one part carries. Twice as much would double what a node holds per stream.
	MaxPart = 1 << 20
	// EndFrameLen is the length of an end frame with its header.
	EndFrameLen = frameHeaderLen + endBodyLen
	// bodyStep is how much of a body is allocated ahead of the bytes that arrive.
	bodyStep = 1 << 20
)

// ErrBundle is matched by every error about the form of a bundle.
var ErrBundle = errors.New("malformed bundle")

// An AbsentReason says why a node has no sliver to give.
type AbsentReason uint8

const (
	NotStored AbsentReason = 0
	NotOurs   AbsentReason = 1
	Gone      AbsentReason = 2
	Damaged   AbsentReason = 3
)

func (r AbsentReason) String() string {
	switch r {
	case NotStored:
		return "not stored"
	case NotOurs:
		return "not this node's shard"
	case Gone:
		return "gone"
	case Damaged:
		return "damaged"
	}
	return fmt.Sprintf("reason %d", uint8(r))
}

// SliverKind is the kind of whole slivers of axis a.
func SliverKind(a redstuff.Axis) FrameKind {
	if a == redstuff.Secondary {
		return FrameSecondary
	}
	return FramePrimary
}

// PartKind is the kind of parts of slivers of axis a.
func PartKind(a redstuff.Axis) FrameKind {
	if a == redstuff.Secondary {
		return FramePartSecondary
	}
	return FramePartPrimary
}

// Axis is the axis of a sliver or part; it means nothing for other kinds.
func (k FrameKind) Axis() redstuff.Axis {
	if k == FrameSecondary || k == FramePartSecondary {
		return redstuff.Secondary
	}
	return redstuff.Primary
}

// IsSliver reports whether k carries a whole sliver.
func (k FrameKind) IsSliver() bool { return k == FramePrimary || k == FrameSecondary }

// IsPart reports whether k carries part of a sliver.
func (k FrameKind) IsPart() bool { return k == FramePartPrimary || k == FramePartSecondary }

// FrameLen is the length of a frame with its header, for a body of n bytes.
func FrameLen(n int) int64 { return frameHeaderLen + int64(n) }

// PartFrameLen is the length of a frame that carries n bytes of a sliver as a part.
func PartFrameLen(n int) int64 { return frameHeaderLen + partOffsetLen + int64(n) }

// A Frame is the head of one frame; its body is read through the FrameReader. For parts, Offset is known and Length counts the sliver's bytes
// without it; for absent frames Axis and Absent are known and nothing is left to read.
type Frame struct {
	Kind   FrameKind
	Pair   redstuff.PairIndex
	Length int // bytes left to read as the body
	Offset uint32
	Axis   redstuff.Axis
	Absent AbsentReason
}

// FrameLimits say which frames a stream may hold. Lengths are BCS bytes; zero refuses the kind.
type FrameLimits struct {
	N         int    // shards: pair indices are below it
	Metadata  int    // most bytes of metadata
	Primary   int    // most bytes of a primary sliver
	Secondary int    // most bytes of a secondary sliver
	Exact     bool   // slivers have exactly Primary or Secondary bytes
	Parts     bool   // slivers may come in parts
	Absent    bool   // absent frames may come
	Frames    uint32 // most frames before the end frame
	// Charge, if not nil, is called before n more bytes are held by Body; an error ends the stream with it.
	Charge func(n int) error
}

// A FrameReader reads a bundle frame by frame. It checks form, never content, and holds no body. It is not for concurrent use.
type FrameReader struct {
	r      io.Reader
	lim    FrameLimits
	left   int    // unread bytes of the current body
	frames uint32 // frames so far
	err    error
}

// NewFrameReader reads from r, which ought to be buffered.
func NewFrameReader(r io.Reader, lim FrameLimits) *FrameReader { return &FrameReader{r: r, lim: lim} }

// SetLimits replaces the limits, for what follows the current frame: once the metadata is known, sliver lengths are.
func (f *FrameReader) SetLimits(lim FrameLimits) { f.lim = lim }

// Limits are the present limits.
func (f *FrameReader) Limits() FrameLimits { return f.lim }

// fail keeps the first error, since nothing after it can be told apart.
func (f *FrameReader) fail(err error) error {
	if f.err == nil {
		f.err = err
	}
	return f.err
}

func malformed(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrBundle, fmt.Sprintf(format, args...))
}

// readFull fills b; a stream that ends here is cut short, whatever is missing.
func (f *FrameReader) readFull(b []byte, what string) error {
	n, err := io.ReadFull(f.r, b)
	if err == nil {
		return nil
	}
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return f.fail(malformed("stream ends %d bytes into %d of %s", n, len(b), what))
	}
	return f.fail(fmt.Errorf("read bundle: %w", err))
}

// Next reads the head of the next frame, skipping what is left of the current body. After a correct end frame, with nothing behind it, the error is io.EOF.
// Every other error is final; if the form is at fault it matches ErrBundle.
func (f *FrameReader) Next() (Frame, error) {
	if f.err != nil {
		return Frame{}, f.err
	}
	if err := f.skip(); err != nil {
		return Frame{}, err
	}
	var head [frameHeaderLen]byte
	if err := f.readFull(head[:], "a frame's head"); err != nil {
		return Frame{}, err
	}
	kind := FrameKind(head[0])
	pair := binary.LittleEndian.Uint16(head[1:])
	length := binary.LittleEndian.Uint32(head[3:])
	if kind == FrameEnd {
		return Frame{}, f.end(pair, length)
	}
	if f.frames == f.lim.Frames {
		return Frame{}, f.fail(malformed("more than %d frames", f.lim.Frames))
	}
	f.frames++
	fr := Frame{Kind: kind, Pair: redstuff.PairIndex(pair), Axis: kind.Axis()}
	if err := f.checkHead(&fr, length); err != nil {
		return Frame{}, f.fail(err)
	}
	if kind.IsPart() {
		var off [partOffsetLen]byte
		if err := f.readFull(off[:], "a part's offset"); err != nil {
			return Frame{}, err
		}
		fr.Offset = binary.LittleEndian.Uint32(off[:])
		if limit := f.sliverLimit(fr.Axis); uint64(fr.Offset)+uint64(fr.Length) > uint64(limit) {
			return Frame{}, f.fail(malformed("part of %s sliver of pair %d ends at byte %d of %d", fr.Axis, pair, uint64(fr.Offset)+uint64(fr.Length), limit))
		}
	}
	if kind == FrameAbsent {
		var body [absentBodyLen]byte
		if err := f.readFull(body[:], "an absent frame"); err != nil {
			return Frame{}, err
		}
		if body[0] > 1 || body[1] > uint8(Damaged) {
			return Frame{}, f.fail(malformed("absent frame of sliver type %d, reason %d", body[0], body[1]))
		}
		fr.Axis, fr.Absent = redstuff.Axis(body[0]), AbsentReason(body[1])
	}
	f.left = fr.Length
	return fr, nil
}

func (f *FrameReader) sliverLimit(a redstuff.Axis) int {
	if a == redstuff.Secondary {
		return f.lim.Secondary
	}
	return f.lim.Primary
}

// checkHead checks kind, pair and length against the limits and sets fr.Length.
func (f *FrameReader) checkHead(fr *Frame, length uint32) error {
	if int(fr.Pair) >= f.lim.N {
		return malformed("pair %d, with %d shards", fr.Pair, f.lim.N)
	}
	switch fr.Kind {
	case FrameMetadata:
		if fr.Pair != 0 {
			return malformed("metadata frame with pair %d, want 0", fr.Pair)
		}
		if length == 0 || uint64(length) > uint64(f.lim.Metadata) {
			return malformed("metadata of %d bytes, want 1 to %d", length, f.lim.Metadata)
		}
	case FramePrimary, FrameSecondary:
		limit := f.sliverLimit(fr.Axis)
		if length == 0 || uint64(length) > uint64(limit) || f.lim.Exact && int(length) != limit {
			return malformed("%s sliver of pair %d has %d bytes, %s %d", fr.Axis, fr.Pair, length, f.wants(), limit)
		}
	case FramePartPrimary, FramePartSecondary:
		if !f.lim.Parts {
			return malformed("part of a sliver, where whole ones are wanted")
		}
		if length <= partOffsetLen || length > partOffsetLen+MaxPart {
			return malformed("part of pair %d has %d bytes, want 1 to %d", fr.Pair, int64(length)-partOffsetLen, MaxPart)
		}
		length -= partOffsetLen
	case FrameAbsent:
		if !f.lim.Absent {
			return malformed("absent frame in a bundle that is written")
		}
		if length != absentBodyLen {
			return malformed("absent frame of %d bytes, want %d", length, absentBodyLen)
		}
		length = 0
	default:
		return malformed("unknown frame kind %d", fr.Kind)
	}
	fr.Length = int(length)
	return nil
}

func (f *FrameReader) wants() string {
	if f.lim.Exact {
		return "want"
	}
	return "want 1 to"
}

// end checks the end frame and that nothing follows it.
func (f *FrameReader) end(pair uint16, length uint32) error {
	if pair != 0 || length != endBodyLen {
		return f.fail(malformed("end frame with pair %d and %d bytes, want 0 and %d", pair, length, endBodyLen))
	}
	var body [endBodyLen]byte
	if err := f.readFull(body[:], "the end frame"); err != nil {
		return err
	}
	if n := binary.LittleEndian.Uint32(body[:]); n != f.frames {
		return f.fail(malformed("end frame counts %d frames, there were %d", n, f.frames))
	}
	var one [1]byte
	switch n, err := io.ReadFull(f.r, one[:]); {
	case n == 1:
		return f.fail(malformed("bytes after the end frame"))
	case err != io.EOF:
		return f.fail(fmt.Errorf("read bundle: %w", err))
	}
	return f.fail(io.EOF)
}

// skip discards what is left of the current body.
func (f *FrameReader) skip() error {
	n, err := io.CopyN(io.Discard, f.r, int64(f.left))
	f.left -= int(n)
	if err == io.EOF {
		return f.fail(malformed("stream ends %d bytes before the end of a frame", f.left))
	}
	if err != nil {
		return f.fail(fmt.Errorf("read bundle: %w", err))
	}
	return nil
}

// Read reads the current body; io.EOF at its end.
func (f *FrameReader) Read(p []byte) (int, error) {
	if f.err != nil && f.err != io.EOF {
		return 0, f.err
	}
	if f.left == 0 {
		return 0, io.EOF
	}
	n, err := f.r.Read(p[:min(len(p), f.left)])
	f.left -= n
	if err == io.EOF && f.left > 0 {
		return n, f.fail(malformed("stream ends %d bytes before the end of a frame", f.left))
	}
	if err != nil && err != io.EOF {
		return n, f.fail(fmt.Errorf("read bundle: %w", err))
	}
	return n, nil
}

// Body reads what is left of the current body into a new slice. It allocates at most 1 MiB ahead of, or as much again as, the bytes that have arrived, so that a head
// that promises much costs nothing.
func (f *FrameReader) Body() ([]byte, error) {
	if f.err != nil && f.err != io.EOF {
		return nil, f.err
	}
	var b []byte
	for f.left > 0 {
		step := min(f.left, max(bodyStep, len(b)))
		if f.lim.Charge != nil {
			if err := f.lim.Charge(step); err != nil {
				return nil, f.fail(err)
			}
		}
		grown := make([]byte, len(b)+step)
		copy(grown, b)
		if err := f.readFull(grown[len(b):], "a frame's body"); err != nil {
			return nil, err
		}
		f.left -= step
		b = grown
	}
	return b, nil
}
