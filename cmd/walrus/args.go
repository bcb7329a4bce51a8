package main

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"walrus/redstuff"
)

// valueFlags are the flags whose value may be mistaken for a blob ID that begins with a hyphen.
var valueFlags = []string{"--blob-id", "--blob-ids", "--pooled", "--out", "--file", "--config", "--context", "--wallet", "--password-file", "--rpc-url", "--spool-dir", "--part-size"}

// protectIDs moves arguments that are blob IDs beginning with a hyphen behind "--", so that they are not read as flags. The value of a flag
// stays where it is.
func protectIDs(args []string) []string {
	if slices.Contains(args, "--") {
		return args
	}
	var kept, ids []string
	for i, arg := range args {
		isValue := i > 0 && slices.Contains(valueFlags, args[i-1])
		if strings.HasPrefix(arg, "-") && !isValue && isBlobID(arg) {
			ids = append(ids, arg)
			continue
		}
		kept = append(kept, arg)
	}
	if len(ids) == 0 {
		return args
	}
	return append(append(kept, "--"), ids...)
}

func isBlobID(s string) bool {
	_, err := redstuff.ParseBlobID(s)
	return err == nil
}

// exactly returns a rule for positional arguments that names what is missing.
func exactly(names ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < len(names):
			return fmt.Errorf("%s is missing; usage: %s", names[len(args)], cmd.UseLine())
		case len(args) > len(names):
			return fmt.Errorf("unexpected argument %q; usage: %s", args[len(names)], cmd.UseLine())
		}
		return nil
	}
}

// more adds to the one list that was given what stands behind it without a flag of its own: --object-ids A B.
func more(args []string, lists ...*[]string) error {
	if len(args) == 0 {
		return nil
	}
	var into *[]string
	for _, l := range lists {
		switch {
		case len(*l) == 0:
		case into != nil:
			return usagef("unexpected argument %q: which list does it belong to?", args[0])
		default:
			into = l
		}
	}
	if into == nil {
		return usagef("unexpected argument %q", args[0])
	}
	*into = append(*into, args...)
	return nil
}

// parseBlobIDArg reads a blob ID and explains what other things that look like one are.
func parseBlobIDArg(s string) (redstuff.BlobID, error) {
	id, err := redstuff.ParseBlobID(s)
	switch {
	case err == nil:
		return id, nil
	case strings.HasPrefix(s, "0x") && len(s) == 66:
		return id, usagef("%s is an object ID, and a blob ID is wanted (43 characters); `walrus store` prints both", s)
	case strings.HasPrefix(s, partsPrefix):
		return id, usagef("%s names an object in parts, and a single blob is wanted; without %q it is the blob that lists the parts", s, partsPrefix)
	case len(s) == 50:
		return id, usagef("%s has the length of a quilt patch ID, and a blob ID is wanted (43 characters)", s)
	case len(s) > 43 && strings.Trim(s, "0123456789") == "":
		return id, usagef("%s is the decimal form of a blob ID, and the base64url form is wanted (43 characters)", s)
	}
	return id, usagef("%q is no blob ID: %w", s, err)
}

// partsPrefix marks the ID of a manifest that is to be followed: without it, it is the ID of a blob like any other.
const partsPrefix = "parts:"

// parseObjectArg reads a blob ID, or the ID of an object in parts.
func parseObjectArg(s string) (id redstuff.BlobID, parts bool, err error) {
	if rest, ok := strings.CutPrefix(s, partsPrefix); ok {
		id, err = parseBlobIDArg(rest)
		return id, true, err
	}
	id, err = parseBlobIDArg(s)
	return id, false, err
}

// parseSize reads the value of a flag that wants a size above 0.
func parseSize(flag, s string) (uint64, error) {
	n, err := parseBytes(s)
	if err != nil {
		return 0, usagef("--%s: %w", flag, err)
	}
	if n == 0 {
		return 0, usagef("--%s %s: want a size above 0, in bytes or with a unit: 1000000, 64KiB, 4GiB", flag, s)
	}
	return n, nil
}

// parseBytes reads a number of bytes: 1000000, 64KiB, 1.5GiB, 4GB, 2PiB. Units are powers of 1024 with an i, of 1000 without, in any case; what is left of a byte is cut off. The
// most is 2^64-1, as in the contracts.
func parseBytes(s string) (uint64, error) {
	digits := strings.TrimRightFunc(s, unicode.IsLetter)
	factor, ok := byteUnits[strings.ToLower(strings.TrimSpace(s[len(digits):]))]
	digits = strings.TrimSpace(digits)
	whole, fraction, _ := strings.Cut(digits, ".")
	if !ok || whole+fraction == "" || len(digits) > 40 || strings.Trim(whole+fraction, "0123456789") != "" {
		return 0, fmt.Errorf("%q is no size: want bytes or a unit from kB and KiB to EB and EiB, for instance 1000000, 64KiB or 1.5GiB", s)
	}
	n, _ := new(big.Rat).SetString("0" + whole + "." + fraction + "0")
	n.Mul(n, new(big.Rat).SetUint64(factor))
	bytes := new(big.Int).Quo(n.Num(), n.Denom())
	if !bytes.IsUint64() {
		return 0, fmt.Errorf("%q is too large: sizes are at most 2^64 - 1 bytes", s)
	}
	return bytes.Uint64(), nil
}

var byteUnits = map[string]uint64{"": 1, "b": 1,
	"kb": 1e3, "mb": 1e6, "gb": 1e9, "tb": 1e12, "pb": 1e15, "eb": 1e18,
	"kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30, "tib": 1 << 40, "pib": 1 << 50, "eib": 1 << 60}
