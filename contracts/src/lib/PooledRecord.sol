// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// A pooled blob in one storage slot, kept under its pool and blob ID, which are therefore not in it. From the lowest bit:
/// size (64), nonce (64), registered and certified epoch (32 each), encoding (8), deletable (1), named (1).
library PooledRecord {
    struct Fields {
        uint64 size; // unencoded bytes
        uint64 nonce; // counter of the pool's creator that gave the object's id; 0 if named
        uint32 registered; // 0: no such blob
        uint32 certified; // 0: not certified
        uint8 encoding;
        bool deletable;
        bool named; // the object's id is kept apart, because somebody else than the pool's creator drew it
    }

    function unpack(uint256 slot) internal pure returns (Fields memory f) {
        f.size = uint64(slot);
        f.nonce = uint64(slot >> 64);
        f.registered = uint32(slot >> 128);
        f.certified = uint32(slot >> 160);
        f.encoding = uint8(slot >> 192);
        f.deletable = (slot >> 200) & 1 == 1;
        f.named = (slot >> 201) & 1 == 1;
    }

    function pack(Fields memory f) internal pure returns (uint256) {
        uint256 flags = (f.deletable ? 1 : 0) | (f.named ? 2 : 0);
        return uint256(f.size) | (uint256(f.nonce) << 64) | (uint256(f.registered) << 128) | (uint256(f.certified) << 160)
            | (uint256(f.encoding) << 192) | (flags << 200);
    }
}
