package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/big"
	"slices"
	"strings"
	"time"

	"walrus/chain"
	"walrus/client"
	"walrus/redstuff"
)

// quote prints what storing would cost.
func (a *app) quote(ctx context.Context, paths []string, opt client.StoreOptions) error {
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
	quotes, err := c.Quotes(ctx, a.sources(paths), opt)
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
		a.gasText(ctx, r, good, opt.Lifetime)
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
	var gas uint64
	native := new(big.Int)
	for regs := range slices.Chunk(registrations(quotes, epochs), client.BatchSources) {
		estimate, err := acct.EstimateRegister(ctx, regs)
		if err != nil {
			fields(a.stdout, "Gas of registering", "unknown ("+err.Error()+")")
			return
		}
		gas += estimate.Gas
		native.Add(native, estimate.Native)
	}
	fields(a.stdout, "Gas of registering", fmt.Sprintf("%s, now %s; certifying comes on top", thousands(gas), humanNative(native)))
}

// registrations are those of all blobs that the quotes are for. Equal parts are registered once.
func registrations(quotes []client.Quote, epochs uint32) []chain.Registration {
	var regs []chain.Registration
	add := func(id redstuff.BlobID, root [32]byte, size uint64) {
		regs = append(regs, chain.Registration{BlobID: id, Root: root, Size: size, Encoding: redstuff.EncodingRS2, Epochs: epochs})
	}
	for _, q := range quotes {
		for _, p := range q.Parts {
			if p.Cost > 0 {
				add(p.BlobID, p.Root, p.Size)
			}
		}
		if len(q.Parts) > 0 {
			add(q.BlobID, q.Root, q.Manifest)
		} else {
			add(q.BlobID, q.Root, q.Size)
		}
	}
	return regs
}

func quoteText(w io.Writer, quotes []client.Quote) {
	var total uint64
	for _, q := range quotes {
		what, id := "a new blob", "Blob ID"
		if len(q.Parts) > 0 {
			what, id = fmt.Sprintf("%d new parts and their list", len(q.Parts)), "Blob ID of the list"
		}
		fmt.Fprintf(w, "%s store of %s; nothing was sent\n", paint(w, teal, "Dry run:"), what)
		if len(q.Parts) > 0 {
			partQuotes(w, q.Parts)
		}
		fields(w,
			"Path", q.Path,
			id, q.BlobID.String(),
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

func partQuotes(w io.Writer, parts []client.PartQuote) {
	var rows [][]string
	for i, p := range parts {
		cost := humanWAL(p.Cost)
		if p.Cost == 0 {
			cost = "equal to an earlier part"
		}
		rows = append(rows, []string{fmt.Sprint(i + 1), thousands(p.Offset), thousands(p.Size), p.BlobID.String(), cost})
	}
	table(w, []string{"Part", "From byte", "Bytes", "Blob ID", "Cost"}, rows)
}
