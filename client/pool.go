package client

import (
	"context"
	"errors"
	"fmt"

	"walrus/attest"
	"walrus/chain"
	"walrus/redstuff"
)

// Reasons why a storage pool cannot take a blob.
var (
	ErrPoolUnknown  = errors.New("there is no such storage pool")
	ErrPoolOwner    = errors.New("the storage pool is another account's")
	ErrPoolEnd      = errors.New("the storage pool ends too early") // or has ended
	ErrPoolFull     = errors.New("the storage pool has not enough free space")
	ErrPoolConflict = errors.New("the storage pool has the blob in another way") // as a deletable one, and a permanent one is wanted
)

// A PoolReader knows storage pools.
type PoolReader interface {
	Pool(ctx context.Context, id attest.ObjectID) (chain.Pool, error)
	PooledBlob(ctx context.Context, pool attest.ObjectID, blob redstuff.BlobID) (chain.Blob, error)
}

// A PoolAccount puts blobs into its storage pools.
type PoolAccount interface {
	PoolReader
	RegisterPooled(ctx context.Context, pool attest.ObjectID, rs []chain.PooledRegistration, maxPayment uint64, sent func(chain.TxHash) error) (chain.Receipt, error)
	CertifyPooled(ctx context.Context, pool attest.ObjectID, blob redstuff.BlobID, signature [96]byte, bitmap []byte, sent func(chain.TxHash) error) (chain.Receipt, error)
}

// OpenPool reads the pool or bucket that blobs of owner are to be put into, and checks what can be known of it in advance; the zero owner is not checked. epochs is how long it
// must last from sys.Epoch on. The errors match ErrPoolUnknown, ErrPoolOwner and ErrPoolEnd.
func OpenPool(ctx context.Context, r PoolReader, id attest.ObjectID, owner chain.Address, sys chain.System, epochs uint32) (chain.Pool, error) {
	p, err := r.Pool(ctx, id)
	switch target := sys.Epoch + attest.Epoch(epochs); {
	case errors.Is(err, chain.ErrNotFound):
		return p, fmt.Errorf("%w: %v", ErrPoolUnknown, id)
	case err != nil:
		return p, err
	case p.End <= sys.Epoch:
		return p, fmt.Errorf("%w: %v ended in epoch %d, and it is epoch %d", ErrPoolEnd, id, p.End, sys.Epoch)
	case !owner.IsZero() && p.Owner != owner:
		return p, fmt.Errorf("%w: %v belongs to %v, and the wallet is %v", ErrPoolOwner, id, p.Owner, owner)
	case p.End < target:
		return p, fmt.Errorf("%w: %v ends in epoch %d, and the blob is to be kept until epoch %d: prolong the pool by %d epochs first", ErrPoolEnd, id, p.End, target, target-p.End)
	}
	return p, nil
}

// A pooling is the storage pool that a store puts its blobs into.
type pooling struct {
	PoolAccount
	id   attest.ObjectID // as it was named: the pool or its bucket
	pool chain.Pool
}

// openPool prepares a store into opt.Pool; nil if there is none. The blobs end with the pool, whatever lifetime was asked for, which is how long it must last at least.
func openPool(ctx context.Context, acct chain.Account, opt StoreOptions, sys chain.System, epochs uint32) (*pooling, error) {
	if opt.Pool.IsZero() {
		return nil, nil
	}
	a, ok := acct.(PoolAccount)
	if !ok {
		return nil, errors.New("this kind of account has no storage pools")
	}
	p, err := OpenPool(ctx, a, opt.Pool, acct.Address(), sys, epochs)
	if err != nil {
		return nil, err
	}
	return &pooling{PoolAccount: a, id: opt.Pool, pool: p}, nil
}

// epochs is how long the blobs of the pool are kept from epoch on; 0 if it has ended.
func (p *pooling) epochs(epoch attest.Epoch) uint32 {
	return uint32(max(p.pool.End, epoch) - epoch)
}

// record reads the job's object as it is on the chain now.
func (s *storing) record(ctx context.Context, j *job) (chain.Blob, error) {
	if s.pool == nil {
		return s.acct.Blob(ctx, j.object)
	}
	b, err := s.pool.PooledBlob(ctx, s.pool.id, j.res.BlobID)
	if err == nil && b.ID != j.object {
		err = fmt.Errorf("pool %v has the blob as another object, %v: %w", s.pool.id, b.ID, chain.ErrNotFound)
	}
	return b, err
}

// decidePooled finds out which jobs the pool has already, and whether it has room for the others, which it returns. Those that come first get the room.
func (s *storing) decidePooled(ctx context.Context, jobs []*job) []*job {
	p, err := s.pool.Pool(ctx, s.pool.id)
	if err == nil && p.End <= s.v.sys.Epoch {
		err = fmt.Errorf("%w: %v ended in epoch %d", ErrPoolEnd, s.pool.id, p.End)
	}
	if err == nil {
		s.pool.pool = p
	}
	jobs = s.each(jobs, failPooled, func(j *job) error {
		if err != nil {
			return err
		}
		return s.findPooled(ctx, j)
	})
	jobs = unfinished(jobs, s)
	free := p.Size - min(p.Used, p.Size)
	var left []*job
	for _, j := range jobs {
		if j.choice.op == RegisterInPool {
			if j.res.EncodedSize > free {
				j.fail(failPooled, s.pool.full(j.res.EncodedSize, free))
				s.done(j)
				continue
			}
			free -= j.res.EncodedSize
		}
		left = append(left, j)
	}
	return left
}

// full says what a blob lacks to fit.
func (p *pooling) full(encoded, free uint64) error {
	return &PoolFullError{Pool: p.id, Need: encoded, Free: free}
}

// A PoolFullError says how much a storage pool lacks for a blob, in encoded bytes. It matches ErrPoolFull.
type PoolFullError struct {
	Pool       attest.ObjectID
	Need, Free uint64
}

func (e *PoolFullError) Error() string {
	return fmt.Sprintf("%v: the blob takes %d encoded bytes, and %d of pool %v are free", ErrPoolFull, e.Need, e.Free, e.Pool)
}

func (e *PoolFullError) Is(target error) bool { return target == ErrPoolFull }

// findPooled looks a job's blob up in the pool, which has each only once.
func (s *storing) findPooled(ctx context.Context, j *job) error {
	b, err := s.pool.PooledBlob(ctx, s.pool.id, j.res.BlobID)
	switch {
	case errors.Is(err, chain.ErrNotFound):
		j.choice = choice{op: RegisterInPool, certify: true}
		j.entry.Object = nil // deleted since, if it ever was
		return nil
	case err != nil:
		return err
	case b.Deletable && !s.opt.Deletable:
		return fmt.Errorf("%w: blob %v is deletable in pool %v; delete it there, and store it again as a permanent one", ErrPoolConflict, j.res.BlobID, s.pool.id)
	}
	j.object, j.entry.Object = b.ID, &b.ID
	if b.IsCertified {
		j.res.AlreadyCertified = &AlreadyCertified{BlobID: b.BlobID, Object: &j.object, End: b.Storage.End}
		return nil
	}
	j.choice = choice{op: ReuseRegistration, certify: true, blob: b}
	j.probe, j.res.Resumed = true, true
	return nil
}

// registerPooled is registerAll in a pool: one transaction, for the write fee alone.
func (s *storing) registerPooled(ctx context.Context, jobs []*job) (chain.Receipt, error) {
	rs := make([]chain.PooledRegistration, len(jobs))
	var total uint64
	for i, j := range jobs {
		rs[i] = chain.PooledRegistration{BlobID: j.res.BlobID, Root: j.blob.Root(), Size: j.res.Size, Encoding: j.blob.Metadata().Encoding, Deletable: s.opt.Deletable}
		var err error
		if j.cost, err = WriteFee(s.v.sys, j.res.EncodedSize); err == nil {
			total, err = add(total, j.cost)
		}
		if err != nil {
			return chain.Receipt{}, err
		}
	}
	r, err := s.pool.RegisterPooled(ctx, s.pool.id, rs, total, s.noteRegister(jobs))
	var refused *chain.RevertError
	if errors.As(err, &refused) && refused.Name == "InsufficientCapacity" && len(jobs) == 1 { // somebody was faster
		if p, perr := s.pool.Pool(ctx, s.pool.id); perr == nil {
			err = s.pool.full(jobs[0].res.EncodedSize, p.Size-min(p.Used, p.Size))
		}
	}
	return r, err
}

// claimOf names a job's object in a batch certificate.
func (s *storing) claimOf(x *sending) chain.Claim {
	if s.pool != nil {
		return chain.Claim{Object: s.pool.id, BlobID: x.res.BlobID}
	}
	return chain.Claim{Object: x.object}
}
