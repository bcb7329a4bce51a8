package main

import (
	"fmt"
	"math"

	"walrus/bench/internal/turns"
)

// Names of sides. Those that are not this program are built when a row first needs them.
const (
	ours      = "ours"      // all cores
	one       = "one"       // ours with one core
	shape     = "shape"     // the reference's shape in Go
	plain     = "plain"     // the same with the plain kernels, which do not change
	rust      = "rust"      // the reference's shape in Rust
	klauspost = "klauspost" // klauspost/reedsolomon, and the straight version made of it
	blst      = "blst"      // supranational/blst, which needs cgo
)

// A row is one line of the table: two sides that take turns.
type row struct {
	group, name string
	par, aim    float64 // ratios; 0 if the row has none of its own
	pairs       int     // at most so many pairs; 0 for no limit
	ours        call
	theirs      call
	against     string // what the other side is, for people
}

type call struct {
	side    string
	request turns.Request
}

// reference stands for the side that has the reference's shape: rust or shape, as the flag says.
const reference = "reference"

const (
	kib = 1 << 10
	mib = 1 << 20
	gib = 1 << 30
)

// bigPairs is the number of pairs of a row whose two sides take half a minute together.
const bigPairs = 3

// targets are the par and the aim of encoding, by the size of the blob.
func targets(size int) (par, aim float64) {
	switch {
	case size <= 1000:
		return 20, 50
	case size <= mib:
		return 9, 16
	case size <= 32*mib:
		return 6, 11
	}
	return 5, 9
}

// budgetShards is the number of shards that pars and aims are for.
const budgetShards = 1000

// rowsOf returns the rows of the table that are two sides taking turns, for blobs of the given sizes.
func rowsOf(shards int, sizes []int) []row {
	var rows []row
	add := func(group, name string, par, aim float64, ours, theirs call, against string) {
		if shards != budgetShards {
			par, aim = 0, 0
		}
		pairs := 0
		if ours.request.Size >= gib {
			pairs = bigPairs
		}
		rows = append(rows, row{group, name, par, aim, pairs, ours, theirs, against})
	}
	same := func(side, other, work string, size int) (call, call) {
		r := turns.Request{Work: work, Shards: shards, Size: size}
		return call{side, r}, call{other, r}
	}
	encodings := []struct{ work, title string }{{"id", "blob ID"}, {"slivers", "blob ID and all slivers"}}
	for _, size := range sizes {
		for _, e := range encodings {
			par, aim := targets(size)
			if size >= gib && e.work == "slivers" {
				aim = 14
			}
			a, b := same(ours, reference, e.work, size)
			add("encode", e.title+", "+formatSize(size), par, aim, a, b, "reference's shape")
		}
	}
	for _, size := range sizes {
		for _, e := range encodings {
			a, b := same(one, reference, e.work, size)
			add("one", e.title+", "+formatSize(size)+", one goroutine", 2.5, 4, a, b, "reference's shape")
		}
	}
	for _, size := range sizes {
		if size >= 32*mib || shards < budgetShards {
			for _, e := range encodings {
				a, b := same(ours, klauspost, e.work, size)
				add("straight", e.title+", "+formatSize(size), 2.5, 4, a, b, "straight version, two goroutines")
			}
		}
	}
	f := (shards - 1) / 3
	for _, rate := range []struct {
		work string
		k    int
	}{{"expand-high", shards - f}, {"expand-low", shards - 2*f}} {
		for _, size := range []int{64, 256, kib, 4 * kib, 32 * kib, 64 * kib} {
			aim := 1.3
			if size >= 32*kib {
				aim = 2
			}
			a, b := same(one, klauspost, rate.work, size)
			add("codec", fmt.Sprintf("%d to %d symbols of %s", rate.k, shards, formatSize(size)), 1, aim, a, b, "klauspost/reedsolomon, one goroutine")
		}
	}
	for _, size := range sizes {
		a, b := same(ours, reference, "decode", size)
		par, aim := 5.0, 10.0
		if size < mib {
			par, aim = 0, 0
		}
		add("decode", "decode, default check, no systematic sliver, "+formatSize(size), par, aim, a, b, "column by column, row by row")
	}
	for _, size := range sizes {
		if size < mib {
			continue
		}
		a, b := same(ours, shape, "decode-systematic", size)
		b.request.Work = "copy-warm"
		add("systematic", "decode from all systematic slivers, "+formatSize(size), 0.7, 0.9, a, b, "copy to memory in use before, one goroutine")
		a.request.Work, b.request.Work = "decode-new", "copy-new"
		add("systematic", "decode from all systematic slivers to new memory, "+formatSize(size), 0, 0, a, b, "copy to new memory, one goroutine")
	}
	for _, size := range []int{64, 152, 1206} {
		a, b := same(one, shape, "hashes", size)
		add("hashes", fmt.Sprintf("2,000,000 inner nodes and 1,000,000 leaves of %d bytes, one core", size), 4, 6, a, b, "x/crypto, one core")
	}
	a, b := same(one, shape, "inner", 64)
	add("hashes", "200,000 inner nodes, one core", 0, 0, a, b, "x/crypto, one core")
	for _, size := range []int{2, 64, 152, 1206} {
		a, b := same(one, shape, "leaves", size)
		add("hashes", fmt.Sprintf("200,000 leaves of %d bytes, one core", size), 0, 0, a, b, "x/crypto, one core")
	}
	a, b = same(one, reference, "recover", mib)
	add("recover", "one sliver pair of 1 MiB recovered and verified, one core", 3, 8, a, b, "reference's shape")
	a.request.Work = "recover-many"
	add("recover", fmt.Sprintf("the same, %d pairs together, time of one", manyPairs), 0, 0, a, b, "reference's shape")
	for _, signers := range []int{100, 67} {
		r := turns.Request{Work: "certificate", Shards: 100, Size: signers}
		name := fmt.Sprintf("certificate of 100 members, %d signed", signers)
		add("certificate", name, 0.8, 1, call{ours, r}, call{blst, r}, "blst")
		add("certificate", name+", one core", 0, 0, call{one, r}, call{blst, r}, "blst")
	}
	return rows
}

// verdict compares a ratio with its par and aim.
func verdict(ratio, par, aim float64) string {
	switch {
	case par == 0 || math.IsNaN(ratio):
		return ""
	case ratio >= aim:
		return "aim"
	case ratio >= par:
		return "par"
	}
	return "below"
}
