package planar

import "walrus/internal/kernel"

// choose returns the kernels of the set that package kernel decides on.
func choose() set {
	if kernel.Active() == kernel.NEON {
		return neon
	}
	return set{}
}

// neon is arm64. The tables of seven constants of GF(256) fit the registers, of GF(2^16) those of one.
var neon = set{
	nibbles:   true,
	copyTower: copyRowNEON, scale: scaleRowNEON, addScaled: addScaledRowNEON, xor: xorRowNEON,
	inverse: butterflies{small2: inverse2SmallNEON, small4: inverse4SmallNEON, small8: inverse8SmallNEON, large2: inverse2LargeNEON},
	forward: butterflies{small2: forward2SmallNEON, small4: forward4SmallNEON, small8: forward8SmallNEON, large2: forward2LargeNEON},
}
