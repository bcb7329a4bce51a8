// Package turn lets processes on one machine do something one after the other: a turn is a locked file, and the system takes the lock off when its process is killed.
package turn

import (
	"context"
	"fmt"
	"os"
	"time"
)

// A Turn is a right that one holder has at a time. The nil Turn is nobody's.
type Turn struct{ f *os.File }

// poll is how often it is looked whether somebody else's turn has ended.
const poll = 50 * time.Millisecond

// Take waits until the turn that path names is nobody's, in this process or another one, and takes it. The file is made if it is missing; its folder must be there. waiting,
// which may be nil, is called once if somebody else has the turn. The error is ctx's cause, or says that the file cannot be made or that its file system knows no locks.
func Take(ctx context.Context, path string, waiting func()) (*Turn, error) {
	for {
		f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
		if err != nil {
			return nil, err
		}
		mine, err := lock(f)
		if mine && stillThere(f) {
			return &Turn{f}, nil
		}
		_ = f.Close()
		if err != nil {
			return nil, fmt.Errorf("lock %s: %w", path, err)
		}
		if !mine && waiting != nil { // else whoever had it has removed it since, and others have a new one
			waiting()
			waiting = nil
		}
		select {
		case <-time.After(poll):
		case <-ctx.Done():
			return nil, context.Cause(ctx)
		}
	}
}

// stillThere reports whether an open file is the one that its name leads to.
func stillThere(f *os.File) bool {
	open, err := f.Stat()
	if err != nil {
		return false
	}
	named, err := os.Stat(f.Name())
	return err == nil && os.SameFile(open, named)
}

// End lets others have their turn, and removes the file. Ending it again does nothing.
func (t *Turn) End() {
	if t == nil || t.f == nil {
		return
	}
	unlock(t.f)
	t.f = nil
}
