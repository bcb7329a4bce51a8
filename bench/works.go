package main

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"time"

	"walrus/bench/internal/turns"
	"walrus/internal/kernel"
	"walrus/redstuff"
)

// serve makes this process a side: ours, or the reference's shape.
func serve(role string, in io.Reader, out io.Writer) error {
	if err := kernel.Err(); err != nil {
		return err
	}
	works, ok := map[string]map[string]work{"ours": ourWorks, "shape": shapeWorks}[role]
	if !ok {
		return fmt.Errorf("no side named %q", role)
	}
	var s *state
	return turns.Serve(in, out, func(r turns.Request) (turns.Answer, error) {
		if r.Work == "drop" {
			s = nil
			return turns.Answer{}, nil
		}
		do, ok := works[r.Work]
		if !ok {
			return turns.Answer{}, fmt.Errorf("no work named %q", r.Work)
		}
		if s == nil || s.shards != r.Shards || s.size != r.Size {
			s = &state{shards: r.Shards, size: r.Size}
		}
		took, result, err := do(s)
		return turns.Answer{Took: took, Result: result}, err
	})
}

// A work does a piece of work once and returns the time it took and its result. It makes what it needs in the state, unmeasured, and leaves it there.
type work func(*state) (time.Duration, string, error)

// A state holds what the works on one blob share.
type state struct {
	shards, size int

	params redstuff.Params
	blob   []byte
	enc    *redstuff.Encoding
	meta   *redstuff.Metadata

	choice   string            // which slivers are chosen
	chosen   []redstuff.Sliver // to decode from
	output   []byte            // memory of the last result
	gathered []byte            // systematic secondary slivers
	pair     [2]redstuff.Sliver
	symbols  [2][]redstuff.DecodingSymbol // that recover the pair
	verifier *redstuff.Verifier
	many     [2][]redstuff.SourceSymbols // that recover manyPairs pairs

	hashes *hashState
	table  *tableState
	cert   *certificateState
}

// repeats is how often a work that takes a millisecond or less is done for one measurement.
const repeats = 100

// lostPair is the pair that the works on single slivers receive, recover and are asked about.
const lostPair = redstuff.PairIndex(3)

func timed(f func() (string, error)) (time.Duration, string, error) {
	begin := turns.Clock()
	result, err := f()
	return turns.Clock() - begin, result, err
}

func repeated(f func() (string, error)) (took time.Duration, result string, err error) {
	begin := turns.Clock()
	for range repeats {
		if result, err = f(); err != nil {
			return 0, "", err
		}
	}
	return (turns.Clock() - begin) / repeats, result, nil
}

func (s *state) needBlob() (err error) {
	if s.blob == nil {
		s.blob = turns.Blob(s.size)
		s.params, err = redstuff.NewParams(s.shards)
	}
	return err
}

func (s *state) needEncoding() error {
	if err := s.needBlob(); err != nil || s.meta != nil {
		return err
	}
	enc, err := redstuff.Encode(s.params, s.blob)
	if err != nil {
		return err
	}
	s.enc, s.meta = enc, enc.Metadata()
	return nil
}

// choices are the sets of primary slivers that one decodes from.
var choices = map[string]func(p redstuff.Params, i int) int{
	"repair":     func(p redstuff.Params, i int) int { return p.K1 + i },
	"spread":     func(p redstuff.Params, i int) int { return turns.Spread(p.N, i) },
	"systematic": func(p redstuff.Params, i int) int { return i },
}

// needSlivers chooses k1 primary slivers, and lets everything else of the encoding go: decoding a large blob needs the memory.
func (s *state) needSlivers(choice string) error {
	if s.choice == choice {
		return nil
	}
	if s.choice != "" {
		return fmt.Errorf("slivers were chosen as %s: drop first", s.choice)
	}
	if err := s.needEncoding(); err != nil {
		return err
	}
	for i := range s.params.K1 {
		one := s.enc.Sliver(redstuff.Primary, redstuff.PairIndex(choices[choice](s.params, i)))
		one.Data = append([]byte(nil), one.Data...)
		s.chosen = append(s.chosen, one)
	}
	s.choice, s.enc, s.blob = choice, nil, nil
	return nil
}

// needSymbols finds, for both slivers of the lost pair, the symbols from which they are recovered.
func (s *state) needSymbols() error {
	if s.verifier != nil {
		return nil
	}
	if err := s.needEncoding(); err != nil {
		return err
	}
	if s.enc == nil {
		return errors.New("the encoding is gone: drop first")
	}
	p := s.params
	for _, a := range []redstuff.Axis{redstuff.Primary, redstuff.Secondary} {
		s.pair[a] = s.enc.Sliver(a, lostPair)
		for i := range p.Need(a.Other()) {
			at := redstuff.SliverIndex(turns.Spread(p.N, i))
			holder := s.enc.Sliver(a.Other(), p.Pair(a.Other(), at))
			expanded, err := redstuff.Expand(p, holder)
			if err != nil {
				return err
			}
			s.symbols[a] = append(s.symbols[a], expanded.Decoding(s.pair[a].Index))
		}
	}
	s.verifier = redstuff.NewVerifier(p, s.meta)
	return nil
}

var ourWorks = map[string]work{
	"id": func(s *state) (time.Duration, string, error) {
		if err := s.needBlob(); err != nil {
			return 0, "", err
		}
		return timed(func() (string, error) {
			m, err := redstuff.ComputeMetadata(s.params, s.blob)
			if err != nil {
				return "", err
			}
			return hexID(m), nil
		})
	},
	"slivers":           ourSlivers,
	"decode":            func(s *state) (time.Duration, string, error) { return ourDecode(s, "repair", true) },
	"decode-spread":     func(s *state) (time.Duration, string, error) { return ourDecode(s, "spread", true) },
	"decode-systematic": func(s *state) (time.Duration, string, error) { return ourDecode(s, "systematic", true) },
	"decode-new":        func(s *state) (time.Duration, string, error) { return ourDecode(s, "systematic", false) },
	"verify": func(s *state) (time.Duration, string, error) {
		if err := s.needSymbols(); err != nil {
			return 0, "", err
		}
		return repeated(func() (string, error) {
			return "verified", errors.Join(s.verifier.Verify(s.pair[0]), s.verifier.Verify(s.pair[1]))
		})
	},
	"recover": func(s *state) (time.Duration, string, error) {
		if err := s.needSymbols(); err != nil {
			return 0, "", err
		}
		return repeated(func() (string, error) {
			for a := range s.pair {
				if _, err := s.verifier.Recover(redstuff.Axis(a), s.pair[a].Index, s.symbols[a]); err != nil {
					return "", err
				}
			}
			return "recovered", nil
		})
	},
	"recover-many": recoverMany,
	"symbol-proven": func(s *state) (time.Duration, string, error) {
		if err := s.needSymbols(); err != nil {
			return 0, "", err
		}
		return repeated(func() (string, error) {
			expanded, err := redstuff.Expand(s.params, s.pair[0])
			if err != nil {
				return "", err
			}
			sym := expanded.Recovery(redstuff.SliverIndex(s.params.N - 1))
			return fmt.Sprintf("%x:%x", sym.Data[:2], sym.Proof[0].Hash()), nil
		})
	},
	"hashes":      ourHashes,
	"inner":       ourInner,
	"leaves":      ourLeaves,
	"expand-high": func(s *state) (time.Duration, string, error) { return expandTable(s, s.shards-(s.shards-1)/3) },
	"expand-low":  func(s *state) (time.Duration, string, error) { return expandTable(s, s.shards-2*((s.shards-1)/3)) },
	"certificate": checkCertificate,
}

// ourSlivers measures until every sliver is in memory as a whole. Systematic primary ones are the blob's own bytes; systematic secondary ones, columns of the blob, are
// gathered when they are asked for, and are asked for here. All of that memory is used again by the next measurement.
func ourSlivers(s *state) (time.Duration, string, error) {
	if err := s.needBlob(); err != nil {
		return 0, "", err
	}
	p := s.params
	symbol, err := p.SymbolSize(uint64(s.size))
	if err != nil {
		return 0, "", err
	}
	size := p.SliverSize(redstuff.Secondary, symbol)
	if s.gathered == nil {
		s.gathered = make([]byte, p.K2*size)
	}
	var e *redstuff.Encoding
	took, result, err := timed(func() (string, error) {
		var err error
		if e, err = redstuff.Encode(p, s.blob); err != nil {
			return "", err
		}
		errs := make([]error, p.K2)
		onAllCores(p.K2, func(c int) {
			errs[c] = e.ReadSliver(s.gathered[c*size:(c+1)*size], redstuff.Secondary, redstuff.SliverIndex(c), 0)
		})
		return hexID(e.Metadata()), errors.Join(errs...)
	})
	if err == nil {
		e.Release()
	}
	return took, result, err
}

// ourDecode decodes into memory that was in use before, or into new memory.
func ourDecode(s *state, choice string, warm bool) (time.Duration, string, error) {
	if err := s.needSlivers(choice); err != nil {
		return 0, "", err
	}
	if !warm {
		s.output = nil
	}
	return timed(func() (string, error) {
		blob, err := redstuff.DecodeInto(s.output, s.params, s.meta, s.chosen, redstuff.CheckDefault)
		if err != nil {
			return "", err
		}
		s.output = blob
		return turns.Summary(blob), nil
	})
}

// hexID is the blob ID as the baselines print it.
func hexID(m *redstuff.Metadata) string {
	id := m.BlobID()
	return hex.EncodeToString(id[:])
}
