package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"walrus/attest"
	"walrus/chain"
	"walrus/client"
	"walrus/redstuff"
)

func (a *app) listBlobsCommand() *cobra.Command {
	var expired bool
	cmd := &cobra.Command{
		Use:   "list-blobs",
		Short: "List the blobs of the wallet",
		Long:  "Lists the blob objects that the wallet owns, those whose token it holds, and those in its storage pools and buckets, in order of creation. Objects whose time is over are left out unless asked for.",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return a.listBlobs(cmd.Context(), expired) },
	}
	cmd.Flags().BoolVar(&expired, "include-expired", false, "list those whose time is over, too")
	return cmd
}

func (a *app) listBlobs(ctx context.Context, expired bool) error {
	r, addr, err := a.openAddress(ctx)
	if err != nil {
		return err
	}
	defer r.close()
	sys, err := r.System(ctx)
	if err != nil {
		return err
	}
	all, err := heldBlobs(ctx, r, addr)
	if err != nil {
		return err
	}
	list, rows := []listedBlob{}, [][]string{}
	for _, b := range all {
		if b.Storage.End <= sys.Epoch && !expired {
			continue
		}
		list, rows = append(list, b), append(rows, b.row())
	}
	if a.json {
		return printJSON(a.stdout, list)
	}
	if len(rows) == 0 {
		fmt.Fprintf(a.stdout, "Wallet %v owns no blobs\n", addr)
		return nil
	}
	table(a.stdout, blobHeader, rows)
	return nil
}

// heldBlobs are the blob objects that addr has the owner's rights over: its own, those whose token it holds, those in its storage pools.
func heldBlobs(ctx context.Context, r *networkReader, addr chain.Address) ([]listedBlob, error) {
	var list []listedBlob
	own, err := r.BlobsOf(ctx, addr)
	if err != nil {
		return nil, err
	}
	for _, b := range own {
		list = append(list, listedBlob{BlobObject: client.ObjectOf(b)})
	}
	tokens, err := r.WrappedOf(ctx, addr)
	if err != nil {
		return nil, err
	}
	for _, id := range tokens {
		b, err := r.Blob(ctx, id)
		if errors.Is(err, chain.ErrNotFound) {
			continue // a storage resource
		}
		if err != nil {
			return nil, err
		}
		list = append(list, listedBlob{client.ObjectOf(b), true})
	}
	pools, err := r.PoolsOf(ctx, addr)
	if err != nil {
		return nil, err
	}
	for _, p := range pools {
		name := poolName(p)
		blobs, err := r.PooledBlobs(ctx, name)
		if err != nil {
			return nil, err
		}
		for _, b := range blobs {
			o := client.ObjectOf(b)
			o.Pool = &name
			list = append(list, listedBlob{BlobObject: o})
		}
	}
	return list, nil
}

func (a *app) extendCommand() *cobra.Command {
	var object, resource string
	var epochs uint32
	var shared, dry bool
	cmd := &cobra.Command{
		Use:   "extend --blob-obj-id OBJECT (--epochs-extended N | --storage RESOURCE)",
		Short: "Prolong a blob",
		Long: `Prolongs a certified blob whose time is not over. Permanent blobs can be prolonged by anyone, at his own expense; deletable ones by their owner. With
--shared the blob's own funds pay. With --storage a free resource of the wallet is used up that begins where the blob ends and has exactly its size.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			id, err := parseObject(object)
			if err != nil {
				return err
			}
			if resource == "" && epochs == 0 {
				return usagef("--epochs-extended 0: want at least 1")
			}
			return a.extend(cmd.Context(), id, epochs, resource, shared, dry)
		},
	}
	f := cmd.Flags()
	f.StringVar(&object, "blob-obj-id", "", "`object` ID of the blob")
	f.Uint32Var(&epochs, "epochs-extended", 0, "number of `epochs` to add")
	f.StringVar(&resource, "storage", "", "free storage `resource` to extend with, in place of buying")
	f.BoolVar(&shared, "shared", false, "pay from the funds of a shared blob")
	dryRunFlag(cmd, &dry)
	_ = cmd.MarkFlagRequired("blob-obj-id")
	cmd.MarkFlagsOneRequired("epochs-extended", "storage")
	cmd.MarkFlagsMutuallyExclusive("epochs-extended", "storage")
	cmd.MarkFlagsMutuallyExclusive("shared", "storage")
	return cmd
}

func (a *app) extend(ctx context.Context, id attest.ObjectID, epochs uint32, resource string, shared, dry bool) error {
	o, err := a.openOwner(ctx, dry)
	if err != nil {
		return err
	}
	defer o.close()
	before, err := o.Blob(ctx, id)
	if err != nil {
		return o.whyNot(ctx, err, deedExtend, id)
	}
	var r chain.Receipt
	end := before.Storage.End + attest.Epoch(epochs)
	switch {
	case shared:
		r, err = o.call(func(acct chain.SpendingAccount) (chain.Receipt, error) { return acct.ExtendShared(ctx, id, epochs) })
	case resource != "":
		var with attest.ObjectID
		if with, err = parseObject(resource); err != nil {
			return err
		}
		res, rerr := o.Resource(ctx, with)
		if rerr != nil {
			return rerr
		}
		end, epochs = res.End, uint32(max(res.End, before.Storage.End)-before.Storage.End)
		r, err = o.call(func(acct chain.SpendingAccount) (chain.Receipt, error) { return acct.ExtendWith(ctx, id, with) })
	default:
		r, err = o.pay(ctx, func(acct chain.SpendingAccount, most uint64) (chain.Receipt, error) {
			return acct.Extend(ctx, id, epochs, most, nil)
		})
	}
	if err != nil {
		return wrap("extend", err)
	}
	s := o.spent(r)
	result := struct {
		Epochs uint32       `json:"epochsExtended"`
		End    attest.Epoch `json:"endEpoch"`
		Funds  uint64       `json:"fundsSpent,omitempty"` // FROST of the shared blob
		spent
	}{epochs, end, r.Funds, s}
	pairs := []string{"Blob ID", before.BlobID.String(), "Object ID", id.String(), "Expiry epoch (exclusive)", fmt.Sprint(end)}
	if shared {
		pairs = append(pairs, "Paid from the blob's funds", humanWAL(r.Funds))
	}
	return a.tell(o, s, result, "blob extended", "the blob would be extended", pairs...)
}

func (a *app) shareCommand() *cobra.Command {
	var object string
	var amount uint64
	var dry bool
	cmd := &cobra.Command{
		Use:   "share --blob-obj-id OBJECT",
		Short: "Make a blob nobody's, so that anyone may fund and extend it",
		Long: `Gives a permanent blob up for good: it cannot be given away or burned any more, but anyone may add to its funds and extend it from them.
The blob keeps its object ID.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			id, err := parseObject(object)
			if err != nil {
				return err
			}
			if !dry {
				if err := a.sure(cmd.Context(), fmt.Sprintf("Give up object %v for good", id)); err != nil {
					return err
				}
			}
			return a.fund(cmd.Context(), id, amount, dry, true)
		},
	}
	f := cmd.Flags()
	f.StringVar(&object, "blob-obj-id", "", "`object` ID of the blob")
	f.Uint64Var(&amount, "amount", 0, "funds to begin with, in `FROST`")
	dryRunFlag(cmd, &dry)
	_ = cmd.MarkFlagRequired("blob-obj-id")
	return cmd
}

func (a *app) fundCommand() *cobra.Command {
	var object string
	var amount uint64
	var dry bool
	cmd := &cobra.Command{
		Use:   "fund-shared-blob --shared-blob-obj-id OBJECT --amount FROST",
		Short: "Add to the funds of a shared blob",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			id, err := parseObject(object)
			if err != nil {
				return err
			}
			if amount == 0 {
				return usagef("--amount 0: want at least 1")
			}
			return a.fund(cmd.Context(), id, amount, dry, false)
		},
	}
	f := cmd.Flags()
	f.StringVar(&object, "shared-blob-obj-id", "", "`object` ID of the shared blob")
	f.Uint64Var(&amount, "amount", 0, "amount in `FROST`")
	dryRunFlag(cmd, &dry)
	_ = cmd.MarkFlagRequired("shared-blob-obj-id")
	_ = cmd.MarkFlagRequired("amount")
	return cmd
}

// fund gives a shared blob money, after sharing it if share is set.
func (a *app) fund(ctx context.Context, id attest.ObjectID, amount uint64, dry, share bool) error {
	o, err := a.openOwner(ctx, dry)
	if err != nil {
		return err
	}
	defer o.close()
	r, err := o.call(func(acct chain.SpendingAccount) (chain.Receipt, error) {
		if share {
			return acct.Share(ctx, id, amount)
		}
		return acct.Fund(ctx, id, amount)
	})
	if err != nil {
		d := deedFund
		if share {
			d = deedShare
		}
		return o.whyNot(ctx, err, d, id)
	}
	_, funds, err := o.Shared(ctx, id)
	if err != nil {
		return err
	}
	if dry {
		funds += amount
	}
	s := o.spent(r)
	if !share {
		result := struct {
			Amount uint64 `json:"amount"`
			Funds  uint64 `json:"funds"` // all that the blob has then
			spent
		}{amount, funds, s}
		return a.tell(o, s, result, "shared blob funded", "the shared blob would be funded", "Object ID", id.String(), "Funds", humanWAL(funds))
	}
	result := struct {
		Object attest.ObjectID `json:"sharedBlobObjectId"`
		Amount *uint64         `json:"amount"`
		Funds  uint64          `json:"funds"`
		spent
	}{Object: id, Funds: funds, spent: s}
	if amount > 0 {
		result.Amount = &amount
	}
	return a.tell(o, s, result, "blob shared", "the blob would be shared", "Shared blob object ID", id.String(), "Funds", humanWAL(funds))
}

func (a *app) burnCommand() *cobra.Command {
	var objects []string
	var all, expired, dry bool
	cmd := &cobra.Command{
		Use:   "burn-blobs (--object-ids OBJECTS | --all | --all-expired)",
		Short: "Give up blob objects with their storage, without deleting data",
		Long: `Destroys blob objects of the wallet with the storage bound to them; nothing is paid back. The data stays with the nodes until its end: to
have a deletable blob's storage back, use walrus delete.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := more(args, &objects); err != nil {
				return err
			}
			ids, err := parseObjects(objects)
			if err != nil {
				return err
			}
			if len(ids) == 0 && !all && !expired {
				return usagef("--object-ids names nothing")
			}
			return a.burn(cmd.Context(), ids, all, expired, dry)
		},
	}
	f := cmd.Flags()
	f.StringSliceVar(&objects, "object-ids", nil, "`objects` to burn")
	f.BoolVar(&all, "all", false, "burn all blobs of the wallet")
	f.BoolVar(&expired, "all-expired", false, "burn those whose time is over")
	dryRunFlag(cmd, &dry)
	cmd.MarkFlagsOneRequired("object-ids", "all", "all-expired")
	cmd.MarkFlagsMutuallyExclusive("object-ids", "all", "all-expired")
	return cmd
}

// burnBatch is how many objects one transaction burns.
const burnBatch = 100

func (a *app) burn(ctx context.Context, ids []attest.ObjectID, all, expired, dry bool) error {
	o, err := a.openOwner(ctx, dry)
	if err != nil {
		return err
	}
	defer o.close()
	if all || expired {
		blobs, err := o.BlobsOf(ctx, o.acct.Address())
		if err != nil {
			return err
		}
		for _, b := range blobs {
			if all || b.Storage.End <= o.sys.Epoch {
				ids = append(ids, b.ID)
			}
		}
	}
	if len(ids) == 0 {
		if a.json {
			return printJSON(a.stdout, map[string]any{"burned": []string{}})
		}
		fmt.Fprintln(a.stdout, "There is nothing to burn")
		return nil
	}
	if !dry {
		if err := a.sure(ctx, fmt.Sprintf("Burn %d blob objects for good", len(ids))); err != nil {
			return err
		}
	}
	s := o.nothingSpent()
	var failed error
	done := 0
	for part := range slices.Chunk(ids, burnBatch) {
		r, err := o.call(func(acct chain.SpendingAccount) (chain.Receipt, error) { return acct.Burn(ctx, part) })
		if err != nil {
			failed = fmt.Errorf("burn, after %d of %d objects: %w", done, len(ids), err)
			break
		}
		s, done = s.plus(o, r), done+len(part)
	}
	if failed != nil && done == 0 {
		return failed
	}
	result := struct {
		Burned []attest.ObjectID `json:"burned"`
		spent
	}{ids[:done], s}
	if err := a.tell(o, s, result, fmt.Sprintf("%d blob objects burned", done), fmt.Sprintf("%d blob objects would be burned", done)); err != nil {
		return err
	}
	return failed
}

func (a *app) deleteCommand() *cobra.Command {
	var files, blobIDs, objects []string
	var noCheck, dry bool
	cmd := &cobra.Command{
		Use:   "delete (--files FILES | --blob-ids IDS | --object-ids OBJECTS)",
		Short: "Delete blobs and get their storage back",
		Long: `Deletes deletable blob objects of the wallet. Named by blob ID or by file, all of the wallet's deletable objects of that blob are deleted, after asking.
Their storage is the wallet's again, until its end (walrus storage list). Deleting recalls no copy that somebody made.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := more(args, &files, &blobIDs, &objects); err != nil {
				return err
			}
			if len(files)+len(blobIDs)+len(objects) == 0 {
				return usagef("--files, --blob-ids and --object-ids name nothing")
			}
			return a.deleteBlobs(cmd.Context(), files, blobIDs, objects, noCheck, dry)
		},
	}
	f := cmd.Flags()
	f.StringSliceVar(&files, "files", nil, "`files` whose blobs are deleted")
	f.StringSliceVar(&blobIDs, "blob-ids", nil, "blob `IDs`")
	f.StringSliceVar(&objects, "object-ids", nil, "`objects`")
	f.StringSliceVar(&files, "file", nil, "")
	f.StringSliceVar(&blobIDs, "blob-id", nil, "")
	f.StringSliceVar(&objects, "object-id", nil, "")
	for _, alias := range []string{"file", "blob-id", "object-id"} {
		_ = f.MarkHidden(alias)
	}
	f.BoolVar(&noCheck, "no-status-check", false, "do not ask the nodes about the blob afterwards")
	dryRunFlag(cmd, &dry)
	cmd.MarkFlagsOneRequired("files", "blob-ids", "object-ids", "file", "blob-id", "object-id")
	a.spoolFlags(cmd)
	return cmd
}

// blobIdentity is how a blob to be deleted was named.
type blobIdentity struct {
	BlobID *redstuff.BlobID `json:"blobId"`
	File   *string          `json:"file"`
	Object *attest.ObjectID `json:"objectId"`
}

func (b blobIdentity) String() string {
	switch {
	case b.File != nil:
		return *b.File
	case b.Object != nil:
		return "object " + b.Object.String()
	}
	return "blob " + b.BlobID.String()
}

// deleteResult is an entry of delete's JSON.
type deleteResult struct {
	Identity blobIdentity        `json:"blobIdentity"`
	Deleted  []client.BlobObject `json:"deletedBlobs"`
	Status   any                 `json:"postDeletionStatus,omitempty"`
	NotFound bool                `json:"noBlobFound"`
	Error    string              `json:"error,omitempty"`
	Aborted  bool                `json:"aborted"`
	unasked  error               // there is nobody to ask: a mistake in the command line
	spent
}

func (a *app) deleteBlobs(ctx context.Context, files, blobIDs, objects []string, noCheck, dry bool) error {
	var named []blobIdentity
	for _, f := range files {
		named = append(named, blobIdentity{File: &f})
	}
	for _, s := range blobIDs {
		id, err := parseBlobIDArg(s)
		if err != nil {
			return err
		}
		named = append(named, blobIdentity{BlobID: &id})
	}
	ids, err := parseObjects(objects)
	if err != nil {
		return err
	}
	for _, id := range ids {
		named = append(named, blobIdentity{Object: &id})
	}
	o, err := a.openOwner(ctx, dry)
	if err != nil {
		return err
	}
	defer o.close()
	results, failed := make([]deleteResult, 0, len(named)), false
	for _, what := range named {
		r := a.deleteOne(ctx, o, what, noCheck)
		if r.unasked != nil {
			return r.unasked
		}
		failed = failed || r.Error != "" || r.NotFound
		results = append(results, r)
		if !a.json {
			a.deleteText(o, r)
		}
	}
	if a.json {
		if err := printJSON(a.stdout, results); err != nil {
			return err
		}
	}
	if ctx.Err() != nil { // whatever has failed for that
		return ctx.Err()
	}
	if failed {
		return errReported
	}
	return nil
}

// deleteOne deletes what one identity names and tells how that went.
func (a *app) deleteOne(ctx context.Context, o *owner, what blobIdentity, noCheck bool) deleteResult {
	res := deleteResult{Identity: what, Deleted: []client.BlobObject{}, spent: o.nothingSpent()}
	blobs, err := a.toDelete(ctx, o, &res.Identity)
	switch {
	case err != nil:
		res.Error = err.Error()
		return res
	case len(blobs) == 0:
		res.NotFound = true
		if pool, b, ok := a.inPool(ctx, o, res.Identity); ok {
			res.Error = fmt.Sprintf("it is in a storage pool: walrus pool delete-blobs %v --blob-ids %v", pool, b.BlobID)
		}
		return res
	}
	if what.Object == nil && !o.dry && !a.json { // programs are not asked here, as the reference does not
		if err := a.sure(ctx, fmt.Sprintf("Delete %d objects of blob %v", len(blobs), blobs[0].BlobID)); err != nil {
			res.Aborted = true
			var usage *usageError
			switch {
			case errors.As(err, &usage):
				res.unasked = err
			case !errors.Is(err, errNotSure):
				res.Error = err.Error()
			}
			return res
		}
	}
	for _, b := range blobs {
		r, err := o.call(func(acct chain.SpendingAccount) (chain.Receipt, error) { return acct.Delete(ctx, b.ID) })
		if err != nil {
			res.Error = fmt.Sprintf("delete object %v: %v", b.ID, err)
			return res
		}
		res.spent = res.plus(o, r)
		res.Deleted = append(res.Deleted, client.ObjectOf(b))
	}
	if noCheck || o.dry || what.Object != nil {
		return res
	}
	c, err := a.openClient(o.networkReader, nil)
	if err != nil {
		res.Error = err.Error()
		return res
	}
	defer c.Close()
	select {
	case <-time.After(time.Second): // nodes learn of it a moment after the chain
	case <-ctx.Done():
		return res
	}
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	if report, err := c.Status(ctx, blobs[0].BlobID); err == nil {
		res.Status = statusJSON(report.BlobStatus)
	}
	return res
}

// inPool looks for what an identity names in the wallet's storage pools.
func (a *app) inPool(ctx context.Context, o *owner, what blobIdentity) (pool attest.ObjectID, b client.BlobObject, ok bool) {
	held, err := heldBlobs(ctx, o.networkReader, o.acct.Address())
	if err != nil {
		return pool, b, false // it is asked for advice only
	}
	for _, h := range held {
		if h.Pool != nil && (what.Object != nil && h.ID == *what.Object || what.BlobID != nil && h.BlobID == *what.BlobID) {
			return *h.Pool, h.BlobObject, true
		}
	}
	return pool, b, false
}

// toDelete finds the objects that an identity names, and completes it.
func (a *app) toDelete(ctx context.Context, o *owner, what *blobIdentity) ([]chain.Blob, error) {
	if what.Object != nil {
		b, err := o.Blob(ctx, *what.Object)
		if errors.Is(err, chain.ErrNotFound) {
			return nil, nil
		}
		if err == nil && !b.Deletable {
			return nil, fmt.Errorf("object %v is permanent: it lasts until its end", b.ID)
		}
		return []chain.Blob{b}, err
	}
	if what.File != nil {
		params, err := redstuff.NewParams(int(o.sys.NShards))
		if err != nil {
			return nil, err
		}
		meta, err := a.metadataOf(ctx, params, *what.File, &o.cfg.Config)
		if err != nil {
			return nil, err
		}
		id := meta.BlobID()
		what.BlobID = &id
	}
	all, err := o.BlobsOf(ctx, o.acct.Address())
	if err != nil {
		return nil, err
	}
	var blobs []chain.Blob
	for _, b := range all {
		if b.BlobID == *what.BlobID && b.Deletable && b.Storage.End > o.sys.Epoch {
			blobs = append(blobs, b)
		}
	}
	return blobs, nil
}

func (a *app) deleteText(o *owner, r deleteResult) {
	if r.Error != "" && len(r.Deleted) > 0 {
		_ = a.tell(o, r.spent, nil, fmt.Sprintf("%v: %d objects deleted before that failed", r.Identity, len(r.Deleted)), fmt.Sprintf("%v: %d objects would be deleted", r.Identity, len(r.Deleted)))
	}
	switch {
	case r.Error != "":
		fmt.Fprintf(a.stderr, "%s %v: %s\n", paint(a.stderr, red, "Error:"), r.Identity, r.Error)
	case r.NotFound:
		fmt.Fprintf(a.stderr, "%s %v: the wallet owns no such deletable object; walrus list-blobs shows what it owns\n", paint(a.stderr, red, "Error:"), r.Identity)
	case r.Aborted:
		fmt.Fprintf(a.stdout, "%v: nothing was deleted\n", r.Identity)
	default:
		_ = a.tell(o, r.spent, nil, fmt.Sprintf("%v: %d objects deleted, their storage is free again", r.Identity, len(r.Deleted)), fmt.Sprintf("%v: %d objects would be deleted", r.Identity, len(r.Deleted)))
	}
}
