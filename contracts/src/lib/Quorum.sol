// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Rules} from "./Rules.sol";

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

    /// Weight with at least one correct shard (attestations.md, 0x46).
    function oneCorrect(uint256 n, Rules memory rules) internal pure returns (uint256) {
        return rules.barelyOneCorrect ? faulty(n) + 1 : n / 3 + 1;
    }
}
