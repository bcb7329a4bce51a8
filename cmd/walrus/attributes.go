package main

import (
	"context"
	"fmt"
	"slices"
	"unicode"

	"github.com/spf13/cobra"

	"walrus/attest"
	"walrus/chain"
	"walrus/redstuff"
)

// attributeJSON is one key-value in the shape that existing scripts know.
type attributeJSON struct {
	Key   string `json:"key"`
	Value string `json:"value"`
}

// attributeList nests as the reference's output does.
type attributeList struct {
	Metadata struct {
		Contents []attributeJSON `json:"contents"`
	} `json:"metadata"`
}

// recordFlag adds --pooled to a command on attributes, which names a blob inside the pool or bucket that the object ID names.
func recordFlag(cmd *cobra.Command, pooled *string) {
	cmd.Flags().StringVar(pooled, "pooled", "", "the object is a pool or bucket, and this `blob ID` in it is meant")
}

func parseRecord(object, pooled string) (chain.Record, error) {
	id, err := parseObject(object)
	if err != nil || pooled == "" {
		return chain.Record{ID: id}, err
	}
	blob, err := parseBlobIDArg(pooled)
	return chain.Record{ID: id, BlobID: blob}, err
}

func (a *app) getAttributeCommand() *cobra.Command {
	var pooled string
	cmd := &cobra.Command{
		Use:   "get-blob-attribute OBJECT",
		Short: "Show the attributes of a blob object",
		Long:  "Shows the key-values on a blob object or a free storage resource, in order. Nodes do not vouch for them: the owner sets them.",
		Args:  exactly("OBJECT"),
		RunE: func(cmd *cobra.Command, args []string) error {
			rec, err := parseRecord(args[0], pooled)
			if err != nil {
				return err
			}
			return a.getAttributes(cmd.Context(), rec)
		},
	}
	recordFlag(cmd, &pooled)
	a.readFlags(cmd)
	return cmd
}

func (a *app) getAttributes(ctx context.Context, rec chain.Record) error {
	r, err := a.openReader(ctx)
	if err != nil {
		return err
	}
	defer r.close()
	if _, err := r.HolderOf(ctx, rec.ID); err != nil { // tells an object without attributes from none
		return err
	}
	as, err := r.Attributes(ctx, rec)
	if err != nil {
		return err
	}
	if a.json {
		out := struct {
			Attribute *attributeList `json:"attribute"`
		}{}
		if len(as) > 0 {
			out.Attribute = new(attributeList)
			for _, x := range as {
				out.Attribute.Metadata.Contents = append(out.Attribute.Metadata.Contents, attributeJSON(x))
			}
		}
		return printJSON(a.stdout, out)
	}
	if len(as) == 0 {
		fmt.Fprintf(a.stdout, "Object %v has no attributes\n", rec.ID)
		return nil
	}
	var rows [][]string
	for _, x := range as {
		rows = append(rows, []string{visible(x.Key), visible(x.Value)})
	}
	table(a.stdout, []string{"Key", "Value"}, rows)
	return nil
}

// visible makes a stranger's text fit for a terminal.
func visible(s string) string {
	out := []rune(s)
	for i, r := range out {
		if r < ' ' || r >= 0x7f && r < 0xa0 || unicode.Is(unicode.Bidi_Control, r) {
			out[i] = '\ufffd'
		}
	}
	return string(out)
}

func (a *app) setAttributeCommand() *cobra.Command {
	var keys []string
	var pooled string
	var dry bool
	cmd := &cobra.Command{
		Use:   "set-blob-attribute OBJECT --attr KEY VALUE [--attr KEY VALUE]...",
		Short: "Set attributes of a blob object",
		Long: `Sets key-values on a blob object or a free storage resource of the wallet; keys that are there already get the new value. A key has 1 to 64 bytes, a
value at most 1,024. Each KiB begun of the whole list costs as much as writing a MiB.`,
		Example: "  walrus set-blob-attribute 0x3f…a1 --attr content-type image/png --attr name walrus.png",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			object, values, err := splitAttributes(args, len(keys))
			if err != nil {
				return err
			}
			rec, err := parseRecord(object, pooled)
			if err != nil {
				return err
			}
			as := make([]chain.Attribute, len(keys))
			for i, k := range keys {
				as[i] = chain.Attribute{Key: k, Value: values[i]}
			}
			return a.setAttributes(cmd.Context(), rec, as, dry)
		},
	}
	cmd.Flags().StringArrayVar(&keys, "attr", nil, "`KEY` VALUE: an attribute to set; may be repeated")
	_ = cmd.MarkFlagRequired("attr")
	recordFlag(cmd, &pooled)
	dryRunFlag(cmd, &dry)
	return cmd
}

// splitAttributes tells the object, which comes first, from the values among the arguments of set-blob-attribute: the flag takes the key and leaves the value behind.
func splitAttributes(args []string, keys int) (object string, values []string, err error) {
	if len(args) != keys+1 {
		return "", nil, usagef("%d values for %d keys and one object: want OBJECT first, and --attr KEY VALUE for each", len(args)-1, keys)
	}
	return args[0], args[1:], nil
}

func (a *app) setAttributes(ctx context.Context, rec chain.Record, as []chain.Attribute, dry bool) error {
	o, err := a.openOwner(ctx, dry)
	if err != nil {
		return err
	}
	defer o.close()
	r, err := o.pay(ctx, func(acct chain.SpendingAccount, most uint64) (chain.Receipt, error) {
		return acct.SetAttributes(ctx, rec, as, most)
	})
	if err != nil {
		return wrap("set attributes", o.whyNot(ctx, err, deedAttributes, rec.ID))
	}
	return a.tellAttributes(o, r, rec, fmt.Sprintf("%d attributes set", len(as)), fmt.Sprintf("%d attributes would be set", len(as)))
}

func (a *app) tellAttributes(o *owner, r chain.Receipt, rec chain.Record, done, would string) error {
	s := o.spent(r)
	result := struct {
		Object attest.ObjectID  `json:"objectId"`
		BlobID *redstuff.BlobID `json:"blobId,omitempty"`
		spent
	}{Object: rec.ID, spent: s}
	if !rec.BlobID.IsZero() {
		result.BlobID = &rec.BlobID
	}
	return a.tell(o, s, result, done, would, "Object ID", rec.ID.String())
}

func (a *app) removeAttributesCommand() *cobra.Command {
	var keys []string
	var pooled string
	var dry bool
	cmd := &cobra.Command{
		Use:   "remove-blob-attribute-fields OBJECT --keys KEYS",
		Short: "Remove single attributes of a blob object",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			rec, err := parseRecord(args[0], pooled)
			if err != nil {
				return err
			}
			return a.removeAttributes(cmd.Context(), rec, slices.Concat(keys, args[1:]), dry)
		},
	}
	cmd.Flags().StringArrayVar(&keys, "keys", nil, "`KEYS` to remove, all of which must be there")
	_ = cmd.MarkFlagRequired("keys")
	recordFlag(cmd, &pooled)
	dryRunFlag(cmd, &dry)
	return cmd
}

func (a *app) clearAttributesCommand() *cobra.Command {
	var pooled string
	var dry bool
	cmd := &cobra.Command{
		Use:   "remove-blob-attribute OBJECT",
		Short: "Remove all attributes of a blob object",
		Args:  exactly("OBJECT"),
		RunE: func(cmd *cobra.Command, args []string) error {
			rec, err := parseRecord(args[0], pooled)
			if err != nil {
				return err
			}
			return a.removeAttributes(cmd.Context(), rec, nil, dry)
		},
	}
	recordFlag(cmd, &pooled)
	dryRunFlag(cmd, &dry)
	return cmd
}

// removeAttributes removes the keys, or all attributes if there are none.
func (a *app) removeAttributes(ctx context.Context, rec chain.Record, keys []string, dry bool) error {
	o, err := a.openOwner(ctx, dry)
	if err != nil {
		return err
	}
	defer o.close()
	r, err := o.call(func(acct chain.SpendingAccount) (chain.Receipt, error) {
		if keys == nil {
			return acct.ClearAttributes(ctx, rec)
		}
		return acct.RemoveAttributes(ctx, rec, keys)
	})
	if err != nil {
		return wrap("remove attributes", o.whyNot(ctx, err, deedAttributes, rec.ID))
	}
	return a.tellAttributes(o, r, rec, "attributes removed", "attributes would be removed")
}
