//go:build !amd64 && !arm64

package lanes

func innerVector[H ~[Size]byte](dst, left, right []H, step int) bool { return false }

func leavesVector[H ~[Size]byte](dst []H, data []byte, size, stride int) bool { return false }

// states hold nothing: leaves in progress are hashed one by one.
type states struct{}

func (*states) reset(int) bool { return false }

func (*states) feed(first, count int, data []byte, stride, off, end, size int) bool { return false }

func sumVector[H ~[Size]byte](*states, []H) bool { return false }
