// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// BLAKE2b-256 (RFC 7693, no key) over the compression function of EIP-152 at address 0x09.
library Blake2b {
    error PrecompileMissing(address precompile);

    address internal constant F = address(0x09);
    uint256 private constant BLOCK = 128;

    /// The eight state words in little endian, the first xor-ed with the parameter block for 32 bytes of digest.
    bytes32 private constant H0 = hex"28c9bdf267e6096a3ba7ca8485ae67bb2bf894fe72f36e3cf1361d5f3af54fa5";
    bytes32 private constant H1 = hex"d182e6ad7f520e511f6c3e2b8c68059b6bbd41fbabd9831f79217e1319cde05b";

    /// Digest of `data`, of any length.
    function hash(bytes memory data) internal view returns (bytes32) {
        bytes32 a = H0;
        bytes32 b = H1;
        uint256 done = 0;
        while (data.length - done > BLOCK) {
            (a, b) = compress(a, b, slice(data, done), done + BLOCK, false);
            done += BLOCK;
        }
        (a,) = compress(a, b, slice(data, done), data.length, true);
        return a;
    }

    /// Blob ID: the hash of encoding type, length (little endian) and Merkle root (control-plane.md CP-BLB-02), raw bytes in order.
    /// The 41 bytes are one block, and the input of F is written out for it, because a batch computes hundreds.
    function blobId(uint8 encoding, uint64 size, bytes32 root) internal view returns (bytes32 id) {
        (bytes32 a, bytes32 b) = (H0, H1);
        uint256 head = uint256(encoding) << 248 | uint256(little64(size)) << 184;
        bool ok;
        assembly ("memory-safe") {
            let input := mload(0x40) // 213 bytes behind all allocated memory
            mstore(input, shl(224, 12)) // rounds
            mstore(add(input, 4), a)
            mstore(add(input, 36), b)
            mstore(add(input, 68), head) // the message: 1 + 8 bytes,
            mstore(add(input, 77), root) // and 32,
            mstore(add(input, 109), 0) // and 87 of padding
            mstore(add(input, 141), 0)
            mstore(add(input, 164), 0)
            mstore(add(input, 196), shl(248, 41)) // bytes so far, 16 little endian
            mstore8(add(input, 212), 1) // the last block
            ok := staticcall(gas(), 0x09, input, 213, 0x00, 0x40)
            ok := and(ok, eq(returndatasize(), 0x40))
            id := mload(0x00)
        }
        if (!ok) revert PrecompileMissing(F);
    }

    /// The bytes of `v` in reverse order.
    function little64(uint64 v) internal pure returns (uint64) {
        v = ((v & 0xff00ff00ff00ff00) >> 8) | ((v & 0x00ff00ff00ff00ff) << 8);
        v = ((v & 0xffff0000ffff0000) >> 16) | ((v & 0x0000ffff0000ffff) << 16);
        return (v >> 32) | (v << 32);
    }

    /// The 128 bytes of `data` from `start`, zero behind its end.
    function slice(bytes memory data, uint256 start) private pure returns (bytes32[4] memory block_) {
        for (uint256 i = 0; i < 4; ++i) {
            uint256 from = start + 32 * i;
            if (from >= data.length) break;
            bytes32 word;
            assembly ("memory-safe") {
                word := mload(add(add(data, 32), from))
            }
            uint256 left = data.length - from;
            if (left < 32) word &= bytes32(type(uint256).max << (8 * (32 - left)));
            block_[i] = word;
        }
    }

    /// One call of F: 12 rounds, state (a, b), counter `count` bytes so far.
    function compress(bytes32 a, bytes32 b, bytes32[4] memory m, uint256 count, bool last)
        private
        view
        returns (bytes32 x, bytes32 y)
    {
        bytes memory input =
            abi.encodePacked(uint32(12), a, b, m[0], m[1], m[2], m[3], little64(uint64(count)), uint64(0), last);
        bool ok;
        assembly ("memory-safe") {
            ok := staticcall(gas(), 0x09, add(input, 32), mload(input), 0x00, 0x40)
            ok := and(ok, eq(returndatasize(), 0x40))
            x := mload(0x00)
            y := mload(0x20)
        }
        if (!ok) revert PrecompileMissing(F);
    }
}
