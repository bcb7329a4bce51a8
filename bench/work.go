package main

import (
	"fmt"
	"math/rand/v2"
	"time"

	"golang.org/x/crypto/blake2b"

	"walrus/merkle"
	"walrus/redstuff"
)

// A task is one piece of work on a random blob, which its size determines.
type task struct {
	work         string
	shards, size int
}

// A state holds what a task works on between measurements.
type state struct {
	task
	params  redstuff.Params
	blob    []byte
	slivers []redstuff.Sliver // for decoding
	meta    *redstuff.Metadata
	err     error
}

func newState(t task) *state {
	s := &state{task: t, blob: make([]byte, t.size)}
	_, _ = rand.NewChaCha8([32]byte{1}).Read(s.blob)
	if s.params, s.err = redstuff.NewParams(t.shards); s.err != nil || t.work != "decode" {
		return s
	}
	enc, err := redstuff.Encode(s.params, s.blob)
	if err != nil {
		s.err = err
		return s
	}
	s.meta = enc.Metadata()
	for i := range s.params.K1 {
		one := enc.Sliver(redstuff.Primary, redstuff.PairIndex(s.params.K1+i))
		one.Data = append([]byte(nil), one.Data...) // let the rest of the encoding go
		s.slivers = append(s.slivers, one)
	}
	return s
}

// measure times one run and returns what it computed, to compare.
func (s *state) measure(f func(*state) (string, error)) (time.Duration, string, error) {
	if s.err != nil {
		return 0, "", s.err
	}
	begin := time.Now()
	result, err := f(s)
	return time.Since(begin), result, err
}

// works are the pieces of work with a baseline in the other process.
var works = []struct {
	name, title, against string
	ours, baseline       func(*state) (string, error)
}{
	{"id", "blob ID", "reference's shape", ourID, referenceID},
	{"slivers", "blob ID and all slivers", "reference's shape", ourSlivers, referenceSlivers},
	{"decode", "decode with the default check, no systematic sliver", "column by column, row by row", ourDecode, referenceDecode},
}

func ourID(s *state) (string, error) {
	m, err := redstuff.ComputeMetadata(s.params, s.blob)
	if err != nil {
		return "", err
	}
	return m.BlobID().String(), nil
}

func ourSlivers(s *state) (string, error) {
	e, err := redstuff.Encode(s.params, s.blob)
	if err != nil {
		return "", err
	}
	return e.BlobID().String(), nil
}

func ourDecode(s *state) (string, error) {
	blob, err := redstuff.Decode(s.params, s.meta, s.slivers, redstuff.CheckDefault)
	if err != nil {
		return "", err
	}
	return summary(blob), nil
}

// summary stands for the contents of a blob: enough to notice a fault, cheap enough not to be measured.
func summary(blob []byte) string {
	return fmt.Sprintf("%d:%x:%x", len(blob), blob[:min(8, len(blob))], blob[max(0, len(blob)-8):])
}

type hashWork struct {
	name           string
	ours, baseline func() (time.Duration, string, error)
}

// hashWorks compare hashes on one goroutine: of the nodes of a matrix of a million symbols a tenth each, which have the same ratio.
func hashWorks() []hashWork {
	const batch = 1 << 12
	children := make([]merkle.Hash, 2*batch)
	parents := make([]merkle.Hash, batch)
	for i := range children {
		children[i] = merkle.LeafHash([]byte{byte(i), byte(i >> 8)})
	}
	timed := func(f func()) (time.Duration, string, error) {
		begin := time.Now()
		for range 50 {
			f()
		}
		return time.Since(begin), fmt.Sprint(parents[batch-1]), nil
	}
	works := []hashWork{{
		name:     "204,800 inner nodes",
		ours:     func() (time.Duration, string, error) { return timed(func() { merkle.InnerHashes(parents, children) }) },
		baseline: func() (time.Duration, string, error) { return timed(func() { oneByOne(parents, children) }) },
	}}
	for _, size := range []int{64, 152, 1206} {
		data := make([]byte, batch*size)
		_, _ = rand.NewChaCha8([32]byte{2}).Read(data)
		works = append(works, hashWork{
			name: fmt.Sprintf("204,800 leaves of %d bytes", size),
			ours: func() (time.Duration, string, error) {
				return timed(func() { merkle.LeafHashes(parents, data, size, size) })
			},
			baseline: func() (time.Duration, string, error) {
				return timed(func() {
					buf := make([]byte, 1+size)
					for i := range parents {
						copy(buf[1:], data[i*size:(i+1)*size])
						parents[i] = blake2b.Sum256(buf)
					}
				})
			},
		})
	}
	return works
}

func oneByOne(parents, children []merkle.Hash) {
	for i := range parents {
		parents[i] = merkle.InnerHash(children[2*i], children[2*i+1])
	}
}

// machine measures what bounds everything: copying, and one hash of 65 bytes.
func machine() (copyGBs, hashNanos float64) {
	src, dst := make([]byte, 256<<20), make([]byte, 256<<20)
	copy(dst, src)
	var speeds, hashes []float64
	for range 5 {
		begin := time.Now()
		copy(dst, src)
		speeds = append(speeds, float64(len(src))/float64(time.Since(begin).Nanoseconds()))
		const n = 100_000
		var h merkle.Hash
		begin = time.Now()
		for range n {
			h = merkle.InnerHash(h, h)
		}
		hashes = append(hashes, float64(time.Since(begin).Nanoseconds())/n)
	}
	return median(speeds), median(hashes)
}
