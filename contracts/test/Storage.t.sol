// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {OwnableUpgradeable} from "@openzeppelin/contracts-upgradeable/access/OwnableUpgradeable.sol";
import {Storage} from "../src/Storage.sol";
import {ICertificates} from "../src/interfaces/ICertificates.sol";
import {IStorage} from "../src/interfaces/IStorage.sol";
import {IWAL} from "../src/interfaces/IWAL.sol";
import {Accounting} from "../src/lib/Accounting.sol";
import {Encoding} from "../src/lib/Encoding.sol";
import {Messages} from "../src/lib/Messages.sol";
import {Network} from "./support/Network.sol";
import {Signer} from "./support/Signer.sol";

/// Reserving, registering, certifying, extending, deleting, giving away: what changes, what it costs, what is refused.
contract StorageTest is Network {
    uint64 private constant SMALL = 66_034_000; // encoded length of up to 445,556 bytes with 1000 shards
    uint64 private constant UNITS = 63;

    function setUp() public {
        vm.warp(1_700_000_000);
        launchEven(4, 1000);
    }

    function one(IStorage.Registration memory r) private pure returns (IStorage.Registration[] memory rs) {
        rs = new IStorage.Registration[](1);
        rs[0] = r;
    }

    function test_reserve() public {
        uint256 before = wal.balanceOf(alice);
        bytes32 wanted = store.nextObjectId(alice, 1);
        vm.expectEmit(true, true, true, true, address(store));
        emit IStorage.StorageReserved(wanted, alice, 2, 5, 3 << 20);
        bytes32 id = reserveAs(aliceKey, 3 << 20, 2, 5);
        equal(id, wanted, "id");
        equal(id, Messages.objectId(network, 1, alice, 0), "derived id");
        equal(before - wal.balanceOf(alice), 3 * 3 * STORAGE_PRICE, "paid");
        equal(wal.allowance(alice, address(store)), 0, "allowance");
        IStorage.ResourceView memory r = store.resource(id);
        equal(r.owner, alice, "owner");
        equal(r.size, 3 << 20, "size");
        uint64[6] memory used = [uint64(0), 0, 3 << 20, 3 << 20, 3 << 20, 0];
        for (uint32 e = 0; e < 6; ++e) {
            equal(store.usedCapacity(e), used[e], "used");
            equal(store.feesOf(e), used[e] == 0 ? 0 : 3 * STORAGE_PRICE, "fees");
        }
    }

    function test_reserve_moves_past_start_to_now() public {
        equal(store.resource(reserveAs(aliceKey, 1, 0, 3)).startEpoch, 1, "start");
    }

    function test_reserve_bounds() public {
        vm.startPrank(alice);
        wal.approve(address(store), type(uint64).max);
        uint256 most = type(uint64).max;
        vm.expectRevert(abi.encodeWithSelector(Accounting.InvalidEpochsAhead.selector, 0, HORIZON));
        store.reserve(1, 3, 3, most, noPermit());
        vm.expectRevert(abi.encodeWithSelector(Accounting.InvalidEpochsAhead.selector, 0, HORIZON));
        store.reserve(1, 0, 1, most, noPermit());
        vm.expectRevert(abi.encodeWithSelector(Accounting.InvalidEpochsAhead.selector, 54, HORIZON));
        store.reserve(1, 1, 55, most, noPermit());
        vm.expectRevert(abi.encodeWithSelector(Accounting.InvalidEpochsAhead.selector, type(uint32).max - 1, HORIZON));
        store.reserve(1, 1, type(uint32).max, most, noPermit());
        vm.expectRevert(IStorage.InvalidResourceSize.selector);
        store.reserve(0, 1, 2, most, noPermit());
        vm.expectRevert(abi.encodeWithSelector(Accounting.StorageExceeded.selector, 1, uint256(CAPACITY) + 1, CAPACITY));
        store.reserve(CAPACITY + 1, 1, 2, most, noPermit());
        store.reserve(1, 1, 54, most, noPermit());
    }

    function test_capacity_is_checked_in_every_epoch() public {
        Storage.Params memory params = defaults();
        params.capacity = 100;
        launch(even(4, 1000), params);
        reserveAs(aliceKey, 60, 9, 10);
        uint256 used = store.usedCapacity(8);
        bytes memory reason = abi.encodeWithSelector(Accounting.StorageExceeded.selector, 9, 101, 100);
        IStorage.Permit memory p = permit(aliceKey, 10 ** 9);
        vm.expectRevert(reason);
        vm.prank(alice);
        store.reserve(41, 1, 20, 10 ** 9, p);
        equal(store.usedCapacity(8), used, "unchanged");
        reserveAs(aliceKey, 40, 1, 20);
        equal(store.usedCapacity(9), 100, "full");
    }

    function test_permit_leaves_no_allowance() public {
        uint256 before = wal.balanceOf(alice);
        registerAs(aliceKey, entry(1, 100, false, 2));
        equal(before - wal.balanceOf(alice), UNITS * (2 * STORAGE_PRICE + WRITE_PRICE), "paid");
        equal(wal.allowance(alice, address(store)), 0, "allowance");
        equal(store.feesOf(1), UNITS * (STORAGE_PRICE + WRITE_PRICE), "this epoch");
        equal(store.feesOf(2), UNITS * STORAGE_PRICE, "next epoch");
        equal(store.feesOf(3), 0, "later");
        equal(wal.balanceOf(address(store)), store.feesOf(1) + store.feesOf(2), "held");
    }

    function test_permit_that_somebody_submitted_first() public {
        uint256 most = 10 ** 9;
        IStorage.Permit memory p = permit(aliceKey, most);
        IStorage.Registration[] memory rs = one(entry(1, 100, false, 1));
        vm.prank(bob);
        wal.permit(alice, address(store), most, p.deadline, p.v, p.r, p.s);
        vm.prank(alice);
        store.register(rs, most, p);
        equal(wal.allowance(alice, address(store)), 0, "allowance");
    }

    function test_bad_permit_tells_its_reason() public {
        IStorage.Permit memory p = permit(bobKey, 10 ** 9);
        IStorage.Registration[] memory rs = one(entry(1, 100, false, 1));
        uint256 deadline = p.deadline;
        vm.warp(deadline + 1);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(ERC20Permit.ERC2612ExpiredSignature.selector, deadline));
        store.register(rs, 10 ** 9, p);
        vm.prank(alice); // another's permit
        vm.expectRevert(abi.encodeWithSelector(ERC20Permit.ERC2612ExpiredSignature.selector, deadline));
        store.register(rs, 10 ** 9, p);
    }

    function test_payment_bounds() public {
        IStorage.Registration[] memory rs = one(entry(1, 100, false, 1));
        uint256 price = UNITS * (STORAGE_PRICE + WRITE_PRICE);
        vm.startPrank(alice);
        wal.approve(address(store), price);
        vm.expectRevert(abi.encodeWithSelector(IStorage.PaymentExceedsMaximum.selector, price, price - 1));
        store.register(rs, price - 1, noPermit());
        vm.expectRevert(abi.encodeWithSelector(IStorage.AmountTooLarge.selector, uint256(1) << 64));
        store.register(rs, uint256(1) << 64, noPermit());
        wal.approve(address(store), price - 1);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(store), price - 1, price)
        );
        store.register(rs, price, noPermit());
        wal.approve(address(store), price);
        store.register(rs, price, noPermit());
        equal(wal.allowance(alice, address(store)), 0, "allowance");
        vm.stopPrank();

        address poor = vm.addr(77);
        vm.startPrank(poor);
        wal.approve(address(store), price);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, poor, 0, price));
        store.register(rs, price, noPermit());
    }

    function test_burned_part() public {
        Storage.Params memory params = defaults();
        params.burnBasis = 333;
        launch(even(4, 1000), params);
        uint256 supply = wal.totalSupply();
        registerAs(aliceKey, entry(1, 100, false, 2));
        uint256 storageBurn = UNITS * STORAGE_PRICE * 333 / 10_000;
        uint256 writeBurn = UNITS * WRITE_PRICE * 333 / 10_000;
        equal(supply - wal.totalSupply(), 2 * storageBurn + writeBurn, "burned");
        equal(store.feesOf(2), UNITS * STORAGE_PRICE - storageBurn, "kept");
        equal(store.feesOf(1) + store.feesOf(2), wal.balanceOf(address(store)), "held");
    }

    function test_register() public {
        IStorage.Registration memory r = entry(1, 100, true, 3);
        bytes32 resourceId = Messages.objectId(network, 1, alice, 0);
        bytes32 object = Messages.objectId(network, 2, alice, 1);
        vm.expectEmit(true, true, true, true, address(store));
        emit IStorage.BlobRegistered(r.blobId, object, alice, 1, 100, 1, 4, true, resourceId);
        equal(registerAs(aliceKey, r), object, "object");
        IStorage.BlobView memory b = store.blob(object);
        equal(b.owner, alice, "owner");
        equal(b.blobId, r.blobId, "blob id");
        equal(b.storageId, resourceId, "storage id");
        equal(b.size, 100, "size");
        equal(b.storageSize, SMALL, "storage size");
        check(b.deletable && b.encoding == 1 && b.certifiedEpoch == 0 && b.registeredEpoch == 1, "fields");
        check(b.startEpoch == 1 && b.endEpoch == 4, "period");
        equal(store.resource(resourceId).owner, address(0), "a bound resource has no record");
        equal(store.nonces(alice), 2, "counter");
    }

    function test_register_batch_draws_consecutive_ids() public {
        bytes32 own = reserveAs(aliceKey, SMALL + 5, 1, 9);
        IStorage.Registration[] memory rs = new IStorage.Registration[](3);
        rs[0] = entry(1, 100, false, 2);
        rs[1] = entry(2, 445_556, true, 0);
        rs[1].storageId = own;
        rs[2] = entry(3, 0, false, 7);
        bytes32[] memory objects = registerAs(aliceKey, rs);
        equal(objects[0], Messages.objectId(network, 2, alice, 2), "first: resource 1, blob 2");
        equal(objects[1], Messages.objectId(network, 2, alice, 3), "second: blob 3");
        equal(objects[2], Messages.objectId(network, 2, alice, 5), "third: resource 4, blob 5");
        equal(store.blob(objects[1]).storageId, own, "named resource");
        equal(store.blob(objects[1]).storageSize, SMALL + 5, "whole resource");
        equal(store.blob(objects[2]).storageId, Messages.objectId(network, 1, alice, 4), "drawn resource");
        equal(store.resource(own).owner, address(0), "used up");
        equal(store.usedCapacity(1), 3 * SMALL + 5, "epoch 1");
        equal(store.usedCapacity(3), 2 * SMALL + 5, "epoch 3");
        equal(store.usedCapacity(8), SMALL + 5, "epoch 8");
        uint256 held = 0;
        for (uint32 e = 1; e < 10; ++e) {
            held += store.feesOf(e);
        }
        equal(held, wal.balanceOf(address(store)), "fees");
    }

    function test_register_refusals() public {
        IStorage.Registration memory r = entry(1, 100, false, 1);
        bytes32 derived = r.blobId;
        r.blobId = keccak256("other");
        registerFails(r, abi.encodeWithSelector(IStorage.BlobInvalidBlobId.selector, r.blobId, derived));
        r = entry(1, 100, false, 0);
        registerFails(r, abi.encodeWithSelector(Accounting.InvalidEpochsAhead.selector, 0, HORIZON));
        r = entry(1, 100, false, HORIZON + 1);
        registerFails(r, abi.encodeWithSelector(Accounting.InvalidEpochsAhead.selector, HORIZON + 1, HORIZON));
        r = entry(1, 100, false, 1);
        r.encoding = 0;
        registerFails(r, abi.encodeWithSelector(IStorage.InvalidEncodingType.selector, 0, 1));
        uint64 max = 14_599_533_452;
        r = entry(1, max + 1, false, 1);
        registerFails(r, abi.encodeWithSelector(Encoding.DataTooLarge.selector, max + 1, max));
        registerAs(aliceKey, entry(1, max, false, 1));
        vm.expectRevert(IStorage.NothingToRegister.selector);
        store.register(new IStorage.Registration[](0), 0, noPermit());
    }

    function registerFails(IStorage.Registration memory r, bytes memory reason) private {
        IStorage.Permit memory p = permit(aliceKey, 10 ** 12);
        vm.expectRevert(reason);
        vm.prank(alice);
        store.register(one(r), 10 ** 12, p);
    }

    function test_register_on_resource_refusals() public {
        IStorage.Registration memory r = entry(1, 100, false, 0);
        r.storageId = keccak256("nothing");
        registerFails(r, abi.encodeWithSelector(IStorage.UnknownObject.selector, r.storageId));
        r.storageId = reserveAs(bobKey, SMALL, 1, 2);
        registerFails(r, abi.encodeWithSelector(IStorage.NotOwner.selector, r.storageId, alice, bob));
        r.storageId = reserveAs(aliceKey, SMALL - 1, 1, 2);
        registerFails(r, abi.encodeWithSelector(IStorage.ResourceSize.selector, SMALL - 1, SMALL));
        r.storageId = reserveAs(aliceKey, SMALL, 2, 3);
        registerFails(r, abi.encodeWithSelector(IStorage.BlobResourceBounds.selector, 1, 2, 3));
        r.storageId = reserveAs(aliceKey, SMALL, 1, 2);
        registerAs(aliceKey, r);
        registerFails(r, abi.encodeWithSelector(IStorage.UnknownObject.selector, r.storageId));
    }

    function test_certify() public {
        bytes32 object = registerAs(aliceKey, entry(1, 100, false, 3));
        IStorage.BlobView memory b = store.blob(object);
        (bytes memory signature, bytes memory bitmap) = certificate(statement(1, object), 0x7);
        vm.expectEmit(true, true, true, true, address(store));
        emit IStorage.BlobCertified(b.blobId, object, alice, 1, 4, false, false);
        vm.prank(bob); // anyone may submit
        store.certify(object, signature, bitmap);
        equal(store.blob(object).certifiedEpoch, 1, "certified");
        (bool certified, uint32 until, bool invalid) = store.availability(b.blobId);
        check(certified && until == 4 && !invalid, "availability");
        vm.expectRevert(abi.encodeWithSelector(IStorage.BlobAlreadyCertified.selector, object, 1));
        store.certify(object, signature, bitmap);
    }

    function test_certify_refusals() public {
        bytes32 object = registerAs(aliceKey, entry(1, 100, false, 3));
        bytes32 twin = registerAs(aliceKey, entry(1, 100, false, 3));
        bytes32 other = registerAs(aliceKey, entry(2, 100, false, 3));
        bytes memory sig = abi.encodeWithSelector(ICertificates.SigVerification.selector);
        certifyFails(object, statement(1, twin), 0xf, sig); // another object of the same blob
        certifyFails(object, statement(1, other), 0xf, sig); // another blob
        certifyFails(object, statement(2, object), 0xf, sig); // another epoch
        bytes32 here = network;
        network = keccak256("another network");
        certifyFails(object, statement(1, object), 0xf, sig);
        network = here;
        certifyFails(object, statement(1, object), 0x3, abi.encodeWithSelector(ICertificates.NotEnoughStake.selector, 500, 667));
        certifyFails(object, statement(1, object), 0, abi.encodeWithSelector(ICertificates.NotEnoughStake.selector, 0, 667));
        scalars[0] = 12345; // a signer who is no member
        certifyFails(object, statement(1, object), 0xf, sig);
        equal(store.blob(object).certifiedEpoch, 0, "unchanged");
        vm.expectRevert(abi.encodeWithSelector(IStorage.UnknownObject.selector, bytes32(0)));
        store.certify(0, "", "");
    }

    /// A member's signature counted twice does not stand for another member's.
    function test_repeated_signer() public {
        bytes32 object = registerAs(aliceKey, entry(1, 100, false, 3));
        uint256 total = addmod(addmod(scalars[0], scalars[0], Signer.ORDER), scalars[1], Signer.ORDER);
        bytes memory signature = Signer.sign(total, statement(1, object));
        vm.expectRevert(ICertificates.SigVerification.selector);
        store.certify(object, signature, hex"07");
        vm.expectRevert(abi.encodeWithSelector(ICertificates.NotEnoughStake.selector, 500, 667));
        store.certify(object, signature, hex"03");
        vm.expectRevert(abi.encodeWithSelector(ICertificates.InvalidBitmap.selector, 1, 1));
        store.certify(object, signature, hex"17");
        vm.expectRevert(abi.encodeWithSelector(ICertificates.InvalidBitmap.selector, 2, 1));
        store.certify(object, signature, hex"0707");
    }

    /// An object whose end is reached can be neither certified, extended, deleted nor built upon.
    function test_expired() public {
        bytes32 plain = registerAs(aliceKey, entry(1, 100, false, 2));
        bytes32 certified = registerAs(aliceKey, entry(2, 100, true, 2));
        certifyAll(certified);
        bytes32 space = reserveAs(aliceKey, SMALL, 1, 3);
        setEpoch(3);
        bytes memory reason = abi.encodeWithSelector(IStorage.BlobResourceBounds.selector, 3, 1, 3);
        certifyFails(plain, statement(3, plain), 0xf, reason);
        extendFails(aliceKey, certified, 1, reason);
        vm.prank(alice);
        vm.expectRevert(reason);
        records.deleteBlob(certified);
        IStorage.Registration memory r = entry(3, 100, false, 0);
        r.storageId = space;
        registerFails(r, reason);
    }

    /// The last epoch of the period still counts as alive.
    function test_alive_in_its_last_epoch() public {
        bytes32 object = registerAs(aliceKey, entry(1, 100, true, 2));
        certifyAll(object);
        setEpoch(2);
        IStorage.Permit memory p = permit(aliceKey, 10 ** 12);
        vm.prank(alice);
        equal(store.extend(object, 52, 10 ** 12, p), 55, "horizon is counted from now");
        vm.prank(alice);
        records.deleteBlob(object);
    }

    function certifyFails(bytes32 object, bytes memory message, uint256 signers, bytes memory reason) private {
        (bytes memory signature, bytes memory bitmap) = certificate(message, signers);
        vm.expectRevert(reason);
        store.certify(object, signature, bitmap);
    }

    /// The statement is of the record: after an extension of its twin or a change of any field it is another.
    function test_two_networks_with_equal_keys() public {
        bytes32 object = registerAs(aliceKey, entry(1, 100, false, 3));
        bytes memory message = statement(1, object);
        (bytes memory signature, bytes memory bitmap) = certificate(message, 0xf);
        deploy(1000, defaults(), keccak256("salt of the second"));
        seat(draft(even(4, 1000)), 25);
        wal.transfer(alice, 10 ** 12);
        bytes32 second = registerAs(aliceKey, entry(1, 100, false, 3));
        check(second != object, "object ids differ");
        vm.expectRevert(ICertificates.SigVerification.selector);
        store.certify(second, signature, bitmap);
    }

    function test_second_object_needs_no_signers() public {
        bytes32 first = registerAs(aliceKey, entry(1, 100, false, 5));
        bytes32 same = registerAs(bobKey, entry(1, 100, false, 5));
        bytes32 longer = registerAs(bobKey, entry(1, 100, false, 6));
        bytes32 deletable = registerAs(bobKey, entry(1, 100, true, 2));
        vm.expectRevert(abi.encodeWithSelector(IStorage.SignersRequired.selector, same, 6, 0));
        store.certify(same, "", "");
        certifyAll(first);
        store.certify(same, "", "");
        equal(store.blob(same).certifiedEpoch, 1, "certified");
        vm.expectRevert(abi.encodeWithSelector(IStorage.SignersRequired.selector, longer, 7, 6));
        store.certify(longer, "", "");
        vm.expectRevert(abi.encodeWithSelector(IStorage.SignersRequired.selector, deletable, 3, 6));
        store.certify(deletable, "", "");
        certifyAll(longer);
        (, uint32 until,) = store.availability(store.blob(first).blobId);
        equal(until, 7, "longest");
    }

    function test_deletable_promises_nothing() public {
        bytes32 object = registerAs(aliceKey, entry(1, 100, true, 3));
        certifyAll(object);
        (bool certified, uint32 until,) = store.availability(store.blob(object).blobId);
        check(!certified && until == 0, "availability counts permanent objects only");
    }

    function test_invalidate() public {
        bytes32 object = registerAs(aliceKey, entry(1, 100, false, 3));
        bytes32 blobId = store.blob(object).blobId;
        (bytes memory signature, bytes memory bitmap) = certificate(Messages.invalidBlob(1, network, 1000, blobId), 0x3);
        vm.expectRevert(ICertificates.SigVerification.selector);
        records.invalidateBlob(keccak256("other"), signature, bitmap);
        vm.expectEmit(true, true, true, true, address(store));
        emit IStorage.InvalidBlobID(blobId, 1);
        records.invalidateBlob(blobId, signature, bitmap);
        (,, bool invalid) = store.availability(blobId);
        check(invalid, "flag");
        records.invalidateBlob(blobId, "", ""); // once flagged, there is nothing to prove
        (signature, bitmap) = certificate(statement(1, object), 0xf);
        vm.expectRevert(abi.encodeWithSelector(IStorage.BlobInvalid.selector, blobId));
        store.certify(object, signature, bitmap);
        (signature, bitmap) = certificate(Messages.invalidBlob(1, network, 1000, keccak256("x")), 0x1);
        vm.expectRevert(abi.encodeWithSelector(ICertificates.NotEnoughStake.selector, 250, 334));
        records.invalidateBlob(keccak256("x"), signature, bitmap);
    }

    /// Nobody pays for a blob ID that is flagged: neither for a new object, also in a batch or on a resource, nor for a longer life.
    function test_invalid_blobs_are_not_sold() public {
        bytes32 permanent = registerAs(aliceKey, entry(1, 100, false, 3));
        bytes32 deletable = registerAs(aliceKey, entry(1, 100, true, 3));
        certifyAll(permanent);
        certifyAll(deletable);
        bytes32 blobId = store.blob(permanent).blobId;
        (bytes memory signature, bytes memory bitmap) = certificate(Messages.invalidBlob(1, network, 1000, blobId), 0x3);
        records.invalidateBlob(blobId, signature, bitmap);

        bytes memory reason = abi.encodeWithSelector(IStorage.BlobInvalid.selector, blobId);
        extendFails(aliceKey, permanent, 1, reason);
        extendFails(bobKey, permanent, 1, reason);
        extendFails(aliceKey, deletable, 1, reason);
        registerFails(entry(1, 100, false, 1), reason);
        registerFails(entry(1, 100, true, 1), reason);
        IStorage.Registration memory r = entry(1, 100, false, 1);
        vm.prank(alice);
        r.storageId = records.deleteBlob(deletable);
        registerFails(r, reason);
        IStorage.Registration[] memory rs = new IStorage.Registration[](2);
        (rs[0], rs[1]) = (entry(2, 100, false, 1), entry(1, 100, false, 1));
        IStorage.Permit memory p = permit(aliceKey, 10 ** 12);
        vm.expectRevert(reason);
        vm.prank(alice);
        store.register(rs, 10 ** 12, p);
        equal(store.resource(r.storageId).owner, alice, "resource still free");
        registerAs(aliceKey, entry(2, 100, false, 1)); // others are
    }

    function test_anyone_extends_a_permanent_blob() public {
        bytes32 object = registerAs(aliceKey, entry(1, 100, false, 3));
        certifyAll(object);
        uint256 before = wal.balanceOf(bob);
        IStorage.Permit memory p = permit(bobKey, 10 ** 9);
        vm.prank(bob);
        equal(store.extend(object, 4, 10 ** 9, p), 8, "new end");
        equal(before - wal.balanceOf(bob), 4 * UNITS * STORAGE_PRICE, "paid by the caller");
        equal(store.blob(object).owner, alice, "owner");
        equal(store.blob(object).endEpoch, 8, "end");
        equal(store.usedCapacity(7), SMALL, "booked");
        equal(store.usedCapacity(8), 0, "not further");
        (, uint32 until,) = store.availability(store.blob(object).blobId);
        equal(until, 8, "availability");
    }

    function test_extend_refusals() public {
        bytes32 object = registerAs(aliceKey, entry(1, 100, true, 3));
        extendFails(bobKey, object, 1, abi.encodeWithSelector(IStorage.NotCertified.selector, object));
        certifyAll(object);
        extendFails(bobKey, object, 1, abi.encodeWithSelector(IStorage.NotOwner.selector, object, bob, alice));
        extendFails(aliceKey, object, 0, abi.encodeWithSelector(Accounting.InvalidEpochsAhead.selector, 0, HORIZON));
        extendFails(aliceKey, object, 51, abi.encodeWithSelector(Accounting.InvalidEpochsAhead.selector, 54, HORIZON));
        extendFails(
            aliceKey,
            object,
            type(uint32).max,
            abi.encodeWithSelector(Accounting.InvalidEpochsAhead.selector, uint256(type(uint32).max) + 3, HORIZON)
        );
        extendFails(aliceKey, keccak256("x"), 1, abi.encodeWithSelector(IStorage.UnknownObject.selector, keccak256("x")));
        IStorage.Permit memory p = permit(aliceKey, 10 ** 12);
        vm.prank(alice);
        store.extend(object, 50, 10 ** 12, p);
    }

    function extendFails(uint256 key, bytes32 object, uint32 epochs, bytes memory reason) private {
        IStorage.Permit memory p = permit(key, 10 ** 12);
        vm.expectRevert(reason);
        vm.prank(vm.addr(key));
        store.extend(object, epochs, 10 ** 12, p);
    }

    function test_delete_frees_the_resource() public {
        bytes32 object = registerAs(aliceKey, entry(1, 100, true, 3));
        certifyAll(object);
        bytes32 storageId = store.blob(object).storageId;
        vm.expectEmit(true, true, true, true, address(store));
        emit IStorage.BlobDeleted(store.blob(object).blobId, object, alice, 1, 4, true, storageId);
        vm.expectEmit(true, true, true, true, address(store));
        emit IStorage.StorageReserved(storageId, alice, 1, 4, SMALL);
        vm.prank(alice);
        equal(records.deleteBlob(object), storageId, "returned");
        equal(store.blob(object).owner, address(0), "gone");
        IStorage.ResourceView memory r = store.resource(storageId);
        check(r.owner == alice && r.startEpoch == 1 && r.endEpoch == 4 && r.size == SMALL, "resource");
        equal(store.usedCapacity(1), SMALL, "capacity stays sold");

        IStorage.Registration memory again = entry(2, 200, false, 0);
        again.storageId = storageId;
        bytes32 second = registerAs(aliceKey, again);
        equal(store.blob(second).storageId, storageId, "used again");
        vm.expectRevert(abi.encodeWithSelector(IStorage.UnknownObject.selector, object));
        store.certify(object, "", "");
    }

    function test_delete_refusals() public {
        bytes32 permanent = registerAs(aliceKey, entry(1, 100, false, 3));
        bytes32 deletable = registerAs(aliceKey, entry(1, 100, true, 3));
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStorage.BlobBlobNotDeletable.selector, permanent));
        records.deleteBlob(permanent);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotOwner.selector, deletable, bob, alice));
        records.deleteBlob(deletable);
    }

    function test_transfer_blob_keeps_its_resource() public {
        bytes32 object = registerAs(aliceKey, entry(1, 100, true, 3));
        bytes32 storageId = store.blob(object).storageId;
        vm.expectEmit(true, true, true, true, address(store));
        emit IStorage.Transferred(object, alice, bob, 2);
        vm.prank(alice);
        records.transfer(object, bob);
        equal(store.blob(object).owner, bob, "owner");
        equal(store.blob(object).storageId, storageId, "storage id");
        certifyAll(object); // the statement does not name the owner
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotOwner.selector, object, alice, bob));
        records.transfer(object, alice);
        vm.prank(bob);
        equal(records.deleteBlob(object), storageId, "comes back under the same id");
        equal(store.resource(storageId).owner, bob, "to the new owner");
    }

    function test_transfer_resource() public {
        bytes32 id = reserveAs(aliceKey, SMALL, 1, 4);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotOwner.selector, id, bob, alice));
        records.transfer(id, bob);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStorage.InvalidRecipient.selector, address(0)));
        records.transfer(id, address(0));
        records.transfer(id, bob);
        equal(store.resource(id).owner, bob, "owner");
        vm.expectRevert(abi.encodeWithSelector(IStorage.UnknownObject.selector, keccak256("x")));
        records.transfer(keccak256("x"), bob);
    }

    function test_bound_resource_never_moves_alone() public {
        IStorage.Registration memory r = entry(1, 100, true, 0);
        r.storageId = reserveAs(aliceKey, SMALL, 1, 4);
        registerAs(aliceKey, r);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStorage.UnknownObject.selector, r.storageId));
        records.transfer(r.storageId, bob);
    }

    function test_prices() public {
        vm.expectEmit(true, true, true, true, address(store));
        emit IStorage.PricesUpdated(1, 7, 9);
        store.setPrices(7, 9);
        (uint64 encoded, uint64 storageFee, uint64 writeFee) = store.quote(100, 4);
        check(encoded == SMALL && storageFee == 4 * 7 * UNITS && writeFee == 9 * UNITS, "quote");
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(OwnableUpgradeable.OwnableUnauthorizedAccount.selector, alice));
        store.setPrices(1, 1);
    }

    function test_parts_only() public {
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotPart.selector, address(this)));
        store.draw(2, alice);
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotPart.selector, address(this)));
        store.begin();
        vm.prank(address(certificates));
        vm.expectRevert(abi.encodeWithSelector(IStorage.WrongEpochState.selector, 1));
        store.begin();
    }

    function test_parameter_limits() public {
        Storage.Params memory params = defaults();
        params.maxEpochsAhead = 1001;
        initFails(params, abi.encodeWithSelector(IStorage.InvalidMaxEpochsAhead.selector, 1001, 1000));
        params.maxEpochsAhead = 0;
        initFails(params, abi.encodeWithSelector(IStorage.InvalidMaxEpochsAhead.selector, 0, 1000));
        params = defaults();
        params.burnBasis = 10_001;
        initFails(params, abi.encodeWithSelector(IStorage.InvalidBasisPoints.selector, 10_001, 10_000));
    }

    function initFails(Storage.Params memory params, bytes memory reason) private {
        bytes memory init =
            abi.encodeCall(Storage.initialize, (owner, network, IWAL(address(wal)), ICertificates(address(certificates)), params));
        address code = storageCode();
        vm.expectRevert(reason);
        proxy(code, init);
    }

    function test_nothing_is_held_beyond_the_horizon() public view {
        equal(store.feesOf(type(uint32).max), 0, "fees");
        equal(store.usedCapacity(type(uint32).max), 0, "used");
    }

    function test_system() public {
        registerAs(aliceKey, entry(1, 100, false, 3));
        IStorage.SystemView memory v = store.system();
        check(v.epoch == 1 && v.nShards == 1000 && v.maxEpochsAhead == HORIZON && v.burnBasis == 0, "settings");
        check(v.storagePrice == STORAGE_PRICE && v.writePrice == WRITE_PRICE, "prices");
        check(v.totalCapacity == CAPACITY && v.usedCapacity == SMALL, "capacity");
        check(v.epochStart == 1_700_000_000_000 && v.epochDuration == 86_400_000, "time");
        check(v.networkId == network && v.wal == address(wal) && v.certificates == address(certificates), "network");
    }

    /// The price of a purchase is the sum of quotes, whatever is bought, and lands in the epochs that were bought.
    function testFuzz_fees_add_up(uint64 size, uint32 epochs, uint64 storagePrice, uint64 writePrice, uint16 burn) public {
        Storage.Params memory params = defaults();
        params.storagePrice = storagePrice % 10 ** 9;
        params.writePrice = writePrice % 10 ** 9;
        params.burnBasis = burn % 10_001;
        launch(even(4, 1000), params);
        size = uint64(within(size, 0, 100 << 20));
        epochs = uint32(within(epochs, 1, HORIZON));
        (, uint64 storageFee, uint64 writeFee) = store.quote(size, epochs);
        uint256 before = wal.balanceOf(alice);
        uint256 supply = wal.totalSupply();
        registerAs(aliceKey, entry(1, size, false, epochs));
        equal(before - wal.balanceOf(alice), uint256(storageFee) + writeFee, "paid");
        uint256 held = 0;
        for (uint32 e = 1; e <= epochs; ++e) {
            held += store.feesOf(e);
        }
        equal(held, wal.balanceOf(address(store)), "held");
        equal(supply - wal.totalSupply(), uint256(storageFee) + writeFee - held, "burned");
    }
}
