package redstuff

import (
	"bytes"
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
	return DecodeInto(nil, p, m, slivers, check)
}

// DecodeInto is Decode with a result in buf's memory, if its capacity is at least [Params.MatrixSize] of the blob's length; otherwise in
// new memory, of that capacity. To touch new memory takes longer than to copy the blob, so who reads many blobs passes on the result of one
// as buf of the next. The slivers must not lie in buf. After an error its contents are undefined.
func DecodeInto(buf []byte, p Params, m *Metadata, slivers []Sliver, check Check) ([]byte, error) {
	v := NewVerifier(p, m)
	if v.err != nil {
		return nil, v.err
	}
	table := borrowRows(p.N)
	defer table.release()
	picked := table.src
	axis, err := v.pickSlivers(picked, slivers)
	if err != nil {
		return nil, err
	}
	total, ok := p.matrixBytes(v.size)
	if !ok {
		return nil, fmt.Errorf("%w: %d bytes do not fit in memory", ErrDataTooLarge, m.Length)
	}
	if cap(buf) < total {
		buf = make([]byte, total)
	}
	out := buf[:total]
	if err := v.decodeMatrix(out, axis, table); err != nil {
		return nil, err
	}
	if check != CheckSkip {
		if err := v.checkPadding(out, axis, picked); err != nil {
			return nil, err
		}
	}
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
	return out[:m.Length], nil
}

// pickSlivers chooses the first usable slivers, as many as decoding needs, and puts their data into picked by index. That has n entries, all nil before;
// those of slivers that do not take part stay so.
func (v *Verifier) pickSlivers(picked [][]byte, slivers []Sliver) (axis Axis, err error) {
	if len(slivers) == 0 {
		return 0, fmt.Errorf("%w: none", ErrNotEnoughSlivers)
	}
	axis = slivers[0].Axis
	need, length, count := v.p.Need(axis&1), v.p.SliverSize(axis&1, v.size), 0
	for i := range slivers {
		if count == need {
			break
		}
		s := &slivers[i]
		if s.Axis != axis || axis > Secondary || int(s.Index) >= len(picked) || len(s.Data) != length || s.SymbolSize != v.size || picked[s.Index] != nil {
			continue
		}
		picked[s.Index] = s.Data
		count++
	}
	if count < need {
		return 0, fmt.Errorf("%w: %d usable %v slivers of %d, want %d", ErrNotEnoughSlivers, count, axis, len(slivers), need)
	}
	return axis, nil
}

// decodeMatrix writes the blob's rows and columns to out, and the padding with them, but for whole rows of padding that were read. The slivers are the source
// rows of table.
//
// From primary slivers each column is a codeword, whose symbol i lies in sliver i; from secondary slivers
// each row is.
func (v *Verifier) decodeMatrix(out []byte, axis Axis, table *rowTable) error {
	p, size, picked := v.p, v.size, table.src
	rowLen, used := p.K2*size, v.usedRows()
	if axis == Primary && allThere(picked[:p.K1]) {
		return copyRows(out, picked[:used], rowLen)
	}
	present, rows := make([]int, 0, p.Need(axis)), make([]int, 0, used)
	for i, data := range picked {
		if data != nil {
			present = append(present, i)
			if axis == Primary && i < used {
				rows = append(rows, i)
			}
		}
	}
	d, err := v.expander[axis.Other()].code.Decoder(present) // the codewords run across the slivers
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNotEnoughSlivers, err)
	}
	codewords := p.Source(axis)
	step := share(codewords, max(1, restoreStep/size))
	tasks := (codewords + step - 1) / step
	src := rs16.Rows{Row: picked, Stride: size}
	dst := rs16.Rows{Row: table.dst[:p.Need(axis)], Stride: size}
	across := rowLen // from symbol to symbol of a codeword
	if axis == Secondary {
		across, dst.Stride = size, rowLen
	}
	for i := range dst.Row {
		dst.Row[i] = out[i*across:]
	}
	copies := copyTasks(len(rows), rowLen)
	return forEach(copies+tasks, func() func(int) error {
		return func(i int) error {
			if i < copies {
				for _, r := range rows[i*len(rows)/copies : (i+1)*len(rows)/copies] {
					copy(out[r*rowLen:(r+1)*rowLen], picked[r])
				}
				return nil
			}
			from := (i - copies) * step
			to := min(from+step, codewords)
			for c := 0; axis == Secondary && c < p.K2; c++ {
				for r := from; picked[c] != nil && r < to; r++ {
					copy(dst.Row[c][r*rowLen:][:size], picked[c][r*size:])
				}
			}
			return d.Restore(dst, src, size, from, to)
		}
	})
}

// allThere reports whether no row is nil.
func allThere(rows [][]byte) bool {
	for _, row := range rows {
		if row == nil {
			return false
		}
	}
	return true
}

// copyRows copies rows of rowLen bytes to out, end to end.
func copyRows(out []byte, rows [][]byte, rowLen int) error {
	tasks := copyTasks(len(rows), rowLen)
	return forEach(tasks, func() func(int) error {
		return func(i int) error {
			for r := i * len(rows) / tasks; r < (i+1)*len(rows)/tasks; r++ {
				copy(out[r*rowLen:(r+1)*rowLen], rows[r])
			}
			return nil
		}
	})
}

// copyTasks returns in how many parts to copy rows of rowLen bytes: at least copyStep bytes each, if there is more than one.
func copyTasks(rows, rowLen int) int { return max(min(rows, 1), rows*rowLen/copyStep) }

const (
	// restoreStep is about how many bytes of each sliver one worker restores at a time.
	restoreStep = 16 << 10
	// copyStep is about how many bytes one worker copies at a time: too few to matter at the end, enough to outweigh waking the worker.
	copyStep = 4 << 20
)

// checkDefault is the default check, but for that of the padding.
func (v *Verifier) checkDefault(out []byte, axis Axis, picked [][]byte) error {
	rowLen, used := v.p.K2*v.size, v.usedRows()
	if err := v.checkZeroRows(used); err != nil {
		return err
	}
	var rows []SliverIndex
	for r := range used {
		if axis == Secondary || picked[r] == nil {
			rows = append(rows, SliverIndex(r))
		}
	}
	if len(rows) == 0 {
		return nil
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
	zeroRoot := zerosOf(v.p.N, v.size).root
	for i := SliverIndex(used); int(i) < v.p.K1; i++ {
		if want := &v.m.Hashes[i].Primary; *want != zeroRoot {
			return fmt.Errorf("%w: %v sliver %d is zero: %w: %v, want %v", ErrBlobInvalid, Primary, i, ErrMerkleRoot, zeroRoot, *want)
		}
	}
	return nil
}

func (v *Verifier) errPadding() error {
	return fmt.Errorf("%w: bytes beyond its length of %d are not zero", ErrBlobInvalid, v.m.Length)
}

// checkPadding refuses a blob whose padding is not zero. The reference's default check does not look at it in rows that were downloaded, so
// that its verdict depends on which ones were. Whole rows of padding that were downloaded are left to the other checks, which compare their
// hashes with that of zeros.
func (v *Verifier) checkPadding(out []byte, axis Axis, picked [][]byte) error {
	rowLen, used := v.p.K2*v.size, v.usedRows()
	zero := isZero(out[v.m.Length : used*rowLen])
	for r := used; r < v.p.K1 && zero; r++ {
		zero = axis == Primary && picked[r] != nil || isZero(out[r*rowLen:(r+1)*rowLen])
	}
	if !zero {
		return v.errPadding()
	}
	return nil
}

// usedRows is the number of rows that the blob reaches into. Those from there on are padding.
func (v *Verifier) usedRows() int {
	rowLen := uint64(v.p.SliverSize(Primary, v.size))
	return int((v.m.Length + rowLen - 1) / rowLen)
}

// isZero reports whether all bytes of b are zero: the first one is, and each equals the next.
func isZero(b []byte) bool { return len(b) == 0 || b[0] == 0 && bytes.Equal(b[1:], b[:len(b)-1]) }

// checkStrict is the strict check, but for that of the padding.
func (v *Verifier) checkStrict(out []byte) error {
	m, err := ComputeMetadata(v.p, out[:v.m.Length])
	if err != nil {
		return err
	}
	if got, want := m.BlobID(), v.m.BlobID(); got != want {
		return fmt.Errorf("%w: its content has the ID %v, not %v", ErrBlobInvalid, got, want)
	}
	return nil
}
