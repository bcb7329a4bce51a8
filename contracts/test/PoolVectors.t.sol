// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Storage} from "../src/Storage.sol";
import {IStorage} from "../src/interfaces/IStorage.sol";
import {IStoragePools} from "../src/interfaces/IStoragePools.sol";
import {Accounting} from "../src/lib/Accounting.sol";
import {Blake2b} from "../src/lib/Blake2b.sol";
import {Messages} from "../src/lib/Messages.sol";
import {Json} from "./support/Json.sol";
import {Network} from "./support/Network.sol";

/// The scripts of storage_pools.json and blob_buckets.json, run against the deployed contracts. Our epochs begin at 1, theirs at 0.
contract PoolVectorsTest is Network, Json {
    uint32 private constant FIRST = 1;
    uint256 private constant RESOURCES = 10; // slot of Storage's mapping of resources

    bytes32 private pool; // or bucket
    address private holder;
    uint256 private holderKey;
    uint256 private results;
    string private step;

    function test_storage_pools() public {
        run("storage_pools");
        emit log_named_uint("storage_pools: steps run", results);
        passed(13);
    }

    function test_blob_buckets() public {
        run("blob_buckets");
        emit log_named_uint("blob_buckets: steps run", results);
        passed(8);
    }

    function run(string memory file) private {
        open(file);
        for (uint256 i = 0; i < count; ++i) {
            Storage.Params memory params = defaults();
            params.capacity = uint64(number(i, "input.total_capacity"));
            params.storagePrice = uint64(number(i, "input.storage_price"));
            params.writePrice = uint64(number(i, "input.write_price"));
            params.maxEpochsAhead = uint32(integer(i, "input.max_epochs_ahead"));
            launch(even(4, uint16(integer(i, "input.n_shards"))), params);
            (pool, holder, holderKey) = (0, alice, aliceKey);
            for (uint256 k = 0; has(i, string.concat("steps[", vm.toString(k), "]")); ++k) {
                step = string.concat("steps[", vm.toString(k), "].");
                execute(i, keccak256(bytes(text(i, arg("op")))));
                results++;
            }
        }
    }

    function arg(string memory name) private view returns (string memory) {
        return string.concat(step, name);
    }

    function execute(uint256 i, bytes32 op) private {
        if (op == keccak256("next_epoch")) return nextEpoch(i);
        if (op == keccak256("check")) return checkPool(i);
        bytes memory input = inputOf(i, op);
        uint256 key = has(i, arg("by")) ? bobKey : aliceKey;
        uint256 before = wal.balanceOf(vm.addr(key));
        vm.prank(vm.addr(key));
        (bool ok, bytes memory out) = address(store).call(input);
        if (!ok) {
            equal(nameOf(out), text(i, arg("expect_error")), id(i));
            return;
        }
        check(!has(i, arg("expect_error")), string.concat(id(i), " ", step));
        if (op == keccak256("create") || op == keccak256("new") || op == keccak256("create_with_storage")) {
            pool = abi.decode(out, (bytes32));
        }
        checkEffect(i, before - wal.balanceOf(vm.addr(key)), out);
    }

    function inputOf(uint256 i, bytes32 op) private returns (bytes memory) {
        uint256 key = has(i, arg("by")) ? bobKey : aliceKey;
        uint256 most = 10 ** 12;
        IStorage.Permit memory p = permit(key, most);
        if (op == keccak256("create") || op == keccak256("new")) {
            uint64 size = uint64(number(i, arg("capacity")));
            uint32 epochs = uint32(integer(i, arg("epochs_ahead")));
            if (op == keccak256("new")) return abi.encodeCall(IStoragePools.createBucket, (size, epochs, most, p));
            return abi.encodeCall(IStoragePools.createPool, (size, epochs, most, p));
        }
        if (op == keccak256("create_with_storage")) return abi.encodeCall(IStoragePools.createPoolWith, (given(i)));
        if (op == keccak256("increase_with_storage")) return abi.encodeCall(IStoragePools.increasePoolWith, (pool, given(i)));
        if (op == keccak256("register")) return registerInput(i, most, p);
        if (op == keccak256("certify")) return certifyInput(i);
        if (op == keccak256("delete")) return abi.encodeCall(IStoragePools.deletePooled, (pool, one(blobIdOf(i))));
        if (op == keccak256("burn_expired")) return abi.encodeCall(IStoragePools.burnExpiredPooled, (pool, one(blobIdOf(i))));
        if (op == keccak256("extend")) {
            return abi.encodeCall(IStoragePools.extendPool, (pool, uint32(integer(i, arg("epochs"))), most, p));
        }
        if (op == keccak256("increase")) {
            return abi.encodeCall(IStoragePools.increasePool, (pool, uint64(number(i, arg("additional"))), most, p));
        }
        if (op == keccak256("decrease_by_size")) {
            return abi.encodeCall(IStoragePools.decreasePool, (pool, uint64(number(i, arg("size")))));
        }
        if (op == keccak256("decrease_unused_by_percent")) {
            return abi.encodeCall(IStoragePools.decreasePoolUnused, (pool, uint8(integer(i, arg("percent")))));
        }
        if (op == keccak256("transfer")) return abi.encodeWithSignature("transfer(bytes32,address)", pool, bob);
        check(op == keccak256("destroy"), "known op");
        return abi.encodeCall(IStoragePools.destroyPool, (pool));
    }

    function registerInput(uint256 i, uint256 most, IStorage.Permit memory p) private view returns (bytes memory) {
        IStoragePools.PooledRegistration[] memory rs = new IStoragePools.PooledRegistration[](1);
        rs[0].root = keccak256(bytes(text(i, arg("blob"))));
        rs[0].size = uint64(number(i, arg("unencoded_size")));
        rs[0].encoding = 1;
        rs[0].blobId = Blake2b.blobId(1, rs[0].size, rs[0].root);
        rs[0].deletable = flag(i, arg("deletable"));
        return abi.encodeCall(IStoragePools.registerPooled, (pool, rs, most, p));
    }

    function certifyInput(uint256 i) private view returns (bytes memory) {
        bytes32 blobId = blobIdOf(i);
        bytes memory message = Messages.availability(store.system().epoch, network, availablePooled(pool, blobId));
        (bytes memory signature, bytes memory bitmap) = certificate(message, everyone());
        return abi.encodeCall(IStoragePools.certifyPooled, (pool, blobId, signature, bitmap));
    }

    function blobIdOf(uint256 i) private view returns (bytes32) {
        bytes32 root = keccak256(bytes(text(i, arg("blob"))));
        bytes32 found = Blake2b.blobId(1, 100, root);
        return pools.pooledBlob(pool, found).registeredEpoch != 0 ? found : Blake2b.blobId(1, 5_000_000, root);
    }

    function one(bytes32 blobId) private pure returns (bytes32[] memory list) {
        list = new bytes32[](1);
        list[0] = blobId;
    }

    /// A free resource out of nothing, which the scripts take as given: it is booked nowhere.
    function given(uint256 i) private returns (bytes32 storageId) {
        storageId = keccak256(abi.encode(i, step));
        uint256 slot = uint256(keccak256(abi.encode(storageId, RESOURCES)));
        uint256 start = FIRST + integer(i, arg("storage.start_epoch"));
        uint256 end = FIRST + integer(i, arg("storage.end_epoch"));
        vm.store(address(store), bytes32(slot), bytes32(uint256(uint160(alice)) | (start << 160) | (end << 192)));
        vm.store(address(store), bytes32(slot + 1), bytes32(number(i, arg("storage.size"))));
        IStorage.ResourceView memory r = store.resource(storageId);
        check(r.owner == alice && r.startEpoch == start && r.endEpoch == end, "resource");
    }

    function checkEffect(uint256 i, uint256 paid, bytes memory out) private view {
        if (has(i, arg("expect.fee"))) equal(paid, number(i, arg("expect.fee")), id(i));
        else if (has(i, arg("expect.write_fee"))) equal(paid, number(i, arg("expect.write_fee")), id(i));
        else equal(paid, 0, id(i));
        if (has(i, arg("expect.end_epoch"))) {
            equal(pools.pool(pool).endEpoch, FIRST + integer(i, arg("expect.end_epoch")), id(i));
        }
        if (has(i, arg("expect.extracted"))) checkResource(i, abi.decode(out, (bytes32)), "expect.extracted.");
        if (has(i, arg("expect.returned"))) {
            checkResource(i, abi.decode(out, (bytes32)), "expect.returned.");
            equal(pools.pool(pool).owner, address(0), "gone");
        }
    }

    function checkResource(uint256 i, bytes32 storageId, string memory what) private view {
        IStorage.ResourceView memory r = store.resource(storageId);
        equal(r.owner, alice, id(i));
        equal(r.startEpoch, FIRST + integer(i, arg(string.concat(what, "start_epoch"))), id(i));
        equal(r.endEpoch, FIRST + integer(i, arg(string.concat(what, "end_epoch"))), id(i));
        equal(r.size, number(i, arg(string.concat(what, "size"))), id(i));
    }

    function nextEpoch(uint256 i) private {
        setEpoch(store.system().epoch + 1);
        equal(store.system().epoch, FIRST + integer(i, arg("expect.epoch")), id(i));
        equal(store.system().usedCapacity, number(i, arg("expect.used_capacity")), id(i));
    }

    function checkPool(uint256 i) private view {
        IStoragePools.PoolView memory v = pools.pool(pool);
        equal(v.size, number(i, arg("expect.capacity")), id(i));
        equal(v.used, number(i, arg("expect.used")), id(i));
        equal(v.size - v.used, number(i, arg("expect.available")), id(i));
        equal(v.blobs, integer(i, arg("expect.blob_count")), id(i));
    }

    function nameOf(bytes memory reason) private pure returns (string memory) {
        bytes4 name = bytes4(reason);
        if (name == Accounting.InvalidEpochsAhead.selector) return "system_state_inner::EInvalidEpochsAhead";
        if (name == Accounting.StorageExceeded.selector) return "system_state_inner::EStorageExceeded";
        if (name == IStorage.InvalidResourceSize.selector) return "system_state_inner::EInvalidResourceSize";
        if (name == IStoragePools.InsufficientCapacity.selector) return "storage_pool::EInsufficientCapacity";
        if (name == IStoragePools.StoragePoolBlobNotDeletable.selector) return "storage_pool::EBlobNotDeletable";
        if (name == IStoragePools.StoragePoolPoolNotEmpty.selector) return "storage_pool::EPoolNotEmpty";
        if (name == IStoragePools.StoragePoolResourceBounds.selector) return "storage_pool::EResourceBounds";
        if (name == IStoragePools.StoragePoolAlreadyCertified.selector) return "storage_pool::EAlreadyCertified";
        if (name == IStoragePools.IncompatibleEndEpoch.selector) return "storage_pool::EIncompatibleEndEpoch";
        if (name == IStoragePools.InvalidPercent.selector) return "storage_pool::EInvalidPercent";
        if (name == IStoragePools.ZeroExtractSize.selector) return "system::EZeroExtractSize";
        if (name == IStoragePools.InvalidBlobBucketCap.selector) return "blob_bucket::EInvalidBlobBucketCap";
        if (name == IStoragePools.BlobBucketStorageExpired.selector) return "blob_bucket_inner_v1::EBlobBucketStorageExpired";
        if (name == IStoragePools.BlobAlreadyInPool.selector) return "implicit/duplicate-key";
        if (name == IStoragePools.UnknownPooledBlob.selector) return "implicit/missing-key";
        if (name == IStorage.UnknownObject.selector) return "implicit/missing-object";
        if (name == IStorage.NotOwner.selector) return "owner";
        revert GotBytes("unknown reason", reason, "");
    }
}
