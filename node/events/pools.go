package events

import (
	"encoding/binary"
	"slices"

	"walrus/attest"
	"walrus/chain"
	"walrus/node/store"
	"walrus/redstuff"
)

// Blobs of a storage pool end with it. Their own rows hold that end, as if each had been registered until then, so that nothing else has to know of pools; an extension of the
// pool rewrites the rows of all its blobs in one batch. That takes about 300 bytes of memory per blob while it is applied.

func poolKey(pool attest.ObjectID) []byte { return append([]byte{rowPool}, pool[:]...) }

func memberKey(pool, object attest.ObjectID) []byte {
	return slices.Concat([]byte{rowMember}, pool[:], object[:])
}

const poolLen = 1 + 4

func poolRow(end attest.Epoch) []byte {
	return binary.BigEndian.AppendUint32([]byte{rowVersion}, uint32(end))
}

// poolEnd is the end of a pool whose creation was seen.
func poolEnd(tx *store.Tx, pool attest.ObjectID) (attest.Epoch, error) {
	row, err := tx.Get(poolKey(pool))
	switch {
	case err != nil:
		return 0, err
	case row == nil:
		return 0, contradiction("storage pool %v was never created", pool)
	}
	if err := checkRow(row, poolLen, "pool"); err != nil {
		return 0, err
	}
	return attest.Epoch(binary.BigEndian.Uint32(row[1:])), nil
}

func createPool(tx *store.Tx, ev chain.Event) error {
	switch row, err := tx.Get(poolKey(ev.Pool)); {
	case err != nil:
		return err
	case row != nil:
		return contradiction("storage pool %v is there already", ev.Pool)
	}
	return tx.Set(poolKey(ev.Pool), poolRow(ev.End))
}

// noteMember keeps the list of a pool's blobs.
func noteMember(tx *store.Tx, ev chain.Event) error {
	switch ev.Kind {
	case chain.BlobRegistered:
		return tx.Set(memberKey(ev.Pool, ev.Object), ev.BlobID[:])
	case chain.BlobDeleted:
		return tx.Delete(memberKey(ev.Pool, ev.Object))
	}
	return nil
}

// extendPool moves the end of a pool and of every blob in it.
func extendPool(tx *store.Tx, ev chain.Event) error {
	old, err := poolEnd(tx, ev.Pool)
	switch {
	case err != nil:
		return err
	case ev.End < old:
		return contradiction("extension to %v of storage pool %v, which ends at %v", ev.End, ev.Pool, old)
	}
	if err := tx.Set(poolKey(ev.Pool), poolRow(ev.End)); err != nil {
		return err
	}
	prefix := append([]byte{rowMember}, ev.Pool[:]...)
	return tx.Each(prefix, func(key, value []byte) error {
		if len(key) != len(prefix)+32 || len(value) != 32 {
			return contradiction("the row of a member of storage pool %v has %d and %d bytes", ev.Pool, len(key), len(value))
		}
		return moveEnd(tx, ev, attest.ObjectID(key[len(prefix):]), redstuff.BlobID(value))
	})
}

// moveEnd gives one blob object of a pool the pool's new end.
func moveEnd(tx *store.Tx, ev chain.Event, object attest.ObjectID, blob redstuff.BlobID) error {
	blobKey, objectKey := append([]byte{rowBlob}, blob[:]...), append([]byte{rowObject}, object[:]...)
	row, err := tx.Get(objectKey)
	if err == nil && row == nil {
		err = contradiction("blob object %v of storage pool %v was never registered", object, ev.Pool)
	}
	if err != nil {
		return err
	}
	o, err := parseObject(row)
	if err != nil {
		return err
	}
	if row, err = tx.Get(blobKey); err == nil && row == nil {
		err = contradiction("blob %v of storage pool %v was never registered", blob, ev.Pool)
	}
	if err != nil {
		return err
	}
	b, err := parseBlob(row)
	if err != nil {
		return err
	}
	o.End = ev.End
	switch {
	case b.Invalid:
	case o.Deletable:
		b.DeletableEnd = max(b.DeletableEnd, ev.End)
		if o.IsCertified {
			b.DeletableCertifiedEnd = max(b.DeletableCertifiedEnd, ev.End)
		}
	default:
		b.Permanent.raise(ev)
		if o.IsCertified {
			b.PermanentCertified.raise(ev)
		}
	}
	if err := tx.Set(objectKey, o.encode()); err != nil {
		return err
	}
	return tx.Set(blobKey, b.encode())
}
