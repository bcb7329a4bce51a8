// Package kernel says which inner loops the pure packages run: those written for the widest vectors of this processor, or the ones that
// the environment variable WALRUS_KERNEL names. All of them give the same bytes; forcing one serves tests, comparisons and doubt about a processor.
//
// Nothing else in the pure packages depends on the environment.
package kernel

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
)

// Variable is the name of the environment variable that forces a set.
const Variable = "WALRUS_KERNEL"

// A Set is a family of inner loops. On amd64 each one includes those below it, but AVX512 not AVX2GFNI: a package without loops for a set runs those of
// the widest set below that it has some for.
type Set uint8

const (
	// Plain is Go without assembly of ours, on every processor. It is the oracle of the others.
	Plain Set = iota
	// NEON is arm64 with its 128-bit vectors.
	NEON
	// AVX2 is amd64 with 256-bit vectors.
	AVX2
	// AVX2GFNI is AVX2 and products with bit matrices, GFNI, in 256-bit vectors: processors without AVX-512.
	AVX2GFNI
	// AVX512 is AVX2 and 512-bit vectors: AVX512F, BW, DQ, VL and VBMI2.
	AVX512
	// GFNI is AVX512 and products with bit matrices: GFNI and VBMI.
	GFNI
)

var names = [...]string{Plain: "plain", NEON: "neon", AVX2: "avx2", AVX2GFNI: "avx2gfni", AVX512: "avx512", GFNI: "gfni"}

// String returns the name that WALRUS_KERNEL takes.
func (s Set) String() string {
	if int(s) < len(names) {
		return names[s]
	}
	return fmt.Sprintf("kernel(%d)", uint8(s))
}

// Available returns the sets that this program can run on this processor, Plain first and the widest last.
func Available() []Set { return append([]Set{Plain}, detected()...) }

type choice struct {
	set Set
	err error
}

// The environment is read once, so that all packages agree and nothing changes while the program runs.
var chosen = sync.OnceValue(func() choice {
	set, err := choose(os.Getenv(Variable), Available())
	return choice{set, err}
})

// Active returns the set to run: the widest one, unless WALRUS_KERNEL names another. It is Plain if the variable names none that can run; see [Err].
func Active() Set { return chosen().set }

// Err returns why the value of WALRUS_KERNEL cannot be obeyed, or nil. A program reports it and ends before it does anything else.
func Err() error { return chosen().err }

// choose resolves the variable's value among the available sets.
func choose(value string, available []Set) (Set, error) {
	if value == "" {
		return available[len(available)-1], nil
	}
	i := slices.Index(names[:], value)
	if i < 0 {
		return Plain, fmt.Errorf("%s=%q: no such kernel, use one of %s", Variable, value, list(available))
	}
	if !slices.Contains(available, Set(i)) {
		return Plain, fmt.Errorf("%s=%s: this processor cannot run it, use one of %s", Variable, value, list(available))
	}
	return Set(i), nil
}

func list(sets []Set) string {
	var s []string
	for _, set := range sets {
		s = append(s, set.String())
	}
	return strings.Join(s, ", ")
}
