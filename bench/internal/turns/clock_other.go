//go:build !unix

package turns

import "time"

// processorTime is the time of day where the system has no other clock that is known here.
func processorTime() time.Duration { return time.Since(started) }
