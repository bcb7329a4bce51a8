// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Part} from "./Part.sol";
import {ICertificates} from "./interfaces/ICertificates.sol";
import {IStorage} from "./interfaces/IStorage.sol";
import {IWAL} from "./interfaces/IWAL.sol";
import {Accounting} from "./lib/Accounting.sol";
import {Blake2b} from "./lib/Blake2b.sol";
import {BlobRecord} from "./lib/BlobRecord.sol";
import {Encoding} from "./lib/Encoding.sol";
import {Messages} from "./lib/Messages.sol";

/// Capacity, prices, storage resources, blobs and the availability index (control-plane.md 2.1 to 2.3). Fees stay in this contract,
/// counted by epoch, until staking distributes them.
contract Storage is Part, IStorage {
    using Accounting for Accounting.Ledger;
    using BlobRecord for BlobRecord.Slots;

    uint32 private constant MAX_HORIZON = 1000;
    uint16 private constant BASIS = 10_000;
    uint8 private constant ENCODING_RS2 = 1;
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

    /// One slot: read by every paid call.
    struct Settings {
        uint32 epoch;
        uint32 maxEpochsAhead;
        uint16 nShards;
        uint16 burnBasis;
        uint64 storagePrice;
        uint64 writePrice;
    }

    struct Resource {
        address owner;
        uint32 start;
        uint32 end;
        uint64 size;
    }

    /// What the index knows of a blob id. `until` counts certified permanent objects only.
    struct Index {
        uint32 until;
        bool certified;
        bool invalid;
    }

    /// A purchase while it is added up: what is charged, and the part of it that is burned.
    struct Bill {
        uint256 charge;
        uint256 burned;
    }

    /// A batch of registrations while it is added up.
    struct Batch {
        Settings s;
        Bill bill;
        uint256[] sizes; // bytes reserved for k epochs from now
        uint256[] kept; // FROST per epoch for them that are kept, not burned
        uint256 writes; // FROST of write fees that are kept
        uint64 nonce; // next counter of the caller
    }

    Settings private settings;
    uint64 private capacity;
    uint64 private epochStart;
    uint64 private epochDuration;
    bytes32 private networkId;
    IWAL private wal;
    ICertificates private certificates;
    Accounting.Ledger private ledger;
    mapping(address creator => uint64) public nonces;
    mapping(bytes32 id => Resource) private resources;
    mapping(bytes32 id => BlobRecord.Slots) private blobs;
    mapping(bytes32 blobObject => bytes32) private namedStorage; // resource of a blob whose id does not follow from its record
    mapping(bytes32 blobId => Index) private index;

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
        free(storageId, Resource(msg.sender, startEpoch, endEpoch, size));
        pay(bill, maxPayment, p);
    }

    function register(Registration[] calldata rs, uint256 maxPayment, Permit calldata p)
        external
        returns (bytes32[] memory objects)
    {
        if (rs.length == 0) revert NothingToRegister();
        Batch memory batch;
        batch.s = running();
        batch.sizes = new uint256[](uint256(batch.s.maxEpochsAhead) + 1);
        batch.kept = new uint256[](uint256(batch.s.maxEpochsAhead) + 1);
        batch.nonce = nonces[msg.sender];
        objects = new bytes32[](rs.length);
        for (uint256 i = 0; i < rs.length; ++i) {
            objects[i] = registerOne(batch, rs[i]);
        }
        nonces[msg.sender] = batch.nonce;
        bookAll(batch);
        pay(batch.bill, maxPayment, p);
    }

    function extend(bytes32 object, uint32 epochs, uint256 maxPayment, Permit calldata p) external returns (uint32 newEnd) {
        Settings memory s = running();
        BlobRecord.Fields memory b = load(object);
        if (b.certified == 0) revert NotCertified(object);
        if (s.epoch >= b.end) revert BlobResourceBounds(s.epoch, b.start, b.end);
        if (b.deletable && msg.sender != b.owner) revert NotOwner(object, msg.sender, b.owner);
        if (index[b.blobId].invalid) revert BlobInvalid(b.blobId);
        Accounting.period(s.epoch, b.end, uint256(b.end) + epochs, s.maxEpochsAhead);

        newEnd = b.end + epochs;
        Bill memory bill;
        buy(s, bill, b.end, newEnd, b.storageSize);
        b.end = newEnd;
        blobs[object].setPeriod(b);
        if (!b.deletable) raise(b.blobId, newEnd);
        emit BlobCertified(b.blobId, object, b.owner, b.certified, newEnd, b.deletable, true);
        pay(bill, maxPayment, p);
    }

    function certify(bytes32 object, bytes calldata signature, bytes calldata bitmap) external {
        Settings memory s = running();
        BlobRecord.Fields memory b = load(object);
        if (b.certified != 0) revert BlobAlreadyCertified(object, b.certified);
        if (s.epoch >= b.end) revert BlobResourceBounds(s.epoch, b.start, b.end);
        Index memory known = index[b.blobId];
        if (known.invalid) revert BlobInvalid(b.blobId);
        if (signature.length == 0 && bitmap.length == 0) {
            // The committee vouches for the same bytes at least as long already.
            if (b.deletable || known.until < b.end) revert SignersRequired(object, b.end, known.until);
        } else {
            certificates.verify(statement(s.epoch, object, b), signature, bitmap, ICertificates.Threshold.Quorum);
        }

        b.certified = s.epoch;
        blobs[object].setState(b);
        if (!b.deletable && known.until < b.end) {
            known.until = b.end;
            known.certified = true;
            index[b.blobId] = known;
        }
        emit BlobCertified(b.blobId, object, b.owner, s.epoch, b.end, b.deletable, false);
    }

    function invalidateBlob(bytes32 blobId, bytes calldata signature, bytes calldata bitmap) external {
        Settings memory s = running();
        if (index[blobId].invalid) return;
        bytes memory message = Messages.invalidBlob(s.epoch, networkId, s.nShards, blobId);
        certificates.verify(message, signature, bitmap, ICertificates.Threshold.OneCorrect);
        index[blobId].invalid = true;
        emit InvalidBlobID(blobId, s.epoch);
    }

    function deleteBlob(bytes32 object) external returns (bytes32 storageId) {
        Settings memory s = running();
        BlobRecord.Fields memory b = load(object);
        if (msg.sender != b.owner) revert NotOwner(object, msg.sender, b.owner);
        if (!b.deletable) revert BlobBlobNotDeletable(object);
        if (s.epoch >= b.end) revert BlobResourceBounds(s.epoch, b.start, b.end);
        storageId = storageOf(object, b);
        delete blobs[object];
        if (b.named) delete namedStorage[object];
        emit BlobDeleted(b.blobId, object, b.owner, s.epoch, b.end, b.certified != 0, storageId);
        free(storageId, Resource(b.owner, b.start, b.end, b.storageSize));
    }

    function transfer(bytes32 object, address to) external {
        if (to == address(0)) revert InvalidRecipient(to);
        Resource storage r = resources[object];
        if (r.owner != address(0)) {
            if (msg.sender != r.owner) revert NotOwner(object, msg.sender, r.owner);
            r.owner = to;
            emit Transferred(object, msg.sender, to, Messages.KIND_RESOURCE);
            return;
        }
        BlobRecord.Fields memory b = load(object);
        if (msg.sender != b.owner) revert NotOwner(object, msg.sender, b.owner);
        if (!b.named) {
            // The resource's id follows from its creator, who is the owner no longer.
            namedStorage[object] = storageOf(object, b);
            b.named = true;
        }
        b.owner = to;
        blobs[object].setState(b);
        emit Transferred(object, msg.sender, to, Messages.KIND_BLOB);
    }

    function setPrices(uint64 storagePrice, uint64 writePrice) external onlyOwner {
        settings.storagePrice = storagePrice;
        settings.writePrice = writePrice;
        emit PricesUpdated(settings.epoch, storagePrice, writePrice);
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
        Resource memory r = resources[storageId];
        return ResourceView(r.owner, r.start, r.end, r.size);
    }

    function availability(bytes32 blobId) external view returns (bool, uint32, bool) {
        Index memory known = index[blobId];
        return (known.certified, known.until, known.invalid);
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

    function nextObjectId(address creator, uint8 kind) external view returns (bytes32) {
        return Messages.objectId(networkId, kind, creator, nonces[creator]);
    }

    /// The settings, once the first committee is complete.
    function running() private view returns (Settings memory s) {
        s = settings;
        if (s.epoch == 0) revert WrongEpochState(0);
    }

    function load(bytes32 object) private view returns (BlobRecord.Fields memory b) {
        b = blobs[object].load();
        if (b.owner == address(0)) revert UnknownObject(object);
    }

    function next(uint8 kind, address creator) private returns (bytes32 object, uint64 nonce) {
        nonce = nonces[creator]++;
        object = Messages.objectId(networkId, kind, creator, nonce);
    }

    /// The resource that a blob is bound to. Unless named, it was reserved for the blob just before the blob's own id was drawn, by
    /// the creator who still owns it.
    function storageOf(bytes32 object, BlobRecord.Fields memory b) private view returns (bytes32) {
        if (b.named) return namedStorage[object];
        return Messages.objectId(networkId, Messages.KIND_RESOURCE, b.owner, b.nonce - 1);
    }

    /// Puts a free resource on record.
    function free(bytes32 storageId, Resource memory r) private {
        resources[storageId] = r;
        emit StorageReserved(storageId, r.owner, r.start, r.end, r.size);
    }

    /// Makes one blob object; space and fees are only added to the batch.
    function registerOne(Batch memory batch, Registration calldata r) private returns (bytes32) {
        Settings memory s = batch.s;
        uint64 encoded = checkBlob(s, r);
        BlobRecord.Fields memory b;
        if (r.storageId == 0) {
            draft(s, b, r.epochs, encoded);
            b.storageId = Messages.objectId(networkId, Messages.KIND_RESOURCE, msg.sender, batch.nonce++);
            batch.kept[r.epochs] += charge(s, batch.bill, Accounting.fee(s.storagePrice, encoded), r.epochs);
            batch.sizes[r.epochs] += encoded;
        } else {
            b.storageId = r.storageId;
            b.named = true;
            useUp(s, b, encoded);
        }
        batch.writes += charge(s, batch.bill, Accounting.fee(s.writePrice, encoded), 1);
        b.nonce = batch.nonce++;
        return create(s, b, r);
    }

    /// Encoding and blob id of a registration, and that the id is not flagged invalid; returns the encoded length.
    function checkBlob(Settings memory s, Registration calldata r) private view returns (uint64) {
        if (r.encoding != ENCODING_RS2) revert InvalidEncodingType(r.encoding, ENCODING_RS2);
        bytes32 derived = Blake2b.blobId(r.encoding, r.size, r.root);
        if (derived != r.blobId) revert BlobInvalidBlobId(r.blobId, derived);
        if (index[derived].invalid) revert BlobInvalid(derived);
        return Encoding.encodedLength(s.nShards, r.size);
    }

    /// Space for a new blob from the current epoch on.
    function draft(Settings memory s, BlobRecord.Fields memory b, uint32 epochs, uint64 encoded) private pure {
        b.start = Accounting.period(s.epoch, s.epoch, uint256(s.epoch) + epochs, s.maxEpochsAhead);
        b.end = s.epoch + epochs;
        b.storageSize = encoded;
    }

    /// Takes a free resource of the caller into a new blob.
    function useUp(Settings memory s, BlobRecord.Fields memory b, uint64 encoded) private {
        Resource memory r = resources[b.storageId];
        if (r.owner == address(0)) revert UnknownObject(b.storageId);
        if (r.owner != msg.sender) revert NotOwner(b.storageId, msg.sender, r.owner);
        if (s.epoch < r.start || s.epoch >= r.end) revert BlobResourceBounds(s.epoch, r.start, r.end);
        if (encoded > r.size) revert ResourceSize(r.size, encoded);
        delete resources[b.storageId];
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

    /// Adds `epochs` times `perEpoch` to the bill; returns what of one epoch's fee is kept, not burned.
    function charge(Settings memory s, Bill memory bill, uint256 perEpoch, uint256 epochs) private pure returns (uint256) {
        uint256 burned = Accounting.burned(perEpoch, s.burnBasis);
        bill.charge += perEpoch * epochs;
        bill.burned += burned * epochs;
        return perEpoch - burned;
    }

    /// Charges and books `size` bytes for [start, end).
    function buy(Settings memory s, Bill memory bill, uint32 start, uint32 end, uint64 size) private {
        uint256 kept = charge(s, bill, Accounting.fee(s.storagePrice, size), end - start);
        ledger.book(start, end, size, capacity);
        ledger.reward(start, end, kept);
    }

    /// Books a batch. By lifetime it is a staircase; each step, not each blob, is booked.
    function bookAll(Batch memory batch) private {
        uint256 size = 0;
        uint256 kept = 0;
        for (uint256 k = 1; k < batch.sizes.length; ++k) {
            size += batch.sizes[k];
            kept += batch.kept[k];
        }
        uint32 from = batch.s.epoch;
        uint64 limit = capacity;
        for (uint256 k = 1; size != 0; ++k) {
            if (batch.sizes[k] == 0) continue;
            uint32 until = batch.s.epoch + uint32(k);
            ledger.book(from, until, size, limit);
            ledger.reward(from, until, kept);
            size -= batch.sizes[k];
            kept -= batch.kept[k];
            from = until;
        }
        ledger.reward(batch.s.epoch, batch.s.epoch + 1, batch.writes);
    }

    /// Collects a bill from the caller. A permit that was used already, by anyone, does no harm while its allowance stands.
    function pay(Bill memory bill, uint256 maxPayment, Permit calldata p) private {
        if (maxPayment > type(uint64).max) revert AmountTooLarge(maxPayment);
        if (bill.charge > maxPayment) revert PaymentExceedsMaximum(bill.charge, maxPayment);
        IWAL token = wal;
        if (p.deadline != 0) {
            try token.permit(msg.sender, address(this), maxPayment, p.deadline, p.v, p.r, p.s) {}
            catch (bytes memory reason) {
                if (token.allowance(msg.sender, address(this)) < bill.charge) rethrow(reason);
            }
        }
        if (bill.charge != 0) token.transferFrom(msg.sender, address(this), bill.charge);
        if (bill.burned != 0) token.burn(bill.burned);
        if (p.deadline != 0) token.forgo(msg.sender);
        emit Paid(msg.sender, uint64(bill.charge), uint64(bill.burned));
    }

    function rethrow(bytes memory reason) private pure {
        assembly ("memory-safe") {
            revert(add(reason, 32), mload(reason))
        }
    }

    /// The bytes that nodes sign for the object as it is on record.
    function statement(uint32 epoch, bytes32 object, BlobRecord.Fields memory b) private view returns (bytes memory) {
        return Messages.availability(
            epoch, networkId, b.blobId, object, b.size, b.encoding, b.deletable, b.end, b.registered
        );
    }

    function raise(bytes32 blobId, uint32 until) private {
        if (index[blobId].until < until) index[blobId].until = until;
    }
}
