// Command peers compares package rs16 with other implementations of Reed-Solomon codes over GF(2^16), on one goroutine, in one run. It is a
// module of its own, so that the program depends on none of them.
//
//	cd bench/peers && go run .
//
// The codes differ in their bits, not in their work: both expand k symbols to n with the same number of butterflies.
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"time"

	"github.com/klauspost/reedsolomon"

	"walrus/rs16"
)

func main() {
	pairs := flag.Int("pairs", 7, "measurements of each side per row")
	flag.Parse()
	fmt.Println("| code | symbol bytes | ratio | rs16 MB/s of source | klauspost/reedsolomon MB/s |")
	fmt.Println("|---|---|---|---|---|")
	for _, code := range [][2]int{{667, 1000}, {334, 1000}} {
		for _, size := range []int{64, 256, 1 << 10, 4 << 10, 32 << 10, 64 << 10} {
			if err := compare(code[0], code[1], size, *pairs); err != nil {
				fmt.Fprintln(os.Stderr, "peers:", err)
				os.Exit(1)
			}
		}
	}
}

func compare(k, n, size, pairs int) error {
	ours, err := rs16.New(k, n)
	if err != nil {
		return err
	}
	theirs, err := reedsolomon.New(k, n-k, reedsolomon.WithLeopardGF16(true), reedsolomon.WithMaxGoroutines(1))
	if err != nil {
		return err
	}
	data := make([]byte, n*size)
	_, _ = rand.NewChaCha8([32]byte{3}).Read(data)
	symbols := make([][]byte, n)
	for i := range symbols {
		symbols[i] = data[i*size : (i+1)*size : (i+1)*size]
	}
	rounds := max(1, (16<<20)/(k*size))
	source, repair := rs16.Rows{Row: symbols[:k], Stride: size}, rs16.Rows{Row: symbols[k:], Stride: size}
	var a, b, ratios []float64
	for i := range pairs + 1 {
		begin := time.Now()
		for range rounds {
			if err := ours.ExpandRows(repair, source, size, 0, 1); err != nil {
				return err
			}
		}
		ta := time.Since(begin)
		begin = time.Now()
		for range rounds {
			if err := theirs.Encode(symbols); err != nil {
				return err
			}
		}
		tb := time.Since(begin)
		if i > 0 { // both sides warm up first
			bytes := float64(rounds * k * size)
			a, b = append(a, bytes/ta.Seconds()/1e6), append(b, bytes/tb.Seconds()/1e6)
			ratios = append(ratios, float64(tb)/float64(ta))
		}
	}
	fmt.Printf("| %d to %d | %d | %.2f | %.0f | %.0f |\n", k, n, size, median(ratios), median(a), median(b))
	return nil
}

func median(v []float64) float64 {
	slices.Sort(v)
	return (v[(len(v)-1)/2] + v[len(v)/2]) / 2
}
