//go:build !amd64 && !arm64

package planar

// sets lists the kernels that this processor runs.
var sets map[string]set
