// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAttributes} from "../src/interfaces/IAttributes.sol";
import {IStorage} from "../src/interfaces/IStorage.sol";
import {IStoragePools} from "../src/interfaces/IStoragePools.sol";
import {Blake2b} from "../src/lib/Blake2b.sol";
import {Network} from "./support/Network.sol";

contract AttributesTest is Network {
    uint256 private constant MOST = 10 ** 12;
    bytes32 private object;

    function setUp() public {
        launchEven(4, 1000);
        object = registerAs(aliceKey, entry(1, 100, true, 3));
    }

    function pairs(string memory list) private pure returns (IAttributes.Pair[] memory out) {
        bytes memory b = bytes(list); // "a=1 b=2"
        uint256 n = b.length == 0 ? 0 : 1;
        for (uint256 i = 0; i < b.length; ++i) {
            if (b[i] == " ") n++;
        }
        out = new IAttributes.Pair[](n);
        uint256 k = 0;
        bool value = false;
        for (uint256 i = 0; i < b.length; ++i) {
            if (b[i] == " ") (k, value) = (k + 1, false);
            else if (b[i] == "=") value = true;
            else if (value) out[k].value = string(bytes.concat(bytes(out[k].value), b[i]));
            else out[k].key = string(bytes.concat(bytes(out[k].key), b[i]));
        }
    }

    function keys(string memory one) private pure returns (string[] memory list) {
        list = new string[](1);
        list[0] = one;
    }

    function expect(bytes32 id, bytes32 blobId, string memory list) private view {
        equal(abi.encode(attributes.attributesOf(id, blobId)), abi.encode(pairs(list)), list);
    }

    function setAs(uint256 key, IAttributes.Pair[] memory ps) private {
        IStorage.Permit memory p = permit(key, MOST);
        vm.prank(vm.addr(key));
        attributes.set(object, 0, ps, MOST, p);
    }

    function setFails(IAttributes.Pair[] memory ps, bytes memory reason) private {
        IStorage.Permit memory p = permit(aliceKey, MOST);
        vm.prank(alice);
        vm.expectRevert(reason);
        attributes.set(object, 0, ps, MOST, p);
    }

    function test_set_update_remove() public {
        vm.expectEmit(true, true, true, true, address(attributes));
        emit IAttributes.AttributeSet(object, alice, "a", "1");
        setAs(aliceKey, pairs("a=1 b=2 c=3"));
        expect(object, 0, "a=1 b=2 c=3");
        setAs(aliceKey, pairs("a=4")); // moves to the end
        expect(object, 0, "b=2 c=3 a=4");
        setAs(aliceKey, pairs("d=1 d=2")); // the later one stands
        expect(object, 0, "b=2 c=3 a=4 d=2");
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IAttributes.UnknownAttribute.selector, object, "x"));
        attributes.remove(object, 0, keys("x"));
        attributes.removeIfExists(object, 0, keys("x"));
        vm.expectEmit(true, true, true, true, address(attributes));
        emit IAttributes.AttributeRemoved(object, alice, "c");
        attributes.remove(object, 0, keys("c"));
        expect(object, 0, "b=2 a=4 d=2");
        (bool found, string memory value) = attributes.attributeOf(object, 0, "a");
        check(found, "found");
        equal(value, "4", "value");
        (found,) = attributes.attributeOf(object, 0, "c");
        check(!found, "removed");
        vm.expectEmit(true, true, true, true, address(attributes));
        emit IAttributes.AttributesCleared(object, alice);
        attributes.clear(object, 0);
        expect(object, 0, "");
        vm.expectRevert(abi.encodeWithSelector(IAttributes.BlobMissingMetadata.selector, object));
        attributes.clear(object, 0);
        vm.expectRevert(abi.encodeWithSelector(IAttributes.BlobMissingMetadata.selector, object));
        attributes.remove(object, 0, keys("a"));
        attributes.removeIfExists(object, 0, keys("a"));
    }

    function test_add_and_replace() public {
        IStorage.Permit memory p = permit(aliceKey, MOST);
        vm.prank(alice);
        attributes.add(object, 0, pairs("a=1"), MOST, p);
        p = permit(aliceKey, MOST);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IAttributes.BlobDuplicateMetadata.selector, object));
        attributes.add(object, 0, pairs("b=1"), MOST, p);
        vm.prank(alice);
        attributes.replace(object, 0, pairs("c=1 b=2"), MOST, p);
        expect(object, 0, "c=1 b=2");
    }

    function test_fee() public {
        uint256 before = wal.balanceOf(alice);
        uint256 fees = store.feesOf(1);
        equal(attributes.quote(pairs("a=1")), WRITE_PRICE, "quote");
        setAs(aliceKey, pairs("a=1"));
        equal(before - wal.balanceOf(alice), WRITE_PRICE, "one KiB begun");
        equal(store.feesOf(1) - fees, WRITE_PRICE, "in this epoch");
        IAttributes.Pair[] memory ps = new IAttributes.Pair[](1);
        (ps[0].key, ps[0].value) = ("big", string(new bytes(1024)));
        before = wal.balanceOf(alice);
        setAs(aliceKey, ps);
        equal(before - wal.balanceOf(alice), 2 * WRITE_PRICE, "two");
        equal(wal.allowance(alice, address(store)), 0, "allowance");
        IStorage.Permit memory p = permit(aliceKey, WRITE_PRICE);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStorage.PaymentExceedsMaximum.selector, 2 * WRITE_PRICE, WRITE_PRICE));
        attributes.set(object, 0, pairs("b=1"), WRITE_PRICE, p);
        before = wal.balanceOf(alice);
        vm.prank(alice);
        attributes.clear(object, 0);
        equal(wal.balanceOf(alice), before, "removing is free");
    }

    function test_limits() public {
        IAttributes.Pair[] memory ps = new IAttributes.Pair[](1);
        ps[0].value = "x";
        setFails(ps, abi.encodeWithSelector(IAttributes.AttributeKeyLength.selector, 0, 64));
        ps[0].key = string(new bytes(65));
        setFails(ps, abi.encodeWithSelector(IAttributes.AttributeKeyLength.selector, 65, 64));
        ps[0].key = string(new bytes(64));
        ps[0].value = string(new bytes(1025));
        setFails(ps, abi.encodeWithSelector(IAttributes.AttributeValueLength.selector, 1025, 1024));
        setFails(new IAttributes.Pair[](0), abi.encodeWithSelector(IAttributes.NoAttributesGiven.selector));
        setFails(new IAttributes.Pair[](33), abi.encodeWithSelector(IAttributes.TooManyAttributes.selector, 33, 32));
        ps = many(32, 2);
        setAs(aliceKey, ps);
        equal(attributes.attributesOf(object, 0).length, 32, "full");
        setFails(pairs("one=more"), abi.encodeWithSelector(IAttributes.TooManyAttributes.selector, 33, 32));
        setAs(aliceKey, many(1, 3)); // updates one of them
        ps = many(4, 1014); // 4 + 2 + 1014 bytes each
        IStorage.Permit memory p = permit(aliceKey, MOST);
        vm.prank(alice);
        attributes.replace(object, 0, ps, MOST, p);
        ps = many(5, 1014);
        p = permit(aliceKey, MOST);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IAttributes.AttributesTooLong.selector, 5 * 1020, 4096));
        attributes.replace(object, 0, ps, MOST, p);
        equal(attributes.attributesOf(object, 0).length, 4, "as before");
    }

    function many(uint256 n, uint256 size) private pure returns (IAttributes.Pair[] memory ps) {
        ps = new IAttributes.Pair[](n);
        for (uint256 i = 0; i < n; ++i) {
            ps[i].key = string(abi.encodePacked(uint8(65 + i / 26), uint8(65 + i % 26)));
            ps[i].value = string(new bytes(size));
        }
    }

    function test_rights() public {
        IStorage.Permit memory p = permit(bobKey, MOST);
        bytes memory reason = abi.encodeWithSelector(IStorage.NotOwner.selector, object, bob, alice);
        vm.startPrank(bob);
        vm.expectRevert(reason);
        attributes.set(object, 0, pairs("a=1"), MOST, p);
        vm.expectRevert(reason);
        attributes.clear(object, 0);
        vm.expectRevert(abi.encodeWithSelector(IStorage.UnknownObject.selector, keccak256("x")));
        attributes.clear(keccak256("x"), 0);
        vm.stopPrank();
        setAs(aliceKey, pairs("a=1"));
        vm.prank(alice);
        records.transfer(object, bob);
        expect(object, 0, "a=1");
        setAs(bobKey, pairs("b=1"));
        vm.startPrank(bob);
        wrapper.wrap(object);
        attributes.remove(object, 0, keys("b")); // the token's holder
        wrapper.unwrap(object);
        records.share(object, 0, noPermit());
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotOwner.selector, object, bob, address(store)));
        attributes.clear(object, 0);
        expect(object, 0, "a=1");
    }

    /// Attributes end with the record.
    function test_vanish() public {
        setAs(aliceKey, pairs("a=1"));
        vm.prank(alice);
        bytes32 storageId = records.deleteBlob(object);
        expect(object, 0, "");
        (bool found,) = attributes.attributeOf(object, 0, "a");
        check(!found, "gone");
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStorage.UnknownObject.selector, object));
        attributes.clear(object, 0);
        check(records.holderOf(storageId) == alice, "resources can have some too");
    }

    /// Those of a resource are neither the blob's that is built on it nor the pool's; they are there again with the resource, whoever has it then.
    function test_attributes_of_a_resource_rest_while_it_is_bound() public {
        bytes32 resource = reserveAs(aliceKey, 66_034_000, 1, 9);
        bytes32 blob = object;
        object = resource;
        setAs(aliceKey, pairs("a=1"));
        IStorage.Registration memory r = entry(2, 100, true, 3);
        r.storageId = resource;
        bytes32 built = registerAs(aliceKey, r);
        expect(resource, 0, "");
        expect(built, 0, "");
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStorage.UnknownObject.selector, resource));
        attributes.clear(resource, 0);
        object = built;
        setAs(aliceKey, pairs("b=2"));
        vm.startPrank(alice);
        records.transfer(built, bob);
        vm.stopPrank();
        expect(built, 0, "b=2");
        vm.prank(bob);
        equal(records.deleteBlob(built), resource, "the same resource");
        expect(built, 0, "");
        expect(resource, 0, "a=1");
        vm.startPrank(bob);
        bytes32 pool = pools.createPoolWith(resource);
        expect(resource, 0, "");
        expect(pool, 0, "");
        pools.destroyPool(pool);
        expect(resource, 0, "a=1");
        attributes.clear(resource, 0);
        vm.stopPrank();
        expect(resource, 0, "");
        object = blob;
    }

    function test_pooled_blobs() public {
        IStorage.Permit memory p = permit(aliceKey, MOST);
        vm.prank(alice);
        bytes32 bucket = pools.createBucket(1 << 30, 3, MOST, p);
        IStoragePools.PooledRegistration[] memory rs = new IStoragePools.PooledRegistration[](1);
        rs[0].root = keccak256("r");
        (rs[0].size, rs[0].encoding, rs[0].deletable, rs[0].blobId) = (5, 1, true, Blake2b.blobId(1, 5, rs[0].root));
        for (uint256 i = 0; i < 2; ++i) {
            p = permit(aliceKey, MOST);
            vm.prank(alice);
            bytes32 entry_ = pools.registerPooled(bucket, rs, MOST, p)[0];
            expect(bucket, rs[0].blobId, "");
            vm.prank(alice);
            vm.expectRevert(abi.encodeWithSelector(IAttributes.StoragePoolMissingMetadata.selector, entry_));
            attributes.clear(bucket, rs[0].blobId);
            p = permit(aliceKey, MOST);
            vm.prank(alice);
            attributes.add(bucket, rs[0].blobId, pairs("a=1"), MOST, p);
            expect(bucket, rs[0].blobId, "a=1");
            expect(pools.pool(bucket).poolId, rs[0].blobId, "a=1"); // anyone reads by either id
            p = permit(aliceKey, MOST);
            vm.prank(alice);
            vm.expectRevert(abi.encodeWithSelector(IAttributes.StoragePoolDuplicateMetadata.selector, entry_));
            attributes.add(bucket, rs[0].blobId, pairs("a=1"), MOST, p);
            bytes32[] memory ids = new bytes32[](1);
            ids[0] = rs[0].blobId;
            vm.prank(alice);
            pools.deletePooled(bucket, ids);
        }
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStoragePools.UnknownPooledBlob.selector, bucket, rs[0].blobId));
        attributes.clear(bucket, rs[0].blobId);
        vm.expectRevert(abi.encodeWithSelector(IAttributes.BlobMissingMetadata.selector, bucket));
        attributes.clear(bucket, 0); // the bucket itself is a record
    }

    function test_charge_is_for_attributes_alone() public {
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotPart.selector, address(this)));
        records.charge(alice, 1, 1, noPermit());
    }

    /// Any list of keys and values comes back as it went in.
    function testFuzz_round_trip(uint256 seed, bytes memory text) public {
        uint256 n = within(seed, 1, 32);
        IAttributes.Pair[] memory ps = new IAttributes.Pair[](n);
        for (uint256 i = 0; i < n; ++i) {
            bytes32 h = keccak256(abi.encode(seed, i));
            bytes memory key = abi.encodePacked(uint8(i), h);
            uint256 size = uint256(h) % 33;
            assembly ("memory-safe") {
                mstore(key, add(1, size))
            }
            ps[i].key = string(key);
            bytes memory value = new bytes(uint256(h >> 8) % 90);
            for (uint256 k = 0; k < value.length && text.length != 0; ++k) {
                value[k] = text[(k + i) % text.length];
            }
            ps[i].value = string(value);
        }
        setAs(aliceKey, ps);
        equal(abi.encode(attributes.attributesOf(object, 0)), abi.encode(ps), "list");
    }
}
