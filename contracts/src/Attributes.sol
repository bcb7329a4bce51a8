// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Part} from "./Part.sol";
import {IAttributes} from "./interfaces/IAttributes.sol";
import {IStorage} from "./interfaces/IStorage.sol";
import {IStoragePools} from "./interfaces/IStoragePools.sol";
import {IStorageRecords} from "./interfaces/IStorageRecords.sol";
import {Code} from "./lib/Code.sol";
import {Pairs} from "./lib/Pairs.sol";

/// Key-values on records of Storage (see IAttributes). The list of a record is the code of one contract: cheap to read whole, and written
/// anew with every change. The list of a record that is gone can be left where it is: ids of blobs, pools and buckets never come back, and
/// a resource that comes back, from the blob or pool that it was bound to, is the same one, with the same attributes.
contract Attributes is Part, IAttributes {
    uint256 private constant MAX_PAIRS = 32;
    uint256 private constant MAX_KEY = 64;
    uint256 private constant MAX_VALUE = 1024;
    uint256 private constant MAX_BYTES = 4096; // of the whole list: 0.9 M gas to write
    uint256 private constant PRICED = 1024; // bytes for one write unit

    /// A list that is being changed.
    struct List {
        bytes32 object;
        bool isPooled;
        Pair[] pairs; // with room behind the last
        uint256 count;
    }

    IStorage private store;
    mapping(bytes32 object => address) private lists; // see Code

    /// Runs in the proxy's constructor.
    function initialize(address owner, IStorage store_) external initializer {
        __Ownable_init(owner);
        store = store_;
    }

    function add(bytes32 id, bytes32 blobId, Pair[] calldata pairs, uint256 maxPayment, IStorage.Permit calldata p) external {
        List memory list = open(id, blobId, pairs.length);
        if (list.count != 0) {
            if (list.isPooled) revert StoragePoolDuplicateMetadata(list.object);
            revert BlobDuplicateMetadata(list.object);
        }
        put(list, pairs, maxPayment, p);
    }

    function replace(bytes32 id, bytes32 blobId, Pair[] calldata pairs, uint256 maxPayment, IStorage.Permit calldata p) external {
        List memory list = open(id, blobId, pairs.length);
        if (list.count != 0) emit AttributesCleared(list.object, msg.sender);
        list.count = 0;
        put(list, pairs, maxPayment, p);
    }

    function set(bytes32 id, bytes32 blobId, Pair[] calldata pairs, uint256 maxPayment, IStorage.Permit calldata p) external {
        put(open(id, blobId, pairs.length), pairs, maxPayment, p);
    }

    function remove(bytes32 id, bytes32 blobId, string[] calldata keys) external {
        List memory list = openSome(id, blobId);
        for (uint256 i = 0; i < keys.length; ++i) {
            if (!drop(list, keys[i])) revert UnknownAttribute(list.object, keys[i]);
            emit AttributeRemoved(list.object, msg.sender, keys[i]);
        }
        save(list);
    }

    function removeIfExists(bytes32 id, bytes32 blobId, string[] calldata keys) external {
        List memory list = open(id, blobId, 0);
        for (uint256 i = 0; i < keys.length; ++i) {
            if (drop(list, keys[i])) emit AttributeRemoved(list.object, msg.sender, keys[i]);
        }
        save(list);
    }

    function clear(bytes32 id, bytes32 blobId) external {
        List memory list = openSome(id, blobId);
        delete lists[list.object];
        emit AttributesCleared(list.object, msg.sender);
    }

    function attributesOf(bytes32 id, bytes32 blobId) public view returns (Pair[] memory pairs) {
        (bytes32 object, address holder) = find(id, blobId);
        if (holder != address(0)) (pairs,) = load(object, 0);
    }

    function attributeOf(bytes32 id, bytes32 blobId, string calldata key) external view returns (bool, string memory) {
        Pair[] memory pairs = attributesOf(id, blobId);
        bytes32 hash = keccak256(bytes(key));
        for (uint256 i = 0; i < pairs.length; ++i) {
            if (keccak256(bytes(pairs[i].key)) == hash) return (true, pairs[i].value);
        }
        return (false, "");
    }

    function quote(Pair[] calldata pairs) external view returns (uint256) {
        return fee(Pairs.length(pairs, pairs.length));
    }

    function fee(uint256 size) private view returns (uint256) {
        return (size + PRICED - 1) / PRICED * store.system().writePrice;
    }

    /// Object id of what is named, and who may change its attributes; zero if there is no such record.
    function find(bytes32 id, bytes32 blobId) private view returns (bytes32 object, address holder) {
        if (blobId == 0) return (id, IStorageRecords(address(store)).holderOf(id));
        IStoragePools.PooledBlobView memory b = IStoragePools(address(store)).pooledBlob(id, blobId);
        return (b.objectId, b.holder);
    }

    function load(bytes32 object, uint256 room) private view returns (Pair[] memory, uint256) {
        address list = lists[object];
        return Pairs.decode(list == address(0) ? bytes("") : Code.read(list), room);
    }

    /// The list of a record of the caller, with room for more.
    function open(bytes32 id, bytes32 blobId, uint256 room) private view returns (List memory list) {
        address holder;
        (list.object, holder) = find(id, blobId);
        if (holder == address(0)) {
            if (blobId != 0) revert IStoragePools.UnknownPooledBlob(id, blobId);
            revert IStorage.UnknownObject(id);
        }
        if (msg.sender != holder) revert IStorage.NotOwner(list.object, msg.sender, holder);
        if (room > MAX_PAIRS) revert TooManyAttributes(room, MAX_PAIRS);
        list.isPooled = blobId != 0;
        (list.pairs, list.count) = load(list.object, room);
    }

    function openSome(bytes32 id, bytes32 blobId) private view returns (List memory list) {
        list = open(id, blobId, 0);
        if (list.count != 0) return list;
        if (list.isPooled) revert StoragePoolMissingMetadata(list.object);
        revert BlobMissingMetadata(list.object);
    }

    /// Adds pairs to a list, stores it and charges for it.
    function put(List memory list, Pair[] calldata pairs, uint256 maxPayment, IStorage.Permit calldata p) private {
        if (pairs.length == 0) revert NoAttributesGiven();
        for (uint256 i = 0; i < pairs.length; ++i) {
            uint256 keySize = bytes(pairs[i].key).length;
            uint256 valueSize = bytes(pairs[i].value).length;
            if (keySize == 0 || keySize > MAX_KEY) revert AttributeKeyLength(keySize, MAX_KEY);
            if (valueSize > MAX_VALUE) revert AttributeValueLength(valueSize, MAX_VALUE);
            drop(list, pairs[i].key);
            list.pairs[list.count++] = pairs[i];
            emit AttributeSet(list.object, msg.sender, pairs[i].key, pairs[i].value);
        }
        if (list.count > MAX_PAIRS) revert TooManyAttributes(list.count, MAX_PAIRS);
        uint256 size = save(list);
        IStorageRecords(address(store)).charge(msg.sender, fee(size), maxPayment, p);
    }

    /// Takes a key out of a list, keeping the order of the others; false if it is not there.
    function drop(List memory list, string calldata key) private pure returns (bool) {
        bytes32 hash = keccak256(bytes(key));
        for (uint256 i = 0; i < list.count; ++i) {
            if (keccak256(bytes(list.pairs[i].key)) != hash) continue;
            list.count--;
            for (uint256 k = i; k < list.count; ++k) {
                list.pairs[k] = list.pairs[k + 1];
            }
            return true;
        }
        return false;
    }

    function save(List memory list) private returns (uint256 size) {
        size = Pairs.length(list.pairs, list.count);
        if (size > MAX_BYTES) revert AttributesTooLong(size, MAX_BYTES);
        if (size == 0) delete lists[list.object];
        else lists[list.object] = Code.write(Pairs.encode(list.pairs, list.count));
    }
}
