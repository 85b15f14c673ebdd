package intake

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

type rule = diag.Rule

// readName reads who is honoured.
func (r *award) readName(c *cell) {
	r.d.name = r.place(c)
	r.d.has["name"], r.d.has["honorific"], r.d.has["kind"] = true, true, true
	text, ok := r.fullName(c)
	if !ok {
		return
	}
	if r.table.columns[c.Col] == wholeColumn {
		text, r.rest = r.apart(text, c)
	}
	if honorific := r.honorificAt(c); honorific != "" {
		r.d.honorific = honorific
	}
	if r.d.kind == campaign.Individual {
		if found := r.units.match(text); len(found) == 1 && found[0].exact {
			r.fail(nameWrong, c, fmt.Sprintf("ở chỗ họ và tên là tên đơn vị %s", quote(text)), "nếu là mục, đánh số La Mã (I, II) hoặc gộp ô cả hàng; nếu là khen thưởng cho đơn vị, đưa sang bảng tập thể")
			return
		}
		text = r.person(text, c)
	}
	if r.wrong {
		return
	}
	text = strings.Trim(text, " ,;")
	if r.d.kind != campaign.Collective {
		text = r.capitals(text, c)
	}
	if text == "" || !strings.ContainsFunc(text, unicode.IsLetter) {
		r.fail(nameWrong, c, fmt.Sprintf("tên %s không có chữ", quote(text)), "điền họ và tên")
		return
	}
	r.d.fullName = text
}

// fullName joins the columns that the name stands in.
func (r *award) fullName(first *cell) (string, bool) {
	var names []*cell
	for _, col := range r.table.nameColumns() {
		if r.at[[2]int{r.row.No, col}] != nil {
			names = append(names, r.at[[2]int{r.row.No, col}])
		}
	}
	if len(names) > 1 {
		r.fail(nameWrong, names[1], "hàng có hai tên, ở hai cột", "mỗi người một hàng")
		return "", false
	}
	cols := []int{first.Col}
	if family := r.table.first(familyColumn); family > 0 {
		cols = []int{family}
	}
	if given := r.table.first(givenColumn); given > 0 && !slices.Contains(cols, given) {
		cols = append(cols, given)
	}
	var parts []string
	for _, col := range cols {
		text, c := r.value(col, false)
		if c != nil && c.Kind != 0 && text != "" {
			r.fail(nameWrong, c, "ô tên là số hoặc ngày tháng, không phải chữ", "gõ tên vào ô")
			return "", false
		}
		if c != nil && r.crowd(c) {
			return "", false
		}
		if text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, " "), !r.wrong && len(parts) > 0
}

// apart takes a name and what follows it apart: “Ông Nguyễn Văn A, Trưởng phòng, Sở Y tế”, on one line or several.
func (r *award) apart(text string, c *cell) (name, rest string) {
	words := strings.Fields(text)
	if first, _, broken := strings.Cut(strings.TrimSpace(c.Cell.Text), "\n"); broken {
		if n := len(strings.Fields(first)); n < len(words) && !strings.ContainsAny(first, ",;") {
			return strings.Join(words[:n], " "), strings.Join(words[n:], " ")
		}
	}
	at, width := len(text), 0
	for _, sep := range []string{",", ";", " - ", " – "} {
		if i := strings.Index(text, sep); i >= 0 && i < at {
			at, width = i, len(sep)
		}
	}
	return strings.TrimSpace(text[:at]), strings.TrimSpace(text[at+width:])
}

// crowd tells of a cell with the names of several people.
func (r *award) crowd(c *cell) bool {
	if r.d.kind != campaign.Individual {
		return false
	}
	people := 0
	for part := range strings.FieldsFuncSeq(c.text, func(c rune) bool { return c == ';' || c == ',' }) {
		if len(viet.Words(viet.Addressed(part).Name)) >= 2 {
			people++
		}
	}
	if r.table.columns[c.Col] == wholeColumn {
		people = strings.Count(c.text, ";") + 1 // “Nguyễn Văn A, Trưởng phòng, Sở B” is one
	}
	lines := 0
	for part := range strings.SplitSeq(c.Cell.Text, "\n") { // a long name may be broken over lines
		name := strings.Fields(viet.Addressed(c.from.Decode(part)).Name)
		if len(name) >= 2 && viet.IsSurname(name[0]) {
			lines++
		}
	}
	people = max(people, lines)
	if people < 2 {
		return false
	}
	r.fail(nameWrong, c, fmt.Sprintf("ô có vẻ có tên của %d người", people), "mỗi người một hàng")
	return true
}

// honorificAt is what the column says: one under “Ông” or “Bà”, or one of honorifics.
func (r *award) honorificAt(c *cell) string {
	if h := r.table.honor[c.Col]; h != "" {
		return h
	}
	text, _ := r.value(r.table.first(honorificColumn), false)
	switch viet.Fold(text) {
	case "ong", "o", "nam":
		return "Ông"
	case "ba", "b", "nu", "co":
		return "Bà"
	}
	return text
}

// person takes honorifics and titles off a name.
func (r *award) person(text string, c *cell) string {
	who := viet.Addressed(text)
	if who.Doubtful {
		r.problems.Add(nameHonorific, r.place(c), fmt.Sprintf("%s: chữ “Ông” có thể là họ Ông hoặc danh xưng, giữ nguyên", quote(text)), "nếu là danh xưng, bỏ chữ “Ông” trong ô, hoặc ghi ở cột “Ông/Bà”")
	}
	if strings.ContainsFunc(who.Name, unicode.IsDigit) {
		r.fail(nameWrong, c, fmt.Sprintf("họ và tên %s có chữ số", quote(text)), "chỉ ghi họ và tên")
		return ""
	}
	if who.Before == "" {
		return text
	}
	if who.Honorific != "" && r.d.honorific == "" {
		r.d.honorific = who.Honorific
	}
	if len(who.Titles) > 0 {
		titles := strings.Join(who.Titles, ", ")
		if r.d.honorific == "" {
			r.d.honorific = titles
		} else {
			r.d.position = titles
			r.d.has["position"] = true
		}
	}
	after := who.Name
	if kept := strings.TrimSpace(r.d.honorific + " " + r.d.position); kept != "" {
		after += " (" + kept + ")"
	}
	r.tell(c, "tách khỏi tên", text, after)
	return who.Name
}

// capitals offers a name all in capitals, or all in small letters, as names are written.
func (r *award) capitals(text string, c *cell) string {
	small := text == strings.ToLower(text) && strings.ContainsFunc(text, unicode.IsLetter)
	if !viet.AllCapitals(text) && !small {
		return text
	}
	words := strings.Fields(viet.Capitalized(text))
	for i := range words {
		if r.d.kind != campaign.Household || !slices.Contains(openers, strings.ToLower(words[i])) {
			break
		}
		if i > 0 {
			words[i] = strings.ToLower(words[i])
		}
	}
	proper := strings.Join(words, " ")
	r.page.capitals = append(r.page.capitals, c)
	r.tell(c, "in hoa → viết thường", text, proper)
	return proper
}

// openers are what the name of a household opens with.
var openers = []string{"hộ", "gia", "đình", "ông", "bà", "anh", "chị"}
