// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICertificates} from "../interfaces/ICertificates.sol";
import {BLS12381} from "./BLS12381.sol";
import {Messages} from "./Messages.sol";

/// A page of members as bytes, a third of what the ABI would take:
/// operator (20), network key (33), BLS key (48), lengths of name (u8), address (u16) and runs (u16), weight (u16), then the three texts.
/// The node id follows from network and operator.
library Roster {
    uint256 private constant OPERATOR = 20;
    uint256 private constant NETWORK_KEY = 33;
    uint256 private constant FIXED = OPERATOR + NETWORK_KEY + BLS12381.KEY_LENGTH + 7;

    /// `m` has passed the checks of Certificates, which bound all lengths.
    function encode(ICertificates.NewMember calldata m, uint16 weight) internal pure returns (bytes memory) {
        bytes memory head = abi.encodePacked(m.operator, m.networkKey, m.blsKey, uint8(bytes(m.name).length));
        bytes memory lengths = abi.encodePacked(uint16(bytes(m.netAddress).length), uint16(m.runs.length), weight);
        return abi.encodePacked(head, lengths, m.name, m.netAddress, m.runs);
    }

    function decode(bytes memory data, uint256 members, bytes32 network)
        internal
        pure
        returns (ICertificates.Member[] memory list)
    {
        list = new ICertificates.Member[](members);
        uint256 offset = 0;
        for (uint256 i = 0; i < members; ++i) {
            offset = decodeOne(list[i], data, offset);
            list[i].nodeId = Messages.objectId(network, Messages.KIND_NODE, list[i].operator, 0);
        }
    }

    /// Reads the member at `offset` and returns the offset behind it.
    function decodeOne(ICertificates.Member memory m, bytes memory data, uint256 offset) private pure returns (uint256) {
        m.operator = address(uint160(number(data, offset, OPERATOR)));
        m.networkKey = slice(data, offset + OPERATOR, NETWORK_KEY);
        m.blsKey = slice(data, offset + OPERATOR + NETWORK_KEY, BLS12381.KEY_LENGTH);
        offset += FIXED;
        uint256 name = number(data, offset - 7, 1);
        uint256 netAddress = number(data, offset - 6, 2);
        uint256 runs = number(data, offset - 4, 2);
        m.weight = uint16(number(data, offset - 2, 2));
        m.name = string(slice(data, offset, name));
        m.netAddress = string(slice(data, offset + name, netAddress));
        m.runs = slice(data, offset + name + netAddress, runs);
        return offset + name + netAddress + runs;
    }

    /// The big-endian number of `length` bytes at `offset`.
    function number(bytes memory data, uint256 offset, uint256 length) private pure returns (uint256 n) {
        assembly ("memory-safe") {
            n := shr(sub(256, mul(8, length)), mload(add(add(data, 32), offset)))
        }
    }

    function slice(bytes memory data, uint256 offset, uint256 length) private pure returns (bytes memory part) {
        part = new bytes(length);
        assembly ("memory-safe") {
            mcopy(add(part, 32), add(add(data, 32), offset), length)
        }
    }
}
