// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {IStorage} from "../src/interfaces/IStorage.sol";
import {IStorageRecords} from "../src/interfaces/IStorageRecords.sol";
import {IWrapper} from "../src/interfaces/IWrapper.sol";
import {Network} from "./support/Network.sol";
import {Receiver} from "./support/Receivers.sol";

/// Records as tokens: who may do what, and that token and record come and go together.
contract WrapperTest is Network {
    uint64 private constant SMALL = 66_034_000;
    bytes32 private object;
    bytes32 private space;

    function setUp() public {
        launchEven(4, 1000);
        object = registerAs(aliceKey, entry(1, 100, true, 3));
        space = reserveAs(aliceKey, SMALL, 1, 4);
    }

    function wrapBoth() private {
        vm.startPrank(alice);
        wrapper.wrap(object);
        wrapper.wrap(space);
        vm.stopPrank();
    }

    function noToken(bytes32 id) private {
        equal(wrapper.holderOf(id), address(0), "holder");
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, uint256(id)));
        wrapper.ownerOf(uint256(id));
    }

    function test_wrap_and_unwrap() public {
        bytes32 bound = store.blob(object).storageId;
        vm.expectEmit(true, true, true, true, address(store));
        emit IStorage.Transferred(object, alice, address(wrapper), 2);
        wrapBoth();
        equal(store.blob(object).owner, address(wrapper), "record");
        equal(store.resource(space).owner, address(wrapper), "record");
        equal(wrapper.ownerOf(uint256(object)), alice, "token");
        equal(records.holderOf(object), alice, "holder");
        equal(records.holderOf(space), alice, "holder");
        equal(wrapper.balanceOf(alice), 2, "tokens");
        vm.startPrank(alice);
        wrapper.unwrap(object);
        wrapper.unwrap(space);
        vm.stopPrank();
        equal(store.blob(object).owner, alice, "back");
        equal(store.blob(object).storageId, bound, "with its storage");
        equal(store.resource(space).owner, alice, "back");
        noToken(object);
        noToken(space);
    }

    function test_wrap_refusals() public {
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotOwner.selector, object, bob, alice));
        vm.prank(bob);
        wrapper.wrap(object);
        vm.expectRevert(abi.encodeWithSelector(IStorage.UnknownObject.selector, keccak256("x")));
        vm.prank(bob);
        wrapper.wrap(keccak256("x"));
        bytes32 bound = store.blob(object).storageId;
        vm.expectRevert(abi.encodeWithSelector(IStorage.UnknownObject.selector, bound)); // bound storage never moves alone
        vm.prank(alice);
        wrapper.wrap(bound);
        wrapBoth();
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStorageRecords.Wrapped.selector, object));
        wrapper.wrap(object);
        vm.expectRevert(abi.encodeWithSelector(IStorageRecords.Wrapped.selector, object));
        records.transfer(object, bob);
        vm.expectRevert(abi.encodeWithSelector(IStorageRecords.Wrapped.selector, space));
        records.transfer(space, bob);
        vm.expectRevert(abi.encodeWithSelector(IStorageRecords.Wrapped.selector, object));
        records.share(object, 0, noPermit());
        vm.stopPrank();
        vm.startPrank(bob);
        vm.expectRevert(abi.encodeWithSelector(IWrapper.NotHolder.selector, object, bob, alice));
        wrapper.unwrap(object);
        vm.expectRevert(abi.encodeWithSelector(IWrapper.NotHolder.selector, keccak256("x"), bob, address(0)));
        wrapper.unwrap(keccak256("x"));
        vm.expectRevert(abi.encodeWithSelector(IWrapper.NotStorage.selector, bob));
        wrapper.retire(object);
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotPart.selector, bob));
        records.takeIn(space, alice);
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotPart.selector, bob));
        records.giveBack(space, bob);
    }

    /// Records do not go to the contracts themselves, by whatever way.
    function test_nothing_gets_stuck() public {
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStorage.InvalidRecipient.selector, address(wrapper)));
        records.transfer(object, address(wrapper));
        vm.expectRevert(abi.encodeWithSelector(IStorage.InvalidRecipient.selector, address(store)));
        records.transfer(object, address(store));
        wrapper.wrap(object);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, address(wrapper)));
        wrapper.transferFrom(alice, address(wrapper), uint256(object));
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, address(store)));
        wrapper.transferFrom(alice, address(store), uint256(object));
    }

    /// Sold on a market that holds an approval; the buyer has all rights, the seller none.
    function test_sale_moves_the_rights() public {
        certifyAll(object);
        wrapBoth();
        address market = address(0x3a7);
        vm.prank(alice);
        wrapper.approve(market, uint256(object));
        vm.prank(market);
        wrapper.transferFrom(alice, bob, uint256(object));
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotOwner.selector, object, alice, bob));
        records.deleteBlob(object);
        IStorage.Permit memory p = permit(aliceKey, 10 ** 12);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotOwner.selector, object, alice, bob));
        store.extend(object, 1, 10 ** 12, p);
        equal(extendAs(bobKey, object, 2), 6, "the holder extends");
        vm.prank(bob);
        bytes32 back = records.deleteBlob(object);
        equal(store.resource(back).owner, bob, "storage is the holder's");
        noToken(object);
        equal(wrapper.balanceOf(bob), 0, "no token left");
    }

    function test_holder_uses_wrapped_storage() public {
        wrapBoth();
        vm.startPrank(alice);
        bytes32 rest = records.splitByEpoch(space, 3);
        equal(store.resource(rest).owner, alice, "the rest is not wrapped");
        equal(store.resource(space).owner, address(wrapper), "the first part is");
        wrapper.wrap(rest);
        records.fuse(space, rest);
        noToken(rest);
        equal(store.resource(space).endEpoch, 4, "joined");
        vm.stopPrank();
        IStorage.Registration memory r = entry(2, 100, true, 0);
        r.storageId = space;
        bytes32 blob = registerAs(aliceKey, r);
        equal(store.blob(blob).owner, alice, "built upon");
        noToken(space);
        vm.prank(alice);
        records.deleteBlob(blob);
        equal(store.resource(space).owner, alice, "comes back unwrapped");
        vm.startPrank(alice);
        wrapper.wrap(space);
        records.destroy(space);
        noToken(space);
        equal(store.resource(space).owner, address(0), "destroyed");
    }

    function test_wrapped_storage_in_pools_and_extensions() public {
        certifyAll(object);
        vm.startPrank(alice);
        bytes32 later = records.splitByEpoch(space, 3);
        wrapper.wrap(space);
        wrapper.wrap(later);
        bytes32 pool = pools.createPoolWith(space);
        noToken(space);
        equal(pools.pool(pool).owner, alice, "pool");
        vm.stopPrank();
        bytes32 more = reserveAs(aliceKey, SMALL, 4, 9);
        vm.startPrank(alice);
        wrapper.wrap(more);
        wrapper.wrap(object);
        equal(records.extendWith(object, more), 9, "extended");
        noToken(more);
        vm.stopPrank();
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotOwner.selector, later, bob, alice));
        pools.createPoolWith(later);
    }

    function test_burning_a_wrapped_blob() public {
        wrapBoth();
        bytes32[] memory list = new bytes32[](1);
        list[0] = object;
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IStorage.NotOwner.selector, object, bob, alice));
        records.burnBlobs(list);
        vm.prank(alice);
        records.burnBlobs(list);
        noToken(object);
    }

    /// Certification and a stranger's extension do not care about tokens.
    function test_others_serve_a_wrapped_blob() public {
        bytes32 permanent = registerAs(aliceKey, entry(2, 100, false, 3));
        vm.prank(alice);
        wrapper.wrap(permanent);
        certifyAll(permanent);
        equal(extendAs(bobKey, permanent, 2), 6, "extended by a stranger");
        equal(wrapper.holderOf(permanent), alice, "still his");
    }

    function test_token_uri() public {
        certifyAll(object);
        wrapBoth();
        string memory json = decoded(wrapper.tokenURI(uint256(object)));
        equal(vm.parseJsonString(json, ".attributes[0].value"), "blob", "kind");
        equal(vm.parseJsonString(json, ".attributes[1].value"), Base64.encodeURL(bytes.concat(store.blob(object).blobId)), "blob id");
        equal(vm.parseJsonUint(json, ".attributes[2].value"), 100, "size");
        equal(vm.parseJsonUint(json, ".attributes[4].value"), 1, "certified");
        equal(vm.parseJsonString(json, ".attributes[5].value"), "yes", "deletable");
        equal(vm.parseJsonUint(json, ".attributes[7].value"), 4, "end");
        equal(vm.parseJsonUint(json, ".attributes[8].value"), SMALL, "storage size");
        json = decoded(wrapper.tokenURI(uint256(space)));
        equal(vm.parseJsonString(json, ".name"), "Walrus storage of 66034000 bytes", "name");
        equal(vm.parseJsonUint(json, ".attributes[2].value"), 4, "end");
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 7));
        wrapper.tokenURI(7);
        check(wrapper.supportsInterface(0x80ac58cd), "ERC-721");
        equal(wrapper.symbol(), "WALRUS", "symbol");
    }

    function decoded(string memory uri) private pure returns (string memory) {
        bytes memory b = bytes(uri);
        uint256 head = bytes("data:application/json;base64,").length;
        bytes memory rest = new bytes(b.length - head);
        for (uint256 i = 0; i < rest.length; ++i) {
            rest[i] = b[head + i];
        }
        return string(Base64.decode(string(rest)));
    }

    /// A receiver that calls back while it gets its token finds everything done.
    function test_reentrancy_through_the_receiver() public {
        Receiver receiver = new Receiver();
        vm.prank(alice);
        records.transfer(object, address(receiver));
        receiver.become(Receiver.Mood.Reenter);
        bytes[4] memory tries = [
            abi.encodeCall(IWrapper.wrap, (object)), // twice
            abi.encodeCall(IStorageRecords.transfer, (object, bob)), // the record away from under the token
            abi.encodeCall(IStorageRecords.share, (object, 0, noPermit())),
            abi.encodeCall(IStorageRecords.giveBack, (object, address(receiver)))
        ];
        for (uint256 i = 0; i < 4; ++i) {
            receiver.prepare(i == 0 ? address(wrapper) : address(store), tries[i]);
            receiver.act(address(wrapper), abi.encodeCall(IWrapper.wrap, (object)));
            bytes4 wanted = i == 3 ? IStorage.NotPart.selector : IStorageRecords.Wrapped.selector;
            equal(bytes32(bytes4(receiver.answer())), bytes32(wanted), "refused");
            equal(wrapper.holderOf(object), address(receiver), "one token");
            equal(store.blob(object).owner, address(wrapper), "one record");
            receiver.act(address(wrapper), abi.encodeCall(IWrapper.unwrap, (object)));
        }
        // Unwrapping inside is as good as unwrapping afterwards.
        receiver.prepare(address(wrapper), abi.encodeCall(IWrapper.unwrap, (object)));
        receiver.act(address(wrapper), abi.encodeCall(IWrapper.wrap, (object)));
        noToken(object);
        equal(store.blob(object).owner, address(receiver), "back");
        receiver.become(Receiver.Mood.Revert);
        vm.expectRevert("no tokens");
        receiver.act(address(wrapper), abi.encodeCall(IWrapper.wrap, (object)));
        equal(store.blob(object).owner, address(receiver), "unchanged");
    }
}
