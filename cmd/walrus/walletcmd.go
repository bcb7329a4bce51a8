package main

import (
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"os"
	"path/filepath"
	"strings"

	"github.com/ethereum/go-ethereum/crypto"
	"github.com/spf13/cobra"

	"walrus/chain"
	"walrus/chain/evm/wallet"
)

func (a *app) walletCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "wallet",
		Short: "Make and list keys, show balances, send money",
		Long: `Keys are files of a keystore folder as other programs of Ethereum know it, encrypted with a password. The folder is that of --wallet, else that of the
configuration, else ~/.walrus/wallet.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.walletNewCommand(), a.walletImportCommand(), a.walletListCommand(), a.walletBalanceCommand(), a.walletSendCommand())
	return cmd
}

// walletFolder is where keys are, and which of them is in use, if the configuration says.
func (a *app) walletFolder() (dir string, active chain.Address, err error) {
	if cfg, err := a.loadConfig(); err == nil && cfg.Wallet.Path != "" {
		return cfg.Wallet.Path, cfg.Wallet.ActiveAddress, nil
	}
	if a.wallet != "" {
		return a.wallet, active, nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", active, withHint(err, "name a folder with --wallet")
	}
	return filepath.Join(home, ".walrus", "wallet"), active, nil
}

// walletResult is the JSON of commands that make a key.
type walletResult struct {
	Address chain.Address `json:"walletAddress"`
	Path    string        `json:"path"`
}

// newPassword asks for the password of a new key, or reads it.
func (a *app) newPassword(ctx context.Context) wallet.Password {
	if a.password != "" {
		return wallet.FromFile(a.password)
	}
	return a.askPassword(ctx)
}

func strength(strong bool) wallet.Strength {
	if strong {
		return wallet.Strong
	}
	return wallet.Default
}

func (a *app) walletNewCommand() *cobra.Command {
	var strong bool
	cmd := &cobra.Command{
		Use:   "new",
		Short: "Draw a key",
		Long:  "Draws a key and writes it to the keystore folder, encrypted with a password that is asked for twice, or with the first line of --password-file. Whoever loses file or password loses what the key owns.",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.makeKey(func(dir string) (*wallet.Wallet, error) {
				return wallet.New(dir, strength(strong), a.newPassword(cmd.Context()))
			})
		},
	}
	cmd.Flags().BoolVar(&strong, "strong", false, "make guessing the password four times as costly; unlocking takes 256 MB then")
	return cmd
}

// makeKey writes a key to the wallet's folder and says where it is.
func (a *app) makeKey(write func(dir string) (*wallet.Wallet, error)) error {
	dir, active, err := a.walletFolder()
	if err != nil {
		return err
	}
	w, err := write(dir)
	if err != nil {
		return wrap("wallet", err)
	}
	if a.json {
		return printJSON(a.stdout, walletResult{w.Address(), dir})
	}
	fmt.Fprintf(a.stdout, "%s key written; keep a copy of the file, and the password\n", paint(a.stdout, teal, "Success:"))
	fields(a.stdout, "Address", w.Address().String(), "Folder", dir)
	if active != w.Address() {
		fmt.Fprintf(a.stdout, "To use it, set in the configuration: wallet_config: {path: %s, active_address: %q}\n", dir, w.Address())
	}
	return nil
}

func (a *app) walletImportCommand() *cobra.Command {
	var strong bool
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Take over a key from a file",
		Long: `Reads a private key from FILE, or from standard input for a hyphen: 64 hex digits, or a keystore file, whose password is asked for. It is written to the keystore folder,
encrypted anew. Keys never belong on a command line, where other users can see them.`,
		Args: exactly("FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			key, err := a.readKey(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			return a.makeKey(func(dir string) (*wallet.Wallet, error) {
				return wallet.Import(dir, key, strength(strong), a.newPassword(cmd.Context()))
			})
		},
	}
	cmd.Flags().BoolVar(&strong, "strong", false, "make guessing the password four times as costly; unlocking takes 256 MB then")
	return cmd
}

// maxKeyFile bounds what is read as a key; real files have 500 bytes.
const maxKeyFile = 64 << 10

// readKey reads a private key: in hex, or a keystore file.
func (a *app) readKey(ctx context.Context, path string) (*ecdsa.PrivateKey, error) {
	in := a.stdin
	if path != "-" {
		if _, err := crypto.HexToECDSA(strings.TrimPrefix(path, "0x")); err == nil {
			return nil, usagef("that is a private key itself: other users can see command lines; put it into a file, or pipe it to walrus wallet import -")
		}
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	read, err := unlessDone(ctx, func() (string, error) {
		b, err := io.ReadAll(io.LimitReader(in, maxKeyFile+1))
		return string(b), err
	})
	if err != nil {
		return nil, err
	}
	b := []byte(read)
	if len(b) > maxKeyFile {
		return nil, fmt.Errorf("%s has more than %d bytes: that is no key", path, maxKeyFile)
	}
	text := strings.TrimSpace(string(b))
	if key, err := crypto.HexToECDSA(strings.TrimPrefix(text, "0x")); err == nil {
		return key, nil
	}
	if !json.Valid(b) {
		return nil, fmt.Errorf("%s holds neither a private key of 64 hex digits nor a keystore file", path)
	}
	key, err := wallet.Decrypt(b, "")
	if !errors.Is(err, wallet.ErrPassword) {
		return key, wrap(path, err)
	}
	pw, err := a.newPassword(ctx)(chain.Address{}, false)
	if err != nil {
		return nil, err
	}
	key, err = wallet.Decrypt(b, pw)
	return key, wrap(path, err)
}

func (a *app) walletListCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the keys of the wallet",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			dir, active, err := a.walletFolder()
			if err != nil {
				return err
			}
			addrs, err := wallet.List(dir)
			if err != nil {
				return wrap("wallet", err)
			}
			if active.IsZero() && len(addrs) == 1 {
				active = addrs[0]
			}
			if a.json {
				return printJSON(a.stdout, struct {
					Path   string          `json:"path"`
					Keys   []chain.Address `json:"addresses"`
					Active *chain.Address  `json:"active"`
				}{dir, append([]chain.Address{}, addrs...), nonZero(active)})
			}
			fmt.Fprintf(a.stdout, "Folder: %s\n", dir)
			for _, addr := range addrs {
				note := ""
				if addr == active {
					note = " (in use)"
				}
				fmt.Fprintf(a.stdout, "%v%s\n", addr, note)
			}
			if len(addrs) == 0 {
				fmt.Fprintln(a.stdout, "It holds no key; walrus wallet new makes one")
			}
			return nil
		},
	}
}

func nonZero(addr chain.Address) *chain.Address {
	if addr.IsZero() {
		return nil
	}
	return &addr
}

func (a *app) walletBalanceCommand() *cobra.Command {
	var address string
	cmd := &cobra.Command{
		Use:   "balance",
		Short: "Show what the wallet has of both currencies",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return a.walletBalance(cmd.Context(), address) },
	}
	cmd.Flags().StringVar(&address, "address", "", "another `account` than the wallet's")
	a.readFlags(cmd)
	return cmd
}

func (a *app) walletBalance(ctx context.Context, address string) error {
	r, err := a.openReader(ctx)
	if err != nil {
		return err
	}
	defer r.close()
	var addr chain.Address
	if address != "" {
		addr, err = parseAddressArg(address)
	} else {
		addr, err = walletAddress(r.cfg.Wallet)
	}
	if err != nil {
		return err
	}
	b, err := r.Balances(ctx, addr)
	if err != nil {
		return err
	}
	if a.json {
		return printJSON(a.stdout, struct {
			Address chain.Address `json:"address"`
			WAL     uint64        `json:"wal"`    // FROST
			Native  string        `json:"native"` // wei
		}{addr, b.WAL, b.Native.String()})
	}
	fields(a.stdout, "Address", addr.String(), "WAL", fmt.Sprintf("%s (%s FROST)", humanWAL(b.WAL), thousands(b.WAL)), "Native", humanNative(b.Native))
	return nil
}

func (a *app) walletSendCommand() *cobra.Command {
	var to, native string
	var amount uint64
	var dry bool
	cmd := &cobra.Command{
		Use:     "send --to ADDRESS (--amount FROST | --native WEI)",
		Short:   "Send WAL or native coin to another account",
		Example: "  walrus wallet send --to 0x5290…9ee7 --amount 1000000000",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			addr, err := parseAddressArg(to)
			if err != nil {
				return err
			}
			wei := new(big.Int)
			if native != "" {
				if _, ok := wei.SetString(native, 10); !ok || wei.Sign() <= 0 || wei.BitLen() > 256 {
					return usagef("--native %s: want a number of wei above 0, without decimals (10^18 are one coin)", native)
				}
			} else if amount == 0 {
				return usagef("--amount 0: want at least 1")
			}
			return a.walletSend(cmd.Context(), addr, amount, wei, dry)
		},
	}
	f := cmd.Flags()
	f.StringVar(&to, "to", "", "`address` of the receiver")
	f.Uint64Var(&amount, "amount", 0, "amount of WAL in `FROST` (10^9 are one WAL)")
	f.StringVar(&native, "native", "", "amount of native coin in `wei`")
	dryRunFlag(cmd, &dry)
	_ = cmd.MarkFlagRequired("to")
	cmd.MarkFlagsOneRequired("amount", "native")
	cmd.MarkFlagsMutuallyExclusive("amount", "native")
	return cmd
}

func (a *app) walletSend(ctx context.Context, to chain.Address, frost uint64, wei *big.Int, dry bool) error {
	o, err := a.openOwner(ctx, dry)
	if err != nil {
		return err
	}
	defer o.close()
	what := humanWAL(frost)
	if wei.Sign() > 0 {
		what = humanNative(wei)
	}
	if !dry {
		if err := a.sure(ctx, fmt.Sprintf("Send %s to %v", what, to)); err != nil {
			return err
		}
	}
	r, err := o.call(func(acct chain.SpendingAccount) (chain.Receipt, error) {
		if wei.Sign() > 0 {
			return acct.SendNative(ctx, to, wei)
		}
		return acct.SendWAL(ctx, to, frost)
	})
	if err != nil {
		return wrap("send", err)
	}
	s := o.spent(r)
	s.Cost = 0 // what was sent is no cost
	result := struct {
		To     chain.Address `json:"to"`
		WAL    uint64        `json:"wal,omitempty"`    // FROST
		Native string        `json:"native,omitempty"` // wei
		spent
	}{To: to, WAL: frost, spent: s}
	if wei.Sign() > 0 {
		result.Native = wei.String()
	}
	return a.tell(o, s, result, what+" sent", what+" would be sent", "To", to.String())
}
