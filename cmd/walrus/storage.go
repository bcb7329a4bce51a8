package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"walrus/attest"
	"walrus/chain"
	"walrus/client"
)

func (a *app) storageCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "storage",
		Short: "Buy, cut, join and give away storage space",
		Long: `Storage resources are encoded bytes reserved for a range of epochs. walrus store buys what it needs, and uses free resources of the wallet that fit; these commands
handle them by themselves.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.storageListCommand(), a.storageReserveCommand(), a.storageSplitCommand(), a.storageFuseCommand(), a.storageTransferCommand(), a.storageDestroyCommand())
	return cmd
}

func (a *app) storageListCommand() *cobra.Command {
	var expired bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the free storage of the wallet",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return a.storageList(cmd.Context(), expired) },
	}
	cmd.Flags().BoolVar(&expired, "include-expired", false, "list what has ended, too")
	return cmd
}

// listedStorage is an entry of storage list.
type listedStorage struct {
	client.StorageObject
	Wrapped bool `json:"wrapped,omitempty"`
}

func storageObject(r chain.Resource) client.StorageObject {
	return client.StorageObject{ID: r.ID, Start: r.Start, End: r.End, Size: r.Size}
}

func (a *app) storageList(ctx context.Context, expired bool) error {
	r, addr, err := a.openAddress(ctx)
	if err != nil {
		return err
	}
	defer r.close()
	sys, err := r.System(ctx)
	if err != nil {
		return err
	}
	free, err := r.ResourcesOf(ctx, addr)
	if err != nil {
		return err
	}
	own := len(free)
	tokens, err := r.WrappedOf(ctx, addr)
	if err != nil {
		return err
	}
	for _, id := range tokens {
		v, err := r.Resource(ctx, id)
		if errors.Is(err, chain.ErrNotFound) {
			continue // a blob
		}
		if err != nil {
			return err
		}
		free = append(free, v)
	}
	list, rows := []listedStorage{}, [][]string{}
	for i, v := range free {
		if v.End <= sys.Epoch && !expired {
			continue
		}
		note := ""
		if i >= own {
			note = " (wrapped)"
		}
		list = append(list, listedStorage{storageObject(v), i >= own})
		rows = append(rows, []string{humanBytes(v.Size), fmt.Sprint(v.Start), fmt.Sprint(v.End), v.ID.String() + note})
	}
	if a.json {
		return printJSON(a.stdout, list)
	}
	if len(rows) == 0 {
		fmt.Fprintf(a.stdout, "Wallet %v owns no free storage\n", addr)
		return nil
	}
	table(a.stdout, []string{"Size", "Start epoch", "End epoch (exclusive)", "Object ID"}, rows)
	return nil
}

// A resourceResult is the JSON of commands that make or change resources.
type resourceResult struct {
	Storage []client.StorageObject `json:"storage"`
	spent
}

// tellResources prints what a call did, with the resources as they are now; a dry run has none to show.
func (a *app) tellResources(ctx context.Context, o *owner, r chain.Receipt, done, would string, ids ...attest.ObjectID) error {
	s := o.spent(r)
	result := resourceResult{[]client.StorageObject{}, s}
	var pairs []string
	for _, id := range ids {
		if o.dry {
			break
		}
		v, err := o.Resource(ctx, id)
		if err != nil {
			return err
		}
		result.Storage = append(result.Storage, storageObject(v))
		pairs = append(pairs, "Object ID", id.String(), "Space", fmt.Sprintf("%s (%s bytes), epochs %d to %d (exclusive)", humanBytes(v.Size), thousands(v.Size), v.Start, v.End))
	}
	return a.tell(o, s, result, done, would, pairs...)
}

func (a *app) storageReserveCommand() *cobra.Command {
	var size string
	var start, end, epochs uint32
	var dry bool
	cmd := &cobra.Command{
		Use:     "reserve --size SIZE (--epochs N | --end-epoch E)",
		Short:   "Buy storage space",
		Long:    "Buys space for encoded data, now or for epochs to come. A blob takes about five times its size; walrus store --dry-run shows how much exactly.",
		Example: "  walrus storage reserve --size 1GiB --epochs 10\n  walrus storage reserve --size 1GiB --start-epoch 20 --end-epoch 30",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			n, err := parseSize("size", size)
			if err != nil {
				return err
			}
			return a.storageReserve(cmd.Context(), n, attest.Epoch(start), attest.Epoch(end), epochs, dry)
		},
	}
	f := cmd.Flags()
	f.StringVar(&size, "size", "", "`size` in encoded bytes, for instance 1GiB")
	f.Uint32Var(&start, "start-epoch", 0, "first `epoch` (default the current one)")
	f.Uint32Var(&end, "end-epoch", 0, "`epoch` at whose beginning it ends")
	f.Uint32Var(&epochs, "epochs", 0, "number of `epochs`, in place of the end")
	dryRunFlag(cmd, &dry)
	_ = cmd.MarkFlagRequired("size")
	cmd.MarkFlagsOneRequired("end-epoch", "epochs")
	cmd.MarkFlagsMutuallyExclusive("end-epoch", "epochs")
	return cmd
}

func (a *app) storageReserve(ctx context.Context, size uint64, start, end attest.Epoch, epochs uint32, dry bool) error {
	o, err := a.openOwner(ctx, dry)
	if err != nil {
		return err
	}
	defer o.close()
	start = max(start, o.sys.Epoch)
	last := uint64(end)
	if epochs > 0 {
		last = uint64(start) + uint64(epochs)
	}
	if last <= uint64(start) {
		return usagef("the space would end in epoch %d and start in %d: want an end after the start", last, start)
	}
	if most := uint64(o.sys.Epoch) + uint64(o.sys.MaxEpochsAhead); last > most {
		return usagef("epoch %d is too far ahead: this network sells space until epoch %d", last, most)
	}
	end = attest.Epoch(last)
	r, err := o.pay(ctx, func(acct chain.SpendingAccount, most uint64) (chain.Receipt, error) {
		return acct.Reserve(ctx, size, start, end, most)
	})
	if err != nil {
		return wrap("reserve storage", err)
	}
	return a.tellResources(ctx, o, r, "storage bought", fmt.Sprintf("%s for epochs %d to %d (exclusive) would be bought", humanBytes(size), start, end), r.Objects...)
}

func (a *app) storageSplitCommand() *cobra.Command {
	var epoch uint32
	var size string
	var dry bool
	cmd := &cobra.Command{
		Use:   "split RESOURCE (--epoch E | --size SIZE)",
		Short: "Cut storage in two, by time or by size",
		Long:  "Cuts a free resource of the wallet at an epoch inside its period, or so that SIZE stays in it. The rest becomes a resource of its own.",
		Args:  exactly("RESOURCE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := parseObject(args[0])
			if err != nil {
				return err
			}
			var n uint64
			if size != "" {
				if n, err = parseSize("size", size); err != nil {
					return err
				}
			}
			return a.resourceCall(cmd.Context(), []attest.ObjectID{id}, dry, "split storage", "storage split", "the storage would be split", func(ctx context.Context, acct chain.SpendingAccount) (chain.Receipt, error) {
				if size != "" {
					return acct.SplitBySize(ctx, id, n)
				}
				return acct.SplitByEpoch(ctx, id, attest.Epoch(epoch))
			}, id)
		},
	}
	f := cmd.Flags()
	f.Uint32Var(&epoch, "epoch", 0, "cut at the beginning of this `epoch`")
	f.StringVar(&size, "size", "", "`size` that stays, in encoded bytes, for instance 1GiB")
	dryRunFlag(cmd, &dry)
	cmd.MarkFlagsOneRequired("epoch", "size")
	cmd.MarkFlagsMutuallyExclusive("epoch", "size")
	return cmd
}

// resourceCall makes one call on the named resources and shows those that are kept, and those that the receipt names.
func (a *app) resourceCall(ctx context.Context, named []attest.ObjectID, dry bool, what, done, would string, f func(context.Context, chain.SpendingAccount) (chain.Receipt, error), kept ...attest.ObjectID) error {
	o, err := a.openOwner(ctx, dry)
	if err != nil {
		return err
	}
	defer o.close()
	r, err := o.call(func(acct chain.SpendingAccount) (chain.Receipt, error) { return f(ctx, acct) })
	if err != nil {
		return wrap(what, o.whyNot(ctx, err, deedStorage, named...))
	}
	return a.tellResources(ctx, o, r, done, would, append(kept, r.Objects...)...)
}

func (a *app) storageFuseCommand() *cobra.Command {
	var dry bool
	cmd := &cobra.Command{
		Use:   "fuse FIRST SECOND",
		Short: "Join two pieces of storage",
		Long:  "Joins two free resources of the wallet: of the same period, adding their sizes, or of the same size, one of which begins where the other ends. The second is used up.",
		Args:  exactly("FIRST", "SECOND"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ids, err := parseObjects(args)
			if err != nil {
				return err
			}
			return a.resourceCall(cmd.Context(), ids, dry, "fuse storage", "storage joined", "the two would be joined", func(ctx context.Context, acct chain.SpendingAccount) (chain.Receipt, error) {
				return acct.Fuse(ctx, ids[0], ids[1])
			}, ids[0])
		},
	}
	dryRunFlag(cmd, &dry)
	return cmd
}

func (a *app) storageTransferCommand() *cobra.Command {
	var to string
	var dry bool
	cmd := &cobra.Command{
		Use:   "transfer OBJECT --to ADDRESS",
		Short: "Give storage, a blob or a pool to another account",
		Long:  "Gives a free storage resource, a blob object with its storage, a pool or a bucket to another account. A wrapped record moves with its token instead.",
		Args:  exactly("OBJECT"),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := parseObject(args[0])
			if err != nil {
				return err
			}
			addr, err := parseAddressArg(to)
			if err != nil {
				return err
			}
			if !dry {
				if err := a.sure(cmd.Context(), fmt.Sprintf("Give object %v to %v", id, addr)); err != nil {
					return err
				}
			}
			return a.transfer(cmd.Context(), id, addr, dry)
		},
	}
	cmd.Flags().StringVar(&to, "to", "", "`address` of the new owner")
	_ = cmd.MarkFlagRequired("to")
	dryRunFlag(cmd, &dry)
	return cmd
}

// transfer gives a record to another account, by its token if it is wrapped.
func (a *app) transfer(ctx context.Context, id attest.ObjectID, to chain.Address, dry bool) error {
	o, err := a.openOwner(ctx, dry)
	if err != nil {
		return err
	}
	defer o.close()
	wrapped, err := o.Wrapped(ctx, id)
	if err != nil {
		return err
	}
	r, err := o.call(func(acct chain.SpendingAccount) (chain.Receipt, error) {
		if wrapped {
			return acct.TransferToken(ctx, id, to)
		}
		return acct.TransferObject(ctx, id, to)
	})
	if err != nil {
		return wrap("transfer", o.whyNot(ctx, err, deedTransfer, id))
	}
	s := o.spent(r)
	result := struct {
		Object attest.ObjectID `json:"objectId"`
		To     chain.Address   `json:"to"`
		spent
	}{id, to, s}
	return a.tell(o, s, result, "given away", "it would be given away", "Object ID", id.String(), "New owner", to.String())
}

func (a *app) storageDestroyCommand() *cobra.Command {
	var dry bool
	cmd := &cobra.Command{
		Use:   "destroy RESOURCE",
		Short: "Give up storage for nothing",
		Long:  "Gives up a free resource of the wallet. Nothing is paid back.",
		Args:  exactly("RESOURCE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := parseObject(args[0])
			if err != nil {
				return err
			}
			if !dry {
				if err := a.sure(cmd.Context(), fmt.Sprintf("Give up resource %v for good", id)); err != nil {
					return err
				}
			}
			return a.resourceCall(cmd.Context(), []attest.ObjectID{id}, dry, "destroy storage", "storage given up", "the storage would be given up", func(ctx context.Context, acct chain.SpendingAccount) (chain.Receipt, error) {
				return acct.Destroy(ctx, id)
			})
		},
	}
	dryRunFlag(cmd, &dry)
	return cmd
}
