// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Piece} from "./Piece.sol";
import {StorageState} from "./StorageState.sol";
import {ICertificates} from "./interfaces/ICertificates.sol";
import {IStorage} from "./interfaces/IStorage.sol";
import {IStoragePools} from "./interfaces/IStoragePools.sol";
import {IStorageRecords} from "./interfaces/IStorageRecords.sol";
import {Accounting} from "./lib/Accounting.sol";
import {Encoding} from "./lib/Encoding.sol";
import {Messages} from "./lib/Messages.sol";
import {PooledRecord} from "./lib/PooledRecord.sol";
import {Scratch} from "./lib/Scratch.sol";
import {Space} from "./lib/Space.sol";

/// Storage pools, pooled blobs and buckets (control-plane.md 2.6 and 2.7): the third and last piece of Storage.
contract StoragePools is StorageState, Piece, IStoragePools {
    constructor() Piece(address(0)) {}

    /// A pool that the caller may use.
    struct Use {
        Settings s;
        bytes32 id; // as it was named: the pool or its bucket
        bytes32 poolId;
        uint32 start;
        uint32 end;
    }

    /// Registrations in a pool while they are added up.
    struct Entries {
        uint64 available; // bytes in the pool
        uint64 nonce; // next counter of the caller
        bool named; // the caller is not the pool's creator
        uint256 used; // bytes
        uint256 fees; // FROST
    }

    function createPool(uint64 size, uint32 epochs, uint256 maxPayment, IStorage.Permit calldata p) external returns (bytes32 poolId) {
        return create(msg.sender, size, epochs, maxPayment, p);
    }

    function createPoolWith(bytes32 storageId) external returns (bytes32 poolId) {
        Settings memory s = running();
        Space.Resource memory r = take(storageId);
        if (r.size == 0) revert IStorage.InvalidResourceSize();
        if (s.epoch < r.start || s.epoch >= r.end) revert Accounting.InvalidEpochsAhead(0, s.maxEpochsAhead);
        r.owner = msg.sender;
        poolId = found(s, storageId, r);
        emit IStorageRecords.StorageEnded(storageId, msg.sender, poolId);
    }

    function createBucket(uint64 size, uint32 epochs, uint256 maxPayment, IStorage.Permit calldata p)
        external
        returns (bytes32 bucketId)
    {
        bytes32 poolId = create(address(this), size, epochs, maxPayment, p);
        (bucketId,) = next(Messages.KIND_BUCKET, msg.sender);
        buckets[bucketId] = Bucket(msg.sender, poolId);
        emit BlobBucketCreated(bucketId, poolId, msg.sender, settings.epoch);
    }

    function registerPooled(
        bytes32 id,
        PooledRegistration[] calldata rs,
        uint256 maxPayment,
        IStorage.Permit calldata p
    ) external returns (bytes32[] memory objects) {
        if (rs.length == 0) revert IStorage.NothingToRegister();
        (Pool storage pool_, Use memory u) = use(id);
        Entries memory batch;
        batch.available = pool_.size - pool_.used;
        batch.named = msg.sender != pool_.creator;
        batch.nonce = counters[msg.sender];
        objects = new bytes32[](rs.length);
        uint256 scratch = Scratch.mark();
        for (uint256 i = 0; i < rs.length; ++i) {
            objects[i] = enter(u, batch, rs[i]);
            Scratch.release(scratch);
        }
        counters[msg.sender] = batch.nonce;
        pool_.used += uint64(batch.used);
        pool_.count += uint64(rs.length);
        Bill memory bill;
        payNow(u.s, bill, batch.fees);
        pay(msg.sender, bill, maxPayment, p);
    }

    function certifyPooled(bytes32 id, bytes32 blobId, bytes calldata signature, bytes calldata bitmap) external {
        Settings memory s = running();
        PooledBlob memory e = loadPooled(id, blobId);
        if (s.epoch >= e.end) revert StoragePoolResourceBounds(s.epoch, e.start, e.end);
        if (e.f.certified != 0) revert StoragePoolAlreadyCertified(e.object, e.f.certified);
        bool signed = signature.length != 0 || bitmap.length != 0;
        certifyEntry(s, e, signed);
        if (!signed) return;
        bytes memory message = Messages.availability(s.epoch, networkId, statementOf(e));
        certificates.verify(message, signature, bitmap, ICertificates.Threshold.Quorum);
    }

    function promote(bytes32 id, bytes32 blobId) external {
        PooledBlob memory e = loadPooled(id, blobId);
        if (e.f.certified == 0) revert IStorage.NotCertified(e.object);
        if (!vouch(e.object, blobId, e.end, e.f.deletable, true, bytes26(e.pool))) return;
        emit PooledBlobPromoted(blobId, e.object, e.pool, settings.epoch, e.end);
    }

    function deletePooled(bytes32 id, bytes32[] calldata blobIds) external {
        (Pool storage pool_, Use memory u) = use(id);
        uint256 freed = 0;
        for (uint256 i = 0; i < blobIds.length; ++i) {
            PooledBlob memory e = loadPooled(u.poolId, blobIds[i]);
            if (!e.f.deletable) revert StoragePoolBlobNotDeletable(u.poolId, blobIds[i]);
            freed += remove(u.s, e);
            emit PooledBlobDeleted(e.blobId, e.object, e.pool, u.s.epoch, e.f.certified != 0);
        }
        pool_.used -= uint64(freed);
        pool_.count -= uint64(blobIds.length);
    }

    function burnExpiredPooled(bytes32 id, bytes32[] calldata blobIds) external {
        (Pool storage pool_, Use memory u) = own(id);
        if (u.s.epoch < u.end) revert Accounting.InvalidEpochsAhead(u.end - u.s.epoch, 0);
        uint256 freed = 0;
        for (uint256 i = 0; i < blobIds.length; ++i) {
            PooledBlob memory e = loadPooled(u.poolId, blobIds[i]);
            freed += remove(u.s, e);
            emit PooledBlobBurned(e.blobId, e.object, e.pool, u.s.epoch);
        }
        pool_.used -= uint64(freed);
        pool_.count -= uint64(blobIds.length);
    }

    function extendPool(bytes32 id, uint32 epochs, uint256 maxPayment, IStorage.Permit calldata p) external returns (uint32 newEnd) {
        (Pool storage pool_, Use memory u) = use(id);
        newEnd = checkExtension(u.s, u.end, epochs);
        Bill memory bill;
        buy(u.s, bill, u.end, newEnd, pool_.size);
        pool_.end = newEnd;
        emit StoragePoolExtended(u.poolId, u.s.epoch, newEnd);
        pay(msg.sender, bill, maxPayment, p);
    }

    function increasePool(bytes32 id, uint64 size, uint256 maxPayment, IStorage.Permit calldata p) external {
        if (size == 0) revert IStorage.InvalidResourceSize();
        (Pool storage pool_, Use memory u) = use(id);
        Bill memory bill;
        buy(u.s, bill, u.s.epoch, u.end, size);
        resize(pool_, u, Space.add(pool_.size, size));
        pay(msg.sender, bill, maxPayment, p);
    }

    function increasePoolWith(bytes32 id, bytes32 storageId) external {
        (Pool storage pool_, Use memory u) = use(id);
        Space.Resource memory r = take(storageId);
        if (u.s.epoch < r.start) revert StoragePoolResourceBounds(u.s.epoch, r.start, r.end);
        if (r.end != u.end) revert IncompatibleEndEpoch(r.end, u.end);
        emit IStorageRecords.StorageEnded(storageId, msg.sender, u.poolId);
        resize(pool_, u, Space.add(pool_.size, r.size));
    }

    function decreasePool(bytes32 id, uint64 size) external returns (bytes32 storageId) {
        (Pool storage pool_, Use memory u) = use(id);
        return extract(pool_, u, size);
    }

    function decreasePoolUnused(bytes32 id, uint8 percent) external returns (bytes32 storageId) {
        (Pool storage pool_, Use memory u) = use(id);
        if (percent > 100) revert InvalidPercent(percent);
        return extract(pool_, u, uint64(uint256(pool_.size - pool_.used) * percent / 100));
    }

    function destroyPool(bytes32 id) external returns (bytes32 storageId) {
        (Pool storage pool_, Use memory u) = own(id);
        if (pool_.count != 0) revert StoragePoolPoolNotEmpty(u.poolId, pool_.count);
        storageId = pool_.storageId;
        Space.Resource memory r = Space.Resource(msg.sender, u.start, u.end, pool_.size);
        delete pools[bytes26(u.poolId)];
        pool_.end = u.end; // the index may refer to it
        if (id != u.poolId) delete buckets[id];
        emit StoragePoolDestroyed(u.poolId, u.s.epoch);
        free(storageId, r);
    }

    function pool(bytes32 id) external view returns (PoolView memory v) {
        (Pool storage pool_, bytes32 poolId, address owner,) = findPool(id);
        if (owner == address(0)) return v;
        return PoolView(poolId, owner, pool_.start, pool_.end, pool_.size, pool_.used, pool_.count, pool_.storageId);
    }

    function pooledBlob(bytes32 id, bytes32 blobId) external view returns (PooledBlobView memory v) {
        (, bytes32 poolId, address owner,) = findPool(id);
        if (owner == address(0) || pooled[poolId][blobId] == 0) return v;
        PooledBlob memory e = loadPooled(id, blobId);
        return PooledBlobView(
            poolId, e.object, e.f.size, e.f.encoding, e.f.deletable, e.f.registered, e.f.certified, e.end, owner
        );
    }

    /// A pool of the caller, named by itself or by its bucket.
    function own(bytes32 id) private view returns (Pool storage pool_, Use memory u) {
        address owner;
        bool bucket;
        u.s = running();
        u.id = id;
        (pool_, u.poolId, owner, bucket) = findPool(id);
        if (owner == address(0)) revert IStorage.UnknownObject(id);
        if (msg.sender != owner) {
            if (bucket) revert InvalidBlobBucketCap(id, msg.sender, owner);
            revert IStorage.NotOwner(id, msg.sender, owner);
        }
        (u.start, u.end) = (pool_.start, pool_.end);
    }

    /// The same, and the pool has not ended. That it has begun is sure: only space that has begun makes a pool.
    function use(bytes32 id) private view returns (Pool storage pool_, Use memory u) {
        (pool_, u) = own(id);
        if (u.s.epoch < u.end) return (pool_, u);
        if (id != u.poolId) revert BlobBucketStorageExpired(id, u.s.epoch, u.end);
        revert Accounting.InvalidEpochsAhead(0, u.s.maxEpochsAhead);
    }

    function create(address owner, uint64 size, uint32 epochs, uint256 maxPayment, IStorage.Permit calldata p)
        private
        returns (bytes32 poolId)
    {
        Settings memory s = running();
        uint32 end = checkExtension(s, s.epoch, epochs);
        if (size == 0) revert IStorage.InvalidResourceSize();
        Bill memory bill;
        buy(s, bill, s.epoch, end, size);
        (bytes32 storageId,) = next(Messages.KIND_RESOURCE, msg.sender);
        poolId = found(s, storageId, Space.Resource(owner, s.epoch, end, size));
        pay(msg.sender, bill, maxPayment, p);
    }

    /// Puts a new pool on record.
    function found(Settings memory s, bytes32 storageId, Space.Resource memory r) private returns (bytes32 poolId) {
        (poolId,) = next(Messages.KIND_POOL, msg.sender);
        Pool storage pool_ = pools[bytes26(poolId)];
        (pool_.owner, pool_.start, pool_.end) = (r.owner, r.start, r.end);
        (pool_.size, pool_.tail) = (r.size, uint48(uint256(poolId)));
        (pool_.creator, pool_.storageId) = (msg.sender, storageId);
        emit StoragePoolCreated(poolId, r.owner, s.epoch, r.size, r.start, r.end, storageId);
    }

    /// That a blob may enter the pool; returns its encoded length.
    function check(Use memory u, PooledRegistration calldata r) private view returns (uint64) {
        bytes32 derived = derive(r.encoding, r.size, r.root);
        if (derived != r.blobId) revert StoragePoolInvalidBlobId(r.blobId, derived);
        if (index[derived].invalid) revert IStorage.BlobInvalid(derived);
        return Encoding.encodedLength(u.s.nShards, r.size);
    }

    /// Puts one blob into the pool; room and fees are only added to the batch.
    function enter(Use memory u, Entries memory batch, PooledRegistration calldata r) private returns (bytes32 object) {
        uint64 encoded = check(u, r);
        batch.used += encoded;
        if (batch.used > batch.available) revert InsufficientCapacity(batch.used, batch.available);
        batch.fees += Accounting.fee(u.s.writePrice, encoded);
        mapping(bytes32 => uint256) storage entries = pooled[u.poolId];
        if (entries[r.blobId] != 0) revert BlobAlreadyInPool(u.poolId, r.blobId);
        uint64 nonce = batch.nonce++;
        object = Messages.objectId(networkId, Messages.KIND_BLOB, msg.sender, nonce);
        if (batch.named) {
            namedPooled[u.poolId][r.blobId] = object;
            nonce = 0;
        }
        entries[r.blobId] =
            PooledRecord.pack(PooledRecord.Fields(r.size, nonce, u.s.epoch, 0, r.encoding, r.deletable, batch.named));
        emit PooledBlobRegistered(r.blobId, object, u.poolId, u.s.epoch, r.size, r.encoding, r.deletable);
    }

    /// Takes a blob out of its pool; returns the bytes that it took.
    function remove(Settings memory s, PooledBlob memory e) private returns (uint64) {
        delete pooled[e.pool][e.blobId];
        if (e.f.named) delete namedPooled[e.pool][e.blobId];
        return Encoding.encodedLength(s.nShards, e.f.size);
    }

    function resize(Pool storage pool_, Use memory u, uint64 size) private {
        pool_.size = size;
        emit StoragePoolChanged(u.poolId, u.s.epoch, size);
    }

    /// Takes unused bytes out of a pool.
    function extract(Pool storage pool_, Use memory u, uint64 size) private returns (bytes32 storageId) {
        if (size == 0) revert ZeroExtractSize();
        uint64 available = pool_.size - pool_.used;
        if (size > available) revert InsufficientCapacity(size, available);
        resize(pool_, u, pool_.size - size);
        (storageId,) = next(Messages.KIND_RESOURCE, msg.sender);
        free(storageId, Space.Resource(msg.sender, u.start, u.end, size));
    }
}
