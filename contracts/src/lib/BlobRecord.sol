// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// A blob object in three storage slots, packed by hand: written once each, where the compiler would update a slot field by field.
///
/// - state: owner (160 bits), registered and certified epoch (32 each), encoding (8), deletable (1), named (1)
/// - blobId
/// - period: size, storageSize (64 bits each), start, end (32 each), nonce (64)
library BlobRecord {
    struct Slots {
        uint256 state;
        bytes32 blobId;
        uint256 period;
    }

    struct Fields {
        address owner; // zero: no such blob
        uint32 registered;
        uint32 certified; // 0: not certified
        uint8 encoding;
        bool deletable;
        bool named; // the resource's id is kept apart, because it does not follow from owner and nonce
        bytes32 blobId;
        uint64 size; // unencoded bytes
        uint64 storageSize; // encoded bytes reserved
        uint32 start;
        uint32 end;
        uint64 nonce; // creator's counter that gave the object's id
        bytes32 storageId; // not stored here; see Storage.storageOf
    }

    function load(Slots storage slots) internal view returns (Fields memory b) {
        uint256 state = slots.state;
        b.owner = address(uint160(state));
        if (b.owner == address(0)) return b;
        b.registered = uint32(state >> 160);
        b.certified = uint32(state >> 192);
        b.encoding = uint8(state >> 224);
        b.deletable = (state >> 232) & 1 == 1;
        b.named = (state >> 233) & 1 == 1;
        b.blobId = slots.blobId;
        uint256 period = slots.period;
        b.size = uint64(period);
        b.storageSize = uint64(period >> 64);
        b.start = uint32(period >> 128);
        b.end = uint32(period >> 160);
        b.nonce = uint64(period >> 192);
    }

    function store(Slots storage slots, Fields memory b) internal {
        setState(slots, b);
        slots.blobId = b.blobId;
        setPeriod(slots, b);
    }

    function setState(Slots storage slots, Fields memory b) internal {
        uint256 flags = (b.deletable ? 1 : 0) | (b.named ? 2 : 0);
        slots.state = uint256(uint160(b.owner)) | (uint256(b.registered) << 160) | (uint256(b.certified) << 192)
            | (uint256(b.encoding) << 224) | (flags << 232);
    }

    function setPeriod(Slots storage slots, Fields memory b) internal {
        slots.period = uint256(b.size) | (uint256(b.storageSize) << 64) | (uint256(b.start) << 128) | (uint256(b.end) << 160)
            | (uint256(b.nonce) << 192);
    }
}
