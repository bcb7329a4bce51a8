package evm

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/ethclient"

	"walrus/chain"
)

// answering is an endpoint that gives every question the same answer, the fields behind the id, and counts the questions.
func answering(t *testing.T, answer string) (url string, asked *atomic.Int32) {
	asked = new(atomic.Int32)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		var q struct{ ID json.RawMessage }
		if err := json.NewDecoder(r.Body).Decode(&q); err != nil {
			t.Error(err)
		}
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprintf(w, `{"jsonrpc":"2.0","id":%s,%s}`, q.ID, answer)
	}))
	t.Cleanup(s.Close)
	return s.URL, asked
}

// TestFailover: an endpoint that cannot tell is passed over; one that says no is believed.
func TestFailover(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, answer string
		final        bool
	}{
		{"internal error", `"error":{"code":-32603,"message":"internal error"}`, false},
		{"pruned state", `"error":{"code":-32000,"message":"missing trie node 00 (path )"}`, false},
		{"lagging", `"error":{"code":-32000,"message":"header not found"}`, false},
		{"unknown method", `"error":{"code":-32601,"message":"the method eth_blockNumber does not exist"}`, false},
		{"limit", `"error":{"code":-32005,"message":"limit exceeded"}`, false},
		{"rate limit of another code", `"error":{"code":429,"message":"too many requests"}`, false},
		{"revert", `"error":{"code":3,"message":"execution reverted","data":"0x"}`, true},
		{"revert data", `"error":{"code":-32015,"message":"VM execution error","data":"0x08c379a0"}`, true},
		{"nonce", `"error":{"code":-32000,"message":"nonce too low: next nonce 2, tx nonce 1"}`, true},
		{"funds", `"error":{"code":-32000,"message":"insufficient funds for gas * price + value"}`, true},
		{"fee", `"error":{"code":-32000,"message":"max fee per gas less than block base fee"}`, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			bad, _ := answering(t, c.answer)
			good, asked := answering(t, `"result":"0x5"`)
			number := func(urls ...string) (n uint64, err error) {
				p, err := newEndpoints(urls, 5*time.Second, slog.New(slog.DiscardHandler))
				if err != nil {
					t.Fatal(err)
				}
				defer p.close()
				err = p.do(t.Context(), nil, func(ctx context.Context, ec *ethclient.Client) (err error) {
					n, err = ec.BlockNumber(ctx)
					return err
				})
				return n, err
			}
			n, err := number(bad, good)
			if c.final && (err == nil || asked.Load() != 0) || !c.final && (err != nil || n != 5) {
				t.Errorf("with a good endpoint behind it: block %d, %v, %d questions", n, err, asked.Load())
			}
			message := strings.Split(c.answer, `"`)[7]
			if _, err := number(bad, bad); err == nil || !strings.Contains(err.Error(), message) || c.name != "limit" && errors.Is(err, chain.ErrUnavailable) {
				t.Errorf("when all say so: %v", err)
			}
			if _, err := number(bad, "http://127.0.0.1:1"); err == nil || !strings.Contains(err.Error(), message) || errors.Is(err, chain.ErrUnavailable) == c.final {
				t.Errorf("with one that is down behind it: %v", err)
			}
		})
	}
}
