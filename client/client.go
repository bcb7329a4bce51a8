package client

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"walrus/bls"
	"walrus/chain"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// Options of a Client. The zero value is the sensible default.
type Options struct {
	Config   *Config        // how hard to push; the defaults of a configuration file if nil. The network is the reader's, not the configuration's.
	Journal  string         // folder of unfinished stores, made if missing; none if empty, and then a killed store is only found again through the chain
	Log      *slog.Logger   // nothing is logged if nil
	Progress func(Progress) // called from several goroutines, one call at a time; must be quick. May be nil.
	Nodes    nodeapi.Options
	// Hedge is how long a read waits for a node's next sliver before it asks others for as many; 2 s if zero. Less costs bandwidth when nodes are merely slow.
	// A detached store that begins with a quorum's nodes asks the others for help when one of these holds up the rest for half of it, or is late by a quarter.
	Hedge time.Duration
	// SpoolDir is where scratch files go: input that can be read only once, half of each large blob that is stored, slivers of large blobs that are read. The system's
	// folder for temporary files if empty. They have no name, and are gone when the process is.
	SpoolDir string
	// StreamAbove is the size in bytes above which a blob is stored and read through files, in memory that does not grow with it; below, it is faster to hold it.
	// 32 MiB if zero, which takes about 150 MiB of memory. Scratch of twice the size stays in memory.
	StreamAbove uint64
}

const (
	defaultHedge       = 2 * time.Second
	defaultStreamAbove = 32 << 20
)

// A Phase is a stage of a store or a read.
type Phase string

const (
	PhaseEncode   Phase = "encode"   // Done of Total bytes
	PhaseRegister Phase = "register" // Done is 1 at the end
	PhaseUpload   Phase = "upload"   // Done of Total shards whose node has confirmed; Total is the quorum
	PhaseCertify  Phase = "certify"  // Done is 1 at the end
	PhaseMetadata Phase = "metadata"
	PhaseSlivers  Phase = "slivers" // Done of Total slivers
	PhaseDecode   Phase = "decode"
	PhaseDone     Phase = "done" // of this source or read, well or not
	PhaseTail     Phase = "tail" // Done of Total shards whose node has confirmed; only of detached stores, about the end of the others and after it
)

// Progress is one step forward.
type Progress struct {
	Path        string // of the source, as in its result; empty for reads
	BlobID      redstuff.BlobID
	Phase       Phase
	Done, Total uint64
	Sent        uint64 // bytes sent to nodes so far, PhaseUpload
}

// A Client stores and reads blobs. It is safe for concurrent use. Close waits for what goes on in the background.
type Client struct {
	reader  chain.Reader
	cfg     Config
	opt     Options
	journal *Journal // nil: none
	log     *slog.Logger
	writes  chan struct{} // one for each bundle being sent

	progressMu sync.Mutex

	mu    sync.Mutex
	nodes map[nodeKey]*node // kept over committees, for their connections
	view  *view
	until time.Time // view is fresh until then

	tails tails
}

type nodeKey struct {
	addr string
	key  [33]byte
}

// New makes a client that learns the network from reader.
func New(reader chain.Reader, opt Options) (*Client, error) {
	c := &Client{reader: reader, opt: opt, log: opt.Log, nodes: map[nodeKey]*node{}}
	if opt.Config != nil {
		c.cfg = *opt.Config
	}
	c.cfg.withDefaults()
	c.writes = make(chan struct{}, c.cfg.Communication.MaxConcurrentWrites)
	if c.log == nil {
		c.log = slog.New(slog.DiscardHandler)
	}
	if c.opt.Hedge == 0 {
		c.opt.Hedge = defaultHedge
	}
	if c.opt.StreamAbove == 0 {
		c.opt.StreamAbove = defaultStreamAbove
	}
	if opt.Journal != "" {
		j, err := OpenJournal(opt.Journal)
		if err != nil {
			return nil, err
		}
		c.journal = j
	}
	return c, nil
}

// Close waits until background uploads have ended, which takes no longer than the extra time granted to them, and frees connections.
func (c *Client) Close() {
	_ = c.Settle(context.Background())
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, n := range c.nodes {
		n.api.Close()
	}
}

func (c *Client) report(p Progress) {
	if c.opt.Progress == nil {
		return
	}
	c.progressMu.Lock()
	defer c.progressMu.Unlock()
	c.opt.Progress(p)
}

// A view is the network at one moment: what prices, committee and nodes were when the chain was last asked.
type view struct {
	net    chain.Network
	sys    chain.System
	epoch  chain.Committee
	params redstuff.Params
	nodes  []*node // in committee order: the signer index of each is its place
	quorum int     // shards
}

// network asks the chain, at most every cache_ttl_secs.
func (c *Client) network(ctx context.Context) (*view, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.view != nil && time.Now().Before(c.until) {
		return c.view, nil
	}
	net, err := c.reader.Network(ctx)
	if err != nil {
		return nil, fmt.Errorf("network: %w", err)
	}
	sys, err := c.reader.System(ctx)
	if err != nil {
		return nil, fmt.Errorf("system state: %w", err)
	}
	com, err := c.reader.Committee(ctx, sys.Epoch)
	if err != nil {
		return nil, fmt.Errorf("committee of epoch %d: %w", sys.Epoch, err)
	}
	v, err := c.newView(net, sys, com)
	if err != nil {
		return nil, err
	}
	c.view, c.until = v, time.Now().Add(time.Duration(c.cfg.CacheTTLSecs)*time.Second)
	return v, nil
}

// newView checks that the committee holds every shard once; c.mu is held.
func (c *Client) newView(net chain.Network, sys chain.System, com chain.Committee) (*view, error) {
	p, err := redstuff.NewParams(int(com.NShards))
	if err != nil {
		return nil, fmt.Errorf("committee of epoch %d: %w", com.Epoch, err)
	}
	if len(com.Members) == 0 {
		return nil, errors.New("the network has no committee yet")
	}
	v := &view{net: net, sys: sys, epoch: com, params: p, quorum: p.N - p.F}
	seen := make([]bool, p.N)
	total := 0
	for i, m := range com.Members {
		for _, s := range m.Shards {
			if int(s) >= p.N || seen[s] {
				return nil, fmt.Errorf("committee of epoch %d: shard %d of %s is out of range or held twice", com.Epoch, s, m.Name)
			}
			seen[s] = true
			total++
		}
		n, err := c.nodeOf(i, m)
		if err != nil {
			return nil, err
		}
		v.nodes = append(v.nodes, n)
	}
	if total != p.N {
		return nil, fmt.Errorf("committee of epoch %d holds %d of %d shards", com.Epoch, total, p.N)
	}
	return v, nil
}

// nodeOf is the node of a member, with the connections and the memory of an earlier view; c.mu is held.
func (c *Client) nodeOf(index int, m chain.Member) (*node, error) {
	key := nodeKey{m.NetAddress, m.NetworkKey}
	kept, ok := c.nodes[key]
	if !ok {
		kept = &node{shared: &nodeState{}, api: nodeapi.NewClient(m.NetAddress, m.NetworkKey, c.opt.Nodes)}
		c.nodes[key] = kept
	}
	pk, err := bls.ParsePublicKey(m.BLSKey[:])
	if err != nil {
		return nil, fmt.Errorf("BLS key of %s: %w", m.Name, err)
	}
	return &node{member: m, index: index, key: pk, api: kept.api, shared: kept.shared}, nil
}
