package main

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/spf13/cobra"

	"walrus/attest"
	"walrus/chain"
	"walrus/chain/evm"
	"walrus/client"
)

// An owner is the wallet of the configuration with the network that it spends on.
type owner struct {
	*networkReader
	acct chain.SpendingAccount
	dry  bool // nothing is sent; receipts say what calls would cost
	sys  chain.System
}

// openOwner opens the network and the wallet for a command that sends transactions, or with dry only says what they would cost.
func (a *app) openOwner(ctx context.Context, dry bool) (*owner, error) {
	r, acct, err := a.openAccount(ctx)
	if err != nil {
		return nil, err
	}
	sys, err := r.System(ctx)
	if err != nil {
		r.close()
		return nil, err
	}
	return &owner{r, acct, dry, sys}, nil
}

// call makes a call that costs nothing but gas.
func (o *owner) call(f func(chain.SpendingAccount) (chain.Receipt, error)) (chain.Receipt, error) {
	if o.dry {
		return f(o.acct.Simulated())
	}
	return f(o.acct)
}

// pay makes a call that costs WAL: it finds out how much, and then allows exactly that.
func (o *owner) pay(ctx context.Context, f func(acct chain.SpendingAccount, most uint64) (chain.Receipt, error)) (chain.Receipt, error) {
	b, err := o.Balances(ctx, o.acct.Address())
	if err != nil {
		return chain.Receipt{}, err
	}
	price, err := priceOf(o.acct.Simulated(), b.WAL, f)
	if err != nil {
		return chain.Receipt{}, err
	}
	if o.dry {
		return f(o.acct.Simulated(), price) // the first try is not it: a permit of which something is left costs gas to take back
	}
	return f(o.acct, price)
}

// priceOf finds out what a call costs in WAL, by allowing all that the wallet has.
func priceOf(simulated chain.SpendingAccount, has uint64, f func(acct chain.SpendingAccount, most uint64) (chain.Receipt, error)) (uint64, error) {
	r, err := f(simulated, has)
	var refused *chain.RevertError
	if errors.As(err, &refused) && refused.Name == "PaymentExceedsMaximum" && len(refused.Args) > 0 {
		return 0, fmt.Errorf("%w: it costs %s FROST and the wallet has %d", chain.ErrNoFunds, refused.Args[0], has)
	}
	return r.WAL, err
}

// dryRunFlag adds the flag that all spending commands share.
func dryRunFlag(cmd *cobra.Command, dry *bool) {
	cmd.Flags().BoolVar(dry, "dry-run", false, "say what it would cost in WAL and gas; change nothing")
}

// A spent tells what transactions cost; it is part of every spending command's JSON.
type spent struct {
	DryRun  bool           `json:"dryRun,omitempty"`
	Tx      *chain.TxHash  `json:"txDigest,omitempty"`  // of the first; none if nothing was sent
	Txs     []chain.TxHash `json:"txDigests,omitempty"` // all, in order, if there are several
	Cost    uint64         `json:"cost"`                // FROST
	Gas     uint64         `json:"gasUsed"`
	GasCost string         `json:"gasCost"` // wei
}

func (o *owner) spent(r chain.Receipt) spent { return o.nothingSpent().plus(o, r) }

// nothingSpent is where adding up begins.
func (o *owner) nothingSpent() spent { return spent{DryRun: o.dry, GasCost: "0"} }

// plus adds a transaction.
func (s spent) plus(o *owner, r chain.Receipt) spent {
	sum, ok := new(big.Int).SetString(s.GasCost, 10)
	if !ok {
		sum = new(big.Int)
	}
	if r.Native != nil {
		sum.Add(sum, r.Native)
	}
	s.Cost, s.Gas, s.GasCost = s.Cost+r.WAL, s.Gas+r.Gas, sum.String()
	switch {
	case o.dry:
	case s.Tx == nil:
		s.Tx = &r.Tx
	case s.Txs == nil:
		s.Txs = []chain.TxHash{*s.Tx, r.Tx}
	default:
		s.Txs = append(slices.Clone(s.Txs), r.Tx)
	}
	return s
}

// tell prints what happened: as JSON in JSON mode, else a line, the given fields and the cost.
func (a *app) tell(o *owner, s spent, result any, done, would string, pairs ...string) error {
	if a.json {
		return printJSON(a.stdout, result)
	}
	if o.dry {
		fmt.Fprintf(a.stdout, "%s %s; nothing was sent\n", paint(a.stdout, yellow, "Dry run:"), would)
	} else {
		fmt.Fprintf(a.stdout, "%s %s\n", paint(a.stdout, teal, "Success:"), done)
	}
	wei, _ := new(big.Int).SetString(s.GasCost, 10)
	pairs = append(pairs, "Cost", humanWAL(s.Cost), "Gas", fmt.Sprintf("%s (%s)", thousands(s.Gas), humanNative(wei)))
	switch {
	case s.Txs != nil:
		for i, tx := range s.Txs {
			pairs = append(pairs, fmt.Sprintf("Transaction %d of %d", i+1, len(s.Txs)), tx.String())
		}
	case s.Tx != nil:
		pairs = append(pairs, "Transaction", s.Tx.String())
	}
	fields(a.stdout, pairs...)
	return nil
}

// parseObject reads an object ID and explains what other things that look like one are.
func parseObject(s string) (attest.ObjectID, error) {
	id, err := attest.ParseObjectID(s)
	switch {
	case err == nil && id.IsZero():
		return id, usagef("object ID %s is zero", s)
	case err == nil:
		return id, nil
	case isBlobID(s):
		return id, usagef("%s is a blob ID, and an object ID is wanted (0x and 64 hex digits); walrus list-blobs shows both", s)
	}
	return id, usagef("%q is no object ID: want 0x and 64 hex digits; walrus list-blobs and walrus storage list show them", s)
}

func parseObjects(list []string) ([]attest.ObjectID, error) {
	ids := make([]attest.ObjectID, len(list))
	for i, s := range list {
		var err error
		if ids[i], err = parseObject(s); err != nil {
			return nil, err
		}
	}
	return ids, nil
}

// parseAddressArg reads the address of an account.
func parseAddressArg(s string) (chain.Address, error) {
	addr, err := chain.ParseAddress(s)
	if err != nil || addr.IsZero() {
		return addr, usagef("%q is no address of an account: want 0x and 40 hex digits, not all zero", s)
	}
	return addr, nil
}

var _ chain.SpendingAccount = (*evm.Account)(nil)

// row is one blob object as a table shows it.
func (b listedBlob) row() []string {
	certified, deletable, note := "no", "no", ""
	if b.Certified != nil {
		certified = "yes"
	}
	if b.Deletable {
		deletable = "yes"
	}
	switch {
	case b.Wrapped:
		note = " (wrapped)"
	case b.Pool != nil:
		note = " (in pool " + b.Pool.String() + ")"
	}
	return []string{b.BlobID.String(), humanBytes(b.Size), certified, deletable, fmt.Sprint(b.Storage.End), b.ID.String() + note}
}

var blobHeader = []string{"Blob ID", "Unencoded size", "Certified?", "Deletable?", "Exp. epoch", "Object ID"}

// listedBlob is an entry of list-blobs.
type listedBlob struct {
	client.BlobObject
	Wrapped bool `json:"wrapped,omitempty"` // the wallet holds its token
}
