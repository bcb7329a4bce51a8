// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Vm} from "./Vm.sol";

/// Assertions that say what was got and wanted. A failing one reverts, which fails the test.
abstract contract Test {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    event log_named_uint(string key, uint256 value);

    error GotUint(string what, uint256 got, uint256 wanted);
    error GotAddress(string what, address got, address wanted);
    error GotBytes32(string what, bytes32 got, bytes32 wanted);
    error GotBytes(string what, bytes got, bytes wanted);
    error GotString(string what, string got, string wanted);
    error NotTrue(string what);

    function equal(uint256 got, uint256 wanted, string memory what) internal pure {
        if (got != wanted) revert GotUint(what, got, wanted);
    }

    function equal(address got, address wanted, string memory what) internal pure {
        if (got != wanted) revert GotAddress(what, got, wanted);
    }

    function equal(bytes32 got, bytes32 wanted, string memory what) internal pure {
        if (got != wanted) revert GotBytes32(what, got, wanted);
    }

    function equal(bytes memory got, bytes memory wanted, string memory what) internal pure {
        if (keccak256(got) != keccak256(wanted)) revert GotBytes(what, got, wanted);
    }

    function equal(string memory got, string memory wanted, string memory what) internal pure {
        if (keccak256(bytes(got)) != keccak256(bytes(wanted))) revert GotString(what, got, wanted);
    }

    function check(bool ok, string memory what) internal pure {
        if (!ok) revert NotTrue(what);
    }

    /// Clamps a fuzzed number into [low, high].
    function within(uint256 x, uint256 low, uint256 high) internal pure returns (uint256) {
        return low + x % (high - low + 1);
    }
}
