// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Archive} from "../examples/Archive.sol";
import {ICallbacks} from "../src/interfaces/ICallbacks.sol";
import {IRegistry} from "../src/interfaces/IRegistry.sol";
import {IStorage} from "../src/interfaces/IStorage.sol";
import {Messages} from "../src/lib/Messages.sol";
import {Network} from "./support/Network.sol";

/// The life of the example: bought, read, renewed by itself, and an escrow that waits for the network's promise.
contract ArchiveTest is Network {
    uint256 private constant TERM_PRICE = 4 * 63 * uint256(STORAGE_PRICE);
    uint128 private constant FEE = 30_000_000;
    Archive private archive;
    IStorage.Registration private work;

    function setUp() public {
        launchEven(4, 1000);
        archive = new Archive(IRegistry(address(registry)), FEE);
        work = entry(1, 100, false, 0);
        vm.prank(alice);
        wal.approve(address(archive), type(uint256).max);
        vm.prank(bob);
        wal.approve(address(archive), type(uint256).max);
    }

    function acquire() private returns (bytes32 object) {
        vm.prank(alice);
        return archive.acquire(work.blobId, work.root, work.size, 10 ** 12);
    }

    function test_acquire() public {
        uint256 before = wal.balanceOf(alice);
        bytes32 object = acquire();
        equal(store.blob(object).owner, address(archive), "owner");
        equal(before - wal.balanceOf(alice), TERM_PRICE + 63 * WRITE_PRICE, "the rest went back");
        equal(wal.balanceOf(address(archive)), 0, "nothing kept");
        equal(wal.allowance(address(archive), address(store)), 0, "no allowance left");
    }

    /// Fees from readers renew the blob when it is told that it ends; without fees it is told again later.
    function test_renews_itself() public {
        bytes32 object = acquire();
        certifyAll(object);
        check(callbacks.deliver(object), "certified");
        setEpoch(3);
        check(!callbacks.deliver(object), "no money yet");
        equal(store.blob(object).endEpoch, 5, "end");
        vm.prank(bob);
        archive.payToRead(work.blobId);
        check(archive.mayRead(work.blobId, bob), "reader");
        check(callbacks.deliver(object), "renewed");
        equal(store.blob(object).endEpoch, 9, "end");
        equal(archive.earned(work.blobId), FEE - TERM_PRICE, "spent");
        equal(wal.balanceOf(address(archive)), archive.earned(work.blobId), "books");
        equal(wal.allowance(address(archive), address(store)), 0, "no allowance left");
        vm.expectRevert(abi.encodeWithSelector(Archive.TooEarly.selector, 3, 9));
        archive.renew(object);
        setEpoch(7);
        vm.expectRevert(abi.encodeWithSelector(IStorage.PaymentExceedsMaximum.selector, TERM_PRICE, FEE - TERM_PRICE));
        archive.renew(object);
        vm.expectRevert(abi.encodeWithSelector(Archive.NotCallbacks.selector, address(this)));
        archive.onBlobExpiring(object, 9);
        bytes32 other = registerAs(aliceKey, entry(2, 100, false, 3));
        vm.expectRevert(abi.encodeWithSelector(Archive.NotOurs.selector, other));
        archive.renew(other);
    }

    /// A blob that a stranger gives to the archive is not renewed, and what one blob has earned does not pay for another.
    function test_pays_for_its_own_alone() public {
        bytes32 object = acquire();
        certifyAll(object);
        IStorage.Registration memory foreign = entry(2, 100, false, 3);
        bytes32 given = registerAs(bobKey, foreign);
        certifyAll(given);
        vm.prank(bob);
        records.transfer(given, address(archive));
        vm.prank(alice);
        archive.payToRead(work.blobId);
        vm.prank(bob);
        bytes32 second = archive.acquire(foreign.blobId, foreign.root, foreign.size, 10 ** 12);
        certifyAll(second);
        setEpoch(3);
        vm.expectRevert(abi.encodeWithSelector(Archive.NotOurs.selector, given));
        archive.renew(given);
        vm.expectRevert(abi.encodeWithSelector(IStorage.PaymentExceedsMaximum.selector, TERM_PRICE, 0));
        archive.renew(second);
        equal(archive.earned(work.blobId), FEE, "untouched");
    }

    function test_escrow_waits_for_the_promise() public {
        vm.prank(alice);
        archive.commission(work.blobId, bob, 12, 4, 777);
        equal(wal.balanceOf(address(archive)), 777, "put up");
        vm.expectRevert(abi.encodeWithSelector(Archive.NotAvailable.selector, work.blobId, 0, 12));
        archive.release(work.blobId, alice);
        IStorage.Registration memory r = work;
        r.epochs = 5;
        bytes32 object = registerAs(bobKey, r);
        certifyAll(object);
        vm.expectRevert(abi.encodeWithSelector(Archive.NotAvailable.selector, work.blobId, 6, 12));
        archive.release(work.blobId, alice);
        extendAs(bobKey, object, 6);
        uint256 before = wal.balanceOf(bob);
        archive.release(work.blobId, alice);
        equal(wal.balanceOf(bob) - before, 777, "paid");
        vm.expectRevert(Archive.NothingToCollect.selector);
        archive.release(work.blobId, alice);
    }

    function test_escrow_goes_back() public {
        vm.prank(alice);
        archive.commission(work.blobId, bob, 12, 4, 777);
        vm.expectRevert(abi.encodeWithSelector(Archive.StillOpen.selector, 1, 4));
        archive.reclaim(work.blobId, alice);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Archive.CommissionExists.selector, work.blobId, alice));
        archive.commission(work.blobId, alice, 1, 1, 1);
        vm.prank(bob); // stands in nobody's way
        archive.commission(work.blobId, alice, type(uint32).max, type(uint32).max, 0);
        setEpoch(5);
        uint256 before = wal.balanceOf(alice);
        archive.reclaim(work.blobId, alice);
        equal(wal.balanceOf(alice) - before, 777, "back");
    }

    /// A blob that is proven invalid does not earn its reward.
    function test_escrow_does_not_pay_for_invalid_blobs() public {
        vm.prank(alice);
        archive.commission(work.blobId, bob, 3, 4, 777);
        bytes32 object = acquire();
        certifyAll(object);
        (bytes memory signature, bytes memory bitmap) = certificate(Messages.invalidBlob(1, network, 1000, work.blobId), everyone());
        records.invalidateBlob(work.blobId, signature, bitmap);
        vm.expectRevert(abi.encodeWithSelector(Archive.NotAvailable.selector, work.blobId, 5, 3));
        archive.release(work.blobId, alice);
        (ICallbacks.Due what,) = callbacks.due(object);
        check(what == ICallbacks.Due.Certified, "the object was certified all the same");
    }
}
