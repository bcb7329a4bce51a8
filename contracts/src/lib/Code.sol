// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// Data kept as the code of a contract that cannot be called: 200 gas per byte to write, 2,600 gas to read the whole.
/// The idea is SSTORE2's.
library Code {
    error CodeTooLarge(uint256 got, uint256 max);

    /// EIP-170 allows 24,576 bytes of code; the first is STOP, so that a call does nothing.
    uint256 internal constant MAX = 24_575;

    function write(bytes memory data) internal returns (address store) {
        if (data.length > MAX) revert CodeTooLarge(data.length, MAX);
        // The creation code copies everything behind itself and returns it.
        bytes memory creation = abi.encodePacked(hex"600b5981380380925939f300", data);
        assembly ("memory-safe") {
            store := create(0, add(creation, 32), mload(creation))
        }
        if (store == address(0)) revert CodeTooLarge(data.length, MAX);
    }

    function read(address store) internal view returns (bytes memory data) {
        assembly ("memory-safe") {
            let size := sub(extcodesize(store), 1)
            data := mload(0x40)
            mstore(0x40, add(data, and(add(size, 63), not(31))))
            mstore(data, size)
            extcodecopy(store, add(data, 32), 1, size)
        }
    }
}
