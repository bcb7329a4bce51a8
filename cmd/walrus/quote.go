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
	addr, werr := walletAddress(r.cfg.Wallet) // without a wallet there is nothing that could be used
	if werr == nil && !opt.Pool.IsZero() {
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
	quotes, err := c.Quotes(ctx, addr, a.sources(paths), opt)
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
	g, err := a.gasEstimator(ctx, r, opt, epochs, sys)
	if err != nil {
		return err
	}
	if a.json {
		list := make([]quoteJSON, len(good))
		for i, q := range good {
			list[i] = quoteJSON{Quote: q, gasJSON: g.json(q)}
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

// quoteJSON is a quote with the gas of storing it by itself. What was not to be found out is left out.
type quoteJSON struct {
	client.Quote
	gasJSON
}

// gasJSON is simulated for what can be, and estimated for what needs signatures that are not there yet.
type gasJSON struct {
	Register     uint64 `json:"registerGas,omitempty"`
	RegisterCost string `json:"registerGasCost,omitempty"` // wei
	Extend       uint64 `json:"extendGas,omitempty"`
	ExtendCost   string `json:"extendGasCost,omitempty"`
	Certify      uint64 `json:"certifyGasEstimate,omitempty"`
	CertifyCost  string `json:"certifyGasCostEstimate,omitempty"`
}

// json is the gas of one quote.
func (g *gasEstimator) json(q client.Quote) (out gasJSON) {
	one := []client.Quote{q}
	show := func(e chain.Estimate, err error) (uint64, string) {
		if err != nil || e.Gas == 0 {
			return 0, ""
		}
		return e.Gas, e.Native.String()
	}
	out.Register, out.RegisterCost = show(g.registering(one))
	out.Extend, out.ExtendCost = show(g.extending(one))
	out.Certify, out.CertifyCost = show(g.certifying(one))
	return out
}

// A gasEstimator finds out what storing would cost in gas. That of registering and extending depends on the wallet, so there is no number without one that opens by itself and
// can pay.
type gasEstimator struct {
	ctx     context.Context
	net     *networkReader
	acct    *evm.Account
	err     error // why there is no account
	opt     client.StoreOptions
	epochs  uint32
	sys     chain.System
	members int
	absent  int // members whose signatures are not waited for
}

func (a *app) gasEstimator(ctx context.Context, r *networkReader, opt client.StoreOptions, epochs uint32, sys chain.System) (*gasEstimator, error) {
	com, err := r.Committee(ctx, sys.Epoch)
	if err != nil {
		return nil, err
	}
	g := &gasEstimator{ctx: ctx, net: r, opt: opt, epochs: epochs, sys: sys, members: len(com.Members), absent: absentMembers(com)}
	w, err := a.unlockQuietly(ctx, r.cfg.Wallet)
	if err != nil {
		g.err = fmt.Errorf("without the wallet: %w", err)
		return g, nil
	}
	g.acct, g.err = r.Account(w.Key())
	return g, nil
}

// absentMembers is how many members a certificate can do without at most: signatures are waited for until there is a quorum, and each that is absent costs gas.
func absentMembers(com chain.Committee) int {
	var weights []int
	for _, m := range com.Members {
		weights = append(weights, len(m.Shards))
	}
	slices.Sort(weights)
	left := int(com.NShards) - attest.MinCorrect(int(com.NShards))
	for i, w := range weights {
		if left -= w; left < 0 {
			return i
		}
	}
	return 0
}

// registering adds up the transactions that register the quotes.
func (g *gasEstimator) registering(quotes []client.Quote) (sum chain.Estimate, err error) {
	sum.Native = new(big.Int)
	for _, together := range batches(quotes) {
		regs := registrations(together, g.opt, g.epochs)
		if len(regs) == 0 {
			continue
		}
		if g.err != nil {
			return sum, g.err
		}
		e, err := g.estimate(regs)
		if err != nil {
			return sum, err
		}
		addEstimate(&sum, e)
	}
	return sum, nil
}

func addEstimate(sum *chain.Estimate, e chain.Estimate) {
	sum.Gas += e.Gas
	sum.Native.Add(sum.Native, e.Native)
}

// extending adds up the transactions that extend blobs which are certified already.
func (g *gasEstimator) extending(quotes []client.Quote) (sum chain.Estimate, err error) {
	sum.Native = new(big.Int)
	for _, b := range slices.Concat(batches(quotes)...) {
		if b.Operation == nil || b.Operation.Kind != client.ReuseAndExtend {
			continue
		}
		if g.err != nil {
			return sum, g.err
		}
		r, err := g.acct.Simulated().Extend(g.ctx, b.Object, b.Operation.Epochs, b.Pay, nil)
		if err != nil {
			return sum, err
		}
		addEstimate(&sum, estimateOf(r))
	}
	return sum, nil
}

// certifying estimates the transactions that certify the quotes, as many together as a store brings in one. What is extended after that is not in it: what an extension takes
// depends on the epochs, and it can be simulated only when the object is certified.
func (g *gasEstimator) certifying(quotes []client.Quote) (sum chain.Estimate, err error) {
	certify := func(n int) {
		sum.Gas += evm.CertifyGas(g.members, g.absent, n, g.opt.Deletable, !g.opt.Pool.IsZero())
	}
	for _, together := range batches(quotes) {
		n := 0
		for _, b := range together {
			switch {
			case !b.Certifies():
			case b.Operation.Kind == client.ReuseAndExtendPending:
				certify(1)
			default:
				n++
			}
		}
		if n > 0 {
			certify(n)
		}
	}
	price, err := g.net.GasPrice(g.ctx)
	if err != nil {
		return sum, err
	}
	sum.Native = new(big.Int).Mul(price, new(big.Int).SetUint64(sum.Gas))
	return sum, nil
}

// estimate simulates the registration with exactly its price allowed, as storing does.
func (g *gasEstimator) estimate(regs []chain.Registration) (chain.Estimate, error) {
	if g.opt.Pool.IsZero() {
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
		return acct.RegisterPooled(g.ctx, g.opt.Pool, pooled, most, nil)
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

// gasText adds what storing would cost in gas.
func gasText(w io.Writer, quotes []client.Quote, g *gasEstimator) {
	var lines []string
	line := func(name, note string, e chain.Estimate, err error) {
		switch {
		case err != nil:
			lines = append(lines, name, "unknown ("+err.Error()+")")
		case e.Gas > 0:
			lines = append(lines, name, fmt.Sprintf("%s, now %s%s", thousands(e.Gas), humanNative(e.Native), note))
		}
	}
	e, err := g.registering(quotes)
	line("Gas of registering", "", e, err)
	e, err = g.extending(quotes)
	line("Gas of extending", "", e, err)
	e, err = g.certifying(quotes)
	note := fmt.Sprintf(" (with %d of %d members signing)", g.members-g.absent, g.members)
	if slices.ContainsFunc(slices.Concat(batches(quotes)...), func(b client.PartQuote) bool {
		return b.Operation != nil && b.Operation.Kind == client.ReuseAndExtendPending
	}) {
		note += "; the extension after it comes on top"
	}
	line("Gas of certifying, estimated", note, e, err)
	fields(w, lines...)
}

// batches are the plans of all blobs that the quotes are for, by what is registered and certified together: whole sources, the parts of one, and a list of parts by itself. What
// is large is stored in smaller batches, which costs a little more.
func batches(quotes []client.Quote) (list [][]client.PartQuote) {
	var whole []client.PartQuote
	for _, q := range quotes {
		own := client.PartQuote{BlobID: q.BlobID, Root: q.Root, Size: q.Size, Plan: q.Plan, Pay: q.Pay}
		if len(q.Parts) == 0 {
			whole = append(whole, own)
			continue
		}
		own.Size = q.Manifest
		for _, p := range q.Parts {
			own.Pay -= p.Pay
		}
		list = append(slices.AppendSeq(list, slices.Chunk(q.Parts, client.BatchSources)), []client.PartQuote{own})
	}
	return slices.AppendSeq(list, slices.Chunk(whole, client.BatchSources))
}

// registrations are those that blobs need which are stored together.
func registrations(together []client.PartQuote, opt client.StoreOptions, epochs uint32) (regs []chain.Registration) {
	for _, b := range together {
		if b.Operation == nil {
			continue
		}
		switch b.Operation.Kind {
		case client.RegisterFromScratch, client.ReuseStorage, client.RegisterInPool:
			regs = append(regs, chain.Registration{BlobID: b.BlobID, Root: b.Root, Size: b.Size, Encoding: redstuff.EncodingRS2, Deletable: opt.Deletable, Epochs: epochs, Storage: b.Resource})
		}
	}
	return regs
}

// planText says in words what would be done with a blob.
func planText(q client.Quote) (what, note string) {
	switch {
	case q.Invalid:
		return "store of content that is marked invalid on the chain: it cannot be stored", ""
	case len(q.Parts) > 0:
		what = fmt.Sprintf("store of %d parts and their list", len(q.Parts))
		if q.Pay == q.Cost {
			what = fmt.Sprintf("store of %d new parts and their list", len(q.Parts))
		}
	case q.InPool && q.Certified != nil:
		return "nothing to do", " (it is in the pool already)"
	case q.Certified != nil:
		return "nothing to do", fmt.Sprintf(" (it is stored until epoch %d already)", q.Certified.End)
	case q.Operation.Kind == client.ReuseAndExtend:
		what = "extension of a blob of the wallet"
	case q.Operation.Kind == client.ReuseRegistration, q.Operation.Kind == client.ReuseAndExtendPending:
		what = "completion of an earlier store"
	default:
		what = "store of a new blob"
	}
	if q.Pay != q.Cost {
		note = fmt.Sprintf(" (%s as a new purchase)", humanWAL(q.Cost))
	}
	if q.Operation != nil && len(q.Parts) == 0 && q.Operation.Kind == client.ReuseStorage {
		note = fmt.Sprintf(" (with space of the wallet, %v; %s as a new purchase)", q.Resource, humanWAL(q.Cost))
	}
	return what, note
}

func quoteText(w io.Writer, quotes []client.Quote) {
	var total uint64
	for _, q := range quotes {
		id := "Blob ID"
		if len(q.Parts) > 0 {
			id = "Blob ID of the list"
		}
		what, note := planText(q)
		fmt.Fprintf(w, "%s %s; nothing was sent\n", paint(w, teal, "Dry run:"), what)
		if len(q.Parts) > 0 {
			partQuotes(w, q.Parts)
		}
		fields(w,
			"Path", q.Path,
			id, q.BlobID.String(),
			"Unencoded size", humanBytes(q.Size),
			"Encoded size (including replicated metadata)", humanBytes(q.Encoded),
			"Cost (excluding gas)", humanWAL(q.Pay)+note,
			"Encoding type", encodingName)
		fmt.Fprintln(w)
		total += q.Pay
	}
	if len(quotes) > 1 {
		fields(w, "Total cost (excluding gas)", humanWAL(total))
	}
}

func partQuotes(w io.Writer, parts []client.PartQuote) {
	var rows [][]string
	for i, p := range parts {
		cost := humanWAL(p.Pay)
		switch {
		case p.InPool:
			cost = "in the pool already"
		case p.Certified != nil:
			cost = "stored already"
		case p.Operation == nil:
			cost = "equal to an earlier part"
		}
		rows = append(rows, []string{fmt.Sprint(i + 1), thousands(p.Offset), thousands(p.Size), p.BlobID.String(), cost})
	}
	table(w, []string{"Part", "From byte", "Bytes", "Blob ID", "Cost"}, rows)
}
