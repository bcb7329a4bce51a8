// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICallbacks} from "../src/interfaces/ICallbacks.sol";
import {IStorage} from "../src/interfaces/IStorage.sol";
import {IStoragePools} from "../src/interfaces/IStoragePools.sol";
import {IStorageRecords} from "../src/interfaces/IStorageRecords.sol";
import {Network} from "./support/Network.sol";
import {Users} from "./support/Users.sol";

/// What holds after any sequence of calls.
contract InvariantTest is Network {
    /// Of the campaigns whose calls are counted, each on a network of its own.
    uint256 private constant CAMPAIGNS = 12;
    uint256 private constant STEPS = 200;
    /// No epoch that can be sold lies behind this one: the users wait until 21 at most.
    uint32 private constant LAST = 80;

    Users private users;
    string[] private functions;
    uint256[] private tried;
    uint256[] private done;

    function setUp() public {
        start();
    }

    function start() private {
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

    function calls() private pure returns (bytes4[27] memory) {
        return [
            Users.wait.selector,
            Users.reserve.selector,
            Users.register.selector,
            Users.certify.selector,
            Users.certifyBatch.selector,
            Users.invalidate.selector,
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
            Users.subscribe.selector,
            Users.deliver.selector,
            Users.createPool.selector,
            Users.registerPooled.selector,
            Users.certifyPooled.selector,
            Users.removePooled.selector,
            Users.resizePool.selector,
            Users.setAttribute.selector,
            Users.removeAttribute.selector,
            Users.register.selector
        ];
    }

    function targetSelectors() external view returns (FuzzSelector[] memory targets) {
        targets = new FuzzSelector[](1);
        targets[0].addr = address(users);
        bytes4[27] memory list = calls();
        targets[0].selectors = new bytes4[](list.length);
        for (uint256 i = 0; i < list.length; ++i) {
            targets[0].selectors[i] = list[i];
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

    /// The campaigns above are worth what their calls reach: in others like them, of which each step is known, every call that there is
    /// is taken at times, and refused at times if it can be. The rules are checked now and then on the way.
    function test_the_users_do_everything() public {
        for (uint256 c = 0; c < CAMPAIGNS; ++c) {
            if (c != 0) start();
            for (uint256 i = 0; i < STEPS; ++i) {
                step(keccak256(abi.encode("users", c, i)));
                if (i % 50 == 49) invariant_books_and_records();
            }
            add();
        }
        uint256 reached = 0;
        for (uint256 i = 0; i < functions.length; ++i) {
            if (tried[i] == 0) continue;
            reached++;
            emit log_named_uint(string.concat(functions[i], ": tried"), tried[i]);
            emit log_named_uint(string.concat(functions[i], ": taken"), done[i]);
            check(done[i] != 0, functions[i]);
            bool open = bytes4(keccak256(bytes(functions[i]))) == ICallbacks.subscribe.selector;
            check(open || done[i] != tried[i], functions[i]);
        }
        equal(reached, 46, "calls of users");
    }

    function step(bytes32 dice) private {
        bytes4[27] memory list = calls();
        bytes memory input = abi.encodePacked(list[uint256(dice) % list.length]);
        for (uint256 k = 0; k < 5; ++k) {
            input = abi.encodePacked(input, keccak256(abi.encode(dice, k)));
        }
        (bool ok, bytes memory out) = address(users).call(input);
        if (!ok) bubble(out);
    }

    /// Adds what the users of a campaign did to what those before them did.
    function add() private {
        string[6] memory faces = ["IStorage", "IStorageRecords", "IStoragePools", "IAttributes", "IWrapper", "ICallbacks"];
        uint256 n = 0;
        for (uint256 f = 0; f < 6; ++f) {
            string memory json = vm.readFile(string.concat("out/", faces[f], ".sol/", faces[f], ".json"));
            string[] memory list = vm.parseJsonKeys(json, ".methodIdentifiers");
            for (uint256 i = 0; i < list.length; ++i) {
                if (functions.length == n) {
                    functions.push(list[i]);
                    tried.push(0);
                    done.push(0);
                }
                bytes4 selector = bytes4(keccak256(bytes(list[i])));
                tried[n] += users.tried(selector);
                done[n] += users.done(selector);
                n++;
            }
        }
    }

    function bubble(bytes memory out) private pure {
        assembly ("memory-safe") {
            revert(add(out, 32), mload(out))
        }
    }

    /// Every FROST ever charged is held for an epoch or a shared blob, or burned, and none appears or vanishes.
    function walIsConserved() private view {
        uint256 held = 0;
        for (uint32 e = 0; e <= LAST; ++e) {
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
        for (uint32 e = 0; e <= LAST; ++e) {
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
    /// together with what was used up they are as many as were made. All that is on record together, from now on, is no more than was sold: a pool
    /// that grew has its size for the past too, as in the reference, where it is of no use to anybody.
    function storageHasOnePlace() private view {
        (uint256 resources, uint256 blobs, uint256 count) = users.counts();
        uint256 places = users.ended();
        uint256[81] memory owned;
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
        for (uint32 e = store.system().epoch; e <= LAST; ++e) {
            check(owned[e] <= users.sold(e), "nobody owns what was not sold");
        }
    }

    function add(uint256[81] memory owned, uint32 start, uint32 end, uint256 size) private pure {
        for (uint32 e = start; e < end; ++e) {
            owned[e] += size;
        }
    }

    /// The index promises what objects of their own do, and no less than pools did when they were certified or promoted, and no more than
    /// they do.
    function availabilityIsTheLongestPromise() private view {
        (, uint256 blobs,) = users.counts();
        for (uint256 k = 0; k < blobs; ++k) {
            IStorage.BlobView memory b = store.blob(users.blobIds(k));
            if (b.owner != address(0)) promised(b.blobId);
        }
        uint256 count = users.pooledCount();
        for (uint256 k = 0; k < count; ++k) {
            promised(users.pooledIds(k));
        }
    }

    function promised(bytes32 blobId) private view {
        (bool certified, uint32 until, bool invalid) = store.availability(blobId);
        check(until >= users.least(blobId), "no less than was promised");
        check(until <= users.most(blobId), "no more than was promised");
        check(certified == (until != 0), "certified");
        check(invalid == users.flagged(blobId), "flag");
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
