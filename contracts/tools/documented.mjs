#!/usr/bin/env node
// Fails if an external function has no NatSpec, or if docs/contracts.md does not name a function, event or error of the contracts. Run after
// `forge build`.
import { readFileSync } from "node:fs";

const root = new URL("../", import.meta.url);
const artifact = (name) => JSON.parse(readFileSync(new URL(`out/${name}.sol/${name}.json`, root), "utf8"));
const guide = readFileSync(new URL("../docs/contracts.md", root), "utf8");

// What users call, by contract. Interfaces of OpenZeppelin stand in the guide by their names (ERC-20, ERC-721, votes, UUPS, ownership).
const interfaces = ["IRegistry", "IWAL", "ICertificates", "IStorage", "IStorageRecords", "IStoragePools", "IAttributes", "IWrapper", "ICallbacks", "IStorageReceiver"];
const contracts = ["Registry", "WAL", "Certificates", "Storage", "StorageRecords", "StoragePools", "Attributes", "Wrapper", "Callbacks", "PartProxy"];
const files = { IStorageReceiver: "ICallbacks" };
const standard = new Set([
  ...Object.keys(artifact("IERC20Metadata").methodIdentifiers), ...Object.keys(artifact("IERC20Permit").methodIdentifiers),
  ...Object.keys(artifact("IERC721Metadata").methodIdentifiers), ...Object.keys(artifact("IERC5805").methodIdentifiers),
]);
// Names of errors that only upgrades, ownership, votes and tokens of the standards have: not listed one by one.
const inherited = /^(ERC20|ERC721|ERC1967|ERC2612|ERC5805|ERC6372|UUPS|Ownable|Initial|NotInitializing|InvalidInitialization|AddressEmptyCode|FailedCall|SafeCast|Checkpoint|Votes|InvalidAccountNonce|InvalidShortString|StringTooLong|ECDSA|Strings|SafeERC20)/;
const plain = new Set(["Approval", "ApprovalForAll", "Transfer", "Initialized", "Upgraded", "OwnershipTransferStarted", "OwnershipTransferred", "EIP712DomainChanged", "DelegateChanged", "DelegateVotesChanged"]);

const wrong = [];
const named = (name) => new RegExp(`\\b${name}\\b`).test(guide);
let functions = 0;
for (const name of interfaces) {
  const { methodIdentifiers, userdoc, devdoc } = JSON.parse(readFileSync(new URL(`out/${files[name] ?? name}.sol/${name}.json`, root), "utf8"));
  for (const signature of Object.keys(methodIdentifiers)) {
    if (standard.has(signature)) continue;
    functions++;
    if (!userdoc?.methods?.[signature]?.notice && !devdoc?.methods?.[signature]?.details) wrong.push(`${name}.${signature} has no NatSpec`);
    if (!named(signature.replace(/\(.*/, ""))) wrong.push(`docs/contracts.md does not name the function ${name}.${signature}`);
  }
}
const seen = new Map([["event", new Set()], ["error", new Set()]]);
for (const { type, name } of contracts.flatMap((contract) => artifact(contract).abi)) {
  const known = seen.get(type);
  if (!known || known.has(name) || plain.has(name) || inherited.test(name)) continue;
  known.add(name);
  if (!named(name)) wrong.push(`docs/contracts.md does not name the ${type} ${name}`);
}
for (const fault of wrong) console.error(fault);
if (wrong.length > 0) process.exit(1);
console.log(`documented: ${functions} functions, ${seen.get("event").size} events, ${seen.get("error").size} errors`);
