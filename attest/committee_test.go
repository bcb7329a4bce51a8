package attest

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"testing"

	"walrus/bls"
)

// testCommittee makes a committee of epoch 5 with these weights, and its secret keys. They are the same in every run.
func testCommittee(t testing.TB, weights ...uint16) (*Committee, []*bls.SecretKey) {
	t.Helper()
	var members []Member
	var keys []*bls.SecretKey
	var total uint16
	for i, w := range weights {
		k := bls.KeyFromSeed(fmt.Appendf(nil, "member %d", i))
		keys = append(keys, k)
		members = append(members, Member{NodeID{byte(i >> 8), byte(i)}, k.PublicKey(), w})
		total += w
	}
	c, err := NewCommittee(5, total, members)
	if err != nil {
		t.Fatal(err)
	}
	return c, keys
}

func TestNewCommitteeRefuses(t *testing.T) {
	good, _ := testCommittee(t, 3, 2, 2)
	tests := []struct {
		name   string
		n      uint16
		change func([]Member) []Member
	}{
		{"no members", 7, func([]Member) []Member { return nil }},
		{"no members and no shards", 0, func([]Member) []Member { return nil }},
		{"weights below n", 8, func(m []Member) []Member { return m }},
		{"weights above n", 6, func(m []Member) []Member { return m }},
		{"not in order", 7, func(m []Member) []Member { m[0], m[1] = m[1], m[0]; return m }},
		{"node twice", 7, func(m []Member) []Member { m[1].NodeID = m[0].NodeID; return m }},
		{"key twice", 7, func(m []Member) []Member { m[2].Key = m[0].Key; return m }},
		{"no key", 7, func(m []Member) []Member { m[1].Key = nil; return m }},
		{"no shards", 7, func(m []Member) []Member { m[1].Weight, m[2].Weight = 0, 4; return m }},
		{"weights overflow", 7, func(m []Member) []Member {
			m[0].Weight, m[1].Weight, m[2].Weight = 0xffff, 7, 1
			return m
		}},
	}
	for _, tt := range tests {
		if _, err := NewCommittee(5, tt.n, tt.change(slices.Clone(good.Members))); !errors.Is(err, ErrCommittee) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

func TestCommitteeLookUp(t *testing.T) {
	c, keys := testCommittee(t, 3, 2, 2)
	if c.Quorum() != 5 {
		t.Errorf("quorum of 7 is %d, want 5", c.Quorum())
	}
	for i, m := range c.Members {
		if c.IndexOf(m.NodeID) != i || c.IndexOfKey(keys[i].PublicKey()) != i {
			t.Errorf("member %d is not found", i)
		}
	}
	if c.IndexOf(NodeID{9}) != -1 || c.IndexOfKey(bls.KeyFromSeed(nil).PublicKey()) != -1 {
		t.Error("a stranger is found")
	}
}

func TestBitmap(t *testing.T) {
	b, err := BitmapOf(9, []uint16{8, 0, 3, 1, 2, 4})
	if err != nil || !bytes.Equal(b, []byte{0x1f, 0x01}) {
		t.Fatalf("bitmap %x (%v), want 1f01", b, err)
	}
	if got := b.Indices(); !slices.Equal(got, []uint16{0, 1, 2, 3, 4, 8}) || b.Count() != 6 {
		t.Errorf("indices %v, count %d", got, b.Count())
	}
	if b.Clear(3); b.Has(3) || b.Count() != 5 {
		t.Errorf("after Clear: %x", b)
	}
	for _, i := range []int{-1, 9, 15, 16, 1 << 20} {
		if b.Has(i) {
			t.Errorf("has %d", i)
		}
	}
	if _, err := BitmapOf(9, []uint16{9}); !errors.Is(err, ErrSigners) {
		t.Errorf("index out of range: %v", err)
	}
	if _, err := BitmapOf(9, []uint16{4, 4}); !errors.Is(err, ErrSigners) {
		t.Errorf("index twice: %v", err)
	}
	for _, tt := range []struct {
		members int
		bits    Bitmap
		ok      bool
	}{
		{0, nil, true}, {0, Bitmap{0}, false}, {8, Bitmap{0xff}, true}, {7, Bitmap{0xff}, false}, {7, Bitmap{0x7f}, true},
		{9, Bitmap{0xff, 0x01}, true}, {9, Bitmap{0xff, 0x02}, false}, {9, Bitmap{0xff}, false}, {9, Bitmap{0xff, 0, 0}, false},
	} {
		if err := tt.bits.Check(tt.members); (err == nil) != tt.ok || err != nil && !errors.Is(err, ErrSigners) {
			t.Errorf("%x of %d members: %v, want ok %t", []byte(tt.bits), tt.members, err, tt.ok)
		}
	}
}

func TestThresholdsAreConsistent(t *testing.T) {
	for n := 1; n <= 2000; n++ {
		q := Quorum.MinWeight(n)
		if 3*q < 2*n+1 || 3*(q-1) >= 2*n+1 {
			t.Fatalf("n = %d: quorum %d is not the least with 3w >= 2n+1", n, q)
		}
		o := ReferenceOneCorrect.MinWeight(n)
		if 3*o < n+1 || 3*(o-1) >= n+1 {
			t.Fatalf("n = %d: one correct %d is not the least with 3w >= n+1", n, o)
		}
		if 2*q-n <= MaxFaulty(n) {
			t.Fatalf("n = %d: two quorums share %d shards, all of which may be faulty", n, 2*q-n)
		}
		if IsQuorum(n, q) != true || IsValidity(n, MaxFaulty(n)) || !IsTwoThirds(n, 2*MaxFaulty(n)+1) || !IsReferenceOneCorrect(n, o) {
			t.Fatalf("n = %d: a helper disagrees with its threshold", n)
		}
	}
	if Threshold(99).IsMet(10, 10) {
		t.Error("an unknown threshold is met by everybody")
	}
}

func TestCollector(t *testing.T) {
	c, keys := testCommittee(t, 4, 3, 2, 1)
	message := Availability{Size: 1}.Message(5)
	k := NewCollector(c, message, Quorum)
	signed := func(i int) SignedMessage { return Sign(keys[i], message) }

	if _, err := k.Certificate(); !errors.Is(err, ErrNoQuorum) {
		t.Errorf("certificate of nobody: %v", err)
	}
	if err := k.Add(4, signed(0)); !errors.Is(err, ErrSigners) {
		t.Errorf("member 4 of 4: %v", err)
	}
	if err := k.Add(-1, signed(0)); !errors.Is(err, ErrSigners) {
		t.Errorf("member -1: %v", err)
	}
	if err := k.Add(0, Sign(keys[0], Availability{Size: 2}.Message(5))); !errors.Is(err, ErrWrongContents) {
		t.Errorf("another message: %v", err)
	}
	if err := k.Add(0, signed(0)); err != nil {
		t.Error(err)
	}
	if err := k.Add(0, signed(0)); !errors.Is(err, ErrSigners) {
		t.Errorf("member 0 again: %v", err)
	}
	// Member 1 sends a valid signature of something else; with it there seems to be enough.
	if err := k.Add(1, SignedMessage{message, keys[1].Sign([]byte("something else"))}); err != nil {
		t.Error(err)
	}
	if !k.Enough() || k.Weight() != 7 || k.Missing() != 0 {
		t.Errorf("weight %d, missing %d", k.Weight(), k.Missing())
	}
	if _, err := k.Certificate(); !errors.Is(err, ErrNoQuorum) {
		t.Errorf("with a forged share: %v", err)
	}
	if !slices.Equal(k.Rejected(), []uint16{1}) || k.Weight() != 4 || k.Missing() != 3 {
		t.Errorf("rejected %v, weight %d, missing %d", k.Rejected(), k.Weight(), k.Missing())
	}
	if err := k.Add(1, signed(1)); !errors.Is(err, ErrBadSignature) {
		t.Errorf("the forger again: %v", err)
	}
	for _, i := range []int{2, 3} {
		if err := k.Add(i, signed(i)); err != nil {
			t.Error(err)
		}
	}
	cert, err := k.Certificate()
	if err != nil || !slices.Equal(cert.Signers.Indices(), []uint16{0, 2, 3}) {
		t.Fatalf("certificate %+v, %v", cert, err)
	}
	if err := cert.VerifyAvailability(c, Availability{Size: 1}); err != nil {
		t.Error(err)
	}
	// A later forger does not change a certificate that was handed out.
	if k.have.Set(1); cert.Signers.Has(1) {
		t.Error("the certificate shares its bitmap with the collector")
	}
}

func TestCollectorDropsForgersAndSucceeds(t *testing.T) {
	c, keys := testCommittee(t, 4, 3, 2, 1)
	message := InvalidBlob{NShards: 10}.Message(5)
	k := NewCollector(c, message, Quorum)
	for i := range keys {
		s := Sign(keys[i], message)
		if i == 3 {
			s.Signature = bls.Signature{} // no point at all
		}
		if err := k.Add(i, s); err != nil {
			t.Error(err)
		}
	}
	cert, err := k.Certificate()
	if err != nil || !slices.Equal(k.Rejected(), []uint16{3}) {
		t.Fatalf("%v, rejected %v", err, k.Rejected())
	}
	if err := cert.Verify(c, Quorum); err != nil {
		t.Error(err)
	}
}

func TestCollectorOfAnotherEpoch(t *testing.T) {
	c, keys := testCommittee(t, 1)
	for _, tt := range []struct {
		message []byte
		want    error
	}{{Availability{}.Message(6), ErrWrongEpoch}, {[]byte("no header"), ErrMalformed}, {nil, ErrMalformed}} {
		k := NewCollector(c, tt.message, Quorum)
		if err := k.Add(0, Sign(keys[0], tt.message)); err != nil {
			t.Error(err)
		}
		if _, err := k.Certificate(); !errors.Is(err, tt.want) {
			t.Errorf("%q: %v, want %v", tt.message, err, tt.want)
		}
	}
}
