// Command bench measures what a user waits for against others that do the same, and prints ratios: absolute times differ from machine to machine
// and from minute to minute, ratios much less.
//
//	go run ./bench                              # what needs no network of nodes and little memory
//	go run ./bench -rows all -sizes all         # the whole table: about half an hour, 16 GiB of memory, 40 GB of disk
//	go run ./bench -rows encode -sizes 1,1MiB -json results.json -continue
//	go run ./bench -judge bench/baselines       # fail if a ratio fell by more than a quarter
//
// Every side is a process of its own that serves requests (package turns); two of them take turns, and a row is the median over the
// pairs. Both compute the same, and results are compared.
//
// The reference's shape is one thread, a call of the codec per row and per column, one hash at a time: in Rust with the crates that the reference
// uses (peers/rust, built if cargo is there), or in Go with our AVX2 kernels (-shape go). What needs other Go modules or cgo is in the module peers.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"

	"walrus/bench/internal/turns"
	"walrus/internal/kernel"
)

// sideArgument makes this program a side.
const sideArgument = "side"

func main() {
	var err error
	switch args := os.Args[1:]; {
	case len(args) == 2 && args[0] == sideArgument:
		err = serve(args[1], os.Stdin, os.Stdout)
	case len(args) == 2 && args[0] == clientArgument:
		err = serveClient(args[1], os.Stdin, os.Stdout)
	case len(args) > 0 && args[0] == fileArgument:
		err = encodeFile(args[1:])
	default:
		err = run(args, os.Stdout, os.Stderr)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// A bench is one run.
type bench struct {
	sides    *sides
	report   report
	progress io.Writer
	pairs    int
	shards   int
	sizes    []int
	stored   []int  // sizes of the rows about memory
	minio    string // program; empty to build one
	path     string // of the report as JSON; empty for none
	missing  bool   // leave out what the report has

	processor bool // sides measure processor time
}

// Groups of rows, in the order of the table. The quick ones are measured if nothing else is asked for.
var (
	quickGroups = []string{"encode", "one", "straight", "codec", "decode", "systematic", "hashes", "recover", "certificate"}
	allGroups   = append(slices.Clone(quickGroups), "fresh", "network", "memory", "largest", "calibrate")
)

const (
	quickSizes = "1,400kB,1MiB,32MiB"
	allSizes   = quickSizes + ",256MiB,1GiB"
)

func run(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("bench", flag.ExitOnError)
	groups := flags.String("rows", strings.Join(quickGroups, ","), "groups of rows, or all: "+strings.Join(allGroups, ","))
	sizes := flags.String("sizes", quickSizes, "blob `sizes`, or all: "+allSizes)
	pairs := flags.Int("pairs", 7, "measurements of each side per row; rows of 1 GiB take 3")
	shapeIn := flags.String("shape", "", "the reference's shape in rust or go (default rust if cargo is there)")
	jsonPath := flags.String("json", "", "also write the report as JSON to this `file`")
	goOn := flags.Bool("continue", false, "keep what the file of -json already has, and print it too")
	stored := flags.String("memory-sizes", "1GiB,3GiB,6GiB", "`sizes` of the blobs of the rows about memory; the network takes five times the size of disk")
	minio := flags.String("minio", "", "MinIO `program` for the rows about PUT and GET (default: built from its module)")
	judged := flags.String("judge", "", "instead of the table, measure a few ratios and fail if one fell by more than a quarter below the baseline of this kind of machine in this `folder`")
	record := flags.Bool("record", false, "with -judge, write what was found as the baseline")
	strict := flags.Bool("strict", false, "fail if a row could not be measured")
	missing := flags.Bool("missing", false, "with -continue, measure only what the file does not have yet")
	clock := flags.String("clock", "day", "what sides measure: the time of day, or the time of the processors that they use; with processor, names of rows say so")
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
	wanted := strings.Split(*groups, ",")
	if *groups == "all" {
		wanted = allGroups
	}
	for _, g := range wanted {
		if !slices.Contains(allGroups, g) {
			return fmt.Errorf("-rows: no group named %q, want some of %s", g, strings.Join(allGroups, ", "))
		}
	}
	if *sizes == "all" {
		*sizes = allSizes
	}
	lengths, err := parseSizes(*sizes)
	if err != nil {
		return err
	}
	s, err := newSides(stderr)
	if err != nil {
		return err
	}
	defer s.close()
	if s.reference, err = chooseShape(*shapeIn); err != nil {
		return err
	}
	b := &bench{sides: s, progress: stderr, pairs: *pairs, shards: *shards, sizes: lengths, minio: *minio, path: *jsonPath, missing: *missing, processor: *clock == turns.ProcessorClock}
	if b.processor || *judged != "" {
		if err := os.Setenv(turns.ClockVariable, turns.ProcessorClock); err != nil { // sides inherit it
			return err
		}
	}
	if b.stored, err = parseSizes(*stored); err != nil {
		return err
	}
	if *goOn {
		if b.report, err = loadReport(*jsonPath); err != nil {
			return err
		}
	}
	b.report.Machine, b.report.Reference = measureMachine(), map[string]string{rust: "Rust", shape: "Go"}[s.reference]
	if *judged != "" {
		return b.judge(*judged, *record, stdout)
	}
	if err := b.measure(wanted); err != nil {
		return err
	}
	b.report.markdown(stdout)
	if err := b.save(); err != nil {
		return err
	}
	if i := slices.IndexFunc(b.report.Rows, func(x result) bool { return x.Skipped != "" }); *strict && i >= 0 {
		return fmt.Errorf("%s was not measured: %s", b.report.Rows[i].Case, b.report.Rows[i].Skipped)
	}
	return nil
}

func (b *bench) measure(groups []string) error {
	for _, r := range rowsOf(b.shards, b.sizes) {
		if slices.Contains(groups, r.group) {
			x := result{Case: r.name, Par: r.par, Aim: r.aim, Against: r.against}
			if b.processor {
				x.Case += processorSuffix
				if r.ours.side == ours { // times of several processors add up, which the budgets do not mean
					x.Par, x.Aim = 0, 0
				}
			}
			b.add(x, func() (turns.Times, error) { return b.sides.measure(r, b.pairs) })
		}
	}
	for _, special := range []struct {
		group   string
		measure func() error
	}{
		{"fresh", b.measureFresh},
		{"network", b.measureNetwork},
		{"memory", b.measureMemory},
		{"largest", b.measureLargest},
		{"calibrate", b.calibrate},
	} {
		if !slices.Contains(groups, special.group) {
			continue
		}
		if err := special.measure(); err != nil {
			return fmt.Errorf("%s: %w", special.group, err)
		}
	}
	return nil
}

// processorSuffix tells rows of processor time from others.
const processorSuffix = ", processor time"

// add measures a row and adds it to the report. A row that cannot be measured says why.
func (b *bench) add(x result, measure func() (turns.Times, error)) {
	if b.missing && b.report.has(x) {
		return
	}
	fmt.Fprintln(b.progress, x.Case, "against", x.Against)
	t, err := measure()
	if err != nil {
		x.Skipped = err.Error()
		fmt.Fprintln(b.progress, "  not measured:", err)
	} else {
		x.Ratio, x.Ours, x.Baseline, x.Pairs = t.Ratio, t.Ours.Seconds()*1e3, t.Theirs.Seconds()*1e3, t.Pairs
		fmt.Fprintf(b.progress, "  %.2f: %v, baseline %v\n", t.Ratio, t.Ours, t.Theirs)
	}
	b.report.put(x)
	if err := b.save(); err != nil {
		fmt.Fprintln(b.progress, err) // it is saved again at the end
	}
}

// save writes the report. It is written after every row, so that a run that is stopped can be continued.
func (b *bench) save() error {
	if b.path == "" {
		return nil
	}
	return b.report.save(b.path)
}

func chooseShape(language string) (string, error) {
	switch language {
	case "rust":
		return rust, nil
	case "go":
		return shape, nil
	case "":
		if _, err := exec.LookPath("cargo"); err != nil {
			return shape, nil
		}
		return rust, nil
	}
	return "", fmt.Errorf("-shape %s: want rust or go", language)
}

var units = []struct {
	suffix string
	bytes  int
}{{"GiB", gib}, {"MiB", mib}, {"KiB", kib}, {"MB", 1e6}, {"kB", 1e3}, {"", 1}}

func parseSizes(list string) (sizes []int, err error) {
	for _, s := range strings.Split(list, ",") {
		n, err := parseSize(s)
		if err != nil {
			return nil, err
		}
		sizes = append(sizes, n)
	}
	return sizes, nil
}

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
