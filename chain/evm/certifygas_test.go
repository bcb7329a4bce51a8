package evm

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/ethclient"

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

// bounded holds certifyBound, which a certification of n blobs with the signatures in bitmap has got as its limit, to what the chain estimates for it, with 5 % to spare.
func bounded(ctx context.Context, t *testing.T, a *Account, what string, r chain.Receipt, bitmap []byte, n int) {
	t.Helper()
	var limit, needed uint64
	if err := a.do(ctx, func(ctx context.Context, ec *ethclient.Client) error {
		tx, _, err := ec.TransactionByHash(ctx, common.Hash(r.Tx))
		if err != nil {
			return err
		}
		limit = tx.Gas()
		needed, err = ec.EstimateGasAtBlock(ctx, ethereum.CallMsg{From: a.sender.from, To: tx.To(), Data: tx.Data()}, new(big.Int).SetUint64(r.Block-1))
		return err
	}); err != nil {
		t.Fatal(err)
	}
	t.Logf("%s: limit %d, needed %d", what, limit, needed)
	if want := certifyBound(bitmap, n); limit != want {
		t.Errorf("%s: the limit was %d gas, not its bound of %d", what, limit, want)
	}
	if limit < needed+needed/20 {
		t.Errorf("%s: the limit was %d gas, %d are needed", what, limit, needed)
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
			what := fmt.Sprintf("one, deletable %v, %d absent", deletable, absent)
			near(t, what, CertifyGas(members, absent, 1, deletable, false), r.Gas)
			bounded(ctx, t, a, what, r, bitmap, 1)
		}
	}
	for _, n := range []int{2, 10, 50} {
		for _, deletable := range []bool{false, true} {
			_, claims, sig, bitmap := certificateOf(ctx, t, s, a, register(n, deletable))
			r, err := a.CertifyBatch(ctx, claims, sig, bitmap, nil)
			if err != nil {
				t.Fatal(err)
			}
			what := fmt.Sprintf("batch of %d, deletable %v", n, deletable)
			near(t, what, CertifyGas(members, 0, n, deletable, false), r.Gas)
			bounded(ctx, t, a, what, r, bitmap, n)
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
		what := fmt.Sprintf("one in a pool, deletable %v", deletable)
		near(t, what, CertifyGas(members, 0, 1, deletable, true), r.Gas)
		bounded(ctx, t, a, what, r, bitmap, 1)
		for _, n := range []int{2, 10} {
			claims, blobs := registerPooled(n, deletable)
			sig, bitmap := s.BatchCertificate(ctx, t, a, blobs)
			r, err := a.CertifyBatch(ctx, claims, sig, bitmap, nil)
			if err != nil {
				t.Fatal(err)
			}
			what := fmt.Sprintf("batch of %d in a pool, deletable %v", n, deletable)
			near(t, what, CertifyGas(members, 0, n, deletable, true), r.Gas)
			bounded(ctx, t, a, what, r, bitmap, n)
		}
	}
}

// A counter is an endpoint that passes everything on, and counts some requests.
type counter struct {
	url   string
	count atomic.Int64
}

func counting(t *testing.T, url string, counts func(body []byte) bool) *counter {
	c := new(counter)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b, err := io.ReadAll(r.Body)
		if err != nil {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		if counts(b) {
			c.count.Add(1)
		}
		resp, err := http.Post(url, "application/json", bytes.NewReader(b))
		if err != nil {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		defer resp.Body.Close()
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.Copy(w, resp.Body)
	}))
	t.Cleanup(s.Close)
	c.url = s.URL
	return c
}

// TestCertifyWithoutEstimate: certifying asks for no estimate, unless the bound of its gas does not suffice or the contracts refuse; then nothing is sent without one.
func TestCertifyWithoutEstimate(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	anvil := chaintest.StartAnvil(t)
	s := setup(t, anvil.URL, Instant, anvilKeys(t))
	asked := counting(t, s.URL, func(body []byte) bool { return bytes.Contains(body, []byte("eth_estimateGas")) })
	a := s.Account(t, s.Dial(t, asked.url), 0).(*Account)
	var several []chain.Registration
	for range 3 {
		several = append(several, chaintest.Registration(1000, 2, false))
	}
	r, err := a.Register(ctx, several, 1<<40, nil)
	if err != nil {
		t.Fatal(err)
	}
	certificate := func(i int) ([96]byte, []byte) { return s.Certificate(ctx, t, a, r.Objects[i], 67, nil) }
	expect := func(what string, sent *journal, transactions int, estimates int64) {
		t.Helper()
		if got := asked.count.Swap(0); len(sent.hashes) != transactions || got != estimates {
			t.Errorf("%s: %d transactions and %d estimates, want %d and %d", what, len(sent.hashes), got, transactions, estimates)
		}
	}
	asked.count.Store(0)
	sig, bitmap := certificate(0)
	j := newJournal()
	if _, err := a.Certify(ctx, r.Objects[0], sig, bitmap, j.sent); err != nil {
		t.Fatal(err)
	}
	expect("a certificate", j, 1, 0)

	j = newJournal()
	_, err = a.Certify(ctx, r.Objects[0], sig, bitmap, j.sent)
	var refused *chain.RevertError
	if !errors.As(err, &refused) || refused.Name != "BlobAlreadyCertified" {
		t.Errorf("again: %v", err)
	}
	expect("again", j, 0, 1)

	for i, low := range map[int]uint64{1: 100_000, 2: 300_000} { // it ends before the signature is checked, and there
		sig, bitmap := certificate(i)
		point, err := certificatePoint(sig, bitmap)
		if err != nil {
			t.Fatal(err)
		}
		j = newJournal()
		if _, err := a.transact(ctx, call{To: &a.parts.storage, Data: storageABI.PackCertify(r.Objects[i], point, bitmap), Bound: low}, j.sent); err != nil {
			t.Errorf("with %d gas: %v", low, err)
		}
		expect(fmt.Sprintf("%d gas", low), j, 1, 1)
	}
	for i := range several {
		several[i] = chaintest.Registration(1000, 2, true)
	}
	if r, err = a.Register(ctx, several, 1<<40, nil); err != nil {
		t.Fatal(err)
	}
	_, claims, sig, bitmap := certificateOf(ctx, t, s, a, r.Objects)
	_, feeCap, _, _, err := a.sender.outlook(ctx)
	if err != nil {
		t.Fatal(err)
	}
	poor := new(big.Int).Mul(feeCap, new(big.Int).SetUint64(certifyBound(bitmap, len(claims))*95/100))
	anvil.Call(t, nil, "anvil_setBalance", common.Address(a.Address()), hexutil.EncodeBig(poor))
	asked.count.Store(0)
	j = newJournal()
	if _, err := a.CertifyBatch(ctx, claims, sig, bitmap, j.sent); err != nil {
		t.Fatal(err)
	}
	expect("with too little for the bound", j, 1, 1)
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
