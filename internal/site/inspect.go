package site

import (
	"fmt"
	"io/fs"
	"net/url"
	"slices"
	"strings"

	"bangvang/internal/fileset"
)

// Flaw is something wrong with a page that we made.
type Flaw struct {
	File string
	Text string
}

func (f Flaw) String() string { return f.File + ": " + f.Text }

// Inspect reads every page of the set and reports, in order of the files, what a well-made site would not have: markup that is not closed
// or not quoted, an id twice, a reference to no id, a link, anchor or asset that is not in the set, a script or style that the content
// security policy would stop, a heading level left out, not exactly one h1 and one main. baseURL is the site's absolute address.
// Pages are made one at a time; those that anchors lead to, twice.
func Inspect(set *fileset.Set, baseURL string) ([]Flaw, error) {
	base, err := url.Parse(baseURL)
	if err != nil {
		return nil, err
	}
	in := &inspector{set: set, base: base, anchors: map[string][]reference{}}
	for _, name := range set.Names() {
		if strings.HasSuffix(name, ".html") {
			if err := in.page(name); err != nil {
				return nil, err
			}
		}
	}
	var targets []string
	for target := range in.anchors {
		targets = append(targets, target)
	}
	slices.Sort(targets)
	for _, target := range targets {
		if err := in.resolve(target); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(in.flaws, func(a, b Flaw) int { return strings.Compare(a.File, b.File) })
	return in.flaws, nil
}

type inspector struct {
	set     *fileset.Set
	base    *url.URL
	anchors map[string][]reference // to ids of other pages, by their file
	flaws   []Flaw
}

// reference is a file that names an id.
type reference struct{ file, id string }

// sight is what one page holds.
type sight struct {
	ids      map[string]bool
	named    []string // ids that attributes of this page name
	counts   map[string]int
	level    int // of the last heading
	title    bool
	language bool
}

func (in *inspector) page(name string) error {
	b, err := in.set.Bytes(name)
	if err != nil {
		return err
	}
	s := &sight{ids: map[string]bool{}, counts: map[string]int{}}
	say := func(format string, args ...any) {
		in.flaws = append(in.flaws, Flaw{name, fmt.Sprintf(format, args...)})
	}
	err = scanMarkup(string(b), func(e *element) error {
		in.element(name, e, s, say)
		return nil
	}, func(within, text string) error {
		s.title = s.title || within == "title" && strings.TrimSpace(text) != ""
		return nil
	})
	if err != nil {
		say("%v", err)
		return nil
	}
	for _, id := range s.named {
		if !s.ids[id] {
			say("không có phần tử nào tên %q", id)
		}
	}
	if s.counts["h1"] != 1 || s.counts["main"] != 1 {
		say("%d h1, %d main", s.counts["h1"], s.counts["main"])
	}
	if !s.title || !s.language {
		say("thiếu title hoặc lang")
	}
	if strings.Contains(string(b), "ZgotmplZ") {
		say("có giá trị bị mẫu trang từ chối")
	}
	return nil
}

// idAttributes name elements of the same page.
var idAttributes = []string{"for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget"}

// addressAttributes hold addresses of pages and files.
var addressAttributes = []string{"href", "src", "action", "data-index", "data-script"}

func (in *inspector) element(file string, e *element, s *sight, say func(string, ...any)) {
	s.counts[e.name]++
	if lang, _ := e.value("lang"); e.name == "html" && lang != "" {
		s.language = true
	}
	if id, ok := e.value("id"); ok {
		if id == "" || s.ids[id] {
			say("tên %q hai lần hoặc rỗng", id)
		}
		s.ids[id] = true
	}
	if len(e.name) == 2 && e.name[0] == 'h' && e.name[1] >= '1' && e.name[1] <= '6' {
		level := int(e.name[1] - '0')
		if level > s.level+1 {
			say("đề mục h%d ngay sau h%d", level, s.level)
		}
		s.level = level
	}
	kind, _ := e.value("type")
	if _, src := e.value("src"); e.name == "style" || e.name == "script" && !src && kind != "application/json" && kind != "application/ld+json" {
		say("<%s> có nội dung trong trang", e.name)
	}
	for _, a := range e.attributes {
		switch {
		case a.name == "style" || strings.HasPrefix(a.name, "on"):
			say("thuộc tính %s bị chính sách nội dung chặn", a.name)
		case slices.Contains(idAttributes, a.name):
			s.named = append(s.named, strings.Fields(a.value)...)
		case slices.Contains(addressAttributes, a.name):
			in.address(file, e.name, a.value, s, say)
		}
	}
}

// address follows one address from an element of a page. Only a link that a reader follows may lead to another site.
func (in *inspector) address(file, element, address string, s *sight, say func(string, ...any)) {
	from, err := in.base.Parse(file)
	if err != nil {
		say("%v", err)
		return
	}
	to, err := from.Parse(address)
	if err != nil {
		say("địa chỉ %q: %v", address, err)
		return
	}
	name, inside := strings.CutPrefix(to.Path, in.base.Path)
	absolute := strings.Contains(address, ":")
	if to.Host != in.base.Host || to.Scheme != in.base.Scheme || absolute && !inside {
		if element != "a" || !slices.Contains([]string{"https", "http", "mailto", "tel"}, to.Scheme) {
			say("địa chỉ %q dẫn ra ngoài", address)
		}
		return
	}
	target, err := in.file(name)
	switch {
	case !inside || err != nil:
		say("địa chỉ %q không dẫn đến đâu", address)
	case to.Fragment == "":
	case target == file:
		s.named = append(s.named, to.Fragment)
	default:
		if !slices.Contains(in.anchors[target], reference{file, to.Fragment}) {
			in.anchors[target] = append(in.anchors[target], reference{file, to.Fragment})
		}
	}
}

// file is the name in the set of what a server shows at a path below the base.
func (in *inspector) file(path string) (string, error) {
	if path == "" || strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	if !in.set.Has(path) {
		return "", fs.ErrNotExist
	}
	return path, nil
}

// resolve looks for the ids of a page that others name.
func (in *inspector) resolve(target string) error {
	b, err := in.set.Bytes(target)
	if err != nil {
		return err
	}
	ids := map[string]bool{}
	_ = scanMarkup(string(b), func(e *element) error { // its faults are known by now
		if id, ok := e.value("id"); ok {
			ids[id] = true
		}
		return nil
	}, func(string, string) error { return nil })
	for _, r := range in.anchors[target] {
		if !ids[r.id] {
			in.flaws = append(in.flaws, Flaw{r.file, fmt.Sprintf("không có %q trong %s", r.id, target)})
		}
	}
	return nil
}
