package edition

import (
	"path"
	"slices"

	"bangvang/internal/campaign"
	"bangvang/internal/viet"
)

// Roll is the honour roll as the live filter reads it: what the lists of RollPages hold, with the facets by which it can be parted.
type Roll struct {
	Facets []Facet    // in the order of the filter's fields
	Lines  []RollLine // in the roll's order, by decision
}

// Facet is one way to part the roll. Key names it in the address of a view: "hinh-thuc".
type Facet struct {
	Key     string
	Label   string // "Hình thức khen"
	Options []FacetOption
}

// FacetOption is one part of the roll by a facet, with the page that lists it without script. Only parts with awards are options.
type FacetOption struct {
	Value string // in the address of a view
	Link
	Count string
}

// RollLine is an award in the roll. Of tells its option of each facet, -1 where it has none. ByName is its place in the order by
// given name; whoever may not be named comes last.
type RollLine struct {
	Award  *Award
	Of     []int32
	ByName int32
}

// The keys of the facets. They are addresses: views of the roll are linked by them.
const (
	formKey     = "hinh-thuc"
	decisionKey = "quyet-dinh"
	blockKey    = "khoi"
	unitKey     = "don-vi"
	kindKey     = "doi-tuong"
	groupKey    = "nhom"
	areaKey     = "noi-dung"
	letterKey   = "van"
)

var kindSlugs = map[campaign.AwardKind]string{campaign.Collective: "tap-the", campaign.Individual: "ca-nhan", campaign.Household: "ho-gia-dinh"}

// facetRule says how a facet parts the roll.
type facetRule struct {
	key, label string
	of         func(l line) (value, words string) // "" if it has no part in the facet, or none that may be told
	order      func() []string
	path       func(value string) Path
	title      func(words string) string // of its lists, nil if they are made elsewhere
	lead       func(words string) string
}

func (c *composer) facetRules() []facetRule {
	listed := func(key string) func(string) Path {
		return func(value string) Path { return under(rollPath+Path(key)+"/", value) }
	}
	honoured := func(words string) string { return "Được khen: " + words }
	slug, letter, heads := once(viet.Slug), once(viet.LetterSlug), once(upper) // many awards, few of these
	return []facetRule{
		{key: formKey, label: "Hình thức", path: listed(formKey), order: func() []string { return ids(c.l.Forms, func(f *campaign.Form) string { return f.ID }) },
			of: func(l line) (string, string) { return l.ledger.Decision.Form.ID, l.ledger.Decision.Form.Name }},
		{key: decisionKey, label: "Quyết định", path: func(id string) Path { return under(decisionsPath, id) },
			order: func() []string { return ids(c.gate.valid, func(d *campaign.Decision) string { return d.ID }) },
			of: func(l line) (string, string) {
				d := l.ledger.Decision
				return d.ID, joined(" ", d.Form.Short, d.Number)
			}},
		{key: blockKey, label: "Cụm, khối thi đua", path: listed(blockKey), title: honoured,
			lead: func(words string) string {
				return "Tập thể, cá nhân thuộc các đơn vị của " + words + "."
			},
			order: func() []string { return ids(c.l.Blocks, func(b *campaign.Block) string { return b.ID }) },
			of:    func(l line) (string, string) { return lastPart(l.award.Block), l.award.Block.Words }},
		{key: unitKey, label: "Đơn vị", path: func(id string) Path { return under(unitsPath, id) },
			order: func() []string { return ids(c.l.Units, func(u *campaign.Unit) string { return u.ID }) },
			of:    func(l line) (string, string) { return lastPart(l.award.Unit), l.award.Unit.Words }},
		{key: kindKey, label: "Đối tượng", path: listed(kindKey), title: func(words string) string { return words + " được khen" },
			lead:  func(words string) string { return words + " được khen trong đợt thi đua." },
			order: func() []string { return ids(awardKinds, func(k campaign.AwardKind) string { return kindSlugs[k] }) },
			of:    func(l line) (string, string) { return kindSlugs[l.ledger.Kind], heads(l.award.KindWords) }},
		{key: groupKey, label: "Nhóm", path: listed(groupKey), title: honoured, order: c.groupOrder,
			lead: func(words string) string { return "Người được khen thuộc nhóm " + words + "." },
			of:   func(l line) (string, string) { return slug(l.award.Group), l.award.Group }},
		{key: areaKey, label: "Nội dung thi đua", path: listed(areaKey), title: honoured,
			lead: func(words string) string {
				return "Tập thể, cá nhân được khen về nội dung “" + words + "”."
			},
			order: func() []string { return ids(c.l.Areas, func(a *campaign.Area) string { return a.ID }) },
			of:    func(l line) (string, string) { return lastPart(l.award.Area), l.award.Area.Words }},
		{key: letterKey, label: "Chữ cái đầu của tên", path: listed(letterKey), order: func() []string { return ids(viet.Letters(), viet.LetterSlug) },
			of: func(l line) (string, string) {
				if l.award.Letter == "" {
					return "", ""
				}
				return letter(l.award.Letter), l.award.Letter
			}},
	}
}

// once is a function that remembers what it gave, for one goroutine.
func once[K comparable, V any](of func(K) V) func(K) V {
	given := map[K]V{}
	return func(k K) V {
		v, ok := given[k]
		if !ok {
			v = of(k)
			given[k] = v
		}
		return v
	}
}

// lastPart is the id that ends a link's address, "" of no link.
func lastPart(l Link) string {
	if l.Path == "" {
		return ""
	}
	return path.Base(string(l.Path))
}

func ids[T any](all []T, id func(T) string) []string {
	out := make([]string, len(all))
	for i, x := range all {
		out[i] = id(x)
	}
	return out
}

// groupOrder are the slugs of the groups of the honoured, in the order of their names.
func (c *composer) groupOrder() []string {
	words := map[string]string{}
	var slugs []string
	last := "\x00" // no group
	for _, d := range c.gate.valid {
		for _, a := range d.Awards {
			group := c.awards[a].Group
			if group == last || !c.gate.honoured(a) {
				continue
			}
			last = group
			slug := viet.Slug(group)
			if _, seen := words[slug]; !seen {
				words[slug] = group
				slugs = append(slugs, slug)
			}
		}
	}
	col := viet.NewCollator()
	slices.SortStableFunc(slugs, func(a, b string) int { return col.Compare(words[a], words[b]) })
	return slugs
}

// facets parts the roll by every rule, and returns for each that has lists of its own the lines of each value.
func (c *composer) facets(rules []facetRule, all []line) (*Roll, []map[string][]line) {
	roll := &Roll{Lines: make([]RollLine, len(all)), Facets: make([]Facet, len(rules))}
	lists := make([]map[string][]line, len(rules))
	of := make([]int32, len(all)*len(rules))
	for i, l := range all {
		roll.Lines[i] = RollLine{Award: l.award, Of: of[i*len(rules) : (i+1)*len(rules) : (i+1)*len(rules)]}
	}
	for n, r := range rules {
		roll.Facets[n], lists[n] = r.facet(all, func(i, option int) { roll.Lines[i].Of[n] = int32(option) })
	}
	c.rankByName(roll, all)
	return roll, lists
}

// facet parts lines. put is told the option of each, -1 of one that has none.
func (r *facetRule) facet(all []line, put func(i, option int)) (Facet, map[string][]line) {
	type part struct {
		value, words  string
		count, option int
	}
	var parts []part
	met, in := map[string]int{}, make([]int, len(all)) // which part a value is, and that of each line
	for i, l := range all {
		v, w := r.of(l)
		if in[i] = -1; v == "" {
			continue
		}
		n, ok := met[v]
		if !ok {
			n = len(parts)
			met[v] = n
			parts = append(parts, part{value: v, words: w, option: -1})
		}
		parts[n].count++
		in[i] = n
	}
	f := Facet{Key: r.key, Label: r.label}
	for _, v := range r.order() {
		if n, ok := met[v]; ok {
			p := &parts[n]
			p.option = len(f.Options)
			f.Options = append(f.Options, FacetOption{Value: v, Link: Link{Words: p.words, Path: r.path(v)}, Count: viet.FormatInt(int64(p.count))})
		}
	}
	for i, n := range in {
		if n >= 0 {
			put(i, parts[n].option)
		} else {
			put(i, -1)
		}
	}
	if r.title == nil {
		return f, nil
	}
	lines := make([][]line, len(parts))
	for i, n := range in {
		if n >= 0 {
			if lines[n] == nil {
				lines[n] = make([]line, 0, parts[n].count)
			}
			lines[n] = append(lines[n], all[i])
		}
	}
	lists := make(map[string][]line, len(parts))
	for n, p := range parts {
		lists[p.value] = lines[n]
	}
	return f, lists
}

// rankByName numbers the lines in the order by given name, in which no browser needs to know Vietnamese.
func (c *composer) rankByName(roll *Roll, all []line) {
	rank := map[*campaign.Award]int{}
	for i, a := range c.sortedByName() {
		rank[a] = i
	}
	next := len(rank)
	for i, l := range all {
		r, ok := rank[l.ledger]
		if !ok {
			r = next
			next++
		}
		roll.Lines[i].ByName = int32(r)
	}
}

// chips are a facet's options as links to their lists.
func (f Facet) chips() []Chip {
	var out []Chip
	for _, o := range f.Options {
		out = append(out, Chip{Link: o.Link, Count: o.Count})
	}
	return out
}

// facetPages lists the parts of the facets whose lists are made nowhere else.
func (c *composer) facetPages(rules []facetRule, roll *Roll, lists []map[string][]line, whole rollList) {
	for n, r := range rules {
		if r.title == nil {
			continue
		}
		for _, o := range roll.Facets[n].Options {
			list := whole
			list.base, list.title, list.lead, list.lines = o.Path, r.title(o.Words), r.lead(o.Words), lists[n][o.Value]
			list.narrow = narrow(r.key, o.Value)
			c.rollPages(list)
		}
	}
}

// narrow leads to the view of a part in which it can be filtered further.
func narrow(key, value string) *Link {
	return &Link{Words: "Lọc thêm trong danh sách này", Path: rollPath + "?" + Path(key) + "=" + Path(value)}
}
