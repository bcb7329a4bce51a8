package kernel

// Every processor that runs arm64 programs of Go has these vectors.
func detected() []Set { return []Set{NEON} }
