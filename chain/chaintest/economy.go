package chaintest

import (
	"context"
	"crypto/sha256"
	"errors"
	"math/big"
	"slices"
	"strings"
	"testing"

	"walrus/attest"
	"walrus/bls"
	"walrus/chain"
	"walrus/redstuff"
)

// mib is the unit in which space is sold.
const mib = 1 << 20

// plenty is a limit that no payment of the suite reaches, in FROST.
const plenty = 1_000_000_000

// owner opens account i with everything that an owner can do.
func (s *Setup) owner(t testing.TB, i int) chain.SpendingAccount {
	t.Helper()
	a, ok := s.Account(t, s.Dial(t), i).(chain.SpendingAccount)
	if !ok {
		t.Fatal("the adapter's accounts are no chain.SpendingAccount")
	}
	return a
}

// did checks a receipt and returns the one object that it names, if it names one.
func did(t testing.TB, what string, r chain.Receipt, err error) attest.ObjectID {
	t.Helper()
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	if r.Gas == 0 || r.Tx == (chain.TxHash{}) {
		t.Fatalf("%s: receipt %+v", what, r)
	}
	if len(r.Objects) == 0 {
		return attest.ObjectID{}
	}
	return r.Objects[0]
}

// testResources cuts, joins, gives away and destroys storage, and builds blobs on it.
func (s *Setup) testResources(t *testing.T) {
	ctx := s.context(t)
	a, b := s.owner(t, 0), s.owner(t, 1)
	sim, err := a.Simulated().Reserve(ctx, 8*mib, 3, 7, plenty)
	if err != nil || sim.WAL == 0 || sim.Gas == 0 || sim.Tx != (chain.TxHash{}) || len(sim.Objects) != 1 {
		t.Fatalf("simulated reservation = %+v, %v", sim, err)
	}
	r, err := a.Reserve(ctx, 8*mib, 3, 7, plenty)
	id := did(t, "reserve", r, err)
	if r.WAL != sim.WAL || id != sim.Objects[0] || !near(r.Gas, sim.Gas) {
		t.Errorf("reservation = %+v, simulated %+v", r, sim)
	}
	want := func(what string, id attest.ObjectID, start, end attest.Epoch, size uint64) {
		t.Helper()
		v, err := a.Resource(ctx, id)
		if err != nil || v.Start != start || v.End != end || v.Size != size || v.Owner != a.Address() {
			t.Fatalf("%s: resource = %+v, %v; want [%d, %d) with %d bytes", what, v, err, start, end, size)
		}
	}
	want("reserved for later", id, 3, 7, 8*mib)
	r, err = a.SplitByEpoch(ctx, id, 5)
	late := did(t, "split by epoch", r, err)
	want("earlier part", id, 3, 5, 8*mib)
	want("later part", late, 5, 7, 8*mib)
	r, err = a.SplitBySize(ctx, late, 3*mib)
	rest := did(t, "split by size", r, err)
	want("kept", late, 5, 7, 3*mib)
	want("rest", rest, 5, 7, 5*mib)
	_, err = a.Fuse(ctx, id, late)
	wantRevert(t, "fuse of neighbours with other sizes", err, "IncompatibleAmount")
	_, err = b.SplitBySize(ctx, late, mib)
	wantRevert(t, "split by a stranger", err, "NotOwner", late, b.Address(), a.Address())
	r, err = a.Fuse(ctx, late, rest)
	did(t, "fuse amounts", r, err)
	r, err = a.Fuse(ctx, late, id)
	did(t, "fuse periods", r, err)
	want("whole again", late, 3, 7, 8*mib)
	if _, err := a.Resource(ctx, id); !errors.Is(err, chain.ErrNotFound) {
		t.Errorf("resource that was used up: %v", err)
	}
	r, err = a.TransferObject(ctx, late, b.Address())
	did(t, "transfer", r, err)
	if list, err := b.ResourcesOf(ctx, b.Address()); err != nil || !slices.ContainsFunc(list, func(v chain.Resource) bool { return v.ID == late }) {
		t.Errorf("resources of the receiver = %v, %v", list, err)
	}
	r, err = b.Destroy(ctx, late)
	did(t, "destroy", r, err)
	_, err = b.Destroy(ctx, late)
	wantRevert(t, "destroy again", err, "UnknownObject", late)

	// A blob that is extended by a resource that fits exactly.
	blob := register(ctx, t, a, Registration(1000, 2, true))
	s.certify(ctx, t, a, blob)
	v, err := a.Blob(ctx, blob)
	if err != nil {
		t.Fatal(err)
	}
	r, err = a.Reserve(ctx, v.Storage.Size, v.Storage.End, v.Storage.End+2, plenty)
	next := did(t, "reserve the continuation", r, err)
	r, err = a.ExtendWith(ctx, blob, next)
	did(t, "extend with a resource", r, err)
	if r.WAL != 0 {
		t.Errorf("extension by a resource cost %d FROST", r.WAL)
	}
	if w, err := a.Blob(ctx, blob); err != nil || w.Storage.End != v.Storage.End+2 {
		t.Errorf("extended blob = %+v, %v", w, err)
	}
	r, err = a.Burn(ctx, []attest.ObjectID{blob})
	did(t, "burn", r, err)
	if _, err := a.Blob(ctx, blob); !errors.Is(err, chain.ErrNotFound) {
		t.Errorf("burned blob: %v", err)
	}
}

// testWrappedLife is a blob's whole life with wrapping, sale of the token, extension by a stranger, deletion and reuse.
func (s *Setup) testWrappedLife(t *testing.T) {
	ctx := s.context(t)
	a, b := s.owner(t, 0), s.owner(t, 1)
	r, err := a.SendWAL(ctx, b.Address(), plenty)
	did(t, "pay the second account", r, err)

	blob := register(ctx, t, a, Registration(5000, 2, true))
	permanent := register(ctx, t, a, Registration(5000, 2, false))
	s.certify(ctx, t, a, blob)
	s.certify(ctx, t, a, permanent)
	as := []chain.Attribute{{Key: "content-type", Value: "image/png"}, {Key: "name", Value: "walrus"}}
	r, err = a.SetAttributes(ctx, chain.Record{ID: blob}, as, plenty)
	did(t, "set attributes", r, err)
	if got, err := b.Attributes(ctx, chain.Record{ID: blob}); err != nil || !slices.Equal(got, as) || r.WAL == 0 {
		t.Errorf("attributes = %v, %v, paid %d", got, err, r.WAL)
	}
	r, err = a.RemoveAttributes(ctx, chain.Record{ID: blob}, []string{"name"})
	did(t, "remove an attribute", r, err)

	for _, id := range []attest.ObjectID{blob, permanent} {
		r, err = a.Wrap(ctx, id)
		did(t, "wrap", r, err)
	}
	if is, err := b.Wrapped(ctx, blob); err != nil || !is {
		t.Errorf("wrapped = %v, %v", is, err)
	}
	if uri, err := b.TokenURI(ctx, blob); err != nil || !strings.HasPrefix(uri, "data:application/json") {
		t.Errorf("token URI = %.40q, %v", uri, err)
	}
	_, err = a.TransferObject(ctx, blob, b.Address())
	wantRevert(t, "transfer of the record itself", err, "Wrapped", blob)
	for _, id := range []attest.ObjectID{blob, permanent} {
		r, err = a.TransferToken(ctx, id, b.Address())
		did(t, "sell the token", r, err)
	}
	if held, err := a.WrappedOf(ctx, b.Address()); err != nil || !slices.Equal(held, []attest.ObjectID{blob, permanent}) {
		t.Errorf("tokens of the buyer = %v, %v", held, err)
	}
	if h, err := a.HolderOf(ctx, blob); err != nil || h != b.Address() {
		t.Errorf("holder = %v, %v", h, err)
	}
	_, err = a.Extend(ctx, blob, 1, plenty, nil)
	wantRevert(t, "extension of a deletable blob by its former owner", err, "NotOwner")
	r, err = a.Extend(ctx, permanent, 1, plenty, nil) // a stranger by now
	did(t, "extension of a permanent blob by a stranger", r, err)
	r, err = b.ExtendBatch(ctx, []chain.Extension{{Object: blob, Epochs: 1}, {Object: permanent, Epochs: 2}}, plenty)
	did(t, "extension of both", r, err)
	if v, err := a.Blob(ctx, permanent); err != nil || v.Storage.End != 6 {
		t.Errorf("permanent blob = %+v, %v", v, err)
	}
	r, err = b.Unwrap(ctx, permanent)
	did(t, "unwrap", r, err)
	v, err := b.Blob(ctx, permanent)
	if err != nil || v.Owner != b.Address() {
		t.Errorf("unwrapped blob = %+v, %v", v, err)
	}
	r, err = b.Delete(ctx, blob) // the token ends with it
	free := did(t, "delete through the token", r, err)
	if is, err := b.Wrapped(ctx, blob); err != nil || is {
		t.Errorf("wrapped after deletion = %v, %v", is, err)
	}
	again := Registration(5000, 2, true)
	again.Storage = free
	r, err = b.Register(ctx, []chain.Registration{again}, plenty, nil)
	did(t, "reuse of the freed storage", r, err)

	// Shared: nobody's, extended from its own funds by anybody.
	r, err = b.Share(ctx, permanent, 1000)
	did(t, "share", r, err)
	r, err = a.Fund(ctx, permanent, plenty/2)
	did(t, "fund", r, err)
	_, before, _ := a.Shared(ctx, permanent)
	r, err = a.ExtendShared(ctx, permanent, 1)
	did(t, "extend from the funds", r, err)
	if _, after, err := a.Shared(ctx, permanent); err != nil || r.Funds == 0 || after+r.Funds != before {
		t.Errorf("funds went from %d to %d, %v; the receipt says that %d were paid", before, after, err, r.Funds)
	}
	if shared, funds, err := a.Shared(ctx, permanent); err != nil || !shared || funds >= plenty/2+1000 || funds == 0 || r.WAL != 0 {
		t.Errorf("shared = %v, %d FROST, %v; the caller paid %d", shared, funds, err, r.WAL)
	}
	_, err = b.TransferObject(ctx, permanent, a.Address())
	wantRevert(t, "transfer of a shared blob", err, "NotOwner")
	if v, err := a.Supply(ctx); err != nil || v.Total == 0 || v.Total+v.Burned != 5_000_000_000_000_000_000 {
		t.Errorf("supply = %+v, %v", v, err)
	}
}

// BatchCertificate signs the availability of objects with one 0x41. What pools say of a pooled blob's end is in its record.
func (s *Setup) BatchCertificate(ctx context.Context, t testing.TB, r chain.Reader, blobs []chain.Blob) (sig [96]byte, bitmap []byte) {
	t.Helper()
	n, err := r.Network(ctx)
	if err != nil {
		t.Fatal(err)
	}
	com, err := r.Committee(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	var claims []attest.Availability
	for _, b := range blobs {
		claims = append(claims, attest.Availability{
			Network: n.ID, BlobID: b.BlobID, Object: b.ID, Size: b.Size, Encoding: b.Encoding, Deletable: b.Deletable, End: b.Storage.End, Registered: b.Registered,
		})
	}
	batch, err := attest.NewAvailabilityBatch(n.ID, claims)
	if err != nil {
		t.Fatal(err)
	}
	signers := attest.NewBitmap(len(com.Members))
	var sigs []bls.Signature
	for i, m := range com.Members {
		signers.Set(i)
		sigs = append(sigs, s.key(t, m.BLSKey).Sign(batch.Message(1)))
	}
	sum, err := bls.Aggregate(sigs)
	if err != nil {
		t.Fatal(err)
	}
	return sum, signers
}

// testPools fills a bucket, certifies what is in it together with a blob of its own, and takes everything apart again.
func (s *Setup) testPools(t *testing.T) {
	ctx := s.context(t)
	a := s.owner(t, 0)
	start := head(ctx, t, a)
	single := register(ctx, t, a, Registration(700, 2, false))
	r, err := a.CreatePool(ctx, 800*mib, 3, true, plenty)
	bucket := did(t, "create a bucket", r, err)
	p, err := a.Pool(ctx, bucket)
	if err != nil || p.Bucket != bucket || p.ID == bucket || p.Owner != a.Address() || p.Size != 800*mib || p.End != 4 {
		t.Fatalf("pool = %+v, %v", p, err)
	}
	if list, err := a.PoolsOf(ctx, a.Address()); err != nil || len(list) == 0 || list[len(list)-1] != p {
		t.Errorf("pools = %+v, %v", list, err)
	}
	var rs []chain.PooledRegistration
	for i := range 3 {
		x := Registration(uint64(100+i), 1, i > 0)
		rs = append(rs, chain.PooledRegistration{BlobID: x.BlobID, Root: x.Root, Size: x.Size, Encoding: x.Encoding, Deletable: x.Deletable})
	}
	r, err = a.RegisterPooled(ctx, bucket, rs, plenty, nil)
	did(t, "register in a bucket", r, err)
	if len(r.Objects) != 3 {
		t.Fatalf("objects = %v", r.Objects)
	}
	pooled, err := a.PooledBlobs(ctx, bucket)
	if err != nil || len(pooled) != 3 {
		t.Fatalf("blobs of the bucket = %+v, %v", pooled, err)
	}
	for i, b := range pooled {
		if b.ID != r.Objects[i] || b.BlobID != rs[i].BlobID || b.Storage.End != 4 || b.IsCertified || b.Owner != a.Address() {
			t.Errorf("pooled blob %d = %+v", i, b)
		}
		if one, err := a.PooledBlob(ctx, bucket, b.BlobID); err != nil || one != b {
			t.Errorf("pooled blob %d by itself = %+v, %v, want %+v", i, one, err, b)
		}
	}
	if _, err := a.PooledBlob(ctx, bucket, redstuff.BlobID{1}); !errors.Is(err, chain.ErrNotFound) {
		t.Errorf("a blob that is not in the bucket: %v", err)
	}
	if _, err := a.PooledBlob(ctx, single, rs[0].BlobID); !errors.Is(err, chain.ErrNotFound) {
		t.Errorf("a blob of a pool that is none: %v", err)
	}
	own, err := a.Blob(ctx, single)
	if err != nil {
		t.Fatal(err)
	}
	claims := []chain.Claim{{Object: single}}
	for _, b := range pooled {
		claims = append(claims, chain.Claim{Object: bucket, BlobID: b.BlobID})
	}
	sig, bitmap := s.BatchCertificate(ctx, t, a, append([]chain.Blob{own}, pooled...))
	_, err = a.CertifyBatch(ctx, claims[:3], sig, bitmap, nil)
	wantRevert(t, "certificate of a larger batch", err, "SigVerification")
	r, err = a.CertifyBatch(ctx, claims, sig, bitmap, nil)
	did(t, "certify a batch", r, err)
	if v, err := a.Availability(ctx, rs[0].BlobID); err != nil || v != (chain.Availability{Certified: true, PermanentUntil: 4}) {
		t.Errorf("availability of a pooled blob = %+v, %v", v, err)
	}
	r, err = a.ExtendPool(ctx, bucket, 2, plenty)
	did(t, "extend the pool", r, err)
	r, err = a.DeletePooled(ctx, bucket, []redstuff.BlobID{rs[2].BlobID})
	did(t, "delete in the pool", r, err)
	_, err = a.DeletePooled(ctx, bucket, []redstuff.BlobID{rs[0].BlobID})
	wantRevert(t, "delete a permanent one", err, "StoragePoolBlobNotDeletable")
	r, err = a.IncreasePool(ctx, bucket, 10*mib, plenty)
	did(t, "increase", r, err)
	r, err = a.DecreasePool(ctx, bucket, 10*mib)
	freed := did(t, "decrease", r, err)
	r, err = a.IncreasePoolWith(ctx, bucket, freed)
	did(t, "increase with a resource", r, err)
	_, err = a.DestroyPool(ctx, bucket)
	wantRevert(t, "destroy with blobs inside", err, "StoragePoolPoolNotEmpty")
	if p, err = a.Pool(ctx, bucket); err != nil || p.End != 6 || p.Size != 810*mib || p.Blobs != 2 {
		t.Errorf("pool = %+v, %v", p, err)
	}

	r, err = a.CreatePool(ctx, mib, 1, false, plenty)
	empty := did(t, "create a pool", r, err)
	r, err = a.DestroyPool(ctx, empty)
	did(t, "destroy an empty pool", r, err)

	// What nodes are told of the pool.
	events, _ := collect(ctx, t, a, chain.Cursor{}, head(ctx, t, a))
	var kinds []chain.Kind
	for _, e := range events {
		if e.Cursor.Block > start && e.Pool == p.ID {
			if kinds = append(kinds, e.Kind); e.Kind == chain.PoolExtended && e.End != 6 || e.Kind == chain.PoolCreated && e.End != 4 {
				t.Errorf("event %+v", e)
			}
		}
	}
	if want := []chain.Kind{
		chain.PoolCreated, chain.BlobRegistered, chain.BlobRegistered, chain.BlobRegistered,
		chain.BlobCertified, chain.BlobCertified, chain.BlobCertified, chain.PoolExtended, chain.BlobDeleted,
	}; !slices.Equal(kinds, want) {
		t.Errorf("events of the pool: %v, want %v", kinds, want)
	}
}

// near says whether gas is as it was said to be. The signature of a permit differs from call to call, and with it the number of zero bytes that are sent.
func near(gas, said uint64) bool { return max(gas, said)-min(gas, said) < 1000 }

// testSimulation compares what calls are said to cost with what they cost, and checks that nothing is sent.
func (s *Setup) testSimulation(t *testing.T) {
	ctx := s.context(t)
	a := s.owner(t, 0)
	before, err := a.Balances(ctx, a.Address())
	if err != nil {
		t.Fatal(err)
	}
	rs := []chain.Registration{Registration(1, 2, false), Registration(2, 5, true)}
	e, err := a.EstimateRegister(ctx, rs)
	if err != nil {
		t.Fatal(err)
	}
	r, err := a.Simulated().Register(ctx, rs, e.WAL, func(chain.TxHash) error { return errors.New("a hash was to be noted") })
	if err != nil || r.WAL != e.WAL || r.Native.Sign() <= 0 {
		t.Errorf("simulated registration = %+v, %v; estimate %+v", r, err, e)
	}
	_, err = a.Simulated().Burn(ctx, []attest.ObjectID{sha256.Sum256([]byte("none"))})
	wantRevert(t, "simulated burn of nothing", err, "UnknownObject")
	if _, err := a.Simulated().SendNative(ctx, a.Address(), big.NewInt(1)); err != nil {
		t.Errorf("simulated payment: %v", err)
	}
	after, err := a.Balances(ctx, a.Address())
	if err != nil || after.WAL != before.WAL || after.Native.Cmp(before.Native) != 0 {
		t.Errorf("balances = %+v, %v, were %+v", after, err, before)
	}
}
