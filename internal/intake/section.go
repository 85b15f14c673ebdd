package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/viet"
)

// mark takes a row for a total, a note, or the end of the table. A row that has a name, and it is no such word itself, is none of these.
func (p *page) mark(row *line) bool {
	texts := row.texts()
	if len(texts) == 0 {
		return true
	}
	if name := p.nameCell(row); name != nil && !totals.MatchString(strings.ToLower(name.text)) {
		no := p.textAt(row, p.table.first(noColumn))
		numbered := wholeNumber.MatchString(no)
		if counts := totals.MatchString(strings.ToLower(no)) && wholeNumber.MatchString(name.text); counts { // “Tổng cộng | 18”
			p.total(row, no+" "+name.text)
			return true
		}
		if numbered || !ends(name.text) && !notes.MatchString(strings.ToLower(name.text)) {
			return false
		}
	}
	first := strings.ToLower(texts[0])
	switch {
	case totals.MatchString(first):
		p.total(row, strings.Join(texts, " "))
		return true
	case wholeNumber.MatchString(texts[0]) && len(texts) > 1:
		return p.totalBeside(row, texts)
	case len(texts) == 1 && (notes.MatchString(first) || viet.Fold(first) == ""):
		p.skipped["ghi chú dưới bảng"]++
		return true
	}
	signed := false
	for _, text := range texts {
		signed = signed || ends(text)
		if !ends(text) && text != strings.ToUpper(text) && !strings.HasPrefix(text, "(") {
			return false
		}
	}
	p.closed = p.closed || signed
	return signed
}

// totalBeside takes a row for a total whose word is not the first: “12 | Tổng cộng”.
func (p *page) totalBeside(row *line, texts []string) bool {
	if !totals.MatchString(strings.ToLower(texts[1])) {
		return false
	}
	p.total(row, strings.Join(texts[1:], " "))
	return true
}

// ends tells of the words that stand above a signature: where and when, in whose name, by whom.
func ends(text string) bool {
	return endings.MatchString(strings.ToLower(text)) || len(strings.Fields(text)) <= 14 && dated.MatchString(viet.Fold(text))
}

// bareTotal is a line of totals, folded, that says a number and not of what.
var bareTotal = regexp.MustCompile(`^(?:tong|cong|tong cong|tong so|cong chung) 0*(\d{1,5})$`)

// total holds a line of totals against what was read.
func (p *page) total(row *line, text string) {
	p.skipped["dòng cộng"]++
	said := totalsIn(text)
	if m := bareTotal.FindStringSubmatch(viet.Fold(text)); m != nil {
		n, all := m[1], []campaign.Tally{p.since, p.sectioned, p.account.Read}
		if !slices.ContainsFunc(all, func(t campaign.Tally) bool { return n == strconv.Itoa(t.Collectives+t.Individuals+t.Households) }) {
			p.problems.Add(totalDiffers, p.AtRow(row.No), fmt.Sprintf("dòng cộng ghi %s, bảng có %s", n, strconv.Itoa(p.since.Collectives+p.since.Individuals+p.since.Households)), "xem có hàng nào thiếu; nếu dòng cộng sai thì sửa")
		}
	}
	read := map[campaign.AwardKind][3]int{
		campaign.Collective: {p.since.Collectives, p.sectioned.Collectives, p.account.Read.Collectives}, campaign.Individual: {p.since.Individuals, p.sectioned.Individuals, p.account.Read.Individuals},
		campaign.Household: {p.since.Households, p.sectioned.Households, p.account.Read.Households},
	}
	for _, k := range []campaign.AwardKind{campaign.Collective, campaign.Individual, campaign.Household} {
		if n, ok := said[k]; ok && n != read[k][0] && n != read[k][1] && n != read[k][2] {
			p.problems.Add(totalDiffers, p.AtRow(row.No), fmt.Sprintf("dòng cộng ghi %d %s, bảng có %d", n, kindWord(k), read[k][0]), "xem có hàng nào thiếu; nếu dòng cộng sai thì sửa")
		}
	}
}

// sectionOf takes a row of one text for a section: of a kind, or of a unit.
func (p *page) sectionOf(row *line) bool {
	texts := row.texts()
	if len(texts) == 0 || len(texts) > 2 {
		return false
	}
	text := texts[len(texts)-1]
	if p.fills(row, text) {
		return false
	}
	marked := len(texts) == 2
	if marked && len([]rune(strings.Trim(texts[0], ".)"))) > 4 {
		return false
	}
	if m := sectionMark.FindStringSubmatch(text); m != nil {
		text, marked = m[1], true
	}
	text = strings.Trim(text, " :.")
	kind := kindOf(text)
	if kind != "" && len(viet.Words(text)) <= 8 && !p.personLike(text) {
		p.kind, p.titleKind, p.sectioned = kind, kind, campaign.Tally{}
		p.counter = 0
		clear(p.last)
		p.skipped["mục"]++
		return true
	}
	if found := p.choose(p.units.match(text)); len(found) == 1 && !(marked && wholeNumber.MatchString(texts[0]) && p.table.first(unitColumn) == 0 && p.kindNow(row) == campaign.Collective) {
		p.section, p.sectioned = found[0].unit, campaign.Tally{}
		p.counter = 0
		clear(p.last)
		p.note(text, found[0])
		p.skipped["mục"]++
		return true
	}
	return false
}

// fills tells whether a text stands in a column of its own that is not that of the names: a row that lacks its name is no section.
func (p *page) fills(row *line, text string) bool {
	for _, c := range row.cells {
		a, merged := p.Cover(c.row, c.Col)
		if is := p.table.columns[c.Col]; c.text == text && is != unknown && is != noColumn && is != familyColumn && !is.names() && !(merged && a.Right > a.Left) {
			return true
		}
	}
	return false
}

// personLike tells whether a text is a name rather than a title of a section.
func (p *page) personLike(text string) bool {
	words := viet.Words(text)
	return len(words) > 0 && words[0] != "tap" && words[0] != "ca" && words[0] != "ho" && words[0] != "danh" && words[0] != "cac" && words[0] != "doi" && words[0] != "gia" && words[0] != "khen" && words[0] != "bang" && words[0] != "giay" && words[0] != "phan"
}

// kindNow is the kind of the awards of a row: by its column of kinds, its section, its heading.
func (p *page) kindNow(row *line) campaign.AwardKind {
	if text := p.textAt(row, p.table.first(kindColumn)); text != "" {
		return kindOf(text)
	}
	if text := p.textAt(row, p.table.first(groupColumn)); text != "" && kindOf(text) != "" {
		return kindOf(text)
	}
	if p.kind != "" {
		return p.kind
	}
	return p.table.kind
}
