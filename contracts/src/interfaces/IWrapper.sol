// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC721Metadata} from "@openzeppelin/contracts/token/ERC721/extensions/IERC721Metadata.sol";

/// Records of Storage as ERC-721 tokens, for markets and wallets that know nothing else. A token's number is the record's id. While a
/// record is wrapped this contract owns it, and the token's holder has the owner's rights in Storage: he extends, splits, fuses,
/// deletes, burns and builds upon it there. Only `transfer` of the record itself waits for `unwrap`. The token ends with its record.
///
/// A record may change while its token is for sale: whoever buys compares it (tokenURI, Storage's views) in the same transaction.
interface IWrapper is IERC721Metadata {
    error NotStorage(address caller);
    error NotHolder(bytes32 object, address caller, address holder);

    /// Turns a free storage resource or a blob of the caller into a token of the caller.
    function wrap(bytes32 object) external;

    /// Burns a token of the caller and gives him the record back.
    function unwrap(bytes32 object) external;

    /// Holder of a record's token; zero if there is none.
    function holderOf(bytes32 object) external view returns (address);

    /// Burns the token of a record that is no more. Storage only.
    function retire(bytes32 object) external;
}
