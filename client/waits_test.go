package client_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"walrus/attest"
	"walrus/chain"
	"walrus/client"
)

// An observed account tells when a store asks it what it owns, and what the record of an object is.
type observed struct {
	*account
	listing func(ctx context.Context) error
	listed  chan struct{} // closed after the first listing
	record  func(chain.Blob)
	once    sync.Once
}

func (o *observed) BlobsOf(ctx context.Context, owner chain.Address) ([]chain.Blob, error) {
	if o.listing != nil {
		if err := o.listing(ctx); err != nil {
			return nil, err
		}
	}
	return o.account.BlobsOf(ctx, owner)
}

func (o *observed) ResourcesOf(ctx context.Context, owner chain.Address) ([]chain.Resource, error) {
	defer o.once.Do(func() { close(o.listed) })
	return o.account.ResourcesOf(ctx, owner)
}

func (o *observed) Blob(ctx context.Context, id attest.ObjectID) (chain.Blob, error) {
	b, err := o.account.Blob(ctx, id)
	if err == nil && o.record != nil {
		o.record(b)
	}
	return b, err
}

// untilListed waits until the store has listed what the account owns.
func (o *observed) untilListed(t *testing.T) {
	select {
	case <-o.listed:
	case <-time.After(20 * time.Second):
		t.Error("nothing is listed while the blob is encoded")
	}
}

// encodesWhile is a client of large blobs that goes on encoding when meanwhile returns.
func (n *testnet) encodesWhile(meanwhile func()) *client.Client {
	var once sync.Once
	return n.open(client.Options{StreamAbove: 1, SpoolDir: n.t.TempDir(), Progress: func(p client.Progress) {
		if p.Phase == client.PhaseEncode {
			once.Do(meanwhile)
		}
	}})
}

// What the account owns is read while a large blob is encoded.
func TestListsWhileEncoding(t *testing.T) {
	n := newTestnet(t, 2, 1, 3, 1)
	acct := &observed{account: n.rich, listed: make(chan struct{})}
	c := n.encodesWhile(func() { acct.untilListed(t) })
	rs, err := c.Store(t.Context(), acct, []client.Source{client.Bytes("b", randomBytes("b", 30_000))}, client.StoreOptions{})
	if err != nil || rs[0].Err != nil {
		t.Fatal(err, rs[0].Err)
	}
}

// An object that is deleted after it was listed counts for nothing, and its space is used.
func TestListsAgainBeforeUse(t *testing.T) {
	n := newTestnet(t, 2, 1, 3, 1)
	opt := client.StoreOptions{Deletable: true}
	blob := randomBytes("b", 30_000)
	object := n.storeWith(n.quick(""), blob, opt).NewlyCreated.Object.ID
	acct := &observed{account: n.rich, listed: make(chan struct{})}
	c := n.encodesWhile(func() {
		acct.untilListed(t)
		if _, err := n.rich.Delete(t.Context(), object); err != nil {
			t.Error(err)
		}
	})
	rs, err := c.Store(t.Context(), acct, []client.Source{client.Bytes("b", blob)}, opt)
	if err != nil || rs[0].Err != nil {
		t.Fatal(err, rs[0].Err)
	}
	if made := rs[0].NewlyCreated; made == nil || made.Operation.Kind != client.ReuseStorage || made.Object.ID == object {
		t.Errorf("the store ended with %+v", rs[0])
	}
}

// A store that ends while it still lists, since there is nothing to pay for, does not wait for the list.
func TestListingEndsWithTheStore(t *testing.T) {
	n := newTestnet(t, 2, 1, 3, 1)
	blob := randomBytes("b", 30_000)
	n.store(n.quick(""), blob)
	acct := &observed{account: n.rich, listed: make(chan struct{}), listing: func(ctx context.Context) error {
		<-ctx.Done()
		return ctx.Err()
	}}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	rs, err := n.encodesWhile(func() {}).Store(ctx, acct, []client.Source{client.Bytes("b", blob)}, client.StoreOptions{})
	if err != nil || rs[0].Err != nil || rs[0].AlreadyCertified == nil || ctx.Err() != nil {
		t.Errorf("got %v, %+v, %v", err, rs[0], ctx.Err())
	}
}

// A list that takes longer than lists made ahead are good for is not made again: the next one would be no better.
func TestSlowListingIsUsed(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: waits five seconds")
	}
	n := newTestnet(t, 2, 1, 3, 1)
	lists := 0
	acct := &observed{account: n.rich, listed: make(chan struct{}), listing: func(context.Context) error {
		lists++
		time.Sleep(client.ListFresh + 100*time.Millisecond)
		return nil
	}}
	rs, err := n.encodesWhile(func() {}).Store(t.Context(), acct, []client.Source{client.Bytes("b", randomBytes("b", 30_000))}, client.StoreOptions{})
	if err != nil || rs[0].Err != nil || lists != 1 {
		t.Errorf("%d lists, %v, %v", lists, err, rs[0].Err)
	}
}

// Nothing of the tail is sent until the store has all that it returns.
func TestTailBeginsLast(t *testing.T) {
	n := newTestnet(t, 25, 25, 20, 20, 10)
	seen := n.watch()
	for way, open := range n.detached(t, time.Hour, 0) {
		seen.reset()
		read := 0
		acct := &observed{account: n.rich, listed: make(chan struct{}), record: func(b chain.Blob) {
			if !b.IsCertified {
				return
			}
			read++
			time.Sleep(200 * time.Millisecond) // time to begin, below aheadCertify
			seen.mu.Lock()
			defer seen.mu.Unlock()
			if len(seen.after) > 0 {
				t.Errorf("%s: nodes %v are sent to before the store has its record", way, seen.after)
			}
		}}
		c := open()
		rs, err := c.Store(t.Context(), acct, []client.Source{client.Bytes("b", randomBytes(way, aheadBlob))}, client.StoreOptions{})
		if err != nil || rs[0].Err != nil {
			t.Fatal(err, rs[0].Err)
		}
		if err := c.Settle(t.Context()); err != nil {
			t.Error(err)
		}
		if read == 0 {
			t.Errorf("%s: the record was not read", way)
		}
	}
}
