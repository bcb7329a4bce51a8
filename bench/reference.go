package main

import (
	"fmt"

	"walrus/merkle"
	"walrus/redstuff"
	"walrus/rs16"
)

// This file is the shape of the reference encoder: the same bits, one goroutine, a call of the codec per row and per column, one hash at a
// time, every symbol of the matrix treated alike. A locator is computed for every column that is decoded.

func referenceID(s *state) (string, error) { return referenceEncode(s, false) }

func referenceSlivers(s *state) (string, error) { return referenceEncode(s, true) }

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
	return m.BlobID().String(), nil
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

// referenceDecode restores every column with a decoder of its own, then verifies row after row.
func referenceDecode(s *state) (string, error) {
	p := s.params
	size := s.slivers[0].SymbolSize
	across, down, err := codes(p)
	if err != nil {
		return "", err
	}
	rowLen := p.K2 * size
	out := make([]byte, p.K1*rowLen)
	var present []int
	src := rs16.Rows{Row: make([][]byte, p.N), Stride: size}
	for _, one := range s.slivers {
		present = append(present, int(one.Index))
	}
	dst := rs16.Rows{Row: make([][]byte, p.K1), Stride: size}
	for c := range p.K2 {
		d, err := down.Decoder(present)
		if err != nil {
			return "", err
		}
		for _, one := range s.slivers {
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
		row := out[r*rowLen : (r+1)*rowLen]
		if err := across.Expand(repair, row, size); err != nil {
			return "", err
		}
		var tree merkle.Builder
		for c := range p.N {
			tree.Add(hasher.Sum(symbolOf(row, repair, c, size)))
		}
		if !s.meta.Hashes[r].Primary.Is(tree.Root().Hash()) {
			return "", fmt.Errorf("row %d has another hash", r)
		}
	}
	return summary(out[:s.meta.Length]), nil
}
