// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Part} from "./Part.sol";
import {Piece} from "./Piece.sol";
import {StorageState} from "./StorageState.sol";
import {ICertificates} from "./interfaces/ICertificates.sol";
import {IStorage} from "./interfaces/IStorage.sol";
import {IWAL} from "./interfaces/IWAL.sol";
import {Accounting} from "./lib/Accounting.sol";
import {BlobRecord} from "./lib/BlobRecord.sol";
import {Encoding} from "./lib/Encoding.sol";
import {Messages} from "./lib/Messages.sol";
import {Scratch} from "./lib/Scratch.sol";
import {Space} from "./lib/Space.sol";

/// Capacity, prices, storage resources, blobs and the availability index (control-plane.md 2.1 to 2.3): the first piece of Storage. Fees
/// stay in this contract, counted by epoch, until staking distributes them.
contract Storage is Part, StorageState, Piece, IStorage {
    using Accounting for Accounting.Ledger;
    using BlobRecord for BlobRecord.Slots;

    uint32 private constant MAX_HORIZON = 1000;
    uint16 private constant BASIS = 10_000;
    uint32 private constant FIRST_EPOCH = 1;

    struct Params {
        uint64 storagePrice; // FROST per MiB and epoch
        uint64 writePrice; // FROST per MiB
        uint64 capacity; // encoded bytes
        uint32 maxEpochsAhead;
        uint64 epochStart; // ms since 1970
        uint64 epochDuration; // ms
        uint16 burnBasis; // basis points
    }

    constructor(address records) Piece(records) {}

    /// Runs in the proxy's constructor. Nothing can be bought until Certificates calls `begin`.
    function initialize(address owner, bytes32 networkId_, IWAL wal_, ICertificates certificates_, Params calldata p)
        external
        initializer
    {
        if (p.maxEpochsAhead == 0 || p.maxEpochsAhead > MAX_HORIZON) revert InvalidMaxEpochsAhead(p.maxEpochsAhead, MAX_HORIZON);
        if (p.burnBasis > BASIS) revert InvalidBasisPoints(p.burnBasis, BASIS);
        __Ownable_init(owner);
        networkId = networkId_;
        wal = wal_;
        certificates = certificates_;
        settings = Settings(0, p.maxEpochsAhead, certificates_.nShards(), p.burnBasis, p.storagePrice, p.writePrice);
        capacity = p.capacity;
        epochStart = p.epochStart;
        epochDuration = p.epochDuration;
    }

    function reserve(uint64 size, uint32 startEpoch, uint32 endEpoch, uint256 maxPayment, Permit calldata p)
        external
        returns (bytes32 storageId)
    {
        Settings memory s = running();
        startEpoch = Accounting.period(s.epoch, startEpoch, endEpoch, s.maxEpochsAhead);
        if (size == 0) revert InvalidResourceSize();

        Bill memory bill;
        buy(s, bill, startEpoch, endEpoch, size);
        (storageId,) = next(Messages.KIND_RESOURCE, msg.sender);
        free(storageId, Space.Resource(msg.sender, startEpoch, endEpoch, size));
        pay(msg.sender, bill, maxPayment, p);
    }

    function register(Registration[] calldata rs, uint256 maxPayment, Permit calldata p)
        external
        returns (bytes32[] memory objects)
    {
        if (rs.length == 0) revert NothingToRegister();
        Batch memory batch = newBatch();
        batch.nonce = counters[msg.sender];
        objects = new bytes32[](rs.length);
        uint256 scratch = Scratch.mark();
        for (uint256 i = 0; i < rs.length; ++i) {
            objects[i] = registerOne(batch, rs[i]);
            Scratch.release(scratch);
        }
        counters[msg.sender] = batch.nonce;
        bookAll(batch);
        pay(msg.sender, batch.bill, maxPayment, p);
    }

    function extend(bytes32 object, uint32 epochs, uint256 maxPayment, Permit calldata p) external returns (uint32 newEnd) {
        Settings memory s = running();
        BlobRecord.Fields memory b = loadExtensible(s, object);
        newEnd = checkExtension(s, b.end, epochs);
        Bill memory bill;
        buy(s, bill, b.end, newEnd, b.storageSize);
        prolong(object, b, newEnd);
        pay(msg.sender, bill, maxPayment, p);
    }

    function extendBatch(Extension[] calldata es, uint256 maxPayment, Permit calldata p) external {
        if (es.length == 0) revert NothingToExtend();
        Batch memory batch = newBatch();
        uint256 scratch = Scratch.mark();
        for (uint256 i = 0; i < es.length; ++i) {
            BlobRecord.Fields memory b = loadExtensible(batch.s, es[i].object);
            uint32 newEnd = checkExtension(batch.s, b.end, es[i].epochs);
            plan(batch, b.end, newEnd, b.storageSize);
            prolong(es[i].object, b, newEnd);
            Scratch.release(scratch);
        }
        bookAll(batch);
        pay(msg.sender, batch.bill, maxPayment, p);
    }

    function certify(bytes32 object, bytes calldata signature, bytes calldata bitmap) external {
        Settings memory s = running();
        BlobRecord.Fields memory b = load(object);
        if (b.certified != 0) revert BlobAlreadyCertified(object, b.certified);
        bool signed = signature.length != 0 || bitmap.length != 0;
        certifyOne(s, object, b, signed);
        if (!signed) return;
        bytes memory message = Messages.availability(s.epoch, networkId, statementOf(object, b));
        certificates.verify(message, signature, bitmap, ICertificates.Threshold.Quorum);
    }

    function setPrices(uint64 storagePrice, uint64 writePrice) external onlyOwner {
        settings.storagePrice = storagePrice;
        settings.writePrice = writePrice;
        emit PricesUpdated(settings.epoch, storagePrice, writePrice);
    }

    function link(address wrapper_, address attributes_) external onlyOwner {
        if (wrapper != address(0)) revert AlreadyLinked(wrapper);
        wrapper = wrapper_;
        attributes = attributes_;
        emit Linked(wrapper_, attributes_);
    }

    function draw(uint8 kind, address creator) external returns (bytes32 object, uint64 nonce) {
        if (msg.sender != address(certificates)) revert NotPart(msg.sender);
        return next(kind, creator);
    }

    function begin() external {
        if (msg.sender != address(certificates)) revert NotPart(msg.sender);
        if (settings.epoch != 0) revert WrongEpochState(settings.epoch);
        settings.epoch = FIRST_EPOCH;
        emit PricesUpdated(FIRST_EPOCH, settings.storagePrice, settings.writePrice);
    }

    function blob(bytes32 object) external view returns (BlobView memory) {
        BlobRecord.Fields memory b = blobs[object].load();
        bytes32 storageId = b.owner == address(0) ? bytes32(0) : storageOf(object, b);
        return BlobView(
            b.owner, b.blobId, b.size, b.encoding, b.deletable, b.registered, b.certified, storageId, b.start, b.end, b.storageSize
        );
    }

    function resource(bytes32 storageId) external view returns (ResourceView memory) {
        Space.Resource memory r = resources[storageId];
        return ResourceView(r.owner, r.start, r.end, r.size);
    }

    function availability(bytes32 blobId) external view returns (bool, uint32, bool) {
        Index memory known = index[blobId];
        return (known.certified, promised(known), known.invalid);
    }

    function system() external view returns (SystemView memory v) {
        v.epoch = settings.epoch;
        v.nShards = settings.nShards;
        v.storagePrice = settings.storagePrice;
        v.writePrice = settings.writePrice;
        v.totalCapacity = capacity;
        v.usedCapacity = ledger.usedAt(settings.epoch);
        v.maxEpochsAhead = settings.maxEpochsAhead;
        v.epochStart = epochStart;
        v.epochDuration = epochDuration;
        v.burnBasis = settings.burnBasis;
        v.networkId = networkId;
        v.wal = address(wal);
        v.certificates = address(certificates);
    }

    function usedCapacity(uint32 epoch) external view returns (uint64) {
        return ledger.usedAt(epoch);
    }

    function feesOf(uint32 epoch) external view returns (uint256) {
        if (epoch > settings.epoch + settings.maxEpochsAhead) return 0; // nothing can be sold there yet
        return ledger.rewardsAt(epoch);
    }

    function quote(uint64 size, uint32 epochs) external view returns (uint64 encoded, uint64 storageFee, uint64 writeFee) {
        encoded = Encoding.encodedLength(settings.nShards, size);
        storageFee = Accounting.narrow(uint256(Accounting.fee(settings.storagePrice, encoded)) * epochs);
        writeFee = Accounting.fee(settings.writePrice, encoded);
    }

    function nonces(address creator) external view returns (uint64) {
        return counters[creator];
    }

    function nextObjectId(address creator, uint8 kind) external view returns (bytes32) {
        return Messages.objectId(networkId, kind, creator, counters[creator]);
    }

    function newBatch() private view returns (Batch memory batch) {
        batch.s = running();
        batch.sizes = new int256[](uint256(batch.s.maxEpochsAhead) + 1);
        batch.kept = new int256[](uint256(batch.s.maxEpochsAhead) + 1);
    }

    /// Adds `size` bytes for [start, end) to a batch.
    function plan(Batch memory batch, uint32 start, uint32 end, uint64 size) private pure {
        int256 kept = int256(charge(batch.s, batch.bill, Accounting.fee(batch.s.storagePrice, size), end - start));
        uint256 from = start - batch.s.epoch;
        uint256 to = end - batch.s.epoch;
        unchecked {
            // Sums of as many 64-bit numbers as fit into a transaction.
            batch.sizes[from] += int256(uint256(size));
            batch.sizes[to] -= int256(uint256(size));
            batch.kept[from] += kept;
            batch.kept[to] -= kept;
        }
        if (to > batch.last) batch.last = to;
    }

    /// Books a batch: over time it is a staircase, and each step of it, not each blob, is booked.
    function bookAll(Batch memory batch) private {
        uint32 epoch = batch.s.epoch;
        uint64 limit = capacity;
        uint256 size = 0;
        uint32 from = epoch;
        for (uint32 k = 0; k <= batch.last; ++k) {
            ledger.adjust(epoch + k, batch.kept[k]);
            int256 change = batch.sizes[k];
            if (change == 0) continue;
            if (size != 0) ledger.book(from, epoch + k, size, limit);
            size = uint256(int256(size) + change);
            from = epoch + k;
        }
        ledger.reward(epoch, epoch + 1, batch.writes);
    }

    /// Makes one blob object; space and fees are only added to the batch.
    function registerOne(Batch memory batch, Registration calldata r) private returns (bytes32) {
        Settings memory s = batch.s;
        bytes32 derived = derive(r.encoding, r.size, r.root);
        if (derived != r.blobId) revert BlobInvalidBlobId(r.blobId, derived);
        if (index[derived].invalid) revert BlobInvalid(derived);
        uint64 encoded = Encoding.encodedLength(s.nShards, r.size);
        BlobRecord.Fields memory b;
        if (r.storageId == 0) {
            b.start = Accounting.period(s.epoch, s.epoch, uint256(s.epoch) + r.epochs, s.maxEpochsAhead);
            b.end = s.epoch + r.epochs;
            b.storageSize = encoded;
            b.storageId = Messages.objectId(networkId, Messages.KIND_RESOURCE, msg.sender, batch.nonce++);
            plan(batch, b.start, b.end, encoded);
        } else {
            b.storageId = r.storageId;
            b.named = true;
            useUp(s, b, encoded);
        }
        batch.writes += charge(s, batch.bill, Accounting.fee(s.writePrice, encoded), 1);
        b.nonce = batch.nonce++;
        return create(s, b, r);
    }

    /// Takes a free resource of the caller into a new blob.
    function useUp(Settings memory s, BlobRecord.Fields memory b, uint64 encoded) private {
        Space.Resource memory r = take(b.storageId);
        if (s.epoch < r.start || s.epoch >= r.end) revert BlobResourceBounds(s.epoch, r.start, r.end);
        if (encoded > r.size) revert ResourceSize(r.size, encoded);
        b.start = r.start;
        b.end = r.end;
        b.storageSize = r.size;
    }

    function create(Settings memory s, BlobRecord.Fields memory b, Registration calldata r) private returns (bytes32 object) {
        object = Messages.objectId(networkId, Messages.KIND_BLOB, msg.sender, b.nonce);
        b.owner = msg.sender;
        b.registered = s.epoch;
        b.blobId = r.blobId;
        b.size = r.size;
        b.encoding = r.encoding;
        b.deletable = r.deletable;
        blobs[object].store(b);
        if (b.named) namedStorage[object] = b.storageId;
        emit BlobRegistered(r.blobId, object, msg.sender, s.epoch, r.size, r.encoding, b.end, r.deletable, b.storageId);
    }
}
