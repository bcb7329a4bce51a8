// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {OwnableUpgradeable} from "@openzeppelin/contracts-upgradeable/access/OwnableUpgradeable.sol";
import {Part} from "../src/Part.sol";
import {Registry} from "../src/Registry.sol";
import {Storage} from "../src/Storage.sol";
import {IRegistry} from "../src/interfaces/IRegistry.sol";
import {IWAL} from "../src/interfaces/IWAL.sol";
import {Network} from "./support/Network.sol";

/// A later version of a part, for the upgrade test.
contract StorageNext is Storage(address(0)) {
    function next() external pure returns (bool) {
        return true;
    }
}

/// The network's name, the list of parts, and who may replace what.
contract RegistryTest is Network {
    function setUp() public {
        launchEven(4, 1000);
    }

    function test_network_id() public view {
        bytes memory preimage = abi.encodePacked("walrus-network-v1", block.chainid, address(registry), keccak256("salt"));
        equal(registry.networkId(), sha256(preimage), "network id");
        equal(registry.salt(), keccak256("salt"), "salt");
        equal(registry.version(), 1, "version");
        equal(registry.deployedBlock(), block.number, "block");
        equal(certificates.networkId(), registry.networkId(), "certificates");
    }

    function test_networks_never_share_an_id() public {
        bytes32 first = network;
        deploy(1000, defaults(), keccak256("salt")); // another address
        check(network != first, "same salt");
        bytes memory code = abi.encodeCall(Registry.initialize, (owner, keccak256("salt"), 1));
        address shared = address(new Registry());
        vm.chainId(1);
        check(Registry(proxy(shared, code)).networkId() != network, "another chain");
    }

    function test_parts() public {
        equal(registry.part("WAL"), address(wal), "WAL");
        (bytes32[] memory names, address[] memory addresses) = registry.parts();
        equal(names.length, 6, "parts");
        check(names[1] == "Storage" && addresses[1] == address(store), "second part");
        vm.expectRevert(abi.encodeWithSelector(IRegistry.UnknownPart.selector, bytes32("Epochs")));
        registry.part("Epochs");
    }

    function test_set_parts() public {
        bytes32[] memory names = new bytes32[](2);
        address[] memory addresses = new address[](2);
        (names[0], names[1]) = ("WAL", "Epochs");
        (addresses[0], addresses[1]) = (bob, alice);
        registry.setParts(names, addresses);
        equal(registry.part("WAL"), bob, "replaced");
        (names,) = registry.parts();
        equal(names.length, 7, "one more");

        addresses[0] = address(0);
        vm.expectRevert(abi.encodeWithSelector(IRegistry.LengthMismatch.selector, 2, 7));
        registry.setParts(names, addresses);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(OwnableUpgradeable.OwnableUnauthorizedAccount.selector, bob));
        registry.setParts(names, addresses);
        names = new bytes32[](1);
        names[0] = "WAL";
        vm.expectRevert(abi.encodeWithSelector(IRegistry.UnknownPart.selector, bytes32("WAL")));
        registry.setParts(names, new address[](1));
    }

    function allParts() private view returns (Part[6] memory) {
        return [Part(address(registry)), certificates, store, attributes, wrapper, callbacks];
    }

    function test_only_the_owner_upgrades() public {
        Part[6] memory parts = allParts();
        address next = address(new StorageNext());
        for (uint256 i = 0; i < parts.length; ++i) {
            equal(parts[i].owner(), owner, "owner");
            vm.prank(bob);
            vm.expectRevert(abi.encodeWithSelector(OwnableUpgradeable.OwnableUnauthorizedAccount.selector, bob));
            parts[i].upgradeToAndCall(next, "");
        }
        bytes32 object = registerAs(aliceKey, entry(1, 100, false, 3));
        store.upgradeToAndCall(next, "");
        check(StorageNext(address(store)).next(), "new code");
        equal(store.blob(object).owner, alice, "same state");
        vm.expectRevert(Initializable.InvalidInitialization.selector);
        store.initialize(bob, network, token(), certificates, defaults());
    }

    function token() private view returns (IWAL) {
        return IWAL(address(wal));
    }

    /// A proxy does not take a contract that is no UUPS implementation.
    function test_refuses_code_that_cannot_be_upgraded_again() public {
        vm.expectRevert(abi.encodeWithSignature("ERC1967InvalidImplementation(address)", address(wal)));
        store.upgradeToAndCall(address(wal), "");
    }

    function test_ownership_moves_in_two_steps() public {
        store.transferOwnership(bob);
        equal(store.owner(), owner, "not yet");
        vm.prank(bob);
        store.acceptOwnership();
        equal(store.owner(), bob, "now");
    }

    function test_ownership_cannot_be_renounced() public {
        Part[6] memory parts = allParts();
        for (uint256 i = 0; i < parts.length; ++i) {
            vm.expectRevert(Part.OwnershipNotRenounceable.selector);
            parts[i].renounceOwnership(); // by the owner
            vm.prank(bob);
            vm.expectRevert(Part.OwnershipNotRenounceable.selector);
            parts[i].renounceOwnership();
            equal(parts[i].owner(), owner, "owner");
        }
    }

    function test_implementations_cannot_be_initialised() public {
        Registry code = new Registry();
        vm.expectRevert(Initializable.InvalidInitialization.selector);
        code.initialize(bob, 0, 1);
        Storage code_ = Storage(storageCode());
        vm.expectRevert(Initializable.InvalidInitialization.selector);
        code_.initialize(bob, 0, token(), certificates, defaults());
    }
}
