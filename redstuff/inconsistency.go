package redstuff

import (
	"fmt"

	"walrus/bcs"
)

// An InconsistencyProof convinces anyone who holds a blob's metadata that the blob is not a correct
// encoding: symbols that the metadata commits to decode to a sliver that it does not (section 17).
type InconsistencyProof struct {
	Target  Axis
	Index   SliverIndex // of the target sliver
	Symbols []RecoverySymbol
}

// AppendBCS appends the proof as it travels, without the axis, which the URL names.
func (p *InconsistencyProof) AppendBCS(dst []byte) []byte {
	dst = bcs.AppendU16(dst, uint16(p.Index))
	dst = bcs.AppendULEB(dst, uint32(len(p.Symbols)))
	for i := range p.Symbols {
		dst = p.Symbols[i].AppendBCS(dst)
	}
	return dst
}

// AppendEnum appends the proof with its axis in front.
func (p *InconsistencyProof) AppendEnum(dst []byte) []byte {
	return p.AppendBCS(bcs.AppendULEB(dst, uint32(p.Target)))
}

// ParseInconsistencyProof reads what AppendBCS writes, for a target of axis a. The symbols alias b.
func ParseInconsistencyProof(a Axis, b []byte) (InconsistencyProof, error) {
	return parse("inconsistency proof", b, func(r *bcs.Reader) InconsistencyProof { return readInconsistency(a, r) })
}

// ParseInconsistencyProofEnum reads what AppendEnum writes. The symbols alias b.
func ParseInconsistencyProofEnum(b []byte) (InconsistencyProof, error) {
	return parse("inconsistency proof", b, func(r *bcs.Reader) InconsistencyProof {
		return readInconsistency(Axis(r.Variant(2)), r)
	})
}

func readInconsistency(a Axis, r *bcs.Reader) InconsistencyProof {
	const symbolMin = 2 + 1 + 1
	return InconsistencyProof{
		Target: a,
		Index:  SliverIndex(r.U16()),
		Symbols: readAll(r, symbolMin, func(r *bcs.Reader) RecoverySymbol {
			return readRecoverySymbol(a, r)
		}),
	}
}

// VerifyInconsistency returns nil if the proof holds: it has exactly the number of symbols that recovery
// needs, each belongs to the sliver it names, they have distinct indices, and the sliver they decode to does
// not have the hash in the metadata. Otherwise the error wraps ErrNotInconsistent and the reason.
func (v *Verifier) VerifyInconsistency(p *InconsistencyProof) error {
	reject := func(err error) error {
		return fmt.Errorf("inconsistency proof for %v sliver %d: %w: %w", p.Target, p.Index, ErrNotInconsistent, err)
	}
	switch {
	case v.err != nil:
		return v.err
	case p.Target > Secondary || int(p.Index) >= v.p.N:
		return reject(ErrIndexOutOfRange)
	case len(p.Symbols) != v.Need(p.Target):
		return reject(fmt.Errorf("%w: %d, want exactly %d", ErrNotEnoughSymbols, len(p.Symbols), v.Need(p.Target)))
	}
	rows := borrowRows(v.p.N)
	defer rows.release()
	var errs []error // of the first symbols
	for i := range p.Symbols {
		s := &p.Symbols[i]
		if s.Target != p.Target {
			return reject(ErrSymbolNotUsable)
		}
		if len(errs) <= i {
			errs = append(errs, v.verifySymbols(p.Index, p.Symbols[i:min(i+proofStep, len(p.Symbols))])...)
		}
		if errs[i] != nil {
			return reject(errs[i])
		}
		if rows.src[s.Index] != nil {
			return reject(fmt.Errorf("%w: index %d is given twice", ErrNotEnoughSymbols, s.Index))
		}
		rows.src[s.Index] = s.Data
	}
	s, err := v.decodeSliver(p.Target, p.Index, rows)
	if err != nil {
		return reject(err)
	}
	root, err := v.expander[s.Axis].root(s.Data, v.size)
	if err != nil {
		return reject(err)
	}
	if v.hash(s.Axis, s.Index).Is(root) {
		return fmt.Errorf("inconsistency proof for %v sliver %d: %w: the sliver matches its hash", p.Target, p.Index, ErrNotInconsistent)
	}
	return nil
}

// An InconsistencyError says that a blob is inconsistent, and carries the proof, which can be sent to nodes.
// It wraps ErrBlobInvalid.
type InconsistencyError struct {
	ID    BlobID
	Proof InconsistencyProof
}

func (e *InconsistencyError) Error() string {
	return fmt.Sprintf("blob %v: %v sliver %d is inconsistent with its commitment", e.ID, e.Proof.Target, e.Proof.Index)
}

// Unwrap returns ErrBlobInvalid.
func (e *InconsistencyError) Unwrap() error { return ErrBlobInvalid }
