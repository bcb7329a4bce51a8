package planar

// The kernels for NEON. Those with legs in their name run the butterflies between that many runs of groups groups (at least one) that start leg bytes apart at p. table holds
// constants as nibbleConstants lays them out: one map of 32 bytes each for constants of GF(256), four for one of GF(2^16).

//go:noescape
func forward2Small128(p *uint64, leg int, groups int, table *byte)

//go:noescape
func forward4Small128(p *uint64, leg int, groups int, table *byte)

//go:noescape
func forward8Small128(p *uint64, leg int, groups int, table *byte)

//go:noescape
func forward2Large128(p *uint64, leg int, groups int, table *byte)

//go:noescape
func inverse2Small128(p *uint64, leg int, groups int, table *byte)

//go:noescape
func inverse4Small128(p *uint64, leg int, groups int, table *byte)

//go:noescape
func inverse8Small128(p *uint64, leg int, groups int, table *byte)

//go:noescape
func inverse2Large128(p *uint64, leg int, groups int, table *byte)

// scaleRow128 multiplies groups of elements by one constant, given as the look-ups of four maps.
//
//go:noescape
func scaleRow128(p *uint64, groups int, table *byte)

// towerRow128 converts groups of elements to or from tower form. table holds the look-ups of the map from high to low bytes.
//
//go:noescape
func towerRow128(p *uint64, groups int, table *byte)

// xorRow128 adds groups of elements to others.
//
//go:noescape
func xorRow128(dst *uint64, src *uint64, groups int)
