package localnet

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"

	"golang.org/x/sync/errgroup"
	"gopkg.in/yaml.v3"

	"walrus/chain"
	"walrus/chain/evm"
	"walrus/node"
)

// RunNode runs one storage node until ctx ends; ready is called once it accepts requests.
func RunNode(ctx context.Context, cfg node.Config, log *slog.Logger, ready func()) error {
	finality, err := evm.ParseFinality(cfg.Chain.Finality)
	if err != nil {
		return fmt.Errorf("configuration: chain: %w", err)
	}
	c, err := evm.Dial(ctx, evm.Options{
		Finality: finality,
		URLs:     cfg.Chain.RPCURLs,
		Registry: cfg.Chain.Registry,
		Expect:   &chain.Network{ID: cfg.Chain.NetworkID, ChainID: cfg.Chain.ChainID, Registry: cfg.Chain.Registry},
		Log:      log,
	})
	if err != nil {
		return fmt.Errorf("chain: %w", err)
	}
	defer c.Close()
	n, err := node.Open(ctx, cfg, node.Deps{Chain: c, Log: log})
	if err != nil {
		return explainPort(err, cfg.RESTAddress, "rest_api_address")
	}
	ready() // it listens already; what arrives before Run waits in the system's queue
	return n.Run(ctx)
}

// nodeConfig is the configuration of node i.
func (n *Net) nodeConfig(i int) node.Config {
	s := n.state.Nodes[i]
	// Requests under way at a stop get less time than the part itself, see stopTimeout.
	grace := 2
	return node.Config{
		Name:            s.Name,
		StoragePath:     filepath.Join(n.path(s.Name), "storage"),
		RESTAddress:     address(s.Port),
		PublicHost:      loopback,
		PublicPort:      s.Port,
		ProtocolKeyPath: n.path(protocolKeyFile(s.Name)),
		NetworkKeyPath:  n.path(networkKeyFile(s.Name)),
		GraceSeconds:    &grace,
		Chain: node.ChainConfig{
			RPCURLs:   []string{n.rpcURL()},
			Registry:  n.state.Registry,
			ChainID:   n.state.ChainID,
			NetworkID: n.state.NetworkID,
		},
	}
}

// startNodes starts all nodes at once.
func (n *Net) startNodes(ctx context.Context) error {
	n.nodes = make([]*part, len(n.state.Nodes))
	var g errgroup.Group
	for i := range n.nodes {
		g.Go(func() error { return n.StartNode(ctx, i) })
	}
	return g.Wait()
}

// StartNode starts node i, which must not be running, and returns when it accepts requests.
func (n *Net) StartNode(ctx context.Context, i int) error {
	cfg := n.nodeConfig(i)
	dir := n.path(cfg.Name)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	b, err := yaml.Marshal(cfg)
	if err != nil {
		return err
	}
	path := filepath.Join(dir, "config.yaml")
	if err := writeFile(path, b, 0o644); err != nil {
		return err
	}
	var p *part
	if n.cfg.Processes {
		p, err = startProcess(ctx, cfg.Name, n.cfg.Exe, []string{"node", "run", "--config", path, "--parent-pipe"}, n.logPath(cfg.Name))
	} else {
		p, err = n.startHere(ctx, cfg.Name, func(ctx context.Context, log *slog.Logger, ready func()) error {
			return RunNode(ctx, cfg, log, ready)
		})
	}
	if err != nil {
		return err
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	n.nodes[i] = p
	return nil
}

// StopNode stops node i in good order and waits until it has ended.
func (n *Net) StopNode(i int) error {
	n.mu.Lock()
	p := n.nodes[i]
	n.nodes[i] = nil
	n.mu.Unlock()
	if p == nil {
		return nil
	}
	return p.wait()
}

// errNoProcess means that a part does not run in a process of its own.
var errNoProcess = errors.New("no process of its own runs it; start the network with Processes")

// KillNode ends the process of node i the hard way, as a power cut would, and waits until it is gone.
func (n *Net) KillNode(i int) error {
	p, err := n.nodeProcess(i)
	if err != nil {
		return err
	}
	err = p.proc.Kill()
	<-p.done
	n.mu.Lock()
	n.nodes[i] = nil
	n.mu.Unlock()
	_ = p.wait() // frees what watched it; that it was killed is known
	return err
}

// SignalNode sends a signal to the process of node i, for instance to stop it without ending it.
func (n *Net) SignalNode(i int, sig os.Signal) error {
	p, err := n.nodeProcess(i)
	if err != nil {
		return err
	}
	return p.proc.Signal(sig)
}

// KillAll ends every process of the network the hard way, all at once, chain and nodes. Close afterwards frees the folder.
func (n *Net) KillAll() error {
	n.mu.Lock()
	parts := append([]*part{n.chain}, n.nodes...)
	n.mu.Unlock()
	var errs []error
	for _, p := range parts {
		switch {
		case p == nil:
		case p.proc == nil:
			return errNoProcess
		default:
			errs = append(errs, p.proc.Kill())
		}
	}
	for _, p := range parts {
		if p != nil {
			<-p.done
			_ = p.wait()
		}
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	n.chain = nil
	clear(n.nodes)
	return errors.Join(errs...)
}

func (n *Net) nodeProcess(i int) (*part, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	p := n.nodes[i]
	switch {
	case p == nil:
		return nil, fmt.Errorf("%s does not run", n.state.Nodes[i].Name)
	case p.proc == nil:
		return nil, errNoProcess
	}
	return p, nil
}
