package evm

import (
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	"walrus/attest"
	"walrus/chain"
	"walrus/contracts/bindings"
	"walrus/redstuff"
)

// Object kinds, attestations.md section 1.
const (
	kindResource = 1
	kindBlob     = 2
	kindPool     = 3
	kindBucket   = 4
)

// System reads prices, capacity and epoch. Epoch is 0 until the first committee is complete.
func (c *Client) System(ctx context.Context) (chain.System, error) {
	v, err := view(ctx, c, c.parts.storage, storageABI.PackSystem(), storageABI.UnpackSystem)
	if err != nil {
		return chain.System{}, fmt.Errorf("read system: %w", err)
	}
	return system(v)
}

func system(v bindings.IStorageSystemView) (chain.System, error) {
	if v.EpochDuration > uint64(math.MaxInt64/time.Millisecond) || v.EpochStart > math.MaxInt64 || !validEpochStart(int64(v.EpochStart)) {
		return chain.System{}, fmt.Errorf("read system: epochs of %d ms from %d ms after 1970 are no times that this program can tell: is that the network's Storage?", v.EpochDuration, v.EpochStart)
	}
	return chain.System{
		Epoch: attest.Epoch(v.Epoch), NShards: v.NShards, StoragePrice: v.StoragePrice, WritePrice: v.WritePrice,
		TotalCapacity: v.TotalCapacity, UsedCapacity: v.UsedCapacity, MaxEpochsAhead: v.MaxEpochsAhead,
		EpochStart: time.UnixMilli(int64(v.EpochStart)), EpochDuration: time.Duration(v.EpochDuration) * time.Millisecond, BurnBasis: v.BurnBasis,
	}, nil
}

// Committee reads the members of an epoch. An epoch without a complete committee is chain.ErrNotFound.
func (c *Client) Committee(ctx context.Context, epoch attest.Epoch) (chain.Committee, error) {
	head, err := view(ctx, c, c.parts.certificates, certificatesABI.PackCommittee(uint32(epoch)), certificatesABI.UnpackCommittee)
	if err != nil {
		return chain.Committee{}, notFoundIfRefused(err, "committee of epoch %d", epoch)
	}
	if !head.Complete {
		return chain.Committee{}, fmt.Errorf("committee of epoch %d is not complete: %w", epoch, chain.ErrNotFound)
	}
	var pages []*[]bindings.ICertificatesMember
	err = c.views(ctx, func(b *batch) {
		pages = pages[:0]
		for i := range head.Pages {
			pages = append(pages, ask(b, c.parts.certificates, certificatesABI.PackPage(uint32(epoch), i), certificatesABI.UnpackPage))
		}
	})
	if err != nil {
		return chain.Committee{}, fmt.Errorf("read committee of epoch %d: %w", epoch, err)
	}
	com := chain.Committee{Epoch: epoch, NShards: head.NShards}
	for _, p := range pages {
		for _, v := range *p {
			m, err := member(v)
			if err != nil {
				return chain.Committee{}, fmt.Errorf("committee of epoch %d, member %d: %w", epoch, len(com.Members), err)
			}
			com.Members = append(com.Members, m)
		}
	}
	if len(com.Members) != int(head.Members) {
		return chain.Committee{}, fmt.Errorf("%w: committee of epoch %d has %d members, its pages hold %d", chain.ErrUnavailable, epoch, head.Members, len(com.Members))
	}
	return com, nil
}

func member(v bindings.ICertificatesMember) (m chain.Member, err error) {
	m = chain.Member{NodeID: attest.NodeID(v.NodeId), Operator: chain.Address(v.Operator), Name: v.Name, NetAddress: v.NetAddress}
	if len(v.NetworkKey) != len(m.NetworkKey) || len(v.BlsKey) != len(m.BLSKey) {
		return m, fmt.Errorf("keys have %d and %d bytes, want %d and %d", len(v.NetworkKey), len(v.BlsKey), len(m.NetworkKey), len(m.BLSKey))
	}
	copy(m.NetworkKey[:], v.NetworkKey)
	copy(m.BLSKey[:], v.BlsKey)
	if m.Shards, err = parseRuns(v.Runs); err != nil {
		return m, err
	}
	if len(m.Shards) != int(v.Weight) {
		return m, fmt.Errorf("weight is %d, but %d shards are named", v.Weight, len(m.Shards))
	}
	return m, nil
}

// Availability reads what may be relied on for a blob ID.
func (c *Client) Availability(ctx context.Context, id redstuff.BlobID) (chain.Availability, error) {
	v, err := view(ctx, c, c.parts.storage, storageABI.PackAvailability(id), storageABI.UnpackAvailability)
	if err != nil {
		return chain.Availability{}, fmt.Errorf("read availability of blob %v: %w", id, err)
	}
	return chain.Availability{Certified: v.Arg0, PermanentUntil: attest.Epoch(v.Arg1), Invalid: v.Arg2}, nil
}

// Blob reads one blob object; chain.ErrNotFound if there never was one or it was deleted.
func (c *Client) Blob(ctx context.Context, id attest.ObjectID) (chain.Blob, error) {
	v, err := view(ctx, c, c.parts.storage, storageABI.PackBlob(id), storageABI.UnpackBlob)
	if err != nil {
		return chain.Blob{}, notFoundIfRefused(err, "blob object %v", id)
	}
	if v.Owner == (common.Address{}) {
		return chain.Blob{}, fmt.Errorf("blob object %v: %w", id, chain.ErrNotFound)
	}
	return blob(id, v), nil
}

func blob(id attest.ObjectID, v bindings.IStorageBlobView) chain.Blob {
	return chain.Blob{
		ID: id, Owner: chain.Address(v.Owner), BlobID: v.BlobId, Size: v.Size, Encoding: v.Encoding, Deletable: v.Deletable,
		Registered: attest.Epoch(v.RegisteredEpoch), IsCertified: v.CertifiedEpoch != 0, Certified: attest.Epoch(v.CertifiedEpoch),
		Storage: chain.Resource{
			ID: v.StorageId, Owner: chain.Address(v.Owner), Start: attest.Epoch(v.StartEpoch), End: attest.Epoch(v.EndEpoch), Size: v.StorageSize, BoundTo: id,
		},
	}
}

// Resource reads a free storage resource. One that is bound to a blob has no record of its own: it is chain.ErrNotFound, see Blob.Storage.
func (c *Client) Resource(ctx context.Context, id attest.ObjectID) (chain.Resource, error) {
	v, err := view(ctx, c, c.parts.storage, storageABI.PackResource(id), storageABI.UnpackResource)
	if err != nil {
		return chain.Resource{}, notFoundIfRefused(err, "storage resource %v", id)
	}
	if v.Owner == (common.Address{}) {
		return chain.Resource{}, fmt.Errorf("storage resource %v: %w (or bound to a blob)", id, chain.ErrNotFound)
	}
	return resource(id, v), nil
}

func resource(id attest.ObjectID, v bindings.IStorageResourceView) chain.Resource {
	return chain.Resource{ID: id, Owner: chain.Address(v.Owner), Start: attest.Epoch(v.StartEpoch), End: attest.Epoch(v.EndEpoch), Size: v.Size}
}

// notFoundIfRefused: the view functions refuse what they do not know.
func notFoundIfRefused(err error, format string, args ...any) error {
	what := fmt.Sprintf(format, args...)
	var revert *chain.RevertError
	if errors.As(err, &revert) {
		return fmt.Errorf("%s: %w (%s)", what, chain.ErrNotFound, revert.Name)
	}
	return fmt.Errorf("read %s: %w", what, err)
}

// BlobsOf lists the blob objects that owner holds now, in order of creation: found by the logs that name owner, then read.
func (c *Client) BlobsOf(ctx context.Context, owner chain.Address) ([]chain.Blob, error) {
	ids, err := c.heldBy(ctx, owner, topicRegistered, 2, 3, kindBlob)
	if err != nil {
		return nil, fmt.Errorf("list blobs of %v: %w", owner, err)
	}
	found := make([]*bindings.IStorageBlobView, len(ids))
	err = c.views(ctx, func(b *batch) {
		for i, id := range ids {
			found[i] = ask(b, c.parts.storage, storageABI.PackBlob(id), storageABI.UnpackBlob)
		}
	})
	if err != nil {
		return nil, fmt.Errorf("list blobs of %v: %w", owner, err)
	}
	var list []chain.Blob
	for i, v := range found {
		if chain.Address(v.Owner) == owner {
			list = append(list, blob(ids[i], *v))
		}
	}
	return list, nil
}

// ResourcesOf lists the free resources that owner holds now, in order of creation.
func (c *Client) ResourcesOf(ctx context.Context, owner chain.Address) ([]chain.Resource, error) {
	ids, err := c.heldBy(ctx, owner, topicReserved, 1, 2, kindResource)
	if err != nil {
		return nil, fmt.Errorf("list resources of %v: %w", owner, err)
	}
	found := make([]*bindings.IStorageResourceView, len(ids))
	err = c.views(ctx, func(b *batch) {
		for i, id := range ids {
			found[i] = ask(b, c.parts.storage, storageABI.PackResource(id), storageABI.UnpackResource)
		}
	})
	if err != nil {
		return nil, fmt.Errorf("list resources of %v: %w", owner, err)
	}
	var list []chain.Resource
	for i, v := range found {
		if chain.Address(v.Owner) == owner {
			list = append(list, resource(ids[i], *v))
		}
	}
	return list, nil
}

// heldBy returns the ids of the objects of one kind that owner ever held, in order of creation. created is the event that makes one;
// its topics idAt and ownerAt hold the object and its first owner.
func (c *Client) heldBy(ctx context.Context, owner chain.Address, created common.Hash, idAt, ownerAt int, kind uint8) ([]attest.ObjectID, error) {
	who := []common.Hash{common.BytesToHash(owner[:])}
	topics := make([][]common.Hash, ownerAt+1)
	topics[0], topics[ownerAt] = []common.Hash{created}, who
	made, err := c.allLogs(ctx, topics)
	if err != nil {
		return nil, err
	}
	received, err := c.allLogs(ctx, [][]common.Hash{{topicTransferred}, nil, nil, who})
	if err != nil {
		return nil, err
	}
	var foreign []common.Hash
	for _, l := range received {
		if v, err := storageABI.UnpackTransferredEvent(&l); err == nil && v.Kind == kind {
			foreign = append(foreign, v.ObjectId)
		}
	}
	for part := range slices.Chunk(foreign, 500) { // where those were made; endpoints bound the length of a filter
		topics := make([][]common.Hash, idAt+1)
		topics[0], topics[idAt] = []common.Hash{created}, part
		logs, err := c.allLogs(ctx, topics)
		if err != nil {
			return nil, err
		}
		made = append(made, logs...)
	}
	slices.SortFunc(made, func(a, b types.Log) int {
		return cmp.Or(cmp.Compare(a.BlockNumber, b.BlockNumber), cmp.Compare(a.Index, b.Index))
	})
	var ids []attest.ObjectID
	seen := make(map[attest.ObjectID]bool)
	for _, l := range made {
		if len(l.Topics) <= idAt {
			return nil, fmt.Errorf("block %d log %d: %w", l.BlockNumber, l.Index, errForeignLog)
		}
		if id := attest.ObjectID(l.Topics[idAt]); !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	return ids, nil
}

// allLogs reads all final logs with the given topics since the deployment, in pages that shrink when an endpoint refuses.
func (c *Client) allLogs(ctx context.Context, topics [][]common.Hash) ([]types.Log, error) {
	return c.pagedLogs(ctx, func(ctx context.Context, ec *ethclient.Client, from, to uint64) ([]types.Log, error) {
		return c.filterLogs(ctx, ec, from, to, topics)
	})
}

// pagedLogs asks for all blocks since the deployment, page by page.
func (c *Client) pagedLogs(ctx context.Context, query func(ctx context.Context, ec *ethclient.Client, from, to uint64) ([]types.Log, error)) ([]types.Log, error) {
	var all []types.Log
	pages := pager{size: maxPage}
	var final *head
	if err := c.do(ctx, func(ctx context.Context, ec *ethclient.Client) (err error) {
		final, err = c.finality.finalHead(ctx, ec)
		return err
	}); err != nil {
		return nil, err
	}
	for from := c.net.Deployed; from <= uint64(final.Number); {
		to := min(from+pages.size-1, uint64(final.Number))
		var logs []types.Log
		err := c.do(ctx, func(ctx context.Context, ec *ethclient.Client) (err error) {
			logs, err = query(ctx, ec, from, to)
			return err
		})
		switch {
		case errors.Is(err, errLogQuery) && ctx.Err() == nil && pages.shrink():
			continue
		case err != nil:
			return nil, err
		}
		all = append(all, logs...)
		from = to + 1
		pages.answered(len(logs))
	}
	return all, nil
}

// Balances reads what owner has of both currencies.
func (c *Client) Balances(ctx context.Context, owner chain.Address) (b chain.Balances, err error) {
	var wal *big.Int
	err = c.do(ctx, func(ctx context.Context, ec *ethclient.Client) error {
		block, err := c.finality.block(ctx, ec)
		if err != nil {
			return err
		}
		if b.Native, err = ec.BalanceAt(ctx, common.Address(owner), block); err != nil {
			return err
		}
		r := batch{ctx: ctx, ec: ec, block: block}
		v := ask(&r, c.parts.wal, walABI.PackBalanceOf(common.Address(owner)), walABI.UnpackBalanceOf)
		if err := r.run(); err != nil {
			return err
		}
		wal = *v
		return nil
	})
	if err != nil {
		return b, fmt.Errorf("read balances of %v: %w", owner, err)
	}
	if !wal.IsUint64() {
		return b, fmt.Errorf("balance of %v is %v FROST, more than 64 bits", owner, wal)
	}
	b.WAL = wal.Uint64()
	return b, nil
}

// Nonce is the number of objects that creator has made.
func (c *Client) Nonce(ctx context.Context, creator chain.Address) (uint64, error) {
	n, err := view(ctx, c, c.parts.storage, storageABI.PackNonces(common.Address(creator)), storageABI.UnpackNonces)
	if err != nil {
		return 0, fmt.Errorf("read object counter of %v: %w", creator, err)
	}
	return n, nil
}

// parseRuns reads shards as the contract keeps them: 4 bytes per run, first and count, big endian, ascending.
func parseRuns(b []byte) ([]redstuff.ShardIndex, error) {
	if len(b)%4 != 0 {
		return nil, fmt.Errorf("shard runs have %d bytes, want a multiple of 4", len(b))
	}
	var shards []redstuff.ShardIndex
	next := 0
	for ; len(b) > 0; b = b[4:] {
		first, count := int(binary.BigEndian.Uint16(b)), int(binary.BigEndian.Uint16(b[2:]))
		if first < next || count == 0 || first+count > 1<<16 {
			return nil, fmt.Errorf("shard run of %d from %d after %d", count, first, next)
		}
		for i := range count {
			shards = append(shards, redstuff.ShardIndex(first+i))
		}
		next = first + count
	}
	return shards, nil
}

// appendRuns is the inverse of parseRuns; shards are ascending.
func appendRuns(dst []byte, shards []redstuff.ShardIndex) []byte {
	for i := 0; i < len(shards); {
		n := 1
		for i+n < len(shards) && shards[i+n] == shards[i]+redstuff.ShardIndex(n) {
			n++
		}
		dst = binary.BigEndian.AppendUint16(dst, uint16(shards[i]))
		dst = binary.BigEndian.AppendUint16(dst, uint16(n))
		i += n
	}
	return dst
}
