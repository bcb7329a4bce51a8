// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {WAL} from "../src/WAL.sol";
import {Test} from "./support/Test.sol";

/// The token beyond what OpenZeppelin's own tests cover.
contract WALTest is Test {
    WAL private wal;
    address private alice = vm.addr(0xa11ce);
    address private bob = vm.addr(0xb0b);

    function setUp() public {
        wal = new WAL(alice);
    }

    function test_constants() public view {
        equal(wal.name(), "WAL Token", "name");
        equal(wal.symbol(), "WAL", "symbol");
        equal(wal.decimals(), 9, "decimals");
        equal(wal.totalSupply(), 5 * 10 ** 18, "supply in FROST");
        equal(wal.balanceOf(alice), 5 * 10 ** 18, "receiver");
        equal(wal.CLOCK_MODE(), "mode=timestamp", "clock mode");
        equal(wal.clock(), block.timestamp, "clock");
    }

    function testFuzz_burn(uint256 amount) public {
        amount = within(amount, 0, 5 * 10 ** 18);
        vm.prank(alice);
        wal.burn(amount);
        equal(wal.totalSupply(), 5 * 10 ** 18 - amount, "supply");
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, bob, 0, 1));
        wal.burn(1);
    }

    /// Only the spender can give up an allowance, and only its own.
    function test_forgo() public {
        vm.prank(alice);
        wal.approve(bob, 7);
        wal.forgo(alice);
        equal(wal.allowance(alice, bob), 7, "another's call");
        vm.prank(bob);
        wal.forgo(alice);
        equal(wal.allowance(alice, bob), 0, "forgone");
        vm.prank(bob);
        wal.forgo(alice);
    }

    function test_votes_follow_delegation_by_time() public {
        vm.warp(1000);
        vm.prank(alice);
        wal.delegate(bob);
        vm.warp(2000);
        vm.prank(alice);
        wal.transfer(bob, 1);
        vm.warp(3000);
        equal(wal.getPastVotes(bob, 1500), 5 * 10 ** 18, "before");
        equal(wal.getPastVotes(bob, 2500), 5 * 10 ** 18 - 1, "after");
    }
}
