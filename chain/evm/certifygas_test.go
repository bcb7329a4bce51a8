package evm

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"walrus/attest"
	"walrus/chain"
	"walrus/chain/chaintest"
)

// TestCertifyGas: what CertifyGas says is what certifying takes on both chains, within 1 %, and what the contracts' own tests have measured with a large committee (docs/contracts.md).
func TestCertifyGas(t *testing.T) {
	t.Parallel()
	t.Run("anvil", func(t *testing.T) { testCertifyGas(t, chaintest.StartAnvil(t).URL) })
	t.Run("devchain", func(t *testing.T) { testCertifyGas(t, startDevchain(t).url) })
	for _, c := range []struct {
		members, absent, blobs int
		pooled                 bool
		measured               uint64
	}{{1, 0, 1, false, 271_351}, {10, 3, 1, false, 285_224}, {100, 0, 1, false, 273_815}, {100, 30, 1, false, 352_287}, {100, 0, 100, false, 4_285_000}, {100, 0, 10, true, 617_320}, {100, 0, 100, true, 3_967_200}} {
		near(t, fmt.Sprintf("%d of %d members, %d blobs, pooled %v", c.members-c.absent, c.members, c.blobs, c.pooled), CertifyGas(c.members, c.absent, c.blobs, false, c.pooled), c.measured)
	}
}

func near(t *testing.T, what string, estimate, measured uint64) {
	t.Helper()
	t.Logf("%s: measured %d, estimate %d", what, measured, estimate)
	if d := max(estimate, measured) - min(estimate, measured); d*100 > measured {
		t.Errorf("%s: measured %d gas, the estimate is %d", what, measured, estimate)
	}
}

func testCertifyGas(t *testing.T, url string) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	s := setup(t, url, Instant, anvilKeys(t))
	a := s.Account(t, s.Dial(t), 0).(*Account)
	members := len(s.Keys)
	register := func(n int, deletable bool) []attest.ObjectID {
		t.Helper()
		var rs []chain.Registration
		for range n {
			rs = append(rs, chaintest.Registration(1000, 2, deletable))
		}
		r, err := a.Register(ctx, rs, 1<<40, nil)
		if err != nil {
			t.Fatal(err)
		}
		return r.Objects
	}
	register(1, false) // the first of an account costs more
	for _, weight := range []int{100, 67} {
		for _, deletable := range []bool{false, true} {
			id := register(1, deletable)[0]
			sig, bitmap := s.Certificate(ctx, t, a, id, weight, nil)
			r, err := a.Certify(ctx, id, sig, bitmap, nil)
			if err != nil {
				t.Fatal(err)
			}
			absent := members - attest.Bitmap(bitmap).Count()
			near(t, fmt.Sprintf("one, deletable %v, %d absent", deletable, absent), CertifyGas(members, absent, 1, deletable, false), r.Gas)
		}
	}
	for _, n := range []int{2, 10, 50} {
		for _, deletable := range []bool{false, true} {
			_, claims, sig, bitmap := certificateOf(ctx, t, s, a, register(n, deletable))
			r, err := a.CertifyBatch(ctx, claims, sig, bitmap, nil)
			if err != nil {
				t.Fatal(err)
			}
			near(t, fmt.Sprintf("batch of %d, deletable %v", n, deletable), CertifyGas(members, 0, n, deletable, false), r.Gas)
		}
	}
	pool, err := a.CreatePool(ctx, 1<<30, 3, false, 1<<40)
	if err != nil {
		t.Fatal(err)
	}
	registerPooled := func(n int, deletable bool) (claims []chain.Claim, blobs []chain.Blob) {
		t.Helper()
		var rs []chain.PooledRegistration
		for range n {
			r := chaintest.Registration(1000, 2, deletable)
			rs = append(rs, chain.PooledRegistration{BlobID: r.BlobID, Root: r.Root, Size: r.Size, Encoding: r.Encoding, Deletable: deletable})
		}
		if _, err := a.RegisterPooled(ctx, pool.Objects[0], rs, 1<<40, nil); err != nil {
			t.Fatal(err)
		}
		for _, r := range rs {
			b, err := a.PooledBlob(ctx, pool.Objects[0], r.BlobID)
			if err != nil {
				t.Fatal(err)
			}
			claims, blobs = append(claims, chain.Claim{Object: pool.Objects[0], BlobID: r.BlobID}), append(blobs, b)
		}
		return claims, blobs
	}
	for _, deletable := range []bool{false, true} {
		_, blobs := registerPooled(1, deletable)
		sig, bitmap := s.PooledCertificate(ctx, t, a, blobs[0])
		r, err := a.CertifyPooled(ctx, pool.Objects[0], blobs[0].BlobID, sig, bitmap, nil)
		if err != nil {
			t.Fatal(err)
		}
		near(t, fmt.Sprintf("one in a pool, deletable %v", deletable), CertifyGas(members, 0, 1, deletable, true), r.Gas)
		for _, n := range []int{2, 10} {
			claims, blobs := registerPooled(n, deletable)
			sig, bitmap := s.BatchCertificate(ctx, t, a, blobs)
			r, err := a.CertifyBatch(ctx, claims, sig, bitmap, nil)
			if err != nil {
				t.Fatal(err)
			}
			near(t, fmt.Sprintf("batch of %d in a pool, deletable %v", n, deletable), CertifyGas(members, 0, n, deletable, true), r.Gas)
		}
	}
}

// TestEmptyLists: a call for nothing is refused before anything is asked of a chain.
func TestEmptyLists(t *testing.T) {
	var a Account // with no chain behind it
	for name, call := range map[string]func() (chain.Receipt, error){
		"Register":          func() (chain.Receipt, error) { return a.Register(t.Context(), nil, 1, nil) },
		"RegisterPooled":    func() (chain.Receipt, error) { return a.RegisterPooled(t.Context(), attest.ObjectID{1}, nil, 1, nil) },
		"CertifyBatch":      func() (chain.Receipt, error) { return a.CertifyBatch(t.Context(), nil, [96]byte{}, nil, nil) },
		"ExtendBatch":       func() (chain.Receipt, error) { return a.ExtendBatch(t.Context(), nil, 1) },
		"Burn":              func() (chain.Receipt, error) { return a.Burn(t.Context(), nil) },
		"DeletePooled":      func() (chain.Receipt, error) { return a.DeletePooled(t.Context(), attest.ObjectID{1}, nil) },
		"BurnExpiredPooled": func() (chain.Receipt, error) { return a.BurnExpiredPooled(t.Context(), attest.ObjectID{1}, nil) },
	} {
		if _, err := call(); err == nil || !strings.HasPrefix(err.Error(), "nothing to ") {
			t.Errorf("%s of nothing: %v", name, err)
		}
	}
}
