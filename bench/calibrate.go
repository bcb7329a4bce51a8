package main

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"walrus/bench/internal/turns"
)

// referenceHashNanos is the time of one hash of 65 bytes where the reference encoder's own figures were taken.
const referenceHashNanos = 171.0

// tolerance is how far the Rust program may be from the reference encoder.
const tolerance = 0.15

// A figure is one of the reference encoder's own, measured on a two-core Zen 4 machine with 1000 shards: a time, or a range of times.
type figure struct {
	work     string
	size     int
	from, to time.Duration
}

// throughput returns the figure of a work that was given as a range of megabytes per second.
func throughput(work string, size int, slow, fast float64) figure {
	at := func(mbs float64) time.Duration { return time.Duration(float64(size) / mbs * 1e3) }
	return figure{work, size, at(fast), at(slow)}
}

func exactly(work string, size int, d time.Duration) figure { return figure{work, size, d, d} }

var figures = []figure{
	exactly("id", 1, 540*time.Millisecond),
	exactly("id", 32*mib, 750*time.Millisecond),
	throughput("id", 256*mib, 118, 125),
	throughput("id", gib, 118, 125),
	throughput("slivers", 32*mib, 41, 41),
	throughput("slivers", 256*mib, 55, 83),
	throughput("slivers", gib, 49, 49),
	exactly("decode-spread", 1, 350*time.Millisecond),
	throughput("decode-spread", 32*mib, 68, 68),
	throughput("decode-spread", 256*mib, 170, 170),
	throughput("decode-spread", gib, 160, 160),
	throughput("decode-systematic", 32*mib, 700, 1100),
	throughput("decode-systematic", 256*mib, 700, 1100),
	exactly("verify", mib, 770*time.Microsecond),
	exactly("verify", 256*mib, 3400*time.Microsecond),
	exactly("symbol", mib, 31*time.Microsecond),
	exactly("symbol-proven", mib, 350*time.Microsecond),
	exactly("recover", mib, 1360*time.Microsecond),
}

// calibrate measures the Rust program's own times beside the time of its hash, for blobs of the sizes wanted.
func (b *bench) calibrate() error {
	side, err := b.sides.get(rust)
	if err != nil {
		return err
	}
	for _, f := range figures {
		name := fmt.Sprintf("%s, %s", f.work, formatSize(f.size))
		done := slices.ContainsFunc(b.report.Calibration, func(c calibration) bool { return c.Case == name })
		if !slices.Contains(b.sizes, f.size) || b.missing && done {
			continue
		}
		fmt.Fprintln(b.progress, "calibrate:", name)
		c, err := b.calibrateOne(side, f)
		if err := errors.Join(err, side.Drop()); err != nil {
			return err
		}
		c.Case = name
		b.report.putCalibration(c)
		if err := b.save(); err != nil {
			return err
		}
	}
	return nil
}

// calibrateOne measures the work and the hash in turn. The quotient is the median of theirs.
func (b *bench) calibrateOne(side *turns.Side, f figure) (calibration, error) {
	pairs := b.pairs
	if f.size >= 256*mib {
		pairs = min(pairs, bigPairs)
	}
	var took, hashes, quotients []float64
	for i := range pairs + 1 {
		const n = 500_000
		h, err := side.Do(turns.Request{Work: "hash", Size: n})
		if err != nil {
			return calibration{}, err
		}
		a, err := side.Do(turns.Request{Work: f.work, Shards: b.shards, Size: f.size})
		if err != nil {
			return calibration{}, err
		}
		if i == 0 {
			continue // it warms up
		}
		hash := float64(h.Took) / n
		scaled := float64(a.Took) / hash * referenceHashNanos
		nearest := min(max(scaled, float64(f.from)), float64(f.to)) // of a range of figures
		took, hashes, quotients = append(took, float64(a.Took)), append(hashes, hash), append(quotients, scaled/nearest)
	}
	q := turns.Median(quotients)
	return calibration{
		Reference: float64(f.from+f.to) / 2e6, Rust: turns.Median(took) / 1e6, Hash: turns.Median(hashes),
		Quotient: q, Within: q > 1-tolerance && q < 1+tolerance,
	}, nil
}
