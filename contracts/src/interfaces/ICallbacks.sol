// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// What a contract that owns blobs may want to be told. Calls come from Callbacks, which the receiver should check, with as much gas as it
/// asked for and at most once for each fact, unless it failed. A reverting receiver is told again when somebody delivers again.
interface IStorageReceiver {
    /// A blob object of the receiver was certified. It is true still: the object exists, is the receiver's and has not ended.
    function onBlobCertified(bytes32 object, bytes32 blobId, uint32 certifiedEpoch, uint32 endEpoch) external;

    /// A certified blob object of the receiver ends in `endEpoch`, which is not further away than the receiver asked for. May extend it.
    function onBlobExpiring(bytes32 object, uint32 endEpoch) external;
}

/// Tells contracts what happens to their blobs. Nothing here can hold up a certification: the queue is the blob's own record, and what is
/// due is called by anyone, at the caller's expense, as often as it takes. Contracts opt in by `subscribe`.
interface ICallbacks {
    /// What is due for an object.
    enum Due {
        Nothing,
        Certified,
        Expiring
    }

    event Subscribed(address indexed receiver, uint32 gasLimit, uint32 lead);
    event Delivered(bytes32 indexed object, address indexed receiver, Due what);
    /// The receiver reverted or ran out of the gas that it asked for. It can be told again.
    event DeliveryFailed(bytes32 indexed object, address indexed receiver, Due what);

    error NothingDue(bytes32 object);
    error NotEnoughGas(uint256 got, uint256 wanted);
    error GasLimitTooHigh(uint32 got, uint32 max);

    /// Opts the caller in: calls get exactly `gasLimit` gas (at most 2,000,000), and are told of an end `lead` epochs before it.
    /// gasLimit 0 opts out.
    function subscribe(uint32 gasLimit, uint32 lead) external;

    /// Makes the next call that is due for a blob object. Returns whether the receiver took it. Reverts, so that nothing is lost, if there is
    /// nothing due, or if the gas left is not enough for the receiver to get what it asked for.
    function deliver(bytes32 object) external returns (bool ok);

    /// The same for a pooled blob, which is named by pool or bucket and blob ID; the receiver is the pool's or the bucket's owner.
    function deliverPooled(bytes32 pool, bytes32 blobId) external returns (bool ok);

    /// What `deliver` would tell, and whom.
    function due(bytes32 object) external view returns (Due what, address receiver);
    /// The same for `deliverPooled`.
    function duePooled(bytes32 pool, bytes32 blobId) external view returns (Due what, address receiver);

    /// What a receiver asked for; zero gas: it is not subscribed.
    function subscription(address receiver) external view returns (uint32 gasLimit, uint32 lead);
}
