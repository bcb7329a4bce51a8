package client

import (
	"testing"
	"time"
)

// Others are asked for what a node owes if it stands still, or is late and much slower than the fastest one; not if all of a large blob takes its time.
func TestExpected(t *testing.T) {
	begun := time.Now()
	const hedge = 2 * time.Second
	type state struct{ got, left int }
	for name, tc := range map[string]struct {
		at    time.Duration // since the beginning, when all were asked
		nodes []state       // the first one is judged
		quiet time.Duration
		want  int
	}{
		"stands still":                     {at: 3 * time.Second, nodes: []state{{1, 9}, {1, 9}}, quiet: 3 * time.Second, want: 0},
		"nothing yet":                      {at: time.Second, nodes: []state{{0, 10}, {5, 5}}, quiet: time.Second, want: 10},
		"alone and slow":                   {at: 3 * time.Second, nodes: []state{{1, 99}}, want: 99},
		"all slow alike":                   {at: 3 * time.Second, nodes: []state{{10, 990}, {20, 980}, {29, 971}}, want: 990},
		"much slower than one":             {at: 3 * time.Second, nodes: []state{{10, 990}, {31, 969}}, want: 0},
		"much slower, but only just asked": {at: 900 * time.Millisecond, nodes: []state{{1, 99}, {9, 90}}, want: 99},
		"much slower than one, but soon":   {at: 3 * time.Second, nodes: []state{{10, 8}, {31, 969}}, want: 8},
		"slower than one that has ended":   {at: 30 * time.Second, nodes: []state{{10, 990}, {100, 0}}, want: 0},
		"slow alike one that ended early":  {at: 3 * time.Second, nodes: []state{{10, 990}, {10, 0}}, want: 990},
	} {
		g := &gathering{c: &Client{opt: Options{Hedge: hedge}}, start: begun}
		now := begun.Add(tc.at)
		for _, s := range tc.nodes {
			n := &supplier{busy: s.left > 0, got: s.got, left: s.left, asked: begun, ended: begun.Add(3 * time.Second)}
			n.last.Store(now.Add(-tc.quiet).UnixNano())
			g.suppliers = append(g.suppliers, n)
		}
		if got := g.expected(g.suppliers[0], now); got != tc.want {
			t.Errorf("%s: %d slivers are expected, want %d", name, got, tc.want)
		}
	}
}
