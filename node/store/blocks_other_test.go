//go:build !linux

package store

import (
	"os"
	"testing"
)

// blocks is not asked for where nothing is given back.
func blocks(*testing.T, *os.File) int64 { return 0 }
