package evm

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"

	"walrus/chain"
	"walrus/chain/chaintest"
)

// A meddler stands before an endpoint and may answer in its place.
type meddler func(method string, params []json.RawMessage) (answer any, refusal string, meddle bool)

// serve runs a meddler before the endpoint at target. Batches pass untouched.
func (m meddler) serve(t *testing.T, target string) string {
	t.Helper()
	u, err := url.Parse(target)
	if err != nil {
		t.Fatal(err)
	}
	proxy := httputil.NewSingleHostReverseProxy(u)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return
		}
		var q struct {
			ID     json.RawMessage
			Method string
			Params []json.RawMessage
		}
		if json.Unmarshal(body, &q) == nil {
			if answer, refusal, meddle := m(q.Method, q.Params); meddle {
				reply := map[string]any{"jsonrpc": "2.0", "id": q.ID, "result": answer}
				if refusal != "" {
					reply = map[string]any{"jsonrpc": "2.0", "id": q.ID, "error": map[string]any{"code": -32005, "message": refusal}}
				}
				w.Header().Set("Content-Type", "application/json")
				json.NewEncoder(w).Encode(reply)
				return
			}
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		proxy.ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	return s.URL
}

// logsUntil collects the log events of a stream up to a block.
func logsUntil(ctx context.Context, t *testing.T, r chain.Reader, block uint64) (logs []chain.Event) {
	t.Helper()
	for e, err := range r.Events(ctx, chain.Cursor{}) {
		if err != nil {
			t.Fatal(err)
		}
		if e.Kind != chain.BlockPassed {
			logs = append(logs, e)
		} else if e.Cursor.Block >= block {
			return logs
		}
	}
	return logs
}

// TestSmallPages: an endpoint that answers only for few blocks at once slows a stream and listings down, but hides nothing from them.
func TestSmallPages(t *testing.T) {
	t.Parallel()
	a := chaintest.StartAnvil(t)
	s := setup(t, a.URL, Instant, anvilKeys(t))
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	direct := s.Dial(t)
	acct := s.Account(t, direct, 0)
	var last uint64
	for i := range 5 {
		r, err := acct.Register(ctx, []chain.Registration{chaintest.Registration(100, 1, true)}, 1<<40, nil)
		if err != nil {
			t.Fatal(err)
		}
		last = r.Block
		a.Mine(t, 7*i)
	}
	var refused, answered atomic.Int64
	m := meddler(func(method string, params []json.RawMessage) (any, string, bool) {
		if method != "eth_getLogs" {
			return nil, "", false
		}
		var q struct{ FromBlock, ToBlock hexutil.Uint64 }
		if err := json.Unmarshal(params[0], &q); err != nil || q.ToBlock-q.FromBlock >= 4 {
			refused.Add(1)
			return nil, "query exceeds 4 blocks", true
		}
		answered.Add(1)
		return nil, "", false
	})
	bad := s.Dial(t, m.serve(t, a.URL))
	want, got := logsUntil(ctx, t, direct, last), logsUntil(ctx, t, bad, last)
	if fmt.Sprint(got) != fmt.Sprint(want) || len(want) < 5 {
		t.Errorf("in small pages: %v\nwant %v", got, want)
	}
	list, err := bad.BlobsOf(ctx, acct.Address())
	if err != nil || len(list) != 5 {
		t.Errorf("%d blobs, %v", len(list), err)
	}
	if refused.Load() == 0 || answered.Load() < 10 {
		t.Errorf("%d queries refused, %d answered", refused.Load(), answered.Load())
	}
	t.Logf("%d queries refused, %d answered", refused.Load(), answered.Load())
}

// TestLaggingEndpoint: behind a load balancer the head goes back and forth. A stream waits for it and yields everything once, in order.
func TestLaggingEndpoint(t *testing.T) {
	t.Parallel()
	a := chaintest.StartAnvil(t)
	s := setup(t, a.URL, Instant, anvilKeys(t))
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	old := func() json.RawMessage {
		var block json.RawMessage
		a.Call(t, &block, "eth_getBlockByNumber", "latest", false)
		return block
	}()
	var n atomic.Int64
	m := meddler(func(method string, params []json.RawMessage) (any, string, bool) {
		if method != "eth_getBlockByNumber" || string(params[0]) != `"latest"` || n.Add(1)%3 != 0 {
			return nil, "", false
		}
		return old, "", true
	})
	direct, lagging := s.Dial(t), s.Dial(t, m.serve(t, a.URL))
	acct := s.Account(t, direct, 0)
	got := make(chan []chain.Event, 1)
	const news = 10
	go func() {
		var logs []chain.Event
		for e, err := range lagging.Events(ctx, chain.Cursor{}) {
			if err != nil {
				t.Error(err)
				break
			}
			if e.Kind == chain.BlobRegistered {
				logs = append(logs, e)
			}
			if len(logs) == news && e.Kind == chain.BlockPassed {
				break
			}
		}
		got <- logs
	}()
	var last uint64
	for range news {
		r, err := acct.Register(ctx, []chain.Registration{chaintest.Registration(100, 1, true)}, 1<<40, nil)
		if err != nil {
			t.Fatal(err)
		}
		last = r.Block
		sleep(ctx, 60*time.Millisecond)
	}
	var want []chain.Event
	for _, e := range logsUntil(ctx, t, direct, last) {
		if e.Kind == chain.BlobRegistered {
			want = append(want, e)
		}
	}
	if g := <-got; fmt.Sprint(g) != fmt.Sprint(want) {
		t.Errorf("got %v\nwant %v", g, want)
	}
}

// TestTagFinality: with the endpoint's own finality, neither events nor reads show what is not final.
func TestTagFinality(t *testing.T) {
	t.Parallel()
	a := chaintest.StartAnvil(t, "--slots-in-an-epoch", "1") // final after two blocks
	s := setup(t, a.URL, Tag("finalized"), anvilKeys(t))
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	a.Mine(t, 3)
	acct := s.Account(t, s.Dial(t), 0)
	j := newJournal()
	done := registerInBackground(ctx, acct.(*Account), j)
	<-j.more
	untilPending(ctx, t, acct.(*Account), j.hashes[0]) // anvil has mined it
	if n, err := acct.Nonce(ctx, acct.Address()); err != nil || n != 0 {
		t.Errorf("before finality the account has made %d objects, %v", n, err)
	}
	select {
	case got := <-done:
		t.Fatalf("registered before it was final: %+v", got)
	case <-time.After(300 * time.Millisecond):
	}
	a.Mine(t, 3)
	got := <-done
	if got.error != nil {
		t.Fatal(got.error)
	}
	if n, err := acct.Nonce(ctx, acct.Address()); err != nil || n != 2 {
		t.Errorf("after finality the account has made %d objects, %v", n, err)
	}
	logs := logsUntil(ctx, t, acct, got.Block)
	if len(logs) == 0 || logs[len(logs)-1].Object != got.Objects[0] {
		t.Errorf("events: %v", logs)
	}
}

// TestHostileLogs: what an endpoint adds to its answer is refused, not followed.
func TestHostileLogs(t *testing.T) {
	t.Parallel()
	a := chaintest.StartAnvil(t)
	s := setup(t, a.URL, Instant, anvilKeys(t))
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	direct := s.Dial(t)
	good := logsUntil(ctx, t, direct, 1)
	net, err := direct.Network(ctx)
	if err != nil {
		t.Fatal(err)
	}
	forged := sampleLogs(t)[0]
	for what, change := range map[string]func(){
		"another contract": func() { forged.Address[0] ^= 1 },
		"a later block":    func() { forged.Address, forged.BlockNumber = [20]byte(net.Parts["Storage"]), 1<<40 },
		"no data": func() {
			forged.Address, forged.BlockNumber, forged.BlockHash, forged.Data = [20]byte(net.Parts["Storage"]), good[0].Cursor.Block, good[0].Cursor.Hash, nil
		},
	} {
		change()
		m := meddler(func(method string, params []json.RawMessage) (any, string, bool) {
			return []any{forged}, "", method == "eth_getLogs"
		})
		r := s.Dial(t, m.serve(t, a.URL))
		// A log that cannot be read ends the stream in the end; the others are an endpoint's fault and waited out.
		wait, want := 500*time.Millisecond, "deadline"
		if what == "no data" {
			wait, want = 20*time.Second, errUndecodable.Error()
		}
		short, cancel := context.WithTimeout(ctx, wait)
		for e, err := range r.Events(short, chain.Cursor{}) {
			if err == nil {
				t.Errorf("%s: the stream yields %+v", what, e)
			} else if !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v", what, err)
			}
		}
		cancel()
	}
}

// TestUnknownEvent: an event of newer contracts is yielded as such, whatever topics an older program would ask for.
func TestUnknownEvent(t *testing.T) {
	t.Parallel()
	a := chaintest.StartAnvil(t)
	s := setup(t, a.URL, Instant, anvilKeys(t))
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	direct := s.Dial(t)
	net, err := direct.Network(ctx)
	if err != nil {
		t.Fatal(err)
	}
	at := logsUntil(ctx, t, direct, 1)[0].Cursor
	newer := sampleLogs(t)[0]
	newer.Address, newer.BlockNumber, newer.BlockHash, newer.Topics = [20]byte(net.Parts["Storage"]), at.Block, at.Hash, newer.Topics[:1]
	newer.Topics[0][0] ^= 1
	m := meddler(func(method string, params []json.RawMessage) (any, string, bool) {
		var q struct{ Topics []any }
		if method != "eth_getLogs" || json.Unmarshal(params[0], &q) != nil || len(q.Topics) > 0 {
			return []any{}, "", method == "eth_getLogs"
		}
		return []any{newer}, "", true
	})
	for e, err := range s.Dial(t, m.serve(t, a.URL)).Events(ctx, chain.Cursor{}) {
		if err != nil || e.Kind != chain.UnknownEvent || e.Cursor.Block != at.Block {
			t.Errorf("the stream begins with %+v, %v", e, err)
		}
		break
	}
}
