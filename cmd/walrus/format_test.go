package main

import (
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestHumanBytes(t *testing.T) {
	for n, want := range map[uint64]string{
		0: "0 B", 1023: "1023 B", 1024: "1.00 KiB", 10_235: "10.0 KiB", 102_400: "100 KiB", 1_048_575: "1.00 MiB",
		66_034_000: "63.0 MiB", 14_599_533_452: "13.6 GiB", 1 << 50: "1.00 PiB", ^uint64(0): "16.0 EiB",
	} {
		if got := humanBytes(n); got != want {
			t.Errorf("humanBytes(%d) = %s, want %s", n, got, want)
		}
	}
}

func TestHumanWAL(t *testing.T) {
	for n, want := range map[uint64]string{
		0: "0 FROST", 999: "999 FROST", 99_999: "99,999 FROST", 100_000: "0.0001 WAL", 5_025_000: "0.0050 WAL",
		99_999_999: "0.1000 WAL", 1_234_567_890: "1.235 WAL", 999_999_999: "1.000 WAL", 5_000_000_000_000: "5,000.000 WAL",
	} {
		if got := humanWAL(n); got != want {
			t.Errorf("humanWAL(%d) = %s, want %s", n, got, want)
		}
	}
}

func TestHumanNative(t *testing.T) {
	for s, want := range map[string]string{"0": "0 wei", "999999": "999999 wei", "1000000000": "1.000 gwei", "1500000000000000000": "1.5000 coins"} {
		wei, _ := new(big.Int).SetString(s, 10)
		if got := humanNative(wei); got != want {
			t.Errorf("humanNative(%s) = %s, want %s", s, got, want)
		}
	}
}

func TestHumanDuration(t *testing.T) {
	for d, want := range map[time.Duration]string{
		1500 * time.Microsecond: "2ms", 9 * time.Second: "9s", 61 * time.Second: "1m 1s", 25*time.Hour + 30*time.Second: "1d 1h 30s",
	} {
		if got := humanDuration(d); got != want {
			t.Errorf("humanDuration(%v) = %s, want %s", d, got, want)
		}
	}
}

func TestTable(t *testing.T) {
	var b strings.Builder
	table(&b, []string{"Name", "Shards"}, [][]string{{"node-0", "100"}, {"ä", "7"}})
	want := `----------------
 Name    Shards
----------------
 node-0  100
 ä       7
----------------
`
	if d := cmp.Diff(want, b.String()); d != "" {
		t.Fatal(d)
	}
}

func TestCauses(t *testing.T) {
	root := errors.New("connection refused")
	err := fmt.Errorf("store a.txt: %w", fmt.Errorf("node-3: %w", root))
	want := []string{"store a.txt", "node-3", "connection refused"}
	if d := cmp.Diff(want, causes(err)); d != "" {
		t.Fatal(d)
	}
}

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"image/png, ä":                      "image/png, ä",
		"\x1b[2Jx\n":                        "�[2Jx�",
		"a\u202eb\u2066c\u2069\u200f\u061c": "a�b�c���",
		"\xff":                              "�",
	} {
		if got := visible(in); got != want {
			t.Errorf("visible(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestProtectIDs(t *testing.T) {
	const id = "-I5OLMlOrswNiwkFVLmrQiYpqT-4rr9d0FdLs7VwYDU"
	for _, tt := range []struct{ in, want []string }{
		{[]string{"read", id, "--out", "x"}, []string{"read", "--out", "x", "--", id}},
		{[]string{"blob-status", "--blob-id", id}, []string{"blob-status", "--blob-id", id}},
		{[]string{"delete", "--blob-ids", id, id, "--yes"}, []string{"delete", "--blob-ids", id, "--yes", "--", id}},
		{[]string{"get-blob-attribute", "0x1", "--pooled", id}, []string{"get-blob-attribute", "0x1", "--pooled", id}},
		{[]string{"read", "--", id}, []string{"read", "--", id}},
		{[]string{"read", "-v"}, []string{"read", "-v"}},
		{[]string{"read", "--json", id}, []string{"read", "--json", "--", id}},
	} {
		if d := cmp.Diff(tt.want, protectIDs(tt.in)); d != "" {
			t.Errorf("%v: %s", tt.in, d)
		}
	}
}

func TestParseBytes(t *testing.T) {
	for text, want := range map[string]uint64{
		"0": 0, "1000000": 1_000_000, "7B": 7, "64KiB": 64 << 10, "64 KiB": 64 << 10, "1.5GiB": 3 << 29, "4GB": 4e9, "2kB": 2000, "2KB": 2000, "3mib": 3 << 20, "1TB": 1e12, "1TiB": 1 << 40,
		"2PB": 2e15, "2PiB": 2 << 50, "0.5EiB": 1 << 59, "15.5EiB": 31 << 59, "18.4EB": 18_400_000_000_000_000_000, "18446744073709551615": 1<<64 - 1, ".5KiB": 512, "0.0001KiB": 0,
		"9007199254740993": 9007199254740993, "9007199254740.993KB": 9007199254740993,
	} {
		if got, err := parseBytes(text); err != nil || got != want {
			t.Errorf("%s = %d, %v; want %d", text, got, err, want)
		}
	}
	for _, text := range []string{"", "KiB", "1 2", "-1", "1e3", "0x10", "1_000", "1.2.3", "10parsecs", "1KiBB", ".", "1ZiB", "16EiB", "18446744073709551616", "NaN", strings.Repeat("9", 1000), "1." + strings.Repeat("9", 1000)} {
		if got, err := parseBytes(text); err == nil {
			t.Errorf("%s = %d", text, got)
		}
	}
}
