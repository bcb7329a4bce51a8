//go:build !linux

package store

import "errors"

// punchHole returns errors.ErrUnsupported.
func punchHole(fd uintptr, off, length int64) error { return errors.ErrUnsupported }
