// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BLS12381} from "../../src/lib/BLS12381.sol";
import {Messages} from "../../src/lib/Messages.sol";
import {Quorum} from "../../src/lib/Quorum.sol";
import {RuleSets} from "../../src/lib/Rules.sol";

/// The reference's certificate check (control-plane.md CP-CRT-04 to 07) over our libraries. It is what the vectors describe; our
/// contract is stricter in two ways: the bitmap has exactly its length, and bodies have no trailing bytes.
contract ReferenceCertificates {
    struct Input {
        bytes[] keys;
        uint256[] weights;
        uint32 epoch;
        bool quorum;
        uint8 kind;
        bytes message;
        bytes bitmap;
        bytes signature;
    }

    /// Name of the error in the reference's catalogue; empty if the certificate is good.
    function outcome(Input calldata c) external view returns (string memory) {
        if (!bitmapFits(c)) return "bls_aggregate::EInvalidBitmap";
        (uint256 weight, uint256 total, bytes memory key) = signers(c);
        uint256 wanted = c.quorum ? Quorum.quorum(total) : Quorum.oneCorrect(total, RuleSets.ofReference());
        if (weight < wanted) return "bls_aggregate::ENotEnoughStake";
        if (!BLS12381.verify(key, c.message, c.signature)) return "bls_aggregate::ESigVerification";
        if (uint8(c.message[1]) != Messages.VERSION) return "messages::EIncorrectIntentVersion";
        if (uint8(c.message[2]) != Messages.APP) return "messages::EIncorrectAppId";
        if (Messages.little32(uint32(bytes4(c.message[3:7]))) != c.epoch) return "messages::EIncorrectEpoch";
        if (uint8(c.message[0]) != c.kind) return "messages::EInvalidMsgType";
        return body(c);
    }

    function weightOf(Input calldata c) external view returns (uint256 weight) {
        (weight,,) = signers(c);
    }

    function bitmapFits(Input calldata c) private pure returns (bool) {
        if (c.bitmap.length > (c.keys.length + 7) / 8) return false;
        for (uint256 i = c.keys.length; i < 8 * c.bitmap.length; ++i) {
            if (bit(c.bitmap, i)) return false;
        }
        return true;
    }

    function bit(bytes calldata bitmap, uint256 i) private pure returns (bool) {
        return i / 8 < bitmap.length && (uint8(bitmap[i / 8]) >> (i % 8)) & 1 == 1;
    }

    /// Total key less the absent ones, as the contract computes it.
    function signers(Input calldata c) private view returns (uint256 weight, uint256 total, bytes memory key) {
        key = new bytes(BLS12381.G1_LENGTH);
        bytes memory absent = new bytes(BLS12381.G1_LENGTH);
        for (uint256 i = 0; i < c.keys.length; ++i) {
            total += c.weights[i];
            BLS12381.addTo(key, c.keys[i]);
            if (bit(c.bitmap, i)) weight += c.weights[i];
            else BLS12381.addTo(absent, c.keys[i]);
        }
        BLS12381.negate(absent);
        BLS12381.addTo(key, absent);
    }

    /// Type 1: blob id and persistence, with an object id if deletable. Type 2: blob id. Trailing bytes are ignored.
    function body(Input calldata c) private pure returns (string memory) {
        if (c.message.length < 39) return "implicit/decode";
        if (c.kind == 2) return "";
        if (c.message.length < 40) return "implicit/decode";
        uint8 persistence = uint8(c.message[39]);
        if (persistence > 1) return "messages::EInvalidBlobPersistenceType";
        return persistence == 1 && c.message.length < 72 ? "implicit/decode" : "";
    }
}
