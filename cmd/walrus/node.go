package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"walrus/attest"
	"walrus/bls"
	"walrus/chain"
	"walrus/localnet"
	"walrus/node"
	"walrus/nodeapi"
)

func (a *app) nodeCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "node",
		Short: "Run a storage node, make its keys, prove that it has them",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.nodeRunCommand(), a.nodeKeygenCommand(), a.nodeProveCommand())
	return cmd
}

func (a *app) nodeRunCommand() *cobra.Command {
	var child childFlags
	cmd := &cobra.Command{
		Use:     "run --config FILE",
		Short:   "Run a storage node until Ctrl-C",
		Example: "  walrus node run --config /etc/walrus/node.yaml",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if a.config == "" {
				return usagef("--config is missing: the node's configuration file")
			}
			cfg, err := node.LoadConfig(a.config)
			if err != nil {
				return err
			}
			return a.serve(cmd.Context(), child, func(ctx context.Context, ready func()) error {
				return localnet.RunNode(ctx, cfg, a.serverLog(), ready)
			})
		},
	}
	child.add(cmd)
	return cmd
}

// Names of the key files that keygen writes and a node's configuration names.
const (
	protocolKeyName = "protocol.key"
	networkKeyName  = "network.key"
)

func (a *app) nodeKeygenCommand() *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "keygen --dir DIR",
		Short: "Draw the two keys of a new storage node",
		Long: `Writes protocol.key (BLS12-381, signs what the node stores) and network.key (P-256, in its TLS certificate) to DIR with mode 0600, and prints
the public halves in the form of the deployment's parameters. Existing files are kept.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if dir == "" {
				return usagef("--dir is missing: the folder for the keys")
			}
			return a.keygen(dir)
		},
	}
	cmd.Flags().StringVar(&dir, "dir", "", "`folder` for the keys")
	return cmd
}

func (a *app) keygen(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	protocol, err := bls.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	network, err := nodeapi.GenerateNetworkKey(rand.Reader)
	if err != nil {
		return err
	}
	networkText, err := nodeapi.FormatNetworkKey(network)
	if err != nil {
		return err
	}
	public, err := nodeapi.PublicNetworkKey(&network.PublicKey)
	if err != nil {
		return err
	}
	for name, text := range map[string]string{protocolKeyName: protocol.Tagged(), networkKeyName: networkText} {
		if err := writeNew(filepath.Join(dir, name), text+"\n"); err != nil {
			return err
		}
	}
	key := protocol.PublicKey().Bytes()
	if a.json {
		return printJSON(a.stdout, map[string]string{"bls_key": "0x" + hex.EncodeToString(key[:]), "network_key": "0x" + hex.EncodeToString(public[:])})
	}
	fmt.Fprintf(a.stdout, "bls_key: \"0x%x\"\nnetwork_key: \"0x%x\"\n", key, public[:])
	return nil
}

// writeNew writes a file with mode 0600 and refuses to replace one.
func writeNew(path, text string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s exists, and replacing a key loses it: remove it first, or choose another folder", path)
	}
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Sync(), f.Close())
}

func (a *app) nodeProveCommand() *cobra.Command {
	var keyPath, networkID, operator, out string
	cmd := &cobra.Command{
		Use:   "prove --network-id ID --operator ADDRESS [--key FILE]",
		Short: "Sign a proof that the node's operator has its protocol key",
		Long: `Writes the proof of possession that a deployment asks for: the protocol key signs itself for one network and one operator (the account that the
deployment's parameters name). The file holds 0x and 192 hex digits.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			network, err := attest.ParseNetworkID(networkID)
			if err != nil {
				return usagef("--network-id: %w", err)
			}
			addr, err := chain.ParseAddress(operator)
			if err != nil {
				return usagef("--operator: %w", err)
			}
			switch {
			case keyPath == "" && a.config != "":
				cfg, err := node.LoadConfig(a.config)
				if err != nil {
					return err
				}
				keyPath = cfg.ProtocolKeyPath
			case keyPath == "":
				keyPath = protocolKeyName
			}
			text, err := os.ReadFile(keyPath)
			if err != nil {
				return err
			}
			key, err := bls.ParseTagged(string(text))
			if err != nil {
				return fmt.Errorf("%s: %w", keyPath, err)
			}
			signature := key.Sign(attest.Possession{Network: network, Operator: attest.Address(addr), Key: key.PublicKey().Bytes()}.Message(1))
			proof := fmt.Sprintf("0x%x\n", signature[:])
			if out == "" {
				_, err := fmt.Fprint(a.stdout, proof)
				return err
			}
			return os.WriteFile(out, []byte(proof), 0o644)
		},
	}
	f := cmd.Flags()
	f.StringVar(&keyPath, "key", "", "`file` with the protocol key, as keygen writes it (default: that of --config, else protocol.key here)")
	f.StringVar(&networkID, "network-id", "", "`id` of the network, as walrus deploy prints it")
	f.StringVar(&operator, "operator", "", "`address` of the operator's account")
	f.StringVar(&out, "out", "", "`file` for the proof; standard output if left out")
	for _, name := range []string{"network-id", "operator"} {
		_ = cmd.MarkFlagRequired(name)
	}
	return cmd
}
