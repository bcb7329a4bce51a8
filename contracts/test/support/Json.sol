// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "./Test.sol";

/// Reads vector files: {"cases": [...]}. Fields are named by their path inside a case.
abstract contract Json is Test {
    string private json;
    string private suite;
    uint256 internal count;

    /// Loads test/vectors/NAME.json.
    function open(string memory name) internal {
        suite = name;
        json = vm.readFile(string.concat("test/vectors/", name, ".json"));
        count = 0;
        while (vm.keyExistsJson(json, string.concat(".cases[", vm.toString(count), "]"))) count++;
    }

    /// To be called at the end: all `wanted` cases of the file were present, so that a truncated file fails.
    function passed(uint256 wanted) internal {
        emit log_named_uint(string.concat(suite, ": cases passed"), count);
        equal(count, wanted, "cases in the file");
    }

    function path(uint256 i, string memory field) internal pure returns (string memory) {
        return string.concat(".cases[", vm.toString(i), "].", field);
    }

    function has(uint256 i, string memory field) internal view returns (bool) {
        return vm.keyExistsJson(json, path(i, field));
    }

    function text(uint256 i, string memory field) internal view returns (string memory) {
        return vm.parseJsonString(json, path(i, field));
    }

    function id(uint256 i) internal view returns (string memory) {
        return text(i, "id");
    }

    /// A number that the file has as a decimal string.
    function number(uint256 i, string memory field) internal view returns (uint256) {
        return vm.parseUint(text(i, field));
    }

    /// A number that the file has as a number.
    function integer(uint256 i, string memory field) internal view returns (uint256) {
        return vm.parseJsonUint(json, path(i, field));
    }

    function flag(uint256 i, string memory field) internal view returns (bool) {
        return vm.parseJsonBool(json, path(i, field));
    }

    /// Raw bytes, with or without 0x.
    function data(uint256 i, string memory field) internal view returns (bytes memory) {
        string memory s = text(i, field);
        bytes memory b = bytes(s);
        if (b.length >= 2 && b[0] == "0" && b[1] == "x") return vm.parseBytes(s);
        return vm.parseBytes(string.concat("0x", s));
    }

    function word(uint256 i, string memory field) internal view returns (bytes32) {
        return bytes32(data(i, field));
    }

    function account(uint256 i, string memory field) internal view returns (address) {
        return address(bytes20(data(i, field)));
    }

    /// A number written as 0x and hex digits without leading zeros.
    function hexNumber(string memory s) internal pure returns (uint256 value) {
        bytes memory b = bytes(s);
        for (uint256 i = 2; i < b.length; ++i) {
            uint8 c = uint8(b[i]);
            value = (value << 4) | (c < 0x3a ? c - 0x30 : c - 0x57);
        }
    }

    /// The bytes of `x` from last to first.
    function reversed(bytes32 x) internal pure returns (bytes32 y) {
        for (uint256 i = 0; i < 32; ++i) {
            y |= bytes32(uint256(uint8(x[i])) << (8 * i));
        }
    }
}
