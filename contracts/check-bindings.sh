#!/bin/sh
# Fails if the committed bindings differ from what the sources give.
set -eu
cd "$(dirname "$0")"
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
./build.sh "$fresh"
for file in "$fresh"/*.go; do
	if ! cmp -s "$file" "bindings/$(basename "$file")"; then
		echo "contracts/bindings/$(basename "$file") is stale: run contracts/build.sh and commit the result" >&2
		exit 1
	fi
done
