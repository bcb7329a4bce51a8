package client

import (
	"context"
	"errors"
	"fmt"
	"math"
	"sync"

	"walrus/attest"
	"walrus/redstuff"
)

// DefaultPartSize is how many bytes a part has of a source that is too large for one blob, unless the network's blobs are smaller. Larger parts cost a little less, since each
// carries the hashes of all slivers to all nodes (64 MB with 1000 shards, 0.3 % of such a part); smaller ones need less spool space, half a part.
const DefaultPartSize = 4 << 30

// ErrPartSize refuses a size of parts that the network cannot store, or that makes too many of them.
var ErrPartSize = errors.New("part size is not possible")

// checkPartSize looks at the options alone.
func (o StoreOptions) checkPartSize(p redstuff.Params) error {
	switch {
	case o.PartSize > p.MaxBlobSize():
		return fmt.Errorf("%w: %d bytes, this network takes at most %d in one blob", ErrPartSize, o.PartSize, p.MaxBlobSize())
	case o.PartSize > 0 && o.NoSplit:
		return fmt.Errorf("%w: parts of %d bytes are asked for, and that nothing is split", ErrPartSize, o.PartSize)
	}
	return nil
}

// splits reports whether a source of size bytes is to be stored in parts.
func (o StoreOptions) splits(p redstuff.Params, size uint64) bool {
	limit := p.MaxBlobSize()
	if o.PartSize > 0 {
		limit = o.PartSize
	}
	return !o.NoSplit && size > limit
}

// partSize is the size of the parts of a source of total bytes.
func (o StoreOptions) partSize(p redstuff.Params, total uint64) uint64 {
	if o.PartSize > 0 {
		return o.PartSize
	}
	return min(max(DefaultPartSize, (total-1)/MaxParts+1), p.MaxBlobSize())
}

// most is how many bytes a source may have.
func (o StoreOptions) most(p redstuff.Params) uint64 {
	if o.NoSplit {
		return p.MaxBlobSize()
	}
	size := o.PartSize
	if size == 0 {
		size = p.MaxBlobSize()
	}
	if size > math.MaxInt64/MaxParts {
		return math.MaxInt64
	}
	return size * MaxParts
}

// refuse says why a source of size bytes cannot be stored.
func (o StoreOptions) refuse(p redstuff.Params, size uint64) error {
	if o.NoSplit {
		return tooLarge(size, p.MaxBlobSize())
	}
	most, advice := p.MaxBlobSize(), ""
	if least := (size-1)/MaxParts + 1; o.PartSize > 0 {
		if most = o.PartSize; least <= p.MaxBlobSize() {
			advice = fmt.Sprintf("; parts of %d bytes would do", least)
		}
	}
	return fmt.Errorf("%w: %d bytes are more than %d parts of %d bytes%s", redstuff.ErrDataTooLarge, size, MaxParts, most, advice)
}

// cut makes a manifest for total bytes whose parts are not known yet.
func (o StoreOptions) cut(p redstuff.Params, total uint64) (*Manifest, error) {
	m := &Manifest{Total: total, PartSize: o.partSize(p, total)}
	n := partCount(total, m.PartSize)
	if n > MaxParts {
		return nil, o.refuse(p, total)
	}
	m.Parts = make([]redstuff.BlobID, n)
	return m, nil
}

// A division is a source on its way in parts. Parts are stored in batches, in order, and the manifest when all are certified.
type division struct {
	s        *storing
	res      *StoreResult
	content  *content
	manifest *Manifest
	target   attest.Epoch                   // end of all blobs, fixed at the beginning: the chain's epoch may change while parts are stored
	known    map[redstuff.BlobID]PartResult // parts that are certified: the first with this ID

	mu        sync.Mutex
	finished  []journalKey     // entries that are kept until the whole is stored
	confirmed map[int]Progress // the last word on the upload of each part
}

// keep leaves the entry of a finished blob in the journal until the whole is stored: with it a later run knows what this one has paid for, whatever its options.
func (d *division) keep(k journalKey) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.finished = append(d.finished, k)
}

// divide stores a source in parts.
func (s *storing) divide(ctx context.Context, res *StoreResult, c *content) {
	m, err := s.opt.cut(s.v.params, c.size)
	if err != nil {
		res.Phase, res.Err = failEncode, err
		return
	}
	res.Size = c.size
	epochs, view := s.epochs, s.v
	defer func() { s.epochs, s.v = epochs, view }() // of the sources that follow
	d := &division{s: s, res: res, content: c, manifest: m, target: s.v.sys.Epoch + attest.Epoch(s.epochs), known: map[redstuff.BlobID]PartResult{}, confirmed: map[int]Progress{}}
	for i := 0; i < len(m.Parts) && res.Err == nil; {
		i += d.batch(ctx, i)
	}
	if res.Err == nil {
		d.finish(ctx)
	}
}

// refresh takes up an epoch that has begun meanwhile: fewer are bought then.
func (d *division) refresh(ctx context.Context) error {
	v, err := d.s.c.network(ctx)
	if err != nil {
		return err
	}
	if v.sys.Epoch >= d.target {
		return fmt.Errorf("%w: epoch %d, at which all parts are to end, has come before all of them are stored", ErrLifetime, d.target)
	}
	d.s.v, d.s.epochs = v, uint32(d.target-v.sys.Epoch)
	return nil
}

// batch stores parts from first on, as many as are held at a time, and returns how many.
func (d *division) batch(ctx context.Context, first int) (n int) {
	s := d.s
	if err := d.refresh(ctx); err != nil {
		d.fail(first, failStatus, err)
		return 0
	}
	var jobs []*job
	var sum uint64
	seen := map[redstuff.BlobID]bool{}
	for i := first; i < len(d.manifest.Parts); i++ {
		offset, size := d.manifest.Extent(i)
		need := s.need(int64(size))
		if i > first && (sum+need > min(batchBytes, s.c.cfg.Communication.MaxDataInFlight) || len(jobs) == BatchSources) {
			break
		}
		sum += need
		n++
		j := &job{res: &StoreResult{Path: d.res.Path, Deletable: d.res.Deletable}, path: d.res.Path, whole: d, part: i}
		if err := s.encode(ctx, j, d.content.section(offset, size)); err != nil {
			d.free(jobs)
			d.fail(i, failEncode, err)
			return n
		}
		id := j.res.BlobID
		d.manifest.Parts[i] = id
		if _, known := d.known[id]; known || seen[id] {
			d.free([]*job{j}) // equal to an earlier part
			continue
		}
		seen[id] = true
		jobs = append(jobs, j)
	}
	if err := d.content.unchanged(); err != nil { // before anything is paid
		d.free(jobs)
		d.fail(first, failEncode, err)
		return n
	}
	s.owned = nil // another source may have had parts like these
	s.place(ctx, jobs)
	for _, j := range jobs {
		d.take(j)
	}
	for i := first; i < first+n; i++ {
		d.list(i)
	}
	return n
}

// free drops encoded parts that are not stored.
func (d *division) free(jobs []*job) {
	for _, j := range jobs {
		j.blob.release()
	}
}

// fail ends the division because of one part.
func (d *division) fail(part int, phase string, err error) {
	if d.res.Err != nil {
		return
	}
	offset, size := d.manifest.Extent(part)
	d.res.Phase, d.res.Err = phase, fmt.Errorf("part %d of %d (%d bytes from byte %d on): %w", part+1, len(d.manifest.Parts), size, offset, err)
}

// take notes what became of a part.
func (d *division) take(j *job) {
	r := j.res
	d.res.Sent += r.Sent
	d.res.Resumed = d.res.Resumed || r.Resumed
	switch {
	case r.MarkedInvalid != nil:
		d.fail(j.part, failStatus, fmt.Errorf("%w: blob %v is marked invalid on the chain", ErrBlobInvalid, r.BlobID))
		return
	case r.Err != nil:
		d.fail(j.part, r.Phase, r.Err)
		return
	}
	d.res.EncodedSize += r.EncodedSize
	p := PartResult{BlobID: r.BlobID, EncodedSize: r.EncodedSize}
	p.Offset, p.Size = d.manifest.Extent(j.part)
	if n := r.NewlyCreated; n != nil {
		p.Object, p.End, p.Operation, p.Cost = &n.Object.ID, n.Object.Storage.End, n.Operation.Kind, n.Cost
	} else {
		p.Object, p.End = r.AlreadyCertified.Object, r.AlreadyCertified.End
	}
	d.known[r.BlobID] = p
}

// list adds part i to the result if it is certified. One that is equal to an earlier part cost nothing.
func (d *division) list(i int) {
	p, ok := d.known[d.manifest.Parts[i]]
	if !ok {
		return
	}
	if offset, _ := d.manifest.Extent(i); offset != p.Offset {
		p.Offset, p.Operation, p.Cost = offset, "", 0
	}
	d.res.Parts = append(d.res.Parts, p)
}

// finish stores the manifest and forgets the parts.
func (d *division) finish(ctx context.Context) {
	s := d.s
	j := &job{res: &StoreResult{Path: d.res.Path, Deletable: d.res.Deletable}, path: d.res.Path, whole: d, part: len(d.manifest.Parts)}
	err := d.refresh(ctx)
	if err == nil {
		var raw []byte
		if raw, err = d.manifest.AppendBinary(nil); err == nil {
			err = s.encode(ctx, j, memoryContent(raw))
		}
	}
	if err != nil {
		d.res.Phase, d.res.Err = failEncode, fmt.Errorf("manifest: %w", err)
		return
	}
	s.owned = nil
	s.place(ctx, []*job{j})
	r := j.res
	d.res.BlobID, d.res.NewlyCreated, d.res.AlreadyCertified, d.res.MarkedInvalid = r.BlobID, r.NewlyCreated, r.AlreadyCertified, r.MarkedInvalid
	d.res.EncodedSize += r.EncodedSize
	d.res.Sent += r.Sent
	d.res.Certificate = r.Certificate
	if r.Err != nil {
		d.res.Phase, d.res.Err = r.Phase, fmt.Errorf("manifest: %w", r.Err)
		return
	}
	for _, k := range d.finished {
		s.c.forget(k)
	}
}

// report turns progress with one part into progress with the whole.
func (d *division) report(j *job, p Progress) {
	blobs := uint64(len(d.manifest.Parts)) + 1
	switch p.Phase {
	case PhaseDone, PhaseRegister, PhaseCertify, PhaseTail: // they come once for each part
		return
	case PhaseEncode:
		if j.part == len(d.manifest.Parts) {
			return
		}
		offset, _ := d.manifest.Extent(j.part)
		p.Done, p.Total = offset+p.Done, d.manifest.Total
	case PhaseUpload:
		d.mu.Lock()
		if old := d.confirmed[j.part]; old.Done > p.Done || old.Sent > p.Sent { // reports of one upload may overtake each other
			p.Done, p.Sent = max(old.Done, p.Done), max(old.Sent, p.Sent)
		}
		d.confirmed[j.part] = p
		p.Total *= blobs
		p.Done, p.Sent = 0, 0
		for _, c := range d.confirmed {
			p.Done += min(c.Done, c.Total)
			p.Sent += c.Sent
		}
		d.mu.Unlock()
	}
	d.s.c.report(p)
}
