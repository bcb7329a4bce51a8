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

	"walrus/attest"
	"walrus/chain"
	"walrus/chain/evm"
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
	sys, err := r.System(ctx)
	if err != nil {
		return err
	}
	epochs, err := opt.Lifetime.Resolve(sys, time.Now())
	if err != nil {
		return err
	}
	if addr, werr := walletAddress(r.cfg.Wallet); werr == nil && !opt.Pool.IsZero() {
		if _, err := client.OpenPool(ctx, r, opt.Pool, addr, sys, epochs); err != nil {
			return err
		}
	}
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
	var bad []error
	for _, q := range quotes {
		if q.Err != nil {
			bad = append(bad, fmt.Errorf("%s: %w", q.Path, q.Err))
		}
	}
	good := slices.DeleteFunc(quotes, func(q client.Quote) bool { return q.Err != nil })
	g := a.gasEstimator(ctx, r, opt.Pool, epochs)
	if a.json {
		list := make([]quoteJSON, len(good))
		for i, q := range good {
			list[i] = quoteJSON{Quote: q, gasJSON: newGasJSON(g.cost(good[i : i+1]))}
		}
		if err := printJSON(a.stdout, list); err != nil {
			return err
		}
	} else {
		quoteText(a.stdout, good)
		gasText(a.stdout, good, g)
	}
	return joinLines(bad)
}

// joinLines makes one error of several, which keeps their kinds.
func joinLines(list []error) error {
	if len(list) < 2 {
		return errors.Join(list...)
	}
	var texts []string
	for _, err := range list {
		texts = append(texts, err.Error())
	}
	return &textError{strings.Join(texts, "; "), errors.Join(list...)}
}

// A textError says in other words what another error is.
type textError struct {
	text string
	err  error
}

func (e *textError) Error() string { return e.text }
func (e *textError) Unwrap() error { return e.err }

// quoteJSON is a quote with the gas of registering it by itself; certifying comes on top. What was not to be found out is left out.
type quoteJSON struct {
	client.Quote
	gasJSON
}

type gasJSON struct {
	Gas  uint64 `json:"registerGas,omitempty"`
	Cost string `json:"registerGasCost,omitempty"` // wei
}

func newGasJSON(e chain.Estimate, err error) gasJSON {
	if err != nil || e.Gas == 0 {
		return gasJSON{}
	}
	return gasJSON{e.Gas, e.Native.String()}
}

// A gasEstimator finds out what registering would cost in gas. That depends on the wallet, so there is no number without one that opens by itself and can pay.
type gasEstimator struct {
	ctx    context.Context
	acct   *evm.Account
	err    error // why there is no account
	pool   attest.ObjectID
	epochs uint32
}

func (a *app) gasEstimator(ctx context.Context, r *networkReader, pool attest.ObjectID, epochs uint32) *gasEstimator {
	g := &gasEstimator{ctx: ctx, pool: pool, epochs: epochs}
	w, err := a.unlockQuietly(ctx, r.cfg.Wallet)
	if err != nil {
		g.err = fmt.Errorf("without the wallet: %w", err)
		return g
	}
	g.acct, g.err = r.Account(w.Key())
	return g
}

// cost adds up the transactions that register the quotes.
func (g *gasEstimator) cost(quotes []client.Quote) (sum chain.Estimate, err error) {
	if g.err != nil {
		return sum, g.err
	}
	sum.Native = new(big.Int)
	for regs := range slices.Chunk(registrations(quotes, g.epochs), client.BatchSources) {
		e, err := g.estimate(regs)
		if err != nil {
			return sum, err
		}
		sum.Gas += e.Gas
		sum.Native.Add(sum.Native, e.Native)
	}
	return sum, nil
}

// estimate simulates the registration with exactly its price allowed, as storing does.
func (g *gasEstimator) estimate(regs []chain.Registration) (chain.Estimate, error) {
	if g.pool.IsZero() {
		e, err := g.acct.EstimateRegister(g.ctx, regs)
		if err != nil {
			return e, err
		}
		r, err := g.acct.Simulated().Register(g.ctx, regs, e.WAL, nil)
		if errors.Is(err, evm.ErrNoSimulation) {
			return e, nil // with the margin that is added before sending, at the highest price
		}
		return estimateOf(r), err
	}
	pooled := make([]chain.PooledRegistration, len(regs))
	for i, r := range regs {
		pooled[i] = chain.PooledRegistration{BlobID: r.BlobID, Root: r.Root, Size: r.Size, Encoding: r.Encoding, Deletable: r.Deletable}
	}
	register := func(acct chain.SpendingAccount, most uint64) (chain.Receipt, error) {
		return acct.RegisterPooled(g.ctx, g.pool, pooled, most, nil)
	}
	b, err := g.acct.Balances(g.ctx, g.acct.Address())
	if err != nil {
		return chain.Estimate{}, err
	}
	price, err := priceOf(g.acct.Simulated(), b.WAL, register)
	if err != nil {
		return chain.Estimate{}, err
	}
	r, err := register(g.acct.Simulated(), price)
	return estimateOf(r), err
}

func estimateOf(r chain.Receipt) chain.Estimate {
	return chain.Estimate{Gas: r.Gas, Native: r.Native, WAL: r.WAL}
}

// gasText adds what registering would cost in gas.
func gasText(w io.Writer, quotes []client.Quote, g *gasEstimator) {
	if len(quotes) == 0 {
		return
	}
	e, err := g.cost(quotes)
	text := fmt.Sprintf("%s, now %s; certifying comes on top", thousands(e.Gas), humanNative(e.Native))
	if err != nil {
		text = "unknown (" + err.Error() + ")"
	}
	fields(w, "Gas of registering", text)
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
		switch {
		case len(q.Parts) > 0:
			add(q.BlobID, q.Root, q.Manifest)
		case !q.InPool:
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
		cost := humanWAL(q.Cost)
		if q.InPool {
			cost += " (it is in the pool already)"
		}
		fields(w,
			"Path", q.Path,
			id, q.BlobID.String(),
			"Unencoded size", humanBytes(q.Size),
			"Encoded size (including replicated metadata)", humanBytes(q.Encoded),
			"Cost (excluding gas)", cost,
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
		switch {
		case p.InPool:
			cost = "in the pool already"
		case p.Cost == 0:
			cost = "equal to an earlier part"
		}
		rows = append(rows, []string{fmt.Sprint(i + 1), thousands(p.Offset), thousands(p.Size), p.BlobID.String(), cost})
	}
	table(w, []string{"Part", "From byte", "Bytes", "Blob ID", "Cost"}, rows)
}
