package client_test

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"iter"
	"math/big"
	"slices"
	"sync"
	"time"

	"walrus/attest"
	"walrus/bls"
	"walrus/chain"
	"walrus/redstuff"
)

// A ledger is a control plane in memory with the contracts' rules for space, blobs and certificates. Everything is final at once; the epoch stays 5.
type ledger struct {
	network chain.Network

	mu     sync.Mutex
	com    chain.Committee
	sys    chain.System
	events []chain.Event
	more   chan struct{} // closed when events grow

	blobs     []*chain.Blob
	resources []*chain.Resource // free ones
	nonces    map[chain.Address]uint64
	wal       map[chain.Address]uint64
	txs       map[chain.TxHash]*chain.Receipt // nil while it is not mined
	registers int                             // transactions that registered something
	certifies int
	extends   int
}

func newLedger(com chain.Committee) *ledger {
	n := chain.Network{ChainID: 4242, Registry: chain.Address{1, 2, 3}, Salt: [32]byte{9}, Version: 1}
	n.ID = attest.NewNetworkID(new(big.Int).SetUint64(n.ChainID), n.Registry, n.Salt)
	return &ledger{network: n, com: com, more: make(chan struct{}), nonces: map[chain.Address]uint64{}, wal: map[chain.Address]uint64{}, txs: map[chain.TxHash]*chain.Receipt{},
		sys: chain.System{Epoch: com.Epoch, NShards: com.NShards, StoragePrice: 100_000, WritePrice: 20_000, TotalCapacity: 1 << 50, MaxEpochsAhead: 53,
			EpochStart: time.Now(), EpochDuration: 24 * time.Hour}}
}

func (l *ledger) Network(context.Context) (chain.Network, error) { return l.network, nil }

func (l *ledger) System(context.Context) (chain.System, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.sys, nil
}

func (l *ledger) Committee(context.Context, attest.Epoch) (chain.Committee, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	com := l.com
	com.Members = slices.Clone(com.Members)
	return com, nil
}

func (l *ledger) Availability(_ context.Context, id redstuff.BlobID) (a chain.Availability, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, b := range l.blobs {
		if b.BlobID == id && b.IsCertified && !b.Deletable {
			a.Certified = true
			a.PermanentUntil = max(a.PermanentUntil, b.Storage.End)
		}
	}
	for _, e := range l.events {
		a.Invalid = a.Invalid || e.Kind == chain.InvalidBlobID && e.BlobID == id
	}
	return a, nil
}

func (l *ledger) find(id attest.ObjectID) *chain.Blob {
	for _, b := range l.blobs {
		if b.ID == id {
			return b
		}
	}
	return nil
}

func (l *ledger) Blob(_ context.Context, id attest.ObjectID) (chain.Blob, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if b := l.find(id); b != nil {
		return *b, nil
	}
	return chain.Blob{}, chain.ErrNotFound
}

func (l *ledger) Resource(_ context.Context, id attest.ObjectID) (chain.Resource, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, r := range l.resources {
		if r.ID == id {
			return *r, nil
		}
	}
	return chain.Resource{}, chain.ErrNotFound
}

func (l *ledger) BlobsOf(_ context.Context, owner chain.Address) (list []chain.Blob, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, b := range l.blobs {
		if b.Owner == owner {
			list = append(list, *b)
		}
	}
	return list, nil
}

func (l *ledger) ResourcesOf(_ context.Context, owner chain.Address) (list []chain.Resource, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, r := range l.resources {
		if r.Owner == owner {
			list = append(list, *r)
		}
	}
	return list, nil
}

func (l *ledger) Balances(_ context.Context, owner chain.Address) (chain.Balances, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return chain.Balances{Native: big.NewInt(1e18), WAL: l.wal[owner]}, nil
}

func (l *ledger) Nonce(_ context.Context, a chain.Address) (uint64, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.nonces[a], nil
}

func (l *ledger) Events(ctx context.Context, after chain.Cursor) iter.Seq2[chain.Event, error] {
	return func(yield func(chain.Event, error) bool) {
		for i := 0; ; {
			l.mu.Lock()
			more, batch := l.more, l.events[i:len(l.events):len(l.events)]
			l.mu.Unlock()
			for _, ev := range batch {
				if i++; ev.Cursor.After(after) && !yield(ev, nil) {
					return
				}
			}
			select {
			case <-more:
			case <-ctx.Done():
				yield(chain.Event{}, ctx.Err())
				return
			}
		}
	}
}

// emit appends an event; l.mu is held.
func (l *ledger) emit(ev chain.Event) {
	block := uint64(len(l.events) + 1)
	ev.Tx = sha256.Sum256(fmt.Appendf(nil, "event %d", block))
	ev.Cursor = chain.Cursor{Block: block, Hash: sha256.Sum256(fmt.Appendf(nil, "block %d", block)), LogIndex: 1}
	ev.Epoch = l.sys.Epoch
	l.events = append(l.events, ev)
	close(l.more)
	l.more = make(chan struct{})
}

func (l *ledger) newID(kind attest.ObjectKind, creator chain.Address) attest.ObjectID {
	n := l.nonces[creator]
	l.nonces[creator]++
	return attest.NewObjectID(l.network.ID, kind, creator, n)
}

// units is the contracts' price base, computed here by itself.
func units(encoded uint64) uint64 { return (encoded + 1<<20 - 1) >> 20 }

func refuse(name string, args ...any) error {
	r := &chain.RevertError{Name: name}
	for _, a := range args {
		r.Args = append(r.Args, fmt.Sprint(a))
	}
	return r
}

// An account is a key on a ledger. crash, if set, is asked at each step of a transaction ("register sent", "register mined", ...) and its error ends the call there.
type account struct {
	*ledger
	addr  chain.Address
	crash func(step string) error
	// mine does what a transaction was to do whose sending was followed by errInFlight.
	mine func() error
}

func (l *ledger) account(b byte, wal uint64) *account {
	a := &account{ledger: l, addr: chain.Address{b}}
	l.wal[a.addr] = wal
	return a
}

func (a *account) Address() chain.Address { return a.addr }

// transact runs do as one transaction: sent before it, crash points around it.
func (a *account) transact(what string, sent func(chain.TxHash) error, do func(r *chain.Receipt) error) (chain.Receipt, error) {
	a.mu.Lock()
	r := &chain.Receipt{Tx: sha256.Sum256(fmt.Appendf(nil, "tx %d", len(a.txs))), Gas: 100_000, Native: big.NewInt(1)}
	a.txs[r.Tx] = nil
	a.mu.Unlock()
	if sent != nil {
		if err := sent(r.Tx); err != nil {
			return chain.Receipt{}, err
		}
	}
	mine := func() error {
		a.mu.Lock()
		defer a.mu.Unlock()
		if err := do(r); err != nil {
			delete(a.txs, r.Tx)
			return err
		}
		a.txs[r.Tx] = r
		return nil
	}
	if err := a.at(what + " sent"); err != nil {
		if a.mine = mine; !errors.Is(err, errInFlight) {
			a.mu.Lock()
			delete(a.txs, r.Tx) // it never left
			a.mu.Unlock()
		}
		return chain.Receipt{}, err
	}
	if err := mine(); err != nil {
		return chain.Receipt{}, err
	}
	return *r, a.at(what + " mined")
}

func (a *account) at(step string) error {
	if a.crash == nil {
		return nil
	}
	return a.crash(step)
}

func (a *account) pay(r *chain.Receipt, frost, maxPayment uint64) error {
	switch {
	case frost > maxPayment:
		return refuse("PaymentTooLarge", frost, maxPayment)
	case frost > a.wal[a.addr]:
		return fmt.Errorf("%w: %d FROST, have %d", chain.ErrNoFunds, frost, a.wal[a.addr])
	}
	a.wal[a.addr] -= frost
	r.WAL += frost
	return nil
}

func (a *account) Register(_ context.Context, rs []chain.Registration, maxPayment uint64, sent func(chain.TxHash) error) (chain.Receipt, error) {
	return a.transact("register", sent, func(r *chain.Receipt) error {
		p, err := redstuff.NewParams(int(a.sys.NShards))
		if err != nil {
			return err
		}
		before := a.wal[a.addr]
		for _, g := range rs {
			if err := a.registerOne(p, r, g, maxPayment-r.WAL); err != nil {
				a.wal[a.addr] = before
				for _, id := range r.Objects { // the transaction is undone as a whole
					a.blobs = slices.DeleteFunc(a.blobs, func(b *chain.Blob) bool { return b.ID == id })
				}
				return err
			}
		}
		a.registers++
		for _, id := range r.Objects {
			b := a.find(id)
			a.emit(chain.Event{Kind: chain.BlobRegistered, BlobID: b.BlobID, Object: id, Owner: a.addr, Size: b.Size, Encoding: b.Encoding, End: b.Storage.End, Deletable: b.Deletable})
		}
		return nil
	})
}

func (a *account) registerOne(p redstuff.Params, r *chain.Receipt, g chain.Registration, maxPayment uint64) error {
	if redstuff.NewBlobID(g.Encoding, g.Size, g.Root) != g.BlobID {
		return refuse("BlobInvalidBlobId", g.BlobID)
	}
	encoded, err := p.EncodedLength(g.Size)
	if err != nil {
		return err
	}
	cost := units(encoded) * a.sys.WritePrice
	b := &chain.Blob{Owner: a.addr, BlobID: g.BlobID, Size: g.Size, Encoding: g.Encoding, Deletable: g.Deletable, Registered: a.sys.Epoch}
	if g.Storage.IsZero() {
		if g.Epochs == 0 || g.Epochs > a.sys.MaxEpochsAhead {
			return refuse("InvalidEpochsAhead", g.Epochs)
		}
		cost += units(encoded) * a.sys.StoragePrice * uint64(g.Epochs)
		b.Storage = chain.Resource{ID: a.newID(attest.KindResource, a.addr), Owner: a.addr, Start: a.sys.Epoch, End: a.sys.Epoch + attest.Epoch(g.Epochs), Size: encoded}
	} else {
		i := slices.IndexFunc(a.resources, func(r *chain.Resource) bool { return r.ID == g.Storage && r.Owner == a.addr })
		if i < 0 || a.resources[i].Size < encoded {
			return refuse("ResourceSize", g.Storage)
		}
		b.Storage = *a.resources[i]
		defer func() { a.resources = slices.Delete(a.resources, i, i+1) }()
	}
	if err := a.pay(r, cost, maxPayment); err != nil {
		return err
	}
	b.ID = a.newID(attest.KindBlob, a.addr)
	a.blobs = append(a.blobs, b)
	r.Objects = append(r.Objects, b.ID)
	return nil
}

func (a *account) Certify(_ context.Context, object attest.ObjectID, signature [96]byte, bitmap []byte, sent func(chain.TxHash) error) (chain.Receipt, error) {
	return a.transact("certify", sent, func(r *chain.Receipt) error {
		b := a.find(object)
		switch {
		case b == nil:
			return refuse("NotFound", object)
		case b.IsCertified:
			return refuse("BlobAlreadyCertified", object, b.Certified)
		}
		msg := a.claim(b).Message(a.com.Epoch)
		if err := a.check(msg, signature, bitmap); err != nil {
			return err
		}
		a.certifies++
		a.certifyOne(b)
		return nil
	})
}

func (l *ledger) claim(b *chain.Blob) attest.Availability {
	return attest.Availability{Network: l.network.ID, BlobID: b.BlobID, Object: b.ID, Size: b.Size, Encoding: b.Encoding, Deletable: b.Deletable, End: b.Storage.End, Registered: b.Registered}
}

// check verifies a quorum's signature; l.mu is held.
func (l *ledger) check(msg []byte, signature [96]byte, bitmap []byte) error {
	if len(bitmap) != (len(l.com.Members)+7)/8 {
		return refuse("InvalidBitmap", len(bitmap))
	}
	var keys []*bls.PublicKey
	weight := 0
	for i, m := range l.com.Members {
		if bitmap[i/8]>>(i%8)&1 == 0 {
			continue
		}
		k, err := bls.ParsePublicKey(m.BLSKey[:])
		if err != nil {
			return err
		}
		keys = append(keys, k)
		weight += len(m.Shards)
	}
	if !attest.IsQuorum(int(l.com.NShards), weight) {
		return refuse("NoQuorum", weight)
	}
	if !bls.VerifyAggregate(keys, msg, signature) {
		return refuse("InvalidSignature")
	}
	return nil
}

// A batchAccount brings certificates for many objects, too, until refuseBatch.
type batchAccount struct {
	*account
	refuseBatch bool
	batches     int
	before      func() // runs once before a batch is looked at, as if somebody's transaction were mined first; the lock is held
}

func (a *batchAccount) CertifyBatch(_ context.Context, claims []chain.Claim, signature [96]byte, bitmap []byte, sent func(chain.TxHash) error) (chain.Receipt, error) {
	return a.transact("certify", sent, func(r *chain.Receipt) error {
		if a.refuseBatch {
			return refuse("SigVerification")
		}
		return a.certifyBatch(claims, signature, bitmap, func(c chain.Claim) *chain.Blob { return a.find(c.Object) }, a.certifyOne)
	})
}

// certifyBatch checks a certificate of the objects that find finds, and certifies those that are not yet; the lock is held.
func (a *batchAccount) certifyBatch(claims []chain.Claim, signature [96]byte, bitmap []byte, find func(chain.Claim) *chain.Blob, certify func(*chain.Blob)) error {
	if f := a.before; f != nil {
		a.before = nil
		f()
	}
	var leaves [][32]byte
	for _, c := range claims {
		if c.Leaf != [32]byte{} {
			leaves = append(leaves, c.Leaf)
			continue
		}
		b := find(c)
		if b == nil {
			return refuse("UnknownObject", c.Object)
		}
		leaves = append(leaves, a.claim(b).LeafHash())
	}
	batch := attest.AvailabilityBatch{Network: a.network.ID, Count: uint32(len(claims)), Root: treeRoot(leaves)}
	if err := a.check(batch.Message(a.com.Epoch), signature, bitmap); err != nil {
		return err
	}
	for _, c := range claims {
		if b := find(c); c.Leaf == [32]byte{} && !b.IsCertified {
			certify(b)
		}
	}
	a.batches++
	return nil
}

// treeRoot is the root of RFC 9162 over hashed leaves.
func treeRoot(leaves [][32]byte) [32]byte {
	if len(leaves) == 1 {
		return leaves[0]
	}
	k := 1
	for k*2 < len(leaves) {
		k *= 2
	}
	left, right := treeRoot(leaves[:k]), treeRoot(leaves[k:])
	return sha256.Sum256(slices.Concat([]byte{1}, left[:], right[:]))
}

// certifyOne certifies one object; the lock is held.
func (l *ledger) certifyOne(b *chain.Blob) {
	b.IsCertified, b.Certified = true, l.sys.Epoch
	l.emit(chain.Event{Kind: chain.BlobCertified, BlobID: b.BlobID, Object: b.ID, Owner: b.Owner, Size: b.Size, Encoding: b.Encoding, End: b.Storage.End, Deletable: b.Deletable})
}

// prolong extends an object; the lock is held.
func (l *ledger) prolong(b *chain.Blob, epochs attest.Epoch) {
	b.Storage.End += epochs
	l.emit(chain.Event{Kind: chain.BlobCertified, IsExtension: true, BlobID: b.BlobID, Object: b.ID, Owner: b.Owner, Size: b.Size, Encoding: b.Encoding, End: b.Storage.End, Deletable: b.Deletable})
}

func (a *account) Extend(_ context.Context, object attest.ObjectID, epochs uint32, maxPayment uint64, sent func(chain.TxHash) error) (chain.Receipt, error) {
	return a.transact("extend", sent, func(r *chain.Receipt) error {
		b := a.find(object)
		if b == nil || !b.IsCertified {
			return refuse("NotCertified", object)
		}
		if err := a.pay(r, units(b.Storage.Size)*a.sys.StoragePrice*uint64(epochs), maxPayment); err != nil {
			return err
		}
		a.extends++
		a.prolong(b, attest.Epoch(epochs))
		return nil
	})
}

func (a *account) Delete(_ context.Context, object attest.ObjectID) (chain.Receipt, error) {
	return a.transact("delete", nil, func(r *chain.Receipt) error {
		b := a.find(object)
		if b == nil || !b.Deletable {
			return refuse("BlobNotDeletable", object)
		}
		free := b.Storage
		a.resources = append(a.resources, &free)
		a.blobs = slices.DeleteFunc(a.blobs, func(x *chain.Blob) bool { return x == b })
		a.emit(chain.Event{Kind: chain.BlobDeleted, BlobID: b.BlobID, Object: b.ID, Owner: b.Owner, End: b.Storage.End, Certified: b.IsCertified, Deletable: true})
		return nil
	})
}

func (a *account) TransferObject(context.Context, attest.ObjectID, chain.Address) (chain.Receipt, error) {
	return chain.Receipt{}, refuse("NotOwner")
}

func (a *account) SendWAL(_ context.Context, to chain.Address, frost uint64) (chain.Receipt, error) {
	return a.transact("send", nil, func(r *chain.Receipt) error {
		if err := a.pay(r, frost, frost); err != nil {
			return err
		}
		a.wal[to] += frost
		return nil
	})
}

func (a *account) SendNative(context.Context, chain.Address, *big.Int) (chain.Receipt, error) {
	return chain.Receipt{}, chain.ErrNoFunds
}

func (a *account) EstimateRegister(context.Context, []chain.Registration) (chain.Estimate, error) {
	return chain.Estimate{Gas: 100_000, Native: big.NewInt(1)}, nil
}

func (a *account) Pending(_ context.Context, tx chain.TxHash) (*chain.Receipt, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	r, ok := a.txs[tx]
	if !ok {
		return nil, chain.ErrNotFound
	}
	return r, nil
}

var _ chain.Account = (*account)(nil)
