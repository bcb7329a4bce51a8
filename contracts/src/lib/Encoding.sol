// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// Sizes of encoded blobs (control-plane.md CP-BLB-01, redstuff.md): n shards, f = floor((n-1)/3), source symbols n - 2f in one
/// dimension and n - f in the other.
library Encoding {
    error DataTooLarge(uint64 size, uint64 max);

    /// Even symbol sizes only, and 16 bits to hold them.
    uint256 internal constant MAX_SYMBOL = 65534;

    // Nothing here can overflow: n has 16 bits, so the two dimensions have as many, and a size has 64.

    /// Bytes of metadata that every shard keeps: two 32-byte hashes per sliver pair, and one more hash.
    function metadataLength(uint256 n) internal pure returns (uint256) {
        unchecked {
            return 64 * n + 32;
        }
    }

    /// Number of source symbols in the two dimensions of the matrix.
    function sourceSymbols(uint256 n) internal pure returns (uint256 primary, uint256 secondary) {
        unchecked {
            uint256 f = (n - 1) / 3;
            return (n - 2 * f, n - f);
        }
    }

    /// Largest blob of n shards, in bytes.
    function maxSize(uint256 n) internal pure returns (uint64) {
        (uint256 primary, uint256 secondary) = sourceSymbols(n);
        return uint64(primary * secondary * MAX_SYMBOL); // below 2^48
    }

    /// Bytes per symbol of a blob of `size` bytes; an empty blob is encoded like one byte.
    function symbolSize(uint256 n, uint64 size) internal pure returns (uint256) {
        (uint256 primary, uint256 secondary) = sourceSymbols(n);
        return symbolSize(n, primary * secondary, size);
    }

    /// Bytes that a blob of `size` bytes takes on all shards together: what is reserved and priced.
    function encodedLength(uint256 n, uint64 size) internal pure returns (uint64) {
        (uint256 primary, uint256 secondary) = sourceSymbols(n);
        unchecked {
            uint256 symbol = symbolSize(n, primary * secondary, size);
            return uint64(n * ((primary + secondary) * symbol + metadataLength(n))); // below 2^49
        }
    }

    function symbolSize(uint256 n, uint256 symbols, uint64 size) private pure returns (uint256 symbol) {
        unchecked {
            symbol = ((size == 0 ? 1 : uint256(size)) - 1) / symbols + 1;
            symbol += symbol & 1;
        }
        if (symbol > MAX_SYMBOL) revert DataTooLarge(size, maxSize(n));
    }
}
