package turns

import (
	"os"
	"time"
)

// ClockVariable names the clock of all sides in the environment: the time of day unless it is [ProcessorClock].
const ClockVariable = "BENCH_CLOCK"

// ProcessorClock is the clock that counts the time of all processors that the side's process uses. On a busy machine it says more than the time of day.
const ProcessorClock = "processor"

var started = time.Now()

// Clock returns a time to take differences of.
func Clock() time.Duration {
	if os.Getenv(ClockVariable) == ProcessorClock {
		return processorTime()
	}
	return time.Since(started)
}
