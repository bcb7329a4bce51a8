package chaintest

import (
	"fmt"
	"math/big"
	"testing"

	"walrus/chain"
)

// A Gas is what one call used.
type Gas struct {
	Call string
	Gas  uint64
	Tx   chain.TxHash
}

// GasOf makes every kind of call once on a fresh network, and says what each used. Two chains with the same rules give the same list,
// but for the price of zero bytes in signatures.
func (s *Setup) GasOf(t *testing.T) (list []Gas) {
	t.Helper()
	ctx := s.context(t)
	r := s.Dial(t)
	a, b := s.Account(t, r, 0), s.Account(t, r, 1)
	note := func(name string, got chain.Receipt, err error) chain.Receipt {
		t.Helper()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		list = append(list, Gas{name, got.Gas, got.Tx})
		return got
	}
	// The same blobs on every chain: gas depends on the bytes of a call's arguments.
	batch := func(first, n int, deletable bool) (rs []chain.Registration) {
		for i := range n {
			rs = append(rs, fixedRegistration(first+i, 1000, 2, deletable))
		}
		return rs
	}
	pay := func(name string, rs []chain.Registration) chain.Receipt {
		t.Helper()
		got, err := a.Register(ctx, rs, 1<<40, nil)
		return note(name, got, err)
	}
	permanent := pay("register, first of an account", batch(0, 1, false)).Objects[0]
	pay("register", batch(1, 1, false))
	deletable := pay("register 10", batch(2, 10, true)).Objects[0]
	pay("register 100", batch(12, 100, true))
	sys, err := r.System(ctx)
	if err != nil {
		t.Fatal(err)
	}
	quorum := int(sys.NShards) - (int(sys.NShards)-1)/3
	sig, bits := s.Certificate(ctx, t, r, permanent, quorum, nil)
	got, err := a.Certify(ctx, permanent, sig, bits, nil)
	note(fmt.Sprintf("certify, quorum of %d members", len(s.Keys)), got, err)
	sig, bits = s.Certificate(ctx, t, r, deletable, int(sys.NShards), nil)
	got, err = a.Certify(ctx, deletable, sig, bits, nil)
	note(fmt.Sprintf("certify, all of %d members", len(s.Keys)), got, err)
	got, err = a.Extend(ctx, permanent, 1, 1<<40, nil)
	note("extend", got, err)
	got, err = a.TransferObject(ctx, permanent, b.Address())
	note("transfer", got, err)
	got, err = a.Delete(ctx, deletable)
	note("delete", got, err)
	got, err = a.SendWAL(ctx, chain.Address{0xaa, 19: 1}, 12345)
	note("send WAL", got, err)
	got, err = a.SendNative(ctx, chain.Address{0xaa, 19: 1}, big.NewInt(12345))
	note("send native", got, err)
	return list
}
