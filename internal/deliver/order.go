package deliver

import (
	"path"
	"regexp"
	"strings"

	"bangvang/internal/outdir"
)

// hashedName is a name that changes with its content.
var hashedName = regexp.MustCompile(`\.[0-9a-f]{8,}\.\w+$`)

func hashed(name string) bool { return hashedName.MatchString(name) }

// A step is when a file travels: whatever it leads to or needs has travelled before.
type step int

const (
	stepAssets  step = iota // with a hash in their name: new beside old
	stepFiles               // pictures, data, documents
	stepNew                 // pages that were not there
	stepPages               // pages that were, and may now link to new ones
	stepEntries             // what leads to all of them
	steps
)

func (s step) String() string {
	return [...]string{"tệp giao diện", "ảnh và dữ liệu", "trang mới", "trang đã có", "trang đầu và mục lục"}[s]
}

// stepOf sorts a file by its name; isLive tells whether the live site has one of that name.
func stepOf(name string, isLive bool) step {
	top, _, deep := strings.Cut(name, "/")
	switch {
	case hashed(name):
		return stepAssets
	case !deep, top == "feed", top == "tim-kiem":
		return stepEntries
	case path.Ext(name) != ".html":
		return stepFiles
	case len(top) == 2 && path.Dir(name) == top: // the front page of a language
		return stepEntries
	case !isLive:
		return stepNew
	}
	return stepPages
}

// outlived are the hashed files of the release before that this one has no more: readers of its pages ask for them yet.
func outlived(before, now outdir.Manifest) outdir.Manifest {
	var old outdir.Manifest
	for _, e := range before {
		if _, ok := find(now, e.Name); !ok && hashed(e.Name) {
			old = append(old, e)
		}
	}
	return old
}
