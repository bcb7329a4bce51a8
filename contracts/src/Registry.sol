// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Part} from "./Part.sol";
import {IRegistry} from "./interfaces/IRegistry.sol";
import {Messages} from "./lib/Messages.sol";

/// The network's name and the list of its contracts.
contract Registry is Part, IRegistry {
    bytes32 public networkId;
    bytes32 public salt;
    uint32 public version;
    uint64 public deployedBlock;
    bytes32[] private names;
    mapping(bytes32 name => address) private addresses;

    /// Runs in the proxy's constructor, so that the network id carries the proxy's address.
    function initialize(address owner, bytes32 salt_, uint32 version_) external initializer {
        __Ownable_init(owner);
        networkId = Messages.networkId(block.chainid, address(this), salt_);
        salt = salt_;
        version = version_;
        deployedBlock = uint64(block.number);
    }

    function part(bytes32 name) external view returns (address found) {
        found = addresses[name];
        if (found == address(0)) revert UnknownPart(name);
    }

    function parts() external view returns (bytes32[] memory, address[] memory) {
        address[] memory found = new address[](names.length);
        for (uint256 i = 0; i < found.length; ++i) {
            found[i] = addresses[names[i]];
        }
        return (names, found);
    }

    function setParts(bytes32[] calldata names_, address[] calldata addresses_) external onlyOwner {
        if (names_.length != addresses_.length) revert LengthMismatch(addresses_.length, names_.length);
        for (uint256 i = 0; i < names_.length; ++i) {
            if (addresses_[i] == address(0)) revert UnknownPart(names_[i]);
            if (addresses[names_[i]] == address(0)) names.push(names_[i]);
            addresses[names_[i]] = addresses_[i];
            emit PartSet(names_[i], addresses_[i]);
        }
    }
}
