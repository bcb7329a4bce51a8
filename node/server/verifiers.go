package server

import (
	"container/list"
	"errors"
	"sync"

	"walrus/node/store"
	"walrus/redstuff"
)

// cachedVerifiers bounds the verifiers kept. One takes about 70 KB at 1000 shards; without it every single sliver request parses the metadata again.
const cachedVerifiers = 64

// verifierCache keeps the verifiers of blobs whose metadata are stored, least recently used first out.
type verifierCache struct {
	mu   sync.Mutex
	byID map[redstuff.BlobID]*list.Element
	list list.List // *verifierEntry
}

type verifierEntry struct {
	id redstuff.BlobID
	v  *redstuff.Verifier
}

func newVerifierCache() *verifierCache {
	return &verifierCache{byID: make(map[redstuff.BlobID]*list.Element)}
}

func (c *verifierCache) get(id redstuff.BlobID) *redstuff.Verifier {
	c.mu.Lock()
	defer c.mu.Unlock()
	e := c.byID[id]
	if e == nil {
		return nil
	}
	c.list.MoveToBack(e)
	return e.Value.(*verifierEntry).v
}

func (c *verifierCache) put(id redstuff.BlobID, v *redstuff.Verifier) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.byID[id] != nil {
		return
	}
	c.byID[id] = c.list.PushBack(&verifierEntry{id, v})
	for c.list.Len() > cachedVerifiers {
		old := c.list.Remove(c.list.Front()).(*verifierEntry)
		delete(c.byID, old.id)
	}
}

// verifier returns the verifier of a blob whose metadata are stored, or store.ErrNotFound.
func (s *Server) verifier(a *Assignment, id redstuff.BlobID) (*redstuff.Verifier, error) {
	if v := s.blobs.get(id); v != nil {
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
	v := redstuff.NewVerifier(a.Params, m)
	s.blobs.put(id, v)
	return v, nil
}
