package chaintest

import (
	"errors"
	"math/big"
	"strings"
	"testing"

	"walrus/attest"
	"walrus/bls"
	"walrus/chain"
)

// testRefusals: what the contracts refuse comes back by the catalogue's name, costs nothing and changes nothing.
func (s *Setup) testRefusals(t *testing.T) {
	ctx := s.context(t)
	r := s.Dial(t)
	a, stranger := s.Account(t, r, 0), s.Account(t, r, 1)
	sys, err := r.System(ctx)
	if err != nil {
		t.Fatal(err)
	}
	permanent := register(ctx, t, a, Registration(1000, 1, false))
	deletable := register(ctx, t, a, Registration(1000, 1, true))
	before, err := r.Balances(ctx, a.Address())
	if err != nil {
		t.Fatal(err)
	}
	unknown := attest.ObjectID{1, 2, 3}
	try := func(what string, change func(*chain.Registration), name string, args ...any) {
		t.Helper()
		reg := Registration(1000, 1, false)
		change(&reg)
		_, err := a.Register(ctx, []chain.Registration{reg}, 1<<40, nil)
		wantRevert(t, what, err, name, args...)
	}
	try("another root", func(r *chain.Registration) { r.Root[0] ^= 1 }, "BlobInvalidBlobId")
	try("another size", func(r *chain.Registration) { r.Size++ }, "BlobInvalidBlobId")
	try("another encoding", func(r *chain.Registration) { r.Encoding = 2 }, "InvalidEncodingType", 2, 1)
	try("too many epochs", func(r *chain.Registration) { r.Epochs = sys.MaxEpochsAhead + 1 }, "InvalidEpochsAhead", sys.MaxEpochsAhead+1, sys.MaxEpochsAhead)
	try("no epochs", func(r *chain.Registration) { r.Epochs = 0 }, "InvalidEpochsAhead")
	try("too large", func(r *chain.Registration) { r.Size = 1 << 60 }, "DataTooLarge")
	try("unknown resource", func(r *chain.Registration) { r.Storage = unknown }, "UnknownObject", unknown)

	_, err = a.Delete(ctx, permanent)
	wantRevert(t, "delete a permanent blob", err, "BlobBlobNotDeletable", permanent)
	_, err = a.Delete(ctx, unknown)
	wantRevert(t, "delete nothing", err, "UnknownObject", unknown)
	_, err = stranger.Delete(ctx, deletable)
	wantRevert(t, "delete another's blob", err, "NotOwner", deletable, stranger.Address(), a.Address())
	_, err = stranger.TransferObject(ctx, permanent, stranger.Address())
	wantRevert(t, "transfer another's blob", err, "NotOwner", permanent, stranger.Address(), a.Address())
	_, err = a.TransferObject(ctx, permanent, chain.Address{})
	wantRevert(t, "transfer to nobody", err, "InvalidRecipient", chain.Address{})
	_, err = a.Extend(ctx, unknown, 1, 1<<40, nil)
	wantRevert(t, "extend nothing", err, "UnknownObject", unknown)

	// The limit of payment holds, whoever checks it first.
	reg := Registration(1000, 1, false)
	e, err := a.EstimateRegister(ctx, []chain.Registration{reg})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Register(ctx, []chain.Registration{reg}, e.WAL-1, nil); err == nil {
		t.Error("paid more than the limit")
	}
	after, err := r.Balances(ctx, a.Address())
	if err != nil || after.WAL != before.WAL || after.Native.Cmp(before.Native) != 0 {
		t.Errorf("refused calls changed the balance from %+v to %+v, %v", before, after, err)
	}
}

// testNoFunds: what is missing is said with the amount.
func (s *Setup) testNoFunds(t *testing.T) {
	ctx := s.context(t)
	r := s.Dial(t)
	poor, dry := s.Poor(t, r), s.Account(t, r, 3) // dry has native coin, but no WAL
	want := func(what string, err error) {
		t.Helper()
		if !errors.Is(err, chain.ErrNoFunds) || !strings.Contains(err.Error(), "missing") {
			t.Errorf("%s: %v", what, err)
		}
	}
	_, err := poor.SendNative(ctx, dry.Address(), big.NewInt(1))
	want("native coin from a poor account", err)
	rs := []chain.Registration{Registration(1000, 1, false)}
	_, err = dry.Register(ctx, rs, 1<<40, nil)
	want("registration without WAL", err)
	e, err := dry.EstimateRegister(ctx, rs)
	want("estimate without WAL", err)
	if e.WAL == 0 {
		t.Error("the estimate without WAL has no price")
	}
	_, err = dry.SendWAL(ctx, poor.Address(), 1)
	want("WAL from a dry account", err)
	b, err := r.Balances(ctx, dry.Address())
	if err != nil {
		t.Fatal(err)
	}
	_, err = dry.SendNative(ctx, poor.Address(), b.Native)
	want("all native coin, nothing left for gas", err)

	// With enough it works, from the first transaction of an account on.
	a := s.Account(t, r, 0)
	if _, err := a.SendWAL(ctx, poor.Address(), 1<<40); err != nil {
		t.Fatal(err)
	}
	_, err = poor.Register(ctx, rs, e.WAL, nil)
	want("registration without gas", err)
	if _, err := a.SendNative(ctx, poor.Address(), big.NewInt(1e18)); err != nil {
		t.Fatal(err)
	}
	if got, err := poor.Register(ctx, rs, e.WAL, nil); err != nil || got.WAL != e.WAL {
		t.Errorf("registration with enough = %+v, %v", got, err)
	}
}

// testBadCertificates: nothing but a quorum's signature over the object's own record certifies it.
func (s *Setup) testBadCertificates(t *testing.T) {
	ctx := s.context(t)
	a := s.rich(t)
	sys, err := a.System(ctx)
	if err != nil {
		t.Fatal(err)
	}
	com, err := a.Committee(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	quorum := attest.MinCorrect(int(sys.NShards))
	object := register(ctx, t, a, Registration(4000, 2, true))
	other := register(ctx, t, a, Registration(4001, 2, true))
	good, bitmap := s.Certificate(ctx, t, a, object, quorum, nil)
	refuse := func(what string, sig [96]byte, bits []byte, names ...string) {
		t.Helper()
		_, err := a.Certify(ctx, object, sig, bits, nil)
		var r *chain.RevertError
		if !errors.As(err, &r) || r.Name != names[0] {
			t.Errorf("%s: %v, want %s", what, err, names[0])
		}
	}
	changed := func(change func(*attest.Availability)) ([96]byte, []byte) {
		return s.Certificate(ctx, t, a, object, quorum, change)
	}
	sig, bits := s.Certificate(ctx, t, a, object, quorum-len(com.Members[0].Shards)+1-1, nil)
	if weightOf(com, bits) < quorum {
		refuse("too few signers", sig, bits, "NotEnoughStake")
	}
	one, oneBit := s.Certificate(ctx, t, a, object, 1, nil)
	refuse("one signer", one, oneBit, "NotEnoughStake")
	refuse("one signer's signature for all", one, bitmap, "SigVerification")
	sig, bits = changed(func(v *attest.Availability) { v.Network[0] ^= 1 })
	refuse("another network", sig, bits, "SigVerification")
	sig, bits = changed(func(v *attest.Availability) { v.Object = other })
	refuse("another object", sig, bits, "SigVerification")
	sig, bits = changed(func(v *attest.Availability) { v.Deletable = false })
	refuse("another persistence", sig, bits, "SigVerification")
	sig, bits = changed(func(v *attest.Availability) { v.End++ })
	refuse("a later end", sig, bits, "SigVerification")
	sig, bits = changed(func(v *attest.Availability) { v.Size++ })
	refuse("another size", sig, bits, "SigVerification")
	refuse("short bitmap", good, bitmap[:len(bitmap)-1], "InvalidBitmap")
	refuse("long bitmap", good, append(append([]byte{}, bitmap...), 0), "InvalidBitmap")
	if n := len(com.Members); n%8 != 0 {
		stray := append([]byte{}, bitmap...)
		stray[n/8] |= 0x80
		refuse("bit of no member", good, stray, "InvalidBitmap")
	}
	// A signature twice is not two signers'.
	double, err := bls.Aggregate([]bls.Signature{one, one})
	if err != nil {
		t.Fatal(err)
	}
	refuse("repeated signer", double, bitmap, "SigVerification")
	// Someone who is no member in a member's place.
	b, err := a.Blob(ctx, object)
	if err != nil {
		t.Fatal(err)
	}
	net, err := a.Network(ctx)
	if err != nil {
		t.Fatal(err)
	}
	v := attest.Availability{Network: net.ID, BlobID: b.BlobID, Object: object, Size: b.Size, Encoding: b.Encoding, Deletable: b.Deletable, End: b.Storage.End, Registered: b.Registered}
	foreign := bls.KeyFromSeed([]byte("a key of nobody in the committee"))
	refuse("foreign signer", foreign.Sign(v.Message(1)), bitmap, "SigVerification")
	refuse("another epoch", s.signAll(t, com, bitmap, v.Message(2)), bitmap, "SigVerification")
	if _, err := a.Certify(ctx, object, [96]byte{1, 2, 3}, bitmap, nil); err == nil {
		t.Error("a signature that is no point was taken")
	}
	if b, err := a.Blob(ctx, object); err != nil || b.IsCertified {
		t.Fatalf("after bad certificates the blob is %+v, %v", b, err)
	}
	// The good one still works, from anyone, once.
	if _, err := s.Account(t, a, 1).Certify(ctx, object, good, bitmap, nil); err != nil {
		t.Fatal(err)
	}
	_, err = a.Certify(ctx, object, good, bitmap, nil)
	wantRevert(t, "second certification", err, "BlobAlreadyCertified", object, 1)
}

// signAll signs a message by the members of a bitmap.
func (s *Setup) signAll(t testing.TB, com chain.Committee, bitmap attest.Bitmap, message []byte) [96]byte {
	t.Helper()
	var sigs []bls.Signature
	for i, m := range com.Members {
		if bitmap.Has(i) {
			sigs = append(sigs, s.key(t, m.BLSKey).Sign(message))
		}
	}
	sum, err := bls.Aggregate(sigs)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

func weightOf(com chain.Committee, bitmap attest.Bitmap) (w int) {
	for i, m := range com.Members {
		if bitmap.Has(i) {
			w += len(m.Shards)
		}
	}
	return w
}
