// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Rules} from "./Rules.sol";

/// Fees, capacity and rewards per epoch (control-plane.md 2.1 and 4.3).
///
/// Used capacity is a u64 per epoch, four to a storage slot. Rewards are a difference array: a purchase over [start, end) changes two
/// entries, whatever its length; the sum up to an epoch is what that epoch holds.
library Accounting {
    error StorageExceeded(uint32 epoch, uint256 wanted, uint64 capacity);
    error InvalidEpochsAhead(uint256 got, uint256 max);
    error FeeTooLarge(uint256 fee);

    /// Sizes are priced in units of 1 MiB, rounded up once per purchase.
    uint256 internal constant UNIT = 1 << 20;
    uint256 internal constant BASIS = 10_000;

    struct Ledger {
        mapping(uint256 word => uint256 fourEpochs) used;
        mapping(uint256 epoch => int256) rewardStep; // rewards(e) - rewards(e-1)
        uint256 closedRewards; // what the last closed epoch held
        uint32 open; // first epoch that is not closed
    }

    /// Storage units of `size` bytes.
    function units(uint256 size) internal pure returns (uint256) {
        return (size + UNIT - 1) / UNIT;
    }

    /// Price of `size` bytes: per epoch for storage, once for a write. FROST, at most 2^64 - 1.
    function fee(uint64 price, uint64 size) internal pure returns (uint64) {
        return narrow(uint256(price) * units(size));
    }

    /// Amounts have 64 bits in this system; a larger one is an error, never truncated.
    function narrow(uint256 amount) internal pure returns (uint64) {
        if (amount > type(uint64).max) revert FeeTooLarge(amount);
        return uint64(amount);
    }

    /// Part of `amount` that is burned, rounded down.
    function burned(uint256 amount, uint256 basisPoints) internal pure returns (uint256) {
        return amount * basisPoints / BASIS;
    }

    /// Checks a period that is to be bought and returns its start: not before `current`. The period must not be empty, nor end more
    /// than `horizon` epochs from now.
    function period(uint256 current, uint256 start, uint256 end, uint256 horizon) internal pure returns (uint32) {
        if (start < current) start = current;
        if (end <= start) revert InvalidEpochsAhead(0, horizon);
        if (end - current > horizon) revert InvalidEpochsAhead(end - current, horizon);
        return uint32(start);
    }

    /// Books `size` bytes in every epoch of [start, end); each must stay within `capacity`.
    function book(Ledger storage l, uint32 start, uint32 end, uint256 size, uint64 capacity) internal {
        uint256 epoch = start;
        while (epoch < end) {
            uint256 word = l.used[epoch >> 2];
            uint256 next = (epoch | 3) + 1; // first epoch of the next word
            uint256 stop = next < end ? next : end;
            for (uint256 e = epoch; e < stop; ++e) {
                uint256 shift = (e & 3) << 6;
                uint256 wanted = uint256(uint64(word >> shift)) + size;
                if (wanted > capacity) revert StorageExceeded(uint32(e), wanted, capacity);
                word += size << shift; // no carry: the sum fits the lane
            }
            l.used[epoch >> 2] = word;
            epoch = stop;
        }
    }

    /// Bytes booked in `epoch`.
    function usedAt(Ledger storage l, uint32 epoch) internal view returns (uint64) {
        return uint64(l.used[epoch >> 2] >> ((uint256(epoch) & 3) << 6));
    }

    /// Adds `perEpoch` FROST to the rewards of every epoch of [start, end), none of which may be closed.
    function reward(Ledger storage l, uint32 start, uint32 end, uint256 perEpoch) internal {
        if (perEpoch == 0 || start >= end) return;
        l.rewardStep[start] += int256(perEpoch);
        l.rewardStep[end] -= int256(perEpoch);
    }

    /// Raises the rewards of `epoch` and all later ones by `step`, which may be negative.
    function adjust(Ledger storage l, uint32 epoch, int256 step) internal {
        if (step != 0) l.rewardStep[epoch] += step;
    }

    /// Rewards held for `epoch`; 0 for a closed one. Cost grows with the distance from the first open epoch.
    function rewardsAt(Ledger storage l, uint32 epoch) internal view returns (uint256) {
        if (epoch < l.open) return 0;
        int256 sum = int256(l.closedRewards);
        for (uint256 e = l.open; e <= epoch; ++e) {
            sum += l.rewardStep[e];
        }
        return uint256(sum);
    }

    /// Ends the first open epoch: burns the rules' part of what it holds and pays the rest, or passes it on to the next epoch if no
    /// byte was booked (then nobody earned it). Moving the tokens is the caller's part.
    function close(Ledger storage l, Rules memory rules) internal returns (uint256 paid, uint256 burnt) {
        uint32 epoch = l.open;
        uint256 held = rewardsAt(l, epoch);
        l.closedRewards = held;
        l.open = epoch + 1;
        burnt = burned(held, rules.epochBurn);
        paid = held - burnt;
        if (usedAt(l, epoch) == 0) {
            reward(l, epoch + 1, epoch + 2, paid);
            paid = 0;
        }
    }

    /// Capacity for the epochs that follow a vote: never below what the new epoch has sold already.
    function capacityAfter(Ledger storage l, uint64 voted) internal view returns (uint64) {
        uint64 sold = usedAt(l, l.open);
        return voted > sold ? voted : sold;
    }

    /// Spreads `amount` evenly over `epochs` epochs from `start`, the remainder to the first.
    function spread(Ledger storage l, uint32 start, uint32 epochs, uint256 amount) internal {
        reward(l, start, start + epochs, amount / epochs);
        reward(l, start, start + 1, amount % epochs);
    }
}
