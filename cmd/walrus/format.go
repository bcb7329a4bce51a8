package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"os"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/term"
)

// Colours of the terminal. They are left out when the stream is no terminal or NO_COLOR is set.
const (
	red    = "1;31"
	yellow = "33"
	teal   = "1;36"
	purple = "1;35"
	bold   = "1"
)

// paint wraps s in a colour if w is a terminal that wants colours.
func paint(w io.Writer, colour, s string) string {
	if !isTerminal(w) || os.Getenv("NO_COLOR") != "" {
		return s
	}
	return "\x1b[" + colour + "m" + s + "\x1b[0m"
}

// isTerminal reports whether a stream is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(interface{ Fd() uintptr })
	return ok && term.IsTerminal(int(f.Fd()))
}

// humanBytes writes n with three significant digits and a binary unit: 2.50 KiB, 64.1 MiB, 998 B.
func humanBytes(n uint64) string {
	if n < 1024 {
		return fmt.Sprintf("%d B", n)
	}
	units := []string{"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"}
	v, u := float64(n)/1024, 0
	for v >= 999.5 && u < len(units)-1 {
		v, u = v/1024, u+1
	}
	digits := 0
	switch {
	case v < 9.995:
		digits = 2
	case v < 99.95:
		digits = 1
	}
	return strconv.FormatFloat(v, 'f', digits, 64) + " " + units[u]
}

// thousands writes n with a comma between groups of three digits.
func thousands(n uint64) string {
	s := strconv.FormatUint(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// frostPerWAL is the number of smallest units in one WAL.
const frostPerWAL = 1_000_000_000

// humanWAL writes an amount of FROST: exactly up to 99,999 FROST, and in WAL with three or four decimals above.
func humanWAL(frost uint64) string {
	if frost < 100_000 {
		return thousands(frost) + " FROST"
	}
	decimals := 3
	if frost < frostPerWAL/10 {
		decimals = 4
	}
	whole := frost / frostPerWAL
	unit := uint64(frostPerWAL)
	for range decimals {
		unit /= 10
	}
	rest := (frost%frostPerWAL + unit/2) / unit
	if rest*unit >= frostPerWAL {
		whole, rest = whole+1, 0
	}
	return fmt.Sprintf("%s.%0*d WAL", thousands(whole), decimals, rest)
}

// humanNative writes an amount of wei: as wei up to a million, as gwei below a thousandth of a coin, else as coins with four decimals.
func humanNative(wei *big.Int) string {
	switch {
	case wei == nil:
		return "0 wei"
	case wei.CmpAbs(big.NewInt(1_000_000)) < 0:
		return wei.String() + " wei"
	case wei.CmpAbs(big.NewInt(1e15)) < 0:
		return new(big.Rat).SetFrac(wei, big.NewInt(1e9)).FloatString(3) + " gwei"
	}
	return new(big.Rat).SetFrac(wei, big.NewInt(1e18)).FloatString(4) + " coins"
}

// humanDuration writes d as 1d 2h 3m 4s, leaving out zero parts, and with milliseconds below ten seconds.
func humanDuration(d time.Duration) string {
	if d < 0 {
		return "-" + humanDuration(-d)
	}
	if d < 10*time.Second {
		return d.Round(time.Millisecond).String()
	}
	d = d.Round(time.Second)
	var parts []string
	for _, u := range []struct {
		size time.Duration
		name string
	}{{24 * time.Hour, "d"}, {time.Hour, "h"}, {time.Minute, "m"}, {time.Second, "s"}} {
		if n := d / u.size; n > 0 {
			parts = append(parts, fmt.Sprintf("%d%s", n, u.name))
			d -= n * u.size
		}
	}
	return strings.Join(parts, " ")
}

// humanTime writes a time as RFC 3339 in UTC, to the second.
func humanTime(t time.Time) string { return t.UTC().Format(time.RFC3339) }

// printJSON writes v with two spaces of indentation and no newline at the end, the way existing scripts know it.
func printJSON(w io.Writer, v any) error {
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return err
	}
	_, err = w.Write(b)
	return err
}

// section prints a heading.
func section(w io.Writer, title string) { fmt.Fprintf(w, "\n%s\n", paint(w, purple, title)) }

// fields prints aligned "name: value" lines.
func fields(w io.Writer, pairs ...string) {
	width := 0
	for i := 0; i < len(pairs); i += 2 {
		width = max(width, utf8.RuneCountInString(pairs[i]))
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		fmt.Fprintf(w, "%s:%s %s\n", pairs[i], strings.Repeat(" ", width-utf8.RuneCountInString(pairs[i])), pairs[i+1])
	}
}

// table prints rows under a header, with dashed lines above, below and under the header.
func table(w io.Writer, header []string, rows [][]string) {
	widths := make([]int, len(header))
	for _, row := range append([][]string{header}, rows...) {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	total := 0
	for _, n := range widths {
		total += n + 2
	}
	rule := strings.Repeat("-", total)
	line := func(row []string, colour string) {
		var b strings.Builder
		for i, cell := range row {
			b.WriteString(" " + cell + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)+1))
		}
		text := strings.TrimRight(b.String(), " ")
		if colour != "" {
			text = paint(w, colour, text)
		}
		fmt.Fprintln(w, text)
	}
	fmt.Fprintln(w, rule)
	line(header, bold)
	fmt.Fprintln(w, rule)
	for _, row := range rows {
		line(row, "")
	}
	fmt.Fprintln(w, rule)
}
