// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IStorage} from "../src/interfaces/IStorage.sol";
import {IStoragePools} from "../src/interfaces/IStoragePools.sol";
import {IStorageRecords} from "../src/interfaces/IStorageRecords.sol";
import {Network} from "./support/Network.sol";
import {Users} from "./support/Users.sol";

/// What holds after any sequence of calls.
contract InvariantTest is Network {
    Users private users;

    function setUp() public {
        users = new Users();
        users.begin();
        (store, wal) = users.system();
        records = IStorageRecords(address(store));
        pools = IStoragePools(address(store));
    }

    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    function targetSelectors() external view returns (FuzzSelector[] memory targets) {
        targets = new FuzzSelector[](1);
        targets[0].addr = address(users);
        bytes4[23] memory calls = [
            Users.reserve.selector,
            Users.register.selector,
            Users.register.selector,
            Users.certify.selector,
            Users.certifyTwo.selector,
            Users.extend.selector,
            Users.extendWith.selector,
            Users.split.selector,
            Users.fuse.selector,
            Users.destroy.selector,
            Users.deleteBlob.selector,
            Users.burn.selector,
            Users.transfer.selector,
            Users.share.selector,
            Users.extendShared.selector,
            Users.wrap.selector,
            Users.wrap.selector,
            Users.createPool.selector,
            Users.registerPooled.selector,
            Users.certifyPooled.selector,
            Users.deletePooled.selector,
            Users.resizePool.selector,
            Users.setAttribute.selector
        ];
        targets[0].selectors = new bytes4[](calls.length);
        for (uint256 i = 0; i < calls.length; ++i) {
            targets[0].selectors[i] = calls[i];
        }
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(users);
    }

    /// One campaign for all rules: each is checked after every call. That only holders move records is checked in every call.
    /// forge-config: default.invariant.runs = 20
    /// forge-config: default.invariant.depth = 80
    function invariant_books_and_records() public view {
        walIsConserved();
        capacityIsWhatWasSoldAndNeverExceeded();
        noAllowanceIsLeft();
        storageHasOnePlace();
        availabilityIsTheLongestPromise();
        poolsHoldWhatTheySay();
    }

    function afterInvariant() external {
        emit log_named_uint("calls of the last 90 that changed something", users.successes());
    }

    /// Every FROST ever charged is held for an epoch or a shared blob, or burned, and none appears or vanishes.
    function walIsConserved() private view {
        uint256 held = 0;
        for (uint32 e = 0; e <= 55; ++e) {
            held += store.feesOf(e);
        }
        (, uint256 blobs,) = users.counts();
        for (uint256 i = 0; i < blobs; ++i) {
            held += records.fundsOf(users.blobIds(i));
        }
        equal(wal.balanceOf(address(store)), held, "held");
        equal(wal.SUPPLY() - wal.totalSupply() + held, users.charged(), "charged");
        (address alice_, address bob_) = users.accounts();
        uint256 all = wal.balanceOf(alice_) + wal.balanceOf(bob_) + wal.balanceOf(address(users)) + held;
        equal(all, wal.totalSupply(), "supply");
    }

    function capacityIsWhatWasSoldAndNeverExceeded() private view {
        for (uint32 e = 0; e <= 60; ++e) {
            uint256 used = store.usedCapacity(e);
            equal(used, users.sold(e), "sold");
            check(used <= users.SMALL_CAPACITY(), "capacity");
        }
    }

    function noAllowanceIsLeft() private view {
        (address alice_, address bob_) = users.accounts();
        equal(wal.allowance(alice_, address(store)) + wal.allowance(bob_, address(store)), 0, "allowance");
    }

    /// A resource is free or bound to one blob or pool, never both, never to two, and none is lost: what is bound is not free, and
    /// together with what was used up they are as many as were made. All that is on record together is no more than was sold.
    function storageHasOnePlace() private view {
        (uint256 resources, uint256 blobs, uint256 count) = users.counts();
        uint256 places = users.ended();
        uint256[61] memory owned;
        for (uint256 i = 0; i < resources; ++i) {
            IStorage.ResourceView memory r = store.resource(users.resourceIds(i));
            if (r.owner == address(0)) continue;
            places++;
            add(owned, r.startEpoch, r.endEpoch, r.size);
        }
        for (uint256 k = 0; k < blobs; ++k) {
            IStorage.BlobView memory b = store.blob(users.blobIds(k));
            if (b.owner == address(0)) continue;
            places++;
            equal(store.resource(b.storageId).owner, address(0), "bound and free");
            add(owned, b.startEpoch, b.endEpoch, b.storageSize);
        }
        for (uint256 k = 0; k < count; ++k) {
            IStoragePools.PoolView memory v = pools.pool(users.poolIds(k));
            if (v.owner == address(0)) continue;
            places++;
            equal(store.resource(v.storageId).owner, address(0), "bound and free");
            add(owned, v.startEpoch, v.endEpoch, v.size);
        }
        equal(places, resources, "places of all resources");
        for (uint32 e = 0; e <= 60; ++e) {
            check(owned[e] <= users.sold(e), "nobody owns what was not sold");
        }
    }

    function add(uint256[61] memory owned, uint32 start, uint32 end, uint256 size) private pure {
        for (uint32 e = start; e < end; ++e) {
            owned[e] += size;
        }
    }

    function availabilityIsTheLongestPromise() private view {
        (, uint256 blobs,) = users.counts();
        for (uint256 k = 0; k < blobs; ++k) {
            IStorage.BlobView memory b = store.blob(users.blobIds(k));
            if (b.owner == address(0)) continue;
            (bool certified, uint32 until, bool invalid) = store.availability(b.blobId);
            equal(until, users.promised(b.blobId), "until");
            check(certified == (until != 0) && !invalid, "flags");
        }
    }

    function poolsHoldWhatTheySay() private view {
        (,, uint256 count) = users.counts();
        for (uint256 k = 0; k < count; ++k) {
            IStoragePools.PoolView memory v = pools.pool(users.poolIds(k));
            check(v.used <= v.size, "room");
            equal(v.used, v.blobs * 66_034_000, "used is the sum over its blobs");
        }
    }
}
