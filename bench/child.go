package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"

	"walrus/internal/kernel"
)

// childArgument makes this program the process of the baseline: it reads a request per line and answers with a line.
const childArgument = "baseline"

type request struct {
	Work   string
	Shards int
	Size   int
}

type answer struct {
	Nanoseconds int64
	Result      string
	Error       string
}

// serve is the life of the baseline's process. It keeps the state of the last task, so that only the first run of each pays for making it.
func serve(in io.Reader, out io.Writer) {
	var last *state
	requests, answers := json.NewDecoder(in), json.NewEncoder(out)
	for {
		var r request
		if requests.Decode(&r) != nil {
			return // the other side is gone
		}
		t := task{work: r.Work, shards: r.Shards, size: r.Size}
		if last == nil || last.task != t {
			last = newState(t)
		}
		var a answer
		if err := kernel.Err(); err != nil {
			a.Error = err.Error()
		} else if took, result, err := last.measure(baselineOf(r.Work)); err != nil {
			a.Error = err.Error()
		} else {
			a.Nanoseconds, a.Result = took.Nanoseconds(), result
		}
		if answers.Encode(a) != nil {
			return
		}
	}
}

func baselineOf(name string) func(*state) (string, error) {
	for _, w := range works {
		if w.name == name {
			return w.baseline
		}
	}
	return func(*state) (string, error) { return "", fmt.Errorf("no work named %q", name) }
}

// A child is the process of the baseline, seen from the other side.
type child struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *json.Decoder
}

func startChild(kernelName string) (*child, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(self, childArgument)
	cmd.Env = append(os.Environ(), kernel.Variable+"="+kernelName, "GOMAXPROCS=1")
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
		return nil, fmt.Errorf("start the baseline: %w", err)
	}
	return &child{cmd: cmd, in: in, out: json.NewDecoder(bufio.NewReader(out))}, nil
}

func (c *child) measure(t task) (time.Duration, string, error) {
	if err := json.NewEncoder(c.in).Encode(request{Work: t.work, Shards: t.shards, Size: t.size}); err != nil {
		return 0, "", fmt.Errorf("baseline process: %w", err)
	}
	var a answer
	if err := c.out.Decode(&a); err != nil {
		return 0, "", fmt.Errorf("baseline process: %w", err)
	}
	if a.Error != "" {
		return 0, "", fmt.Errorf("baseline process: %s", a.Error)
	}
	return time.Duration(a.Nanoseconds), a.Result, nil
}

// stop ends the process by closing its input, and waits for it.
func (c *child) stop() {
	_ = c.in.Close()
	_ = c.cmd.Wait()
}
