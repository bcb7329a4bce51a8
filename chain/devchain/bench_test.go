package devchain

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// BenchmarkTransaction sends one transfer after the other and waits for each receipt by polling once a millisecond. Next to the time per
// transaction it reports the median and the 95th percentile, what a block adds to the directory, the process's memory, and the physical
// limit: writing a kilobyte to a file and syncing it (a block takes two syncs, one of them before the receipt).
func BenchmarkTransaction(b *testing.B) {
	acc, alloc := accounts(b, 1)
	dir := b.TempDir()
	c, client, stop := start(b, Config{Dir: dir, Alloc: alloc})
	unpaced(c)
	nonce := uint64(0)
	one := func() { send(b, client, transfer(b, c.ChainID(), acc[0], nonce, common.BigToAddress(coin))); nonce++ }
	one()
	before := size(b, dir)
	first, _ := c.Head()
	var took []time.Duration
	for b.Loop() {
		began := time.Now()
		one()
		took = append(took, time.Since(began))
	}
	last, _ := c.Head()
	stop()
	slices.Sort(took)
	at := func(q float64) float64 { return float64(took[int(q*float64(len(took)-1))]) / 1e6 }
	b.ReportMetric(at(0.5), "ms/p50")
	b.ReportMetric(at(0.95), "ms/p95")
	b.ReportMetric(float64(size(b, dir)-before)/float64(last-first), "disk-B/block")
	b.ReportMetric(syncTime(b)*1e3, "ms/sync")
	b.ReportMetric(resident(), "MB-rss")
}

// BenchmarkOpen opens and closes a new chain, and one that exists.
func BenchmarkOpen(b *testing.B) {
	open := func(dir string) time.Duration {
		began := time.Now()
		c, err := Open(Config{Dir: dir})
		if err != nil {
			b.Fatal(err)
		}
		took := time.Since(began)
		if err := c.Close(); err != nil {
			b.Fatal(err)
		}
		return took
	}
	for _, kind := range []string{"new", "existing"} {
		b.Run(kind, func(b *testing.B) {
			dir := b.TempDir()
			open(dir)
			var sum time.Duration
			for b.Loop() {
				if kind == "new" {
					dir = b.TempDir()
				}
				sum += open(dir)
			}
			b.ReportMetric(float64(sum)/1e6/float64(b.N), "ms/open")
		})
	}
}

// size is the number of bytes in all files below dir.
func size(b *testing.B, dir string) (n int64) {
	b.Helper()
	err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return nil // files come and go while the database works
		}
		if info, err := d.Info(); err == nil {
			n += info.Size()
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// syncTime is the time in seconds that a kilobyte takes to a file and to the disk.
func syncTime(b *testing.B) float64 {
	b.Helper()
	f, err := os.Create(filepath.Join(b.TempDir(), "sync"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	const n = 100
	began := time.Now()
	for range n {
		if _, err := f.Write(make([]byte, 1024)); err != nil {
			b.Fatal(err)
		}
		if err := f.Sync(); err != nil {
			b.Fatal(err)
		}
	}
	return time.Since(began).Seconds() / n
}

// resident is the process's memory in megabytes, 0 where the system does not tell.
func resident() float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kb, _ := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			return kb / 1024
		}
	}
	return 0
}
