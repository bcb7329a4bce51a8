package client

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"walrus/attest"
	"walrus/nodeapi"
	"walrus/redstuff"
)

// A gathering collects verified slivers of one blob until one axis has enough. One goroutine, that of run, owns all fields but the suppliers' clocks; the others
// report to it. It asks for systematic primary slivers first, since they need no decoding; replaces what fails at once, and what stands still or would
// come much too late after the hedge time; and turns to secondary slivers as soon as the primary ones in sight do not suffice.
type gathering struct {
	c        *Client
	v        *view
	verifier *redstuff.Verifier
	id       redstuff.BlobID
	limits   nodeapi.FrameLimits
	shelf    *shelf // where slivers lie; nil: in memory
	tell     func(Progress)

	need      [2]int                                      // by axis
	have      [2]map[redstuff.SliverIndex]redstuff.Sliver // without data if they lie on a shelf
	suppliers []*supplier
	reports   chan any // of type gotSliver, lostSliver, ended
	start     time.Time

	bad       []BadSliver
	missing   int // slivers that nodes say they were never given
	failed    []NodeError
	unknown   int // shards whose nodes do not know the blob
	forbidden int // shards whose nodes may not serve it
}

// A supplier is a node seen as a source of slivers.
type supplier struct {
	node    *node
	unasked [2][]redstuff.PairIndex // by axis; systematic ones first

	busy     bool
	axis     redstuff.Axis // of the request under way
	left     int           // slivers that it still owes
	got      int           // slivers that it brought
	lost     int           // slivers that it did not have, or had wrong, in all requests
	asked    time.Time
	ended    time.Time    // of the last request
	last     atomic.Int64 // Unix nanoseconds of the last sign of life
	ours     atomic.Int32 // what it brought and we are still busy with
	attempts int
	rest     time.Time // not to be asked before
	dead     bool
}

// The reports of the goroutines that talk to nodes.
type (
	gotSliver struct {
		from   *supplier
		pair   redstuff.PairIndex
		sliver redstuff.Sliver
	}
	lostSliver struct {
		from *supplier
		axis redstuff.Axis
		pair redstuff.PairIndex
		err  error // nil: the node was never given it
	}
	ended struct {
		from *supplier
		owed []redstuff.PairIndex // asked for and not answered
		err  error                // a *shelfError ends the read
	}
)

const (
	// readAttempts is how often a node that refuses or breaks off is asked in one read.
	readAttempts = 3
	readRest     = 500 * time.Millisecond
	// slowBy is how many times as long as the fastest node one may take for each sliver before others are asked for what it owes.
	slowBy = 3
)

func (c *Client) gather(ctx context.Context, v *view, verifier *redstuff.Verifier, id redstuff.BlobID, shelf *shelf, tell func(Progress)) (*gathering, redstuff.Axis, error) {
	g := &gathering{c: c, v: v, verifier: verifier, id: id, shelf: shelf, tell: tell, reports: make(chan any), start: time.Now(),
		limits: nodeapi.BlobLimits(v.params, verifier.SymbolSize(), true)}
	for _, a := range []redstuff.Axis{redstuff.Primary, redstuff.Secondary} {
		g.need[a] = v.params.Need(a)
		g.have[a] = map[redstuff.SliverIndex]redstuff.Sliver{}
	}
	for _, n := range v.nodes {
		s := &supplier{node: n}
		pairs := n.pairs(v.params, id)
		for _, a := range []redstuff.Axis{redstuff.Primary, redstuff.Secondary} {
			s.unasked[a] = slices.Clone(pairs)
			slices.SortStableFunc(s.unasked[a], func(p, q redstuff.PairIndex) int { return int(v.params.Index(a, p)) - int(v.params.Index(a, q)) })
		}
		g.suppliers = append(g.suppliers, s)
	}
	axis, err := g.run(ctx)
	return g, axis, err
}

func (g *gathering) run(ctx context.Context) (redstuff.Axis, error) {
	ctx, cancel := context.WithCancel(ctx)
	var wg sync.WaitGroup
	defer wg.Wait() // runs after cancel
	defer cancel()
	tick := time.NewTicker(g.c.opt.Hedge / 4)
	defer tick.Stop()
	for {
		for _, a := range []redstuff.Axis{redstuff.Primary, redstuff.Secondary} {
			if len(g.have[a]) >= g.need[a] {
				return a, nil
			}
		}
		now := time.Now()
		for _, r := range g.assign(now) {
			if err := g.shelf.expect(r.axis, r.pairs); err != nil {
				return 0, err
			}
			wg.Go(func() { g.fetch(ctx, r.from, r.axis, r.pairs) })
		}
		if !g.hope(now) {
			return 0, g.verdict()
		}
		select {
		case r := <-g.reports:
			g.note(r)
			if e, ok := r.(ended); ok {
				var ours *shelfError
				if errors.As(e.err, &ours) {
					return 0, ours.err
				}
			}
		case <-tick.C:
		case <-ctx.Done():
			return 0, context.Cause(ctx)
		}
	}
}

// hope reports whether anything may still arrive, after assign has done what it could at time now.
func (g *gathering) hope(now time.Time) bool {
	for _, s := range g.suppliers {
		if s.busy || !s.dead && s.rest.After(now) {
			return true
		}
	}
	return false
}

// reach is how many slivers of axis a there are or could still be asked for.
func (g *gathering) reach(a redstuff.Axis) int {
	n := len(g.have[a])
	for _, s := range g.suppliers {
		if !s.dead {
			n += len(s.unasked[a])
		}
	}
	return n
}

// verdict is the error of a read without enough slivers.
func (g *gathering) verdict() error {
	if attest.IsTwoThirds(g.v.params.N, g.unknown+g.forbidden) {
		if g.unknown >= g.forbidden {
			return ErrBlobNotFound
		}
		return ErrBlobBlocked
	}
	return &SliverError{Primary: g.reach(redstuff.Primary), NeedPrimary: g.need[redstuff.Primary],
		Secondary: g.reach(redstuff.Secondary), NeedSecondary: g.need[redstuff.Secondary], Nodes: g.failed}
}

// note takes in a report.
func (g *gathering) note(r any) {
	switch r := r.(type) {
	case gotSliver:
		r.from.left--
		r.from.got++
		r.from.touch()
		a := r.sliver.Axis
		g.have[a][r.sliver.Index] = r.sliver
		g.tell(Progress{BlobID: g.id, Phase: PhaseSlivers, Done: uint64(len(g.have[a])), Total: uint64(g.need[a])})
	case lostSliver:
		r.from.left--
		r.from.lost++
		r.from.touch()
		if r.err == nil {
			g.missing++
			break
		}
		g.bad = append(g.bad, BadSliver{Node: r.from.node.member.Name, Addr: r.from.node.member.NetAddress, Pair: r.pair, Axis: r.axis, Err: r.err})
	case ended:
		g.noteEnd(r)
	}
}

func (g *gathering) noteEnd(r ended) {
	s := r.from
	s.busy, s.left, s.ended = false, 0, time.Now()
	if r.err == nil {
		return
	}
	s.attempts++
	s.unasked[s.axis] = append(r.owed, s.unasked[s.axis]...)
	if errors.Is(r.err, nodeapi.ErrUnavailable) && !isSilence(r.err) && s.attempts < readAttempts {
		s.rest = time.Now().Add(readRest << (s.attempts - 1))
		return
	}
	if errors.Is(r.err, nodeapi.ErrNoBundles) { // asked again by the single endpoints
		return
	}
	s.dead = true
	g.failed = append(g.failed, s.node.err(r.err))
	switch {
	case errors.Is(r.err, nodeapi.ErrNotFound):
		g.unknown += s.node.weight()
	case errors.Is(r.err, nodeapi.ErrForbidden):
		g.forbidden += s.node.weight()
	}
}

func (s *supplier) touch() { s.last.Store(time.Now().UnixNano()) }

// own does work of ours with what the supplier brought. It is not to blame for that time: a disk that stands still is no reason to ask others for more.
func (s *supplier) own(work func() error) error {
	s.ours.Add(1)
	defer func() {
		s.touch()
		s.ours.Add(-1)
	}()
	return work()
}

// expected is how many slivers a request under way can be relied upon to bring: none if it stands still, or would take longer than everything so far though others are
// much faster. That many are equally slow says that the line is, or the blob large, and asking others would not help; among nodes with f+1 shards one is honest.
func (g *gathering) expected(s *supplier, now time.Time) int {
	hedge := g.c.opt.Hedge
	if s.ours.Load() == 0 && now.UnixNano()-s.last.Load() > int64(hedge) {
		return 0
	}
	if s.got > 0 && now.Sub(s.asked) > hedge/2 { // the first slivers say little
		pace := s.paceAt(now)
		if pace*time.Duration(s.left) > max(hedge, now.Sub(g.start)) && pace > slowBy*g.bestPace(now) {
			return 0
		}
	}
	return s.left
}

// paceAt is the time that each sliver of the last request took, got being at least 1.
func (s *supplier) paceAt(now time.Time) time.Duration {
	if !s.busy {
		now = s.ended
	}
	return now.Sub(s.asked) / time.Duration(s.got)
}

// bestPace is the pace of the fastest supplier.
func (g *gathering) bestPace(now time.Time) time.Duration {
	best := time.Duration(math.MaxInt64 / slowBy)
	for _, s := range g.suppliers {
		if s.got > 0 {
			best = min(best, s.paceAt(now))
		}
	}
	return best
}

// A request is what one supplier is to be asked for.
type request struct {
	from  *supplier
	axis  redstuff.Axis
	pairs []redstuff.PairIndex // rising
}

// assign gives idle suppliers what is lacking. Secondary slivers are asked for only while the primary ones in sight cannot suffice.
func (g *gathering) assign(now time.Time) []request {
	reqs, enough := g.assignAxis(redstuff.Primary, now)
	if enough {
		return reqs
	}
	more, _ := g.assignAxis(redstuff.Secondary, now)
	return append(reqs, more...)
}

// assignAxis gives idle suppliers what is lacking of axis a, and reports whether what is there, on its way and still to be asked for suffices.
func (g *gathering) assignAxis(a redstuff.Axis, now time.Time) (reqs []request, enough bool) {
	lacking := g.need[a] - len(g.have[a])
	var idle []*supplier
	offer, later := 0, 0
	for _, s := range g.suppliers {
		switch {
		case s.dead || s.rest.After(now):
		case s.busy:
			n := g.expected(s, now)
			if n > 0 {
				later += len(s.unasked[a])
				if s.axis == a {
					lacking -= n
				}
			}
		case len(s.unasked[a]) > 0:
			idle = append(idle, s)
			offer += len(s.unasked[a])
		}
	}
	if lacking <= 0 {
		return nil, true
	}
	if offer+later < lacking {
		return nil, false // not worth beginning: the other axis is needed in any case, and idle suppliers with it
	}
	slices.SortStableFunc(idle, func(s, t *supplier) int { return s.lost - t.lost }) // who failed before is asked last
	want := lacking
	if len(g.have[a]) > 0 {
		want += lacking / 20 // this is a repair: ask for a few more, so that the next loss needs none
	}
	return g.spread(a, idle, min(want, offer)), true
}

// spread divides want over idle suppliers: systematic slivers first wherever they are, then the rest evenly.
func (g *gathering) spread(a redstuff.Axis, idle []*supplier, want int) []request {
	take := make([]int, len(idle))
	systematic := redstuff.SliverIndex(g.need[a])
	for i, s := range idle {
		for take[i] < len(s.unasked[a]) && want > 0 && g.v.params.Index(a, s.unasked[a][take[i]]) < systematic {
			take[i]++
			want--
		}
	}
	for want > 0 {
		open := 0
		for i, s := range idle {
			if take[i] < len(s.unasked[a]) {
				open++
			}
		}
		if open == 0 {
			break
		}
		each := (want + open - 1) / open
		for i, s := range idle {
			n := min(each, want, len(s.unasked[a])-take[i])
			take[i] += n
			want -= n
		}
	}
	var reqs []request
	for i, s := range idle {
		if take[i] == 0 {
			continue
		}
		pairs := slices.Clone(s.unasked[a][:take[i]])
		slices.Sort(pairs)
		s.unasked[a] = s.unasked[a][take[i]:]
		s.busy, s.axis, s.left, s.got, s.asked = true, a, len(pairs), 0, time.Now()
		s.touch()
		reqs = append(reqs, request{s, a, pairs})
	}
	return reqs
}

// send reports to run, unless that has ended.
func (g *gathering) send(ctx context.Context, r any) {
	select {
	case g.reports <- r:
	case <-ctx.Done():
	}
}

// fetch asks one node for slivers and reports each, and then the end.
func (g *gathering) fetch(ctx context.Context, s *supplier, a redstuff.Axis, pairs []redstuff.PairIndex) {
	var owed []redstuff.PairIndex
	var err error
	if s.node.hasBundles() {
		owed, err = g.byBundle(ctx, s, a, pairs)
		s.node.noteBundles(err)
	} else {
		owed, err = g.bySlivers(ctx, s, a, pairs)
	}
	g.send(ctx, ended{s, owed, err})
}

// byBundle reads one bundle; owed are the pairs that it did not get to.
func (g *gathering) byBundle(ctx context.Context, s *supplier, a redstuff.Axis, pairs []redstuff.PairIndex) (owed []redstuff.PairIndex, err error) {
	var sel nodeapi.Selection
	if a == redstuff.Primary {
		sel.Primary = pairs
	} else {
		sel.Secondary = pairs
	}
	limits := g.limits
	limits.Charge = func(int) error { s.touch(); return nil } // a sign of life for each part of a long sliver
	r, err := s.node.api.Bundle(ctx, g.id, sel, limits)
	if err != nil {
		return pairs, err
	}
	defer r.Close()
	return g.readFrames(ctx, r.FrameReader, s, a, pairs, r.End)
}

// readFrames judges the frames of a bundle, which must be those of pairs in their order. It calls end after the last one, before the news of that may end everything.
func (g *gathering) readFrames(ctx context.Context, r *nodeapi.FrameReader, s *supplier, a redstuff.Axis, pairs []redstuff.PairIndex, end func()) (owed []redstuff.PairIndex, err error) {
	var some batched
	defer func() { g.judgeAll(ctx, s, a, &some) }() // what came before an error counts
	for i, q := range pairs {
		f, err := r.Next()
		if err != nil {
			return pairs[i:], fmt.Errorf("bundle: %w", err)
		}
		switch {
		case f.Pair != q || f.Axis != a || !f.Kind.IsSliver() && f.Kind != nodeapi.FrameAbsent:
			return pairs[i:], fmt.Errorf("bundle: frame %d is of kind %d and pair %d, want the %v sliver of pair %d", i, f.Kind, f.Pair, a, q)
		case f.Kind == nodeapi.FrameAbsent:
			g.absent(ctx, s, a, q, f.Absent)
			continue
		}
		if g.shelf != nil {
			sliver, bad, err := g.shelf.take(ctx, a, q, s.own, func(buf []byte, put func([]byte, int) error) (redstuff.Sliver, int, error) {
				return r.StreamSliver(f, buf, put)
			})
			if err != nil {
				return pairs[i:], fmt.Errorf("bundle: %w", err)
			}
			g.judge(ctx, s, a, q, sliver, bad)
			continue
		}
		body, err := r.Body()
		if err != nil {
			return pairs[i:], fmt.Errorf("bundle: %w", err)
		}
		sliver, err := redstuff.ParseSliver(a, body)
		if want := g.v.params.Index(a, q); err == nil && sliver.Index != want {
			err = fmt.Errorf("%w: got %v sliver %d, wanted %d", redstuff.ErrIndexOutOfRange, a, sliver.Index, want)
		}
		if err != nil {
			g.send(ctx, lostSliver{s, a, q, err})
			continue
		}
		if some.add(q, sliver); some.bytes >= batchedBytes && i < len(pairs)-1 {
			g.judgeAll(ctx, s, a, &some)
		}
	}
	end()
	return nil, nil
}

// batchedBytes is how much of a bundle is held back to be verified at once, which takes a quarter to a third less time than sliver by sliver (n = 1000, blobs of 100 KiB to 8 MiB,
// one core). More would keep the news from whoever waits for the last one.
const batchedBytes = 1 << 20

// A batched is slivers of one bundle that are yet to be verified.
type batched struct {
	pairs   []redstuff.PairIndex
	slivers []redstuff.Sliver
	bytes   int
}

func (b *batched) add(q redstuff.PairIndex, s redstuff.Sliver) {
	b.pairs, b.slivers, b.bytes = append(b.pairs, q), append(b.slivers, s), b.bytes+len(s.Data)
}

// judgeAll verifies and reports what is held back.
func (g *gathering) judgeAll(ctx context.Context, s *supplier, a redstuff.Axis, b *batched) {
	if len(b.slivers) == 0 || ctx.Err() != nil {
		return
	}
	for i, err := range g.verifier.VerifyMany(b.slivers) {
		if err != nil {
			g.send(ctx, lostSliver{s, a, b.pairs[i], err})
		} else {
			g.send(ctx, gotSliver{s, b.pairs[i], b.slivers[i]})
		}
	}
	*b = batched{}
}

// bySlivers uses the single endpoints, a few at a time.
func (g *gathering) bySlivers(ctx context.Context, s *supplier, a redstuff.Axis, pairs []redstuff.PairIndex) (owed []redstuff.PairIndex, err error) {
	var mu sync.Mutex // guards owed and err
	var wg sync.WaitGroup
	atOnce := max(1, g.c.cfg.Communication.RequestRate.MaxNodeConnections)
	if g.shelf != nil {
		atOnce = 1 // each has a buffer, and there are as many nodes
	}
	slots := make(chan struct{}, atOnce)
	length := g.v.params.SliverSize(a, g.verifier.SymbolSize())
	for _, q := range pairs {
		slots <- struct{}{}
		wg.Go(func() {
			defer func() { <-slots }()
			var sliver redstuff.Sliver
			var bad, e error
			if g.shelf != nil {
				sliver, bad, e = g.shelf.take(ctx, a, q, s.own, func(buf []byte, put func([]byte, int) error) (redstuff.Sliver, int, error) {
					sliver, err := s.node.api.SliverTo(ctx, g.id, q, a, length, buf, put)
					return sliver, length, err
				})
			} else if sliver, e = s.node.api.Sliver(ctx, g.id, q, a, length); errors.Is(e, nodeapi.ErrMalformed) {
				bad, e = e, nil
			}
			switch {
			case errors.Is(e, nodeapi.ErrNotFound):
				g.absent(ctx, s, a, q, nodeapi.NotStored)
			case e != nil:
				mu.Lock()
				owed, err = append(owed, q), e
				mu.Unlock()
			default:
				g.judge(ctx, s, a, q, sliver, bad)
			}
		})
	}
	wg.Wait()
	return owed, err
}

func (g *gathering) absent(ctx context.Context, s *supplier, a redstuff.Axis, q redstuff.PairIndex, why nodeapi.AbsentReason) {
	var err error
	if why != nodeapi.NotStored {
		err = fmt.Errorf("absent: %v", why)
	}
	g.send(ctx, lostSliver{s, a, q, err})
}

// judge verifies a sliver, unless that is done because it lies on a shelf, and reports it; err is what is wrong with it so far.
func (g *gathering) judge(ctx context.Context, s *supplier, a redstuff.Axis, q redstuff.PairIndex, sliver redstuff.Sliver, err error) {
	if err == nil && g.shelf == nil {
		err = g.verifier.VerifyAt(a, q, sliver)
	}
	if err != nil {
		g.send(ctx, lostSliver{s, a, q, err})
		return
	}
	g.send(ctx, gotSliver{s, q, sliver})
}
