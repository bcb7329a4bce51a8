package main

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math/big"
	"path/filepath"

	"github.com/spf13/cobra"

	"walrus/chain"
	"walrus/localnet"
)

// getWALResult is the JSON of get-wal. AmountSui keeps the name that scripts know; it is the amount of WAL in FROST.
type getWALResult struct {
	AmountSui    uint64         `json:"amountSui"`
	AmountNative string         `json:"amountNative"` // wei
	Address      chain.Address  `json:"address"`
	TxDigests    []chain.TxHash `json:"txDigests"`
}

func (a *app) getWALCommand() *cobra.Command {
	var amount uint64
	var dir, exchange string
	cmd := &cobra.Command{
		Use:   "get-wal",
		Short: "Get WAL and native coins for the wallet, on a devnet",
		Long: `Sends WAL, and a native coin for gas, from the account that deployed a devnet on this machine to the wallet of the configuration. Networks on a
public chain have no such source: there WAL comes from whoever holds it.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if exchange != "" {
				return usagef("--exchange-id is of the public network; a devnet gives WAL away without an exchange")
			}
			if amount == 0 {
				return usagef("--amount 0: want at least 1")
			}
			return a.getWAL(cmd.Context(), dir, amount)
		},
	}
	f := cmd.Flags()
	f.Uint64Var(&amount, "amount", 500_000_000, "amount in `FROST` (10^9 are one WAL)")
	f.StringVar(&dir, "dir", "", "`folder` of the devnet (default: the one whose wallet is configured, else ~/.walrus/devnet)")
	f.StringVar(&exchange, "exchange-id", "", "not used")
	_ = f.MarkHidden("exchange-id")
	return cmd
}

func (a *app) getWAL(ctx context.Context, dir string, amount uint64) error {
	r, err := a.openReader(ctx)
	if err != nil {
		return err
	}
	defer r.close()
	w, err := a.openWallet(ctx, r.cfg.Wallet)
	if err != nil {
		return err
	}
	key, err := a.faucetKey(r, dir)
	if err != nil {
		return err
	}
	faucet, err := r.Account(key)
	if err != nil {
		return err
	}
	to, coin := w.Address(), big.NewInt(1e18)
	native, err := faucet.SendNative(ctx, to, coin)
	if err != nil {
		return wrap("send native coin", err)
	}
	wal, err := faucet.SendWAL(ctx, to, amount)
	if err != nil {
		return wrap("send WAL", err)
	}
	if a.json {
		return printJSON(a.stdout, getWALResult{amount, coin.String(), to, []chain.TxHash{native.Tx, wal.Tx}})
	}
	have, err := r.Balances(ctx, to)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.stdout, "%s got %s and 1 native coin for gas\n", paint(a.stdout, teal, "Success:"), humanWAL(amount))
	fields(a.stdout, "Wallet", to.String(), "WAL", humanWAL(have.WAL), "Native", humanNative(have.Native), "Transaction", wal.Tx.String())
	return nil
}

// faucetKey finds the folder of the configured network on this machine and returns the key of its deployer.
func (a *app) faucetKey(r *networkReader, dir string) (*ecdsa.PrivateKey, error) {
	candidates := []string{dir}
	if dir == "" {
		candidates = []string{filepath.Join(r.cfg.Wallet.Path, "..", "..")} // DIR/keys/client
		if home, err := devnetDir(); err == nil {
			candidates = append(candidates, home)
		}
	}
	var errs []error
	for _, d := range candidates {
		key, err := localnet.DeployerKey(d, r.cfg.NetworkID)
		if err == nil {
			return key, nil
		}
		errs = append(errs, err)
	}
	return nil, withHint(fmt.Errorf("no devnet of this machine has that network: %w", errors.Join(errs...)),
		"name the folder of the devnet with --dir; WAL of other networks comes from whoever holds it")
}
