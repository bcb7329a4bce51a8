package client

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"walrus/nodeapi"
	"walrus/redstuff"
)

// A broadcast makes the primary repair slivers of a streamed blob, which lie in no file, for all nodes at once: batch by batch of columns, in a few buffers that are filled
// again when every node has taken what they held.
//
// It goes through the columns in passes. The first one begins when all nodes have come for it or are known not to; those that failed meanwhile come to the next one,
// which begins at the first column that one of them lacks. Within a pass the slowest node sets the pace, for as long as patience lasts; then those behind are dropped,
// to come again, unless no quorum would be left.
type broadcast struct {
	stream    *redstuff.Stream
	step      int // columns of a batch
	batches   int // in all
	most      int // buffers
	quorum    int // shards
	confirmed func() int
	helpAfter time.Duration // how long nodes may hold up others before heldUp is called
	heldUp    func()        // called while nodes hold up others that no quorum can do without, and when a first one does not come; may be called often

	mu      sync.Mutex // guards what follows, and the listeners
	cond    *sync.Cond
	unheard map[*node]bool               // nodes that were told to begin and have neither come nor failed yet
	running map[*node]bool               // nodes that may come, or come again
	without map[*node]bool               // those of them that need nothing of this
	joined  []*listener                  // for the next pass
	since   time.Time                    // the first of them came
	members []*listener                  // of this pass
	slots   [][]byte                     // batch b lies in slots[b%len(slots)], sliver by sliver; they change between passes only
	slivers []redstuff.SliverIndex       // that members of this pass want, rising
	place   map[redstuff.SliverIndex]int // of each of them in a slot
	made    int                          // batches of this pass below it are made, if a member may want them
	last    time.Time                    // the last of them was made
	err     error                        // ends everything
}

const (
	// broadcastBytes bounds the buffers of a broadcast, unless one column alone has more: 44 MB at the largest symbol size. Fewer bytes mean smaller batches, and more
	// parts for nodes to put together. A pass for more slivers than were expected may have one buffer that is larger than batchTarget by as much.
	broadcastBytes = 48 << 20
	batchTarget    = 24 << 20
	maxSlots       = 4

	// firstPatience is how long the first pass waits for nodes that are slow to connect, once one has come; laterPatience that of the others.
	firstPatience = 3 * time.Second
	laterPatience = 500 * time.Millisecond
	// lagBase and half the time of a pass are how long a pass may be held up by nodes that no quorum needs.
	lagBase       = 5 * time.Second
	broadcastTick = 50 * time.Millisecond
)

// errLagging is a node that was dropped from a pass because it held up the others, or that asked for a batch that is gone.
var errLagging = errors.New("storage node takes its slivers too slowly")

// newBroadcast prepares a broadcast to nodes, of which no pass is expected to want more than rows slivers.
func newBroadcast(s *redstuff.Stream, nodes []*node, rows, quorum int, confirmed func() int) *broadcast {
	p := s.Params()
	column := max(rows, 1) * s.SymbolSize()
	b := &broadcast{stream: s, quorum: quorum, most: maxSlots, helpAfter: defaultHedge / 2, confirmed: confirmed, heldUp: func() {}, unheard: map[*node]bool{}, running: map[*node]bool{}, without: map[*node]bool{}}
	b.step = min(max(1, batchTarget/column), p.K2)
	b.batches = (p.K2 + b.step - 1) / b.step
	b.cond = sync.NewCond(&b.mu)
	for _, n := range nodes {
		b.running[n] = true
	}
	return b
}

// columns is the range of a batch.
func (b *broadcast) columns(batch int) (from, to int) {
	return batch * b.step, min((batch+1)*b.step, b.stream.Params().K2)
}

// bytes is the range of a batch in each sliver's data.
func (b *broadcast) bytes(batch int) (from, to int) {
	from, to = b.columns(batch)
	return from * b.stream.SymbolSize(), to * b.stream.SymbolSize()
}

// expect notes that nodes were told to begin.
func (b *broadcast) expect(nodes []*node) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, n := range nodes {
		if b.running[n] {
			b.unheard[n] = true
		}
	}
	b.cond.Broadcast()
}

// spare notes that a node has begun and needs nothing of this.
func (b *broadcast) spare(n *node) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.unheard, n)
	b.without[n] = true
	b.cond.Broadcast()
}

// heard notes that a node's first attempt has ended, whether it came for the broadcast or not.
func (b *broadcast) heard(n *node) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.unheard, n)
	b.cond.Broadcast()
}

// finished notes that a node will not come again.
func (b *broadcast) finished(n *node) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.unheard, n)
	delete(b.running, n)
	delete(b.without, n)
	b.cond.Broadcast()
}

// run makes passes until no node may come again, or ctx ends.
func (b *broadcast) run(ctx context.Context) {
	defer context.AfterFunc(ctx, func() { b.end(context.Cause(ctx)) })()
	stop := make(chan struct{})
	var wg sync.WaitGroup
	defer wg.Wait()
	defer close(stop)
	wg.Go(func() { // what waits for time to pass looks at the clock this often
		tick := time.NewTicker(broadcastTick)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				b.cond.Broadcast()
			case <-stop:
				return
			}
		}
	})
	for first := true; b.gather(first); first = false {
		b.pass()
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.err == nil { // else somebody may still read them
		b.free()
	}
}

// end wakes everybody with err.
func (b *broadcast) end(err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.err == nil {
		b.err = err
	}
	b.cond.Broadcast()
}

// gather waits for the members of the next pass, and reports whether there is one.
func (b *broadcast) gather(first bool) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	for {
		switch {
		case b.err != nil || len(b.running) == 0:
			return false
		case len(b.joined) == 0:
		case first && (len(b.unheard) == 0 || time.Since(b.since) > firstPatience),
			!first && (len(b.joined)+len(b.without) == len(b.running) || time.Since(b.since) > laterPatience):
			b.members, b.joined = b.joined, nil
			b.made = b.batches
			for _, l := range b.members {
				l.state = listening
				b.made = min(b.made, l.next)
			}
			b.plan()
			return true
		case time.Since(b.since) > b.helpAfter:
			b.complain()
		}
		b.cond.Wait()
	}
}

// plan finds what the members of a pass want, and makes room for it; mu is held.
func (b *broadcast) plan() {
	b.place = map[redstuff.SliverIndex]int{}
	b.slivers = b.slivers[:0]
	for _, l := range b.members {
		for _, r := range l.rows {
			i := b.stream.Params().Index(r.at.axis, r.at.pair)
			if _, known := b.place[i]; !known {
				b.place[i] = 0
				b.slivers = append(b.slivers, i)
			}
		}
	}
	slices.Sort(b.slivers)
	for at, i := range b.slivers {
		b.place[i] = at
	}
	batch := len(b.slivers) * b.step * b.stream.SymbolSize()
	count := min(max(1, broadcastBytes/max(batch, 1)), b.most, b.batches)
	if count != len(b.slots) || batch > len(b.slots[0]) {
		b.free()
		for range count {
			b.slots = append(b.slots, batchMemory.take(batch))
		}
	}
}

// free gives the buffers back.
func (b *broadcast) free() {
	for _, s := range b.slots {
		batchMemory.give(s)
	}
	b.slots = nil
}

// complain tells that nodes are held up; mu is held, but for a moment in between.
func (b *broadcast) complain() {
	b.mu.Unlock()
	defer b.mu.Lock()
	b.heldUp()
}

// pass makes the batches that its members want.
func (b *broadcast) pass() {
	began, held := time.Now(), time.Duration(0)
	for batch := b.made; batch < b.batches; batch++ {
		if !b.room(batch-len(b.slots), began, &held) {
			return
		}
		from, to := b.columns(batch)
		if err := b.stream.RepairColumnsOf(b.slots[batch%len(b.slots)], b.slivers, from, to); err != nil {
			b.end(&sourceError{err})
			return
		}
		b.mu.Lock()
		b.made, b.last = batch+1, time.Now()
		b.cond.Broadcast()
		b.mu.Unlock()
	}
	b.room(b.batches, began, &held) // the buffers are the members' until all have left
}

// room waits until all members have taken batch, or are dropped, and reports whether any are left. held adds up for how long they were waited for though others
// that suffice were ready.
func (b *broadcast) room(batch int, began time.Time, held *time.Duration) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	var first time.Time // that some were seen to be ready
	for last := time.Now(); ; {
		if b.err != nil || len(b.members) == 0 {
			return false
		}
		var behind []*listener
		ready := 0
		for _, l := range b.members {
			if l.next <= batch {
				behind = append(behind, l)
			} else {
				ready += l.n.weight()
			}
		}
		if len(behind) == 0 {
			return true
		}
		now := time.Now()
		if ready > 0 && first.IsZero() {
			first = now
		}
		if ready > 0 && now.Sub(first) > b.helpAfter+first.Sub(b.last) { // they take more than twice as long
			b.complain()
		}
		for _, l := range b.joined { // they are sure to come
			ready += l.n.weight()
		}
		if ready > 0 && ready+b.confirmed() >= b.quorum {
			if *held += now.Sub(last); *held > lagBase+now.Sub(began)/2 {
				for _, l := range behind {
					b.drop(l, errLagging)
				}
				*held = 0
				continue
			}
		}
		last = now
		b.cond.Wait()
	}
}

// drop ends a listener; mu is held. One that is just reading stays a member until it has read.
func (b *broadcast) drop(l *listener, why error) {
	if l.state != gone {
		l.state, l.err = gone, why
	}
	is := func(m *listener) bool { return m == l }
	b.joined = slices.DeleteFunc(b.joined, is)
	if l.reading == 0 {
		b.members = slices.DeleteFunc(b.members, is)
	}
	b.cond.Broadcast()
}

// A listener is one attempt to send a node the primary repair slivers that it lacks.
type listener struct {
	b    *broadcast
	n    *node
	rows []row

	// guarded by b.mu
	state   listenerState
	next    int // first batch that it has not taken whole
	reading int // reads that have a batch's buffer: it stays as it is until they are done, even if the listener is dropped meanwhile
	err     error
}

type listenerState int

const (
	idle      listenerState = iota // it has not asked for anything yet
	waiting                        // for the next pass
	listening                      // member of this one
	gone
)

// listen prepares an attempt; it takes part from its first read on. leave must be called in the end.
func (b *broadcast) listen(n *node, rows []row) *listener {
	l := &listener{b: b, n: n, rows: rows, next: b.batches - 1}
	for _, r := range rows {
		l.next = min(l.next, r.from/(b.step*b.stream.SymbolSize()))
	}
	return l
}

// leave ends the attempt; reads fail from now on.
func (l *listener) leave() {
	l.b.mu.Lock()
	defer l.b.mu.Unlock()
	l.b.drop(l, errLagging)
}

// advance says that all batches below batch have been taken.
func (l *listener) advance(batch int) {
	l.b.mu.Lock()
	defer l.b.mu.Unlock()
	l.next = max(l.next, batch)
	l.b.cond.Broadcast()
}

// read copies bytes of the sliver with index i out of a batch, from byte off of its data on, once the batch is made.
func (l *listener) read(batch, i int, dst []byte, off int) error {
	b := l.b
	buf, err := l.wait(batch)
	if err != nil {
		return err
	}
	from, to := b.bytes(batch)
	at := b.place[redstuff.SliverIndex(i)]*(to-from) + off - from
	copy(dst, buf[at:at+len(dst)])
	l.release()
	return nil
}

// release gives back what wait returned.
func (l *listener) release() {
	l.b.mu.Lock()
	defer l.b.mu.Unlock()
	if l.reading--; l.state == gone {
		l.b.drop(l, l.err)
	}
}

// wait returns a batch's buffer, which stays as it is until release, and after it until advance unless the listener is dropped.
func (l *listener) wait(batch int) ([]byte, error) {
	b := l.b
	b.mu.Lock()
	defer b.mu.Unlock()
	for {
		switch {
		case b.err != nil:
			return nil, b.err
		case l.state == gone:
			return nil, l.err
		case batch < l.next: // the transport begins anew
			return nil, errLagging
		case l.state == idle:
			if l.state = waiting; len(b.joined) == 0 {
				b.since = time.Now()
			}
			b.joined = append(b.joined, l)
			delete(b.unheard, l.n)
			delete(b.without, l.n)
			b.cond.Broadcast()
		case l.state == listening && b.made > batch:
			l.reading++
			return b.slots[batch%len(b.slots)], nil
		}
		b.cond.Wait()
	}
}

// addTo adds the slivers to a bundle, as parts.
func (l *listener) addTo(body *nodeapi.BundleBody, head func(place) (redstuff.Sliver, int)) {
	var inner nodeapi.BundleBody // any batch of whole width between the first and the last, in which all slivers have a part: they are alike
	for batch := l.next; batch < l.b.batches; batch++ {
		probe := &inner
		if batch == 0 || batch == l.b.batches-1 || l.skips(batch) {
			probe = new(nodeapi.BundleBody)
		}
		if probe.Frames() == 0 {
			l.addBatch(probe, batch, head)
		}
		body.Later(probe.Size(), probe.Frames(), func() *nodeapi.BundleBody {
			l.advance(batch)
			part := new(nodeapi.BundleBody)
			l.addBatch(part, batch, head)
			return part
		})
	}
	body.Later(0, 0, func() *nodeapi.BundleBody {
		l.leave()
		return new(nodeapi.BundleBody)
	})
}

// skips reports whether the node has some sliver's part of a batch in full.
func (l *listener) skips(batch int) bool {
	_, to := l.b.bytes(batch)
	return slices.ContainsFunc(l.rows, func(r row) bool { return to <= r.from })
}

// addBatch adds the parts that lie in one batch. A sliver whose part the node has in full is left out; one that it has in part begins where the batch does.
func (l *listener) addBatch(body *nodeapi.BundleBody, batch int, head func(place) (redstuff.Sliver, int)) {
	from, to := l.b.bytes(batch)
	for _, r := range l.rows {
		s, length := head(r.at)
		if to <= r.from && to < length {
			continue
		}
		body.StreamParts(r.at.pair, s, length, from, to, func(dst []byte, off int) error { return l.read(batch, int(s.Index), dst, off) })
	}
}
