package lanes

import (
	"math/rand/v2"
	"runtime"
	"sync"
	"testing"

	"golang.org/x/crypto/blake2b"
)

// The kernels use every register, that of the goroutine included: hashing goes on rightly while the collector runs and goroutines move.
func TestConcurrent(t *testing.T) {
	const size, n = 300, 40
	r := rand.New(rand.NewPCG(20, 21))
	data := make([]byte, n*size)
	fill(r, data)
	want := make([][Size]byte, n)
	for i := range want {
		want[i] = blake2b.Sum256(append([]byte{0}, data[i*size:(i+1)*size]...))
	}
	top := make([][Size]byte, n/2)
	for i := range top {
		top[i] = innerOne(want[2*i], want[2*i+1])
	}
	var wg sync.WaitGroup
	for range 4 * runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			var p Partials
			for range 200 {
				leaves, nodes := make([][Size]byte, n), make([][Size]byte, n/2)
				Leaves(leaves, data, size, size)
				p.Reset(n, size)
				p.Write(0, n, data, 256, size)
				p.Write(0, n, data[256:], size-256, size)
				pieces := make([][Size]byte, n)
				Sum(&p, pieces)
				Inner(nodes, leaves)
				for i := range want {
					if leaves[i] != want[i] || pieces[i] != want[i] {
						t.Errorf("leaf %d differs", i)
						return
					}
				}
				for i := range top {
					if nodes[i] != top[i] {
						t.Errorf("node %d differs", i)
						return
					}
				}
			}
		})
	}
	done := make(chan struct{})
	go func() { defer close(done); wg.Wait() }()
	for {
		select {
		case <-done:
			return
		default:
			runtime.GC()
		}
	}
}
