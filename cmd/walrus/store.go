package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"walrus/attest"
	"walrus/chain"
	"walrus/client"
	"walrus/redstuff"
)

type storeFlags struct {
	epochs, expiry           string
	endEpoch                 uint32
	dryRun, force, ignore    bool
	deletable, permanent     bool
	encoding                 string
	strictExit, strictExitOK bool // the value, and whether it was given
}

func (a *app) storeCommand() *cobra.Command {
	var f storeFlags
	cmd := &cobra.Command{
		Use:     "store FILES... (--epochs N|max | --end-epoch E | --earliest-expiry-time T)",
		Aliases: []string{"write"},
		Short:   "Store files",
		Long: `Encodes each file, pays for its space, sends the slivers to the storage nodes, and brings their signatures to the chain. A hyphen stands for
standard input. Everybody who knows a blob ID can read the blob.

A store that was interrupted goes on where it was when the same file is stored again; nothing is paid twice.`,
		Example: "  walrus store --epochs 5 --permanent photo.jpg\n  tar c folder | walrus store --epochs 5 -",
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
			if f.dryRun {
				return a.quote(cmd.Context(), args, lifetime)
			}
			return a.store(cmd.Context(), args, lifetime, f)
		},
	}
	fs := cmd.Flags()
	fs.StringVar(&f.epochs, "epochs", "", "number of `epochs` to store for, the current one counted as the first, or max")
	fs.StringVar(&f.expiry, "earliest-expiry-time", "", "store at least until this `time`, RFC 3339 or \"YYYY-MM-DD HH:MM:SS\" in UTC")
	fs.Uint32Var(&f.endEpoch, "end-epoch", 0, "`epoch` at whose beginning the blob ends")
	fs.BoolVar(&f.dryRun, "dry-run", false, "show ID, size and price as a new purchase; pay and send nothing")
	fs.BoolVar(&f.force, "force", false, "store again even if the network has the blob")
	fs.BoolVar(&f.ignore, "ignore-resources", false, "buy new space even if the wallet owns some")
	fs.BoolVar(&f.deletable, "deletable", false, "the owner may delete the blob before its end (this is the default)")
	fs.BoolVar(&f.permanent, "permanent", false, "nobody can delete the blob before its end")
	fs.StringVar(&f.encoding, "encoding-type", "rs2", "encoding; only rs2 exists")
	fs.BoolVar(&f.strictExit, "strict-exit", false, "exit with status 1 if any file failed (the default without --json)")
	for _, hidden := range []string{"deletable", "encoding-type"} {
		_ = fs.MarkHidden(hidden)
	}
	cmd.MarkFlagsOneRequired("epochs", "earliest-expiry-time", "end-epoch")
	cmd.MarkFlagsMutuallyExclusive("epochs", "earliest-expiry-time", "end-epoch")
	cmd.MarkFlagsMutuallyExclusive("deletable", "permanent")
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

func (a *app) store(ctx context.Context, paths []string, lifetime client.Lifetime, f storeFlags) error {
	r, acct, err := a.openAccount(ctx)
	if err != nil {
		return err
	}
	defer r.close()
	a.tellOnce(r.cfg)
	show, endBars := a.startBars()
	c, err := a.openClient(r, show)
	if err != nil {
		return err
	}
	defer c.Close()
	sys, err := r.System(ctx) // before the store: its results are printed whatever happens to the chain meanwhile
	if err != nil {
		return err
	}
	results, err := c.Store(ctx, acct, a.sources(paths), client.StoreOptions{
		Lifetime: lifetime, Deletable: !f.permanent, Force: f.force, IgnoreResources: f.ignore,
	})
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
	strict := !a.json
	if f.strictExitOK {
		strict = f.strictExit
	}
	switch {
	case len(failed) == 0:
		return nil
	case ctx.Err() != nil: // also without strict exits: what was asked for did not end by itself
		return ctx.Err()
	case !strict:
		return nil
	}
	return errReported
}

// quote prints what storing would cost.
func (a *app) quote(ctx context.Context, paths []string, lifetime client.Lifetime) error {
	r, err := a.openReader(ctx)
	if err != nil {
		return err
	}
	defer r.close()
	show, endBars := a.startBars()
	c, err := a.openClient(r, show)
	if err != nil {
		return err
	}
	defer c.Close()
	quotes, err := c.Quotes(ctx, a.sources(paths), lifetime)
	endBars()
	if err != nil {
		return err
	}
	var bad []string
	for _, q := range quotes {
		if q.Err != nil {
			bad = append(bad, fmt.Sprintf("%s: %v", q.Path, q.Err))
		}
	}
	good := slices.DeleteFunc(quotes, func(q client.Quote) bool { return q.Err != nil })
	if a.json {
		if err := printJSON(a.stdout, good); err != nil {
			return err
		}
	} else {
		quoteText(a.stdout, good)
		a.gasText(ctx, r, good, lifetime)
	}
	if len(bad) > 0 {
		return errors.New(strings.Join(bad, "; "))
	}
	return nil
}

// gasText adds what registering would cost in gas. That depends on the wallet, so there is no number without one that opens by itself and can pay.
func (a *app) gasText(ctx context.Context, r *networkReader, quotes []client.Quote, lifetime client.Lifetime) {
	sys, err := r.System(ctx)
	if err != nil || len(quotes) == 0 {
		return
	}
	epochs, err := lifetime.Resolve(sys, time.Now())
	if err != nil {
		return
	}
	w, err := a.unlockQuietly(r.cfg.Wallet)
	if err != nil {
		fields(a.stdout, "Gas of registering", "unknown without the wallet ("+err.Error()+")")
		return
	}
	acct, err := r.Account(w.Key())
	if err != nil {
		return
	}
	var regs []chain.Registration
	for _, q := range quotes {
		regs = append(regs, chain.Registration{BlobID: q.BlobID, Root: q.Root, Size: q.Size, Encoding: redstuff.EncodingRS2, Epochs: epochs})
	}
	estimate, err := acct.EstimateRegister(ctx, regs)
	if err != nil {
		fields(a.stdout, "Gas of registering", "unknown ("+err.Error()+")")
		return
	}
	fields(a.stdout, "Gas of registering", fmt.Sprintf("%s, now %s; certifying comes on top", thousands(estimate.Gas), humanNative(estimate.Native)))
}

func quoteText(w io.Writer, quotes []client.Quote) {
	var total uint64
	for _, q := range quotes {
		fmt.Fprintf(w, "%s store of a new blob; nothing was sent\n", paint(w, teal, "Dry run:"))
		fields(w,
			"Path", q.Path,
			"Blob ID", q.BlobID.String(),
			"Unencoded size", humanBytes(q.Size),
			"Encoded size (including replicated metadata)", humanBytes(q.Encoded),
			"Cost (excluding gas)", humanWAL(q.Cost),
			"Encoding type", encodingName)
		fmt.Fprintln(w)
		total += q.Cost
	}
	if len(quotes) > 1 {
		fields(w, "Total cost (excluding gas)", humanWAL(total))
	}
}

// operations say how a registration was obtained.
var operations = map[client.Operation]string{
	client.RegisterFromScratch:   "new space was bought and a blob object registered",
	client.ReuseStorage:          "space of the wallet was used for a new blob object",
	client.ReuseRegistration:     "the blob object of an earlier store was used",
	client.ReuseAndExtend:        "the lifetime of the wallet's blob object was extended",
	client.ReuseAndExtendPending: "the blob object of an earlier store was used and its lifetime extended",
}

// storeText prints results for people: successes and the summary on out, failures on errs.
func storeText(out, errs io.Writer, results []client.StoreResult, sys chain.System) {
	var newly, extended int
	var encoded, cost uint64
	for _, r := range results {
		switch {
		case r.Err != nil:
			fmt.Fprintf(errs, "%s %s: %v\n", paint(errs, red, "Error:"), r.Path, r.Err)
			if _, _, hint := classify(r.Err); hint != "" {
				fmt.Fprintf(errs, "  %s\n", hint)
			}
			continue
		case r.NewlyCreated != nil:
			n := r.NewlyCreated
			if n.Operation.Kind == client.ReuseAndExtend {
				extended++
			} else {
				newly++
			}
			encoded += r.EncodedSize
			cost += n.Cost
			createdText(out, r, sys)
		case r.AlreadyCertified != nil:
			alreadyText(out, r, sys)
		case r.MarkedInvalid != nil:
			fmt.Fprintf(out, "%s this content is marked invalid on the chain and cannot be stored\n", paint(out, yellow, "Invalid:"))
			fields(out, "Path", r.Path, "Blob ID", r.BlobID.String(), "Event", r.MarkedInvalid.Event.TxDigest)
		}
		fmt.Fprintln(out)
	}
	if newly+extended == 0 {
		fmt.Fprintln(out, "Nothing was changed on the chain.")
		return
	}
	fmt.Fprintln(out, paint(out, purple, "Summary"))
	fields(out,
		"Blobs", fmt.Sprintf("%d newly certified, %d extended", newly, extended),
		"Total encoded size", humanBytes(encoded),
		"Total cost (excluding gas)", humanWAL(cost))
}

// persistence is the word for what the owner may do.
func persistence(deletable bool) string {
	if deletable {
		return "Deletable"
	}
	return "Permanent"
}

func createdText(w io.Writer, r client.StoreResult, sys chain.System) {
	n := r.NewlyCreated
	note := operations[n.Operation.Kind]
	if r.Resumed {
		note += "; an interrupted store was completed"
	}
	fmt.Fprintf(w, "%s %s blob stored\n", paint(w, teal, "Success:"), persistence(n.Object.Deletable))
	fields(w,
		"Path", r.Path,
		"Blob ID", r.BlobID.String(),
		"Object ID", n.Object.ID.String(),
		"Unencoded size", humanBytes(r.Size),
		"Encoded size (including replicated metadata)", humanBytes(r.EncodedSize),
		"Cost (excluding gas)", fmt.Sprintf("%s (%s)", humanWAL(n.Cost), note),
		"Expiry epoch (exclusive)", expiry(sys, n.Object.Storage.End),
		"Encoding type", encodingName)
}

func alreadyText(w io.Writer, r client.StoreResult, sys chain.System) {
	al := r.AlreadyCertified
	fmt.Fprintf(w, "%s the blob is already stored for long enough\n", paint(w, teal, "Success:"))
	proof, value := "Certified by event", ""
	switch {
	case al.Object != nil:
		proof, value = "Owned blob object", al.Object.String()
	case al.Event != nil:
		value = al.Event.TxDigest + ":" + al.Event.EventSeq
	}
	fields(w, "Path", r.Path, "Blob ID", r.BlobID.String(), proof, value, "Expiry epoch (exclusive)", expiry(sys, al.End))
}

// expiry names an epoch and the time at which it begins.
func expiry(sys chain.System, end attest.Epoch) string {
	return fmt.Sprintf("%d (begins about %s)", end, humanTime(client.Expiry(sys, end)))
}
