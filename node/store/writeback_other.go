//go:build !linux

package store

// startWriteback does nothing where a kernel has no such call: the sync writes it all.
func startWriteback(fd uintptr) {}

// dropPages does nothing: the kernel knows what is read seldom by itself, later.
func dropPages(fd uintptr, off, length int64) {}
