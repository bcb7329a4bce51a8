#!/usr/bin/env node
// Splits a build artifact of forge into the two files that abigen reads.
// Usage: artifact.mjs ARTIFACT.json PREFIX writes PREFIX.abi and PREFIX.bin
import { readFileSync, writeFileSync } from "node:fs";

const [artifact, prefix] = process.argv.slice(2);
const { abi, bytecode } = JSON.parse(readFileSync(artifact, "utf8"));
writeFileSync(`${prefix}.abi`, JSON.stringify(abi));
writeFileSync(`${prefix}.bin`, bytecode.object.replace(/^0x/, ""));
