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
bind() { # bind [--code] NAME [PIECE...]: see tools/artifact.mjs
	mode=
	[ "$1" != --code ] || { mode=$1; shift; }
	name=$1
	artifacts=
	for piece in "$@"; do artifacts="$artifacts out/$piece.sol/$piece.json"; done
	node tools/artifact.mjs $mode "$work/$name" $artifacts
	file=$(echo "$name" | tr '[:upper:]' '[:lower:]')
	"$work/abigen" --v2 --abi "$work/$name.abi" --bin "$work/$name.bin" --type "$name" --pkg bindings --out "$out/$file.go"
	chmod 644 "$out/$file.go"
}
bind Registry
bind WAL
bind Certificates
bind Storage StorageRecords StoragePools
bind --code StorageRecords
bind --code StoragePools
bind Attributes
# The permit's type is Storage's, in the same package.
awk '/^\/\/ IStoragePermit is /{drop=1} !drop&&!(gap&&!NF){print} {gap=0} drop&&/^}/{drop=0;gap=1}' "$out/attributes.go" >"$work/attributes.go"
mv "$work/attributes.go" "$out/attributes.go"
chmod 644 "$out/attributes.go"
bind Wrapper
bind Callbacks
bind PartProxy
