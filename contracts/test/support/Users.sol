// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Storage} from "../../src/Storage.sol";
import {WAL} from "../../src/WAL.sol";
import {IAttributes} from "../../src/interfaces/IAttributes.sol";
import {IStorage} from "../../src/interfaces/IStorage.sol";
import {IStoragePools} from "../../src/interfaces/IStoragePools.sol";
import {IStorageRecords} from "../../src/interfaces/IStorageRecords.sol";
import {IWrapper} from "../../src/interfaces/IWrapper.sol";
import {Blake2b} from "../../src/lib/Blake2b.sol";
import {Messages} from "../../src/lib/Messages.sol";
import {Network} from "./Network.sol";

/// What users do, in any order, with plausible and implausible arguments; remembers what must be true of it. Every call is made by a user
/// on a record of anyone, and if it is one for owners only and succeeds, the user must have been the record's holder.
contract Users is Network {
    uint64 public constant SMALL_CAPACITY = 3_000_000_000;
    uint256 private constant MOST = 10 ** 12;

    bytes32[] public resourceIds; // all that were ever made, free or bound
    bytes32[] public blobIds;
    bytes32[] public poolIds; // pools and buckets
    bytes32[] public pooledIds; // blob ids that were put into pools
    /// Bytes that were sold, by epoch.
    mapping(uint32 epoch => uint256) public sold;
    /// Latest end of a certified permanent object of its own, by blob id.
    mapping(bytes32 blobId => uint32) public promised;
    uint256 public charged;
    uint256 public ended; // resources that are no more
    uint256 public successes;

    constructor() {
        Storage.Params memory params = defaults();
        params.capacity = SMALL_CAPACITY;
        params.burnBasis = 1234;
        launch(even(4, 1000), params);
    }

    /// Something of each kind to begin with.
    function begin() external {
        for (uint256 i = 0; i < 2; ++i) {
            this.reserve(i, 100_000_000, 1, 9);
            this.register(i, 1000, i == 0, 9, 1);
            this.register(2 + i, 1000, i == 1, 5, 1);
            this.createPool(i, 140_000_000, 9, 1 + i);
            this.registerPooled(2 * i, i == 0);
        }
        check(successes == 10, "all of it");
    }

    function system() external view returns (Storage, WAL) {
        return (store, wal);
    }

    function accounts() external view returns (address, address) {
        return (alice, bob);
    }

    function counts() external view returns (uint256, uint256, uint256) {
        return (resourceIds.length, blobIds.length, poolIds.length);
    }

    function key(uint256 seed) private view returns (uint256) {
        return seed % 2 == 0 ? aliceKey : bobKey;
    }

    /// Mostly the holder of a record, now and then somebody else.
    function keyFor(uint256 seed, bytes32 record) private view returns (uint256) {
        address holder = record == 0 ? address(0) : records.holderOf(record);
        if (seed % 11 < 8 && holder == alice) return aliceKey;
        if (seed % 11 < 8 && holder == bob) return bobKey;
        return key(seed);
    }

    function pick(bytes32[] storage list, uint256 seed) private view returns (bytes32) {
        return list.length == 0 ? bytes32(seed) : list[(seed >> 1) % list.length];
    }

    /// Makes a call as a user, adds up what it cost. With `record` it is one for the record's holder only.
    function attempt(uint256 userKey, address to, bytes memory input, bytes32 record) private returns (bool ok, bytes memory out) {
        address user = vm.addr(userKey);
        address holder = record == 0 ? user : records.holderOf(record);
        uint256 before = wal.balanceOf(user);
        vm.prank(user);
        (ok, out) = to.call(input);
        charged += before - wal.balanceOf(user);
        if (!ok) {
            check(out.length >= 4 && bytes4(out) != bytes4(keccak256("Panic(uint256)")), "every refusal has a name");
            check(before == wal.balanceOf(user), "nothing is paid for nothing");
            return (ok, out);
        }
        successes++;
        check(holder == user, "only the holder");
    }

    function book(uint32 start, uint32 end, uint256 size) private {
        for (uint32 e = start < 1 ? 1 : start; e < end; ++e) {
            sold[e] += size;
        }
    }

    function reserve(uint256 seed, uint64 size, uint32 start, uint32 length) external {
        uint256 k = keyFor(seed, 0);
        size = uint64(within(size, 1, 500_000_000));
        start = uint32(within(start, 0, 30));
        uint32 end = start + uint32(within(length, 0, 30));
        bytes memory input = abi.encodeCall(IStorage.reserve, (size, start, end, MOST, permit(k, MOST)));
        (bool ok, bytes memory out) = attempt(k, address(store), input, 0);
        if (!ok) return;
        resourceIds.push(abi.decode(out, (bytes32)));
        book(start, end, size);
    }

    function register(uint256 seed, uint64 size, bool deletable, uint32 epochs, uint256 resource) external {
        IStorage.Registration memory r = entry(seed % 5, uint64(within(size, 0, 30_000_000)), deletable, uint32(within(epochs, 0, 55)));
        if (resource % 3 == 0) r.storageId = pick(resourceIds, resource);
        uint256 k = keyFor(seed, r.storageId);
        IStorage.Registration[] memory rs = new IStorage.Registration[](seed % 3 == 0 ? 2 : 1);
        for (uint256 i = 0; i < rs.length; ++i) {
            rs[i] = r; // twice the same resource must fail as a whole
        }
        bytes memory input = abi.encodeCall(IStorage.register, (rs, MOST, permit(k, MOST)));
        (bool ok, bytes memory out) = attempt(k, address(store), input, r.storageId);
        if (!ok) return;
        bytes32[] memory objects = abi.decode(out, (bytes32[]));
        for (uint256 i = 0; i < objects.length; ++i) {
            blobIds.push(objects[i]);
            if (r.storageId != 0) continue;
            resourceIds.push(store.blob(objects[i]).storageId);
            book(1, 1 + r.epochs, store.blob(objects[i]).storageSize);
        }
    }

    function certify(uint256 seed, bool signed) external {
        uint256 k = keyFor(seed, 0);
        bytes32 object = pick(blobIds, seed);
        (bytes memory signature, bytes memory bitmap) = (bytes(""), bytes(""));
        if (signed) (signature, bitmap) = certificate(statement(1, object), 0xf);
        (bool ok,) = attempt(k, address(store), abi.encodeCall(IStorage.certify, (object, signature, bitmap)), 0);
        if (ok) note(object);
    }

    function certifyTwo(uint256 seed, uint256 other) external {
        uint256 k = keyFor(seed, 0);
        bytes32[2] memory objects = [pick(blobIds, seed), pick(blobIds, other)];
        IStorageRecords.Claim[] memory claims = new IStorageRecords.Claim[](2);
        bytes32[] memory leaves = new bytes32[](2);
        for (uint256 i = 0; i < 2; ++i) {
            claims[i].id = objects[i];
            leaves[i] = leafOf(objects[i]);
        }
        (bytes memory signature, bytes memory bitmap) = batchCertificate(leaves);
        (bool ok,) = attempt(k, address(store), abi.encodeCall(IStorageRecords.certifyBatch, (claims, signature, bitmap)), 0);
        if (!ok) return;
        note(objects[0]);
        note(objects[1]);
    }

    function extend(uint256 seed, uint32 epochs, bool twice) external {
        bytes32 object = pick(blobIds, seed);
        uint256 k = keyFor(seed, object);
        IStorage.BlobView memory b = store.blob(object);
        epochs = uint32(within(epochs, 0, 30));
        bytes memory input = abi.encodeCall(IStorage.extend, (object, epochs, MOST, permit(k, MOST)));
        if (twice) {
            IStorage.Extension[] memory es = new IStorage.Extension[](2);
            (es[0], es[1]) = (IStorage.Extension(object, epochs), IStorage.Extension(object, 1));
            input = abi.encodeCall(IStorage.extendBatch, (es, MOST, permit(k, MOST)));
        }
        bytes32 mine = b.deletable && b.owner != address(store) ? object : bytes32(0);
        (bool ok,) = attempt(k, address(store), input, mine);
        if (!ok) return;
        book(b.endEpoch, b.endEpoch + epochs + (twice ? 1 : 0), b.storageSize);
        note(object);
    }

    function extendWith(uint256 seed, uint256 resource) external {
        bytes32 object = pick(blobIds, seed);
        bytes32 storageId = pick(resourceIds, resource);
        uint256 k = keyFor(seed, storageId);
        (bool ok,) = attempt(k, address(store), abi.encodeCall(IStorageRecords.extendWith, (object, storageId)), storageId);
        if (!ok) return;
        ended++;
        note(object);
    }

    function split(uint256 seed, uint32 epoch, uint64 size) external {
        bytes32 id = pick(resourceIds, seed);
        uint256 k = keyFor(seed, id);
        bytes memory input = epoch % 2 == 0
            ? abi.encodeCall(IStorageRecords.splitByEpoch, (id, uint32(within(epoch, 0, 60))))
            : abi.encodeCall(IStorageRecords.splitBySize, (id, uint64(within(size, 0, 500_000_000))));
        (bool ok, bytes memory out) = attempt(k, address(store), input, id);
        if (ok) resourceIds.push(abi.decode(out, (bytes32)));
    }

    function fuse(uint256 seed, uint256 other) external {
        bytes32 id = pick(resourceIds, seed);
        uint256 k = keyFor(seed, id);
        (bool ok,) = attempt(k, address(store), abi.encodeCall(IStorageRecords.fuse, (id, pick(resourceIds, other))), id);
        if (ok) ended++;
    }

    function destroy(uint256 seed) external {
        bytes32 id = pick(resourceIds, seed);
        uint256 k = keyFor(seed, id);
        (bool ok,) = attempt(k, address(store), abi.encodeCall(IStorageRecords.destroy, (id)), id);
        if (ok) ended++;
    }

    function deleteBlob(uint256 seed) external {
        bytes32 id = pick(blobIds, seed);
        uint256 k = keyFor(seed, id);
        attempt(k, address(store), abi.encodeCall(IStorageRecords.deleteBlob, (id)), id);
    }

    function burn(uint256 seed) external {
        bytes32[] memory list = new bytes32[](1);
        list[0] = pick(blobIds, seed);
        uint256 k = keyFor(seed, list[0]);
        (bool ok,) = attempt(k, address(store), abi.encodeCall(IStorageRecords.burnBlobs, (list)), list[0]);
        if (ok) ended++;
    }

    function transfer(uint256 seed, uint256 kind) external {
        bytes32 id = pick(kind % 3 == 0 ? resourceIds : kind % 3 == 1 ? blobIds : poolIds, seed);
        uint256 k = keyFor(seed, id);
        attempt(k, address(store), abi.encodeCall(IStorageRecords.transfer, (id, k == aliceKey ? bob : alice)), id);
    }

    function share(uint256 seed, uint256 amount) external {
        bytes32 id = pick(blobIds, seed);
        uint256 k = keyFor(seed, id);
        amount = within(amount, 0, 10 ** 9);
        bytes memory input = abi.encodeCall(IStorageRecords.share, (id, amount, permit(k, amount)));
        if (seed % 7 != 0) input = abi.encodeCall(IStorageRecords.fund, (id, amount, permit(k, amount)));
        attempt(k, address(store), input, seed % 7 != 0 ? bytes32(0) : id);
    }

    function extendShared(uint256 seed, uint32 epochs) external {
        uint256 k = keyFor(seed, 0);
        bytes32 object = pick(blobIds, seed);
        IStorage.BlobView memory b = store.blob(object);
        epochs = uint32(within(epochs, 0, 30));
        (bool ok,) = attempt(k, address(store), abi.encodeCall(IStorageRecords.extendShared, (object, epochs)), 0);
        if (!ok) return;
        book(b.endEpoch, b.endEpoch + epochs, b.storageSize);
        note(object);
    }

    function wrap(uint256 seed, uint256 kind) external {
        bytes32 id = pick(kind % 2 == 0 ? resourceIds : blobIds, seed);
        uint256 k = keyFor(seed, id);
        if (kind % 5 == 0) attempt(k, address(wrapper), abi.encodeCall(IWrapper.unwrap, (id)), id);
        else if (kind % 5 == 1) sell(k, id);
        else attempt(k, address(wrapper), abi.encodeCall(IWrapper.wrap, (id)), id);
    }

    function sell(uint256 k, bytes32 id) private {
        address to = k == aliceKey ? bob : alice;
        bytes memory input = abi.encodeWithSignature("transferFrom(address,address,uint256)", vm.addr(k), to, uint256(id));
        attempt(k, address(wrapper), input, id);
    }

    function createPool(uint256 seed, uint64 size, uint32 epochs, uint256 kind) external {
        size = uint64(within(size, 0, 300_000_000));
        epochs = uint32(within(epochs, 0, 56));
        if (kind % 3 == 0) {
            bytes32 id = pick(resourceIds, seed);
            (bool made, bytes memory pool) = attempt(keyFor(seed, id), address(store), abi.encodeCall(IStoragePools.createPoolWith, (id)), id);
            if (made) poolIds.push(abi.decode(pool, (bytes32)));
            return;
        }
        IStorage.Permit memory p = permit(key(seed), MOST);
        bytes memory input = kind % 3 == 1
            ? abi.encodeCall(IStoragePools.createPool, (size, epochs, MOST, p))
            : abi.encodeCall(IStoragePools.createBucket, (size, epochs, MOST, p));
        (bool ok, bytes memory out) = attempt(key(seed), address(store), input, 0);
        if (!ok) return;
        poolIds.push(abi.decode(out, (bytes32)));
        resourceIds.push(pools.pool(poolIds[poolIds.length - 1]).storageId);
        book(1, 1 + epochs, size);
    }

    function registerPooled(uint256 seed, bool deletable) external {
        bytes32 pool = pick(poolIds, seed);
        uint256 k = keyFor(seed, pool);
        IStoragePools.PooledRegistration[] memory rs = new IStoragePools.PooledRegistration[](1);
        rs[0].root = keccak256(abi.encode("pooled", seed % 7));
        (rs[0].size, rs[0].encoding, rs[0].deletable) = (1000, 1, deletable);
        rs[0].blobId = Blake2b.blobId(1, 1000, rs[0].root);
        bytes memory input = abi.encodeCall(IStoragePools.registerPooled, (pool, rs, MOST, permit(k, MOST)));
        (bool ok,) = attempt(k, address(store), input, pool);
        if (ok) pooledIds.push(rs[0].blobId);
    }

    function certifyPooled(uint256 seed, uint256 other) external {
        uint256 k = keyFor(seed, 0);
        bytes32 pool = pick(poolIds, seed);
        bytes32 blobId = pick(pooledIds, other);
        (bytes memory signature, bytes memory bitmap) =
            certificate(Messages.availability(1, network, availablePooled(pool, blobId)), 0xf);
        attempt(k, address(store), abi.encodeCall(IStoragePools.certifyPooled, (pool, blobId, signature, bitmap)), 0);
    }

    function deletePooled(uint256 seed, uint256 other) external {
        bytes32 pool = pick(poolIds, seed);
        uint256 k = keyFor(seed, pool);
        bytes32[] memory list = new bytes32[](1);
        list[0] = pick(pooledIds, other);
        attempt(k, address(store), abi.encodeCall(IStoragePools.deletePooled, (pool, list)), pool);
    }

    function resizePool(uint256 seed, uint64 size, uint32 epochs, uint256 kind) external {
        bytes32 pool = pick(poolIds, seed);
        uint256 k = keyFor(seed, pool);
        IStoragePools.PoolView memory v = pools.pool(pool);
        IStorage.Permit memory p = permit(k, MOST);
        size = uint64(within(size, 0, 100_000_000));
        epochs = uint32(within(epochs, 0, 20));
        if (kind % 5 == 0) {
            (bool ok,) = attempt(k, address(store), abi.encodeCall(IStoragePools.extendPool, (pool, epochs, MOST, p)), pool);
            if (ok) book(v.endEpoch, v.endEpoch + epochs, v.size);
        } else if (kind % 5 == 1) {
            (bool ok,) = attempt(k, address(store), abi.encodeCall(IStoragePools.increasePool, (pool, size, MOST, p)), pool);
            if (ok) book(1, v.endEpoch, size);
        } else if (kind % 5 == 2) {
            bytes32 id = pick(resourceIds, size);
            (bool ok,) = attempt(k, address(store), abi.encodeCall(IStoragePools.increasePoolWith, (pool, id)), id);
            if (ok) ended++;
        } else if (kind % 5 == 3) {
            (bool ok, bytes memory out) = attempt(k, address(store), abi.encodeCall(IStoragePools.decreasePool, (pool, size)), pool);
            if (ok) resourceIds.push(abi.decode(out, (bytes32)));
        } else {
            attempt(k, address(store), abi.encodeCall(IStoragePools.destroyPool, (pool)), pool);
        }
    }

    function setAttribute(uint256 seed, uint256 kind, string calldata value) external {
        bytes32 id = pick(kind % 2 == 0 ? blobIds : poolIds, seed);
        uint256 k = keyFor(seed, id);
        IAttributes.Pair[] memory pairs = new IAttributes.Pair[](1);
        (pairs[0].key, pairs[0].value) = ("key", value);
        attempt(k, address(attributes), abi.encodeCall(IAttributes.set, (id, 0, pairs, MOST, permit(k, MOST))), id);
    }

    function note(bytes32 object) private {
        IStorage.BlobView memory b = store.blob(object);
        if (b.certifiedEpoch != 0 && !b.deletable && b.endEpoch > promised[b.blobId]) promised[b.blobId] = b.endEpoch;
    }
}
