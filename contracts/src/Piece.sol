// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// One piece of the code of a contract that is too large for one: calls that it does not know go on to the next piece, which runs on the
/// same state (the first piece's). The chain of pieces is fixed in the code, so an upgrade of the first replaces all of them at once.
abstract contract Piece {
    error UnknownFunction(bytes4 selector);

    address private immutable following; // zero: this is the last piece

    constructor(address following_) {
        following = following_;
    }

    // solhint-disable-next-line no-complex-fallback
    fallback() external {
        address to = following;
        if (to == address(0)) revert UnknownFunction(msg.sig);
        assembly ("memory-safe") {
            let input := mload(0x40)
            calldatacopy(input, 0, calldatasize())
            let ok := delegatecall(gas(), to, input, calldatasize(), 0, 0)
            returndatacopy(input, 0, returndatasize())
            if iszero(ok) { revert(input, returndatasize()) }
            return(input, returndatasize())
        }
    }
}
