#!/usr/bin/env node
// Writes what abigen reads, from build artifacts of forge: PREFIX.bin, the code of the first contract, and PREFIX.abi, the interface of the
// first and of the others, which answer at the same address (the pieces of Storage). With --code the interface is the constructor alone,
// for a piece that is deployed but never called by its own address.
// Usage: artifact.mjs [--code] PREFIX ARTIFACT.json [ARTIFACT.json...]
import { readFileSync, writeFileSync } from "node:fs";

const args = process.argv.slice(2);
const codeOnly = args[0] === "--code";
const [prefix, ...files] = codeOnly ? args.slice(1) : args;
const [first, ...others] = files.map((file) => JSON.parse(readFileSync(file, "utf8")));

const key = ({ type, name, inputs }) => `${type} ${name} ${JSON.stringify((inputs ?? []).map((input) => input.type))}`;
const known = new Set(first.abi.map(key));
const abi = [...first.abi];
for (const entry of others.flatMap((artifact) => artifact.abi)) {
  if (entry.type === "constructor" || known.has(key(entry))) continue;
  known.add(key(entry));
  abi.push(entry);
}
writeFileSync(`${prefix}.abi`, JSON.stringify(codeOnly ? abi.filter((entry) => entry.type === "constructor") : abi));
writeFileSync(`${prefix}.bin`, first.bytecode.object.replace(/^0x/, ""));
