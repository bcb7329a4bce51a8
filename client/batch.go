package client

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"walrus/attest"
	"walrus/bls"
	"walrus/chain"
	"walrus/nodeapi"
)

// A batchCertifier is an account that brings one certificate for many objects.
type batchCertifier interface {
	CertifyBatch(ctx context.Context, claims []chain.Claim, signature [96]byte, bitmap []byte, sent func(chain.TxHash) error) (chain.Receipt, error)
}

// A sending is a job of a batch whose slivers are on their way, or at a quorum of nodes.
type sending struct {
	*job
	record chain.Blob
	claim  attest.Availability
	u      *upload
	wait   func(now bool) // ends the tail
	gone   bool           // there is no such object any more
}

// together says which of the jobs are certified by one certificate: those that are held in memory and need one, if there are several and the account can.
func (s *storing) together(jobs []*job) (many, single []*job) {
	if _, ok := s.acct.(batchCertifier); !ok {
		return nil, jobs
	}
	for _, j := range jobs {
		if _, streamed := j.blob.(*streamedBlob); j.res.Err == nil && j.choice.certify && j.choice.extend == 0 && !streamed {
			many = append(many, j)
		} else {
			single = append(single, j)
		}
	}
	if len(many) < 2 {
		return nil, jobs
	}
	return many, single
}

// finishTogether brings registered jobs to their end with one certificate for all: one signature per node and one transaction. Whatever goes wrong with that, the jobs that
// nodes have got are certified one by one.
func (s *storing) finishTogether(ctx context.Context, jobs []*job) {
	batch := s.sendAll(ctx, jobs)
	err := s.certifyTogether(ctx, batch)
	for _, x := range batch {
		x.wait(ctx.Err() != nil)
		x.res.Sent = x.u.sent.Load()
	}
	if err != nil && ctx.Err() == nil && len(batch) > 0 {
		s.c.log.Warn("blobs are certified one by one", "blobs", len(batch), "error", err)
	}
	var g errgroup.Group
	g.SetLimit(chainCalls)
	for _, x := range batch {
		g.Go(func() error {
			switch {
			case err == nil && !x.gone:
				s.conclude(ctx, x.job)
			case ctx.Err() != nil:
				x.fail(failUpload, context.Cause(ctx))
			default:
				x.probe = true // nodes have it
				s.finish(ctx, x.job)
			}
			s.done(x.job)
			return nil
		})
	}
	g.Wait()
}

// sendAll uploads all jobs at once and returns those that a quorum of nodes has. The others have failed, or were certified already.
func (s *storing) sendAll(ctx context.Context, jobs []*job) []*sending {
	var mu sync.Mutex
	var batch []*sending
	var g errgroup.Group
	g.SetLimit(batchUploads)
	for _, j := range jobs {
		g.Go(func() error {
			x, err := s.send(ctx, j)
			if err != nil {
				j.fail(failUpload, err)
			} else if x != nil {
				mu.Lock()
				batch = append(batch, x)
				mu.Unlock()
				return nil
			} else {
				s.conclude(ctx, j)
			}
			s.done(j)
			return nil
		})
	}
	g.Wait()
	return batch
}

// batchUploads is how many blobs of a batch are sent at the same time. Nodes make durable together what comes together, so that 64 were more than twice as fast as 16; but then each
// waits longer for its answer.
const batchUploads = 32

// send uploads one blob without asking for signatures; nil if it is certified already.
func (s *storing) send(ctx context.Context, j *job) (*sending, error) {
	b, err := s.record(ctx, j)
	if err != nil {
		return nil, fmt.Errorf("object %v: %w", j.object, err)
	}
	if b.IsCertified {
		return nil, nil
	}
	x := &sending{job: j, record: b, claim: s.claim(b)}
	x.u = s.upload(j, x.claim)
	x.u.plain = true
	x.u.progress()
	if _, x.wait, err = x.u.run(ctx); err == nil {
		return x, nil
	}
	j.res.Sent = x.u.sent.Load()
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if e := j.blob.unchanged(); e != nil {
		return nil, e
	}
	return nil, err
}

// batchRounds is how often signatures are collected for a batch whose objects change meanwhile.
const batchRounds = 3

// errChanged is a certificate for objects that are not what they were any more, and need a new one.
var errChanged = errors.New("objects were prolonged before they were certified")

// certifyTogether brings one certificate for all of the batch that needs one. Objects may change while it is made: somebody who brings the certificate of one and prolongs
// that, as anyone may, or a storage pool that is prolonged, makes the signatures say something else than the chain.
func (s *storing) certifyTogether(ctx context.Context, batch []*sending) error {
	for round := 1; ; round++ {
		err := s.certifyOnce(ctx, slices.DeleteFunc(slices.Clone(batch), func(x *sending) bool { return x.gone || x.record.IsCertified }))
		if err == nil || ctx.Err() != nil || round == batchRounds {
			return err
		}
		if errors.Is(err, errChanged) {
			continue
		}
		if changed, rerr := s.reread(ctx, batch); len(changed) == 0 || rerr != nil {
			return err
		}
	}
}

// reread brings the records of a batch up to date and returns the jobs whose statement is another one now, or whose object is certified or gone.
func (s *storing) reread(ctx context.Context, batch []*sending) (changed []*sending, err error) {
	var mu sync.Mutex
	var g errgroup.Group
	g.SetLimit(chainCalls)
	for _, x := range batch {
		g.Go(func() error {
			b, err := s.record(ctx, x.job)
			gone := errors.Is(err, chain.ErrNotFound)
			if err != nil && !gone {
				return err
			}
			mu.Lock()
			defer mu.Unlock()
			if gone != x.gone || b.IsCertified != x.record.IsCertified || b.Storage.End != x.record.Storage.End {
				changed = append(changed, x)
			}
			if x.gone = gone; !gone {
				x.record, x.claim = b, s.claim(b)
			}
			return nil
		})
	}
	err = g.Wait()
	return changed, err
}

// certifyOnce collects one signature per node over all claims and brings the certificate. If the chain refuses it because objects have changed since, it is brought again with
// the leaves of those as they were signed, which leaves them alone.
func (s *storing) certifyOnce(ctx context.Context, batch []*sending) error {
	if len(batch) == 0 {
		return nil
	}
	statements := make([]attest.Availability, len(batch))
	objects := make([]attest.ObjectID, len(batch))
	claims := make([]chain.Claim, len(batch))
	for i, x := range batch {
		statements[i], objects[i], claims[i] = x.claim, x.object, s.claimOf(x)
	}
	whole, err := attest.NewAvailabilityBatch(s.v.net.ID, statements)
	if err != nil {
		return err
	}
	message := whole.Message(s.v.epoch.Epoch)
	q, weight, err := s.signatures(ctx, objects, message)
	if err != nil {
		return err
	}
	sig, bitmap, err := q.aggregate(len(s.v.nodes))
	if err != nil {
		return fmt.Errorf("aggregate signature: %w", err)
	}
	brought := batch
	for len(brought) > 0 {
		_, err = s.acct.(batchCertifier).CertifyBatch(ctx, claims, sig, bitmap, func(tx chain.TxHash) error {
			jobs := make([]*job, len(brought))
			for i, x := range brought {
				x.entry.Certify = append(x.entry.Certify, tx)
				jobs[i] = x.job
			}
			return s.save(jobs...)
		})
		var refused *chain.RevertError
		if !errors.As(err, &refused) {
			break
		}
		changed, rerr := s.reread(ctx, brought)
		if len(changed) == 0 || rerr != nil {
			break
		}
		s.c.log.Info("objects of a batch have changed meanwhile", "objects", len(changed), "of", len(batch))
		for i, x := range batch {
			if slices.Contains(changed, x) {
				claims[i].Leaf = statements[i].LeafHash()
			}
		}
		brought = slices.DeleteFunc(slices.Clone(brought), func(x *sending) bool { return slices.Contains(changed, x) })
		err = nil // unless somebody else's transactions have done it all
	}
	if err != nil {
		return fmt.Errorf("certify %d objects: %w", len(brought), err)
	}
	for _, x := range brought {
		x.record.IsCertified = true
		x.res.Certificate = &Certificate{Message: message, Bitmap: bitmap, Signature: sig, Weight: weight}
		s.report(x.job, Progress{BlobID: x.res.BlobID, Phase: PhaseCertify, Done: 1, Total: 1})
	}
	if left := slices.DeleteFunc(slices.Clone(batch), func(x *sending) bool { return slices.Contains(brought, x) || x.gone || x.record.IsCertified }); len(left) > 0 {
		return fmt.Errorf("%w: %d of %d", errChanged, len(left), len(batch)) // those of a storage pool
	}
	return nil
}

// batchPatience is how long a node may still lack slivers of a batch that a quorum has. One that lies about it costs no more than this.
const batchPatience = 3 * time.Second

// signatures asks all nodes for their signature over the objects until a quorum has given it. A node that just gets the last slivers, or has not seen a registration, is asked again.
func (s *storing) signatures(ctx context.Context, objects []attest.ObjectID, message []byte) (q quorum, weight int, err error) {
	ctx, cancel := context.WithCancel(ctx)
	answers := make(chan answer, len(s.v.nodes)) // room for all: no sender ever blocks
	var wg sync.WaitGroup
	defer wg.Wait() // runs after cancel
	defer cancel()
	for _, n := range s.v.nodes {
		wg.Go(func() {
			sig, err := s.signature(ctx, n, objects, message)
			answers <- answer{n, sig, err}
		})
	}
	q.sigs = map[int]bls.Signature{}
	possible := s.v.params.N
	var failed []NodeError
	for range s.v.nodes {
		a := <-answers
		if a.err != nil {
			failed = append(failed, a.node.err(a.err))
			if possible -= a.node.weight(); possible < s.v.quorum {
				break // the blobs need not wait for the rest
			}
			continue
		}
		q.sigs[a.node.index] = a.sig
		if weight += a.node.weight(); weight >= s.v.quorum {
			return q, weight, nil
		}
	}
	if ctx.Err() != nil {
		return q, weight, context.Cause(ctx)
	}
	return q, weight, &WeightError{Got: weight, Want: s.v.quorum, Of: s.v.params.N, Nodes: failed}
}

func (s *storing) signature(ctx context.Context, n *node, objects []attest.ObjectID, message []byte) (bls.Signature, error) {
	t, begun := trial{policy: s.c.cfg.Communication.RequestRate.Backoff}, time.Now()
	for {
		signed, err := n.api.Attestations(ctx, objects)
		if err == nil && !bytes.Equal(signed.Message, message) {
			if err = errors.New("batch attestation: the node states something else than was asked for"); time.Since(begun) < batchPatience {
				err = fmt.Errorf("%w: %w", errBehind, err) // it may not have seen yet that an object was prolonged
			}
		} else if err == nil {
			sig, err := bls.ParseSignature(signed.Signature)
			if err != nil {
				return bls.Signature{}, fmt.Errorf("batch attestation: %w", err)
			}
			if !n.key.Verify(message, sig) {
				return bls.Signature{}, errors.New("batch attestation: signature is not by the node's key")
			}
			return sig, nil
		}
		if ctx.Err() != nil {
			return bls.Signature{}, ctx.Err()
		}
		var refusal *nodeapi.Error
		if errors.As(err, &refusal) && refusal.Reason == nodeapi.MissingSlivers && time.Since(begun) < batchPatience {
			err = fmt.Errorf("%w: %w", errBehind, err) // its slivers may be on their way still
		}
		if !t.again(ctx, err) {
			return bls.Signature{}, err
		}
	}
}
