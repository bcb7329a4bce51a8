package guard

import (
	"runtime"
	"runtime/debug"
	"testing"
	"unsafe"
)

func TestForbiddenPages(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("pages are forbidden on Linux only")
	}
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	for _, side := range Both {
		b := Bytes(t, 5000, side)
		b[0], b[4999] = 1, 2
		at := unsafe.Add(unsafe.Pointer(&b[0]), -1)
		if side == Back {
			at = unsafe.Add(unsafe.Pointer(&b[4999]), 1)
		}
		if !faults(at) {
			t.Errorf("%v: the byte outside can be read", side)
		}
	}
}

var sink byte

func faults(at unsafe.Pointer) (fault bool) {
	defer func() { fault = recover() != nil }()
	sink = *(*byte)(at)
	return false
}
