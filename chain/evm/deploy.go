package evm

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	"walrus/attest"
	"walrus/bls"
	"walrus/chain"
	"walrus/contracts/bindings"
	"walrus/redstuff"
)

// firstEpoch is the epoch that the first committee serves, and in which its proofs of possession are signed.
const firstEpoch = 1

// deployTimeout bounds one question to the endpoint: a page of members is 25 pairings, which a busy machine may take seconds for.
const deployTimeout = time.Minute

// A DeployResult tells what a finished deployment consists of.
type DeployResult struct {
	Network chain.Network
	Roles   []Role // every privileged role and its holder
	// Gas and Native (wei) are what this run paid; steps of earlier runs are not in it.
	Gas    uint64
	Native *big.Int
}

// A Role is a right to change a contract.
type Role struct {
	Contract string
	Address  chain.Address
	Role     string
	Holder   chain.Address // zero: nobody
}

// A MissingProofsError stops a deployment after the Registry: the network id is known now, and these members' keys have yet to sign for it.
type MissingProofsError struct {
	Network  attest.NetworkID
	ChainID  uint64
	Registry chain.Address
	Members  []MemberParams
}

func (e *MissingProofsError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "the Registry of network %v is deployed at %v on chain %d, but %d members of the committee have not proven their keys; each operator runs:\n", e.Network, e.Registry, e.ChainID, len(e.Members))
	for _, m := range e.Members {
		fmt.Fprintf(&b, "  %s   # %s\n", e.Command(m), m.Name)
	}
	b.WriteString("put the answers into the parameter file (proof, or proof_file) and run walrus deploy again: it goes on from here")
	return b.String()
}

// Command is what the operator of m runs, on the machine that holds the node's key.
func (e *MissingProofsError) Command(m MemberParams) string {
	return fmt.Sprintf("walrus node prove --network-id %v --operator %v", e.Network, m.Operator)
}

// A deployment is one run of Deploy.
type deployment struct {
	*Client
	p        DeployParams
	state    *deployState
	sender   *sender
	progress func(string)
	gas      uint64
	native   *big.Int
}

// Deploy puts a new network on the chain at rpcURL, paid by key, and returns it. Every step is safe to repeat: with p.StatePath set, a run
// that was cut goes on where the last one ended, also while a transaction of it is still unmined. It stops with ErrPrecompile if the chain cannot carry the
// contracts, with *MissingProofsError after the Registry if a proof of possession is missing, and names the member whose proof is wrong. progress gets a line per step.
func Deploy(ctx context.Context, rpcURL string, key *ecdsa.PrivateKey, p DeployParams, progress func(string)) (DeployResult, error) {
	if err := p.check(); err != nil {
		return DeployResult{}, err
	}
	c, err := newClient(Options{URLs: []string{rpcURL}, Finality: p.Finality, Timeout: deployTimeout}.withDefaults())
	if err != nil {
		return DeployResult{}, err
	}
	defer c.Close()
	if progress == nil {
		progress = func(string) {}
	}
	d := deployment{Client: c, p: p, progress: progress, native: new(big.Int)}
	if err := d.begin(ctx, key); err != nil {
		return DeployResult{}, err
	}
	return d.run(ctx)
}

// begin finds out about the chain and about earlier runs.
func (d *deployment) begin(ctx context.Context, key *ecdsa.PrivateKey) error {
	err := d.endpoints.do(ctx, nil, func(ctx context.Context, ec *ethclient.Client) error {
		id, err := ec.ChainID(ctx)
		if err == nil && !id.IsUint64() {
			return fmt.Errorf("chain id %v does not fit 64 bits", id)
		}
		if err == nil {
			d.net.ChainID = id.Uint64()
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("deploy: %w", err)
	}
	d.progress(fmt.Sprintf("chain %d: checking precompiles", d.net.ChainID))
	if err := d.endpoints.probe(ctx); err != nil {
		return fmt.Errorf("deploy: %w", err)
	}
	d.sender = d.newSender(key)
	deployer := chain.Address(d.sender.from)
	if d.state, err = loadState(d.p.StatePath); err != nil {
		return err
	}
	if d.state.ChainID == 0 {
		d.state.ChainID, d.state.Deployer = d.net.ChainID, deployer
		d.state.Salt = make([]byte, 32)
		if _, err := rand.Read(d.state.Salt); err != nil {
			return err
		}
		if d.state.EpochStart = d.p.EpochStart; d.state.EpochStart.IsZero() {
			d.state.EpochStart = time.Now().UTC().Truncate(time.Millisecond)
		}
		if err := d.state.save(); err != nil {
			return err
		}
	}
	if !d.p.EpochStart.IsZero() {
		d.state.EpochStart = d.p.EpochStart // another one than Storage began with is refused there
	}
	if len(d.state.Salt) != 32 {
		return fmt.Errorf("deployment state %s: salt has %d bytes, want 32", d.state.path, len(d.state.Salt))
	}
	if d.p.SupplyReceiver.IsZero() {
		d.p.SupplyReceiver = deployer
	}
	return d.state.belongsTo(d.net.ChainID, deployer)
}

// run does all steps in order.
func (d *deployment) run(ctx context.Context) (DeployResult, error) {
	owner := d.sender.from
	registry, err := d.proxied(ctx, "Registry", bindings.RegistryMetaData.Bin, registryABI.PackInitialize(owner, [32]byte(d.state.Salt), FormatVersion))
	if err != nil {
		return DeployResult{}, err
	}
	d.parts.registry = registry
	network := attest.NewNetworkID(new(big.Int).SetUint64(d.net.ChainID), attest.Address(registry), [32]byte(d.state.Salt))
	got, err := view(ctx, d.Client, registry, registryABI.PackNetworkId(), registryABI.UnpackNetworkId)
	if err != nil {
		return DeployResult{}, fmt.Errorf("deploy: read the network id: %w", err)
	}
	if attest.NetworkID(got) != network {
		return DeployResult{}, fmt.Errorf("deploy: the Registry at %v says network id %v, want %v: remove the state file %s to deploy anew", chain.Address(registry), attest.NetworkID(got), network, d.state.path)
	}
	d.progress(fmt.Sprintf("network id %v, Registry %v", network, chain.Address(registry)))

	members, err := d.members(network, registry)
	if err != nil {
		return DeployResult{}, err
	}
	if d.parts.wal, err = d.create(ctx, "WAL", append(common.FromHex(bindings.WALMetaData.Bin), walABI.PackConstructor(common.Address(d.p.SupplyReceiver))...)); err != nil {
		return DeployResult{}, err
	}
	if d.parts.certificates, err = d.proxied(ctx, partCertificates, bindings.CertificatesMetaData.Bin, certificatesABI.PackInitialize(owner, network, d.p.Shards)); err != nil {
		return DeployResult{}, err
	}
	params := bindings.StorageParams{
		StoragePrice: d.p.StoragePrice, WritePrice: d.p.WritePrice, Capacity: d.p.Capacity, MaxEpochsAhead: d.p.MaxEpochsAhead,
		EpochStart: uint64(d.state.EpochStart.UnixMilli()), EpochDuration: uint64(d.p.EpochDuration / time.Millisecond), BurnBasis: d.p.Burn,
	}
	code, err := d.storageCode(ctx)
	if err != nil {
		return DeployResult{}, err
	}
	if d.parts.storage, err = d.proxied(ctx, partStorage, code, storageABI.PackInitialize(owner, network, d.parts.wal, d.parts.certificates, params)); err != nil {
		return DeployResult{}, err
	}
	if _, err := d.step(ctx, "link", call{To: &d.parts.certificates, Data: certificatesABI.PackLink(d.parts.storage)}, d.linked); err != nil {
		return DeployResult{}, err
	}
	if err := d.companions(ctx); err != nil {
		return DeployResult{}, err
	}
	if err := d.setCommittee(ctx, members); err != nil {
		return DeployResult{}, err
	}
	names := [][32]byte{
		partName(partWAL), partName(partStorage), partName(partCertificates), partName(partAttributes), partName(partWrapper), partName(partCallbacks),
	}
	addresses := []common.Address{d.parts.wal, d.parts.storage, d.parts.certificates, d.parts.attributes, d.parts.wrapper, d.parts.callbacks}
	if _, err := d.step(ctx, "parts", call{To: &d.parts.registry, Data: registryABI.PackSetParts(names, addresses)}, nil); err != nil {
		return DeployResult{}, err
	}
	return d.result(ctx)
}

// create deploys a contract and returns its address.
func (d *deployment) create(ctx context.Context, name string, code []byte) (common.Address, error) {
	s, err := d.step(ctx, name, call{Data: code}, nil)
	if err != nil {
		return common.Address{}, err
	}
	if s.Address == nil {
		return common.Address{}, fmt.Errorf("deploy %s: the transaction made no contract", name)
	}
	return common.Address(*s.Address), nil
}

// proxied deploys an implementation and its proxy, whose constructor initialises it in the same transaction: nobody can come between.
func (d *deployment) proxied(ctx context.Context, name, code string, initialize []byte) (common.Address, error) {
	impl, err := d.create(ctx, name+" implementation", common.FromHex(code))
	if err != nil {
		return common.Address{}, err
	}
	return d.create(ctx, name, append(common.FromHex(bindings.PartProxyMetaData.Bin), bindings.NewPartProxy().PackConstructor(impl, initialize)...))
}

// step makes one transaction unless an earlier run has made it. found, if set, looks for its effect on the chain when no hash leads to it.
func (d *deployment) step(ctx context.Context, name string, t call, found func(context.Context) (bool, error)) (*deployStep, error) {
	s := d.state.step(name)
	if !s.Done {
		r, err := d.earlier(ctx, s)
		if err == nil && r != nil {
			err = s.changed(t, d.state.path)
		}
		if err == nil && r == nil && found != nil {
			var there bool
			if there, err = found(ctx); there {
				s.Done, s.Call = true, t.digest()
				d.progress(name + ": found on the chain")
				return s, d.state.save()
			}
		}
		if err == nil && r == nil && t.Gas != 0 { // otherwise the estimate tells
			err = d.try(ctx, t)
		}
		if err == nil && r == nil {
			r, err = d.sender.send(ctx, t, func(h chain.TxHash) error {
				s.Sent, s.Call = append(s.Sent, h), t.digest()
				return d.state.save()
			})
			if r != nil {
				d.gas += r.GasUsed
				d.native.Add(d.native, new(big.Int).Mul(r.EffectiveGasPrice, new(big.Int).SetUint64(r.GasUsed)))
			}
		}
		if err != nil {
			return nil, fmt.Errorf("deploy %s: %w", name, err)
		}
		s.Done, s.Block, s.Call = true, r.BlockNumber.Uint64(), t.digest()
		if t.To == nil {
			a := chain.Address(r.ContractAddress)
			s.Address = &a
		}
		if err := d.state.save(); err != nil {
			return nil, err
		}
		line := fmt.Sprintf("%s: block %d, %d gas", name, s.Block, r.GasUsed)
		if s.Address != nil {
			line += ", " + s.Address.String()
		}
		d.progress(line)
		return s, nil
	}
	if err := s.changed(t, d.state.path); err != nil {
		return nil, fmt.Errorf("deploy %s: %w", name, err)
	}
	if s.Address != nil { // a chain that was reset under the same id would make every later step fail strangely
		if err := d.hasCode(ctx, common.Address(*s.Address)); err != nil {
			return nil, fmt.Errorf("deploy %s: %w", name, err)
		}
	}
	return s, nil
}

// earlier looks for the transactions that an earlier run may have sent for a step, and waits while one is unmined. nil: none is on the chain, or it failed.
func (d *deployment) earlier(ctx context.Context, s *deployStep) (*types.Receipt, error) {
	for pause := d.poll; ; pause = min(2*pause, lastPause) {
		unmined := false
		for _, h := range s.Sent {
			var tx *types.Transaction
			err := d.do(ctx, func(ctx context.Context, ec *ethclient.Client) (err error) {
				tx, _, err = ec.TransactionByHash(ctx, common.Hash(h))
				return err
			})
			if notFound(err) {
				continue
			}
			if err != nil && saysIndexing(err) { // the chain was started just now
				unmined = true
				continue
			}
			if err != nil {
				return nil, err
			}
			r, _, err := d.finalReceipt(ctx, []*types.Transaction{tx})
			if err != nil {
				return nil, err
			}
			if r != nil && r.Status == types.ReceiptStatusSuccessful {
				return r, nil
			}
			unmined = unmined || r == nil
		}
		if !unmined {
			return nil, nil
		}
		d.progress("waiting for a transaction of an earlier run")
		if !sleep(ctx, pause) {
			return nil, ctx.Err()
		}
	}
}

func (d *deployment) hasCode(ctx context.Context, a common.Address) error {
	var code []byte
	err := d.do(ctx, func(ctx context.Context, ec *ethclient.Client) (err error) {
		code, err = ec.CodeAt(ctx, a, nil)
		return err
	})
	if err == nil && len(code) == 0 {
		err = fmt.Errorf("state file %s says that it is at %v, but chain %d has no contract there: the chain was reset, remove the state file to deploy anew", d.state.path, chain.Address(a), d.net.ChainID)
	}
	return err
}

// members checks every proof of possession and returns the committee in the order of node ids.
func (d *deployment) members(network attest.NetworkID, registry common.Address) ([]bindings.ICertificatesNewMember, error) {
	type entry struct {
		node   attest.ObjectID
		member bindings.ICertificatesNewMember
		params MemberParams
	}
	var entries []entry
	missing := MissingProofsError{Network: network, ChainID: d.net.ChainID, Registry: chain.Address(registry)}
	var wrong []error
	for i, m := range d.p.Committee {
		if len(m.Proof) == 0 && d.p.Prove != nil {
			sig, err := d.p.Prove(i, network)
			if err != nil {
				return nil, fmt.Errorf("prove the key of %s: %w", m.Name, err)
			}
			m.Proof = sig[:]
		}
		if len(m.Proof) == 0 {
			missing.Members = append(missing.Members, m)
			continue
		}
		nm, err := newMember(network, m)
		if err != nil {
			wrong = append(wrong, fmt.Errorf("committee member %d (%s): %w: the operator runs %s", i, m.Name, err, missing.Command(m)))
			continue
		}
		entries = append(entries, entry{attest.NewObjectID(network, attest.KindNode, attest.Address(m.Operator), 0), nm, m})
	}
	if err := errors.Join(wrong...); err != nil {
		return nil, fmt.Errorf("deploy: %w", err)
	}
	if len(missing.Members) > 0 {
		return nil, &missing
	}
	slices.SortFunc(entries, func(a, b entry) int { return bytes.Compare(a.node[:], b.node[:]) })
	members := make([]bindings.ICertificatesNewMember, len(entries))
	next := redstuff.ShardIndex(0)
	for i, e := range entries {
		shards := e.params.ShardIndices
		if len(shards) == 0 {
			for range e.params.Shards {
				shards = append(shards, next)
				next++
			}
		}
		members[i] = e.member
		members[i].Runs = appendRuns(nil, shards)
	}
	return members, nil
}

// newMember translates a member without its shards. A proof that its key did not sign for this network and operator is an error: a key without it could be made up
// from the others', and its holder could sign for all of them.
func newMember(network attest.NetworkID, m MemberParams) (n bindings.ICertificatesNewMember, err error) {
	sig, err := bls.ParseSignature(m.Proof)
	if err != nil {
		return n, fmt.Errorf("proof of possession: %w", err)
	}
	key, err := attest.Possession{Network: network, Operator: attest.Address(m.Operator), Key: [48]byte(m.BLSKey)}.Verify(firstEpoch, sig)
	if err != nil {
		return n, err
	}
	point := key.EIP2537()
	proof, err := sig.EIP2537()
	if err != nil {
		return n, fmt.Errorf("proof of possession: %w", err)
	}
	return bindings.ICertificatesNewMember{
		Operator: common.Address(m.Operator), Name: m.Name, NetAddress: m.NetAddress, NetworkKey: m.NetworkKey, BlsKey: m.BLSKey, BlsPoint: point[:], Proof: proof[:],
	}, nil
}

// setCommittee adds the members in pages; the last page locks the committee.
func (d *deployment) setCommittee(ctx context.Context, members []bindings.ICertificatesNewMember) error {
	for first := 0; first < len(members); first += pageMembers {
		batch := members[first:min(first+pageMembers, len(members))]
		data, err := certificatesABI.TryPackAddMembers(batch, first+len(batch) == len(members))
		if err != nil {
			return fmt.Errorf("deploy committee: %w", err)
		}
		name := fmt.Sprintf("committee members %d to %d", first, first+len(batch)-1)
		added := func(ctx context.Context) (bool, error) { return d.pageAdded(ctx, uint16(first/pageMembers), batch) }
		if _, err := d.step(ctx, name, call{To: &d.parts.certificates, Data: data, Gas: maxTxGas}, added); err != nil {
			return err
		}
	}
	return nil
}

// try asks whether the contracts would refuse t. For a page of members it costs one execution, where an estimate of its gas costs a dozen.
func (d *deployment) try(ctx context.Context, t call) error {
	err := d.do(ctx, func(ctx context.Context, ec *ethclient.Client) error {
		_, err := ec.CallContract(ctx, ethereum.CallMsg{From: d.sender.from, To: t.To, Data: t.Data, Gas: t.Gas}, nil)
		return err
	})
	return asRevert(err)
}

// result reads the finished network back from the chain, with everybody who may change it.
func (d *deployment) result(ctx context.Context) (DeployResult, error) {
	out := DeployResult{Gas: d.gas, Native: d.native}
	err := d.do(ctx, func(ctx context.Context, ec *ethclient.Client) (err error) {
		out.Network, _, _, err = loadNetwork(ctx, ec, d.finality, d.parts.registry)
		return err
	})
	if err != nil {
		return out, fmt.Errorf("deploy: read the network back: %w", err)
	}
	out.Roles, err = d.roles(ctx)
	if err != nil {
		return out, fmt.Errorf("deploy: list privileged roles: %w", err)
	}
	for _, r := range out.Roles {
		d.progress(fmt.Sprintf("%s %v: %s is %v", r.Contract, r.Address, r.Role, r.Holder))
	}
	return out, nil
}
