// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICallbacks, IStorageReceiver} from "../../src/interfaces/ICallbacks.sol";
import {IStorage} from "../../src/interfaces/IStorage.sol";
import {IWAL} from "../../src/interfaces/IWAL.sol";

/// An owner of blobs that does as it is told when it is called, and remembers.
contract Receiver is IStorageReceiver {
    enum Mood {
        Calm,
        Revert,
        BurnGas,
        ReturnMegabytes,
        RevertMegabytes,
        Reenter,
        Renew
    }

    Mood public mood;
    uint256 public certifiedCalls;
    uint256 public expiringCalls;
    uint32 public toldEnd;
    uint256 public gasGiven;
    bytes public answer;
    address private target;
    bytes private call_;

    function become(Mood mood_) external {
        mood = mood_;
    }

    /// What to do when reentering or renewing.
    function prepare(address target_, bytes calldata input) external {
        (target, call_) = (target_, input);
    }

    /// Acts as itself.
    function act(address to, bytes calldata input) external returns (bytes memory out) {
        bool ok;
        (ok, out) = to.call(input);
        if (!ok) {
            assembly ("memory-safe") {
                revert(add(out, 32), mload(out))
            }
        }
    }

    function onBlobCertified(bytes32, bytes32, uint32, uint32 end) external {
        gasGiven = gasleft();
        certifiedCalls++;
        toldEnd = end;
        behave();
    }

    function onBlobExpiring(bytes32, uint32 end) external {
        gasGiven = gasleft();
        expiringCalls++;
        toldEnd = end;
        behave();
    }

    function behave() private {
        if (mood == Mood.Revert) revert("no");
        if (mood == Mood.BurnGas) while (true) {}
        if (mood == Mood.ReturnMegabytes) megabytes(false);
        if (mood == Mood.RevertMegabytes) megabytes(true);
        if (mood == Mood.Reenter || mood == Mood.Renew) {
            (bool ok, bytes memory out) = target.call(call_);
            answer = out;
            if (mood == Mood.Renew) require(ok, "renewal");
        }
    }

    /// As much as the gas pays for: 960 kB with the 2 million that a receiver gets at most.
    function megabytes(bool fail) private view {
        uint256 size = gasleft() > 1_900_000 ? 960_000 : 300_000;
        assembly {
            if fail { revert(0, size) }
            return(0, size)
        }
    }

    function onERC721Received(address, address, uint256, bytes calldata) external returns (bytes4) {
        if (mood == Mood.Revert) revert("no tokens");
        if (mood == Mood.Reenter) {
            bool ok;
            (ok, answer) = target.call(call_);
        }
        return this.onERC721Received.selector;
    }
}
