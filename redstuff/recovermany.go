package redstuff

import (
	"fmt"
	"slices"
	"sync"

	"walrus/merkle"
	"walrus/rs16"
)

// A node that lost some slivers of a blob lost them in all its shards, and whoever helps can help with all of them: each of its slivers
// holds one symbol of each lost one. So symbols travel and are worked on many at a time.

// SourceSymbols are the symbols that one sliver contributes to the recovery of several slivers of the other axis, without proofs.
type SourceSymbols struct {
	Index SliverIndex // of the sliver they were taken from, on the axis opposite to the targets'
	Data  []byte      // one symbol per target, in the order of the targets, end to end
}

// RecoverMany decodes the lost slivers of axis a with the given indices and verifies them, on all cores. It takes the first Need(a) sources
// with distinct indices in range and data of the right length, and ignores the rest.
//
// The slivers are in the order of targets. errs has one error for each, nil or ErrMerkleRoot: then at least one of its symbols was wrong,
// or the blob is inconsistent; fall back to [Verifier.RecoverProven] for that sliver. err is ErrNotEnoughSymbols, which asks for more
// sources, or ErrIndexOutOfRange, and nothing was decoded.
//
// It holds the slivers and little more, so recover as many at a time as memory has room for. A group of slivers costs less than one by one,
// by far if symbols are small.
func (v *Verifier) RecoverMany(a Axis, targets []SliverIndex, sources []SourceSymbols) (slivers []Sliver, errs []error, err error) {
	if v.err != nil {
		return nil, nil, v.err
	}
	if a > Secondary {
		return nil, nil, fmt.Errorf("recover: %w: %v", ErrIndexOutOfRange, a)
	}
	for _, t := range targets {
		if int(t) >= v.p.N {
			return nil, nil, fmt.Errorf("recover %v sliver %d: %w, want below %d", a, t, ErrIndexOutOfRange, v.p.N)
		}
	}
	if len(targets) == 0 {
		return nil, nil, nil
	}
	need, used := v.Need(a), 0
	rows := borrowRows(v.p.N)
	defer rows.release()
	src := rs16.Rows{Row: rows.src, Stride: v.size}
	for _, s := range sources {
		if used < need && int(s.Index) < v.p.N && len(s.Data) == len(targets)*v.size && src.Row[s.Index] == nil {
			src.Row[s.Index] = s.Data
			used++
		}
	}
	if used < need {
		return nil, nil, fmt.Errorf("recover %d %v slivers: %w: %d usable sources of %d, want %d", len(targets), a, ErrNotEnoughSymbols, used, len(sources), need)
	}
	length := v.p.SliverSize(a, v.size)
	data := make([]byte, len(targets)*length)
	if err := v.decodeSlivers(a, data, rows, len(targets)); err != nil {
		return nil, nil, fmt.Errorf("recover %d %v slivers: %w", len(targets), a, err)
	}
	slivers = make([]Sliver, len(targets))
	for k, t := range targets {
		slivers[k] = Sliver{Axis: a, Index: t, SymbolSize: v.size, Data: data[k*length : (k+1)*length : (k+1)*length]}
	}
	return slivers, v.VerifyMany(slivers), nil
}

// A rowTable has room for the tables of a recovery or of decoding a blob: n rows each.
type rowTable struct {
	src, dst [][]byte
	picked   []int // positions of the symbols in src among those offered
}

var rowTables sync.Pool // of *rowTable

// borrowRows takes a table of n empty rows from the pool.
func borrowRows(n int) *rowTable {
	if t, ok := rowTables.Get().(*rowTable); ok && cap(t.src) >= n {
		t.src, t.dst = t.src[:n], t.dst[:n]
		return t
	}
	return &rowTable{src: make([][]byte, n), dst: make([][]byte, n)}
}

// release puts a table back, emptied: it must not keep slivers in memory.
func (t *rowTable) release() {
	clear(t.src)
	clear(t.dst)
	t.picked = t.picked[:0]
	rowTables.Put(t)
}

// decodeSlivers decodes count slivers of axis a into dst, one after the other. table.src has a row for each of the n slivers of the other
// axis, with its symbols in the slivers wanted, or nil for those that do not take part.
func (v *Verifier) decodeSlivers(a Axis, dst []byte, table *rowTable, count int) error {
	src := rs16.Rows{Row: table.src, Stride: v.size}
	d, err := v.decoderFor(a, src.Row)
	if err != nil {
		return err
	}
	k, size, length := v.p.Source(a), v.size, v.p.SliverSize(a, v.size)
	rows := rs16.Rows{Row: table.dst[:k], Stride: length}
	for i := range rows.Row {
		rows.Row[i] = dst[i*size:]
	}
	step := share(4*count, max(1, restoreStep/size))
	return forEach((count+step-1)/step, func() func(int) error {
		return func(g int) error {
			from, to := g*step, min((g+1)*step, count)
			for i, row := range src.Row[:k] {
				for t := from; row != nil && t < to; t++ {
					copy(rows.Row[i][t*length:][:size], row[t*size:])
				}
			}
			return d.Restore(rows, src, size, from, to)
		}
	})
}

// A recoveryDecoder is a decoder for slivers of one axis from symbols of a set of slivers of the other.
type recoveryDecoder struct {
	present []uint64 // that set, one bit each
	*rs16.Decoder
}

// decoderFor returns the decoder for the rows that are not nil. It keeps the last one of each axis: those who recover several slivers of a
// blob tend to ask the same nodes, and making a decoder costs more than using it once.
func (v *Verifier) decoderFor(a Axis, rows [][]byte) (*rs16.Decoder, error) {
	set := make([]uint64, (len(rows)+63)/64)
	for i, row := range rows {
		if row != nil {
			set[i/64] |= 1 << (i % 64)
		}
	}
	if last := v.decoder[a].Load(); last != nil && slices.Equal(last.present, set) {
		return last.Decoder, nil
	}
	present := make([]int, 0, v.p.Source(a))
	for i, row := range rows {
		if row != nil {
			present = append(present, i)
		}
	}
	d, err := v.expander[a].code.Decoder(present)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotEnoughSymbols, err)
	}
	v.decoder[a].Store(&recoveryDecoder{set, d})
	return d, nil
}

// SymbolsFor writes the symbols that the given slivers, all of one axis, have in the slivers of the other axis with the indices targets,
// without proofs: what [Verifier.RecoverMany] takes. Those of slivers[i] go to dst[i*len(targets)*SymbolSize:], in the order of the
// targets. It uses all cores.
//
// The slivers are not verified. The errors are those of the first steps of Verify, and ErrIndexOutOfRange also for a target.
func (v *Verifier) SymbolsFor(dst []byte, slivers []Sliver, targets []SliverIndex) error {
	if v.err != nil {
		return v.err
	}
	each := len(targets) * v.size
	if len(dst) < len(slivers)*each {
		return fmt.Errorf("%w: room for %d bytes of symbols, want %d", ErrSliverSize, len(dst), len(slivers)*each)
	}
	for _, t := range targets {
		if int(t) >= v.p.N {
			return fmt.Errorf("symbol %d: %w, want below %d", t, ErrIndexOutOfRange, v.p.N)
		}
	}
	for _, s := range slivers {
		if err := v.checkShape(s); err != nil {
			return err
		}
		if s.Axis != slivers[0].Axis {
			return fmt.Errorf("%v sliver %d among %v ones: %w", s.Axis, s.Index, slivers[0].Axis, ErrIndexOutOfRange)
		}
	}
	if len(slivers) == 0 || len(targets) == 0 {
		return nil
	}
	e := v.expander[slivers[0].Axis]
	repair := make([][]int, v.p.N-e.code.K()) // positions in targets of each repair symbol
	encode := false
	for k, t := range targets {
		if j := int(t) - e.code.K(); j >= 0 {
			repair[j], encode = append(repair[j], k), true
		}
	}
	group := hashGroup(len(slivers), v.size)
	return forEach((len(slivers)+group-1)/group, func() func(int) error {
		return func(g int) error {
			some := slivers[g*group : min((g+1)*group, len(slivers))]
			out := dst[g*group*each:]
			for c, s := range some {
				for k, t := range targets {
					if int(t) < e.code.K() {
						copy(out[c*each+k*v.size:][:v.size], s.Data[int(t)*v.size:])
					}
				}
			}
			if !encode {
				return nil
			}
			return e.repairSymbols(out, some, repair, v.size, each)
		}
	})
}

// ProvenSymbols returns the symbols that s has in the slivers of the other axis with the indices targets, each with its proof: what
// [Verifier.RecoverProven] takes. It costs as much as verifying s, which it does by the way: a sliver that does not hash to the value in
// the metadata is ErrMerkleRoot, since no proof of its symbols would hold. It holds about 1 MiB beside the result; the errors are those of
// Verify, and ErrIndexOutOfRange for a target.
func (v *Verifier) ProvenSymbols(s Sliver, targets []SliverIndex) ([]RecoverySymbol, error) {
	if err := v.checkShape(s); err != nil {
		return nil, err
	}
	for _, t := range targets {
		if int(t) >= v.p.N {
			return nil, fmt.Errorf("symbol %d: %w, want below %d", t, ErrIndexOutOfRange, v.p.N)
		}
	}
	e, size := v.expander[s.Axis], v.size
	k := e.code.K()
	h := e.hasher(size)
	defer e.pool.Put(h)
	symbols := make([]RecoverySymbol, len(targets))
	data := make([]byte, len(targets)*size)
	for i, t := range targets {
		own := data[i*size : (i+1)*size : (i+1)*size]
		symbols[i].DecodingSymbol = DecodingSymbol{Target: s.Axis.Other(), Index: s.Index, Data: own}
		if int(t) < k {
			copy(own, s.Data[int(t)*size:])
		}
	}
	h.symbols.column(h.leaves[:k], s.Data, size)
	h.arrange([][]byte{s.Data})
	err := h.expand(1, func(strip rs16.Strip) {
		for i, t := range targets {
			if j := int(t) - k; j >= 0 {
				copy(symbols[i].Data[strip.Off:], strip.Buf[j*strip.Pitch:][:strip.Width])
			}
		}
	})
	if err != nil {
		return nil, err
	}
	tree := merkle.NewTree(slices.Clone(h.leaves[:h.n]))
	if err := v.compare(s.Axis, s.Index, tree.Root().Hash()); err != nil {
		return nil, err
	}
	for i, t := range targets {
		symbols[i].Proof = tree.Proof(int(t))
	}
	return symbols, nil
}

// repairSymbols copies repair symbols j of at most a batch of slivers to the positions repair[j] of their parts of dst, which are each bytes long.
func (e *expander) repairSymbols(dst []byte, slivers []Sliver, repair [][]int, size, each int) error {
	h := e.hasher(size)
	defer e.pool.Put(h)
	data := make([][]byte, len(slivers))
	for c, s := range slivers {
		data[c] = s.Data
	}
	h.arrange(data)
	return e.code.ExpandStrips(h.rows, size, 0, len(slivers), func(s rs16.Strip) error {
		for j, positions := range repair {
			for _, k := range positions {
				for c := range s.Count {
					copy(dst[(s.First+c)*each+k*size+s.Off:][:s.Width], s.Buf[j*s.Pitch+c*s.Width:])
				}
			}
		}
		return nil
	})
}
