// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {PartProxy} from "../src/PartProxy.sol";
import {Piece} from "../src/Piece.sol";
import {IAttributes} from "../src/interfaces/IAttributes.sol";
import {IStorage} from "../src/interfaces/IStorage.sol";
import {IStoragePools} from "../src/interfaces/IStoragePools.sol";
import {IStorageRecords} from "../src/interfaces/IStorageRecords.sol";
import {Network} from "./support/Network.sol";

/// What happens to calls on their way in: each function is found behind its one address, and each refusal has a name, also those that the
/// compiler's decoder makes. Selectors are read from the artifacts, so that no new function is forgotten; tools/pieces.mjs checks the
/// pieces themselves.
contract CallsTest is Network {
    bytes4 private constant PANIC = bytes4(keccak256("Panic(uint256)"));
    bytes4 private constant TEXT = bytes4(keccak256("Error(string)"));

    function setUp() public {
        launchEven(4, 1000);
    }

    function selectorsOf(string memory name) private view returns (bytes4[] memory list) {
        string memory json = vm.readFile(string.concat("out/", name, ".sol/", name, ".json"));
        string[] memory signatures = vm.parseJsonKeys(json, ".methodIdentifiers");
        list = new bytes4[](signatures.length);
        for (uint256 i = 0; i < list.length; ++i) {
            list[i] = bytes4(keccak256(bytes(signatures[i])));
        }
    }

    /// The contracts behind proxies with the interfaces that answer there.
    function parts() private view returns (string[8] memory names, address[8] memory places) {
        names = ["Registry", "Certificates", "Storage", "IStorageRecords", "IStoragePools", "Attributes", "Wrapper", "Callbacks"];
        places[0] = address(registry);
        places[1] = address(certificates);
        (places[2], places[3], places[4]) = (address(store), address(store), address(store));
        (places[5], places[6], places[7]) = (address(attributes), address(wrapper), address(callbacks));
    }

    /// Whether a call with these bytes was taken; if not it was refused by name.
    function named(address to, bytes memory input) private returns (bool ok) {
        bytes memory out;
        (ok, out) = to.call(input);
        if (!ok) check(out.length >= 4 && bytes4(out) != PANIC && bytes4(out) != TEXT, "every refusal has a name");
    }

    function malformed(address to, bytes memory input) private {
        (bool ok, bytes memory out) = to.call(input);
        check(!ok, "refused");
        equal(out, abi.encodeWithSelector(PartProxy.MalformedCall.selector, bytes4(input)), "by name");
    }

    function test_every_function_is_found() public {
        string[3] memory interfaces = ["IStorage", "IStorageRecords", "IStoragePools"];
        uint256 found = 0;
        for (uint256 k = 0; k < 3; ++k) {
            bytes4[] memory list = selectorsOf(interfaces[k]);
            for (uint256 i = 0; i < list.length; ++i) {
                (bool ok, bytes memory out) = address(store).call(abi.encodePacked(list[i]));
                check(ok || bytes4(out) != Piece.UnknownFunction.selector, "found");
                found++;
            }
        }
        emit log_named_uint("functions of Storage", found);
        check(found >= 55, "all of them");
        (bool known, bytes memory answer) = address(store).call(hex"01020304");
        check(!known, "unknown");
        equal(answer, abi.encodeWithSelector(Piece.UnknownFunction.selector, bytes4(0x01020304)), "named");
    }

    /// forge-config: default.fuzz.runs = 64
    function testFuzz_every_refusal_has_a_name(bytes calldata junk, uint256 seed) public {
        (string[8] memory names, address[8] memory places) = parts();
        for (uint256 k = 0; k < 8; ++k) {
            bytes4[] memory list = selectorsOf(names[k]);
            // Words of small numbers and offsets get further than arbitrary bytes.
            bytes memory words;
            for (uint256 i = 0; i < 12; ++i) {
                words = abi.encodePacked(words, uint256(keccak256(abi.encode(seed, k, i))) % 6 * 32);
            }
            for (uint256 i = 0; i < list.length; ++i) {
                named(places[k], abi.encodePacked(list[i], junk));
                named(places[k], abi.encodePacked(list[i], words));
            }
        }
    }

    function test_malformed_calls() public {
        IStorage.Registration[] memory rs = new IStorage.Registration[](2);
        (rs[0], rs[1]) = (entry(1, 100, true, 3), entry(2, 100, true, 3));
        bytes memory good = abi.encodeCall(IStorage.register, (rs, 10 ** 12, permit(aliceKey, 10 ** 12)));
        // The second entry's flag, the last word but one, is neither 0 nor 1.
        bytes memory bad = bytes.concat(good);
        check(bad[bad.length - 33] == 0x01, "the flag");
        bad[bad.length - 33] = 0x02;
        vm.prank(alice);
        (bool ok, bytes memory out) = address(store).call(bad);
        check(!ok, "refused");
        equal(out, abi.encodeWithSelector(PartProxy.MalformedCall.selector, IStorage.register.selector), "a bad flag");
        for (uint256 cut = 1; cut < good.length - 4; cut += 31) {
            bytes memory short = new bytes(good.length - cut);
            for (uint256 i = 0; i < short.length; ++i) {
                short[i] = good[i];
            }
            malformed(address(store), short);
        }
        // The other two pieces, and the other contracts.
        IStorageRecords.Claim[] memory claims = new IStorageRecords.Claim[](1);
        bad = abi.encodeCall(IStorageRecords.certifyBatch, (claims, "", ""));
        bad[4] = 0xff; // the offset of the claims
        malformed(address(store), bad);
        malformed(address(store), abi.encodePacked(IStorageRecords.transfer.selector, type(uint256).max, type(uint256).max));
        malformed(address(store), abi.encodePacked(IStoragePools.decreasePoolUnused.selector, uint256(0), uint256(256)));
        malformed(address(attributes), abi.encodePacked(IAttributes.clear.selector));
        malformed(address(wrapper), abi.encodeWithSignature("ownerOf(uint256)"));
        malformed(address(callbacks), abi.encodeWithSignature("subscribe(uint32,uint32)", uint256(1) << 32, 0));
        malformed(address(registry), abi.encodeWithSignature("part(bytes32)"));
        malformed(address(certificates), abi.encodeWithSignature("page(uint32,uint16)", 1, 65536));
        malformed(address(attributes), hex"01020304");
        malformed(address(attributes), hex"");
        malformed(address(attributes), hex"010203");
        // Native coin, which nothing here takes.
        (ok, out) = address(store).call{value: 1}(abi.encodeCall(IStorage.system, ()));
        check(!ok, "refused");
        equal(out, abi.encodeWithSelector(PartProxy.MalformedCall.selector, IStorage.system.selector), "coin");
        (ok, out) = address(store).call{value: 1}("");
        check(!ok, "refused");
        equal(out, abi.encodeWithSelector(PartProxy.MalformedCall.selector, bytes4(0)), "coin alone");
    }

    /// A call that runs out of gas is not called malformed, at whatever depth that happens.
    function testFuzz_out_of_gas_is_not_malformed(uint256 gas_) public {
        bytes32 object = registerAs(aliceKey, entry(1, 100, true, 3));
        certifyAll(object);
        IAttributes.Pair[] memory pairs = new IAttributes.Pair[](1);
        pairs[0] = IAttributes.Pair("k", "v");
        starve(address(attributes), abi.encodeCall(IAttributes.set, (object, 0, pairs, 10 ** 9, permit(aliceKey, 10 ** 9))), gas_);
        starve(address(store), abi.encodeCall(IStorage.extend, (object, 3, 10 ** 9, permit(aliceKey, 10 ** 9))), gas_ >> 20);
        starve(address(store), abi.encodeCall(IStoragePools.createPool, (1, 3, 10 ** 9, permit(aliceKey, 10 ** 9))), gas_ >> 40);
        starve(address(wrapper), abi.encodeWithSignature("wrap(bytes32)", object), gas_ >> 60);
    }

    function starve(address to, bytes memory input, uint256 gas_) private {
        vm.prank(alice);
        (bool ok, bytes memory out) = to.call{gas: within(gas_, 1, 300_000)}(input);
        check(ok || out.length == 0 || bytes4(out) != PartProxy.MalformedCall.selector, "out of gas");
    }
}
