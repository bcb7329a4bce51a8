// Package localnet runs a whole network on one machine: an embedded chain with the contracts deployed on it, and storage nodes that form its
// committee. `walrus devnet` and `walrus demo` are made of it, and tests use it to play with real nodes.
//
// A network lives in one folder:
//
//	network.yaml        what was chosen once: ports, chain id, registry, network id, format version
//	lock                held while the network runs
//	chain/              the chain's database
//	chain.yaml          how the chain is started
//	keys/               private keys and the client's wallet, mode 0600
//	node-0/ ...         one folder per node: config.yaml and its storage
//	client_config.yaml  a client configuration with the one context devnet
//	logs/               one log per part
//
// The parts run in this process, or each in its own (Config.Processes); then they end by themselves when this process is gone, because the
// pipe that is their standard input closes. Everything listens on loopback only.
package localnet
