package evm

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"walrus/chain"
	"walrus/chain/chaintest"
)

// slowAnvil is anvil that mines only when told, with a deployed network and account 0 over it.
func slowAnvil(t *testing.T) (*chaintest.Anvil, *Account) {
	t.Helper()
	a := chaintest.StartAnvil(t)
	s := setup(t, a.URL, Instant, anvilKeys(t))
	acct := s.Account(t, s.Dial(t), 0).(*Account)
	a.Call(t, nil, "evm_setAutomine", false)
	return a, acct
}

// journal notes hashes as a client would.
type journal struct {
	mu     sync.Mutex
	hashes []chain.TxHash
	more   chan struct{}
}

func newJournal() *journal { return &journal{more: make(chan struct{}, 100)} }

func (j *journal) sent(h chain.TxHash) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.hashes = append(j.hashes, h)
	j.more <- struct{}{}
	return nil
}

type sendResult struct {
	chain.Receipt
	error
}

func registerInBackground(ctx context.Context, a *Account, j *journal) <-chan sendResult {
	done := make(chan sendResult, 1)
	go func() {
		r, err := a.Register(ctx, []chain.Registration{chaintest.Registration(100, 1, true)}, 1<<40, j.sent)
		done <- sendResult{r, err}
	}()
	return done
}

// untilPending waits until the endpoint has a transaction that is not mined.
func untilPending(ctx context.Context, t *testing.T, acct *Account, h chain.TxHash) {
	t.Helper()
	for {
		if r, err := acct.Pending(ctx, h); err == nil && r == nil {
			return
		}
		if !sleep(ctx, 10*time.Millisecond) {
			t.Fatalf("transaction %v did not arrive", h)
		}
	}
}

// TestReplacement: a transaction that stays unmined is replaced by one that pays more, the journal hears of both, and only one is ever mined.
func TestReplacement(t *testing.T) {
	t.Parallel()
	a, acct := slowAnvil(t)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	j := newJournal()
	done := registerInBackground(ctx, acct, j)
	<-j.more
	<-j.more // after the time-out
	untilPending(ctx, t, acct, j.hashes[1])
	a.Mine(t, 1)
	got := <-done
	if got.error != nil {
		t.Fatal(got.error)
	}
	if got.Tx != j.hashes[len(j.hashes)-1] || len(got.Objects) != 1 {
		t.Errorf("receipt of %v with %d objects; the journal has %v", got.Tx, len(got.Objects), j.hashes)
	}
	if _, err := acct.Pending(ctx, j.hashes[0]); !errors.Is(err, chain.ErrNotFound) {
		t.Errorf("the replaced transaction: %v", err)
	}
	if n, err := acct.Nonce(ctx, acct.Address()); err != nil || n != 2 {
		t.Errorf("%d objects were made, %v; want a resource and a blob", n, err)
	}
}

// TestDroppedTransaction: a transaction that the endpoint has forgotten is sent again, the same one.
func TestDroppedTransaction(t *testing.T) {
	t.Parallel()
	a, acct := slowAnvil(t)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	j := newJournal()
	done := registerInBackground(ctx, acct, j)
	<-j.more
	untilPending(ctx, t, acct, j.hashes[0]) // anvil drops only what it has
	a.Call(t, nil, "anvil_dropTransaction", common.Hash(j.hashes[0]))
	if _, err := acct.Pending(ctx, j.hashes[0]); !errors.Is(err, chain.ErrNotFound) {
		t.Fatalf("dropped transaction: %v", err)
	}
	untilPending(ctx, t, acct, j.hashes[0]) // back again
	a.Mine(t, 1)
	if got := <-done; got.error != nil {
		t.Fatal(got.error)
	}
}

// TestForeignTransaction: when another program has used the nonce, the call says so instead of waiting for ever or paying again.
func TestForeignTransaction(t *testing.T) {
	t.Parallel()
	a, acct := slowAnvil(t)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	j := newJournal()
	done := registerInBackground(ctx, acct, j)
	<-j.more
	untilPending(ctx, t, acct, j.hashes[0])
	a.Call(t, nil, "anvil_dropTransaction", common.Hash(j.hashes[0]))
	me := common.Address(acct.Address())
	var other common.Hash
	a.Call(t, &other, "eth_sendTransaction", map[string]any{"from": me, "to": me, "nonce": fmt.Sprintf("%#x", nonceOf(t, acct))})
	a.Mine(t, 1)
	got := <-done
	if got.error == nil || !strings.Contains(got.error.Error(), "used by another transaction") {
		t.Errorf("registration whose nonce was taken: %+v", got)
	}
	// The account goes on with the next nonce.
	a.Call(t, nil, "evm_setAutomine", true)
	if _, err := acct.SendNative(ctx, acct.Address(), new(big.Int)); err != nil {
		t.Error(err)
	}
}

func nonceOf(t *testing.T, acct *Account) uint64 {
	t.Helper()
	n, err := acct.endpoints.list[0].client.NonceAt(t.Context(), acct.sender.from, nil)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestContextEndsWhileWaiting: the call returns with the context's error and says that the transaction may still be mined; it can be found later.
func TestContextEndsWhileWaiting(t *testing.T) {
	t.Parallel()
	a, acct := slowAnvil(t)
	ctx, cancel := context.WithCancel(t.Context())
	j := newJournal()
	done := registerInBackground(ctx, acct, j)
	<-j.more
	untilPending(ctx, t, acct, j.hashes[0])
	cancel()
	if got := <-done; !errors.Is(got.error, context.Canceled) || !strings.Contains(got.error.Error(), "may still be mined") {
		t.Errorf("ended with %v", got.error)
	}
	// A new permit must wait for the one in flight.
	later, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	j2 := newJournal()
	done = registerInBackground(later, acct, j2)
	sleep(later, 200*time.Millisecond)
	a.Mine(t, 1)
	a.Call(t, nil, "evm_setAutomine", true)
	if got := <-done; got.error != nil {
		t.Errorf("registration after one that was given up: %v", got.error)
	}
	if r, err := acct.Pending(later, j.hashes[0]); err != nil || r == nil || len(r.Objects) != 1 {
		t.Errorf("the transaction that was given up: %+v, %v", r, err)
	}
}

// TestNoAllowanceLeft: a permit for more than the price leaves nothing that could be taken later.
func TestNoAllowanceLeft(t *testing.T) {
	t.Parallel()
	a := chaintest.StartAnvil(t)
	s := setup(t, a.URL, Instant, anvilKeys(t))
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	acct := s.Account(t, s.Dial(t), 0).(*Account)
	r, err := acct.Register(ctx, []chain.Registration{chaintest.Registration(100, 1, true)}, 1<<40, nil)
	if err != nil {
		t.Fatal(err)
	}
	left, err := view(ctx, acct.Client, acct.parts.wal, walABI.PackAllowance(acct.sender.from, acct.parts.storage), walABI.UnpackAllowance)
	if err != nil || left.Sign() != 0 || r.WAL >= 1<<40 {
		t.Errorf("allowance left: %v, %v; paid %d", left, err, r.WAL)
	}
	domain, err := view(ctx, acct.Client, acct.parts.wal, walABI.PackDOMAINSEPARATOR(), walABI.UnpackDOMAINSEPARATOR)
	if err != nil {
		t.Fatal(err)
	}
	if got := domainSeparator(acct.walName, acct.net.ChainID, acct.parts.wal); common.Hash(domain) != common.BytesToHash(got) {
		t.Errorf("signing domain %x, the token's is %x", got, domain)
	}
}

// TestLowBalanceAlarm: an account that will soon be unable to pay is reported while it still can.
func TestLowBalanceAlarm(t *testing.T) {
	t.Parallel()
	a := chaintest.StartAnvil(t)
	s := setup(t, a.URL, Instant, anvilKeys(t))
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	rich := s.Account(t, s.Dial(t), 0).(*Account)
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	c, err := Dial(ctx, Options{URLs: []string{a.URL}, Registry: chain.Address(rich.parts.registry), Log: slog.New(slog.NewTextHandler(&said, nil))})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	poor, err := c.Account(key)
	if err != nil {
		t.Fatal(err)
	}
	send := func(wei int64) {
		t.Helper()
		if _, err := rich.SendNative(ctx, poor.Address(), big.NewInt(wei)); err != nil {
			t.Fatal(err)
		}
		if _, err := poor.SendNative(ctx, rich.Address(), big.NewInt(1)); err != nil {
			t.Fatal(err)
		}
	}
	send(4e14) // a transfer may cost 4e13
	if !strings.Contains(said.String(), "native balance is low") || !strings.Contains(said.String(), poor.Address().String()) {
		t.Errorf("log: %s", said.String())
	}
	said.Reset()
	send(1e18)
	if said.Len() > 0 {
		t.Errorf("log: %s", said.String())
	}
}
