// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {OwnableUpgradeable} from "@openzeppelin/contracts-upgradeable/access/OwnableUpgradeable.sol";
import {Certificates} from "../src/Certificates.sol";
import {ICertificates} from "../src/interfaces/ICertificates.sol";
import {IStorage} from "../src/interfaces/IStorage.sol";
import {BLS12381} from "../src/lib/BLS12381.sol";
import {Blake2b} from "../src/lib/Blake2b.sol";
import {Messages} from "../src/lib/Messages.sol";
import {Network} from "./support/Network.sol";
import {Signer} from "./support/Signer.sol";

/// Setting the first committee: what is kept, and everything that is refused.
contract CommitteeTest is Network {
    function setUp() public {
        deploy(10, defaults(), keccak256("salt"));
    }

    function page(uint16[] memory weights) private returns (ICertificates.NewMember[] memory) {
        return draft(weights);
    }

    function refused(ICertificates.NewMember[] memory members, bool last, bytes memory reason) private {
        vm.expectRevert(reason);
        certificates.addMembers(members, last);
    }

    function test_keeps_members_in_pages() public {
        ICertificates.NewMember[] memory members = draft(even(5, 10));
        seat(members, 2);
        ICertificates.CommitteeView memory c = certificates.committee(1);
        equal(c.members, 5, "members");
        equal(c.pages, 3, "pages");
        check(c.complete, "complete");
        equal(c.assigned, 10, "assigned");
        equal(c.totalKey, Signer.publicKey(Signer.sum(scalars)), "total key");
        equal(certificates.epoch(), 1, "epoch");
        equal(store.system().epoch, 1, "storage epoch");
        uint256 i = 0;
        for (uint16 k = 0; k < c.pages; ++k) {
            ICertificates.Member[] memory got = certificates.page(1, k);
            for (uint256 j = 0; j < got.length; ++j) {
                equal(got[j].nodeId, nodeId(operators[i]), "node id");
                equal(got[j].operator, operators[i], "operator");
                equal(got[j].netAddress, members[i].netAddress, "address");
                equal(got[j].networkKey, members[i].networkKey, "network key");
                equal(got[j].blsKey, members[i].blsKey, "key");
                equal(got[j].runs, members[i].runs, "runs");
                equal(got[j].weight, 2, "weight");
                equal(store.nonces(operators[i]), 1, "operator's counter");
                ++i;
            }
        }
        equal(i, 5, "members in pages");
        vm.expectRevert(abi.encodeWithSelector(ICertificates.UnknownPage.selector, 3, 3));
        certificates.page(1, 3);
    }

    function test_last_page_locks() public {
        ICertificates.NewMember[] memory members = draft(even(5, 10));
        seat(members, 25);
        refused(members, true, abi.encodeWithSelector(ICertificates.CommitteeComplete.selector, 1));
    }

    function test_only_owner() public {
        ICertificates.NewMember[] memory members = draft(even(5, 10));
        vm.prank(bob);
        refused(members, true, abi.encodeWithSelector(OwnableUpgradeable.OwnableUnauthorizedAccount.selector, bob));
    }

    function test_refuses_empty_and_long_pages() public {
        refused(new ICertificates.NewMember[](0), true, abi.encodeWithSelector(ICertificates.PageSize.selector, 0, 25));
        refused(new ICertificates.NewMember[](26), true, abi.encodeWithSelector(ICertificates.PageSize.selector, 26, 25));
    }

    function test_refuses_missing_shards() public {
        ICertificates.NewMember[] memory members = draft(even(3, 9));
        refused(members, true, abi.encodeWithSelector(ICertificates.InvalidShardAssignment.selector, 9, 10));
    }

    function test_refuses_shard_out_of_range() public {
        ICertificates.NewMember[] memory members = draft(even(3, 11));
        refused(members, true, abi.encodeWithSelector(ICertificates.InvalidShardAssignment.selector, 10, 10));
    }

    function test_refuses_shard_given_twice() public {
        ICertificates.NewMember[] memory members = draft(even(2, 10));
        members[1].runs = hex"00040006";
        refused(members, true, abi.encodeWithSelector(ICertificates.InvalidShardAssignment.selector, 4, 10));
    }

    function test_refuses_malformed_runs() public {
        ICertificates.NewMember[] memory members = draft(even(2, 10));
        bytes[4] memory bad = [bytes(hex"000000"), hex"00000000", hex"0002000100000001", hex"0000000200010001"];
        for (uint256 i = 0; i < bad.length; ++i) {
            members[0].runs = bad[i];
            refused(members, true, abi.encodeWithSelector(ICertificates.InvalidShardRuns.selector, 0));
        }
        members[0].runs = "";
        refused(members, true, abi.encodeWithSelector(ICertificates.BlsAggregateIncorrectCommittee.selector, 0));
    }

    function test_takes_scattered_shards() public {
        ICertificates.NewMember[] memory members = draft(even(2, 10));
        members[0].runs = hex"0000000100020001000400010006000100080001";
        members[1].runs = hex"0001000100030001000500010007000100090001";
        certificates.addMembers(members, true);
        equal(certificates.page(1, 0)[1].weight, 5, "weight");
    }

    function test_refuses_wrong_order_and_repeated_operator() public {
        ICertificates.NewMember[] memory members = draft(even(2, 10));
        (members[0], members[1]) = (members[1], members[0]);
        bytes memory reason =
            abi.encodeWithSelector(ICertificates.NodeOrder.selector, 1, nodeId(operators[0]), nodeId(operators[1]));
        refused(members, true, reason);

        members = draft(even(2, 10));
        members[1] = member(operators[0], scalars[1], 5, 5);
        refused(members, true, abi.encodeWithSelector(ICertificates.OperatorUsed.selector, operators[0], 1));
    }

    function test_refuses_repeated_key() public {
        ICertificates.NewMember[] memory members = draft(even(2, 10));
        members[1] = member(operators[1], scalars[0], 5, 5);
        refused(members, true, abi.encodeWithSelector(ICertificates.KeyInUse.selector, members[0].blsKey));
    }

    function test_refuses_lengths() public {
        ICertificates.NewMember[] memory members = draft(even(2, 10));
        members[0].name = string(new bytes(101));
        refused(members, true, abi.encodeWithSelector(ICertificates.InvalidNameLength.selector, 101, 100));
        members = draft(even(2, 10));
        members[0].netAddress = string(new bytes(260));
        refused(members, true, abi.encodeWithSelector(ICertificates.InvalidNetworkAddressLength.selector, 260, 259));
        members = draft(even(2, 10));
        members[0].networkKey = new bytes(32);
        refused(members, true, abi.encodeWithSelector(ICertificates.InvalidNetworkPublicKey.selector, 32, 33));
        members = draft(even(2, 10));
        members[0].blsKey = new bytes(47);
        refused(members, true, abi.encodeWithSelector(ICertificates.InvalidKeyLength.selector, 47, 48));
        members = draft(even(2, 10));
        members[0].blsPoint = new bytes(96);
        refused(members, true, abi.encodeWithSelector(ICertificates.InvalidKeyLength.selector, 96, 128));
    }

    function test_refuses_infinity() public {
        ICertificates.NewMember[] memory members = draft(even(2, 10));
        members[0].blsPoint = new bytes(128);
        members[0].blsKey = BLS12381.compress(members[0].blsPoint);
        members[0].proof = new bytes(256);
        refused(members, true, abi.encodeWithSelector(ICertificates.KeyIsInfinity.selector, 0));
    }

    function test_refuses_point_of_another_key() public {
        ICertificates.NewMember[] memory members = draft(even(2, 10));
        members[1].blsPoint = members[0].blsPoint;
        refused(members, true, abi.encodeWithSelector(ICertificates.KeyMismatch.selector, 1));
        // The negative has the same x and differs in one flag of the compressed form.
        members = draft(even(2, 10));
        BLS12381.negate(members[1].blsPoint);
        refused(members, true, abi.encodeWithSelector(ICertificates.KeyMismatch.selector, 1));
    }

    function test_refuses_wrong_proofs() public {
        ICertificates.NewMember[] memory members = draft(even(2, 10));
        bytes memory key = members[0].blsKey;
        bytes[6] memory bad = [
            members[1].proof, // another key
            Signer.sign(scalars[0], Messages.proofOfPossession(1, network, operators[1], 0, key)), // another operator
            Signer.sign(scalars[0], Messages.proofOfPossession(1, keccak256("other"), operators[0], 0, key)), // another network
            Signer.sign(scalars[0], Messages.proofOfPossession(2, network, operators[0], 0, key)), // another epoch
            Signer.sign(scalars[0], Messages.proofOfPossession(1, network, operators[0], 1, key)), // another nonce
            new bytes(256) // infinity
        ];
        for (uint256 i = 0; i < bad.length; ++i) {
            members[0].proof = bad[i];
            refused(members, true, abi.encodeWithSelector(ICertificates.InvalidProofOfPossession.selector, 0));
        }
        members[0].proof = "";
        refused(members, true, abi.encodeWithSelector(ICertificates.InvalidProofOfPossession.selector, 0));
        members[0].proof = bytes.concat(bytes32(type(uint256).max), new bytes(224)); // no field element
        refused(members, true, abi.encodeWithSelector(ICertificates.InvalidProofOfPossession.selector, 0));
    }

    /// x = 4 is on the curve (y^2 = 68 has a root) but far from the subgroup; its holder cannot exist.
    function test_refuses_point_outside_the_subgroup() public {
        ICertificates.NewMember[] memory members = draft(even(2, 10));
        bytes memory y = hex"0a989badd40d6212b33cffc3f3763e9bc760f988c9926b26da9dd85e928483446346b8ed00e1de5d5ea93e354abe706c";
        members[0].blsPoint = bytes.concat(new bytes(63), hex"04", new bytes(16), y);
        members[0].blsKey = BLS12381.compress(members[0].blsPoint);
        refused(members, true, abi.encodeWithSelector(ICertificates.InvalidProofOfPossession.selector, 0));
    }

    /// A member with any one field replaced by arbitrary bytes is refused with a named error, or had nothing wrong with it.
    function testFuzz_arbitrary_member(uint8 field, bytes memory junk) public {
        ICertificates.NewMember[] memory members = draft(even(2, 10));
        field %= 5;
        if (field == 0) members[1].networkKey = junk;
        if (field == 1) members[1].blsKey = junk;
        if (field == 2) members[1].blsPoint = junk;
        if (field == 3) members[1].runs = junk;
        if (field == 4) members[1].proof = junk;
        try certificates.addMembers(members, true) {
            check(field == 0 && junk.length == 33, "accepted");
        } catch (bytes memory reason) {
            check(reason.length >= 4 && bytes4(reason) != bytes4(0x4e487b71), "a named error");
        }
    }

    function test_links_storage_once() public {
        vm.expectRevert(abi.encodeWithSelector(ICertificates.AlreadyLinked.selector, address(store)));
        certificates.link(bob);
    }

    function test_initialises_once() public {
        vm.expectRevert(Initializable.InvalidInitialization.selector);
        certificates.initialize(bob, network, 10);
        Certificates code = new Certificates();
        vm.expectRevert(Initializable.InvalidInitialization.selector);
        code.initialize(bob, network, 10);
    }

    function test_shard_limits() public {
        address code = address(new Certificates());
        vm.expectRevert(abi.encodeWithSelector(ICertificates.InvalidShardCount.selector, 3, 4, 49155));
        proxy(code, abi.encodeCall(Certificates.initialize, (owner, network, 3)));
    }

    function test_nothing_verifies_before_the_committee_is_complete() public {
        vm.expectRevert(abi.encodeWithSelector(ICertificates.CommitteeIncomplete.selector, 1));
        certificates.verify(hex"40000301000000", new bytes(256), hex"ff", ICertificates.Threshold.Quorum);
        IStorage.Registration[] memory rs = new IStorage.Registration[](1);
        vm.expectRevert(abi.encodeWithSelector(IStorage.WrongEpochState.selector, 0));
        store.register(rs, 0, noPermit());
    }
}

/// The certificate check.
contract VerifyTest is Network {
    bytes internal message = hex"40000301000000aabbcc";

    function setUp() public {
        launchEven(10, 10);
    }

    function verify(uint256 signers, ICertificates.Threshold t) private view returns (uint16) {
        (bytes memory signature, bytes memory bitmap) = certificate(message, signers);
        return certificates.verify(message, signature, bitmap, t);
    }

    function test_every_threshold() public {
        equal(verify(0x3ff, ICertificates.Threshold.Quorum), 10, "all");
        equal(verify(0x3f8, ICertificates.Threshold.Quorum), 7, "seven");
        equal(verify(0x00f, ICertificates.Threshold.OneCorrect), 4, "four");
        (bytes memory signature, bytes memory bitmap) = certificate(message, 0x3f0);
        vm.expectRevert(abi.encodeWithSelector(ICertificates.NotEnoughStake.selector, 6, 7));
        certificates.verify(message, signature, bitmap, ICertificates.Threshold.Quorum);
        (signature, bitmap) = certificate(message, 0x007);
        vm.expectRevert(abi.encodeWithSelector(ICertificates.NotEnoughStake.selector, 3, 4));
        certificates.verify(message, signature, bitmap, ICertificates.Threshold.OneCorrect);
    }

    /// Any set of signers passes exactly when it has the weight, and its signature only with its own bitmap.
    function testFuzz_signers(uint256 signers, uint256 other) public {
        signers &= 0x3ff;
        other &= 0x3ff;
        uint256 weight = 0;
        for (uint256 i = 0; i < 10; ++i) {
            weight += (signers >> i) & 1;
        }
        (bytes memory signature, bytes memory bitmap) = certificate(message, signers);
        if (weight < 7) {
            vm.expectRevert(abi.encodeWithSelector(ICertificates.NotEnoughStake.selector, weight, 7));
            certificates.verify(message, signature, bitmap, ICertificates.Threshold.Quorum);
            return;
        }
        equal(certificates.verify(message, signature, bitmap, ICertificates.Threshold.Quorum), weight, "weight");
        if (other == signers) return;
        (bytes memory foreign,) = certificate(message, other);
        vm.expectRevert(ICertificates.SigVerification.selector);
        certificates.verify(message, foreign, bitmap, ICertificates.Threshold.Quorum);
    }

    function test_refuses_bitmaps() public {
        (bytes memory signature,) = certificate(message, 0x3ff);
        bytes[5] memory bad = [bytes(""), hex"ff", hex"ff0300", hex"ff07", hex"ffff"];
        for (uint256 i = 0; i < bad.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(ICertificates.InvalidBitmap.selector, bad[i].length, 2));
            certificates.verify(message, signature, bad[i], ICertificates.Threshold.Quorum);
        }
    }

    function test_refuses_headers() public {
        (bytes memory signature, bytes memory bitmap) = certificate(message, 0x3ff);
        vm.expectRevert(abi.encodeWithSelector(ICertificates.IncorrectIntentVersion.selector, 1, 0));
        certificates.verify(hex"40010301000000", signature, bitmap, ICertificates.Threshold.Quorum);
        vm.expectRevert(abi.encodeWithSelector(ICertificates.IncorrectAppId.selector, 2, 3));
        certificates.verify(hex"40000201000000", signature, bitmap, ICertificates.Threshold.Quorum);
        vm.expectRevert(abi.encodeWithSelector(ICertificates.IncorrectEpoch.selector, 2, 1));
        certificates.verify(hex"40000302000000", signature, bitmap, ICertificates.Threshold.Quorum);
        vm.expectRevert(abi.encodeWithSelector(ICertificates.IncorrectEpoch.selector, 0x01000000, 1));
        certificates.verify(hex"40000300000001", signature, bitmap, ICertificates.Threshold.Quorum);
        vm.expectRevert(abi.encodeWithSelector(ICertificates.MessageTooShort.selector, 6, 7));
        certificates.verify(hex"400003010000", signature, bitmap, ICertificates.Threshold.Quorum);
    }

    function test_refuses_signatures() public {
        (bytes memory signature, bytes memory bitmap) = certificate(message, 0x3ff);
        vm.expectRevert(abi.encodeWithSelector(ICertificates.InvalidSignatureLength.selector, 96, 256));
        certificates.verify(message, new bytes(96), bitmap, ICertificates.Threshold.Quorum);
        vm.expectRevert(ICertificates.SigVerification.selector);
        certificates.verify(message, new bytes(256), bitmap, ICertificates.Threshold.Quorum);
        vm.expectRevert(ICertificates.SigVerification.selector);
        certificates.verify(bytes.concat(message, hex"00"), signature, bitmap, ICertificates.Threshold.Quorum);
        signature[200] ^= 0x01;
        vm.expectRevert(ICertificates.SigVerification.selector);
        certificates.verify(message, signature, bitmap, ICertificates.Threshold.Quorum);
    }

    function testFuzz_flipped_bit(uint256 bit) public {
        (bytes memory signature, bytes memory bitmap) = certificate(message, 0x3ff);
        bit %= 2048;
        signature[bit / 8] ^= bytes1(uint8(1 << (bit % 8)));
        vm.expectRevert(ICertificates.SigVerification.selector);
        certificates.verify(message, signature, bitmap, ICertificates.Threshold.Quorum);
    }

    /// Bytes that nobody signed never pass, and are refused with an error that says why: no panic, no bare revert.
    function testFuzz_arbitrary_bytes(bytes memory m, bytes memory s, bytes memory b, bool headed, bool sized) public view {
        if (headed) m = bytes.concat(hex"40000301000000", m);
        if (sized) (s, b) = (bytes.concat(s, new bytes(256 - s.length % 256)), hex"ff03");
        try certificates.verify(m, s, b, ICertificates.Threshold.Quorum) {
            check(false, "accepted");
        } catch (bytes memory reason) {
            check(reason.length >= 4 && bytes4(reason) != bytes4(0x4e487b71), "a named error");
        }
    }

    /// However little gas is left, a good signature is never called a bad one, nor a precompile missing.
    function test_too_little_gas_is_called_that() public {
        bytes memory signature;
        bytes memory bitmap;
        (signature, bitmap) = certificate(message, everyone());
        uint256 named = 0;
        uint256 enough = 0;
        for (uint256 gas = 20_000; gas < 420_000; gas += 1_237) {
            try certificates.verify{gas: gas}(message, signature, bitmap, ICertificates.Threshold.Quorum) {
                ++enough;
            } catch (bytes memory reason) {
                equal(enough, 0, "less gas was enough");
                if (reason.length == 0) continue; // out of gas before the signature was looked at
                bytes4 name = bytes4(reason);
                if (name == BLS12381.OutOfGasForPairing.selector) ++named;
                else check(name == BLS12381.OutOfGasForPrecompile.selector, "another error");
            }
        }
        check(named > 20 && enough > 20, "both happen");
        vm.expectRevert(ICertificates.SigVerification.selector);
        certificates.verify{gas: 420_000}(hex"40000301000000", signature, bitmap, ICertificates.Threshold.Quorum);
    }

    function test_weights_count_shards_not_nodes() public {
        uint16[] memory weights = new uint16[](4);
        (weights[0], weights[1], weights[2], weights[3]) = (667, 111, 111, 111);
        launch(weights, defaults());
        equal(verify(1, ICertificates.Threshold.Quorum), 667, "first alone");
        (bytes memory signature, bytes memory bitmap) = certificate(message, 14);
        vm.expectRevert(abi.encodeWithSelector(ICertificates.NotEnoughStake.selector, 333, 667));
        certificates.verify(message, signature, bitmap, ICertificates.Threshold.Quorum);

        (weights[0], weights[1], weights[2], weights[3]) = (333, 333, 1, 333);
        launch(weights, defaults());
        equal(verify(7, ICertificates.Threshold.Quorum), 667, "first three");
        (signature, bitmap) = certificate(message, 3);
        vm.expectRevert(abi.encodeWithSelector(ICertificates.NotEnoughStake.selector, 666, 667));
        certificates.verify(message, signature, bitmap, ICertificates.Threshold.Quorum);
    }

    function test_committee_of_many_pages() public {
        launchEven(60, 1000);
        uint256 absent = (1 << 3) | (1 << 26) | (1 << 27) | (1 << 59);
        equal(verify(everyone() & ~absent, ICertificates.Threshold.Quorum), 1000 - 17 - 17 - 17 - 16, "weight");
    }
}

/// A chain without the precompiles of EIP-2537 and EIP-152: calls to them succeed and return nothing.
contract NoPrecompilesTest is Network {
    bytes private message = hex"40000301000000aabbcc";
    bytes private signature;
    bytes private bitmap;

    function setUp() public {
        launchEven(4, 4);
        (signature, bitmap) = certificate(message, 0xf);
    }

    function test_names_the_missing_precompile() public {
        address[4] memory missing = [address(0x11), address(0x05), address(0x0d), address(0x0f)];
        for (uint256 i = 0; i < missing.length; ++i) {
            vm.mockCall(missing[i], "", "");
            vm.expectRevert(abi.encodeWithSelector(BLS12381.PrecompileMissing.selector, missing[i]));
            certificates.verify(message, signature, bitmap, ICertificates.Threshold.Quorum);
            vm.clearMockedCalls();
        }
        vm.mockCall(address(0x0b), "", "");
        vm.expectRevert(abi.encodeWithSelector(BLS12381.PrecompileMissing.selector, address(0x0b)));
        certificates.verify(message, signature, hex"07", ICertificates.Threshold.Quorum);
    }

    function test_blob_ids_need_blake2() public {
        IStorage.Registration memory r = entry(1, 100, false, 1);
        vm.mockCall(address(0x09), "", "");
        IStorage.Registration[] memory rs = new IStorage.Registration[](1);
        rs[0] = r;
        vm.expectRevert(abi.encodeWithSelector(Blake2b.PrecompileMissing.selector, address(0x09)));
        store.register(rs, 0, noPermit());
    }
}
