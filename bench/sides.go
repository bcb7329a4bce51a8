package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"walrus/bench/internal/turns"
	"walrus/internal/kernel"
)

// sides starts the processes that rows name, each when it is first needed, and building it first if it is no part of this program.
type sides struct {
	root      string // of the repository
	reference string // which side has the reference's shape: rust or shape
	progress  io.Writer
	running   map[string]*turns.Side
	failed    map[string]error // sides that could not be started
}

func newSides(progress io.Writer) (*sides, error) {
	root, err := findRoot()
	if err != nil {
		return nil, err
	}
	return &sides{root: root, reference: rust, progress: progress, running: map[string]*turns.Side{}, failed: map[string]error{}}, nil
}

// findRoot returns the folder of this module: that of the working directory or the nearest one above it that has the module's go.mod.
func findRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		text, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		if err == nil && strings.HasPrefix(string(text), "module walrus\n") {
			return dir, nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", errors.New("run it inside the repository: no go.mod of module walrus here or above")
		}
		dir = up
	}
}

// get returns a running side. A side that could not be started once is not tried again.
func (s *sides) get(name string) (*turns.Side, error) {
	if name == reference {
		name = s.reference
	}
	if side, ok := s.running[name]; ok {
		return side, nil
	}
	if err, ok := s.failed[name]; ok {
		return nil, err
	}
	side, err := s.start(name)
	if err != nil {
		s.failed[name] = err
		return nil, err
	}
	s.running[name] = side
	return side, nil
}

func (s *sides) start(name string) (*turns.Side, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	switch name {
	case ours:
		return turns.Start(name, nil, self, sideArgument, "ours")
	case one:
		return turns.Start(name, []string{"GOMAXPROCS=1"}, self, sideArgument, "ours")
	case shape:
		return turns.Start(name, []string{kernel.Variable + "=" + shapeKernel(), "GOMAXPROCS=1"}, self, sideArgument, "shape")
	case plain:
		return turns.Start(name, []string{kernel.Variable + "=" + kernel.Plain.String(), "GOMAXPROCS=1"}, self, sideArgument, "shape")
	case rust:
		program, err := s.buildRust()
		if err != nil {
			return nil, err
		}
		return turns.Start(name, nil, program)
	case klauspost, blst:
		program, err := s.buildPeer(name)
		if err != nil {
			return nil, err
		}
		var env []string
		if name == blst {
			env = []string{"GOMAXPROCS=1"} // it is compared on one core
		}
		return turns.Start(name, env, program)
	}
	return nil, fmt.Errorf("no side named %s", name)
}

// shapeKernel is the kernel of the reference's shape in Go: AVX2 where the processor has it, as the reference's codec.
func shapeKernel() string {
	if slices.Contains(kernel.Available(), kernel.AVX2) {
		return kernel.AVX2.String()
	}
	return kernel.Plain.String()
}

// cache is a folder for programs and files that are made for the benchmark. It is not part of the repository.
func (s *sides) cache() (string, error) {
	dir := filepath.Join(s.root, ".cache", "bench")
	return dir, os.MkdirAll(dir, 0o755)
}

func (s *sides) buildRust() (string, error) {
	if _, err := exec.LookPath("cargo"); err != nil {
		return "", errors.New("cargo is missing: install Rust, or compare with -shape go")
	}
	dir, err := s.cache()
	if err != nil {
		return "", err
	}
	target := filepath.Join(dir, "rust")
	manifest := filepath.Join(s.root, "bench", "peers", "rust", "Cargo.toml")
	err = s.command(s.root, nil, "cargo", "build", "--quiet", "--locked", "--release", "--manifest-path", manifest, "--target-dir", target)
	return filepath.Join(target, "release", "reference-shape"), err
}

// buildPeer builds a program of the module bench/peers.
func (s *sides) buildPeer(name string) (string, error) {
	env := []string{"CGO_ENABLED=0"}
	if name == blst {
		env = []string{"CGO_ENABLED=1"}
	}
	return s.build(filepath.Join(s.root, "bench", "peers"), env, name)
}

func (s *sides) buildWalrus() (string, error) {
	return s.build(s.root, []string{"CGO_ENABLED=0"}, "cmd/walrus")
}

func (s *sides) build(dir string, env []string, pkg string) (string, error) {
	cache, err := s.cache()
	if err != nil {
		return "", err
	}
	program := filepath.Join(cache, filepath.Base(pkg))
	return program, s.command(dir, env, "go", "build", "-o", program, "./"+pkg)
}

func (s *sides) command(dir string, env []string, name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	cmd.Stdout, cmd.Stderr = s.progress, s.progress
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s %s: %w", name, strings.Join(args[:min(2, len(args))], " "), err)
	}
	return nil
}

// measure runs one row. Both sides let go of everything afterwards.
func (s *sides) measure(r row, pairs int) (turns.Times, error) {
	mine, err := s.get(r.ours.side)
	if err != nil {
		return turns.Times{}, err
	}
	other, err := s.get(r.theirs.side)
	if err != nil {
		return turns.Times{}, err
	}
	if r.pairs > 0 {
		pairs = min(pairs, r.pairs)
	}
	times, err := turns.Compare(pairs,
		func() (turns.Answer, error) { return mine.Do(r.ours.request) },
		func() (turns.Answer, error) { return other.Do(r.theirs.request) })
	return times, errors.Join(err, mine.Drop(), other.Drop())
}

func (s *sides) close() {
	for _, side := range s.running {
		if err := side.Close(); err != nil {
			fmt.Fprintln(s.progress, "a side ended badly:", err)
		}
	}
}
