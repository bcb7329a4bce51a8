package events

import (
	"bytes"
	"cmp"
	"slices"
	"sync"

	"walrus/attest"
	"walrus/chain"
	"walrus/node/store"
	"walrus/redstuff"
)

const (
	// manyPools is in how many storage pools a blob is looked up in all of them each time. Of a blob in more, what was found is kept, since anyone can put anybody's blob into as many pools
	// as he pays for. Twice as many doubles what a question about a blob may cost.
	manyPools = 16
	// keptBlobs is of how many blobs it is kept, in about 400 bytes each; of more, any is given up.
	keptBlobs = 4096
	// keptPools is how many of the last extensions of pools are known. What was found before them is found anew.
	keptPools = 1024
)

// ends keeps the rows of blobs in many pools, with the ends of the pools. An event of the blob takes it out; after an extension of a pool, what that pool has of the blob is looked up, and
// nothing else: ends only rise. So a question costs a look-up for each extension since the last one, and all pools of the blob when it is asked for the first time. It is safe for
// concurrent use.
type ends struct {
	mu       sync.Mutex
	blobs    map[redstuff.BlobID]*keptEnds
	extended uint64                     // how many extensions there were
	last     [keptPools]attest.ObjectID // the last of them, by their number modulo keptPools
}

type keptEnds struct {
	blob Blob
	at   uint64 // extensions that blob knows of
	done bool   // blob is set
}

// blob is whole for a blob whose row b says that it is in many pools; row reads that row again.
func (e *ends) blob(r reader, id redstuff.BlobID, b Blob, row func() (Blob, error)) (Blob, error) {
	e.mu.Lock()
	kept, now := e.blobs[id], e.extended
	var pools []attest.ObjectID
	switch {
	case kept != nil && kept.done && now-kept.at <= keptPools:
		b = kept.blob
		for i := kept.at; i < now; i++ {
			pools = append(pools, e.last[i%keptPools])
		}
	case kept != nil && !kept.done: // somebody finds it out just now
		e.mu.Unlock()
		return whole(r, id, b)
	default:
		kept = &keptEnds{}
		e.put(id, kept)
		pools = nil
	}
	done := kept.done
	e.mu.Unlock()
	var err error
	if done {
		b, err = further(r, id, b, pools)
	} else if b, err = row(); err == nil { // an event before the entry was made would not take it out
		b, err = whole(r, id, b)
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	switch {
	case e.blobs[id] != kept: // it changed meanwhile
	case err != nil:
		delete(e.blobs, id)
	case !kept.done || now >= kept.at:
		*kept = keptEnds{b, now, true}
	}
	return b, err
}

// put makes room for one blob more. mu is held.
func (e *ends) put(id redstuff.BlobID, kept *keptEnds) {
	if len(e.blobs) >= keptBlobs {
		for any := range e.blobs {
			delete(e.blobs, any)
			break
		}
	}
	if e.blobs == nil {
		e.blobs = make(map[redstuff.BlobID]*keptEnds)
	}
	e.blobs[id] = kept
}

// further is b after pools were extended.
func further(r reader, id redstuff.BlobID, b Blob, pools []attest.ObjectID) (Blob, error) {
	slices.SortFunc(pools, func(a, b attest.ObjectID) int { return bytes.Compare(a[:], b[:]) })
	for _, pool := range slices.Compact(pools) {
		row, err := r.Get(shareKey(id, pool))
		if err != nil {
			return b, err
		}
		if row == nil {
			continue
		}
		if b, err = inPool(r, b, row, pool); err != nil {
			return b, err
		}
	}
	return b, nil
}

// saw is told of the events of a batch once it is stored, before anybody else is.
func (e *ends) saw(events []chain.Event) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, ev := range events {
		switch ev.Kind {
		case chain.PoolExtended:
			e.last[e.extended%keptPools] = ev.Pool
			e.extended++
		case chain.BlobRegistered, chain.BlobCertified, chain.BlobDeleted, chain.InvalidBlobID:
			delete(e.blobs, ev.BlobID)
		}
	}
}

// A witness is a pool that gave a blob a certified object which lives, by blob: the one to look at first. It may be wrong.
type witness map[redstuff.BlobID]attest.ObjectID

// certified says whether a blob with the row b is certified in an epoch, by itself or in a pool. It looks no further than the first pool that says so.
func (w witness) certified(tx *store.Tx, id redstuff.BlobID, b Blob, epoch attest.Epoch) (bool, error) {
	if b.pools == 0 || !b.IsCertified || b.Certified(epoch) {
		return b.Certified(epoch), nil
	}
	if pool, ok := w[id]; ok {
		now, err := further(tx, id, b, []attest.ObjectID{pool})
		if err != nil || now.Certified(epoch) {
			return err == nil, err
		}
	}
	found := false
	err := eachShare(tx, id, func(pool attest.ObjectID, row []byte) (more bool, err error) {
		b, err = inPool(tx, b, row, pool)
		if found = err == nil && b.Certified(epoch); found {
			w.note(id, pool)
		}
		return !found, err
	})
	return found, err
}

func (w witness) note(id redstuff.BlobID, pool attest.ObjectID) {
	if len(w) >= keptBlobs {
		clear(w)
	}
	w[id] = pool
}

// before orders events of equal weight, so that all nodes name the same one whatever they looked at first.
func (r EventRef) before(o EventRef) bool {
	return cmp.Or(bytes.Compare(r.Tx[:], o.Tx[:]), cmp.Compare(r.Log, o.Log)) < 0
}
