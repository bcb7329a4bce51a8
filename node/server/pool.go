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

	mu     sync.Mutex
	shares map[string]*Share // by source, of those with requests under way
}

// A Share is what one source may take of a pool: half of it. Whoever takes all it can leaves as much to everybody else. It is safe for concurrent use.
type Share struct {
	pool   *Pool
	source string
	limit  int64
	sem    *semaphore.Weighted
	users  int // guarded by pool.mu
}

// DefaultPool is the size of a pool that nobody chose. Half as much halves how many uploads proceed at once.
const DefaultPool = 256 << 20

// processPool is the pool of all servers in this process that were given none: memory belongs to the process, however many nodes it runs.
var processPool = sync.OnceValue(func() *Pool { return NewPool(DefaultPool) })

// NewPool makes a pool of limit bytes.
func NewPool(limit int64) *Pool {
	return &Pool{limit: limit, sem: semaphore.NewWeighted(limit), shares: make(map[string]*Share)}
}

// Share returns the share of a source, the same one to all requests that are under way. Each wants one Close.
func (p *Pool) Share(source string) *Share {
	p.mu.Lock()
	defer p.mu.Unlock()
	sh := p.shares[source]
	if sh == nil {
		limit := max(p.limit/2, 1)
		sh = &Share{pool: p, source: source, limit: limit, sem: semaphore.NewWeighted(limit)}
		p.shares[source] = sh
	}
	sh.users++
	return sh
}

// Close gives the share back, of which nothing may be held any more by the one who closes it.
func (sh *Share) Close() {
	sh.pool.mu.Lock()
	defer sh.pool.mu.Unlock()
	if sh.users--; sh.users == 0 {
		delete(sh.pool.shares, sh.source)
	}
}

// Full says whether nothing is left of the share or of the pool, or others wait for it already.
func (sh *Share) Full() bool {
	for _, sem := range []*semaphore.Weighted{sh.sem, sh.pool.sem} {
		if !sem.TryAcquire(1) {
			return true
		}
		sem.Release(1)
	}
	return false
}

// Acquire takes n bytes, waiting until they are free or ctx ends. More than the whole share counts as the whole share.
func (sh *Share) Acquire(ctx context.Context, n int) error {
	take := min(int64(n), sh.limit)
	if err := sh.sem.Acquire(ctx, take); err != nil {
		return err
	}
	if err := sh.pool.Acquire(ctx, int(take)); err != nil {
		sh.sem.Release(take)
		return err
	}
	return nil
}

// TrySpare takes n bytes without waiting, if they are free and half of the share is as well: for what makes a request faster and is not needed.
func (sh *Share) TrySpare(n int) bool {
	if int64(n) > sh.limit/2 || !sh.sem.TryAcquire(sh.limit/2+int64(n)) {
		return false
	}
	sh.sem.Release(sh.limit / 2)
	if !sh.pool.sem.TryAcquire(int64(n)) {
		sh.sem.Release(int64(n))
		return false
	}
	sh.pool.note(n)
	return true
}

// Release gives n bytes back that one Acquire or TrySpare took.
func (sh *Share) Release(n int) {
	take := min(int64(n), sh.limit)
	sh.pool.Release(int(take))
	sh.sem.Release(take)
}

// Acquire takes n bytes, waiting until they are free or ctx ends. More than the whole pool counts as the whole pool.
func (p *Pool) Acquire(ctx context.Context, n int) error {
	if err := p.sem.Acquire(ctx, p.clamp(n)); err != nil {
		return err
	}
	p.note(n)
	return nil
}

// note counts n bytes that were taken.
func (p *Pool) note(n int) {
	now := p.used.Add(p.clamp(n))
	for peak := p.peak.Load(); now > peak && !p.peak.CompareAndSwap(peak, now); peak = p.peak.Load() {
	}
}

// Release gives n bytes back that one Acquire took.
func (p *Pool) Release(n int) {
	p.used.Add(-p.clamp(n))
	p.sem.Release(p.clamp(n))
}

// Used is the number of bytes taken now, and the most ever taken.
func (p *Pool) Used() (now, peak int64) { return p.used.Load(), p.peak.Load() }

func (p *Pool) clamp(n int) int64 { return min(int64(n), p.limit) }
