package main

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"walrus/localnet"
)

// childFlags tell a long-running command that another process started it.
type childFlags struct {
	parentPipe bool
}

func (f *childFlags) add(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.parentPipe, "parent-pipe", false, "end when standard input closes, and say on standard output when ready")
	_ = cmd.Flags().MarkHidden("parent-pipe")
}

// serve runs a service until ctx ends. As a child it also ends with its parent, and leaves Ctrl-C and hangups, which a terminal sends to the whole group, to
// the parent, so that parts stop in the parent's order.
func (a *app) serve(ctx context.Context, f childFlags, run func(ctx context.Context, ready func()) error) error {
	if !f.parentPipe {
		return run(ctx, func() { a.log.Info("ready") })
	}
	signal.Ignore(os.Interrupt, syscall.SIGHUP)
	ctx, cancel := localnet.FollowParent(ctx, a.stdin, func() { os.Exit(exitFailure) })
	defer cancel()
	return run(ctx, func() {
		if err := localnet.SayReady(a.stdout); err != nil {
			cancel() // the parent is gone
		}
	})
}

// serverLog is the logger of long-running commands: they tell what they do unless the environment asks for something else.
func (a *app) serverLog() *slog.Logger {
	return newLogger(a.stderr, a.getenv, true)
}
