package localnet

import (
	"context"
	"fmt"

	"walrus/attest"
	"walrus/chain"
	"walrus/chain/evm"
	"walrus/nodeapi"
)

// deployParams are the parameters of the network: devnet's prices and limits, and this folder's nodes as the committee.
func (n *Net) deployParams() (evm.DeployParams, error) {
	p := evm.DevnetParams()
	p.Shards = uint16(n.state.Shards)
	p.StatePath = n.path(deployStateFile) // an interrupted deployment goes on where it was
	for i, s := range n.state.Nodes {
		k := n.keys.nodes[i]
		network, err := nodeapi.PublicNetworkKey(&k.network.PublicKey)
		if err != nil {
			return p, err
		}
		public := k.protocol.PublicKey().Bytes()
		p.Committee = append(p.Committee, evm.MemberParams{
			Operator:   k.operator,
			Name:       s.Name,
			NetAddress: address(s.Port),
			NetworkKey: network[:],
			BLSKey:     public[:],
			Shards:     s.Shards,
		})
	}
	p.Prove = func(member int, network attest.NetworkID) ([96]byte, error) {
		return n.keys.nodes[member].prove(network), nil
	}
	return p, nil
}

// prove signs a node's proof of possession for its first registration in epoch 1.
func (k nodeKeys) prove(network attest.NetworkID) [96]byte {
	message := attest.Possession{Network: network, Operator: attest.Address(k.operator), Key: k.protocol.PublicKey().Bytes()}.Message(1)
	return k.protocol.Sign(message)
}

// deploy puts the contracts on the chain and notes the network's identity.
func (n *Net) deploy(ctx context.Context) error {
	p, err := n.deployParams()
	if err != nil {
		return err
	}
	n.cfg.Progress("deploying the contracts")
	result, err := evm.Deploy(ctx, n.rpcURL(), n.keys.deployer, p, func(string) {})
	if err != nil {
		return fmt.Errorf("deploy: %w", err)
	}
	n.state.Registry, n.state.NetworkID, n.state.Deployed = result.Network.Registry, result.Network.ID, true
	return n.state.save(n.cfg.Dir)
}

// Dial opens the network's chain.
func (n *Net) Dial(ctx context.Context) (*evm.Client, error) {
	return evm.Dial(ctx, evm.Options{
		URLs:     []string{n.rpcURL()},
		Registry: n.state.Registry,
		Expect:   &chain.Network{ID: n.state.NetworkID, ChainID: n.state.ChainID, Registry: n.state.Registry},
	})
}

// fund gives the client its WAL, once.
func (n *Net) fund(ctx context.Context) error {
	c, err := n.Dial(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	have, err := c.Balances(ctx, n.keys.client)
	if err != nil {
		return err
	}
	if have.WAL == 0 { // else a start that was interrupted has sent it
		deployer, err := c.Account(n.keys.deployer)
		if err != nil {
			return err
		}
		if _, err := deployer.SendWAL(ctx, n.keys.client, initialFROST); err != nil {
			return fmt.Errorf("send WAL to the client's wallet: %w", err)
		}
	}
	n.state.Funded = true
	return n.state.save(n.cfg.Dir)
}
