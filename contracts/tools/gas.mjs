#!/usr/bin/env node
// Measures whole transactions (test/Gas.t.sol) and fails if a budget is broken there, or if a number of the section on gas in
// docs/contracts.md is none of those measured.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const run = spawnSync("forge", ["test", "--isolate", "--match-contract", "GasTest", "-vv"], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
process.stdout.write(run.stdout ?? "");
if (run.status !== 0) process.exit(run.status ?? 1);

const measured = new Set([...run.stdout.matchAll(/: (\d+)$/gm)].map(([, n]) => Number(n)));
const guide = readFileSync(new URL("../../docs/contracts.md", import.meta.url), "utf8");
const rows = guide.slice(guide.indexOf("\n## Gas"), guide.indexOf("\nAgainst the budgets")).split("\n").filter((line) => line.startsWith("|"));
// What a callback was given is an input of its row.
const numbers = rows.join("\n").replace(/\([^)]*asked for[^)]*\)/g, "").match(/\b\d{1,3}(,\d{3})+\b/g) ?? [];
const wrong = numbers.filter((n) => !measured.has(Number(n.replaceAll(",", ""))));
if (wrong.length > 0 || numbers.length === 0) {
  console.error(`docs/contracts.md has numbers that were not measured: ${wrong.join("; ")}`);
  process.exit(1);
}
console.log(`docs/contracts.md: ${numbers.length} numbers on gas are as measured`);
