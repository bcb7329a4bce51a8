package client

import (
	"context"
	"sync"
)

// tails are the uploads that outlive their store.
type tails struct {
	mu      sync.Mutex
	running map[*upload]context.CancelFunc
	wg      sync.WaitGroup
}

// start runs the rest of an upload in the background. cancel ends it early.
func (t *tails) start(u *upload, cancel context.CancelFunc, rest func()) {
	t.mu.Lock()
	if t.running == nil {
		t.running = map[*upload]context.CancelFunc{}
	}
	t.running[u] = cancel
	t.mu.Unlock()
	t.wg.Go(func() {
		rest()
		t.mu.Lock()
		defer t.mu.Unlock()
		delete(t.running, u)
		cancel()
	})
}

// stop ends all that runs now.
func (t *tails) stop() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, cancel := range t.running {
		cancel()
	}
}

// Settle waits until the uploads have ended that detached stores (tail_handling) left behind: until all nodes have confirmed or the extra time granted to them is over. If ctx
// ends sooner they are given up, and its cause is the error: the blobs are stored, and nodes that lack their slivers have to get them from others.
func (c *Client) Settle(ctx context.Context) error {
	stop := context.AfterFunc(ctx, c.tails.stop)
	c.tails.wg.Wait()
	if !stop() {
		return context.Cause(ctx)
	}
	return nil
}

// detach leaves the rest of an upload to the background, and the blob with it.
func (s *storing) detach(j *job, u *upload, wait func(now bool), cancel context.CancelFunc) {
	blob := j.blob
	j.blob = nil // the tail's now
	ended := make(chan struct{})
	if _, streamed := blob.(*streamedBlob); streamed {
		s.tail = ended
	}
	s.c.tails.start(u, cancel, func() {
		defer close(ended)
		wait(false)
		blob.release()
	})
}

// awaitTail waits until an earlier large blob of this store is released, whose memory the next one takes.
func (s *storing) awaitTail(ctx context.Context) error {
	if s.tail == nil {
		return nil
	}
	select {
	case <-s.tail:
		s.tail = nil
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
