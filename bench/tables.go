package main

import (
	"math/rand/v2"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/crypto/blake2b"

	"walrus/bench/internal/turns"
	"walrus/merkle"
	"walrus/rs16"
)

// onAllCores calls f for each i below n.
func onAllCores(n int, f func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				f(i)
			}
		})
	}
	wg.Wait()
}

// A tableState is a table of symbols to encode: n rows of one symbol, the repair symbols last.
type tableState struct {
	code           *rs16.Code
	source, repair rs16.Rows
}

// expandTable encodes one codeword of symbols of the state's size as often as 16 MiB of source ask for.
func expandTable(s *state, k int) (time.Duration, string, error) {
	if s.table == nil || s.table.code.K() != k {
		code, err := rs16.New(k, s.shards)
		if err != nil {
			return 0, "", err
		}
		data := make([]byte, s.shards*s.size)
		_, _ = rand.NewChaCha8([32]byte{3}).Read(data)
		rows := make([][]byte, s.shards)
		for i := range rows {
			rows[i] = data[i*s.size : (i+1)*s.size : (i+1)*s.size]
		}
		s.table = &tableState{code, rs16.Rows{Row: rows[:k], Stride: s.size}, rs16.Rows{Row: rows[k:], Stride: s.size}}
	}
	rounds := max(1, (16<<20)/(k*s.size))
	begin := turns.Clock()
	for range rounds {
		if err := s.table.code.ExpandRows(s.table.repair, s.table.source, s.size, 0, 1); err != nil {
			return 0, "", err
		}
	}
	return (turns.Clock() - begin) / time.Duration(rounds), "", nil
}

// hashBatch is how many hashes are made of one piece of memory, which stays in cache.
const hashBatch = 4000

// A hashState is the inputs and outputs of a batch of hashes: leaves of the state's size, and inner nodes.
type hashState struct {
	leaves   []byte
	children []merkle.Hash
	parents  []merkle.Hash
	message  []byte
}

func (s *state) needHashes() *hashState {
	if s.hashes == nil {
		h := &hashState{
			leaves:   make([]byte, hashBatch*s.size),
			children: make([]merkle.Hash, 2*hashBatch),
			parents:  make([]merkle.Hash, hashBatch),
			message:  make([]byte, 1+s.size),
		}
		_, _ = rand.NewChaCha8([32]byte{2}).Read(h.leaves)
		for i := range h.children {
			h.children[i] = merkle.LeafHash([]byte{byte(i), byte(i >> 8)})
		}
		s.hashes = h
	}
	return s.hashes
}

// measure times a number of batches and returns the last hash.
func (h *hashState) measure(batches int, batch func()) (time.Duration, string, error) {
	return timed(func() (string, error) {
		for range batches {
			batch()
		}
		return h.parents[hashBatch-1].String(), nil
	})
}

// The hashes of a matrix of 1000 shards: a million leaves, two million inner nodes. Batches of both kinds take turns, leaves last.
const matrixBatches = 1_000_000 / hashBatch

func ourHashes(s *state) (time.Duration, string, error) {
	h := s.needHashes()
	return h.measure(matrixBatches, func() {
		merkle.InnerHashes(h.parents, h.children)
		merkle.InnerHashes(h.parents, h.children)
		merkle.LeafHashes(h.parents, h.leaves, s.size, s.size)
	})
}

func ourInner(s *state) (time.Duration, string, error) {
	h := s.needHashes()
	return h.measure(matrixBatches/5, func() { merkle.InnerHashes(h.parents, h.children) })
}

func ourLeaves(s *state) (time.Duration, string, error) {
	h := s.needHashes()
	return h.measure(matrixBatches/5, func() { merkle.LeafHashes(h.parents, h.leaves, s.size, s.size) })
}

func shapeHashes(s *state) (time.Duration, string, error) {
	h := s.needHashes()
	return h.measure(matrixBatches, func() {
		h.innerOneByOne()
		h.innerOneByOne()
		h.leavesOneByOne(s.size)
	})
}

func shapeInner(s *state) (time.Duration, string, error) {
	h := s.needHashes()
	return h.measure(matrixBatches/5, h.innerOneByOne)
}

func shapeLeaves(s *state) (time.Duration, string, error) {
	h := s.needHashes()
	return h.measure(matrixBatches/5, func() { h.leavesOneByOne(s.size) })
}

func (h *hashState) innerOneByOne() {
	var message [1 + 2*merkle.HashSize]byte
	message[0] = 1
	for i := range h.parents {
		copy(message[1:], h.children[2*i][:])
		copy(message[1+merkle.HashSize:], h.children[2*i+1][:])
		h.parents[i] = blake2b.Sum256(message[:])
	}
}

func (h *hashState) leavesOneByOne(size int) {
	for i := range h.parents {
		copy(h.message[1:], h.leaves[i*size:(i+1)*size])
		h.parents[i] = blake2b.Sum256(h.message)
	}
}
