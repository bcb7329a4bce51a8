package main

import (
	"encoding/hex"
	"errors"
	"sync"

	"github.com/klauspost/reedsolomon"
	"golang.org/x/crypto/blake2b"

	"walrus/merkle"
	"walrus/redstuff"
	"walrus/rs16"
)

// This file is the straight way to encode a blob with what there is in Go: two goroutines that share rows, then columns; one call of a
// codec per row and per column; x/crypto, one hash at a time. Rows are klauspost's, whose bits are the format's if symbols are
// padded to whole blocks. Columns cannot be: that library lacks the variant for more repair than source symbols, so they are rs16's, one at a time.

const (
	workers = 2
	block   = 64 // bytes of a symbol that klauspost takes at a time
)

type hash = [blake2b.Size256]byte

// encodeBlob returns the blob ID in hex. With keep it also makes all slivers.
func encodeBlob(shards int, blob []byte, keep bool) (string, error) {
	p, err := redstuff.NewParams(shards)
	if err != nil {
		return "", err
	}
	size, err := p.SymbolSize(uint64(len(blob)))
	if err != nil {
		return "", err
	}
	columns := make([][]byte, p.N) // secondary slivers
	for c := range columns {
		columns[c] = make([]byte, p.K1*size)
	}
	if err := expandRows(p, blob, size, columns); err != nil {
		return "", err
	}
	var rows [][]byte // primary slivers of repair; the others are the blob
	if keep {
		for range p.N - p.K1 {
			rows = append(rows, make([]byte, p.K2*size))
		}
	}
	leaves := make([]hash, p.N*p.N) // row by row
	m := redstuff.Metadata{Encoding: redstuff.EncodingRS2, Length: uint64(len(blob)), Hashes: make([]redstuff.PairHashes, p.N)}
	if err := expandColumns(p, columns, rows, leaves, size, &m); err != nil {
		return "", err
	}
	inParts(p.N, func(from, to int) error {
		for r := from; r < to; r++ {
			m.Hashes[r].Primary = merkle.Digest(root(leaves[r*p.N : (r+1)*p.N]))
		}
		return nil
	})
	id := m.BlobID()
	return hex.EncodeToString(id[:]), nil
}

// inParts gives each worker an equal range below n.
func inParts(n int, do func(from, to int) error) error {
	var wg sync.WaitGroup
	errs := make([]error, workers)
	for w := range workers {
		wg.Go(func() { errs[w] = do(n*w/workers, n*(w+1)/workers) })
	}
	wg.Wait()
	return errors.Join(errs...)
}

// expandRows encodes every row of the blob's matrix and spreads its symbols over the columns.
func expandRows(p redstuff.Params, blob []byte, size int, columns [][]byte) error {
	return inParts(p.K1, func(from, to int) error {
		code, err := reedsolomon.New(p.K2, p.N-p.K2, reedsolomon.WithLeopardGF16(true), reedsolomon.WithMaxGoroutines(1))
		if err != nil {
			return err
		}
		padded := (size + block - 1) / block * block
		memory := make([]byte, p.N*padded)
		symbols := make([][]byte, p.N)
		for c := range symbols {
			symbols[c] = memory[c*padded : (c+1)*padded]
		}
		symbol := make([]byte, size)
		for r := from; r < to; r++ {
			for c := range p.K2 {
				n := copy(symbol, blob[min(len(blob), (r*p.K2+c)*size):])
				clear(symbol[n:])
				pad(symbols[c], symbol)
				copy(columns[c][r*size:], symbol)
			}
			if err := code.Encode(symbols); err != nil {
				return err
			}
			for c := p.K2; c < p.N; c++ {
				unpad(columns[c][r*size:(r+1)*size], symbols[c])
			}
		}
		return nil
	})
}

// pad copies a symbol to whole blocks: the low bytes of a short last block stay at its beginning, the high bytes go to its middle.
func pad(dst, src []byte) {
	n := copy(dst, src[:len(src)/block*block])
	if tail := src[n:]; len(tail) > 0 {
		last := dst[n : n+block]
		clear(last)
		copy(last, tail[:len(tail)/2])
		copy(last[block/2:], tail[len(tail)/2:])
	}
}

func unpad(dst, src []byte) {
	n := copy(dst[:len(dst)/block*block], src)
	if tail := dst[n:]; len(tail) > 0 {
		copy(tail[:len(tail)/2], src[n:])
		copy(tail[len(tail)/2:], src[n+block/2:])
	}
}

// expandColumns encodes every column and hashes its symbols. Repair symbols of the first k2 columns go to rows, if there are any.
func expandColumns(p redstuff.Params, columns, rows [][]byte, leaves []hash, size int, m *redstuff.Metadata) error {
	code, err := rs16.New(p.K1, p.N)
	if err != nil {
		return err
	}
	return inParts(p.N, func(from, to int) error {
		repair := make([]byte, (p.N-p.K1)*size)
		column := make([]hash, p.N)
		message := make([]byte, 1+size)
		for c := from; c < to; c++ {
			if err := code.Expand(repair, columns[c], size); err != nil {
				return err
			}
			for r := range p.N {
				symbol := columns[c][min(r, p.K1)*size:]
				if r >= p.K1 {
					symbol = repair[(r-p.K1)*size:]
					if rows != nil && c < p.K2 {
						copy(rows[r-p.K1][c*size:], symbol[:size])
					}
				}
				copy(message[1:], symbol)
				column[r] = blake2b.Sum256(message)
				leaves[r*p.N+c] = column[r]
			}
			m.Hashes[p.N-1-c].Secondary = merkle.Digest(root(column))
		}
		return nil
	})
}

// root overwrites the leaves.
func root(level []hash) hash {
	var message [1 + 2*blake2b.Size256]byte
	message[0] = 1
	for n := len(level); n > 1; n = (n + 1) / 2 {
		for i := 0; i < n; i += 2 {
			var right hash // an odd level ends with an empty node
			if i+1 < n {
				right = level[i+1]
			}
			copy(message[1:], level[i][:])
			copy(message[1+blake2b.Size256:], right[:])
			level[i/2] = blake2b.Sum256(message[:])
		}
	}
	return level[0]
}
