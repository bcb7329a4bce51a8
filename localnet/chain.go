package localnet

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"os"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"gopkg.in/yaml.v3"

	"walrus/chain"
	"walrus/chain/devchain"
)

// A ChainConfig is the content of chain.yaml: everything that the chain's process has to know.
type ChainConfig struct {
	Dir     string                   `yaml:"dir"`
	ChainID uint64                   `yaml:"chain_id"`
	RPCAddr string                   `yaml:"rpc_address"`
	Coins   map[chain.Address]uint64 `yaml:"coins"` // native coins in genesis, whole ones
}

// chainConfig is the configuration of this network's chain.
func (n *Net) chainConfig() ChainConfig {
	deployer := chain.Address(crypto.PubkeyToAddress(n.keys.deployer.PublicKey))
	return ChainConfig{
		Dir:     n.path("chain"),
		ChainID: n.state.ChainID,
		RPCAddr: address(n.state.RPCPort),
		Coins:   map[chain.Address]uint64{deployer: initialCoins, n.keys.client: initialCoins},
	}
}

// LoadChainConfig reads a file that a network has written.
func LoadChainConfig(path string) (ChainConfig, error) {
	var c ChainConfig
	b, err := os.ReadFile(path)
	if err != nil {
		return c, err
	}
	dec := yaml.NewDecoder(bytes.NewReader(b))
	dec.KnownFields(true)
	if err := dec.Decode(&c); err != nil {
		return c, fmt.Errorf("%s: %w", path, err)
	}
	return c, nil
}

// RunChain runs the embedded chain until ctx ends; ready is called once it serves.
func RunChain(ctx context.Context, c ChainConfig, log *slog.Logger, ready func()) error {
	alloc := map[common.Address]*big.Int{}
	for addr, coins := range c.Coins {
		alloc[common.Address(addr)] = new(big.Int).Mul(new(big.Int).SetUint64(coins), big.NewInt(1e18))
	}
	ch, err := devchain.Open(devchain.Config{Dir: c.Dir, ChainID: c.ChainID, RPCAddr: c.RPCAddr, Alloc: alloc, Log: log})
	if err != nil {
		return err
	}
	done := make(chan error, 1)
	go func() { done <- ch.Run(ctx) }()
	select {
	case err := <-done:
		return err
	case <-ch.Ready():
		ready()
		return <-done
	}
}

// startChain starts the chain as a part and returns when it serves.
func (n *Net) startChain(ctx context.Context) (*part, error) {
	cfg := n.chainConfig()
	if n.cfg.Processes {
		b, err := yaml.Marshal(cfg)
		if err != nil {
			return nil, err
		}
		if err := writeFile(n.path(chainFile), b, 0o644); err != nil {
			return nil, err
		}
		return startProcess(ctx, "chain", n.cfg.Exe, []string{"chain", "run", "--config", n.path(chainFile), "--parent-pipe"}, n.logPath("chain"))
	}
	return n.startHere(ctx, "chain", func(ctx context.Context, log *slog.Logger, ready func()) error {
		return RunChain(ctx, cfg, log, ready)
	})
}

// startHere runs a part in this process, its log going to the part's file, and returns when it has called ready.
func (n *Net) startHere(ctx context.Context, name string, run func(ctx context.Context, log *slog.Logger, ready func()) error) (*part, error) {
	f, err := os.OpenFile(n.logPath(name), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return nil, err
	}
	ready := make(chan struct{})
	p := goPart(name, func(ctx context.Context) error {
		defer f.Close()
		return run(ctx, partLogger(f), func() { close(ready) })
	})
	select {
	case <-ready:
		return p, nil
	case <-p.done:
		if p.err == nil {
			p.err = fmt.Errorf("%s: %w", name, errors.New("ended before it served"))
		}
		return nil, p.err
	case <-ctx.Done():
		return nil, errors.Join(ctx.Err(), p.wait())
	}
}

// partLogger is the form of all logs in the folder.
func partLogger(w io.Writer) *slog.Logger {
	return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{Level: slog.LevelInfo}))
}
