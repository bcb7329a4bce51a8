// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// Where the rules of a network may differ, as an argument of the libraries that apply them (docs/vectors.md has the reasons).
struct Rules {
    uint16 feeBurn; // basis points of each fee that are burned when it is paid, of every epoch's share by itself
    uint16 epochBurn; // basis points of what an epoch holds that are burned when it ends
    bool barelyOneCorrect; // f + 1 shards hold a correct one; else the reference's 3w >= n + 1, one shard more where 3 divides n
}

/// The two sets of rules that there are.
library RuleSets {
    uint16 private constant EPOCH_BURN = 300; // control-plane.md CP-GEN-07

    /// What the vectors of the specification describe.
    function ofReference() internal pure returns (Rules memory) {
        return Rules(0, EPOCH_BURN, false);
    }

    /// What a network deploys. The part of fees that it burns is one of its parameters.
    function ofOurs(uint16 feeBurn) internal pure returns (Rules memory) {
        return Rules(feeBurn, 0, true);
    }
}
