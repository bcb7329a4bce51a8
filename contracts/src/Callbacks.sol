// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Part} from "./Part.sol";
import {ICallbacks, IStorageReceiver} from "./interfaces/ICallbacks.sol";
import {IStorage} from "./interfaces/IStorage.sol";
import {IStoragePools} from "./interfaces/IStoragePools.sol";
import {IStorageRecords} from "./interfaces/IStorageRecords.sol";

/// Calls to contracts that own blobs (see ICallbacks). This contract owns nothing and has no rights anywhere, so whatever a receiver does
/// in its call, it does as itself.
contract Callbacks is Part, ReentrancyGuardTransient, ICallbacks {
    uint32 private constant MAX_GAS = 2_000_000;
    /// For what remains to be done after the call: a storage write and an event.
    uint256 private constant AFTER = 40_000;

    struct Subscription {
        uint32 gasLimit;
        uint32 lead;
    }

    /// What a receiver was told of an object.
    struct Told {
        uint32 certified; // epoch
        uint32 expiring; // end that was told of
    }

    /// The facts of an object that can be due.
    struct Facts {
        bytes32 object;
        bytes32 blobId;
        address receiver;
        uint32 certified;
        uint32 end;
    }

    IStorage private store;
    mapping(address receiver => Subscription) private subscriptions;
    mapping(bytes32 object => mapping(address receiver => Told)) private told;

    /// Runs in the proxy's constructor.
    function initialize(address owner, IStorage store_) external initializer {
        __Ownable_init(owner);
        store = store_;
    }

    function subscribe(uint32 gasLimit, uint32 lead) external {
        if (gasLimit > MAX_GAS) revert GasLimitTooHigh(gasLimit, MAX_GAS);
        subscriptions[msg.sender] = Subscription(gasLimit, lead);
        emit Subscribed(msg.sender, gasLimit, lead);
    }

    function deliver(bytes32 object) external nonReentrant returns (bool) {
        return tell(factsOf(object));
    }

    function deliverPooled(bytes32 pool, bytes32 blobId) external nonReentrant returns (bool) {
        return tell(factsOfPooled(pool, blobId));
    }

    function due(bytes32 object) external view returns (Due, address) {
        Facts memory f = factsOf(object);
        return (dueOf(f), f.receiver);
    }

    function duePooled(bytes32 pool, bytes32 blobId) external view returns (Due, address) {
        Facts memory f = factsOfPooled(pool, blobId);
        return (dueOf(f), f.receiver);
    }

    function subscription(address receiver) external view returns (uint32, uint32) {
        return (subscriptions[receiver].gasLimit, subscriptions[receiver].lead);
    }

    function factsOf(bytes32 object) private view returns (Facts memory) {
        IStorage.BlobView memory b = store.blob(object);
        address receiver = b.owner == address(0) ? b.owner : IStorageRecords(address(store)).holderOf(object);
        return Facts(object, b.blobId, receiver, b.certifiedEpoch, b.endEpoch);
    }

    function factsOfPooled(bytes32 pool, bytes32 blobId) private view returns (Facts memory) {
        IStoragePools.PooledBlobView memory b = IStoragePools(address(store)).pooledBlob(pool, blobId);
        return Facts(b.objectId, blobId, b.holder, b.certifiedEpoch, b.endEpoch);
    }

    function dueOf(Facts memory f) private view returns (Due) {
        Subscription memory wish = subscriptions[f.receiver];
        uint32 epoch = store.system().epoch;
        if (wish.gasLimit == 0 || f.certified == 0 || epoch >= f.end) return Due.Nothing;
        Told memory known = told[f.object][f.receiver];
        if (known.certified != f.certified) return Due.Certified;
        if (known.expiring != f.end && f.end - epoch <= wish.lead) return Due.Expiring;
        return Due.Nothing;
    }

    /// Notes what is due as told, then tells it; if that fails the note is taken back.
    function tell(Facts memory f) private returns (bool ok) {
        Due what = dueOf(f);
        if (what == Due.Nothing) revert NothingDue(f.object);
        Told memory before = told[f.object][f.receiver];
        bytes memory input;
        if (what == Due.Certified) {
            told[f.object][f.receiver].certified = f.certified;
            input = abi.encodeCall(IStorageReceiver.onBlobCertified, (f.object, f.blobId, f.certified, f.end));
        } else {
            told[f.object][f.receiver].expiring = f.end;
            input = abi.encodeCall(IStorageReceiver.onBlobExpiring, (f.object, f.end));
        }
        ok = call(f.receiver, subscriptions[f.receiver].gasLimit, input);
        if (!ok) told[f.object][f.receiver] = before;
        if (ok) emit Delivered(f.object, f.receiver, what);
        else emit DeliveryFailed(f.object, f.receiver, what);
    }

    /// Calls with exactly `gasLimit` gas and leaves what is returned where it is. A call gets at most 63/64 of what is left (EIP-150), so
    /// whoever delivers could otherwise starve the receiver and have the failure noted as its own.
    function call(address receiver, uint256 gasLimit, bytes memory input) private returns (bool ok) {
        uint256 wanted = gasLimit * 64 / 63 + AFTER;
        if (gasleft() < wanted) revert NotEnoughGas(gasleft(), wanted);
        assembly ("memory-safe") {
            ok := call(gasLimit, receiver, 0, add(input, 32), mload(input), 0, 0)
        }
    }
}
