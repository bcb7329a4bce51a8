// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// Thresholds in shards of n, with f = floor((n-1)/3) faulty at most.
library Quorum {
    /// Most shards that may be faulty.
    function faulty(uint256 n) internal pure returns (uint256) {
        return (n - 1) / 3;
    }

    /// Weight of a quorum, n - f: any two quorums share a correct shard. Equals the reference's 3w >= 2n + 1.
    function quorum(uint256 n) internal pure returns (uint256) {
        return n - faulty(n);
    }

    /// Weight with at least one correct shard, f + 1 (attestations.md, 0x46).
    function oneCorrect(uint256 n) internal pure returns (uint256) {
        return faulty(n) + 1;
    }

    /// The reference's rule for the same, 3w >= n + 1: one more than ours where 3 divides n.
    function oneCorrectReference(uint256 n) internal pure returns (uint256) {
        return n / 3 + 1;
    }
}
