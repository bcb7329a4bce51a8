package planar

// ActiveLegs returns how many of eight legs a Turn touches when count of them matter, 1 to 8.
func ActiveLegs(count int) int { return max(4, (count+1)&^1) }

// A Source is where an inverse transform has come to all but its outermost pass: the legs of which the first Active may be other than zero. Those up to
// ActiveLegs(Active) must be there. Constants are those of the pass.
type Source struct {
	Area      []byte
	Active    int
	Constants *Constants
}

// A Sink is where a forward transform goes on after its outermost pass: Area receives the first Wanted legs. Constants are those of the pass.
type Sink struct {
	Area      []byte
	Wanted    int
	Constants *Constants
}

// A Turn is where transforms meet: the outermost passes of up to two inverse ones, whose results are added, then those of up to two forward ones on the sum. All
// areas have legs of Blocks blocks that begin Leg bytes apart. An area may serve several times, but a sink is not the other sink. The areas of sources are
// undefined afterwards, unless they are others as well.
type Turn struct {
	// From has one or two sources; all their constants are in use, or none: what there is no pass for is taken as it is.
	From []Source
	// Add, unless nil, is added to the sum.
	Add []byte
	// Keep, unless nil, receives the sum.
	Keep []byte
	// To has up to two sinks.
	To []Sink

	Leg, Blocks int
}

// Run does it.
func (t *Turn) Run() {
	if active.fused == nil || !t.runFused(active.fused) {
		t.compose()
	}
}

// turnIndex is the place of a number of legs in the tables of kernels.
func turnIndex(legs int) int { return ActiveLegs(legs)/2 - 1 }

// fits reports whether the constants are those that the fused loops take.
func (c *Constants) fits() bool { return c.legs == FusedLegs && c.large == 0 }

// runFused uses the fused loop for the turn. It reports whether there is one.
func (t *Turn) runFused(f *fused) bool {
	for _, s := range t.From {
		if s.Constants != nil && !s.Constants.fits() {
			return false
		}
	}
	for _, s := range t.To {
		if !s.Constants.fits() {
			return false
		}
	}
	src := t.From[0]
	full := src.Active >= FusedLegs-1
	switch {
	case len(t.From) == 2 && len(t.To) == 1 && t.Keep == nil && full && src.Constants != nil:
		other, dst := t.From[1], t.To[0]
		f.merge[turnIndex(other.Active)][turnIndex(dst.Wanted)](t.sink(dst), t.address(t.Add, FusedLegs), t.source(src), t.source(other),
			t.Leg, t.Blocks, &src.Constants.table[0], &other.Constants.table[0], &dst.Constants.table[0])
	case len(t.From) == 1 && len(t.To) == 2 && t.Add == nil && t.Keep == nil && t.To[0].Wanted >= FusedLegs-1 && src.Constants != nil:
		dst, other := t.To[0], t.To[1]
		f.fork[turnIndex(src.Active)][turnIndex(other.Wanted)](t.sink(dst), t.sink(other), t.source(src),
			t.Leg, t.Blocks, &src.Constants.table[0], &dst.Constants.table[0], &other.Constants.table[0])
	case len(t.From) == 1 && len(t.To) <= 1 && (src.Constants != nil || t.Add == nil && t.Keep == nil && len(t.To) == 1):
		var inverse, forward *uint64
		var dst *byte
		from, to := 0, 0
		if src.Constants != nil {
			inverse, from = &src.Constants.table[0], turnIndex(src.Active)
		}
		if len(t.To) == 1 {
			forward, to, dst = &t.To[0].Constants.table[0], turnIndex(t.To[0].Wanted), t.sink(t.To[0])
		}
		f.turn[from][to](dst, t.address(t.Keep, FusedLegs), t.address(t.Add, FusedLegs), t.source(src), t.Leg, t.Blocks, inverse, forward)
	default:
		return false
	}
	return true
}

func (t *Turn) source(s Source) *byte {
	if s.Constants == nil {
		return t.address(s.Area, FusedLegs)
	}
	return t.address(s.Area, ActiveLegs(s.Active))
}

func (t *Turn) sink(s Sink) *byte { return t.address(s.Area, ActiveLegs(s.Wanted)) }

// address returns that of an area which holds so many legs, or nil.
func (t *Turn) address(area []byte, legs int) *byte {
	if area == nil {
		return nil
	}
	checkLegs(area, legs, t.Leg, t.Blocks)
	return &area[0]
}

// compose does it pass by pass.
func (t *Turn) compose() {
	v := t.From[0].Area
	for i, s := range t.From {
		if s.Constants != nil {
			t.each(min(s.Active, s.Constants.legs), s.Constants.legs, func(at, n int) { clear(s.Area[at:][:n]) })
			Inverse(s.Area, t.Leg, t.Blocks, s.Constants)
		}
		if i > 0 {
			t.each(0, t.legs(), func(at, n int) { Xor(v[at:][:n], s.Area[at:]) })
		}
	}
	if t.Add != nil {
		t.each(0, t.legs(), func(at, n int) { Xor(v[at:][:n], t.Add[at:]) })
	}
	if t.Keep != nil {
		t.each(0, t.legs(), func(at, n int) { copy(t.Keep[at:][:n], v[at:]) })
	}
	for i := len(t.To) - 1; i >= 0; i-- { // the first may be the source
		s := t.To[i]
		t.each(0, s.Constants.legs, func(at, n int) { copy(s.Area[at:][:n], v[at:]) })
		Forward(s.Area, t.Leg, t.Blocks, s.Constants)
	}
}

// legs returns their number.
func (t *Turn) legs() int {
	if c := t.From[0].Constants; c != nil {
		return c.legs
	}
	return t.To[0].Constants.legs
}

// each calls do for the offset and the bytes of the legs [from, to).
func (t *Turn) each(from, to int, do func(at, n int)) {
	for i := from; i < to; i++ {
		do(i*t.Leg, t.Blocks*BlockBytes)
	}
}
