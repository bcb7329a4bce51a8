package evm

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"sync/atomic"
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
	// Connections kept open to one server. Fewer would open new ones under load, and each has to show its network.
	maxIdle = 32
	// How long all endpoints together have to confirm what one said.
	othersTimeout = 5 * time.Second
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
	name      string // scheme and host only: the rest of a URL may be a key
	transport *http.Transport
	client    *ethclient.Client
	// connections counts what was ever opened. What answers on a new connection may be another server than before, and HTTP opens one whenever the last was
	// lost, without a word.
	connections atomic.Uint64

	mu       sync.Mutex
	checked  uint64 // value of connections when the server last showed its network, plus 1; 0: never
	failures int
	resting  time.Time // asked last until then
}

func newEndpoints(urls []string, timeout time.Duration, log *slog.Logger) (*endpoints, error) {
	if len(urls) == 0 {
		return nil, errors.New("no RPC endpoint: set rpc_urls to at least one http:// or https:// address of the chain")
	}
	p := &endpoints{timeout: timeout, log: log}
	for _, u := range urls {
		e, err := newEndpoint(u)
		if err != nil {
			p.close()
			return nil, fmt.Errorf("RPC endpoint %d of rpc_urls: %w", len(p.list)+1, err)
		}
		p.list = append(p.list, e)
	}
	return p, nil
}

func newEndpoint(rawURL string) (*endpoint, error) {
	u, err := url.Parse(rawURL)
	if err != nil {
		return nil, errors.New("no URL: want http://host:port or https://host")
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil, errors.New("want http://host:port or https://host")
	}
	e := &endpoint{name: u.Scheme + "://" + u.Host, transport: http.DefaultTransport.(*http.Transport).Clone()}
	e.transport.MaxIdleConnsPerHost = maxIdle
	dial := e.transport.DialContext
	e.transport.DialContext = func(ctx context.Context, network, addr string) (net.Conn, error) {
		e.connections.Add(1)
		return dial(ctx, network, addr)
	}
	c, err := rpc.DialOptions(context.Background(), rawURL, rpc.WithHTTPClient(&http.Client{Transport: limited{e.transport}}))
	if err != nil {
		return nil, err
	}
	e.client = ethclient.NewClient(c)
	return e, nil
}

// close ends all connections.
func (p *endpoints) close() {
	for _, e := range p.list {
		e.client.Close()
		e.transport.CloseIdleConnections()
	}
}

// do runs f with the first server that answers and passes check. A server's answer that the chain says no is returned as it is; one that the server cannot
// tell, which another may, is returned as it is only if no server says more. If servers fail and none answers the error is chain.ErrUnavailable, or chain.ErrWrongNetwork if every one of them carries another network,
// or chain.ErrReorg if f found one on any. f may run again with the next server.
func (p *endpoints) do(ctx context.Context, check, f func(context.Context, *ethclient.Client) error) error {
	var errs []error
	var reorg, refusal error
	wrong := 0
	for _, e := range p.order(time.Now()) {
		err := p.attempt(ctx, e, check, f)
		switch {
		case err == nil || answered(err):
			e.succeeded(p.log)
			return err
		case ctx.Err() != nil:
			return ctx.Err()
		case refused(err):
			p.log.Debug("chain endpoint cannot tell", "endpoint", e.name, "error", err)
			refusal = err
			continue
		}
		e.failed(err, p.log)
		switch err = fmt.Errorf("%s: %w", e.name, err); {
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
	case refusal != nil && wrong == len(errs): // nothing was lost on the way
		return refusal
	case refusal != nil:
		errs = append(errs, refusal)
	case wrong == len(errs):
		return fmt.Errorf("%w: %w", chain.ErrWrongNetwork, errors.Join(errs...))
	}
	return fmt.Errorf("%w: %w", chain.ErrUnavailable, errors.Join(errs...))
}

// errParts marks an endpoint that names other contracts than the one before it.
var errParts = errors.New("endpoints do not agree on the network's contracts")

// all runs f with every server at once, leaving out those that failed lately unless all did. Servers that fail or carry another network are passed over like in do;
// errParts of any is chain.ErrWrongNetwork. f must be safe for concurrent use.
func (p *endpoints) all(ctx context.Context, check, f func(context.Context, *ethclient.Client) error) error {
	now := time.Now()
	asked := slices.DeleteFunc(slices.Clone(p.list), func(e *endpoint) bool {
		e.mu.Lock()
		defer e.mu.Unlock()
		return now.Before(e.resting)
	})
	if len(asked) == 0 {
		asked = p.list
	}
	asking := ctx
	if len(asked) > 1 { // one that hangs is not waited for as long as if all depended on it
		var cancel context.CancelFunc
		asking, cancel = context.WithTimeout(ctx, othersTimeout)
		defer cancel()
	}
	errs := make([]error, len(asked))
	var wg sync.WaitGroup
	for i, e := range asked {
		wg.Go(func() {
			if errs[i] = p.attempt(asking, e, check, f); errs[i] != nil {
				errs[i] = fmt.Errorf("%s: %w", e.name, errs[i])
			}
		})
	}
	wg.Wait()
	agreed := false
	for i, err := range errs {
		switch {
		case errors.Is(err, errParts):
			return fmt.Errorf("%w: %w", chain.ErrWrongNetwork, err)
		case err == nil:
			agreed = true
			asked[i].succeeded(p.log)
		case ctx.Err() == nil && !answered(err) && !refused(err):
			asked[i].failed(err, p.log)
		}
	}
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case !agreed:
		return fmt.Errorf("%w: %w", chain.ErrUnavailable, errors.Join(errs...))
	}
	return nil
}

// A wrongServer is one of several that are of no use; it alone does not make the network wrong.
type wrongServer struct{ err error }

func (w wrongServer) Error() string { return w.err.Error() }

// attempt asks one server. An answer counts only if the server showed its network on the connections that were open then.
func (p *endpoints) attempt(ctx context.Context, e *endpoint, check, f func(context.Context, *ethclient.Client) error) error {
	ctx, cancel := context.WithTimeout(ctx, p.timeout)
	defer cancel()
	if err := e.verify(ctx, check); err != nil {
		return err
	}
	err := f(ctx, e.client)
	if err != nil && !answered(err) && !refused(err) {
		return err
	}
	if verr := e.verify(ctx, check); verr != nil {
		return verr
	}
	return err
}

// verify runs check if a connection was opened since it last passed.
func (e *endpoint) verify(ctx context.Context, check func(context.Context, *ethclient.Client) error) error {
	e.mu.Lock()
	fresh := e.checked != e.connections.Load()+1
	e.mu.Unlock()
	if !fresh || check == nil {
		return nil
	}
	if err := check(ctx, e.client); err != nil {
		if answered(err) || refused(err) { // it cannot say now, which makes it of no use, but not wrong
			return fmt.Errorf("ask for its network: %v", err)
		}
		return err
	}
	e.mu.Lock()
	e.checked = e.connections.Load() + 1
	e.mu.Unlock()
	return nil
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

func (e *endpoint) succeeded(log *slog.Logger) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.failures > 0 {
		log.Info("chain endpoint answers again", "endpoint", e.name)
	}
	e.failures, e.resting = 0, time.Time{}
}

func (e *endpoint) failed(err error, log *slog.Logger) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.failures == 0 {
		log.Warn("chain endpoint fails", "endpoint", e.name, "error", err)
	} else {
		log.Debug("chain endpoint still fails", "endpoint", e.name, "error", err)
	}
	e.checked = 0
	e.resting = time.Now().Add(min(minCooldown<<min(e.failures, 10), maxCooldown))
	e.failures++
}

// answered tells an answer of the chain, that it does not have something or refuses a call or transaction, from a server that gives none.
func answered(err error) bool {
	if errors.Is(err, ethereum.NotFound) {
		return true
	}
	if !errors.As(err, new(rpc.Error)) {
		return false
	}
	_, reverted := revertData(err)
	return reverted || saysKnown(err) || saysNonceTaken(err) || saysNoFunds(err) || saysAny(err, textsRefused)
}

// refused tells any other error that a server answered: its state may be pruned or behind, or the method unknown. Another server may do better.
func refused(err error) bool {
	var re rpc.Error
	return !answered(err) && errors.As(err, &re) && re.ErrorCode() != codeLimitExceeded
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
