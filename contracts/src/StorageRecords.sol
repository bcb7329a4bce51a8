// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Piece} from "./Piece.sol";
import {StorageState} from "./StorageState.sol";
import {ICertificates} from "./interfaces/ICertificates.sol";
import {IStorage} from "./interfaces/IStorage.sol";
import {IStorageRecords} from "./interfaces/IStorageRecords.sol";
import {BlobRecord} from "./lib/BlobRecord.sol";
import {Messages} from "./lib/Messages.sol";
import {Scratch} from "./lib/Scratch.sol";
import {Space} from "./lib/Space.sol";
import {Tree} from "./lib/Tree.sol";

/// What owners do with storage resources and blobs: the second piece of Storage.
contract StorageRecords is StorageState, Piece, IStorageRecords {
    using BlobRecord for BlobRecord.Slots;
    using Space for Space.Resource;

    constructor(address pools) Piece(pools) {}

    function certifyBatch(Claim[] calldata claims, bytes calldata signature, bytes calldata bitmap) external {
        if (claims.length == 0) revert NothingToCertify();
        Settings memory s = running();
        bool signed = signature.length != 0 || bitmap.length != 0;
        bytes32[] memory leaves = new bytes32[](claims.length);
        uint256 scratch = Scratch.mark();
        for (uint256 i = 0; i < claims.length; ++i) {
            leaves[i] = claims[i].leaf == 0 ? claimOne(s, claims[i], signed) : claims[i].leaf;
            Scratch.release(scratch);
        }
        if (!signed) return;
        bytes memory message = Messages.availabilityBatch(s.epoch, networkId, uint32(claims.length), Tree.root(leaves));
        certificates.verify(message, signature, bitmap, ICertificates.Threshold.Quorum);
    }

    function splitByEpoch(bytes32 storageId, uint32 epoch) external returns (bytes32) {
        Space.Resource memory r = loadFree(storageId);
        return cut(storageId, r, r.splitByEpoch(epoch));
    }

    function splitBySize(bytes32 storageId, uint64 size) external returns (bytes32) {
        Space.Resource memory r = loadFree(storageId);
        return cut(storageId, r, r.splitBySize(size));
    }

    function fuse(bytes32 first, bytes32 second) external {
        (Space.Resource memory r, Space.Resource memory other) = pair(first, second);
        r.fuse(other);
        change(first, r);
    }

    function fuseAmount(bytes32 first, bytes32 second) external {
        (Space.Resource memory r, Space.Resource memory other) = pair(first, second);
        r.fuseAmount(other);
        change(first, r);
    }

    function fusePeriods(bytes32 first, bytes32 second) external {
        (Space.Resource memory r, Space.Resource memory other) = pair(first, second);
        r.fusePeriods(other);
        change(first, r);
    }

    function destroy(bytes32 storageId) external {
        take(storageId);
        emit StorageEnded(storageId, msg.sender, 0);
    }

    function transfer(bytes32 object, address to) external {
        if (to == address(0) || to == address(this) || to == wrapper) revert IStorage.InvalidRecipient(to);
        if (resources[object].owner != address(0) || blobs[object].load().owner != address(0)) {
            move(object, msg.sender, to);
            return;
        }
        (Pool storage pool,, address owner, bool bucket) = findPool(object);
        if (owner == address(0)) revert IStorage.UnknownObject(object);
        give(object, msg.sender, owner, to, bucket ? Messages.KIND_BUCKET : Messages.KIND_POOL);
        if (bucket) buckets[object].owner = to;
        else pool.owner = to;
    }

    function extendWith(bytes32 object, bytes32 storageId) external returns (uint32) {
        Settings memory s = running();
        BlobRecord.Fields memory b = loadExtensible(s, object);
        Space.Resource memory r = take(storageId);
        if (r.end <= b.end) revert IStorage.BlobResourceBounds(b.end, r.start, r.end);
        Space.Resource memory own = Space.Resource(b.owner, b.start, b.end, b.storageSize);
        own.fusePeriods(r);
        emit StorageEnded(storageId, msg.sender, object);
        prolong(object, b, own.end);
        return own.end;
    }

    function deleteBlob(bytes32 object) external returns (bytes32 storageId) {
        Settings memory s = running();
        BlobRecord.Fields memory b = load(object);
        onlyHolder(object, b.owner);
        if (!b.deletable) revert IStorage.BlobBlobNotDeletable(object);
        if (s.epoch >= b.end) revert IStorage.BlobResourceBounds(s.epoch, b.start, b.end);
        storageId = storageOf(object, b);
        remove(object, b);
        emit IStorage.BlobDeleted(b.blobId, object, msg.sender, s.epoch, b.end, b.certified != 0, storageId);
        free(storageId, Space.Resource(msg.sender, b.start, b.end, b.storageSize));
    }

    function burnBlobs(bytes32[] calldata objects) external {
        if (objects.length == 0) revert NothingToBurn();
        uint32 epoch = running().epoch;
        for (uint256 i = 0; i < objects.length; ++i) {
            BlobRecord.Fields memory b = load(objects[i]);
            onlyHolder(objects[i], b.owner);
            remove(objects[i], b);
            emit BlobBurned(b.blobId, objects[i], msg.sender, epoch, b.end);
        }
    }

    function share(bytes32 object, uint256 amount, IStorage.Permit calldata p) external {
        BlobRecord.Fields memory b = load(object);
        onlyHolder(object, b.owner);
        if (b.owner == wrapper) revert Wrapped(object);
        setOwner(object, b, address(this));
        emit BlobShared(b.blobId, object, msg.sender);
        if (amount != 0) endow(object, amount, p);
    }

    function fund(bytes32 object, uint256 amount, IStorage.Permit calldata p) external {
        if (load(object).owner != address(this)) revert NotShared(object);
        endow(object, amount, p);
    }

    function extendShared(bytes32 object, uint32 epochs) external returns (uint32 newEnd) {
        Settings memory s = running();
        BlobRecord.Fields memory b = loadExtensible(s, object);
        if (b.owner != address(this)) revert NotShared(object);
        newEnd = checkExtension(s, b.end, epochs);
        Bill memory bill;
        buy(s, bill, b.end, newEnd, b.storageSize);
        uint256 held = funds[object];
        if (bill.charge > held) revert InsufficientFunds(object, held, bill.charge);
        held -= bill.charge;
        funds[object] = held;
        prolong(object, b, newEnd);
        emit SharedBlobExtended(object, msg.sender, uint64(bill.charge), uint64(bill.burned), uint64(held));
        if (bill.burned != 0) wal.burn(bill.burned);
    }

    function invalidateBlob(bytes32 blobId, bytes calldata signature, bytes calldata bitmap) external {
        Settings memory s = running();
        if (index[blobId].invalid) return;
        bytes memory message = Messages.invalidBlob(s.epoch, networkId, s.nShards, blobId);
        certificates.verify(message, signature, bitmap, ICertificates.Threshold.OneCorrect);
        index[blobId].invalid = true;
        emit IStorage.InvalidBlobID(blobId, s.epoch);
    }

    function takeIn(bytes32 object, address from) external {
        if (msg.sender != wrapper) revert IStorage.NotPart(msg.sender);
        move(object, from, msg.sender);
    }

    function giveBack(bytes32 object, address to) external {
        if (msg.sender != wrapper) revert IStorage.NotPart(msg.sender);
        move(object, msg.sender, to);
    }

    function charge(address payer, uint256 amount, uint256 maxPayment, IStorage.Permit calldata p) external {
        if (msg.sender != attributes) revert IStorage.NotPart(msg.sender);
        Bill memory bill;
        payNow(running(), bill, amount);
        pay(payer, bill, maxPayment, p);
    }

    function holderOf(bytes32 object) external view returns (address owner) {
        owner = resources[object].owner;
        if (owner == address(0)) owner = blobs[object].load().owner;
        if (owner != address(0)) return currentHolder(object, owner);
        (,, owner,) = findPool(object);
    }

    function fundsOf(bytes32 object) external view returns (uint256) {
        return funds[object];
    }

    function linked() external view returns (address wrapper_, address attributes_) {
        return (wrapper, attributes);
    }

    /// Certifies what a claim names, unless it is certified already; returns the hash of its leaf.
    function claimOne(Settings memory s, Claim calldata c, bool signed) private returns (bytes32) {
        if (c.blobId != 0) {
            PooledBlob memory e = loadPooled(c.id, c.blobId);
            if (e.f.certified == 0) certifyEntry(s, e, signed);
            return Messages.leafHash(statementOf(e));
        }
        BlobRecord.Fields memory b = load(c.id);
        if (b.certified == 0) certifyOne(s, c.id, b, signed);
        return Messages.leafHash(statementOf(c.id, b));
    }

    /// Writes down both parts of a resource of which `rest` was split off.
    function cut(bytes32 storageId, Space.Resource memory r, Space.Resource memory rest) private returns (bytes32 restId) {
        change(storageId, r);
        (restId,) = next(Messages.KIND_RESOURCE, msg.sender);
        rest.owner = msg.sender; // not the Wrapper: the token stands for the first part
        free(restId, rest);
    }

    function change(bytes32 storageId, Space.Resource memory r) private {
        resources[storageId] = r;
        emit StorageChanged(storageId, r.owner, r.start, r.end, r.size);
    }

    /// Two different free resources of the caller, the second taken off the record.
    function pair(bytes32 first, bytes32 second) private returns (Space.Resource memory r, Space.Resource memory other) {
        if (first == second) revert SameObject(first);
        r = loadFree(first);
        other = take(second);
        emit StorageEnded(second, msg.sender, first);
    }

    /// Gives a free resource or a blob, with the resource bound to it, of `from` to `to`.
    function move(bytes32 object, address from, address to) private {
        Space.Resource storage r = resources[object];
        if (r.owner != address(0)) {
            give(object, from, r.owner, to, Messages.KIND_RESOURCE);
            r.owner = to;
            return;
        }
        BlobRecord.Fields memory b = load(object);
        if (from != b.owner) refuse(object, from, b.owner);
        setOwner(object, b, to);
    }

    function setOwner(bytes32 object, BlobRecord.Fields memory b, address to) private {
        if (!b.named) {
            // The resource's id follows from its creator, who is the owner no longer.
            namedStorage[object] = storageOf(object, b);
            b.named = true;
        }
        emit IStorage.Transferred(object, b.owner, to, Messages.KIND_BLOB);
        b.owner = to;
        blobs[object].setState(b);
    }

    function give(bytes32 object, address from, address owner, address to, uint8 kind) private {
        if (from != owner) refuse(object, from, owner);
        emit IStorage.Transferred(object, owner, to, kind);
    }

    /// Says why `from` cannot give away what is `owner`'s.
    function refuse(bytes32 object, address from, address owner) private view {
        address holder = currentHolder(object, owner);
        if (from == holder) revert Wrapped(object);
        revert IStorage.NotOwner(object, from, holder);
    }

    function remove(bytes32 object, BlobRecord.Fields memory b) private {
        delete blobs[object];
        if (b.named) delete namedStorage[object];
        retire(object, b.owner);
    }

    /// Puts `amount` of the caller into a shared blob's funds.
    function endow(bytes32 object, uint256 amount, IStorage.Permit calldata p) private {
        if (amount > type(uint64).max) revert IStorage.AmountTooLarge(amount);
        uint256 held = funds[object] + amount; // never above the supply
        funds[object] = held;
        Bill memory bill = Bill(amount, 0);
        pay(msg.sender, bill, amount, p);
        emit SharedBlobFunded(object, msg.sender, uint64(amount), uint64(held));
    }
}
