package cli

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"bangvang/internal/build"
)

// slowestShown is how many files are told of.
const slowestShown = 10

// A lap is a phase or a file with the time that it took.
type lap struct {
	name string
	took time.Duration
}

// timings are how long each phase of a build took and each file.
type timings struct {
	mu     sync.Mutex
	phases []lap
	begun  time.Time // of the last phase
	files  []lap
}

// timed has a build's phases and files timed, if that is asked for.
func (s *session) timed(opt *build.Options) *timings {
	if !s.timings {
		return nil
	}
	t := &timings{}
	before := opt.Phase
	opt.Phase = func(name string) {
		if before != nil {
			before(name)
		}
		t.phase(name)
	}
	opt.File = t.file
	return t
}

func (t *timings) phase(name string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := time.Now()
	if n := len(t.phases); n > 0 {
		t.phases[n-1].took += now.Sub(t.begun)
	}
	t.begun = now
	t.phases = append(t.phases, lap{name: name})
}

func (t *timings) file(name string) func() {
	start := time.Now()
	return func() {
		t.mu.Lock()
		defer t.mu.Unlock()
		t.files = append(t.files, lap{name, time.Since(start)})
	}
}

// tell ends the last phase and words all of them and the slowest files. A file that reads others counts without waiting for them.
func (t *timings) tell() string {
	if t == nil {
		return ""
	}
	t.phase("")
	var b strings.Builder
	var total time.Duration
	for _, p := range t.phases[:len(t.phases)-1] {
		fmt.Fprintf(&b, "%9s  %s\n", milliseconds(p.took), p.name)
		total += p.took
	}
	fmt.Fprintf(&b, "%9s  tất cả\n", milliseconds(total))
	slices.SortFunc(t.files, func(a, b lap) int {
		if a.took != b.took {
			return int(b.took - a.took)
		}
		return strings.Compare(a.name, b.name)
	})
	if n := min(slowestShown, len(t.files)); n > 0 {
		fmt.Fprintf(&b, "\n%d tệp lâu nhất trong %d:\n", n, len(t.files))
		for _, f := range t.files[:n] {
			fmt.Fprintf(&b, "%9s  %s\n", milliseconds(f.took), f.name)
		}
	}
	return b.String()
}

func milliseconds(d time.Duration) string {
	return strings.Replace(fmt.Sprintf("%.1f ms", float64(d)/float64(time.Millisecond)), ".", ",", 1)
}
