// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IStorage} from "./IStorage.sol";

/// Storage pools and buckets, at the address of Storage (see IStorage). A pool is one reservation that many blobs share; they all end with
/// it. A bucket is a pool whose right of use, the capability, is a record of its own. Wherever a call takes a pool, it takes the id
/// of a bucket too; the pool of a bucket cannot be used by its own id.
///
/// Errors of IStorage and of the libraries are among those of these calls; a pool that has ended, or not begun, fails with
/// InvalidEpochsAhead, if it was named by its bucket with BlobBucketStorageExpired.
interface IStoragePools {
    /// One new pooled blob. `root` is checked against `blobId` and not stored.
    struct PooledRegistration {
        bytes32 blobId;
        bytes32 root;
        uint64 size; // unencoded bytes
        uint8 encoding; // 1
        bool deletable;
    }

    /// A pool. owner is zero if there is none by that id.
    struct PoolView {
        bytes32 poolId; // differs from what was asked for if that was a bucket
        address owner; // of the bucket if that was asked for; Storage itself if the pool belongs to a bucket
        uint32 startEpoch;
        uint32 endEpoch;
        uint64 size; // encoded bytes reserved
        uint64 used; // encoded bytes of its blobs
        uint64 blobs;
        bytes32 storageId; // the reservation, under which it comes back when the pool is destroyed
    }

    /// A pooled blob. registeredEpoch is zero if there is none.
    struct PooledBlobView {
        bytes32 poolId;
        bytes32 objectId;
        uint64 size; // unencoded bytes
        uint8 encoding;
        bool deletable;
        uint32 registeredEpoch;
        uint32 certifiedEpoch; // 0: not certified
        uint32 endEpoch; // the pool's
        address holder; // who may delete it and set its attributes
    }

    event StoragePoolCreated(
        bytes32 indexed poolId, address indexed owner, uint32 epoch, uint64 size, uint32 startEpoch, uint32 endEpoch, bytes32 storageId
    );
    /// StoragePoolCreated goes before, with Storage as owner.
    event BlobBucketCreated(bytes32 indexed bucketId, bytes32 indexed poolId, address indexed owner, uint32 epoch);
    event PooledBlobRegistered(
        bytes32 indexed blobId,
        bytes32 indexed objectId,
        bytes32 indexed poolId,
        uint32 epoch,
        uint64 size,
        uint8 encoding,
        bool deletable
    );
    event PooledBlobCertified(
        bytes32 indexed blobId, bytes32 indexed objectId, bytes32 indexed poolId, uint32 epoch, bool deletable
    );
    event PooledBlobDeleted(
        bytes32 indexed blobId, bytes32 indexed objectId, bytes32 indexed poolId, uint32 epoch, bool wasCertified
    );
    /// An entry of an ended pool was cleared away.
    event PooledBlobBurned(bytes32 indexed blobId, bytes32 indexed objectId, bytes32 indexed poolId, uint32 epoch);
    /// The index refers to this pool from now on: the blob is promised until `endEpoch`, and longer when the pool is extended.
    event PooledBlobPromoted(
        bytes32 indexed blobId, bytes32 indexed objectId, bytes32 indexed poolId, uint32 epoch, uint32 endEpoch
    );
    /// Moves the end of every blob in the pool.
    event StoragePoolExtended(bytes32 indexed poolId, uint32 epoch, uint32 newEndEpoch);
    /// The pool grew or shrank to `size`.
    event StoragePoolChanged(bytes32 indexed poolId, uint32 epoch, uint64 size);
    /// StorageReserved for the reservation follows.
    event StoragePoolDestroyed(bytes32 indexed poolId, uint32 epoch);

    // Names of the catalogue in control-plane.md section 9:
    error StoragePoolBlobNotDeletable(bytes32 pool, bytes32 blobId);
    error StoragePoolResourceBounds(uint32 epoch, uint32 start, uint32 end);
    error StoragePoolAlreadyCertified(bytes32 object, uint32 epoch);
    error StoragePoolInvalidBlobId(bytes32 got, bytes32 wanted);
    error InsufficientCapacity(uint256 wanted, uint64 available);
    error StoragePoolPoolNotEmpty(bytes32 pool, uint64 blobs);
    error IncompatibleEndEpoch(uint32 got, uint32 wanted);
    error InvalidPercent(uint8 got);
    error ZeroExtractSize();
    error InvalidBlobBucketCap(bytes32 bucket, address caller, address holder);
    error BlobBucketStorageExpired(bytes32 bucket, uint32 epoch, uint32 end);
    // Failures without a name there:
    error BlobAlreadyInPool(bytes32 pool, bytes32 blobId);
    error UnknownPooledBlob(bytes32 pool, bytes32 blobId);

    /// Reserves `size` encoded bytes for `epochs` epochs from now and makes a pool of them. Draws a resource, then the pool.
    function createPool(uint64 size, uint32 epochs, uint256 maxPayment, IStorage.Permit calldata p) external returns (bytes32 poolId);

    /// Makes a pool of a free resource of the caller, which must have begun.
    function createPoolWith(bytes32 storageId) external returns (bytes32 poolId);

    /// Like createPool, for a bucket whose capability the caller gets. Draws a resource, the pool, then the bucket.
    function createBucket(uint64 size, uint32 epochs, uint256 maxPayment, IStorage.Permit calldata p)
        external
        returns (bytes32 bucketId);

    /// Makes one blob object per entry inside the pool, for the write fee alone. A blob ID is in a pool only once.
    function registerPooled(
        bytes32 pool,
        PooledRegistration[] calldata rs,
        uint256 maxPayment,
        IStorage.Permit calldata p
    ) external returns (bytes32[] memory objects);

    /// Certifies one pooled blob with a certificate (0x40) over its record, whose end is the pool's. Anyone may call; conditions as in
    /// IStorage.certify. Many: IStorage.certifyBatch.
    function certifyPooled(bytes32 pool, bytes32 blobId, bytes calldata signature, bytes calldata bitmap) external;

    /// Makes the index refer to this pool if it lasts longer than what the index has for this certified permanent blob, as happens when the
    /// second of two pools with the same blob is extended; otherwise nothing happens. Anyone may call.
    function promote(bytes32 pool, bytes32 blobId) external;

    /// Ends deletable blobs of a pool that has not ended. Their bytes are free inside the pool.
    function deletePooled(bytes32 pool, bytes32[] calldata blobIds) external;

    /// Clears blobs, deletable or not, out of a pool that has ended.
    function burnExpiredPooled(bytes32 pool, bytes32[] calldata blobIds) external;

    /// Prolongs a pool and every blob in it.
    function extendPool(bytes32 pool, uint32 epochs, uint256 maxPayment, IStorage.Permit calldata p) external returns (uint32 newEnd);

    /// Adds `size` bytes to a pool for the rest of its time.
    function increasePool(bytes32 pool, uint64 size, uint256 maxPayment, IStorage.Permit calldata p) external;

    /// Adds a free resource of the caller, which must have begun and must end with the pool.
    function increasePoolWith(bytes32 pool, bytes32 storageId) external;

    /// Takes `size` unused bytes out of a pool, as a free resource of the caller.
    function decreasePool(bytes32 pool, uint64 size) external returns (bytes32 storageId);

    /// The same for a part of the unused bytes, rounded down.
    function decreasePoolUnused(bytes32 pool, uint8 percent) external returns (bytes32 storageId);

    /// Ends a pool without blobs, at any epoch, with its bucket if it has one. The reservation is the caller's.
    function destroyPool(bytes32 pool) external returns (bytes32 storageId);

    /// A pool by its own or its bucket's id.
    function pool(bytes32 id) external view returns (PoolView memory);
    /// A blob of a pool, by the pool's or the bucket's id.
    function pooledBlob(bytes32 pool, bytes32 blobId) external view returns (PooledBlobView memory);
}
