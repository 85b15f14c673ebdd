//go:build !unix

package private

import "time"

var begun = time.Now()

// spent is the time since the tests began, where the processor's own is not told.
func spent() time.Duration { return time.Since(begun) }
