// Command bench measures what a user waits for against baselines in the same run, and prints ratios: absolute times differ from machine to machine
// and from minute to minute, ratios much less.
//
//	go run ./bench                          # the table, as Markdown
//	go run ./bench -sizes 1,1MiB,256MiB     # other blob sizes
//	go run ./bench -json results.json       # and as JSON
//
// The baseline of encoding and decoding is the shape of the reference encoder: one goroutine, one codeword and one hash at a time, no
// hash remembered. It runs in a process of its own (this program again), with the AVX2 kernels where the processor has them, as
// the reference's codec has; -reference-kernel plain takes the plain ones. Our side and the baseline take turns, and each row is the median
// over the pairs. Results of both are compared.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"walrus/internal/kernel"
)

// A row is one line of the table.
type row struct {
	Case     string  `json:"case"`
	Ours     float64 `json:"oursMilliseconds"`     // median
	Baseline float64 `json:"baselineMilliseconds"` // median
	Ratio    float64 `json:"ratio"`                // median over pairs of baseline / ours
	Against  string  `json:"against"`
}

type report struct {
	Kernel    string  `json:"kernel"`
	Reference string  `json:"referenceKernel"`
	Cores     int     `json:"cores"`
	GoVersion string  `json:"go"`
	Pairs     int     `json:"pairs"`
	CopyGBs   float64 `json:"copyGigabytesPerSecond"` // of a copy of 256 MiB, one goroutine
	HashNanos float64 `json:"hashNanoseconds"`        // of one BLAKE2b-256 of 65 bytes, one at a time
	Rows      []row   `json:"rows"`
}

func main() {
	if len(os.Args) > 1 && os.Args[1] == childArgument {
		serve(os.Stdin, os.Stdout)
		return
	}
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("bench", flag.ExitOnError)
	sizes := flags.String("sizes", "1,400kB,1MiB,32MiB", "blob `sizes`; at 256MiB the two processes take about 2.5 GiB")
	pairs := flags.Int("pairs", 7, "measurements of each side per row")
	reference := flags.String("reference-kernel", "", "WALRUS_KERNEL of the baseline (default avx2 if the processor has it, else plain)")
	jsonPath := flags.String("json", "", "also write the table as JSON to this `file`")
	shards := flags.Int("shards", 1000, "shards of the code")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if err := kernel.Err(); err != nil {
		return err
	}
	if *pairs < 1 {
		return fmt.Errorf("-pairs %d: want at least 1", *pairs)
	}
	var lengths []int
	for _, s := range strings.Split(*sizes, ",") {
		n, err := parseSize(s)
		if err != nil {
			return err
		}
		lengths = append(lengths, n)
	}
	if *reference == "" {
		*reference = kernel.Plain.String()
		if slices.Contains(kernel.Available(), kernel.AVX2) {
			*reference = kernel.AVX2.String()
		}
	}
	child, err := startChild(*reference)
	if err != nil {
		return err
	}
	defer child.stop()

	r := report{Kernel: kernel.Active().String(), Reference: *reference, Cores: runtime.GOMAXPROCS(0), GoVersion: runtime.Version(), Pairs: *pairs}
	r.CopyGBs, r.HashNanos = machine()
	add := func(name, against string, ours, baseline func() (time.Duration, string, error)) error {
		fmt.Fprintln(stderr, name)
		m, err := compare(*pairs, ours, baseline)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		m.Case, m.Against = name, against
		r.Rows = append(r.Rows, m)
		return nil
	}
	for _, size := range lengths {
		for _, w := range works {
			task := task{work: w.name, shards: *shards, size: size}
			mine := newState(task)
			ours := func() (time.Duration, string, error) { return mine.measure(w.ours) }
			theirs := func() (time.Duration, string, error) { return child.measure(task) }
			if err := add(w.title+", "+formatSize(size), w.against, ours, theirs); err != nil {
				return err
			}
		}
	}
	for _, h := range hashWorks() {
		if err := add(h.name, "x/crypto, one at a time, same core", h.ours, h.baseline); err != nil {
			return err
		}
	}
	printMarkdown(stdout, r)
	if *jsonPath == "" {
		return nil
	}
	b, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(*jsonPath, append(b, '\n'), 0o644)
}

// compare runs both sides in turn, once unmeasured and then pairs times. Both must give the same result.
func compare(pairs int, ours, baseline func() (time.Duration, string, error)) (row, error) {
	var a, b, ratios []float64
	for i := range pairs + 1 {
		ta, ra, err := ours()
		if err != nil {
			return row{}, err
		}
		tb, rb, err := baseline()
		if err != nil {
			return row{}, fmt.Errorf("baseline: %w", err)
		}
		if ra != rb {
			return row{}, fmt.Errorf("results differ: %s, baseline %s", ra, rb)
		}
		if i == 0 {
			continue // both sides warm up
		}
		a, b, ratios = append(a, ms(ta)), append(b, ms(tb)), append(ratios, float64(tb)/float64(ta))
	}
	return row{Ours: median(a), Baseline: median(b), Ratio: median(ratios)}, nil
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

func median(v []float64) float64 {
	slices.Sort(v)
	return (v[(len(v)-1)/2] + v[len(v)/2]) / 2
}

func printMarkdown(w io.Writer, r report) {
	fmt.Fprintf(w, "Kernel %s on %d cores against one core with %s; %s; medians of %d pairs; copy %.1f GB/s, one hash of 65 bytes %.0f ns.\n\n",
		r.Kernel, r.Cores, r.Reference, r.GoVersion, r.Pairs, r.CopyGBs, r.HashNanos)
	fmt.Fprintln(w, "| case | ratio | ours ms | baseline ms | baseline |")
	fmt.Fprintln(w, "|---|---|---|---|---|")
	for _, m := range r.Rows {
		fmt.Fprintf(w, "| %s | %.1f | %.2f | %.2f | %s |\n", m.Case, m.Ratio, m.Ours, m.Baseline, m.Against)
	}
}

var units = []struct {
	suffix string
	bytes  int
}{{"GiB", 1 << 30}, {"MiB", 1 << 20}, {"KiB", 1 << 10}, {"MB", 1e6}, {"kB", 1e3}, {"", 1}}

func parseSize(s string) (int, error) {
	for _, u := range units {
		digits, ok := strings.CutSuffix(s, u.suffix)
		if n, err := strconv.ParseUint(digits, 10, 31); ok && err == nil {
			return int(n) * u.bytes, nil
		}
	}
	return 0, fmt.Errorf("size %q: want bytes, or a number with kB, KiB, MB, MiB or GiB", s)
}

func formatSize(n int) string {
	for _, u := range units[:len(units)-1] {
		if n > 0 && n%u.bytes == 0 {
			return fmt.Sprintf("%d %s", n/u.bytes, u.suffix)
		}
	}
	return fmt.Sprintf("%d B", n)
}
