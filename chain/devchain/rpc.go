package devchain

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/eth/filters"
	"github.com/ethereum/go-ethereum/rpc"
)

const (
	maxBatch         = 1000     // requests in a batch
	maxBatchResponse = 25 << 20 // bytes answered to a batch
	maxBody          = 5 << 20  // bytes of a request
	readTimeout      = 30 * time.Second
	idleTimeout      = 2 * time.Minute
	stopTimeout      = 500 * time.Millisecond // for answers in flight when the chain stops
)

// namespaces are the only ones that anyone can call. go-ethereum has more (admin, debug, miner, txpool, ...), which are never registered.
var namespaces = []string{"eth", "net", "web3"}

// rpcServer answers JSON-RPC over HTTP and WebSocket on one port.
type rpcServer struct {
	rpc     *rpc.Server
	http    *http.Server
	origins []string // allowed besides localhost, in lower case
}

func newRPCServer(e *eth.Ethereum, origins []string) (*rpcServer, error) {
	s := &rpcServer{rpc: rpc.NewServer()}
	for _, o := range origins {
		s.origins = append(s.origins, strings.ToLower(o))
	}
	s.rpc.SetBatchLimits(maxBatch, maxBatchResponse)
	s.rpc.SetHTTPBodyLimit(maxBody)
	s.rpc.SetWebsocketReadLimit(maxBody)

	apis := append(e.APIs(),
		rpc.API{Namespace: "eth", Service: filters.NewFilterAPI(filters.NewFilterSystem(e.APIBackend, filters.Config{}))},
		rpc.API{Namespace: "web3", Service: web3API{}})
	for _, api := range apis {
		if api.Authenticated || !slices.Contains(namespaces, api.Namespace) {
			continue
		}
		if err := s.rpc.RegisterName(api.Namespace, api.Service); err != nil {
			return nil, fmt.Errorf("register JSON-RPC namespace %s: %w", api.Namespace, err)
		}
	}
	s.http = &http.Server{
		Handler:           s.guard(s.route()),
		ReadHeaderTimeout: readTimeout,
		ReadTimeout:       readTimeout,
		IdleTimeout:       idleTimeout,
	}
	return s, nil
}

// serve answers requests on l until ctx ends.
func (s *rpcServer) serve(ctx context.Context, l net.Listener) error {
	failed := make(chan error, 1)
	go func() { failed <- s.http.Serve(l) }()
	var err error
	select {
	case <-ctx.Done():
		s.stop()
		err = <-failed
	case err = <-failed:
		s.stop()
	}
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return fmt.Errorf("serve JSON-RPC: %w", err)
}

// stop ends all connections, giving answers in flight a moment.
func (s *rpcServer) stop() {
	s.rpc.Stop() // WebSocket connections, which the HTTP server no longer knows
	ctx, cancel := context.WithTimeout(context.Background(), stopTimeout)
	defer cancel()
	if s.http.Shutdown(ctx) != nil {
		s.http.Close()
	}
}

// route sends WebSocket handshakes one way and the rest the other.
func (s *rpcServer) route() http.Handler {
	ws := s.rpc.WebsocketHandler([]string{"*"}) // guard has checked the origin
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.EqualFold(r.Header.Get("Upgrade"), "websocket") {
			ws.ServeHTTP(w, r)
			return
		}
		s.rpc.ServeHTTP(w, r)
	})
}

// guard keeps web pages out. The port is open to every program of this machine, and so to every page in its browsers: a page on another site
// is recognised by its Origin, and one that points its own name at 127.0.0.1 by the Host it asks for.
func (s *rpcServer) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !isLocal(r.Host) {
			http.Error(w, "host "+r.Host+" is not served here, use localhost", http.StatusForbidden)
			return
		}
		if origins := r.Header.Values("Origin"); len(origins) > 0 {
			if len(origins) > 1 || !s.allows(origins[0]) {
				http.Error(w, "origin "+strings.Join(origins, ", ")+" may not call this chain", http.StatusForbidden)
				return
			}
			h := w.Header()
			h.Set("Access-Control-Allow-Origin", origins[0])
			h.Set("Vary", "Origin")
			if r.Method == http.MethodOptions {
				h.Set("Access-Control-Allow-Methods", "POST, GET")
				h.Set("Access-Control-Allow-Headers", "Content-Type")
				h.Set("Access-Control-Max-Age", "600")
				w.WriteHeader(http.StatusNoContent)
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

// allows says whether pages of an origin may call: those on localhost, those named in the configuration, and browser extensions (wallets),
// which the user installed and which could leave the header out.
func (s *rpcServer) allows(origin string) bool {
	origin = strings.ToLower(origin)
	if slices.Contains(s.origins, origin) {
		return true
	}
	u, err := url.Parse(origin)
	if err != nil {
		return false
	}
	switch u.Scheme {
	case "chrome-extension", "moz-extension", "safari-web-extension":
		return true
	case "http", "https":
		return isLocal(u.Host)
	}
	return false
}

// isLocal reports whether host, with or without a port, is a name of this machine's loopback interface.
func isLocal(host string) bool {
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.IsLoopback()
}

// web3API is the web3 namespace. go-ethereum's own is not exported.
type web3API struct{}

// ClientVersion names this program, as the first part of every such answer does.
func (web3API) ClientVersion() string {
	return "walrus-devchain/go-ethereum/" + runtime.GOOS + "-" + runtime.GOARCH + "/" + runtime.Version()
}

// Sha3 is the Keccak-256 hash of input.
func (web3API) Sha3(input hexutil.Bytes) hexutil.Bytes { return crypto.Keccak256(input) }
