// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";

/// The proxy of every Part. It passes on what the code behind it answers, and gives a name to the one refusal that has none there: the
/// compiler's own, for calls that no function takes.
contract PartProxy is ERC1967Proxy {
    /// The arguments do not decode, there is no such function, or native coin was sent along.
    error MalformedCall(bytes4 selector);

    constructor(address implementation, bytes memory data) ERC1967Proxy(implementation, data) {}

    /// An answer without data is a malformed call, unless the gas ran out, which has no data either: each call on the way down keeps 1/64
    /// of the gas (EIP-150), so however deep that was, less than an eighth is left here.
    function _delegate(address implementation) internal override {
        bytes32 name = MalformedCall.selector;
        uint256 before = gasleft();
        assembly {
            // Solidity's memory is overwritten: this never returns to it.
            calldatacopy(0, 0, calldatasize())
            let ok := delegatecall(gas(), implementation, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            if ok { return(0, returndatasize()) }
            if or(returndatasize(), lt(gas(), shr(3, before))) { revert(0, returndatasize()) }
            mstore(0, name)
            calldatacopy(4, 0, 4)
            mstore(8, 0)
            revert(0, 36)
        }
    }
}
