// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IStorage} from "../src/interfaces/IStorage.sol";
import {Storage} from "../src/Storage.sol";
import {WAL} from "../src/WAL.sol";
import {Network} from "./support/Network.sol";

/// What users do, in any order, with plausible and implausible arguments; remembers what must be true of it.
contract Users is Network {
    uint64 public constant SMALL_CAPACITY = 3_000_000_000;

    bytes32[] public resourceIds;
    bytes32[] public blobIds;
    /// Bytes that this handler bought, by epoch.
    mapping(uint32 epoch => uint256) public sold;
    /// Latest end of a certified permanent object, by blob id; and the longest promise ever seen in the index.
    mapping(bytes32 blobId => uint32) public promised;
    uint256 public charged;

    constructor() {
        Storage.Params memory params = defaults();
        params.capacity = SMALL_CAPACITY;
        params.burnBasis = 1234;
        launch(even(4, 1000), params);
    }

    function user(uint256 seed) public view returns (uint256) {
        return seed % 2 == 0 ? aliceKey : bobKey;
    }

    function system() external view returns (Storage, WAL) {
        return (store, wal);
    }

    function accounts() external view returns (address, address) {
        return (alice, bob);
    }

    function counts() external view returns (uint256, uint256) {
        return (resourceIds.length, blobIds.length);
    }

    function reserve(uint256 seed, uint64 size, uint32 start, uint32 length) external {
        size = uint64(within(size, 1, 500_000_000));
        start = uint32(within(start, 0, 60));
        uint32 end = start + uint32(within(length, 0, 60));
        uint256 most = 10 ** 12;
        IStorage.Permit memory p = permit(user(seed), most);
        uint256 before = wal.balanceOf(vm.addr(user(seed)));
        vm.prank(vm.addr(user(seed)));
        try store.reserve(size, start, end, most, p) returns (bytes32 id) {
            resourceIds.push(id);
            charged += before - wal.balanceOf(vm.addr(user(seed)));
            for (uint32 e = start < 1 ? 1 : start; e < end; ++e) {
                sold[e] += size;
            }
        } catch {}
    }

    function register(uint256 seed, uint64 size, bool deletable, uint32 epochs, uint256 resource) external {
        IStorage.Registration memory r = entry(seed % 5, uint64(within(size, 0, 30_000_000)), deletable, uint32(within(epochs, 0, 55)));
        if (resource % 3 == 0 && resourceIds.length > 0) r.storageId = resourceIds[resource % resourceIds.length];
        IStorage.Registration[] memory rs = new IStorage.Registration[](seed % 3 == 0 ? 2 : 1);
        for (uint256 i = 0; i < rs.length; ++i) {
            rs[i] = r; // twice the same resource must fail as a whole
        }
        uint256 most = 10 ** 12;
        IStorage.Permit memory p = permit(user(seed), most);
        uint256 before = wal.balanceOf(vm.addr(user(seed)));
        vm.prank(vm.addr(user(seed)));
        try store.register(rs, most, p) returns (bytes32[] memory objects) {
            charged += before - wal.balanceOf(vm.addr(user(seed)));
            for (uint256 i = 0; i < objects.length; ++i) {
                blobIds.push(objects[i]);
                if (r.storageId != 0) continue;
                resourceIds.push(store.blob(objects[i]).storageId);
                for (uint32 e = 1; e < 1 + r.epochs; ++e) {
                    sold[e] += store.blob(objects[i]).storageSize;
                }
            }
        } catch {}
    }

    function certify(uint256 pick, bool signed) external {
        if (blobIds.length == 0) return;
        bytes32 object = blobIds[pick % blobIds.length];
        (bytes memory signature, bytes memory bitmap) = ("", "");
        if (signed) (signature, bitmap) = certificate(statement(1, object), 0xf);
        try store.certify(object, signature, bitmap) {
            note(object);
        } catch {}
    }

    function extend(uint256 seed, uint256 pick, uint32 epochs) external {
        if (blobIds.length == 0) return;
        bytes32 object = blobIds[pick % blobIds.length];
        uint256 most = 10 ** 12;
        IStorage.Permit memory p = permit(user(seed), most);
        uint256 before = wal.balanceOf(vm.addr(user(seed)));
        uint32 end = store.blob(object).endEpoch;
        epochs = uint32(within(epochs, 0, 30));
        vm.prank(vm.addr(user(seed)));
        try store.extend(object, epochs, most, p) {
            charged += before - wal.balanceOf(vm.addr(user(seed)));
            for (uint32 e = end; e < end + epochs; ++e) {
                sold[e] += store.blob(object).storageSize;
            }
            note(object);
        } catch {}
    }

    function deleteBlob(uint256 seed, uint256 pick) external {
        if (blobIds.length == 0) return;
        vm.prank(vm.addr(user(seed)));
        try records.deleteBlob(blobIds[pick % blobIds.length]) {} catch {}
    }

    function transfer(uint256 seed, uint256 pick, bool resource) external {
        bytes32[] storage ids = resource ? resourceIds : blobIds;
        if (ids.length == 0) return;
        vm.prank(vm.addr(user(seed)));
        try records.transfer(ids[pick % ids.length], vm.addr(user(seed ^ 1))) {} catch {}
    }

    function note(bytes32 object) private {
        IStorage.BlobView memory b = store.blob(object);
        if (!b.deletable && b.endEpoch > promised[b.blobId]) promised[b.blobId] = b.endEpoch;
    }
}

/// What holds after any sequence of calls.
contract InvariantTest is Network {
    Users private users;

    function setUp() public {
        users = new Users();
        (store, wal) = users.system();
    }

    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    function targetSelectors() external view returns (FuzzSelector[] memory targets) {
        targets = new FuzzSelector[](1);
        targets[0].addr = address(users);
        targets[0].selectors = new bytes4[](6);
        bytes4[6] memory calls = [
            Users.reserve.selector,
            Users.register.selector,
            Users.certify.selector,
            Users.extend.selector,
            Users.deleteBlob.selector,
            Users.transfer.selector
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            targets[0].selectors[i] = calls[i];
        }
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(users);
    }

    /// One campaign for all rules: each is checked after every call.
    function invariant_books_and_records() public view {
        walIsConserved();
        capacityIsWhatWasSoldAndNeverExceeded();
        noAllowanceIsLeft();
        boundStorageHasOnePlace();
        availabilityIsTheLongestPromise();
    }

    /// Every FROST ever charged is held for an epoch or burned, and none appears or vanishes.
    function walIsConserved() private view {
        uint256 held = 0;
        for (uint32 e = 0; e <= 55; ++e) {
            held += store.feesOf(e);
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

    /// A resource is free or bound to one blob, never both, never to two, and never lost: what is bound is not free, and both
    /// together are as many as were made.
    function boundStorageHasOnePlace() private view {
        (uint256 resources, uint256 blobs) = users.counts();
        uint256 places = 0;
        for (uint256 i = 0; i < resources; ++i) {
            if (store.resource(users.resourceIds(i)).owner != address(0)) places++;
        }
        for (uint256 k = 0; k < blobs; ++k) {
            IStorage.BlobView memory b = store.blob(users.blobIds(k));
            if (b.owner == address(0)) continue;
            places++;
            equal(store.resource(b.storageId).owner, address(0), "bound and free");
        }
        equal(places, resources, "places of all resources");
    }

    function availabilityIsTheLongestPromise() private view {
        (, uint256 blobs) = users.counts();
        for (uint256 k = 0; k < blobs; ++k) {
            IStorage.BlobView memory b = store.blob(users.blobIds(k));
            (bool certified, uint32 until, bool invalid) = store.availability(b.blobId);
            equal(until, users.promised(b.blobId), "until");
            check(certified == (until != 0) && !invalid, "flags");
        }
    }
}
