package client

import (
	"cmp"
	"context"
	"slices"

	"walrus/attest"
	"walrus/chain"
)

// A want is what one source needs from the chain.
type want struct {
	blobID    [32]byte
	encoded   uint64 // bytes
	deletable bool
	target    attest.Epoch // exclusive end that is asked for
	force     bool         // store again even if certified
	reuse     bool         // owned objects may be used
}

// A choice is how a want is met.
type choice struct {
	op       Operation
	certify  bool           // slivers are to be sent and a certificate to be brought
	blob     chain.Blob     // the owned object, if one is used
	resource chain.Resource // the free space, if some is used
	extend   uint32         // epochs to add
	done     bool           // the owned object is certified for long enough: nothing to do
}

// registers reports whether a transaction gives the blob its object.
func (c choice) registers() bool {
	return c.op == RegisterFromScratch || c.op == ReuseStorage || c.op == RegisterInPool
}

// holdings are what an account owned at some time.
type holdings struct {
	blobs []chain.Blob
	free  []chain.Resource
	ahead bool // listed before it was known what is stored
}

// listHoldings reads what owner has that a store with opt may use.
func listHoldings(ctx context.Context, r chain.Reader, owner chain.Address, opt StoreOptions) (*holdings, error) {
	blobs, err := r.BlobsOf(ctx, owner)
	if err != nil || opt.IgnoreResources {
		return &holdings{blobs: blobs}, err
	}
	free, err := r.ResourcesOf(ctx, owner)
	return &holdings{blobs: blobs, free: free}, err
}

// kept reports whether a blob is certified for long enough already, by anyone, so that there is nothing to store. The owner of what can be deleted, and a storage pool, have
// no use for somebody else's.
func (o StoreOptions) kept(a chain.Availability, target attest.Epoch) bool {
	return !o.Force && o.Pool.IsZero() && !o.Deletable && !a.Invalid && a.Certified && a.PermanentUntil >= target
}

// choose decides how a blob that nobody keeps yet gets its object. e is what the journal knows of an unfinished store of it, if anything.
func (h *holdings) choose(opt StoreOptions, w want, epoch attest.Epoch, e journalEntry, taken map[attest.ObjectID]bool) choice {
	w.deletable, w.force, w.reuse = opt.Deletable, opt.Force, true
	owned, mine := h.blobs, begun(h.blobs, e)
	if opt.IgnoreResources {
		owned = mine // a store that was begun is finished, not begun again
	}
	if w.force && e.Part && len(mine) > 0 {
		owned, w.force = mine, false // an earlier run has forced this part; only those that it did not reach are left
	}
	return choose(w, epoch, owned, h.free, taken)
}

// choose picks the cheapest way, by the rules of client specification 2.3 step 5: an owned object of the same blob and kind, else a free resource that
// suffices, else a new purchase. taken resources are those that earlier wants of the batch use; the one chosen here is added.
func choose(w want, epoch attest.Epoch, blobs []chain.Blob, free []chain.Resource, taken map[attest.ObjectID]bool) choice {
	if b, ok := bestObject(w, epoch, blobs); ok {
		missing := uint32(0)
		if b.Storage.End < w.target {
			missing = uint32(w.target - b.Storage.End)
		}
		switch {
		case missing == 0 && b.IsCertified:
			return choice{done: true, blob: b}
		case missing == 0:
			return choice{op: ReuseRegistration, certify: true, blob: b}
		case b.IsCertified:
			return choice{op: ReuseAndExtend, blob: b, extend: missing}
		default:
			return choice{op: ReuseAndExtendPending, certify: true, blob: b, extend: missing}
		}
	}
	if r, ok := bestResource(w, epoch, free, taken); ok {
		taken[r.ID] = true
		return choice{op: ReuseStorage, certify: true, resource: r}
	}
	return choice{op: RegisterFromScratch, certify: true}
}

// bestObject is the owned object that costs least: nothing to do, then only slivers to send, then an extension.
func bestObject(w want, epoch attest.Epoch, blobs []chain.Blob) (chain.Blob, bool) {
	rank := func(b chain.Blob) int {
		switch lasts := b.Storage.End >= w.target; {
		case lasts && b.IsCertified:
			return 3
		case lasts:
			return 2
		case b.IsCertified:
			return 1
		}
		return 0
	}
	var fit []chain.Blob
	for _, b := range blobs {
		if [32]byte(b.BlobID) == w.blobID && b.Deletable == w.deletable && b.Storage.End > epoch && w.reuse && (!w.force || !b.IsCertified) {
			fit = append(fit, b)
		}
	}
	if len(fit) == 0 {
		return chain.Blob{}, false
	}
	return slices.MaxFunc(fit, func(a, b chain.Blob) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Storage.End, b.Storage.End))
	}), true
}

// bestResource is the smallest free resource that suffices, of those the one that ends first. Resources are never split.
func bestResource(w want, epoch attest.Epoch, free []chain.Resource, taken map[attest.ObjectID]bool) (chain.Resource, bool) {
	var fit []chain.Resource
	for _, r := range free {
		if w.reuse && !taken[r.ID] && r.Size >= w.encoded && r.Start <= epoch && r.End >= w.target {
			fit = append(fit, r)
		}
	}
	if len(fit) == 0 {
		return chain.Resource{}, false
	}
	return slices.MinFunc(fit, func(a, b chain.Resource) int {
		return cmp.Or(cmp.Compare(a.Size, b.Size), cmp.Compare(a.End, b.End))
	}), true
}
