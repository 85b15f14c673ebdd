package build

import (
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Once in thirty days a build removes what no build has asked for since the time before. A month without builds counts for nothing, then; and what
// goes too early, since builds find most of their files made and ask for little, is made again. Of pictures, which take longest, only a build that
// made all files knows which are in use. Two builds at once, and one that is killed, do no harm: each file goes by itself, and whoever misses it makes it.
//
// The clock decides that alone, and nothing that is made.
const (
	sweepEvery = 30 * aDay
	aDay       = 24 * time.Hour
)

// sweptKinds are the folders of the cache in which there is nothing that cannot be made again.
var sweptKinds = []string{"book", "column", "font", "made", "packed", "page", "scene", "still", spareKind, pictureKind}

const (
	pictureKind = "picture"
	spareKind   = "spare"
	sweptKind   = "swept" // of each of them an empty file, as old as it was swept last
	newPrefix   = ".new-" // of files that are being written
)

// freshen notes by a file's time that it is used, to a day.
func (a Ask) freshen(path string) {
	now := time.Now()
	if st, err := os.Stat(path); err == nil && now.Sub(st.ModTime()).Abs() >= aDay && a.may("touch", path) == nil {
		_ = os.Chtimes(path, time.Time{}, now) // else it goes early
	}
}

// sweep keeps the cache small.
func (r *Result) sweep(opt Options) {
	cache := filepath.Join(opt.Source, ".bangvang", "cache")
	opt.Ask.sweep(cache, "", func(name string) bool { return strings.HasPrefix(name, newPrefix) })
	own := filepath.Base(Options{Source: opt.Source}.spare()) // others are of before the folder was moved
	for _, kind := range sweptKinds {
		if kind != pictureKind || r.Out.Spared == 0 {
			opt.Ask.sweep(cache, kind, func(name string) bool { return kind != spareKind || name != own })
		}
	}
}

// sweep removes of a folder in the cache what is old and may go.
func (a Ask) sweep(cache, kind string, may func(name string) bool) {
	mark := filepath.Join(cache, sweptKind, "of-"+kind)
	last, err := os.Stat(mark)
	age := time.Duration(-1)
	if err == nil {
		age = time.Since(last.ModTime())
	}
	if 0 <= age && age < sweepEvery || a.place(filepath.Dir(mark), mark) != nil || age < 0 { // the first time, or the clock was wrong then
		return
	}
	before := last.ModTime().Add(-aDay) // see freshen
	entries, _ := os.ReadDir(filepath.Join(cache, kind))
	for _, e := range entries {
		path := filepath.Join(cache, kind, e.Name())
		if st, err := e.Info(); err == nil && may(e.Name()) && st.ModTime().Before(before) && a.may("remove", path) == nil {
			_ = os.RemoveAll(path) // else the next time
		}
	}
}
