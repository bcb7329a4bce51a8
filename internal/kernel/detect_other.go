//go:build !amd64 && !arm64

package kernel

func detected() []Set { return nil }
