//go:build !amd64

package lanes

func innerVector[H ~[Size]byte](dst, src []H) int { return 0 }

func leavesVector[H ~[Size]byte](dst []H, data []byte, size, stride int) bool { return false }
