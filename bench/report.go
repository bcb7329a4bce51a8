package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strconv"
)

// A result is one line of the report that is a ratio.
type result struct {
	Case     string  `json:"case"`
	Par      float64 `json:"par,omitempty"`
	Aim      float64 `json:"aim,omitempty"`
	Ratio    float64 `json:"ratio,omitempty"` // median over pairs of baseline / ours
	Ours     float64 `json:"oursMilliseconds,omitempty"`
	Baseline float64 `json:"baselineMilliseconds,omitempty"`
	Against  string  `json:"against"`
	Pairs    int     `json:"pairs,omitempty"`
	Skipped  string  `json:"skipped,omitempty"` // why it was not measured
}

// A peak is one line about memory.
type peak struct {
	Case  string  `json:"case"`
	MiB   float64 `json:"vmHWMMiB"`
	Par   float64 `json:"par,omitempty"` // at most; none for what is not the client
	Aim   float64 `json:"aim,omitempty"`
	Notes string  `json:"notes,omitempty"`
}

// A calibration compares the Rust program with the reference encoder's own figure, each divided by the time of one hash beside it.
type calibration struct {
	Case      string  `json:"case"`
	Reference float64 `json:"referenceMilliseconds"`
	Rust      float64 `json:"rustMilliseconds"`
	Hash      float64 `json:"rustHashNanoseconds"`
	Quotient  float64 `json:"quotient"` // (rust / its hash) / (reference / its hash)
	Within    bool    `json:"within"`
}

type report struct {
	Machine     machine       `json:"machine"`
	Reference   string        `json:"reference"` // what has the reference's shape
	Rows        []result      `json:"rows"`
	Calibration []calibration `json:"calibration,omitempty"`
	Peaks       []peak        `json:"peaks,omitempty"`
}

// loadReport reads a report that is to be continued. There may be none yet.
func loadReport(path string) (report, error) {
	var r report
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return r, nil
	}
	if err == nil {
		err = json.Unmarshal(b, &r)
	}
	if err != nil {
		return r, fmt.Errorf("continue %s: %w", path, err)
	}
	return r, nil
}

func (r *report) save(path string) error {
	b, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(b, '\n'), 0o644)
}

// put adds a line, in the place of an older one about the same. A line that was skipped replaces none that was measured.
func (r *report) put(x result) {
	i := slices.IndexFunc(r.Rows, func(y result) bool { return y.Case == x.Case && y.Against == x.Against })
	switch {
	case i < 0:
		r.Rows = append(r.Rows, x)
	case x.Skipped == "" || r.Rows[i].Skipped != "":
		r.Rows[i] = x
	}
}

// has reports whether a line about the same has been measured.
func (r *report) has(x result) bool {
	return slices.ContainsFunc(r.Rows, func(y result) bool { return y.Case == x.Case && y.Against == x.Against && y.Skipped == "" })
}

func (r *report) putCalibration(x calibration) {
	if i := slices.IndexFunc(r.Calibration, func(y calibration) bool { return y.Case == x.Case }); i >= 0 {
		r.Calibration[i] = x
		return
	}
	r.Calibration = append(r.Calibration, x)
}

func (r *report) putPeak(x peak) {
	if i := slices.IndexFunc(r.Peaks, func(y peak) bool { return y.Case == x.Case }); i >= 0 {
		r.Peaks[i] = x
		return
	}
	r.Peaks = append(r.Peaks, x)
}

func (r *report) markdown(w io.Writer) {
	m := r.Machine
	fmt.Fprintf(w, "Kernel %s, %d cores (%.1f of them free), %s; copy %.1f GB/s, one hash of 65 bytes %.0f ns (x/crypto); reference's shape in %s; medians of the pairs.\n\n",
		m.Kernel, m.Cores, m.FreeCores, m.GoVersion, m.CopyGBs, m.HashNanos, r.Reference)
	if len(r.Rows) > 0 {
		fmt.Fprintln(w, "| case | par | aim | ratio | reached | ours ms | baseline ms | pairs | baseline |")
		fmt.Fprintln(w, "|---|---|---|---|---|---|---|---|---|")
	}
	for _, x := range r.Rows {
		par, aim := "", ""
		if x.Par > 0 {
			par, aim = number(x.Par), number(x.Aim)
		}
		if x.Skipped != "" {
			fmt.Fprintf(w, "| %s | %s | %s | | not measured: %s | | | | %s |\n", x.Case, par, aim, x.Skipped, x.Against)
			continue
		}
		fmt.Fprintf(w, "| %s | %s | %s | **%s** | %s | %s | %s | %d | %s |\n",
			x.Case, par, aim, number(x.Ratio), verdict(x.Ratio, x.Par, x.Aim), number(x.Ours), number(x.Baseline), x.Pairs, x.Against)
	}
	if len(r.Calibration) > 0 {
		fmt.Fprintf(w, "\nThe Rust program against the reference encoder's own figures, each divided by the time of one hash of 65 bytes in its run (%.0f ns there):\n\n",
			referenceHashNanos)
		fmt.Fprintln(w, "| case | quotient | within 15 % | Rust ms | its hash ns | reference ms |")
		fmt.Fprintln(w, "|---|---|---|---|---|---|")
		for _, c := range r.Calibration {
			within := "no"
			if c.Within {
				within = "yes"
			}
			fmt.Fprintf(w, "| %s | **%.2f** | %s | %s | %.0f | %s |\n", c.Case, c.Quotient, within, number(c.Rust), c.Hash, number(c.Reference))
		}
	}
	if len(r.Peaks) > 0 {
		fmt.Fprintln(w, "\nPeak memory (VmHWM):")
		fmt.Fprintln(w)
		fmt.Fprintln(w, "| case | par MiB | aim MiB | measured MiB | notes |")
		fmt.Fprintln(w, "|---|---|---|---|---|")
		for _, p := range r.Peaks {
			par, aim := "", ""
			if p.Par > 0 {
				par, aim = number(p.Par), number(p.Aim)
			}
			fmt.Fprintf(w, "| %s | %s | %s | **%.0f** | %s |\n", p.Case, par, aim, p.MiB, p.Notes)
		}
	}
}

// number prints three significant digits, as many as a ratio deserves.
func number(x float64) string {
	switch {
	case x >= 100:
		return strconv.FormatFloat(x, 'f', 0, 64)
	case x >= 10:
		return trimZero(strconv.FormatFloat(x, 'f', 1, 64))
	case x >= 0.1:
		return trimZero(strconv.FormatFloat(x, 'f', 2, 64))
	}
	return trimZero(strconv.FormatFloat(x, 'f', 4, 64))
}

func trimZero(s string) string {
	for len(s) > 0 && s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	if s[len(s)-1] == '.' {
		s = s[:len(s)-1]
	}
	return s
}
