package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"walrus/attest"
	"walrus/client"
)

type storeFlags struct {
	epochs, expiry           string
	endEpoch                 uint32
	dryRun, force, ignore    bool
	deletable, permanent     bool
	encoding                 string
	strictExit, strictExitOK bool // the value, and whether it was given
	partSize                 string
	noSplit                  bool
	pool                     string
}

// options are what the client is told.
func (f *storeFlags) options(lifetime client.Lifetime) (client.StoreOptions, error) {
	opt := client.StoreOptions{Lifetime: lifetime, Deletable: !f.permanent, Force: f.force, IgnoreResources: f.ignore, NoSplit: f.noSplit}
	var err error
	if f.pool != "" {
		switch {
		case f.force:
			return opt, usagef("--force with --pool: a pool holds each blob once; walrus pool delete-blobs deletes it there")
		case f.ignore:
			return opt, usagef("--ignore-resources with --pool: the pool's space is used, and nothing is bought")
		}
		if opt.Pool, err = parseObject(f.pool); err != nil {
			return opt, err
		}
	}
	if f.partSize == "" {
		return opt, nil
	}
	opt.PartSize, err = parseSize("part-size", f.partSize)
	return opt, err
}

func (a *app) storeCommand() *cobra.Command {
	var f storeFlags
	cmd := &cobra.Command{
		Use:     "store FILES... (--epochs N|max | --end-epoch E | --earliest-expiry-time T | --pool POOL)",
		Aliases: []string{"write"},
		Short:   "Store files",
		Long: `Encodes each file, pays for its space, sends the slivers to the storage nodes, and brings their signatures to the chain. A hyphen stands for
standard input. Everybody who knows a blob ID can read the blob.

A file that is larger than one blob may be (14,599,533,452 bytes with 1000 shards), or than --part-size, is stored as several blobs of equal size and a
list of them, with one end epoch for all; walrus read parts:ID puts it together again. With --no-split it is refused instead. Large files need spool space: half of a
blob, and the whole of what comes by a pipe.

With --pool the blobs take space that is paid for already, in a storage pool or bucket of the wallet (walrus pool): they cost the write fee alone and end with the
pool. A lifetime is not needed then; one that is given says how long the pool must last at least. A pool holds each blob only once.

A store that was interrupted goes on where it was when the same file is stored again; nothing is paid twice.`,
		Example: "  walrus store --epochs 5 --permanent photo.jpg\n  tar c folder | walrus store --epochs 5 -\n  walrus store --pool 0x3f…a1 *.jpg",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New("FILES are missing: name at least one, or - for standard input")
			}
			if n := len(slices.DeleteFunc(slices.Clone(args), func(s string) bool { return s != "-" })); n > 1 {
				return errors.New("standard input (-) can be stored only once")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			f.strictExitOK = cmd.Flags().Changed("strict-exit")
			lifetime, err := f.lifetime(cmd)
			if err != nil {
				return err
			}
			if err := checkEncoding(f.encoding); err != nil {
				return err
			}
			opt, err := f.options(lifetime)
			if err != nil {
				return err
			}
			a.limitMemory()
			if f.dryRun {
				return a.quote(cmd.Context(), args, opt)
			}
			return a.store(cmd.Context(), args, opt, f)
		},
	}
	fs := cmd.Flags()
	fs.StringVar(&f.epochs, "epochs", "", "number of `epochs` to store for, the current one counted as the first, or max")
	fs.StringVar(&f.expiry, "earliest-expiry-time", "", "store at least until this `time`, RFC 3339 or \"YYYY-MM-DD HH:MM:SS\" in UTC")
	fs.Uint32Var(&f.endEpoch, "end-epoch", 0, "`epoch` at whose beginning the blob ends")
	fs.BoolVar(&f.dryRun, "dry-run", false, "show ID, size, what would be used or bought, price and gas; pay and send nothing")
	fs.BoolVar(&f.force, "force", false, "store again even if the network has the blob")
	fs.BoolVar(&f.ignore, "ignore-resources", false, "buy new space even if the wallet owns some")
	fs.BoolVar(&f.deletable, "deletable", false, "the owner may delete the blob before its end (this is the default)")
	fs.BoolVar(&f.permanent, "permanent", false, "nobody can delete the blob before its end")
	fs.StringVar(&f.encoding, "encoding-type", "rs2", "encoding; only rs2 exists")
	fs.BoolVar(&f.strictExit, "strict-exit", false, "exit with status 1 if any file failed (the default without --json)")
	fs.StringVar(&f.partSize, "part-size", "", "store files above this `size` in parts of it, for instance 4GiB (the default for what is too large for one blob)")
	fs.BoolVar(&f.noSplit, "no-split", false, "refuse files that are too large for one blob")
	fs.StringVar(&f.pool, "pool", "", "storage `pool` or bucket of the wallet to put the blobs into")
	a.spoolFlags(cmd)
	for _, hidden := range []string{"deletable", "encoding-type"} {
		_ = fs.MarkHidden(hidden)
	}
	cmd.MarkFlagsOneRequired("epochs", "earliest-expiry-time", "end-epoch", "pool")
	cmd.MarkFlagsMutuallyExclusive("epochs", "earliest-expiry-time", "end-epoch")
	cmd.MarkFlagsMutuallyExclusive("deletable", "permanent")
	cmd.MarkFlagsMutuallyExclusive("part-size", "no-split")
	return cmd
}

// lifetime reads the one lifetime flag that was given.
func (f *storeFlags) lifetime(cmd *cobra.Command) (client.Lifetime, error) {
	switch {
	case cmd.Flags().Changed("end-epoch"):
		return client.Until(attest.Epoch(f.endEpoch)), nil
	case f.expiry != "":
		for _, layout := range []string{time.RFC3339, "2006-01-02 15:04:05", "2006-01-02"} {
			if t, err := time.Parse(layout, f.expiry); err == nil {
				return client.NotBefore(t), nil
			}
		}
		return client.Lifetime{}, usagef("--earliest-expiry-time %q: want RFC 3339, for instance 2027-01-31T12:00:00Z, or \"2027-01-31 12:00:00\"", f.expiry)
	case f.epochs == "max":
		return client.MaxEpochs(), nil
	case !cmd.Flags().Changed("epochs"):
		return client.Lifetime{}, nil // a pool says how long
	}
	var n uint32
	if _, err := fmt.Sscanf(f.epochs+"\n", "%d\n", &n); err != nil || n == 0 {
		return client.Lifetime{}, usagef("--epochs %s: want a number of at least 1, or max", f.epochs)
	}
	return client.Epochs(n), nil
}

func (a *app) sources(paths []string) []client.Source {
	sources := make([]client.Source, len(paths))
	for i, p := range paths {
		sources[i] = a.source(p)
	}
	return sources
}

func (a *app) store(ctx context.Context, paths []string, opt client.StoreOptions, f storeFlags) error {
	r, acct, err := a.openAccount(ctx)
	if err != nil {
		return err
	}
	defer r.close()
	a.tellOnce(r.cfg)
	show, endBars := a.startBars()
	var tail tailBars
	c, err := a.openClient(r, func(p client.Progress) {
		if p.Phase == client.PhaseTail {
			tail.show(p)
		} else if show != nil {
			show(p)
		}
	})
	if err != nil {
		return err
	}
	defer c.Close()
	sys, err := r.System(ctx) // before the store: its results are printed whatever happens to the chain meanwhile
	if err != nil {
		return err
	}
	results, err := c.Store(ctx, acct, a.sources(paths), opt)
	endBars()
	if err != nil {
		return err
	}
	failed := slices.DeleteFunc(slices.Clone(results), func(r client.StoreResult) bool { return r.Err == nil })
	if a.json {
		if err := printJSON(a.stdout, results); err != nil {
			return err
		}
		for _, r := range failed {
			code, retryable, hint := classify(r.Err)
			printErrorObject(a.stderr, errorObject{Code: code, Message: r.Path + ": " + r.Err.Error(), Causes: causes(r.Err), Retryable: retryable, Hint: hint})
		}
	} else {
		storeText(a.stdout, a.stderr, results, sys)
	}
	interrupted := ctx.Err() != nil
	a.settle(ctx, c, &tail)
	strict := !a.json
	if f.strictExitOK {
		strict = f.strictExit
	}
	switch {
	case len(failed) == 0:
		return nil
	case interrupted: // also without strict exits: what was asked for did not end by itself
		return ctx.Err()
	case !strict:
		return nil
	}
	return errReported
}
