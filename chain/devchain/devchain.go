// Package devchain is an EVM chain inside this process: go-ethereum's execution layer with a block producer of our own, for networks on
// one machine and for tests. Contracts, wallets and tools see an ordinary chain with BLS12-381 (EIP-2537) and BLAKE2F (EIP-152).
//
//	c, err := devchain.Open(devchain.Config{Dir: dir, RPCAddr: "127.0.0.1:8545", Alloc: funded})
//	...
//	err = c.Run(ctx) // serves c.URL() and seals blocks until ctx ends
//
// A block is sealed as soon as a transaction waits. It is durable on disk before any answer, log or subscription tells of it, so whoever has
// seen a receipt will see it again after a kill or a power cut. (Transactions without a receipt may be lost; their senders send them again.)
// The chain's clock stays within 17 seconds of the wall clock, see pace.
//
// It trusts this machine: JSON-RPC is on loopback only, without a password. What it leaves to others: keys, contracts, several validators.
package devchain

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"net"
	"net/netip"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/node"
	"golang.org/x/sync/errgroup"
)

// Config says which chain to open. Dir (or InMemory) is required.
type Config struct {
	// Dir holds the chain's data; it is created. One process at a time may have it open.
	Dir string
	// InMemory keeps everything in memory and forgets it at the end; Dir is not used. For tests.
	InMemory bool
	// ChainID is drawn at random at the first start if zero. Later starts take it from Dir and refuse another one.
	ChainID uint64
	// RPCAddr is a loopback address and port for JSON-RPC; port 0 or an empty RPCAddr picks a free port.
	RPCAddr string
	// Alloc gives accounts native coins, in wei, in the first block. Later starts take it from Dir and refuse another one, if it is not nil.
	Alloc map[common.Address]*big.Int
	// Origins are web origins (https://example.org) whose pages may call the chain, besides pages on localhost and browser extensions.
	Origins []string
	// Log receives what goes wrong, and go-ethereum's warnings at debug level. Nil discards it. go-ethereum has one logger per process, so
	// with several chains open its own messages go to the Log of the one opened last.
	Log *slog.Logger
}

// Errors of Open that callers tell apart.
var (
	ErrInUse     = errors.New("chain directory is in use by another process")
	ErrPortTaken = errors.New("port is taken by another program")
	ErrFormat    = errors.New("unknown format of the chain directory")
	ErrOtherNet  = errors.New("chain directory belongs to another chain")
	ErrClosed    = errors.New("chain is closed")
)

// A Chain is an open chain. Its methods may be called concurrently.
type Chain struct {
	log      *slog.Logger
	stack    *node.Node
	eth      *eth.Ethereum
	listener net.Listener
	rpc      *rpcServer
	dir      string // empty: in memory
	chainID  uint64

	ready   chan struct{}     // closed when Run serves
	force   chan chan<- error // requests for a block even without transactions
	stopped chan struct{}     // closed when sealing has ended
	clock   clock             // wall clock and offset
	sealed  time.Time         // when the last block was sealed; used by the sealing goroutine only

	mu    sync.Mutex
	state state // what is in the state file
	ran   bool
	once  sync.Once
	err   error // of closing
}

// Open opens or creates a chain, finishes a block that a crash left behind, and takes the port, so that all that can go wrong does so here.
// Nothing is served or sealed before Run. Call Close if Run is never called.
//
// Errors wrap ErrInUse, ErrPortTaken, ErrFormat or ErrOtherNet where these apply.
func Open(cfg Config) (_ *Chain, err error) {
	addr, err := loopback(cfg.RPCAddr)
	if err != nil {
		return nil, err
	}
	log := cfg.Log
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	dir := cfg.Dir
	if cfg.InMemory {
		dir = ""
	} else if err := checkDir(dir); err != nil {
		return nil, err
	}
	captureLog(log)

	c := &Chain{
		log:     log,
		dir:     dir,
		ready:   make(chan struct{}),
		force:   make(chan chan<- error),
		stopped: make(chan struct{}),
	}
	defer func() {
		if err != nil {
			c.Close()
		}
	}()
	// The node takes the lock of the directory; only then may the state file be written.
	if c.stack, err = newStack(dir); err != nil {
		if errors.Is(err, node.ErrDatadirUsed) {
			return nil, fmt.Errorf("%w: %s; stop that process or choose another directory", ErrInUse, dir)
		}
		return nil, fmt.Errorf("open chain directory %s: %w", dir, err)
	}
	if c.state, err = loadState(dir, cfg.ChainID, cfg.Alloc, time.Now()); err != nil {
		return nil, err
	}
	c.chainID = c.state.ChainID
	c.clock.offset.Store(c.state.TimeOffset)

	if c.listener, err = listen(addr); err != nil {
		return nil, err
	}
	if c.eth, err = eth.New(c.stack, ethConfig(c.state.genesis())); err != nil {
		return nil, fmt.Errorf("open chain in %s: %w", dir, err)
	}
	if c.rpc, err = newRPCServer(c.eth, cfg.Origins); err != nil {
		return nil, err
	}
	if err := c.stack.Start(); err != nil {
		return nil, fmt.Errorf("start chain: %w", err)
	}
	if err := c.recover(); err != nil {
		return nil, fmt.Errorf("recover chain in %s: %w", dir, err)
	}
	return c, nil
}

// Run serves JSON-RPC and seals blocks until ctx ends, closes the chain and returns when everything has stopped, within two seconds.
// It returns nil after ctx ended, and an error if the chain could not go on. It can be called once.
func (c *Chain) Run(ctx context.Context) error {
	c.mu.Lock()
	if c.ran {
		c.mu.Unlock()
		return ErrClosed
	}
	c.ran = true
	c.mu.Unlock()

	g, gctx := errgroup.WithContext(ctx)
	g.Go(func() error { return c.rpc.serve(gctx, c.listener) })
	g.Go(func() error { defer close(c.stopped); return c.sealLoop(gctx) })
	close(c.ready)
	err := g.Wait()
	return errors.Join(err, c.Close())
}

// Close ends a chain that is not running. After Run it does nothing.
func (c *Chain) Close() error {
	c.once.Do(func() {
		c.mu.Lock()
		if !c.ran {
			c.ran = true
			close(c.stopped)
		}
		c.mu.Unlock()
		if c.listener != nil {
			c.listener.Close() // already closed after Run
		}
		if c.rpc != nil {
			c.rpc.stop()
		}
		if c.stack != nil {
			c.err = c.stack.Close()
		}
	})
	return c.err
}

// URL is where JSON-RPC is served over HTTP, for instance http://127.0.0.1:8545. The same port speaks WebSocket, see WebSocketURL.
func (c *Chain) URL() string { return "http://" + c.listener.Addr().String() }

// WebSocketURL is where JSON-RPC is served over WebSocket, with subscriptions.
func (c *Chain) WebSocketURL() string { return "ws://" + c.listener.Addr().String() }

// Addr is the loopback address and port that the chain listens on.
func (c *Chain) Addr() string { return c.listener.Addr().String() }

// ChainID is the chain's id (EIP-155).
func (c *Chain) ChainID() uint64 { return c.chainID }

// Ready is closed as soon as Run answers requests.
func (c *Chain) Ready() <-chan struct{} { return c.ready }

// Head is the number and the time of the newest block, which is durable and final.
func (c *Chain) Head() (number uint64, at time.Time) {
	h := c.eth.BlockChain().CurrentBlock()
	return h.Number.Uint64(), time.Unix(int64(h.Time), 0)
}

// AdvanceTime moves the chain's clock forward by d (whole seconds, not negative), for good, and seals an empty block at the new time.
// The chain must be running. For tests of epochs: it needs a Chain in this process, no JSON-RPC method reaches it.
func (c *Chain) AdvanceTime(ctx context.Context, d time.Duration) error {
	if d < 0 || d%time.Second != 0 {
		return fmt.Errorf("advance time by %v: want whole seconds, not negative", d)
	}
	c.mu.Lock()
	next := c.state
	next.TimeOffset += int64(d / time.Second)
	var err error
	if next.TimeOffset > maxOffset {
		err = fmt.Errorf("%v more would be over a century in all", d)
	} else if err = next.save(c.dir); err == nil {
		c.state = next
		c.clock.offset.Store(next.TimeOffset)
	}
	c.mu.Unlock()
	if err != nil {
		return fmt.Errorf("advance time: %w", err)
	}

	done := make(chan error, 1)
	select {
	case c.force <- done:
		select {
		case err := <-done:
			return err
		case <-c.stopped: // the answer may have been sent just before
			select {
			case err := <-done:
				return err
			default:
				return ErrClosed
			}
		}
	case <-c.stopped:
		return ErrClosed
	case <-ctx.Done():
		return ctx.Err()
	}
}

// loopback checks that addr is on this machine's loopback interface and fills in what is left out.
func loopback(addr string) (string, error) {
	if addr == "" {
		return "127.0.0.1:0", nil
	}
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return "", fmt.Errorf("chain address %q: want host:port: %w", addr, err)
	}
	if host == "localhost" {
		return net.JoinHostPort("127.0.0.1", port), nil
	}
	if ip, err := netip.ParseAddr(host); err != nil || !ip.IsLoopback() {
		return "", fmt.Errorf("chain address %q: only loopback addresses are served, use 127.0.0.1:%s", addr, port)
	}
	return addr, nil
}

// listen takes the port.
func listen(addr string) (net.Listener, error) {
	l, err := net.Listen("tcp", addr)
	switch _, port, _ := net.SplitHostPort(addr); {
	case err == nil:
		return l, nil
	case portTaken(err):
		return nil, fmt.Errorf("%w: chain cannot listen on %s; stop the program that uses port %s or choose another port", ErrPortTaken, addr, port)
	default:
		return nil, fmt.Errorf("chain cannot listen on %s: %w", addr, err)
	}
}
