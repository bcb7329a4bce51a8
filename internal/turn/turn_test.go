package turn

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// TestMain: started as a helper, it holds a turn until it is killed.
func TestMain(m *testing.M) {
	if path := os.Getenv("WALRUS_TEST_TURN"); path != "" {
		if _, err := Take(context.Background(), path, nil); err != nil {
			panic(err)
		}
		os.Stdout.WriteString("mine\n")
		time.Sleep(time.Minute) // it is killed long before
	}
	os.Exit(m.Run())
}

func TestOneAtATime(t *testing.T) {
	path := filepath.Join(t.TempDir(), "turn")
	var inside, most atomic.Int64
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 3 {
				tn, err := Take(t.Context(), path, nil)
				if err != nil {
					t.Error(err)
					return
				}
				most.Store(max(most.Load(), inside.Add(1)))
				time.Sleep(time.Millisecond)
				inside.Add(-1)
				tn.End()
				tn.End()
			}
		})
	}
	wg.Wait()
	if most.Load() != 1 {
		t.Errorf("%d had the turn at once", most.Load())
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the file stays: %v", err)
	}
	(*Turn)(nil).End()
}

func TestKilledHolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "turn")
	holder := exec.Command(os.Args[0])
	holder.Env = append(os.Environ(), "WALRUS_TEST_TURN="+path)
	out, err := holder.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := holder.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := out.Read(make([]byte, 4)); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	waited := false
	if _, err := Take(ctx, path, func() { waited = true }); !errors.Is(err, context.DeadlineExceeded) || !waited {
		t.Errorf("while another process has it: %v, told to wait: %v", err, waited)
	}
	if err := holder.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = holder.Wait() // it was killed
	tn, err := Take(t.Context(), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	tn.End()
}

func TestNoFolder(t *testing.T) {
	if _, err := Take(t.Context(), filepath.Join(t.TempDir(), "no", "turn"), nil); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a turn in no folder: %v", err)
	}
}
