package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"walrus/chain"
	"walrus/chain/evm"
	"walrus/client"
)

// deployResult is the JSON of deploy.
type deployResult struct {
	Registry  chain.Address            `json:"registry"`
	ChainID   uint64                   `json:"chainId"`
	NetworkID string                   `json:"networkId"`
	Parts     map[string]chain.Address `json:"parts"`
	Roles     []roleResult             `json:"roles"`
	Gas       uint64                   `json:"gas"`
}

type roleResult struct {
	Contract string        `json:"contract"`
	Address  chain.Address `json:"address"`
	Role     string        `json:"role"`
	Holder   chain.Address `json:"holder"`
}

func (a *app) deployCommand() *cobra.Command {
	var params, from string
	cmd := &cobra.Command{
		Use:   "deploy --rpc-url URL --params FILE --wallet DIR",
		Short: "Put a new network's contracts on a chain",
		Long: `Deploys the contracts to any EVM chain with the BLS12-381 and BLAKE2F precompiles, sets the first committee, and lists every privileged role.
Each step is safe to repeat: a run that was cut goes on where it was. If operators have yet to prove their keys, it stops after the Registry and prints
the commands for them.`,
		Example: "  walrus deploy --rpc-url http://127.0.0.1:8545 --params network.yaml --wallet keys",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if a.wallet == "" {
				return usagef("--wallet is missing: the keystore folder of the account that pays")
			}
			return a.deploy(cmd.Context(), params, from)
		},
	}
	f := cmd.Flags()
	f.StringVar(&a.rpcURL, "rpc-url", "", "chain endpoint `URL`")
	f.StringVar(&a.rpcURL, "rpc", "", "the same as --rpc-url")
	_ = f.MarkHidden("rpc")
	f.StringVar(&params, "params", "", "parameter `file` of the network")
	f.StringVar(&from, "from", "", "`address` of the account that pays, if the wallet has several")
	_ = cmd.MarkFlagRequired("params")
	cmd.MarkFlagsOneRequired("rpc", "rpc-url")
	return cmd
}

func (a *app) deploy(ctx context.Context, path, from string) error {
	p, err := evm.LoadDeployParams(path)
	if err != nil {
		return err
	}
	wcfg := client.WalletConfig{Path: a.wallet}
	if from != "" {
		if wcfg.ActiveAddress, err = chain.ParseAddress(from); err != nil {
			return usagef("--from: %w", err)
		}
	}
	w, err := a.openWallet(ctx, wcfg)
	if err != nil {
		return err
	}
	result, err := evm.Deploy(ctx, a.rpcURL, w.Key(), p, a.say)
	if err != nil {
		return wrap("deploy", err)
	}
	net := result.Network
	if a.json {
		out := deployResult{net.Registry, net.ChainID, net.ID.String(), net.Parts, []roleResult{}, result.Gas}
		for _, r := range result.Roles {
			out.Roles = append(out.Roles, roleResult(r))
		}
		return printJSON(a.stdout, out)
	}
	fmt.Fprintf(a.stdout, "%s the network is deployed. For client and node configurations:\n\n", paint(a.stdout, teal, "Success:"))
	fmt.Fprintf(a.stdout, "registry: \"%v\"\nchain_id: %d\nnetwork_id: \"%v\"\nrpc_urls: [%s]\n", net.Registry, net.ChainID, net.ID, a.rpcURL)
	section(a.stdout, "Privileged roles")
	rows := [][]string{}
	for _, r := range result.Roles {
		rows = append(rows, []string{r.Contract, r.Address.String(), r.Role, r.Holder.String()})
	}
	table(a.stdout, []string{"Contract", "Address", "Role", "Holder"}, rows)
	fields(a.stdout, "Gas of this run", thousands(result.Gas), "Paid", humanNative(result.Native))
	return nil
}
