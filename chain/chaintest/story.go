package chaintest

import (
	"errors"
	"math/big"
	"testing"
	"time"

	"walrus/attest"
	"walrus/chain"
)

// testStory follows two blobs through their lives and compares every answer on the way with the rules.
func (s *Setup) testStory(t *testing.T) {
	ctx := s.context(t)
	a := s.rich(t)
	net, err := a.Network(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if want := attest.NewNetworkID(new(big.Int).SetUint64(net.ChainID), attest.Address(net.Registry), net.Salt); net.ID != want || net.Version != 3 || len(net.Parts) != 6 || net.Owner.IsZero() {
		t.Errorf("network = %+v, want id %v", net, want)
	}
	sys, err := a.System(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if sys.Epoch != 1 || sys.EpochDuration < time.Second || time.Since(sys.EpochStart) > time.Hour || time.Until(sys.EpochStart) > time.Hour || sys.TotalCapacity == 0 {
		t.Errorf("system = %+v", sys)
	}
	com, err := a.Committee(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	checkCommittee(t, com, sys.NShards)
	if _, err := a.Committee(ctx, 2); !errors.Is(err, chain.ErrNotFound) {
		t.Errorf("committee of epoch 2: %v", err)
	}

	before, err := a.Balances(ctx, a.Address())
	if err != nil {
		t.Fatal(err)
	}
	nonce, err := a.Nonce(ctx, a.Address())
	if err != nil {
		t.Fatal(err)
	}
	rs := []chain.Registration{Registration(100_000, 3, false), Registration(1, 1, true)}
	e, err := a.EstimateRegister(ctx, rs)
	if err != nil || e.WAL == 0 {
		t.Fatalf("estimate = %+v, %v", e, err)
	}
	r, err := a.Register(ctx, rs, e.WAL, nil)
	if err != nil {
		t.Fatal(err)
	}
	// Each registration draws the id of its resource, then its own.
	for i, id := range r.Objects {
		if want := attest.NewObjectID(net.ID, attest.KindBlob, attest.Address(a.Address()), nonce+uint64(2*i)+1); id != want {
			t.Errorf("object %d = %v, want %v", i, id, want)
		}
	}
	if now, _ := a.Nonce(ctx, a.Address()); now != nonce+4 {
		t.Errorf("object counter = %d, want %d", now, nonce+4)
	}
	after, err := a.Balances(ctx, a.Address())
	if err != nil {
		t.Fatal(err)
	}
	if before.WAL-after.WAL != r.WAL || r.WAL != e.WAL || new(big.Int).Sub(before.Native, after.Native).Cmp(r.Native) != 0 {
		t.Errorf("paid %d FROST and %v wei, receipt says %d and %v, estimate %d", before.WAL-after.WAL, new(big.Int).Sub(before.Native, after.Native), r.WAL, r.Native, e.WAL)
	}
	used, _ := a.System(ctx)

	permanent, deletable := r.Objects[0], r.Objects[1]
	b, err := a.Blob(ctx, permanent)
	if err != nil || b.BlobID != rs[0].BlobID || b.Size != rs[0].Size || b.Owner != a.Address() || b.IsCertified || b.Deletable || b.Registered != 1 || b.Storage.Start != 1 || b.Storage.End != 4 || b.Storage.BoundTo != permanent {
		t.Errorf("blob = %+v, %v", b, err)
	}
	d, err := a.Blob(ctx, deletable)
	if err != nil || !d.Deletable || d.Storage.End != 2 {
		t.Errorf("blob = %+v, %v", d, err)
	}
	if grown := used.UsedCapacity - sys.UsedCapacity; grown != b.Storage.Size+d.Storage.Size {
		t.Errorf("used capacity grew by %d, the blobs have %d and %d", grown, b.Storage.Size, d.Storage.Size)
	}
	if _, err := a.Resource(ctx, b.Storage.ID); !errors.Is(err, chain.ErrNotFound) {
		t.Errorf("resource that is bound: %v", err)
	}
	if v, err := a.Availability(ctx, rs[0].BlobID); err != nil || v != (chain.Availability{}) {
		t.Errorf("availability before certification = %+v, %v", v, err)
	}

	_, err = a.Extend(ctx, permanent, 1, e.WAL, nil)
	wantRevert(t, "extend before certification", err, "NotCertified", permanent)
	s.certify(ctx, t, a, permanent)
	if b, err = a.Blob(ctx, permanent); err != nil || !b.IsCertified || b.Certified != 1 {
		t.Errorf("certified blob = %+v, %v", b, err)
	}
	if v, err := a.Availability(ctx, rs[0].BlobID); err != nil || v != (chain.Availability{Certified: true, PermanentUntil: 4}) {
		t.Errorf("availability = %+v, %v", v, err)
	}
	x, err := a.Extend(ctx, permanent, 2, e.WAL, nil)
	if err != nil || x.WAL == 0 {
		t.Fatalf("extend = %+v, %v", x, err)
	}
	if v, _ := a.Availability(ctx, rs[0].BlobID); v.PermanentUntil != 6 {
		t.Errorf("availability after the extension = %+v", v)
	}
	del, err := a.Delete(ctx, deletable)
	if err != nil || len(del.Objects) != 1 || del.Objects[0] != d.Storage.ID {
		t.Fatalf("delete = %+v, %v, want resource %v", del, err, d.Storage.ID)
	}
	if _, err := a.Blob(ctx, deletable); !errors.Is(err, chain.ErrNotFound) {
		t.Errorf("deleted blob: %v", err)
	}
	if free, err := a.Resource(ctx, d.Storage.ID); err != nil || free.Size != d.Storage.Size || free.End != 2 || free.Owner != a.Address() || !free.BoundTo.IsZero() {
		t.Errorf("freed resource = %+v, %v", free, err)
	}
	// The freed space carries another blob, for the write fee only.
	again := Registration(1, 1, true)
	again.Storage = d.Storage.ID
	e2, err := a.EstimateRegister(ctx, []chain.Registration{again})
	if err != nil {
		t.Fatal(err)
	}
	if r, err := a.Register(ctx, []chain.Registration{again}, e2.WAL, nil); err != nil || r.WAL != e2.WAL || e2.WAL >= e.WAL {
		t.Errorf("registration on the freed resource = %+v, %v", r, err)
	}
}

// checkCommittee checks that shards are shared out completely and members are in order.
func checkCommittee(t *testing.T, com chain.Committee, n uint16) {
	t.Helper()
	taken := make(map[uint16]bool)
	for i, m := range com.Members {
		if i > 0 && m.NodeID.String() <= com.Members[i-1].NodeID.String() {
			t.Errorf("member %d is out of order", i)
		}
		if m.Name == "" || m.NetAddress == "" || m.Operator.IsZero() || len(m.Shards) == 0 {
			t.Errorf("member %d = %+v", i, m)
		}
		for _, sh := range m.Shards {
			if taken[uint16(sh)] || uint16(sh) >= n {
				t.Errorf("shard %d of member %d is taken or too large", sh, i)
			}
			taken[uint16(sh)] = true
		}
	}
	if com.Epoch != 1 || com.NShards != n || len(taken) != int(n) {
		t.Errorf("committee of epoch %d has %d of %d shards, want %d", com.Epoch, len(taken), com.NShards, n)
	}
}

// testListings lists what accounts hold after registrations, deletions and transfers both ways.
func (s *Setup) testListings(t *testing.T) {
	ctx := s.context(t)
	r := s.Dial(t)
	a, b := s.Account(t, r, 0), s.Account(t, r, 2)
	if list, err := r.BlobsOf(ctx, b.Address()); err != nil || len(list) != 0 {
		t.Fatalf("blobs of a fresh account = %v, %v", list, err)
	}
	var ids []attest.ObjectID
	for range 4 {
		ids = append(ids, register(ctx, t, a, Registration(1000, 2, true)))
	}
	give := func(from chain.Account, id attest.ObjectID, to chain.Account) {
		t.Helper()
		if _, err := from.TransferObject(ctx, id, to.Address()); err != nil {
			t.Fatal(err)
		}
	}
	give(a, ids[2], b) // received out of the order of creation
	give(a, ids[0], b)
	give(a, ids[1], b)
	give(b, ids[1], a) // and back
	if _, err := b.Delete(ctx, ids[2]); err != nil {
		t.Fatal(err)
	}
	blobsOf := func(who chain.Account) (held []attest.ObjectID) {
		t.Helper()
		list, err := r.BlobsOf(ctx, who.Address())
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range list {
			held = append(held, v.ID)
		}
		return held
	}
	if got := blobsOf(b); len(got) != 1 || got[0] != ids[0] {
		t.Errorf("blobs of b = %v, want %v", got, ids[0])
	}
	if got := blobsOf(a); len(got) < 2 || got[len(got)-2] != ids[1] || got[len(got)-1] != ids[3] {
		t.Errorf("blobs of a = %v, want %v and %v last", got, ids[1], ids[3])
	}
	free, err := r.ResourcesOf(ctx, b.Address())
	if err != nil || len(free) != 1 || free[0].Owner != b.Address() {
		t.Fatalf("resources of b = %v, %v", free, err)
	}
	give2 := free[0].ID
	if _, err := b.TransferObject(ctx, give2, a.Address()); err != nil {
		t.Fatal(err)
	}
	if free, err := r.ResourcesOf(ctx, b.Address()); err != nil || len(free) != 0 {
		t.Errorf("resources of b after giving it away = %v, %v", free, err)
	}
	list, err := r.ResourcesOf(ctx, a.Address())
	if err != nil || len(list) == 0 || list[len(list)-1].ID != give2 {
		t.Errorf("resources of a = %v, %v, want %v last", list, err, give2)
	}
}
