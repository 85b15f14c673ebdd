package build

import (
	"encoding/hex"
	"path/filepath"
	"strconv"

	"bangvang/internal/chart"
	"bangvang/internal/digest"
	"bangvang/internal/fileset"
)

// sound remembers that a book, by its origin, was laid with nothing to tell of it and nothing personal in it, and how many pages it has.
type sound struct {
	store chart.Store
	key   string // "" remembers nothing
}

func (r *Result) sound(origin fileset.Origin, opt Options) sound {
	under, ok := r.conditions()
	book, told := origin()
	if !ok || !told {
		return sound{}
	}
	sum, _ := digest.Of(under, book)
	return sound{cacheIn(filepath.Join(opt.Source, ".bangvang", "cache"), "book", ".txt", opt.Ask), hex.EncodeToString(sum[:])}
}

func (s sound) pages() (int, bool) {
	if s.key == "" {
		return 0, false
	}
	b, ok := s.store.Load(s.key)
	n, err := strconv.Atoi(string(b))
	return n, ok && err == nil
}

func (s sound) keep(pages int) {
	if s.key != "" {
		s.store.Save(s.key, strconv.AppendInt(nil, int64(pages), 10))
	}
}
