// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// Sets of shards as runs: 4 bytes each, first shard u16 and number of shards u16, both big endian, in ascending order.
library ShardRuns {
    /// No shard: the answer of `take` if nothing clashes.
    uint256 internal constant NONE = type(uint256).max;

    /// Marks the shards of `runs` in `taken`, a bit per shard. Returns their number; whether the list is well formed; and a shard that is
    /// beyond `n` or was taken before, or NONE. The marks hold only if all is well: the caller reverts otherwise.
    function take(mapping(uint256 => uint256) storage taken, bytes calldata runs, uint256 n)
        internal
        returns (uint256 weight, bool wellFormed, uint256 clash)
    {
        if (runs.length % 4 != 0) return (0, false, NONE);
        uint256 behind = 0; // first shard that the next run may start at
        for (uint256 i = 0; i < runs.length; i += 4) {
            uint256 run = uint32(bytes4(runs[i:i + 4]));
            uint256 first = run >> 16;
            uint256 end = first + (run & 0xffff);
            if (first < behind || end == first) return (0, false, NONE);
            if (end > n) return (0, true, end - 1);
            clash = mark(taken, first, end);
            if (clash != NONE) return (0, true, clash);
            weight += end - first;
            behind = end;
        }
        return (weight, true, NONE);
    }

    /// Sets the bits of [first, end); returns a shard of the first word in which one was set already, or NONE.
    function mark(mapping(uint256 => uint256) storage taken, uint256 first, uint256 end) private returns (uint256) {
        while (first < end) {
            uint256 next = (first | 255) + 1;
            uint256 stop = next < end ? next : end;
            uint256 bits = (stop - first == 256 ? type(uint256).max : (1 << (stop - first)) - 1) << (first & 255);
            uint256 word = taken[first >> 8];
            if (word & bits != 0) {
                while (word >> (first & 255) & 1 == 0) ++first;
                return first;
            }
            taken[first >> 8] = word | bits;
            first = stop;
        }
        return NONE;
    }
}
