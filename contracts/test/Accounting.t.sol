// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Accounting} from "../src/lib/Accounting.sol";
import {IStorage} from "../src/interfaces/IStorage.sol";
import {RuleSets, Rules} from "../src/lib/Rules.sol";
import {Json} from "./support/Json.sol";
import {Test} from "./support/Test.sol";

/// A system with one ledger, driven by the scripts: what Storage and the epoch change do with it, under the reference's rules (burn at
/// the end of an epoch, first epoch 0).
contract Books {
    using Accounting for Accounting.Ledger;

    Accounting.Ledger private ledger;
    uint32 public epoch;
    uint64 public capacity;
    uint64 private price;
    uint32 private horizon;

    constructor(uint64 capacity_, uint64 price_, uint32 horizon_) {
        (capacity, price, horizon) = (capacity_, price_, horizon_);
    }

    function reserve(uint64 size, uint32 start, uint32 end) external returns (uint256 fee, uint32 from) {
        from = Accounting.period(epoch, start, end, horizon);
        if (size == 0) revert IStorage.InvalidResourceSize();
        uint256 perEpoch = Accounting.fee(price, size);
        ledger.reward(from, end, perEpoch);
        ledger.book(from, end, size, capacity);
        return (perEpoch * (end - from), from);
    }

    function subsidise(uint256 amount, uint32 epochs) external {
        Accounting.period(epoch, epoch, epoch + epochs, horizon);
        ledger.spread(epoch, epochs, amount);
    }

    function advance(uint64 voted, Rules calldata rules) external returns (uint256 paid, uint256 burnt) {
        (paid, burnt) = ledger.close(rules);
        epoch++;
        capacity = ledger.capacityAfter(voted);
    }

    function used(uint32 e) external view returns (uint64) {
        return ledger.usedAt(e);
    }

    function rewards(uint32 e) external view returns (uint256) {
        return ledger.rewardsAt(e);
    }
}

/// The scripts of accounting.json.
contract AccountingVectorsTest is Json {
    Books private books;
    uint256 private results;

    function test_accounting() public {
        open("accounting");
        for (uint256 i = 0; i < count; ++i) {
            books = new Books(
                uint64(number(i, "input.total_capacity")),
                uint64(number(i, "input.storage_price")),
                uint32(integer(i, "input.max_epochs_ahead"))
            );
            for (uint256 k = 0; has(i, string.concat("steps[", vm.toString(k), "]")); ++k) {
                step(i, string.concat("steps[", vm.toString(k), "]."));
                results++;
            }
        }
        emit log_named_uint("accounting: steps run", results);
        passed(12);
    }

    function step(uint256 i, string memory at_) private {
        bytes32 op = keccak256(bytes(text(i, string.concat(at_, "op"))));
        if (op == keccak256("reserve")) {
            uint32 start = books.epoch();
            reserve(i, at_, start, start + uint32(integer(i, string.concat(at_, "epochs_ahead"))));
        } else if (op == keccak256("reserve_for_epochs")) {
            uint32 start = uint32(integer(i, string.concat(at_, "start_epoch")));
            reserve(i, at_, start, uint32(integer(i, string.concat(at_, "end_epoch"))));
        } else if (op == keccak256("add_subsidy")) {
            subsidise(i, at_);
        } else if (op == keccak256("advance_epoch")) {
            advance(i, at_);
        } else {
            check(op == keccak256("check"), "known op");
            checkState(i, at_);
        }
    }

    function reserve(uint256 i, string memory at_, uint32 start, uint32 end) private {
        uint64 size = uint64(number(i, string.concat(at_, "size")));
        try books.reserve(size, start, end) returns (uint256 fee, uint32 from) {
            check(!has(i, string.concat(at_, "expect_error")), id(i));
            equal(fee, number(i, string.concat(at_, "expect.fee")), id(i));
            equal(from, integer(i, string.concat(at_, "expect.storage.start_epoch")), id(i));
            equal(end, integer(i, string.concat(at_, "expect.storage.end_epoch")), id(i));
            equal(size, number(i, string.concat(at_, "expect.storage.size")), id(i));
        } catch (bytes memory reason) {
            equal(nameOf(reason), text(i, string.concat(at_, "expect_error")), id(i));
        }
    }

    function subsidise(uint256 i, string memory at_) private {
        uint256 amount = number(i, string.concat(at_, "amount"));
        try books.subsidise(amount, uint32(integer(i, string.concat(at_, "epochs_ahead")))) {
            check(!has(i, string.concat(at_, "expect_error")), id(i));
        } catch (bytes memory reason) {
            equal(nameOf(reason), text(i, string.concat(at_, "expect_error")), id(i));
        }
    }

    function advance(uint256 i, string memory at_) private {
        bool burn = has(i, string.concat(at_, "burn")) && flag(i, string.concat(at_, "burn"));
        Rules memory rules = burn ? RuleSets.ofReference() : RuleSets.ofOurs(0);
        (uint256 paid, uint256 burnt) = books.advance(uint64(number(i, string.concat(at_, "next_capacity"))), rules);
        uint32 epoch = books.epoch();
        equal(paid, number(i, string.concat(at_, "expect.rewards_paid")), id(i));
        equal(burnt, number(i, string.concat(at_, "expect.burned")), id(i));
        equal(epoch, integer(i, string.concat(at_, "expect.epoch")), id(i));
        equal(books.used(epoch), number(i, string.concat(at_, "expect.used_capacity")), id(i));
        equal(books.capacity(), number(i, string.concat(at_, "expect.total_capacity")), id(i));
        equal(books.rewards(epoch), number(i, string.concat(at_, "expect.carried_over")), id(i));
    }

    function checkState(uint256 i, string memory at_) private view {
        uint32 epoch = books.epoch();
        equal(books.used(epoch), number(i, string.concat(at_, "expect.used_capacity")), id(i));
        uint256 offsets = integer(i, string.concat(at_, "offsets"));
        for (uint32 k = 0; k < offsets; ++k) {
            string memory index = string.concat("[", vm.toString(k), "]");
            equal(books.used(epoch + k), number(i, string.concat(at_, "expect.used_at_offset", index)), id(i));
            equal(books.rewards(epoch + k), number(i, string.concat(at_, "expect.rewards_at_offset", index)), id(i));
        }
    }

    /// The catalogue's name of a custom error of ours.
    function nameOf(bytes memory reason) private pure returns (string memory) {
        bytes4 selector = bytes4(reason);
        if (selector == Accounting.StorageExceeded.selector) return "system_state_inner::EStorageExceeded";
        if (selector == Accounting.InvalidEpochsAhead.selector) return "system_state_inner::EInvalidEpochsAhead";
        if (selector == IStorage.InvalidResourceSize.selector) return "system_state_inner::EInvalidResourceSize";
        return "unknown";
    }
}

/// The packed ledger against arrays.
contract AccountingFuzzTest is Test {
    using Accounting for Accounting.Ledger;

    uint32 private constant EPOCHS = 40;
    Accounting.Ledger private ledger;
    uint256[EPOCHS] private used;
    uint256[EPOCHS] private rewards;

    function book(uint32 start, uint32 end, uint64 size, uint64 capacity) external {
        ledger.book(start, end, size, capacity);
    }

    function testFuzz_matches_plain_arrays(uint256[8] memory draws, uint64 capacity) public {
        uint32 open = 0;
        for (uint256 k = 0; k < draws.length; ++k) {
            uint256 d = draws[k];
            if (d & 3 == 0 && open < EPOCHS / 2) {
                (uint256 paid, uint256 burnt) = ledger.close(Rules(0, uint16((d >> 8) % 10_001), false));
                equal(paid + burnt, used[open] == 0 ? burnt : rewards[open], "everything is paid or burned");
                if (used[open] == 0) rewards[open + 1] += rewards[open] - burnt;
                rewards[open++] = 0;
            } else {
                uint32 start = uint32(within(d >> 8, open, EPOCHS - 3));
                uint32 end = uint32(within(d >> 40, start + 1, EPOCHS - 1));
                purchase(start, end, uint64(d >> 72) >> ((d >> 2) & 63), uint64(d >> 136), capacity);
            }
            for (uint32 e = 0; e < EPOCHS; ++e) {
                equal(ledger.usedAt(e), used[e], "used");
                equal(ledger.rewardsAt(e), rewards[e], "rewards");
            }
        }
    }

    function purchase(uint32 start, uint32 end, uint64 size, uint64 perEpoch, uint64 capacity) private {
        for (uint32 e = start; e < end; ++e) {
            if (used[e] + size <= capacity) continue;
            vm.expectRevert(abi.encodeWithSelector(Accounting.StorageExceeded.selector, e, used[e] + size, capacity));
            this.book(start, end, size, capacity);
            return;
        }
        this.book(start, end, size, capacity);
        ledger.reward(start, end, perEpoch);
        for (uint32 e = start; e < end; ++e) {
            used[e] += size;
            rewards[e] += perEpoch;
        }
    }
}
