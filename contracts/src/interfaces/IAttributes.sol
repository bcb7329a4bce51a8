// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IStorage} from "./IStorage.sol";

/// Key-values on the records of Storage: content types, names, marks. Nodes do not vouch for them. They end with their record, and those of
/// a shared blob can be changed no more. Those of a resource rest while it is bound to a blob or pool, which has its own, and are there again
/// when it is set free.
///
/// A record is named by (id, 0), a pooled blob by the id of its pool or bucket and its blob ID. Only the owner changes attributes, or the holder
/// of the token of a wrapped record. A call that sets any costs the price of writing one MiB for every KiB begun of the list that is
/// stored then, pulled by Storage under the permit that is passed (spender Storage); removing is free.
interface IAttributes {
    struct Pair {
        string key; // 1 to 64 bytes, once in a list
        string value; // at most 1,024 bytes
    }

    event AttributeSet(bytes32 indexed object, address indexed by, string key, string value);
    event AttributeRemoved(bytes32 indexed object, address indexed by, string key);
    event AttributesCleared(bytes32 indexed object, address indexed by);

    // Names of the catalogue in control-plane.md section 9:
    error BlobDuplicateMetadata(bytes32 object);
    error BlobMissingMetadata(bytes32 object);
    error StoragePoolDuplicateMetadata(bytes32 object);
    error StoragePoolMissingMetadata(bytes32 object);
    // Failures without a name there:
    error UnknownAttribute(bytes32 object, string key);
    error AttributeKeyLength(uint256 got, uint256 max);
    error AttributeValueLength(uint256 got, uint256 max);
    error TooManyAttributes(uint256 got, uint256 max);
    error AttributesTooLong(uint256 got, uint256 max);
    error NoAttributesGiven();

    /// Sets the first attributes of a record; it must have none.
    function add(bytes32 id, bytes32 blobId, Pair[] calldata pairs, uint256 maxPayment, IStorage.Permit calldata p) external;

    /// Sets attributes in place of all that there are.
    function replace(bytes32 id, bytes32 blobId, Pair[] calldata pairs, uint256 maxPayment, IStorage.Permit calldata p) external;

    /// Sets single attributes. A key that is there already moves to the end of the list.
    function set(bytes32 id, bytes32 blobId, Pair[] calldata pairs, uint256 maxPayment, IStorage.Permit calldata p) external;

    /// Removes attributes, each of which must be there.
    function remove(bytes32 id, bytes32 blobId, string[] calldata keys) external;

    /// Removes those of the attributes that are there.
    function removeIfExists(bytes32 id, bytes32 blobId, string[] calldata keys) external;

    /// Removes all attributes; there must be some.
    function clear(bytes32 id, bytes32 blobId) external;

    /// All attributes in order; none for a record that is no more.
    function attributesOf(bytes32 id, bytes32 blobId) external view returns (Pair[] memory);

    /// One attribute; not found if the record or the key is not there.
    function attributeOf(bytes32 id, bytes32 blobId, string calldata key) external view returns (bool found, string memory value);

    /// FROST for a list of pairs as it will be stored, at the current price.
    function quote(Pair[] calldata pairs) external view returns (uint256);
}
