// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAttributes} from "../src/interfaces/IAttributes.sol";
import {ICertificates} from "../src/interfaces/ICertificates.sol";
import {IStorage} from "../src/interfaces/IStorage.sol";
import {IStoragePools} from "../src/interfaces/IStoragePools.sol";
import {IStorageRecords} from "../src/interfaces/IStorageRecords.sol";
import {Blake2b} from "../src/lib/Blake2b.sol";
import {Messages} from "../src/lib/Messages.sol";
import {Tree} from "../src/lib/Tree.sol";
import {Network} from "./support/Network.sol";
import {Receiver} from "./support/Receivers.sol";

/// What whole transactions cost, their 21,000 and calldata included, for docs/contracts.md:
/// `npm run gas` (forge test --isolate --match-contract GasTest -vv).
contract GasTest is Network {
    /// EIP-7825 caps a transaction at 16.7 million gas; ours stay below this.
    uint256 private constant LIMIT = 12_000_000;
    // What is asked for (design.md section 9), and what is reached, with a little room: more than that is a step back.
    uint256 private constant CHECK = 350_000;
    uint256 private constant CHECK_REACHED = 195_000;
    uint256 private constant BLOB = 140_000;
    uint256 private constant BLOB_REACHED = 128_500;
    uint256 private constant POOLED = 85_000;
    uint256 private constant POOLED_REACHED = 76_000;

    function report(string memory what) private returns (uint256 used) {
        used = vm.lastCallGas().gasTotalUsed;
        emit log_named_uint(what, used);
        check(used < LIMIT, what);
    }

    /// Fails if a budget is broken, or a step back was made behind it.
    function hold(string memory what, uint256 used, uint256 budget, uint256 reached) private {
        emit log_named_uint(string.concat(what, ", budget"), budget);
        emit log_named_uint(string.concat(what, ", used"), used);
        check(used <= budget, "budget");
        check(used <= reached, "a step back: less was reached before");
    }

    function several(uint256 count, uint32 epochs) private view returns (IStorage.Registration[] memory rs) {
        rs = new IStorage.Registration[](count);
        for (uint256 i = 0; i < count; ++i) {
            rs[i] = entry(1000 * epochs + i, 100_000, false, epochs);
        }
    }

    function committeeOf(uint16 members, uint16 absent) private {
        launchEven(members, 1000);
        string memory label = string.concat(" with ", vm.toString(members), " members");
        registerAs(aliceKey, entry(0, 1, false, 1)); // so that the first of all purchases is not what is measured
        bytes32 first = registerAs(aliceKey, entry(1, 100_000, false, 1));
        report(string.concat("register one blob", label));
        bytes32 second = registerAs(aliceKey, entry(2, 100_000, false, 1));

        (bytes memory signature, bytes memory bitmap) = certificate(statement(1, first), everyone());
        store.certify(first, signature, bitmap);
        report(string.concat("certify", label, ", none absent"));
        bytes memory message = statement(1, second);
        certificates.verify(message, signatureOf(message, everyone()), bitmap, ICertificates.Threshold.Quorum);
        uint256 used = report(string.concat("certificate check", label, ", none absent"));
        if (members == 100) hold("certificate check", used, CHECK, CHECK_REACHED);
        if (absent == 0) return;
        uint256 signers = everyone();
        for (uint256 i = 0; i < absent; ++i) {
            signers &= ~(1 << (i * members / absent)); // spread over all pages
        }
        (signature, bitmap) = certificate(message, signers);
        store.certify(second, signature, bitmap);
        string memory away = string.concat(", ", vm.toString(absent), " absent");
        report(string.concat("certify", label, away));
        certificates.verify(message, signature, bitmap, ICertificates.Threshold.Quorum);
        report(string.concat("certificate check", label, away));
    }

    function signatureOf(bytes memory message, uint256 signers) private view returns (bytes memory signature) {
        (signature,) = certificate(message, signers);
    }

    function test_committee_of_1() public {
        committeeOf(1, 0);
    }

    function test_committee_of_10() public {
        committeeOf(10, 3);
    }

    function test_committee_of_100() public {
        committeeOf(100, 30);
    }

    function test_batches() public {
        launchEven(100, 1000);
        registerAs(aliceKey, several(1, 1));
        batch(10, 2);
        (bytes32[] memory objects, uint256 registered) = batch(100, 3);
        hold("register + certify, batch of 100, each", registered + life(objects, ""), BLOB, BLOB_REACHED);
        batch(100, 53);
    }

    function batch(uint256 count, uint32 epochs) private returns (bytes32[] memory objects, uint256 used) {
        IStorage.Registration[] memory rs = several(count, epochs);
        uint256 most = 10 ** 15;
        IStorage.Permit memory p = permit(aliceKey, most);
        vm.prank(alice);
        objects = store.register(rs, most, p);
        used = each(string.concat("register for ", vm.toString(epochs), " epochs"), count);
    }

    /// Reports the last call, and what it took for each of `count` entries.
    function each(string memory what, uint256 count) private returns (uint256 used) {
        what = string.concat(what, ", batch of ", vm.toString(count));
        used = report(what) / count;
        emit log_named_uint(string.concat(what, ", each"), used);
    }

    /// Certifies a batch and extends it; returns what each took to certify.
    function life(bytes32[] memory objects, string memory what) private returns (uint256 certified) {
        uint256 n = objects.length;
        IStorageRecords.Claim[] memory claims = new IStorageRecords.Claim[](n);
        IStorage.Extension[] memory es = new IStorage.Extension[](n);
        bytes32[] memory leaves = new bytes32[](n);
        for (uint256 i = 0; i < n; ++i) {
            claims[i].id = objects[i];
            es[i] = IStorage.Extension(objects[i], 10);
            leaves[i] = leafOf(objects[i]);
        }
        (bytes memory signature, bytes memory bitmap) = batchCertificate(leaves);
        records.certifyBatch(claims, signature, bitmap);
        certified = each(string.concat("certify", what), n);
        uint256 most = 10 ** 15;
        IStorage.Permit memory p = permit(aliceKey, most);
        vm.prank(alice);
        store.extendBatch(es, most, p);
        each("extend by 10 epochs", n);
    }

    function test_pooled_batches() public {
        launchEven(100, 1000);
        registerAs(aliceKey, several(1, 1));
        uint256 most = 10 ** 15;
        IStorage.Permit memory p = permit(aliceKey, most);
        vm.prank(alice);
        bytes32 pool = pools.createPool(1 << 34, 10, most, p);
        report("create a pool");
        for (uint256 n = 1; n <= 100; n *= 10) {
            uint256 used = pooledBatch(pool, n);
            if (n == 100) hold("register + certify pooled, batch of 100, each", used, POOLED, POOLED_REACHED);
        }
        p = permit(aliceKey, most);
        vm.prank(alice);
        pools.extendPool(pool, 5, most, p);
        report("extend a pool");
    }

    function pooledBatch(bytes32 pool, uint256 n) private returns (uint256 used) {
        IStoragePools.PooledRegistration[] memory rs = new IStoragePools.PooledRegistration[](n);
        IStorageRecords.Claim[] memory claims = new IStorageRecords.Claim[](n);
        for (uint256 i = 0; i < n; ++i) {
            rs[i].root = keccak256(abi.encode("pooled", n, i));
            (rs[i].size, rs[i].encoding, rs[i].blobId) = (100_000, 1, Blake2b.blobId(1, 100_000, rs[i].root));
            (claims[i].id, claims[i].blobId) = (pool, rs[i].blobId);
        }
        uint256 most = 10 ** 15;
        IStorage.Permit memory p = permit(aliceKey, most);
        vm.prank(alice);
        pools.registerPooled(pool, rs, most, p);
        used = each("register pooled", n);
        bytes32[] memory leaves = new bytes32[](n);
        for (uint256 i = 0; i < n; ++i) {
            leaves[i] = Tree.leafHash(Messages.leaf(availablePooled(pool, rs[i].blobId)));
        }
        (bytes memory signature, bytes memory bitmap) = batchCertificate(leaves);
        records.certifyBatch(claims, signature, bitmap);
        used += each("certify pooled", n);
    }

    /// The largest batches below our own limit for a transaction: what a client may put into one.
    function test_largest_batches() public {
        launchEven(100, 1000);
        registerAs(aliceKey, several(1, 1));
        (bytes32[] memory objects,) = batch(130, 43);
        life(objects, " the largest batch");
    }

    function test_records() public {
        launchEven(10, 1000);
        bytes32 object = registerAs(aliceKey, entry(1, 100_000, true, 3));
        bytes32 permanent = registerAs(aliceKey, entry(2, 100_000, false, 3));
        certifyAll(object);
        certifyAll(permanent);
        uint64 size = store.blob(object).storageSize;
        bytes32 more = reserveAs(aliceKey, size, 4, 14);
        vm.startPrank(alice);
        bytes32 rest = records.splitByEpoch(more, 9);
        report("split storage");
        records.fuse(more, rest);
        report("fuse storage");
        records.extendWith(object, more);
        report("extend with storage");
        wrapper.wrap(object);
        report("wrap a blob");
        wrapper.unwrap(object);
        report("unwrap a blob");
        vm.stopPrank();
        IAttributes.Pair[] memory pairs = new IAttributes.Pair[](1);
        pairs[0] = IAttributes.Pair("content-type", "text/html");
        uint256 most = 10 ** 12;
        IStorage.Permit memory p = permit(aliceKey, most);
        vm.prank(alice);
        attributes.add(object, 0, pairs, most, p);
        report("set a first attribute");
        p = permit(aliceKey, 10 ** 9);
        vm.prank(alice);
        records.share(permanent, 10 ** 9, p);
        report("share a blob with funds");
        records.extendShared(permanent, 10);
        report("extend a shared blob by 10 epochs");
        bytes32[] memory list = new bytes32[](1);
        list[0] = object;
        vm.prank(alice);
        records.burnBlobs(list);
        report("burn a blob");
        bytes32 space = reserveAs(aliceKey, 5, 1, 4);
        vm.prank(alice);
        records.destroy(space);
        report("destroy storage");
        bytes32 told = registerAs(aliceKey, entry(5, 100_000, false, 3));
        certifyAll(told);
        Receiver receiver = new Receiver();
        vm.prank(alice);
        records.transfer(told, address(receiver));
        receiver.act(address(callbacks), abi.encodeWithSignature("subscribe(uint32,uint32)", 300_000, 1));
        callbacks.deliver(told);
        report("deliver a callback");
    }

    function test_other_calls() public {
        launchEven(10, 1000);
        registerAs(aliceKey, entry(0, 1, false, 53));
        bytes32 object = registerAs(aliceKey, entry(1, 100_000, true, 3));
        bytes32 twin = registerAs(aliceKey, entry(2, 100_000, false, 3));
        bytes32 third = registerAs(aliceKey, entry(2, 100_000, false, 3));
        certifyAll(object);
        certifyAll(twin);
        store.certify(third, "", "");
        report("certify a second object without signers");
        IStorage.Permit memory p = permit(bobKey, 10 ** 12);
        vm.prank(bob);
        store.extend(twin, 10, 10 ** 12, p);
        report("extend by 10 epochs");
        vm.prank(alice);
        records.transfer(object, bob);
        report("transfer a blob");
        vm.prank(bob);
        records.deleteBlob(object);
        report("delete a blob");
        p = permit(aliceKey, 10 ** 12);
        vm.prank(alice);
        store.reserve(1 << 30, 1, 54, 10 ** 12, p);
        report("reserve for 53 epochs");
    }

    function test_pools_and_what_is_left() public {
        launchEven(10, 1000);
        registerAs(aliceKey, entry(0, 1, false, 53));
        uint64 room = 1 << 30;
        uint256 most = 10 ** 12;
        IStorage.Permit memory p = permit(aliceKey, most);
        vm.prank(alice);
        bytes32 bucket = pools.createBucket(room, 5, most, p);
        report("create a bucket");
        bytes32 space = reserveAs(aliceKey, room, 1, 6);
        report("reserve for 5 epochs");
        vm.prank(alice);
        bytes32 pool = pools.createPoolWith(space);
        report("create a pool from a resource");
        p = permit(aliceKey, most);
        vm.prank(alice);
        pools.increasePool(pool, room, most, p);
        report("increase a pool");
        vm.startPrank(alice);
        bytes32 part = pools.decreasePool(pool, room);
        report("decrease a pool");
        pools.increasePoolWith(pool, part);
        report("increase a pool with a resource");
        pools.decreasePoolUnused(pool, 50);
        report("decrease a pool by a part");
        records.transfer(bucket, bob);
        report("transfer a bucket");
        vm.stopPrank();
        inPool(pool);
        certifyTwice(pool);
        bytes32[] memory list = new bytes32[](1);
        list[0] = entry(1, 100, true, 1).blobId;
        vm.startPrank(alice);
        pools.deletePooled(pool, list);
        report("delete a pooled blob");
        setEpoch(6);
        list[0] = entry(2, 100, false, 1).blobId;
        pools.burnExpiredPooled(pool, list);
        report("burn an expired pooled blob");
        pools.destroyPool(pool);
        report("destroy a pool");
        vm.stopPrank();
    }

    /// A deletable and a permanent blob.
    function inPool(bytes32 pool) private {
        IStoragePools.PooledRegistration[] memory rs = new IStoragePools.PooledRegistration[](2);
        for (uint256 i = 0; i < 2; ++i) {
            IStorage.Registration memory r = entry(1 + i, 100, i == 0, 1);
            rs[i] = IStoragePools.PooledRegistration(r.blobId, r.root, 100, 1, i == 0);
        }
        IStorage.Permit memory p = permit(aliceKey, 10 ** 12);
        vm.prank(alice);
        pools.registerPooled(pool, rs, 10 ** 12, p);
    }

    /// The permanent one, which an object of its own promises for a shorter time already; then that is extended, and the pool after it.
    function certifyTwice(bytes32 pool) private {
        bytes32 blobId = entry(2, 100, false, 1).blobId;
        bytes32 object = registerAs(aliceKey, entry(2, 100, false, 3));
        certifyAll(object);
        bytes memory message = Messages.availability(1, network, availablePooled(pool, blobId));
        (bytes memory signature, bytes memory bitmap) = certificate(message, everyone());
        pools.certifyPooled(pool, blobId, signature, bitmap);
        report("certify a pooled blob");
        extendAs(bobKey, object, 40); // no more than the pool's end is promised by it
        pools.promote(pool, blobId);
        report("promote, nothing to do");
        message = Messages.invalidBlob(1, network, 1000, blobId);
        (signature, bitmap) = certificate(message, everyone());
        records.invalidateBlob(blobId, signature, bitmap);
        report("flag a blob as invalid");
    }

    function test_attributes_and_others() public {
        launchEven(10, 1000);
        registerAs(aliceKey, entry(0, 1, false, 53));
        bytes32 object = registerAs(aliceKey, entry(1, 100, false, 3));
        uint256 most = 10 ** 9;
        IAttributes.Pair[] memory pairs = new IAttributes.Pair[](2);
        (pairs[0], pairs[1]) = (IAttributes.Pair("name", "a.html"), IAttributes.Pair("content-type", "text/html"));
        IStorage.Permit memory p = permit(aliceKey, most);
        vm.prank(alice);
        attributes.set(object, 0, pairs, most, p);
        string[] memory keys = new string[](1);
        keys[0] = "name";
        vm.startPrank(alice);
        attributes.remove(object, 0, keys);
        report("remove one of two attributes");
        attributes.clear(object, 0);
        report("clear attributes");
        callbacks.subscribe(300_000, 2);
        report("subscribe to callbacks");
        wrapper.wrap(object);
        wrapper.transferFrom(alice, bob, uint256(object));
        report("sell a token");
        vm.stopPrank();
        vm.startPrank(bob);
        wrapper.unwrap(object);
        records.share(object, 0, noPermit());
        report("share a blob");
        vm.stopPrank();
        p = permit(aliceKey, most);
        vm.prank(alice);
        records.fund(object, most, p);
        report("fund a shared blob");
        bytes32 space = reserveAs(aliceKey, 1 << 30, 1, 6);
        vm.startPrank(alice);
        bytes32 rest = records.splitBySize(space, 1 << 20);
        report("split storage by size");
        records.fuseAmount(space, rest);
        report("fuse amounts");
        records.transfer(space, bob);
        report("transfer a resource");
        vm.stopPrank();
        store.setPrices(1, 1);
        report("set prices");
    }

    /// Texts of the greatest length allowed do not fit one page of 25; 22 KB is the contract's own limit.
    function test_page_of_25_members() public {
        deploy(1000, defaults(), keccak256("salt"));
        ICertificates.NewMember[] memory members = draft(even(25, 1000));
        for (uint256 i = 0; i < 25; ++i) {
            members[i].name = "storage-node-with-a-name-of-forty-bytes..";
            members[i].netAddress = "node-17.storage.operator-with-a-long-name.example.org:9185";
        }
        certificates.addMembers(members, true);
        report("page of 25 members");
    }

    /// 25 members with 40 shards each, as scattered as can be.
    function test_page_of_scattered_shards() public {
        deploy(1000, defaults(), keccak256("salt"));
        ICertificates.NewMember[] memory members = draft(even(25, 1000));
        for (uint256 i = 0; i < 25; ++i) {
            bytes memory runs;
            for (uint256 k = 0; k < 40; ++k) {
                runs = abi.encodePacked(runs, uint16(k * 25 + i), uint16(1));
            }
            members[i].runs = runs;
        }
        certificates.addMembers(members, true);
        report("page of 25 members with 40 scattered shards each");
    }
}
