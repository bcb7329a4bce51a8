// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC721Upgradeable} from "@openzeppelin/contracts-upgradeable/token/ERC721/ERC721Upgradeable.sol";
import {IERC721Metadata} from "@openzeppelin/contracts/token/ERC721/extensions/IERC721Metadata.sol";
import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {Part} from "./Part.sol";
import {IStorage} from "./interfaces/IStorage.sol";
import {IStorageRecords} from "./interfaces/IStorageRecords.sol";
import {IWrapper} from "./interfaces/IWrapper.sol";

/// Records of Storage as ERC-721 tokens (see IWrapper). It calls nobody but Storage, and the receiver of a token when that is minted or
/// sent safely, after everything else is done.
contract Wrapper is Part, ERC721Upgradeable, IWrapper {
    using Strings for uint256;

    IStorage private store;

    /// Runs in the proxy's constructor.
    function initialize(address owner, IStorage store_) external initializer {
        __Ownable_init(owner);
        __ERC721_init("Walrus storage", "WALRUS");
        store = store_;
    }

    function wrap(bytes32 object) external {
        IStorageRecords(address(store)).takeIn(object, msg.sender);
        _safeMint(msg.sender, uint256(object));
    }

    function unwrap(bytes32 object) external {
        address holder = holderOf(object);
        if (msg.sender != holder) revert NotHolder(object, msg.sender, holder);
        _burn(uint256(object));
        IStorageRecords(address(store)).giveBack(object, msg.sender);
    }

    function retire(bytes32 object) external {
        if (msg.sender != address(store)) revert NotStorage(msg.sender);
        _burn(uint256(object));
    }

    function holderOf(bytes32 object) public view returns (address) {
        return _ownerOf(uint256(object));
    }

    /// JSON as a data URI: what the record is, with sizes in bytes and epochs, and the blob ID as Walrus prints it.
    function tokenURI(uint256 token) public view override(ERC721Upgradeable, IERC721Metadata) returns (string memory) {
        _requireOwned(token);
        IStorage.BlobView memory b = store.blob(bytes32(token));
        string memory json = b.owner == address(0) ? describeResource(bytes32(token)) : describeBlob(bytes32(token), b);
        return string.concat("data:application/json;base64,", Base64.encode(bytes(json)));
    }

    /// A token held by the contracts themselves would be lost.
    function _update(address to, uint256 token, address auth) internal override returns (address) {
        if (to == address(this) || to == address(store)) revert ERC721InvalidReceiver(to);
        return super._update(to, token, auth);
    }

    function describeBlob(bytes32 object, IStorage.BlobView memory b) private pure returns (string memory) {
        string memory blobId = Base64.encodeURL(bytes.concat(b.blobId));
        string memory traits = string.concat(trait("Kind", "blob"), trait("Blob ID", blobId), number("Size", b.size));
        traits = string.concat(
            traits, number("Registered epoch", b.registeredEpoch), number("Certified epoch", b.certifiedEpoch)
        );
        traits = string.concat(
            traits, trait("Deletable", b.deletable ? "yes" : "no"), period(b.startEpoch, b.endEpoch, b.storageSize)
        );
        return document(string.concat("Walrus blob ", blobId), object, traits);
    }

    function describeResource(bytes32 object) private view returns (string memory) {
        IStorage.ResourceView memory r = store.resource(object);
        string memory traits = string.concat(trait("Kind", "storage"), period(r.startEpoch, r.endEpoch, r.size));
        return document(string.concat("Walrus storage of ", uint256(r.size).toString(), " bytes"), object, traits);
    }

    function document(string memory name, bytes32 object, string memory traits) private pure returns (string memory) {
        string memory text = string.concat("Object ", uint256(object).toHexString(32), ". Its holder extends, deletes and uses it in Storage;");
        text = string.concat(text, " unwrap gives the record itself back.");
        return string.concat('{"name":"', name, '","description":"', text, '","attributes":[', traits, "]}");
    }

    function period(uint32 start, uint32 end, uint64 size) private pure returns (string memory) {
        string memory last = string.concat('{"trait_type":"Storage size","value":', uint256(size).toString(), "}");
        return string.concat(number("Start epoch", start), number("End epoch", end), last);
    }

    function trait(string memory name, string memory value) private pure returns (string memory) {
        return string.concat('{"trait_type":"', name, '","value":"', value, '"},');
    }

    function number(string memory name, uint256 value) private pure returns (string memory) {
        return string.concat('{"trait_type":"', name, '","value":', value.toString(), "},");
    }
}
