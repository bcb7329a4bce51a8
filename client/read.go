package client

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
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
	Manifest   *Manifest     // of an object in parts, to which all of this belongs then; else nil
	Metadata   time.Duration // spent on each stage
	Slivers    time.Duration
	Decode     time.Duration
}

// Read writes the blob to w, once it is complete and verified: never a part of it, never a wrong byte. A large blob lies in a spool file until then. The report names nodes that failed
// or lied even if the read succeeded.
//
// Errors match ErrBlobNotFound, ErrBlobBlocked, ErrBlobInvalid, ErrTooLarge, ErrNoSpace, and, worth a retry, ErrNoMetadata and ErrNotEnough.
func (c *Client) Read(ctx context.Context, id redstuff.BlobID, w io.Writer, opt ReadOptions) (ReadReport, error) {
	r := c.newReading(id, opt)
	defer c.report(Progress{BlobID: id, Phase: PhaseDone})
	m, err := r.metadata(ctx, id, opt.MaxSize)
	if err != nil {
		return r.report, err
	}
	if !c.streams(m.Length) {
		b, err := r.bytes(ctx, id, m)
		if err == nil {
			_, err = w.Write(b)
		}
		return r.report, err
	}
	out, err := newSpool(c.opt.SpoolDir, "a blob to be read", m.Length)
	if err != nil {
		return r.report, err
	}
	defer out.Close()
	if err := r.into(ctx, id, m, out); err != nil {
		return r.report, err
	}
	_, err = io.Copy(w, io.NewSectionReader(out, 0, int64(m.Length)))
	return r.report, err
}

// ReadFile writes the blob to the file at path: to a new file beside it, which takes its place when it is complete and on disk. If path is a device or a pipe it is written to.
// A failed read leaves path as it was. Otherwise as Read.
func (c *Client) ReadFile(ctx context.Context, id redstuff.BlobID, path string, opt ReadOptions) (ReadReport, error) {
	if err := checkTarget(path); err != nil {
		return ReadReport{BlobID: id}, err // before anything is fetched
	}
	if !isRegular(path) {
		var report ReadReport
		err := writeTo(path, func(w io.Writer) (err error) {
			report, err = c.Read(ctx, id, w, opt)
			return err
		})
		return report, err
	}
	r := c.newReading(id, opt)
	defer c.report(Progress{BlobID: id, Phase: PhaseDone})
	m, err := r.metadata(ctx, id, opt.MaxSize)
	if err != nil {
		return r.report, err
	}
	if !c.streams(m.Length) {
		b, err := r.bytes(ctx, id, m)
		if err != nil {
			return r.report, err
		}
		return r.report, replaceFile(path, m.Length, func(f *os.File) error {
			_, err := f.Write(b)
			return err
		})
	}
	return r.report, r.replace(path, m.Length, func(f *os.File) error { return r.into(ctx, id, m, f) })
}

// replace lets write fill a new file for path, of size bytes in the end, where it may write beyond them meanwhile.
func (r *reading) replace(path string, size uint64, write func(f *os.File) error) error {
	if err := checkSpace(targetDir(path), "the output", size); err != nil {
		return err
	}
	return replaceFile(path, size, func(f *os.File) error {
		if err := write(f); err != nil {
			return err
		}
		return f.Truncate(int64(size))
	})
}

// ReadBytes returns the whole blob, in memory whatever its size. Otherwise as Read.
func (c *Client) ReadBytes(ctx context.Context, id redstuff.BlobID, opt ReadOptions) ([]byte, ReadReport, error) {
	r := c.newReading(id, opt)
	defer c.report(Progress{BlobID: id, Phase: PhaseDone})
	m, err := r.metadata(ctx, id, opt.MaxSize)
	if err != nil {
		return nil, r.report, err
	}
	b, err := r.bytes(ctx, id, m)
	return b, r.report, err
}

// A reading is one call of Read or of its like, of one blob or of several that make one object.
type reading struct {
	c      *Client
	v      *view
	opt    ReadOptions
	tell   func(Progress)
	report ReadReport
}

func (c *Client) newReading(id redstuff.BlobID, opt ReadOptions) *reading {
	return &reading{c: c, opt: opt, tell: c.report, report: ReadReport{BlobID: id}}
}

// metadata finds out that the blob may be read, and gets its metadata. A blob of more than most bytes is ErrTooLarge, unless that is 0.
func (r *reading) metadata(ctx context.Context, id redstuff.BlobID, most uint64) (*redstuff.Metadata, error) {
	var err error
	if r.v, err = r.c.network(ctx); err != nil {
		return nil, err
	}
	a, err := r.c.reader.Availability(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("availability of blob %v: %w", id, err)
	}
	if a.Invalid {
		return nil, fmt.Errorf("blob %v: %w: it is marked invalid on the chain", id, ErrBlobInvalid)
	}
	start := time.Now()
	m, wrong, err := r.c.metadata(ctx, r.v, id)
	r.report.Nodes = append(r.report.Nodes, wrong...)
	r.report.Metadata += time.Since(start)
	if err != nil {
		return nil, fmt.Errorf("blob %v: %w", id, err)
	}
	r.report.Size = m.Length
	if most > 0 && m.Length > most {
		return nil, fmt.Errorf("blob %v: %w: it has %d bytes, the limit is %d", id, ErrTooLarge, m.Length, most)
	}
	r.tell(Progress{BlobID: id, Phase: PhaseMetadata, Done: 1, Total: 1})
	return m, nil
}

// gather collects slivers: in memory, or on a shelf.
func (r *reading) gather(ctx context.Context, id redstuff.BlobID, verifier *redstuff.Verifier, shelf *shelf) (*gathering, redstuff.Axis, error) {
	start := time.Now()
	g, axis, err := r.c.gather(ctx, r.v, verifier, id, shelf, r.tell)
	r.report.Slivers += time.Since(start)
	r.report.Bad = append(r.report.Bad, g.bad...)
	r.report.Missing += g.missing
	r.report.Nodes = append(r.report.Nodes, g.failed...)
	if err != nil {
		return nil, 0, fmt.Errorf("blob %v: %w", id, err)
	}
	r.report.Axis, r.report.Systematic = axis, 0
	for i := range g.have[axis] {
		if int(i) < g.need[axis] {
			r.report.Systematic++
		}
	}
	return g, axis, nil
}

// bytes reads a blob into memory.
func (r *reading) bytes(ctx context.Context, id redstuff.BlobID, m *redstuff.Metadata) ([]byte, error) {
	g, axis, err := r.gather(ctx, id, redstuff.NewVerifier(r.v.params, m), nil)
	if err != nil {
		return nil, err
	}
	start := time.Now()
	b, err := redstuff.Decode(r.v.params, m, slices.Collect(maps.Values(g.have[axis])), r.opt.Check)
	r.report.Decode += time.Since(start)
	return b, r.decoded(id, err)
}

// decoded gives the error of decoding its context, or tells that there was none.
func (r *reading) decoded(id redstuff.BlobID, err error) error {
	if errors.Is(err, redstuff.ErrBlobInvalid) {
		return fmt.Errorf("blob %v: %w: %w", id, ErrBlobInvalid, err)
	}
	if err != nil {
		return fmt.Errorf("blob %v: %w", id, err)
	}
	r.tell(Progress{BlobID: id, Phase: PhaseDecode, Done: 1, Total: 1})
	return nil
}

// into reads a blob into out by way of files. Behind the blob's bytes there may be others afterwards, fewer than its matrix has symbols twice.
func (r *reading) into(ctx context.Context, id redstuff.BlobID, m *redstuff.Metadata, out redstuff.Output) error {
	verifier := redstuff.NewVerifier(r.v.params, m)
	s := newShelf(verifier, id, out, r.c.opt.SpoolDir)
	defer s.close()
	g, axis, err := r.gather(ctx, id, verifier, s)
	if err != nil {
		return err
	}
	start := time.Now()
	defer func() { r.report.Decode += time.Since(start) }()
	if axis == redstuff.Primary && r.opt.Check != redstuff.CheckSkip {
		err = s.checkPadding(g.have[axis])
	}
	giveBack()
	check := r.opt.Check
	if check == redstuff.CheckStrict {
		check = redstuff.CheckDefault // and then the ID, in memory that does not grow
	}
	if err == nil {
		err = redstuff.DecodeTo(ctx, r.v.params, m, axis, slices.Collect(maps.Keys(g.have[axis])), s.of(axis), out, check, func(done, total uint64) {
			r.tell(Progress{BlobID: id, Phase: PhaseDecode, Done: done, Total: total})
		})
	}
	if err == nil && r.opt.Check == redstuff.CheckStrict {
		err = r.compareID(ctx, id, m, out)
	}
	return r.decoded(id, err)
}

// compareID encodes a blob again and compares its ID.
func (r *reading) compareID(ctx context.Context, id redstuff.BlobID, m *redstuff.Metadata, out io.ReaderAt) error {
	in := &content{ReaderAt: out, size: m.Length, unchanged: func() error { return nil }}
	b, err := stream(ctx, r.v.params, in, r.c.scratch(), func(done uint64) {
		r.tell(Progress{BlobID: id, Phase: PhaseDecode, Done: done, Total: m.Length})
	})
	if err != nil {
		return err
	}
	defer b.release()
	if got := b.BlobID(); got != id {
		return fmt.Errorf("%w: its content has the ID %v", redstuff.ErrBlobInvalid, got)
	}
	return nil
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
