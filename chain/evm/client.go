// Package evm is the control plane on an EVM chain: it implements chain.Reader and chain.Account over JSON-RPC, and deploys new networks.
//
// Any server of the standard `eth` methods will do; several are tried in order. What a server says is believed only after it has shown that it carries the right
// chain and the right Registry, and after every failure it must show so again. Reads answer from final state, see Finality.
//
// What remains is trust in the endpoints: they prove nothing of what they say about the state. The one that answers at the start names the contracts behind the
// Registry, and so the token that pays and the contract that is paid. Before each permit all endpoints are asked for these addresses, and a difference stops the
// payment, so that one liar among several cannot lead a payment elsewhere; if every endpoint is in the hands of one party only Options.Expect.Parts, taken from
// whoever deployed the network, or an endpoint of one's own helps. What a permit can lose is bounded by its value, the limit of that one payment.
package evm

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"

	"walrus/attest"
	"walrus/chain"
	"walrus/contracts/bindings"
)

// FormatVersion is the version of the deployment that this program knows.
const FormatVersion = 3

// Options says how to reach a network. URLs and Registry are required.
type Options struct {
	URLs     []string      // http or https; tried in order
	Registry chain.Address // the one address that users configure
	// Expect is compared with what the chain says: ChainID, ID and Registry, as far as they are not zero, and every address in Parts. nil: take what is there.
	Expect   *chain.Network
	Finality Finality
	// Poll is the interval between looks at an idle chain. Default: 100 ms with instant finality, else 2 s. Smaller costs the endpoint requests, larger costs latency.
	Poll time.Duration
	// Timeout bounds one attempt at one endpoint. Default 15 s.
	Timeout time.Duration
	// Resubmit is how long a transaction may stay unmined before it is looked at and sent again with a higher fee. Default: 5 s with instant finality, else 60 s.
	Resubmit time.Duration
	// GasBudget is the most wei that the gas of one transaction may cost, at the highest fee that it offers; nil: no bound but the balance.
	GasBudget *big.Int
	// Turn waits until it is no other program's turn to do what on this machine (TurnPay or TurnSend) from an account, and keeps others waiting until end is called. nil: programs
	// that pay at once void each other's permits, which costs gas and time until all have paid, and may lose a transaction to each other where a chain lets it be replaced.
	Turn func(ctx context.Context, what string, account chain.Address) (end func(), err error)
	Log  *slog.Logger // nil: no logging
}

func (o Options) withDefaults() Options {
	instant := o.Finality.instant()
	pick := func(d *time.Duration, fast, slow time.Duration) {
		if *d == 0 && instant {
			*d = fast
		} else if *d == 0 {
			*d = slow
		}
	}
	pick(&o.Poll, 100*time.Millisecond, 2*time.Second)
	pick(&o.Timeout, 15*time.Second, 15*time.Second)
	pick(&o.Resubmit, 5*time.Second, time.Minute)
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return o
}

// What programs with one key take turns with, see Options.Turn.
const (
	TurnPay  = "pay"  // from signing a permit until its transaction is final: one that is mined may still be undone, and then void the next permit by its own
	TurnSend = "send" // from choosing a nonce until an endpoint has the transaction
)

// takeTurn is Options.Turn, and nothing without one.
func (c *Client) takeTurn(ctx context.Context, what string, account common.Address) (end func(), err error) {
	if c.turn == nil {
		return func() {}, nil
	}
	return c.turn(ctx, what, chain.Address(account))
}

// A Client reads one network. It is safe for concurrent use. Close ends its connections.
type Client struct {
	endpoints *endpoints
	finality  Finality
	poll      time.Duration
	resubmit  time.Duration
	budget    *big.Int // see Options.GasBudget
	turn      func(context.Context, string, chain.Address) (end func(), err error)
	log       *slog.Logger
	net       chain.Network
	parts     parts
	walName   string // part of the permits' signing domain
}

var _ chain.Reader = (*Client)(nil)

// Dial connects to a network and checks that it is the expected one: chain.ErrWrongNetwork shows both values of a difference, chain.ErrUnavailable is worth a retry.
func Dial(ctx context.Context, o Options) (*Client, error) {
	o = o.withDefaults()
	c, err := newClient(o)
	if err != nil {
		return nil, err
	}
	if err := c.load(ctx, o); err != nil {
		c.Close()
		return nil, err
	}
	return c, nil
}

func newClient(o Options) (*Client, error) {
	e, err := newEndpoints(o.URLs, o.Timeout, o.Log)
	if err != nil {
		return nil, err
	}
	return &Client{endpoints: e, finality: o.Finality, poll: o.Poll, resubmit: o.Resubmit, budget: o.GasBudget, turn: o.Turn, log: o.Log}, nil
}

// Close ends all connections. Streams of events end only with their context.
func (c *Client) Close() { c.endpoints.close() }

// do runs f with an endpoint that carries this network.
func (c *Client) do(ctx context.Context, f func(context.Context, *ethclient.Client) error) error {
	return c.endpoints.do(ctx, c.check, f)
}

// check compares what an endpoint carries with the network that was found at the start.
func (c *Client) check(ctx context.Context, ec *ethclient.Client) error {
	id, err := ec.ChainID(ctx)
	if err != nil {
		return err
	}
	if !id.IsUint64() || id.Uint64() != c.net.ChainID {
		return fmt.Errorf("%w: the endpoint serves chain %v, the network is on chain %d", chain.ErrWrongNetwork, id, c.net.ChainID)
	}
	if c.net.ID.IsZero() {
		return nil // deploying
	}
	out, err := ec.CallContract(ctx, ethereum.CallMsg{To: &c.parts.registry, Data: registryABI.PackNetworkId()}, nil)
	if err != nil {
		if _, refused := revertData(err); !refused {
			return err
		}
	}
	got, err := registryABI.UnpackNetworkId(out)
	if err != nil {
		return fmt.Errorf("%w: no Registry at %v", chain.ErrWrongNetwork, c.parts.registry)
	}
	if attest.NetworkID(got) != c.net.ID {
		return fmt.Errorf("%w: the Registry at %v is of network %v, want %v", chain.ErrWrongNetwork, c.parts.registry, attest.NetworkID(got), c.net.ID)
	}
	return nil
}

// load reads what identifies the network, and compares it with what was expected.
func (c *Client) load(ctx context.Context, o Options) error {
	want := chain.Network{}
	if o.Expect != nil {
		want = *o.Expect
	}
	registry := common.Address(o.Registry)
	if o.Registry.IsZero() {
		return errors.New("no Registry address: set registry to the address that the deployment printed")
	}
	if !want.Registry.IsZero() && want.Registry != o.Registry {
		return fmt.Errorf("%w: Registry %v, want %v", chain.ErrWrongNetwork, o.Registry, want.Registry)
	}
	var found chain.Network
	var p parts
	var walName string
	load := func(ctx context.Context, ec *ethclient.Client) (err error) {
		found, p, walName, err = loadNetwork(ctx, ec, c.finality, registry)
		if err != nil {
			return err
		}
		switch {
		case want.ChainID != 0 && want.ChainID != found.ChainID:
			return fmt.Errorf("%w: chain_id is %d in the configuration, %d on the chain", chain.ErrWrongNetwork, want.ChainID, found.ChainID)
		case !want.ID.IsZero() && want.ID != found.ID:
			return fmt.Errorf("%w: network_id is %v in the configuration, %v on the chain", chain.ErrWrongNetwork, want.ID, found.ID)
		}
		for name, address := range want.Parts {
			if found.Parts[name] != address {
				return fmt.Errorf("%w: %s is at %v in the configuration, the chain's Registry says %v", chain.ErrWrongNetwork, name, address, found.Parts[name])
			}
		}
		return nil
	}
	// All that is read at the start is read by the check, so that an endpoint of another network is passed over like one that is down.
	if err := c.endpoints.do(ctx, nil, load); err != nil {
		return err
	}
	if err := checkVersion(found); err != nil {
		return err
	}
	c.net, c.parts, c.walName = found, p, walName
	return nil
}

// checkVersion refuses contracts of a format that this program does not know.
func checkVersion(n chain.Network) error {
	if n.Version != FormatVersion {
		return fmt.Errorf("the contracts of network %v have format version %d, this program knows %d: use the program that the network was deployed with, or a later one; walrus devnet --reset starts a network on one machine anew", n.ID, n.Version, FormatVersion)
	}
	return nil
}

// loadNetwork reads a Registry. Answers that no Registry would give are chain.ErrWrongNetwork.
func loadNetwork(ctx context.Context, ec *ethclient.Client, f Finality, registry common.Address) (n chain.Network, p parts, walName string, err error) {
	id, err := ec.ChainID(ctx)
	if err != nil {
		return n, p, "", err
	}
	if !id.IsUint64() {
		return n, p, "", fmt.Errorf("%w: chain id %v does not fit 64 bits", chain.ErrWrongNetwork, id)
	}
	block, err := f.block(ctx, ec)
	if err != nil {
		return n, p, "", err
	}
	code, err := ec.CodeAt(ctx, registry, block)
	if err != nil {
		return n, p, "", err
	}
	if len(code) == 0 {
		return n, p, "", fmt.Errorf("%w: there is no contract at the Registry's address %v on chain %v", chain.ErrWrongNetwork, registry, id)
	}
	r := batch{ctx: ctx, ec: ec, block: block}
	networkID := ask(&r, registry, registryABI.PackNetworkId(), registryABI.UnpackNetworkId)
	salt := ask(&r, registry, registryABI.PackSalt(), registryABI.UnpackSalt)
	version := ask(&r, registry, registryABI.PackVersion(), registryABI.UnpackVersion)
	deployed := ask(&r, registry, registryABI.PackDeployedBlock(), registryABI.UnpackDeployedBlock)
	owner := ask(&r, registry, registryABI.PackOwner(), registryABI.UnpackOwner)
	all := ask(&r, registry, registryABI.PackParts(), registryABI.UnpackParts)
	if err := r.run(); err != nil {
		return n, p, "", wrongIfAnswered(err, "the contract at %v is no Registry", registry)
	}
	p = partsOf(registry, *all)
	n = chain.Network{
		ID: *networkID, ChainID: id.Uint64(), Registry: chain.Address(registry), Salt: *salt, Version: *version, Deployed: *deployed,
		Parts: p.asMap(), Owner: chain.Address(*owner),
	}
	if want := attest.NewNetworkID(id, n.Registry, n.Salt); n.ID != want {
		return n, p, "", fmt.Errorf("%w: the Registry at %v says network id %v, its chain id, address and salt give %v", chain.ErrWrongNetwork, registry, n.ID, want)
	}
	if p.wal == (common.Address{}) || p.storage == (common.Address{}) || p.certificates == (common.Address{}) {
		return n, p, "", fmt.Errorf("%w: the deployment of network %v is not finished: run walrus deploy again", chain.ErrWrongNetwork, n.ID)
	}
	r = batch{ctx: ctx, ec: ec, block: block}
	name := ask(&r, p.wal, walABI.PackName(), walABI.UnpackName)
	if err := r.run(); err != nil {
		return n, p, "", wrongIfAnswered(err, "the contract at %v is no WAL token", p.wal)
	}
	return n, p, *name, nil
}

// partsOf picks the addresses that this program uses out of a Registry's answer; those it does not name stay zero.
func partsOf(registry common.Address, all bindings.PartsOutput) parts {
	p := parts{registry: registry}
	for i, name := range all.Arg0[:min(len(all.Arg0), len(all.Arg1))] {
		switch name {
		case partName(partWAL):
			p.wal = all.Arg1[i]
		case partName(partStorage):
			p.storage = all.Arg1[i]
		case partName(partCertificates):
			p.certificates = all.Arg1[i]
		case partName(partAttributes):
			p.attributes = all.Arg1[i]
		case partName(partWrapper):
			p.wrapper = all.Arg1[i]
		case partName(partCallbacks):
			p.callbacks = all.Arg1[i]
		}
	}
	return p
}

// wrongIfAnswered tells an endpoint's failure from a contract that is another one.
func wrongIfAnswered(err error, format string, args ...any) error {
	if errors.Is(err, errAnswer) || answered(err) {
		return fmt.Errorf("%w: %s: %v", chain.ErrWrongNetwork, fmt.Sprintf(format, args...), err)
	}
	return err
}

// Network returns what identifies the network, as compared at the start and at every new connection.
func (c *Client) Network(context.Context) (chain.Network, error) {
	n := c.net
	n.Parts = c.parts.asMap() // the caller's own
	return n, nil
}

func (c *Client) nativeBalance(ctx context.Context, a common.Address) (b *big.Int, err error) {
	err = c.do(ctx, func(ctx context.Context, ec *ethclient.Client) error {
		b, err = ec.BalanceAt(ctx, a, nil)
		return err
	})
	return b, err
}
