package lanes

import (
	"testing"

	"golang.org/x/sys/cpu"
)

// Processors with the SHA-3 extension run the other kernel as well.
func TestBothKernels(t *testing.T) {
	if !hasLanes {
		t.Skip("the kernels are switched off")
	}
	t.Logf("SHA-3 extension: %v", cpu.ARM64.HasSHA3)
	if !hasXAR {
		t.Skip("this processor has one kernel only, which the other tests run")
	}
	hasXAR = false
	defer func() { hasXAR = true }()
	for name, test := range map[string]func(*testing.T){
		"inner": TestInner, "leaves": TestLeaves, "partials": TestPartials,
		"guard pages": TestGuardPages, "partials and guard pages": TestPartialsGuardPages,
	} {
		t.Run(name, test)
	}
}
