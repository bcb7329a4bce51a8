package server

import (
	"context"
	"runtime"
	"sync"
)

// checkers are the processors for verification, shared by all servers of a process however many nodes it runs. Each use holds up to 10 MiB and ends by itself, so that a wait for one is
// a wait in a queue that moves.
type checkers chan struct{} // one token per verification under way

var processCheckers = sync.OnceValue(func() checkers { return make(checkers, runtime.GOMAXPROCS(0)) })

// run runs f while holding one of the places for verification.
func (c checkers) run(ctx context.Context, f func() error) error {
	select {
	case c <- struct{}{}:
		defer func() { <-c }()
		return f()
	case <-ctx.Done():
		return ctx.Err()
	}
}
