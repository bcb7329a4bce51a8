package redstuff

import (
	"errors"
	"fmt"

	"walrus/merkle"
)

// VerifySymbol checks a general recovery symbol for the sliver t of axis a: that it has the blob's symbol
// size, lies in that sliver, and belongs to the sliver it was taken from (section 13).
//
// The errors are ErrIndexOutOfRange, ErrSymbolSize, ErrSymbolNotUsable and ErrProof.
func (v *Verifier) VerifySymbol(a Axis, t SliverIndex, g *GeneralRecoverySymbol) error {
	target := g.Symbol.Target
	switch {
	case v.err != nil:
		return v.err
	case target > Secondary || int(g.TargetIndex) >= v.p.N || int(t) >= v.p.N:
		return fmt.Errorf("symbol %v: %w, want below %d", g.ID(), ErrIndexOutOfRange, v.p.N)
	case !(target == a && g.TargetIndex == t) && !(target.Other() == a && g.Symbol.Index == t):
		// It is not enough that an index equals t: it must be one of the target's own axis.
		return fmt.Errorf("symbol %v, %v sliver %d: %w", g.ID(), a, t, ErrSymbolNotUsable)
	}
	return v.VerifyRecoverySymbol(g.TargetIndex, &RecoverySymbol{DecodingSymbol: g.Symbol, Proof: g.Proof})
}

// VerifyRecoverySymbol checks a recovery symbol for the sliver t of its target axis. The errors are
// ErrIndexOutOfRange, ErrSymbolSize and ErrProof.
func (v *Verifier) VerifyRecoverySymbol(t SliverIndex, s *RecoverySymbol) error {
	source := s.Target.Other()
	if err := v.checkSymbol(t, s); err != nil {
		return err
	}
	if !s.Proof.Verify(v.hash(source, s.Index), v.p.N, int(t), merkle.LeafHash(s.Data)) {
		return errProof(t, s)
	}
	return nil
}

// checkSymbol is VerifyRecoverySymbol but for the proof.
func (v *Verifier) checkSymbol(t SliverIndex, s *RecoverySymbol) error {
	source := s.Target.Other()
	switch {
	case v.err != nil:
		return v.err
	case s.Target > Secondary || int(s.Index) >= v.p.N || int(t) >= v.p.N:
		return fmt.Errorf("symbol of %v sliver %d for sliver %d: %w, want below %d", source, s.Index, t, ErrIndexOutOfRange, v.p.N)
	case len(s.Data) != v.size:
		return fmt.Errorf("symbol of %v sliver %d for sliver %d: %w: %d bytes, want %d", source, s.Index, t, ErrSymbolSize, len(s.Data), v.size)
	}
	return nil
}

func errProof(t SliverIndex, s *RecoverySymbol) error {
	return fmt.Errorf("symbol of %v sliver %d for sliver %d: %w", s.Target.Other(), s.Index, t, ErrProof)
}

// proofStep is how many proofs are verified together: a few times as many as the widest kernel hashes.
const proofStep = 64

// verifySymbols does for each of the symbols, all of them for the sliver t, what VerifyRecoverySymbol does. Their proofs go up their trees together.
func (v *Verifier) verifySymbols(t SliverIndex, symbols []RecoverySymbol) []error {
	errs := make([]error, len(symbols))
	path := merkle.PathLen(v.p.N)
	var good []int // positions in symbols
	var data []byte
	for i := range symbols {
		s := &symbols[i]
		if errs[i] = v.checkSymbol(t, s); errs[i] != nil {
			continue
		}
		if len(s.Proof) != path {
			errs[i] = errProof(t, s)
			continue
		}
		good, data = append(good, i), append(data, s.Data...)
	}
	if len(good) == 0 {
		return errs
	}
	hashes, nodes := make([]merkle.Hash, len(good)), make([]merkle.Hash, 2*len(good))
	merkle.LeafHashes(hashes, data, v.size, v.size)
	for level := range path {
		side := int(t) >> level & 1 // of the node on the way up; its sibling is on the other one
		for k, i := range good {
			nodes[2*k+side], nodes[2*k+1-side] = hashes[k], symbols[i].Proof[level].Hash()
		}
		merkle.InnerHashes(hashes, nodes)
	}
	for k, i := range good {
		if s := &symbols[i]; !v.hash(s.Target.Other(), s.Index).Is(hashes[k]) {
			errs[i] = errProof(t, s)
		}
	}
	return errs
}

// Need returns the number of symbols that recover a sliver of axis a.
func (v *Verifier) Need(a Axis) int { return v.p.Source(a) }

// Recover decodes the lost sliver t of axis a from symbols without proofs and verifies it. It takes the
// first Need(a) symbols with distinct indices in range and the right size, and ignores the rest.
//
// ErrNotEnoughSymbols asks for more of them. ErrMerkleRoot says that at least one symbol was wrong, or the
// blob is inconsistent: fall back to [Verifier.RecoverProven].
func (v *Verifier) Recover(a Axis, t SliverIndex, symbols []DecodingSymbol) (Sliver, error) {
	rows := borrowRows(v.p.N)
	defer rows.release()
	if err := v.pick(rows, a, t, len(symbols), func(i int) *DecodingSymbol { return &symbols[i] }, nil); err != nil {
		return Sliver{}, err
	}
	s, err := v.decodeSliver(a, t, rows)
	if err != nil {
		return Sliver{}, err
	}
	return s, v.Verify(s)
}

// RecoverProven decodes the lost sliver t of axis a from symbols with proofs and verifies it. Symbols that do
// not verify are dropped; the first Need(a) good ones with distinct indices are used.
//
// ErrNotEnoughSymbols asks for more of them, and says what was wrong with those dropped. If the symbols are
// good and yet the sliver does not match its hash, the error is an *InconsistencyError with the proof.
func (v *Verifier) RecoverProven(a Axis, t SliverIndex, symbols []RecoverySymbol) (Sliver, error) {
	rows := borrowRows(v.p.N)
	defer rows.release()
	at := func(i int) *DecodingSymbol { return &symbols[i].DecodingSymbol }
	var errs []error // of the first symbols
	err := v.pick(rows, a, t, len(symbols), at, func(i int) error {
		for len(errs) <= i {
			errs = append(errs, v.verifySymbols(t, symbols[len(errs):min(len(errs)+proofStep, len(symbols))])...)
		}
		return errs[i]
	})
	if err != nil {
		return Sliver{}, err
	}
	s, err := v.decodeSliver(a, t, rows)
	if err != nil {
		return Sliver{}, err
	}
	err = v.Verify(s)
	if errors.Is(err, ErrMerkleRoot) {
		proof := InconsistencyProof{Target: a, Index: t}
		for _, i := range rows.picked {
			proof.Symbols = append(proof.Symbols, symbols[i])
		}
		return Sliver{}, &InconsistencyError{ID: v.m.BlobID(), Proof: proof}
	}
	return s, err
}

// pick chooses the first Need(a) usable symbols of count: their data go to the source rows of the table, their positions to its list.
func (v *Verifier) pick(rows *rowTable, a Axis, t SliverIndex, count int, at func(int) *DecodingSymbol, check func(int) error) error {
	switch {
	case v.err != nil:
		return v.err
	case a > Secondary || int(t) >= v.p.N:
		return fmt.Errorf("recover %v sliver %d: %w, want below %d", a, t, ErrIndexOutOfRange, v.p.N)
	}
	need := v.Need(a)
	var dropped error // the first reason is enough for a message
	for i := 0; i < count && len(rows.picked) < need; i++ {
		s := at(i)
		switch {
		case s.Target != a || int(s.Index) >= v.p.N || len(s.Data) != v.size || rows.src[s.Index] != nil:
			continue
		case check != nil:
			if err := check(i); err != nil {
				if dropped == nil {
					dropped = err
				}
				continue
			}
		}
		rows.src[s.Index] = s.Data
		rows.picked = append(rows.picked, i)
	}
	if len(rows.picked) < need {
		err := fmt.Errorf("recover %v sliver %d: %w: %d usable of %d, want %d", a, t, ErrNotEnoughSymbols, len(rows.picked), count, need)
		if dropped != nil {
			err = fmt.Errorf("%w; dropped: %w", err, dropped)
		}
		return err
	}
	return nil
}

// decodeSliver decodes from exactly the symbols in rows, so that the result does not depend on the
// implementation even if they are inconsistent.
func (v *Verifier) decodeSliver(a Axis, t SliverIndex, rows *rowTable) (Sliver, error) {
	data := make([]byte, v.p.SliverSize(a, v.size))
	if err := v.decodeSlivers(a, data, rows, 1); err != nil {
		return Sliver{}, fmt.Errorf("recover %v sliver %d: %w", a, t, err)
	}
	return Sliver{Axis: a, Index: t, SymbolSize: v.size, Data: data}, nil
}
