package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"walrus/redstuff"
)

// valueFlags are the flags whose value may be mistaken for a blob ID that begins with a hyphen.
var valueFlags = []string{"--blob-id", "--out", "--file", "--config", "--context", "--wallet", "--password-file", "--rpc-url"}

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

// parseBlobIDArg reads a blob ID and explains what other things that look like one are.
func parseBlobIDArg(s string) (redstuff.BlobID, error) {
	id, err := redstuff.ParseBlobID(s)
	switch {
	case err == nil:
		return id, nil
	case strings.HasPrefix(s, "0x") && len(s) == 66:
		return id, fmt.Errorf("%s is an object ID, and a blob ID is wanted (43 characters); `walrus store` prints both", s)
	case len(s) == 50:
		return id, fmt.Errorf("%s has the length of a quilt patch ID, and a blob ID is wanted (43 characters)", s)
	case len(s) > 43 && strings.Trim(s, "0123456789") == "":
		return id, fmt.Errorf("%s is the decimal form of a blob ID, and the base64url form is wanted (43 characters)", s)
	}
	return id, fmt.Errorf("%q is no blob ID: %w", s, err)
}
