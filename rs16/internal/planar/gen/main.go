// Command gen writes the kernels of package planar: for AVX-512 with GFNI (wide.go, rows.go), and for AVX2 with and without GFNI (narrow*.go). Run
// it with go generate in the folder above.
package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

const (
	blockBytes = 64 // 32 low bytes, then 32 high bytes of 32 elements
	halfBytes  = 32
	matrix     = 8 // bytes of an 8x8 bit matrix
	general    = 4 // maps of a general constant: low to low, high to low, low to high, high to high
)

func directionName(inverse bool) string {
	if inverse {
		return "inverse"
	}
	return "forward"
}

// A butterfly is one step of a network between the legs x and y with the constant of that number: constant 0 belongs to the outermost layer, 1
// and 2 to the next, and so on.
type butterfly struct {
	x, y, constant int
	// yZero: leg y is zero before. dropX, dropY: nobody asks for the leg afterwards.
	yZero, dropX, dropY bool
}

// network lists the butterflies of a block. Before it, legs from active on are zero; after it, only those below wanted are asked for. Steps that
// make no difference are left out.
func network(legs int, inverse bool, active, wanted int) (steps []butterfly) {
	var halves []int
	for half := 1; half < legs; half *= 2 {
		if inverse {
			halves = append(halves, half)
		} else {
			halves = append([]int{half}, halves...)
		}
	}
	for _, half := range halves {
		c := legs/(2*half) - 1
		for q := 0; q < legs; q += 2 * half {
			for i := q; i < q+half; i++ {
				steps = append(steps, butterfly{x: i, y: i + half, constant: c})
			}
			c++
		}
	}
	zero := make([]bool, legs)
	for i := active; i < legs; i++ {
		zero[i] = true
	}
	kept := steps[:0]
	for _, s := range steps {
		if zero[s.x] && zero[s.y] {
			continue
		}
		if zero[s.x] {
			panic("network: zero legs come last")
		}
		s.yZero = zero[s.y]
		zero[s.y] = false
		kept = append(kept, s)
	}
	needed := make([]bool, legs)
	for i := range wanted {
		needed[i] = true
	}
	steps = nil
	for i := len(kept) - 1; i >= 0; i-- {
		s := kept[i]
		if !needed[s.x] && !needed[s.y] {
			continue
		}
		s.dropX, s.dropY = !needed[s.x], !needed[s.y]
		needed[s.x], needed[s.y] = true, true
		steps = append([]butterfly{s}, steps...)
	}
	return steps
}

// layerOf returns the layer of a constant, 0 for the outermost.
func layerOf(constant int) (layer int) {
	for constant+1 >= 2<<layer {
		layer++
	}
	return layer
}

// legs addresses up to eight runs of blocks that begin leg bytes apart.
type legs struct{ one, three, five, seven Register }

// loadLegs computes the multiples of the distance that no addressing mode gives.
func loadLegs(count int) legs {
	l := legs{one: R8, three: R9, five: R10, seven: R11}
	Load(Param("leg"), R8)
	if count > 2 {
		LEAQ(Mem{Base: R8, Index: R8, Scale: 2}, R9)
	}
	if count > 4 {
		LEAQ(Mem{Base: R8, Index: R8, Scale: 4}, R10)
		LEAQ(Mem{Base: R9, Index: R8, Scale: 4}, R11)
	}
	return l
}

func (l legs) at(base Register, i int) Mem {
	m := Mem{Base: base}
	switch i {
	case 1:
		m.Index, m.Scale = l.one, 1
	case 2:
		m.Index, m.Scale = l.one, 2
	case 3:
		m.Index, m.Scale = l.three, 1
	case 4:
		m.Index, m.Scale = l.one, 4
	case 5:
		m.Index, m.Scale = l.five, 1
	case 6:
		m.Index, m.Scale = l.three, 2
	case 7:
		m.Index, m.Scale = l.seven, 1
	}
	return m
}

// advance moves a pointer by n bytes, n at most 128.
func advance(p Register, n int) { ADDQ(U8(n), p) }

// loop runs body until the count in blocks is used up, at least once.
func loop(name string, blocks Register, body func()) {
	Label(name)
	body()
	DECQ(blocks)
	JNZ(LabelRef(name))
	VZEROUPPER()
	RET()
}

// parameter is where the argument of that name lies.
func parameter(name string) Mem {
	b, err := Param(name).Resolve()
	if err != nil {
		panic(err)
	}
	return b.Addr
}

// eachTurn writes the kernels where transforms meet, for the numbers of legs that may be other than zero or are asked for.
func eachTurn(turn, merge, fork func(active, wanted int)) {
	for _, active := range []int{0, 4, 6, 8} {
		for _, wanted := range []int{0, 4, 6, 8} {
			if active+wanted > 0 {
				turn(active, wanted)
			}
			if active > 0 && wanted > 0 {
				merge(active, wanted)
				fork(active, wanted)
			}
		}
	}
}

func plural(n int, what string) string {
	if n == 1 {
		return fmt.Sprintf("one %s", what)
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func main() {
	ConstraintExpr("amd64")
	wideKernels()
	narrowKernels()
	Generate()
}
