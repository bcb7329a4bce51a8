// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IStorage} from "./IStorage.sol";

/// What owners do with storage resources and blobs, at the address of Storage (see IStorage). Errors of IStorage and of the libraries are
/// among those of these calls.
interface IStorageRecords {
    /// One leaf of a batch certificate (0x41).
    struct Claim {
        bytes32 id; // a blob object; or, with a blobId, the pool or bucket that it is in
        bytes32 blobId; // 0 for a blob object of its own
        bytes32 leaf; // 0: certify this object. Else the hash of the leaf as it was signed, and the object is left alone
    }

    /// A free resource was cut or grew: what it is now.
    event StorageChanged(bytes32 indexed storageId, address indexed owner, uint32 startEpoch, uint32 endEpoch, uint64 size);
    /// A free resource is no more. `into` is the resource, blob or pool that took it in; 0 if it was destroyed.
    event StorageEnded(bytes32 indexed storageId, address indexed owner, bytes32 indexed into);
    /// A blob's record and storage are gone; nodes keep the data until its end, and promises about the blob ID stand.
    event BlobBurned(bytes32 indexed blobId, bytes32 indexed objectId, address indexed owner, uint32 epoch, uint32 endEpoch);
    /// A blob is nobody's from here on, for good. A Transferred to Storage goes before.
    event BlobShared(bytes32 indexed blobId, bytes32 indexed objectId, address indexed by);
    /// `funds` is what the shared blob has now.
    event SharedBlobFunded(bytes32 indexed objectId, address indexed by, uint64 amount, uint64 funds);
    /// Paid from the blob's own funds. BlobCertified with the new end goes before.
    event SharedBlobExtended(bytes32 indexed objectId, address indexed by, uint64 charged, uint64 burned, uint64 funds);

    error SameObject(bytes32 object);
    error NotShared(bytes32 object);
    error InsufficientFunds(bytes32 object, uint256 funds, uint256 charge);
    error Wrapped(bytes32 object);
    error NothingToBurn();
    error NothingToCertify();

    /// Certifies many objects, of their own and pooled, with one batch certificate (0x41) whose tree has the claims as leaves, in order.
    /// Objects that are certified already, by whomever, are passed over, so nobody can spoil a batch by being faster; but the tree is over the
    /// records as they are now: an object that has changed since (its end was moved) or is gone is claimed by the hash of its leaf. Without
    /// signature and bitmap each must be vouched for as in IStorage.certify. If one of the others cannot be certified, none is.
    function certifyBatch(Claim[] calldata claims, bytes calldata signature, bytes calldata bitmap) external;

    /// Cuts a free resource of the caller at `epoch`, strictly inside its period. It keeps what is before; the rest is the caller's under
    /// the id that is returned. Expired resources can be cut too.
    function splitByEpoch(bytes32 storageId, uint32 epoch) external returns (bytes32 rest);

    /// Leaves `size` bytes in a free resource of the caller; the rest is the caller's under the id that is returned. Either may be empty.
    function splitBySize(bytes32 storageId, uint64 size) external returns (bytes32 rest);

    /// Joins two free resources of the caller: adds the sizes if they start together (then they must end together), else the periods (then
    /// sizes must be equal and one must begin where the other ends). The second is used up.
    function fuse(bytes32 first, bytes32 second) external;

    /// Joins two free resources of the caller with the same period. The second is used up.
    function fuseAmount(bytes32 first, bytes32 second) external;

    /// Joins two free resources of the caller of the same size, one of which begins where the other ends. The second is used up.
    function fusePeriods(bytes32 first, bytes32 second) external;

    /// Gives up a free resource of the caller. Nothing is paid back, and the capacity stays sold.
    function destroy(bytes32 storageId) external;

    /// Gives a blob object with the resource bound to it, a free resource, a pool or a bucket to another account. Not while wrapped.
    function transfer(bytes32 object, address to) external;

    /// Prolongs a certified, unexpired blob by a free resource of the caller, which must begin where the blob ends and have exactly the
    /// size of the blob's own; it is used up. Deletable blobs: owner only; permanent ones: anyone. Costs no fee.
    function extendWith(bytes32 object, bytes32 storageId) external returns (uint32 newEnd);

    /// Ends an unexpired deletable blob. Its resource is free again, the caller's, under the id that is returned.
    function deleteBlob(bytes32 object) external returns (bytes32 storageId);

    /// Gives up the records of blobs with the storage bound to them, permanent or not, expired or not. Nothing is paid back.
    function burnBlobs(bytes32[] calldata objects) external;

    /// Makes a blob of the caller nobody's, for good: it cannot be given away, deleted or burned, but anyone may fund and extend it.
    /// `amount` FROST are put in at once; it may be 0. The permit is for exactly that.
    function share(bytes32 object, uint256 amount, IStorage.Permit calldata p) external;

    /// Adds `amount` FROST of the caller to the funds of a shared blob. The permit is for exactly that.
    function fund(bytes32 object, uint256 amount, IStorage.Permit calldata p) external;

    /// Prolongs a certified, unexpired shared blob from its own funds. Anyone may call.
    function extendShared(bytes32 object, uint32 epochs) external returns (uint32 newEnd);

    /// Flags a blob as invalid with a certificate 0x46 of at least one correct node (weight > f). Anyone may call.
    function invalidateBlob(bytes32 blobId, bytes calldata signature, bytes calldata bitmap) external;

    /// Lets the Wrapper own a free resource or a blob of `from`. Wrapper only.
    function takeIn(bytes32 object, address from) external;

    /// The way back. Wrapper only.
    function giveBack(bytes32 object, address to) external;

    /// Charges `payer`, who called the Attributes contract, `amount` FROST for the current epoch. Attributes only.
    function charge(address payer, uint256 amount, uint256 maxPayment, IStorage.Permit calldata p) external;

    /// Whoever has the owner's rights over a record of any kind but pooled blobs: the owner, or the holder of the token of a wrapped
    /// record; Storage itself for a shared blob; zero if there is no such record.
    function holderOf(bytes32 object) external view returns (address);

    /// FROST that a shared blob has for its extension.
    function fundsOf(bytes32 object) external view returns (uint256);

    /// Address of the ERC-721 wrapper and of the attributes; zero until they are linked.
    function linked() external view returns (address wrapper, address attributes);
}
