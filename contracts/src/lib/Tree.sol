// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// Merkle trees of attestations (RFC 9162 section 2.1, SHA-256): leaves are hashed behind a zero byte, nodes behind a one, and the tree of n
/// leaves splits at the largest power of two below n.
library Tree {
    function leafHash(bytes memory leaf) internal pure returns (bytes32) {
        return sha256(abi.encodePacked(uint8(0), leaf));
    }

    function nodeHash(bytes32 left, bytes32 right) internal view returns (bytes32 digest) {
        bool ok;
        assembly ("memory-safe") {
            // 65 bytes behind all allocated memory.
            let input := mload(0x40)
            mstore8(input, 1)
            mstore(add(input, 1), left)
            mstore(add(input, 33), right)
            ok := staticcall(gas(), 0x02, input, 65, 0x00, 0x20)
            digest := mload(0x00)
        }
        if (!ok) revert OutOfGasForHash();
    }

    error OutOfGasForHash(); // send the transaction with more gas

    /// Root over the leaf hashes in order, which are overwritten level by level; of none, the hash of nothing. An unpaired last node moves
    /// up as it is, which gives the same tree as splitting at powers of two.
    function root(bytes32[] memory nodes) internal view returns (bytes32) {
        uint256 n = nodes.length;
        if (n == 0) return sha256("");
        while (n > 1) {
            uint256 half = n / 2;
            for (uint256 i = 0; i < half; ++i) {
                nodes[i] = nodeHash(nodes[2 * i], nodes[2 * i + 1]);
            }
            if (n % 2 == 1) nodes[half++] = nodes[n - 1];
            n = half;
        }
        return nodes[0];
    }
}
