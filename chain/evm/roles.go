package evm

import (
	"context"

	"github.com/ethereum/go-ethereum/common"

	"walrus/chain"
)

// Roles lists every privileged role of the network's contracts and its holder. The owner of a part may replace its code, set prices and name parts; a pending owner
// becomes owner when he accepts. The token has neither.
func (c *Client) Roles(ctx context.Context) ([]Role, error) { return c.roles(ctx) }

func (c *Client) roles(ctx context.Context) ([]Role, error) {
	parts := []struct {
		name    string
		address common.Address
	}{
		{"Registry", c.parts.registry}, {partStorage, c.parts.storage}, {partCertificates, c.parts.certificates},
		{partAttributes, c.parts.attributes}, {partWrapper, c.parts.wrapper}, {partCallbacks, c.parts.callbacks},
	}
	owners := make([]*common.Address, len(parts))
	pending := make([]*common.Address, len(parts))
	err := c.views(ctx, func(b *batch) {
		for i, p := range parts { // all parts have the same functions
			owners[i] = ask(b, p.address, registryABI.PackOwner(), registryABI.UnpackOwner)
			pending[i] = ask(b, p.address, registryABI.PackPendingOwner(), registryABI.UnpackPendingOwner)
		}
	})
	if err != nil {
		return nil, err
	}
	var roles []Role
	for i, p := range parts {
		roles = append(roles,
			Role{p.name, chain.Address(p.address), "owner (upgrades, settings)", chain.Address(*owners[i])},
			Role{p.name, chain.Address(p.address), "pending owner", chain.Address(*pending[i])})
	}
	return append(roles, Role{partWAL, chain.Address(c.parts.wal), "owner", chain.Address{}}), nil
}
