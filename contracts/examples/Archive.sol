// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICallbacks, IStorageReceiver} from "../src/interfaces/ICallbacks.sol";
import {IRegistry} from "../src/interfaces/IRegistry.sol";
import {IStorage} from "../src/interfaces/IStorage.sol";
import {IStorageRecords} from "../src/interfaces/IStorageRecords.sol";
import {IWAL} from "../src/interfaces/IWAL.sol";

/// An archive that lives by itself: it buys storage for what patrons hand in, owns the blobs, takes a fee from readers, and renews its blobs
/// from what their own readers paid when it is told that they end. A commission can be put up for a blob that nobody has stored yet; it is paid
/// to the supplier as soon as the network promises to keep the blob long enough, and goes back to its patron if it never does.
///
/// It shows how a contract uses Storage. It is no product: readers pay for being noted in `mayRead`, not for secrecy, since blobs are public.
contract Archive is IStorageReceiver {
    struct Commission {
        address patron;
        address supplier;
        uint32 until; // epoch that the blob must be kept to
        uint32 deadline; // last epoch in which it can be claimed
        uint128 reward; // FROST
    }

    error NotCallbacks(address caller);
    error NotOurs(bytes32 object);
    error TooEarly(uint32 epoch, uint32 end);
    error NothingToCollect();
    error CommissionExists(bytes32 blobId, address patron);
    error NotAvailable(bytes32 blobId, uint32 until, uint32 wanted);
    error StillOpen(uint32 epoch, uint32 deadline);
    error TransferRefused();

    event Renewed(bytes32 indexed object, uint32 newEnd);
    event Paid(bytes32 indexed blobId, address indexed supplier, uint128 reward);

    /// Epochs that a blob is bought for, and that a renewal adds.
    uint32 public constant TERM = 4;
    /// Gas for a renewal, and how many epochs before the end it is wanted.
    uint32 private constant CALLBACK_GAS = 400_000;
    uint32 private constant LEAD = 2;

    IStorage public immutable store;
    IWAL public immutable wal;
    ICallbacks public immutable callbacks;
    uint128 public immutable readFee;

    /// FROST that a blob has earned from its readers and not spent. Each pays for itself alone, or a stranger could have his own renewed by others.
    mapping(bytes32 blobId => uint256) public earned;
    /// Objects that were bought here. Others can be given to this contract by anybody, and are none of its business.
    mapping(bytes32 object => bool) public acquired;
    mapping(bytes32 blobId => mapping(address => bool)) public mayRead;
    /// One per blob and patron, so that nobody can stand in another's way.
    mapping(bytes32 blobId => mapping(address patron => Commission)) public commissions;

    constructor(IRegistry registry, uint128 readFee_) {
        store = IStorage(registry.part("Storage"));
        wal = IWAL(registry.part("WAL"));
        callbacks = ICallbacks(registry.part("Callbacks"));
        readFee = readFee_;
        callbacks.subscribe(CALLBACK_GAS, LEAD);
    }

    /// Buys storage for a blob, paid by the caller, who has approved `maxPayment`; the archive owns it. What is not needed goes back.
    function acquire(bytes32 blobId, bytes32 root, uint64 size, uint256 maxPayment) external returns (bytes32 object) {
        collect(msg.sender, maxPayment);
        IStorage.Registration[] memory rs = new IStorage.Registration[](1);
        rs[0] = IStorage.Registration(0, blobId, root, size, 1, false, TERM);
        IStorage.Permit memory none;
        uint256 before = wal.balanceOf(address(this));
        wal.approve(address(store), maxPayment);
        object = store.register(rs, maxPayment, none)[0];
        acquired[object] = true;
        wal.approve(address(store), 0);
        uint256 spent = before - wal.balanceOf(address(this));
        if (spent < maxPayment) send(msg.sender, maxPayment - spent);
    }

    /// Pays for reading; the fee keeps the blob alive.
    function payToRead(bytes32 blobId) external {
        mayRead[blobId][msg.sender] = true;
        earned[blobId] += readFee;
        collect(msg.sender, readFee);
    }

    /// Prolongs a blob that ends soon by a term, from what its readers paid. Anyone may ask for it.
    function renew(bytes32 object) public returns (uint32 newEnd) {
        IStorage.BlobView memory b = store.blob(object);
        if (!acquired[object] || b.owner != address(this)) revert NotOurs(object);
        uint32 epoch = store.system().epoch;
        if (b.endEpoch > epoch + LEAD) revert TooEarly(epoch, b.endEpoch);
        uint256 most = earned[b.blobId];
        IStorage.Permit memory none;
        uint256 before = wal.balanceOf(address(this));
        wal.approve(address(store), most);
        newEnd = store.extend(object, TERM, most, none); // fails if that does not suffice
        wal.approve(address(store), 0);
        earned[b.blobId] = most - (before - wal.balanceOf(address(this)));
        emit Renewed(object, newEnd);
    }

    function onBlobCertified(bytes32, bytes32, uint32, uint32) external view {
        if (msg.sender != address(callbacks)) revert NotCallbacks(msg.sender);
    }

    function onBlobExpiring(bytes32 object, uint32) external {
        if (msg.sender != address(callbacks)) revert NotCallbacks(msg.sender);
        renew(object);
    }

    /// Puts up a reward for whoever is named as supplier once the blob is kept until `until`. One commission per blob and patron at a time.
    function commission(bytes32 blobId, address supplier, uint32 until, uint32 deadline, uint128 reward) external {
        if (commissions[blobId][msg.sender].patron != address(0)) revert CommissionExists(blobId, msg.sender);
        commissions[blobId][msg.sender] = Commission(msg.sender, supplier, until, deadline, reward);
        collect(msg.sender, reward);
    }

    /// Releases the reward when `availability` says so. Anyone may call.
    function release(bytes32 blobId, address patron) external {
        Commission memory c = commissions[blobId][patron];
        if (c.patron == address(0)) revert NothingToCollect();
        (bool certified, uint32 until, bool invalid) = store.availability(blobId);
        if (!certified || invalid || until < c.until) revert NotAvailable(blobId, until, c.until);
        delete commissions[blobId][patron];
        emit Paid(blobId, c.supplier, c.reward);
        send(c.supplier, c.reward);
    }

    /// Gives the reward back to the patron after the deadline. Anyone may call.
    function reclaim(bytes32 blobId, address patron) external {
        Commission memory c = commissions[blobId][patron];
        if (c.patron == address(0)) revert NothingToCollect();
        uint32 epoch = store.system().epoch;
        if (epoch <= c.deadline) revert StillOpen(epoch, c.deadline);
        delete commissions[blobId][patron];
        send(c.patron, c.reward);
    }

    function collect(address from, uint256 amount) private {
        if (!wal.transferFrom(from, address(this), amount)) revert TransferRefused();
    }

    function send(address to, uint256 amount) private {
        if (!wal.transfer(to, amount)) revert TransferRefused();
    }
}
