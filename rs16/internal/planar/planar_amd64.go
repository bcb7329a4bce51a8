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
		inverseLoad:  [4]func(*byte, int, *[]byte, *[]byte, int, *byte, int, *uint64, *uint64){inverseLoadLarge0, inverseLoadLarge1, inverseLoadLarge2, inverseLoadLarge3},
		forwardStore: [4]func(*[]byte, *[]byte, int, *byte, int, *byte, int, *uint64, *uint64){forwardStoreLarge0, forwardStoreLarge1, forwardStoreLarge2, forwardStoreLarge3},
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
	fused: &fused{
		windows:      true,
		inverse:      [3][4]func(*byte, int, int, *uint64){{inverse2Large0Matrix, inverse2Large1Matrix}, {inverse4Large0Matrix, inverse4Large1Matrix, inverse4Large2Matrix}, {inverse8Large0Matrix, inverse8Large1Matrix, inverse8Large2Matrix, inverse8Large3Matrix}},
		forward:      [3][4]func(*byte, int, int, *uint64){{forward2Large0Matrix, forward2Large1Matrix}, {forward4Large0Matrix, forward4Large1Matrix, forward4Large2Matrix}, {forward8Large0Matrix, forward8Large1Matrix, forward8Large2Matrix, forward8Large3Matrix}},
		inverseLoad:  [4]func(*byte, int, *[]byte, *[]byte, int, *byte, int, *uint64, *uint64){inverseLoadLarge0Matrix, inverseLoadLarge1Matrix, inverseLoadLarge2Matrix, inverseLoadLarge3Matrix},
		forwardStore: [4]func(*[]byte, *[]byte, int, *byte, int, *byte, int, *uint64, *uint64){forwardStoreLarge0Matrix, forwardStoreLarge1Matrix, forwardStoreLarge2Matrix, forwardStoreLarge3Matrix},
		turn: [4][4]func(*byte, *byte, *byte, *byte, int, int, *uint64, *uint64){
			{nil, turn0To4Matrix, turn0To6Matrix, turn0To8Matrix},
			{turn4To0Matrix, turn4To4Matrix, turn4To6Matrix, turn4To8Matrix},
			{turn6To0Matrix, turn6To4Matrix, turn6To6Matrix, turn6To8Matrix},
			{turn8To0Matrix, turn8To4Matrix, turn8To6Matrix, turn8To8Matrix},
		},
		merge: [4][4]func(*byte, *byte, *byte, *byte, int, int, *uint64, *uint64, *uint64){
			{}, {nil, merge4To4Matrix, merge4To6Matrix, merge4To8Matrix}, {nil, merge6To4Matrix, merge6To6Matrix, merge6To8Matrix}, {nil, merge8To4Matrix, merge8To6Matrix, merge8To8Matrix},
		},
		fork: [4][4]func(*byte, *byte, *byte, int, int, *uint64, *uint64, *uint64){
			{}, {nil, fork4To4Matrix, fork4To6Matrix, fork4To8Matrix}, {nil, fork6To4Matrix, fork6To6Matrix, fork6To8Matrix}, {nil, fork8To4Matrix, fork8To6Matrix, fork8To8Matrix},
		},
		load: loadRowMatrix, loadScaled: loadScaledRowMatrix,
		store: storeRowMatrix, storeScaled: storeScaledRowMatrix,
		loadScaledRows: loadScaledRowsMatrix, storeScaledRows: storeScaledRowsMatrix,
		derive:  derive8Narrow,
		combine: [4]func(*byte, int, *byte, int, int, int, *uint64){combine1Matrix, combine2Matrix, combine4Matrix, combine8Matrix},
	},
}

// narrowNibble is AVX2.
var narrowNibble = set{
	nibbles:   true,
	copyTower: copyRowNibble, scale: scaleRowNibble, addScaled: addScaledRowNibble, xor: xorRowNarrow, walsh: walshLayers,
	fused: &fused{
		windows:      true,
		inverse:      [3][4]func(*byte, int, int, *uint64){{inverse2Large0Nibble, inverse2Large1Nibble}, {inverse4Large0Nibble, inverse4Large1Nibble, inverse4Large2Nibble}, {inverse8Large0Nibble, inverse8Large1Nibble, inverse8Large2Nibble, inverse8Large3Nibble}},
		forward:      [3][4]func(*byte, int, int, *uint64){{forward2Large0Nibble, forward2Large1Nibble}, {forward4Large0Nibble, forward4Large1Nibble, forward4Large2Nibble}, {forward8Large0Nibble, forward8Large1Nibble, forward8Large2Nibble, forward8Large3Nibble}},
		inverseLoad:  [4]func(*byte, int, *[]byte, *[]byte, int, *byte, int, *uint64, *uint64){inverseLoadLarge0Nibble, inverseLoadLarge1Nibble, inverseLoadLarge2Nibble, inverseLoadLarge3Nibble},
		forwardStore: [4]func(*[]byte, *[]byte, int, *byte, int, *byte, int, *uint64, *uint64){forwardStoreLarge0Nibble, forwardStoreLarge1Nibble, forwardStoreLarge2Nibble, forwardStoreLarge3Nibble},
		turn: [4][4]func(*byte, *byte, *byte, *byte, int, int, *uint64, *uint64){
			{nil, turn0To4Nibble, turn0To6Nibble, turn0To8Nibble},
			{turn4To0Nibble, turn4To4Nibble, turn4To6Nibble, turn4To8Nibble},
			{turn6To0Nibble, turn6To4Nibble, turn6To6Nibble, turn6To8Nibble},
			{turn8To0Nibble, turn8To4Nibble, turn8To6Nibble, turn8To8Nibble},
		},
		merge: [4][4]func(*byte, *byte, *byte, *byte, int, int, *uint64, *uint64, *uint64){
			{}, {nil, merge4To4Nibble, merge4To6Nibble, merge4To8Nibble}, {nil, merge6To4Nibble, merge6To6Nibble, merge6To8Nibble}, {nil, merge8To4Nibble, merge8To6Nibble, merge8To8Nibble},
		},
		fork: [4][4]func(*byte, *byte, *byte, int, int, *uint64, *uint64, *uint64){
			{}, {nil, fork4To4Nibble, fork4To6Nibble, fork4To8Nibble}, {nil, fork6To4Nibble, fork6To6Nibble, fork6To8Nibble}, {nil, fork8To4Nibble, fork8To6Nibble, fork8To8Nibble},
		},
		load: loadRowNibble, loadScaled: loadScaledRowNibble,
		store: storeRowNibble, storeScaled: storeScaledRowNibble,
		loadScaledRows: loadScaledRowsNibble, storeScaledRows: storeScaledRowsNibble,
		derive:  derive8Narrow,
		combine: [4]func(*byte, int, *byte, int, int, int, *uint64){combine1Nibble, combine2Nibble, combine4Nibble, combine8Nibble},
	},
}
