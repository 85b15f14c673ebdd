package edition

import (
	"bytes"
	"slices"
	"strconv"

	"bangvang/internal/campaign"
	"bangvang/internal/viet"
)

// rollPage is how many awards a page of the roll holds.
const rollPage = 50

func formPath(f *campaign.Form) Path { return under(rollPath+"hinh-thuc/", f.ID) }

func letterPath(letter string) Path { return under(rollPath+"van/", viet.LetterSlug(letter)) }

// line is an award with the heading it stands under in a list.
type line struct {
	award   *Award
	heading string
	path    Path
}

// roll makes the honour roll: all by decision, then the same people by form and by letter, each list on pages of rollPage.
func (c *composer) roll() {
	all := c.honoured()
	letters, byLetter := c.byLetter()
	forms, byForm := c.byForm()
	n := len(all)
	lead := "Chưa có ai được vinh danh: chưa có quyết định khen thưởng nào được công bố."
	if n > 0 {
		lead = c.honouredWords() + " được vinh danh trong " + viet.Count(len(c.gate.valid), "quyết định") + "."
	}
	c.rollPages(rollList{base: rollPath, title: "Bảng vàng vinh danh", lead: lead, lines: all, total: n, forms: forms, letters: letters,
		numbered: func(i int) Path { return under(rollPath+"trang/", strconv.Itoa(i)) }})
	for _, f := range c.l.Forms {
		if len(byForm[f]) == 0 {
			continue
		}
		p := formPath(f)
		c.rollPages(rollList{base: p, title: f.Name, lead: f.Name + ": " + f.Level + " tặng.", lines: byForm[f], total: n,
			forms: current(forms, p), letters: letters, numbered: func(i int) Path { return under(p+"trang/", strconv.Itoa(i)) }})
	}
	for _, l := range viet.Letters() {
		if len(byLetter[l]) == 0 {
			continue
		}
		p := letterPath(l)
		c.rollPages(rollList{base: p, title: "Vần " + l, lead: "Tên bắt đầu bằng chữ " + l + ", xếp theo tên.", lines: byLetter[l], total: n,
			forms: forms, letters: current(letters, p), numbered: func(i int) Path { return under(p+"trang/", strconv.Itoa(i)) }})
	}
}

// honoured are all who stand in the roll, by decision, collectives first, each by STT.
func (c *composer) honoured() []line {
	var out []line
	for _, d := range c.gate.valid {
		for _, k := range awardKinds {
			heading := c.refs[d].Short + " · " + c.refs[d].Words + " · " + upper(kindWords[k])
			for _, a := range d.Awards {
				if a.Kind == k && c.gate.honoured(a) {
					out = append(out, line{c.awards[a], heading, c.refs[d].Path})
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

func (c *composer) honouredWords() string { return tallyWords(c.honouredTally()) }

// byForm splits the roll by form, in rank order, with a chip for each form that has awards.
func (c *composer) byForm() ([]Chip, map[*campaign.Form][]line) {
	lists := map[*campaign.Form][]line{}
	for _, d := range c.gate.valid {
		lists[d.Form] = append(lists[d.Form], c.ofDecision(d)...)
	}
	var chips []Chip
	for _, f := range c.l.Forms {
		if n := len(lists[f]); n > 0 {
			chips = append(chips, Chip{Link: Link{f.Name, formPath(f)}, Count: viet.FormatInt(int64(n))})
		}
	}
	return chips, lists
}

func (c *composer) ofDecision(d *campaign.Decision) []line {
	var out []line
	for _, k := range awardKinds {
		heading := c.refs[d].Words + " · " + upper(kindWords[k])
		for _, a := range d.Awards {
			if a.Kind == k && c.gate.honoured(a) {
				out = append(out, line{c.awards[a], heading, c.refs[d].Path})
			}
		}
	}
	return out
}

// byLetter splits the roll by the letter of the given name, sorted by given name, then family, then middle name.
func (c *composer) byLetter() ([]Chip, map[string][]line) {
	lists := map[string][]line{}
	for _, a := range c.sortedByName() {
		l := c.awards[a].Letter
		lists[l] = append(lists[l], line{award: c.awards[a]})
	}
	var chips []Chip
	for _, l := range viet.Letters() {
		if n := len(lists[l]); n > 0 {
			chips = append(chips, Chip{Link: Link{l, letterPath(l)}, Count: viet.FormatInt(int64(n))})
		}
	}
	return chips, lists
}

// sortedByName are all honoured who may be named, by given name as people look them up; collectives by their whole name.
func (c *composer) sortedByName() []*campaign.Award {
	type keyed struct {
		key   []byte
		award *campaign.Award
	}
	col := viet.NewCollator()
	var all []keyed
	for _, d := range c.gate.valid {
		for _, a := range d.Awards {
			if c.gate.honoured(a) && named(a) {
				all = append(all, keyed{col.NameKey(nameOf(a)), a})
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
	base     Path
	title    string
	lead     string
	lines    []line
	total    int // of the whole roll
	forms    []Chip
	letters  []Chip
	numbered func(int) Path // the address of page 2 and on
}

// rollPages cuts a list into pages.
func (c *composer) rollPages(r rollList) {
	pages := max(1, (len(r.lines)+rollPage-1)/rollPage)
	at := func(i int) Path {
		if i == 1 {
			return r.base
		}
		return r.numbered(i)
	}
	for i := 1; i <= pages; i++ {
		from, to := (i-1)*rollPage, min(i*rollPage, len(r.lines))
		p := &RollPage{Lead: r.lead, Shown: shown(from, to, len(r.lines), r.total), Forms: r.forms, Letters: r.letters, Groups: grouped(r.lines[from:to]),
			Search: true}
		if pages > 1 {
			p.Pages = pageChips(pages, i, at)
		}
		if i > 1 {
			p.Previous = &Link{"Trang trước", at(i - 1)}
		}
		if i < pages {
			p.Next = &Link{"Trang sau", at(i + 1)}
		}
		h := Head{Path: at(i), Title: r.title, Section: rollPath, Crumbs: []Link{home}, Description: r.lead}
		if r.base != rollPath {
			h.Crumbs = append(h.Crumbs, Link{"Vinh danh", rollPath})
		}
		if i > 1 {
			h.Title += ", trang " + strconv.Itoa(i)
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

func grouped(lines []line) []RollGroup {
	var out []RollGroup
	for _, l := range lines {
		if n := len(out); n == 0 || out[n-1].Heading != l.heading {
			out = append(out, RollGroup{Heading: l.heading, Path: l.path})
		}
		g := &out[len(out)-1]
		g.Awards = append(g.Awards, l.award)
	}
	return out
}

// pageChips shows the first, the last and the pages around the current one.
func pageChips(pages, now int, at func(int) Path) []Chip {
	var out []Chip
	for i := 1; i <= pages; i++ {
		if i == 1 || i == pages || i >= now-3 && i <= now+3 {
			out = append(out, Chip{Link: Link{strconv.Itoa(i), at(i)}, Current: i == now})
		}
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
