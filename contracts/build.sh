#!/bin/sh
# Compiles the contracts and writes the Go bindings in bindings/. Needs Node.js and Go.
# Usage: contracts/build.sh [directory for the bindings]
set -eu
cd "$(dirname "$0")"
out=${1:-bindings}
mkdir -p "$out"

[ -d node_modules ] || npm ci --no-audit --no-fund
npx --no-install forge build --skip test

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go build -o "$work/abigen" github.com/ethereum/go-ethereum/cmd/abigen
for name in Registry WAL Certificates Storage ERC1967Proxy; do
	node tools/artifact.mjs "out/$name.sol/$name.json" "$work/$name"
	file=$(echo "$name" | tr '[:upper:]' '[:lower:]')
	"$work/abigen" --v2 --abi "$work/$name.abi" --bin "$work/$name.bin" --type "$name" --pkg bindings --out "$out/$file.go"
	chmod 644 "$out/$file.go"
done
