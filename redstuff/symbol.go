package redstuff

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"walrus/bcs"
	"walrus/merkle"
)

// A SymbolID names one symbol of the matrix: its row and its column.
type SymbolID struct {
	Primary   SliverIndex // row
	Secondary SliverIndex // column
}

// String returns "row-column" in decimal.
func (id SymbolID) String() string { return fmt.Sprintf("%d-%d", id.Primary, id.Secondary) }

// MarshalText returns String.
func (id SymbolID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// ParseSymbolID reads two decimal numbers joined by a dash. Leading zeros and a leading plus sign are
// accepted, as the reference does.
func ParseSymbolID(s string) (SymbolID, error) {
	row, column, ok := strings.Cut(s, "-")
	p, errP := parseIndex(row)
	c, errC := parseIndex(column)
	if !ok || errP != nil || errC != nil {
		return SymbolID{}, fmt.Errorf("symbol ID %s: want two numbers up to 65535 joined by a dash, for example 17-300", quote(s))
	}
	return SymbolID{Primary: p, Secondary: c}, nil
}

func parseIndex(s string) (SliverIndex, error) {
	v, err := strconv.ParseUint(strings.TrimPrefix(s, "+"), 10, 16)
	return SliverIndex(v), err
}

// AppendBCS appends the row and the column.
func (id SymbolID) AppendBCS(dst []byte) []byte {
	return bcs.AppendU16(bcs.AppendU16(dst, uint16(id.Primary)), uint16(id.Secondary))
}

// A DecodingSymbol is one symbol taken from a sliver, which helps to recover a sliver of the other axis.
type DecodingSymbol struct {
	Target Axis        // axis of the sliver it helps to recover
	Index  SliverIndex // index of the sliver it was taken from, on the axis opposite to Target
	Data   []byte
}

// AppendBCS appends the symbol without its axis, the form inside recovery symbols.
func (s *DecodingSymbol) AppendBCS(dst []byte) []byte {
	return bcs.AppendBytes(bcs.AppendU16(dst, uint16(s.Index)), s.Data)
}

// AppendEither appends the symbol with its axis in front (EitherDecodingSymbol).
func (s *DecodingSymbol) AppendEither(dst []byte) []byte {
	return s.AppendBCS(bcs.AppendULEB(dst, uint32(s.Target)))
}

func readDecodingSymbol(target Axis, r *bcs.Reader) DecodingSymbol {
	return DecodingSymbol{Target: target, Index: SliverIndex(r.U16()), Data: r.Bytes()}
}

func readEither(r *bcs.Reader) DecodingSymbol { return readDecodingSymbol(Axis(r.Variant(2)), r) }

// A RecoverySymbol is a decoding symbol with the proof that it belongs to the sliver it was taken from.
// Which symbol of that sliver it is, follows from the target, which is known from the context.
type RecoverySymbol struct {
	DecodingSymbol
	Proof merkle.Proof
}

// AppendBCS appends the symbol without its axis, and the proof.
func (s *RecoverySymbol) AppendBCS(dst []byte) []byte {
	return AppendProof(s.DecodingSymbol.AppendBCS(dst), s.Proof)
}

func readRecoverySymbol(target Axis, r *bcs.Reader) RecoverySymbol {
	return RecoverySymbol{DecodingSymbol: readDecodingSymbol(target, r), Proof: readProof(r)}
}

// ParseRecoverySymbol reads what AppendBCS writes, for a target of the given axis. Data aliases b.
func ParseRecoverySymbol(target Axis, b []byte) (RecoverySymbol, error) {
	return parse("recovery symbol", b, func(r *bcs.Reader) RecoverySymbol { return readRecoverySymbol(target, r) })
}

// A RecoverySymbolPair holds what one sliver pair contributes to another: the symbol for its primary
// sliver and the symbol for its secondary sliver.
type RecoverySymbolPair struct{ Primary, Secondary RecoverySymbol }

// AppendBCS appends both symbols.
func (p *RecoverySymbolPair) AppendBCS(dst []byte) []byte {
	return p.Secondary.AppendBCS(p.Primary.AppendBCS(dst))
}

// ParseRecoverySymbolPair reads what AppendBCS writes. Data aliases b.
func ParseRecoverySymbolPair(b []byte) (RecoverySymbolPair, error) {
	return parse("recovery symbol pair", b, func(r *bcs.Reader) RecoverySymbolPair {
		return RecoverySymbolPair{Primary: readRecoverySymbol(Primary, r), Secondary: readRecoverySymbol(Secondary, r)}
	})
}

// A GeneralRecoverySymbol is a recovery symbol that says itself where it lies, the form of the node API.
// Since every symbol lies in a row and in a column, it helps to recover either.
type GeneralRecoverySymbol struct {
	Symbol      DecodingSymbol
	TargetIndex SliverIndex // index of the target on the axis Symbol.Target; the leaf of the proof
	Proof       merkle.Proof
}

// ID returns the row and the column of the symbol.
func (g *GeneralRecoverySymbol) ID() SymbolID {
	if g.Symbol.Target == Primary {
		return SymbolID{Primary: g.TargetIndex, Secondary: g.Symbol.Index}
	}
	return SymbolID{Primary: g.Symbol.Index, Secondary: g.TargetIndex}
}

// For returns the symbol as one that helps to recover the sliver of axis a in which it lies. If a is not
// its own target axis, its position in the codeword is the target index, and its proof, which belongs to
// the target sliver itself then, is dropped.
func (g *GeneralRecoverySymbol) For(a Axis) RecoverySymbol {
	if a == g.Symbol.Target {
		return RecoverySymbol{DecodingSymbol: g.Symbol, Proof: g.Proof}
	}
	return RecoverySymbol{DecodingSymbol: DecodingSymbol{Target: a, Index: g.TargetIndex, Data: g.Symbol.Data}}
}

// AppendBCS appends the symbol with its axis, the target index and the proof.
func (g *GeneralRecoverySymbol) AppendBCS(dst []byte) []byte {
	dst = bcs.AppendU16(g.Symbol.AppendEither(dst), uint16(g.TargetIndex))
	return AppendProof(dst, g.Proof)
}

func readGeneral(r *bcs.Reader) GeneralRecoverySymbol {
	return GeneralRecoverySymbol{Symbol: readEither(r), TargetIndex: SliverIndex(r.U16()), Proof: readProof(r)}
}

// ParseGeneralRecoverySymbol reads what AppendBCS writes. Data aliases b.
func ParseGeneralRecoverySymbol(b []byte) (GeneralRecoverySymbol, error) {
	return parse("general recovery symbol", b, readGeneral)
}

// AppendGeneralRecoverySymbols appends a sequence of symbols.
func AppendGeneralRecoverySymbols(dst []byte, symbols []GeneralRecoverySymbol) []byte {
	dst = bcs.AppendULEB(dst, uint32(len(symbols)))
	for i := range symbols {
		dst = symbols[i].AppendBCS(dst)
	}
	return dst
}

// generalMinLen is the length of the shortest general recovery symbol: no data, no proof.
const generalMinLen = 1 + 2 + 1 + 2 + 1

// ParseGeneralRecoverySymbols reads what AppendGeneralRecoverySymbols writes. Data aliases b.
func ParseGeneralRecoverySymbols(b []byte) ([]GeneralRecoverySymbol, error) {
	return parse("recovery symbols", b, func(r *bcs.Reader) []GeneralRecoverySymbol {
		return readAll(r, generalMinLen, readGeneral)
	})
}

// DecodingSymbols maps target slivers to the symbols that help to recover them: the answer of the
// decoding-symbols endpoint. The targets' axis is in each symbol.
type DecodingSymbols map[SliverIndex][]DecodingSymbol

// AppendBCS appends the map. Its entries are ordered by the bytes of their little-endian keys, so that
// 256 comes before 1 (section 13.6).
func (m DecodingSymbols) AppendBCS(dst []byte) []byte {
	keys := make([]SliverIndex, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b SliverIndex) int { return cmp.Compare(keyOrder(a), keyOrder(b)) })
	dst = bcs.AppendULEB(dst, uint32(len(keys)))
	for _, k := range keys {
		dst = bcs.AppendU16(dst, uint16(k))
		dst = bcs.AppendULEB(dst, uint32(len(m[k])))
		for i := range m[k] {
			dst = m[k][i].AppendEither(dst)
		}
	}
	return dst
}

// keyOrder is a number that orders keys as their serialized bytes: the key with its bytes swapped.
func keyOrder(k SliverIndex) uint16 { return uint16(k)<<8 | uint16(k)>>8 }

// ParseDecodingSymbols reads what AppendBCS writes and insists on its order. Data aliases b.
func ParseDecodingSymbols(b []byte) (DecodingSymbols, error) {
	return parse("decoding symbols", b, func(r *bcs.Reader) DecodingSymbols {
		const keyAndCount, symbolMin = 3, 4
		n := r.Length(keyAndCount)
		m := make(DecodingSymbols, n)
		last := -1
		for range n {
			k := SliverIndex(r.U16())
			if order := int(keyOrder(k)); order <= last {
				r.Fail("map key %d is out of order", k)
			} else {
				last = order
			}
			m[k] = readAll(r, symbolMin, readEither)
			if r.Err() != nil {
				break
			}
		}
		return m
	})
}

// AppendProof appends a Merkle proof: the number of siblings, then the siblings.
func AppendProof(dst []byte, p merkle.Proof) []byte {
	dst = bcs.AppendULEB(dst, uint32(len(p)))
	for _, n := range p {
		dst = appendNode(dst, n)
	}
	return dst
}

// ParseProof reads what AppendProof writes.
func ParseProof(b []byte) (merkle.Proof, error) { return parse("Merkle proof", b, readProof) }

// maxProofLen is the longest proof of any tree of the protocol: leaves are counted in 16 bits.
const maxProofLen = 16

func readProof(r *bcs.Reader) merkle.Proof {
	n := r.Length(1)
	if n > maxProofLen {
		r.Fail("proof of %d siblings, at most %d", n, maxProofLen)
		return nil
	}
	p := make(merkle.Proof, n)
	for i := range p {
		p[i] = readNode(r)
	}
	return p
}

// readAll reads a sequence of elements of at least minLen bytes.
func readAll[T any](r *bcs.Reader, minLen int, read func(*bcs.Reader) T) []T {
	n := r.Length(minLen)
	var out []T // grown as elements turn up: an element in memory is larger than its shortest encoding
	for range n {
		v := read(r)
		if r.Err() != nil {
			return nil
		}
		out = append(out, v)
	}
	return out
}

// parse runs a reader over all of b and names the type in its error.
func parse[T any](what string, b []byte, read func(*bcs.Reader) T) (T, error) {
	r := bcs.NewReader(b)
	v := read(r)
	if err := r.Finish(); err != nil {
		var zero T
		return zero, fmt.Errorf("%s: %w", what, err)
	}
	return v, nil
}
