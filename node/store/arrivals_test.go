package store

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"

	"walrus/redstuff"
)

// A yard is a store with a clock, to which many senders send slivers of one MiB in parts.
type yard struct {
	t   *testing.T
	s   *Store
	now time.Time
}

const yardLen = 1 << 20

func newYard(t *testing.T, o Options) *yard {
	y := &yard{t: t, now: time.Unix(1000, 0)}
	o.Now = func() time.Time { return y.now }
	y.s = mustOpen(t, vfs.NewMem(), o)
	t.Cleanup(func() {
		if err := y.s.Close(); err != nil {
			t.Error(err)
		}
		if a := y.s.arrivals; len(a.groups)+len(a.blobs)+len(a.all.sources)+len(a.all.networks)+len(a.all.groups) > 0 || a.all.amount != (Amount{}) {
			t.Errorf("counted after everything was freed: %+v", a.all)
		}
	})
	return y
}

func from(i int, upload string) Sender { return Sender{fmt.Sprintf("192.0.2.%d", i), upload} }

// send sends a sliver up to byte n of its data.
func (y *yard) send(who Sender, blob int, pair redstuff.PairIndex, n int, bound Bound) error {
	y.t.Helper()
	w := y.s.Writer(powerBlob(blob), 1)
	defer w.Close()
	bcs := append([]byte{0x80, 0x80, 0x40}, make([]byte, n)...) // the length of a MiB
	at := 0
	for _, st := range y.s.Staged(powerBlob(blob), who) {
		if st.Pair == pair {
			at = int(st.Offset)
		}
	}
	_, err := w.Stage(who, pair, redstuff.Primary, yardLen, at, bcs[at:], bound)
	return err
}

func (y *yard) must(who Sender, blob int, pair redstuff.PairIndex, n int, bound Bound) {
	y.t.Helper()
	if err := y.send(who, blob, pair, n, bound); err != nil {
		y.t.Fatalf("%v sends %d bytes of pair %d: %v", who, n, pair, err)
	}
}

func (y *yard) has(who Sender, blob, want int) {
	y.t.Helper()
	if got := len(y.s.Staged(powerBlob(blob), who)); got != want {
		y.t.Fatalf("%v has %d slivers on their way, want %d", who, got, want)
	}
}

// nodeShare is the bound that a server sets for a blob of which a node stores n slivers of a MiB.
func nodeShare(n int) Bound {
	whole := Cost(n, uint64(n)*yardLen)
	return Bound{whole.Times(4), whole.Times(16)}
}

// TestDribblers: one byte of every sliver from sixteen addresses, kept up, takes no room from anybody else.
func TestDribblers(t *testing.T) {
	const n = 8
	y := newYard(t, Options{})
	for i := range 16 {
		for up := range 4 {
			for pair := range redstuff.PairIndex(n) {
				if err := y.send(from(i, fmt.Sprint(up)), 1, pair, 1, nodeShare(n)); err != nil && !errors.Is(err, ErrStageFull) {
					t.Fatal(err)
				}
			}
		}
	}
	y.now = y.now.Add(beginWithin)
	for _, owner := range []Sender{from(100, "own"), from(3, "own"), from(101, "")} { // a newcomer, somebody behind a dribbler's address, somebody without a name
		for pair := range redstuff.PairIndex(n) {
			if err := y.send(owner, 1, pair, yardLen, nodeShare(n)); err != nil && owner.Upload != "" {
				t.Fatalf("%v is refused pair %d: %v", owner, pair, err)
			}
		}
		if owner.Upload != "" {
			y.has(owner, 1, n)
		}
	}
	y.has(from(100, "own"), 1, n) // what has a name has not made room for what has none
}

// TestFairShare: sources that have sent all they may of real bytes leave a newcomer as much as each of them keeps.
func TestFairShare(t *testing.T) {
	const n = 8
	y := newYard(t, Options{})
	for i := range 4 {
		for up := range 4 {
			for pair := range redstuff.PairIndex(n) {
				y.must(from(i, fmt.Sprint(up)), 1, pair, yardLen-1, nodeShare(n))
			}
		}
	}
	if err := y.send(from(5, ""), 1, 0, 1, nodeShare(n)); !errors.Is(err, ErrStageFull) {
		t.Fatalf("somebody without a name took room from those who have one: %v", err)
	}
	owner := from(100, "own")
	for pair := range redstuff.PairIndex(n) {
		y.must(owner, 1, pair, yardLen, nodeShare(n))
	}
	y.has(owner, 1, n)
	for i := range 4 { // and it costs nobody more than the newcomer has
		left := 0
		for up := range 4 {
			left += len(y.s.Staged(powerBlob(1), from(i, fmt.Sprint(up))))
		}
		if left < 3*n {
			t.Errorf("source %d keeps %d slivers of %d", i, left, 4*n)
		}
	}
	// The newcomer's own bound holds for him.
	full := error(nil)
	for up := 0; up < 8 && full == nil; up++ {
		for pair := range redstuff.PairIndex(n) {
			if err := y.send(from(100, fmt.Sprint("more", up)), 1, pair, yardLen, nodeShare(n)); err != nil {
				full = err
			}
		}
	}
	if !errors.Is(full, ErrStageFull) {
		t.Fatalf("one source sends without end: %v", full)
	}
}

// TestIdleLeaves: senders who stopped make room, the one who stopped first before the others, and those who go on keep what they have.
func TestIdleLeaves(t *testing.T) {
	const n = 4
	y := newYard(t, Options{})
	bound := Bound{nodeShare(n).Source, Cost(2*n, 2*n*yardLen)}
	old, going := from(1, "old"), from(2, "going")
	for pair := range redstuff.PairIndex(n) {
		y.must(old, 1, pair, yardLen/2, bound)
	}
	y.now = y.now.Add(30 * time.Second)
	for pair := range redstuff.PairIndex(n) {
		y.must(going, 1, pair, yardLen/2, bound)
	}
	y.now = y.now.Add(31 * time.Second) // old is idle, going is not
	late := from(3, "late")
	for pair := range redstuff.PairIndex(n) {
		y.must(late, 1, pair, yardLen, bound)
		y.must(going, 1, pair, yardLen, bound)
	}
	y.has(going, 1, n)
	y.has(late, 1, n)
	y.has(old, 1, 0)
}

// TestTooSlow: a byte now and then does not keep unfinished slivers, and a sender at the least rate keeps them.
func TestTooSlow(t *testing.T) {
	y := newYard(t, Options{})
	slow, steady := from(1, "slow"), from(2, "steady")
	for minute := range 12 {
		y.now = y.now.Add(time.Minute)
		for pair := range redstuff.PairIndex(3) {
			if minute < 11 {
				y.must(slow, 1, pair, minute+1, nodeShare(3))
			}
			y.must(steady, 1, pair, (minute+1)*minRate*20, nodeShare(3))
		}
		y.s.ExpireStaged(all)
		if minute == 9 {
			y.has(slow, 1, 3)
		}
	}
	y.has(slow, 1, 0)
	y.has(steady, 1, 3)
}

// TestUnfinishedOfTheStore: all blobs together stay within the store's bounds, whoever has more makes room for who has less, and blobs that are registered no more lose what they have.
func TestUnfinishedOfTheStore(t *testing.T) {
	y := newYard(t, Options{Unfinished: Amount{Bytes: 20 << 20, Slivers: 100}})
	wide := nodeShare(1000)
	big, small := from(1, "big"), from(2, "small")
	refused := 0
	for pair := range redstuff.PairIndex(24) {
		if err := y.send(big, int(pair%6), pair, yardLen-1, wide); errors.Is(err, ErrStageFull) {
			refused++
		} else if err != nil {
			t.Fatal(err)
		}
	}
	now, most, _ := y.s.Unfinished()
	if refused < 3 || !now.within(most) || most != (Amount{20 << 20, 100}) {
		t.Fatalf("%d refused, %+v of %+v on their way", refused, now, most)
	}
	for pair := range redstuff.PairIndex(8) {
		y.must(small, 7, pair, yardLen, wide)
	}
	y.has(small, 7, 8)
	for pair := range redstuff.PairIndex(200) { // slivers of one byte are bounded by their number
		if err := y.send(from(3, "many"), 8, pair, 1, wide); err != nil && !errors.Is(err, ErrStageFull) {
			t.Fatal(err)
		}
	}
	y.has(small, 7, 8)
	if now, most, _ = y.s.Unfinished(); !now.within(most) {
		t.Fatalf("%+v of %+v on their way", now, most)
	}
	y.s.ExpireStaged(func(id redstuff.BlobID) bool { return id != powerBlob(8) })
	y.has(from(3, "many"), 8, 0)
	y.has(small, 7, 8)
}

// TestHalfOfTheDisk: what is on its way never takes more than half of what the disk has free.
func TestHalfOfTheDisk(t *testing.T) {
	a := newArrivals(Options{Now: time.Now}, func() (uint64, bool) { return 10 << 20, true })
	a.all.amount.Bytes = 2 << 20
	if got := a.most(); got != (Amount{6 << 20, defaultUnfinishedSlivers}) {
		t.Fatalf("%+v", got)
	}
	a = newArrivals(Options{Now: time.Now}, func() (uint64, bool) { return 0, false })
	if got := a.most(); got != (Amount{defaultUnfinishedBytes, defaultUnfinishedSlivers}) {
		t.Fatalf("%+v of a disk that does not say", got)
	}
}

// full has a store that may have 64 slivers on their way, and enters them, of two blocks each, from senders that are told by number.
func full(t *testing.T, who func(i int) Sender) (y *yard, enter func(Sender) error) {
	t.Helper()
	y = newYard(t, Options{Unfinished: Amount{Slivers: 64}})
	pair := redstuff.PairIndex(0)
	enter = func(from Sender) error {
		pair++
		return y.send(from, 1, pair, 5000, Bound{Cost(100, 1<<30), Cost(100, 1<<30)})
	}
	for i := range 64 {
		if err := enter(who(i)); err != nil {
			t.Fatal(err)
		}
	}
	return y, enter
}

// TestRefusalIsRemembered: who finds no room is refused without another search for a while, and so is who would hold more than him, but not who holds less.
func TestRefusalIsRemembered(t *testing.T) {
	y, enter := full(t, func(i int) Sender { return from(i, "a") })
	if err := enter(from(100, "new")); !errors.Is(err, ErrStageFull) {
		t.Fatalf("every source has one sliver: %v", err)
	}
	y.s.DropStaged(powerBlob(1), from(0, "a"), 1, redstuff.Primary)
	if err := enter(from(1, "a")); err != nil { // it has two from now on
		t.Fatal(err)
	}
	y.now = y.now.Add(refuseFor - 1)
	for _, who := range []Sender{from(100, "new"), from(100, ""), from(2, "a")} {
		if err := enter(who); !errors.Is(err, ErrStageFull) {
			t.Fatalf("%v: %v; the search was repeated", who, err)
		}
	}
	y.now = y.now.Add(1)
	if err := enter(from(100, "new")); err != nil {
		t.Fatalf("after the time for which a refusal is remembered: %v", err)
	}

	_, enter = full(t, func(i int) Sender { return from(i/2, "a") })
	if err := enter(from(0, "a")); !errors.Is(err, ErrStageFull) {
		t.Fatalf("a third sliver where everybody has two: %v", err)
	}
	if err := enter(from(100, "new")); err != nil {
		t.Fatalf("the first sliver of a source, after a refusal of a third one: %v", err)
	}
	// Of two uploads of one source the second finds room in the first, although no other source has any.
	y, enter = full(t, func(i int) Sender { return from(i/2, "a") })
	if err := enter(from(0, "a")); !errors.Is(err, ErrStageFull) {
		t.Fatal(err)
	}
	if err := enter(from(0, "b")); err != nil {
		t.Fatalf("a second upload of a source, after a refusal of the first: %v", err)
	}
	y.has(from(0, "a"), 1, 1)
}

// TestNetworksShare: all of a /48 network counts as one where networks are compared, however many sources it has.
func TestNetworksShare(t *testing.T) {
	within48 := func(net, i int) Sender { return Sender{fmt.Sprintf("2001:db8:%x:%x::/64", net, i), "a"} }
	y, enter := full(t, func(i int) Sender { return within48(0, i) })
	for _, newcomer := range []Sender{from(1, "a"), within48(1, 0)} {
		for range 16 {
			if err := enter(newcomer); err != nil {
				t.Fatalf("%v: %v", newcomer, err)
			}
		}
		y.has(newcomer, 1, 16)
	}
	if err := enter(within48(0, 100)); !errors.Is(err, ErrStageFull) {
		t.Fatalf("another source of the network that holds the most: %v", err)
	}
	if got := len(y.s.arrivals.all.networks); got != 2 {
		t.Errorf("%d networks are counted, want 2", got)
	}
	for source, want := range map[string]string{"2001:db8:1:2::/64": "2001:db8:1::/48", "2001:db8:1:2::3": "2001:db8:1::/48", "fe80::1%eth0": "fe80::/48", "192.0.2.1": "", "::ffff:192.0.2.1": "", "2001:db8::/32": "", "pipe": ""} {
		if got := networkOf(source); got != want {
			t.Errorf("%s is of the network %q, want %q", source, got, want)
		}
	}
}

// TestCountNeverFalls: a region that is said to be filled less than before costs what it did.
func TestCountNeverFalls(t *testing.T) {
	y := newYard(t, Options{})
	w := y.s.Writer(powerBlob(1), SmallShare)
	defer w.Close()
	r, err := w.Region(yardLen, from(1, "a"), nodeShare(1))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Free()
	for _, filled := range []int{9000, 5000} {
		if err := y.s.arrivals.grow(r, 1, filled); err != nil {
			t.Fatal(err)
		}
		if now, _, _ := y.s.Unfinished(); now != (Amount{3 * blockLen, 1}) || r.cost != now.Bytes {
			t.Fatalf("%+v on their way, the region costs %d, want three blocks", now, r.cost)
		}
	}
}

// TestWholeStays: what is whole and being verified is not taken from its sender, and what was taken cannot be finished.
func TestWholeStays(t *testing.T) {
	y := newYard(t, Options{Unfinished: Amount{Bytes: 3 << 20, Slivers: 100}})
	w := y.s.Writer(powerBlob(1), SmallShare)
	defer w.Close()
	wide := nodeShare(1000)
	var regions []*Region
	for range 2 {
		r, err := w.Region(yardLen, from(1, "a"), wide)
		if err == nil {
			err = r.Append(make([]byte, yardLen))
		}
		if err != nil {
			t.Fatal(err)
		}
		regions = append(regions, r)
	}
	if err := regions[0].Pin(); err != nil {
		t.Fatal(err)
	}
	for pair := range redstuff.PairIndex(3) {
		if err := y.send(from(2, "b"), 2, pair, yardLen/2, wide); err != nil && pair < 2 {
			t.Fatal(err)
		}
		y.now = y.now.Add(2 * time.Minute)
	}
	if err := y.send(from(3, "c"), 2, 0, yardLen, wide); err != nil {
		t.Fatal(err)
	}
	if added, err := w.Keep(regions[0], 1, redstuff.Sliver{SymbolSize: 2}); err != nil || !added {
		t.Fatalf("a whole sliver: %v, %v", added, err)
	}
	if added, err := w.Keep(regions[1], 2, redstuff.Sliver{SymbolSize: 2}); !errors.Is(err, ErrEvicted) || added {
		t.Fatalf("a sliver whose room was taken: %v, %v", added, err)
	}
	if err := w.Commit(); err != nil {
		t.Fatal(err)
	}
	if _, err := readSliver(y.s, powerBlob(1), 1, redstuff.Primary); err != nil {
		t.Fatal(err)
	}
}

// TestEvictionsRace has many senders fill the bounds from several goroutines, while others finish and expire: the counts end at zero, which newYard checks, and what is kept reads back.
func TestEvictionsRace(t *testing.T) {
	y := newYard(t, Options{Unfinished: Amount{Bytes: 6 << 20, Slivers: 40}})
	bound := Bound{Amount{2 << 20, 16}, Amount{4 << 20, 30}}
	var wg sync.WaitGroup
	for i := range 6 {
		wg.Go(func() {
			rng := rand.New(rand.NewPCG(uint64(i), 1))
			who := from(i/2, []string{"", "a", "b"}[i%3])
			for round := range 150 {
				blob := rng.IntN(2)
				w := y.s.Writer(powerBlob(blob), SmallShare)
				r, err := w.Region(yardLen/4, who, bound)
				for err == nil && r.Filled() < r.Len() {
					err = r.Append(make([]byte, 32<<10))
				}
				pair := redstuff.PairIndex(i*150 + round)
				switch {
				case errors.Is(err, ErrStageFull) && r == nil:
				case err != nil:
					if !errors.Is(err, ErrStageFull) && !errors.Is(err, ErrEvicted) {
						t.Error(err)
					}
					w.Suspend(r, who, pair, redstuff.Secondary)
				case rng.IntN(3) == 0:
					added, err := w.Keep(r, pair, redstuff.Sliver{Axis: redstuff.Secondary, SymbolSize: 2})
					if err == nil {
						err = w.Commit()
					}
					if err == nil && added {
						_, err = readSliver(y.s, powerBlob(blob), pair, redstuff.Secondary)
					}
					if err != nil && !errors.Is(err, ErrEvicted) {
						t.Error(err)
					}
				default:
					w.Suspend(r, who, pair, redstuff.Secondary)
				}
				w.Close()
				if round%20 == 0 {
					y.s.ExpireStaged(func(redstuff.BlobID) bool { return rng.IntN(4) > 0 })
				}
				if now, most, _ := y.s.Unfinished(); !now.within(most) {
					t.Errorf("%+v of %+v", now, most)
				}
			}
		})
	}
	wg.Wait()
	for _, p := range y.s.stage.byBlob() {
		for _, p := range p {
			y.s.DropStaged(p.k.blob, p.from, p.k.pair, p.k.axis)
		}
	}
}

// TestEvictedBytesAreFree: room that was taken from a sender is given back to the file system at once, while the blob is written on.
func TestEvictedBytesAreFree(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux gives room back within a file")
	}
	s := mustOpenDisk(t)
	w := s.Writer(powerBlob(1), SmallShare)
	defer w.Close()
	bound := Bound{Cost(64, 4<<20), Cost(64, 4<<20)}
	for i := range 64 {
		for part := range 16 {
			bcs := append([]byte{0x80, 0x80, 0x40}, make([]byte, yardLen)...)
			off, end := part*65536, (part+1)*65536
			_, err := w.Stage(from(i, fmt.Sprint(i)), 0, redstuff.Primary, yardLen, off, bcs[off:end], bound)
			if err != nil && !errors.Is(err, ErrStageFull) && !errors.Is(err, ErrGap) {
				t.Fatal(err)
			}
		}
	}
	f, err := os.Open(filepath.Join(s.dir, bundleDir, bundleName(powerBlob(1))))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.Sync(); err != nil {
		t.Fatal(err)
	}
	if got := blocks(t, f); got > 6<<20 {
		t.Errorf("%d bytes on the disk, 4 MiB may be on their way", got)
	}
}

func mustOpenDisk(t *testing.T) *Store {
	t.Helper()
	s, err := Open(vfs.Default, t.TempDir(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// BenchmarkEviction is one sliver that finds no room in a store full of the slivers of many senders.
func BenchmarkEviction(b *testing.B) {
	s, err := Open(vfs.NewMem(), "n", Options{Unfinished: Amount{Slivers: 65_536}})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	w := s.Writer(powerBlob(1), SmallShare)
	defer w.Close()
	wide := Bound{Cost(1<<20, 1<<40), Cost(1<<20, 1<<40)}
	for i := range 65_536 {
		if _, err := w.Region(1000, from(i%1000, fmt.Sprint(i)), wide); err != nil {
			b.Fatal(err)
		}
	}
	i := 1000
	for b.Loop() {
		i++
		if _, err := w.Region(1000, from(i, "new"), wide); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRefusal is one sliver for which nobody may be made to give room, in a store full of the slivers of as many sources: when that is remembered, and when it is not.
func BenchmarkRefusal(b *testing.B) {
	a := newArrivals(Options{Now: time.Now, StageTTL: time.Hour}, func() (uint64, bool) { return 1 << 40, true })
	wide := Bound{Cost(1<<20, 1<<40), Cost(1<<20, 1<<40)}
	enter := func(source string, blob int) error {
		r := &Region{space: &space{blob: powerBlob(blob)}, length: yardLen, done: true}
		if err := a.enter(r, Sender{source, "a"}, wide); err != nil {
			return err
		}
		return a.grow(r, 4097, 4097)
	}
	for i := range defaultUnfinishedSlivers {
		if err := enter(fmt.Sprintf("2001:db8:%x::/64", i), i%100); err != nil {
			b.Fatal(err)
		}
	}
	for _, remembered := range []bool{true, false} {
		b.Run(fmt.Sprintf("remembered=%v", remembered), func(b *testing.B) {
			for b.Loop() {
				if !remembered {
					a.all.refused = nil
				}
				if err := enter("192.0.2.1", 1); !errors.Is(err, ErrStageFull) {
					b.Fatal(err)
				}
			}
		})
	}
}
