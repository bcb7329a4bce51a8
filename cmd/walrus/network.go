package main

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"walrus/chain"
	"walrus/chain/evm"
	"walrus/chain/evm/wallet"
	"walrus/client"
	"walrus/internal/turn"
)

// A networkReader is the configured network, open for reading.
type networkReader struct {
	*evm.Client
	cfg *client.LoadedConfig
}

func (r *networkReader) close() { r.Client.Close() }

// loadConfig reads the configuration that the flags name.
func (a *app) loadConfig() (*client.LoadedConfig, error) {
	cfg, err := client.LoadConfig(a.config, a.context)
	if err != nil {
		return nil, err
	}
	if a.wallet != "" {
		cfg.Wallet = walletIn(a.wallet, cfg.Wallet.ActiveAddress)
	}
	if a.rpcURL != "" {
		cfg.RPCURLs = []string{a.rpcURL}
	}
	a.log.Info("configuration", "file", cfg.Path, "context", cfg.Context, "wallet", cfg.Wallet.Path, "rpc", strings.Join(cfg.RPCURLs, " "))
	for _, w := range cfg.Warnings {
		a.warn(cfg.Path + ": " + w)
	}
	return cfg, nil
}

// walletIn is the wallet of a folder that --wallet names. The configuration's active_address says which key is meant there too, unless the folder does not have it.
func walletIn(dir string, active chain.Address) client.WalletConfig {
	if addrs, err := wallet.List(dir); err != nil || !slices.Contains(addrs, active) {
		active = chain.Address{} // what is wrong with the folder is told when the key is wanted
	}
	return client.WalletConfig{Path: dir, ActiveAddress: active}
}

// openReader opens the configured network for reading.
func (a *app) openReader(ctx context.Context) (*networkReader, error) {
	cfg, err := a.loadConfig()
	if err != nil {
		return nil, err
	}
	return a.dial(ctx, cfg)
}

func (a *app) dial(ctx context.Context, cfg *client.LoadedConfig) (*networkReader, error) {
	finality, err := evm.ParseFinality(cfg.Finality)
	if err != nil {
		return nil, fmt.Errorf("configuration file %s: %w", cfg.Path, err)
	}
	budget, err := a.budget()
	if err != nil {
		return nil, err
	}
	c, err := evm.Dial(ctx, evm.Options{
		GasBudget: budget,
		Finality:  finality,
		URLs:      cfg.RPCURLs,
		Registry:  cfg.Registry,
		Expect:    &chain.Network{ID: cfg.NetworkID, ChainID: cfg.ChainID, Registry: cfg.Registry, Parts: cfg.Contracts},
		Turn:      a.takeTurn,
		Log:       a.log,
	})
	if err != nil {
		return nil, fmt.Errorf("chain of %s: %w", cfg.Path, err)
	}
	return &networkReader{c, cfg}, nil
}

// takeTurn makes commands of one user that pay from one account at the same time do so one after the other. Where that is not possible, they get in each other's way and try again.
func (a *app) takeTurn(ctx context.Context, what string, account chain.Address) (end func(), err error) {
	dir, err := turnFolder()
	if err != nil {
		a.log.Info("commands cannot take turns", "error", err)
		return func() {}, nil
	}
	file := filepath.Join(dir, what+"-"+account.String()[2:]+".lock")
	within := ctx
	if what == evm.TurnSend { // takes a moment, unless a command is stopped in the middle of it
		var cancel context.CancelFunc
		within, cancel = context.WithTimeout(ctx, sendTurnPatience)
		defer cancel()
	}
	var tell *time.Timer
	t, err := turn.Take(within, file, func() {
		tell = time.AfterFunc(turnTold, func() {
			a.log.Warn("another command is paying from this account, or was stopped while it did: waiting for that", "account", account, "lock", file)
		})
	})
	if tell != nil {
		tell.Stop()
	}
	if err != nil && ctx.Err() == nil {
		a.log.Warn("commands that use this account at the same time cannot take turns", "error", err)
		err = nil
	}
	return t.End, err
}

const (
	// sendTurnPatience is how long a command waits for another one that is about to send a transaction, and goes on without its turn then.
	sendTurnPatience = 30 * time.Second
	// turnTold is how long a command waits for its turn before it says so.
	turnTold = 2 * time.Second
)

// turnFolder is where commands of one user meet.
func turnFolder() (string, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(home, ".walrus", "turns")
	return dir, os.MkdirAll(dir, 0o700)
}

// budget reads --gas-budget; nil without it.
func (a *app) budget() (*big.Int, error) {
	if a.gasBudget == "" {
		return nil, nil
	}
	wei, ok := new(big.Int).SetString(a.gasBudget, 10)
	if !ok || wei.Sign() <= 0 {
		return nil, usagef("--gas-budget %s: want a number of wei above 0", a.gasBudget)
	}
	return wei, nil
}

// openAccount opens the configured network and its wallet.
func (a *app) openAccount(ctx context.Context) (*networkReader, *evm.Account, error) {
	r, err := a.openReader(ctx)
	if err != nil {
		return nil, nil, err
	}
	w, err := a.openWallet(ctx, r.cfg.Wallet)
	if err != nil {
		r.close()
		return nil, nil, err
	}
	acct, err := r.Account(w.Key())
	if err != nil {
		r.close()
		return nil, nil, err
	}
	return r, acct, nil
}

// openWallet unlocks the wallet of a configuration: with the empty password if that fits, with --password-file, or by asking.
func (a *app) openWallet(ctx context.Context, cfg client.WalletConfig) (*wallet.Wallet, error) {
	addr, err := walletAddress(cfg)
	if err != nil {
		return nil, err
	}
	if a.password != "" {
		w, err := wallet.Open(cfg.Path, addr, wallet.FromFile(a.password))
		if err = wrap("wallet", err); errors.Is(err, wallet.ErrPassword) {
			err = withHint(err, "the password is the first line of %s; check that it is this wallet's", a.password)
		}
		return w, err
	}
	// Keys that a devnet draws have an empty password; asking for it would only disturb.
	w, err := wallet.Open(cfg.Path, addr, wallet.Fixed(""))
	if !errors.Is(err, wallet.ErrPassword) {
		return w, wrap("wallet", err)
	}
	w, err = wallet.Open(cfg.Path, addr, a.askPassword(ctx))
	return w, wrap("wallet", err)
}

// walletAddress is the account of a configuration; its key stays locked.
func walletAddress(cfg client.WalletConfig) (chain.Address, error) {
	if cfg.Path == "" {
		return chain.Address{}, withHint(errors.New("no wallet is configured"), "set wallet_config in the configuration, name a keystore folder with --wallet, or make one with walrus wallet new")
	}
	if !cfg.ActiveAddress.IsZero() {
		return cfg.ActiveAddress, nil
	}
	addrs, err := wallet.List(cfg.Path)
	switch {
	case err != nil:
		return chain.Address{}, fmt.Errorf("wallet: %w", err)
	case len(addrs) == 0 && countFiles(cfg.Path) > 0:
		return chain.Address{}, withHint(fmt.Errorf("wallet %s holds no key: none of its %d files is a whole keystore file", cfg.Path, countFiles(cfg.Path)),
			"put back a copy of the file if it was one; walrus wallet import takes a key over")
	case len(addrs) == 0:
		return chain.Address{}, withHint(fmt.Errorf("wallet %s holds no key", cfg.Path), "walrus wallet new makes one, walrus wallet import takes one over")
	case len(addrs) > 1:
		return chain.Address{}, fmt.Errorf("wallet %s holds %d keys: set active_address in wallet_config to one of them (walrus wallet list shows them)", cfg.Path, len(addrs))
	}
	return addrs[0], nil
}

// countFiles is how many files a folder has; 0 if it cannot be read.
func countFiles(dir string) int {
	n := 0
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if e.Type().IsRegular() {
			n++
		}
	}
	return n
}

// openAddress opens the configured network for reading, and names its wallet's account without unlocking it.
func (a *app) openAddress(ctx context.Context) (*networkReader, chain.Address, error) {
	r, err := a.openReader(ctx)
	if err != nil {
		return nil, chain.Address{}, err
	}
	addr, err := walletAddress(r.cfg.Wallet)
	if err != nil {
		r.close()
		return nil, addr, err
	}
	return r, addr, nil
}

// unlockQuietly opens a wallet only if that needs no question.
func (a *app) unlockQuietly(ctx context.Context, cfg client.WalletConfig) (*wallet.Wallet, error) {
	quiet := *a
	quiet.stdin = strings.NewReader("")
	return quiet.openWallet(ctx, cfg)
}

func (a *app) warn(text string) {
	if a.json {
		a.log.Warn(text)
		return
	}
	fmt.Fprintf(a.stderr, "%s %s\n", paint(a.stderr, yellow, "Warning:"), text)
}

// wrap adds what was being done to an error, and leaves nil nil.
func wrap(what string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", what, err)
}

// shardsOfNetwork asks the configuration, and then the chain.
func (a *app) shardsOfNetwork(ctx context.Context) (int, error) {
	net, err := a.openReader(ctx)
	if err != nil {
		return 0, err
	}
	defer net.close()
	sys, err := net.System(ctx)
	return int(sys.NShards), err
}
