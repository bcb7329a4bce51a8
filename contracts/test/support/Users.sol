// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAttributes} from "../../src/interfaces/IAttributes.sol";
import {ICallbacks} from "../../src/interfaces/ICallbacks.sol";
import {IStorage} from "../../src/interfaces/IStorage.sol";
import {IStoragePools} from "../../src/interfaces/IStoragePools.sol";
import {IStorageRecords} from "../../src/interfaces/IStorageRecords.sol";
import {IWrapper} from "../../src/interfaces/IWrapper.sol";
import {Blake2b} from "../../src/lib/Blake2b.sol";
import {Messages} from "../../src/lib/Messages.sol";
import {Tree} from "../../src/lib/Tree.sol";
import {Books} from "./Books.sol";
import {Receiver} from "./Receivers.sol";

/// What users do, in any order and epoch, with plausible and implausible arguments. Every call that changes anything is here.
contract Users is Books {
    /// Something of each kind to begin with.
    function begin() external {
        for (uint256 i = 0; i < 2; ++i) {
            this.reserve(i, 100_000_000, 1, 9);
            this.register(i, 0, i, 9, 1);
            this.register(2 + i, 0, 1 - i, 5, 1);
            this.createPool(i, 140_000_000, 9, 1 + i);
            this.registerPooled(2 * i, 1 - i);
        }
        check(successes == 10, "all of it");
    }

    /// Time passes, and the committee stays.
    function wait(uint256 epochs) external {
        uint32 to = epochNow() + uint32(within(epochs, 1, 5));
        if (epochs % 2 == 0 && to <= 21) moveTo(to);
    }

    function reserve(uint256 seed, uint256 size, uint256 start, uint256 length) external {
        uint256 k = keyFor(seed, 0);
        size = within(size, 1, 500_000_000);
        uint32 from = uint32(within(start, 0, 30));
        uint32 to = from + uint32(within(length, 0, 30));
        bytes memory input = abi.encodeCall(IStorage.reserve, (uint64(size), from, to, MOST, permit(k, MOST)));
        (bool ok, bytes memory out) = attempt(k, address(store), input, 0);
        if (!ok) return;
        resourceIds.push(abi.decode(out, (bytes32)));
        book(from, to, size);
    }

    function register(uint256 seed, uint256 size, uint256 deletable, uint256 epochs, uint256 resource) external {
        uint64 bytes_ = size % 3 == 0 ? 1000 : uint64(within(size, 0, 30_000_000));
        IStorage.Registration memory r = entry(seed % 5, bytes_, deletable % 2 == 0, uint32(within(epochs, 0, 55)));
        if (resource % 3 == 0) r.storageId = pick(resourceIds, resource);
        uint256 k = keyFor(seed, r.storageId);
        IStorage.Registration[] memory rs = new IStorage.Registration[](seed % 3 == 0 ? 2 : 1);
        for (uint256 i = 0; i < rs.length; ++i) {
            rs[i] = r; // twice the same resource must fail as a whole
        }
        bytes memory input = abi.encodeCall(IStorage.register, (rs, MOST, permit(k, MOST)));
        (bool ok, bytes memory out) = attempt(k, address(store), input, r.storageId);
        if (!ok) return;
        bytes32[] memory objects = abi.decode(out, (bytes32[]));
        for (uint256 i = 0; i < objects.length; ++i) {
            blobIds.push(objects[i]);
            if (r.storageId != 0) continue;
            resourceIds.push(store.blob(objects[i]).storageId);
            book(0, epochNow() + r.epochs, store.blob(objects[i]).storageSize);
        }
    }

    function certify(uint256 seed, uint256 unsigned) external {
        uint256 k = keyFor(seed, 0);
        bytes32 object = pick(blobIds, seed);
        (bytes memory signature, bytes memory bitmap) = (bytes(""), bytes(""));
        if (unsigned % 4 != 0) (signature, bitmap) = certificate(statement(epochNow(), object), 0xf);
        (bool ok,) = attempt(k, address(store), abi.encodeCall(IStorage.certify, (object, signature, bitmap)), 0);
        if (ok) note(object);
    }

    /// A blob and another one, in a pool or not.
    function certifyBatch(uint256 seed, uint256 other, uint256 kind) external {
        uint256 k = keyFor(seed, 0);
        IStorageRecords.Claim[] memory claims = new IStorageRecords.Claim[](2);
        bytes32[] memory leaves = new bytes32[](2);
        claims[0].id = pick(blobIds, seed);
        leaves[0] = leafOf(claims[0].id);
        bool inPool = kind % 2 == 0 && pooledIds.length != 0;
        if (inPool) (claims[1].id, claims[1].blobId) = pickPooled(seed, other);
        else claims[1].id = pick(blobIds, other);
        leaves[1] = inPool ? Tree.leafHash(Messages.leaf(availablePooled(claims[1].id, claims[1].blobId))) : leafOf(claims[1].id);
        if (kind % 16 == 1) claims[1].leaf = leaves[1];
        (bytes memory signature, bytes memory bitmap) = (bytes(""), bytes(""));
        if (kind % 8 != 3) (signature, bitmap) = batchCertificate(leaves);
        (bool ok,) = attempt(k, address(store), abi.encodeCall(IStorageRecords.certifyBatch, (claims, signature, bitmap)), 0);
        if (!ok) return;
        note(claims[0].id);
        if (claims[1].leaf != 0) return;
        if (inPool) notePooled(claims[1].id, claims[1].blobId, true);
        else note(claims[1].id);
    }

    function invalidate(uint256 seed, uint256 rarely) external {
        bytes32 blobId = store.blob(pick(blobIds, seed)).blobId;
        bytes memory message = Messages.invalidBlob(epochNow(), network, 1000, blobId);
        (bytes memory signature, bytes memory bitmap) = certificate(message, rarely % 6 == 0 ? 0x3 : 0x1); // two of four suffice
        bytes memory input = abi.encodeCall(IStorageRecords.invalidateBlob, (blobId, signature, bitmap));
        (bool ok,) = attempt(key(seed), address(store), input, 0);
        if (ok) flagged[blobId] = true;
    }

    function extend(uint256 seed, uint256 length, uint256 twice) external {
        bytes32 object = pick(blobIds, seed);
        uint256 k = keyFor(seed, object);
        IStorage.BlobView memory b = store.blob(object);
        uint32 epochs = uint32(within(length, 0, 30));
        bytes memory input = abi.encodeCall(IStorage.extend, (object, epochs, MOST, permit(k, MOST)));
        if (twice % 2 == 0) {
            IStorage.Extension[] memory es = new IStorage.Extension[](2);
            (es[0], es[1]) = (IStorage.Extension(object, epochs), IStorage.Extension(object, 1));
            input = abi.encodeCall(IStorage.extendBatch, (es, MOST, permit(k, MOST)));
        }
        bytes32 mine = b.deletable && b.owner != address(store) ? object : bytes32(0);
        (bool ok,) = attempt(k, address(store), input, mine);
        if (!ok) return;
        book(b.endEpoch, b.endEpoch + epochs + (twice % 2 == 0 ? 1 : 0), b.storageSize);
        note(object);
    }

    /// By a resource that fits, made for it, or by any.
    function extendWith(uint256 seed, uint256 resource) external {
        bytes32 object = pick(blobIds, seed);
        IStorage.BlobView memory b = store.blob(object);
        bytes32 storageId = pick(resourceIds, resource);
        uint256 k = keyFor(seed, storageId);
        if (resource % 2 == 0 && b.owner != address(0)) {
            bytes memory buy = abi.encodeCall(IStorage.reserve, (b.storageSize, b.endEpoch, b.endEpoch + 2, MOST, permit(k, MOST)));
            (bool bought, bytes memory out) = attempt(k, address(store), buy, 0);
            if (!bought) return;
            storageId = abi.decode(out, (bytes32));
            resourceIds.push(storageId);
            book(b.endEpoch, b.endEpoch + 2, b.storageSize);
        }
        (bool ok,) = attempt(k, address(store), abi.encodeCall(IStorageRecords.extendWith, (object, storageId)), storageId);
        if (!ok) return;
        ended++;
        note(object);
    }

    function split(uint256 seed, uint256 epoch, uint256 size) external {
        bytes32 id = pick(resourceIds, seed);
        uint256 k = keyFor(seed, id);
        bytes memory input = epoch % 2 == 0
            ? abi.encodeCall(IStorageRecords.splitByEpoch, (id, uint32(within(epoch >> 1, 0, 30))))
            : abi.encodeCall(IStorageRecords.splitBySize, (id, uint64(within(size, 0, 100_000_000))));
        (bool ok, bytes memory out) = attempt(k, address(store), input, id);
        if (!ok) return;
        bytes32 rest = abi.decode(out, (bytes32));
        resourceIds.push(rest);
        if (size % 2 == 0) join(k, id, rest, size >> 1); // and back, one way or another
    }

    function fuse(uint256 seed, uint256 other, uint256 how) external {
        bytes32 id = pick(resourceIds, seed);
        join(keyFor(seed, id), id, pick(resourceIds, other), how);
    }

    function join(uint256 k, bytes32 id, bytes32 other, uint256 how) private {
        bytes memory input = abi.encodeCall(IStorageRecords.fuse, (id, other));
        if (how % 3 == 1) input = abi.encodeCall(IStorageRecords.fuseAmount, (id, other));
        if (how % 3 == 2) input = abi.encodeCall(IStorageRecords.fusePeriods, (id, other));
        (bool ok,) = attempt(k, address(store), input, id);
        if (ok) ended++;
    }

    function destroy(uint256 seed) external {
        bytes32 id = pick(resourceIds, seed);
        (bool ok,) = attempt(keyFor(seed, id), address(store), abi.encodeCall(IStorageRecords.destroy, (id)), id);
        if (ok) ended++;
    }

    function deleteBlob(uint256 seed) external {
        bytes32 id = pick(blobIds, seed);
        attempt(keyFor(seed, id), address(store), abi.encodeCall(IStorageRecords.deleteBlob, (id)), id);
    }

    function burn(uint256 seed) external {
        bytes32[] memory list = new bytes32[](1);
        list[0] = pick(blobIds, seed);
        uint256 k = keyFor(seed, list[0]);
        (bool ok,) = attempt(k, address(store), abi.encodeCall(IStorageRecords.burnBlobs, (list)), list[0]);
        if (ok) ended++;
    }

    function transfer(uint256 seed, uint256 kind) external {
        bytes32 id = pick(kind % 3 == 0 ? resourceIds : kind % 3 == 1 ? blobIds : poolIds, seed);
        uint256 k = keyFor(seed, id);
        attempt(k, address(store), abi.encodeCall(IStorageRecords.transfer, (id, k == aliceKey ? bob : alice)), id);
    }

    function share(uint256 seed, uint256 amount) external {
        bytes32 id = pick(blobIds, seed);
        uint256 k = keyFor(seed, id);
        amount = within(amount, 0, 10 ** 9);
        bytes memory input = abi.encodeCall(IStorageRecords.share, (id, amount, permit(k, amount)));
        if (seed % 7 > 1) input = abi.encodeCall(IStorageRecords.fund, (id, amount, permit(k, amount)));
        attempt(k, address(store), input, seed % 7 > 1 ? bytes32(0) : id);
    }

    function extendShared(uint256 seed, uint256 length) external {
        bytes32 object = pick(blobIds, seed);
        IStorage.BlobView memory b = store.blob(object);
        uint32 epochs = uint32(within(length, 0, 8));
        (bool ok,) = attempt(keyFor(seed, 0), address(store), abi.encodeCall(IStorageRecords.extendShared, (object, epochs)), 0);
        if (!ok) return;
        book(b.endEpoch, b.endEpoch + epochs, b.storageSize);
        note(object);
    }

    /// What bob, a contract, does when he is called: nothing, fail, or call back.
    function moody(uint256 seed, bytes32 id, bool mayBurn) private {
        Receiver.Mood mood = Receiver.Mood(seed % 7);
        if (!mayBurn && mood > Receiver.Mood.Revert && mood < Receiver.Mood.Reenter) mood = Receiver.Mood.Calm;
        bytes[5] memory inputs = [
            abi.encodeCall(IStorageRecords.transfer, (id, alice)),
            abi.encodeCall(IStorageRecords.share, (id, 0, noPermit())),
            abi.encodeCall(ICallbacks.deliver, (id)),
            abi.encodeCall(IWrapper.unwrap, (id)),
            abi.encodeCall(IWrapper.wrap, (id))
        ];
        uint256 i = (seed >> 8) % 5;
        Receiver(bob).prepare(i < 2 ? address(store) : i == 2 ? address(callbacks) : address(wrapper), inputs[i]);
        Receiver(bob).become(mood);
    }

    function wrap(uint256 seed, uint256 kind) external {
        bytes32 id = pick(kind % 2 == 0 ? resourceIds : blobIds, seed);
        if (kind % 5 < 2) id = wrapped(kind % 2 == 0 ? resourceIds : blobIds, id);
        uint256 k = keyFor(seed, id);
        moody(kind >> 20, id, false);
        if (kind % 5 == 0) attempt(k, address(wrapper), abi.encodeCall(IWrapper.unwrap, (id)), id);
        else if (kind % 5 == 1) sell(k, id);
        else attempt(k, address(wrapper), abi.encodeCall(IWrapper.wrap, (id)), id);
        Receiver(bob).become(Receiver.Mood.Calm);
    }

    /// The last of the list that has a token, if one has.
    function wrapped(bytes32[] storage list, bytes32 id) private view returns (bytes32) {
        for (uint256 i = list.length; i > 0; --i) {
            if (wrapper.holderOf(list[i - 1]) != address(0)) return list[i - 1];
        }
        return id;
    }

    function sell(uint256 k, bytes32 id) private {
        address to = k == aliceKey ? bob : alice;
        bytes memory input = abi.encodeWithSignature("transferFrom(address,address,uint256)", vm.addr(k), to, uint256(id));
        attempt(k, address(wrapper), input, id);
    }

    function subscribe(uint256 seed, uint256 gasLimit, uint256 lead) external {
        bytes memory input = abi.encodeCall(ICallbacks.subscribe, (uint32(within(gasLimit, 0, 400_000)), uint32(within(lead, 0, 20))));
        attempt(key(seed), address(callbacks), input, 0);
    }

    function deliver(uint256 seed, uint256 other, uint256 mood) external {
        bytes32 id = pick(blobIds, seed);
        bytes memory input = abi.encodeCall(ICallbacks.deliver, (id));
        (bytes32 pool, bytes32 blobId) = pickPooled(seed, other);
        if (mood % 2 == 0) input = abi.encodeCall(ICallbacks.deliverPooled, (pool, blobId));
        moody(mood >> 8, id, true);
        attempt(key(seed), address(callbacks), input, 0, bob);
        Receiver(bob).become(Receiver.Mood.Calm);
    }

    function createPool(uint256 seed, uint256 bytes_, uint256 length, uint256 kind) external {
        uint64 size = uint64(within(bytes_, 0, 300_000_000));
        uint32 epochs = uint32(within(length, 0, 56));
        if (kind % 3 == 0) {
            bytes32 id = pick(resourceIds, seed);
            (bool made, bytes memory pool) = attempt(keyFor(seed, id), address(store), abi.encodeCall(IStoragePools.createPoolWith, (id)), id);
            if (made) poolIds.push(abi.decode(pool, (bytes32)));
            return;
        }
        IStorage.Permit memory p = permit(key(seed), MOST);
        bytes memory input = kind % 3 == 1
            ? abi.encodeCall(IStoragePools.createPool, (size, epochs, MOST, p))
            : abi.encodeCall(IStoragePools.createBucket, (size, epochs, MOST, p));
        (bool ok, bytes memory out) = attempt(key(seed), address(store), input, 0);
        if (!ok) return;
        poolIds.push(abi.decode(out, (bytes32)));
        resourceIds.push(pools.pool(poolIds[poolIds.length - 1]).storageId);
        book(0, epochNow() + epochs, size);
    }

    /// Some of the blobs are registered by themselves as well.
    function registerPooled(uint256 seed, uint256 deletable) external {
        bytes32 pool = pick(poolIds, seed);
        uint256 k = keyFor(seed, pool);
        IStoragePools.PooledRegistration[] memory rs = new IStoragePools.PooledRegistration[](1);
        rs[0].root = seed % 3 == 0 ? entry(seed % 5, 1000, false, 1).root : keccak256(abi.encode("pooled", seed % 7));
        (rs[0].size, rs[0].encoding, rs[0].deletable) = (1000, 1, deletable % 2 == 0);
        rs[0].blobId = Blake2b.blobId(1, 1000, rs[0].root);
        bytes memory input = abi.encodeCall(IStoragePools.registerPooled, (pool, rs, MOST, permit(k, MOST)));
        (bool ok,) = attempt(k, address(store), input, pool);
        if (!ok) return;
        pooledIds.push(rs[0].blobId);
        pooledIn.push(pool);
    }

    function certifyPooled(uint256 seed, uint256 other, uint256 how) external {
        (bytes32 pool, bytes32 blobId) = pickPooled(seed, other);
        (bytes memory signature, bytes memory bitmap) = (bytes(""), bytes(""));
        if (how % 4 != 0) (signature, bitmap) = certificate(Messages.availability(epochNow(), network, availablePooled(pool, blobId)), 0xf);
        bytes memory input = abi.encodeCall(IStoragePools.certifyPooled, (pool, blobId, signature, bitmap));
        if (how % 3 == 0) input = abi.encodeCall(IStoragePools.promote, (pool, blobId));
        (bool ok,) = attempt(key(seed), address(store), input, 0);
        if (ok) notePooled(pool, blobId, true);
    }

    function removePooled(uint256 seed, uint256 other) external {
        bytes32[] memory list = new bytes32[](1);
        bytes32 pool;
        (pool, list[0]) = pickPooled(seed, other);
        for (uint256 i = 0; seed % 3 == 0 && i < pooledIds.length; ++i) {
            if (pools.pooledBlob(pooledIn[i], pooledIds[i]).registeredEpoch == 0 || pools.pool(pooledIn[i]).endEpoch > epochNow()) continue;
            (pool, list[0]) = (pooledIn[i], pooledIds[i]); // one whose time is over
        }
        bytes memory input = abi.encodeCall(IStoragePools.deletePooled, (pool, list));
        if (other % 9 == 0 || pools.pool(pool).endEpoch <= epochNow()) input = abi.encodeCall(IStoragePools.burnExpiredPooled, (pool, list));
        attempt(keyFor(seed, pool), address(store), input, pool);
    }

    function resizePool(uint256 seed, uint256 bytes_, uint256 length, uint256 kind) external {
        bytes32 pool = pick(poolIds, seed);
        uint256 k = keyFor(seed, pool);
        IStoragePools.PoolView memory v = pools.pool(pool);
        uint64 size = uint64(within(bytes_, 0, 100_000_000));
        if (kind % 6 == 0) {
            uint32 epochs = uint32(within(length, 0, 20));
            (bool ok,) = attempt(k, address(store), abi.encodeCall(IStoragePools.extendPool, (pool, epochs, MOST, permit(k, MOST))), pool);
            if (!ok) return;
            book(v.endEpoch, v.endEpoch + epochs, v.size);
            for (uint256 i = 0; i < pooledIds.length; ++i) {
                notePooled(pool, pooledIds[i], false);
            }
        } else if (kind % 6 == 1) {
            (bool ok,) = attempt(k, address(store), abi.encodeCall(IStoragePools.increasePool, (pool, size, MOST, permit(k, MOST))), pool);
            if (ok) book(0, v.endEpoch, size);
        } else if (kind % 6 == 2) {
            growWith(k, pool, pick(resourceIds, bytes_));
        } else if (kind % 6 == 5) {
            attempt(k, address(store), abi.encodeCall(IStoragePools.destroyPool, (pool)), pool);
        } else {
            bytes memory input = kind % 6 == 3
                ? abi.encodeCall(IStoragePools.decreasePool, (pool, size))
                : abi.encodeCall(IStoragePools.decreasePoolUnused, (pool, uint8(within(bytes_, 0, 110))));
            (bool ok, bytes memory out) = attempt(k, address(store), input, pool);
            if (!ok) return;
            bytes32 part = abi.decode(out, (bytes32));
            resourceIds.push(part);
            if (length % 2 == 0) growWith(k, pool, part); // and back
        }
    }

    function growWith(uint256 k, bytes32 pool, bytes32 id) private {
        (bool ok,) = attempt(k, address(store), abi.encodeCall(IStoragePools.increasePoolWith, (pool, id)), id);
        if (ok) ended++;
    }

    function setAttribute(uint256 seed, uint256 kind, uint256 value) external {
        bytes32 id = pick(kind % 2 == 0 ? blobIds : poolIds, seed);
        uint256 k = keyFor(seed, id);
        IAttributes.Pair[] memory pairs = new IAttributes.Pair[](1);
        (pairs[0].key, pairs[0].value) = (value % 3 == 0 ? "other" : "key", vm.toString(value));
        IStorage.Permit memory p = permit(k, MOST);
        bytes memory input = abi.encodeCall(IAttributes.set, (id, 0, pairs, MOST, p));
        if (kind % 5 == 1) input = abi.encodeCall(IAttributes.add, (id, 0, pairs, MOST, p));
        if (kind % 5 == 2) input = abi.encodeCall(IAttributes.replace, (id, 0, pairs, MOST, p));
        attempt(k, address(attributes), input, id);
    }

    function removeAttribute(uint256 seed, uint256 kind) external {
        bytes32 id = pick(kind % 2 == 0 ? blobIds : poolIds, seed);
        string[] memory keys = new string[](1);
        keys[0] = "key";
        bytes memory input = abi.encodeCall(IAttributes.remove, (id, 0, keys));
        if (kind % 3 == 1) input = abi.encodeCall(IAttributes.removeIfExists, (id, 0, keys));
        if (kind % 3 == 2) input = abi.encodeCall(IAttributes.clear, (id, 0));
        attempt(keyFor(seed, id), address(attributes), input, id);
    }
}
