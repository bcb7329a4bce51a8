package client

import (
	"context"
	"errors"
	"math/rand/v2"
	"net"
	"slices"
	"sync/atomic"
	"time"

	"walrus/bls"
	"walrus/chain"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// A node is a member of the committee with the means to talk to it.
type node struct {
	member chain.Member
	index  int // signer index
	key    *bls.PublicKey
	api    *nodeapi.Client
	shared *nodeState
}

// A nodeState is what is remembered of a node from one committee to the next.
type nodeState struct {
	plainUntil   atomic.Int64 // Unix seconds until which the node is taken to have no bundles
	troubleUntil atomic.Int64 // Unix seconds until which uploads do not begin with the node
}

// plainMemory is how long a node without bundles is remembered as such. Specification 1.11.
const plainMemory = 10 * time.Minute

func (n *node) weight() int { return len(n.member.Shards) }

// err blames the node for err.
func (n *node) err(err error) NodeError {
	return NodeError{Name: n.member.Name, Addr: n.member.NetAddress, Weight: n.weight(), Err: err}
}

func (n *node) hasBundles() bool { return time.Now().Unix() >= n.shared.plainUntil.Load() }

// troubled reports whether the node failed lately.
func (n *node) troubled() bool { return time.Now().Unix() < n.shared.troubleUntil.Load() }

// noteTrouble remembers how an upload to the node ended.
func (n *node) noteTrouble(err error) {
	until := int64(0)
	if err != nil {
		until = time.Now().Add(troubleMemory).Unix()
	}
	n.shared.troubleUntil.Store(until)
}

// noteBundles remembers a node without bundles.
func (n *node) noteBundles(err error) {
	if errors.Is(err, nodeapi.ErrNoBundles) {
		n.shared.plainUntil.Store(time.Now().Add(plainMemory).Unix())
	}
}

// pairs are the pairs of blob id whose shards the node holds, rising.
func (n *node) pairs(p redstuff.Params, id redstuff.BlobID) []redstuff.PairIndex {
	pairs := make([]redstuff.PairIndex, 0, len(n.member.Shards))
	for _, s := range n.member.Shards {
		pairs = append(pairs, p.PairOf(id, s))
	}
	slices.Sort(pairs)
	return pairs
}

const (
	// maxSilent is how many attempts in a row may end without any answer. A node that is stopped costs two stall times, 24 s by default, and no more.
	maxSilent = 2
	// How long a task is tried again after its first failure: while the node is not there at all, and while it answers but is not ready. A node that
	// restarts is there again within the first; the second covers a chain that is slow to tell it of a registration.
	maxAbsent  = 8 * time.Second
	maxTrouble = 25 * time.Second
)

// A trial is the history of attempts at one task with one node, from which follows whether and when to try again.
type trial struct {
	policy  Backoff
	retries uint32
	silent  int
	since   time.Time // of the first failure in a row; zero if none
}

// again waits until the task may be tried again and reports whether it may. err is what the attempt ended with.
func (t *trial) again(ctx context.Context, err error) bool {
	if !retryable(err) || t.retries >= t.policy.MaxRetries || errors.Is(err, nodeapi.ErrTooSlow) { // the last has cost its time already
		return false
	}
	now := time.Now()
	if t.since.IsZero() {
		t.since = now
	}
	if isSilence(err) {
		t.silent++
	} else {
		t.silent = 0
	}
	delay, limit := t.delay(err), maxTrouble
	if !answered(err) {
		limit = maxAbsent
	}
	if t.silent >= maxSilent || t.silent == 0 && now.Add(delay).Sub(t.since) > limit {
		return false
	}
	t.retries++
	return sleep(ctx, delay)
}

// delay is min*2^i plus up to one second, at most max, and no less than what the node asks for.
func (t *trial) delay(err error) time.Duration {
	lo, hi := time.Duration(t.policy.MinMS)*time.Millisecond, time.Duration(t.policy.MaxMS)*time.Millisecond
	d := min(hi, lo<<min(t.retries, 20)+time.Duration(rand.Int64N(int64(min(time.Second, max(lo, 1))))))
	var refusal *nodeapi.Error
	if errors.As(err, &refusal) {
		d = max(d, min(refusal.RetryAfter, hi))
	}
	return d
}

// retryable reports whether the same request may succeed later: the node is not there, overloaded, or behind the chain.
func retryable(err error) bool {
	return errors.Is(err, nodeapi.ErrUnavailable) || errors.Is(err, nodeapi.ErrNotRegistered) || errors.Is(err, errBehind) || errors.Is(err, errLagging)
}

// answered reports whether err is something that the node said.
func answered(err error) bool {
	return errors.As(err, new(*nodeapi.Error)) || errors.Is(err, errBehind) || errors.Is(err, errLagging)
}

// isSilence reports whether the node did not answer at all, as one that is stopped, or whose machine is gone.
func isSilence(err error) bool {
	var timeout net.Error
	return errors.Is(err, nodeapi.ErrStalled) || errors.As(err, &timeout) && timeout.Timeout()
}

// sleep waits for d or until ctx ends, and reports which: true after d.
func sleep(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}
