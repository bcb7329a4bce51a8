package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"walrus/chain"
	"walrus/chain/evm"
	"walrus/chain/evm/wallet"
	"walrus/client"
	"walrus/localnet"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// A class is what programs branch on: a stable code, whether trying again may help, and what a person can do next.
type class struct {
	is        error
	code      string
	retryable bool
	hint      string
}

// classes is searched from the top; the first that an error matches describes it.
var classes = []class{
	{client.ErrNoConfig, "no_configuration", false, ""},
	{client.ErrBlobNotFound, "blob_not_found", false, "it was never stored here, or its time is over, or its owner deleted it; check the ID and the network"},
	{client.ErrBlobBlocked, "blob_blocked", false, ""},
	{client.ErrBlobInvalid, "blob_invalid", false, ""},
	{client.ErrTooLarge, "blob_too_large", false, ""},
	{client.ErrManifest, "not_in_parts", false, ""},
	{client.ErrPartSize, "part_size", false, ""},
	{client.ErrNoSpace, "no_space", true, "make room there, or name another folder with --spool-dir or spool_dir in the configuration (for the output itself with --out)"},
	{client.ErrSourceChanged, "file_changed", true, ""},
	{client.ErrLifetime, "lifetime", false, "walrus info epoch shows the current epoch and how far ahead one can store"},
	{client.ErrPoolUnknown, "pool_not_found", false, "walrus pool list shows the pools and buckets of the wallet"},
	{client.ErrPoolOwner, "pool_not_owned", false, "walrus pool list shows those of the wallet; the pool of a bucket is used by the bucket's ID, and --wallet names another keystore folder"},
	{client.ErrPoolEnd, "pool_ends", false, "walrus pool extend prolongs a pool that has not ended, with all its blobs"},
	{client.ErrPoolConflict, "pool_conflict", false, "walrus pool delete-blobs deletes it, or store it without --permanent"},
	{client.ErrStalledTx, "transaction_pending", true, "run the same command again later: it finds the transaction and pays nothing twice"},
	{wallet.ErrPassword, "wrong_password", false, "give the right one with --password-file, or let the program ask for it"},
	{wallet.ErrNoKey, "no_key", false, "check active_address and path of wallet_config"},
	{chain.ErrNoFunds, "insufficient_funds", false, "on a devnet, walrus get-wal sends WAL and native coins to the wallet"},
	{evm.ErrGasBudget, "gas_budget", false, "raise --gas-budget, or leave it out"},
	{chain.ErrWrongNetwork, "wrong_network", false, "compare registry, chain_id and network_id of the configuration with what the operator of the network published"},
	{chain.ErrReorg, "chain_reorganised", false, ""},
	{chain.ErrUnavailable, "chain_unavailable", true, "check that the chain runs (walrus devnet) and that rpc_urls name it"},
	{localnet.ErrInUse, "in_use", false, ""},
	{localnet.ErrFormat, "unknown_format", false, ""},
	{redstuff.ErrDataTooLarge, "blob_too_large", false, "walrus store without --no-split stores it in parts, of --part-size bytes each"},
	{client.ErrNotEnoughWeight, "not_enough_confirmations", true, "run the same command again when more nodes are up: it goes on where it was and pays nothing twice"},
	{client.ErrNotEnough, "not_enough_slivers", true, "walrus health --committee shows which nodes are down"},
	{client.ErrNoMetadata, "no_metadata", true, "walrus health --committee shows which nodes are down"},
	{client.ErrNoStatus, "no_status", true, "walrus health --committee shows which nodes are down; a longer --timeout may help"},
	{nodeapi.ErrIdentity, "node_identity", false, "the node's TLS key is not the one on the chain; tell its operator"},
	{nodeapi.ErrUnavailable, "nodes_unavailable", true, ""},
	{chain.ErrNotFound, "not_found", false, "walrus list-blobs, walrus storage list and walrus pool list show what the wallet owns; a blob in a pool is prolonged with it (walrus pool extend)"},
	{fs.ErrNotExist, "no_such_file", false, ""},
	{fs.ErrPermission, "permission_denied", false, ""},
	{context.DeadlineExceeded, "timeout", true, ""},
}

// classify describes an error to programs and people.
func classify(err error) (code string, retryable bool, hint string) {
	var full *client.PoolFullError
	if errors.As(err, &full) {
		return "pool_full", false, fmt.Sprintf("walrus pool increase %v --size %d adds what this blob lacks; walrus pool delete-blobs frees space", full.Pool, full.Need-full.Free)
	}
	for _, c := range classes {
		if errors.Is(err, c.is) {
			return c.code, c.retryable, c.hint
		}
	}
	var revert *chain.RevertError
	if errors.As(err, &revert) {
		return "refused_by_contract", false, explainRefusal(revert)
	}
	return "failed", false, ""
}
