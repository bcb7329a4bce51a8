package server

import (
	"context"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/semaphore"
)

// A Pool bounds the memory that requests hold, in bytes. Nodes in one process may share one. It is safe for concurrent use.
type Pool struct {
	limit int64
	sem   *semaphore.Weighted
	used  atomic.Int64
	peak  atomic.Int64
}

// DefaultPool is the size of a pool that nobody chose. Half as much halves how many uploads proceed at once.
const DefaultPool = 256 << 20

// processPool is the pool of all servers in this process that were given none: memory belongs to the process, however many nodes it runs.
var processPool = sync.OnceValue(func() *Pool { return NewPool(DefaultPool) })

// NewPool makes a pool of limit bytes.
func NewPool(limit int64) *Pool { return &Pool{limit: limit, sem: semaphore.NewWeighted(limit)} }

// Full says whether nothing is left, or others wait for it already.
func (p *Pool) Full() bool {
	if !p.sem.TryAcquire(1) {
		return true
	}
	p.sem.Release(1)
	return false
}

// Acquire takes n bytes, waiting until they are free or ctx ends. More than the whole pool counts as the whole pool.
func (p *Pool) Acquire(ctx context.Context, n int) error {
	if err := p.sem.Acquire(ctx, p.clamp(n)); err != nil {
		return err
	}
	now := p.used.Add(p.clamp(n))
	for peak := p.peak.Load(); now > peak && !p.peak.CompareAndSwap(peak, now); peak = p.peak.Load() {
	}
	return nil
}

// Release gives n bytes back that one Acquire took.
func (p *Pool) Release(n int) {
	p.used.Add(-p.clamp(n))
	p.sem.Release(p.clamp(n))
}

// Used is the number of bytes taken now, and the most ever taken.
func (p *Pool) Used() (now, peak int64) { return p.used.Load(), p.peak.Load() }

func (p *Pool) clamp(n int) int64 { return min(int64(n), p.limit) }
