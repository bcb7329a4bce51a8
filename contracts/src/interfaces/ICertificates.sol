// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// The committee's keys, and the check that a quorum signed a message. Signatures are BLS12-381 min-pk, tag
/// BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_, in the uncompressed form of EIP-2537: G1 128 bytes (x, y), G2 256 bytes
/// (x.c0, x.c1, y.c0, y.c1), each coordinate 64 bytes big endian of which the first 16 are zero.
interface ICertificates {
    /// Weight that a message needs: Quorum n - f, OneCorrect f + 1 shards.
    enum Threshold {
        Quorum,
        OneCorrect
    }

    /// A member of the first committee as the owner submits it.
    struct NewMember {
        address operator;
        string name; // at most 100 bytes
        string netAddress; // host:port, at most 259 bytes
        bytes networkKey; // P-256, compressed, 33 bytes
        bytes blsKey; // compressed, 48 bytes
        bytes blsPoint; // the same key uncompressed, 128 bytes
        bytes runs; // shards: 4 bytes per run, first u16 and count u16, both big endian; ascending
        bytes proof; // 0x45 over (network, operator, nonce 0, blsKey), epoch 1: G2 point, 256 bytes
    }

    /// A member as the view returns it.
    struct Member {
        bytes32 nodeId; // object id of kind 6, creator the operator, counter 0
        address operator;
        string name;
        string netAddress;
        bytes networkKey;
        bytes blsKey;
        bytes runs;
        uint16 weight; // number of shards
    }

    struct CommitteeView {
        uint32 epoch;
        uint16 nShards;
        uint16 members;
        uint16 pages; // arguments 0 to pages - 1 of `page`
        uint16 assigned; // shards given to members so far; nShards once complete
        bool complete;
        bytes totalKey; // sum of all keys, G1 point, 128 bytes
    }

    /// A page of the committee was stored; members first to first + count - 1.
    event CommitteePage(uint32 indexed epoch, uint16 page, uint16 first, uint16 count);
    event CommitteeSet(uint32 indexed epoch, uint16 nShards, uint16 members);

    // Names of the catalogue in control-plane.md section 9.
    error IncorrectAppId(uint8 got, uint8 wanted);
    error IncorrectEpoch(uint32 got, uint32 wanted);
    error IncorrectIntentVersion(uint8 got, uint8 wanted);
    error InvalidBitmap(uint256 got, uint256 wanted); // bytes; equal if bits beyond the last member are set
    error SigVerification();
    error NotEnoughStake(uint256 got, uint256 wanted); // shards
    error BlsAggregateIncorrectCommittee(uint256 member); // member without shards
    error InvalidShardAssignment(uint256 got, uint256 wanted); // shards in all; or a shard that is out of range or given twice, and n
    error InvalidProofOfPossession(uint256 member);
    error InvalidKeyLength(uint256 got, uint256 wanted);
    error InvalidNetworkPublicKey(uint256 got, uint256 wanted);
    error InvalidNetworkAddressLength(uint256 got, uint256 max);
    error InvalidNameLength(uint256 got, uint256 max);
    // Failures without a name there.
    error CommitteeComplete(uint32 epoch);
    error CommitteeIncomplete(uint32 epoch);
    error PageSize(uint256 got, uint256 max);
    error NodeOrder(uint256 member, bytes32 got, bytes32 previous);
    error OperatorUsed(address operator, uint64 nonce);
    error KeyInUse(bytes key);
    error KeyMismatch(uint256 member); // the uncompressed point is another key than the compressed one
    error KeyIsInfinity(uint256 member);
    error InvalidShardRuns(uint256 member);
    error InvalidSignatureLength(uint256 got, uint256 wanted);
    error MessageTooShort(uint256 got, uint256 wanted);
    error UnknownPage(uint256 got, uint256 pages);
    error InvalidShardCount(uint16 got, uint16 min, uint16 max);
    error AlreadyLinked(address part);

    /// Adds 1 to 25 members of the first committee, in ascending node id across all pages; `last` completes and locks it. Owner only.
    /// Storage must be linked. Pages may be of any size up to 25; scattered shards cost gas per run, so they want smaller pages.
    function addMembers(NewMember[] calldata members, bool last) external;

    /// Names the Storage contract, once. Owner only.
    function link(address storageContract) external;

    /// Committee of `epoch`; epoch 1 may be asked for while it is being set.
    function committee(uint32 epoch) external view returns (CommitteeView memory);

    /// Members of one page, in committee order.
    function page(uint32 epoch, uint16 index) external view returns (Member[] memory);

    /// Epoch whose committee's certificates are accepted; 0 until the first committee is complete.
    function epoch() external view returns (uint32);
    /// Number of shards of the network, fixed at deployment.
    function nShards() external view returns (uint16);
    /// The network id that every signed message carries.
    function networkId() external view returns (bytes32);

    /// Reverts unless members with at least the threshold's weight signed `message`, whose header (type, 0, 3, epoch u32 little endian)
    /// must name the accepted epoch. The type is for the caller to check. Returns the signers' weight in shards.
    /// Call it with 400,000 gas and more: with less than the pairing may burn it reverts with OutOfGasForPairing, whatever the signature.
    function verify(bytes calldata message, bytes calldata signature, bytes calldata bitmap, Threshold threshold)
        external
        view
        returns (uint16 weight);
}
