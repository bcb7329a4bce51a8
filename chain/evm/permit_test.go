package evm

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"io"
	"maps"
	"math"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"walrus/chain"
	"walrus/chain/chaintest"
)

// lying is an endpoint that passes everything on to url, but says another address wherever the answer has one.
func lying(t *testing.T, url string, truth, lie chain.Address) string {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		resp, err := http.Post(url, "application/json", r.Body)
		if err != nil {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		defer resp.Body.Close()
		b, err := io.ReadAll(resp.Body)
		if err != nil {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(bytes.ReplaceAll(b, []byte(hex.EncodeToString(truth[:])), []byte(hex.EncodeToString(lie[:]))))
	}))
	t.Cleanup(s.Close)
	return s.URL
}

// TestPermitBehindUnmined: a payment does not go out while an earlier transaction, which may hold the same permit counter, is unmined.
func TestPermitBehindUnmined(t *testing.T) {
	t.Parallel()
	a := chaintest.StartAnvil(t)
	p, keys := testCommittee(t, 4, 7)
	p.Prove = prover(p, keys)
	r, err := Deploy(t.Context(), a.URL, anvilKey(t, 0), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	c, err := Dial(t.Context(), Options{URLs: []string{a.URL}, Registry: r.Network.Registry, Resubmit: 100 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	acct, err := c.Account(anvilKey(t, 0))
	if err != nil {
		t.Fatal(err)
	}
	a.Call(t, nil, "evm_setAutomine", false)
	a.Call(t, new(string), "eth_sendTransaction", map[string]any{"from": acct.Address().String(), "to": chain.Address{1}.String(), "value": "0x1"})
	if _, _, err := acct.permit(t.Context(), 1000); err == nil || !strings.Contains(err.Error(), "1 transactions that are still unmined") {
		t.Errorf("permit behind an unmined transaction: %v", err)
	}
	a.Call(t, nil, "evm_mine")
	if _, _, err := acct.permit(t.Context(), 1000); err != nil {
		t.Errorf("permit after it was mined: %v", err)
	}
}

// TestRegisterAsksLittle: what a registration has to know takes few requests, each of which is a round trip: price and balance, the contracts, the permit's counter, the gas, the account's nonce and
// balance; and one hands over the transaction. Waiting for it takes as many as it lasts.
func TestRegisterAsksLittle(t *testing.T) {
	t.Parallel()
	s := setup(t, chaintest.StartAnvil(t).URL, Instant, anvilKeys(t))
	asked := counting(t, s.URL, func(body []byte) bool {
		return !bytes.Contains(body, []byte("eth_getTransactionReceipt")) && !bytes.Contains(body, []byte("eth_blockNumber"))
	})
	a := s.Account(t, s.Dial(t, asked.url), 0).(*Account)
	least := int64(math.MaxInt64)
	for range 6 { // a connection that is new shows its network first; two may be used at once, and are new at different times
		asked.count.Store(0)
		if _, err := a.Register(t.Context(), []chain.Registration{chaintest.Registration(1000, 2, false)}, 1<<40, nil); err != nil {
			t.Fatal(err)
		}
		least = min(least, asked.count.Load())
	}
	if least != 6 {
		t.Errorf("a registration took %d requests, want 6", least)
	}
}

// TestPermitToLiar: an endpoint that names its own address as Storage gets no permit when another endpoint or the configuration knows better.
func TestPermitToLiar(t *testing.T) {
	t.Parallel()
	a := chaintest.StartAnvil(t)
	p, keys := testCommittee(t, 4, 7)
	p.Prove = prover(p, keys)
	r, err := Deploy(t.Context(), a.URL, anvilKey(t, 0), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	truth, lie := r.Network.Parts[partStorage], chain.Address{0xba, 0xad}
	liar := lying(t, a.URL, truth, lie)
	permit := func(urls ...string) error {
		c, err := Dial(t.Context(), Options{URLs: urls, Registry: r.Network.Registry, Expect: &chain.Network{ID: r.Network.ID}})
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		acct, err := c.Account(anvilKey(t, 0))
		if err != nil {
			t.Fatal(err)
		}
		_, _, err = acct.permit(t.Context(), 1000)
		return err
	}
	for _, urls := range [][]string{{liar, a.URL}, {a.URL, liar}, {liar, "http://127.0.0.1:1", a.URL}} {
		if err := permit(urls...); !errors.Is(err, chain.ErrWrongNetwork) || !strings.Contains(err.Error(), truth.String()) || !strings.Contains(err.Error(), lie.String()) {
			t.Errorf("permit with %d endpoints: %v", len(urls), err)
		}
	}
	for _, urls := range [][]string{{a.URL}, {a.URL, a.URL}, {"http://127.0.0.1:1", a.URL}} {
		if err := permit(urls...); err != nil {
			t.Errorf("permit with %d honest endpoints: %v", len(urls), err)
		}
	}
	want := chain.Network{Parts: maps.Clone(r.Network.Parts)}
	if c, err := Dial(t.Context(), Options{URLs: []string{liar}, Registry: r.Network.Registry, Expect: &want}); !errors.Is(err, chain.ErrWrongNetwork) || !strings.Contains(err.Error(), truth.String()) || !strings.Contains(err.Error(), lie.String()) {
		t.Errorf("dial a liar with known parts: %v", err)
		if err == nil {
			c.Close()
		}
	}
	c, err := Dial(t.Context(), Options{URLs: []string{liar, a.URL}, Registry: r.Network.Registry, Expect: &want})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if n, _ := c.Network(t.Context()); n.Parts[partStorage] != truth {
		t.Errorf("Storage at %v, want %v", n.Parts[partStorage], truth)
	}
}

// TestPaymentsWithoutTurns: programs that know nothing of each other void each other's permits when they pay at once from one account; all payments get through all the same.
func TestPaymentsWithoutTurns(t *testing.T) {
	t.Parallel()
	s := setup(t, startDevchain(t).url, Instant, anvilKeys(t))
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	var wg sync.WaitGroup
	var paid atomic.Uint64
	acct := s.Account(t, s.Dial(t), 0).(*Account)
	before, err := acct.Balances(ctx, acct.Address())
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		a := s.Account(t, s.Dial(t), 0).(*Account)
		a.Client.turn = nil
		wg.Go(func() {
			for i := range 4 {
				r, err := a.Register(ctx, []chain.Registration{chaintest.Registration(100, 1, true)}, 1<<40, nil)
				if err != nil {
					t.Errorf("registration %d: %v", i, err)
				}
				paid.Add(r.WAL)
			}
		})
	}
	wg.Wait()
	after, err := acct.Balances(ctx, acct.Address())
	if err != nil || before.WAL-after.WAL != paid.Load() || paid.Load() != 8*120_000 {
		t.Errorf("paid %d, the receipts say %d, %v", before.WAL-after.WAL, paid.Load(), err)
	}
}
