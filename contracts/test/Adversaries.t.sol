// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Storage} from "../src/Storage.sol";
import {StorageRecords} from "../src/StorageRecords.sol";
import {IAttributes} from "../src/interfaces/IAttributes.sol";
import {ICertificates} from "../src/interfaces/ICertificates.sol";
import {IStorage} from "../src/interfaces/IStorage.sol";
import {IStoragePools} from "../src/interfaces/IStoragePools.sol";
import {IStorageRecords} from "../src/interfaces/IStorageRecords.sol";
import {IWAL} from "../src/interfaces/IWAL.sol";
import {Accounting} from "../src/lib/Accounting.sol";
import {Encoding} from "../src/lib/Encoding.sol";
import {Network} from "./support/Network.sol";

/// A token that calls back into Storage whenever it is moved, as the payer's accomplice.
contract HostileToken {
    address private target;
    bytes private input;
    bool public entered;
    bool public ok;
    bytes public answer;

    function prepare(address target_, bytes calldata input_) external {
        (target, input, entered) = (target_, input_, false);
    }

    function transferFrom(address, address, uint256) external returns (bool) {
        if (!entered && target != address(0)) {
            entered = true;
            (ok, answer) = target.call(input);
        }
        return true;
    }

    function burn(uint256) external {}

    function forgo(address) external {}
}

/// Attacks on money, time and order of calls; those on single records are with their own tests.
contract AdversariesTest is Network {
    uint64 private constant SMALL = 66_034_000;
    uint256 private constant UNITS = 63;

    function setUp() public {
        launchEven(4, 1000);
    }

    function one(IStorage.Registration memory r) private pure returns (IStorage.Registration[] memory rs) {
        rs = new IStorage.Registration[](1);
        rs[0] = r;
    }

    /// Reentrancy through the token: a purchase inside a purchase is two purchases, with ids of their own.
    function test_reentrant_token() public {
        HostileToken token = new HostileToken();
        ICertificates mute = ICertificates(address(certificates));
        bytes memory init =
            abi.encodeCall(Storage.initialize, (owner, keccak256("other"), IWAL(address(token)), mute, defaults()));
        Storage target = Storage(proxy(storageCode(), init));
        vm.prank(address(certificates));
        target.begin();

        token.prepare(address(target), abi.encodeCall(IStorage.reserve, (100, 1, 3, 10 ** 12, noPermit())));
        vm.prank(alice);
        bytes32 outer = target.reserve(7, 1, 3, 10 ** 12, noPermit());
        check(token.entered() && token.ok(), "bought inside");
        bytes32 inner = abi.decode(token.answer(), (bytes32));
        equal(target.resource(outer).owner, alice, "outer");
        equal(target.resource(outer).size, 7, "outer");
        equal(target.resource(inner).owner, address(token), "inner");
        equal(target.resource(inner).size, 100, "inner");
        equal(target.usedCapacity(1), 107, "both are booked");
        equal(target.feesOf(1), 2 * STORAGE_PRICE, "both are charged");
        equal(target.nonces(alice), 1, "one id each");

        // While the token moves, everything is done already: what is being bought can be used, and only once.
        IStorage.Registration memory r = entry(1, 100, false, 3);
        bytes32 object = target.nextObjectId(alice, 2);
        token.prepare(address(target), abi.encodeCall(IStorageRecords.transfer, (object, bob)));
        vm.prank(alice);
        bytes32[] memory objects = target.register(one(r), 10 ** 12, noPermit());
        check(!token.ok(), "not the token's to give");
        equal(target.blob(objects[0]).owner, alice, "owner");
        token.prepare(address(target), abi.encodeCall(IStorage.register, (one(r), 10 ** 12, noPermit())));
        vm.prank(alice);
        objects = target.register(one(r), 10 ** 12, noPermit());
        check(token.ok(), "registered inside");
        equal(target.usedCapacity(1), 107 + 3 * SMALL, "three blobs are booked");
    }

    /// Prices rise between the quote and the purchase: nobody pays more than he agreed to. They fall: the rest of the permit is void.
    function test_stale_prices() public {
        IStorage.Registration[] memory rs = one(entry(1, 100, false, 4));
        (, uint64 storageFee, uint64 writeFee) = store.quote(100, 4);
        uint256 most = uint256(storageFee) + writeFee;
        IStorage.Permit memory p = permit(aliceKey, most);
        store.setPrices(STORAGE_PRICE + 1, WRITE_PRICE);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStorage.PaymentExceedsMaximum.selector, most + 4 * UNITS, most));
        store.register(rs, most, p);
        store.setPrices(STORAGE_PRICE - 1, WRITE_PRICE);
        uint256 before = wal.balanceOf(alice);
        vm.prank(alice);
        store.register(rs, most, p);
        equal(before - wal.balanceOf(alice), most - 4 * UNITS, "the new price");
        equal(wal.allowance(alice, address(store)), 0, "allowance");
    }

    /// Prices rise before a call is mined: each that is paid keeps to the most that its caller agreed to, and changes nothing.
    function test_every_paid_call_keeps_to_its_limit() public {
        bytes32 object = registerAs(aliceKey, entry(1, 100, false, 4));
        certifyAll(object);
        IStorage.Permit memory p = permit(aliceKey, 10 ** 9);
        vm.prank(alice);
        bytes32 pool = pools.createPool(2 * SMALL, 2, 10 ** 9, p);
        store.setPrices(STORAGE_PRICE + 1, WRITE_PRICE + 1);
        spaceWithin(object, UNITS * STORAGE_PRICE);
        poolWithin(pool, UNITS * STORAGE_PRICE, UNITS * WRITE_PRICE);
        attributesWithin(object, WRITE_PRICE);
    }

    function spaceWithin(bytes32 object, uint256 most) private {
        dearer(address(store), abi.encodeCall(IStorage.reserve, (SMALL, 1, 2, most, permit(aliceKey, most))), most + UNITS, most);
        dearer(address(store), abi.encodeCall(IStorage.extend, (object, 1, most, permit(aliceKey, most))), most + UNITS, most);
        IStorage.Extension[] memory es = new IStorage.Extension[](1);
        es[0] = IStorage.Extension(object, 1);
        dearer(address(store), abi.encodeCall(IStorage.extendBatch, (es, most, permit(aliceKey, most))), most + UNITS, most);
        dearer(address(store), abi.encodeCall(IStoragePools.createPool, (SMALL, 1, most, permit(aliceKey, most))), most + UNITS, most);
        dearer(address(store), abi.encodeCall(IStoragePools.createBucket, (SMALL, 1, most, permit(aliceKey, most))), most + UNITS, most);
        IStorage.Registration[] memory rs = one(entry(2, 100, false, 1));
        most += UNITS * WRITE_PRICE;
        dearer(address(store), abi.encodeCall(IStorage.register, (rs, most, permit(aliceKey, most))), most + 2 * UNITS, most);
    }

    /// Of a pool for two epochs with room for two blobs, each at the prices of one for one epoch.
    function poolWithin(bytes32 pool, uint256 space, uint256 write) private {
        uint256 most = 2 * space;
        dearer(address(store), abi.encodeCall(IStoragePools.increasePool, (pool, SMALL, most, permit(aliceKey, most))), most + 2 * UNITS, most);
        dearer(address(store), abi.encodeCall(IStoragePools.extendPool, (pool, 1, most, permit(aliceKey, most))), most + 2 * UNITS, most);
        IStorage.Registration memory r = entry(1, 100, false, 4);
        IStoragePools.PooledRegistration[] memory ps = new IStoragePools.PooledRegistration[](1);
        ps[0] = IStoragePools.PooledRegistration(r.blobId, r.root, 100, 1, false);
        dearer(address(store), abi.encodeCall(IStoragePools.registerPooled, (pool, ps, write, permit(aliceKey, write))), write + UNITS, write);
    }

    function attributesWithin(bytes32 object, uint256 most) private {
        IAttributes.Pair[] memory pairs = new IAttributes.Pair[](1);
        pairs[0] = IAttributes.Pair("k", "v");
        dearer(address(attributes), abi.encodeCall(IAttributes.set, (object, 0, pairs, most, permit(aliceKey, most))), most + 1, most);
        dearer(address(attributes), abi.encodeCall(IAttributes.add, (object, 0, pairs, most, permit(aliceKey, most))), most + 1, most);
        dearer(address(attributes), abi.encodeCall(IAttributes.replace, (object, 0, pairs, most, permit(aliceKey, most))), most + 1, most);
    }

    /// A call that costs `cost` now is refused by name, and nothing is left of it.
    function dearer(address to, bytes memory input, uint256 cost, uint256 most) private {
        (uint256 held, uint64 drawn, uint64 used) = (wal.balanceOf(alice), store.nonces(alice), store.usedCapacity(1));
        vm.prank(alice);
        (bool ok, bytes memory out) = to.call(input);
        check(!ok, "refused");
        equal(out, abi.encodeWithSelector(IStorage.PaymentExceedsMaximum.selector, cost, most), "reason");
        equal(wal.balanceOf(alice), held, "money");
        equal(store.nonces(alice), drawn, "ids");
        equal(store.usedCapacity(1), used, "capacity");
        equal(wal.allowance(alice, address(store)), 0, "allowance");
    }

    /// A permit seen in the pool of transactions is good for its owner only, whoever submits it and by whatever call.
    function test_a_stolen_permit() public {
        uint256 most = 10 ** 9;
        IStorage.Permit memory p = permit(aliceKey, most);
        IStorage.Registration[] memory rs = one(entry(1, 100, false, 1));
        vm.prank(bob);
        (bool ok, bytes memory out) = address(store).call(abi.encodeCall(IStorage.register, (rs, most, p)));
        check(!ok, "refused");
        equal(bytes32(bytes4(out)), bytes32(bytes4(keccak256("ERC2612InvalidSigner(address,address)"))), "not his signature");
        vm.prank(bob);
        wal.permit(alice, address(store), most, p.deadline, p.v, p.r, p.s);
        vm.startPrank(bob);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(store), 0, UNITS * 120_000));
        store.register(rs, most, noPermit());
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(store), 0, STORAGE_PRICE));
        store.reserve(1, 1, 2, most, noPermit());
        vm.stopPrank();
        // Each of her own calls takes it, although it is used already, and leaves nothing.
        vm.prank(alice);
        bytes32 object = store.register(rs, most, p)[0];
        equal(wal.allowance(alice, address(store)), 0, "allowance");
        certifyAll(object);
        frontRun(abi.encodeCall(IStorage.extend, (object, 1, most, permit(aliceKey, most))), address(store), most);
        IStorage.Extension[] memory es = new IStorage.Extension[](1);
        es[0] = IStorage.Extension(object, 1);
        frontRun(abi.encodeCall(IStorage.extendBatch, (es, most, permit(aliceKey, most))), address(store), most);
        frontRun(abi.encodeCall(IStorage.reserve, (1, 1, 2, most, permit(aliceKey, most))), address(store), most);
        frontRun(abi.encodeCall(IStoragePools.createPool, (SMALL, 2, most, permit(aliceKey, most))), address(store), most);
        frontRun(abi.encodeCall(IStoragePools.createBucket, (SMALL, 2, most, permit(aliceKey, most))), address(store), most);
        IAttributes.Pair[] memory pairs = new IAttributes.Pair[](1);
        pairs[0] = IAttributes.Pair("k", "v");
        frontRun(abi.encodeCall(IAttributes.set, (object, 0, pairs, most, permit(aliceKey, most))), address(attributes), most);
        frontRun(abi.encodeCall(IStorageRecords.share, (object, most, permit(aliceKey, most))), address(store), most);
        frontRun(abi.encodeCall(IStorageRecords.fund, (object, most, permit(aliceKey, most))), address(store), most);
    }

    /// The same of calls on attributes and pools.
    function test_a_permit_submitted_first() public {
        uint256 most = 10 ** 9;
        IStorage.Registration memory r = entry(1, 100, false, 1);
        bytes32 object = registerAs(aliceKey, r);
        IAttributes.Pair[] memory pairs = new IAttributes.Pair[](1);
        pairs[0] = IAttributes.Pair("k", "v");
        frontRun(abi.encodeCall(IAttributes.replace, (object, 0, pairs, most, permit(aliceKey, most))), address(attributes), most);
        vm.prank(alice);
        attributes.clear(object, 0);
        frontRun(abi.encodeCall(IAttributes.add, (object, 0, pairs, most, permit(aliceKey, most))), address(attributes), most);
        IStorage.Permit memory q = permit(aliceKey, most);
        vm.prank(alice);
        bytes32 pool = pools.createPool(SMALL, 2, most, q);
        frontRun(abi.encodeCall(IStoragePools.extendPool, (pool, 1, most, permit(aliceKey, most))), address(store), most);
        frontRun(abi.encodeCall(IStoragePools.increasePool, (pool, 1, most, permit(aliceKey, most))), address(store), most);
        IStoragePools.PooledRegistration[] memory ps = new IStoragePools.PooledRegistration[](1);
        ps[0] = IStoragePools.PooledRegistration(r.blobId, r.root, 100, 1, false);
        frontRun(abi.encodeCall(IStoragePools.registerPooled, (pool, ps, most, permit(aliceKey, most))), address(store), most);
    }

    /// Submits the permit at the end of a call's arguments before the call itself.
    function frontRun(bytes memory input, address to, uint256 most) private {
        IStorage.Permit memory p = permit(aliceKey, most);
        vm.prank(bob);
        wal.permit(alice, address(store), most, p.deadline, p.v, p.r, p.s);
        vm.prank(alice);
        (bool ok,) = to.call(input);
        check(ok, "her call goes through");
        equal(wal.allowance(alice, address(store)), 0, "allowance");
    }

    /// An allowance that a user gives Storage by hand is spent by his own calls only.
    function test_standing_allowance() public {
        vm.prank(alice);
        wal.approve(address(store), type(uint256).max);
        vm.startPrank(bob);
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotPart.selector, bob));
        records.charge(alice, 1, 1, noPermit());
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(store), 0, STORAGE_PRICE));
        store.reserve(1, 1, 2, 10 ** 9, noPermit());
        vm.stopPrank();
    }

    /// Full in one epoch in the middle: every way to buy across it is refused, and leaves no trace.
    function test_capacity_exhausted_in_the_middle() public {
        Storage.Params memory params = defaults();
        params.capacity = 10 * SMALL;
        launch(even(4, 1000), params);
        bytes32 object = registerAs(aliceKey, entry(1, 100, false, 3));
        certifyAll(object);
        reserveAs(bobKey, 10 * SMALL, 8, 9);
        uint256 held = wal.balanceOf(alice);
        uint256 most = 10 ** 12;
        bytes memory full = abi.encodeWithSelector(Accounting.StorageExceeded.selector, 8, 11 * SMALL, 10 * SMALL);
        IStorage.Registration[] memory rs = new IStorage.Registration[](3);
        (rs[0], rs[1], rs[2]) = (entry(1, 100, false, 2), entry(2, 100, false, 9), entry(3, 100, false, 7));
        refused(abi.encodeCall(IStorage.register, (rs, most, permit(aliceKey, most))), full);
        refused(abi.encodeCall(IStorage.extend, (object, 5, most, permit(aliceKey, most))), full);
        IStorage.Extension[] memory es = new IStorage.Extension[](2);
        (es[0], es[1]) = (IStorage.Extension(object, 2), IStorage.Extension(object, 20));
        refused(abi.encodeCall(IStorage.extendBatch, (es, most, permit(aliceKey, most))), full);
        refused(abi.encodeCall(IStorage.reserve, (SMALL, 1, 50, most, permit(aliceKey, most))), full);
        refused(abi.encodeCall(IStoragePools.createPool, (SMALL, 8, most, permit(aliceKey, most))), full);
        equal(wal.balanceOf(alice), held, "nothing paid");
        for (uint32 e = 1; e < 60; ++e) {
            equal(store.usedCapacity(e), e < 4 ? SMALL : e == 8 ? 10 * SMALL : 0, "capacity");
        }
        rs[1].epochs = 7; // up to the full epoch
        registerAs(aliceKey, rs);
        equal(store.usedCapacity(7), 2 * SMALL, "before it");
    }

    function refused(bytes memory input, bytes memory reason) private {
        vm.prank(alice);
        (bool ok, bytes memory out) = address(store).call(input);
        check(!ok, "refused");
        equal(out, reason, "reason");
    }

    /// Largest and smallest numbers everywhere: each refusal has a name.
    function test_integer_edges() public {
        uint256 most = type(uint64).max;
        bytes32 object = registerAs(aliceKey, entry(1, 0, true, 1));
        certifyAll(object);
        vm.startPrank(alice);
        wal.approve(address(store), type(uint256).max);
        bytes32 id = store.reserve(1, 1, 2, most, noPermit());
        vm.stopPrank();
        uint64 huge = type(uint64).max;
        uint256 fee = uint256(STORAGE_PRICE) * Accounting.units(huge);
        refused(
            abi.encodeCall(IStorage.reserve, (huge, 1, 2, most, noPermit())),
            abi.encodeWithSelector(Accounting.StorageExceeded.selector, 1, uint256(huge) + SMALL + 1, CAPACITY)
        );
        check(fee < most, "the price is no obstacle here");
        refused(
            abi.encodeCall(IStorage.reserve, (huge, 1, 2, most + 1, noPermit())),
            abi.encodeWithSelector(Accounting.StorageExceeded.selector, 1, uint256(huge) + SMALL + 1, CAPACITY)
        );
        uint32 never = type(uint32).max;
        refused(
            abi.encodeCall(IStorage.reserve, (1, never, never, most, noPermit())),
            abi.encodeWithSelector(Accounting.InvalidEpochsAhead.selector, 0, HORIZON)
        );
        refused(
            abi.encodeCall(IStorage.extend, (object, never, most, noPermit())),
            abi.encodeWithSelector(Accounting.InvalidEpochsAhead.selector, uint256(never) + 1, HORIZON)
        );
        refused(
            abi.encodeCall(IStoragePools.createPool, (1, never, most, noPermit())),
            abi.encodeWithSelector(Accounting.InvalidEpochsAhead.selector, never, HORIZON)
        );
        refused(
            abi.encodeCall(IStoragePools.createPool, (0, 1, most, noPermit())),
            abi.encodeWithSelector(IStorage.InvalidResourceSize.selector)
        );
        vm.prank(alice);
        bytes32 pool = pools.createPool(1, 1, most, noPermit());
        refused(
            abi.encodeCall(IStoragePools.increasePool, (pool, huge, most, noPermit())),
            abi.encodeWithSelector(Accounting.StorageExceeded.selector, 1, uint256(huge) + SMALL + 2, CAPACITY)
        );
        refused(
            abi.encodeCall(IStoragePools.decreasePool, (pool, huge)),
            abi.encodeWithSelector(IStoragePools.InsufficientCapacity.selector, huge, 1)
        );
        refused(
            abi.encodeCall(IStoragePools.extendPool, (pool, never, most, noPermit())),
            abi.encodeWithSelector(Accounting.InvalidEpochsAhead.selector, uint256(never) + 1, HORIZON)
        );
        refused(
            abi.encodeCall(IStorageRecords.splitBySize, (id, huge)), abi.encodeWithSignature("IncompatibleAmount(uint64,uint64)", huge, 1)
        );
        store.setPrices(huge, huge);
        refused(
            abi.encodeCall(IStorage.reserve, (2 << 20, 1, 2, most, noPermit())),
            abi.encodeWithSelector(Accounting.FeeTooLarge.selector, uint256(huge) * 2)
        );
        refused(
            abi.encodeCall(IStorage.reserve, (1, 1, 3, most, noPermit())),
            abi.encodeWithSelector(IStorage.PaymentExceedsMaximum.selector, uint256(huge) * 2, most)
        );
        refused(
            abi.encodeCall(IStorage.reserve, (1, 1, 2, most, noPermit())),
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, alice, wal.balanceOf(alice), huge)
        );
        vm.expectRevert(abi.encodeWithSelector(Accounting.FeeTooLarge.selector, uint256(huge) * UNITS));
        store.quote(1, never);
        vm.expectRevert(abi.encodeWithSelector(Encoding.DataTooLarge.selector, huge, 14_599_533_452));
        store.quote(huge, 1);
    }

    /// The last epoch of the horizon can be bought, the one behind it cannot; also for space far ahead.
    function test_horizon() public {
        uint256 most = 10 ** 12;
        equal(store.resource(reserveAs(aliceKey, 1, 53, 54)).startEpoch, 53, "last epoch");
        refused(
            abi.encodeCall(IStorage.reserve, (1, 54, 55, most, permit(aliceKey, most))),
            abi.encodeWithSelector(Accounting.InvalidEpochsAhead.selector, 54, HORIZON)
        );
        setEpoch(2);
        equal(store.resource(reserveAs(aliceKey, 1, 54, 55)).startEpoch, 54, "an epoch later");
    }

    /// Amounts that do not divide: what is not burned is kept, to the unit, however small.
    function testFuzz_dust(uint16 basis, uint64 price, uint32 epochs, uint64 size) public {
        Storage.Params memory params = defaults();
        params.burnBasis = basis % 10_001;
        params.storagePrice = price % 1000;
        params.writePrice = price % 7;
        launch(even(4, 1000), params);
        epochs = uint32(within(epochs, 1, HORIZON));
        uint256 supply = wal.totalSupply();
        uint256 before = wal.balanceOf(alice);
        reserveAs(aliceKey, uint64(within(size, 1, 3 << 20)), 1, 1 + epochs);
        bytes32 object = registerAs(aliceKey, entry(1, 1, false, 1));
        certifyAll(object);
        extendAs(aliceKey, object, 1);
        uint256 held = 0;
        for (uint32 e = 1; e <= 1 + epochs; ++e) {
            held += store.feesOf(e);
        }
        equal(before - wal.balanceOf(alice), held + supply - wal.totalSupply(), "paid = held + burned");
        equal(wal.balanceOf(address(store)), held, "held");
        equal(wal.burned(), wal.SUPPLY() - wal.totalSupply(), "burned is visible");
    }

    /// The pieces of Storage, called by their own addresses, have no state and do nothing.
    function test_pieces_alone() public {
        StorageRecords piece = new StorageRecords(address(0));
        bytes memory stopped = abi.encodeWithSelector(IStorage.WrongEpochState.selector, 0);
        vm.expectRevert(stopped);
        piece.deleteBlob(keccak256("x"));
        vm.expectRevert(stopped);
        piece.invalidateBlob(keccak256("x"), "", "");
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotPart.selector, address(this)));
        piece.takeIn(keccak256("x"), alice);
        vm.expectRevert(abi.encodeWithSelector(IStorage.UnknownObject.selector, keccak256("x")));
        piece.destroy(keccak256("x"));
    }

    function test_link_once() public {
        vm.expectRevert(abi.encodeWithSelector(IStorage.AlreadyLinked.selector, address(wrapper)));
        store.link(bob, bob);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSignature("OwnableUnauthorizedAccount(address)", bob));
        store.link(bob, bob);
        (address wrapper_, address attributes_) = records.linked();
        check(wrapper_ == address(wrapper) && attributes_ == address(attributes), "linked");
    }
}
