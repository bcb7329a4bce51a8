// Package node is a storage node: it keeps the sliver pairs of its shards for every blob that is registered on the chain, says so with its signature, and gives them back to
// anyone.
//
//	n, err := node.Open(ctx, cfg, node.Deps{Chain: reader})
//	...
//	err = n.Run(ctx) // until ctx ends
//
// The parts are node/store (what is on disk), node/events (what the chain says) and node/server (the REST interface). A node sends no transactions and has no account.
package node

import (
	"context"
	"crypto/ecdsa"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/attest"
	"walrus/bls"
	"walrus/chain"
	"walrus/node/events"
	"walrus/node/server"
	"walrus/node/store"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// ErrIdentity refuses to start a node whose keys or data are not those of the committee's member.
var ErrIdentity = errors.New("node is not the member it claims to be")

// Deps are the parts of the world that a node is given.
type Deps struct {
	Chain  chain.Reader // required
	FS     vfs.FS       // for the data directory; nil: the operating system's
	Log    *slog.Logger // nil: discard
	Memory *server.Pool // for request bodies; nil: one of the configured size, or the process's
	// Server replaces limits of the REST interface; fields that a node sets itself are ignored.
	Server server.Options
}

const (
	// startWait bounds how long a start waits for a chain that does not answer.
	startWait = 30 * time.Second
	// expireEvery is how often unfinished slivers are looked through.
	expireEvery = time.Minute
	retryEvery  = 2 * time.Second
	// writeTimeout ends a connection that takes no byte at all of what is sent, so that no request waits on it for ever.
	writeTimeout = 30 * time.Second
)

// A Node is opened by Open and runs once.
type Node struct {
	cfg      Config
	log      *slog.Logger
	chain    chain.Reader
	nodeID   attest.NodeID
	store    *store.Store
	events   *events.Follower
	server   *server.Server
	listener *connections
	tls      *tls.Config

	assignment atomic.Pointer[server.Assignment]
	refresh    chan struct{} // the committee may have changed
	closeOnce  sync.Once
	closeErr   error
}

// Open prepares a node: it reads the keys, compares the network and its own place in the committee with the chain, opens the data directory and listens. It does not
// answer before Run. A failed Open leaves nothing open.
func Open(ctx context.Context, cfg Config, deps Deps) (_ *Node, err error) {
	if err := cfg.validate(); err != nil {
		return nil, fmt.Errorf("node configuration: %w", err)
	}
	if deps.FS == nil {
		deps.FS = vfs.Default
	}
	if deps.Log == nil {
		deps.Log = slog.New(slog.DiscardHandler)
	}
	if deps.Memory == nil && cfg.MemoryMiB > 0 {
		deps.Memory = server.NewPool(int64(cfg.MemoryMiB) << 20)
	}
	n := &Node{cfg: cfg, log: deps.Log, chain: deps.Chain, refresh: make(chan struct{}, 1)}
	defer func() {
		if err != nil {
			err = errors.Join(err, n.Close())
		}
	}()
	protocol, network, err := loadKeys(cfg)
	if err != nil {
		return nil, err
	}
	member, err := n.join(ctx, protocol, network)
	if err != nil {
		return nil, err
	}
	n.nodeID = member.NodeID
	n.log = n.log.With("node", member.Name)
	if want := net.JoinHostPort(cfg.PublicHost, strconv.Itoa(cfg.PublicPort)); cfg.PublicPort > 0 && member.NetAddress != want {
		n.log.Warn("the committee names another address for this node", "committee", member.NetAddress, "configuration", want)
	}
	if n.tls, err = serverTLS(cfg, network); err != nil {
		return nil, err
	}
	if n.store, err = store.Open(deps.FS, cfg.StoragePath, store.Options{Log: n.log, Unfinished: store.Amount{Bytes: uint64(cfg.UnfinishedMiB) << 20, Slivers: cfg.UnfinishedSlivers}}); err != nil {
		return nil, err
	}
	if err := n.checkData(); err != nil {
		return nil, err
	}
	if n.events, err = events.Open(n.store, deps.Chain, n.log, n.observe); err != nil {
		return nil, fmt.Errorf("rows of %s: %w", cfg.StoragePath, err)
	}
	opts := deps.Server
	opts.Store, opts.Events, opts.Assignment = n.store, n.events, n.assignment.Load
	opts.Network, opts.Key, opts.Log = cfg.Chain.NetworkID, protocol, n.log
	if deps.Memory != nil {
		opts.Memory = deps.Memory
	}
	trusted, unbounded, err := cfg.sources()
	if err != nil {
		return nil, fmt.Errorf("node configuration: %w", err)
	}
	opts.Trusted = trusted
	n.server = server.New(opts)
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", cfg.RESTAddress)
	if err != nil {
		return nil, fmt.Errorf("listen on %s (set rest_api_address to a free address if it is taken): %w", cfg.RESTAddress, err)
	}
	n.listener = limitConnections(listener, cfg.MaxConnections, cfg.MaxConnectionsPerSource, unbounded, n.log)
	return n, nil
}

func loadKeys(cfg Config) (*bls.SecretKey, *ecdsa.PrivateKey, error) {
	text, err := os.ReadFile(cfg.ProtocolKeyPath)
	if err != nil {
		return nil, nil, fmt.Errorf("protocol key: %w", err)
	}
	protocol, err := bls.ParseTagged(string(text))
	if err != nil {
		return nil, nil, fmt.Errorf("protocol key %s: %w", cfg.ProtocolKeyPath, err)
	}
	if text, err = os.ReadFile(cfg.NetworkKeyPath); err != nil {
		return nil, nil, fmt.Errorf("network key: %w", err)
	}
	network, err := nodeapi.ParseNetworkKey(text)
	if err != nil {
		return nil, nil, fmt.Errorf("network key %s: %w", cfg.NetworkKeyPath, err)
	}
	return protocol, network, nil
}

func serverTLS(cfg Config, network *ecdsa.PrivateKey) (*tls.Config, error) {
	if cfg.TLS.CertificatePath == "" {
		return nodeapi.ServerTLS(network, cfg.PublicHost)
	}
	pem, err := os.ReadFile(cfg.TLS.CertificatePath)
	if err != nil {
		return nil, fmt.Errorf("certificate: %w", err)
	}
	return nodeapi.ServerTLSFromChain(network, pem)
}

// join compares the configuration with the chain and finds this node in the committee.
func (n *Node) join(ctx context.Context, protocol *bls.SecretKey, network *ecdsa.PrivateKey) (chain.Member, error) {
	ctx, cancel := context.WithTimeout(ctx, startWait)
	defer cancel()
	for {
		m, err := n.tryJoin(ctx, protocol, network)
		if err == nil || !errors.Is(err, chain.ErrUnavailable) {
			return m, err
		}
		n.log.Warn("the chain does not answer yet", "error", err)
		select {
		case <-time.After(retryEvery):
		case <-ctx.Done():
			return m, fmt.Errorf("the chain did not answer within %v: %w", startWait, err)
		}
	}
}

func (n *Node) tryJoin(ctx context.Context, protocol *bls.SecretKey, network *ecdsa.PrivateKey) (chain.Member, error) {
	got, err := n.chain.Network(ctx)
	if err != nil {
		return chain.Member{}, fmt.Errorf("network: %w", err)
	}
	want := n.cfg.Chain
	switch {
	case got.ChainID != want.ChainID:
		return chain.Member{}, fmt.Errorf("%w: chain_id is %d in the configuration, %d on the chain", chain.ErrWrongNetwork, want.ChainID, got.ChainID)
	case got.Registry != want.Registry:
		return chain.Member{}, fmt.Errorf("%w: registry is %v in the configuration, %v on the chain", chain.ErrWrongNetwork, want.Registry, got.Registry)
	case got.ID != want.NetworkID:
		return chain.Member{}, fmt.Errorf("%w: network_id is %v in the configuration, %v on the chain", chain.ErrWrongNetwork, want.NetworkID, got.ID)
	}
	sys, err := n.chain.System(ctx)
	if err != nil {
		return chain.Member{}, fmt.Errorf("system: %w", err)
	}
	com, err := n.chain.Committee(ctx, sys.Epoch)
	if err != nil {
		return chain.Member{}, fmt.Errorf("committee of epoch %v: %w", sys.Epoch, err)
	}
	params, err := redstuff.NewParams(int(com.NShards))
	if err != nil {
		return chain.Member{}, fmt.Errorf("committee of epoch %v: %w", sys.Epoch, err)
	}
	mine, err := findMember(com, protocol.PublicKey().Bytes(), &network.PublicKey)
	if err != nil {
		return chain.Member{}, err
	}
	n.assignment.Store(server.NewAssignment(com.Epoch, params, mine.Shards))
	return mine, nil
}

// findMember returns the member with the BLS key and compares its network key.
func findMember(com chain.Committee, protocol [48]byte, network *ecdsa.PublicKey) (chain.Member, error) {
	tlsKey, err := nodeapi.PublicNetworkKey(network)
	if err != nil {
		return chain.Member{}, err
	}
	for _, m := range com.Members {
		for _, shard := range m.Shards {
			if int(shard) >= int(com.NShards) {
				return chain.Member{}, fmt.Errorf("committee of epoch %v gives %s shard %d of %d", com.Epoch, m.Name, shard, com.NShards)
			}
		}
		if m.BLSKey != protocol {
			continue
		}
		if nodeapi.NetworkKey(m.NetworkKey) != tlsKey {
			return chain.Member{}, fmt.Errorf("%w: the committee of epoch %v names network key %v for %s, network_key_path holds the key of %v",
				ErrIdentity, com.Epoch, nodeapi.NetworkKey(m.NetworkKey), m.Name, tlsKey)
		}
		return m, nil
	}
	return chain.Member{}, fmt.Errorf("%w: no member of the committee of epoch %v has the public key %#x of protocol_key_path", ErrIdentity, com.Epoch, protocol)
}

// rowIdentity says whose data a directory holds.
const rowIdentity = 'i'

// checkData refuses a data directory of another node or network, in which every row would be wrong.
func (n *Node) checkData() error {
	want := append(n.cfg.Chain.NetworkID[:], n.nodeID[:]...)
	got, err := n.store.Row([]byte{rowIdentity})
	if err != nil {
		return err
	}
	if got == nil {
		return n.store.Update(func(tx *store.Tx) error { return tx.Set([]byte{rowIdentity}, want) })
	}
	if len(got) != len(want) || string(got) != string(want) {
		return fmt.Errorf("%w: %s holds data of network and node %#x, this is %#x; give the node a directory of its own", ErrIdentity, n.cfg.StoragePath, got, want)
	}
	return nil
}

// observe is told of every event after it is durable.
func (n *Node) observe(ev chain.Event) {
	if ev.Kind != chain.CommitteeSet {
		return
	}
	select {
	case n.refresh <- struct{}{}:
	default: // a refresh is due already
	}
}

// Addr is where the node listens.
func (n *Node) Addr() net.Addr { return n.listener.Addr() }

// Health is what the health endpoint answers.
func (n *Node) Health() nodeapi.Health { return n.server.Health(false) }

// Memory is what request bodies hold now and held at most, in bytes.
func (n *Node) Memory() (now, peak int64) { return n.server.Memory.Used() }

// Connections is how many connections are open, and how many were refused since the start for want of room.
func (n *Node) Connections() (open int, refused uint64) { return n.listener.counts() }

// Run answers requests and follows the chain until ctx ends, and then lets requests under way finish for the configured grace period. It returns nil after an orderly
// stop. The node is closed afterwards.
func (n *Node) Run(ctx context.Context) error {
	srv := &http.Server{
		Handler:           n.server,
		TLSConfig:         n.tls,
		ReadHeaderTimeout: 10 * time.Second,
		IdleTimeout:       3 * time.Minute,
		ConnState:         n.listener.note,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(n.log.Handler(), slog.LevelDebug),
		HTTP2: &http.HTTP2Config{
			MaxConcurrentStreams:          1000,
			MaxReadFrameSize:              256 << 10,
			MaxReceiveBufferPerConnection: 4 << 20,
			MaxReceiveBufferPerStream:     1 << 20,
			WriteByteTimeout:              writeTimeout,
		},
	}
	inner, stop := context.WithCancel(context.WithoutCancel(ctx))
	var wg sync.WaitGroup
	var follow error
	wg.Go(func() { follow = n.events.Run(inner) })
	wg.Go(func() { n.keepHouse(inner) })

	served := make(chan error, 1)
	go func() { served <- srv.ServeTLS(n.listener, "", "") }()
	n.log.Info("storage node runs", "address", n.listener.Addr().String(), "shards", len(n.assignment.Load().Shards), "cursor", n.events.Progress().Cursor.Block)

	var err error
	select {
	case err = <-served:
		err = fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
		n.log.Info("storage node stops")
		grace, cancel := context.WithTimeout(inner, n.cfg.grace())
		if srv.Shutdown(grace) != nil {
			err = srv.Close()
		}
		cancel()
		<-served // ErrServerClosed
	}
	stop()
	wg.Wait()
	n.server.Wait()
	return errors.Join(err, follow, n.Close())
}

// keepHouse does what is due now and then.
func (n *Node) keepHouse(ctx context.Context) {
	tick := time.NewTicker(expireEvery)
	defer tick.Stop()
	n.sweep(ctx) // what a crash has left
	var evicted uint64
	for {
		select {
		case <-tick.C:
			n.sweep(ctx)
			if k := n.store.ExpireStaged(n.registered); k > 0 {
				n.log.Info("dropped unfinished uploads", "slivers", k)
			}
			if now, most, left := n.store.Unfinished(); left > evicted {
				n.log.Warn("unfinished slivers made room for others", "slivers", left-evicted, "bytes", now.Bytes, "most", most.Bytes)
				evicted = left
			}
		case <-n.refresh:
			n.reassign(ctx)
		case <-ctx.Done():
			return
		}
	}
}

// registered says whether a blob is registered now, as far as the node knows.
func (n *Node) registered(id redstuff.BlobID) bool {
	b, err := n.events.Blob(id)
	return err != nil || b.Registered(n.assignment.Load().Epoch)
}

// sweep frees what uploads that came to no end have left on the disk.
func (n *Node) sweep(ctx context.Context) {
	swept, err := n.store.Sweep(ctx)
	if err != nil && ctx.Err() == nil {
		n.log.Error("free what broken uploads have left", "error", err)
	}
	if swept != (store.Swept{}) {
		n.log.Info("freed what broken uploads have left", "files", swept.Files, "bytes", swept.Bytes)
	}
}

// reassign reads the committee of the chain's current epoch, again and again until the chain answers.
func (n *Node) reassign(ctx context.Context) {
	for {
		err := n.loadAssignment(ctx)
		if err == nil || ctx.Err() != nil {
			return
		}
		n.log.Error("read committee", "error", err)
		select {
		case <-time.After(retryEvery):
		case <-ctx.Done():
			return
		}
	}
}

func (n *Node) loadAssignment(ctx context.Context) error {
	sys, err := n.chain.System(ctx)
	if err != nil {
		return err
	}
	com, err := n.chain.Committee(ctx, sys.Epoch)
	if err != nil {
		return err
	}
	params, err := redstuff.NewParams(int(com.NShards))
	if err != nil {
		return err
	}
	var shards []redstuff.ShardIndex
	for _, m := range com.Members {
		if m.NodeID == n.nodeID {
			shards = m.Shards
		}
	}
	for _, shard := range shards {
		if int(shard) >= params.N {
			return fmt.Errorf("committee gives this node shard %d of %d", shard, params.N)
		}
	}
	n.assignment.Store(server.NewAssignment(com.Epoch, params, shards))
	return nil
}

// Close releases what Open took, for a node that does not run. Run closes by itself.
func (n *Node) Close() error {
	n.closeOnce.Do(func() {
		var parts []io.Closer
		if n.listener != nil {
			parts = append(parts, n.listener)
		}
		if n.store != nil {
			parts = append(parts, n.store)
		}
		for _, c := range parts {
			if err := c.Close(); err != nil && !errors.Is(err, net.ErrClosed) {
				n.closeErr = errors.Join(n.closeErr, err)
			}
		}
	})
	return n.closeErr
}
