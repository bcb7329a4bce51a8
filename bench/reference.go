package main

import (
	"errors"
	"fmt"
	"time"

	"walrus/bench/internal/turns"
	"walrus/merkle"
	"walrus/redstuff"
	"walrus/rs16"
)

// This file is the shape of the reference encoder: the same bits, one goroutine, a call of the codec per row and per column, one hash at a
// time, every symbol of the matrix treated alike. A locator is computed for every column that is decoded.

var shapeWorks = map[string]work{
	"id": func(s *state) (time.Duration, string, error) {
		if err := s.needBlob(); err != nil {
			return 0, "", err
		}
		return timed(func() (string, error) { return referenceEncode(s, false) })
	},
	"slivers": func(s *state) (time.Duration, string, error) {
		if err := s.needBlob(); err != nil {
			return 0, "", err
		}
		return timed(func() (string, error) { return referenceEncode(s, true) })
	},
	"decode":            func(s *state) (time.Duration, string, error) { return referenceDecode(s, "repair") },
	"decode-spread":     func(s *state) (time.Duration, string, error) { return referenceDecode(s, "spread") },
	"decode-systematic": func(s *state) (time.Duration, string, error) { return referenceDecode(s, "systematic") },
	"copy-new":          func(s *state) (time.Duration, string, error) { return copySlivers(s, false) },
	"copy-warm":         func(s *state) (time.Duration, string, error) { return copySlivers(s, true) },
	"recover":           referenceRecover,
	"hashes":            shapeHashes,
	"inner":             shapeInner,
	"leaves":            shapeLeaves,
}

// copySlivers copies the systematic slivers to the blob's memory, which is new or has been written before: the least that decoding can take.
func copySlivers(s *state, warm bool) (time.Duration, string, error) {
	if err := s.needSlivers("systematic"); err != nil {
		return 0, "", err
	}
	return timed(func() (string, error) {
		out := s.output
		if out == nil || !warm {
			out = make([]byte, s.params.K1*len(s.chosen[0].Data))
			s.output = out
		}
		for i, one := range s.chosen {
			copy(out[i*len(one.Data):], one.Data)
		}
		return turns.Summary(out[:s.meta.Length]), nil
	})
}

// referenceEncode makes the matrix of the first k1 rows, then expands one column after the other. Without keep only leaf hashes stay.
func referenceEncode(s *state, keep bool) (string, error) {
	p := s.params
	size, err := p.SymbolSize(uint64(len(s.blob)))
	if err != nil {
		return "", err
	}
	across, down, err := codes(p)
	if err != nil {
		return "", err
	}
	rowLen := p.K2 * size
	matrix := make([][]byte, p.K1) // rows of n symbols
	for r := range matrix {
		matrix[r] = make([]byte, p.N*size)
		copy(matrix[r][:rowLen], s.blob[min(r*rowLen, len(s.blob)):])
		if err := across.Expand(matrix[r][rowLen:], matrix[r][:rowLen], size); err != nil {
			return "", err
		}
	}
	var slivers [][]byte
	if keep {
		for range p.N - p.K1 {
			slivers = append(slivers, make([]byte, rowLen))
		}
	}
	var hasher merkle.LeafHasher
	rows := make([]merkle.Builder, p.N)
	m := redstuff.Metadata{Encoding: redstuff.EncodingRS2, Length: uint64(len(s.blob)), Hashes: make([]redstuff.PairHashes, p.N)}
	repair := make([]byte, (p.N-p.K1)*size)
	for c := range p.N {
		column := make([]byte, p.K1*size) // a secondary sliver, kept or not
		for r := range matrix {
			copy(column[r*size:], matrix[r][c*size:(c+1)*size])
		}
		if err := down.Expand(repair, column, size); err != nil {
			return "", err
		}
		var tree merkle.Builder
		for r := range p.N {
			symbol := symbolOf(column, repair, r, size)
			leaf := hasher.Sum(symbol)
			tree.Add(leaf)
			rows[r].Add(leaf)
			if keep && c < p.K2 && r >= p.K1 {
				copy(slivers[r-p.K1][c*size:], symbol)
			}
		}
		m.Hashes[p.Pair(redstuff.Secondary, redstuff.SliverIndex(c))].Secondary = tree.Root()
	}
	for r := range rows {
		m.Hashes[r].Primary = rows[r].Root()
	}
	return hexID(&m), nil
}

// codes returns the codes of rows and of columns.
func codes(p redstuff.Params) (across, down *rs16.Code, err error) {
	if across, err = rs16.New(p.K2, p.N); err != nil {
		return nil, nil, err
	}
	down, err = rs16.New(p.K1, p.N)
	return across, down, err
}

func symbolOf(source, repair []byte, i, size int) []byte {
	if at := i * size; at < len(source) {
		return source[at : at+size]
	}
	at := i*size - len(source)
	return repair[at : at+size]
}

// referenceDecode restores every column with a decoder of its own, then verifies row after row those that it was not given.
func referenceDecode(s *state, choice string) (time.Duration, string, error) {
	if err := s.needSlivers(choice); err != nil {
		return 0, "", err
	}
	return timed(func() (string, error) {
		p := s.params
		size := s.chosen[0].SymbolSize
		across, down, err := codes(p)
		if err != nil {
			return "", err
		}
		rowLen := p.K2 * size
		out := make([]byte, p.K1*rowLen)
		var present []int
		given := make([]bool, p.K1)
		src := rs16.Rows{Row: make([][]byte, p.N), Stride: size}
		for _, one := range s.chosen {
			present = append(present, int(one.Index))
			if int(one.Index) < p.K1 {
				given[one.Index] = true
				copy(out[int(one.Index)*rowLen:], one.Data)
			}
		}
		dst := rs16.Rows{Row: make([][]byte, p.K1), Stride: size}
		for c := range p.K2 {
			d, err := down.Decoder(present)
			if err != nil {
				return "", err
			}
			for _, one := range s.chosen {
				src.Row[one.Index] = one.Data[c*size : (c+1)*size]
			}
			for r := range dst.Row {
				dst.Row[r] = out[r*rowLen+c*size:][:size]
			}
			if err := d.Restore(dst, src, size, 0, 1); err != nil {
				return "", err
			}
		}
		var hasher merkle.LeafHasher
		repair := make([]byte, (p.N-p.K2)*size)
		for r := range p.K1 {
			if given[r] {
				continue
			}
			root, err := referenceRoot(across, &hasher, repair, out[r*rowLen:(r+1)*rowLen], size)
			if err != nil {
				return "", err
			}
			if !s.meta.Hashes[r].Primary.Is(root) {
				return "", fmt.Errorf("row %d has another hash", r)
			}
		}
		return turns.Summary(out[:s.meta.Length]), nil
	})
}

// referenceRoot returns the hash of a sliver: the root over all symbols of its codeword. repair is memory for the repair symbols.
func referenceRoot(code *rs16.Code, hasher *merkle.LeafHasher, repair, data []byte, size int) (merkle.Hash, error) {
	if err := code.Expand(repair, data, size); err != nil {
		return merkle.Hash{}, err
	}
	var tree merkle.Builder
	for i := range code.N() {
		tree.Add(hasher.Sum(symbolOf(data, repair, i, size)))
	}
	return tree.Root().Hash(), nil
}

// referenceRecover recovers both slivers of the lost pair from bare symbols and verifies them.
func referenceRecover(s *state) (time.Duration, string, error) {
	if err := s.needSymbols(); err != nil {
		return 0, "", err
	}
	return repeated(func() (string, error) {
		across, down, err := codes(s.params)
		if err != nil {
			return "", err
		}
		size := s.pair[0].SymbolSize
		var hasher merkle.LeafHasher
		for a, code := range []*rs16.Code{across, down} {
			var present []int
			src, dst := rs16.Rows{Row: make([][]byte, code.N())}, rs16.Rows{Row: make([][]byte, code.K())}
			data := make([]byte, code.K()*size)
			for i := range dst.Row {
				dst.Row[i] = data[i*size : (i+1)*size]
			}
			for _, sym := range s.symbols[a] {
				present = append(present, int(sym.Index))
				src.Row[sym.Index] = sym.Data
				if int(sym.Index) < code.K() {
					copy(dst.Row[sym.Index], sym.Data)
				}
			}
			d, err := code.Decoder(present)
			if err != nil {
				return "", err
			}
			if err := d.Restore(dst, src, size, 0, 1); err != nil {
				return "", err
			}
			root, err := referenceRoot(code, &hasher, make([]byte, (code.N()-code.K())*size), data, size)
			if err != nil {
				return "", err
			}
			if !s.meta.Hashes[lostPair].Of(s.pair[a].Axis).Is(root) {
				return "", errors.New("wrong hash")
			}
		}
		return "recovered", nil
	})
}
