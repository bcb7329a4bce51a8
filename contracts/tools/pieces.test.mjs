// Tests of pieces.mjs: each slip that it is there for is found. Run by `node --test tools/`.
import assert from "node:assert/strict";
import { test } from "node:test";
import { difference, faults, layoutOf } from "./pieces.mjs";

const types = (id) => ({
  t_uint32: { encoding: "inplace", label: "uint32", numberOfBytes: "4" },
  t_uint64: { encoding: "inplace", label: "uint64", numberOfBytes: "8" },
  t_bytes32: { encoding: "inplace", label: "bytes32", numberOfBytes: "32" },
  [`t_struct(Pool)${id}_storage`]: {
    encoding: "inplace", label: "struct StorageState.Pool", numberOfBytes: "32",
    members: [{ label: "start", slot: "0", offset: 0, type: "t_uint32" }, { label: "size", slot: "0", offset: 4, type: "t_uint64" }],
  },
  "t_mapping": { encoding: "mapping", key: "t_bytes32", label: "mapping", numberOfBytes: "32", value: `t_struct(Pool)${id}_storage` },
});
/** An artifact; id stands for the numbers of a compilation. */
const piece = (id, methods, change = () => {}) => {
  const storageLayout = {
    storage: [{ label: "epoch", slot: "0", offset: 0, type: "t_uint32" }, { label: "pools", slot: "1", offset: 0, type: "t_mapping" }],
    types: types(id),
  };
  change(storageLayout);
  return { methodIdentifiers: methods, storageLayout };
};
const three = (change, methods = { "c()": "00000003" }) => [
  { name: "A", artifact: piece(1, { "a()": "00000001", "owner()": "0000000a" }), wanted: ["a()"] },
  { name: "B", artifact: piece(2, { "b()": "00000002" }), wanted: ["b()"] },
  { name: "C", artifact: piece(3, methods, change), wanted: ["c()"] },
];
const own = new Set(["owner()"]);

test("pieces that fit", () => assert.deepEqual(faults(three(), own), []));

const slips = {
  "a variable more": (l) => l.storage.push({ label: "more", slot: "2", offset: 0, type: "t_uint64" }),
  "a variable less": (l) => l.storage.pop(),
  "two variables swapped": (l) => l.storage.reverse(),
  "another slot": (l) => { l.storage[1].slot = "2"; },
  "another offset": (l) => { l.storage[0].offset = 4; },
  "another type": (l) => { l.storage[0].type = "t_uint64"; },
  "another name": (l) => { l.storage[0].label = "horizon"; },
  "a field moved inside a mapping's struct": (l) => l.types["t_struct(Pool)3_storage"].members.reverse(),
  "a field of another type there": (l) => { l.types["t_struct(Pool)3_storage"].members[1].type = "t_bytes32"; },
  "another key": (l) => { l.types.t_mapping.key = "t_uint64"; },
};
for (const [what, change] of Object.entries(slips)) {
  test(what, () => {
    const found = faults(three(change), own);
    assert.equal(found.length, 1);
    assert.match(found[0], /^C lays out its storage unlike A: variable [012]/);
  });
}

test("a selector twice", () => {
  const found = faults(three(undefined, { "c()": "00000002" }), own);
  assert.deepEqual(found, ["C.c() is never reached: B.b() has the same selector 00000002"]);
});
test("the same function twice", () => {
  assert.match(faults(three(undefined, { "c()": "00000003", "a()": "00000001" }), own)[0], /C\.a\(\) is never reached/);
});
test("a function that is missing", () => assert.deepEqual(faults(three(undefined, {}), own), ["C lacks c() of its interface"]));
test("a function of no interface", () => {
  assert.deepEqual(faults(three(undefined, { "c()": "00000003", "d()": "00000004" }), own), ["C.d() is in no interface"]);
  assert.deepEqual(faults(three(undefined, { "c()": "00000003", "owner()": "0000000b" }), own), ["C.owner() is in no interface"]);
});
test("appending is a difference too", () => {
  const [a] = three();
  assert.match(difference([...layoutOf(a.artifact), { name: "x" }], layoutOf(a.artifact)), /^variable 2/);
});
