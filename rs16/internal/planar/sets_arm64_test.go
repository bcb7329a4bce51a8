package planar

import "walrus/internal/kernel"

// sets lists the kernels that this processor runs.
var sets = map[string]set{kernel.NEON.String(): neon}
