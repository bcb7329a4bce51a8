package planar

// The kernels for NEON. Those with a number in their name run the butterflies between that many runs of blocks that start leg bytes apart at p. Constants are look-ups by
// nibble, one map each for constants of GF(256), four for one of GF(2^16).

//go:noescape
func forward2SmallNEON(p *byte, leg int, blocks int, table *uint64)

//go:noescape
func forward4SmallNEON(p *byte, leg int, blocks int, outer *uint64, first *uint64, second *uint64)

//go:noescape
func forward8SmallNEON(p *byte, leg int, blocks int, table *uint64)

//go:noescape
func forward2LargeNEON(p *byte, leg int, blocks int, table *uint64)

//go:noescape
func inverse2SmallNEON(p *byte, leg int, blocks int, table *uint64)

//go:noescape
func inverse4SmallNEON(p *byte, leg int, blocks int, outer *uint64, first *uint64, second *uint64)

//go:noescape
func inverse8SmallNEON(p *byte, leg int, blocks int, table *uint64)

//go:noescape
func inverse2LargeNEON(p *byte, leg int, blocks int, table *uint64)

// scaleRowNEON multiplies blocks by one constant, given as four maps.
//
//go:noescape
func scaleRowNEON(p *byte, blocks int, table *uint64)

// addScaledRowNEON adds the product of blocks and a constant, given as four maps, to others.
//
//go:noescape
func addScaledRowNEON(dst *byte, src *byte, blocks int, table *uint64)

// copyRowNEON copies blocks, to or from tower form. table holds the map from high bytes to what is added to low ones. dst may be src. It prefetches as
// many bytes from ahead on.
//
//go:noescape
func copyRowNEON(dst *byte, src *byte, blocks int, table *uint64, ahead uintptr)

// xorRowNEON adds blocks to others.
//
//go:noescape
func xorRowNEON(dst *byte, src *byte, blocks int)
