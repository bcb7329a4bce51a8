// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Blake2b} from "../../src/lib/Blake2b.sol";
import {Messages} from "../../src/lib/Messages.sol";

/// The reference's signed messages (control-plane.md CP-CRT-02), over our header. Our contracts act on none of them.
library ReferenceMessages {
    struct Input {
        uint8 kind;
        uint32 epoch;
        bytes32 blobId; // raw bytes, which are the reference's integer in little endian
        bool deletable;
        bytes32 id; // object, node or address
        bytes key; // 48 bytes
        uint64 a; // sequence, or protocol version
        uint64 b; // size
        bytes32 root;
        uint32 start;
    }

    function message(Input memory m) internal pure returns (bytes memory) {
        return abi.encodePacked(Messages.header(m.kind, m.epoch), body(m));
    }

    function body(Input memory m) private pure returns (bytes memory) {
        if (m.kind == 0) return abi.encodePacked(m.id, m.key);
        if (m.kind == 1) return m.deletable ? abi.encodePacked(m.blobId, uint8(1), m.id) : abi.encodePacked(m.blobId, uint8(0));
        if (m.kind == 2 || m.kind == 5) return abi.encodePacked(m.blobId);
        if (m.kind == 4) return abi.encodePacked(m.id, Blake2b.little64(m.a), Blake2b.little64(m.b), m.root);
        require(m.kind == 6, "known type");
        return abi.encodePacked(Messages.little32(m.start), Blake2b.little64(m.a));
    }
}
