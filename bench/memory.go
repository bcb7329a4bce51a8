package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"walrus/bench/internal/turns"
	"walrus/redstuff"
)

// Par and aim of peak memory in MiB, at any size of a blob.
const (
	peakPar = 512
	peakAim = 256
)

// reads is how often each blob is read; the peak is the median, since it depends on when garbage was collected.
const reads = 3

// measureMemory measures the peak memory of walrus processes that store and read blobs on a network of ten nodes, one after the other.
func (b *bench) measureMemory() error {
	dir, err := b.scratch()
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	for _, size := range b.stored {
		if err := b.storeAndRead(filepath.Join(dir, strconv.Itoa(size)), size); err != nil {
			return fmt.Errorf("%s: %w", formatSize(size), err)
		}
	}
	return nil
}

// measureLargest measures the peak memory of walrus for the ID of the largest blob, and that of the Rust program.
func (b *bench) measureLargest() error {
	p, err := redstuff.NewParams(b.shards)
	if err != nil {
		return err
	}
	dir, err := b.scratch()
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	walrus, err := b.sides.buildWalrus()
	if err != nil {
		return err
	}
	largest := filepath.Join(dir, "largest")
	if err := writeSparse(largest, int64(p.MaxBlobSize())); err != nil {
		return err
	}
	d := &devnet{program: walrus, home: dir}
	r, err := watch(d.command("blob-id", "--n-shards", strconv.Itoa(b.shards), largest))
	if err != nil {
		return err
	}
	b.notePeak(fmt.Sprintf("blob-id, %.1f GiB", float64(p.MaxBlobSize())/gib), r.peak, "a page of random bytes per MiB; "+seconds(r.took))
	return b.rustPeaks()
}

// notePeak adds a line about a client's process, noteOther one about another, which has no budget here.
func (b *bench) notePeak(name string, mib float64, notes string) {
	b.putPeak(peak{Case: name, MiB: mib, Par: peakPar, Aim: peakAim, Notes: notes})
}

func (b *bench) noteOther(name string, mib float64, notes string) {
	b.putPeak(peak{Case: name, MiB: mib, Notes: notes})
}

func (b *bench) putPeak(p peak) {
	fmt.Fprintf(b.progress, "%s: %.0f MiB, %s\n", p.Case, p.MiB, p.Notes)
	b.report.putPeak(p)
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.1f s", d.Seconds()) }

// storeAndRead stores a blob of that size on a new network, reads it, and deletes everything.
func (b *bench) storeAndRead(dir string, size int) (err error) {
	d, err := b.startDevnet(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.stop(), os.RemoveAll(dir)) }()
	blob, out := filepath.Join(dir, "blob"), filepath.Join(dir, "copy")
	if err := writeSparse(blob, int64(size)); err != nil {
		return err
	}
	stored, err := watch(d.command("store", "--config", d.config, "--epochs", "1", "--json", blob))
	if err != nil {
		return err
	}
	b.notePeak("store, "+formatSize(size), stored.peak, seconds(stored.took))
	id, err := storedID(stored.out)
	if err != nil {
		return err
	}
	var peaks, took []float64
	for range reads {
		read, err := watch(d.command("read", "--config", d.config, id, "--out", out))
		if err == nil {
			err = os.Remove(out)
		}
		if err != nil {
			return err
		}
		peaks, took = append(peaks, read.peak), append(took, read.took.Seconds())
	}
	median := turns.Median(peaks)
	b.notePeak("read, "+formatSize(size), median, fmt.Sprintf("%.1f s; median of %d, %.0f to %.0f MiB", turns.Median(took), reads, slices.Min(peaks), slices.Max(peaks)))
	if nodes, ok := highWater(d.cmd.Process.Pid); ok {
		b.noteOther("ten nodes and a chain in one process, "+formatSize(size), nodes, "after store and read")
	}
	return nil
}

// storedID finds the blob ID in what store prints as JSON.
func storedID(out []byte) (string, error) {
	var results []struct {
		Result struct {
			NewlyCreated struct {
				BlobObject struct {
					BlobID string `json:"blobId"`
				} `json:"blobObject"`
			} `json:"newlyCreated"`
		} `json:"blobStoreResult"`
	}
	if err := json.Unmarshal(out, &results); err != nil {
		return "", fmt.Errorf("answer of store: %w", err)
	}
	if len(results) != 1 || results[0].Result.NewlyCreated.BlobObject.BlobID == "" {
		return "", fmt.Errorf("no blob ID in the answer of store: %.300s", out)
	}
	return results[0].Result.NewlyCreated.BlobObject.BlobID, nil
}

// writeSparse makes a file of that size with a page of random bytes at the beginning of every MiB, which takes little of the disk. No row and
// no column of a blob that large is without random bytes.
func writeSparse(path string, size int64) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	const page = 4096
	random := turns.Blob(int(size/mib+1) * page)
	for i := int64(0); i*mib < size; i++ {
		if _, err := f.WriteAt(random[i*page:][:min(page, size-i*mib)], i*mib); err != nil {
			return errors.Join(err, f.Close())
		}
	}
	return errors.Join(f.Truncate(size), f.Close())
}

// rustPeaks measures the reference's shape: fresh processes, 256 MiB, so that what a process takes at the least counts little.
func (b *bench) rustPeaks() error {
	const size = 256 * mib
	program, err := b.sides.buildRust()
	if err != nil {
		return err
	}
	for _, c := range []struct {
		work      string
		reference float64 // multiples of the blob's size that the reference encoder takes
	}{{"id", 1.5}, {"slivers", 5.6}} {
		side, err := turns.Start(rust, nil, program)
		if err != nil {
			return err
		}
		_, err = side.Do(turns.Request{Work: c.work, Shards: b.shards, Size: size})
		peak, err2 := side.Do(turns.Request{Work: "peak"})
		if err := errors.Join(err, err2, side.Close()); err != nil {
			return err
		}
		kb, err := strconv.ParseFloat(peak.Result, 64)
		if err != nil {
			return err
		}
		b.noteOther(fmt.Sprintf("reference's shape in Rust, %s, %s", c.work, formatSize(size)), kb/1024,
			fmt.Sprintf("%.1f times the blob; the reference %.1f", kb*1024/size, c.reference))
	}
	return nil
}
