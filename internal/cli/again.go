package cli

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"bangvang/internal/build"
	"bangvang/internal/edition"
)

// told is what a build said that would be said again of the same input.
type told struct {
	Problems string
	Made     string
	PDF      edition.Path
}

// build carries out a build, unless it is the last one over again: then what that one told is told again, and nothing is made.
func (s *session) build(ctx context.Context, opt build.Options) error {
	start := time.Now()
	times := s.timed(&opt)
	if times != nil {
		times.phase("so với lần dựng trước")
	}
	memory := build.Remember(opt, s.manner())
	var last told
	if did, ok := memory.Again(ctx, &last); ok && s.profile == "" { // a profile is of a build
		io.WriteString(s.err, last.Problems)
		if !s.quiet {
			io.WriteString(s.out, last.Made)
			s.folder(opt, did)
			s.line("Thời gian", lasted(time.Since(start)))
			s.opens(opt, last.PDF)
		}
		io.WriteString(s.err, times.tell())
		return nil
	}
	defer func() { io.WriteString(s.err, times.tell()) }()
	return s.run(opt, func() (*build.Result, error) {
		r, err := build.Build(ctx, opt)
		if times != nil {
			times.phase("ghi nhớ")
		}
		if err == nil && !r.Failed(opt.Strict) {
			memory.Keep(r, told{s.problemText(&r.Problems, lines(r)), s.heard(func() { s.used(r) }), pdfOf(r)})
		}
		return r, err
	})
}

// manner is how problems and figures are told.
func (s *session) manner() string { return fmt.Sprintf("%t", s.colour()) }

// heard is what would go to standard output.
func (s *session) heard(say func()) string {
	var b strings.Builder
	out := s.out
	s.out = &b
	defer func() { s.out = out }()
	say()
	return b.String()
}
