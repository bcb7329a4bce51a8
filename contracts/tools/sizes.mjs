#!/usr/bin/env node
// Prints the deployed size of every contract, and fails if one has grown past 22 KB (EIP-170 allows 24,576 bytes; the rest is
// for mending). Run after `forge build`.
import { readFileSync } from "node:fs";

const limit = 22 * 1024;
const names = ["Registry", "WAL", "Certificates", "Storage", "StorageRecords", "StoragePools", "Attributes", "Wrapper", "Callbacks", "PartProxy"];
let failed = false;
for (const name of names) {
  const { deployedBytecode } = JSON.parse(readFileSync(`out/${name}.sol/${name}.json`, "utf8"));
  const size = (deployedBytecode.object.length - 2) / 2;
  console.log(`${name.padEnd(14)} ${String(size).padStart(6)} bytes of ${limit}`);
  if (size > limit) failed = true;
}
if (failed) {
  console.error("a contract is above its limit: move code to a library contract or split the contract");
  process.exit(1);
}
