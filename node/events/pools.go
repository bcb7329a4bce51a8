package events

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"walrus/attest"
	"walrus/chain"
	"walrus/node/store"
	"walrus/redstuff"
)

// Blobs of a storage pool end with it. The pool's row alone says when: an object's row names its pool, and for every pool that holds a blob there is a row that says what of the blob it
// holds. Readers look the end up, so an extension writes one row however many blobs the pool has. A blob in up to manyPools costs one look-up more for each; ends.go keeps what was found of others.

func poolKey(pool attest.ObjectID) []byte { return append([]byte{rowPool}, pool[:]...) }

// shareKey begins with the blob, so that what all pools have of it lies together.
func shareKey(blob redstuff.BlobID, pool attest.ObjectID) []byte {
	return slices.Concat([]byte{rowShare}, blob[:], pool[:])
}

// A pool is the row of a storage pool.
type pool struct {
	end   attest.Epoch
	event EventRef // that first brought end
}

const (
	poolLen    = 1 + 4 + refLen
	oldPoolLen = 1 + 4
	shareLen   = 1 + 2*classLen + 2*4
)

func (p pool) encode() []byte {
	return appendRef(binary.BigEndian.AppendUint32([]byte{rowVersion}, uint32(p.end)), p.event)
}

func parsePool(row []byte) (pool, error) {
	old, err := checkRow(row, poolLen, oldPoolLen, "pool")
	if err != nil {
		return pool{}, err
	}
	r := rowReader{row[1:]}
	p := pool{end: attest.Epoch(r.u32())}
	if !old {
		p.event = r.ref()
	}
	return p, nil
}

// A share is the row of what one pool has of one blob. The ends in it are those that the pool had when they were written.
type share struct {
	Permanent, PermanentCertified Class
	Deletable, DeletableCertified uint32
}

func (s share) encode() []byte {
	b := appendClass(appendClass([]byte{rowVersion}, s.Permanent), s.PermanentCertified)
	return binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(b, s.Deletable), s.DeletableCertified)
}

func parseShare(row []byte) (share, error) {
	if _, err := checkRow(row, shareLen, 0, "share"); err != nil {
		return share{}, err
	}
	r := rowReader{row[1:]}
	return share{Permanent: r.class(), PermanentCertified: r.class(), Deletable: r.u32(), DeletableCertified: r.u32()}, nil
}

// A reader reads rows: those that are stored, or also those that a batch will store.
type reader interface {
	Get(key []byte) ([]byte, error)
	Each(prefix []byte, do func(key, value []byte) error) error
}

// stored reads the rows of a store.
type stored struct{ *store.Store }

// Get returns a copy of a row, nil if there is none.
func (s stored) Get(key []byte) ([]byte, error) { return s.Row(key) }

// poolOf is the row of a pool whose creation was seen.
func poolOf(r reader, id attest.ObjectID) (pool, error) {
	row, err := r.Get(poolKey(id))
	switch {
	case err != nil:
		return pool{}, err
	case row == nil:
		return pool{}, contradiction("storage pool %v was never created", id)
	}
	return parsePool(row)
}

func createPool(tx *store.Tx, ev chain.Event) error {
	switch row, err := tx.Get(poolKey(ev.Pool)); {
	case err != nil:
		return err
	case row != nil:
		return contradiction("storage pool %v is there already", ev.Pool)
	}
	return tx.Set(poolKey(ev.Pool), pool{ev.End, EventRef{ev.Tx, ev.Cursor.LogIndex}}.encode())
}

// extendPool moves the end of a pool, and so of every blob in it.
func extendPool(tx *store.Tx, ev chain.Event) error {
	p, err := poolOf(tx, ev.Pool)
	switch {
	case err != nil:
		return err
	case ev.End < p.end:
		return contradiction("extension to %v of storage pool %v, which ends at %v", ev.End, ev.Pool, p.end)
	case ev.End == p.end:
		return nil
	}
	return tx.Set(poolKey(ev.Pool), pool{ev.End, EventRef{ev.Tx, ev.Cursor.LogIndex}}.encode())
}

// shareOf is what a pool has of a blob, zero if nothing.
func shareOf(tx *store.Tx, blob redstuff.BlobID, pool attest.ObjectID) (s share, err error) {
	row, err := tx.Get(shareKey(blob, pool))
	if err == nil && row != nil {
		s, err = parseShare(row)
	}
	return s, err
}

// keepShare writes what a pool has of the blob after it was before, and counts the pools in the blob's row.
func keepShare(tx *store.Tx, b *Blob, blob redstuff.BlobID, pool attest.ObjectID, before, s share) error {
	if s == before {
		return nil
	}
	switch none := (share{}); {
	case before == none:
		b.pools++
	case s.Permanent.Count == 0 && s.Deletable == 0:
		b.pools--
		return tx.Delete(shareKey(blob, pool))
	}
	return tx.Set(shareKey(blob, pool), s.encode())
}

// whole is a blob's row with the ends of the pools that hold it.
func whole(r reader, id redstuff.BlobID, b Blob) (Blob, error) {
	if b.pools == 0 {
		return b, nil
	}
	err := eachShare(r, id, func(pool attest.ObjectID, row []byte) (more bool, err error) {
		b, err = inPool(r, b, row, pool)
		return true, err
	})
	return b, err
}

// eachShare calls do with every pool that holds a blob, and its row, until do wants no more.
func eachShare(r reader, id redstuff.BlobID, do func(pool attest.ObjectID, row []byte) (more bool, err error)) error {
	prefix := append([]byte{rowShare}, id[:]...)
	err := r.Each(prefix, func(key, value []byte) error {
		if len(key) != len(prefix)+32 {
			return fmt.Errorf("key of a share of blob %v has %d bytes", id, len(key))
		}
		more, err := do(attest.ObjectID(key[len(prefix):]), value)
		if err == nil && !more {
			return errEnough
		}
		return err
	})
	if errors.Is(err, errEnough) {
		return nil
	}
	return err
}

// inPool is b with the ends that a pool gives it, which has the row of a share of it.
func inPool(r reader, b Blob, row []byte, id attest.ObjectID) (Blob, error) {
	s, err := parseShare(row)
	if err != nil {
		return b, err
	}
	p, err := poolOf(r, id)
	if err != nil {
		return b, err
	}
	b.Permanent.reach(s.Permanent, p)
	b.PermanentCertified.reach(s.PermanentCertified, p)
	if s.Deletable > 0 {
		b.DeletableEnd = max(b.DeletableEnd, p.end)
	}
	if s.DeletableCertified > 0 {
		b.DeletableCertifiedEnd = max(b.DeletableCertifiedEnd, p.end)
	}
	return b, nil
}

// reach raises the end of a class of which a pool p has s.
func (c *Class) reach(s Class, p pool) {
	if s.Count == 0 {
		return
	}
	if p.end > s.End { // extended since
		s.End, s.Event = p.end, p.event
	}
	if s.End > c.End || s.End == c.End && s.Event.before(c.Event) {
		c.End, c.Event = s.End, s.Event
	}
}

// errEnough ends a look through rows.
var errEnough = errors.New("enough rows")

// adoptMembers turns rows of version 1 into such that look their pool up: there, pools had a list of their blob objects, whose own rows, and the blobs', were rewritten with every
// extension. What the blobs' rows say of ends stays, since no pool ends earlier than it once did. Objects are adopted a batch at a time, so that it may be broken off and begun again.
func adoptMembers(s *store.Store) error {
	for more := true; more; {
		err := s.Update(func(tx *store.Tx) error {
			var keys, blobs [][]byte
			err := tx.Each([]byte{rowMember}, func(key, value []byte) error {
				if len(key) != 1+2*32 || len(value) != 32 {
					return fmt.Errorf("row of a storage pool's member has %d and %d bytes", len(key), len(value))
				}
				keys, blobs = append(keys, slices.Clone(key)), append(blobs, slices.Clone(value))
				if len(keys) == batchEvents {
					return errEnough
				}
				return nil
			})
			if more = errors.Is(err, errEnough); err != nil && !more {
				return err
			}
			for i, key := range keys {
				if err := adoptMember(tx, attest.ObjectID(key[1:33]), attest.ObjectID(key[33:]), redstuff.BlobID(blobs[i])); err != nil {
					return err
				}
				if err := tx.Delete(key); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("adopt blobs of storage pools: %w", err)
		}
	}
	return nil
}

func adoptMember(tx *store.Tx, pool, object attest.ObjectID, blob redstuff.BlobID) error {
	blobKey, objectKey := append([]byte{rowBlob}, blob[:]...), append([]byte{rowObject}, object[:]...)
	row, err := tx.Get(objectKey)
	if err != nil || row == nil {
		return errors.Join(err, fmt.Errorf("object %v has a row: %t", object, row != nil))
	}
	o, err := parseObject(row)
	if err != nil {
		return err
	}
	if row, err = tx.Get(blobKey); err != nil || row == nil {
		return errors.Join(err, fmt.Errorf("blob %v has a row: %t", blob, row != nil))
	}
	b, err := parseBlob(row)
	if err != nil {
		return err
	}
	o.Pool = pool
	if !b.Invalid {
		before, err := shareOf(tx, blob, pool)
		if err != nil {
			return err
		}
		s := before
		if o.Deletable {
			s.Deletable++
			s.DeletableCertified += uint32(boolInt(o.IsCertified))
		} else {
			s.Permanent.Count++ // its end, and the event that brought it, are the blob's
			s.PermanentCertified.Count += uint32(boolInt(o.IsCertified))
		}
		if err := keepShare(tx, &b, blob, pool, before, s); err != nil {
			return err
		}
	}
	if err := tx.Set(objectKey, o.encode()); err != nil {
		return err
	}
	return tx.Set(blobKey, b.encode())
}
