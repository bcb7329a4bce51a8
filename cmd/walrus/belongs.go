package main

import (
	"context"
	"errors"
	"fmt"

	"walrus/attest"
	"walrus/chain"
)

// A deed is what a command does with an object, for telling why it cannot be done with what belongs to something else.
type deed string

const (
	deedWrap       deed = "wrap"
	deedShare      deed = "share"
	deedFund       deed = "fund"
	deedExtend     deed = "extend"
	deedTransfer   deed = "transfer"
	deedAttributes deed = "attributes"
	deedStorage    deed = "storage" // cut, join or give up
)

// whyNot adds to the error of a deed what the object belongs to, if it is part of something else that the wallet owns, and what to do instead. Objects in pools, and storage
// that is bound to a blob or a pool, have no record of their own: the contracts know no such object.
func (o *owner) whyNot(ctx context.Context, err error, d deed, ids ...attest.ObjectID) error {
	var refused *chain.RevertError
	unknown := errors.Is(err, chain.ErrNotFound) || errors.As(err, &refused) && (refused.Name == "UnknownObject" || refused.Name == "NotOwner")
	if !unknown {
		return err
	}
	for _, id := range ids {
		if hint := o.belongs(ctx, d, id); hint != "" {
			return withHint(err, "%s", hint)
		}
	}
	return err
}

// belongs is whyNot for one object: empty if nothing is known of it, or if it is something by itself.
func (o *owner) belongs(ctx context.Context, d deed, id attest.ObjectID) string {
	addr := o.acct.Address()
	if blobs, err := heldBlobs(ctx, o.networkReader, addr); err == nil {
		for _, b := range blobs {
			switch {
			case b.Pool != nil && b.ID == id:
				return pooledAdvice(d, *b.Pool, b.BlobID.String())
			case b.Pool == nil && b.Storage.ID == id:
				return fmt.Sprintf("it is the storage of blob object %v and moves with that: name the blob object; walrus delete frees the storage of a deletable blob", b.ID)
			}
		}
	}
	pools, err := o.PoolsOf(ctx, addr)
	if err != nil {
		return "" // it is asked for advice only
	}
	for _, p := range pools {
		switch name := poolName(p); {
		case p.Storage == id:
			return fmt.Sprintf("it is the storage of pool %v: walrus pool decrease frees a part of it, walrus pool destroy all", name)
		case p.ID == id && !p.Bucket.IsZero():
			return fmt.Sprintf("it is the pool of bucket %v: name the bucket", name)
		case name == id && d == deedExtend:
			return fmt.Sprintf("it is a storage pool: walrus pool extend %v prolongs it with all its blobs", name)
		case name == id && d == deedStorage:
			return "it is a storage pool: walrus pool decrease frees a part of its storage, walrus pool destroy all"
		case name == id && d == deedWrap:
			return "it is a storage pool: only blobs with storage of their own become tokens, and free storage"
		case name == id && (d == deedShare || d == deedFund):
			return "it is a storage pool: only blobs with storage of their own can be shared"
		}
	}
	return ""
}

// pooledAdvice says what to do in place of a deed that a blob in a pool does not allow.
func pooledAdvice(d deed, pool attest.ObjectID, blob string) string {
	where := fmt.Sprintf("it is in storage pool %v, ", pool)
	switch d {
	case deedAttributes:
		return where + fmt.Sprintf("where a blob is named by its ID: in place of this object say %v --pooled=%s", pool, blob)
	case deedExtend, deedFund:
		return where + fmt.Sprintf("and lasts as long as that: walrus pool extend %v prolongs it with all its blobs", pool)
	case deedTransfer:
		return where + fmt.Sprintf("and goes where that goes: walrus storage transfer %v gives all of it away", pool)
	case deedShare:
		return where + "where blobs cannot be shared: store it once more without --pool, and share that object"
	}
	return where + "where blobs have no record of their own that could be a token: store it once more without --pool, and wrap that object"
}
