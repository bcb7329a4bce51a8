package devchain

import (
	"math/big"

	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/p2p"
)

// stackName is the folder of go-ethereum's data in the chain's directory.
const stackName = "geth"

// gasLimit of a block. While the chain is paced to a block a second it bounds the throughput: about 1,700 registrations of blobs a second.
// Blocks more than half full raise the base fee, so this also leaves it alone in ordinary use. Single transactions are capped at 2^24 gas
// by EIP-7825 whatever this is.
const gasLimit = 240_000_000

// genesis is the first block: go-ethereum's own for development (it has the system contracts, without which blocks silently fail), with our
// chain id and accounts, and without any fork after Osaka, so that gas is what today's public chains charge.
func (s state) genesis() *core.Genesis {
	g := core.DeveloperGenesisBlock(gasLimit, nil)
	g.Timestamp = s.GenesisTime
	g.Config.ChainID = new(big.Int).SetUint64(s.ChainID)
	g.Config.AmsterdamTime = nil
	g.Config.BogotaTime = nil
	for addr, wei := range s.Alloc {
		a := g.Alloc[addr] // may be a precompile, which already has one wei
		a.Balance = new(big.Int).Set(&wei.Int)
		g.Alloc[addr] = a
	}
	return g
}

// newStack makes go-ethereum's container of services: it locks the directory and opens databases. Its own servers stay off; its peer-to-peer
// layer neither dials nor listens.
func newStack(dir string) (*node.Node, error) {
	key, err := crypto.GenerateKey() // identity towards peers, of which there are none
	if err != nil {
		return nil, err
	}
	return node.New(&node.Config{
		Name:    stackName,
		DataDir: dir,
		P2P:     p2p.Config{PrivateKey: key, NoDial: true, NoDiscovery: true},
	})
}

// ethConfig holds the settings under which no acknowledged transaction was lost in any kill (README.md): state by hash, every state
// written with its block, no snapshots, no caches that are flushed later.
func ethConfig(g *core.Genesis) *ethconfig.Config {
	cfg := ethconfig.Defaults
	cfg.Genesis = g
	cfg.SyncMode = ethconfig.FullSync
	cfg.StateScheme = rawdb.HashScheme
	cfg.NoPruning = true
	cfg.NoPrefetch = true // blocks are small and their state is in memory
	cfg.TrieDirtyCache = 0
	cfg.SnapshotCache = 0
	cfg.TrieCleanCache = 16    // MB
	cfg.DatabaseCache = 32     // MB
	cfg.DatabaseHandles = 64   // files
	cfg.TransactionHistory = 0 // index every transaction
	cfg.LogNoHistory = true    // logs are found by the blooms of the headers

	cfg.Miner.GasCeil = gasLimit
	cfg.Miner.GasPrice = big.NewInt(1) // any tip will do
	cfg.RPCTxFeeCap = 0                // coins here are free
	cfg.TxPool.NoLocals = true         // no journal: whoever wants a transaction has no receipt yet and sends it again
	cfg.TxPool.Journal = ""
	cfg.TxPool.AccountSlots = 1024 // few senders, each with bursts
	cfg.BlobPool.Datadir = ""
	return &cfg
}

// emptyWithdrawals is the list that every block since Shanghai carries.
var emptyWithdrawals = types.Withdrawals{}
