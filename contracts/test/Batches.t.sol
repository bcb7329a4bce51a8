// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICertificates} from "../src/interfaces/ICertificates.sol";
import {IStorage} from "../src/interfaces/IStorage.sol";
import {IStoragePools} from "../src/interfaces/IStoragePools.sol";
import {IStorageRecords} from "../src/interfaces/IStorageRecords.sol";
import {Accounting} from "../src/lib/Accounting.sol";
import {Messages} from "../src/lib/Messages.sol";
import {Tree} from "../src/lib/Tree.sol";
import {Network} from "./support/Network.sol";
import {ReferenceMessages} from "./support/ReferenceMessages.sol";

/// Certifying and extending many objects at once, and what cannot spoil it.
contract BatchesTest is Network {
    uint64 private constant SMALL = 66_034_000;
    uint64 private constant UNITS = 63;

    function setUp() public {
        launchEven(4, 1000);
    }

    function several(uint256 count, bool deletable) private returns (bytes32[] memory) {
        IStorage.Registration[] memory rs = new IStorage.Registration[](count);
        for (uint256 i = 0; i < count; ++i) {
            rs[i] = entry(i, 100, deletable, 3 + uint32(i % 4));
        }
        return registerAs(aliceKey, rs);
    }

    function claimsOf(bytes32[] memory objects) private pure returns (IStorageRecords.Claim[] memory claims) {
        claims = new IStorageRecords.Claim[](objects.length);
        for (uint256 i = 0; i < objects.length; ++i) {
            claims[i].id = objects[i];
        }
    }

    function leavesOf(bytes32[] memory objects) private view returns (bytes32[] memory leaves) {
        leaves = new bytes32[](objects.length);
        for (uint256 i = 0; i < objects.length; ++i) {
            leaves[i] = leafOf(objects[i]);
        }
    }

    function certified(bytes32 object) private view returns (bool) {
        return store.blob(object).certifiedEpoch != 0;
    }

    /// Every size of tree up to 9, balanced and not.
    function test_certify_batches_of_all_shapes() public {
        for (uint256 n = 1; n <= 9; ++n) {
            bytes32[] memory objects = several(n, n % 2 == 0);
            (bytes memory signature, bytes memory bitmap) = batchCertificate(leavesOf(objects));
            vm.prank(bob); // anyone may submit
            records.certifyBatch(claimsOf(objects), signature, bitmap);
            for (uint256 i = 0; i < n; ++i) {
                check(certified(objects[i]), "certified");
            }
        }
        IStorage.BlobView memory b = store.blob(several(3, false)[2]);
        (bool is_, uint32 until,) = store.availability(b.blobId);
        check(is_ && until == 6, "index");
    }

    function test_batch_events() public {
        bytes32[] memory objects = several(2, false);
        (bytes memory signature, bytes memory bitmap) = batchCertificate(leavesOf(objects));
        for (uint256 i = 0; i < 2; ++i) {
            IStorage.BlobView memory b = store.blob(objects[i]);
            vm.expectEmit(true, true, true, true, address(store));
            emit IStorage.BlobCertified(b.blobId, objects[i], alice, 1, b.endEpoch, false, false);
        }
        records.certifyBatch(claimsOf(objects), signature, bitmap);
    }

    function test_batch_refusals() public {
        bytes32[] memory objects = several(4, false);
        IStorageRecords.Claim[] memory claims = claimsOf(objects);
        (bytes memory signature, bytes memory bitmap) = batchCertificate(leavesOf(objects));
        vm.expectRevert(IStorageRecords.NothingToCertify.selector);
        records.certifyBatch(new IStorageRecords.Claim[](0), signature, bitmap);

        // Another order, a part, or more than was signed.
        (claims[0], claims[1]) = (claims[1], claims[0]);
        vm.expectRevert(ICertificates.SigVerification.selector);
        records.certifyBatch(claims, signature, bitmap);
        (claims[0], claims[1]) = (claims[1], claims[0]);
        IStorageRecords.Claim[] memory fewer = new IStorageRecords.Claim[](2);
        (fewer[0], fewer[1]) = (claims[0], claims[1]);
        vm.expectRevert(ICertificates.SigVerification.selector);
        records.certifyBatch(fewer, signature, bitmap);

        // Inner nodes of the tree do not pass for leaves: the number of leaves is signed.
        bytes32[] memory leaves = leavesOf(objects);
        fewer[0].leaf = Tree.nodeHash(leaves[0], leaves[1]);
        fewer[1].leaf = Tree.nodeHash(leaves[2], leaves[3]);
        vm.expectRevert(ICertificates.SigVerification.selector);
        records.certifyBatch(fewer, signature, bitmap);

        // A batch certificate is none for one object, and the other way round.
        vm.expectRevert(ICertificates.SigVerification.selector);
        store.certify(objects[0], signature, bitmap);
        (bytes memory single, bytes memory whole) = certificate(statement(1, objects[0]), everyone());
        fewer = new IStorageRecords.Claim[](1);
        fewer[0].id = objects[0];
        vm.expectRevert(ICertificates.SigVerification.selector);
        records.certifyBatch(fewer, single, whole);

        // Too few signers.
        (signature, bitmap) = certificate(Messages.availabilityBatch(1, network, 4, Tree.root(leaves)), 0x3);
        vm.expectRevert(abi.encodeWithSelector(ICertificates.NotEnoughStake.selector, 500, 667));
        records.certifyBatch(claims, signature, bitmap);
        for (uint256 i = 0; i < 4; ++i) {
            check(!certified(objects[i]), "unchanged");
        }
    }

    /// The reference's certificate of the same blob, signed by the same committee, is none here.
    function test_reference_certificates_are_refused() public {
        bytes32 object = several(1, false)[0];
        ReferenceMessages.Input memory m;
        (m.kind, m.epoch, m.blobId) = (1, 1, store.blob(object).blobId);
        (bytes memory signature, bytes memory bitmap) = certificate(ReferenceMessages.message(m), everyone());
        vm.expectRevert(ICertificates.SigVerification.selector);
        store.certify(object, signature, bitmap);
        vm.expectRevert(ICertificates.SigVerification.selector);
        records.certifyBatch(claimsOf(one(object)), signature, bitmap);
        m.kind = 2;
        (signature, bitmap) = certificate(ReferenceMessages.message(m), everyone());
        vm.expectRevert(ICertificates.SigVerification.selector);
        records.invalidateBlob(m.blobId, signature, bitmap);
    }

    function test_empty_tree() public view {
        equal(Tree.root(new bytes32[](0)), sha256(""), "root of nothing");
    }

    /// Somebody who certifies one object of a batch first, and with it nothing else, does not spoil the batch.
    function test_front_running_one_of_a_batch() public {
        bytes32[] memory objects = several(3, false);
        (bytes memory signature, bytes memory bitmap) = batchCertificate(leavesOf(objects));
        certifyAll(objects[1]);
        records.certifyBatch(claimsOf(objects), signature, bitmap);
        check(certified(objects[0]) && certified(objects[2]), "the others");
        records.certifyBatch(claimsOf(objects), signature, bitmap); // once more changes nothing
    }

    /// An object that has changed or is gone since the signatures is claimed by its leaf as it was.
    function test_claims_by_leaf() public {
        bytes32[] memory objects = several(4, true);
        bytes32[] memory leaves = leavesOf(objects);
        (bytes memory signature, bytes memory bitmap) = batchCertificate(leaves);
        certifyAll(objects[1]);
        extendAs(aliceKey, objects[1], 2);
        vm.prank(alice);
        records.deleteBlob(objects[2]);

        IStorageRecords.Claim[] memory claims = claimsOf(objects);
        vm.expectRevert(abi.encodeWithSelector(IStorage.UnknownObject.selector, objects[2]));
        records.certifyBatch(claims, signature, bitmap);
        claims[2].leaf = leaves[2];
        vm.expectRevert(ICertificates.SigVerification.selector);
        records.certifyBatch(claims, signature, bitmap);
        claims[1].leaf = leaves[1];
        records.certifyBatch(claims, signature, bitmap);
        check(certified(objects[0]) && certified(objects[3]), "the others");

        // A leaf alone certifies nothing.
        bytes32 fresh = several(1, true)[0];
        claims = new IStorageRecords.Claim[](1);
        (claims[0].id, claims[0].leaf) = (fresh, leafOf(fresh));
        (signature, bitmap) = batchCertificate(leavesOf(one(fresh)));
        records.certifyBatch(claims, signature, bitmap);
        check(!certified(fresh), "left alone");
    }

    function one(bytes32 object) private pure returns (bytes32[] memory objects) {
        objects = new bytes32[](1);
        objects[0] = object;
    }

    function test_second_objects_need_no_signers_in_a_batch() public {
        bytes32[] memory first = several(3, false);
        bytes32[] memory second = several(3, false);
        IStorageRecords.Claim[] memory claims = claimsOf(second);
        vm.expectRevert(abi.encodeWithSelector(IStorage.SignersRequired.selector, second[0], 4, 0));
        records.certifyBatch(claims, "", "");
        (bytes memory signature, bytes memory bitmap) = batchCertificate(leavesOf(first));
        records.certifyBatch(claimsOf(first), signature, bitmap);
        records.certifyBatch(claims, "", "");
        check(certified(second[0]) && certified(second[1]) && certified(second[2]), "certified");
        // One that is not vouched for does not hide among others.
        claims[1].id = several(4, false)[3];
        claims[1].id = registerAs(aliceKey, entry(1, 100, false, 40));
        vm.expectRevert(abi.encodeWithSelector(IStorage.SignersRequired.selector, claims[1].id, 41, 5));
        records.certifyBatch(claims, "", "");
    }

    function test_expired_and_invalid_objects_stop_a_batch() public {
        bytes32[] memory objects = several(4, false);
        setEpoch(4);
        (bytes memory signature, bytes memory bitmap) = batchCertificate(leavesOf(objects));
        vm.expectRevert(abi.encodeWithSelector(IStorage.BlobResourceBounds.selector, 4, 1, 4));
        records.certifyBatch(claimsOf(objects), signature, bitmap);
        check(!certified(objects[1]), "unchanged");
    }

    function test_pooled_blobs_and_others_in_one_batch() public {
        uint256 most = 10 ** 12;
        IStorage.Permit memory p = permit(aliceKey, most);
        vm.prank(alice);
        bytes32 pool = pools.createPool(2 * SMALL, 5, most, p);
        IStoragePools.PooledRegistration[] memory rs = new IStoragePools.PooledRegistration[](1);
        IStorage.Registration memory r = entry(7, 100, false, 0);
        rs[0] = IStoragePools.PooledRegistration(r.blobId, r.root, r.size, 1, false);
        p = permit(aliceKey, most);
        vm.prank(alice);
        pools.registerPooled(pool, rs, most, p);
        bytes32 object = several(1, false)[0];

        IStorageRecords.Claim[] memory claims = new IStorageRecords.Claim[](2);
        (claims[0].id, claims[0].blobId) = (pool, r.blobId);
        claims[1].id = object;
        bytes32[] memory leaves = new bytes32[](2);
        leaves[0] = Tree.leafHash(Messages.leaf(availablePooled(pool, r.blobId)));
        leaves[1] = leafOf(object);
        (bytes memory signature, bytes memory bitmap) = batchCertificate(leaves);
        records.certifyBatch(claims, signature, bitmap);
        check(certified(object) && pools.pooledBlob(pool, r.blobId).certifiedEpoch == 1, "certified");
        (, uint32 until,) = store.availability(r.blobId);
        equal(until, 6, "until the pool's end");
    }

    function test_extend_batch() public {
        bytes32[] memory objects = several(4, false);
        (bytes memory signature, bytes memory bitmap) = batchCertificate(leavesOf(objects));
        records.certifyBatch(claimsOf(objects), signature, bitmap);
        IStorage.Extension[] memory es = new IStorage.Extension[](5);
        for (uint256 i = 0; i < 5; ++i) {
            es[i] = IStorage.Extension(objects[i % 4], uint32(i + 1)); // the first twice
        }
        uint256 before = wal.balanceOf(bob);
        IStorage.Permit memory p = permit(bobKey, 10 ** 12);
        vm.prank(bob);
        store.extendBatch(es, 10 ** 12, p);
        equal(before - wal.balanceOf(bob), 15 * UNITS * STORAGE_PRICE, "paid");
        equal(wal.allowance(bob, address(store)), 0, "allowance");
        uint32[4] memory ends = [uint32(4 + 1 + 5), 5 + 2, 6 + 3, 7 + 4];
        for (uint256 i = 0; i < 4; ++i) {
            equal(store.blob(objects[i]).endEpoch, ends[i], "end");
            (, uint32 until,) = store.availability(store.blob(objects[i]).blobId);
            equal(until, ends[i], "availability");
        }
        uint256 held = 0;
        for (uint32 e = 1; e <= 12; ++e) {
            uint256 living = 0;
            for (uint256 i = 0; i < 4; ++i) {
                if (e < ends[i]) living++;
            }
            equal(store.usedCapacity(e), living * SMALL, "capacity");
            equal(store.feesOf(e), living * UNITS * STORAGE_PRICE + (e == 1 ? 4 * UNITS * WRITE_PRICE : 0), "fees");
            held += store.feesOf(e);
        }
        equal(held, wal.balanceOf(address(store)), "held");
    }

    function test_extend_batch_is_all_or_nothing() public {
        bytes32[] memory objects = several(2, false);
        certifyAll(objects[0]);
        IStorage.Extension[] memory es = new IStorage.Extension[](2);
        (es[0], es[1]) = (IStorage.Extension(objects[0], 1), IStorage.Extension(objects[1], 1));
        IStorage.Permit memory p = permit(aliceKey, 10 ** 12);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotCertified.selector, objects[1]));
        store.extendBatch(es, 10 ** 12, p);
        certifyAll(objects[1]);
        es[1].epochs = HORIZON;
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Accounting.InvalidEpochsAhead.selector, HORIZON + 4, HORIZON));
        store.extendBatch(es, 10 ** 12, p);
        es[1].epochs = 1;
        vm.prank(alice);
        vm.expectRevert(
            abi.encodeWithSelector(IStorage.PaymentExceedsMaximum.selector, 2 * UNITS * STORAGE_PRICE, 2 * UNITS * STORAGE_PRICE - 1)
        );
        store.extendBatch(es, 2 * UNITS * STORAGE_PRICE - 1, p);
        vm.expectRevert(IStorage.NothingToExtend.selector);
        store.extendBatch(new IStorage.Extension[](0), 0, noPermit());
        equal(store.blob(objects[0]).endEpoch, 4, "unchanged");
        equal(store.usedCapacity(4), SMALL, "one lives longer from the start");
    }

    /// A batch costs what its parts cost, and books the same.
    /// forge-config: default.fuzz.runs = 48
    function testFuzz_batches_equal_single_calls(uint256 seed) public {
        uint256 n = within(seed, 1, 6);
        IStorage.Registration[] memory rs = new IStorage.Registration[](n);
        IStorage.Extension[] memory es = new IStorage.Extension[](n);
        for (uint256 i = 0; i < n; ++i) {
            uint256 dice = uint256(keccak256(abi.encode(seed, i)));
            rs[i] = entry(i, uint64(dice % 30_000_000), dice & 1 == 0, 1 + uint32((dice >> 8) % 20));
            es[i].epochs = 1 + uint32((dice >> 16) % 30);
        }
        uint256 before = wal.balanceOf(alice);
        bytes32[] memory objects = registerAs(aliceKey, rs);
        uint256 together = before - wal.balanceOf(alice);
        (bytes memory signature, bytes memory bitmap) = batchCertificate(leavesOf(objects));
        records.certifyBatch(claimsOf(objects), signature, bitmap);
        for (uint256 i = 0; i < n; ++i) {
            es[i].object = objects[i];
        }
        before = wal.balanceOf(alice);
        IStorage.Permit memory p = permit(aliceKey, 10 ** 13);
        vm.prank(alice);
        store.extendBatch(es, 10 ** 13, p);
        uint256 extended = before - wal.balanceOf(alice);
        uint256[60] memory used;
        uint256[60] memory fees;
        for (uint32 e = 0; e < 60; ++e) {
            (used[e], fees[e]) = (store.usedCapacity(e), store.feesOf(e));
        }

        launchEven(4, 1000);
        before = wal.balanceOf(alice);
        for (uint256 i = 0; i < n; ++i) {
            objects[i] = registerAs(aliceKey, rs[i]);
        }
        equal(before - wal.balanceOf(alice), together, "price of registration");
        before = wal.balanceOf(alice);
        for (uint256 i = 0; i < n; ++i) {
            certifyAll(objects[i]);
            extendAs(aliceKey, objects[i], es[i].epochs);
        }
        equal(before - wal.balanceOf(alice), extended, "price of extension");
        for (uint32 e = 0; e < 60; ++e) {
            equal(store.usedCapacity(e), used[e], "capacity");
            equal(store.feesOf(e), fees[e], "fees");
        }
    }

    /// With any gas a batch either does all it should or leaves everything as it was.
    function testFuzz_no_batch_fails_halfway(uint256 gas_) public {
        bytes32[] memory objects = several(6, false);
        (bytes memory signature, bytes memory bitmap) = batchCertificate(leavesOf(objects));
        bytes memory input = abi.encodeCall(IStorageRecords.certifyBatch, (claimsOf(objects), signature, bitmap));
        (bool ok,) = address(store).call{gas: within(gas_, 1, 700_000)}(input);
        for (uint256 i = 0; i < 6; ++i) {
            check(certified(objects[i]) == ok, "all or none");
            (bool is_,,) = store.availability(store.blob(objects[i]).blobId);
            check(is_ == ok, "index too");
        }
        IStorage.Registration[] memory rs = new IStorage.Registration[](5);
        for (uint256 i = 0; i < 5; ++i) {
            rs[i] = entry(i, 100, false, 50);
        }
        uint64 drawn = store.nonces(bob);
        uint256 held = wal.balanceOf(bob);
        input = abi.encodeCall(IStorage.register, (rs, 10 ** 12, permit(bobKey, 10 ** 12)));
        vm.prank(bob);
        (ok,) = address(store).call{gas: within(gas_ >> 100, 1, 900_000)}(input);
        check((store.nonces(bob) == drawn + 10) == ok, "ids");
        check((wal.balanceOf(bob) < held) == ok, "money");
        equal(store.usedCapacity(50), ok ? 5 * SMALL : 0, "capacity");
        equal(wal.allowance(bob, address(store)), 0, "allowance");
    }
}
