package cli

import (
	"fmt"
	"os"
	"time"
)

// progressAfter is how long a build is silent.
const progressAfter = time.Second

// progress shows how many files are made, on a terminal only and only when it takes long. It returns nil where nothing is to be shown.
func (s *session) progress() func(done, total int) {
	show := s.progressing()
	if show == nil {
		return nil
	}
	return func(done, total int) { show("Đang ghi", done, total) }
}

// progressing is progress of any work on files, by what is done to them.
func (s *session) progressing() func(what string, done, total int) {
	if s.quiet || !isTerminal(s.err) {
		return nil
	}
	start := time.Now()
	last := start
	return func(what string, done, total int) {
		now := time.Now()
		if now.Sub(start) < progressAfter || now.Sub(last) < 100*time.Millisecond {
			return
		}
		last = now
		fmt.Fprintf(s.err, "\r\x1b[K%s %d/%d tệp", what, done, total)
	}
}

// endProgress clears the line that progress wrote.
func (s *session) endProgress() {
	if isTerminal(s.err) {
		fmt.Fprint(s.err, "\r\x1b[K")
	}
}

func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	i, err := f.Stat()
	return err == nil && i.Mode()&os.ModeCharDevice != 0
}
