package client

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"walrus/chain"
	"walrus/redstuff"
)

// A cast is a broadcast of a small blob, one column a batch, to nodes with the given numbers of shards.
type cast struct {
	*broadcast
	t     *testing.T
	enc   *redstuff.Encoding
	nodes []*node
}

func newCast(t *testing.T, confirmed int, weights ...int) *cast {
	t.Helper()
	total := 0
	var nodes []*node
	for _, w := range weights {
		nodes = append(nodes, &node{member: chain.Member{Shards: make([]redstuff.ShardIndex, w)}})
		total += w
	}
	p, err := redstuff.NewParams(total)
	if err != nil {
		t.Fatal(err)
	}
	blob := make([]byte, 9200)
	rand.NewChaCha8([32]byte{1}).Read(blob)
	enc, err := redstuff.Encode(p, blob)
	if err != nil {
		t.Fatal(err)
	}
	size, err := redstuff.SpoolSize(p, uint64(len(blob)))
	if err != nil {
		t.Fatal(err)
	}
	s, err := redstuff.EncodeFrom(t.Context(), p, bytes.NewReader(blob), uint64(len(blob)), &memorySpool{b: make([]byte, size)}, redstuff.StreamOptions{})
	if err != nil {
		t.Fatal(err)
	}
	b := newBroadcast(s, nodes, p.N-p.K1, p.N-p.F, func() int { return confirmed })
	b.step, b.batches, b.most = 1, p.K2, 2
	b.expect(nodes)
	return &cast{b, t, enc, nodes}
}

// rows are all primary repair slivers, of each of which the node has from bytes.
func (c *cast) rows(from int) []row {
	var rows []row
	p := c.stream.Params()
	for i := p.K1; i < p.N; i++ {
		rows = append(rows, row{place{redstuff.Primary, p.Pair(redstuff.Primary, redstuff.SliverIndex(i))}, from})
	}
	return rows
}

// take reads batches from first on, with a pause after each, and compares them with what they must hold. It returns the batch that it did not get.
func (c *cast) take(l *listener, first, end int, pause time.Duration) (int, error) {
	for batch := first; batch < end; batch++ {
		l.advance(batch)
		from, to := c.bytes(batch)
		for _, r := range l.rows {
			s := c.enc.Sliver(redstuff.Primary, r.at.pair)
			buf := make([]byte, to-from)
			if err := l.read(batch, int(s.Index), buf, from); err != nil {
				return batch, err
			}
			if !bytes.Equal(buf, s.Data[from:to]) {
				c.t.Errorf("batch %d of sliver %d is wrong", batch, s.Index)
			}
		}
		time.Sleep(pause)
	}
	return end, nil
}

// The buffer that a node is just reading stays as it is, even if the node is dropped meanwhile: it would take the wrong bytes for those of its slivers.
func TestBroadcastKeepsWhatIsRead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCast(t, 100, 4, 3, 3) // a quorum has confirmed: nobody waits for laggards
		var wg sync.WaitGroup
		wg.Go(func() { c.run(t.Context()) })
		slow := c.listen(c.nodes[0], c.rows(0))
		fast := c.listen(c.nodes[1], c.rows(0))
		wg.Go(func() {
			defer c.finished(c.nodes[1])
			defer fast.leave()
			if _, err := c.take(fast, 0, 5, 0); err != nil { // the fifth batch lies where the first one did, and differs
				t.Error(err)
			}
		})
		c.finished(c.nodes[2])
		buf, err := slow.wait(0)
		if err != nil {
			t.Fatal(err)
		}
		before := bytes.Clone(buf)
		time.Sleep(time.Minute)
		c.mu.Lock()
		dropped := slow.state == gone
		c.mu.Unlock()
		if !dropped {
			t.Error("the laggard was not dropped")
		}
		if !bytes.Equal(before, buf) {
			t.Error("the buffer was filled again while it was read")
		}
		slow.release()
		slow.leave()
		c.finished(c.nodes[0])
		wg.Wait()
	})
}

// A node that holds up a quorum is dropped in time, and gets the rest in a pass of its own from where it was.
func TestBroadcastDropsLaggards(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCast(t, 0, 4, 3, 3)
		var wg sync.WaitGroup
		wg.Go(func() { c.run(t.Context()) })
		began := time.Now()
		for _, n := range c.nodes[:2] {
			wg.Go(func() {
				l := c.listen(n, c.rows(0))
				if got, err := c.take(l, 0, c.batches, time.Millisecond); err != nil {
					t.Errorf("a fast node got %d batches: %v", got, err)
				}
				if took := time.Since(began); took > 15*time.Second {
					t.Errorf("it took %v", took)
				}
				l.leave()
				c.finished(n)
			})
		}
		wg.Go(func() {
			l := c.listen(c.nodes[2], c.rows(0))
			got, err := c.take(l, 0, c.batches, 20*time.Second)
			if !errors.Is(err, errLagging) {
				t.Errorf("the slow node got %d batches: %v", got, err)
			}
			l.leave()
			_, have := c.bytes(got)
			l = c.listen(c.nodes[2], c.rows(have))
			if l.next != got+1 {
				t.Errorf("it goes on with batch %d, want %d", l.next, got+1)
			}
			if got, err := c.take(l, got+1, c.batches, 0); err != nil {
				t.Errorf("later it got %d batches: %v", got, err)
			}
			l.leave()
			c.finished(c.nodes[2])
		})
		wg.Wait()
	})
}

// A node without which there is no quorum is waited for.
func TestBroadcastWaitsForAQuorum(t *testing.T) {
	for _, confirmed := range []int{0, 3} {
		synctest.Test(t, func(t *testing.T) {
			c := newCast(t, confirmed, 4, 3, 3)
			c.finished(c.nodes[1]) // dead, or confirmed already
			var wg sync.WaitGroup
			wg.Go(func() { c.run(t.Context()) })
			for i, pause := range map[int]time.Duration{0: 0, 2: 15 * time.Second} {
				wg.Go(func() {
					l := c.listen(c.nodes[i], c.rows(0))
					_, err := c.take(l, 0, c.batches, pause)
					if wanted := i == 0 || confirmed == 0; (err == nil) != wanted {
						t.Errorf("with %d shards confirmed node %d got %v", confirmed, i, err)
					}
					l.leave()
					c.finished(c.nodes[i])
				})
			}
			wg.Wait()
		})
	}
}

// A node that never comes is waited for in the beginning only, and one that leaves midway not at all.
func TestBroadcastWithoutSome(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCast(t, 0, 4, 3, 3)
		ctx, cancel := context.WithCancel(t.Context())
		var wg sync.WaitGroup
		wg.Go(func() { c.run(ctx) })
		began := time.Now()
		left := c.listen(c.nodes[1], c.rows(0))
		wg.Go(func() {
			if _, err := c.take(left, 0, 2, 0); err != nil {
				t.Error(err)
			}
			left.leave()
		})
		l := c.listen(c.nodes[0], c.rows(0))
		if _, err := c.take(l, 0, c.batches, 0); err != nil {
			t.Error(err)
		}
		if took := time.Since(began); took > firstPatience+time.Second {
			t.Errorf("it took %v", took)
		}
		if _, err := c.take(left, 2, 3, 0); !errors.Is(err, errLagging) {
			t.Errorf("after it had left: %v", err)
		}
		cancel()
		wg.Wait()
		if err := l.read(0, c.stream.Params().K1, make([]byte, 1), 0); !errors.Is(err, context.Canceled) {
			t.Errorf("after the end: %v", err)
		}
	})
}

// When nodes that a quorum needs hold up the others, or do not come, more nodes are called for, which take the place of the slow ones.
func TestBroadcastCallsForHelp(t *testing.T) {
	for _, never := range []bool{false, true} {
		synctest.Test(t, func(t *testing.T) {
			c := newCast(t, 0, 4, 3, 3)
			delete(c.unheard, c.nodes[2]) // is to begin only when there is need of it
			var wg sync.WaitGroup
			began := time.Now()
			var called time.Duration
			fast := func(n *node) {
				l := c.listen(n, c.rows(0))
				if got, err := c.take(l, 0, c.batches, time.Millisecond); err != nil {
					t.Errorf("a fast node got %d batches: %v", got, err)
				}
				if took := time.Since(began); took > 15*time.Second {
					t.Errorf("it took %v", took)
				}
				l.leave()
				c.finished(n)
			}
			var once sync.Once
			c.heldUp = func() {
				once.Do(func() {
					called = time.Since(began)
					c.expect(c.nodes[2:])
					wg.Go(func() { fast(c.nodes[2]) })
				})
			}
			wg.Go(func() { c.run(t.Context()) })
			wg.Go(func() { fast(c.nodes[0]) })
			wg.Go(func() {
				defer c.finished(c.nodes[1])
				if never {
					time.Sleep(time.Minute)
					return
				}
				l := c.listen(c.nodes[1], c.rows(0))
				if _, err := c.take(l, 0, c.batches, 20*time.Second); !errors.Is(err, errLagging) {
					t.Errorf("the slow node got %v", err)
				}
				l.leave()
			})
			wg.Wait()
			if called < time.Second || called > 3*time.Second {
				t.Errorf("called for help after %v", called)
			}
		})
	}
}

// A source that cannot be read any more ends everything, and says so.
func TestBroadcastSourceFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCast(t, 0, 4, 3, 3)
		fails := false
		src := readerFunc(func(p []byte, off int64) (int, error) {
			if fails {
				return 0, io.ErrClosedPipe
			}
			return len(p), nil
		})
		size, _ := redstuff.SpoolSize(c.stream.Params(), 5000)
		var err error
		if c.stream, err = redstuff.EncodeFrom(t.Context(), c.stream.Params(), src, 5000, &memorySpool{b: make([]byte, size)}, redstuff.StreamOptions{}); err != nil {
			t.Fatal(err)
		}
		fails = true
		var wg sync.WaitGroup
		wg.Go(func() { c.run(t.Context()) })
		_, err = c.take(c.listen(c.nodes[0], c.rows(0)[:1]), 0, 1, 0)
		var ours *sourceError
		if !errors.As(err, &ours) || !errors.Is(err, io.ErrClosedPipe) {
			t.Errorf("got %v", err)
		}
		wg.Wait()
	})
}

type readerFunc func(p []byte, off int64) (int, error)

func (f readerFunc) ReadAt(p []byte, off int64) (int, error) { return f(p, off) }
