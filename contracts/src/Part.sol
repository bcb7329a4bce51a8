// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {Ownable2StepUpgradeable} from "@openzeppelin/contracts-upgradeable/access/Ownable2StepUpgradeable.sol";

/// A stateful contract of the network: code behind an ERC-1967 proxy that its owner may replace (UUPS). The implementation itself can
/// not be initialised. Own state starts at slot 0; the parents keep theirs in namespaces (ERC-7201), so a new version may append.
abstract contract Part is UUPSUpgradeable, Ownable2StepUpgradeable {
    error OwnershipNotRenounceable();

    constructor() {
        _disableInitializers();
    }

    /// Refused to everyone: without an owner nobody could set prices, mend parts or upgrade. Ownership moves by transferOwnership.
    function renounceOwnership() public pure override {
        revert OwnershipNotRenounceable();
    }

    function _authorizeUpgrade(address) internal override onlyOwner {}
}
