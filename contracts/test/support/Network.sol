// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Attributes} from "../../src/Attributes.sol";
import {Callbacks} from "../../src/Callbacks.sol";
import {Certificates} from "../../src/Certificates.sol";
import {PartProxy} from "../../src/PartProxy.sol";
import {Registry} from "../../src/Registry.sol";
import {Storage} from "../../src/Storage.sol";
import {StoragePools} from "../../src/StoragePools.sol";
import {StorageRecords} from "../../src/StorageRecords.sol";
import {WAL} from "../../src/WAL.sol";
import {Wrapper} from "../../src/Wrapper.sol";
import {ICertificates} from "../../src/interfaces/ICertificates.sol";
import {IStorage} from "../../src/interfaces/IStorage.sol";
import {IStoragePools} from "../../src/interfaces/IStoragePools.sol";
import {IStorageRecords} from "../../src/interfaces/IStorageRecords.sol";
import {IWAL} from "../../src/interfaces/IWAL.sol";
import {BLS12381} from "../../src/lib/BLS12381.sol";
import {Blake2b} from "../../src/lib/Blake2b.sol";
import {Messages} from "../../src/lib/Messages.sol";
import {Tree} from "../../src/lib/Tree.sol";
import {Signer} from "./Signer.sol";
import {Test} from "./Test.sol";

/// A whole deployment, made the way the deployer makes it, and the committee's secret keys.
abstract contract Network is Test {
    uint64 internal constant STORAGE_PRICE = 100_000;
    uint64 internal constant WRITE_PRICE = 20_000;
    uint64 internal constant CAPACITY = 1 << 50;
    uint32 internal constant HORIZON = 53;

    Registry internal registry;
    WAL internal wal;
    Certificates internal certificates;
    Storage internal store;
    IStorageRecords internal records; // the same address
    IStoragePools internal pools; // the same address
    Attributes internal attributes;
    Wrapper internal wrapper;
    Callbacks internal callbacks;
    bytes32 internal network;
    address internal owner = address(this);

    uint256 internal aliceKey = 0xa11ce;
    uint256 internal bobKey = 0xb0b;
    address internal alice = vm.addr(0xa11ce);
    address internal bob = vm.addr(0xb0b);

    /// Scalars and operators in committee order.
    uint256[] internal scalars;
    address[] internal operators;

    function defaults() internal pure returns (Storage.Params memory) {
        return Storage.Params(STORAGE_PRICE, WRITE_PRICE, CAPACITY, HORIZON, 1_700_000_000_000, 86_400_000, 0);
    }

    /// Deploys all contracts; the committee is still to be set.
    function deploy(uint16 shards, Storage.Params memory params, bytes32 salt) internal {
        registry = Registry(proxy(address(new Registry()), abi.encodeCall(Registry.initialize, (owner, salt, 1))));
        network = registry.networkId();
        wal = new WAL(owner);
        certificates = Certificates(
            proxy(address(new Certificates()), abi.encodeCall(Certificates.initialize, (owner, network, shards)))
        );
        bytes memory init =
            abi.encodeCall(Storage.initialize, (owner, network, IWAL(address(wal)), ICertificates(address(certificates)), params));
        store = Storage(proxy(storageCode(), init));
        records = IStorageRecords(address(store));
        pools = IStoragePools(address(store));
        certificates.link(address(store));
        companions();

        bytes32[] memory names = new bytes32[](6);
        address[] memory parts = new address[](6);
        (names[0], names[1], names[2]) = ("WAL", "Storage", "Certificates");
        (parts[0], parts[1], parts[2]) = (address(wal), address(store), address(certificates));
        (names[3], names[4], names[5]) = ("Attributes", "Wrapper", "Callbacks");
        (parts[3], parts[4], parts[5]) = (address(attributes), address(wrapper), address(callbacks));
        registry.setParts(names, parts);
    }

    /// The contracts beside Storage.
    function companions() private {
        attributes = Attributes(proxy(address(new Attributes()), abi.encodeCall(Attributes.initialize, (owner, store))));
        wrapper = Wrapper(proxy(address(new Wrapper()), abi.encodeCall(Wrapper.initialize, (owner, store))));
        callbacks = Callbacks(proxy(address(new Callbacks()), abi.encodeCall(Callbacks.initialize, (owner, store))));
        store.link(address(wrapper), address(attributes));
    }

    /// The code of Storage in its three pieces.
    function storageCode() internal returns (address) {
        return address(new Storage(address(new StorageRecords(address(new StoragePools())))));
    }

    function proxy(address code, bytes memory init) internal returns (address) {
        return address(new PartProxy(code, init));
    }

    /// Deploys with a committee of the given shard counts.
    function launch(uint16[] memory weights, Storage.Params memory params) internal {
        uint16 shards = 0;
        for (uint256 i = 0; i < weights.length; ++i) {
            shards += weights[i];
        }
        deploy(shards, params, keccak256("salt"));
        seat(draft(weights), 25);
        wal.transfer(alice, 1_000_000 * 10 ** 9);
        wal.transfer(bob, 1_000_000 * 10 ** 9);
    }

    /// A committee of `members` that share `shards` evenly.
    function launchEven(uint16 members, uint16 shards) internal {
        launch(even(members, shards), defaults());
    }

    function even(uint16 members, uint16 shards) internal pure returns (uint16[] memory weights) {
        weights = new uint16[](members);
        for (uint16 i = 0; i < members; ++i) {
            weights[i] = shards / members + (i < shards % members ? 1 : 0);
        }
    }

    /// Members with valid keys and proofs, sorted by node id; also fills scalars and operators.
    function draft(uint16[] memory weights) internal returns (ICertificates.NewMember[] memory members) {
        uint256 count = weights.length;
        sortOperators(count);
        delete scalars;
        members = new ICertificates.NewMember[](count);
        uint16 first = 0;
        for (uint256 i = 0; i < count; ++i) {
            uint256 scalar = uint256(keccak256(abi.encode("member", i))) % Signer.ORDER;
            scalars.push(scalar);
            members[i] = member(operators[i], scalar, first, weights[i]);
            first += weights[i];
        }
    }

    function member(address operator, uint256 scalar, uint16 first, uint16 count)
        internal
        view
        returns (ICertificates.NewMember memory m)
    {
        m.operator = operator;
        m.name = "node";
        m.netAddress = "127.0.0.1:9185";
        m.networkKey = bytes.concat(hex"02", keccak256(abi.encode(operator)));
        m.blsPoint = Signer.publicKey(scalar);
        m.blsKey = BLS12381.compress(m.blsPoint);
        m.runs = abi.encodePacked(first, count);
        m.proof = Signer.sign(scalar, Messages.proofOfPossession(1, network, operator, 0, m.blsKey));
    }

    /// Fills `operators` with accounts in ascending order of the node ids that they will get.
    function sortOperators(uint256 count) private {
        delete operators;
        for (uint256 i = 0; i < count; ++i) {
            operators.push(address(uint160(uint256(keccak256(abi.encode("operator", i))))));
            for (uint256 k = i; k > 0 && nodeId(operators[k]) < nodeId(operators[k - 1]); --k) {
                (operators[k], operators[k - 1]) = (operators[k - 1], operators[k]);
            }
        }
    }

    function nodeId(address operator) internal view returns (bytes32) {
        return Messages.objectId(network, Messages.KIND_NODE, operator, 0);
    }

    /// Submits the members in pages of `size`.
    function seat(ICertificates.NewMember[] memory members, uint256 size) internal {
        for (uint256 first = 0; first < members.length; first += size) {
            uint256 count = members.length - first < size ? members.length - first : size;
            ICertificates.NewMember[] memory page = new ICertificates.NewMember[](count);
            for (uint256 i = 0; i < count; ++i) {
                page[i] = members[first + i];
            }
            certificates.addMembers(page, first + count == members.length);
        }
    }

    function noPermit() internal pure returns (IStorage.Permit memory p) {}

    function permit(uint256 key, uint256 value) internal view returns (IStorage.Permit memory p) {
        p.deadline = block.timestamp + 60;
        address from = vm.addr(key);
        bytes32 kind = keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        bytes32 body = keccak256(abi.encode(kind, from, address(store), value, wal.nonces(from), p.deadline));
        (p.v, p.r, p.s) = vm.sign(key, keccak256(abi.encodePacked(hex"1901", wal.DOMAIN_SEPARATOR(), body)));
    }

    /// A registration of a made-up blob, on reserved space.
    function entry(uint256 seed, uint64 size, bool deletable, uint32 epochs) internal view returns (IStorage.Registration memory r) {
        r.root = keccak256(abi.encode("root", seed));
        r.size = size;
        r.encoding = 1;
        r.deletable = deletable;
        r.epochs = epochs;
        r.blobId = Blake2b.blobId(1, size, r.root);
    }

    function registerAs(uint256 key, IStorage.Registration memory r) internal returns (bytes32) {
        IStorage.Registration[] memory rs = new IStorage.Registration[](1);
        rs[0] = r;
        return registerAs(key, rs)[0];
    }

    function registerAs(uint256 key, IStorage.Registration[] memory rs) internal returns (bytes32[] memory) {
        uint256 most = 100_000 * 10 ** 9;
        IStorage.Permit memory p = permit(key, most);
        vm.prank(vm.addr(key));
        return store.register(rs, most, p);
    }

    function reserveAs(uint256 key, uint64 size, uint32 start, uint32 end) internal returns (bytes32) {
        uint256 most = 100_000 * 10 ** 9;
        IStorage.Permit memory p = permit(key, most);
        vm.prank(vm.addr(key));
        return store.reserve(size, start, end, most, p);
    }

    function extendAs(uint256 key, bytes32 object, uint32 epochs) internal returns (uint32) {
        uint256 most = 100_000 * 10 ** 9;
        IStorage.Permit memory p = permit(key, most);
        vm.prank(vm.addr(key));
        return store.extend(object, epochs, most, p);
    }

    /// Epochs do not change yet; tests move the counter, the low 32 bits of the first slot.
    function setEpoch(uint32 epoch) internal {
        bytes32 slot = vm.load(address(store), 0);
        vm.store(address(store), 0, bytes32((uint256(slot) >> 32 << 32) | epoch));
        equal(store.system().epoch, epoch, "epoch");
    }

    /// Moves Storage and Certificates to `epoch`, with the first committee in charge of it too (slots as in tools/layout.json).
    function moveTo(uint32 epoch) internal {
        setEpoch(epoch);
        address to = address(certificates);
        uint256 from = uint256(keccak256(abi.encode(uint256(1), uint256(2)))); // of `committees`
        uint256 behind = uint256(keccak256(abi.encode(uint256(epoch), uint256(2))));
        for (uint256 k = 0; k < 6; ++k) {
            vm.store(to, bytes32(behind + k), vm.load(to, bytes32(from + k)));
        }
        uint256 pages = 2 * uint256(vm.load(to, bytes32(from + 5))); // two slots each
        for (uint256 k = 0; k < pages; ++k) {
            bytes32 page = vm.load(to, bytes32(uint256(keccak256(abi.encode(from + 5))) + k));
            vm.store(to, bytes32(uint256(keccak256(abi.encode(behind + 5))) + k), page);
        }
        vm.store(to, bytes32(uint256(1)), bytes32((uint256(vm.load(to, bytes32(uint256(1)))) >> 32 << 32) | epoch));
        equal(certificates.epoch(), epoch, "epoch of the committee");
        check(certificates.committee(epoch).complete, "committee");
    }

    /// The bytes that nodes sign for an object, from the public record.
    function statement(uint32 epoch, bytes32 object) internal view returns (bytes memory) {
        return Messages.availability(epoch, network, available(object));
    }

    function available(bytes32 object) internal view returns (Messages.Availability memory) {
        IStorage.BlobView memory b = store.blob(object);
        return Messages.Availability(b.blobId, object, b.size, b.encoding, b.deletable, b.endEpoch, b.registeredEpoch);
    }

    /// Signature and bitmap of the members whose bit is set in `signers`.
    function certificate(bytes memory message, uint256 signers) internal view returns (bytes memory signature, bytes memory bitmap) {
        bitmap = new bytes((scalars.length + 7) / 8);
        uint256 total = 0;
        for (uint256 i = 0; i < scalars.length; ++i) {
            if ((signers >> i) & 1 == 0) continue;
            bitmap[i / 8] |= bytes1(uint8(1 << (i % 8)));
            total = addmod(total, scalars[i], Signer.ORDER);
        }
        signature = Signer.sign(total, message);
    }

    /// Certificate (0x41) of all members over leaves in order.
    function batchCertificate(bytes32[] memory leaves) internal view returns (bytes memory signature, bytes memory bitmap) {
        bytes32[] memory nodes = new bytes32[](leaves.length); // root overwrites its argument
        for (uint256 i = 0; i < leaves.length; ++i) {
            nodes[i] = leaves[i];
        }
        uint32 count = uint32(leaves.length);
        return certificate(Messages.availabilityBatch(store.system().epoch, network, count, Tree.root(nodes)), everyone());
    }

    function leafOf(bytes32 object) internal view returns (bytes32) {
        return Tree.leafHash(Messages.leaf(available(object)));
    }

    /// What nodes state of a pooled blob, from the public record.
    function availablePooled(bytes32 pool, bytes32 blobId) internal view returns (Messages.Availability memory) {
        IStoragePools.PooledBlobView memory b = pools.pooledBlob(pool, blobId);
        return Messages.Availability(blobId, b.objectId, b.size, b.encoding, b.deletable, b.endEpoch, b.registeredEpoch);
    }

    function everyone() internal view returns (uint256) {
        return (1 << scalars.length) - 1;
    }

    function certifyAll(bytes32 object) internal {
        (bytes memory signature, bytes memory bitmap) = certificate(statement(store.system().epoch, object), everyone());
        store.certify(object, signature, bitmap);
    }
}
