//go:build !amd64

package lanes

func innerVector(dst, src [][Size]byte) int { return 0 }

func leavesVector(dst [][Size]byte, data []byte, size, stride int) int { return 0 }
