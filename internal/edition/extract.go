package edition

import (
	"strconv"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/viet"
)

// ExtractPage is /quyet-dinh/<decision>/trich.html: the decision for the City's Gazette and portal to paste in, as a document with nothing
// of the site about it, and the same as text. It has the decision's own order and words. One that was revoked says so and lists nobody.
type ExtractPage struct {
	Text   Path        // the same as plain text
	Marks  []string    // that it is no real decision, that it was revoked, that it must not be published yet
	Bases  ExtractList // its legal bases
	Lead   string      // "Chủ tịch … tặng Bằng khen cho 12 tập thể, 46 cá nhân: Đã có thành tích …"; "" if it was revoked
	Signed string      // "Người ký: Nguyễn Văn Mẫu, Chủ tịch"
	Source string      // where it stands, and as of when
	Lists  []RollGroup // none if it was revoked
}

func (*ExtractPage) Template() string { return "extract" }

// ExtractList is lines without numbers under a heading; none if it has no lines.
type ExtractList struct {
	Heading string
	Lines   []string
}

// ExtractGroup is the collectives, the individuals or the households of an extract.
type ExtractGroup struct {
	Heading string
	Lines   []ExtractLine
}

// ExtractLine is one of the list, with its number in the decision.
type ExtractLine struct {
	No   int
	Text string // "Ông Nguyễn Văn A, Trưởng phòng, Sở Minh Họa: đã có thành tích …"
}

// Groups are the list, worded when it is written, lest the names of a long one be held twice.
func (p *ExtractPage) Groups() []ExtractGroup {
	var out []ExtractGroup
	for _, g := range p.Lists {
		x := ExtractGroup{Heading: g.Heading}
		for _, a := range g.Awards {
			text := a.Withdrawn
			if text == "" {
				unit := a.Unit.Words
				if strings.Contains(viet.SpellingKey(a.Name), viet.SpellingKey(unit)) {
					unit = "" // its name says it already
				}
				text = sentenced(joined(": ", joined(", ", addressed(a.Honorific, a.Name), a.Position, unit), a.Citation))
			}
			x.Lines = append(x.Lines, ExtractLine{a.No, loose(text)})
		}
		out = append(out, x)
	}
	return out
}

const extractHTML, extractText = "trich.html", "trich.txt"

// extract makes the extract of a decision.
func (c *composer) extract(d *campaign.Decision, p *DecisionPage) {
	x := &ExtractPage{Text: p.Path + extractText, Bases: ExtractList{"Căn cứ", d.Bases}, Signed: "Người ký: " + joined(", ", d.Signatory.Name, d.Signatory.Office),
		Source: "Nguồn: " + c.absolute(p.Path) + ". " + loose(c.ed.Site.DataDate) + "."}
	if p.Draft != "" {
		x.Marks = append(x.Marks, loose(p.Draft))
	}
	if d.Sample {
		x.Marks = append(x.Marks, sampleWords+", không có thật: không đăng")
	}
	if d.Revoked != nil {
		x.Marks = append(x.Marks, loose(p.Revoked))
	} else {
		x.Lead, x.Lists = sentenced(loose(joined(" cho ", d.Issuer+" tặng "+d.Form.Short, p.Counts)+": "+d.Reason)), p.Groups
	}
	p.Extracts = []Download{{Words: "HTML", Path: p.Path + extractHTML, Format: "text/html"}, {Words: "Văn bản", Path: x.Text, Format: "text/plain"}}
	title := "Trích Quyết định số " + joined(" ", d.Number, loose(longDated(d.Date)))
	c.page(Head{Path: p.Path + extractHTML, Title: title, Section: decisionsPath, NoIndex: true}, x)
}

// longDated is a date as a decision writes it: "ngày 05 tháng 12 năm 2018".
func longDated(d campaign.Date) string {
	if d.Day == 0 {
		return vietnamese.dated(d)
	}
	return viet.LongDate(d.Year, d.Month, d.Day)
}

// Numbered is the line as text.
func (l ExtractLine) Numbered() string { return strconv.Itoa(l.No) + ". " + l.Text }
