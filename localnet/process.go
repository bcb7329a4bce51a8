package localnet

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

const (
	// readyLine is what a child prints on standard output once it serves.
	readyLine = "ready"
	// readyTimeout bounds the wait for it. A chain that was killed replays its last blocks first, which takes well below a second.
	readyTimeout = 60 * time.Second
	// stopTimeout is how long a part may take to end before it is killed, so that a whole network stops within five seconds.
	stopTimeout = 4 * time.Second
)

// A part is one running piece of a network: a child process, or goroutines of this process.
type part struct {
	name string
	stop context.CancelFunc // asks it to end
	proc *os.Process        // nil if it runs in this process
	done chan struct{}      // closed when it has ended
	err  error              // why; valid after done
}

// wait asks the part to end and waits until it has.
func (p *part) wait() error {
	p.stop()
	<-p.done
	return p.err
}

// ended reports whether the part has ended.
func (p *part) ended() bool {
	select {
	case <-p.done:
		return true
	default:
		return false
	}
}

// goPart runs a part in this process until stop is called.
func goPart(name string, run func(ctx context.Context) error) *part {
	ctx, cancel := context.WithCancel(context.Background())
	p := &part{name: name, stop: cancel, done: make(chan struct{})}
	go func() {
		defer close(p.done)
		if err := run(ctx); err != nil && ctx.Err() == nil {
			p.err = fmt.Errorf("%s: %w", name, err)
		}
	}()
	return p
}

// startProcess starts exe with args and returns when it has said that it serves. Its standard error is appended to the file at logPath, its
// standard input is a pipe that stays open as long as this process lives and p.stop has not been called.
func startProcess(ctx context.Context, name, exe string, args []string, logPath string) (*part, error) {
	logFile, err := os.OpenFile(logPath, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return nil, err
	}
	defer logFile.Close() // the child has its own handle
	cmd := exec.Command(exe, args...)
	cmd.Stderr = logFile
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("start %s: %w", name, err)
	}
	ctx, cancelWait := context.WithTimeout(ctx, readyTimeout)
	defer cancelWait()
	stopping, stop := context.WithCancel(context.Background())
	p := &part{name: name, stop: stop, proc: cmd.Process, done: make(chan struct{})}
	exited := make(chan struct{})
	go func() { // closes the pipe when asked to, and kills what does not heed it
		select {
		case <-exited:
			return
		case <-stopping.Done():
		}
		stdin.Close()
		select {
		case <-exited:
		case <-time.After(stopTimeout):
			_ = cmd.Process.Kill() // it has ended by itself if this does not succeed
		}
	}()
	ready := make(chan bool, 1)
	go func() {
		defer close(p.done)
		out := bufio.NewReader(stdout)
		line, _ := out.ReadString('\n')
		ready <- strings.TrimSpace(line) == readyLine
		_, _ = io.Copy(io.Discard, out) // until the child closes it
		err := cmd.Wait()
		close(exited)
		if stopping.Err() == nil {
			p.err = fmt.Errorf("%s (process %d) ended by itself: %w%s", name, cmd.Process.Pid, orClean(err), tail(logPath))
		}
	}()
	select {
	case ok := <-ready:
		if ok {
			return p, nil
		}
		// It has closed its output: it is about to end, and says why in its log.
		select {
		case <-p.done:
			return nil, p.err
		case <-time.After(stopTimeout):
		}
		err = fmt.Errorf("%s closed its output before it served%s", name, tail(logPath))
	case <-ctx.Done():
		err = fmt.Errorf("%s did not serve in time: %w%s", name, ctx.Err(), tail(logPath))
	}
	_ = p.wait() // err already says what happened
	return nil, err
}

func orClean(err error) error {
	if err == nil {
		return errors.New("exit status 0")
	}
	return err
}

// tail returns the last lines of a log, set off for an error message.
func tail(path string) string {
	const most = 2000
	b, err := os.ReadFile(path)
	if err != nil || len(bytes.TrimSpace(b)) == 0 {
		return ""
	}
	if len(b) > most {
		b = b[len(b)-most:]
		if i := bytes.IndexByte(b, '\n'); i >= 0 {
			b = b[i+1:]
		}
	}
	lines := strings.Split(strings.TrimSpace(string(b)), "\n")
	return "; its log " + path + " ends with: " + strings.Join(lines[max(0, len(lines)-3):], " | ")
}

// SayReady tells the process that started this one that it serves now.
func SayReady(stdout io.Writer) error {
	_, err := fmt.Fprintln(stdout, readyLine)
	return err
}

// FollowParent returns a context that ends when the pipe at stdin closes, which happens when the process that started this one ends for
// whatever reason. exit is called if the work has not ended stopTimeout after that; it should end the process.
func FollowParent(ctx context.Context, stdin io.Reader, exit func()) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	go func() {
		_, _ = io.Copy(io.Discard, stdin) // nothing is ever sent; only the end matters
		cancel()
		time.Sleep(stopTimeout)
		exit()
	}()
	return ctx, cancel
}
