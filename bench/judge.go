package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"

	"walrus/bench/internal/turns"
)

// A ratio is judged to have fallen below this part of its baseline.
const tolerated = 0.75

// judgePairs is the number of pairs per row: rows are judged by medians, and what seems to have fallen is measured once more.
const judgePairs = 5

// A baseline is the ratios that a kind of machine has been seen to reach.
type baseline struct {
	Features string             `json:"features"`
	Ratios   map[string]float64 `json:"ratios"`
}

// judgedRows are few, take about two minutes together, and need one core each. Both sides measure processor time, so that little depends on what else
// runs. The other sides do not change with our kernels: the plain ones, x/crypto and klauspost.
func judgedRows(shards int) []row {
	var rows []row
	add := func(name, work, other string, size int) {
		r := turns.Request{Work: work, Shards: shards, Size: size}
		rows = append(rows, row{name: name, ours: call{one, r}, theirs: call{other, r}})
	}
	add("slivers, 1 B", "slivers", plain, 1)
	add("id, 1 MiB", "id", plain, mib)
	add("slivers, 32 MiB", "slivers", plain, 32*mib)
	add("decode, 1 MiB", "decode", plain, mib)
	add("decode, 32 MiB", "decode", plain, 32*mib)
	add("recover, 1 MiB", "recover", plain, mib)
	add("inner nodes", "inner", plain, 64)
	add("leaves, 152 B", "leaves", plain, 152)
	add("leaves, 1206 B", "leaves", plain, 1206)
	add("expand high, 1 KiB", "expand-high", klauspost, kib)
	add("expand high, 32 KiB", "expand-high", klauspost, 32*kib)
	add("expand low, 1 KiB", "expand-low", klauspost, kib)
	add("expand low, 32 KiB", "expand-low", klauspost, 32*kib)
	return rows
}

// judge measures a few ratios and returns an error if one fell by more than a quarter below the baseline of this machine's features. Without a
// baseline it prints one and judges nothing; with record it writes what it found to the folder.
func (b *bench) judge(dir string, record bool, out io.Writer) error {
	found := baseline{Features: features(), Ratios: map[string]float64{}}
	path := filepath.Join(dir, found.Features+".json")
	want, err := loadBaseline(path)
	if err != nil {
		return err
	}
	var fallen []error
	for _, r := range judgedRows(b.shards) {
		least := tolerated * want.Ratios[r.name]
		note := ""
		ratio, err := better(func() (turns.Times, error) { return b.sides.measure(r, judgePairs) }, least)
		if err != nil {
			return fmt.Errorf("%s: %w", r.name, err)
		}
		found.Ratios[r.name] = math.Round(100*ratio) / 100
		if ratio < least {
			fallen = append(fallen, fmt.Errorf("%s: ratio %s, less than %s of the baseline %s", r.name, number(ratio), number(tolerated), number(want.Ratios[r.name])))
			note = " FALLEN"
		}
		fmt.Fprintf(out, "%-40s %8s   baseline %8s%s\n", r.name, number(ratio), number(want.Ratios[r.name]), note)
	}
	text, err := json.MarshalIndent(found, "", "  ")
	if err != nil {
		return err
	}
	text = append(text, '\n')
	switch {
	case record:
		return os.WriteFile(path, text, 0o644)
	case want.Features == "":
		fmt.Fprintf(out, "No baseline for this machine: nothing was judged. To keep what was found, run with -record, which writes %s:\n%s", path, text)
		return nil
	}
	return errors.Join(fallen...)
}

// better measures a ratio, and once more if it seems to have fallen; the better one counts.
func better(measure func() (turns.Times, error), least float64) (float64, error) {
	t, err := measure()
	if err != nil || t.Ratio >= least {
		return t.Ratio, err
	}
	again, err := measure()
	return max(t.Ratio, again.Ratio), err
}

// loadBaseline reads a baseline; one without features if there is none.
func loadBaseline(path string) (baseline, error) {
	var b baseline
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return b, nil
	}
	if err == nil {
		err = json.Unmarshal(text, &b)
	}
	if err != nil {
		return b, fmt.Errorf("baseline %s: %w", path, err)
	}
	return b, nil
}
