package evm

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"walrus/chain"
)

const (
	// maxAnswer bounds the bytes of one answer. Doubling it doubles what a hostile endpoint can make us hold; log pages shrink long before.
	maxAnswer = 64 << 20
	// First and longest time that a failed endpoint is asked last.
	minCooldown = 500 * time.Millisecond
	maxCooldown = 30 * time.Second
	// Overloaded, as public endpoints say it in JSON-RPC (EIP-1474: limit exceeded).
	codeLimitExceeded = -32005
)

// endpoints is the list of JSON-RPC servers of one chain, tried in order. A server that fails is tried after all others for a while, and must show again that it
// carries the right network before it is believed again: what listens on a port may have changed.
type endpoints struct {
	timeout time.Duration // of one attempt at one server
	log     *slog.Logger
	list    []*endpoint
}

type endpoint struct {
	url       string
	transport *http.Transport

	mu       sync.Mutex
	client   *ethclient.Client
	checked  bool
	failures int
	resting  time.Time // asked last until then
}

func newEndpoints(urls []string, timeout time.Duration, log *slog.Logger) (*endpoints, error) {
	if len(urls) == 0 {
		return nil, errors.New("no RPC endpoint: set rpc_urls to at least one http:// or ws:// address of the chain")
	}
	p := &endpoints{timeout: timeout, log: log}
	for _, u := range urls {
		p.list = append(p.list, &endpoint{url: u, transport: http.DefaultTransport.(*http.Transport).Clone()})
	}
	return p, nil
}

// close ends all connections.
func (p *endpoints) close() {
	for _, e := range p.list {
		e.mu.Lock()
		if e.client != nil {
			e.client.Close()
		}
		e.client, e.checked = nil, false
		e.mu.Unlock()
		e.transport.CloseIdleConnections()
	}
}

// do runs f with the first server that answers and passes check. An error that the server itself answered is returned as it is; if all servers fail
// the error is chain.ErrUnavailable, or chain.ErrWrongNetwork if every one of them carries another network,
// or chain.ErrReorg if f found one on any. f may run again with the next server.
func (p *endpoints) do(ctx context.Context, check, f func(context.Context, *ethclient.Client) error) error {
	var errs []error
	var reorg error
	wrong := 0
	for _, e := range p.order(time.Now()) {
		err := p.attempt(ctx, e, check, f)
		switch {
		case err == nil || answered(err):
			e.succeeded(p.log)
			return err
		case ctx.Err() != nil:
			return ctx.Err()
		}
		e.failed(err, p.log)
		switch err = fmt.Errorf("%s: %w", e.url, err); {
		case errors.Is(err, chain.ErrReorg):
			reorg = err
		case errors.Is(err, chain.ErrWrongNetwork):
			wrong++
			errs = append(errs, wrongServer{err})
		default:
			errs = append(errs, err)
		}
	}
	switch {
	case reorg != nil:
		return reorg
	case wrong == len(errs):
		return fmt.Errorf("%w: %w", chain.ErrWrongNetwork, errors.Join(errs...))
	}
	return fmt.Errorf("%w: %w", chain.ErrUnavailable, errors.Join(errs...))
}

// A wrongServer is one of several that are of no use; it alone does not make the network wrong.
type wrongServer struct{ err error }

func (w wrongServer) Error() string { return w.err.Error() }

func (p *endpoints) attempt(ctx context.Context, e *endpoint, check, f func(context.Context, *ethclient.Client) error) error {
	ctx, cancel := context.WithTimeout(ctx, p.timeout)
	defer cancel()
	ec, fresh, err := e.dial(ctx)
	if err != nil {
		return err
	}
	if fresh && check != nil {
		if err := check(ctx, ec); err != nil {
			return err
		}
	}
	e.mu.Lock()
	e.checked = true
	e.mu.Unlock()
	return f(ctx, ec)
}

// order is the list with the servers that failed lately at the end.
func (p *endpoints) order(now time.Time) []*endpoint {
	var good, resting []*endpoint
	for _, e := range p.list {
		e.mu.Lock()
		if now.Before(e.resting) {
			resting = append(resting, e)
		} else {
			good = append(good, e)
		}
		e.mu.Unlock()
	}
	return append(good, resting...)
}

func (e *endpoint) dial(ctx context.Context) (ec *ethclient.Client, fresh bool, err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.client == nil {
		c, err := rpc.DialOptions(ctx, e.url, rpc.WithHTTPClient(&http.Client{Transport: limited{e.transport}}), rpc.WithWebsocketMessageSizeLimit(maxAnswer))
		if err != nil {
			return nil, false, err
		}
		e.client = ethclient.NewClient(c)
	}
	return e.client, !e.checked, nil
}

func (e *endpoint) succeeded(log *slog.Logger) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.failures > 0 {
		log.Info("chain endpoint answers again", "endpoint", e.url)
	}
	e.failures, e.resting = 0, time.Time{}
}

func (e *endpoint) failed(err error, log *slog.Logger) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.failures == 0 {
		log.Warn("chain endpoint fails", "endpoint", e.url, "error", err)
	} else {
		log.Debug("chain endpoint still fails", "endpoint", e.url, "error", err)
	}
	e.checked = false
	e.resting = time.Now().Add(min(minCooldown<<min(e.failures, 10), maxCooldown))
	e.failures++
}

// answered tells an answer that says no from a server that gives none.
func answered(err error) bool {
	var re rpc.Error
	switch {
	case errors.Is(err, ethereum.NotFound):
		return true
	case errors.As(err, &re):
		return re.ErrorCode() != codeLimitExceeded
	}
	return false
}

// limited bounds the size of answers.
type limited struct{ *http.Transport }

func (t limited) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := t.Transport.RoundTrip(r)
	if err == nil {
		resp.Body = struct {
			io.Reader
			io.Closer
		}{io.LimitReader(resp.Body, maxAnswer), resp.Body}
	}
	return resp, err
}
