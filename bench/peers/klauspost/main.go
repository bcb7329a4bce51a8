// Command klauspost is the side that is made of klauspost/reedsolomon: its code alone, and a straight encoder of blobs with it.
//
// The codes of that library and ours differ in their bits, not in their work: both expand k symbols to n with the same number of butterflies.
package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"time"

	"github.com/klauspost/reedsolomon"

	"walrus/bench/internal/turns"
)

func main() {
	var s *state
	err := turns.Serve(os.Stdin, os.Stdout, func(r turns.Request) (turns.Answer, error) {
		if r.Work == "drop" {
			s = nil
			return turns.Answer{}, nil
		}
		if s == nil || s.shards != r.Shards || s.size != r.Size {
			s = &state{shards: r.Shards, size: r.Size}
		}
		took, result, err := s.do(r.Work)
		return turns.Answer{Took: took, Result: result}, err
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, "klauspost:", err)
		os.Exit(1)
	}
}

// A state is what the works of one size share.
type state struct {
	shards, size int
	blob         []byte
	code         reedsolomon.Encoder
	k            int
	symbols      [][]byte
}

func (s *state) do(work string) (time.Duration, string, error) {
	f := (s.shards - 1) / 3
	switch work {
	case "expand-high":
		return s.expand(s.shards - f)
	case "expand-low":
		return s.expand(s.shards - 2*f)
	case "id", "slivers":
		if s.blob == nil {
			s.blob = turns.Blob(s.size)
		}
		begin := turns.Clock()
		id, err := encodeBlob(s.shards, s.blob, work == "slivers")
		return turns.Clock() - begin, id, err
	}
	return 0, "", errors.New("no work named " + work)
}

// expand encodes one codeword of symbols of the state's size on one goroutine, as often as 16 MiB of source ask for. It gives no result, since the
// bits are not ours.
func (s *state) expand(k int) (time.Duration, string, error) {
	if s.k != k {
		code, err := reedsolomon.New(k, s.shards-k, reedsolomon.WithLeopardGF16(true), reedsolomon.WithMaxGoroutines(1))
		if err != nil {
			return 0, "", err
		}
		data := make([]byte, s.shards*s.size)
		_, _ = rand.NewChaCha8([32]byte{3}).Read(data)
		s.symbols = make([][]byte, s.shards)
		for i := range s.symbols {
			s.symbols[i] = data[i*s.size : (i+1)*s.size : (i+1)*s.size]
		}
		s.code, s.k = code, k
	}
	rounds := max(1, (16<<20)/(k*s.size))
	begin := turns.Clock()
	for range rounds {
		if err := s.code.Encode(s.symbols); err != nil {
			return 0, "", err
		}
	}
	return (turns.Clock() - begin) / time.Duration(rounds), "", nil
}
