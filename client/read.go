package client

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"time"

	"walrus/attest"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// ReadOptions say how a blob is to be read. The zero value reads any size with the default check.
type ReadOptions struct {
	Check   redstuff.Check // how far the decoded blob is compared with its ID; every sliver is verified in any case
	MaxSize uint64         // bytes; a larger blob is an error before its slivers are asked for. No limit if 0
}

// ErrTooLarge is a blob larger than ReadOptions.MaxSize.
var ErrTooLarge = errors.New("blob is larger than the limit given")

// A ReadReport tells how a read went, also one that failed.
type ReadReport struct {
	BlobID     redstuff.BlobID
	Size       uint64        // bytes of the blob
	Axis       redstuff.Axis // slivers it was rebuilt from
	Systematic int           // of them, the systematic ones; all: nothing had to be decoded
	Bad        []BadSliver   // slivers that a node served wrong, or lost after it had signed for them
	Missing    int           // slivers that nodes say they were never given
	Nodes      []NodeError   // nodes that failed as a whole, or gave wrong metadata
	Metadata   time.Duration // spent on each stage
	Slivers    time.Duration
	Decode     time.Duration
}

// Read writes the blob to w, once it is complete and verified: never a part of it, never a wrong byte. The report names nodes that failed or lied even if the read succeeded.
//
// Errors match ErrBlobNotFound, ErrBlobBlocked, ErrBlobInvalid, ErrTooLarge, and, worth a retry, ErrNoMetadata and ErrNotEnough.
func (c *Client) Read(ctx context.Context, id redstuff.BlobID, w io.Writer, opt ReadOptions) (ReadReport, error) {
	b, report, err := c.ReadBytes(ctx, id, opt)
	if err != nil {
		return report, err
	}
	_, err = w.Write(b)
	return report, err
}

// ReadFile writes the blob to the file at path: to a new file beside it, which takes its place when it is complete and on disk. If path is a device or a pipe it is written to.
// A failed read leaves path as it was. Otherwise as Read.
func (c *Client) ReadFile(ctx context.Context, id redstuff.BlobID, path string, opt ReadOptions) (ReadReport, error) {
	if err := checkTarget(path); err != nil {
		return ReadReport{BlobID: id}, err // before anything is fetched
	}
	b, report, err := c.ReadBytes(ctx, id, opt)
	if err != nil {
		return report, err
	}
	return report, replaceFile(path, func(w *bufio.Writer) error {
		_, err := w.Write(b)
		return err
	})
}

// ReadBytes returns the whole blob. Otherwise as Read.
func (c *Client) ReadBytes(ctx context.Context, id redstuff.BlobID, opt ReadOptions) ([]byte, ReadReport, error) {
	report := ReadReport{BlobID: id}
	defer c.report(Progress{BlobID: id, Phase: PhaseDone})
	v, err := c.network(ctx)
	if err != nil {
		return nil, report, err
	}
	a, err := c.reader.Availability(ctx, id)
	if err != nil {
		return nil, report, fmt.Errorf("availability of blob %v: %w", id, err)
	}
	if a.Invalid {
		return nil, report, fmt.Errorf("blob %v: %w: it is marked invalid on the chain", id, ErrBlobInvalid)
	}
	start := time.Now()
	m, wrong, err := c.metadata(ctx, v, id)
	report.Nodes, report.Metadata = wrong, time.Since(start)
	if err != nil {
		return nil, report, fmt.Errorf("blob %v: %w", id, err)
	}
	report.Size = m.Length
	if opt.MaxSize > 0 && m.Length > opt.MaxSize {
		return nil, report, fmt.Errorf("blob %v: %w: it has %d bytes, the limit is %d", id, ErrTooLarge, m.Length, opt.MaxSize)
	}
	c.report(Progress{BlobID: id, Phase: PhaseMetadata, Done: 1, Total: 1})
	start = time.Now()
	g, axis, err := c.gather(ctx, v, redstuff.NewVerifier(v.params, m), id)
	report.Slivers = time.Since(start)
	report.Bad, report.Missing, report.Nodes = g.bad, g.missing, append(report.Nodes, g.failed...)
	if err != nil {
		return nil, report, fmt.Errorf("blob %v: %w", id, err)
	}
	report.Axis = axis
	slivers := make([]redstuff.Sliver, 0, len(g.have[axis]))
	for i, s := range g.have[axis] {
		if int(i) < g.need[axis] {
			report.Systematic++
		}
		slivers = append(slivers, s)
	}
	start = time.Now()
	b, err := redstuff.Decode(v.params, m, slivers, opt.Check)
	report.Decode = time.Since(start)
	if errors.Is(err, redstuff.ErrBlobInvalid) {
		return nil, report, fmt.Errorf("blob %v: %w: %w", id, ErrBlobInvalid, err)
	}
	if err != nil {
		return nil, report, fmt.Errorf("blob %v: %w", id, err)
	}
	c.report(Progress{BlobID: id, Phase: PhaseDecode, Done: 1, Total: 1})
	return b, report, nil
}

const (
	metadataAtOnce = 2           // nodes asked for metadata to begin with
	metadataHedge  = time.Second // as many again are asked for every such time without a good answer
)

// metadata asks nodes in random order until one gives metadata that hashes to id. Failures of nodes are returned in any case.
func (c *Client) metadata(ctx context.Context, v *view, id redstuff.BlobID) (*redstuff.Metadata, []NodeError, error) {
	type reply struct {
		node *node
		m    *redstuff.Metadata
		err  error
	}
	ctx, cancel := context.WithCancel(ctx)
	replies := make(chan reply, len(v.nodes)) // room for all: no sender ever blocks
	asked, answered := 0, 0
	defer func() { // after cancel, all senders end
		for ; answered < asked; answered++ {
			<-replies
		}
	}()
	defer cancel()
	order := rand.Perm(len(v.nodes))
	ask := func(n int) {
		for ; n > 0 && asked < len(order); n-- {
			node := v.nodes[order[asked]]
			asked++
			go func() {
				m, err := fetchMetadata(ctx, v, node, id)
				replies <- reply{node, m, err}
			}()
		}
	}
	ask(metadataAtOnce)
	tick := time.NewTicker(metadataHedge)
	defer tick.Stop()
	var failed []NodeError
	unknown, forbidden := 0, 0
	for answered < asked {
		select {
		case <-tick.C:
			ask(asked)
			continue
		case <-ctx.Done():
			return nil, failed, context.Cause(ctx)
		case r := <-replies:
			answered++
			switch {
			case r.err == nil:
				return r.m, failed, nil
			case errors.Is(r.err, nodeapi.ErrNotFound):
				unknown += r.node.weight()
			case errors.Is(r.err, nodeapi.ErrForbidden):
				forbidden += r.node.weight()
			}
			failed = append(failed, r.node.err(fmt.Errorf("metadata: %w", r.err)))
			if attest.IsTwoThirds(v.params.N, unknown+forbidden) {
				if unknown >= forbidden {
					return nil, failed, ErrBlobNotFound
				}
				return nil, failed, ErrBlobBlocked
			}
			ask(metadataAtOnce)
		}
	}
	return nil, failed, &metadataError{failed}
}

// A metadataError lists what nodes said instead of metadata. It matches ErrNoMetadata.
type metadataError struct{ nodes []NodeError }

func (e *metadataError) Error() string {
	return ErrNoMetadata.Error() + nodeList(e.nodes)
}

func (e *metadataError) Is(target error) bool { return target == ErrNoMetadata }

// fetchMetadata gets one node's metadata and compares it with the ID asked for, which is what makes it trustworthy.
func fetchMetadata(ctx context.Context, v *view, n *node, id redstuff.BlobID) (*redstuff.Metadata, error) {
	embedded, m, err := n.api.Metadata(ctx, id, v.params.N)
	if err != nil {
		return nil, err
	}
	if err := redstuff.VerifyMetadata(v.params, id, &embedded, m); err != nil {
		return nil, err
	}
	return m, nil
}
