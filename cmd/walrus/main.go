// Command walrus stores files on a network of storage nodes, reads them back, and runs the parts of such a network: nodes, chain, and a whole
// network on one machine.
//
// Results go to standard output; progress, logs, questions and errors go to standard error. The exit status is 0 on success, 1 when the work
// failed, 2 when the command line was wrong.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"walrus/internal/kernel"
)

func main() { os.Exit(Main()) }

// Main runs the command line of this process and returns its exit status.
func Main() int {
	ends := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) { // nohup wants it to stay ignored
		ends = append(ends, syscall.SIGHUP)
	}
	ctx, stop := signal.NotifyContext(context.Background(), ends...)
	defer stop()
	// A second signal ends the program at once, whatever it is doing.
	context.AfterFunc(ctx, stop)
	a := &app{stdin: os.Stdin, stdout: &outFile{File: os.Stdout}, stderr: os.Stderr, getenv: os.Getenv}
	return a.run(ctx, os.Args[1:])
}

// An app is one run of the program: its streams, the values of the global flags, and what they lead to.
type app struct {
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	getenv func(string) string

	config    string // --config
	context   string // --context
	wallet    string // --wallet
	gasBudget string // --gas-budget, wei
	password  string // --password-file
	spoolDir  string // --spool-dir of commands that store or read
	rpcURL    string // --rpc-url of commands that read only
	json      bool
	yes       bool
	verbose   bool

	log     *slog.Logger
	started bool // a command's own work began: errors before are usage errors
}

// run executes one command line and returns the exit status.
func (a *app) run(ctx context.Context, args []string) int {
	if err := kernel.Err(); err != nil {
		return a.report(ctx, &usageError{err})
	}
	root := a.rootCommand()
	root.SetArgs(protectIDs(args))
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	err := root.ExecuteContext(ctx)
	if out, ok := a.stdout.(*outFile); ok && err == nil && out.err != nil {
		a.started = true
		err = withHint(fmt.Errorf("write standard output: %w", out.err), "what the command did is done; it is only the answer that is lost")
	}
	if err == nil {
		return exitOK
	}
	if !a.started {
		err = &usageError{err}
		a.json = a.json || asksJSON(args) // the flags behind a wrong one were not read
	}
	return a.report(ctx, err)
}

// asksJSON reports whether a command line that was not read to its end asks for JSON.
func asksJSON(args []string) bool {
	for _, arg := range args {
		switch arg {
		case "--json", "--json=true":
			return true
		case "--":
			return false
		}
	}
	return false
}

// An outFile is standard output. It remembers the first write that failed, so that a command whose answer is lost does not end as if nothing were wrong.
type outFile struct {
	*os.File
	err error
}

func (o *outFile) Write(b []byte) (int, error) {
	n, err := o.File.Write(b)
	if o.err == nil {
		o.err = err
	}
	return n, err
}

// WriteString is Write; without it that of the file would be used.
func (o *outFile) WriteString(s string) (int, error) { return o.Write([]byte(s)) }

// rootCommand builds the tree of commands.
func (a *app) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:           "walrus",
		Short:         "Store files on a network of storage nodes and read them back",
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       versionText(),
		PersistentPreRun: func(*cobra.Command, []string) {
			a.log = newLogger(a.stderr, a.getenv, a.verbose)
		},
		// Without a command the help is the answer, as with most programs.
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		Args: cobra.NoArgs,
	}
	root.SetVersionTemplate("walrus {{.Version}}\n")
	root.CompletionOptions.HiddenDefaultCmd = true
	f := root.PersistentFlags()
	f.StringVar(&a.config, "config", "", "client configuration `file`")
	f.StringVar(&a.context, "context", "", "`name` of the context in a configuration with several")
	f.StringVar(&a.wallet, "wallet", "", "keystore `folder`, in place of the configuration's; its active_address still names the key, if the folder has it")
	f.StringVar(&a.gasBudget, "gas-budget", "", "most `wei` to spend on the gas of one transaction")
	f.StringVar(&a.password, "password-file", "", "`file` with the wallet's password on its first line")
	f.BoolVar(&a.json, "json", false, "print results as JSON on standard output, errors as JSON on standard error")
	f.BoolVar(&a.yes, "yes", false, "answer every question with yes")
	f.BoolVarP(&a.verbose, "verbose", "v", false, "say which configuration, wallet and endpoint are used")
	// -v is taken by verbose; -V is the version, as in the reference.
	root.Flags().BoolP("version", "V", false, "print the version")
	root.AddCommand(
		a.blobIDCommand(),
		a.demoCommand(),
		a.deployCommand(),
		a.getWALCommand(),
		a.readCommand(),
		a.statusCommand(),
		a.chainCommand(),
		a.devnetCommand(),
		a.healthCommand(),
		a.infoCommand(),
		a.nodeCommand(),
		a.storeCommand(),
		a.versionCommand(),
		a.burnCommand(),
		a.clearAttributesCommand(),
		a.deleteCommand(),
		a.extendCommand(),
		a.fundCommand(),
		a.getAttributeCommand(),
		a.listBlobsCommand(),
		a.poolCommand(),
		a.removeAttributesCommand(),
		a.setAttributeCommand(),
		a.shareCommand(),
		a.storageCommand(),
		a.unwrapCommand(),
		a.walletCommand(),
		a.wrapCommand(),
	)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return plainFlagError(err) })
	a.markStart(root)
	return root
}

// plainFlagError says what a flag wants in place of how its value was parsed.
func plainFlagError(err error) error {
	var number *strconv.NumError
	var value *pflag.InvalidValueError
	if !errors.As(err, &value) || !errors.As(err, &number) {
		return err
	}
	want := "want a whole number"
	switch kind := value.GetFlag().Value.Type(); {
	case errors.Is(number.Err, strconv.ErrRange):
		want = "the number is too large"
	case strings.HasPrefix(kind, "uint"):
		want = "want a whole number, 0 or above"
	case kind == "bool":
		want = "want true or false"
	}
	if unit, _ := pflag.UnquoteUsage(value.GetFlag()); unit == "FROST" {
		want += ", in FROST (10^9 are one WAL)"
	}
	return fmt.Errorf("--%s %s: %s", value.GetFlag().Name, value.GetValue(), want)
}

// markStart makes every command note that its own work begins: errors before that are about flags and arguments.
func (a *app) markStart(cmd *cobra.Command) {
	if run := cmd.RunE; run != nil {
		cmd.RunE = func(cmd *cobra.Command, args []string) error {
			a.started = true
			return run(cmd, args)
		}
	}
	for _, sub := range cmd.Commands() {
		a.markStart(sub)
	}
}

// spoolFlags adds the flag that commands share which may need scratch files.
func (a *app) spoolFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&a.spoolDir, "spool-dir", "", "`folder` for scratch files of large blobs, in place of the configuration's spool_dir and of TMPDIR")
}

// readFlags adds the flag that commands share which only read the chain.
func (a *app) readFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&a.rpcURL, "rpc-url", "", "chain endpoint `URL`, in place of the configuration's")
}
