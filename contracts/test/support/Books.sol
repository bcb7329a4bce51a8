// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Storage} from "../../src/Storage.sol";
import {WAL} from "../../src/WAL.sol";
import {IStorage} from "../../src/interfaces/IStorage.sol";
import {IStoragePools} from "../../src/interfaces/IStoragePools.sol";
import {IStorageRecords} from "../../src/interfaces/IStorageRecords.sol";
import {Network} from "./Network.sol";
import {Receiver} from "./Receivers.sol";

/// Two users of a small network, and the books of all that they did: what must be true of it. Every call is made by one of them on a record of anyone; a
/// record's holder may change only in a call of that holder. bob is a contract, which calls back when it is called.
abstract contract Books is Network {
    uint64 public constant SMALL_CAPACITY = 3_000_000_000;
    uint256 internal constant MOST = 10 ** 12;

    bytes32[] public resourceIds; // all that were ever made, free or bound
    bytes32[] public blobIds;
    bytes32[] public poolIds; // pools and buckets
    bytes32[] public pooledIds; // blob ids that were put into pools
    bytes32[] internal pooledIn; // and into which
    /// Bytes that were sold, by epoch.
    mapping(uint32 epoch => uint256) public sold;
    /// What the committee promised of a blob id, by objects of their own and by pools as they were when they were certified or promoted, and
    /// the same by pools as they are.
    mapping(bytes32 blobId => uint32) public least;
    mapping(bytes32 blobId => uint32) public most;
    mapping(bytes32 blobId => bool) public flagged;
    uint256 public charged;
    uint256 public ended; // resources that are no more
    uint256 public successes;
    mapping(bytes4 selector => uint256) public tried;
    mapping(bytes4 selector => uint256) public done;

    constructor() {
        Storage.Params memory params = defaults();
        params.capacity = SMALL_CAPACITY;
        params.burnBasis = 1234;
        launch(even(4, 1000), params);
        vm.etch(bob, address(new Receiver()).code);
    }

    function system() external view returns (Storage, WAL) {
        return (store, wal);
    }

    function accounts() external view returns (address, address) {
        return (alice, bob);
    }

    function counts() external view returns (uint256, uint256, uint256) {
        return (resourceIds.length, blobIds.length, poolIds.length);
    }

    function pooledCount() external view returns (uint256) {
        return pooledIds.length;
    }

    function key(uint256 seed) internal view returns (uint256) {
        return seed % 2 == 0 ? aliceKey : bobKey;
    }

    /// Mostly the holder of a record, now and then somebody else.
    function keyFor(uint256 seed, bytes32 record) internal view returns (uint256) {
        address holder = record == 0 ? address(0) : records.holderOf(record);
        if (seed % 11 < 8 && holder == alice) return aliceKey;
        if (seed % 11 < 8 && holder == bob) return bobKey;
        return key(seed);
    }

    /// One of the list, mostly one that is still there.
    function pick(bytes32[] storage list, uint256 seed) internal view returns (bytes32 id) {
        if (list.length == 0) return bytes32(seed);
        for (uint256 i = 0; i < 4; ++i) {
            id = list[(seed >> (1 + 16 * i)) % list.length];
            if (seed % 8 == 0 || records.holderOf(id) != address(0)) break;
        }
    }

    /// A pool and a blob that was put into it, or, now and then, into another.
    function pickPooled(uint256 seed, uint256 other) internal view returns (bytes32 pool, bytes32 blobId) {
        if (pooledIds.length == 0) return (pick(poolIds, seed), bytes32(other));
        uint256 i = (other >> 1) % pooledIds.length;
        return (seed % 4 == 0 ? pick(poolIds, seed) : pooledIn[i], pooledIds[i]);
    }

    function epochNow() internal view returns (uint32) {
        return store.system().epoch;
    }

    function wealth() private view returns (uint256) {
        return wal.balanceOf(alice) + wal.balanceOf(bob);
    }

    /// Who holds all records that there are.
    function holders() private view returns (address[] memory list) {
        (uint256 r, uint256 b) = (resourceIds.length, blobIds.length);
        list = new address[](r + b + poolIds.length);
        for (uint256 i = 0; i < list.length; ++i) {
            list[i] = records.holderOf(i < r ? resourceIds[i] : i < r + b ? blobIds[i - r] : poolIds[i - r - b]);
        }
    }

    /// Makes a call as a user, adds up what it cost. With `record` it is one for the record's holder only.
    function attempt(uint256 userKey, address to, bytes memory input, bytes32 record) internal returns (bool, bytes memory) {
        return attempt(userKey, to, input, record, address(0));
    }

    /// The same; records of `guest`, who is called inside, may change hands too.
    function attempt(uint256 userKey, address to, bytes memory input, bytes32 record, address guest)
        internal
        returns (bool ok, bytes memory out)
    {
        address user = vm.addr(userKey);
        address holder = record == 0 ? user : records.holderOf(record);
        address[] memory held = holders();
        uint256 before = wealth();
        tried[bytes4(input)]++;
        vm.prank(user);
        (ok, out) = to.call(input);
        charged += before - wealth();
        if (!ok) {
            check(out.length >= 4 && bytes4(out) != bytes4(keccak256("Panic(uint256)")), "every refusal has a name");
            check(before == wealth(), "nothing is paid for nothing");
        } else {
            check(holder == user, "only the holder");
            successes++;
            done[bytes4(input)]++;
        }
        address[] memory now_ = holders();
        for (uint256 i = 0; i < held.length; ++i) {
            if (held[i] == now_[i] || held[i] == address(0)) continue;
            check(ok && (held[i] == user || held[i] == guest), "only a holder moves his records");
        }
    }

    function book(uint32 start, uint32 end, uint256 size) internal {
        uint32 current = epochNow();
        for (uint32 e = start < current ? current : start; e < end; ++e) {
            sold[e] += size;
        }
    }

    /// Notes what an object of its own promises.
    function note(bytes32 object) internal {
        IStorage.BlobView memory b = store.blob(object);
        if (b.certifiedEpoch == 0 || b.deletable) return;
        pledge(b.blobId, b.endEpoch, true);
    }

    /// The same of a pooled blob; `inIndex` if the index has just looked at it.
    function notePooled(bytes32 pool, bytes32 blobId, bool inIndex) internal {
        IStoragePools.PooledBlobView memory b = pools.pooledBlob(pool, blobId);
        if (b.certifiedEpoch == 0 || b.deletable) return;
        pledge(blobId, b.endEpoch, inIndex);
    }

    function pledge(bytes32 blobId, uint32 end, bool inIndex) private {
        if (end > most[blobId]) most[blobId] = end;
        if (inIndex && end > least[blobId]) least[blobId] = end;
    }
}
