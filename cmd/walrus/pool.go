package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"walrus/attest"
	"walrus/chain"
	"walrus/client"
	"walrus/redstuff"
)

func (a *app) poolCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "pool",
		Short: "Handle storage that many blobs share",
		Long: `A pool is one reservation of space for many blobs, which all end with it: registering a blob in it costs the write fee alone, and one call extends them all; walrus store --pool puts blobs in. A
bucket is a pool whose right of use is a record of its own, which can be given away. Commands take the ID of a bucket in place of its pool's.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.poolListCommand(), a.poolShowCommand(), a.poolCreateCommand(), a.poolExtendCommand(), a.poolResizeCommand(true), a.poolResizeCommand(false),
		a.poolDeleteBlobsCommand(), a.poolDestroyCommand())
	return cmd
}

// poolJSON is a pool in JSON.
type poolJSON struct {
	ID      attest.ObjectID     `json:"id"`
	Bucket  *attest.ObjectID    `json:"bucketId,omitempty"`
	Owner   chain.Address       `json:"owner"`
	Start   attest.Epoch        `json:"startEpoch"`
	End     attest.Epoch        `json:"endEpoch"` // exclusive
	Size    uint64              `json:"storageSize"`
	Used    uint64              `json:"usedSize"`
	Blobs   uint64              `json:"blobs"`
	Storage attest.ObjectID     `json:"storageId"`
	Content []client.BlobObject `json:"content,omitempty"` // of pool show
}

func newPoolJSON(p chain.Pool) poolJSON {
	out := poolJSON{ID: p.ID, Owner: p.Owner, Start: p.Start, End: p.End, Size: p.Size, Used: p.Used, Blobs: p.Blobs, Storage: p.Storage}
	if !p.Bucket.IsZero() {
		out.Bucket = &p.Bucket
	}
	return out
}

// poolName is the ID by which a pool is used.
func poolName(p chain.Pool) attest.ObjectID {
	if !p.Bucket.IsZero() {
		return p.Bucket
	}
	return p.ID
}

func (a *app) poolListCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the pools and buckets of the wallet",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return a.poolList(cmd.Context()) },
	}
}

func (a *app) poolList(ctx context.Context) error {
	r, addr, err := a.openAddress(ctx)
	if err != nil {
		return err
	}
	defer r.close()
	pools, err := r.PoolsOf(ctx, addr)
	if err != nil {
		return err
	}
	if a.json {
		list := []poolJSON{}
		for _, p := range pools {
			list = append(list, newPoolJSON(p))
		}
		return printJSON(a.stdout, list)
	}
	if len(pools) == 0 {
		fmt.Fprintf(a.stdout, "Wallet %v owns no storage pools\n", addr)
		return nil
	}
	var rows [][]string
	for _, p := range pools {
		kind := "pool"
		if !p.Bucket.IsZero() {
			kind = "bucket"
		}
		rows = append(rows, []string{kind, humanBytes(p.Size), humanBytes(p.Used), fmt.Sprint(p.Blobs), fmt.Sprint(p.End), poolName(p).String()})
	}
	table(a.stdout, []string{"Kind", "Size", "Used", "Blobs", "Exp. epoch", "Object ID"}, rows)
	return nil
}

func (a *app) poolShowCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "show POOL",
		Short: "Show a pool and the blobs in it",
		Args:  exactly("POOL"),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := parseObject(args[0])
			if err != nil {
				return err
			}
			return a.poolShow(cmd.Context(), id)
		},
	}
	a.readFlags(cmd)
	return cmd
}

func (a *app) poolShow(ctx context.Context, id attest.ObjectID) error {
	r, err := a.openReader(ctx)
	if err != nil {
		return err
	}
	defer r.close()
	p, err := r.Pool(ctx, id)
	if err != nil {
		return err
	}
	blobs, err := r.PooledBlobs(ctx, id)
	if err != nil {
		return err
	}
	if a.json {
		out := newPoolJSON(p)
		for _, b := range blobs {
			out.Content = append(out.Content, client.ObjectOf(b))
		}
		return printJSON(a.stdout, out)
	}
	poolText(a, p)
	if len(blobs) > 0 {
		var rows [][]string
		for _, b := range blobs {
			rows = append(rows, listedBlob{BlobObject: client.ObjectOf(b)}.row())
		}
		table(a.stdout, blobHeader, rows)
	}
	return nil
}

func poolText(a *app, p chain.Pool) { fields(a.stdout, poolFields(p)...) }

func poolFields(p chain.Pool) []string {
	pairs := []string{"Pool", p.ID.String()}
	if !p.Bucket.IsZero() {
		pairs = append(pairs, "Bucket", p.Bucket.String())
	}
	return append(pairs, "Owner", p.Owner.String(), "Space", fmt.Sprintf("%s, %s used by %d blobs", humanBytes(p.Size), humanBytes(p.Used), p.Blobs),
		"Epochs", fmt.Sprintf("%d to %d (exclusive)", p.Start, p.End))
}

// poolCall makes one call on a pool and shows what it is then. id is zero if the receipt names it.
func (a *app) poolCall(ctx context.Context, dry bool, id attest.ObjectID, what, done, would string, f func(ctx context.Context, o *owner) (chain.Receipt, error)) error {
	o, err := a.openOwner(ctx, dry)
	if err != nil {
		return err
	}
	defer o.close()
	r, err := f(ctx, o)
	if err != nil {
		return wrap(what, err)
	}
	s := o.spent(r)
	result := struct {
		Pool  *poolJSON         `json:"pool,omitempty"`
		Freed []attest.ObjectID `json:"freedStorage,omitempty"` // resources that a smaller pool sets free
		spent
	}{spent: s}
	var pairs []string
	if id.IsZero() && len(r.Objects) > 0 {
		id = r.Objects[0]
	} else if !dry {
		result.Freed = r.Objects
	}
	if !dry {
		p, err := o.Pool(ctx, id)
		if err != nil {
			return err
		}
		view := newPoolJSON(p)
		result.Pool, pairs = &view, poolFields(p)
	}
	for _, f := range result.Freed {
		pairs = append(pairs, "Freed storage", f.String())
	}
	return a.tell(o, s, result, done, would, pairs...)
}

func (a *app) poolCreateCommand() *cobra.Command {
	var size, resource string
	var epochs uint32
	var bucket, dry bool
	cmd := &cobra.Command{
		Use:     "create (--size SIZE --epochs N | --storage RESOURCE)",
		Short:   "Make a pool of new space, or of a free resource",
		Example: "  walrus pool create --size 10GiB --epochs 20\n  walrus pool create --size 10GiB --epochs 20 --bucket",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if resource != "" {
				id, err := parseObject(resource)
				if err != nil {
					return err
				}
				return a.poolCall(cmd.Context(), dry, attest.ObjectID{}, "create pool", "pool created", "a pool would be created", func(ctx context.Context, o *owner) (chain.Receipt, error) {
					return o.call(func(acct chain.SpendingAccount) (chain.Receipt, error) { return acct.CreatePoolWith(ctx, id) })
				})
			}
			if size == "" || epochs == 0 {
				return usagef("want --size above 0 and --epochs of at least 1, or --storage")
			}
			n, err := parseSize("size", size)
			if err != nil {
				return err
			}
			return a.poolCall(cmd.Context(), dry, attest.ObjectID{}, "create pool", "pool created", "a pool would be created", func(ctx context.Context, o *owner) (chain.Receipt, error) {
				return o.pay(ctx, func(acct chain.SpendingAccount, most uint64) (chain.Receipt, error) {
					return acct.CreatePool(ctx, n, epochs, bucket, most)
				})
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&size, "size", "", "`size` in encoded bytes, for instance 10GiB")
	f.Uint32Var(&epochs, "epochs", 0, "number of `epochs` from now")
	f.StringVar(&resource, "storage", "", "free storage `resource` to make it of")
	f.BoolVar(&bucket, "bucket", false, "make a bucket, whose right of use can be given away")
	dryRunFlag(cmd, &dry)
	cmd.MarkFlagsOneRequired("size", "storage")
	cmd.MarkFlagsMutuallyExclusive("size", "storage")
	cmd.MarkFlagsMutuallyExclusive("bucket", "storage")
	cmd.MarkFlagsMutuallyExclusive("epochs", "storage")
	return cmd
}

func (a *app) poolExtendCommand() *cobra.Command {
	var epochs uint32
	var dry bool
	cmd := &cobra.Command{
		Use:   "extend POOL --epochs-extended N",
		Short: "Prolong a pool and every blob in it",
		Args:  exactly("POOL"),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := parseObject(args[0])
			if err != nil {
				return err
			}
			if epochs == 0 {
				return usagef("--epochs-extended 0: want at least 1")
			}
			return a.poolCall(cmd.Context(), dry, id, "extend pool", "pool extended", "the pool would be extended", func(ctx context.Context, o *owner) (chain.Receipt, error) {
				return o.pay(ctx, func(acct chain.SpendingAccount, most uint64) (chain.Receipt, error) {
					return acct.ExtendPool(ctx, id, epochs, most)
				})
			})
		},
	}
	cmd.Flags().Uint32Var(&epochs, "epochs-extended", 0, "number of `epochs` to add")
	_ = cmd.MarkFlagRequired("epochs-extended")
	dryRunFlag(cmd, &dry)
	return cmd
}

// poolResizeCommand makes pool increase, and pool decrease.
func (a *app) poolResizeCommand(grow bool) *cobra.Command {
	var size, resource string
	var dry bool
	cmd := &cobra.Command{
		Use:   "decrease POOL --size SIZE",
		Short: "Take unused space out of a pool, as a free resource",
		Args:  exactly("POOL"),
	}
	what, done, would := "shrink pool", "pool made smaller, the space is a free resource", "the pool would be made smaller"
	if grow {
		cmd.Use, cmd.Short = "increase POOL (--size SIZE | --storage RESOURCE)", "Add space to a pool"
		what, done, would = "grow pool", "pool made larger", "the pool would be made larger"
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		id, err := parseObject(args[0])
		if err != nil {
			return err
		}
		var with attest.ObjectID
		var n uint64
		if resource != "" {
			with, err = parseObject(resource)
		} else {
			n, err = parseSize("size", size)
		}
		if err != nil {
			return err
		}
		return a.poolCall(cmd.Context(), dry, id, what, done, would, func(ctx context.Context, o *owner) (chain.Receipt, error) {
			if grow && resource == "" {
				return o.pay(ctx, func(acct chain.SpendingAccount, most uint64) (chain.Receipt, error) {
					return acct.IncreasePool(ctx, id, n, most)
				})
			}
			return o.call(func(acct chain.SpendingAccount) (chain.Receipt, error) {
				if grow {
					return acct.IncreasePoolWith(ctx, id, with)
				}
				return acct.DecreasePool(ctx, id, n)
			})
		})
	}
	f := cmd.Flags()
	f.StringVar(&size, "size", "", "`size` in encoded bytes, for instance 1GiB")
	dryRunFlag(cmd, &dry)
	if !grow {
		_ = cmd.MarkFlagRequired("size")
		return cmd
	}
	f.StringVar(&resource, "storage", "", "free storage `resource` that ends with the pool")
	cmd.MarkFlagsOneRequired("size", "storage")
	cmd.MarkFlagsMutuallyExclusive("size", "storage")
	return cmd
}

func (a *app) poolDeleteBlobsCommand() *cobra.Command {
	var list []string
	var expired, dry bool
	cmd := &cobra.Command{
		Use:   "delete-blobs POOL (--blob-ids IDS | --all-expired)",
		Short: "Delete blobs of a pool, or clear out a pool that has ended",
		Long: `Deletes deletable blobs of a pool, so that their space in it is free again. A pool that has ended can be cleared of all its blobs with --all-expired, and
destroyed then.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := parseObject(args[0])
			if err != nil {
				return err
			}
			if err := more(args[1:], &list); err != nil {
				return err
			}
			blobs := make([]redstuff.BlobID, len(list))
			for i, s := range list {
				if blobs[i], err = parseBlobIDArg(s); err != nil {
					return err
				}
			}
			if len(blobs) == 0 && !expired {
				return usagef("--blob-ids names nothing")
			}
			return a.poolDelete(cmd.Context(), id, blobs, expired, dry)
		},
	}
	f := cmd.Flags()
	f.StringSliceVar(&list, "blob-ids", nil, "blob `IDs`")
	f.BoolVar(&expired, "all-expired", false, "clear out a pool that has ended")
	dryRunFlag(cmd, &dry)
	cmd.MarkFlagsOneRequired("blob-ids", "all-expired")
	cmd.MarkFlagsMutuallyExclusive("blob-ids", "all-expired")
	return cmd
}

// poolDelete takes blobs out of a pool, burnBatch with each transaction: those named, or with expired all of a pool that has ended.
func (a *app) poolDelete(ctx context.Context, id attest.ObjectID, blobs []redstuff.BlobID, expired, dry bool) error {
	o, err := a.openOwner(ctx, dry)
	if err != nil {
		return err
	}
	defer o.close()
	before, err := o.Pool(ctx, id)
	if err != nil {
		return err
	}
	if expired {
		if before.End > o.sys.Epoch {
			return usagef("pool %v ends in epoch %d, and it is epoch %d: name the blobs with --blob-ids", id, before.End, o.sys.Epoch)
		}
		all, err := o.PooledBlobs(ctx, id)
		if err != nil {
			return err
		}
		for _, b := range all {
			blobs = append(blobs, b.BlobID)
		}
	}
	if !dry && len(blobs) > 0 {
		if err := a.sure(ctx, fmt.Sprintf("Delete %d blobs of pool %v", len(blobs), id)); err != nil {
			return err
		}
	}
	s := o.nothingSpent()
	var failed error
	done := 0
	for part := range slices.Chunk(blobs, burnBatch) {
		r, err := o.call(func(acct chain.SpendingAccount) (chain.Receipt, error) {
			if expired {
				return acct.BurnExpiredPooled(ctx, id, part)
			}
			return acct.DeletePooled(ctx, id, part)
		})
		if err != nil {
			failed = fmt.Errorf("delete blobs of the pool, after %d of %d: %w", done, len(blobs), err)
			break
		}
		s, done = s.plus(o, r), done+len(part)
	}
	if failed != nil && done == 0 {
		return failed
	}
	after, err := o.Pool(ctx, id)
	if err != nil {
		return errors.Join(failed, err)
	}
	view := newPoolJSON(after)
	result := struct {
		Pool    *poolJSON         `json:"pool"`
		Deleted []redstuff.BlobID `json:"deletedBlobs"`
		spent
	}{&view, append([]redstuff.BlobID{}, blobs[:done]...), s}
	if err := a.tell(o, s, result, fmt.Sprintf("%d blobs deleted", done), fmt.Sprintf("%d blobs would be deleted", done), poolFields(after)...); err != nil {
		return err
	}
	return failed
}

func (a *app) poolDestroyCommand() *cobra.Command {
	var dry bool
	cmd := &cobra.Command{
		Use:   "destroy POOL",
		Short: "End a pool without blobs; its space is a free resource again",
		Args:  exactly("POOL"),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := parseObject(args[0])
			if err != nil {
				return err
			}
			return a.resourceCall(cmd.Context(), nil, dry, "destroy pool", "pool ended, its space is free", "the pool would be ended", func(ctx context.Context, acct chain.SpendingAccount) (chain.Receipt, error) {
				return acct.DestroyPool(ctx, id)
			})
		},
	}
	dryRunFlag(cmd, &dry)
	return cmd
}
