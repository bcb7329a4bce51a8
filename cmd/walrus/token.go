package main

import (
	"context"

	"github.com/spf13/cobra"

	"walrus/attest"
	"walrus/chain"
)

func (a *app) wrapCommand() *cobra.Command {
	var dry bool
	cmd := &cobra.Command{
		Use:   "wrap OBJECT",
		Short: "Turn a blob or free storage into an ERC-721 token",
		Long: `Presents a blob object or a free storage resource of the wallet as a token, for markets and wallets that know nothing else. The token's number is the object ID. Its
holder has the owner's rights: he extends, deletes and uses the record; walrus unwrap gives the record itself back.`,
		Args: exactly("OBJECT"),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := parseObject(args[0])
			if err != nil {
				return err
			}
			return a.token(cmd.Context(), id, dry, true)
		},
	}
	dryRunFlag(cmd, &dry)
	return cmd
}

func (a *app) unwrapCommand() *cobra.Command {
	var dry bool
	cmd := &cobra.Command{
		Use:   "unwrap OBJECT",
		Short: "Burn a token of the wallet and get its record back",
		Args:  exactly("OBJECT"),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := parseObject(args[0])
			if err != nil {
				return err
			}
			return a.token(cmd.Context(), id, dry, false)
		},
	}
	dryRunFlag(cmd, &dry)
	return cmd
}

func (a *app) token(ctx context.Context, id attest.ObjectID, dry, into bool) error {
	o, err := a.openOwner(ctx, dry)
	if err != nil {
		return err
	}
	defer o.close()
	r, err := o.call(func(acct chain.SpendingAccount) (chain.Receipt, error) {
		if into {
			return acct.Wrap(ctx, id)
		}
		return acct.Unwrap(ctx, id)
	})
	if err != nil {
		return o.whyNot(ctx, err, deedWrap, id)
	}
	s := o.spent(r)
	result := struct {
		Object   attest.ObjectID `json:"objectId"`
		Contract chain.Address   `json:"token"`
		TokenURI string          `json:"tokenUri,omitempty"`
		spent
	}{Object: id, spent: s}
	net, err := o.Network(ctx)
	if err != nil {
		return err
	}
	result.Contract = net.Parts["Wrapper"]
	if into && !dry {
		if result.TokenURI, err = o.TokenURI(ctx, id); err != nil {
			return err
		}
	}
	done, would := "record unwrapped", "the record would be unwrapped"
	if into {
		done, would = "record wrapped", "the record would be wrapped"
	}
	return a.tell(o, s, result, done, would, "Object ID and token number", id.String(), "Token contract", result.Contract.String())
}
