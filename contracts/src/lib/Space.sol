// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// Splitting and fusing of storage resources (control-plane.md CP-RES-03 to 07), whatever the epoch is.
library Space {
    // Names of the catalogue, module storage_resource.
    error InvalidEpoch(uint32 got, uint32 start, uint32 end); // a split must leave two periods that are not empty
    error IncompatibleEpochs(uint32 start, uint32 end, uint32 otherStart, uint32 otherEnd);
    error IncompatibleAmount(uint64 got, uint64 wanted);
    error SizeTooLarge(uint256 size); // without a name there

    struct Resource {
        address owner;
        uint32 start;
        uint32 end;
        uint64 size;
    }

    /// Cuts `r` at `epoch`, strictly inside its period: `r` keeps what is before, the part from `epoch` on is returned.
    function splitByEpoch(Resource memory r, uint32 epoch) internal pure returns (Resource memory rest) {
        if (epoch <= r.start || epoch >= r.end) revert InvalidEpoch(epoch, r.start, r.end);
        rest = Resource(r.owner, epoch, r.end, r.size);
        r.end = epoch;
    }

    /// Leaves `size` bytes in `r` and returns the rest. Either may be empty.
    function splitBySize(Resource memory r, uint64 size) internal pure returns (Resource memory rest) {
        if (size > r.size) revert IncompatibleAmount(size, r.size);
        rest = Resource(r.owner, r.start, r.end, r.size - size);
        r.size = size;
    }

    /// Adds `other` to `r`: by size if both start together, else by period.
    function fuse(Resource memory r, Resource memory other) internal pure {
        if (r.start == other.start) fuseAmount(r, other);
        else fusePeriods(r, other);
    }

    /// Adds the size of `other`, which has the same period.
    function fuseAmount(Resource memory r, Resource memory other) internal pure {
        if (r.start != other.start || r.end != other.end) revert IncompatibleEpochs(r.start, r.end, other.start, other.end);
        r.size = add(r.size, other.size);
    }

    /// Joins the period of `other`, which has the same size and lies directly behind or before.
    function fusePeriods(Resource memory r, Resource memory other) internal pure {
        if (r.size != other.size) revert IncompatibleAmount(other.size, r.size);
        if (r.end == other.start) r.end = other.end;
        else if (r.start == other.end) r.start = other.start;
        else revert IncompatibleEpochs(r.start, r.end, other.start, other.end);
    }

    function add(uint64 a, uint64 b) internal pure returns (uint64) {
        uint256 sum = uint256(a) + b;
        if (sum > type(uint64).max) revert SizeTooLarge(sum);
        return uint64(sum);
    }
}
