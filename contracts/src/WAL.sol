// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Burnable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Burnable.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC20Votes} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Votes.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";

/// The payment token (see IWAL). It has no owner and cannot be upgraded.
contract WAL is ERC20, ERC20Burnable, ERC20Permit, ERC20Votes {
    /// 5 * 10^9 WAL in FROST (control-plane.md CP-GEN-02).
    uint256 public constant SUPPLY = 5_000_000_000 * 10 ** 9;

    constructor(address receiver) ERC20("WAL Token", "WAL") ERC20Permit("WAL Token") {
        _mint(receiver, SUPPLY);
    }

    function decimals() public pure override returns (uint8) {
        return 9;
    }

    /// FROST that were destroyed so far, by whomever.
    function burned() external view returns (uint256) {
        return SUPPLY - totalSupply();
    }

    /// Gives up what is left of the caller's allowance over `owner`'s tokens.
    function forgo(address owner) external {
        if (allowance(owner, _msgSender()) != 0) _approve(owner, _msgSender(), 0);
    }

    /// Votes are counted at times in seconds, which mean the same on every chain (ERC-6372).
    function clock() public view override returns (uint48) {
        return uint48(block.timestamp);
    }

    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() public pure override returns (string memory) {
        return "mode=timestamp";
    }

    function _update(address from, address to, uint256 value) internal override(ERC20, ERC20Votes) {
        super._update(from, to, value);
    }

    function nonces(address owner) public view override(ERC20Permit, Nonces) returns (uint256) {
        return super.nonces(owner);
    }
}
