package store

import (
	"cmp"
	"slices"
	"time"
)

// An eviction makes room for a group within a tally. mu of the arrivals is held.
type eviction struct {
	a    *arrivals
	g    *group
	in   *tally
	need Amount
	goal Amount
	out  []*Region
}

func (e *eviction) enough() bool { return e.in.amount.plus(e.need).within(e.goal) }

// run takes room from others among the groups, in the order of the rules above, until there is enough or nobody is left from whom it may be taken.
func (e *eviction) run(groups map[*group]struct{}) {
	now := e.a.now()
	var nothing, unnamed, idle, rest []*group
	for o := range groups {
		switch {
		case o == e.g:
		case o.until.Before(now):
			nothing = append(nothing, o)
		case o.from.Upload == "" && e.g.from.Upload != "":
			unnamed = append(unnamed, o)
		case o.from.Upload != "" && e.g.from.Upload == "":
		case now.Sub(o.progress) >= idleAfter:
			idle = append(idle, o)
		default:
			rest = append(rest, o)
		}
	}
	for _, groups := range [][]*group{nothing, unnamed, idle} {
		slices.SortFunc(groups, func(a, b *group) int { return a.progress.Compare(b.progress) })
		for _, o := range groups {
			for _, r := range o.oldest() {
				if e.enough() {
					return
				}
				e.evict(r)
			}
		}
	}
	if e.in.amount.Slivers+e.need.Slivers > e.goal.Slivers {
		e.barelyBegun(rest, now)
	}
	e.level(rest, func(a Amount) uint64 { return a.Bytes })
	e.level(rest, func(a Amount) uint64 { return uint64(a.Slivers) })
}

// barelyBegun takes slivers of which no more than a block came, and that wait for the rest.
func (e *eviction) barelyBegun(groups []*group, now time.Time) {
	var out []*Region
	for _, o := range groups {
		for r := range o.regions {
			if !r.pinned && r.cost == blockLen && now.Sub(r.last) >= beginWithin {
				out = append(out, r)
			}
		}
	}
	slices.SortFunc(out, func(a, b *Region) int { return a.last.Compare(b.last) })
	for _, r := range out {
		if e.in.amount.plus(e.need).Slivers <= e.goal.Slivers {
			return
		}
		e.evict(r)
	}
}

func (e *eviction) evict(r *Region) {
	r.evicted = true
	e.a.remove(r)
	e.out = append(e.out, r)
}

// oldest are the regions of a group that may be taken: the one that has waited longest for bytes first, of several the one with the fewest.
func (g *group) oldest() []*Region {
	out := make([]*Region, 0, len(g.regions))
	for r := range g.regions {
		if !r.pinned {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b *Region) int { return cmp.Or(a.last.Compare(b.last), cmp.Compare(a.cost, b.cost)) })
	return out
}

// A side is a source, or, within the group's own source, a sender.
type side struct {
	groups []*group
	held   func() uint64
	mine   uint64 // what the group's side has, with what it needs
}

// level takes bytes, or slivers, from the sides that hold the most, down to what all of them can keep. Whoever gives room keeps at least as much as the group's side will have, so that no
// two take from each other in turn.
func (e *eviction) level(groups []*group, weight func(Amount) uint64) {
	have, goal := weight(e.in.amount.plus(e.need)), weight(e.goal)
	if have <= goal {
		return
	}
	sides := e.sides(groups, weight)
	sides = slices.DeleteFunc(sides, func(s side) bool { return s.held() <= s.mine })
	slices.SortFunc(sides, func(a, b side) int { return cmp.Compare(b.held(), a.held()) })
	// The level to which the first sides have to go so that enough comes together.
	var level, sum uint64
	for i, s := range sides {
		sum += s.held()
		if want := have - goal; sum > want {
			if level = (sum - want) / uint64(i+1); i+1 == len(sides) || level >= sides[i+1].held() {
				break
			}
		}
	}
	for _, to := range []uint64{level, 0} { // slivers are not as long as one may wish
		for _, s := range sides {
			if weight(e.in.amount.plus(e.need)) <= goal {
				return
			}
			slices.SortFunc(s.groups, func(a, b *group) int {
				return cmp.Or(cmp.Compare(weight(b.amount), weight(a.amount)), a.progress.Compare(b.progress))
			})
			for _, o := range s.groups {
				if weight(e.in.amount.plus(e.need)) <= goal || s.held() <= to {
					break
				}
				for _, r := range o.oldest() {
					if weight(e.in.amount.plus(e.need)) <= goal || s.held() <= to {
						break
					}
					if s.held() >= s.mine+weight(Amount{r.cost, 1}) {
						e.evict(r)
					}
				}
			}
		}
	}
}

// sides are those of the groups that are compared with the group's own.
func (e *eviction) sides(groups []*group, weight func(Amount) uint64) (out []side) {
	network := weight(e.in.widest(e.g).plus(e.need))
	source := weight(amountOf(e.in.sources[e.g.from.Source]).plus(e.need))
	at := make(map[*tally]int)
	for _, o := range groups {
		t, mine := e.in.sources[o.from.Source], source
		switch {
		case t == nil || o.from.Source == e.g.from.Source:
			out = append(out, side{[]*group{o}, func() uint64 { return weight(o.amount) }, weight(e.g.amount.plus(e.need))})
			continue
		case o.network == "":
			mine = network
		case o.network != e.g.network:
			t, mine = e.in.networks[o.network], network
		}
		i, ok := at[t]
		if !ok {
			i, at[t] = len(out), len(out)
			out = append(out, side{held: func() uint64 { return weight(t.amount) }, mine: mine})
		}
		out[i].groups = append(out[i].groups, o)
	}
	return out
}

func amountOf(t *tally) Amount {
	if t == nil {
		return Amount{}
	}
	return t.amount
}

// widest is what the network of a group has within t.
func (t *tally) widest(g *group) Amount {
	if g.network != "" {
		return amountOf(t.networks[g.network])
	}
	return amountOf(t.sources[g.from.Source])
}
