// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICertificates} from "../src/interfaces/ICertificates.sol";
import {IStorage} from "../src/interfaces/IStorage.sol";
import {Network} from "./support/Network.sol";

/// What whole transactions cost, their 21,000 and calldata included, for docs/contracts.md:
/// `npm run gas` (forge test --isolate --match-contract GasTest -vv).
contract GasTest is Network {
    /// EIP-7825 caps a transaction at 16.7 million gas; ours stay below this.
    uint256 private constant LIMIT = 12_000_000;

    function report(string memory what) private returns (uint256 used) {
        used = vm.lastCallGas().gasTotalUsed;
        emit log_named_uint(what, used);
        check(used < LIMIT, what);
    }

    function several(uint256 count, uint32 epochs) private view returns (IStorage.Registration[] memory rs) {
        rs = new IStorage.Registration[](count);
        for (uint256 i = 0; i < count; ++i) {
            rs[i] = entry(1000 * epochs + i, 100_000, false, epochs);
        }
    }

    function committeeOf(uint16 members, uint16 absent) private {
        launchEven(members, 1000);
        string memory label = string.concat(" with ", vm.toString(members), " members");
        registerAs(aliceKey, entry(0, 1, false, 1)); // so that the first of all purchases is not what is measured
        bytes32 first = registerAs(aliceKey, entry(1, 100_000, false, 1));
        report(string.concat("register one blob", label));
        bytes32 second = registerAs(aliceKey, entry(2, 100_000, false, 1));

        (bytes memory signature, bytes memory bitmap) = certificate(statement(1, first), everyone());
        store.certify(first, signature, bitmap);
        report(string.concat("certify", label, ", none absent"));
        bytes memory message = statement(1, second);
        certificates.verify(message, signatureOf(message, everyone()), bitmap, ICertificates.Threshold.Quorum);
        report(string.concat("certificate check", label, ", none absent"));
        if (absent == 0) return;
        uint256 signers = everyone();
        for (uint256 i = 0; i < absent; ++i) {
            signers &= ~(1 << (i * members / absent)); // spread over all pages
        }
        (signature, bitmap) = certificate(message, signers);
        store.certify(second, signature, bitmap);
        string memory away = string.concat(", ", vm.toString(absent), " absent");
        report(string.concat("certify", label, away));
        certificates.verify(message, signature, bitmap, ICertificates.Threshold.Quorum);
        report(string.concat("certificate check", label, away));
    }

    function signatureOf(bytes memory message, uint256 signers) private view returns (bytes memory signature) {
        (signature,) = certificate(message, signers);
    }

    function test_committee_of_1() public {
        committeeOf(1, 0);
    }

    function test_committee_of_10() public {
        committeeOf(10, 3);
    }

    function test_committee_of_100() public {
        committeeOf(100, 30);
    }

    function test_batches() public {
        launchEven(10, 1000);
        registerAs(aliceKey, several(1, 1));
        emit log_named_uint("register, batch of 10, per blob", batch(10, 2) / 10);
        emit log_named_uint("register, batch of 100, per blob", batch(100, 3) / 100);
        emit log_named_uint("register, batch of 100 for 53 epochs, per blob", batch(100, 53) / 100);
    }

    function batch(uint256 count, uint32 epochs) private returns (uint256) {
        IStorage.Registration[] memory rs = several(count, epochs);
        uint256 most = 10 ** 15;
        IStorage.Permit memory p = permit(aliceKey, most);
        vm.prank(alice);
        store.register(rs, most, p);
        return report(string.concat("register, batch of ", vm.toString(count), " for ", vm.toString(epochs), " epochs"));
    }

    function test_other_calls() public {
        launchEven(10, 1000);
        registerAs(aliceKey, entry(0, 1, false, 53));
        bytes32 object = registerAs(aliceKey, entry(1, 100_000, true, 3));
        bytes32 twin = registerAs(aliceKey, entry(2, 100_000, false, 3));
        bytes32 third = registerAs(aliceKey, entry(2, 100_000, false, 3));
        certifyAll(object);
        certifyAll(twin);
        store.certify(third, "", "");
        report("certify a second object without signers");
        IStorage.Permit memory p = permit(bobKey, 10 ** 12);
        vm.prank(bob);
        store.extend(twin, 10, 10 ** 12, p);
        report("extend by 10 epochs");
        vm.prank(alice);
        records.transfer(object, bob);
        report("transfer a blob");
        vm.prank(bob);
        records.deleteBlob(object);
        report("delete a blob");
        p = permit(aliceKey, 10 ** 12);
        vm.prank(alice);
        store.reserve(1 << 30, 1, 54, 10 ** 12, p);
        report("reserve for 53 epochs");
    }

    /// Texts of the greatest length allowed do not fit one page of 25; 22 KB is the contract's own limit.
    function test_page_of_25_members() public {
        deploy(1000, defaults(), keccak256("salt"));
        ICertificates.NewMember[] memory members = draft(even(25, 1000));
        for (uint256 i = 0; i < 25; ++i) {
            members[i].name = "storage-node-with-a-name-of-forty-bytes..";
            members[i].netAddress = "node-17.storage.operator-with-a-long-name.example.org:9185";
        }
        certificates.addMembers(members, true);
        report("page of 25 members");
    }

    /// 25 members with 40 shards each, as scattered as can be.
    function test_page_of_scattered_shards() public {
        deploy(1000, defaults(), keccak256("salt"));
        ICertificates.NewMember[] memory members = draft(even(25, 1000));
        for (uint256 i = 0; i < 25; ++i) {
            bytes memory runs;
            for (uint256 k = 0; k < 40; ++k) {
                runs = abi.encodePacked(runs, uint16(k * 25 + i), uint16(1));
            }
            members[i].runs = runs;
        }
        certificates.addMembers(members, true);
        report("page of 25 members with 40 scattered shards each");
    }
}
