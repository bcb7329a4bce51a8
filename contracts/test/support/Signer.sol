// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BLS12381} from "../../src/lib/BLS12381.sol";

/// Makes BLS keys and signatures through the multiplication precompiles, so that tests can sign whatever the contracts ask for. A
/// signature of several keys is that of the sum of their scalars.
library Signer {
    uint256 internal constant ORDER = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001;
    bytes internal constant G1 =
        hex"0000000000000000000000000000000017f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb0000000000000000000000000000000008b3f481e3aaa0f1a09e30ed741d8ae4fcf5e095d5d00af600db18cb2c04b3edd03cc744a2888ae40caa232946c5e7e1";

    /// Public key of a scalar, uncompressed.
    function publicKey(uint256 scalar) internal view returns (bytes memory) {
        return multiply(address(0x0c), G1, scalar);
    }

    function sign(uint256 scalar, bytes memory message) internal view returns (bytes memory) {
        return multiply(address(0x0e), BLS12381.hashToG2(message), scalar);
    }

    function sum(uint256[] memory scalars) internal pure returns (uint256 total) {
        for (uint256 i = 0; i < scalars.length; ++i) {
            total = addmod(total, scalars[i], ORDER);
        }
    }

    function multiply(address precompile, bytes memory point, uint256 scalar) private view returns (bytes memory out) {
        bool ok;
        (ok, out) = precompile.staticcall(bytes.concat(point, bytes32(scalar)));
        require(ok && out.length == point.length, "multiplication precompile");
    }
}
