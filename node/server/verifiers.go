package server

import (
	"container/list"
	"errors"
	"sync"

	"walrus/node/store"
	"walrus/redstuff"
)

// cachedVerifiers bounds the verifiers kept. One takes about 70 KB at 1000 shards, and what it keeps between uses until memory is collected; without it every single sliver
// request parses the metadata again.
const cachedVerifiers = 64

// verifierCache keeps the verifiers of blobs, least recently used first out. All servers of a process share one, so that a blob's work areas are there once and not once per node.
// That a verifier is kept does not say that a node has the metadata.
type verifierCache struct {
	mu    sync.Mutex
	byKey map[verifierKey]*list.Element
	list  list.List // *verifierEntry
}

// A blob has another verifier in a network of another size.
type verifierKey struct {
	id redstuff.BlobID
	n  int
}

type verifierEntry struct {
	key verifierKey
	v   *redstuff.Verifier
}

var processVerifiers = sync.OnceValue(func() *verifierCache {
	return &verifierCache{byKey: make(map[verifierKey]*list.Element)}
})

// get returns the verifier of a blob, nil if it is not kept.
func (c *verifierCache) get(p redstuff.Params, id redstuff.BlobID) *redstuff.Verifier {
	c.mu.Lock()
	defer c.mu.Unlock()
	e := c.byKey[verifierKey{id, p.N}]
	if e == nil {
		return nil
	}
	c.list.MoveToBack(e)
	return e.Value.(*verifierEntry).v
}

// put makes and keeps the verifier of a blob with metadata m, which were verified.
func (c *verifierCache) put(p redstuff.Params, id redstuff.BlobID, m *redstuff.Metadata) *redstuff.Verifier {
	if v := c.get(p, id); v != nil {
		return v
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	k := verifierKey{id, p.N}
	if e := c.byKey[k]; e != nil { // made meanwhile
		return e.Value.(*verifierEntry).v
	}
	v := redstuff.NewVerifier(p, m)
	c.byKey[k] = c.list.PushBack(&verifierEntry{k, v})
	for c.list.Len() > cachedVerifiers {
		old := c.list.Remove(c.list.Front()).(*verifierEntry)
		delete(c.byKey, old.key)
	}
	return v
}

// verifier returns the verifier of a blob whose metadata are stored, or store.ErrNotFound.
func (s *Server) verifier(a *Assignment, id redstuff.BlobID) (*redstuff.Verifier, error) {
	if v := s.blobs.get(a.Params, id); v != nil {
		switch has, err := s.Store.HasMetadata(id); {
		case err != nil:
			return nil, err
		case !has:
			return nil, store.ErrNotFound
		}
		return v, nil
	}
	b, err := s.Store.Metadata(id)
	if err != nil {
		return nil, err
	}
	m, err := redstuff.ParseMetadata(b)
	if err == nil {
		err = redstuff.VerifyMetadata(a.Params, id, nil, m)
	}
	if err != nil { // they were verified before they were stored
		return nil, errors.Join(store.ErrDamaged, err)
	}
	return s.blobs.put(a.Params, id, m), nil
}
