package main

import (
	"errors"
	"time"

	"walrus/bench/internal/turns"
	"walrus/redstuff"
)

// manyPairs is how many pairs of a blob are recovered together: those of a node that holds a tenth of a thousand shards.
const manyPairs = 100

// recoverMany recovers and verifies many pairs together and returns the time of one. Its result is that of recovering one.
func recoverMany(s *state) (time.Duration, string, error) {
	targets := make([]redstuff.SliverIndex, min(manyPairs, s.shards))
	for i := range targets {
		targets[i] = redstuff.SliverIndex(i)
	}
	if err := s.needSources(targets); err != nil {
		return 0, "", err
	}
	took, result, err := timed(func() (string, error) {
		for _, a := range []redstuff.Axis{redstuff.Primary, redstuff.Secondary} {
			_, errs, err := s.verifier.RecoverMany(a, targets, s.many[a])
			if err := errors.Join(append(errs, err)...); err != nil {
				return "", err
			}
		}
		return "recovered", nil
	})
	return took / time.Duration(len(targets)), result, err
}

// needSources finds the slivers of either axis that hold symbols of the targets of the other.
func (s *state) needSources(targets []redstuff.SliverIndex) error {
	if err := s.needSymbols(); err != nil || s.many[0] != nil {
		return err
	}
	p := s.params
	for _, a := range []redstuff.Axis{redstuff.Primary, redstuff.Secondary} {
		for i := range p.Need(a.Other()) {
			at := redstuff.SliverIndex(turns.Spread(p.N, i))
			expanded, err := redstuff.Expand(p, s.enc.Sliver(a.Other(), p.Pair(a.Other(), at)))
			if err != nil {
				return err
			}
			source := redstuff.SourceSymbols{Index: at}
			for _, t := range targets {
				source.Data = append(source.Data, expanded.Symbol(t)...)
			}
			s.many[a] = append(s.many[a], source)
		}
	}
	return nil
}
