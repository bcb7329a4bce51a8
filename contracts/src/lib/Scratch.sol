// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// Memory that a step of a loop used can be used again by the next one: the cost of memory grows with its square, which a batch of a
/// hundred would feel. Between mark and release nothing may be allocated that is read afterwards.
library Scratch {
    function mark() internal pure returns (uint256 start) {
        assembly ("memory-safe") {
            start := mload(0x40)
        }
    }

    function release(uint256 start) internal pure {
        assembly ("memory-safe") {
            mstore(0x40, start)
        }
    }
}
