package main

import (
	"bytes"
	"io"
	"os"
	"testing"

	"walrus/bench/internal/turns"
	"walrus/redstuff"
)

// The baseline in Go computes what our side does, on a code small enough for a test.
func TestSidesAgree(t *testing.T) {
	for _, name := range []string{"id", "slivers", "decode", "decode-spread", "decode-systematic", "recover", "hashes", "inner", "leaves"} {
		for _, size := range []int{2, 100, 5000} {
			if name == "hashes" && size > 2 {
				continue // three million hashes each
			}
			_, want, err := ourWorks[name](&state{shards: 31, size: size})
			if err != nil {
				t.Fatalf("%s, %d bytes: %v", name, size, err)
			}
			if _, got, err := shapeWorks[name](&state{shards: 31, size: size}); err != nil || got != want {
				t.Errorf("%s, %d bytes: %s, baseline %s, %v", name, size, want, got, err)
			}
		}
	}
}

// Every row asks its sides for something that they can do.
func TestRowsNameWorks(t *testing.T) {
	works := map[string]map[string]work{ours: ourWorks, one: ourWorks, shape: shapeWorks, plain: shapeWorks}
	for _, r := range append(rowsOf(1000, []int{1, mib, 32 * mib, gib}), judgedRows(1000)...) {
		for _, c := range []call{r.ours, r.theirs} {
			if side, ok := works[c.side]; ok && side[c.request.Work] == nil {
				t.Errorf("%s: %s has no work named %s", r.name, c.side, c.request.Work)
			}
		}
	}
}

func TestCertificate(t *testing.T) {
	if _, got, err := checkCertificate(&state{shards: 10, size: 7}); err != nil || got != "valid" {
		t.Fatal(got, err)
	}
	if _, _, err := checkCertificate(&state{shards: 10, size: 6}); err == nil {
		t.Fatal("6 of 10 are a quorum")
	}
}

func TestSizes(t *testing.T) {
	for text, want := range map[string]int{"1": 1, "400kB": 400_000, "1MiB": 1 << 20, "32MiB": 32 << 20, "2GiB": 2 << 30, "3KiB": 3072} {
		if got, err := parseSize(text); err != nil || got != want {
			t.Errorf("%s: got %d, %v, want %d", text, got, err, want)
		}
	}
	for _, text := range []string{"", "x", "-1", "1 TiB", "kB"} {
		if n, err := parseSize(text); err == nil {
			t.Errorf("%q: got %d, want an error", text, n)
		}
	}
	for n, want := range map[int]string{1: "1 B", 400_000: "400 kB", 1 << 20: "1 MiB", 0: "0 B"} {
		if got := formatSize(n); got != want {
			t.Errorf("%d: got %s, want %s", n, got, want)
		}
	}
}

// What is measured anew replaces what was measured before, and what could not be measured replaces nothing.
func TestReportIsContinued(t *testing.T) {
	var r report
	r.put(result{Case: "a", Against: "x", Ratio: 2})
	r.put(result{Case: "a", Against: "y", Ratio: 3})
	r.put(result{Case: "a", Against: "x", Ratio: 4})
	r.put(result{Case: "a", Against: "y", Skipped: "no compiler"})
	path := t.TempDir() + "/report.json"
	if err := r.save(path); err != nil {
		t.Fatal(err)
	}
	got, err := loadReport(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Rows) != 2 || got.Rows[0].Ratio != 4 || got.Rows[1].Ratio != 3 {
		t.Errorf("%+v", got.Rows)
	}
	if !got.has(result{Case: "a", Against: "x"}) || got.has(result{Case: "b", Against: "x"}) {
		t.Error("the report does not know what it has")
	}
	got.markdown(io.Discard)
}

func TestNumbers(t *testing.T) {
	for x, want := range map[float64]string{1234.5: "1234", 50: "50", 2.5: "2.5", 0.6667: "0.67", 0.0312: "0.0312", 1: "1", 100: "100"} {
		if got := number(x); got != want {
			t.Errorf("%v: got %s, want %s", x, got, want)
		}
	}
	if v := []string{verdict(5, 5, 9), verdict(9, 5, 9), verdict(4.9, 5, 9), verdict(4, 0, 0)}; v[0] != "par" || v[1] != "aim" || v[2] != "below" || v[3] != "" {
		t.Error(v)
	}
}

// Blobs are those of the Rust program: its first eight bytes.
func TestBlob(t *testing.T) {
	if got, want := turns.Summary(turns.Blob(33)[:8]), "8:c15c0289ec2d0a91:c15c0289ec2d0a91"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A ratio that seems to have fallen gets a second chance, and only that one.
func TestBetter(t *testing.T) {
	for _, c := range []struct {
		found []float64
		want  float64
	}{{[]float64{3}, 3}, {[]float64{1, 4}, 4}, {[]float64{1.5, 1}, 1.5}} {
		calls := 0
		got, err := better(func() (turns.Times, error) { calls++; return turns.Times{Ratio: c.found[calls-1]}, nil }, 2)
		if got != c.want || err != nil || calls != len(c.found) {
			t.Errorf("%v: %v, %v after %d calls", c.found, got, err, calls)
		}
	}
}

func TestBaselineOfAnotherMachine(t *testing.T) {
	if b, err := loadBaseline(t.TempDir() + "/none.json"); err != nil || b.Features != "" || b.Ratios["inner nodes"] != 0 {
		t.Error(b, err)
	}
	path := t.TempDir() + "/bad.json"
	if err := os.WriteFile(path, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := loadBaseline(path); err == nil {
		t.Error("a broken baseline was taken for none")
	}
}

// A file of slivers holds what Encode makes, primary slivers first.
func TestEncodeFile(t *testing.T) {
	dir := t.TempDir()
	blob := turns.Blob(20_000)
	if err := os.WriteFile(dir+"/blob", blob, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := encodeFile([]string{"31", dir + "/blob", dir + "/out"}); err != nil {
		t.Fatal(err)
	}
	p, err := redstuff.NewParams(31)
	if err != nil {
		t.Fatal(err)
	}
	e, err := redstuff.Encode(p, blob)
	if err != nil {
		t.Fatal(err)
	}
	var want []byte
	for _, a := range []redstuff.Axis{redstuff.Primary, redstuff.Secondary} {
		for i := range p.N {
			want = append(want, e.Sliver(a, p.Pair(a, redstuff.SliverIndex(i))).Data...)
		}
	}
	got, err := os.ReadFile(dir + "/out")
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("%d bytes, want %d equal ones, %v", len(got), len(want), err)
	}
}

func TestRecoverMany(t *testing.T) {
	if _, got, err := recoverMany(&state{shards: 31, size: 5000}); err != nil || got != "recovered" {
		t.Error(got, err)
	}
}
