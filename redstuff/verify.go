package redstuff

import (
	"fmt"
	"slices"
	"sync/atomic"

	"walrus/merkle"
	"walrus/rs16"
)

// A Verifier checks slivers and symbols of one blob against its metadata, and recovers lost slivers from
// symbols. It keeps codes and work areas between calls, so use one per blob. It is safe for
// concurrent use.
type Verifier struct {
	p        Params
	m        *Metadata
	size     int   // of a symbol in bytes
	err      error // why nothing can be verified
	expander [2]*expander
	decoder  [2]atomic.Pointer[recoveryDecoder] // the last ones used, by the axis of the slivers recovered
}

// NewVerifier returns a verifier for a blob with metadata m, which the caller has checked with
// [VerifyMetadata] and does not change afterwards. If m does not fit p, every method returns the reason.
func NewVerifier(p Params, m *Metadata) *Verifier {
	v := &Verifier{p: p, m: m}
	if len(m.Hashes) != p.N {
		v.err = fmt.Errorf("%w: %d pairs, want %d", ErrHashCount, len(m.Hashes), p.N)
		return v
	}
	if v.size, v.err = p.SymbolSize(m.Length); v.err != nil {
		return v
	}
	for _, a := range []Axis{Primary, Secondary} {
		if v.expander[a], v.err = newExpander(p, a); v.err != nil {
			return v
		}
	}
	return v
}

// Params returns the dimensions of the code.
func (v *Verifier) Params() Params { return v.p }

// Metadata returns the metadata the verifier was made with.
func (v *Verifier) Metadata() *Metadata { return v.m }

// SymbolSize returns the size of the blob's symbols in bytes, or 0 if the metadata does not fit.
func (v *Verifier) SymbolSize() int { return v.size }

// Verify checks that s is the sliver of its axis at its index that the metadata commits to: the index, the
// length, the symbol size and the hash, in this order (section 12, steps 1 to 4). The caller compares the
// index with the one asked for (step 5), see [Verifier.VerifyAt].
//
// It holds about 1 MiB besides the sliver. The errors are ErrIndexOutOfRange, ErrSliverSize, ErrSymbolSize and ErrMerkleRoot.
func (v *Verifier) Verify(s Sliver) error {
	if err := v.checkShape(s); err != nil {
		return err
	}
	root, err := v.expander[s.Axis].root(s.Data, v.size)
	if err != nil {
		return err
	}
	return v.compare(s.Axis, s.Index, root)
}

// VerifyAt is Verify for a sliver that was asked for, or offered, as the one of axis a of pair q. A sliver
// of another axis or index, however valid, is ErrIndexOutOfRange.
func (v *Verifier) VerifyAt(a Axis, q PairIndex, s Sliver) error {
	if want := v.p.Index(a, q); s.Axis != a || s.Index != want {
		return fmt.Errorf("%w: got %v sliver %d, wanted %v sliver %d", ErrIndexOutOfRange, s.Axis, s.Index, a, want)
	}
	return v.Verify(s)
}

// checkShape is steps 1 to 3 of Verify.
func (v *Verifier) checkShape(s Sliver) error {
	switch {
	case v.err != nil:
		return v.err
	case s.Axis > Secondary:
		return fmt.Errorf("%w: %v", ErrIndexOutOfRange, s.Axis)
	case int(s.Index) >= v.p.N:
		return fmt.Errorf("%v sliver %d: %w, want below %d", s.Axis, s.Index, ErrIndexOutOfRange, v.p.N)
	case len(s.Data) != v.p.SliverSize(s.Axis, v.size):
		return fmt.Errorf("%v sliver %d: %w: %d bytes, want %d", s.Axis, s.Index, ErrSliverSize, len(s.Data), v.p.SliverSize(s.Axis, v.size))
	case s.SymbolSize != v.size:
		return fmt.Errorf("%v sliver %d: %w: %d bytes, want %d", s.Axis, s.Index, ErrSymbolSize, s.SymbolSize, v.size)
	}
	return nil
}

// VerifyMany does for every sliver what Verify does, on all cores, and returns one error each, nil if the sliver is good. Slivers with small symbols
// are checked in groups, which takes much less time than one by one.
func (v *Verifier) VerifyMany(slivers []Sliver) []error {
	errs := make([]error, len(slivers))
	var usable [2][]int // positions in slivers, by axis
	for i, s := range slivers {
		switch errs[i] = v.checkShape(s); {
		case errs[i] != nil:
		case isZero(s.Data): // as many are of a small blob
			errs[i] = v.compare(s.Axis, s.Index, zerosOf(v.p.N, v.size).root.Hash())
		default:
			usable[s.Axis] = append(usable[s.Axis], i)
		}
	}
	var groups [][]int
	for _, list := range usable {
		if len(list) == 0 { // as always if the metadata does not fit: there is no symbol size then
			continue
		}
		groups = slices.AppendSeq(groups, slices.Chunk(list, hashGroup(len(list), v.size)))
	}
	_ = forEach(len(groups), func() func(int) error {
		return func(g int) error {
			v.verifyGroup(slivers, groups[g], errs)
			return nil // the errors are the slivers' own
		}
	})
	return errs
}

// verifyGroup checks slivers of one axis and of the right shape, at most a batch of them.
func (v *Verifier) verifyGroup(slivers []Sliver, group []int, errs []error) {
	e := v.expander[slivers[group[0]].Axis]
	h := e.hasher(v.size)
	defer e.pool.Put(h)
	data := make([][]byte, len(group))
	for k, i := range group {
		data[k] = slivers[i].Data
	}
	roots := make([]merkle.Hash, len(group))
	err := h.roots(roots, data)
	for k, i := range group {
		if errs[i] = err; err == nil {
			errs[i] = v.compare(slivers[i].Axis, slivers[i].Index, roots[k])
		}
	}
}

// VerifyHeld is Verify for the sliver i of axis a that held reads: piece by piece, of which it holds at most some 3.5 MiB. An error of held
// is returned as it is.
func (v *Verifier) VerifyHeld(a Axis, i SliverIndex, held Held) error {
	switch {
	case v.err != nil:
		return v.err
	case a > Secondary || int(i) >= v.p.N:
		return fmt.Errorf("%v sliver %d: %w, want below %d", a, i, ErrIndexOutOfRange, v.p.N)
	}
	h := v.expander[a].hasher(v.size)
	defer v.expander[a].pool.Put(h)
	root, err := h.read(func(dst []byte, off int) error { return held.ReadSliverAt(dst, i, off) })
	if err != nil {
		return err
	}
	return v.compare(a, i, root)
}

// compare is step 4 of Verify.
func (v *Verifier) compare(a Axis, i SliverIndex, root merkle.Hash) error {
	if want := v.hash(a, i); !want.Is(root) {
		return fmt.Errorf("%v sliver %d: %w: %v, want %v", a, i, ErrMerkleRoot, root, want)
	}
	return nil
}

// hash returns the committed hash of a sliver.
func (v *Verifier) hash(a Axis, i SliverIndex) merkle.Node {
	return v.m.Hashes[v.p.Pair(a, i)].Of(a)
}

// An Expanded is a sliver with its repair symbols and the tree over all n symbols: what a node needs to
// serve recovery symbols. It takes n symbols and 64*n bytes, and is safe for concurrent use. Making one
// costs as much as verifying the sliver; keep it while symbols of the sliver are asked for.
type Expanded struct {
	sliver Sliver
	repair []byte
	tree   *merkle.Tree
}

// Expand extends a sliver to n symbols. It keeps the sliver's data. The sliver must fit p: Source symbols
// of its symbol size, else the error is ErrSliverSize, ErrSymbolSize or ErrIndexOutOfRange.
func Expand(p Params, s Sliver) (*Expanded, error) {
	switch {
	case s.Axis > Secondary || int(s.Index) >= p.N:
		return nil, fmt.Errorf("expand %v sliver %d: %w, want below %d", s.Axis, s.Index, ErrIndexOutOfRange, p.N)
	case s.SymbolSize < 2 || s.SymbolSize > MaxSymbolSize || s.SymbolSize%2 != 0:
		return nil, fmt.Errorf("expand %v sliver %d: %w: %d bytes", s.Axis, s.Index, ErrSymbolSize, s.SymbolSize)
	case len(s.Data) != p.SliverSize(s.Axis, s.SymbolSize):
		return nil, fmt.Errorf("expand %v sliver %d: %w: %d bytes, want %d", s.Axis, s.Index, ErrSliverSize,
			len(s.Data), p.SliverSize(s.Axis, s.SymbolSize))
	}
	code, err := rs16.New(p.Source(s.Axis), p.N)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidShardCount, err)
	}
	e := &Expanded{sliver: s, repair: make([]byte, (p.N-code.K())*s.SymbolSize)}
	if err := code.Expand(e.repair, s.Data, s.SymbolSize); err != nil {
		return nil, err
	}
	leaves := make([]merkle.Hash, p.N)
	hasher := newSymbolHasher(p.N, s.SymbolSize)
	hasher.column(leaves[:code.K()], s.Data, s.SymbolSize)
	hasher.column(leaves[code.K():], e.repair, s.SymbolSize)
	e.tree = merkle.NewTree(leaves)
	return e, nil
}

// Sliver returns the sliver that was expanded.
func (e *Expanded) Sliver() Sliver { return e.sliver }

// Root returns the sliver's hash.
func (e *Expanded) Root() merkle.Node { return e.tree.Root() }

// Tree returns the tree over all n symbols.
func (e *Expanded) Tree() *merkle.Tree { return e.tree }

// Symbol returns symbol t, which must be below n: the one that lies in sliver t of the other axis. The
// caller must not change it.
func (e *Expanded) Symbol(t SliverIndex) []byte {
	size, data, i := e.sliver.SymbolSize, e.sliver.Data, int(t)
	if k := len(data) / size; i >= k {
		data, i = e.repair, i-k
	}
	return data[i*size : (i+1)*size : (i+1)*size]
}

// Decoding returns the symbol that helps to recover sliver t of the other axis, without a proof.
func (e *Expanded) Decoding(t SliverIndex) DecodingSymbol {
	return DecodingSymbol{Target: e.sliver.Axis.Other(), Index: e.sliver.Index, Data: e.Symbol(t)}
}

// Recovery returns the symbol that helps to recover sliver t of the other axis, with its proof.
func (e *Expanded) Recovery(t SliverIndex) RecoverySymbol {
	return RecoverySymbol{DecodingSymbol: e.Decoding(t), Proof: e.tree.Proof(int(t))}
}

// General returns Recovery in the form of the node API.
func (e *Expanded) General(t SliverIndex) GeneralRecoverySymbol {
	return GeneralRecoverySymbol{Symbol: e.Decoding(t), TargetIndex: t, Proof: e.tree.Proof(int(t))}
}

// SystematicSymbol returns the symbol of s that lies in sliver t of the other axis, if it is stored in s; no
// encoding is needed then. Otherwise it returns ErrIndexOutOfRange: use [Expand].
func SystematicSymbol(s Sliver, t SliverIndex) (DecodingSymbol, error) {
	start := int(t) * s.SymbolSize
	if s.SymbolSize < 1 || start+s.SymbolSize > len(s.Data) {
		return DecodingSymbol{}, fmt.Errorf("symbol %d of %v sliver %d: %w, it is not systematic", t, s.Axis, s.Index, ErrIndexOutOfRange)
	}
	return DecodingSymbol{Target: s.Axis.Other(), Index: s.Index, Data: s.Data[start : start+s.SymbolSize]}, nil
}
