//go:build !amd64 && !arm64

package planar

// Supported reports whether this processor runs the kernels: there are none for it.
func Supported() bool { return false }

const unsupported = "planar: called without Supported"

// NewConstants is never called here.
func NewConstants([][4]uint64, bool) *Constants { panic(unsupported) }

// Inverse is never called here.
func Inverse([]uint64, int, *Constants) { panic(unsupported) }

// Forward is never called here.
func Forward([]uint64, int, *Constants) { panic(unsupported) }

// Load is never called here.
func Load([]uint64, []byte, []Block) { panic(unsupported) }

// Store is never called here.
func Store([]byte, []uint64, []Block) { panic(unsupported) }

// Scale is never called here.
func Scale([]uint64, *Constants) { panic(unsupported) }

// Xor is never called here.
func Xor([]uint64, []uint64) { panic(unsupported) }
