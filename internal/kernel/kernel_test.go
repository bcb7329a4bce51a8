package kernel

import (
	"slices"
	"strings"
	"testing"
)

func TestChoose(t *testing.T) {
	old, wide := []Set{Plain, AVX2}, []Set{Plain, AVX2, AVX2GFNI, AVX512, GFNI}
	for _, c := range []struct {
		value     string
		available []Set
		want      Set
		err       string
	}{
		{"", []Set{Plain}, Plain, ""},
		{"", old, AVX2, ""},
		{"", wide, GFNI, ""},
		{"plain", wide, Plain, ""},
		{"avx512", wide, AVX512, ""},
		{"", []Set{Plain, AVX2, AVX2GFNI}, AVX2GFNI, ""},
		{"avx2gfni", wide, AVX2GFNI, ""},
		{"avx2gfni", []Set{Plain, AVX2, AVX512}, Plain, "cannot run it, use one of plain, avx2, avx512"},
		{"avx512", old, Plain, "cannot run it, use one of plain, avx2"},
		{"neon", wide, Plain, "cannot run it"},
		{"AVX2", wide, Plain, "no such kernel"},
		{"sse", old, Plain, "no such kernel, use one of plain, avx2"},
	} {
		got, err := choose(c.value, c.available)
		if got != c.want || (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%q of %v: got %v, %v, want %v, %q", c.value, c.available, got, err, c.want, c.err)
		}
	}
}

// A test run that was told to use a kernel must not quietly use another.
func TestEnvironment(t *testing.T) {
	if err := Err(); err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(Available(), Active()) {
		t.Fatalf("%v runs, of %v", Active(), Available())
	}
	t.Logf("%v of %v", Active(), Available())
}

func TestString(t *testing.T) {
	if got := Set(9).String(); got != "kernel(9)" {
		t.Errorf("got %s", got)
	}
}
