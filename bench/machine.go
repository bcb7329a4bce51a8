package main

import (
	"fmt"
	"runtime"
	"strings"
	"time"

	"golang.org/x/sys/cpu"

	"walrus/bench/internal/turns"
	"walrus/internal/kernel"
	"walrus/merkle"
)

// A machine is what bounds every row.
type machine struct {
	Features  string  `json:"features"` // names the baseline: what of the processor the kernels of both sides use, and the cores
	Kernel    string  `json:"kernel"`
	Cores     int     `json:"cores"`
	GoVersion string  `json:"go"`
	CopyGBs   float64 `json:"copyGigabytesPerSecond"` // of a copy of 256 MiB, one goroutine
	HashNanos float64 `json:"hashNanoseconds"`        // of one BLAKE2b-256 of 65 bytes, one at a time
	FreeCores float64 `json:"freeCores"`              // how much two goroutines or more get done together, against one
}

func measureMachine() machine {
	m := machine{Features: features(), Kernel: kernel.Active().String(), Cores: runtime.GOMAXPROCS(0), GoVersion: runtime.Version()}
	src, dst := make([]byte, 256*mib), make([]byte, 256*mib)
	copy(dst, src)
	var speeds, hashes []float64
	for range 5 {
		begin := time.Now()
		copy(dst, src)
		speeds = append(speeds, float64(len(src))/float64(time.Since(begin).Nanoseconds()))
		const n = 100_000
		hashes = append(hashes, float64(hashFor(n).Nanoseconds())/n)
	}
	m.CopyGBs, m.HashNanos, m.FreeCores = turns.Median(speeds), turns.Median(hashes), freeCores()
	return m
}

// hashFor hashes n messages of 65 bytes one after the other.
func hashFor(n int) time.Duration {
	var h merkle.Hash
	begin := time.Now()
	for range n {
		h = merkle.InnerHash(h, h)
	}
	return time.Since(begin)
}

// freeCores compares hashing on all cores at once with hashing on one: about the number of cores if nobody else uses them.
func freeCores() float64 {
	const n = 500_000
	cores := runtime.GOMAXPROCS(0)
	var ratios []float64
	for range 3 {
		alone := hashFor(n)
		begin := time.Now()
		onAllCores(cores, func(int) { hashFor(n) })
		ratios = append(ratios, float64(cores)*float64(alone)/float64(time.Since(begin)))
	}
	return turns.Median(ratios)
}

// features names what decides about ratios beside the code: architecture, vector extensions and cores. Processors of
// different makers may share a name here only if they share all of these.
func features() string {
	parts := []string{runtime.GOARCH}
	x := &cpu.X86
	for _, f := range []struct {
		name string
		has  bool
	}{
		{"avx2", x.HasAVX2},
		{"avx512", x.HasAVX512F && x.HasAVX512BW && x.HasAVX512VL},
		{"vbmi2", x.HasAVX512VBMI2},
		{"gfni", x.HasAVX512GFNI},
		{"bf16", x.HasAVX512BF16},
		{"amx", x.HasAMXTile},
		{"neon", cpu.ARM64.HasASIMD},
		{"sha3", cpu.ARM64.HasSHA3},
	} {
		if f.has {
			parts = append(parts, f.name)
		}
	}
	name := fmt.Sprintf("%s-%dcores", strings.Join(parts, "-"), runtime.GOMAXPROCS(0))
	if sets := kernel.Available(); kernel.Active() != sets[len(sets)-1] {
		name += "-forced-" + kernel.Active().String()
	}
	return name
}
