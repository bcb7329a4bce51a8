package main

import (
	"bytes"
	"context"
	"log/slog"
	"strings"
	"testing"
	"time"

	"walrus/client"
)

// A slowTail takes some time to settle, unless it is given up.
type slowTail time.Duration

func (s slowTail) Settle(ctx context.Context) error {
	select {
	case <-time.After(time.Duration(s)):
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// TestSettle: people hear of the rest of a detached store if it takes long, and of its end if they interrupt it.
func TestSettle(t *testing.T) {
	for name, c := range map[string]struct {
		takes       slowTail
		interrupt   time.Duration
		json        bool
		said, never string
	}{
		"at once":       {takes: 0, interrupt: time.Hour, never: "Note"},
		"long":          {takes: slowTail(2 * tailNotice), interrupt: time.Hour, said: "Ctrl-C ends that", never: "interrupted"},
		"interrupted":   {takes: slowTail(time.Hour), interrupt: 2 * tailNotice, said: "interrupted: what is certified is stored"},
		"for a program": {takes: slowTail(time.Hour), interrupt: 2 * tailNotice, json: true, never: "Note"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ctx, cancel := context.WithTimeout(t.Context(), c.interrupt)
			defer cancel()
			var said bytes.Buffer
			a := &app{stderr: &said, json: c.json, log: slog.New(slog.DiscardHandler)}
			var tail tailBars
			a.settle(ctx, c.takes, &tail)
			tail.show(client.Progress{Phase: client.PhaseTail}) // late
			if !strings.Contains(said.String(), c.said) || c.never != "" && strings.Contains(said.String(), c.never) {
				t.Errorf("said %q", said.String())
			}
		})
	}
}
