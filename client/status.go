package client

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"walrus/attest"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// A StatusReport is a blob's status and how many shards stand behind it.
type StatusReport struct {
	nodeapi.BlobStatus
	Weight int // shards whose nodes say exactly this
	Asked  int // shards whose nodes answered
}

// Status asks all nodes what they know of a blob. With answers for a quorum of the shards it takes the latest status in a blob's life that nodes with more
// than a third of the shards agree on exactly, so that at least one honest node vouches for it, or that the chain itself bears out. ErrNoStatus says that
// there is none. A blob that nobody knows is Nonexistent, no error.
func (c *Client) Status(ctx context.Context, id redstuff.BlobID) (StatusReport, error) {
	v, err := c.network(ctx)
	if err != nil {
		return StatusReport{}, err
	}
	type reply struct {
		node   *node
		status nodeapi.BlobStatus
		err    error
	}
	ctx, cancel := context.WithCancel(ctx)
	replies := make(chan reply, len(v.nodes)) // room for all: no sender ever blocks
	left := len(v.nodes)
	defer func() { // after cancel, all senders end
		for ; left > 0; left-- {
			<-replies
		}
	}()
	defer cancel()
	for _, n := range v.nodes {
		go func() {
			s, err := n.api.BlobStatus(ctx, id)
			replies <- reply{n, s, err}
		}()
	}
	weights := map[nodeapi.BlobStatus]int{}
	asked := 0
	var failed []NodeError
	for left > 0 {
		r := <-replies
		left--
		switch {
		case r.err == nil:
			weights[r.status] += r.node.weight()
			asked += r.node.weight()
		case errors.Is(r.err, nodeapi.ErrNotFound): // the reference's way to say nonexistent
			weights[nodeapi.BlobStatus{}] += r.node.weight()
			asked += r.node.weight()
		default:
			failed = append(failed, r.node.err(r.err))
		}
		if asked < v.quorum {
			continue
		}
		if s, ok := c.agreed(ctx, v, id, weights); ok {
			return StatusReport{s, weights[s], asked}, nil
		}
	}
	if ctx.Err() != nil {
		return StatusReport{}, context.Cause(ctx)
	}
	return StatusReport{}, fmt.Errorf("%w: %d of %d shards answered, %d are needed%s", ErrNoStatus, asked, v.params.N, v.quorum, nodeList(failed))
}

// agreed picks the latest acceptable status.
func (c *Client) agreed(ctx context.Context, v *view, id redstuff.BlobID, weights map[nodeapi.BlobStatus]int) (nodeapi.BlobStatus, bool) {
	var all []nodeapi.BlobStatus
	for s := range weights {
		all = append(all, s)
	}
	slices.SortFunc(all, func(a, b nodeapi.BlobStatus) int { return b.Compare(a) })
	for _, s := range all {
		if attest.IsValidity(v.params.N, weights[s]) || c.onChain(ctx, id, s) {
			return s, true
		}
	}
	return nodeapi.BlobStatus{}, false
}

// onChain reports whether the chain itself says what s says, for the two kinds that it has a record of.
func (c *Client) onChain(ctx context.Context, id redstuff.BlobID, s nodeapi.BlobStatus) bool {
	if s.State != nodeapi.Permanent && s.State != nodeapi.Invalid || s.State == nodeapi.Permanent && !s.IsCertified {
		return false
	}
	a, err := c.reader.Availability(ctx, id)
	if err != nil {
		return false
	}
	if s.State == nodeapi.Invalid {
		return a.Invalid
	}
	return !a.Invalid && a.Certified && a.PermanentUntil == s.EndEpoch
}
