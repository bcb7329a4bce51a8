// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// Space, blobs and their availability. Amounts are FROST, sizes bytes, epochs half-open ranges [start, end).
///
/// At the same address answer IStorageRecords (what owners do with their records) and IStoragePools (pools and buckets): they are one
/// contract in three pieces.
///
/// Object ids are keccak256(abi.encode(networkId, uint8 kind, address creator, uint64 nonce)), where the creator is the
/// caller and has one counter over all kinds. Kinds: 1 storage resource, 2 blob object (pooled ones too), 3 pool, 4 bucket, 6 node.
///
/// "Owner" of a record that is wrapped (IWrapper) means the holder of its token.
interface IStorage {
    /// An EIP-2612 permit of the caller for exactly `maxPayment`. deadline 0: no permit, the allowance that exists is used.
    /// With a permit nothing of the allowance is left afterwards. A permit that somebody has submitted already does no harm.
    struct Permit {
        uint256 deadline;
        uint8 v;
        bytes32 r;
        bytes32 s;
    }

    /// One new blob object. `root` is checked against `blobId` and not stored.
    struct Registration {
        bytes32 storageId; // a free resource of the caller, used whole; 0: reserve encoded length for [epoch, epoch + epochs)
        bytes32 blobId;
        bytes32 root;
        uint64 size; // unencoded bytes
        uint8 encoding; // 1
        bool deletable;
        uint32 epochs; // epochs to reserve, 1 to maxEpochsAhead; ignored with a storageId
    }

    struct Extension {
        bytes32 object;
        uint32 epochs;
    }

    /// A blob object. owner is zero if there is none by that id, the Wrapper if it is wrapped, this contract if it is shared.
    struct BlobView {
        address owner;
        bytes32 blobId;
        uint64 size; // unencoded bytes
        uint8 encoding;
        bool deletable;
        uint32 registeredEpoch;
        uint32 certifiedEpoch; // of the first certification; 0: not certified
        bytes32 storageId; // the resource that it is bound to
        uint32 startEpoch; // of the resource
        uint32 endEpoch;
        uint64 storageSize; // encoded bytes reserved
    }

    /// A free storage resource. owner is zero if there is none by that id. A resource that is bound to a blob has no record of
    /// its own: it lives in the blob's record and comes back under the same id when the blob is deleted.
    struct ResourceView {
        address owner;
        uint32 startEpoch;
        uint32 endEpoch;
        uint64 size; // encoded bytes
    }

    struct SystemView {
        uint32 epoch; // 0 until the first committee is complete; then 1
        uint16 nShards;
        uint64 storagePrice; // FROST per MiB of encoded data and epoch
        uint64 writePrice; // FROST per MiB of encoded data, once per registration
        uint64 totalCapacity; // encoded bytes
        uint64 usedCapacity; // encoded bytes in the current epoch
        uint32 maxEpochsAhead;
        uint64 epochStart; // ms since 1970, begin of epoch 1
        uint64 epochDuration; // ms
        uint16 burnBasis; // basis points of each fee that are burned
        bytes32 networkId;
        address wal;
        address certificates;
    }

    event BlobRegistered(
        bytes32 indexed blobId,
        bytes32 indexed objectId,
        address indexed owner,
        uint32 epoch,
        uint64 size,
        uint8 encoding,
        uint32 endEpoch,
        bool deletable,
        bytes32 storageId
    );
    /// epoch is that of the first certification.
    event BlobCertified(
        bytes32 indexed blobId,
        bytes32 indexed objectId,
        address indexed owner,
        uint32 epoch,
        uint32 endEpoch,
        bool deletable,
        bool isExtension
    );
    /// A StorageReserved for storageId follows: the resource is free again.
    event BlobDeleted(
        bytes32 indexed blobId,
        bytes32 indexed objectId,
        address indexed owner,
        uint32 epoch,
        uint32 endEpoch,
        bool wasCertified,
        bytes32 storageId
    );
    event InvalidBlobID(bytes32 indexed blobId, uint32 epoch);
    /// A free resource came into being, by purchase, as a part of another, or because what it was bound to is no more. Space that `register` reserves for a new blob is
    /// never free and has no event of its own (BlobRegistered names it); a resource that a registration uses up ends with that event.
    event StorageReserved(bytes32 indexed storageId, address indexed owner, uint32 startEpoch, uint32 endEpoch, uint64 size);
    event Transferred(bytes32 indexed objectId, address indexed from, address indexed to, uint8 kind);
    event PricesUpdated(uint32 epoch, uint64 storagePrice, uint64 writePrice);
    event Linked(address indexed wrapper, address indexed attributes);
    /// Emitted with every payment: what was charged in all, and what of it was burned.
    event Paid(address indexed payer, uint64 charged, uint64 burned);

    // Errors of Certificates and WAL pass through: decode against all three contracts. Those of the libraries are in the ABI too:
    // StorageExceeded, InvalidEpochsAhead and FeeTooLarge of Accounting, DataTooLarge of Encoding, PrecompileMissing of Blake2b. A payment
    // without enough allowance or balance fails with the token's ERC20InsufficientAllowance or ERC20InsufficientBalance, or with the
    // permit's own error if there is no allowance besides it.
    // Names of the catalogue in control-plane.md section 9:
    error InvalidMaxEpochsAhead(uint32 got, uint32 max);
    error InvalidResourceSize();
    error NotCertified(bytes32 object);
    error BlobBlobNotDeletable(bytes32 object);
    error BlobResourceBounds(uint32 epoch, uint32 start, uint32 end);
    error ResourceSize(uint64 got, uint64 wanted);
    error BlobAlreadyCertified(bytes32 object, uint32 epoch);
    error BlobInvalidBlobId(bytes32 got, bytes32 wanted);
    error InvalidEncodingType(uint8 got, uint8 wanted);
    error WrongEpochState(uint32 epoch);
    // Failures without a name there:
    error UnknownObject(bytes32 object);
    error NotOwner(bytes32 object, address caller, address owner);
    error InvalidRecipient(address to);
    error PaymentExceedsMaximum(uint256 charge, uint256 maxPayment);
    error AmountTooLarge(uint256 got);
    error BlobInvalid(bytes32 blobId);
    error SignersRequired(bytes32 object, uint32 endEpoch, uint32 certifiedUntil);
    error NothingToRegister();
    error NothingToExtend();
    error AlreadyLinked(address part);
    error NotPart(address caller);
    error InvalidBasisPoints(uint16 got, uint16 max);

    /// Buys `size` encoded bytes for [startEpoch, endEpoch); a start in the past is moved to the current epoch.
    function reserve(uint64 size, uint32 startEpoch, uint32 endEpoch, uint256 maxPayment, Permit calldata p)
        external
        returns (bytes32 storageId);

    /// Makes one blob object per entry, in order; an entry without storageId draws the id of its resource first, then the blob's.
    /// A blob ID that is flagged invalid is refused.
    function register(Registration[] calldata rs, uint256 maxPayment, Permit calldata p)
        external
        returns (bytes32[] memory objects);

    /// Certifies with an availability certificate (0x40) of the current committee over the object's record. Anyone may call.
    /// signature: 256 bytes of EIP-2537 (c0 before c1); bitmap: ceil(members/8) bytes. Both may be empty for a permanent object of a
    /// blob that is already certified at least until this object's end.
    function certify(bytes32 object, bytes calldata signature, bytes calldata bitmap) external;

    /// Prolongs a certified, unexpired blob by `epochs`, at the caller's expense. Deletable blobs: owner only; permanent ones: anyone.
    /// A blob ID that is flagged invalid is refused.
    function extend(bytes32 object, uint32 epochs, uint256 maxPayment, Permit calldata p) external returns (uint32 newEnd);

    /// The same for many blobs with one payment. An object may be named twice. If one cannot be prolonged, none is.
    function extendBatch(Extension[] calldata es, uint256 maxPayment, Permit calldata p) external;

    /// Sets the prices of the next purchases. Owner only.
    function setPrices(uint64 storagePrice, uint64 writePrice) external;

    /// Names the Wrapper and the Attributes contract, once. Owner only.
    function link(address wrapper, address attributes) external;

    /// Draws the next object id of `creator`. Parts only.
    function draw(uint8 kind, address creator) external returns (bytes32 object, uint64 nonce);

    /// Starts epoch 1: called by Certificates when the first committee is complete.
    function begin() external;

    /// A blob object of its own; for pooled ones see IStoragePools.
    function blob(bytes32 object) external view returns (BlobView memory);
    /// A free storage resource.
    function resource(bytes32 storageId) external view returns (ResourceView memory);

    /// What contracts and readers may rely on for a blob id: a permanent object is or was certified, up to which epoch (exclusive),
    /// and whether the blob has been proven invalid. With pooled blobs it may be less than what was promised (IStoragePools.promote), never more.
    function availability(bytes32 blobId) external view returns (bool certified, uint32 permanentUntil, bool invalid);
    /// Epoch, prices, capacity and the network's other facts.
    function system() external view returns (SystemView memory);

    /// Encoded bytes that are sold for `epoch`.
    function usedCapacity(uint32 epoch) external view returns (uint64);

    /// Fees held by this contract for `epoch`, burned parts left out.
    function feesOf(uint32 epoch) external view returns (uint256);
    /// What a blob of `size` unencoded bytes takes and costs for `epochs` epochs at the present prices.
    function quote(uint64 size, uint32 epochs) external view returns (uint64 encoded, uint64 storageFee, uint64 writeFee);

    /// Number of object ids that `creator` has drawn.
    function nonces(address creator) external view returns (uint64);
    /// The id that `creator` would draw next for an object of `kind`.
    function nextObjectId(address creator, uint8 kind) external view returns (bytes32);
}
