// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BLS12381} from "../src/lib/BLS12381.sol";
import {Blake2b} from "../src/lib/Blake2b.sol";
import {Code} from "../src/lib/Code.sol";
import {ShardRuns} from "../src/lib/ShardRuns.sol";
import {Signer} from "./support/Signer.sol";
import {Test} from "./support/Test.sol";

/// Digests that `b2sum -l 256` gives, at the lengths where blocks begin and end.
contract Blake2bTest is Test {
    function test_lengths() public view {
        bytes32[8] memory want = [
            bytes32(0x0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8),
            bytes32(0x03170a2e7597b7b7e3d84c05391d139a62b157e78786d8c082f29dcf4c111314),
            bytes32(0xcb2f5160fc1f7e05a55ef49d340b48da2e5a78099d53393351cd579dd42503d6),
            bytes32(0xf2fe67ff342e21b8f45e8f2e0bcd1d9243245d50ee6c78042e9c491388791c72),
            bytes32(0xc3582f71ebb2be66fa5dd750f80baae97554f3b015663c8be377cfcb2488c1d1),
            bytes32(0xf7f3c46ba2564ff4c4c162da1f5b605f9f1c4aa6a20652a9f9a337c1a2f5b9c9),
            bytes32(0x582f782226018ec33076bd8d1c42413530ac7e1126260ffc0f306ba3befc3f24),
            bytes32(0xb372d0608f720c8c3dd41e9c8eecb10143b41abe520b616607e754bf79c08331)
        ];
        uint16[8] memory lengths = [0, 1, 32, 127, 128, 129, 256, 1000];
        for (uint256 i = 0; i < lengths.length; ++i) {
            bytes memory data = new bytes(lengths[i]);
            for (uint256 k = 0; k < data.length; ++k) {
                data[k] = bytes1(uint8(k % 251));
            }
            equal(Blake2b.hash(data), want[i], vm.toString(lengths[i]));
        }
    }
}

/// Points against the precompiles' own arithmetic.
contract BLS12381Test is Test {
    function testFuzz_negate_and_add(uint256 a, uint256 b) public view {
        a = within(a, 1, Signer.ORDER - 1);
        b = within(b, 1, Signer.ORDER - 1);
        bytes memory sum = Signer.publicKey(a);
        BLS12381.addTo(sum, Signer.publicKey(b));
        equal(sum, Signer.publicKey(addmod(a, b, Signer.ORDER)), "sum");
        bytes memory negative = Signer.publicKey(b);
        BLS12381.negate(negative);
        equal(negative, Signer.publicKey(Signer.ORDER - b), "negative");
        BLS12381.addTo(sum, negative);
        equal(sum, Signer.publicKey(a), "difference");
    }

    function test_infinity() public view {
        bytes memory zero = new bytes(128);
        check(BLS12381.isInfinity(zero), "infinity");
        BLS12381.negate(zero);
        check(BLS12381.isInfinity(zero), "its negative");
        bytes memory key = Signer.publicKey(5);
        BLS12381.addTo(key, zero);
        equal(key, Signer.publicKey(5), "neutral");
        check(!BLS12381.verify(zero, "message", new bytes(256)), "no key, no signature");
        equal(BLS12381.compress(zero)[0] == 0xc0 ? 1 : 0, 1, "flags");
    }

    function testFuzz_compress_flags_the_larger_root(uint256 a) public view {
        bytes memory key = Signer.publicKey(within(a, 1, Signer.ORDER - 1));
        bytes memory one = BLS12381.compress(key);
        BLS12381.negate(key);
        bytes memory other = BLS12381.compress(key);
        equal(uint8(one[0] ^ other[0]), 0x20, "one of both roots is flagged");
        check(uint8(one[0]) >= 0x80, "compressed");
    }
}

/// Data as code, and shard sets.
contract CodeAndRunsTest is Test {
    mapping(uint256 => uint256) private taken;

    function testFuzz_code(bytes memory data) public {
        equal(Code.read(Code.write(data)), data, "read back");
    }

    function test_code_limit() public {
        Code.write(new bytes(Code.MAX));
        vm.expectRevert(abi.encodeWithSelector(Code.CodeTooLarge.selector, Code.MAX + 1, Code.MAX));
        this.write(new bytes(Code.MAX + 1));
    }

    function write(bytes memory data) external {
        Code.write(data);
    }

    function take(bytes calldata runs, uint256 n) public returns (uint256, bool, uint256) {
        return ShardRuns.take(taken, runs, n);
    }

    /// Two runs: taken once each, refused together exactly if they overlap.
    function testFuzz_runs(uint16 a, uint16 b, uint16 lengthA, uint16 lengthB) public {
        uint256 n = 3000;
        (a, b) = (a % 2000, b % 2000);
        (lengthA, lengthB) = (1 + lengthA % 900, 1 + lengthB % 900);
        (uint256 weight, bool wellFormed, uint256 clash) = this.take(abi.encodePacked(a, lengthA), n);
        check(wellFormed && clash == ShardRuns.NONE && weight == lengthA, "first");
        (weight, wellFormed, clash) = this.take(abi.encodePacked(b, lengthB), n);
        bool overlap = a < b + lengthB && b < a + lengthA;
        check(wellFormed && (clash != ShardRuns.NONE) == overlap, "overlap");
        if (overlap) check(clash >= a && clash >= b && clash < a + lengthA && clash < b + lengthB, "a shard of both");
        else equal(weight, lengthB, "second");
    }
}
