package redstuff

import (
	"fmt"

	"walrus/bcs"
)

// A Sliver is one row (primary) or column (secondary) of a blob's matrix, without its repair symbols.
type Sliver struct {
	Axis       Axis
	Index      SliverIndex
	SymbolSize int    // bytes, even
	Data       []byte // k2 symbols if primary, k1 if secondary, end to end
}

// AppendBCS appends the sliver as it travels: its data, symbol size and index. The axis is not part of
// the bytes; the URL or the surrounding container names it. (Section 12.)
func (s *Sliver) AppendBCS(dst []byte) []byte {
	dst = bcs.AppendBytes(dst, s.Data)
	dst = bcs.AppendU16(dst, uint16(s.SymbolSize))
	return bcs.AppendU16(dst, uint16(s.Index))
}

// SliverBCSLen returns the length in bytes of an encoded sliver with dataLen bytes of data.
func SliverBCSLen(dataLen int) int { return bcs.ULEBLen(uint32(dataLen)) + dataLen + 4 }

// ParseSliver reads what AppendBCS writes. Data aliases b. The symbol size is not zero and divides the
// data, else the error is ErrMalformed (and for the latter ErrSymbolSize as well); whether they fit the blob
// is for [Verifier.Verify] to say.
func ParseSliver(axis Axis, b []byte) (Sliver, error) {
	r := bcs.NewReader(b)
	s := readSliver(axis, r)
	if err := r.Finish(); err != nil {
		return Sliver{}, fmt.Errorf("%v sliver: %w", axis, err)
	}
	return s, nil
}

func readSliver(axis Axis, r *bcs.Reader) Sliver {
	s := Sliver{Axis: axis, Data: r.Bytes()}
	s.SymbolSize = int(r.U16())
	s.Index = SliverIndex(r.U16())
	switch {
	case r.Err() != nil:
	case s.SymbolSize == 0:
		r.Fail("symbol size is zero")
	case len(s.Data)%s.SymbolSize != 0:
		r.Fail("%w: %d bytes of data are not a multiple of %d", ErrSymbolSize, len(s.Data), s.SymbolSize)
	}
	return s
}

// AppendSliver appends the sliver with its axis in front, the form used when whole shards are copied.
func AppendSliver(dst []byte, s *Sliver) []byte {
	return s.AppendBCS(bcs.AppendULEB(dst, uint32(s.Axis)))
}

// ParseSliverEnum reads what AppendSliver writes. Data aliases b.
func ParseSliverEnum(b []byte) (Sliver, error) {
	r := bcs.NewReader(b)
	s := readSliver(Axis(r.Variant(2)), r)
	if err := r.Finish(); err != nil {
		return Sliver{}, fmt.Errorf("sliver: %w", err)
	}
	return s, nil
}

// AppendSliverPair appends the two slivers of a pair, primary first.
func AppendSliverPair(dst []byte, primary, secondary *Sliver) []byte {
	return secondary.AppendBCS(primary.AppendBCS(dst))
}

// ParseSliverPair reads what AppendSliverPair writes. The data of both slivers aliases b.
func ParseSliverPair(b []byte) (primary, secondary Sliver, err error) {
	r := bcs.NewReader(b)
	primary = readSliver(Primary, r)
	secondary = readSliver(Secondary, r)
	if err := r.Finish(); err != nil {
		return Sliver{}, Sliver{}, fmt.Errorf("sliver pair: %w", err)
	}
	return primary, secondary, nil
}

// A ShardEntry is one blob's sliver in the answer to a request for a whole shard.
type ShardEntry struct {
	ID     BlobID
	Sliver Sliver
}

// AppendShardEntries appends the answer: variant V1, then the entries.
func AppendShardEntries(dst []byte, entries []ShardEntry) []byte {
	dst = bcs.AppendULEB(bcs.AppendULEB(dst, 0), uint32(len(entries)))
	for i := range entries {
		dst = AppendSliver(append(dst, entries[i].ID[:]...), &entries[i].Sliver)
	}
	return dst
}

// ParseShardEntries reads what AppendShardEntries writes. Data aliases b.
func ParseShardEntries(b []byte) ([]ShardEntry, error) {
	return parse("shard entries", b, func(r *bcs.Reader) []ShardEntry {
		r.Variant(1)
		return readAll(r, 32+1+5, func(r *bcs.Reader) ShardEntry {
			return ShardEntry{ID: BlobID(r.Array32()), Sliver: readSliver(Axis(r.Variant(2)), r)}
		})
	})
}
