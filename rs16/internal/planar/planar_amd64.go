package planar

import "walrus/internal/kernel"

//go:generate sh -c "cd gen && go run . -out ../planar_amd64.s -stubs ../stubs_amd64.go -pkg planar"

// choose returns the kernels of the set that package kernel decides on.
func choose() set {
	switch set := kernel.Active(); {
	case set >= kernel.GFNI:
		return wide
	case set == kernel.AVX2GFNI:
		return narrowMatrix
	case set >= kernel.AVX2:
		return narrowNibble
	}
	return set{}
}

// wide is AVX-512 with GFNI.
var wide = set{
	scale: scaleRow, addScaled: addScaledRow, xor: xorRow, walsh: walshLayers,
	fused: &fused{
		inverse:      [3][4]func(*byte, int, int, *uint64){{inverse2Large0, inverse2Large1}, {inverse4Large0, inverse4Large1, inverse4Large2}, {inverse8Large0, inverse8Large1, inverse8Large2, inverse8Large3}},
		forward:      [3][4]func(*byte, int, int, *uint64){{forward2Large0, forward2Large1}, {forward4Large0, forward4Large1, forward4Large2}, {forward8Large0, forward8Large1, forward8Large2, forward8Large3}},
		inverseLoad:  [4]func(*byte, int, *[]byte, *[]byte, int, *byte, int, *uint64, uint64){inverseLoadLarge0, inverseLoadLarge1, inverseLoadLarge2, inverseLoadLarge3},
		forwardStore: [4]func(*[]byte, *[]byte, int, *byte, int, *byte, int, *uint64, uint64){forwardStoreLarge0, forwardStoreLarge1, forwardStoreLarge2, forwardStoreLarge3},
		turn: [4][4]func(*byte, *byte, *byte, *byte, int, int, *uint64, *uint64){
			{nil, turn0To4, turn0To6, turn0To8},
			{turn4To0, turn4To4, turn4To6, turn4To8},
			{turn6To0, turn6To4, turn6To6, turn6To8},
			{turn8To0, turn8To4, turn8To6, turn8To8},
		},
		merge: [4][4]func(*byte, *byte, *byte, *byte, int, int, *uint64, *uint64, *uint64){
			{}, {nil, merge4To4, merge4To6, merge4To8}, {nil, merge6To4, merge6To6, merge6To8}, {nil, merge8To4, merge8To6, merge8To8},
		},
		fork: [4][4]func(*byte, *byte, *byte, int, int, *uint64, *uint64, *uint64){
			{}, {nil, fork4To4, fork4To6, fork4To8}, {nil, fork6To4, fork6To6, fork6To8}, {nil, fork8To4, fork8To6, fork8To8},
		},
		load: loadRow, loadScaled: loadScaledRow,
		store: storeRow, storeScaled: storeScaledRow,
		loadScaledRows: loadScaledRows, storeScaledRows: storeScaledRows,
		derive:  derive8,
		combine: [4]func(*byte, int, *byte, int, int, int, *uint64){combine1, combine2, combine4, combine8},
	},
}

// narrowMatrix is AVX2 with GFNI.
var narrowMatrix = set{
	copyTower: copyRowMatrix, scale: scaleRowMatrix, addScaled: addScaledRowMatrix, xor: xorRowNarrow, walsh: walshLayers,
	inverse: butterflies{small2: inverse2SmallMatrix, small4: inverse4SmallMatrix, small8: inverse8SmallMatrix, large2: inverse2LargeMatrix},
	forward: butterflies{small2: forward2SmallMatrix, small4: forward4SmallMatrix, small8: forward8SmallMatrix, large2: forward2LargeMatrix},
}

// narrowNibble is AVX2.
var narrowNibble = set{
	nibbles:   true,
	copyTower: copyRowNibble, scale: scaleRowNibble, addScaled: addScaledRowNibble, xor: xorRowNarrow, walsh: walshLayers,
	inverse: butterflies{small2: inverse2SmallNibble, small4: inverse4SmallNibble, large2: inverse2LargeNibble},
	forward: butterflies{small2: forward2SmallNibble, small4: forward4SmallNibble, large2: forward2LargeNibble},
}
