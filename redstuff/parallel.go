package redstuff

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// forEach calls work for each i below n on all cores. newWorker makes the function that one goroutine
// runs, so that it can own scratch memory. The first error ends the loop and is returned. All goroutines
// have ended when it returns.
func forEach(n int, newWorker func() func(i int) error) error {
	return forEachWith(n, 0, func() (func(int) error, func()) { return newWorker(), func() {} })
}

// forEachWith is forEach with ahead goroutines more than there are cores, for work that waits for input and output. A worker has a second function, which is
// called when it has nothing more to do.
func forEachWith(n, ahead int, newWorker func() (work func(i int) error, end func())) error {
	workers := min(n, runtime.GOMAXPROCS(0)+ahead)
	if workers <= 1 {
		work, end := newWorker()
		defer end()
		for i := range n {
			if err := work(i); err != nil {
				return err
			}
		}
		return nil
	}
	var (
		next   atomic.Int64
		wg     sync.WaitGroup
		failed sync.Once
		first  error
	)
	for range workers {
		wg.Go(func() {
			work, end := newWorker()
			defer end()
			for {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				if err := work(i); err != nil {
					failed.Do(func() { first = err })
					next.Store(int64(n)) // the others stop at their next step
					return
				}
			}
		})
	}
	wg.Wait()
	return first
}

// share returns the length of the pieces in which n items are shared among all cores: about four per core,
// at most limit, at least 1.
func share(n, limit int) int {
	return max(1, min(limit, n/(4*runtime.GOMAXPROCS(0))))
}
