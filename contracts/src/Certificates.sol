// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Part} from "./Part.sol";
import {ICertificates} from "./interfaces/ICertificates.sol";
import {IStorage} from "./interfaces/IStorage.sol";
import {BLS12381} from "./lib/BLS12381.sol";
import {Code} from "./lib/Code.sol";
import {Messages} from "./lib/Messages.sol";
import {Quorum} from "./lib/Quorum.sol";
import {Roster} from "./lib/Roster.sol";
import {RuleSets} from "./lib/Rules.sol";
import {ShardRuns} from "./lib/ShardRuns.sol";

/// Committee keys and the certificate check. The keys of a page of members are the code of one contract, so that a check reads only
/// the pages with absent members, and the total key is kept, so that it subtracts the few that are absent.
contract Certificates is Part, ICertificates {
    using ShardRuns for mapping(uint256 => uint256);

    uint256 private constant MAX_PAGE = 25;
    uint256 private constant MAX_NAME = 100;
    uint256 private constant MAX_ADDRESS = 259;
    uint256 private constant NETWORK_KEY = 33;
    /// Kept per member: x and y of the key without padding, and the weight.
    uint256 private constant ENTRY = 98;
    uint16 private constant MIN_SHARDS = 4; // limits of the erasure code (redstuff.md section 1)
    uint16 private constant MAX_SHARDS = 49155;
    uint32 private constant FIRST_EPOCH = 1;

    struct Page {
        address keys; // code: ENTRY bytes per member
        uint16 end; // index behind the last member
        uint16 count;
        address roster; // code: everything else, see Roster
    }

    struct Committee {
        uint16 members;
        uint16 assigned;
        bool complete;
        bytes32[3] totalKey; // x and y, 48 bytes each
        bytes32 lastNode;
        Page[] pages;
        mapping(uint256 word => uint256) taken; // a bit per shard
    }

    /// What changes from member to member while a page is added.
    struct Progress {
        uint256 index;
        uint256 assigned;
        bytes32 lastNode;
        bytes totalKey;
        bytes keys;
        bytes roster;
    }

    bytes32 public networkId;
    uint32 public epoch;
    uint16 public nShards;
    IStorage public storageContract;
    mapping(uint32 epoch => Committee) private committees;
    mapping(bytes32 keyHash => bool) private keyUsed;

    /// Runs in the proxy's constructor.
    function initialize(address owner, bytes32 networkId_, uint16 nShards_) external initializer {
        if (nShards_ < MIN_SHARDS || nShards_ > MAX_SHARDS) revert InvalidShardCount(nShards_, MIN_SHARDS, MAX_SHARDS);
        __Ownable_init(owner);
        networkId = networkId_;
        nShards = nShards_;
    }

    function link(address storageContract_) external onlyOwner {
        if (address(storageContract) != address(0)) revert AlreadyLinked(address(storageContract));
        storageContract = IStorage(storageContract_);
    }

    function addMembers(NewMember[] calldata members, bool last) external onlyOwner {
        Committee storage c = committees[FIRST_EPOCH];
        if (c.complete) revert CommitteeComplete(FIRST_EPOCH);
        if (members.length == 0 || members.length > MAX_PAGE) revert PageSize(members.length, MAX_PAGE);

        uint16 first = c.members;
        Progress memory p = Progress(first, c.assigned, c.lastNode, totalOf(c), "", "");
        for (uint256 i = 0; i < members.length; ++i) {
            admit(c, p, members[i]);
        }

        uint16 end = uint16(p.index);
        c.members = end;
        c.assigned = uint16(p.assigned);
        c.lastNode = p.lastNode;
        saveTotal(c, p.totalKey);
        c.pages.push(Page(Code.write(p.keys), end, end - first, Code.write(p.roster)));
        emit CommitteePage(FIRST_EPOCH, uint16(c.pages.length - 1), first, end - first);
        if (last) complete(c, p.assigned);
    }

    /// Checks one member against everything that was admitted before it, and takes its key and shards in.
    function admit(Committee storage c, Progress memory p, NewMember calldata m) private {
        if (bytes(m.name).length > MAX_NAME) revert InvalidNameLength(bytes(m.name).length, MAX_NAME);
        if (bytes(m.netAddress).length > MAX_ADDRESS) revert InvalidNetworkAddressLength(bytes(m.netAddress).length, MAX_ADDRESS);
        if (m.networkKey.length != NETWORK_KEY) revert InvalidNetworkPublicKey(m.networkKey.length, NETWORK_KEY);
        checkKey(p.index, m);

        (bytes32 nodeId, uint64 nonce) = storageContract.draw(Messages.KIND_NODE, m.operator);
        if (nonce != 0) revert OperatorUsed(m.operator, nonce);
        if (nodeId <= p.lastNode) revert NodeOrder(p.index, nodeId, p.lastNode);

        uint16 weight = takeShards(c, p.index, m.runs);
        BLS12381.addTo(p.totalKey, m.blsPoint);
        p.keys = abi.encodePacked(p.keys, m.blsPoint[16:64], m.blsPoint[80:128], weight);
        p.roster = abi.encodePacked(p.roster, Roster.encode(m, weight));
        p.lastNode = nodeId;
        p.assigned += weight;
        p.index++;
    }

    /// The point is the key, not infinity, not in use, on the curve and in the subgroup, and its holder signed for this operator: the
    /// proof is what makes sums of keys safe against keys chosen from others' keys.
    function checkKey(uint256 index, NewMember calldata m) private {
        if (m.blsKey.length != BLS12381.KEY_LENGTH) revert InvalidKeyLength(m.blsKey.length, BLS12381.KEY_LENGTH);
        if (m.blsPoint.length != BLS12381.G1_LENGTH) revert InvalidKeyLength(m.blsPoint.length, BLS12381.G1_LENGTH);
        if (BLS12381.isInfinity(m.blsPoint)) revert KeyIsInfinity(index);
        bytes32 hash = keccak256(m.blsKey);
        if (hash != keccak256(BLS12381.compress(m.blsPoint))) revert KeyMismatch(index);
        if (keyUsed[hash]) revert KeyInUse(m.blsKey);
        keyUsed[hash] = true;
        bytes memory message = Messages.proofOfPossession(FIRST_EPOCH, networkId, m.operator, 0, m.blsKey);
        if (!BLS12381.verify(m.blsPoint, message, m.proof)) revert InvalidProofOfPossession(index);
    }

    function takeShards(Committee storage c, uint256 index, bytes calldata runs) private returns (uint16) {
        (uint256 weight, bool wellFormed, uint256 clash) = c.taken.take(runs, nShards);
        if (!wellFormed) revert InvalidShardRuns(index);
        if (clash != ShardRuns.NONE) revert InvalidShardAssignment(clash, nShards);
        if (weight == 0) revert BlsAggregateIncorrectCommittee(index);
        return uint16(weight);
    }

    function complete(Committee storage c, uint256 assigned) private {
        if (assigned != nShards) revert InvalidShardAssignment(assigned, nShards);
        c.complete = true;
        epoch = FIRST_EPOCH;
        emit CommitteeSet(FIRST_EPOCH, nShards, c.members);
        storageContract.begin();
    }

    function verify(bytes calldata message, bytes calldata signature, bytes calldata bitmap, Threshold threshold)
        external
        view
        returns (uint16)
    {
        uint32 current = epoch;
        if (current == 0) revert CommitteeIncomplete(FIRST_EPOCH);
        checkHeader(message, current);
        if (signature.length != BLS12381.G2_LENGTH) revert InvalidSignatureLength(signature.length, BLS12381.G2_LENGTH);

        Committee storage c = committees[current];
        checkBitmap(bitmap, c.members);
        (uint256 absent, bytes memory absentKey) = sumAbsent(c, bitmap);
        uint256 weight = nShards - absent;
        uint256 wanted = threshold == Threshold.Quorum ? Quorum.quorum(nShards) : Quorum.oneCorrect(nShards, RuleSets.ofOurs(0));
        if (weight < wanted) revert NotEnoughStake(weight, wanted);
        checkSignature(signersKey(c, absent, absentKey), message, signature);
        return uint16(weight);
    }

    function checkSignature(bytes memory key, bytes memory message, bytes memory signature) private view {
        if (!BLS12381.verify(key, message, signature)) revert SigVerification();
    }

    /// Sum of the signers' keys: the total less the absent ones.
    function signersKey(Committee storage c, uint256 absent, bytes memory absentKey) private view returns (bytes memory key) {
        key = totalOf(c);
        if (absent == 0) return key;
        BLS12381.negate(absentKey);
        BLS12381.addTo(key, absentKey);
    }

    function checkHeader(bytes calldata message, uint32 current) private pure {
        if (message.length < Messages.HEADER) revert MessageTooShort(message.length, Messages.HEADER);
        if (uint8(message[1]) != Messages.VERSION) revert IncorrectIntentVersion(uint8(message[1]), Messages.VERSION);
        if (uint8(message[2]) != Messages.APP) revert IncorrectAppId(uint8(message[2]), Messages.APP);
        uint32 signed = Messages.little32(uint32(bytes4(message[3:7])));
        if (signed != current) revert IncorrectEpoch(signed, current);
    }

    /// Exactly one bit per member, none behind the last.
    function checkBitmap(bytes calldata bitmap, uint256 members) private pure {
        uint256 wanted = (members + 7) / 8;
        if (bitmap.length != wanted) revert InvalidBitmap(bitmap.length, wanted);
        if (members % 8 != 0 && uint8(bitmap[wanted - 1]) >> (members % 8) != 0) revert InvalidBitmap(bitmap.length, wanted);
    }

    /// Weight and key sum of the members whose bit is not set.
    function sumAbsent(Committee storage c, bytes calldata bitmap) private view returns (uint256 weight, bytes memory sum) {
        sum = new bytes(BLS12381.G1_LENGTH);
        if (allSet(bitmap, c.members)) return (0, sum);
        bytes memory key = new bytes(BLS12381.G1_LENGTH);
        uint256 first = 0;
        uint256 pages = c.pages.length;
        for (uint256 k = 0; k < pages; ++k) {
            Page storage page_ = c.pages[k];
            uint256 end = page_.end;
            bytes memory keys;
            for (uint256 i = first; i < end; ++i) {
                if (uint8(bitmap[i >> 3]) >> (i & 7) & 1 == 1) continue;
                if (keys.length == 0) keys = Code.read(page_.keys);
                uint256 offset = (i - first) * ENTRY;
                unpack(key, keys, offset);
                BLS12381.addTo(sum, key);
                weight += (uint256(uint8(keys[offset + 96])) << 8) | uint8(keys[offset + 97]);
            }
            first = end;
        }
    }

    function allSet(bytes calldata bitmap, uint256 members) private pure returns (bool) {
        for (uint256 i = 0; i < members / 8; ++i) {
            if (bitmap[i] != 0xff) return false;
        }
        return members % 8 == 0 || uint8(bitmap[members / 8]) == (1 << (members % 8)) - 1;
    }

    /// Fills `point` with the coordinates, 48 bytes each, that stand at `offset` of `packed`. The padding of `point` is zero already.
    function unpack(bytes memory point, bytes memory packed, uint256 offset) private pure {
        assembly ("memory-safe") {
            let from := add(add(packed, 32), offset)
            mcopy(add(point, 48), from, 48)
            mcopy(add(point, 112), add(from, 48), 48)
        }
    }

    function totalOf(Committee storage c) private view returns (bytes memory point) {
        point = new bytes(BLS12381.G1_LENGTH);
        unpack(point, abi.encodePacked(c.totalKey), 0);
    }

    function saveTotal(Committee storage c, bytes memory point) private {
        bytes memory packed = new bytes(96);
        assembly ("memory-safe") {
            mcopy(add(packed, 32), add(point, 48), 48)
            mcopy(add(packed, 80), add(point, 112), 48)
        }
        c.totalKey = abi.decode(packed, (bytes32[3]));
    }

    function committee(uint32 epoch_) external view returns (CommitteeView memory) {
        Committee storage c = committees[epoch_];
        return CommitteeView(
            epoch_, nShards, c.members, uint16(c.pages.length), c.assigned, c.complete, totalOf(c)
        );
    }

    function page(uint32 epoch_, uint16 index) external view returns (Member[] memory) {
        Committee storage c = committees[epoch_];
        if (index >= c.pages.length) revert UnknownPage(index, c.pages.length);
        return Roster.decode(Code.read(c.pages[index].roster), c.pages[index].count, networkId);
    }
}
