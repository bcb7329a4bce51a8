// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// The one address that users configure. It fixes the network id and names the other contracts ("parts").
interface IRegistry {
    /// A part was set. `name` is left-aligned ASCII, for instance bytes32("Storage").
    event PartSet(bytes32 indexed name, address indexed part);

    error UnknownPart(bytes32 name);
    error LengthMismatch(uint256 got, uint256 wanted);

    /// SHA-256("walrus-network-v1" || chain id (32 bytes, big endian) || address of this proxy || salt), fixed in the initialiser.
    function networkId() external view returns (bytes32);

    /// Random value drawn at deployment, stored once.
    function salt() external view returns (bytes32);

    /// Format version of the deployment. A program that does not know it must refuse the network.
    function version() external view returns (uint32);

    /// Number of the block that initialised this registry: where event streams begin.
    function deployedBlock() external view returns (uint64);

    /// Address of the part called `name` ("WAL", "Storage", "Certificates"); reverts with UnknownPart if it is not set.
    function part(bytes32 name) external view returns (address);

    /// All parts in the order in which they were first set.
    function parts() external view returns (bytes32[] memory names, address[] memory addresses);

    /// Sets or replaces parts. Owner only.
    function setParts(bytes32[] calldata names, address[] calldata addresses) external;
}
