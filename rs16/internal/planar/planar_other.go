//go:build !amd64 && !arm64

package planar

// choose returns no kernels: there are none for this processor.
func choose() set { return set{} }
