package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"walrus/bench/internal/turns"
)

// fileArgument makes this program encode a file to a file of all slivers, once.
const fileArgument = "encode"

// freshSize is the blob of the rows about fresh processes.
const freshSize = 256 * mib

// measureFresh compares whole processes, from their start to their end, which get no warm memory: the blob ID of a file, and all slivers from
// file to file.
func (b *bench) measureFresh() error {
	dir, err := b.scratch()
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	blob, out := filepath.Join(dir, "blob"), filepath.Join(dir, "slivers")
	if err := os.WriteFile(blob, turns.Blob(freshSize), 0o600); err != nil {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	walrus, err := b.sides.buildWalrus()
	if err != nil {
		return err
	}
	reference, err := b.sides.buildRust()
	if err != nil {
		return err
	}
	shards := strconv.Itoa(b.shards)
	for _, c := range []struct {
		name         string
		ours, theirs []string
	}{
		{
			"blob ID from a file, fresh process, " + formatSize(freshSize),
			[]string{walrus, "blob-id", "--n-shards", shards, blob},
			[]string{reference, "id", shards, blob},
		},
		{
			"all slivers from file to file, fresh process, " + formatSize(freshSize),
			[]string{self, fileArgument, shards, blob, out},
			[]string{reference, "slivers", shards, blob, out},
		},
	} {
		b.add(result{Case: c.name, Par: 3, Aim: 6, Against: "reference's shape in Rust, whole process"}, func() (turns.Times, error) {
			return turns.Compare(b.pairs,
				func() (turns.Answer, error) { return runOnce(out, c.ours) },
				func() (turns.Answer, error) { return runOnce(out, c.theirs) })
		})
	}
	return nil
}

// runOnce runs a program to its end and deletes what it has written to out. The time to delete is not counted.
func runOnce(out string, command []string) (turns.Answer, error) {
	cmd := exec.Command(command[0], command[1:]...)
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = io.Discard, &said
	begin := time.Now()
	err := cmd.Run()
	took := time.Since(begin)
	if err != nil {
		return turns.Answer{}, fmt.Errorf("%s: %w: %s", filepath.Base(command[0]), err, strings.TrimSpace(said.String()))
	}
	if err := os.Remove(out); err != nil && !errors.Is(err, os.ErrNotExist) {
		return turns.Answer{}, err
	}
	return turns.Answer{Took: took}, nil
}

// scratch makes a folder for large files.
func (b *bench) scratch() (string, error) {
	cache, err := b.sides.cache()
	if err != nil {
		return "", err
	}
	return os.MkdirTemp(cache, "run-")
}
