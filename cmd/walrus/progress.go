package main

import (
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"walrus/client"
)

// phaseNames are what people read while a phase goes on.
var phaseNames = map[client.Phase]string{
	client.PhaseEncode:   "encoding",
	client.PhaseRegister: "registering",
	client.PhaseUpload:   "shards confirmed",
	client.PhaseCertify:  "certifying",
	client.PhaseMetadata: "asking for metadata",
	client.PhaseSlivers:  "slivers received",
	client.PhaseDecode:   "decoding",
	client.PhaseTail:     "shards that have all",
}

// bars shows one progress bar per file, for the phase it is in.
type bars struct {
	progress *mpb.Progress

	mu      sync.Mutex
	running map[string]*phaseBar // by path
	ended   bool
}

type phaseBar struct {
	phase client.Phase
	bar   *mpb.Bar
	sent  atomic.Uint64 // bytes, while uploading; the bar's own goroutine reads it
}

// startBars returns what to give a client as its progress function, and a function that removes all bars, to be called before results are
// printed. Without a terminal, or in JSON mode, nothing is shown.
func (a *app) startBars() (show func(client.Progress), end func()) {
	if a.json || !isTerminal(a.stderr) {
		return nil, func() {}
	}
	b := &bars{progress: mpb.New(mpb.WithOutput(a.stderr), mpb.WithWidth(48)), running: map[string]*phaseBar{}}
	return b.show, b.end
}

// show puts one step on the screen.
func (b *bars) show(p client.Progress) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.ended {
		return
	}
	now := b.running[p.Path]
	if now != nil && now.phase != p.Phase {
		now.bar.Abort(true)
		now = nil
		delete(b.running, p.Path)
	}
	if p.Phase == client.PhaseDone {
		return
	}
	if now == nil {
		now = &phaseBar{phase: p.Phase}
		now.bar = b.add(p, &now.sent)
		b.running[p.Path] = now
	}
	now.sent.Store(p.Sent)
	now.bar.SetTotal(int64(max(p.Total, p.Done)), false)
	now.bar.SetCurrent(int64(p.Done))
}

// add puts a new bar on the screen for the phase of p.
func (b *bars) add(p client.Progress, sent *atomic.Uint64) *mpb.Bar {
	name := phaseNames[p.Phase]
	if p.Path != "" {
		name = p.Path + ": " + name
	}
	count := decor.Any(func(s decor.Statistics) string { return fmt.Sprintf("%d of %d", s.Current, s.Total) })
	switch p.Phase {
	case client.PhaseUpload: // nodes confirm when they have everything, so the bytes tell more in between
		count = decor.Any(func(s decor.Statistics) string {
			return fmt.Sprintf("%d of %d, %s sent", s.Current, s.Total, humanBytes(sent.Load()))
		})
	case client.PhaseEncode:
		count = decor.Any(func(s decor.Statistics) string {
			return humanBytes(uint64(s.Current)) + " of " + humanBytes(uint64(s.Total))
		})
	}
	// A bar made without a total does not end by itself when it is full: it stays until its phase ends.
	return b.progress.AddBar(0,
		mpb.PrependDecorators(decor.Name(name, decor.WCSyncSpaceR)),
		mpb.AppendDecorators(count))
}

// end takes all bars off the screen.
func (b *bars) end() {
	b.mu.Lock()
	b.ended = true
	for path, now := range b.running {
		now.bar.Abort(true)
		delete(b.running, path)
	}
	b.mu.Unlock()
	b.progress.Wait()
}
