package client

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
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
	// Plan is what would be done with the blob, or with the manifest.
	Plan
	// Pay is what would be paid in FROST, gas excluded: less than Cost if the account has something that would be used, or if there is nothing to do.
	Pay uint64 `json:"cost"`
	// Parts are what the source would be cut into; Encoded, Cost and Pay are the sums of all parts and the manifest then. A part that is equal to an earlier one costs nothing.
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
	Plan
	Pay    uint64 `json:"cost"`
	InPool bool   `json:"alreadyInPool,omitempty"`

	twin bool // of an earlier part: nothing is done for it
}

// A Plan is what a store would do with one blob. Without an operation nothing is to be done.
type Plan struct {
	Operation *ResourceOperation `json:"resourceOperation,omitempty"`
	Certified *AlreadyCertified  `json:"alreadyCertified,omitempty"` // for long enough; nothing is done then
	Invalid   bool               `json:"markedInvalid,omitempty"`    // it cannot be stored
	Object    attest.ObjectID    `json:"-"`                          // the owned object that would be used, if any
	Resource  attest.ObjectID    `json:"-"`                          // the free space that would be used, if any
}

// Certifies reports whether slivers would be sent and a certificate brought.
func (p Plan) Certifies() bool { return p.Operation != nil && p.Operation.Kind != ReuseAndExtend }

// Quotes computes ID, size and price of every source, decides as Store would what owner's objects and free space are used for, and sends nothing. The zero owner has nothing.
// Of opt everything counts. With a pool, the price is the write fee of what it lacks, and what does not fit any more is a PoolFullError.
func (c *Client) Quotes(ctx context.Context, owner chain.Address, sources []Source, opt StoreOptions) ([]Quote, error) {
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
	plans := &planning{c: c, v: v, opt: opt, epochs: epochs, owner: owner, pool: pool, taken: map[attest.ObjectID]bool{}, made: map[redstuff.BlobID]bool{}}
	quotes := make([]Quote, len(sources))
	waiting := make([]int, len(sources))
	for i, src := range sources {
		quotes[i], waiting[i] = Quote{Path: src.Path}, i
	}
	s := &storing{c: c, v: v, opt: opt} // which says what is stored together
	for len(waiting) > 0 {
		batch := s.nextBatch(sources, waiting)
		waiting = waiting[len(batch):]
		var whole []*Quote
		for _, i := range batch {
			out := &quotes[i]
			q := quoting{c: c, v: v, opt: opt, path: out.Path, plans: plans}
			if err := q.source(ctx, sources[i], out); err != nil {
				*out = Quote{Path: out.Path, Err: err}
			} else if len(out.Parts) == 0 {
				whole = append(whole, out)
			}
			c.report(Progress{Path: out.Path, Phase: PhaseDone})
		}
		// As in a store, larger blobs choose first.
		for _, out := range slices.SortedStableFunc(slices.Values(whole), func(a, b *Quote) int { return cmp.Compare(b.Encoded, a.Encoded) }) {
			p := PartQuote{Size: out.Size, BlobID: out.BlobID, Root: out.Root, Encoded: out.Encoded}
			if err := plans.add(ctx, &p, false); err != nil {
				*out = Quote{Path: out.Path, Err: err}
				continue
			}
			out.Cost, out.Pay, out.Plan, out.InPool = p.Cost, p.Pay, p.Plan, p.InPool
		}
	}
	return quotes, nil
}

// A quoting is the dry run of one source.
type quoting struct {
	c     *Client
	v     *view
	opt   StoreOptions
	path  string
	plans *planning
}

// source fills in what a source is; what is stored as one blob has no plan then.
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
	out.BlobID, out.Root, out.Encoded = p.BlobID, p.Root, p.Encoded
	return err
}

// parts adds up the parts of c and their manifest. All parts have one size but the last, so that the order in which they choose is theirs.
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
		p.Offset, p.twin, m.Parts[i] = offset, seen[p.BlobID], p.BlobID
		if !p.twin {
			if err := q.plans.add(ctx, &p, true); err != nil {
				return err
			}
			if p.Invalid {
				return fmt.Errorf("part %d of %d: %w: blob %v is marked invalid on the chain", i+1, len(m.Parts), ErrBlobInvalid, p.BlobID)
			}
			if err := out.sum(p); err != nil {
				return err
			}
		}
		seen[p.BlobID] = true
		out.Parts = append(out.Parts, p)
	}
	raw, err := m.AppendBinary(nil)
	if err != nil {
		return err
	}
	p, err := q.blob(ctx, memoryContent(raw), c.size, c.size)
	if err == nil {
		err = q.plans.add(ctx, &p, true)
	}
	if err != nil {
		return err
	}
	out.BlobID, out.Root, out.Manifest, out.Plan = p.BlobID, p.Root, p.Size, p.Plan
	return out.sum(p)
}

// sum adds a part, or the manifest.
func (out *Quote) sum(p PartQuote) (err error) {
	if out.Encoded, err = add(out.Encoded, p.Encoded); err != nil {
		return err
	}
	if out.Cost, err = add(out.Cost, p.Cost); err != nil {
		return err
	}
	out.Pay, err = add(out.Pay, p.Pay)
	return err
}

// blob says what one blob is; offset and total say where it lies in the source, for progress.
func (q *quoting) blob(ctx context.Context, c *content, offset, total uint64) (PartQuote, error) {
	m, err := q.c.metadataOf(ctx, q.v.params, c, func(done uint64) {
		q.c.report(Progress{Path: q.path, Phase: PhaseEncode, Done: min(offset+done, total), Total: total})
	})
	if err != nil {
		return PartQuote{}, err
	}
	p := PartQuote{Size: m.Length, BlobID: m.BlobID(), Root: m.Root()}
	p.Encoded, err = q.v.params.EncodedLength(m.Length)
	return p, err
}

// A planning is a store that only decides.
type planning struct {
	c      *Client
	v      *view
	opt    StoreOptions
	epochs uint32
	owner  chain.Address
	pool   *poolQuote // nil: blobs get space of their own
	taken  map[attest.ObjectID]bool
	made   map[redstuff.BlobID]bool // blobs that this store would have certified by then
	owned  *holdings                // nil: not listed yet
}

// add decides about a blob, after those before it, and prices it.
func (p *planning) add(ctx context.Context, q *PartQuote, part bool) (err error) {
	if p.pool != nil {
		return p.pool.add(ctx, p.v.sys, q)
	}
	if q.Cost, err = NewFee(p.v.sys, q.Encoded, p.epochs); err != nil {
		return err
	}
	target := p.v.sys.Epoch + attest.Epoch(p.epochs)
	a, err := p.c.reader.Availability(ctx, q.BlobID)
	switch {
	case err != nil:
		return err
	case a.Invalid:
		q.Invalid = true
		return nil
	case p.opt.kept(a, target):
		q.Certified = &AlreadyCertified{BlobID: q.BlobID, End: a.PermanentUntil}
		return nil
	case p.made[q.BlobID] && !p.opt.Force && !p.opt.Deletable:
		q.Certified = &AlreadyCertified{BlobID: q.BlobID, End: target}
		return nil
	}
	e, err := p.begin(ctx, q.BlobID, part)
	if err != nil {
		return err
	}
	c := p.owned.choose(p.opt, want{blobID: q.BlobID, encoded: q.Encoded, target: target}, p.v.sys.Epoch, e, p.taken)
	q.Object, q.Resource = c.blob.ID, c.resource.ID
	if c.done {
		q.Certified = &AlreadyCertified{BlobID: q.BlobID, End: c.blob.Storage.End}
		if !c.blob.ID.IsZero() {
			q.Certified.Object = &c.blob.ID
		}
		return nil
	}
	q.Operation = &ResourceOperation{Kind: c.op, EncodedLength: q.Encoded, Epochs: c.extend}
	switch c.op {
	case RegisterFromScratch:
		q.Operation.Epochs, q.Pay = p.epochs, q.Cost
	case ReuseStorage:
		q.Pay, err = WriteFee(p.v.sys, q.Encoded)
	case ReuseAndExtend, ReuseAndExtendPending:
		q.Pay, err = StorageFee(p.v.sys, c.blob.Storage.Size, c.extend)
	}
	p.made[q.BlobID] = true
	after := chain.Blob{ID: c.blob.ID, BlobID: q.BlobID, Deletable: p.opt.Deletable, IsCertified: true, Storage: chain.Resource{End: max(target, c.blob.Storage.End, c.resource.End)}}
	p.owned.blobs = append(p.owned.blobs, after)
	return err
}

// begin lists what the owner has, if that is not known, and says what the journal knows of an unfinished store of a blob.
func (p *planning) begin(ctx context.Context, id redstuff.BlobID, part bool) (e journalEntry, err error) {
	if p.owned == nil {
		p.owned = new(holdings)
		if !p.owner.IsZero() {
			if p.owned, err = listHoldings(ctx, p.c.reader, p.owner, p.opt); err != nil {
				p.owned = nil
				return e, fmt.Errorf("owned objects: %w", err)
			}
		}
	}
	e = journalEntry{Network: p.v.net.ID, Owner: p.owner, BlobID: id, Deletable: p.opt.Deletable, Part: part}
	if p.c.journal == nil {
		return e, nil
	}
	found, ok, err := p.c.journal.load(e.key())
	if ok {
		e.Register, e.Object = found.Register, found.Object
	}
	return e, err
}

// A poolQuote is a storage pool as a dry run fills it.
type poolQuote struct {
	PoolReader
	id   attest.ObjectID
	end  attest.Epoch
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
	return &poolQuote{PoolReader: r, id: opt.Pool, end: p.End, free: p.Size - min(p.Used, p.Size), seen: map[redstuff.BlobID]bool{}}, nil
}

// add decides about one blob in the pool, and prices it.
func (q *poolQuote) add(ctx context.Context, sys chain.System, p *PartQuote) error {
	b, err := q.PooledBlob(ctx, q.id, p.BlobID)
	switch {
	case err == nil && !b.IsCertified && !q.seen[p.BlobID]:
		p.InPool, p.Object = true, b.ID
		p.Operation = &ResourceOperation{Kind: ReuseRegistration, EncodedLength: p.Encoded}
		q.seen[p.BlobID] = true
		return nil
	case err == nil:
		p.InPool, p.Certified = true, &AlreadyCertified{BlobID: p.BlobID, Object: &b.ID, End: b.Storage.End}
		return nil
	case !errors.Is(err, chain.ErrNotFound):
		return err
	case q.seen[p.BlobID]:
		p.InPool, p.Certified = true, &AlreadyCertified{BlobID: p.BlobID, End: q.end}
		return nil
	case p.Encoded > q.free:
		return &PoolFullError{Pool: q.id, Need: p.Encoded, Free: q.free}
	}
	q.free -= p.Encoded
	q.seen[p.BlobID] = true
	p.Operation = &ResourceOperation{Kind: RegisterInPool, EncodedLength: p.Encoded}
	p.Cost, err = WriteFee(sys, p.Encoded)
	p.Pay = p.Cost
	return err
}
