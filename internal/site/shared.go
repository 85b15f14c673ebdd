package site

import (
	"strings"

	"bangvang/internal/edition"
)

// fragment is a part that pages have in common, and the addresses it leads to.
type fragment struct {
	text    string
	targets []edition.Path
}

// position is what a fragment is written for, and where.
type position struct {
	opened
	beside, section edition.Path
}

// mostFragments is how many a worker keeps; most sites have a few dozen.
const mostFragments = 512

// sharedPart is what the function "shared" of templates appends: a template for parts that the pages of a folder have in common, executed once for all of them. It must say the same whatever page
// it stands in, but for what is given to it, which are words and paths; links, and what tells which link is that of the page's section, may be
// in it. All that the functions of templates know of a page besides keeps it from being shared, as does a link into the page's own folder,
// which is written otherwise elsewhere.
func (k *worker) sharedPart(b []byte, name string, given []any) ([]byte, error) {
	of, can := k.opening(name, given)
	if !can || k.missing() || k.links != nil { // whose links are written as on no other
		return k.execute(b, name, given)
	}
	own := folderOf(k.page.Path)
	key := position{of, folderOf(own[:len(own)-1]), k.page.Section}
	if f, ok := k.fragments[key]; ok && !f.leadsInto(own) {
		k.targets = append(k.targets, f.targets...)
		return append(b, f.text...), nil
	}
	before, personal, from := k.targets, k.personal, len(b)
	k.targets, k.personal = nil, false
	b, err := k.execute(b, name, given)
	f := &fragment{string(b[from:]), k.targets}
	if err == nil && !k.personal && !f.leadsInto(own) {
		if len(k.fragments) >= mostFragments {
			clear(k.fragments)
		}
		k.fragments[key] = f
	}
	k.targets, k.personal = append(before, f.targets...), personal || k.personal
	return b, err
}

func (f *fragment) leadsInto(folder edition.Path) bool {
	for _, t := range f.targets {
		if strings.HasPrefix(string(t), string(folder)) {
			return true
		}
	}
	return false
}

// folderOf is the folder in which a page lies, with a slash at its end.
func folderOf(p edition.Path) edition.Path {
	return p[:strings.LastIndexByte(string(p), '/')+1]
}

// current is what aria-current says of a link in a list of the site's main pages.
func (k *worker) current(to edition.Path) string {
	k.personal = k.personal || k.links != nil
	switch to {
	case k.page.Path:
		return "page"
	case k.page.Section:
		return "true"
	}
	return ""
}
