package client

import (
	"context"
	"errors"
	"time"

	"walrus/attest"
	"walrus/chain"
	"walrus/redstuff"
)

// A Quote is one source of a dry run.
type Quote struct {
	Path     string          `json:"path"`
	BlobID   redstuff.BlobID `json:"blobId"` // of the manifest, if there are parts
	Root     [32]byte        `json:"-"`      // of the metadata: what a registration needs besides
	Size     uint64          `json:"unencodedSize"`
	Encoded  uint64          `json:"encodedSize"`
	Cost     uint64          `json:"storageCost"` // FROST for a new purchase, gas excluded
	Encoding string          `json:"encodingType"`
	// Parts are what the source would be cut into; Encoded and Cost are the sums of all parts and the manifest then. A part that is equal to an earlier one costs nothing.
	Parts []PartQuote `json:"parts,omitempty"`
	// Manifest is the length of the manifest in bytes, 0 without parts.
	Manifest uint64 `json:"manifestSize,omitempty"`
	// InPool is set if the storage pool that was named has the blob already, or a source before this one puts it there: then it costs nothing.
	InPool bool  `json:"alreadyInPool,omitempty"`
	Err    error `json:"-"` // then the other numbers are zero
}

// A PartQuote is one part of a source in a dry run.
type PartQuote struct {
	Offset  uint64          `json:"offset"`
	Size    uint64          `json:"size"`
	BlobID  redstuff.BlobID `json:"blobId"`
	Root    [32]byte        `json:"-"`
	Encoded uint64          `json:"encodedSize"`
	Cost    uint64          `json:"storageCost"`
	InPool  bool            `json:"alreadyInPool,omitempty"`
}

// Quotes computes ID, size and price of every source as a new purchase, and sends nothing. Of opt only the lifetime and what concerns parts and the storage pool count.
// With a pool, the price is the write fee of what it lacks, and what does not fit any more is a PoolFullError.
func (c *Client) Quotes(ctx context.Context, sources []Source, opt StoreOptions) ([]Quote, error) {
	v, err := c.network(ctx)
	if err != nil {
		return nil, err
	}
	epochs, err := opt.Lifetime.Resolve(v.sys, time.Now())
	if err != nil {
		return nil, err
	}
	if err := opt.checkPartSize(v.params); err != nil {
		return nil, err
	}
	pool, err := c.quotePool(ctx, v, opt, epochs)
	if err != nil {
		return nil, err
	}
	quotes := make([]Quote, len(sources))
	for i, src := range sources {
		quotes[i] = Quote{Path: src.Path}
		q := quoting{c: c, v: v, opt: opt, epochs: epochs, path: src.Path, pool: pool}
		if err := q.source(ctx, src, &quotes[i]); err != nil {
			quotes[i] = Quote{Path: src.Path, Err: err}
		}
		c.report(Progress{Path: src.Path, Phase: PhaseDone})
	}
	return quotes, nil
}

// A quoting is the dry run of one source.
type quoting struct {
	c      *Client
	v      *view
	opt    StoreOptions
	epochs uint32
	path   string
	pool   *poolQuote // nil: blobs get space of their own
}

func (q *quoting) source(ctx context.Context, src Source, out *Quote) error {
	c, err := q.c.open(ctx, src, q.v.params, q.opt)
	if err != nil {
		return err
	}
	defer c.close()
	out.Size, out.Encoding = c.size, encodingName
	if q.opt.splits(q.v.params, c.size) {
		return q.parts(ctx, c, out)
	}
	p, err := q.blob(ctx, c, 0, c.size)
	out.BlobID, out.Root, out.Encoded, out.Cost, out.InPool = p.BlobID, p.Root, p.Encoded, p.Cost, p.InPool
	return err
}

// parts adds up the parts of c and their manifest.
func (q *quoting) parts(ctx context.Context, c *content, out *Quote) error {
	m, err := q.opt.cut(q.v.params, c.size)
	if err != nil {
		return err
	}
	seen := map[redstuff.BlobID]bool{}
	for i := range m.Parts {
		offset, size := m.Extent(i)
		p, err := q.blob(ctx, c.section(offset, size), offset, c.size)
		if err != nil {
			return err
		}
		if p.Offset = offset; seen[p.BlobID] {
			p.Cost = 0
		} else if out.Encoded, err = add(out.Encoded, p.Encoded); err != nil {
			return err
		}
		seen[p.BlobID], m.Parts[i] = true, p.BlobID
		if out.Cost, err = add(out.Cost, p.Cost); err != nil {
			return err
		}
		out.Parts = append(out.Parts, p)
	}
	raw, err := m.AppendBinary(nil)
	if err != nil {
		return err
	}
	p, err := q.blob(ctx, memoryContent(raw), c.size, c.size)
	if err != nil {
		return err
	}
	out.BlobID, out.Root, out.Manifest = p.BlobID, p.Root, p.Size
	if out.Encoded, err = add(out.Encoded, p.Encoded); err != nil {
		return err
	}
	out.Cost, err = add(out.Cost, p.Cost)
	return err
}

// blob is the quote of one blob; offset and total say where it lies in the source, for progress.
func (q *quoting) blob(ctx context.Context, c *content, offset, total uint64) (PartQuote, error) {
	m, err := q.c.metadataOf(ctx, q.v.params, c, func(done uint64) {
		q.c.report(Progress{Path: q.path, Phase: PhaseEncode, Done: min(offset+done, total), Total: total})
	})
	if err != nil {
		return PartQuote{}, err
	}
	p := PartQuote{Size: m.Length, BlobID: m.BlobID(), Root: m.Root()}
	if p.Encoded, err = q.v.params.EncodedLength(m.Length); err != nil {
		return PartQuote{}, err
	}
	if q.pool != nil {
		return p, q.pool.add(ctx, q.v.sys, &p)
	}
	p.Cost, err = NewFee(q.v.sys, p.Encoded, q.epochs)
	return p, err
}

// A poolQuote is a storage pool as a dry run fills it.
type poolQuote struct {
	PoolReader
	id   attest.ObjectID
	free uint64 // encoded bytes
	seen map[redstuff.BlobID]bool
}

// quotePool prepares a dry run into opt.Pool; nil if there is none.
func (c *Client) quotePool(ctx context.Context, v *view, opt StoreOptions, epochs uint32) (*poolQuote, error) {
	if opt.Pool.IsZero() {
		return nil, nil
	}
	r, ok := c.reader.(PoolReader)
	if !ok {
		return nil, errors.New("this kind of chain has no storage pools")
	}
	p, err := OpenPool(ctx, r, opt.Pool, chain.Address{}, v.sys, epochs)
	if err != nil {
		return nil, err
	}
	return &poolQuote{PoolReader: r, id: opt.Pool, free: p.Size - min(p.Used, p.Size), seen: map[redstuff.BlobID]bool{}}, nil
}

// add prices one blob in the pool.
func (q *poolQuote) add(ctx context.Context, sys chain.System, p *PartQuote) error {
	_, err := q.PooledBlob(ctx, q.id, p.BlobID)
	switch {
	case err == nil || q.seen[p.BlobID]:
		p.InPool = true
		return nil
	case !errors.Is(err, chain.ErrNotFound):
		return err
	case p.Encoded > q.free:
		return &PoolFullError{Pool: q.id, Need: p.Encoded, Free: q.free}
	}
	q.free -= p.Encoded
	q.seen[p.BlobID] = true
	p.Cost, err = WriteFee(sys, p.Encoded)
	return err
}
