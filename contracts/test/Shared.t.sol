// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Storage} from "../src/Storage.sol";
import {IStorage} from "../src/interfaces/IStorage.sol";
import {IStorageRecords} from "../src/interfaces/IStorageRecords.sol";
import {Accounting} from "../src/lib/Accounting.sol";
import {Network} from "./support/Network.sol";

/// Blobs that belong to nobody: anyone funds and extends them, nobody takes them away.
contract SharedTest is Network {
    uint64 private constant SMALL = 66_034_000;
    uint256 private constant EPOCH = 63 * 100_000; // FROST for a small blob and one epoch

    function setUp() public {
        Storage.Params memory params = defaults();
        params.burnBasis = 500;
        launch(even(4, 1000), params);
    }

    function shared(bool deletable, uint256 amount) private returns (bytes32 object) {
        object = registerAs(aliceKey, entry(1, 100, deletable, 3));
        certifyAll(object);
        IStorage.Permit memory p = permit(aliceKey, amount);
        vm.prank(alice);
        records.share(object, amount, p);
    }

    function fundAs(uint256 key, bytes32 object, uint256 amount) private {
        IStorage.Permit memory p = permit(key, amount);
        vm.prank(vm.addr(key));
        records.fund(object, amount, p);
    }

    function test_share_fund_extend() public {
        bytes32 object = registerAs(aliceKey, entry(1, 100, false, 3));
        certifyAll(object);
        bytes32 blobId = store.blob(object).blobId;
        bytes32 storageId = store.blob(object).storageId;
        IStorage.Permit memory p = permit(aliceKey, EPOCH);
        vm.expectEmit(true, true, true, true, address(store));
        emit IStorage.Transferred(object, alice, address(store), 2);
        vm.expectEmit(true, true, true, true, address(store));
        emit IStorageRecords.BlobShared(blobId, object, alice);
        vm.expectEmit(true, true, true, true, address(store));
        emit IStorage.Paid(alice, uint64(EPOCH), 0);
        vm.expectEmit(true, true, true, true, address(store));
        emit IStorageRecords.SharedBlobFunded(object, alice, uint64(EPOCH), uint64(EPOCH));
        vm.prank(alice);
        records.share(object, EPOCH, p);
        equal(store.blob(object).owner, address(store), "owner");
        equal(store.blob(object).storageId, storageId, "storage");
        equal(records.fundsOf(object), EPOCH, "funds");

        fundAs(bobKey, object, 2 * EPOCH + 7);
        equal(records.fundsOf(object), 3 * EPOCH + 7, "more");
        uint256 supply = wal.totalSupply();
        uint256 fees = store.feesOf(4) + store.feesOf(5);
        vm.expectEmit(true, true, true, true, address(store));
        emit IStorageRecords.SharedBlobExtended(object, address(this), uint64(2 * EPOCH), uint64(2 * (EPOCH / 20)), uint64(EPOCH + 7));
        equal(records.extendShared(object, 2), 6, "new end"); // by anyone
        equal(records.fundsOf(object), EPOCH + 7, "left");
        equal(supply - wal.totalSupply(), 2 * (EPOCH / 20), "burned");
        equal(store.feesOf(4) + store.feesOf(5) - fees, 2 * (EPOCH - EPOCH / 20), "fees");
        (, uint32 until,) = store.availability(blobId);
        equal(until, 6, "availability");
        vm.expectRevert(abi.encodeWithSelector(IStorageRecords.InsufficientFunds.selector, object, EPOCH + 7, 2 * EPOCH));
        records.extendShared(object, 2);
        records.extendShared(object, 1);
        equal(records.fundsOf(object), 7, "dust stays");
        extendAs(bobKey, object, 1); // or at his own expense
        equal(store.blob(object).endEpoch, 8, "end");
    }

    function test_nobody_takes_it_away() public {
        bytes32 object = shared(true, 0);
        bytes memory reason = abi.encodeWithSelector(IStorage.NotOwner.selector, object, alice, address(store));
        bytes32[] memory objects = new bytes32[](1);
        objects[0] = object;
        vm.startPrank(alice);
        vm.expectRevert(reason);
        records.deleteBlob(object);
        vm.expectRevert(reason);
        records.burnBlobs(objects);
        vm.expectRevert(reason);
        records.transfer(object, alice);
        vm.expectRevert(reason);
        records.share(object, 0, noPermit());
        vm.expectRevert(reason);
        wrapper.wrap(object);
        equal(records.holderOf(object), address(store), "holder");
    }

    /// A deletable blob that is shared cannot be deleted any more; anyone may prolong it, and it promises third parties nothing still.
    function test_shared_deletable() public {
        bytes32 object = shared(true, EPOCH);
        records.extendShared(object, 1);
        extendAs(bobKey, object, 1);
        equal(store.blob(object).endEpoch, 6, "end");
        (bool certified,,) = store.availability(store.blob(object).blobId);
        check(!certified, "no promise");
    }

    function test_shared_before_certification() public {
        bytes32 object = registerAs(aliceKey, entry(1, 100, false, 3));
        vm.prank(alice);
        records.share(object, 0, noPermit());
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotCertified.selector, object));
        records.extendShared(object, 1);
        certifyAll(object);
        equal(store.blob(object).certifiedEpoch, 1, "anyone certifies");
    }

    function test_refusals() public {
        bytes32 object = registerAs(aliceKey, entry(1, 100, false, 3));
        certifyAll(object);
        vm.startPrank(bob);
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotOwner.selector, object, bob, alice));
        records.share(object, 0, noPermit());
        vm.expectRevert(abi.encodeWithSelector(IStorageRecords.NotShared.selector, object));
        records.fund(object, 1, noPermit());
        vm.expectRevert(abi.encodeWithSelector(IStorageRecords.NotShared.selector, object));
        records.extendShared(object, 1);
        vm.expectRevert(abi.encodeWithSelector(IStorage.UnknownObject.selector, bytes32(uint256(1))));
        records.fund(bytes32(uint256(1)), 1, noPermit());
        vm.stopPrank();

        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(store), 0, 5));
        records.share(object, 5, noPermit());
        records.share(object, 0, noPermit());
        vm.expectRevert(abi.encodeWithSelector(IStorage.AmountTooLarge.selector, type(uint256).max));
        records.fund(object, type(uint256).max, noPermit());
        vm.expectRevert(abi.encodeWithSelector(IStorage.AmountTooLarge.selector, uint256(1) << 64));
        records.fund(object, uint256(1) << 64, noPermit());
        vm.stopPrank();
        fundAs(aliceKey, object, 100 * EPOCH);
        vm.expectRevert(abi.encodeWithSelector(Accounting.InvalidEpochsAhead.selector, 0, HORIZON));
        records.extendShared(object, 0);
        vm.expectRevert(abi.encodeWithSelector(Accounting.InvalidEpochsAhead.selector, 54, HORIZON));
        records.extendShared(object, 51);
        setEpoch(4);
        vm.expectRevert(abi.encodeWithSelector(IStorage.BlobResourceBounds.selector, 4, 1, 4));
        records.extendShared(object, 1);
    }

    /// The funds of one blob do not pay for another.
    function test_funds_are_kept_apart() public {
        bytes32 rich = shared(false, 10 * EPOCH);
        bytes32 poor = shared(false, 0);
        vm.expectRevert(abi.encodeWithSelector(IStorageRecords.InsufficientFunds.selector, poor, 0, EPOCH));
        records.extendShared(poor, 1);
        equal(records.fundsOf(rich), 10 * EPOCH, "untouched");
    }

    /// What is held is fees and funds, to the unit.
    function test_wal_is_accounted_for() public {
        bytes32 object = shared(false, 10 * EPOCH + 3);
        records.extendShared(object, 4);
        uint256 held = records.fundsOf(object);
        for (uint32 e = 0; e < 10; ++e) {
            held += store.feesOf(e);
        }
        equal(held, wal.balanceOf(address(store)), "held");
    }
}
