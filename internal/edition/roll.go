package edition

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/viet"
)

// rollPage is how many awards a page of the roll holds.
const rollPage = 50

func formPath(f *campaign.Form) Path { return under(rollPath+formKey+"/", f.ID) }

func letterPath(letter string) Path { return under(rollPath+letterKey+"/", viet.LetterSlug(letter)) }

// line is an award with the heading it stands under in a list.
type line struct {
	ledger  *campaign.Award
	award   *Award
	heading string
	path    Path
}

// roll makes the honour roll: all by decision, then the same people by form, by letter and by each facet, each list on pages of rollPage.
func (c *composer) roll() {
	all := c.honoured()
	rules := c.facetRules()
	roll, lists := c.facets(rules, all)
	if len(all) > 1 {
		c.ed.Roll = roll
	}
	letters, byLetter := c.byLetter()
	byForm := c.byForm()
	lead := "Chưa có ai được vinh danh: chưa có quyết định khen thưởng nào được công bố."
	if len(all) > 0 {
		lead = c.honouredWords() + " được vinh danh trong " + viet.Count(len(c.gate.valid), "quyết định") + "."
	}
	whole := rollList{base: rollPath, title: "Bảng vàng vinh danh", lead: lead, lines: all, total: len(all), facets: roll.Facets, letters: letters}
	c.rollPages(whole)
	for _, f := range c.l.Forms {
		if len(byForm[f]) > 0 {
			list := whole
			list.base, list.title, list.lead, list.lines = formPath(f), f.Name, f.Name+": "+f.Level+" tặng.", byForm[f]
			list.narrow = narrow(formKey, f.ID)
			c.rollPages(list)
		}
	}
	for _, l := range viet.Letters() {
		if len(byLetter[l]) > 0 {
			list := whole
			list.base, list.title, list.lead, list.lines = letterPath(l), "Vần "+l, "Tên bắt đầu bằng chữ "+l+", xếp theo tên.", byLetter[l]
			list.narrow = narrow(letterKey, viet.LetterSlug(l))
			c.rollPages(list)
		}
	}
	c.facetPages(rules, roll, lists, whole)
}

// honoured are all who stand in the roll, by decision, collectives first, each by STT.
func (c *composer) honoured() []line {
	var out []line
	for _, d := range c.gate.valid {
		for _, k := range awardKinds {
			heading := c.refs[d].Short + "\u00a0· " + c.refs[d].Words + "\u00a0· " + kindHeads[k]
			for _, a := range d.Awards {
				if a.Kind == k && c.gate.honoured(a) {
					out = append(out, line{a, c.awards[a], heading, c.refs[d].Path})
				}
			}
		}
	}
	return out
}

func (c *composer) honouredTally() (n campaign.Tally) {
	for _, d := range c.gate.valid {
		t := standing(d)
		n.Collectives, n.Individuals, n.Households = n.Collectives+t.Collectives, n.Individuals+t.Individuals, n.Households+t.Households
	}
	return n
}

func (c *composer) honouredWords() string { return c.say.tally(c.honouredTally()) }

// byForm splits the roll by form.
func (c *composer) byForm() map[*campaign.Form][]line {
	lists := map[*campaign.Form][]line{}
	for _, d := range c.gate.valid {
		lists[d.Form] = append(lists[d.Form], c.ofDecision(d)...)
	}
	return lists
}

// formChips lead to the list of each form that has awards, in rank order.
func (c *composer) formChips() []Chip {
	of := map[*campaign.Form]int{}
	for _, d := range c.gate.valid {
		n := standing(d)
		of[d.Form] += n.Total()
	}
	var chips []Chip
	for _, f := range c.l.Forms {
		if n := of[f]; n > 0 {
			chips = append(chips, Chip{Link: Link{Words: f.Name, Path: c.at(formPath(f))}, Count: c.say.figure(n).Words})
		}
	}
	return chips
}

func (c *composer) ofDecision(d *campaign.Decision) []line {
	var out []line
	for _, k := range awardKinds {
		heading := c.refs[d].Words + "\u00a0· " + kindHeads[k]
		for _, a := range d.Awards {
			if a.Kind == k && c.gate.honoured(a) {
				out = append(out, line{a, c.awards[a], heading, c.refs[d].Path})
			}
		}
	}
	return out
}

// byLetter splits the roll by the letter of the given name, sorted by given name, then family, then middle name. The bar has all letters
// of the alphabet, those without a list too, and others where a name begins with one.
func (c *composer) byLetter() ([]Chip, map[string][]line) {
	lists := map[string][]line{}
	for _, a := range c.sortedByName() {
		l := c.awards[a].Letter
		lists[l] = append(lists[l], line{ledger: a, award: c.awards[a]})
	}
	var chips []Chip
	for _, l := range viet.Letters() {
		switch n := len(lists[l]); {
		case n > 0:
			chips = append(chips, Chip{Link: Link{Words: l, Path: letterPath(l)}, Count: viet.FormatInt(int64(n))})
		case len(lists) > 0 && !strings.Contains("FJWZ#", l):
			chips = append(chips, Chip{Link: Link{Words: l}})
		}
	}
	return chips, lists
}

// sortedByName are all honoured who may be named, by given name as people look them up; collectives by their whole name. They are sorted once
// for all lists that want them so.
func (c *composer) sortedByName() []*campaign.Award { return c.order() }

func (c *composer) sortByName() []*campaign.Award {
	type keyed struct {
		key   []byte
		award *campaign.Award
	}
	col := viet.NewCollator()
	var all []keyed
	for _, d := range c.gate.valid {
		for _, a := range d.Awards {
			if c.gate.honoured(a) && named(a) {
				all = append(all, keyed{c.known.key(a, col), a})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b keyed) int { return bytes.Compare(a.key, b.key) })
	out := make([]*campaign.Award, len(all))
	for i, k := range all {
		out[i] = k.award
	}
	return out
}

// rollList is one list of the roll before it is cut into pages.
type rollList struct {
	base    Path
	title   string
	lead    string
	lines   []line
	total   int // of the whole roll
	facets  []Facet
	letters []Chip
	narrow  *Link // to the view in which this list can be filtered further
}

// lists are the ways from one list to the others, by facet; decisions and units have pages of their own.
func (r rollList) lists() []FacetList {
	var out []FacetList
	for _, f := range r.facets {
		if f.Key != decisionKey && f.Key != unitKey && f.Key != letterKey && len(f.Options) > 0 {
			out = append(out, FacetList{f.Label, current(f.chips(), r.base)})
		}
	}
	return out
}

// rollPages cuts a list into pages.
func (c *composer) rollPages(r rollList) {
	pages := max(1, (len(r.lines)+rollPage-1)/rollPage)
	numbers := pageNumbers(pages, r.base)
	at := func(i int) Path { return numbers[i-1].Path }
	lists, letters, awards := r.lists(), current(r.letters, r.base), make([]*Award, len(r.lines))
	for i := range r.lines {
		awards[i] = r.lines[i].award
	}
	for i := 1; i <= pages; i++ {
		from, to := (i-1)*rollPage, min(i*rollPage, len(r.lines))
		p := &RollPage{Lead: r.lead, Shown: shown(from, to, len(r.lines), r.total), Lists: lists, Letters: letters, Groups: grouped(r.lines[from:to], awards[from:to:to]),
			Search: i == 1, Narrow: r.narrow}
		if i == 1 && r.base == rollPath && c.ed.Roll != nil {
			p.Filter = r.facets
		}
		if pages > 1 {
			p.Pages = pageChips(numbers, i)
		}
		if i > 1 {
			p.Previous = &Link{Words: "Trang trước", Path: at(i - 1)}
		}
		if i < pages {
			p.Next = &Link{Words: "Trang sau", Path: at(i + 1)}
		}
		h := Head{Path: at(i), Title: r.title, Section: rollPath, Crumbs: c.crumbs(), Description: r.lead, Updated: c.rolled.said}
		if r.base != rollPath {
			h.Crumbs = append(h.Crumbs, Link{Words: "Vinh danh", Path: rollPath})
		}
		if i > 1 {
			h.Title += ", trang " + strconv.Itoa(i)
		}
		if i == 1 && r.base == rollPath {
			c.embedRoll(&h, r.lead)
		}
		c.page(h, p)
	}
}

// shown says how many are on the page, of how many.
func shown(from, to, of, total int) string {
	if total == 0 {
		return ""
	}
	s := "Đang xem " + viet.FormatInt(int64(from+1)) + "–" + viet.FormatInt(int64(to)) + " trong " + viet.FormatInt(int64(of))
	if of == total {
		return s + " lượt khen."
	}
	return s + " lượt khen (cả bảng vàng: " + viet.FormatInt(int64(total)) + ")."
}

// grouped puts awards, those of lines, under the headings of these.
func grouped(lines []line, awards []*Award) []RollGroup {
	begins := make([]int, 0, 8)
	for i, l := range lines {
		if i == 0 || l.heading != lines[i-1].heading {
			begins = append(begins, i)
		}
	}
	out := make([]RollGroup, len(begins))
	for n, from := range begins {
		to := len(lines)
		if n+1 < len(begins) {
			to = begins[n+1]
		}
		out[n] = RollGroup{Heading: lines[from].heading, Path: lines[from].path, Awards: awards[from:to:to]}
	}
	return out
}

// pageNumbers lead to the pages of a list.
func pageNumbers(pages int, base Path) []Link {
	out := make([]Link, pages)
	for i := range out {
		number := strconv.Itoa(i + 1)
		out[i] = Link{number, base}
		if i > 0 {
			out[i].Path = under(base+"trang/", number)
		}
	}
	return out
}

// pageChips shows the first, the last and the pages around the current one.
func pageChips(numbers []Link, now int) []Chip {
	const around = 3
	from, to := max(1, now-around), min(len(numbers), now+around)
	out := make([]Chip, 0, to-from+3)
	add := func(i int) { out = append(out, Chip{Link: numbers[i-1], Current: i == now}) }
	if from > 1 {
		add(1)
	}
	for i := from; i <= to; i++ {
		add(i)
	}
	if to < len(numbers) {
		add(len(numbers))
	}
	return out
}

// current marks the chip of an address.
func current(chips []Chip, p Path) []Chip {
	out := slices.Clone(chips)
	for i := range out {
		out[i].Current = out[i].Path == p
	}
	return out
}
