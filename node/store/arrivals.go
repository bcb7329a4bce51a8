package store

import (
	"errors"
	"fmt"
	"net/netip"
	"sync"
	"time"

	"walrus/redstuff"
)

// What is on its way, slivers that are not whole yet and those being verified, lies in regions of bundle files, where anyone may have sent it and nobody has verified it. Arrivals say how
// much that is, and who has to leave when there is no room for somebody else:
//
//   - a sliver costs the blocks that its bytes take on the disk, not what it will have in the end, so that one byte of each keeps nobody out;
//   - one source, all sources of one blob, and all of the store have a bound, in bytes and in slivers;
//   - whoever finds no room takes it from unfinished slivers of senders that came to nothing, then, if he named his upload, from those without a name, then from senders that send
//     nothing for idleAfter, then, if slivers are too many, from those of which hardly anything came, then from those that hold the most, as long as each keeps at least as much as he has
//     then. Compared are networks (an IPv4 address, or a /48 network of IPv6), within his own network its sources, within his own source its senders. So a newcomer finds room as long as
//     another network could give a sliver and keep as much as the newcomer gets. He finds none if each has a single sliver: whoever commands as many networks as there may be slivers keeps
//     others out, as long as each of them goes on at minRate;
//   - how long that search takes grows with the number of senders. What it did not find is remembered for refuseFor, see refusals;
//   - a sender has to go on at minRate, over all slivers of a blob, or everything he has on its way expires;
//   - what nobody has named takes no room from what has a name, and what is whole is not taken from anybody.

// Errors of what is on its way.
var (
	// ErrStageFull refuses bytes that would take more room than there is, after all that may be taken from others was.
	ErrStageFull = errors.New("too much is on its way")
	// ErrEvicted says that an unfinished sliver had to make room for those of others.
	ErrEvicted = errors.New("unfinished sliver made room for others")
)

const (
	// blockLen is what file systems give a file at a time.
	blockLen = 4096
	// minRate is what a sender may send of a blob's unfinished slivers at the least, in bytes per second; a client gives up itself below it. Stage times to live pass before the first
	// ones are due. Twice as much would cost those who send to a hundred nodes over one slow line.
	minRate = 4 << 10
	// idleAfter is when a sender that sends nothing has to make room for others. It is longer than a client waits before it goes on.
	idleAfter = time.Minute
	// beginWithin is when a sliver that waits has to have more than a block, or it makes room when there are too many slivers: those cost their senders nothing.
	beginWithin = 5 * time.Second
	// Defaults of Options.Unfinished. Half as many bytes would not hold what a node of all shards has on its way of the largest blob; a sliver takes half a KiB of memory, and 2 KiB if each comes
	// from a network of its own.
	defaultUnfinishedBytes   = 64 << 30
	defaultUnfinishedSlivers = 65_536
	// spare is which part of a bound is made free at once when it is reached: looking for who has to leave takes longer the more there are.
	spare = 64
	// refuseFor is how long it is remembered that no room was to be had. Half of it doubles the time that refusals cost everybody; refuseRest bounds that time where a search takes long.
	refuseFor  = 100 * time.Millisecond
	refuseRest = 8
	// roomAge is how long an answer of the file system to how much is free is believed.
	roomAge = time.Second
)

// A Sender is who sends slivers. What one has sent nobody else continues: bytes are verified only when a sliver is whole, so that one who sends wrong ones would spoil those of all
// others.
type Sender struct {
	Source string // network address, by which room is bounded
	Upload string // the secret that the sender has chosen to find its parts again; "" is one that all senders without a secret at that address share
}

// An Amount is how much is on its way.
type Amount struct {
	Bytes   uint64 // of blocks on the disk
	Slivers int
}

// Cost is an amount of so many slivers with so many bytes in all.
func Cost(slivers int, bytes uint64) Amount {
	return Amount{bytes + uint64(slivers)*blockLen, slivers}
}

// Times is n times the amount.
func (a Amount) Times(n int) Amount { return Amount{a.Bytes * uint64(n), a.Slivers * n} }

func (a *Amount) add(b Amount) { a.Bytes, a.Slivers = a.Bytes+b.Bytes, a.Slivers+b.Slivers }
func (a *Amount) sub(b Amount) { a.Bytes, a.Slivers = a.Bytes-b.Bytes, a.Slivers-b.Slivers }
func (a Amount) plus(b Amount) Amount {
	a.add(b)
	return a
}
func (a Amount) within(b Amount) bool { return a.Bytes <= b.Bytes && a.Slivers <= b.Slivers }

// A Bound is how much of a blob may be on its way: from one source, and from all.
type Bound struct{ Source, Blob Amount }

// arrivals is safe for concurrent use. No lock of the store is taken under its own.
type arrivals struct {
	now   func() time.Time
	ttl   time.Duration
	limit Amount
	free  func() (bytes uint64, ok bool) // of the disk

	mu      sync.Mutex
	all     *tally
	blobs   map[redstuff.BlobID]*tally
	groups  map[groupKey]*group
	avail   uint64 // what free said at asked
	asked   time.Time
	evicted uint64 // slivers, since the start
}

// A tally is what is on its way of the store, of a blob, or of either from one source or network.
type tally struct {
	amount   Amount
	groups   map[*group]struct{}
	sources  map[string]*tally // nil for that of a source or network
	networks map[string]*tally // likewise; of IPv6 alone: an IPv4 address is a source and a network
	refused  *refusals         // nil until something was
}

func newTally(sources bool) *tally {
	t := &tally{groups: make(map[*group]struct{})}
	if sources {
		t.sources, t.networks = make(map[string]*tally), make(map[string]*tally)
	}
	return t
}

// within is the tally of one source, or network, among those of a tally, made if need be.
func within(tallies map[string]*tally, name string) *tally {
	t := tallies[name]
	if t == nil {
		t = newTally(false)
		tallies[name] = t
	}
	return t
}

// tidy removes the tallies of a group within t that hold nothing.
func (t *tally) tidy(g *group) {
	if s := t.sources[g.from.Source]; s != nil && len(s.groups) == 0 {
		delete(t.sources, g.from.Source)
	}
	if n := t.networks[g.network]; n != nil && len(n.groups) == 0 {
		delete(t.networks, g.network)
	}
}

// networkOf is the /48 network of an IPv6 source, which one customer may have for himself, and "" for others.
func networkOf(source string) string {
	p, err := netip.ParsePrefix(source)
	if err != nil {
		ip, err := netip.ParseAddr(source)
		if err != nil {
			return ""
		}
		p = netip.PrefixFrom(ip.WithZone(""), ip.BitLen())
	}
	if ip := p.Addr(); !ip.Is6() || ip.Is4In6() || p.Bits() < 48 {
		return ""
	}
	p, _ = p.Addr().Prefix(48)
	return p.String()
}

type groupKey struct {
	blob redstuff.BlobID
	from Sender
}

// A group is what one sender has on its way of one blob.
type group struct {
	groupKey
	network  string // of IPv6; else ""
	amount   Amount
	regions  map[*Region]struct{}
	progress time.Time // when the last bytes came
	until    time.Time // when it expires unless more come
}

func newArrivals(o Options, free func() (uint64, bool)) *arrivals {
	a := &arrivals{now: o.Now, ttl: o.StageTTL, limit: o.Unfinished, free: free, all: newTally(true), blobs: make(map[redstuff.BlobID]*tally), groups: make(map[groupKey]*group)}
	if a.limit.Bytes == 0 {
		a.limit.Bytes = defaultUnfinishedBytes
	}
	if a.limit.Slivers == 0 {
		a.limit.Slivers = defaultUnfinishedSlivers
	}
	return a
}

// most is how much all senders together may have on its way: the limit, but no more than half of what the disk would have without it. mu is held.
func (a *arrivals) most() Amount {
	if now := a.now(); a.asked.IsZero() || now.Sub(a.asked) >= roomAge || now.Before(a.asked) {
		a.asked = now
		free, ok := a.free()
		if a.avail = free; !ok {
			a.avail = 2 * a.limit.Bytes
		}
	}
	return Amount{min(a.limit.Bytes, (a.avail+a.all.amount.Bytes)/2), a.limit.Slivers}
}

// tallies are those that a group counts in: of its source within the blob, of the blob, of all, of its source within all, and of its network within both, if it has one. mu is held.
func (a *arrivals) tallies(g *group) []*tally {
	b := a.blobs[g.blob]
	if b == nil {
		b = newTally(true)
		a.blobs[g.blob] = b
	}
	t := append(make([]*tally, 0, 6), within(b.sources, g.from.Source), b, a.all, within(a.all.sources, g.from.Source))
	if g.network != "" {
		t = append(t, within(b.networks, g.network), within(a.all.networks, g.network))
	}
	return t
}

// find returns the group of a sender on a blob, a new one if there is none. mu is held.
func (a *arrivals) find(k groupKey) *group {
	if g := a.groups[k]; g != nil {
		return g
	}
	now := a.now()
	return &group{groupKey: k, network: networkOf(k.from.Source), regions: make(map[*Region]struct{}), progress: now, until: now.Add(a.ttl)}
}

// enter counts a region without bytes, or returns ErrStageFull.
func (a *arrivals) enter(r *Region, from Sender, bound Bound) error {
	return a.change(func() ([]*Region, error) {
		g, first := a.find(groupKey{r.space.blob, from}), Amount{blockLen, 1}
		out, err := a.take(g, first, bound)
		if err != nil {
			return out, err
		}
		r.group, r.bound, r.cost, r.last = g, bound, blockLen, a.now()
		a.groups[g.groupKey] = g
		g.regions[r] = struct{}{}
		g.amount.add(first)
		for _, t := range a.tallies(g) {
			t.groups[g] = struct{}{}
			t.amount.add(first)
		}
		return out, nil
	})
}

// grow counts n more bytes of a region that will have filled then. It returns ErrStageFull, or ErrEvicted if the region's room was taken.
func (a *arrivals) grow(r *Region, n, filled int) error {
	return a.change(func() (out []*Region, err error) {
		if r.evicted {
			return nil, ErrEvicted
		}
		if r.group == nil { // counted no more: it is whole
			return nil, nil
		}
		g := r.group
		if want := (uint64(filled)/blockLen + 1) * blockLen; want > r.cost {
			more := want - r.cost
			if out, err = a.take(g, Amount{Bytes: more}, r.bound); err != nil {
				return out, err
			}
			r.cost += more
			for _, t := range a.tallies(g) {
				t.amount.Bytes += more
			}
			g.amount.Bytes += more
		}
		now := a.now()
		r.last, g.progress = now, now
		if g.until.Before(now) {
			g.until = now
		}
		g.until = g.until.Add(time.Duration(float64(n) / minRate * float64(time.Second)))
		if most := now.Add(a.ttl); g.until.After(most) {
			g.until = most
		}
		return out, nil
	})
}

// change runs do under the lock, and frees outside of it the regions that had to make room.
func (a *arrivals) change(do func() ([]*Region, error)) error {
	a.mu.Lock()
	out, err := do()
	a.mu.Unlock()
	for _, r := range out {
		r.discard()
	}
	return err
}

// leave counts a region no more. It may be called again.
func (a *arrivals) leave(r *Region) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.remove(r)
}

// remove is leave for one that holds mu.
func (a *arrivals) remove(r *Region) {
	g := r.group
	if g == nil {
		return
	}
	gone := Amount{r.cost, 1}
	r.group = nil
	delete(g.regions, r)
	g.amount.sub(gone)
	for _, t := range a.tallies(g) {
		t.amount.sub(gone)
		if len(g.regions) == 0 {
			delete(t.groups, g)
		}
	}
	if len(g.regions) == 0 {
		delete(a.groups, g.groupKey)
		a.tidy(g)
	}
}

// tidy removes the tallies of a group that hold nothing. mu is held.
func (a *arrivals) tidy(g *group) {
	a.all.tidy(g)
	if b := a.blobs[g.blob]; b != nil {
		b.tidy(g)
		if len(b.groups) == 0 {
			delete(a.blobs, g.blob)
		}
	}
}

// pin says that a region is whole: it stays until it is kept or freed. It is false if the region's room was taken before.
func (a *arrivals) pin(r *Region) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	r.pinned = !r.evicted
	return r.pinned
}

// expired says whether the sender of a region came to nothing, or its room was taken.
func (a *arrivals) expired(r *Region) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return r.evicted || r.group != nil && r.group.until.Before(a.now())
}

// tookRoomOf says whether a region had to make room.
func (a *arrivals) tookRoomOf(r *Region) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return r.evicted
}

// Unfinished says how much is on its way, how much may be, and how many slivers had to make room for others since the start.
func (s *Store) Unfinished() (now, most Amount, evicted uint64) {
	a := s.arrivals
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.all.amount, a.most(), a.evicted
}

// take makes room for n more of a group within every bound, and returns the regions that had to leave, which are counted no more. mu is held.
func (a *arrivals) take(g *group, n Amount, bound Bound) (out []*Region, err error) {
	defer a.tidy(g)
	t := a.tallies(g)
	for i, what := range []struct {
		most Amount
		name string
	}{{bound.Source, "this blob from one address"}, {bound.Blob, "this blob"}, {a.most(), "all blobs on this node"}} {
		if t[i].amount.plus(n).within(what.most) {
			continue
		}
		e := eviction{a: a, g: g, in: t[i], need: n, goal: what.most}
		e.goal.sub(Amount{what.most.Bytes / spare, what.most.Slivers / spare})
		e.search(what.most)
		out = append(out, e.out...)
		if now := t[i].amount; !now.plus(n).within(what.most) {
			err = fmt.Errorf("%w: %d bytes in %d slivers of %s, of %d in %d that may be", ErrStageFull, now.Bytes, now.Slivers, what.name, what.most.Bytes, what.most.Slivers)
			break
		}
	}
	a.evicted += uint64(len(out))
	return out, err
}
