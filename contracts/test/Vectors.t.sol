// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Accounting} from "../src/lib/Accounting.sol";
import {BLS12381} from "../src/lib/BLS12381.sol";
import {Blake2b} from "../src/lib/Blake2b.sol";
import {Encoding} from "../src/lib/Encoding.sol";
import {Messages} from "../src/lib/Messages.sol";
import {Quorum} from "../src/lib/Quorum.sol";
import {RuleSets} from "../src/lib/Rules.sol";
import {Space} from "../src/lib/Space.sol";
import {Tree} from "../src/lib/Tree.sol";
import {Json} from "./support/Json.sol";
import {ReferenceCertificates} from "./support/ReferenceCertificates.sol";
import {ReferenceMessages} from "./support/ReferenceMessages.sol";
import {Signer} from "./support/Signer.sol";

/// Vectors of single computations. Each test runs every case of its file and says how many there were.
contract VectorsTest is Json {
    function encodedLength(uint256 n, uint64 size) external pure returns (uint64) {
        return Encoding.encodedLength(n, size);
    }

    function fee(uint64 price, uint64 size) external pure returns (uint64) {
        return Accounting.fee(price, size);
    }

    /// How many cases there are, and how many of them run; that they pass is what the tests of their files say.
    function test_count() public {
        string[9] memory given = [
            "encoded_size", "fees", "accounting", "blob_id", "quorum", "storage_resources", "storage_pools", "messages", "certificates"
        ];
        string[3] memory ours = ["statements", "trees", "blob_buckets"];
        uint256 present = 0;
        uint256 offChain = 0;
        for (uint256 f = 0; f < given.length; ++f) {
            open(given[f]);
            present += count;
            for (uint256 i = 0; f == 1 && i < count; ++i) {
                if (keccak256(bytes(text(i, "input.kind"))) == keccak256("usd_vote")) offChain++;
            }
        }
        emit log_named_uint("cases of the specification, present", present);
        emit log_named_uint("cases of the specification, passed", present - offChain);
        equal(present, 150, "present");
        equal(offChain, 6, "rules that operators apply off chain");
        uint256 own = 0;
        for (uint256 f = 0; f < ours.length; ++f) {
            open(ours[f]);
            own += count;
        }
        emit log_named_uint("cases of ours, passed", own);
        equal(own, 28, "ours");
    }

    function test_encoded_size() public {
        open("encoded_size");
        for (uint256 i = 0; i < count; ++i) {
            uint256 n = integer(i, "input.n_shards");
            uint64 size = uint64(number(i, "input.unencoded_size"));
            bool supported = integer(i, "input.encoding_type") == 1; // Storage checks the type, see test_register_refusals
            if (has(i, "expect_error")) {
                string memory name = text(i, "expect_error");
                if (!supported) {
                    equal(name, "encoding::EInvalidEncodingType", id(i));
                    continue;
                }
                equal(name, "implicit/arithmetic", id(i));
                vm.expectRevert(abi.encodeWithSelector(Encoding.DataTooLarge.selector, size, Encoding.maxSize(n)));
                this.encodedLength(n, size);
                continue;
            }
            uint256 encoded = Encoding.encodedLength(n, size);
            equal(encoded, number(i, "expect.encoded_size"), id(i));
            equal(Encoding.symbolSize(n, size), integer(i, "expect.symbol_size"), id(i));
            (uint256 primary, uint256 secondary) = Encoding.sourceSymbols(n);
            equal(primary, integer(i, "expect.source_symbols_primary"), id(i));
            equal(secondary, integer(i, "expect.source_symbols_secondary"), id(i));
            equal(Accounting.units(encoded), number(i, "expect.storage_units"), id(i));
        }
        passed(20);
    }

    function test_blob_id() public {
        open("blob_id");
        for (uint256 i = 0; i < count; ++i) {
            uint8 encoding = uint8(integer(i, "input.encoding_type"));
            uint64 size = uint64(number(i, "input.unencoded_size"));
            bytes32 root = reversed(bytes32(hexNumber(text(i, "input.root_hash"))));
            bytes memory preimage = data(i, "expect.preimage");
            equal(abi.encodePacked(encoding, Blake2b.little64(size), root), preimage, id(i));
            bytes32 digest = bytes32(data(i, "expect.digest"));
            equal(Blake2b.hash(preimage), digest, id(i));
            equal(Blake2b.blobId(encoding, size, root), digest, id(i));
            equal(uint256(reversed(digest)), number(i, "expect.blob_id_u256"), id(i));
        }
        passed(7);
    }

    function test_quorum() public {
        open("quorum");
        for (uint256 i = 0; i < count; ++i) {
            uint256 n = integer(i, "input.n_shards");
            equal(Quorum.faulty(n), integer(i, "expect.max_byzantine"), id(i));
            equal(Quorum.quorum(n), integer(i, "expect.quorum_weight"), id(i));
            equal(Quorum.oneCorrect(n, RuleSets.ofReference()), integer(i, "expect.one_correct_weight"), id(i));
            // Ours differs where 3 divides n: f + 1 shards hold a correct one already.
            equal(Quorum.oneCorrect(n, RuleSets.ofOurs(0)) + (n % 3 == 0 ? 1 : 0), integer(i, "expect.one_correct_weight"), id(i));
        }
        passed(17);
    }

    function split(uint256 i, bytes32 op, Space.Resource memory r) external view returns (Space.Resource memory, Space.Resource memory rest) {
        if (op == keccak256("split_by_epoch")) rest = Space.splitByEpoch(r, uint32(integer(i, "input.split_epoch")));
        else rest = Space.splitBySize(r, uint64(number(i, "input.split_size")));
        return (r, rest);
    }

    function fuse(bytes32 op, Space.Resource memory r, Space.Resource memory other) external pure returns (Space.Resource memory) {
        if (op == keccak256("fuse")) Space.fuse(r, other);
        else if (op == keccak256("fuse_amount")) Space.fuseAmount(r, other);
        else if (op == keccak256("fuse_periods")) Space.fusePeriods(r, other);
        else revert NotTrue("known op");
        return r;
    }

    function test_storage_resources() public {
        open("storage_resources");
        for (uint256 i = 0; i < count; ++i) {
            bytes32 op = keccak256(bytes(text(i, "input.op")));
            if (op == keccak256("split_by_epoch") || op == keccak256("split_by_size")) {
                try this.split(i, op, space(i, "input.storage.")) returns (Space.Resource memory r, Space.Resource memory rest) {
                    same(i, r, space(i, "expect.kept."));
                    same(i, rest, space(i, "expect.new."));
                } catch (bytes memory reason) {
                    equal(nameOf(reason), text(i, "expect_error"), id(i));
                }
                continue;
            }
            try this.fuse(op, space(i, "input.first."), space(i, "input.second.")) returns (Space.Resource memory r) {
                same(i, r, space(i, "expect.result."));
            } catch (bytes memory reason) {
                equal(nameOf(reason), text(i, "expect_error"), id(i));
            }
        }
        passed(19);
    }

    function space(uint256 i, string memory what) private view returns (Space.Resource memory r) {
        r.owner = address(this);
        r.start = uint32(integer(i, string.concat(what, "start_epoch")));
        r.end = uint32(integer(i, string.concat(what, "end_epoch")));
        r.size = uint64(number(i, string.concat(what, "size")));
    }

    function same(uint256 i, Space.Resource memory got, Space.Resource memory wanted) private pure {
        equal(abi.encode(got), abi.encode(wanted), vm.toString(i));
    }

    function nameOf(bytes memory reason) private pure returns (string memory) {
        if (bytes4(reason) == Space.InvalidEpoch.selector) return "storage_resource::EInvalidEpoch";
        if (bytes4(reason) == Space.IncompatibleEpochs.selector) return "storage_resource::EIncompatibleEpochs";
        if (bytes4(reason) == Space.IncompatibleAmount.selector) return "storage_resource::EIncompatibleAmount";
        revert GotBytes("unknown reason", reason, "");
    }

    /// The reference's messages, types 0 to 6, byte for byte, and their signatures by the keys with scalars 1 and 117.
    function test_messages() public {
        string memory points = vm.readFile("test/vectors/messages_points.json");
        open("messages");
        for (uint256 i = 0; i < count; ++i) {
            bytes memory message = ReferenceMessages.message(referenceMessage(i));
            equal(message, data(i, "expect.message"), id(i));
            equal(message.length, integer(i, "expect.length"), id(i));
            string memory entry = string.concat(".cases[", vm.toString(i), "].");
            equal(vm.parseJsonString(points, string.concat(entry, "id")), id(i), "same case");
            signedBy(points, entry, message, 1);
            signedBy(points, entry, message, 117);
        }
        passed(9);
    }

    function signedBy(string memory points, string memory entry, bytes memory message, uint256 scalar) private view {
        string memory name = string.concat(entry, "signature_by_scalar_", vm.toString(scalar));
        if (!vm.keyExistsJson(points, name)) return;
        bytes memory signature = vm.parseBytes(vm.parseJsonString(points, name));
        equal(Signer.sign(scalar, message), signature, "signature");
        check(BLS12381.verify(Signer.publicKey(scalar), message, signature), "verifies");
    }

    function referenceMessage(uint256 i) private view returns (ReferenceMessages.Input memory m) {
        m.kind = uint8(integer(i, "input.type"));
        m.epoch = uint32(integer(i, "input.epoch"));
        if (has(i, "input.blob_id")) m.blobId = reversed(bytes32(hexNumber(text(i, "input.blob_id"))));
        if (has(i, "input.persistence")) m.deletable = keccak256(bytes(text(i, "input.persistence"))) == keccak256("deletable");
        if (has(i, "input.object_id")) m.id = word(i, "input.object_id");
        if (has(i, "input.node_id")) m.id = word(i, "input.node_id");
        if (has(i, "input.address")) m.id = word(i, "input.address");
        if (has(i, "input.bls_public_key")) m.key = data(i, "input.bls_public_key");
        if (has(i, "input.sequence")) (m.a, m.b) = (uint64(number(i, "input.sequence")), uint64(number(i, "input.size")));
        if (has(i, "input.root")) m.root = reversed(bytes32(hexNumber(text(i, "input.root"))));
        if (has(i, "input.start_epoch")) m.start = uint32(integer(i, "input.start_epoch"));
        if (has(i, "input.protocol_version")) m.a = uint64(number(i, "input.protocol_version"));
    }

    /// All kinds but usd_vote, a rule that operators apply off chain.
    function test_fees() public {
        open("fees");
        uint256 run = 0;
        for (uint256 i = 0; i < count; ++i) {
            bytes32 kind = keccak256(bytes(text(i, "input.kind")));
            if (kind == keccak256("usd_vote")) continue;
            run++;
            if (kind == keccak256("write")) writeFee(i);
            else if (kind == keccak256("store")) storeFee(i);
            else storageFee(i);
        }
        emit log_named_uint("fees: cases run (28 of 34; 6 are usd_vote)", run);
        equal(run, 28, "cases");
    }

    /// storage, blob_extend, pool_extend and pool_capacity_increase: price times units times epochs.
    function storageFee(uint256 i) private {
        uint64 size = uint64(number(i, "input.size"));
        uint64 price = uint64(number(i, "input.price_per_unit"));
        if (has(i, "expect_error")) {
            equal(text(i, "expect_error"), "implicit/arithmetic", id(i));
            vm.expectRevert(abi.encodeWithSelector(Accounting.FeeTooLarge.selector, uint256(price) * Accounting.units(size)));
            this.fee(price, size);
            return;
        }
        equal(Accounting.units(size), number(i, "expect.storage_units"), id(i));
        equal(Accounting.fee(price, size), number(i, "expect.fee_per_epoch"), id(i));
        equal(uint256(Accounting.fee(price, size)) * integer(i, "input.epochs"), number(i, "expect.fee_total"), id(i));
    }

    function writeFee(uint256 i) private view {
        uint64 encoded = Encoding.encodedLength(integer(i, "input.n_shards"), uint64(number(i, "input.unencoded_size")));
        equal(encoded, number(i, "expect.encoded_size"), id(i));
        equal(Accounting.units(encoded), number(i, "expect.storage_units"), id(i));
        equal(Accounting.fee(uint64(number(i, "input.write_price_per_unit")), encoded), number(i, "expect.fee_total"), id(i));
    }

    function storeFee(uint256 i) private view {
        uint64 encoded = Encoding.encodedLength(integer(i, "input.n_shards"), uint64(number(i, "input.unencoded_size")));
        equal(encoded, number(i, "expect.encoded_size"), id(i));
        equal(Accounting.units(encoded), number(i, "expect.storage_units"), id(i));
        uint256 storing = Accounting.fee(uint64(number(i, "input.storage_price_per_unit")), encoded);
        storing *= integer(i, "input.epochs");
        uint256 writing = Accounting.fee(uint64(number(i, "input.write_price_per_unit")), encoded);
        equal(storing, number(i, "expect.storage_fee"), id(i));
        equal(writing, number(i, "expect.write_fee"), id(i));
        equal(storing + writing, number(i, "expect.total"), id(i));
    }

    /// Committee certificates of the reference with real signatures, under the reference's rules.
    function test_certificates() public {
        ReferenceCertificates checker = new ReferenceCertificates();
        string memory points = vm.readFile("test/vectors/points.json");
        open("certificates");
        for (uint256 i = 0; i < count; ++i) {
            string memory entry = string.concat(".cases[", vm.toString(i), "]");
            equal(vm.parseJsonString(points, string.concat(entry, ".id")), id(i), "same case");
            string[] memory keys = vm.parseJsonStringArray(points, string.concat(entry, ".keys"));
            ReferenceCertificates.Input memory c;
            c.keys = new bytes[](keys.length);
            c.weights = new uint256[](keys.length);
            for (uint256 k = 0; k < keys.length; ++k) {
                c.keys[k] = vm.parseBytes(keys[k]);
                string memory member = string.concat("input.committee[", vm.toString(k), "].");
                c.weights[k] = integer(i, string.concat(member, "weight"));
                equal(BLS12381.compress(c.keys[k]), data(i, string.concat(member, "public_key")), "compressed key");
            }
            c.epoch = uint32(integer(i, "input.committee_epoch"));
            c.quorum = keccak256(bytes(text(i, "input.required"))) == keccak256("quorum");
            c.kind = uint8(integer(i, "input.parse_as_type"));
            c.message = data(i, "input.message");
            c.bitmap = data(i, "input.bitmap");
            c.signature = vm.parseBytes(vm.parseJsonString(points, string.concat(entry, ".signature")));
            if (has(i, "expect_error")) {
                equal(checker.outcome(c), text(i, "expect_error"), id(i));
            } else {
                equal(checker.outcome(c), "", id(i));
                equal(checker.weightOf(c), integer(i, "expect.signed_weight"), id(i));
            }
        }
        passed(19);
    }

    /// Trees of leaves of 0x41 as the Go package makes them.
    function test_trees() public {
        open("trees");
        for (uint256 i = 0; i < count; ++i) {
            uint256 n = integer(i, "count");
            bytes32[] memory nodes = new bytes32[](n);
            for (uint256 k = 0; k < n; ++k) {
                bytes memory leaf = data(i, string.concat("leaves[", vm.toString(k), "]"));
                equal(leaf.length, 82, "leaf");
                nodes[k] = Tree.leafHash(leaf);
            }
            bytes32 root = Tree.root(nodes);
            equal(root, word(i, "root"), "root");
            bytes memory message = Messages.availabilityBatch(uint32(integer(i, "epoch")), word(i, "network"), uint32(n), root);
            equal(message, data(i, "message"), "message");
            check(BLS12381.verify(data(i, "point"), message, data(i, "signature")), "signature");
        }
        passed(12);
    }

    /// Ids, messages and signatures as the Go packages make them.
    function test_statements() public {
        open("statements");
        for (uint256 i = 0; i < count; ++i) {
            bytes32 network = Messages.networkId(number(i, "chain_id"), account(i, "registry"), word(i, "salt"));
            equal(network, word(i, "network"), "network id");
            uint64 nonce = uint64(number(i, "nonce"));
            bytes32 object = Messages.objectId(network, uint8(integer(i, "kind")), account(i, "creator"), nonce);
            equal(object, word(i, "object"), "object id");
            uint32 epoch = uint32(integer(i, "epoch"));
            signed(i, "availability", available(i, epoch, network, object));
            bytes memory key = BLS12381.compress(data(i, "point"));
            equal(key, data(i, "key"), "compressed key");
            signed(i, "possession", Messages.proofOfPossession(epoch, network, account(i, "creator"), nonce, key));
            signed(i, "invalid", Messages.invalidBlob(epoch, network, uint16(integer(i, "n_shards")), word(i, "blob_id")));
        }
        passed(8);
    }

    function available(uint256 i, uint32 epoch, bytes32 network, bytes32 object) private view returns (bytes memory) {
        Messages.Availability memory a = Messages.Availability(
            word(i, "blob_id"),
            object,
            uint64(number(i, "size")),
            uint8(integer(i, "encoding")),
            flag(i, "deletable"),
            uint32(integer(i, "end")),
            uint32(integer(i, "registered"))
        );
        return Messages.availability(epoch, network, a);
    }

    function signed(uint256 i, string memory what, bytes memory message) private view {
        equal(message, data(i, what), what);
        check(BLS12381.verify(data(i, "point"), message, data(i, string.concat(what, "_signature"))), what);
    }
}
