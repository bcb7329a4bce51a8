package redstuff

import (
	"fmt"
	"math"
)

const (
	// MinShards is the smallest number of shards: below it a code has no repair symbols.
	MinShards = 4
	// MaxShards is the largest number of shards for which both codes exist.
	MaxShards = 49155
	// MaxSymbolSize is the largest symbol size in bytes, the largest even 16-bit number.
	MaxSymbolSize = 65534
)

// Params are the dimensions of the code. They follow from the number of shards alone (section 2).
// Make them with [NewParams]; the zero value is of no use.
type Params struct {
	N  int // shards, sliver pairs, rows and columns of the expanded matrix
	F  int // shards that may be faulty: floor((N-1)/3)
	K1 int // rows of the blob's matrix: N-2F. So many primary slivers give the blob
	K2 int // columns of the blob's matrix: N-F. So many secondary slivers give the blob
}

// NewParams returns the dimensions for n shards, or ErrInvalidShardCount outside [MinShards, MaxShards].
func NewParams(n int) (Params, error) {
	if n < MinShards || n > MaxShards {
		return Params{}, fmt.Errorf("%w: %d, want %d to %d", ErrInvalidShardCount, n, MinShards, MaxShards)
	}
	return dimensions(n), nil
}

// dimensions are the formulas of section 2, for any n.
func dimensions(n int) Params {
	f := (n - 1) / 3
	return Params{N: n, F: f, K1: n - 2*f, K2: n - f}
}

// sourceSymbols returns the number of symbols a blob is cut into.
func (p Params) sourceSymbols() uint64 { return uint64(p.K1) * uint64(p.K2) }

// SymbolSize returns the size in bytes of the symbols of a blob of length bytes: even, 2 to
// MaxSymbolSize. A longer blob than MaxBlobSize is ErrDataTooLarge. (Section 3.)
func (p Params) SymbolSize(length uint64) (int, error) {
	if length > p.MaxBlobSize() {
		return 0, fmt.Errorf("%w: %d bytes, at most %d fit on %d shards", ErrDataTooLarge, length, p.MaxBlobSize(), p.N)
	}
	k := p.sourceSymbols()
	s := (max(length, 1) + k - 1) / k
	return int(s + s&1), nil
}

// MaxBlobSize returns the length in bytes of the largest blob.
func (p Params) MaxBlobSize() uint64 { return p.sourceSymbols() * MaxSymbolSize }

// MetadataLength returns the bytes of metadata that pricing counts per shard (section 18). It is not the
// length of encoded metadata.
func (p Params) MetadataLength() uint64 { return uint64(p.N)*2*32 + 32 }

// EncodedLength returns the size in bytes for which storing a blob of length bytes is billed: all slivers
// and one copy of the hashes per shard (section 18).
func (p Params) EncodedLength(length uint64) (uint64, error) {
	s, err := p.SymbolSize(length)
	if err != nil {
		return 0, err
	}
	return uint64(p.N) * (uint64(p.K1+p.K2)*uint64(s) + p.MetadataLength()), nil
}

// Source returns the number of symbols stored in a sliver of axis a, which is also the number of
// symbols needed to recover one.
func (p Params) Source(a Axis) int {
	if a == Primary {
		return p.K2
	}
	return p.K1
}

// Need returns the number of slivers of axis a that give the blob.
func (p Params) Need(a Axis) int { return p.Source(a.Other()) }

// SliverSize returns the length in bytes of the data of a sliver of axis a.
func (p Params) SliverSize(a Axis, symbolSize int) int { return p.Source(a) * symbolSize }

// Index returns the index of pair q's sliver of axis a. Secondary indices run backwards (section 6).
func (p Params) Index(a Axis, q PairIndex) SliverIndex {
	if a == Primary {
		return SliverIndex(q)
	}
	return SliverIndex(p.N - 1 - int(q))
}

// Pair returns the pair that sliver i of axis a belongs to.
func (p Params) Pair(a Axis, i SliverIndex) PairIndex {
	if a == Primary {
		return PairIndex(i)
	}
	return PairIndex(p.N - 1 - int(i))
}

// Shard returns the shard that stores pair q of a blob.
func (p Params) Shard(id BlobID, q PairIndex) ShardIndex {
	return ShardIndex((int(q) + id.Rotation(p.N)) % p.N)
}

// PairOf returns the pair of a blob that shard t stores.
func (p Params) PairOf(id BlobID, t ShardIndex) PairIndex {
	return PairIndex((int(t) + p.N - id.Rotation(p.N)) % p.N)
}

// MaxMetadataLen returns the length in bytes of [Metadata] for n shards in its longest form.
func (p Params) MaxMetadataLen() int { return metadataLen(p.N) }

// MatrixSize returns the size in bytes of the blob's matrix, which is the blob and its padding. The error is ErrDataTooLarge, also if the matrix does not
// fit in memory's address space.
func (p Params) MatrixSize(length uint64) (int, error) {
	s, err := p.SymbolSize(length)
	if err != nil {
		return 0, err
	}
	b, ok := p.matrixBytes(s)
	if !ok {
		return 0, fmt.Errorf("%w: %d bytes do not fit in memory", ErrDataTooLarge, length)
	}
	return b, nil
}

// matrixBytes returns the size of the blob's matrix in bytes, or false if it does not fit in memory's
// address space.
func (p Params) matrixBytes(symbolSize int) (int, bool) {
	b := p.sourceSymbols() * uint64(symbolSize)
	return int(b), b <= math.MaxInt
}
