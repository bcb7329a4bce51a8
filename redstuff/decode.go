package redstuff

import (
	"fmt"

	"walrus/merkle"
	"walrus/rs16"
)

// A Check says how much of a decoded blob is compared with its metadata (section 16).
type Check uint8

const (
	// CheckDefault makes every correct reader that gets a result get the same one: the padding is zero, and
	// every row of the blob that was not read as a verified sliver matches its hash.
	CheckDefault Check = iota
	// CheckSkip compares nothing.
	CheckSkip
	// CheckStrict encodes the result again and compares the blob ID. It is the check to use when the data
	// may later be read another way, or must be bound to the ID: quilts, backups, events.
	CheckStrict
)

// String returns "default", "skip" or "strict".
func (c Check) String() string {
	switch c {
	case CheckDefault:
		return "default"
	case CheckSkip:
		return "skip"
	case CheckStrict:
		return "strict"
	}
	return fmt.Sprintf("check(%d)", uint8(c))
}

// ParseCheck reads "default", "skip" or "strict".
func ParseCheck(s string) (Check, error) {
	for c := range CheckStrict + 1 {
		if s == c.String() {
			return c, nil
		}
	}
	return 0, fmt.Errorf("consistency check %s: want default, skip or strict", quote(s))
}

// Decode returns the blob with metadata m, given enough verified slivers of one axis: any k1 primary or any
// k2 secondary ones. It uses all cores.
//
// The axis is that of the first sliver. Slivers of the other axis, of a wrong length, symbol size or index,
// doubles and surplus are ignored; the first ones count. Too few are ErrNotEnoughSlivers: fetch more. A
// result that fails the check is ErrBlobInvalid, and no data is returned. The slivers are only read; the
// result is new memory.
func Decode(p Params, m *Metadata, slivers []Sliver, check Check) ([]byte, error) {
	v := NewVerifier(p, m)
	if v.err != nil {
		return nil, v.err
	}
	axis, picked, err := v.pickSlivers(slivers)
	if err != nil {
		return nil, err
	}
	total, ok := p.matrixBytes(v.size)
	if !ok {
		return nil, fmt.Errorf("%w: %d bytes do not fit in memory", ErrDataTooLarge, m.Length)
	}
	out := make([]byte, total)
	if err := v.decodeMatrix(out, axis, picked); err != nil {
		return nil, err
	}
	blob := out[:m.Length]
	switch check {
	case CheckSkip:
	case CheckStrict:
		err = v.checkStrict(out)
	default:
		err = v.checkDefault(out, axis, picked)
	}
	if err != nil {
		return nil, err
	}
	return blob, nil
}

// pickSlivers returns the first usable slivers, as many as decoding needs, by index.
func (v *Verifier) pickSlivers(slivers []Sliver) (Axis, map[SliverIndex][]byte, error) {
	if len(slivers) == 0 {
		return 0, nil, fmt.Errorf("%w: none", ErrNotEnoughSlivers)
	}
	axis := slivers[0].Axis
	need := v.p.Need(axis & 1)
	picked := make(map[SliverIndex][]byte, min(need, len(slivers)))
	for _, s := range slivers {
		if len(picked) == need {
			break
		}
		if _, double := picked[s.Index]; double || s.Axis != axis || v.checkShape(s) != nil {
			continue
		}
		picked[s.Index] = s.Data
	}
	if len(picked) < need {
		return 0, nil, fmt.Errorf("%w: %d usable %v slivers of %d, want %d", ErrNotEnoughSlivers, len(picked), axis, len(slivers), need)
	}
	return axis, picked, nil
}

// decodeMatrix writes the blob's rows and columns, padding included, to out.
//
// From primary slivers each column is a codeword, whose symbol i lies in sliver i; from secondary slivers
// each row is.
func (v *Verifier) decodeMatrix(out []byte, axis Axis, picked map[SliverIndex][]byte) error {
	p, size := v.p, v.size
	code := v.expander[axis.Other()].code // the codewords run across the slivers
	src := rs16.Rows{Row: make([][]byte, p.N), Stride: size}
	present := make([]int, 0, len(picked))
	for i, data := range picked {
		src.Row[i] = data
		present = append(present, int(i))
	}
	across, codewordStride := p.K2*size, size // of the matrix: from symbol to symbol, from codeword to codeword
	if axis == Secondary {
		across, codewordStride = size, p.K2*size
	}
	dst := rs16.Rows{Row: make([][]byte, code.K()), Stride: codewordStride}
	for i := range dst.Row {
		dst.Row[i] = out[i*across:]
	}
	codewords := p.Source(axis)
	d, err := code.Decoder(present)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNotEnoughSlivers, err)
	}
	step := share(codewords, max(1, (64<<10)/size))
	return forEach((codewords+step-1)/step, func() func(int) error {
		return func(i int) error {
			from, to := i*step, min((i+1)*step, codewords)
			for s, row := range src.Row[:code.K()] {
				if row != nil && codewordStride == size { // they lie end to end
					copy(dst.Row[s][from*size:to*size], row[from*size:])
					continue
				}
				for j := from; row != nil && j < to; j++ {
					copy(dst.Row[s][j*codewordStride:][:size], row[j*size:])
				}
			}
			return d.Restore(dst, src, size, from, to)
		}
	})
}

// checkDefault is the default check. Unlike the reference's it looks at the padding first: it lies in the
// last rows, and whether those were downloaded must not matter.
func (v *Verifier) checkDefault(out []byte, axis Axis, picked map[SliverIndex][]byte) error {
	if err := v.checkPadding(out); err != nil {
		return err
	}
	rowLen := v.p.K2 * v.size
	used := (int(v.m.Length) + rowLen - 1) / rowLen // rows from here on are padding, which was just seen to be zero
	if err := v.checkZeroRows(used); err != nil {
		return err
	}
	var rows []SliverIndex
	for r := range used {
		if _, verified := picked[SliverIndex(r)]; !verified || axis == Secondary {
			rows = append(rows, SliverIndex(r))
		}
	}
	group := hashGroup(len(rows), v.size)
	return forEach((len(rows)+group-1)/group, func() func(int) error {
		data := make([][]byte, 0, group)
		return func(g int) error {
			some := rows[g*group : min((g+1)*group, len(rows))]
			data = data[:0]
			for _, i := range some {
				data = append(data, out[int(i)*rowLen:][:rowLen])
			}
			return v.checkRows(some, data)
		}
	})
}

// checkRows compares rows of the blob, at most a batch of them, with their hashes.
func (v *Verifier) checkRows(rows []SliverIndex, data [][]byte) error {
	h := v.expander[Primary].hasher(v.size)
	defer v.expander[Primary].pool.Put(h)
	roots := make([]merkle.Hash, len(rows))
	if err := h.roots(roots, data); err != nil {
		return err
	}
	for k, i := range rows {
		if err := v.compare(Primary, i, roots[k]); err != nil {
			return fmt.Errorf("%w: %w", ErrBlobInvalid, err)
		}
	}
	return nil
}

// checkZeroRows compares the hashes of the rows from used on, which are padding, with the one of zeros.
func (v *Verifier) checkZeroRows(used int) error {
	if used == v.p.K1 {
		return nil
	}
	_, zeroRoot := zeroSubtrees(v.p.N, v.size)
	for i := SliverIndex(used); int(i) < v.p.K1; i++ {
		if want := v.hash(Primary, i); !want.Is(zeroRoot.Hash()) {
			return fmt.Errorf("%w: %v sliver %d is zero: %w: %v, want %v", ErrBlobInvalid, Primary, i, ErrMerkleRoot, zeroRoot, want)
		}
	}
	return nil
}

func (v *Verifier) errPadding() error {
	return fmt.Errorf("%w: bytes beyond its length of %d are not zero", ErrBlobInvalid, v.m.Length)
}

// checkPadding refuses a blob whose padding is not zero.
func (v *Verifier) checkPadding(out []byte) error {
	for _, b := range out[v.m.Length:] {
		if b != 0 {
			return v.errPadding()
		}
	}
	return nil
}

// checkStrict is the strict check.
func (v *Verifier) checkStrict(out []byte) error {
	if err := v.checkPadding(out); err != nil {
		return err
	}
	m, err := ComputeMetadata(v.p, out[:v.m.Length])
	if err != nil {
		return err
	}
	if got, want := m.BlobID(), v.m.BlobID(); got != want {
		return fmt.Errorf("%w: its content has the ID %v, not %v", ErrBlobInvalid, got, want)
	}
	return nil
}
