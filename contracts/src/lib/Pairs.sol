// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAttributes} from "../interfaces/IAttributes.sol";

/// A list of key-values as bytes: of each pair the lengths of key and value (16 bits each, big endian), then key and value.
library Pairs {
    function encode(IAttributes.Pair[] memory pairs, uint256 count) internal pure returns (bytes memory packed) {
        packed = new bytes(length(pairs, count));
        uint256 offset = 0;
        for (uint256 i = 0; i < count; ++i) {
            bytes memory key = bytes(pairs[i].key);
            bytes memory value = bytes(pairs[i].value);
            bytes memory head = abi.encodePacked(uint16(key.length), uint16(value.length), key, value);
            assembly ("memory-safe") {
                mcopy(add(add(packed, 32), offset), add(head, 32), mload(head))
            }
            offset += head.length;
        }
    }

    /// Bytes of the first `count` pairs.
    function length(IAttributes.Pair[] memory pairs, uint256 count) internal pure returns (uint256 total) {
        for (uint256 i = 0; i < count; ++i) {
            total += 4 + bytes(pairs[i].key).length + bytes(pairs[i].value).length;
        }
    }

    /// The pairs of `packed`, with `room` more, empty, behind them; and how many there are.
    function decode(bytes memory packed, uint256 room) internal pure returns (IAttributes.Pair[] memory pairs, uint256 count) {
        for (uint256 offset = 0; offset < packed.length; offset += 4 + sizeAt(packed, offset) + sizeAt(packed, offset + 2)) {
            count++;
        }
        pairs = new IAttributes.Pair[](count + room);
        uint256 from = 0;
        for (uint256 i = 0; i < count; ++i) {
            uint256 keySize = sizeAt(packed, from);
            uint256 valueSize = sizeAt(packed, from + 2);
            pairs[i].key = string(slice(packed, from + 4, keySize));
            pairs[i].value = string(slice(packed, from + 4 + keySize, valueSize));
            from += 4 + keySize + valueSize;
        }
    }

    function sizeAt(bytes memory packed, uint256 offset) private pure returns (uint256 size) {
        return (uint256(uint8(packed[offset])) << 8) | uint8(packed[offset + 1]);
    }

    function slice(bytes memory packed, uint256 offset, uint256 size) private pure returns (bytes memory part) {
        part = new bytes(size);
        assembly ("memory-safe") {
            mcopy(add(part, 32), add(add(packed, 32), offset), size)
        }
    }
}
