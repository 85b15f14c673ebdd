package edition

import (
	"cmp"
	"slices"
	"strconv"

	"bangvang/internal/campaign"
	"bangvang/internal/viet"
)

// What television gets, below the press page.
const (
	televisionPath Path = pressPath + "truyen-hinh/"
	scriptPath     Path = televisionPath + "xuong-ten.txt"
	captionsID          = "xuong-ten"
)

// stillRows is how many targets one still of the verdicts holds.
const stillRows = 14

// television decides the stills, the names for captions and the announcer's text.
func (c *composer) television() {
	c.glanceStills()
	c.chartStills()
	c.countStills()
	c.names()
}

// still adds a picture on both grounds to a group.
func (c *composer) still(g *StillGroup, name, words string, p Drawing, page Path) {
	p.Kind = StillDrawing
	p = c.finished(p, page)
	s := Still{Words: words, Light: televisionPath + Path(name+"-sang.png"), Dark: televisionPath + Path(name+"-toi.png")}
	p.Path = s.Light
	c.ed.Drawings = append(c.ed.Drawings, p)
	p.Path, p.Dark = s.Dark, true
	c.ed.Drawings = append(c.ed.Drawings, p)
	g.Stills = append(g.Stills, s)
}

func (c *composer) addStills(g StillGroup) {
	if len(g.Stills) > 0 {
		c.ed.Stills = append(c.ed.Stills, g)
	}
}

// glanceStills show all verdicts: counted, then target by target.
func (c *composer) glanceStills() {
	if len(c.l.Targets) == 0 {
		return
	}
	words := &c.say.picture
	g := StillGroup{Heading: "Kết quả các chỉ tiêu"}
	source := bound(words.source(c.publishers()))
	c.still(&g, "ket-qua", "Số chỉ tiêu theo mức hoàn thành", Drawing{Over: bound(c.ed.Site.Short), Title: bound(words.glance), Counts: c.verdictCounts(), Lines: boundAll(c.reached()), Source: source,
		Mark: c.sampleOf(c.l.Targets...)}, targetsPath)
	n := (len(c.l.Targets) + stillRows - 1) / stillRows
	for i := range n {
		some := c.l.Targets[i*len(c.l.Targets)/n : (i+1)*len(c.l.Targets)/n]
		p := Drawing{Over: bound(c.ed.Site.Short), Title: bound(words.glance + part(i, n)), Source: source, Mark: c.sampleOf(some...)}
		for _, t := range some {
			row := c.rows[t]
			r := DrawnRow{Words: bound(row.Name), Verdict: row.Verdict}
			if row.Verdict.Standing != Unknown {
				r.Figure = c.firm(t) + row.Newest
			}
			p.Rows = append(p.Rows, r)
		}
		c.still(&g, "tung-chi-tieu-"+strconv.Itoa(i+1), "Từng chỉ tiêu"+part(i, n), p, targetsPath)
	}
	c.addStills(g)
}

// firm says of a target's newest figure that it is no official one.
func (c *composer) firm(t *campaign.Target) string {
	if r := campaign.Newest(t.Results); r != nil && r.Status != campaign.StatusOfficial {
		return c.say.statuses[r.Status] + " "
	}
	return ""
}

// publishers are whose figures the verdicts rest on, each once.
func (c *composer) publishers() string {
	var all []string
	for _, t := range c.l.Targets {
		if r := campaign.Newest(t.Results); r != nil {
			if by := reportOf(r); by != nil && !slices.Contains(all, by.Publisher) {
				all = append(all, by.Publisher)
			}
		}
	}
	return c.say.list(all)
}

func (c *composer) chartStills() {
	g := StillGroup{Heading: "Biểu đồ từng chỉ tiêu"}
	for _, t := range c.l.Targets {
		row := c.rows[t]
		verdict := row.Verdict
		if r := campaign.Newest(t.Results); r != nil {
			verdict.Words = joined(" · ", verdict.Words, c.say.sentences.status(r.Status, t.Period))
		}
		c.still(&g, "chi-tieu/"+t.ID, t.Name, Drawing{Over: bound(row.Area.Words), Title: bound(t.Name), Verdict: &verdict, Chart: drawn(*row.Chart),
			Lines: boundAll(row.Chart.Sentence), Source: c.sources(t), Mark: c.sampleOf(t)}, row.Path)
	}
	c.addStills(g)
}

func (c *composer) countStills() {
	g := StillGroup{Heading: "Số được khen theo quyết định"}
	for _, d := range c.gate.valid {
		ref := c.refs[d]
		c.still(&g, "quyet-dinh/"+d.ID, ref.Words, Drawing{Laurels: true, Over: bound(ref.Form.Words), Title: bound(ref.Words), Counts: c.tallyCounts(standing(d)), Lines: boundAll(d.Reason),
			Source: bound(c.say.picture.source(ref.Words)), Mark: cmp.Or(ref.Draft, sampleIf(d.Sample))}, ref.Path)
	}
	c.addStills(g)
}

// names are who is called at the ceremony and may be named: a table for captions and a text to be read out.
func (c *composer) names() {
	called := c.lists().called
	if called.table.Len() == 0 {
		return
	}
	c.dataset(Dataset{ID: captionsID, Shape: captionsID, Title: "Danh sách xướng tên", Page: pressPath, Table: called.table,
		Description: "Người, tập thể, hộ gia đình được trao khen, theo thứ tự trao: cho chữ chạy dưới màn hình."}, nil)
	c.ed.Script = &called.script
}

// callList are names for captions and to be read out.
type callList struct {
	table  Table
	script Script
}

// callList are those who are called, in the order in which they are called. The numbers count those who are in it, so that they tell of nobody else.
func (c *composer) callList() callList {
	lines := make(calledLines, 0, len(c.l.Awards)) // never moved: the script holds parts of it
	script := Script{Path: scriptPath, Head: []string{c.ed.Site.Campaign, c.event(), c.ed.Site.DataDate}}
	if mark := c.sampleAwards(); mark != "" {
		script.Head = append(script.Head, mark)
	}
	for _, d := range c.gate.valid {
		if !c.l.Ceremony.Hands(d) {
			continue
		}
		for _, kind := range c.callOrder() {
			called := c.called(d, kind)
			if len(called) == 0 {
				continue
			}
			from := len(lines)
			for _, a := range called {
				p := c.awards[a]
				lines = append(lines, calledLine{p.ID, p.Honorific, p.Name, p.Position, p.Kind, c.known.belongs(a), p.Decision})
			}
			script.Parts = append(script.Parts, ScriptPart{[]string{"", c.refs[d].Form.Words, spoken(d) + ": " + viet.Count(len(called), kindWords[kind])}, from + 1, lines[from:]})
		}
	}
	return callList{Table{Columns: captionColumns, Lines: lines}, script}
}

var captionColumns = []Column{col("no", "Thứ tự", WholeValue, "thứ tự xướng tên").always(), col("honorific", "Ông, Bà", TextValue, "cách xưng hô"), col("name", "Họ và tên, tên tập thể", TextValue, "").always(),
	col("position", "Chức vụ", TextValue, ""), col("unit", "Đơn vị", TextValue, "trống khi tập thể chính là đơn vị"), col("form", "Hình thức", TextValue, "hình thức khen thưởng").always(),
	col("decision", "Quyết định", TextValue, "").always(), coded(col("kind", "Đối tượng", TextValue, "").always(), awardKinds, kindHeads),
	col("id", "Mã", TextValue, "mã của lượt khen").of("vinh-danh").always(), sampleColumn}

// nameFiles are the ways to the names, for the press page.
func (c *composer) nameFiles() []Download {
	if c.ed.Script == nil {
		return nil
	}
	return append([]Download{{Words: "Văn bản để đọc", Path: scriptPath, Format: "text/plain"}}, c.downloads(captionsID)...)
}

// called are those of a decision and a kind who are called and may be named.
func (c *composer) called(d *campaign.Decision, kind campaign.AwardKind) []*campaign.Award {
	var out []*campaign.Award
	for _, a := range d.Awards {
		if a.Kind == kind && c.gate.honoured(a) && named(a) {
			out = append(out, a)
		}
	}
	return out
}

func (c *composer) callOrder() []campaign.AwardKind {
	if o := c.l.Ceremony.Order; len(o) > 0 {
		return o
	}
	return awardKinds
}

// spoken is a decision as it is read out.
func spoken(d *campaign.Decision) string {
	date := vietnamese.dated(d.Date)
	if d.Date.Day != 0 {
		date = viet.LongDate(d.Date.Year, d.Date.Month, d.Date.Day)
	}
	return "Quyết định số " + joined(" ", d.Number, date)
}
