package store

import (
	"math"
	"time"
)

// A search for room looks at every sender, under the lock that every part of a sliver takes, and one that is refused may ask again at once. So what a search did not find is remembered for
// a while: how much one may hold at the most for whom others would have given room. Whoever would hold more is refused without a search; whoever holds less has one, and gets something.

// weights are what is bounded.
var weights = [...]func(Amount) uint64{
	func(a Amount) uint64 { return a.Bytes },
	func(a Amount) uint64 { return uint64(a.Slivers) },
}

// refusals are what is remembered of searches in a tally, by weight and by whether they were for an upload with a name, which may take from more.
type refusals [len(weights)][2]refusal

// A refusal says that until some time nobody gets room whose side would have more than most.
type refusal struct {
	until time.Time
	most  uint64
}

// A scope is a tally in which room is searched for, and whose parts are compared: networks, sources of one network, or senders of one source.
type scope struct {
	*tally
	part func(*group) Amount // what the part to which a group belongs has
}

// scopes are those where room may be found for the group, each within the one before.
func (e *eviction) scopes() []scope {
	senders := func(o *group) Amount { return o.amount }
	if e.in.sources == nil {
		return []scope{{e.in, senders}}
	}
	out := []scope{{e.in, e.in.widest}}
	if t := e.in.networks[e.g.network]; t != nil {
		out = append(out, scope{t, func(o *group) Amount { return amountOf(e.in.sources[o.from.Source]) }})
	}
	if t := e.in.sources[e.g.from.Source]; t != nil {
		out = append(out, scope{t, senders})
	}
	return out
}

// A shortage says of which weights there is too much.
type shortage [len(weights)]bool

// beyond says what is lacking to keep a bound.
func (e *eviction) beyond(bound Amount) (lack shortage) {
	for i, weight := range weights {
		lack[i] = weight(e.in.amount.plus(e.need)) > weight(bound)
	}
	return lack
}

// search makes room in the widest scope of which it is not known that there is none. most is the bound that has to be kept in the end. A search that found some room, and less than it
// looked for, is remembered as well: else one that gives a sliver up and takes it again would have a search each time.
func (e *eviction) search(most Amount) {
	lack, start, scopes := e.beyond(most), e.a.now(), e.scopes()
	for i, s := range scopes {
		if s.inVain(e, lack, start) {
			continue
		}
		e.run(s.groups)
		if !e.enough() {
			for _, s := range scopes[i:] {
				s.remember(e, e.beyond(e.goal), start)
			}
		}
		return
	}
}

// named is 1 for an upload with a name, else 0.
func (g *group) named() int { return int(boolInt(g.from.Upload != "")) }

// inVain says whether it is known that the scope has no room of a sort that is lacking.
func (s scope) inVain(e *eviction, lack shortage, now time.Time) bool {
	if s.refused == nil {
		return false
	}
	mine := s.part(e.g).plus(e.need)
	for i, weight := range weights {
		for _, r := range s.refused[i][e.g.named():] { // what an upload with a name does not get one without does not get either
			if lack[i] && now.Before(r.until) && weight(mine) > r.most {
				return true
			}
		}
	}
	return false
}

// remember notes what the scope has no room for, after a search that began at start.
func (s scope) remember(e *eviction, lack shortage, start time.Time) {
	var most [len(weights)]uint64
	for o := range s.groups {
		if o.named() > e.g.named() {
			continue
		}
		cheapest := uint64(math.MaxUint64)
		for r := range o.regions {
			if !r.pinned {
				cheapest = min(cheapest, r.cost)
			}
		}
		if cheapest == math.MaxUint64 {
			continue
		}
		for i, weight := range weights {
			most[i] = max(most[i], weight(s.part(o))-weight(Amount{cheapest, 1}))
		}
	}
	if s.refused == nil {
		s.refused = new(refusals)
	}
	now := e.a.now()
	for i := range weights {
		if lack[i] {
			s.refused[i][e.g.named()] = refusal{now.Add(refuseFor + refuseRest*now.Sub(start)), most[i]}
		}
	}
}
