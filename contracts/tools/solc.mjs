#!/usr/bin/env node
// The compiler as forge calls it: the WebAssembly build of solc from npm behind the command line of the native one.
// `--version` prints the version; anything else compiles standard JSON from stdin. Path options are accepted and
// without effect, because forge sends every source's content.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const solc = createRequire(import.meta.url)("solc");

if (process.argv.includes("--version")) {
  console.log("solc, the solidity compiler commandline interface");
  console.log(`Version: ${solc.version()}`);
} else {
  process.stdout.write(solc.compile(readFileSync(0, "utf8")));
}
