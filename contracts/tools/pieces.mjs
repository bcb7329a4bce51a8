#!/usr/bin/env node
// Fails if the pieces of Storage, which run on one state and answer at one address, do not fit together, or if a contract's storage is laid
// out otherwise than tools/layout.json says. A slip in either would not show in any single call: one piece would read what another wrote
// somewhere else. Run after `forge build`.
//
//   pieces.mjs           checks
//   pieces.mjs --write   checks the pieces, and writes tools/layout.json anew. Networks that run keep their state: a new version may only
//                        append variables, or needs a new format version (chain/evm FormatVersion).
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** The pieces in the order in which a call is passed on, with the interface that each answers. */
export const PIECES = [
  ["Storage", "IStorage"],
  ["StorageRecords", "IStorageRecords"],
  ["StoragePools", "IStoragePools"],
];
/** All contracts with state behind a proxy. */
const PARTS = ["Registry", "Certificates", "Storage", "Attributes", "Wrapper", "Callbacks"];
/** What the first piece has besides its interface: deployment, ownership and upgrades. */
const OWN = new Set([
  "initialize(address,bytes32,address,address,(uint64,uint64,uint64,uint32,uint64,uint64,uint16))",
  "owner()", "pendingOwner()", "transferOwnership(address)", "acceptOwnership()", "renounceOwnership()",
  "upgradeToAndCall(address,bytes)", "proxiableUUID()", "UPGRADE_INTERFACE_VERSION()",
]);

/** A type with everything inside it, without the numbers that differ from one compilation to the next. */
function describe(types, name) {
  const t = types[name];
  switch (true) {
    case t.members !== undefined:
      return { struct: t.label, bytes: t.numberOfBytes, members: t.members.map((m) => variable(types, m)) };
    case t.encoding === "mapping":
      return { mapping: describe(types, t.key), to: describe(types, t.value) };
    case t.base !== undefined:
      return { array: t.label, of: describe(types, t.base) };
    default:
      return `${t.label}, ${t.numberOfBytes} bytes`;
  }
}

const variable = (types, { label, slot, offset, type }) => ({ name: label, at: `${slot}+${offset}`, type: describe(types, type) });

/** The variables of a contract in order, from its artifact. */
export const layoutOf = ({ storageLayout }) => storageLayout.storage.map((v) => variable(storageLayout.types ?? {}, v));

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** What is wrong with two layouts that should be equal; nothing: undefined. */
export function difference(got, wanted) {
  for (let i = 0; i < Math.max(got.length, wanted.length); i++) {
    if (!same(got[i], wanted[i])) return `variable ${i}: ${JSON.stringify(got[i] ?? null)}, want ${JSON.stringify(wanted[i] ?? null)}`;
  }
  return undefined;
}

/** What is wrong with pieces [{name, artifact, wanted}], where wanted are the signatures that the piece's interface promises. */
export function faults(pieces, own = OWN) {
  const found = [];
  const [first, ...others] = pieces;
  for (const piece of others) {
    const diff = difference(layoutOf(piece.artifact), layoutOf(first.artifact));
    if (diff) found.push(`${piece.name} lays out its storage unlike ${first.name}: ${diff}`);
  }
  const answers = new Map(); // by selector: the piece that a call ends in
  for (const { name, artifact, wanted } of pieces) {
    const has = artifact.methodIdentifiers;
    for (const [signature, selector] of Object.entries(has)) {
      const before = answers.get(selector);
      if (before) found.push(`${name}.${signature} is never reached: ${before} has the same selector ${selector}`);
      else answers.set(selector, `${name}.${signature}`);
      if (!wanted.includes(signature) && !(name === first.name && own.has(signature))) {
        found.push(`${name}.${signature} is in no interface`);
      }
    }
    for (const signature of wanted) {
      if (!(signature in has)) found.push(`${name} lacks ${signature} of its interface`);
    }
  }
  return found;
}

const artifact = (name) => JSON.parse(readFileSync(new URL(`../out/${name}.sol/${name}.json`, import.meta.url), "utf8"));

function main(write) {
  const pieces = PIECES.map(([name, face]) => ({ name, artifact: artifact(name), wanted: Object.keys(artifact(face).methodIdentifiers) }));
  const wrong = faults(pieces);
  const file = new URL("layout.json", import.meta.url);
  const now = Object.fromEntries(PARTS.map((name) => [name, layoutOf(artifact(name))]));
  if (write) {
    writeFileSync(file, `${JSON.stringify(now, null, 1)}\n`);
  } else {
    const kept = JSON.parse(readFileSync(file, "utf8"));
    for (const name of PARTS) {
      const diff = difference(now[name], kept[name] ?? []);
      if (diff) wrong.push(`the storage of ${name} has changed (if that is meant: pieces.mjs --write): ${diff}`);
    }
  }
  if (wrong.length > 0) {
    for (const fault of wrong) console.error(fault);
    process.exit(1);
  }
  const functions = pieces.reduce((sum, { artifact: a }) => sum + Object.keys(a.methodIdentifiers).length, 0);
  console.log(`pieces of Storage: ${functions} functions, no selector twice; ${now.Storage.length} variables in the same place in all ${pieces.length}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main(process.argv.includes("--write"));
