// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

/// The payment token: ERC-20 with 9 decimals (1 WAL = 10^9 FROST), EIP-2612 permits, votes (ERC-5805, timestamp clock) and burn.
/// The whole supply of 5 * 10^18 FROST is minted once; nobody can mint more.
interface IWAL is IERC20Metadata, IERC20Permit {
    /// Destroys `value` FROST of the caller.
    function burn(uint256 value) external;

    /// Destroys `value` FROST of `account` from the caller's allowance.
    function burnFrom(address account, uint256 value) external;

    /// FROST that were destroyed so far, by whomever: the first supply less the present one.
    function burned() external view returns (uint256);

    /// Gives up what is left of the caller's allowance over `owner`'s tokens, so that a permit for a maximum leaves nothing behind.
    function forgo(address owner) external;
}
