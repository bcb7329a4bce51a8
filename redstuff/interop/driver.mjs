// Runs the official encoder for the Go test beside this file. Reads one JSON command per line, answers with one JSON line.
//
//   {"op":"encode","n":10,"blob":FILE,"out":FILE}
//     out: blob ID, root, then the hashes of each pair (primary, secondary), then every primary sliver's
//     BCS bytes by pair, then every secondary sliver's.
//   {"op":"decode","n":10,"size":100,"id":HEX,"slivers":[FILE, ...],"out":FILE}
//     slivers: BCS bytes of primary slivers. out: the blob.
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { BlobEncoder } from '@mysten/walrus-wasm';

const bytes = (file) => new Uint8Array(readFileSync(file));

// A sliver's bytes: length as ULEB128, data, symbol size u16, index u16.
const framed = (length) => {
  let prefix = 1;
  for (let rest = length >>> 7; rest > 0; rest >>>= 7) prefix++;
  return prefix + length + 4;
};

function encode({ n, blob, out }) {
  const data = bytes(blob);
  const faulty = Math.floor((n - 1) / 3);
  const rows = n - 2 * faulty;
  const columns = n - faulty;
  let symbol = Math.max(1, Math.ceil(data.length / (rows * columns)));
  symbol += symbol % 2;
  const buffers = (symbols) => Array.from({ length: n }, () => new Uint8Array(framed(symbols * symbol)));
  const primary = buffers(columns);
  const secondary = buffers(rows);
  const encoder = new BlobEncoder(n);
  const [{ blob_id, metadata }, root] = encoder.encode(data, primary, secondary);
  encoder.free();
  const hashes = metadata.V1.hashes.flatMap((p) => [p.primary_hash.Digest, p.secondary_hash.Digest]);
  const parts = [blob_id, root.Digest, ...hashes, ...primary, ...secondary];
  writeFileSync(out, Buffer.concat(parts.map((p) => Uint8Array.from(p))));
  return { size: data.length };
}

function decode({ n, size, id, slivers, out }) {
  const blob = new Uint8Array(size);
  const encoder = new BlobEncoder(n);
  try {
    encoder.decode(Uint8Array.from(Buffer.from(id, 'hex')), BigInt(size), slivers.map(bytes), blob);
  } finally {
    encoder.free();
  }
  writeFileSync(out, blob);
  return { size };
}

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line);
  let answer;
  try {
    answer = { encode, decode }[command.op](command);
  } catch (error) {
    answer = { error: String(error) };
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
}
