// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {ICallbacks} from "../src/interfaces/ICallbacks.sol";
import {IStorage} from "../src/interfaces/IStorage.sol";
import {IStoragePools} from "../src/interfaces/IStoragePools.sol";
import {Blake2b} from "../src/lib/Blake2b.sol";
import {Messages} from "../src/lib/Messages.sol";
import {Network} from "./support/Network.sol";
import {Receiver} from "./support/Receivers.sol";

/// Telling contracts of their blobs, friendly ones and others.
contract CallbacksTest is Network {
    uint32 private constant GAS = 300_000;
    Receiver private receiver;
    bytes32 private object;

    function setUp() public {
        launchEven(4, 1000);
        receiver = new Receiver();
        object = registerAs(aliceKey, entry(1, 100, false, 5));
        vm.prank(alice);
        records.transfer(object, address(receiver));
        wal.transfer(address(receiver), 10 ** 12);
        receiver.act(address(wal), abi.encodeCall(wal.approve, (address(store), 10 ** 12)));
        subscribe(GAS, 2);
    }

    function subscribe(uint32 gasLimit, uint32 lead) private {
        receiver.act(address(callbacks), abi.encodeCall(ICallbacks.subscribe, (gasLimit, lead)));
    }

    function expectDue(ICallbacks.Due wanted) private view {
        (ICallbacks.Due what, address to) = callbacks.due(object);
        equal(uint256(what), uint256(wanted), "due");
        equal(to, address(receiver), "receiver");
    }

    function nothingDue() private {
        expectDue(ICallbacks.Due.Nothing);
        vm.expectRevert(abi.encodeWithSelector(ICallbacks.NothingDue.selector, object));
        callbacks.deliver(object);
    }

    function test_certified_then_expiring() public {
        nothingDue();
        certifyAll(object);
        expectDue(ICallbacks.Due.Certified);
        vm.expectEmit(true, true, true, true, address(callbacks));
        emit ICallbacks.Delivered(object, address(receiver), ICallbacks.Due.Certified);
        check(callbacks.deliver(object), "taken");
        equal(receiver.certifiedCalls(), 1, "told");
        equal(receiver.toldEnd(), 6, "end");
        nothingDue();
        setEpoch(3);
        nothingDue();
        setEpoch(4); // two epochs before the end
        expectDue(ICallbacks.Due.Expiring);
        check(callbacks.deliver(object), "taken");
        equal(receiver.expiringCalls(), 1, "told");
        nothingDue();
        extendAs(bobKey, object, 3);
        nothingDue(); // far away again
        setEpoch(7);
        check(callbacks.deliver(object), "told of the new end");
        equal(receiver.toldEnd(), 9, "end");
        setEpoch(9);
        nothingDue(); // ended
    }

    function test_opt_in_and_out() public {
        certifyAll(object);
        subscribe(0, 0);
        nothingDue();
        subscribe(GAS, 0);
        expectDue(ICallbacks.Due.Certified); // what came before is told, too
        callbacks.deliver(object);
        setEpoch(5);
        nothingDue(); // lead 0: no warning wanted
        vm.expectRevert(abi.encodeWithSelector(ICallbacks.GasLimitTooHigh.selector, 2_000_001, 2_000_000));
        callbacks.subscribe(2_000_001, 1);
        (uint32 gasLimit, uint32 lead) = callbacks.subscription(address(receiver));
        check(gasLimit == GAS && lead == 0, "subscription");
        (ICallbacks.Due what, address to) = callbacks.due(keccak256("x"));
        check(what == ICallbacks.Due.Nothing && to == address(0), "unknown object");
    }

    /// A new owner is told anew, the old one no more.
    function test_told_once_per_owner() public {
        certifyAll(object);
        callbacks.deliver(object);
        Receiver other = new Receiver();
        receiver.act(address(store), abi.encodeWithSignature("transfer(bytes32,address)", object, other));
        vm.expectRevert(abi.encodeWithSelector(ICallbacks.NothingDue.selector, object));
        callbacks.deliver(object);
        other.act(address(callbacks), abi.encodeCall(ICallbacks.subscribe, (GAS, 1)));
        callbacks.deliver(object);
        equal(other.certifiedCalls(), 1, "new owner");
        equal(receiver.certifiedCalls(), 1, "old owner");
    }

    /// Nothing that a receiver does holds up a certification, and each failure can be made good.
    function test_hostile_receivers() public {
        certifyAll(object);
        Receiver.Mood[3] memory moods = [Receiver.Mood.Revert, Receiver.Mood.BurnGas, Receiver.Mood.RevertMegabytes];
        for (uint256 i = 0; i < moods.length; ++i) {
            receiver.become(moods[i]);
            vm.expectEmit(true, true, true, true, address(callbacks));
            emit ICallbacks.DeliveryFailed(object, address(receiver), ICallbacks.Due.Certified);
            uint256 before = gasleft();
            check(!callbacks.deliver(object), "failed");
            check(before - gasleft() < GAS + 100_000, "no more than it asked for");
            equal(receiver.certifiedCalls(), 0, "undone");
            expectDue(ICallbacks.Due.Certified);
        }
        receiver.become(Receiver.Mood.ReturnMegabytes);
        uint256 gas_ = gasleft();
        check(callbacks.deliver(object), "whatever it returns");
        check(gas_ - gasleft() < GAS + 100_000, "nothing is copied");
        equal(receiver.certifiedCalls(), 1, "told");
    }

    /// The same with all the gas that a receiver can ask for: a megabyte of answer, whether taken or thrown, costs the caller nothing.
    function test_a_megabyte_of_answer() public {
        certifyAll(object);
        subscribe(2_000_000, 2);
        receiver.become(Receiver.Mood.RevertMegabytes);
        uint256 before = gasleft();
        check(!callbacks.deliver(object), "failed");
        check(before - gasleft() < 2_100_000, "no more than it asked for");
        receiver.become(Receiver.Mood.ReturnMegabytes);
        before = gasleft();
        check(callbacks.deliver(object), "taken");
        uint256 used = before - gasleft();
        check(used > 1_800_000 && used < 2_100_000, "it did return that much, and none of it was copied");
        vm.expectRevert(abi.encodeWithSelector(ICallbacks.GasLimitTooHigh.selector, 2_000_001, 2_000_000));
        subscribe(2_000_001, 2);
    }

    /// Whoever delivers cannot starve the receiver: either it gets what it asked for, or nothing is noted.
    function testFuzz_starving_is_refused(uint256 gas_) public {
        certifyAll(object);
        gas_ = within(gas_, 60_000, 500_000);
        (bool ok, bytes memory out) = address(callbacks).call{gas: gas_}(abi.encodeCall(ICallbacks.deliver, (object)));
        if (ok) {
            check(abi.decode(out, (bool)), "taken");
            equal(receiver.certifiedCalls(), 1, "told");
            check(receiver.gasGiven() > GAS - 1_000, "all the gas");
        } else {
            equal(receiver.certifiedCalls(), 0, "not told");
            expectDue(ICallbacks.Due.Certified);
        }
    }

    function test_not_enough_gas_has_a_name() public {
        certifyAll(object);
        (bool ok, bytes memory out) = address(callbacks).call{gas: 200_000}(abi.encodeCall(ICallbacks.deliver, (object)));
        check(!ok, "refused");
        equal(bytes32(bytes4(out)), bytes32(ICallbacks.NotEnoughGas.selector), "reason");
    }

    function test_reentrancy() public {
        certifyAll(object);
        receiver.become(Receiver.Mood.Reenter);
        receiver.prepare(address(callbacks), abi.encodeCall(ICallbacks.deliver, (object)));
        check(callbacks.deliver(object), "taken");
        equal(receiver.answer(), abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector), "guarded");
        equal(receiver.certifiedCalls(), 1, "once");
    }

    /// A receiver may use Storage in its call: it renews its blob when it is told that it ends.
    function test_receiver_renews() public {
        certifyAll(object);
        callbacks.deliver(object);
        receiver.become(Receiver.Mood.Renew);
        receiver.prepare(address(store), abi.encodeCall(IStorage.extend, (object, 4, 10 ** 12, noPermit())));
        setEpoch(5);
        check(callbacks.deliver(object), "renewed");
        equal(store.blob(object).endEpoch, 10, "end");
        nothingDue();
    }

    function test_pooled_blobs() public {
        IStorage.Permit memory p = permit(aliceKey, 10 ** 13);
        vm.prank(alice);
        bytes32 pool = pools.createPool(1 << 30, 4, 10 ** 13, p);
        IStoragePools.PooledRegistration[] memory rs = new IStoragePools.PooledRegistration[](1);
        rs[0].root = keccak256("r");
        (rs[0].size, rs[0].encoding, rs[0].blobId) = (5, 1, Blake2b.blobId(1, 5, rs[0].root));
        p = permit(aliceKey, 10 ** 13);
        vm.prank(alice);
        pools.registerPooled(pool, rs, 10 ** 13, p);
        vm.prank(alice);
        records.transfer(pool, address(receiver));
        bytes32 blobId = rs[0].blobId;
        (bytes memory signature, bytes memory bitmap) =
            certificate(Messages.availability(1, network, availablePooled(pool, blobId)), everyone());
        pools.certifyPooled(pool, blobId, signature, bitmap);
        (ICallbacks.Due what, address to) = callbacks.duePooled(pool, blobId);
        check(what == ICallbacks.Due.Certified && to == address(receiver), "due");
        check(callbacks.deliverPooled(pool, blobId), "taken");
        setEpoch(3);
        check(callbacks.deliverPooled(pool, blobId), "expiring");
        equal(receiver.expiringCalls(), 1, "told");
    }

    /// The holder of a wrapped blob's token is told.
    function test_wrapped_blob() public {
        certifyAll(object);
        receiver.act(address(wrapper), abi.encodeWithSignature("wrap(bytes32)", object));
        expectDue(ICallbacks.Due.Certified);
        check(callbacks.deliver(object), "taken");
    }
}
