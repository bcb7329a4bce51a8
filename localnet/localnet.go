package localnet

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"walrus/attest"
	"walrus/chain"
)

// A Config says what network to start. Dir is required.
type Config struct {
	Dir     string
	Nodes   int   // number of storage nodes; 0: as the folder has, else 10
	Shards  int   // number of shards; 0: as the folder has, else 1000
	Weights []int // shards of each node, instead of Nodes; their sum is the number of shards

	Processes bool   // one process per node and one for the chain
	Exe       string // program that these processes run, `walrus`; empty: this one

	Progress func(text string) // told what is being done; may be nil
}

// Defaults of deployment.md section 4.
const (
	defaultNodes  = 10
	defaultShards = 1000
)

// Money that a network gives away at its first start: native coins to the deployer and the client, WAL to the client.
const (
	initialCoins = 1_000_000
	initialFROST = 1_000_000 * 1_000_000_000
)

// An Info is what one needs to use a running network.
type Info struct {
	Dir          string           `json:"dir"`
	RPCURL       string           `json:"rpcUrl"`
	ChainID      uint64           `json:"chainId"`
	Registry     chain.Address    `json:"registry"`
	NetworkID    attest.NetworkID `json:"networkId"`
	Shards       int              `json:"nShards"`
	ClientConfig string           `json:"clientConfig"` // path of a client configuration for this network alone
	Client       chain.Address    `json:"wallet"`       // the address that it names
	Nodes        []NodeInfo       `json:"nodes"`
}

// A NodeInfo is one storage node.
type NodeInfo struct {
	Name    string `json:"name"`
	Address string `json:"address"` // host:port
	Shards  int    `json:"nShards"`
	Dir     string `json:"dir"` // its folder
}

// ErrInUse means that another process runs the network of this folder.
var ErrInUse = errors.New("the folder is in use")

// A Net is a running network. Close ends it.
type Net struct {
	cfg   Config
	state *state
	keys  *keys
	lock  *flock.Flock

	mu    sync.Mutex
	chain *part
	nodes []*part // nil where stopped
}

// Start starts the network of cfg.Dir, which it makes if there is none, and returns once every part serves. When the first start of a folder
// was interrupted the next one completes it.
func Start(ctx context.Context, cfg Config) (*Net, error) {
	dir, err := filepath.Abs(cfg.Dir)
	if err != nil {
		return nil, err
	}
	cfg.Dir = dir
	if cfg.Progress == nil {
		cfg.Progress = func(string) {}
	}
	if cfg.Exe == "" {
		if cfg.Exe, err = os.Executable(); err != nil {
			return nil, err
		}
	}
	if err := refuseStrangers(dir); err != nil {
		return nil, err
	}
	for _, sub := range []string{"", "logs"} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o755); err != nil {
			return nil, err
		}
	}
	n := &Net{cfg: cfg}
	if err := n.start(ctx); err != nil {
		return nil, errors.Join(err, n.Close())
	}
	return n, nil
}

func (n *Net) start(ctx context.Context) error {
	if err := n.takeLock(); err != nil {
		return err
	}
	if err := n.loadOrChoose(); err != nil {
		return err
	}
	if err := n.waitForPorts(ctx); err != nil {
		return err
	}
	names := make([]string, len(n.state.Nodes))
	for i, s := range n.state.Nodes {
		names[i] = s.Name
	}
	var err error
	if n.keys, err = loadKeys(n.cfg.Dir, names); err != nil {
		return err
	}
	if err := os.WriteFile(n.path(runningFile), nil, 0o644); err != nil {
		return err
	}
	n.cfg.Progress("starting the chain")
	if n.chain, err = n.startChain(ctx); err != nil {
		return err
	}
	if !n.state.Deployed {
		if err := n.deploy(ctx); err != nil {
			return err
		}
	}
	if !n.state.Funded {
		if err := n.fund(ctx); err != nil {
			return err
		}
	}
	if err := writeFile(n.path(clientConfigFile), []byte(singleContext(n.Context())), 0o644); err != nil {
		return err
	}
	n.cfg.Progress(fmt.Sprintf("starting %d storage nodes", len(n.state.Nodes)))
	if err := n.startNodes(ctx); err != nil {
		return err
	}
	return os.WriteFile(n.path(runningFile), []byte("serving\n"), 0o644)
}

// Files in the network's folder.
const (
	lockFile         = "lock"
	runningFile      = "running" // says "serving" once everything does; left behind by a network that did not stop in good order
	chainFile        = "chain.yaml"
	clientConfigFile = "client_config.yaml"
	deployStateFile  = "deploy.state.json"
)

func (n *Net) path(name string) string { return filepath.Join(n.cfg.Dir, name) }

func (n *Net) logPath(name string) string { return filepath.Join(n.cfg.Dir, "logs", name+".log") }

// takeLock makes this process the only one that runs the folder's network. The system frees the lock when the process ends, however it ends.
func (n *Net) takeLock() error {
	l := flock.New(n.path(lockFile))
	ok, err := l.TryLock()
	if err != nil {
		return fmt.Errorf("lock %s: %w", n.path(lockFile), err)
	}
	if !ok {
		holder := ""
		if b, err := os.ReadFile(n.path(lockFile)); err == nil && len(b) > 0 {
			holder = " by process " + strings.TrimSpace(string(b))
		}
		return fmt.Errorf("%s: %w%s: stop that network, or choose another folder with --dir", n.cfg.Dir, ErrInUse, holder)
	}
	n.lock = l
	// Only for the message above; the lock itself does not depend on it.
	return os.WriteFile(n.path(lockFile), fmt.Appendln(nil, os.Getpid()), 0o644)
}

// loadOrChoose reads the folder's state, or makes the choices of a first start and writes them down.
func (n *Net) loadOrChoose() error {
	s, err := loadState(n.cfg.Dir)
	if errors.Is(err, fs.ErrNotExist) {
		if s, err = n.choose(); err != nil {
			return err
		}
		n.state = s
		return s.save(n.cfg.Dir)
	}
	if err != nil {
		return err
	}
	n.state = s
	return n.matches()
}

// choose makes the choices of a first start.
func (n *Net) choose() (*state, error) {
	weights, err := n.weights(defaultNodes, defaultShards)
	if err != nil {
		return nil, err
	}
	ports, err := freePorts(len(weights) + 1)
	if err != nil {
		return nil, err
	}
	var id [4]byte
	if _, err := rand.Read(id[:]); err != nil {
		return nil, err
	}
	// Ids of public chains are small; wallets take ids up to 2^53.
	s := &state{FormatVersion: formatVersion, ChainID: 1<<32 | uint64(binary.BigEndian.Uint32(id[:])), RPCPort: ports[0]}
	for i, w := range weights {
		s.Shards += w
		s.Nodes = append(s.Nodes, nodeState{Name: fmt.Sprintf("node-%d", i), Port: ports[1+i], Shards: w})
	}
	return s, nil
}

// weights returns the shards of each node that the configuration asks for.
func (n *Net) weights(nodes, shards int) ([]int, error) {
	if n.cfg.Nodes != 0 {
		nodes = n.cfg.Nodes
	}
	if n.cfg.Shards != 0 {
		shards = n.cfg.Shards
	}
	if len(n.cfg.Weights) == 0 {
		if nodes < 1 || nodes > shards {
			return nil, fmt.Errorf("%d nodes cannot share %d shards: each needs one", nodes, shards)
		}
		return spread(shards, nodes), nil
	}
	sum := 0
	for i, w := range n.cfg.Weights {
		if w < 1 {
			return nil, fmt.Errorf("weight %d of node-%d: each node needs a shard", w, i)
		}
		sum += w
	}
	if n.cfg.Shards != 0 && sum != n.cfg.Shards {
		return nil, fmt.Errorf("the weights add up to %d, and there are %d shards", sum, n.cfg.Shards)
	}
	if n.cfg.Nodes != 0 && len(n.cfg.Weights) != n.cfg.Nodes {
		return nil, fmt.Errorf("%d weights for %d nodes", len(n.cfg.Weights), n.cfg.Nodes)
	}
	return n.cfg.Weights, nil
}

// matches refuses a configuration that asks for another network than the folder holds.
func (n *Net) matches() error {
	if n.cfg.Nodes == 0 && n.cfg.Shards == 0 && len(n.cfg.Weights) == 0 {
		return nil
	}
	weights, err := n.weights(len(n.state.Nodes), n.state.Shards)
	if err != nil {
		return err
	}
	same := len(weights) == len(n.state.Nodes)
	for i := 0; same && i < len(weights); i++ {
		same = weights[i] == n.state.Nodes[i].Shards
	}
	if !same {
		return fmt.Errorf("%s holds a network of %d nodes and %d shards: leave out --nodes, --shards and --weights, choose another --dir, or start anew with --reset",
			n.cfg.Dir, len(n.state.Nodes), n.state.Shards)
	}
	return nil
}

// waitForPorts returns an error that names the first port that is taken. After a network that was killed its children may still be ending, so
// their ports get the time that a child may take.
func (n *Net) waitForPorts(ctx context.Context) error {
	deadline := time.Now()
	if _, err := os.Stat(n.path(runningFile)); err == nil {
		deadline = deadline.Add(stopTimeout + time.Second)
	}
	for {
		err := n.checkPorts()
		if err == nil || time.Now().After(deadline) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
}

func (n *Net) checkPorts() error {
	err := checkPort(n.state.RPCPort, "the chain")
	for _, s := range n.state.Nodes {
		if err == nil {
			err = checkPort(s.Port, s.Name)
		}
	}
	if err != nil {
		return fmt.Errorf("%w: end that program, or start anew with --reset (%s keeps the ports)", err, n.path(stateFile))
	}
	return nil
}

// Info describes the network.
func (n *Net) Info() Info {
	info := Info{
		Dir: n.cfg.Dir, RPCURL: n.rpcURL(), ChainID: n.state.ChainID, Registry: n.state.Registry, NetworkID: n.state.NetworkID,
		Shards: n.state.Shards, ClientConfig: n.path(clientConfigFile), Client: n.keys.client,
	}
	for _, s := range n.state.Nodes {
		info.Nodes = append(info.Nodes, NodeInfo{Name: s.Name, Address: address(s.Port), Shards: s.Shards, Dir: n.path(s.Name)})
	}
	return info
}

func (n *Net) rpcURL() string { return "http://" + address(n.state.RPCPort) }

// Context is the text of the client's context for this network, see AddContext.
func (n *Net) Context() string {
	return fmt.Sprintf(`registry: "%s"
chain_id: %d
network_id: "%s"
rpc_urls:
  - %s
wallet_config:
  path: %q
  active_address: "%s"
`, n.state.Registry, n.state.ChainID, n.state.NetworkID, n.rpcURL(), n.path(clientDir), n.keys.client)
}

// Wait returns when ctx ends (nil) or when the chain has ended by itself (why). The network goes on without nodes that end; ended is told of each, one at
// a time. Nodes that are started again meanwhile are not watched.
func (n *Net) Wait(ctx context.Context, ended func(node string, err error)) error {
	n.mu.Lock()
	chain, nodes := n.chain, slices.Clone(n.nodes)
	n.mu.Unlock()
	ctx, cancel := context.WithCancel(ctx)
	var wg sync.WaitGroup
	defer wg.Wait() // runs after cancel
	defer cancel()
	gone := make(chan *part)
	for _, p := range nodes {
		if p == nil {
			continue
		}
		wg.Go(func() {
			select {
			case <-p.done:
			case <-ctx.Done():
				return
			}
			select {
			case gone <- p:
			case <-ctx.Done():
			}
		})
	}
	for {
		select {
		case p := <-gone:
			ended(p.name, p.err)
		case <-chain.done:
			if chain.err == nil {
				return errors.New("the chain ended")
			}
			return chain.err
		case <-ctx.Done():
			return nil
		}
	}
}

// Close stops all parts, the chain last, and waits until they have ended. Why a part ended that had done so before is not its concern. It may be called more
// than once.
func (n *Net) Close() error {
	n.mu.Lock()
	defer n.mu.Unlock()
	var errs []error
	var wg sync.WaitGroup
	results := make([]error, len(n.nodes))
	for i, p := range n.nodes {
		if p == nil {
			continue
		}
		before := p.ended()
		wg.Go(func() {
			if err := p.wait(); !before {
				results[i] = err
			}
		})
	}
	wg.Wait()
	for i := range n.nodes {
		n.nodes[i] = nil
	}
	errs = append(errs, results...)
	if n.chain != nil {
		before := n.chain.ended()
		if err := n.chain.wait(); !before {
			errs = append(errs, err)
		}
		n.chain = nil
	}
	if n.lock != nil {
		_ = os.Remove(n.path(runningFile)) // only costs the next start time if it stays
		errs = append(errs, n.lock.Unlock())
		n.lock = nil
	}
	return errors.Join(errs...)
}

// Reset deletes the network of dir and everything that is stored on it. A network that runs, and a folder that holds something else, are refused.
func Reset(dir string) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(dir, stateFile)); err != nil {
		return fmt.Errorf("%s holds no network (no %s): delete it by hand if that is what you want", dir, stateFile)
	}
	n := &Net{cfg: Config{Dir: dir}}
	if err := n.takeLock(); err != nil {
		return err
	}
	// What is not the network's stays. The state goes last, so that an interrupted reset can be repeated.
	var errs []error
	for _, e := range entries {
		if name := e.Name(); ours(name) && name != stateFile && name != lockFile {
			errs = append(errs, os.RemoveAll(filepath.Join(dir, name)))
		}
	}
	if err := errors.Join(errs...); err != nil {
		return errors.Join(err, n.lock.Unlock())
	}
	errs = append(errs, os.Remove(filepath.Join(dir, stateFile)), n.lock.Unlock(), os.Remove(filepath.Join(dir, lockFile)))
	_ = os.Remove(dir) // stays if it holds something else
	return errors.Join(errs...)
}

// ours reports whether a network makes a file or folder of that name in its folder.
func ours(name string) bool {
	switch name {
	case stateFile, lockFile, runningFile, chainFile, clientConfigFile, deployStateFile, keysDir, "chain", "logs":
		return true
	}
	number, ok := strings.CutPrefix(name, "node-")
	_, err := strconv.Atoi(number)
	return ok && err == nil
}

// refuseStrangers returns an error if dir holds no network, but something else.
func refuseStrangers(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == stateFile }) {
		return nil
	}
	for _, e := range entries {
		if !ours(e.Name()) {
			return fmt.Errorf("%s holds %s, which no network made: choose an empty folder, or one that does not exist, with --dir", dir, e.Name())
		}
	}
	return nil
}
