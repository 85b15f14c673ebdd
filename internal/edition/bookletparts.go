package edition

import (
	"strconv"
	"strings"

	"bangvang/internal/campaign"
)

// booklet makes the booklet and its pages, if the campaign has one.
func (c *composer) booklet() {
	k := &c.l.Campaign
	if k.NoBooklet {
		return
	}
	b := &Booklet{Place: k.Place, PDF: pdfPath, Foreword: c.article(forewordFile), Lang: printLang(k.Lang), Created: c.ed.Site.Updated, Words: bookletWords(),
		Cover: Cover{Kind: "Kỷ yếu vinh danh", Title: k.ShortName, Dates: c.ed.Site.Dates, Theme: k.Theme, Organizer: k.Organizer,
			Year: strconv.Itoa(k.AsOf.Year())}}
	if c.ed.Site.Sample != "" {
		b.Sample = "DỮ LIỆU MẪU"
	}
	b.Plan = &PlanSpread{Title: k.Plan.Title, Theme: k.Theme, Facts: c.planFacts(), Areas: c.areaLinks(), Bases: k.Plan.Bases}
	for _, a := range c.l.Areas {
		if len(a.Targets) > 0 {
			b.Results = append(b.Results, c.resultChapter(a))
		}
	}
	for _, s := range c.told {
		card := c.card(s)
		b.Stories = append(b.Stories, BookletStory{Place: s.Place, Title: s.Title, Line: card.Award.Words,
			Photo: agreed(s.Photo, s.Title), Article: c.storyArticle(s), Sample: s.Sample})
	}
	b.Roll = c.rollForms()
	if c.honouredTally().Total() > bookletWhole {
		c.chapters(b)
	}
	for _, a := range c.sortedByName() {
		b.Index = append(b.Index, c.awards[a])
	}
	b.Volumes = volumes(b)
	b.Colophon = c.colophon()
	if c.gate.drafts {
		b.Proof = "BẢN ĐỌC SOÁT"
	}
	c.ed.Booklet = b
	c.page(Head{Path: bookletPath, Title: "Kỷ yếu", Section: bookletPath, Crumbs: c.crumbs(),
		Description: "Kỷ yếu vinh danh " + k.ShortName + ", đọc trên trang hoặc tải bản in.", Updated: c.whole.said},
		bookletPage(b))
}

// printLang is the language of a book, with the country whose usage it keeps where that is sure.
func printLang(lang string) string {
	if lang == "vi" {
		return "vi-VN"
	}
	return lang
}

// bookletPage offers the booklet's PDF or, of one in several books, each of them.
func bookletPage(b *Booklet) *BookletPage {
	p := &BookletPage{Booklet: b, PDF: Download{Words: "Tải kỷ yếu (PDF, khổ A5)", Path: b.PDF, Format: "application/pdf"}}
	for i, v := range b.Volumes {
		d := Download{Words: "Tải kỷ yếu, " + v.Words + " (PDF, khổ A5)", Path: v.PDF, Format: p.PDF.Format}
		if i == 0 {
			p.PDF = d
		} else {
			p.Volumes = append(p.Volumes, d)
		}
	}
	return p
}

// bookletWhole is how many awards one HTML page of the booklet may hold.
const bookletWhole = 2000

// chapters makes a page of each decision in the roll.
func (c *composer) chapters(b *Booklet) {
	var previous *ChapterPage
	for i := range b.Roll {
		f := &b.Roll[i]
		for j := range f.Decisions {
			d := &f.Decisions[j]
			d.Chapter = under(bookletPath, d.ID)
			p := &ChapterPage{Form: f.Name, Decision: *d}
			if previous != nil {
				p.Previous = &Link{Words: previous.Decision.Words, Path: previous.Decision.Chapter}
				previous.Next = &Link{Words: d.Words, Path: d.Chapter}
			}
			previous = p
			c.page(Head{Path: d.Chapter, Title: d.Words, Section: bookletPath, Crumbs: c.crumbs(bookletPath),
				Description: b.Words.Roll + ": " + d.Words + ", " + d.Counts + ".", Updated: c.rolled.said}, p)
		}
	}
}

func bookletWords() BookletWords {
	return BookletWords{Foreword: "Lời nói đầu", Plan: "Kế hoạch thi đua", Contents: "Mục lục", Results: "Kết quả thực hiện chỉ tiêu",
		Stories: "Gương điển hình", Roll: "Bảng vàng vinh danh", Index: "Chỉ mục tên", Colophon: "Về cuốn kỷ yếu này", Continued: "tiếp theo", Page: "trang",
		ProofNote: "Dùng để đọc soát với quyết định trước khi in. Có cả quyết định chưa công bố: không phổ biến.",
		Readers:   []string{"Người đọc", "Người soát", "Ngày"}}
}

func (c *composer) resultChapter(a *campaign.Area) ResultChapter {
	ch := ResultChapter{Place: a.Place, Letter: a.Letter, Title: a.Name, Summary: a.Summary}
	for _, t := range a.Targets {
		row := c.rows[t]
		bt := BookletTarget{Place: t.Place, ID: t.ID, Name: t.Name, Sentence: row.Chart.Sentence, Verdict: row.Verdict, Chart: row.Chart,
			Reports: reports(c.measured(t), t.Results), Note: t.Note, Part: row.Part}
		for _, r := range t.Results {
			bt.Reported = append(bt.Reported, r.Place)
		}
		if o := t.Official; o != nil && o.Goal != t.Goal {
			bt.Second = sentence(c.measured(t), o.Goal, t.Period, t.Results, theCity)
		}
		ch.Targets = append(ch.Targets, bt)
	}
	return ch
}

// rollForms is the roll as the booklet sets it: form, decision, block, unit, and within a unit collectives before individuals.
func (c *composer) rollForms() []RollForm {
	var out []RollForm
	inBlock := map[*campaign.Block][]*campaign.Unit{}
	for _, u := range c.l.Units {
		inBlock[u.Block] = append(inBlock[u.Block], u)
	}
	for _, f := range c.l.Forms {
		rf := RollForm{ID: f.ID, Name: f.Name}
		var n campaign.Tally
		for _, d := range c.gate.valid {
			if d.Form != f {
				continue
			}
			t := standing(d)
			n.Collectives, n.Individuals, n.Households = n.Collectives+t.Collectives, n.Individuals+t.Individuals, n.Households+t.Households
			rf.Decisions = append(rf.Decisions, RollDecision{Place: d.Place, DecisionRef: c.refs[d], Reason: d.Reason, Counts: vietnamese.tally(t),
				Signed: joined(": ", d.Signatory.Office, d.Signatory.Name), Address: c.typed(c.refs[d].Path), Blocks: c.rollBlocks(d, inBlock)})
		}
		if len(rf.Decisions) > 0 {
			rf.Counts = vietnamese.tally(n)
			out = append(out, rf)
		}
	}
	return out
}

// typed is a page's address as people type it. A short address that ends in a slash stands for the site's.
func (c *composer) typed(p Path) string {
	base := c.base
	if s := c.l.Campaign.ShortURL; strings.HasSuffix(s, "/") {
		base = s
	}
	_, address, _ := strings.Cut(base, "://")
	return address + strings.TrimPrefix(string(p), "/")
}

// rollBlocks sorts the awards of a decision into blocks, in the order of blocks, those of none last, and units, in the order of units.
func (c *composer) rollBlocks(d *campaign.Decision, inBlock map[*campaign.Block][]*campaign.Unit) []RollBlock {
	of := map[*campaign.Unit][]*campaign.Award{}
	for _, a := range d.Awards {
		if c.gate.honoured(a) {
			of[a.Unit] = append(of[a.Unit], a)
		}
	}
	n := len(d.Awards)
	units, put := make([]RollUnit, 0, len(of)), grouper{make([]RollGroup, 0, n), make([]*Award, 0, n)}
	collect := func(b *campaign.Block) []RollUnit {
		from := len(units)
		for _, u := range inBlock[b] {
			if len(of[u]) > 0 {
				units = append(units, RollUnit{Place: u.Place, Name: u.Name, Groups: put.byKind(of[u], c.awards)})
			}
		}
		return units[from:len(units):len(units)]
	}
	var out []RollBlock
	for _, b := range c.l.Blocks {
		if us := collect(b); len(us) > 0 {
			out = append(out, RollBlock{Name: b.Name, Units: us})
		}
	}
	if us := collect(nil); len(us) > 0 {
		out = append(out, RollBlock{Units: us})
	}
	return out
}

// grouper puts the awards of one unit after the other into groups, all of them into the same two lists: there are as many units as awards, nearly.
type grouper struct {
	groups []RollGroup
	awards []*Award
}

func (g *grouper) byKind(of []*campaign.Award, public map[*campaign.Award]*Award) []RollGroup {
	first := len(g.groups)
	for _, k := range awardKinds {
		from := len(g.awards)
		for _, a := range of {
			if a.Kind == k {
				g.awards = append(g.awards, public[a])
			}
		}
		if to := len(g.awards); to > from {
			g.groups = append(g.groups, RollGroup{Heading: kindHeads[k], Awards: g.awards[from:to:to]})
		}
	}
	return g.groups[first:len(g.groups):len(g.groups)]
}

func (c *composer) colophon() Colophon {
	k := &c.l.Campaign
	col := Colophon{DataDate: c.ed.Site.DataDate, Address: c.base, Paragraphs: []string{
		"Kỷ yếu này được lập từ dữ liệu của đợt thi đua. Bản đọc trên mạng, dữ liệu và nguồn của từng số liệu có tại địa chỉ bên dưới.",
		"Mỗi chỉ tiêu được đối chiếu với mức kế hoạch theo báo cáo mới nhất; số ước được ghi rõ là số ước, trong hình vẽ bằng nét gạch chéo. Tên người, tập thể và nội dung thành tích ghi đúng như trong quyết định khen thưởng.",
		"Kỷ yếu không phải văn bản hành chính và không thay thế quyết định khen thưởng."}}
	if k.ShortURL != "" {
		col.Address = k.ShortURL
	}
	if c.ed.Site.Sample != "" {
		col.Paragraphs = append(col.Paragraphs, c.ed.Site.Sample)
	}
	for _, s := range c.l.Sources {
		col.Sources, col.Stated = append(col.Sources, vietnamese.cited(s)), append(col.Stated, s.Place)
	}
	return col
}
