// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Storage} from "../src/Storage.sol";
import {ICertificates} from "../src/interfaces/ICertificates.sol";
import {IStorage} from "../src/interfaces/IStorage.sol";
import {IStoragePools} from "../src/interfaces/IStoragePools.sol";
import {IStorageRecords} from "../src/interfaces/IStorageRecords.sol";
import {Accounting} from "../src/lib/Accounting.sol";
import {Blake2b} from "../src/lib/Blake2b.sol";
import {Messages} from "../src/lib/Messages.sol";
import {Network} from "./support/Network.sol";

/// Pools and buckets beyond the vectors: ids, events, the index, rights.
contract PoolsTest is Network {
    uint64 private constant SMALL = 66_034_000;
    uint256 private constant MOST = 10 ** 14;

    function setUp() public {
        launchEven(4, 1000);
    }

    function createAs(uint256 key, uint64 size, uint32 epochs) private returns (bytes32) {
        IStorage.Permit memory p = permit(key, MOST);
        vm.prank(vm.addr(key));
        return pools.createPool(size, epochs, MOST, p);
    }

    function bucketAs(uint256 key, uint64 size, uint32 epochs) private returns (bytes32) {
        IStorage.Permit memory p = permit(key, MOST);
        vm.prank(vm.addr(key));
        return pools.createBucket(size, epochs, MOST, p);
    }

    function item(uint256 seed, bool deletable) private view returns (IStoragePools.PooledRegistration memory r) {
        r.root = keccak256(abi.encode("pooled", seed));
        (r.size, r.encoding, r.deletable) = (100, 1, deletable);
        r.blobId = Blake2b.blobId(1, 100, r.root);
    }

    function addAs(uint256 key, bytes32 pool, IStoragePools.PooledRegistration memory r) private returns (bytes32) {
        IStoragePools.PooledRegistration[] memory rs = new IStoragePools.PooledRegistration[](1);
        rs[0] = r;
        IStorage.Permit memory p = permit(key, MOST);
        vm.prank(vm.addr(key));
        return pools.registerPooled(pool, rs, MOST, p)[0];
    }

    function addFails(uint256 key, bytes32 pool, IStoragePools.PooledRegistration memory r, bytes memory reason) private {
        IStoragePools.PooledRegistration[] memory rs = new IStoragePools.PooledRegistration[](1);
        rs[0] = r;
        IStorage.Permit memory p = permit(key, MOST);
        vm.prank(vm.addr(key));
        vm.expectRevert(reason);
        pools.registerPooled(pool, rs, MOST, p);
    }

    function certifyIn(bytes32 pool, bytes32 blobId) private {
        bytes memory message = Messages.availability(store.system().epoch, network, availablePooled(pool, blobId));
        (bytes memory signature, bytes memory bitmap) = certificate(message, everyone());
        pools.certifyPooled(pool, blobId, signature, bitmap);
    }

    function extendPoolAs(uint256 key, bytes32 pool, uint32 epochs) private {
        IStorage.Permit memory p = permit(key, MOST);
        vm.prank(vm.addr(key));
        pools.extendPool(pool, epochs, MOST, p);
    }

    function deleteAs(uint256 key, bytes32 pool, bytes32 blobId) private {
        vm.prank(vm.addr(key));
        pools.deletePooled(pool, one(blobId));
    }

    function one(bytes32 blobId) private pure returns (bytes32[] memory list) {
        list = new bytes32[](1);
        list[0] = blobId;
    }

    function test_create_draws_resource_then_pool() public {
        bytes32 storageId = Messages.objectId(network, 1, alice, 0);
        bytes32 pool = Messages.objectId(network, 3, alice, 1);
        vm.expectEmit(true, true, true, true, address(store));
        emit IStoragePools.StoragePoolCreated(pool, alice, 1, 5 << 20, 1, 8, storageId);
        equal(createAs(aliceKey, 5 << 20, 7), pool, "pool");
        IStoragePools.PoolView memory v = pools.pool(pool);
        equal(v.storageId, storageId, "reservation");
        equal(v.owner, alice, "owner");
        equal(store.resource(storageId).owner, address(0), "bound");
        equal(records.holderOf(pool), alice, "holder");
        equal(wal.allowance(alice, address(store)), 0, "allowance");
        equal(store.feesOf(7), 5 * STORAGE_PRICE, "fees");
    }

    function test_bucket_draws_resource_pool_bucket() public {
        bytes32 pool = Messages.objectId(network, 3, alice, 1);
        bytes32 bucket = Messages.objectId(network, 4, alice, 2);
        vm.expectEmit(true, true, true, true, address(store));
        emit IStoragePools.BlobBucketCreated(bucket, pool, alice, 1);
        equal(bucketAs(aliceKey, SMALL, 7), bucket, "bucket");
        equal(pools.pool(bucket).poolId, pool, "pool of the bucket");
        equal(pools.pool(bucket).owner, alice, "holder");
        equal(pools.pool(pool).owner, address(store), "the pool itself is nobody's");
        equal(records.holderOf(bucket), alice, "holder");
    }

    function test_pooled_objects() public {
        bytes32 pool = createAs(aliceKey, 3 * SMALL, 7);
        IStoragePools.PooledRegistration[] memory rs = new IStoragePools.PooledRegistration[](2);
        (rs[0], rs[1]) = (item(1, false), item(2, true));
        bytes32[2] memory wanted = [Messages.objectId(network, 2, alice, 2), Messages.objectId(network, 2, alice, 3)];
        IStorage.Permit memory p = permit(aliceKey, MOST);
        uint256 before = wal.balanceOf(alice);
        for (uint256 i = 0; i < 2; ++i) {
            vm.expectEmit(true, true, true, true, address(store));
            emit IStoragePools.PooledBlobRegistered(rs[i].blobId, wanted[i], pool, 1, 100, 1, i == 1);
        }
        vm.prank(alice);
        bytes32[] memory objects = pools.registerPooled(pool, rs, MOST, p);
        check(objects[0] == wanted[0] && objects[1] == wanted[1], "ids");
        equal(before - wal.balanceOf(alice), 2 * 63 * WRITE_PRICE, "only the write fee");
        IStoragePools.PooledBlobView memory b = pools.pooledBlob(pool, rs[1].blobId);
        equal(b.objectId, wanted[1], "object");
        check(b.deletable && b.registeredEpoch == 1 && b.certifiedEpoch == 0 && b.endEpoch == 8 && b.size == 100, "fields");
        equal(store.usedCapacity(1), 3 * SMALL, "capacity is the pool's");

        vm.prank(alice);
        records.transfer(pool, bob);
        bytes32 third = addAs(bobKey, pool, item(3, true));
        equal(third, Messages.objectId(network, 2, bob, 0), "drawn by the new owner");
        equal(pools.pooledBlob(pool, item(3, true).blobId).objectId, third, "kept by name");
        equal(pools.pooledBlob(pool, rs[0].blobId).objectId, wanted[0], "the others as before");
    }

    function test_certificates_of_pooled_blobs() public {
        bytes32 pool = createAs(aliceKey, 3 * SMALL, 7);
        bytes32 object = addAs(aliceKey, pool, item(1, false));
        bytes32 blobId = item(1, false).blobId;
        Messages.Availability memory a = availablePooled(pool, blobId);
        (bytes memory signature, bytes memory bitmap) = certificate(Messages.availability(1, network, a), everyone());
        vm.expectRevert(abi.encodeWithSelector(IStoragePools.UnknownPooledBlob.selector, pool, bytes32(uint256(1))));
        pools.certifyPooled(pool, bytes32(uint256(1)), signature, bitmap);
        vm.expectRevert(abi.encodeWithSelector(IStorage.UnknownObject.selector, bytes32(uint256(1))));
        pools.certifyPooled(bytes32(uint256(1)), blobId, signature, bitmap);
        extendPoolAs(aliceKey, pool, 1); // the statement names the end
        vm.expectRevert(ICertificates.SigVerification.selector);
        pools.certifyPooled(pool, blobId, signature, bitmap);
        vm.expectEmit(true, true, true, true, address(store));
        emit IStoragePools.PooledBlobCertified(blobId, object, pool, 1, false);
        certifyIn(pool, blobId);
        vm.expectRevert(abi.encodeWithSelector(IStoragePools.StoragePoolAlreadyCertified.selector, object, 1));
        pools.certifyPooled(pool, blobId, signature, bitmap);
        vm.expectRevert(abi.encodeWithSelector(IStorage.UnknownObject.selector, object)); // no blob object of its own
        store.certify(object, signature, bitmap);
    }

    function until(bytes32 blobId) private view returns (uint32 end) {
        (, end,) = store.availability(blobId);
    }

    /// What the index promises for a pooled blob moves with its pool.
    function test_availability_follows_the_pool() public {
        bytes32 blobId = item(1, false).blobId;
        bytes32 short = createAs(aliceKey, SMALL, 3);
        bytes32 long = createAs(bobKey, SMALL, 5);
        addAs(aliceKey, short, item(1, false));
        addAs(bobKey, long, item(1, false));
        certifyIn(short, blobId);
        equal(until(blobId), 4, "first pool");
        certifyIn(long, blobId);
        equal(until(blobId), 6, "longer pool");
        extendPoolAs(bobKey, long, 2);
        equal(until(blobId), 8, "extended");
        extendPoolAs(aliceKey, short, 20);
        equal(until(blobId), 8, "the index does not know yet");
        bytes32 second = pools.pooledBlob(short, blobId).objectId;
        vm.expectEmit(true, true, true, true, address(store));
        emit IStoragePools.PooledBlobPromoted(blobId, second, short, 1, 24);
        pools.promote(short, blobId);
        equal(until(blobId), 24, "told by anyone");
        vm.recordLogs();
        pools.promote(long, blobId);
        pools.promote(short, blobId);
        equal(vm.getRecordedLogs().length, 0, "nothing happened");
        equal(until(blobId), 24, "never shorter");

        // Objects of their own count as before, and are vouched for by pools.
        IStorage.Registration memory r = entry(9, 100, false, 23);
        (r.root, r.blobId) = (item(1, false).root, blobId);
        bytes32 object = registerAs(aliceKey, r);
        store.certify(object, "", "");
        equal(until(blobId), 24, "same end");
        extendAs(aliceKey, object, 10);
        equal(until(blobId), 34, "longer");
        // And pooled ones by objects of their own.
        bytes32 third = createAs(bobKey, SMALL, 33);
        addAs(bobKey, third, item(1, false));
        pools.certifyPooled(third, blobId, "", "");
        equal(until(blobId), 34, "vouched");
        bytes32 fourth = createAs(bobKey, SMALL, 34);
        bytes32 last = addAs(bobKey, fourth, item(1, false));
        vm.expectRevert(abi.encodeWithSelector(IStorage.SignersRequired.selector, last, 35, 34));
        pools.certifyPooled(fourth, blobId, "", "");
    }

    function test_promote_refusals() public {
        bytes32 pool = createAs(aliceKey, 2 * SMALL, 3);
        bytes32 object = addAs(aliceKey, pool, item(1, false));
        bytes32 blobId = item(1, false).blobId;
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotCertified.selector, object));
        pools.promote(pool, blobId);
        addAs(aliceKey, pool, item(2, true));
        certifyIn(pool, item(2, true).blobId);
        pools.promote(pool, item(2, true).blobId);
        (bool is_,,) = store.availability(item(2, true).blobId);
        check(!is_, "a deletable blob is never promised");
    }

    function test_destroyed_pool_keeps_its_promise() public {
        bytes32 pool = createAs(aliceKey, SMALL, 3);
        addAs(aliceKey, pool, item(1, false));
        certifyIn(pool, item(1, false).blobId);
        setEpoch(4);
        vm.startPrank(alice);
        pools.burnExpiredPooled(pool, one(item(1, false).blobId));
        bytes32 back = pools.destroyPool(pool);
        equal(until(item(1, false).blobId), 4, "as it was");
        equal(store.resource(back).endEpoch, 4, "reservation");
        vm.expectRevert(abi.encodeWithSelector(IStorage.UnknownObject.selector, pool));
        pools.destroyPool(pool);
        equal(pools.pool(pool).owner, address(0), "gone");
        equal(records.holderOf(pool), address(0), "gone");
    }

    function test_delete_and_register_again() public {
        bytes32 pool = createAs(aliceKey, SMALL, 3);
        bytes32 first = addAs(aliceKey, pool, item(1, true));
        certifyIn(pool, item(1, true).blobId);
        bytes32 blobId = item(1, true).blobId; // hashing is a call too, which expectEmit would take for the one to come
        vm.expectEmit(true, true, true, true, address(store));
        emit IStoragePools.PooledBlobDeleted(blobId, first, pool, 1, true);
        deleteAs(aliceKey, pool, blobId);
        equal(pools.pool(pool).used, 0, "room");
        bytes32 second = addAs(aliceKey, pool, item(1, true));
        check(second != first, "another object");
        equal(pools.pooledBlob(pool, item(1, true).blobId).certifiedEpoch, 0, "to be certified anew");
    }

    function test_register_refusals() public {
        bytes32 pool = createAs(aliceKey, SMALL, 3);
        IStoragePools.PooledRegistration memory r = item(1, false);
        bytes32 derived = r.blobId;
        r.blobId = keccak256("other");
        addFails(aliceKey, pool, r, abi.encodeWithSelector(IStoragePools.StoragePoolInvalidBlobId.selector, r.blobId, derived));
        r = item(1, false);
        r.encoding = 2;
        addFails(aliceKey, pool, r, abi.encodeWithSelector(IStorage.InvalidEncodingType.selector, 2, 1));
        addFails(bobKey, pool, item(1, false), abi.encodeWithSelector(IStorage.NotOwner.selector, pool, bob, alice));
        addFails(aliceKey, keccak256("x"), item(1, false), abi.encodeWithSelector(IStorage.UnknownObject.selector, keccak256("x")));
        IStoragePools.PooledRegistration[] memory rs = new IStoragePools.PooledRegistration[](2);
        (rs[0], rs[1]) = (item(1, false), item(2, false));
        IStorage.Permit memory p = permit(aliceKey, MOST);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStoragePools.InsufficientCapacity.selector, 2 * SMALL, SMALL));
        pools.registerPooled(pool, rs, MOST, p);
        rs[1] = rs[0];
        bytes32 twice = createAs(aliceKey, 2 * SMALL, 3);
        p = permit(aliceKey, MOST);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStoragePools.BlobAlreadyInPool.selector, twice, rs[0].blobId));
        pools.registerPooled(twice, rs, MOST, p);
        vm.expectRevert(IStorage.NothingToRegister.selector);
        pools.registerPooled(pool, new IStoragePools.PooledRegistration[](0), 0, noPermit());
        equal(pools.pool(pool).blobs + pools.pool(twice).blobs, 0, "unchanged");
    }

    function test_invalid_blobs_do_not_enter() public {
        bytes32 pool = createAs(aliceKey, 2 * SMALL, 3);
        bytes32 blobId = item(1, false).blobId;
        bytes32 other = item(2, false).blobId;
        bytes32 object = addAs(aliceKey, pool, item(2, false));
        for (uint256 i = 0; i < 2; ++i) {
            bytes32 bad = i == 0 ? blobId : other;
            (bytes memory signature, bytes memory bitmap) = certificate(Messages.invalidBlob(1, network, 1000, bad), everyone());
            records.invalidateBlob(bad, signature, bitmap);
        }
        addFails(aliceKey, pool, item(1, false), abi.encodeWithSelector(IStorage.BlobInvalid.selector, blobId));
        (bytes memory sig, bytes memory bits) = certificate(Messages.availability(1, network, availablePooled(pool, other)), everyone());
        vm.expectRevert(abi.encodeWithSelector(IStorage.BlobInvalid.selector, other));
        pools.certifyPooled(pool, other, sig, bits);
        check(object != 0, "registered before");
    }

    /// An id that begins like a pool's but ends otherwise is another one.
    function test_an_id_names_one_pool() public {
        bytes32 pool = createAs(aliceKey, SMALL, 3);
        bytes32 twisted = pool ^ bytes32(uint256(1));
        addFails(aliceKey, twisted, item(1, false), abi.encodeWithSelector(IStorage.UnknownObject.selector, twisted));
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStorage.UnknownObject.selector, twisted));
        records.transfer(twisted, bob);
        equal(pools.pool(twisted).owner, address(0), "none");
        equal(records.holderOf(twisted), address(0), "none");
    }

    function test_a_bucket_is_used_by_its_own_id_only() public {
        bytes32 bucket = bucketAs(aliceKey, 2 * SMALL, 3);
        bytes32 pool = pools.pool(bucket).poolId;
        addFails(aliceKey, pool, item(1, false), abi.encodeWithSelector(IStorage.NotOwner.selector, pool, alice, address(store)));
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotOwner.selector, pool, alice, address(store)));
        records.transfer(pool, alice);
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotOwner.selector, pool, alice, address(store)));
        pools.destroyPool(pool);
        vm.stopPrank();
        bytes32 object = addAs(aliceKey, bucket, item(1, false));
        certifyIn(pool, item(1, false).blobId); // reading and certifying go by either
        equal(pools.pooledBlob(bucket, item(1, false).blobId).objectId, object, "same blob");
        equal(pools.pooledBlob(bucket, item(1, false).blobId).poolId, pool, "events name the pool");
    }

    function test_bucket_destroyed_with_its_pool() public {
        bytes32 bucket = bucketAs(aliceKey, SMALL, 3);
        vm.expectEmit(true, true, true, true, address(store));
        emit IStoragePools.StoragePoolDestroyed(pools.pool(bucket).poolId, 1);
        vm.prank(alice);
        bytes32 back = pools.destroyPool(bucket);
        equal(store.resource(back).owner, alice, "storage comes back");
        equal(pools.pool(bucket).owner, address(0), "gone");
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStorage.UnknownObject.selector, bucket));
        records.transfer(bucket, bob);
    }

    function test_capacity_in_one_middle_epoch() public {
        Storage.Params memory params = defaults();
        params.capacity = 10 * SMALL;
        launch(even(4, 1000), params);
        reserveAs(bobKey, 9 * SMALL, 4, 5);
        bytes memory full = abi.encodeWithSelector(Accounting.StorageExceeded.selector, 4, 10 * SMALL + 1, 10 * SMALL);
        IStorage.Permit memory p = permit(aliceKey, MOST);
        vm.prank(alice);
        vm.expectRevert(full);
        pools.createPool(SMALL + 1, 10, MOST, p);
        bytes32 pool = createAs(aliceKey, SMALL, 3); // ends before
        addAs(aliceKey, pool, item(1, false));
        extendPoolAs(aliceKey, pool, 5);
        p = permit(aliceKey, MOST);
        vm.prank(alice);
        vm.expectRevert(full);
        pools.increasePool(pool, 1, MOST, p);
    }

    function test_growing_and_shrinking_events() public {
        bytes32 pool = createAs(aliceKey, SMALL, 3);
        bytes32 more = reserveAs(aliceKey, 10, 1, 4);
        vm.expectEmit(true, true, true, true, address(store));
        emit IStorageRecords.StorageEnded(more, alice, pool);
        vm.expectEmit(true, true, true, true, address(store));
        emit IStoragePools.StoragePoolChanged(pool, 1, SMALL + 10);
        vm.prank(alice);
        pools.increasePoolWith(pool, more);
        bytes32 taken = store.nextObjectId(alice, 1);
        vm.expectEmit(true, true, true, true, address(store));
        emit IStoragePools.StoragePoolChanged(pool, 1, SMALL + 3);
        vm.expectEmit(true, true, true, true, address(store));
        emit IStorage.StorageReserved(taken, alice, 1, 4, 7);
        vm.prank(alice);
        equal(pools.decreasePool(pool, 7), taken, "a resource like others");
        bytes32 bobs = reserveAs(bobKey, 10, 1, 4);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotOwner.selector, bobs, alice, bob));
        pools.increasePoolWith(pool, bobs);
    }

    function test_pool_of_a_resource() public {
        bytes32 storageId = reserveAs(aliceKey, SMALL, 1, 4);
        vm.prank(alice);
        bytes32 pool = pools.createPoolWith(storageId);
        equal(store.resource(storageId).owner, address(0), "bound");
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStorage.UnknownObject.selector, storageId));
        records.transfer(storageId, bob);
        vm.prank(alice);
        equal(pools.destroyPool(pool), storageId, "comes back under its id");
    }

    /// Used bytes are those of the blobs that are there, whatever comes and goes.
    function testFuzz_used_is_the_sum(uint256 seed) public {
        bytes32 pool = createAs(aliceKey, 4 * SMALL, 3);
        bool[6] memory there;
        for (uint256 i = 0; i < 24; ++i) {
            uint256 k = uint256(keccak256(abi.encode(seed, i))) % 6;
            uint64 used = pools.pool(pool).used;
            if (there[k]) {
                deleteAs(aliceKey, pool, item(k, true).blobId);
                there[k] = false;
            } else if (used == 4 * SMALL) {
                addFails(aliceKey, pool, item(k, true), abi.encodeWithSelector(IStoragePools.InsufficientCapacity.selector, SMALL, 0));
            } else {
                addAs(aliceKey, pool, item(k, true));
                there[k] = true;
            }
            uint256 blobs = 0;
            for (uint256 m = 0; m < 6; ++m) {
                if (there[m]) blobs++;
            }
            equal(pools.pool(pool).blobs, blobs, "blobs");
            equal(pools.pool(pool).used, blobs * SMALL, "used");
        }
    }
}
