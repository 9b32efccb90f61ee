package search

// Work on all processors at once, of which the result does not depend on who did
// what.

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// parallel calls do for 0..n-1, on all processors, a few at a time; do must
// write only what belongs to its own number.
func parallel(n int, do func(i int)) {
	const step = 16
	workers := min(runtime.GOMAXPROCS(0), (n+step-1)/step)
	if workers < 2 {
		for i := range n {
			do(i)
		}
		return
	}
	var next atomic.Int64
	var running sync.WaitGroup
	for range workers {
		running.Go(func() {
			for {
				from := int(next.Add(step)) - step
				if from >= n {
					return
				}
				for i := from; i < min(n, from+step); i++ {
					do(i)
				}
			}
		})
	}
	running.Wait()
}
