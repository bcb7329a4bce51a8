// Package turns lets two sides do the same work in turn and compares the times.
//
// A side is a process that reads requests from its standard input, one a line, `WORK SHARDS SIZE`, and answers each with a line: the
// nanoseconds that the work took and what it computed, or `error` and a reason. Sides may be written in any language. What a request needs beforehand, a random
// blob above all, a side makes outside the measured time and keeps until a request for something else.
//
// Absolute times differ from machine to machine and from minute to minute; the ratio of two sides that take turns does much less.
package turns

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A Request names a piece of work. SHARDS and SIZE mean what the work says: shards of the code and bytes of the blob, as a rule.
type Request struct {
	Work         string
	Shards, Size int
}

// An Answer is how long a piece of work took and a short text for its result, which is the same on both sides.
type Answer struct {
	Took   time.Duration
	Result string
}

// Serve answers requests from in on out until in ends. A request that do fails is answered with the error.
func Serve(in io.Reader, out io.Writer, do func(Request) (Answer, error)) error {
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		var r Request
		var a Answer
		_, err := fmt.Sscanf(lines.Text(), "%s %d %d", &r.Work, &r.Shards, &r.Size)
		if err == nil {
			a, err = do(r)
		}
		if err != nil {
			_, err = fmt.Fprintf(out, "error %s\n", strings.ReplaceAll(err.Error(), "\n", "; "))
		} else {
			_, err = fmt.Fprintf(out, "%d %s\n", a.Took.Nanoseconds(), a.Result)
		}
		if err != nil {
			return err
		}
	}
	return lines.Err()
}

// A Side is a process that serves requests.
type Side struct {
	name string
	cmd  *exec.Cmd
	in   io.WriteCloser
	out  *bufio.Reader
}

// Start starts a side. env is added to this process's environment, and the side's standard error is this process's.
func Start(name string, env []string, program string, args ...string) (*Side, error) {
	cmd := exec.Command(program, args...)
	cmd.Env = append(os.Environ(), env...)
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("start %s: %w", name, err)
	}
	return &Side{name, cmd, in, bufio.NewReader(out)}, nil
}

// Do sends a request and waits for the answer.
func (s *Side) Do(r Request) (Answer, error) {
	if _, err := fmt.Fprintf(s.in, "%s %d %d\n", r.Work, r.Shards, r.Size); err != nil {
		return Answer{}, fmt.Errorf("%s: ask for %s: %w", s.name, r.Work, err)
	}
	line, err := s.out.ReadString('\n')
	if err != nil {
		return Answer{}, fmt.Errorf("%s: %s has no answer: %w", s.name, r.Work, err)
	}
	first, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
	if first == "error" {
		return Answer{}, fmt.Errorf("%s: %s: %s", s.name, r.Work, rest)
	}
	ns, err := strconv.ParseInt(first, 10, 64)
	if err != nil {
		return Answer{}, fmt.Errorf("%s: %s: answer %q", s.name, r.Work, line)
	}
	return Answer{time.Duration(ns), rest}, nil
}

// Drop asks the side to let go of what it keeps between requests.
func (s *Side) Drop() error {
	_, err := s.Do(Request{Work: "drop"})
	return err
}

// Close ends the process by closing its input, and waits for it.
func (s *Side) Close() error {
	return errors.Join(s.in.Close(), s.cmd.Wait())
}

// Times is what a comparison found. Medians: Ours and Theirs of each side's times, Ratio of theirs/ours over the pairs.
type Times struct {
	Ours, Theirs time.Duration
	Ratio        float64
	Pairs        int
}

// Compare lets both sides do their work in turn, once unmeasured and then pairs times. Both must give the same result, unless one of them gives none.
func Compare(pairs int, ours, theirs func() (Answer, error)) (Times, error) {
	var a, b, ratios []float64
	for i := range pairs + 1 {
		mine, err := ours()
		if err != nil {
			return Times{}, err
		}
		other, err := theirs()
		if err != nil {
			return Times{}, err
		}
		if mine.Result != other.Result && mine.Result != "" && other.Result != "" {
			return Times{}, fmt.Errorf("results differ: %s, baseline %s", mine.Result, other.Result)
		}
		if i == 0 {
			continue // both sides warm up
		}
		a, b = append(a, float64(mine.Took)), append(b, float64(other.Took))
		ratios = append(ratios, float64(other.Took)/float64(mine.Took))
	}
	return Times{time.Duration(Median(a)), time.Duration(Median(b)), Median(ratios), pairs}, nil
}

// Median returns the median of v, which it sorts and which must not be empty.
func Median(v []float64) float64 {
	slices.Sort(v)
	return (v[(len(v)-1)/2] + v[len(v)/2]) / 2
}

// Blob returns the random blob of that size that every side works on: SplitMix64 from seed 1, little endian.
func Blob(size int) []byte {
	blob := make([]byte, size+8)
	x := uint64(1)
	for at := 0; at < size; at += 8 {
		x += 0x9e3779b97f4a7c15
		z := x
		z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
		z = (z ^ z>>27) * 0x94d049bb133111eb
		z ^= z >> 31
		for j := range 8 {
			blob[at+j] = byte(z >> (8 * j))
		}
	}
	return blob[:size:size]
}

// Spread returns position i of a spread choice of positions below n, the same on every side: 7i+3 modulo n. They are distinct for i below n
// unless 7 divides n.
func Spread(n, i int) int { return (7*i + 3) % n }

// Summary stands for the contents of a decoded blob: enough to notice a fault, cheap enough not to be measured.
func Summary(blob []byte) string {
	return fmt.Sprintf("%d:%x:%x", len(blob), blob[:min(8, len(blob))], blob[max(0, len(blob)-8):])
}
