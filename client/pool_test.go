package client_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"walrus/attest"
	"walrus/chain"
	"walrus/client"
	"walrus/redstuff"
)

// A poolAccount has one storage pool besides.
type poolAccount struct {
	batchAccount
	pool    chain.Pool
	pooled  []*chain.Blob
	entered int // transactions that registered something in the pool
}

// addPool gives the account a pool of size encoded bytes that ends with epoch end, and nodes the news.
func (n *testnet) addPool(size uint64, end attest.Epoch) *poolAccount {
	a := &poolAccount{batchAccount: batchAccount{account: n.rich}}
	n.mu.Lock()
	defer n.mu.Unlock()
	a.pool = chain.Pool{ID: attest.ObjectID{0xb0}, Owner: a.addr, Start: n.sys.Epoch, End: end, Size: size, Storage: attest.ObjectID{0xb1}}
	n.emit(chain.Event{Kind: chain.PoolCreated, Pool: a.pool.ID, Start: a.pool.Start, End: end})
	return a
}

func (a *poolAccount) Pool(_ context.Context, id attest.ObjectID) (chain.Pool, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if id != a.pool.ID {
		return chain.Pool{}, chain.ErrNotFound
	}
	return a.pool, nil
}

// entry is a blob of the pool, or nil; the lock is held.
func (a *poolAccount) entry(blob redstuff.BlobID) *chain.Blob {
	for _, b := range a.pooled {
		if b.BlobID == blob {
			b.Storage = chain.Resource{ID: a.pool.Storage, Owner: a.addr, Start: a.pool.Start, End: a.pool.End, Size: a.pool.Size, BoundTo: a.pool.ID}
			return b
		}
	}
	return nil
}

func (a *poolAccount) PooledBlob(_ context.Context, pool attest.ObjectID, blob redstuff.BlobID) (chain.Blob, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if b := a.entry(blob); b != nil && pool == a.pool.ID {
		return *b, nil
	}
	return chain.Blob{}, chain.ErrNotFound
}

// extendPool prolongs the pool and every blob in it; the lock is held.
func (a *poolAccount) extendPool(epochs attest.Epoch) {
	a.pool.End += epochs
	a.emit(chain.Event{Kind: chain.PoolExtended, Pool: a.pool.ID, End: a.pool.End})
}

func (a *poolAccount) RegisterPooled(_ context.Context, pool attest.ObjectID, rs []chain.PooledRegistration, maxPayment uint64, sent func(chain.TxHash) error) (chain.Receipt, error) {
	return a.transact("register", sent, func(r *chain.Receipt) error {
		p, err := redstuff.NewParams(int(a.sys.NShards))
		if err != nil {
			return err
		}
		var used, fees uint64
		for _, g := range rs {
			encoded, err := p.EncodedLength(g.Size)
			switch used, fees = used+encoded, fees+units(encoded)*a.sys.WritePrice; {
			case err != nil:
				return err
			case pool != a.pool.ID:
				return refuse("UnknownObject", pool)
			case a.entry(g.BlobID) != nil:
				return refuse("BlobAlreadyInPool", pool, g.BlobID)
			case used > a.pool.Size-a.pool.Used:
				return refuse("InsufficientCapacity", used, a.pool.Size-a.pool.Used)
			}
		}
		if err := a.pay(r, fees, maxPayment); err != nil {
			return err
		}
		a.pool.Used += used
		a.pool.Blobs += uint64(len(rs))
		a.entered++
		for _, g := range rs {
			b := &chain.Blob{ID: a.newID(attest.KindBlob, a.addr), Owner: a.addr, BlobID: g.BlobID, Size: g.Size, Encoding: g.Encoding, Deletable: g.Deletable, Registered: a.sys.Epoch}
			a.pooled = append(a.pooled, b)
			r.Objects = append(r.Objects, b.ID)
			a.emit(chain.Event{Kind: chain.BlobRegistered, BlobID: b.BlobID, Object: b.ID, Pool: pool, Owner: a.addr, Size: b.Size, Encoding: b.Encoding, Deletable: b.Deletable})
		}
		return nil
	})
}

// certifyEntry certifies one blob of the pool; the lock is held.
func (a *poolAccount) certifyEntry(b *chain.Blob) {
	b.IsCertified, b.Certified = true, a.sys.Epoch
	a.emit(chain.Event{Kind: chain.BlobCertified, BlobID: b.BlobID, Object: b.ID, Pool: a.pool.ID, Owner: a.addr, Deletable: b.Deletable})
}

func (a *poolAccount) CertifyPooled(_ context.Context, pool attest.ObjectID, blob redstuff.BlobID, signature [96]byte, bitmap []byte, sent func(chain.TxHash) error) (chain.Receipt, error) {
	return a.transact("certify", sent, func(*chain.Receipt) error {
		if f := a.before; f != nil {
			a.before = nil
			f()
		}
		b := a.entry(blob)
		switch {
		case b == nil || pool != a.pool.ID:
			return refuse("UnknownPooledBlob", pool, blob)
		case b.IsCertified:
			return refuse("StoragePoolAlreadyCertified", b.ID, b.Certified)
		}
		if err := a.check(a.claim(b).Message(a.com.Epoch), signature, bitmap); err != nil {
			return err
		}
		a.certifies++
		a.certifyEntry(b)
		return nil
	})
}

func (a *poolAccount) CertifyBatch(_ context.Context, claims []chain.Claim, signature [96]byte, bitmap []byte, sent func(chain.TxHash) error) (chain.Receipt, error) {
	return a.transact("certify", sent, func(*chain.Receipt) error {
		return a.certifyBatch(claims, signature, bitmap, func(c chain.Claim) *chain.Blob {
			if c.Object != a.pool.ID {
				return nil
			}
			return a.entry(c.BlobID)
		}, a.certifyEntry)
	})
}

// storeIn puts blobs into the account's pool.
func (n *testnet) storeIn(t *testing.T, c *client.Client, a *poolAccount, opt client.StoreOptions, blobs ...[]byte) []client.StoreResult {
	t.Helper()
	var sources []client.Source
	for i, b := range blobs {
		sources = append(sources, client.Bytes(fmt.Sprint("blob ", i), b))
	}
	opt.Pool = a.pool.ID
	rs, err := c.Store(t.Context(), a, sources, opt)
	if err != nil {
		t.Fatal(err)
	}
	return rs
}

// TestPool stores into a pool: one blob, a batch, what is there already; nothing but the write fee is paid, and all end with the pool.
func TestPool(t *testing.T) {
	n := newTestnet(t, 3, 2, 2)
	encoded, _ := n.params.EncodedLength(300)
	fee := units(encoded) * n.sys.WritePrice
	a := n.addPool(5*encoded, n.sys.Epoch+7)
	c := n.quick(t.TempDir())
	blob := func(i int) []byte { return randomBytes(fmt.Sprint("pool", i), 300) }

	r := n.storeIn(t, c, a, client.StoreOptions{}, blob(0))[0]
	if r.Err != nil || r.NewlyCreated == nil {
		t.Fatalf("got %+v", r)
	}
	o := r.NewlyCreated.Object
	if r.NewlyCreated.Operation.Kind != client.RegisterInPool || r.Cost() != fee || o.Pool == nil || *o.Pool != a.pool.ID || o.Storage.End != a.pool.End || o.Certified == nil {
		t.Errorf("got %+v, cost %d, want %d", r.NewlyCreated, r.Cost(), fee)
	}
	raw, err := json.Marshal(r)
	if err != nil || !strings.Contains(string(raw), `"pooledBlobObject":{`) || strings.Contains(string(raw), `"blobObject"`) || !strings.Contains(string(raw), `"storagePoolId":"0xb0`) {
		t.Errorf("JSON %s, %v", raw, err)
	}
	if got, _, err := c.ReadBytes(t.Context(), r.BlobID, client.ReadOptions{}); err != nil || len(got) != 300 {
		t.Errorf("read %d bytes, %v", len(got), err)
	}

	// Again: it is there. A permanent blob does for a deletable one, the other way it does not.
	if again := n.storeIn(t, c, a, client.StoreOptions{Deletable: true}, blob(0))[0]; again.AlreadyCertified == nil || *again.AlreadyCertified.Object != o.ID || again.AlreadyCertified.End != a.pool.End {
		t.Errorf("again: %+v", again)
	}
	rs := n.storeIn(t, c, a, client.StoreOptions{Deletable: true}, blob(1), blob(2), blob(1))
	if rs[0].Err != nil || rs[1].Err != nil || rs[2].AlreadyCertified == nil || a.batches != 1 || a.entered != 2 {
		t.Errorf("a batch: %+v; %d batches, %d registrations", rs, a.batches, a.entered)
	}
	if r := n.storeIn(t, c, a, client.StoreOptions{}, blob(1))[0]; !errors.Is(r.Err, client.ErrPoolConflict) {
		t.Errorf("a deletable one as permanent: %v", r.Err)
	}

	// Two of three have room.
	rs = n.storeIn(t, c, a, client.StoreOptions{}, blob(3), blob(4), blob(5))
	var full *client.PoolFullError
	if rs[0].Err != nil || rs[1].Err != nil || !errors.As(rs[2].Err, &full) || full.Need != encoded || full.Free != 0 {
		t.Errorf("more than fits: %v, %v, %v", rs[0].Err, rs[1].Err, rs[2].Err)
	}
	if paid := uint64(plenty) - n.wal[a.addr]; paid != 5*fee {
		t.Errorf("paid %d, want %d", paid, 5*fee)
	}
	if a.registers != 0 || len(a.blobs) != 0 {
		t.Errorf("%d objects were registered outside of the pool", len(a.blobs))
	}
}

// TestPoolRefused: what is known before anything is encoded ends the store as a whole.
func TestPoolRefused(t *testing.T) {
	n := newTestnet(t, 3, 2, 2)
	a := n.addPool(1<<30, n.sys.Epoch+2)
	for name, c := range map[string]struct {
		change func(*poolAccount)
		opt    client.StoreOptions
		want   error
	}{
		"unknown":       {opt: client.StoreOptions{Pool: attest.ObjectID{1}}, want: client.ErrPoolUnknown},
		"another's":     {change: func(a *poolAccount) { a.pool.Owner = chain.Address{8} }, opt: client.StoreOptions{Pool: a.pool.ID}, want: client.ErrPoolOwner},
		"too short":     {opt: client.StoreOptions{Pool: a.pool.ID, Lifetime: client.Epochs(3)}, want: client.ErrPoolEnd},
		"ended":         {change: func(a *poolAccount) { a.pool.End = n.sys.Epoch }, opt: client.StoreOptions{Pool: a.pool.ID}, want: client.ErrPoolEnd},
		"just as long":  {opt: client.StoreOptions{Pool: a.pool.ID, Lifetime: client.Epochs(2)}},
		"for one epoch": {opt: client.StoreOptions{Pool: a.pool.ID}},
	} {
		t.Run(name, func(t *testing.T) {
			b := *a
			if c.change != nil {
				c.change(&b)
			}
			if _, err := n.quick("").Store(t.Context(), &b, []client.Source{client.Bytes("x", []byte(name))}, c.opt); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
	if _, err := n.quick("").Store(t.Context(), n.rich, []client.Source{client.Bytes("x", nil)}, client.StoreOptions{Pool: a.pool.ID}); err == nil {
		t.Error("an account without pools stored into one")
	}
}

// A store into a pool that is cut off at any step is finished by the next one; the write fee is paid once. The journal of it is not that of a store outside.
func TestResumePool(t *testing.T) {
	for _, step := range []string{"register sent", "register mined", "certify sent", "certify mined"} {
		t.Run(step, func(t *testing.T) {
			n := newTestnet(t, 3, 2, 2)
			a := n.addPool(1<<30, n.sys.Epoch+7)
			journal, blob := t.TempDir(), randomBytes("resume in a pool", 900)
			a.crash = func(at string) error {
				if at == step {
					return errCrash
				}
				return nil
			}
			if r := n.storeIn(t, n.quick(journal), a, client.StoreOptions{}, blob)[0]; !errors.Is(r.Err, errCrash) {
				t.Fatalf("got %+v", r)
			}
			a.crash = nil
			list, err := (func() ([]client.Unfinished, error) {
				j, err := client.OpenJournal(journal)
				if err != nil {
					return nil, err
				}
				return j.Unfinished()
			})()
			if err != nil || len(list) != 1 || list[0].Pool != a.pool.ID {
				t.Errorf("unfinished: %+v, %v", list, err)
			}
			r := n.storeIn(t, n.quick(journal), a, client.StoreOptions{}, blob)[0]
			if r.Err != nil || a.entered != 1 || a.certifies != 1 {
				t.Fatalf("got %+v; %d registrations, %d certificates", r, a.entered, a.certifies)
			}
			encoded, _ := n.params.EncodedLength(900)
			if paid := uint64(plenty) - n.wal[a.addr]; paid != units(encoded)*n.sys.WritePrice {
				t.Errorf("paid %d", paid)
			}
			j, _ := client.OpenJournal(journal)
			if list, err := j.Unfinished(); err != nil || len(list) != 0 {
				t.Errorf("left in the journal: %+v, %v", list, err)
			}
		})
	}
}

// A pool that is prolonged after nodes have signed for its blobs spoils their signatures; new ones are collected.
func TestPoolProlongedMeanwhile(t *testing.T) {
	for _, count := range []int{1, 3} {
		t.Run(fmt.Sprint(count), func(t *testing.T) {
			n := newTestnet(t, 3, 2, 2)
			a := n.addPool(1<<30, n.sys.Epoch+3)
			a.before = func() { a.extendPool(2) }
			var blobs [][]byte
			for i := range count {
				blobs = append(blobs, randomBytes(fmt.Sprint("prolonged", i), 100))
			}
			rs := n.storeIn(t, n.quick(t.TempDir()), a, client.StoreOptions{}, blobs...)
			if i := slices.IndexFunc(rs, func(r client.StoreResult) bool {
				return r.Err != nil || r.NewlyCreated == nil || r.NewlyCreated.Object.Storage.End != a.pool.End
			}); i >= 0 {
				t.Errorf("blob %d: %+v", i, rs[i])
			}
			if count > 1 && (a.batches != 1 || a.certifies != 0) {
				t.Errorf("%d batches, %d single certificates, want one batch", a.batches, a.certifies)
			}
		})
	}
}

// An object in parts goes into a pool with all its parts, and its dry run says what that costs.
func TestPoolParts(t *testing.T) {
	n := newTestnet(t, 3, 2, 2)
	a := n.addPool(1<<30, n.sys.Epoch+7)
	c := n.quick(t.TempDir())
	blob := append(randomBytes("parts in a pool", 2500), randomBytes("parts in a pool", 1000)...)
	r := n.storeIn(t, c, a, client.StoreOptions{PartSize: 1000}, blob)[0]
	if r.Err != nil || len(r.Parts) != 4 || len(a.pooled) != 5 {
		t.Fatalf("got %+v, %d in the pool", r, len(a.pooled))
	}
	if paid := uint64(plenty) - n.wal[a.addr]; paid != r.Cost() {
		t.Errorf("paid %d, want %d", paid, r.Cost())
	}
}
