package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"walrus/client"
	"walrus/localnet"
)

type devnetFlags struct {
	dir           string
	nodes, shards int
	weights       string
	processes     bool
	reset         bool
}

func (a *app) devnetCommand() *cobra.Command {
	var f devnetFlags
	cmd := &cobra.Command{
		Use:   "devnet",
		Short: "Run a whole network on this machine",
		Long: `Starts a chain with the contracts on it and a committee of storage nodes, all on loopback, and runs until Ctrl-C. The folder keeps everything:
starting again continues the same network. The client configuration gets a context named devnet, so that store and read work in another terminal.`,
		Example: "  walrus devnet\n  walrus devnet --nodes 4 --shards 10 --dir /tmp/small",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.devnet(cmd.Context(), f)
		},
	}
	cmd.Flags().StringVar(&f.dir, "dir", "", "`folder` of the network (default ~/.walrus/devnet)")
	cmd.Flags().IntVar(&f.nodes, "nodes", 0, "number of storage nodes (default 10)")
	cmd.Flags().IntVar(&f.shards, "shards", 0, "number of shards (default 1000, as on the public networks)")
	cmd.Flags().StringVar(&f.weights, "weights", "", "shards of each node, for instance `667,111,111,111`")
	cmd.Flags().BoolVar(&f.processes, "processes", false, "run each node and the chain in a process of its own")
	cmd.Flags().BoolVar(&f.reset, "reset", false, "delete the folder first, with everything stored on that network")
	return cmd
}

// devnetDir is the folder of the network that is used without --dir.
func devnetDir() (string, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fmt.Errorf("%w; name a folder with --dir", err)
	}
	return filepath.Join(home, ".walrus", "devnet"), nil
}

func (a *app) devnet(ctx context.Context, f devnetFlags) error {
	cfg := localnet.Config{Dir: f.dir, Nodes: f.nodes, Shards: f.shards, Processes: f.processes, Progress: a.say}
	if f.nodes < 0 || f.shards < 0 {
		return usagef("--nodes and --shards are at least 1")
	}
	for part := range strings.SplitSeq(f.weights, ",") {
		if f.weights == "" {
			break
		}
		w, err := strconv.Atoi(strings.TrimSpace(part))
		if err != nil {
			return usagef("--weights %s: want numbers with commas between, for instance 667,111,111,111", f.weights)
		}
		cfg.Weights = append(cfg.Weights, w)
	}
	if cfg.Dir == "" {
		dir, err := devnetDir()
		if err != nil {
			return err
		}
		cfg.Dir = dir
	}
	if f.reset {
		if _, err := os.Stat(cfg.Dir); err == nil {
			if err := a.sure(ctx, fmt.Sprintf("Delete %s with everything that is stored on that network", cfg.Dir)); err != nil {
				return err
			}
		}
		if err := localnet.Reset(cfg.Dir); err != nil {
			return err
		}
	}

	began := time.Now()
	net, err := localnet.Start(ctx, cfg)
	if err != nil {
		return err
	}
	info := net.Info()
	flag := a.addContext(net)
	if a.json {
		err = printJSON(a.stdout, info)
	} else {
		a.welcome(info, flag, time.Since(began))
	}
	if err != nil {
		return errors.Join(err, net.Close())
	}
	err = net.Wait(ctx, func(node string, err error) {
		a.warn(fmt.Sprintf("%s ended, and the network goes on without it; a restart of the devnet starts it again (%v)", node, err))
	})
	if ctx.Err() != nil {
		a.say("stopping")
	}
	return errors.Join(err, net.Close())
}

// addContext writes the network into the user's client configuration and returns what to put on a command line so that commands use it: nothing
// if it is the default.
func (a *app) addContext(net *localnet.Net) string {
	info := net.Info()
	own := "--config " + info.ClientConfig + " "
	fresh := ""
	if home, err := os.UserHomeDir(); err == nil {
		fresh = filepath.Join(home, ".config", "walrus", "client_config.yaml")
	}
	if xdg := a.getenv("XDG_CONFIG_HOME"); xdg != "" {
		fresh = filepath.Join(xdg, "walrus", "client_config.yaml")
	}
	if fresh == "" {
		return own
	}
	path, isDefault, err := localnet.AddContext(client.SearchPaths(), fresh, net.Context())
	switch {
	case err != nil:
		// The network runs all the same; the flag shows the way that always works.
		a.say(fmt.Sprintf("%s: %v", path, err))
		return own
	case isDefault:
		a.say(fmt.Sprintf("context %s is the default in %s", localnet.ContextName, path))
		return ""
	}
	a.say(fmt.Sprintf("context %s added to %s, which has another default", localnet.ContextName, path))
	return "--context " + localnet.ContextName + " "
}

// welcome tells where everything is and what to do next.
func (a *app) welcome(info localnet.Info, flag string, took time.Duration) {
	w := a.stdout
	fmt.Fprintf(w, "%s a network of %d storage nodes and %d shards runs (started in %s)\n\n",
		paint(w, teal, "Ready:"), len(info.Nodes), info.Shards, humanDuration(took))
	fields(w,
		"Folder", info.Dir,
		"Chain", fmt.Sprintf("%s (chain id %d)", info.RPCURL, info.ChainID),
		"Registry", info.Registry.String(),
		"Network ID", info.NetworkID.String(),
		"Wallet", info.Client.String(),
		"Configuration", info.ClientConfig)
	rows := [][]string{}
	for _, n := range info.Nodes {
		rows = append(rows, []string{n.Name, n.Address, fmt.Sprint(n.Shards)})
	}
	table(w, []string{"Name", "Address", "# Shards"}, rows)
	fmt.Fprintf(w, `
In another terminal:

  walrus %[1]sstore --epochs 5 README.md      store a file; prints its blob ID
  walrus %[1]sread BLOB_ID --out copy.md      read it back
  walrus %[1]sblob-status --blob-id BLOB_ID   what the network knows about it
  walrus %[1]sinfo                            epochs, sizes, prices
  walrus %[1]shealth --committee              how the nodes are

Ctrl-C stops it; walrus devnet starts it again with all data.
`, flag)
}

// say prints a line about progress on standard error.
func (a *app) say(text string) {
	if !a.json {
		fmt.Fprintln(a.stderr, text)
	}
}
