package cli

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"bangvang/internal/viet"
)

// What lasts is told of on one line of a terminal, which is written over and cleared at the end: after a second, ten times a second at most.
const (
	progressAfter = time.Second
	progressEvery = 100 * time.Millisecond
)

// A meter tells what is being done, how much of it, how fast and how long it will last.
type meter struct {
	out  io.Writer
	runs sync.Once

	mu          sync.Mutex
	start       time.Time // of all
	what        string
	begun       time.Time // of what
	done, total int       // files; no total, no count
}

// metered is the session's meter, nil where nothing is to be shown.
func (s *session) metered() *meter {
	if s.quiet || !isTerminal(s.err) {
		return nil
	}
	if s.meter == nil {
		now := time.Now()
		s.meter = &meter{out: s.err, start: now, begun: now}
	}
	return s.meter
}

// phase is told of each phase of a build.
func (s *session) phase() func(name string) {
	m := s.metered()
	return func(name string) {
		thrift(name)
		if m != nil {
			m.at("Đang "+name, 0, 0)
		}
	}
}

// progress is told of each file that is made.
func (s *session) progress() func(done, total int) {
	if m := s.metered(); m != nil {
		return func(done, total int) { m.at("", done, total) }
	}
	return nil
}

// progressing is progress of any work on files, by what is done to them.
func (s *session) progressing() func(what string, done, total int) {
	if m := s.metered(); m != nil {
		return m.at
	}
	return nil
}

// endProgress clears the line that was written, until something else is being done.
func (s *session) endProgress() {
	if s.meter != nil {
		s.meter.clear()
	}
}

// at notes how far the work is; what is "" for more of the same.
func (m *meter) at(what string, done, total int) {
	m.runs.Do(func() { go m.run() })
	m.mu.Lock()
	defer m.mu.Unlock()
	if what != "" && what != m.what {
		m.what, m.begun = what, time.Now()
	}
	m.done, m.total = done, total
}

// run writes the line for as long as the program runs.
func (m *meter) run() {
	for now := range time.Tick(progressEvery) {
		m.tick(now)
	}
}

func (m *meter) tick(now time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.what == "" || now.Sub(m.start) < progressAfter {
		return
	}
	fmt.Fprintf(m.out, "\r\x1b[K%s", strings.TrimSpace(m.what+soFar(m.done, m.total, now.Sub(m.begun))))
}

func (m *meter) clear() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.what = ""
	fmt.Fprint(m.out, "\r\x1b[K")
}

// soFar words how much is done after a time: the time alone while there is nothing to count.
func soFar(done, total int, after time.Duration) string {
	if total == 0 {
		if seconds := int(after.Seconds()); seconds > 0 {
			return fmt.Sprintf(", %d giây", seconds)
		}
		return ""
	}
	words := fmt.Sprintf(": %s trong %s tệp", viet.FormatInt(int64(done)), viet.FormatInt(int64(total)))
	if done == 0 || after < progressAfter {
		return words
	}
	rate := float64(done) / after.Seconds()
	words += fmt.Sprintf(", %s tệp mỗi giây", viet.FormatInt(int64(rate+0.5)))
	if left := int(float64(total-done)/rate + 0.5); left >= 60 {
		words += fmt.Sprintf(", còn khoảng %d phút %d giây", left/60, left%60)
	} else if left > 0 {
		words += fmt.Sprintf(", còn khoảng %d giây", left)
	}
	return words
}

func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	i, err := f.Stat()
	return err == nil && i.Mode()&os.ModeCharDevice != 0
}
