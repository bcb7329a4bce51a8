// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICertificates} from "./interfaces/ICertificates.sol";
import {IStorage} from "./interfaces/IStorage.sol";
import {IStoragePools} from "./interfaces/IStoragePools.sol";
import {IWAL} from "./interfaces/IWAL.sol";
import {IWrapper} from "./interfaces/IWrapper.sol";
import {Accounting} from "./lib/Accounting.sol";
import {Blake2b} from "./lib/Blake2b.sol";
import {BlobRecord} from "./lib/BlobRecord.sol";
import {Messages} from "./lib/Messages.sol";
import {PooledRecord} from "./lib/PooledRecord.sol";
import {Space} from "./lib/Space.sol";

/// The state of Storage and the rules that all its pieces share. Storage is one contract by address and state, whose code is too large
/// for one: Storage passes calls that it does not know on to StorageRecords, and that to StoragePools (see Piece). All three have this
/// state and no other, so that they agree on every slot; a new version may only append.
abstract contract StorageState {
    using Accounting for Accounting.Ledger;
    using BlobRecord for BlobRecord.Slots;

    uint8 internal constant ENCODING_RS2 = 1;

    /// One slot: read by every paid call.
    struct Settings {
        uint32 epoch;
        uint32 maxEpochsAhead;
        uint16 nShards;
        uint16 burnBasis;
        uint64 storagePrice;
        uint64 writePrice;
    }

    /// What the index knows of a blob id, in one slot. `until` counts certified permanent objects of their own; `pool` names the pool, if
    /// any, with a certified permanent object that lasts longer, whose end moves with the pool.
    struct Index {
        uint32 until;
        bool certified;
        bool invalid;
        bytes26 pool;
    }

    /// A pool is kept under the first 26 bytes of its id, so that it fits into the index: a second pool with the same is as far away as a
    /// collision of 208 bits.
    struct Pool {
        address owner; // this contract: the pool belongs to a bucket; zero: no such pool, or destroyed, then `end` is kept for the index
        uint32 start;
        uint32 end;
        uint64 size; // encoded bytes reserved
        uint64 used; // encoded bytes of its blobs
        uint64 count; // blobs
        uint48 tail; // the last six bytes of the id
        address creator; // whoever drew the pool's id; also that of blobs that are not named
        bytes32 storageId; // the reservation, under which it comes back
    }

    struct Bucket {
        address owner; // holder of the capability
        bytes32 pool;
    }

    /// A purchase while it is added up: what is charged, and the part of it that is burned.
    struct Bill {
        uint256 charge;
        uint256 burned;
    }

    /// Many purchases while they are added up. Index k of the arrays is the change at k epochs from now.
    struct Batch {
        Settings s;
        Bill bill;
        int256[] sizes; // bytes
        int256[] kept; // FROST per epoch that are kept, not burned
        uint256 last; // last index that is not zero
        uint256 writes; // FROST of write fees that are kept, for the current epoch
        uint64 nonce; // next counter of the caller
    }

    /// A pooled blob in memory.
    struct PooledBlob {
        bytes32 pool;
        bytes32 blobId;
        bytes32 object;
        uint32 start; // of the pool
        uint32 end;
        PooledRecord.Fields f;
    }

    Settings internal settings;
    uint64 internal capacity;
    uint64 internal epochStart;
    uint64 internal epochDuration;
    bytes32 internal networkId;
    IWAL internal wal;
    ICertificates internal certificates;
    Accounting.Ledger internal ledger;
    mapping(address creator => uint64) internal counters;
    mapping(bytes32 id => Space.Resource) internal resources;
    mapping(bytes32 id => BlobRecord.Slots) internal blobs;
    mapping(bytes32 blobObject => bytes32) internal namedStorage; // resource of a blob whose id does not follow from its record
    mapping(bytes32 blobId => Index) internal index;
    address internal wrapper;
    address internal attributes;
    mapping(bytes32 blobObject => uint256) internal funds; // of shared blobs, FROST
    mapping(bytes26 poolKey => Pool) internal pools;
    mapping(bytes32 pool => mapping(bytes32 blobId => uint256)) internal pooled; // see PooledRecord
    mapping(bytes32 pool => mapping(bytes32 blobId => bytes32)) internal namedPooled; // id of an object that was not drawn by the pool's creator
    mapping(bytes32 id => Bucket) internal buckets;

    /// The settings, once the first committee is complete.
    function running() internal view returns (Settings memory s) {
        s = settings;
        if (s.epoch == 0) revert IStorage.WrongEpochState(0);
    }

    function load(bytes32 object) internal view returns (BlobRecord.Fields memory b) {
        b = blobs[object].load();
        if (b.owner == address(0)) revert IStorage.UnknownObject(object);
    }

    /// A free resource of the caller.
    function loadFree(bytes32 storageId) internal view returns (Space.Resource memory r) {
        r = resources[storageId];
        if (r.owner == address(0)) revert IStorage.UnknownObject(storageId);
        onlyHolder(storageId, r.owner);
    }

    /// Takes a free resource of the caller off the record; whoever took it in says so by an event.
    function take(bytes32 storageId) internal returns (Space.Resource memory r) {
        r = loadFree(storageId);
        delete resources[storageId];
        retire(storageId, r.owner);
    }

    function next(uint8 kind, address creator) internal returns (bytes32 object, uint64 nonce) {
        nonce = counters[creator]++;
        object = Messages.objectId(networkId, kind, creator, nonce);
    }

    /// The resource that a blob is bound to. Unless named, it was reserved for the blob just before the blob's own id was drawn, by
    /// the creator who still owns it.
    function storageOf(bytes32 object, BlobRecord.Fields memory b) internal view returns (bytes32) {
        if (b.named) return namedStorage[object];
        return Messages.objectId(networkId, Messages.KIND_RESOURCE, b.owner, b.nonce - 1);
    }

    /// Puts a free resource on record.
    function free(bytes32 storageId, Space.Resource memory r) internal {
        resources[storageId] = r;
        emit IStorage.StorageReserved(storageId, r.owner, r.start, r.end, r.size);
    }

    /// Whoever has the rights of a record's owner: the holder of its token if it is wrapped.
    function currentHolder(bytes32 object, address owner) internal view returns (address) {
        if (owner == address(0) || owner != wrapper) return owner;
        return IWrapper(owner).holderOf(object);
    }

    function onlyHolder(bytes32 object, address owner) internal view {
        if (msg.sender == owner) return;
        address holder = currentHolder(object, owner);
        if (msg.sender != holder) revert IStorage.NotOwner(object, msg.sender, holder);
    }

    /// Burns the token of a record that was wrapped and is no more.
    function retire(bytes32 object, address owner) internal {
        if (owner == wrapper) IWrapper(owner).retire(object);
    }

    /// Adds `epochs` times `perEpoch` to the bill; returns what of one epoch's fee is kept, not burned.
    function charge(Settings memory s, Bill memory bill, uint256 perEpoch, uint256 epochs) internal pure returns (uint256) {
        uint256 burned = Accounting.burned(perEpoch, s.burnBasis);
        bill.charge += perEpoch * epochs;
        bill.burned += burned * epochs;
        return perEpoch - burned;
    }

    /// Charges and books `size` bytes for [start, end).
    function buy(Settings memory s, Bill memory bill, uint32 start, uint32 end, uint64 size) internal {
        uint256 kept = charge(s, bill, Accounting.fee(s.storagePrice, size), end - start);
        ledger.book(start, end, size, capacity);
        ledger.reward(start, end, kept);
    }

    /// Charges what is due once, in the current epoch.
    function payNow(Settings memory s, Bill memory bill, uint256 fee) internal {
        ledger.reward(s.epoch, s.epoch + 1, charge(s, bill, fee, 1));
    }

    /// Collects a bill from `payer`, who is the caller or whom a part vouches for. A permit that was used already, by anyone, does no harm
    /// while its allowance stands.
    function pay(address payer, Bill memory bill, uint256 maxPayment, IStorage.Permit calldata p) internal {
        if (maxPayment > type(uint64).max) revert IStorage.AmountTooLarge(maxPayment);
        if (bill.charge > maxPayment) revert IStorage.PaymentExceedsMaximum(bill.charge, maxPayment);
        IWAL token = wal;
        if (p.deadline != 0) {
            try token.permit(payer, address(this), maxPayment, p.deadline, p.v, p.r, p.s) {}
            catch (bytes memory reason) {
                if (token.allowance(payer, address(this)) < bill.charge) rethrow(reason);
            }
        }
        if (bill.charge != 0) token.transferFrom(payer, address(this), bill.charge);
        if (bill.burned != 0) token.burn(bill.burned);
        if (p.deadline != 0) token.forgo(payer);
        emit IStorage.Paid(payer, uint64(bill.charge), uint64(bill.burned));
    }

    function rethrow(bytes memory reason) private pure {
        assembly ("memory-safe") {
            revert(add(reason, 32), mload(reason))
        }
    }

    /// End of the longest promise of the committee for a blob id, by any permanent object.
    function promised(Index memory known) internal view returns (uint32 until) {
        until = known.until;
        if (known.pool == 0) return until;
        uint32 end = pools[known.pool].end;
        if (end > until) until = end;
    }

    /// The pool that `id` names, itself or through its bucket, and whose it is: zero if there is none.
    function findPool(bytes32 id) internal view returns (Pool storage pool, bytes32 poolId, address owner, bool bucket) {
        poolId = id;
        pool = pools[bytes26(id)];
        owner = pool.tail == uint48(uint256(id)) ? pool.owner : address(0);
        if (owner == address(0)) {
            bucket = true;
            owner = buckets[id].owner;
            poolId = buckets[id].pool;
            pool = pools[bytes26(poolId)];
        }
    }

    /// Certifies an object whose certificate is yet to be checked, or, if not `signed`, without one.
    function certifyOne(Settings memory s, bytes32 object, BlobRecord.Fields memory b, bool signed) internal {
        if (s.epoch >= b.end) revert IStorage.BlobResourceBounds(s.epoch, b.start, b.end);
        b.certified = s.epoch;
        blobs[object].setState(b);
        vouch(object, b.blobId, b.end, b.deletable, signed, 0);
        emit IStorage.BlobCertified(b.blobId, object, b.owner, s.epoch, b.end, b.deletable, false);
    }

    /// What nodes state of the object as it is on record.
    function statementOf(bytes32 object, BlobRecord.Fields memory b) internal pure returns (Messages.Availability memory) {
        return Messages.Availability(b.blobId, object, b.size, b.encoding, b.deletable, b.end, b.registered);
    }

    /// A pooled blob that exists. Its end is its pool's, whoever asks by the pool's or the bucket's id.
    function loadPooled(bytes32 id, bytes32 blobId) internal view returns (PooledBlob memory e) {
        Pool storage pool;
        address owner;
        (pool, e.pool, owner,) = findPool(id);
        if (owner == address(0)) revert IStorage.UnknownObject(id);
        e.blobId = blobId;
        e.f = PooledRecord.unpack(pooled[e.pool][blobId]);
        if (e.f.registered == 0) revert IStoragePools.UnknownPooledBlob(e.pool, blobId);
        (e.start, e.end) = (pool.start, pool.end);
        e.object = e.f.named
            ? namedPooled[e.pool][blobId]
            : Messages.objectId(networkId, Messages.KIND_BLOB, pool.creator, e.f.nonce);
    }

    /// Certifies a pooled blob whose certificate is yet to be checked, or, if not `signed`, without one.
    function certifyEntry(Settings memory s, PooledBlob memory e, bool signed) internal {
        if (s.epoch >= e.end) revert IStoragePools.StoragePoolResourceBounds(s.epoch, e.start, e.end);
        e.f.certified = s.epoch;
        pooled[e.pool][e.blobId] = PooledRecord.pack(e.f);
        vouch(e.object, e.blobId, e.end, e.f.deletable, signed, bytes26(e.pool));
        emit IStoragePools.PooledBlobCertified(e.blobId, e.object, e.pool, s.epoch, e.f.deletable);
    }

    /// What nodes state of a pooled blob as it is on record.
    function statementOf(PooledBlob memory e) internal pure returns (Messages.Availability memory) {
        return Messages.Availability(e.blobId, e.object, e.f.size, e.f.encoding, e.f.deletable, e.end, e.f.registered);
    }

    /// The blob id of an encoding type, length and root; the type must be one that we know.
    function derive(uint8 encoding, uint64 size, bytes32 root) internal view returns (bytes32) {
        if (encoding != ENCODING_RS2) revert IStorage.InvalidEncodingType(encoding, ENCODING_RS2);
        return Blake2b.blobId(encoding, size, root);
    }

    /// A blob object that the caller may prolong.
    function loadExtensible(Settings memory s, bytes32 object) internal view returns (BlobRecord.Fields memory b) {
        b = load(object);
        if (b.certified == 0) revert IStorage.NotCertified(object);
        if (s.epoch >= b.end) revert IStorage.BlobResourceBounds(s.epoch, b.start, b.end);
        if (b.deletable && b.owner != address(this)) onlyHolder(object, b.owner); // everyone may prolong what is shared
        if (index[b.blobId].invalid) revert IStorage.BlobInvalid(b.blobId);
    }

    /// The end of a life that ends at `end`, not yet over, and is prolonged by `epochs`.
    function checkExtension(Settings memory s, uint32 end, uint32 epochs) internal pure returns (uint32) {
        Accounting.period(s.epoch, end, uint256(end) + epochs, s.maxEpochsAhead);
        return end + epochs;
    }

    /// Moves the end of a certified blob.
    function prolong(bytes32 object, BlobRecord.Fields memory b, uint32 newEnd) internal {
        b.end = newEnd;
        blobs[object].setPeriod(b);
        if (!b.deletable && index[b.blobId].until < newEnd) index[b.blobId].until = newEnd;
        emit IStorage.BlobCertified(b.blobId, object, b.owner, b.certified, newEnd, b.deletable, true);
    }

    /// Enters the promise for an object that is being certified into the index. If it is not `signed`, the committee must have promised as
    /// much for the same bytes already. `pool` is the key of the object's pool; zero: its end is its own. Returns whether the index changed.
    function vouch(bytes32 object, bytes32 blobId, uint32 end, bool deletable, bool signed, bytes26 pool) internal returns (bool) {
        Index memory known = index[blobId];
        if (known.invalid) revert IStorage.BlobInvalid(blobId);
        uint32 until = promised(known);
        if (!signed && (deletable || until < end)) revert IStorage.SignersRequired(object, end, until);
        if (deletable || until >= end) return false;
        known.certified = true;
        if (pool == 0) known.until = end;
        else known.pool = pool;
        index[blobId] = known;
        return true;
    }
}
