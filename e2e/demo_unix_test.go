//go:build unix

package e2e

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// demo is a walrus demo with a home and a folder for temporary files of its own.
func demo(t *testing.T, args ...string) (cmd *exec.Cmd, out *bytes.Buffer, tmp string) {
	t.Helper()
	tmp = t.TempDir()
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	t.Cleanup(cancel)
	cmd = exec.CommandContext(ctx, program, append([]string{"demo"}, args...)...)
	cmd.Env = append(os.Environ(), "HOME="+t.TempDir(), "TMPDIR="+tmp, "XDG_CONFIG_HOME=")
	out = new(bytes.Buffer)
	cmd.Stdout, cmd.Stderr = out, out
	return cmd, out, tmp
}

// nothingLeft fails the test if the demo left a file or a process behind.
func nothingLeft(t *testing.T, tmp string) {
	t.Helper()
	if left, err := os.ReadDir(tmp); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
	// Every process of the demo has the temporary folder in its arguments.
	list, err := exec.Command("ps", "-e", "-o", "args").Output()
	if err != nil {
		t.Skipf("no ps to look for processes with: %v", err)
	}
	for line := range strings.SplitSeq(string(list), "\n") {
		if strings.Contains(line, tmp) {
			t.Errorf("still runs: %s", line)
		}
	}
}

func TestDemo(t *testing.T) {
	file := filepath.Join(t.TempDir(), "photo.jpg")
	if err := os.WriteFile(file, blob(9, 1_234_567), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd, out, tmp := demo(t, file)
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	text := out.String()
	for want, times := range map[string]int{
		"photo.jpg\n":        1,
		"667 are a quorum":   1,
		"certified in epoch": 1,
		" is gone":           3,
		"1,234,567 bytes read, verified and equal to the file": 2,
		"absent: damaged":   1, // the node noticed
		"wrong sliver hash": 1, // the reader did
	} {
		if got := strings.Count(text, want); got != times {
			t.Errorf("%q is there %d times, want %d", want, got, times)
		}
	}
	if t.Failed() {
		t.Log(text)
	}
	nothingLeft(t, tmp)
}

// TestDemoInterrupted presses Ctrl-C at several moments.
func TestDemoInterrupted(t *testing.T) {
	for _, after := range []time.Duration{300 * time.Millisecond, 1500 * time.Millisecond, 3 * time.Second} {
		cmd, out, tmp := demo(t)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(after) // the moment is arbitrary; nothing is waited for
		began := time.Now()
		if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
			t.Fatal(err)
		}
		if err := cmd.Wait(); err == nil && !strings.Contains(out.String(), "Done in") {
			t.Errorf("interrupted after %v: exit status 0", after)
		}
		t.Logf("interrupted after %v, ended %v later", after, time.Since(began).Round(time.Millisecond))
		nothingLeft(t, tmp)
	}
}
