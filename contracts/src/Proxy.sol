// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

// The proxy of every Part, compiled here so that the Go bindings carry its code.
import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
