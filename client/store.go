package client

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"

	"walrus/attest"
	"walrus/chain"
	"walrus/internal/turn"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// StoreOptions say how sources are to be stored. The zero value stores permanently for one epoch.
type StoreOptions struct {
	Lifetime        Lifetime
	Deletable       bool // the owner may delete it before its end, and gets the space back
	Force           bool // register and store again even what is certified already
	IgnoreResources bool // buy new space even if the account owns some that would do; an unfinished store is taken up all the same
	// PartSize is the most bytes of a source that are stored as one blob. A larger source becomes several blobs of this size and a Manifest of them, which its result
	// names. Zero: only what is too large for one blob is cut, into parts of DefaultPartSize.
	PartSize uint64
	// Pool is the storage pool, or the bucket, of the account that blobs are put into; none if zero. They end with it, and cost the write fee alone; Lifetime says how long it
	// must last at least. A pool holds each blob only once, so Force and IgnoreResources do nothing there; that somebody else keeps the blob does not count.
	Pool    attest.ObjectID
	NoSplit bool // what is larger than one blob is redstuff.ErrDataTooLarge
}

// Phases of a failure, named as in client specification 1.8.
const (
	failEncode    = "encode"
	failStatus    = "get_blob_status"
	failRegister  = "register_or_reuse_resources"
	failPooled    = "register_or_reuse_pooled_resources"
	failUpload    = "with_certificate_result"
	failCertified = "with_certify_and_extend_result"
)

const (
	// A batch of sources is encoded, registered in one transaction and uploaded together. More bytes would mean more memory, more sources more gas than one transaction has.
	batchBytes = 128 << 20 // of encoded slivers, unless one source alone has more
	// BatchSources is how many blobs are registered in one transaction, and certified in one, at most.
	BatchSources = 100
	// statusPatience bounds the question whether nodes have a blob already; without an answer everything is sent.
	statusPatience = 3 * time.Second
	// askAbove is the size in bytes up to which a blob that the chain does not call certified is sent without asking the nodes whether they have it: asking all of them costs
	// more than they would be spared.
	askAbove   = 1 << 20
	statusPoll = 100 * time.Millisecond
)

// Store stores every source, each by itself: what goes wrong with one is in its result and does not touch the others. Results are in the order of sources. The error is
// not nil only if nothing could be begun at all: no network, an impossible lifetime. A store that is interrupted, or fails on the way, is taken up where it
// was when the same source is stored again by the same account.
func (c *Client) Store(ctx context.Context, acct chain.Account, sources []Source, opt StoreOptions) ([]StoreResult, error) {
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
	pool, err := openPool(ctx, acct, opt, v.sys, epochs)
	if err != nil {
		return nil, err
	}
	if pool != nil {
		epochs = pool.epochs(v.sys.Epoch)
	}
	s := &storing{c: c, v: v, acct: acct, pool: pool, opt: opt, epochs: epochs, results: make([]StoreResult, len(sources)), seen: map[redstuff.BlobID]bool{}, taken: map[attest.ObjectID]bool{}}
	waiting := make([]int, len(sources))
	for i, src := range sources {
		s.results[i] = StoreResult{Path: src.Path, Deletable: opt.Deletable}
		waiting[i] = i
	}
	for len(waiting) > 0 {
		batch := s.nextBatch(sources, waiting)
		waiting = waiting[len(batch):]
		s.run(ctx, sources, batch)
	}
	return s.results, nil
}

// A storing is one call of Store.
type storing struct {
	c       *Client
	v       *view
	acct    chain.Account
	pool    *pooling // nil: blobs get space of their own
	opt     StoreOptions
	epochs  uint32
	results []StoreResult

	seen  map[redstuff.BlobID]bool // blobs that were begun
	taken map[attest.ObjectID]bool // objects and resources that were chosen
	owned *holdings                // what the account owned before; listing it takes long for one who owns much
	drawn uint64                   // object IDs that the account had drawn then, and those that this store has drawn since
	ahead *listing                 // made while a source is encoded; nil if there is none
}

// A job is one blob on its way: a source, a part of one, or a manifest.
type job struct {
	res    *StoreResult // the caller's once the store has ended, though a tail may still run
	path   string       // of the source
	blob   encoded
	entry  journalEntry
	choice choice
	object attest.ObjectID
	tail   func()     // leaves the rest of its upload to the background; nil if there is none
	turn   *turn.Turn // keeps other stores of the same blob waiting; nil without a journal
	probe  bool       // nodes may have it already
	cost   uint64     // FROST
	whole  *division  // that the blob is a part of, or the manifest of; nil for a source that is one blob
	part   int        // its number there, that of the manifest comes last
}

// fail ends a job.
func (j *job) fail(phase string, err error) {
	j.res.Phase, j.res.Err = phase, err
}

// nextBatch takes sources from the front of waiting, at least one.
func (s *storing) nextBatch(sources []Source, waiting []int) []int {
	var sum uint64
	for i, k := range waiting {
		need := s.need(sources[k].size)
		if i > 0 && (sum+need > min(batchBytes, s.c.cfg.Communication.MaxDataInFlight) || i == BatchSources) {
			return waiting[:i]
		}
		sum += need
	}
	return waiting
}

// need is what a source of size bytes counts in a batch. One of unknown size, and one that is not held in memory, fills a batch.
func (s *storing) need(size int64) uint64 {
	if size < 0 || s.c.streams(uint64(size)) || s.opt.splits(s.v.params, uint64(size)) {
		return batchBytes
	}
	symbol, err := s.v.params.SymbolSize(uint64(size))
	if err != nil {
		return 0 // it fails before it is read
	}
	return uint64(s.v.params.N) * uint64(s.v.params.SliverSize(redstuff.Primary, symbol)+s.v.params.SliverSize(redstuff.Secondary, symbol))
}

// run stores one batch.
func (s *storing) run(ctx context.Context, sources []Source, batch []int) {
	var jobs, twins []*job
	for _, i := range batch {
		j := &job{res: &s.results[i], path: s.results[i].Path}
		c, err := s.c.open(ctx, sources[i], s.v.params, s.opt)
		if err == nil {
			defer c.close()
			if s.opt.splits(s.v.params, c.size) {
				s.divide(ctx, j.res, c)
				s.done(j)
				continue
			}
			if s.c.streams(c.size) {
				defer s.listAhead(ctx)()
			}
			err = s.encode(ctx, j, c)
		}
		if err != nil {
			j.fail(failEncode, err)
			s.done(j)
			continue
		}
		if s.seen[j.res.BlobID] {
			twins = append(twins, j) // equal content: when the first is stored there is nothing left to do
			continue
		}
		s.seen[j.res.BlobID] = true
		jobs = append(jobs, j)
	}
	s.place(ctx, jobs)
	for _, j := range twins {
		s.owned = nil // the first of them is among what is owned now
		s.place(ctx, []*job{j})
	}
}

// done tells that a job has ended, and frees what it held.
func (s *storing) done(j *job) {
	j.turn.End()
	if j.blob != nil {
		j.blob.release()
		j.blob = nil
	}
	s.report(j, Progress{BlobID: j.res.BlobID, Phase: PhaseDone})
}

// report tells of progress with a job; its path is filled in.
func (s *storing) report(j *job, p Progress) {
	p.Path = j.path
	if j.whole != nil {
		j.whole.report(j, p)
		return
	}
	s.c.report(p)
}

// encode makes the slivers of a blob, or what they are made from.
func (s *storing) encode(ctx context.Context, j *job, c *content) error {
	s.report(j, Progress{Phase: PhaseEncode, Total: c.size})
	if s.c.streams(c.size) {
		if err := s.c.tails.room(ctx, batchBytes); err != nil { // none beside it
			return err
		}
	}
	blob, err := s.c.encode(ctx, s.v.params, c, func(done uint64) {
		s.report(j, Progress{Phase: PhaseEncode, Done: done, Total: c.size})
	})
	if err != nil {
		return err // with a blob that is none
	}
	j.blob = blob
	j.res.BlobID, j.res.Size = j.blob.BlobID(), c.size
	s.report(j, Progress{BlobID: j.res.BlobID, Phase: PhaseEncode, Done: c.size, Total: c.size})
	j.res.EncodedSize, err = s.v.params.EncodedLength(c.size)
	return err
}

// place registers, uploads and certifies encoded jobs.
func (s *storing) place(ctx context.Context, jobs []*job) {
	jobs = s.takeTurns(ctx, jobs)
	jobs = s.each(jobs, failStatus, func(j *job) error { return s.resume(ctx, j) })
	jobs = s.decide(ctx, jobs)
	s.register(ctx, jobs)
	var g errgroup.Group
	many, jobs := s.together(jobs)
	if many != nil {
		g.Go(func() error {
			s.finishTogether(ctx, many)
			return nil
		})
	}
	for _, j := range jobs {
		if j.res.Err != nil {
			s.done(j)
			continue
		}
		g.Go(func() error {
			s.finish(ctx, j)
			s.done(j) // its memory is wanted by others
			return nil
		})
	}
	g.Wait()
}

// each applies f to jobs at the same time and returns those that got through.
func (s *storing) each(jobs []*job, phase string, f func(*job) error) []*job {
	var g errgroup.Group
	g.SetLimit(chainCalls)
	for _, j := range jobs {
		g.Go(func() error {
			if err := f(j); err != nil {
				j.fail(phase, err)
				s.done(j)
			}
			return nil
		})
	}
	g.Wait()
	var left []*job
	for _, j := range jobs {
		if j.res.Err == nil {
			left = append(left, j)
		}
	}
	return left
}

// chainCalls is how many questions are put to the chain at the same time.
const chainCalls = 8

// decide chooses for every job how it gets its object, and returns those that need one.
func (s *storing) decide(ctx context.Context, jobs []*job) []*job {
	target := s.v.sys.Epoch + attest.Epoch(s.epochs)
	jobs = s.each(jobs, failStatus, func(j *job) error { return s.shortCircuit(ctx, j, target) })
	jobs = unfinished(jobs, s)
	if len(jobs) == 0 {
		return nil
	}
	if s.pool != nil {
		return s.decidePooled(ctx, jobs)
	}
	err := s.listOwned(ctx)
	if err == nil && s.owned.ahead && s.wouldUse(jobs, target) {
		s.owned = nil
		err = s.listOwned(ctx)
	}
	if err != nil {
		for _, j := range jobs {
			j.fail(failRegister, fmt.Errorf("owned objects: %w", err))
			s.done(j)
		}
		return nil
	}
	// Larger blobs choose first among the free resources, or a small one would take what only fits a large one.
	for _, j := range byEncodedSize(jobs) {
		j.choice = s.owned.choose(s.opt, want{blobID: j.res.BlobID, encoded: j.res.EncodedSize, target: target}, s.v.sys.Epoch, j.entry, s.taken)
		j.object = j.choice.blob.ID
		if j.choice.done {
			j.res.AlreadyCertified = &AlreadyCertified{BlobID: j.res.BlobID, Object: &j.object, End: j.choice.blob.Storage.End}
		}
		if j.choice.op == ReuseRegistration || j.choice.op == ReuseAndExtendPending {
			j.probe, j.res.Resumed = true, true
		}
	}
	return unfinished(jobs, s)
}

// unfinished drops jobs that have a result.
func unfinished(jobs []*job, s *storing) []*job {
	var left []*job
	for _, j := range jobs {
		if j.res.AlreadyCertified == nil && j.res.MarkedInvalid == nil {
			left = append(left, j)
			continue
		}
		s.forget(j)
		s.done(j)
	}
	return left
}

// shortCircuit ends a job whose blob the chain calls invalid, or keeps long enough for anyone; and finds out whether nodes may have it.
func (s *storing) shortCircuit(ctx context.Context, j *job, target attest.Epoch) error {
	a, err := s.acct.Availability(ctx, j.res.BlobID)
	if err != nil {
		return err
	}
	if s.opt.Force && !a.Invalid {
		j.probe = a.Certified
		return nil
	}
	if !a.Certified && !a.Invalid && j.res.Size <= askAbove {
		return nil
	}
	enough := s.opt.kept(a, target)
	ctx, cancel := context.WithTimeout(ctx, statusPatience)
	defer cancel()
	status, err := s.c.Status(ctx, j.res.BlobID)
	for enough && err == nil && !status.IsCertified && sleep(ctx, statusPoll) { // nodes learn of certificates a moment after the chain
		status, err = s.c.Status(ctx, j.res.BlobID)
	}
	known := err == nil
	j.probe = a.Certified || known && status.State != nodeapi.Nonexistent
	switch {
	case a.Invalid:
		j.res.MarkedInvalid = &MarkedInvalid{BlobID: j.res.BlobID}
		if known && status.State == nodeapi.Invalid {
			j.res.MarkedInvalid.Event = status.Event
		}
	case enough:
		j.res.AlreadyCertified = &AlreadyCertified{BlobID: j.res.BlobID, End: a.PermanentUntil}
		if known && status.IsCertified {
			j.res.AlreadyCertified.Event = &status.Event
		}
	}
	return nil
}

// finish brings a registered job to its end. The tail of its upload, which would take the processors, begins after all that the store's caller waits for, or aheadCertify after the quorum.
func (s *storing) finish(ctx context.Context, j *job) {
	defer func() {
		if j.tail != nil {
			j.tail()
		}
	}()
	b, err := s.record(ctx, j)
	if err != nil {
		j.fail(failUpload, fmt.Errorf("object %v: %w", j.object, err))
		return
	}
	if j.choice.certify && !b.IsCertified {
		if err := s.certifyAsItIs(ctx, j, b); err != nil {
			j.fail(failUpload, err)
			return
		}
	}
	if j.choice.extend > 0 {
		if err := s.extend(ctx, j); err != nil {
			j.fail(failCertified, fmt.Errorf("extend object %v: %w", j.object, err))
			return
		}
	}
	s.conclude(ctx, j)
}

// conclude writes the result of a job whose object is as it was wanted.
func (s *storing) conclude(ctx context.Context, j *job) {
	b, err := s.record(ctx, j)
	if err != nil {
		j.fail(failCertified, fmt.Errorf("object %v: %w", j.object, err))
		return
	}
	s.forget(j)
	op := ResourceOperation{Kind: j.choice.op, EncodedLength: j.res.EncodedSize, Epochs: j.choice.extend}
	if j.choice.op == RegisterFromScratch {
		op.Epochs = s.epochs
	}
	j.res.NewlyCreated = &NewlyCreated{Object: blobObject(b), Operation: op, Cost: j.cost}
	if s.pool != nil {
		j.res.NewlyCreated.Object.Pool = &s.pool.id
	}
}

// extend buys the epochs that the object lacks now, which may be fewer than when it was chosen: anyone may extend a permanent blob.
func (s *storing) extend(ctx context.Context, j *job) error {
	b, err := s.acct.Blob(ctx, j.object)
	if err != nil {
		return err
	}
	target := s.v.sys.Epoch + attest.Epoch(s.epochs)
	if j.choice.extend = 0; b.Storage.End >= target {
		return nil
	}
	missing := uint32(target - b.Storage.End)
	cost, err := StorageFee(s.v.sys, b.Storage.Size, missing)
	if err != nil {
		return err
	}
	_, err = s.acct.Extend(ctx, j.object, missing, cost, func(tx chain.TxHash) error {
		j.entry.Extend = append(j.entry.Extend, tx)
		return s.save(j)
	})
	if err != nil {
		return err
	}
	j.choice.extend = missing
	j.cost += cost
	return nil
}

func blobObject(b chain.Blob) BlobObject {
	o := BlobObject{ID: b.ID, Registered: b.Registered, BlobID: b.BlobID, Size: b.Size, Encoding: encodingName, Deletable: b.Deletable,
		Storage: StorageObject{b.Storage.ID, b.Storage.Start, b.Storage.End, b.Storage.Size}}
	if b.IsCertified {
		o.Certified = &b.Certified
	}
	return o
}

// claim is what nodes are to sign about an object.
func (s *storing) claim(b chain.Blob) attest.Availability {
	return attest.Availability{Network: s.v.net.ID, BlobID: b.BlobID, Object: b.ID, Size: b.Size, Encoding: b.Encoding,
		Deletable: b.Deletable, End: b.Storage.End, Registered: b.Registered}
}

func (s *storing) upload(j *job, claim attest.Availability) *upload {
	return &upload{c: s.c, v: s.v, blob: j.blob, object: claim.Object, claim: claim, message: claim.Message(s.v.epoch.Epoch), probe: j.probe, name: j.entry.Upload,
		report: func(p Progress) { s.report(j, p) }}
}

// mostChanges is how often an object's end may move while it is certified, before that fails.
const mostChanges = 3

// certifyAsItIs certifies an object whose record may change meanwhile, as those of a storage pool do when the pool is prolonged.
func (s *storing) certifyAsItIs(ctx context.Context, j *job, b chain.Blob) error {
	for changes := 0; ; changes++ {
		err := s.certify(ctx, j, b)
		if err == nil || ctx.Err() != nil || changes == mostChanges {
			return err
		}
		now, rerr := s.record(ctx, j)
		switch {
		case rerr != nil || now.Storage.End == b.Storage.End:
			return err
		case now.IsCertified: // by anyone
			return nil
		}
		b, j.probe = now, true
	}
}

// certify uploads and brings the certificate to the chain.
func (s *storing) certify(ctx context.Context, j *job, b chain.Blob) error {
	u := s.upload(j, s.claim(b))
	u.progress()
	u.detached = s.c.detaches()
	base := ctx
	if u.detached {
		base = context.WithoutCancel(ctx) // the tail outlives this call, which may be all that the caller's context is for
	}
	upCtx, cancel := context.WithCancel(base)
	left := false
	defer func() {
		if !left {
			cancel()
		}
	}()
	stop := context.AfterFunc(ctx, cancel)
	defer stop()
	q, wait, err := u.run(upCtx)
	j.res.Sent = u.sent.Load()
	if err != nil {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		if e := j.blob.unchanged(); e != nil {
			return e // which explains what nodes rejected
		}
		return err
	}
	err = s.bring(ctx, j, u, q)
	if u.detached && err == nil {
		left = true
		j.tail = func() { s.detach(ctx, j, u, wait, cancel) }
		return nil
	}
	wait(err != nil)
	j.res.Sent = u.sent.Load()
	return err
}

// bring sends the certificate.
func (s *storing) bring(ctx context.Context, j *job, u *upload, q quorum) error {
	sig, bitmap, err := q.aggregate(len(s.v.nodes))
	if err != nil {
		return fmt.Errorf("aggregate signature: %w", err)
	}
	note := func(tx chain.TxHash) error {
		j.entry.Certify = append(j.entry.Certify, tx)
		return s.save(j)
	}
	if s.pool != nil {
		_, err = s.pool.CertifyPooled(ctx, s.pool.id, j.res.BlobID, sig, bitmap, note)
	} else {
		_, err = s.acct.Certify(ctx, j.object, sig, bitmap, note)
	}
	var refused *chain.RevertError
	if errors.As(err, &refused) && (refused.Name == "BlobAlreadyCertified" || refused.Name == "StoragePoolAlreadyCertified") {
		err = nil // by another run of ours, or by anyone: certificates may be brought by all
	}
	if err != nil {
		return fmt.Errorf("certify object %v: %w", j.object, err)
	}
	j.res.Certificate = &Certificate{Message: u.message, Bitmap: bitmap, Signature: sig, Weight: int(u.weight.Load())}
	s.report(j, Progress{BlobID: j.res.BlobID, Phase: PhaseCertify, Done: 1, Total: 1})
	return nil
}
