//go:build !amd64

package kernel

func detected() []Set { return nil }
