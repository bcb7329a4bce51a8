// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IStorage} from "../src/interfaces/IStorage.sol";
import {IStorageRecords} from "../src/interfaces/IStorageRecords.sol";
import {Space} from "../src/lib/Space.sol";
import {Network} from "./support/Network.sol";

/// Splitting, fusing, destroying, extending with storage, burning: on the records of a network, and as a stranger.
contract RecordsTest is Network {
    uint64 private constant SMALL = 66_034_000;

    function setUp() public {
        launchEven(4, 1000);
    }

    function expect(bytes32 id, address owner_, uint32 start, uint32 end, uint64 size) private view {
        IStorage.ResourceView memory r = store.resource(id);
        equal(r.owner, owner_, "owner");
        equal(r.startEpoch, start, "start");
        equal(r.endEpoch, end, "end");
        equal(r.size, size, "size");
    }

    function test_split_by_epoch() public {
        bytes32 id = reserveAs(aliceKey, 100, 1, 11);
        bytes32 wanted = store.nextObjectId(alice, 1);
        uint64 used = store.usedCapacity(5);
        vm.expectEmit(true, true, true, true, address(store));
        emit IStorageRecords.StorageChanged(id, alice, 1, 8, 100);
        vm.expectEmit(true, true, true, true, address(store));
        emit IStorage.StorageReserved(wanted, alice, 8, 11, 100);
        vm.prank(alice);
        equal(records.splitByEpoch(id, 8), wanted, "id of the rest");
        expect(id, alice, 1, 8, 100);
        expect(wanted, alice, 8, 11, 100);
        equal(store.usedCapacity(5), used, "capacity");
    }

    function test_split_by_epoch_edges() public {
        bytes32 id = reserveAs(aliceKey, 100, 3, 6);
        vm.startPrank(alice);
        uint32[5] memory bad = [uint32(0), 2, 3, 6, type(uint32).max];
        for (uint256 i = 0; i < bad.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(Space.InvalidEpoch.selector, bad[i], 3, 6));
            records.splitByEpoch(id, bad[i]);
        }
        bytes32 rest = records.splitByEpoch(id, 5);
        expect(id, alice, 3, 5, 100);
        bytes32 middle = records.splitByEpoch(id, 4);
        expect(middle, alice, 4, 5, 100);
        vm.expectRevert(abi.encodeWithSelector(Space.InvalidEpoch.selector, 5, 5, 6));
        records.splitByEpoch(rest, 5);
    }

    function test_split_by_size() public {
        bytes32 id = reserveAs(aliceKey, 100, 1, 4);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(Space.IncompatibleAmount.selector, 101, 100));
        records.splitBySize(id, 101);
        bytes32 rest = records.splitBySize(id, 30);
        expect(id, alice, 1, 4, 30);
        expect(rest, alice, 1, 4, 70);
        bytes32 empty = records.splitBySize(rest, 70);
        expect(empty, alice, 1, 4, 0);
        bytes32 all = records.splitBySize(rest, 0);
        expect(rest, alice, 1, 4, 0);
        expect(all, alice, 1, 4, 70);
    }

    function test_fuse() public {
        bytes32 a = reserveAs(aliceKey, 100, 1, 4);
        bytes32 b = reserveAs(aliceKey, 50, 1, 4);
        vm.expectEmit(true, true, true, true, address(store));
        emit IStorageRecords.StorageEnded(b, alice, a);
        vm.expectEmit(true, true, true, true, address(store));
        emit IStorageRecords.StorageChanged(a, alice, 1, 4, 150);
        vm.prank(alice);
        records.fuse(a, b);
        expect(a, alice, 1, 4, 150);
        expect(b, address(0), 0, 0, 0);
        bytes32 later = reserveAs(aliceKey, 150, 4, 9);
        vm.startPrank(alice);
        records.fuse(later, a); // the first may be the later one
        expect(later, alice, 1, 9, 150);
        vm.expectRevert(abi.encodeWithSelector(IStorage.UnknownObject.selector, a));
        records.fuse(later, a);
        vm.expectRevert(abi.encodeWithSelector(IStorage.UnknownObject.selector, b));
        records.fuse(b, later);
    }

    function test_fuse_one_way_only() public {
        bytes32 a = reserveAs(aliceKey, 100, 1, 4);
        bytes32 b = reserveAs(aliceKey, 50, 1, 4);
        bytes32 c = reserveAs(aliceKey, 150, 4, 6);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(Space.IncompatibleEpochs.selector, 1, 4, 4, 6));
        records.fuseAmount(a, c);
        records.fuseAmount(a, b);
        records.fusePeriods(a, c);
        expect(a, alice, 1, 6, 150);
    }

    function add(uint64 x, uint64 y) external pure returns (uint64) {
        return Space.add(x, y);
    }

    function test_sizes_do_not_wrap() public {
        equal(this.add(type(uint64).max, 0), type(uint64).max, "largest");
        vm.expectRevert(abi.encodeWithSelector(Space.SizeTooLarge.selector, uint256(type(uint64).max) + 1));
        this.add(type(uint64).max, 1);
    }

    function test_fuse_refusals() public {
        bytes32 a = reserveAs(aliceKey, 100, 1, 4);
        bytes32 gap = reserveAs(aliceKey, 100, 5, 6);
        bytes32 overlap = reserveAs(aliceKey, 100, 3, 6);
        bytes32 shorter = reserveAs(aliceKey, 100, 1, 3);
        bytes32 thinner = reserveAs(aliceKey, 99, 4, 6);
        bytes32 others = reserveAs(bobKey, 100, 1, 4);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStorageRecords.SameObject.selector, a));
        records.fuse(a, a);
        vm.expectRevert(abi.encodeWithSelector(IStorageRecords.SameObject.selector, a));
        records.fuseAmount(a, a);
        vm.expectRevert(abi.encodeWithSelector(Space.IncompatibleEpochs.selector, 1, 4, 5, 6));
        records.fuse(a, gap);
        vm.expectRevert(abi.encodeWithSelector(Space.IncompatibleEpochs.selector, 1, 4, 3, 6));
        records.fuse(a, overlap);
        vm.expectRevert(abi.encodeWithSelector(Space.IncompatibleEpochs.selector, 1, 4, 1, 3));
        records.fuse(a, shorter);
        vm.expectRevert(abi.encodeWithSelector(Space.IncompatibleAmount.selector, 99, 100));
        records.fuse(a, thinner);
        vm.expectRevert(abi.encodeWithSelector(Space.IncompatibleEpochs.selector, 1, 4, 3, 6));
        records.fuseAmount(a, overlap);
        vm.expectRevert(abi.encodeWithSelector(Space.IncompatibleEpochs.selector, 1, 4, 1, 3));
        records.fusePeriods(a, shorter);
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotOwner.selector, others, alice, bob));
        records.fuse(a, others);
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotOwner.selector, others, alice, bob));
        records.fuse(others, a);
        expect(a, alice, 1, 4, 100);
        expect(others, bob, 1, 4, 100);
    }

    function test_destroy() public {
        bytes32 id = reserveAs(aliceKey, 100, 1, 4);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotOwner.selector, id, bob, alice));
        records.destroy(id);
        uint256 held = wal.balanceOf(address(store));
        vm.expectEmit(true, true, true, true, address(store));
        emit IStorageRecords.StorageEnded(id, alice, 0);
        vm.prank(alice);
        records.destroy(id);
        expect(id, address(0), 0, 0, 0);
        equal(store.usedCapacity(2), 100, "capacity stays sold");
        equal(wal.balanceOf(address(store)), held, "nothing is paid back");
    }

    /// Space that has ended can be cut and joined still, as in the reference.
    function test_expired_space_can_be_reshaped() public {
        bytes32 id = reserveAs(aliceKey, 100, 1, 4);
        setEpoch(9);
        vm.startPrank(alice);
        bytes32 rest = records.splitByEpoch(id, 2);
        records.fuse(id, rest);
        expect(id, alice, 1, 4, 100);
        records.destroy(id);
    }

    function test_strangers_cannot_touch_a_resource() public {
        bytes32 id = reserveAs(aliceKey, 100, 1, 4);
        bytes memory reason = abi.encodeWithSelector(IStorage.NotOwner.selector, id, bob, alice);
        vm.startPrank(bob);
        vm.expectRevert(reason);
        records.splitByEpoch(id, 2);
        vm.expectRevert(reason);
        records.splitBySize(id, 2);
        vm.expectRevert(reason);
        records.transfer(id, bob);
        vm.expectRevert(reason);
        pools.createPoolWith(id);
    }

    function certified(bool deletable, uint32 epochs) private returns (bytes32 object) {
        object = registerAs(aliceKey, entry(1, 100, deletable, epochs));
        certifyAll(object);
    }

    function test_extend_with_a_resource() public {
        bytes32 object = certified(true, 3);
        bytes32 more = reserveAs(aliceKey, SMALL, 4, 9);
        bytes32 blobId = store.blob(object).blobId;
        uint256 before = wal.balanceOf(alice);
        vm.expectEmit(true, true, true, true, address(store));
        emit IStorageRecords.StorageEnded(more, alice, object);
        vm.expectEmit(true, true, true, true, address(store));
        emit IStorage.BlobCertified(blobId, object, alice, 1, 9, true, true);
        vm.prank(alice);
        equal(records.extendWith(object, more), 9, "new end");
        equal(store.blob(object).endEpoch, 9, "end");
        equal(wal.balanceOf(alice), before, "no fee");
        expect(more, address(0), 0, 0, 0);
        vm.prank(alice);
        bytes32 back = records.deleteBlob(object);
        expect(back, alice, 1, 9, SMALL);
    }

    function test_a_stranger_extends_a_permanent_blob_with_his_resource() public {
        bytes32 object = certified(false, 3);
        bytes32 more = reserveAs(bobKey, SMALL, 4, 6);
        vm.prank(bob);
        records.extendWith(object, more);
        (, uint32 until,) = store.availability(store.blob(object).blobId);
        equal(until, 6, "availability");
        equal(store.blob(object).owner, alice, "owner");
    }

    function test_extend_with_refusals() public {
        bytes32 object = certified(true, 3);
        bytes32 fresh = registerAs(aliceKey, entry(2, 100, false, 3));
        bytes32 bobs = reserveAs(bobKey, SMALL, 4, 6);
        bytes32 gap = reserveAs(aliceKey, SMALL, 5, 7);
        bytes32 early = reserveAs(aliceKey, SMALL, 1, 4);
        bytes32 thin = reserveAs(aliceKey, SMALL - 1, 4, 6);
        bytes32 thick = reserveAs(aliceKey, SMALL + 1, 4, 6);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotOwner.selector, object, bob, alice));
        records.extendWith(object, bobs);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotOwner.selector, bobs, alice, bob));
        records.extendWith(object, bobs);
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotCertified.selector, fresh));
        records.extendWith(fresh, bobs);
        vm.expectRevert(abi.encodeWithSelector(Space.IncompatibleEpochs.selector, 1, 4, 5, 7));
        records.extendWith(object, gap);
        vm.expectRevert(abi.encodeWithSelector(IStorage.BlobResourceBounds.selector, 4, 1, 4));
        records.extendWith(object, early);
        vm.expectRevert(abi.encodeWithSelector(Space.IncompatibleAmount.selector, SMALL - 1, SMALL));
        records.extendWith(object, thin);
        vm.expectRevert(abi.encodeWithSelector(Space.IncompatibleAmount.selector, SMALL + 1, SMALL));
        records.extendWith(object, thick);
        bytes32 cut = records.splitBySize(thick, SMALL);
        expect(cut, alice, 4, 6, 1);
        equal(records.extendWith(object, thick), 6, "cut to size");
        vm.stopPrank();
        setEpoch(6);
        bytes32 late = reserveAs(aliceKey, SMALL, 6, 8);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStorage.BlobResourceBounds.selector, 6, 1, 6));
        records.extendWith(object, late);
    }

    function test_freed_storage_is_used_again_in_parts() public {
        bytes32 object = registerAs(aliceKey, entry(1, 20_000_000, true, 8)); // more than two small blobs take
        vm.prank(alice);
        bytes32 whole = records.deleteBlob(object);
        uint64 size = store.resource(whole).size;
        check(size > 2 * SMALL, "large enough");
        vm.prank(alice);
        bytes32 rest = records.splitBySize(whole, SMALL);
        IStorage.Registration[] memory rs = new IStorage.Registration[](2);
        (rs[0], rs[1]) = (entry(2, 100, true, 0), entry(3, 100, true, 0));
        (rs[0].storageId, rs[1].storageId) = (whole, rest);
        uint64 used = store.usedCapacity(1);
        bytes32[] memory objects = registerAs(aliceKey, rs);
        equal(store.usedCapacity(1), used, "nothing is booked anew");
        equal(store.blob(objects[1]).storageSize, size - SMALL, "rest");
        vm.prank(alice);
        equal(records.deleteBlob(objects[1]), rest, "comes back again");
    }

    function test_burn() public {
        bytes32[] memory objects = new bytes32[](3);
        objects[0] = certified(false, 3);
        objects[1] = registerAs(aliceKey, entry(2, 100, true, 3));
        IStorage.Registration memory r = entry(3, 100, false, 0);
        r.storageId = reserveAs(aliceKey, SMALL, 1, 2);
        objects[2] = registerAs(aliceKey, r);
        bytes32 blobId = store.blob(objects[0]).blobId;
        bytes32 bound = store.blob(objects[0]).storageId;
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotOwner.selector, objects[0], bob, alice));
        records.burnBlobs(objects);
        setEpoch(2); // the third has ended
        vm.expectEmit(true, true, true, true, address(store));
        emit IStorageRecords.BlobBurned(blobId, objects[0], alice, 2, 4);
        vm.prank(alice);
        records.burnBlobs(objects);
        for (uint256 i = 0; i < 3; ++i) {
            equal(store.blob(objects[i]).owner, address(0), "gone");
        }
        expect(bound, address(0), 0, 0, 0);
        (bool is_, uint32 until,) = store.availability(blobId);
        check(is_ && until == 4, "the promise stands");
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStorage.UnknownObject.selector, objects[0]));
        records.burnBlobs(objects);
        vm.expectRevert(IStorageRecords.NothingToBurn.selector);
        records.burnBlobs(new bytes32[](0));
    }

    /// One that is not the caller's spoils the whole.
    function test_burn_is_all_or_nothing() public {
        bytes32[] memory objects = new bytes32[](2);
        objects[0] = registerAs(aliceKey, entry(1, 100, false, 3));
        objects[1] = registerAs(bobKey, entry(1, 100, false, 3));
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotOwner.selector, objects[1], alice, bob));
        records.burnBlobs(objects);
        equal(store.blob(objects[0]).owner, alice, "kept");
    }

    function test_unknown_calls_have_a_name() public {
        (bool ok, bytes memory answer) = address(store).call(abi.encodeWithSignature("mint(address)", alice));
        check(!ok, "refused");
        equal(answer, abi.encodeWithSignature("UnknownFunction(bytes4)", bytes4(keccak256("mint(address)"))), "reason");
        (ok, answer) = address(store).call("");
        equal(answer, abi.encodeWithSignature("UnknownFunction(bytes4)", bytes4(0)), "no selector");
    }

    /// Whatever is cut at whatever place, joined again it is what it was, and capacity does not move.
    function testFuzz_split_and_fuse_restore(uint64 size, uint64 part, uint32 length, uint32 place) public {
        size = uint64(within(size, 1, 1 << 43));
        length = uint32(within(length, 2, HORIZON));
        bytes32 id = reserveAs(aliceKey, size, 1, 1 + length);
        vm.startPrank(alice);
        bytes32 bySize = records.splitBySize(id, uint64(within(part, 0, size)));
        place = uint32(within(place, 2, length));
        bytes32 byEpoch = records.splitByEpoch(id, place);
        bytes32 other = records.splitByEpoch(bySize, place);
        records.fuse(byEpoch, other);
        records.fuse(bySize, id);
        records.fuse(byEpoch, bySize);
        expect(byEpoch, alice, 1, 1 + length, size);
        equal(store.usedCapacity(place), size, "capacity");
    }
}
