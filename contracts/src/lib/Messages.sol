// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Blake2b} from "./Blake2b.sol";
import {Tree} from "./Tree.sol";

/// Identifiers and the bytes that nodes sign (attestations.md sections 1 and 2): a 7-byte header (type, version 0, app 3, epoch u32),
/// then a body of fixed length, integers little endian.
library Messages {
    uint8 internal constant AVAILABILITY = 0x40;
    uint8 internal constant AVAILABILITY_BATCH = 0x41;
    uint8 internal constant PROOF_OF_POSSESSION = 0x45;
    uint8 internal constant INVALID_BLOB = 0x46;

    uint8 internal constant VERSION = 0;
    uint8 internal constant APP = 3;
    uint256 internal constant HEADER = 7;

    uint8 internal constant KIND_RESOURCE = 1;
    uint8 internal constant KIND_BLOB = 2;
    uint8 internal constant KIND_POOL = 3;
    uint8 internal constant KIND_BUCKET = 4;
    uint8 internal constant KIND_NODE = 6;

    function networkId(uint256 chainId, address registry, bytes32 salt) internal pure returns (bytes32) {
        return sha256(abi.encodePacked("walrus-network-v1", chainId, registry, salt));
    }

    /// keccak256(abi.encode(network, kind, creator, nonce)), written out because a batch computes hundreds.
    function objectId(bytes32 network, uint8 kind, address creator, uint64 nonce) internal pure returns (bytes32 id) {
        uint256 kind_ = kind;
        uint256 creator_ = uint160(creator);
        uint256 nonce_ = nonce;
        assembly ("memory-safe") {
            let words := mload(0x40) // behind all allocated memory
            mstore(words, network)
            mstore(add(words, 32), kind_)
            mstore(add(words, 64), creator_)
            mstore(add(words, 96), nonce_)
            id := keccak256(words, 128)
        }
    }

    function header(uint8 kind, uint32 epoch) internal pure returns (bytes7) {
        return bytes7(abi.encodePacked(kind, VERSION, APP, little32(epoch)));
    }

    /// What 0x40 says of one object, without the network: also a leaf of 0x41. 82 bytes.
    struct Availability {
        bytes32 blobId;
        bytes32 object;
        uint64 size;
        uint8 encoding;
        bool deletable;
        uint32 end;
        uint32 registered;
    }

    /// The 82 bytes of a statement.
    function leaf(Availability memory a) internal pure returns (bytes memory) {
        return abi.encodePacked(a.blobId, a.object, tail(a));
    }

    /// Hash of a statement as a leaf of a batch: Tree.leafHash(leaf(a)) without the copies.
    function leafHash(Availability memory a) internal view returns (bytes32 digest) {
        bytes32 blobId = a.blobId;
        bytes32 object = a.object;
        uint256 tail_ = uint256(tail(a)) << 112;
        bool ok;
        assembly ("memory-safe") {
            let input := mload(0x40) // behind all allocated memory
            mstore8(input, 0)
            mstore(add(input, 1), blobId)
            mstore(add(input, 33), object)
            mstore(add(input, 65), tail_)
            ok := staticcall(gas(), 0x02, input, 83, 0x00, 0x20)
            digest := mload(0x00)
        }
        if (!ok) revert Tree.OutOfGasForHash();
    }

    /// The numbers of a statement, 18 bytes.
    function tail(Availability memory a) private pure returns (uint144) {
        uint256 packed = uint256(Blake2b.little64(a.size)) << 80 | uint256(a.encoding) << 72 | (a.deletable ? 1 << 64 : 0);
        return uint144(packed | uint256(little32(a.end)) << 32 | little32(a.registered));
    }

    /// 0x40: the signers hold the blob of this object, which was registered in `registered` and ends before `end`.
    function availability(uint32 epoch, bytes32 network, Availability memory a) internal pure returns (bytes memory) {
        return abi.encodePacked(header(AVAILABILITY, epoch), network, leaf(a));
    }

    /// 0x41: the same of `count` objects at once, which are the leaves under `root` (see Tree).
    function availabilityBatch(uint32 epoch, bytes32 network, uint32 count, bytes32 root) internal pure returns (bytes memory) {
        return abi.encodePacked(header(AVAILABILITY_BATCH, epoch), network, little32(count), root);
    }

    /// 0x45: the key signs itself for one operator of one network.
    function proofOfPossession(uint32 epoch, bytes32 network, address operator, uint64 nonce, bytes memory key)
        internal
        pure
        returns (bytes memory)
    {
        return abi.encodePacked(header(PROOF_OF_POSSESSION, epoch), network, operator, Blake2b.little64(nonce), key);
    }

    /// 0x46: the signers have verified that the blob is inconsistent.
    function invalidBlob(uint32 epoch, bytes32 network, uint16 shards, bytes32 blobId) internal pure returns (bytes memory) {
        return abi.encodePacked(header(INVALID_BLOB, epoch), network, uint8(shards), uint8(shards >> 8), blobId);
    }

    /// The bytes of `v` in reverse order.
    function little32(uint32 v) internal pure returns (uint32) {
        v = ((v & 0xff00ff00) >> 8) | ((v & 0x00ff00ff) << 8);
        return (v >> 16) | (v << 16);
    }
}
