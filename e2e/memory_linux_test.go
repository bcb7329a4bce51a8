package e2e

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The measurement of docs/performance.md took 1024,3072,6144 with 3 nodes dead, so that the others need only 21 GB of disk:
//
//	go test -timeout 30m -run TestFlatMemory -v ./e2e -memory-sizes 1024,3072,6144 -memory-dead 3 -memory-limit 256
var (
	memorySizes = flag.String("memory-sizes", "128,384", "MiB of the blobs whose store and read are measured, rising; the nodes need 4.5 times the largest, or 3.2 times with three dead")
	memoryDead  = flag.Int("memory-dead", 0, "nodes of ten that are dead meanwhile")
	memoryLimit = flag.Int("memory-limit", 256, "MiB that the client may take")
)

// measured runs the program and returns its standard output, and the most memory that it held, in MiB. Pages of files that it reads are not among them.
func measured(t *testing.T, env []string, args ...string) (out []byte, peak float64) {
	t.Helper()
	cmd := exec.Command(program, args...)
	var stdout, stderr bytes.Buffer
	cmd.Env, cmd.Stdout, cmd.Stderr = env, &stdout, &stderr
	began := time.Now()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case err := <-done:
			if err != nil {
				t.Fatalf("walrus %s: %v\n%s", strings.Join(args, " "), err, stderr.Bytes())
			}
			t.Logf("walrus %-7s %6.2f s, user %.1f s, system %.1f s, at most %.1f MiB", args[0], time.Since(began).Seconds(),
				cmd.ProcessState.UserTime().Seconds(), cmd.ProcessState.SystemTime().Seconds(), peak)
			return stdout.Bytes(), peak
		case <-tick.C:
			peak = max(peak, highWater(cmd.Process.Pid))
		}
	}
}

// highWater is VmHWM of a process in MiB, which never falls; 0 if it is gone.
func highWater(pid int) float64 {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(b)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kib, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(rest), "kB")), 64)
			if err == nil {
				return kib / 1024
			}
		}
	}
	return 0
}

// randomFile writes n bytes that depend on seed.
func randomFile(t *testing.T, path string, seed byte, n int64) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = io.CopyN(f, rand.NewChaCha8([32]byte{seed}), n)
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		t.Fatal(err)
	}
}

// equalsRandomFile reports whether path holds what randomFile wrote.
func equalsRandomFile(t *testing.T, path string, seed byte, n int64) bool {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want, got := io.LimitReader(rand.NewChaCha8([32]byte{seed}), n), bufio.NewReader(f)
	a, b := make([]byte, 1<<20), make([]byte, 1<<20)
	for {
		na, erra := io.ReadFull(want, a)
		nb, errb := io.ReadFull(got, b)
		if na != nb || !bytes.Equal(a[:na], b[:nb]) {
			return false
		}
		if erra != nil || errb != nil {
			return erra == errb
		}
	}
}

// memoryChance is how many MiB of the peaks chance makes: when the garbage collector runs, and whether some sliver came late.
const memoryChance = 16

// TestFlatMemory stores, reads and identifies blobs of several sizes with a thousand shards, and compares the memory that the program took: it stays within the limit, and
// that of stores and reads within a tenth of each other, or within memoryChance.
func TestFlatMemory(t *testing.T) {
	n := start(t, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100)
	for i := range *memoryDead {
		n.kill(9 - i)
	}
	dir := t.TempDir()
	env := append(os.Environ(), "HOME="+dir, "TMPDIR="+dir, "XDG_CONFIG_HOME=", "GOMEMLIMIT=", "GOGC=")
	config := n.net.Info().ClientConfig
	peaks := map[string][]float64{}
	for i, text := range strings.Split(*memorySizes, ",") {
		mib, err := strconv.Atoi(text)
		if err != nil {
			t.Fatalf("-memory-sizes: %v", err)
		}
		size := int64(mib) << 20
		path, out := filepath.Join(dir, "blob"), filepath.Join(dir, "copy")
		randomFile(t, path, byte(i), size)
		t.Logf("%d MiB", mib)
		_, peak := measured(t, env, "blob-id", path, "--n-shards", "1000")
		peaks["blob-id"] = append(peaks["blob-id"], peak)
		raw, peak := measured(t, env, "store", path, "--epochs", "1", "--permanent", "--json", "--config", config)
		peaks["store"] = append(peaks["store"], peak)
		if err := os.Remove(path); err != nil { // its room may be needed
			t.Fatal(err)
		}
		var results []struct {
			Result struct {
				New struct {
					Object struct {
						ID string `json:"blobId"`
					} `json:"blobObject"`
				} `json:"newlyCreated"`
			} `json:"blobStoreResult"`
		}
		if err := json.Unmarshal(raw, &results); err != nil || len(results) != 1 {
			t.Fatalf("%v\n%s", err, raw)
		}
		_, peak = measured(t, env, "read", "--out", out, "--config", config, "--", results[0].Result.New.Object.ID)
		peaks["read"] = append(peaks["read"], peak)
		if !equalsRandomFile(t, out, byte(i), size) {
			t.Errorf("%d MiB: the file read differs from the one stored", mib)
		}
		if err := os.Remove(out); err != nil {
			t.Fatal(err)
		}
	}
	for command, list := range peaks {
		if most := slices.Max(list); most > float64(*memoryLimit) {
			t.Errorf("%s took %.1f MiB, the limit is %d", command, most, *memoryLimit)
		}
		if least, most := slices.Min(list), slices.Max(list); command != "blob-id" && most > 1.1*least && most-least > memoryChance { // an ID takes less the smaller the file is
			t.Errorf("%s took %.1f to %.1f MiB, by size: %.1f", command, least, most, list)
		}
		if left, _ := filepath.Glob(filepath.Join(dir, "walrus-spool-*")); len(left) > 0 {
			t.Errorf("%s left %v", command, left)
		}
	}
}
