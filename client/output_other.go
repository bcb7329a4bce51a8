//go:build !linux

package client

import (
	"errors"
	"io/fs"
	"os"
)

// Only Linux has files that get their name when they are complete.

func openNameless(string, fs.FileMode) (*os.File, error) { return nil, errors.ErrUnsupported }
func giveName(*os.File, string) error                    { return errors.ErrUnsupported }
func canName() bool                                      { return false }
