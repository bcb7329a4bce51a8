package client

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"walrus/attest"
	"walrus/chain"
	"walrus/nodeapi"
)

const (
	// How long a transaction of an earlier run may stay undecided before the store gives up, to be run again later.
	pendingPatience = 60 * time.Second
	pendingPoll     = 500 * time.Millisecond
	// How long a transaction that the endpoint does not know is looked for: others may have it and pass it on. One that was never sent costs this much, once.
	lostPatience = 3 * time.Second
)

func byEncodedSize(jobs []*job) []*job {
	return slices.SortedStableFunc(slices.Values(jobs), func(a, b *job) int { return cmp.Compare(b.res.EncodedSize, a.res.EncodedSize) })
}

// takeTurns waits until no other store of the same blobs by the same account goes on, in this process or another one with the same journal: those that come second then
// find what the first has paid for. Turns are taken in one order, so that two stores never wait for each other.
func (s *storing) takeTurns(ctx context.Context, jobs []*job) (left []*job) {
	if s.c.journal == nil {
		return jobs
	}
	ordered := slices.SortedFunc(slices.Values(jobs), func(a, b *job) int { return bytes.Compare(a.res.BlobID[:], b.res.BlobID[:]) })
	mine := map[string]bool{}
	for _, j := range ordered {
		var err error
		key := s.newEntry(j).key()
		j.turn, err = s.c.journal.turn(ctx, key, func() {
			s.c.log.Warn("the same blob is being stored by another process or call: waiting for that", "path", j.res.Path, "blob", j.res.BlobID)
		})
		if err != nil && ctx.Err() == nil {
			s.c.log.Warn("nothing keeps another process from storing the same blob at the same time", "blob", j.res.BlobID, "error", err)
			err = nil
		}
		if err != nil {
			j.fail(failRegister, context.Cause(ctx))
			s.done(j)
		}
		mine[key.name()] = j.turn != nil
	}
	s.c.journal.sweep(mine)
	return slices.DeleteFunc(slices.Clone(jobs), func(j *job) bool { return j.res.Err != nil })
}

// newEntry is the journal entry of a job of which nothing is remembered.
func (s *storing) newEntry(j *job) journalEntry {
	e := journalEntry{Network: s.v.net.ID, Owner: s.acct.Address(), BlobID: j.res.BlobID, Deletable: s.opt.Deletable, Path: j.res.Path, Part: j.whole != nil}
	if s.pool != nil {
		e.Pool = &s.pool.id
	}
	return e
}

// A listing is what the account owns, read while a source is encoded.
type listing struct {
	owned *holdings
	drawn uint64
	begun time.Time
	err   error
	ended chan struct{} // closed when all that is there
}

// listFresh is how long a listing made ahead is good for. Encoding that takes longer is not held up by another one.
const listFresh = 5 * time.Second

// listAhead begins to read what the account owns, unless that is known. end waits until that has ended, and must be called.
func (s *storing) listAhead(ctx context.Context) (end func()) {
	if s.pool != nil || s.owned != nil || s.ahead != nil {
		return func() {}
	}
	ctx, cancel := context.WithCancel(ctx)
	l := &listing{begun: time.Now(), ended: make(chan struct{})}
	s.ahead = l
	go func() {
		defer close(l.ended)
		if l.drawn, l.err = s.acct.Nonce(ctx, s.acct.Address()); l.err == nil { // before the rest, which may have what is drawn meanwhile
			l.owned, l.err = listHoldings(ctx, s.acct, s.acct.Address(), s.opt)
		}
	}()
	return func() {
		cancel()
		<-l.ended
		s.ahead = nil
	}
}

// wouldUse reports whether any of jobs would choose something of what is owned. That may have changed since it was listed ahead: an object that was certified, prolonged or
// deleted meanwhile does not show in how many there are.
func (s *storing) wouldUse(jobs []*job, target attest.Epoch) bool {
	return slices.ContainsFunc(jobs, func(j *job) bool {
		c := s.owned.choose(s.opt, want{blobID: j.res.BlobID, encoded: j.res.EncodedSize, target: target}, s.v.sys.Epoch, j.entry, maps.Clone(s.taken))
		return c.op != RegisterFromScratch
	})
}

// listOwned reads what the account owns, unless that is known and nobody else has made something for it since.
func (s *storing) listOwned(ctx context.Context) error {
	if l := s.ahead; l != nil {
		fresh := time.Since(l.begun) < listFresh // one that takes longer itself is as good as one that begins now
		<-l.ended
		if s.ahead = nil; l.err == nil && fresh {
			s.owned, s.drawn = l.owned, l.drawn
			s.owned.ahead = true
		}
	}
	drawn, err := s.acct.Nonce(ctx, s.acct.Address())
	if err != nil || s.owned != nil && s.drawn == drawn {
		return err
	}
	owned, err := listHoldings(ctx, s.acct, s.acct.Address(), s.opt)
	if err == nil {
		s.owned, s.drawn = owned, drawn
	}
	return err
}

// begun are the owned objects that the store of e has made, or may have made: the one it remembers, else those of its blob that are registered only, if it has sent
// a registration of which no more is known.
func begun(blobs []chain.Blob, e journalEntry) []chain.Blob {
	var list []chain.Blob
	for _, b := range blobs {
		known := e.Object != nil && b.ID == *e.Object
		likely := e.Object == nil && len(e.Register) > 0 && b.BlobID == e.BlobID && !b.IsCertified
		if known || likely {
			list = append(list, b)
		}
	}
	return list
}

// resume takes up what the journal remembers of the job: transactions that an earlier run sent are waited for, so that none is ever paid twice.
func (s *storing) resume(ctx context.Context, j *job) error {
	j.entry = s.newEntry(j)
	j.entry.Upload = nodeapi.NewUpload()
	if s.c.journal == nil {
		return nil
	}
	found, ok, err := s.c.journal.load(j.entry.key())
	if err != nil || !ok {
		return err
	}
	if found.Object == nil && len(found.Register) > 0 {
		var r *chain.Receipt
		r, found.Register, err = s.settle(ctx, found.Register)
		if err != nil {
			return fmt.Errorf("registration sent by an earlier run: %w", err)
		}
		if r != nil && s.pool == nil { // a pool is asked for its blobs by their IDs
			if found.Object, err = s.objectOf(ctx, r, j); err != nil {
				return err
			}
		}
	}
	if len(found.Certify) > 0 {
		if _, found.Certify, err = s.settle(ctx, found.Certify); err != nil {
			return fmt.Errorf("certification sent by an earlier run: %w", err)
		}
	}
	if len(found.Extend) > 0 {
		if _, found.Extend, err = s.settle(ctx, found.Extend); err != nil {
			return fmt.Errorf("extension sent by an earlier run: %w", err)
		}
	}
	// What no endpoint knows may come to light later, so it is asked for again by every run until the store is done.
	if nodeapi.ValidUpload(found.Upload) {
		j.entry.Upload = found.Upload
	}
	j.entry.Register, j.entry.Object, j.entry.Certify, j.entry.Extend = found.Register, found.Object, found.Certify, found.Extend
	return s.save(j)
}

// settle waits until it is known what became of transactions of one kind, most of them versions of the same one. The receipt is that of the last one mined, nil if
// none was. lost are those that the endpoint does not know, not even after lostPatience: it may be behind the one they were sent to.
func (s *storing) settle(ctx context.Context, txs []chain.TxHash) (mined *chain.Receipt, lost []chain.TxHash, err error) {
	start := time.Now()
	for {
		undecided := chain.TxHash{}
		mined, lost = nil, nil
		for _, tx := range txs {
			r, err := s.acct.Pending(ctx, tx)
			var refused *chain.RevertError
			switch {
			case errors.As(err, &refused):
			case errors.Is(err, chain.ErrNotFound):
				lost = append(lost, tx)
			case err != nil:
				return nil, nil, err
			case r != nil:
				mined = r
			default:
				undecided = tx
			}
		}
		took := time.Since(start)
		switch {
		case undecided == (chain.TxHash{}) && (mined != nil || len(lost) == 0 || took > lostPatience):
			return mined, lost, nil
		case took > pendingPatience:
			return nil, nil, fmt.Errorf("%w: %v; store again when it is mined", ErrStalledTx, undecided)
		case !sleep(ctx, pendingPoll):
			return nil, nil, context.Cause(ctx)
		}
	}
}

// objectOf finds the job's object among those that a transaction made.
func (s *storing) objectOf(ctx context.Context, r *chain.Receipt, j *job) (*attest.ObjectID, error) {
	for _, id := range r.Objects {
		b, err := s.acct.Blob(ctx, id)
		if errors.Is(err, chain.ErrNotFound) {
			continue // deleted since
		}
		if err != nil {
			return nil, err
		}
		if b.BlobID == j.res.BlobID && b.Deletable == s.opt.Deletable {
			return &id, nil
		}
	}
	return nil, nil
}

// save writes the jobs' journal entries, if there is a journal.
func (s *storing) save(jobs ...*job) error { return errors.Join(s.saveEach(jobs)...) }

// saveEach is save with one error for each job.
func (s *storing) saveEach(jobs []*job) []error {
	if s.c.journal == nil {
		return make([]error, len(jobs))
	}
	entries := make([]journalEntry, len(jobs))
	for i, j := range jobs {
		entries[i] = j.entry
	}
	return s.c.journal.save(entries...)
}

// forget removes the journal entry of a store that is done. Failing to is no failure of the store: the entry is recognised as done later.
func (s *storing) forget(j *job) {
	switch {
	case s.c.journal == nil:
	case j.whole != nil:
		j.whole.keep(j.entry.key())
	default:
		s.c.forget(j.entry.key())
	}
}

// forget removes a journal entry.
func (c *Client) forget(k journalKey) {
	if err := c.journal.remove(k); err != nil {
		c.log.Warn("journal entry stays", "blob", k.BlobID, "error", err)
	}
}

// register gives every job that has none its object: all in one transaction, or, if the contracts refuse that, one by one, so that each fails for itself alone.
func (s *storing) register(ctx context.Context, jobs []*job) {
	var fresh []*job
	for _, j := range jobs {
		if j.choice.registers() {
			fresh = append(fresh, j)
		}
	}
	if len(fresh) == 0 {
		return
	}
	err := s.registerAll(ctx, fresh)
	var refused *chain.RevertError
	if len(fresh) > 1 && (errors.As(err, &refused) || errors.Is(err, chain.ErrNoFunds)) {
		for _, j := range fresh {
			j.entry.Register = nil // refused as a whole: nothing of it is mined
			if err := s.registerAll(ctx, []*job{j}); err != nil {
				j.fail(failRegister, err)
			}
		}
		return
	}
	if err != nil {
		for _, j := range fresh {
			j.fail(failRegister, err)
		}
	}
}

func (s *storing) registerAll(ctx context.Context, jobs []*job) error {
	var r chain.Receipt
	var err error
	if s.pool != nil {
		r, err = s.registerPooled(ctx, jobs)
	} else {
		r, err = s.registerAlone(ctx, jobs)
	}
	if err != nil {
		return fmt.Errorf("register: %w", err)
	}
	if len(r.Objects) != len(jobs) {
		return fmt.Errorf("register: transaction %v made %d objects, want %d", r.Tx, len(r.Objects), len(jobs))
	}
	for i, j := range jobs {
		j.object = r.Objects[i]
		j.entry.Object = &j.object
		if s.drawn++; j.choice.op == RegisterFromScratch {
			s.drawn++ // the space has an ID of its own
		}
	}
	for i, err := range s.saveEach(jobs) {
		j := jobs[i]
		if err != nil {
			j.fail(failRegister, err)
			continue
		}
		s.report(j, Progress{BlobID: j.res.BlobID, Phase: PhaseRegister, Done: 1, Total: 1})
	}
	return nil
}

// noteRegister puts the hash of a registration of all jobs into their journal entries.
func (s *storing) noteRegister(jobs []*job) func(chain.TxHash) error {
	return func(tx chain.TxHash) error {
		for _, j := range jobs {
			j.entry.Register = append(j.entry.Register, tx)
		}
		return s.save(jobs...)
	}
}

// registerAlone gives each job an object with space of its own.
func (s *storing) registerAlone(ctx context.Context, jobs []*job) (chain.Receipt, error) {
	rs := make([]chain.Registration, len(jobs))
	var total uint64
	for i, j := range jobs {
		m := j.blob.Metadata()
		rs[i] = chain.Registration{BlobID: j.res.BlobID, Root: j.blob.Root(), Size: j.res.Size, Encoding: m.Encoding, Deletable: s.opt.Deletable, Epochs: s.epochs, Storage: j.choice.resource.ID}
		var err error
		if j.choice.op == ReuseStorage {
			j.cost, err = WriteFee(s.v.sys, j.res.EncodedSize)
		} else {
			j.cost, err = NewFee(s.v.sys, j.res.EncodedSize, s.epochs)
		}
		if err == nil {
			total, err = add(total, j.cost)
		}
		if err != nil {
			return chain.Receipt{}, err
		}
	}
	return s.acct.Register(ctx, rs, total, s.noteRegister(jobs))
}
