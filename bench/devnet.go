package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// A devnet is a network of ten nodes that `walrus devnet` runs in a folder of its own, and the walrus program to use it with.
type devnet struct {
	program string
	home    string // of the commands, so that nothing of the user's is read or written
	config  string // the client's configuration
	cmd     *exec.Cmd
}

// startDevnet starts a network in dir and returns once it serves.
func (b *bench) startDevnet(dir string) (*devnet, error) {
	program, err := b.sides.buildWalrus()
	if err != nil {
		return nil, err
	}
	d := &devnet{program: program, home: filepath.Join(dir, "home")}
	if err := os.MkdirAll(d.home, 0o700); err != nil {
		return nil, err
	}
	d.cmd = d.command("devnet", "--json", "--dir", filepath.Join(dir, "net"))
	d.cmd.Stderr = b.progress
	out, err := d.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := d.cmd.Start(); err != nil {
		return nil, fmt.Errorf("start the devnet: %w", err)
	}
	var info struct {
		ClientConfig string `json:"clientConfig"`
	}
	if err := json.NewDecoder(out).Decode(&info); err != nil {
		return nil, errors.Join(fmt.Errorf("the devnet does not say that it serves: %w", err), d.stop())
	}
	d.config = info.ClientConfig
	return d, nil
}

func (d *devnet) stop() error {
	if err := d.cmd.Process.Signal(os.Interrupt); err != nil {
		return err
	}
	return d.cmd.Wait()
}

// command prepares a walrus command in the folder of this network.
func (d *devnet) command(args ...string) *exec.Cmd {
	cmd := exec.Command(d.program, args...)
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "HOME=") && !strings.HasPrefix(v, "XDG_CONFIG_HOME=") {
			cmd.Env = append(cmd.Env, v)
		}
	}
	cmd.Env = append(cmd.Env, "HOME="+d.home)
	return cmd
}

// A commandRun is what became of one command.
type commandRun struct {
	took time.Duration
	peak float64 // VmHWM in MiB
	out  []byte
}

// watch runs a command to its end and watches its memory.
func watch(cmd *exec.Cmd) (commandRun, error) {
	var r commandRun
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	begin := time.Now()
	if err := cmd.Start(); err != nil {
		return r, err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case err := <-ended:
			r.took, r.out = time.Since(begin), out.Bytes()
			if err != nil {
				return r, fmt.Errorf("%s: %w: %s", strings.Join(cmd.Args[1:2], " "), err, strings.TrimSpace(said.String()))
			}
			if r.peak == 0 {
				return r, errors.New("no VmHWM in /proc: memory is measured on Linux only")
			}
			return r, nil
		case <-tick.C:
			// The high-water mark never falls, so what the last tick misses is what grew after it. The
			// kernel's figure for ended processes would count this process's own memory too.
			if mib, ok := highWater(cmd.Process.Pid); ok {
				r.peak = mib
			}
		}
	}
}

// highWater reads a process's VmHWM in MiB.
func highWater(pid int) (float64, bool) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, false
	}
	_, rest, found := strings.Cut(string(status), "VmHWM:")
	var kb float64
	if n, _ := fmt.Sscanf(rest, "%f kB", &kb); !found || n != 1 {
		return 0, false
	}
	return kb / 1024, true
}
