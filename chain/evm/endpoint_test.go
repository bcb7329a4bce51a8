package evm

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"walrus/attest"
	"walrus/chain"
	"walrus/chain/chaintest"
)

// TestWrongNetwork: every difference between configuration and chain is shown with both values, at the start and later.
func TestWrongNetwork(t *testing.T) {
	t.Parallel()
	one, two := chaintest.StartAnvil(t), chaintest.StartAnvil(t)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	deploy := func(a *chaintest.Anvil) chain.Network {
		p, keys := testCommittee(t, 4, 7)
		p.Prove = prover(p, keys)
		r, err := Deploy(ctx, a.URL, anvilKey(t, 0), p, nil)
		if err != nil {
			t.Fatal(err)
		}
		return r.Network
	}
	n1, n2 := deploy(one), deploy(two)
	if n1.Registry != n2.Registry || n1.ChainID != n2.ChainID || n1.ID == n2.ID {
		t.Fatalf("networks %+v and %+v", n1, n2) // equal keys, chain ids and addresses; only the salt differs
	}
	for _, c := range []struct {
		name   string
		urls   []string
		reg    chain.Address
		expect chain.Network
		want   []string
	}{
		{"network id", []string{two.URL}, n1.Registry, n1, []string{n1.ID.String(), n2.ID.String()}},
		{"chain id", []string{one.URL}, n1.Registry, chain.Network{ChainID: 1}, []string{"is 1 ", "31337"}},
		{"registry", []string{one.URL}, n1.Registry, chain.Network{Registry: chain.Address{9}}, []string{n1.Registry.String(), chain.Address{9}.String()}},
		{"no contract", []string{one.URL}, chain.Address{9}, chain.Network{}, []string{"no contract", chain.Address{9}.String()}},
		{"another contract", []string{one.URL}, n1.Parts["WAL"], chain.Network{}, []string{"no Registry"}},
		{"both endpoints wrong", []string{two.URL, two.URL}, n1.Registry, n1, []string{n1.ID.String()}},
	} {
		c1, err := Dial(ctx, Options{URLs: c.urls, Registry: c.reg, Expect: &c.expect})
		if !errors.Is(err, chain.ErrWrongNetwork) {
			t.Errorf("%s: %v", c.name, err)
			if err == nil {
				c1.Close()
			}
			continue
		}
		for _, w := range c.want {
			if !strings.Contains(err.Error(), w) {
				t.Errorf("%s: error %q lacks %q", c.name, err, w)
			}
		}
	}

	// An endpoint of another network is passed over like one that is down.
	c, err := Dial(ctx, Options{URLs: []string{two.URL, one.URL}, Registry: n1.Registry, Expect: &n1})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if _, err := c.System(ctx); err != nil {
		t.Error(err)
	}
	if got, _ := c.Network(ctx); got.ID != n1.ID {
		t.Errorf("network %v", got.ID)
	}
}

// TestEndpointChangesNetwork: what answers at an address may change while a stream is open; the stream stops loudly.
func TestEndpointChangesNetwork(t *testing.T) {
	t.Parallel()
	a := chaintest.StartAnvil(t)
	s := setup(t, a.URL, Instant, anvilKeys(t))
	p := chaintest.NewProxy(t, a.URL, 1)
	c := s.Dial(t, p.URL())
	ended := make(chan error, 1)
	caughtUp := make(chan struct{}, 100)
	go func() {
		for e, err := range c.Events(t.Context(), chain.Cursor{}) {
			if err != nil {
				ended <- err
				return
			}
			if e.Kind == chain.BlockPassed {
				caughtUp <- struct{}{}
			}
		}
	}()
	<-caughtUp
	other := chaintest.StartAnvil(t, "--chain-id", "4711")
	p.Redirect(t, other.URL)
	select {
	case err := <-ended:
		if !errors.Is(err, chain.ErrWrongNetwork) {
			t.Errorf("the stream ended with %v", err)
		}
	case <-time.After(20 * time.Second):
		t.Error("the stream goes on")
	}
	if _, err := c.System(t.Context()); !errors.Is(err, chain.ErrWrongNetwork) {
		t.Errorf("reading from another network: %v", err)
	}
	if _, err := c.Availability(t.Context(), [32]byte{}); !errors.Is(err, chain.ErrWrongNetwork) {
		t.Errorf("reading from another network: %v", err)
	}
}

func TestDialErrors(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	if _, err := Dial(ctx, Options{Registry: chain.Address{1}}); err == nil || !strings.Contains(err.Error(), "rpc_urls") {
		t.Errorf("no endpoints: %v", err)
	}
	if _, err := Dial(ctx, Options{URLs: []string{"http://127.0.0.1:1"}}); err == nil || !strings.Contains(err.Error(), "registry") {
		t.Errorf("no registry: %v", err)
	}
	if _, err := Dial(ctx, Options{URLs: []string{"http://127.0.0.1:1"}, Registry: chain.Address{1}}); !errors.Is(err, chain.ErrUnavailable) || !strings.Contains(err.Error(), "127.0.0.1:1") {
		t.Errorf("nothing listens: %v", err)
	}
	if _, err := Dial(ctx, Options{URLs: []string{"gopher://x"}, Registry: chain.Address{1}}); err == nil {
		t.Error("unknown scheme accepted")
	}
}

// TestUnknownVersion: a deployment of a later format is refused, with what to do.
func TestUnknownVersion(t *testing.T) {
	n := chain.Network{Version: FormatVersion + 1, ID: attest.NetworkID{1}}
	if err := checkVersion(n); err == nil || !strings.Contains(err.Error(), fmt.Sprintf("format version %d", FormatVersion+1)) {
		t.Errorf("a later version: %v", err)
	}
	n.Version = FormatVersion
	if err := checkVersion(n); err != nil {
		t.Error(err)
	}
}
