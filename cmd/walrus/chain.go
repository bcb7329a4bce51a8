package main

import (
	"context"

	"github.com/spf13/cobra"

	"walrus/localnet"
)

// chainCommand is how a network with --processes starts its chain.
func (a *app) chainCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "chain", Short: "Run the embedded chain", Hidden: true, Args: cobra.NoArgs, RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() }}
	var child childFlags
	run := &cobra.Command{
		Use:   "run",
		Short: "Run the embedded chain of a devnet's folder",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cfg, err := localnet.LoadChainConfig(a.config)
			if err != nil {
				return err
			}
			return a.serve(cmd.Context(), child, func(ctx context.Context, ready func()) error {
				return localnet.RunChain(ctx, cfg, a.serverLog(), ready)
			})
		},
	}
	child.add(run)
	cmd.AddCommand(run)
	return cmd
}
