package evm

import (
	"context"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	"walrus/attest"
	"walrus/chain"
	"walrus/contracts/bindings"
	"walrus/redstuff"
)

var _ chain.EconomyReader = (*Client)(nil)

// HolderOf is the account with the owner's rights over a record; chain.ErrNotFound if there is none by that ID. The holder of a shared blob is Storage.
func (c *Client) HolderOf(ctx context.Context, object attest.ObjectID) (chain.Address, error) {
	v, err := view(ctx, c, c.parts.storage, storageABI.PackHolderOf(object), storageABI.UnpackHolderOf)
	if err != nil {
		return chain.Address{}, notFoundIfRefused(err, "object %v", object)
	}
	if v == (common.Address{}) {
		return chain.Address{}, fmt.Errorf("object %v: %w", object, chain.ErrNotFound)
	}
	return chain.Address(v), nil
}

// Wrapped reports whether a record is presented as a token.
func (c *Client) Wrapped(ctx context.Context, object attest.ObjectID) (bool, error) {
	v, err := view(ctx, c, c.parts.wrapper, wrapperABI.PackHolderOf(object), wrapperABI.UnpackHolderOf)
	if err != nil {
		return false, fmt.Errorf("read token of object %v: %w", object, err)
	}
	return v != (common.Address{}), nil
}

// TokenURI describes a wrapped record; chain.ErrNotFound if it is not wrapped.
func (c *Client) TokenURI(ctx context.Context, object attest.ObjectID) (string, error) {
	v, err := view(ctx, c, c.parts.wrapper, wrapperABI.PackTokenURI(tokenNumber(object)), wrapperABI.UnpackTokenURI)
	if err != nil {
		return "", notFoundIfRefused(err, "token of object %v", object)
	}
	return v, nil
}

// tokenNumber is the number of a record's token: its ID.
func tokenNumber(object attest.ObjectID) *big.Int { return new(big.Int).SetBytes(object[:]) }

// WrappedOf lists the records whose tokens owner holds, in the order in which they first came to owner.
func (c *Client) WrappedOf(ctx context.Context, owner chain.Address) ([]attest.ObjectID, error) {
	topics := [][]common.Hash{{topicTokenTransfer}, nil, {common.BytesToHash(owner[:])}}
	logs, err := c.pagedLogs(ctx, func(ctx context.Context, ec *ethclient.Client, from, to uint64) ([]types.Log, error) {
		q := ethereum.FilterQuery{FromBlock: new(big.Int).SetUint64(from), ToBlock: new(big.Int).SetUint64(to), Addresses: []common.Address{c.parts.wrapper}, Topics: topics}
		return c.queryLogs(ctx, ec, q, from, to)
	})
	if err != nil {
		return nil, fmt.Errorf("list tokens of %v: %w", owner, err)
	}
	var ids []attest.ObjectID
	seen := make(map[attest.ObjectID]bool)
	for _, l := range logs {
		if len(l.Topics) != 4 {
			return nil, fmt.Errorf("list tokens of %v: block %d log %d: %w", owner, l.BlockNumber, l.Index, errForeignLog)
		}
		if id := attest.ObjectID(l.Topics[3]); !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	holders := make([]*common.Address, len(ids))
	err = c.views(ctx, func(b *batch) {
		for i, id := range ids {
			holders[i] = ask(b, c.parts.wrapper, wrapperABI.PackHolderOf(id), wrapperABI.UnpackHolderOf)
		}
	})
	if err != nil {
		return nil, fmt.Errorf("list tokens of %v: %w", owner, err)
	}
	var held []attest.ObjectID
	for i, h := range holders {
		if chain.Address(*h) == owner {
			held = append(held, ids[i])
		}
	}
	return held, nil
}

// Shared reports whether a blob is shared, and the FROST that it has for its extension.
func (c *Client) Shared(ctx context.Context, object attest.ObjectID) (shared bool, funds uint64, err error) {
	b, err := c.Blob(ctx, object)
	if err != nil {
		return false, 0, err
	}
	if b.Owner != chain.Address(c.parts.storage) {
		return false, 0, nil
	}
	v, err := view(ctx, c, c.parts.storage, storageABI.PackFundsOf(object), storageABI.UnpackFundsOf)
	if err != nil {
		return false, 0, fmt.Errorf("read funds of blob object %v: %w", object, err)
	}
	if !v.IsUint64() {
		return false, 0, fmt.Errorf("blob object %v has %v FROST, more than 64 bits", object, v)
	}
	return true, v.Uint64(), nil
}

// Attributes lists the attributes of a record in order.
func (c *Client) Attributes(ctx context.Context, r chain.Record) ([]chain.Attribute, error) {
	v, err := view(ctx, c, c.parts.attributes, attributesABI.PackAttributesOf(r.ID, r.BlobID), attributesABI.UnpackAttributesOf)
	if err != nil {
		return nil, fmt.Errorf("read attributes of object %v: %w", r.ID, err)
	}
	as := make([]chain.Attribute, len(v))
	for i, p := range v {
		as[i] = chain.Attribute{Key: p.Key, Value: p.Value}
	}
	return as, nil
}

// Pool reads a pool by its own ID or by that of its bucket.
func (c *Client) Pool(ctx context.Context, id attest.ObjectID) (chain.Pool, error) {
	v, err := view(ctx, c, c.parts.storage, storageABI.PackPool(id), storageABI.UnpackPool)
	if err != nil {
		return chain.Pool{}, notFoundIfRefused(err, "storage pool %v", id)
	}
	if v.Owner == (common.Address{}) {
		return chain.Pool{}, fmt.Errorf("storage pool %v: %w", id, chain.ErrNotFound)
	}
	return pool(id, v), nil
}

func pool(id attest.ObjectID, v bindings.IStoragePoolsPoolView) chain.Pool {
	p := chain.Pool{
		ID: v.PoolId, Owner: chain.Address(v.Owner), Start: attest.Epoch(v.StartEpoch), End: attest.Epoch(v.EndEpoch),
		Size: v.Size, Used: v.Used, Blobs: v.Blobs, Storage: v.StorageId,
	}
	if p.ID != id {
		p.Bucket = id
	}
	return p
}

// PoolsOf lists pools and buckets that owner governs: pools in order of creation, then buckets.
func (c *Client) PoolsOf(ctx context.Context, owner chain.Address) ([]chain.Pool, error) {
	pools, err := c.heldBy(ctx, owner, topicPoolCreated, 1, 2, kindPool)
	if err != nil {
		return nil, fmt.Errorf("list pools of %v: %w", owner, err)
	}
	buckets, err := c.heldBy(ctx, owner, topicBucketCreated, 1, 3, kindBucket)
	if err != nil {
		return nil, fmt.Errorf("list buckets of %v: %w", owner, err)
	}
	ids := slices.Concat(pools, buckets)
	found := make([]*bindings.IStoragePoolsPoolView, len(ids))
	err = c.views(ctx, func(b *batch) {
		for i, id := range ids {
			found[i] = ask(b, c.parts.storage, storageABI.PackPool(id), storageABI.UnpackPool)
		}
	})
	if err != nil {
		return nil, fmt.Errorf("list pools of %v: %w", owner, err)
	}
	var list []chain.Pool
	for i, v := range found {
		if chain.Address(v.Owner) == owner {
			list = append(list, pool(ids[i], *v))
		}
	}
	return list, nil
}

// PooledBlobs lists what a pool, named by itself or its bucket, holds, in order of registration.
func (c *Client) PooledBlobs(ctx context.Context, id attest.ObjectID) ([]chain.Blob, error) {
	p, err := c.Pool(ctx, id)
	if err != nil {
		return nil, err
	}
	logs, err := c.allLogs(ctx, [][]common.Hash{{topicPooledRegistered}, nil, nil, {common.Hash(p.ID)}})
	if err != nil {
		return nil, fmt.Errorf("list blobs of pool %v: %w", id, err)
	}
	var ids []redstuff.BlobID
	seen := make(map[redstuff.BlobID]bool)
	for _, l := range slices.Backward(logs) { // one that was deleted and registered again counts from its last registration
		if len(l.Topics) != 4 {
			return nil, fmt.Errorf("list blobs of pool %v: block %d log %d: %w", id, l.BlockNumber, l.Index, errForeignLog)
		}
		if b := redstuff.BlobID(l.Topics[1]); !seen[b] {
			seen[b] = true
			ids = append(ids, b)
		}
	}
	slices.Reverse(ids)
	found := make([]*bindings.IStoragePoolsPooledBlobView, len(ids))
	err = c.views(ctx, func(b *batch) {
		for i, blob := range ids {
			found[i] = ask(b, c.parts.storage, storageABI.PackPooledBlob(id, blob), storageABI.UnpackPooledBlob)
		}
	})
	if err != nil {
		return nil, fmt.Errorf("list blobs of pool %v: %w", id, err)
	}
	var list []chain.Blob
	for i, v := range found {
		if v.RegisteredEpoch != 0 {
			list = append(list, pooledBlob(p, ids[i], *v))
		}
	}
	return list, nil
}

// PooledBlob reads one blob of a pool, which is named by itself or its bucket.
func (c *Client) PooledBlob(ctx context.Context, id attest.ObjectID, blob redstuff.BlobID) (chain.Blob, error) {
	var p *bindings.IStoragePoolsPoolView
	var v *bindings.IStoragePoolsPooledBlobView
	err := c.views(ctx, func(b *batch) {
		p = ask(b, c.parts.storage, storageABI.PackPool(id), storageABI.UnpackPool)
		v = ask(b, c.parts.storage, storageABI.PackPooledBlob(id, blob), storageABI.UnpackPooledBlob)
	})
	if err != nil {
		return chain.Blob{}, notFoundIfRefused(err, "blob %v of storage pool %v", blob, id)
	}
	if p.Owner == (common.Address{}) || v.RegisteredEpoch == 0 {
		return chain.Blob{}, fmt.Errorf("blob %v of storage pool %v: %w", blob, id, chain.ErrNotFound)
	}
	return pooledBlob(pool(id, *p), blob, *v), nil
}

func pooledBlob(p chain.Pool, id redstuff.BlobID, v bindings.IStoragePoolsPooledBlobView) chain.Blob {
	return chain.Blob{
		ID: v.ObjectId, Owner: chain.Address(v.Holder), BlobID: id, Size: v.Size, Encoding: v.Encoding, Deletable: v.Deletable,
		Registered: attest.Epoch(v.RegisteredEpoch), IsCertified: v.CertifiedEpoch != 0, Certified: attest.Epoch(v.CertifiedEpoch),
		Storage: chain.Resource{ID: p.Storage, Owner: p.Owner, Start: p.Start, End: attest.Epoch(v.EndEpoch), Size: p.Size, BoundTo: p.ID},
	}
}

// firstSupply is what was minted when the network was deployed, 5 * 10^9 WAL in FROST: nobody can mint more.
const firstSupply = 5_000_000_000_000_000_000

// Supply reads how much of the token there is, and how much has been burned.
func (c *Client) Supply(ctx context.Context) (chain.Supply, error) {
	v, err := view(ctx, c, c.parts.wal, walABI.PackTotalSupply(), walABI.UnpackTotalSupply)
	if err != nil {
		return chain.Supply{}, fmt.Errorf("read supply: %w", err)
	}
	if !v.IsUint64() || v.Uint64() > firstSupply {
		return chain.Supply{}, fmt.Errorf("supply is %v FROST, more than the %d that there were at first: is that the network's token?", v, uint64(firstSupply))
	}
	return chain.Supply{Total: v.Uint64(), Burned: firstSupply - v.Uint64()}, nil
}
