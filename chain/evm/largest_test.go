package evm

import (
	"context"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"walrus/attest"
	"walrus/chain"
	"walrus/chain/chaintest"
	"walrus/contracts/bindings"
)

// TestLargestBatch: as many blobs as fit into one transaction are registered, certified and extended by one each, on both EVMs; and with too little gas none of them is.
func TestLargestBatch(t *testing.T) {
	t.Parallel()
	t.Run("anvil", func(t *testing.T) { testLargestBatch(t, chaintest.StartAnvil(t).URL) })
	t.Run("devchain", func(t *testing.T) { testLargestBatch(t, startDevchain(t).url) })
}

func testLargestBatch(t *testing.T, url string) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	s := setup(t, url, Instant, anvilKeys(t))
	a := s.Account(t, s.Dial(t), 0).(*Account)
	several := func(n int) (rs []chain.Registration) {
		for range n {
			rs = append(rs, chaintest.Registration(1000, 2, false))
		}
		return rs
	}
	const some = 20
	for range 2 { // the first of an account and of an epoch costs more
		if _, err := a.Register(ctx, several(1), 1<<40, nil); err != nil {
			t.Fatal(err)
		}
	}
	one, err := a.Register(ctx, several(1), 1<<40, nil)
	if err != nil {
		t.Fatal(err)
	}
	starved(ctx, t, a, several(some))
	first, err := a.Register(ctx, several(some), 1<<40, nil)
	if err != nil {
		t.Fatal(err)
	}
	each := (first.Gas-one.Gas)/(some-1) + 1

	// What is left free is what an estimate may be off by: the price of a permit's bytes, and memory, which grows faster than the batch.
	n := int((maxTxGas - one.Gas) / (each + each/50))
	_, err = a.Register(ctx, several(n+n/8), 1<<40, nil)
	want(t, err, "the chain allows 16777216", "split it into smaller calls")
	nonce, err := a.Nonce(ctx, a.Address())
	if err != nil {
		t.Fatal(err)
	}
	all, err := a.Register(ctx, several(n), 1<<40, nil)
	if err != nil || len(all.Objects) != n {
		t.Fatalf("%d registrations at once: %d objects, %v", n, len(all.Objects), err)
	}
	if after, err := a.Nonce(ctx, a.Address()); err != nil || after != nonce+2*uint64(n) {
		t.Errorf("%d ids were drawn, %v; want %d", after-nonce, err, 2*n)
	}
	certified, claims, sig, bitmap := certificateOf(ctx, t, s, a, all.Objects)
	if certified != 0 {
		t.Fatalf("%d objects are certified already", certified)
	}
	c, err := a.CertifyBatch(ctx, claims, sig, bitmap, nil)
	if err != nil {
		t.Fatal(err)
	}
	var es []chain.Extension
	for _, object := range all.Objects {
		es = append(es, chain.Extension{Object: object, Epochs: 3})
	}
	e, err := a.ExtendBatch(ctx, es, 1<<40)
	if err != nil {
		t.Fatal(err)
	}
	if certified, _, _, _ := certificateOf(ctx, t, s, a, all.Objects); certified != n {
		t.Errorf("%d of %d objects are certified", certified, n)
	}
	t.Logf("%d blobs in a transaction: %d gas to register, %d to certify, %d to extend", n, all.Gas, c.Gas, e.Gas)
	if all.Gas > maxTxGas || all.Gas < maxTxGas*9/10 {
		t.Errorf("the largest batch took %d gas of %d", all.Gas, maxTxGas)
	}

	// A certificate of many with too little gas.
	certified, claims, sig, bitmap = certificateOf(ctx, t, s, a, first.Objects)
	point, err := certificatePoint(sig, bitmap)
	if err != nil || certified != 0 {
		t.Fatal(certified, err)
	}
	list := make([]bindings.IStorageRecordsClaim, len(claims))
	for i, c := range claims {
		list[i] = bindings.IStorageRecordsClaim{Id: c.Object}
	}
	data := storageABI.PackCertifyBatch(list, point, bitmap)
	for _, gas := range []uint64{100_000, 300_000, 600_000, 800_000, 1_000_000} {
		_, err := a.sender.send(ctx, call{To: &a.parts.storage, Data: data, Gas: gas}, nil)
		certified, _, _, _ := certificateOf(ctx, t, s, a, first.Objects)
		if (err == nil) != (certified == some) || certified != 0 && certified != some {
			t.Errorf("with %d gas %d of %d are certified, %v", gas, certified, some, err)
		}
		if err == nil {
			return
		}
	}
	if _, err := a.CertifyBatch(ctx, claims, sig, bitmap, nil); err != nil {
		t.Errorf("after all that: %v", err)
	}
}

// starved sends a registration with too little gas, more each time: nothing is made, drawn, paid or allowed.
func starved(ctx context.Context, t *testing.T, a *Account, rs []chain.Registration) {
	t.Helper()
	p, _, err := a.permit(ctx, 1<<40)
	if err != nil {
		t.Fatal(err)
	}
	data := storageABI.PackRegister(registrations(rs), new(big.Int).SetUint64(1<<40), p)
	type facts struct {
		wal, drawn uint64
		used       uint64
		allowance  string
	}
	look := func() (f facts) {
		t.Helper()
		b, err := a.Balances(ctx, a.Address())
		if err != nil {
			t.Fatal(err)
		}
		sys, err := view(ctx, a.Client, a.parts.storage, storageABI.PackSystem(), storageABI.UnpackSystem)
		if err != nil {
			t.Fatal(err)
		}
		left, err := view(ctx, a.Client, a.parts.wal, walABI.PackAllowance(a.sender.from, a.parts.storage), walABI.UnpackAllowance)
		if err != nil {
			t.Fatal(err)
		}
		f.wal, f.used, f.allowance = b.WAL, sys.UsedCapacity, left.String()
		if f.drawn, err = a.Nonce(ctx, a.Address()); err != nil {
			t.Fatal(err)
		}
		return f
	}
	before := look()
	needed, err := a.sender.estimate(ctx, call{To: &a.parts.storage, Data: data})
	if err != nil {
		t.Fatal(err)
	}
	needed = needed * 100 / (100 + gasMargin)
	for _, percent := range []uint64{20, 50, 80, 95} {
		if _, err := a.sender.send(ctx, call{To: &a.parts.storage, Data: data, Gas: needed * percent / 100}, nil); err == nil {
			t.Errorf("registered with %d %% of the gas", percent)
		}
		if after := look(); after != before {
			t.Errorf("with %d %% of the gas: %+v, before %+v", percent, after, before)
		}
	}
}

// certificateOf makes what it takes to certify objects at once; certified is how many of them are already.
func certificateOf(ctx context.Context, t *testing.T, s *chaintest.Setup, a *Account, objects []attest.ObjectID) (certified int, claims []chain.Claim, sig [96]byte, bitmap []byte) {
	t.Helper()
	var records []chain.Blob
	for _, object := range objects {
		b, err := a.Blob(ctx, object)
		if err != nil {
			t.Fatal(err)
		}
		if b.IsCertified {
			certified++
		}
		records = append(records, b)
		claims = append(claims, chain.Claim{Object: object})
	}
	sig, bitmap = s.BatchCertificate(ctx, t, a, records)
	return certified, claims, sig, bitmap
}

// TestVersionBefore: contracts of the version before are refused at the start, with the way out.
func TestVersionBefore(t *testing.T) {
	t.Parallel()
	anvil := chaintest.StartAnvil(t)
	s := setup(t, anvil.URL, Instant, anvilKeys(t))
	n, err := s.Dial(t).Network(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	const version = 2 // slot of Registry (contracts/tools/layout.json)
	var word common.Hash
	anvil.Call(t, &word, "eth_getStorageAt", common.Address(n.Registry), common.BigToHash(big.NewInt(version)), "latest")
	if word[31] != FormatVersion || word[30] != 0 {
		t.Fatalf("slot %d of the Registry = %v", version, word)
	}
	word[31]--
	anvil.Call(t, nil, "anvil_setStorageAt", common.Address(n.Registry), common.BigToHash(big.NewInt(version)), word)
	c, err := Dial(t.Context(), Options{URLs: []string{anvil.URL}, Registry: n.Registry, Finality: Instant})
	if err == nil {
		c.Close()
	}
	want(t, err, "format version 2", "knows 3", "devnet --reset", "the program that the network was deployed with")
}

func want(t *testing.T, err error, words ...string) {
	t.Helper()
	for _, w := range words {
		if err == nil || !strings.Contains(err.Error(), w) {
			t.Errorf("error %v does not say %q", err, w)
		}
	}
}
