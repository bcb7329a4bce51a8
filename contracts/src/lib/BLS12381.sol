// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// BLS signatures, public keys in G1 and signatures in G2, through the precompiles of EIP-2537.
///
/// Points are in the encoding of EIP-2537: a coordinate is 64 bytes big endian (16 zero bytes and 48 of value), G1 is (x, y), G2 is
/// (x.c0, x.c1, y.c0, y.c1), infinity is all zero. Precompiles refuse other encodings and points off the curve; the pairing also
/// refuses points outside the subgroup, addition does not.
library BLS12381 {
    error PrecompileMissing(address precompile);
    error OutOfGasForPairing(uint256 got, uint256 wanted); // send the transaction with more gas
    error OutOfGasForPrecompile(address precompile); // the same, while the message is hashed

    uint256 internal constant G1_LENGTH = 128;
    uint256 internal constant G2_LENGTH = 256;
    uint256 internal constant KEY_LENGTH = 48; // compressed G1

    address internal constant MODEXP = address(0x05);
    address internal constant G1ADD = address(0x0b);
    address internal constant G2ADD = address(0x0d);
    address internal constant PAIRING = address(0x0f);
    address internal constant MAP_FP2_TO_G2 = address(0x11);

    /// Two pairs cost 102,900 gas. A precompile that refuses its input burns all it was given, so it gets about twice that, not all.
    uint256 private constant PAIRING_GAS = 200_000;
    /// What must be left so that the precompile gets all of it: a call passes on 63/64 (EIP-150), and costs something itself.
    uint256 private constant PAIRING_GAS_LEFT = PAIRING_GAS * 64 / 63 + 2_000;

    /// Domain separation tag of the minimal-pubkey-size scheme without augmentation, and its length (RFC 9380 section 5.3.1).
    bytes internal constant DST_PRIME = hex"424c535f5349475f424c53313233383147325f584d443a5348412d3235365f535357555f524f5f4e554c5f2b";

    /// Field modulus p: upper 16 and lower 32 bytes.
    uint256 internal constant P_HI = 0x1a0111ea397fe69a4b1ba7b6434bacd7;
    uint256 internal constant P_LO = 0x64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab;
    /// (p - 1) / 2: a larger y is the one that the compressed form flags.
    uint256 internal constant HALF_HI = 0xd0088f51cbff34d258dd3db21a5d66b;
    uint256 internal constant HALF_LO = 0xb23ba5c279c2895fb39869507b587b120f55ffff58a9ffffdcff7fffffffd555;

    /// Generator of G1 with negated y.
    bytes internal constant MINUS_G1 = hex"0000000000000000000000000000000017f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb"
        hex"00000000000000000000000000000000114d1d6855d545a8aa7d76c8cf2e21f267816aef1db507c96655b9d5caac42364e6f38ba0ecb751bad54dcd6b939c2ca";

    /// Whether `signature` over `message` is valid for `key` (a single key or a sum of keys). False for points that the
    /// precompiles refuse and for the key at infinity; reverts with PrecompileMissing on a chain without them, and with one of the
    /// OutOfGas errors, not with false, if too little gas is left to tell.
    function verify(bytes memory key, bytes memory message, bytes memory signature) internal view returns (bool) {
        if (key.length != G1_LENGTH || signature.length != G2_LENGTH || isInfinity(key)) return false;
        bytes memory input = bytes.concat(key, hashToG2(message), MINUS_G1, signature);
        if (gasleft() < PAIRING_GAS_LEFT) revert OutOfGasForPairing(gasleft(), PAIRING_GAS_LEFT);
        (bool ok, bytes memory out) = PAIRING.staticcall{gas: PAIRING_GAS}(input);
        if (!ok) return false;
        if (out.length != 32) revert PrecompileMissing(PAIRING);
        return abi.decode(out, (uint256)) == 1;
    }

    /// Adds `point` to `sum`, in place. Both are G1 points that were checked when they were stored.
    function addTo(bytes memory sum, bytes memory point) internal view {
        bool ok;
        assembly ("memory-safe") {
            let input := mload(0x40) // behind all allocated memory
            mcopy(input, add(sum, 32), 128)
            mcopy(add(input, 128), add(point, 32), 128)
            ok := staticcall(gas(), 0x0b, input, 256, add(sum, 32), 128)
            ok := and(ok, eq(returndatasize(), 128))
        }
        if (!ok) revert PrecompileMissing(G1ADD);
    }

    /// Replaces a G1 point by its negative, in place.
    function negate(bytes memory point) internal pure {
        if (isInfinity(point)) return;
        (uint256 hi, uint256 lo) = coordinate(point, 64);
        uint256 borrow = lo > P_LO ? 1 : 0;
        unchecked {
            hi = P_HI - hi - borrow;
            lo = P_LO - lo;
        }
        assembly ("memory-safe") {
            mstore(add(point, 96), hi)
            mstore(add(point, 128), lo)
        }
    }

    /// The 48-byte form of a G1 point: x, with the flags for "compressed" (bit 7) and "y is the larger root" (bit 5).
    function compress(bytes memory point) internal pure returns (bytes memory) {
        (uint256 xHi, uint256 xLo) = coordinate(point, 0);
        (uint256 yHi, uint256 yLo) = coordinate(point, 64);
        uint256 flags = 1 << 127;
        if (isInfinity(point)) flags |= 1 << 126;
        else if (yHi > HALF_HI || (yHi == HALF_HI && yLo > HALF_LO)) flags |= 1 << 125;
        return abi.encodePacked(uint128(xHi | flags), xLo);
    }

    function isInfinity(bytes memory point) internal pure returns (bool) {
        (uint256 xHi, uint256 xLo) = coordinate(point, 0);
        (uint256 yHi, uint256 yLo) = coordinate(point, 64);
        return xHi | xLo | yHi | yLo == 0;
    }

    /// Upper and lower 32 bytes of the coordinate at byte `offset` of a point.
    function coordinate(bytes memory point, uint256 offset) private pure returns (uint256 hi, uint256 lo) {
        assembly ("memory-safe") {
            hi := mload(add(add(point, 32), offset))
            lo := mload(add(add(point, 64), offset))
        }
    }

    /// RFC 9380 hash_to_curve of suite BLS12381G2_XMD:SHA-256_SSWU_RO_: two field elements, each mapped (the map clears the
    /// cofactor), added.
    function hashToG2(bytes memory message) internal view returns (bytes memory) {
        bytes32[8] memory uniform = expand(message);
        bytes memory a = mapToG2(bytes.concat(reduce(uniform[0], uniform[1]), reduce(uniform[2], uniform[3])));
        bytes memory b = mapToG2(bytes.concat(reduce(uniform[4], uniform[5]), reduce(uniform[6], uniform[7])));
        return call(G2ADD, bytes.concat(a, b), G2_LENGTH);
    }

    /// expand_message_xmd with SHA-256 to 256 bytes (RFC 9380 section 5.3.1).
    function expand(bytes memory message) private pure returns (bytes32[8] memory uniform) {
        bytes32 b0 = sha256(abi.encodePacked(bytes32(0), bytes32(0), message, uint16(256), uint8(0), DST_PRIME));
        bytes32 b = 0;
        for (uint256 i = 0; i < 8; ++i) {
            b = sha256(abi.encodePacked(b0 ^ b, uint8(i + 1), DST_PRIME));
            uniform[i] = b;
        }
    }

    /// 64 bytes big endian modulo p, as a coordinate: the modular exponentiation with exponent 1.
    function reduce(bytes32 hi, bytes32 lo) private view returns (bytes memory) {
        return call(MODEXP, abi.encodePacked(uint256(64), uint256(1), uint256(64), hi, lo, uint8(1), P_HI, P_LO), 64);
    }

    function mapToG2(bytes memory element) private view returns (bytes memory) {
        return call(MAP_FP2_TO_G2, element, G2_LENGTH);
    }

    /// Calls a precompile whose input is valid by construction: it fails only for want of gas, and any answer but `length` bytes
    /// means that the chain lacks it.
    function call(address precompile, bytes memory input, uint256 length) private view returns (bytes memory) {
        (bool ok, bytes memory out) = precompile.staticcall(input);
        if (!ok) revert OutOfGasForPrecompile(precompile);
        if (out.length != length) revert PrecompileMissing(precompile);
        return out;
    }
}
