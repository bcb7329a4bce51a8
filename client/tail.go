package client

import (
	"context"
	"sync"
)

// tails are the uploads that outlive their store.
type tails struct {
	mu      sync.Mutex
	running map[*upload]*tail
}

// detaches reports whether stores return when the certificate is made, and leave the rest of the upload to the background.
func (c *Client) detaches() bool { return c.cfg.Communication.TailHandling == "detached" }

// A tail is one of them.
type tail struct {
	cancel context.CancelFunc
	size   int           // bytes of its slivers, which stands for what it holds
	ended  chan struct{} // closed when it holds nothing any more
}

// room waits until the tails there are leave room for size bytes of slivers, as if these were held in memory, beside the sources that are being stored. One tail of any size
// has room.
func (t *tails) room(ctx context.Context, size int) error {
	for {
		one, sum := t.some()
		if one == nil || sum+size <= batchBytes {
			return nil
		}
		select {
		case <-one.ended:
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
}

// some is one that runs, nil if there is none, and what all of them hold.
func (t *tails) some() (one *tail, sum int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, one = range t.running {
		sum += one.size
	}
	return one, sum
}

// start runs the rest of an upload in the background. cancel ends it early.
func (t *tails) start(u *upload, cancel context.CancelFunc, rest func()) {
	one := &tail{cancel: cancel, size: u.size(), ended: make(chan struct{})}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.running == nil {
		t.running = map[*upload]*tail{}
	}
	t.running[u] = one
	go func() {
		rest()
		t.mu.Lock()
		delete(t.running, u)
		t.mu.Unlock()
		cancel()
		close(one.ended)
	}()
}

// Settle waits until the uploads have ended that detached stores (tail_handling) left behind: until all nodes have confirmed or the extra time granted to them is over. If ctx
// ends sooner they are given up, and its cause is the error: the blobs are stored, and nodes that lack their slivers have to get them from others.
func (c *Client) Settle(ctx context.Context) (err error) {
	for {
		one, _ := c.tails.some()
		if one == nil {
			return err
		}
		if err == nil {
			select {
			case <-one.ended:
				continue
			case <-ctx.Done():
				err = context.Cause(ctx)
			}
		}
		one.cancel()
		<-one.ended
	}
}

// detach leaves the rest of an upload to the background, and the blob with it. It waits until earlier ones hold little enough.
func (s *storing) detach(ctx context.Context, j *job, u *upload, wait func(now bool), cancel context.CancelFunc) {
	if s.c.tails.room(ctx, u.size()) != nil {
		wait(true)
		cancel()
		return
	}
	blob := j.blob
	j.blob = nil // the tail's now
	u.tail.Store(true)
	s.c.tails.start(u, cancel, func() {
		wait(false)
		blob.release()
	})
}
