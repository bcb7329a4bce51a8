package main

import (
	"context"
	"fmt"
	"sync"
	"time"

	"walrus/client"
)

// A settler ends what goes on in the background, see client.Client.Settle.
type settler interface {
	Settle(ctx context.Context) error
}

// tailNotice is how long the rest of a detached store may take before it is spoken of.
const tailNotice = 300 * time.Millisecond

// settle waits, after the results are printed, for what a detached store (tail_handling) still sends to nodes that its certificates did without. An interruption ends that
// alone: what is certified is stored.
func (a *app) settle(ctx context.Context, c settler, t *tailBars) {
	defer t.end()
	if ctx.Err() != nil {
		return // Close ends the rest
	}
	done := make(chan error, 1)
	go func() { done <- c.Settle(ctx) }()
	var err error
	select {
	case err = <-done:
	case <-time.After(tailNotice):
		a.notice("the rest goes to nodes that the certificates did without; Ctrl-C ends that, and what is certified stays stored")
		t.begin(a)
		err = <-done
	}
	if err != nil {
		t.end()
		a.notice("interrupted: what is certified is stored; nodes that lack their slivers get them from others")
	}
}

// notice tells people something on standard error; programs find it in the log.
func (a *app) notice(text string) {
	if a.json {
		a.log.Info(text)
		return
	}
	fmt.Fprintf(a.stderr, "%s %s\n", paint(a.stderr, yellow, "Note:"), text)
}

// tailBars are the progress bars of what goes on after the results. Before begin and after end they show nothing.
type tailBars struct {
	mu   sync.Mutex
	bars func(client.Progress)
	stop func()
}

func (t *tailBars) show(p client.Progress) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.bars != nil {
		t.bars(p)
	}
}

func (t *tailBars) begin(a *app) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.bars, t.stop = a.startBars()
}

func (t *tailBars) end() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.stop != nil {
		t.stop()
	}
	t.bars, t.stop = nil, nil
}
