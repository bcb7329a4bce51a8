package server

import (
	"context"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/sync/semaphore"
)

// checkRoom bounds the buffers into which long slivers are read back for verification, all together: enough for two of the longest of 1000 shards (43.7 MB). A longer one is taken
// alone. Half as much would leave one processor idle while the longest are verified.
const checkRoom = 96 << 20

// checkers are the processors and the memory for verification, shared by all servers of a process however many nodes it runs. Every use ends by itself, so that a wait for
// one is a wait in a queue that moves.
type checkers struct {
	slots chan struct{}       // one token per verification under way
	room  *semaphore.Weighted // bytes of buffers in use

	mu   sync.Mutex
	idle [][]byte // buffers that nobody uses, the oldest first; checkRoom bytes at most
}

var processCheckers = sync.OnceValue(func() *checkers {
	return &checkers{slots: make(chan struct{}, runtime.GOMAXPROCS(0)), room: semaphore.NewWeighted(checkRoom)}
})

// run runs f while holding one of the places for verification.
func (c *checkers) run(ctx context.Context, f func() error) error {
	select {
	case c.slots <- struct{}{}:
		defer func() { <-c.slots }()
		return f()
	case <-ctx.Done():
		return ctx.Err()
	}
}

// runWith is run with a buffer of n bytes, whose contents are undefined.
func (c *checkers) runWith(ctx context.Context, n int, f func(buf []byte) error) error {
	weight := min(int64(n), checkRoom)
	if err := c.room.Acquire(ctx, weight); err != nil {
		return err
	}
	defer c.room.Release(weight)
	return c.run(ctx, func() error {
		buf := c.take(n)
		defer c.put(buf)
		return f(buf[:n])
	})
}

// take gives an idle buffer of about n bytes or a new one.
func (c *checkers) take(n int) []byte {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i, b := range c.idle {
		if cap(b) >= n && cap(b)-n <= n/4 { // a much longer one would hold more than was counted
			c.idle = slices.Delete(c.idle, i, i+1)
			return b
		}
	}
	return make([]byte, n)
}

// put keeps a buffer for the next one, in place of as many older ones as it takes to stay within checkRoom.
func (c *checkers) put(b []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.idle = append(c.idle, b)
	total := 0
	for _, b := range c.idle {
		total += cap(b)
	}
	for total > checkRoom && len(c.idle) > 0 {
		total -= cap(c.idle[0])
		c.idle = slices.Delete(c.idle, 0, 1)
	}
}

// Trim gives the memory of long slivers that were verified lately back. It is called now and then.
func (s *Server) Trim() {
	s.checkers.mu.Lock()
	defer s.checkers.mu.Unlock()
	s.checkers.idle = nil
}
