package check

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/source"
	"bangvang/internal/viet"
)

var awardWords = []Word{{string(campaign.Collective), "tập thể"}, {string(campaign.Individual), "cá nhân"}, {string(campaign.Household), "hộ gia đình"}}

// awards reads the rolls of all decisions and puts the awards by decision, then number.
func (r *resolver) awards() {
	r.awardIDs.kind = &kind{"khen thưởng", awardUnknown, "awards"}
	total := 0
	for i := range r.tree.Rolls {
		total += len(r.tree.Rolls[i].Awards)
	}
	r.awardIDs.entries = make(map[string]entry[campaign.Award], total)
	read := make(map[*campaign.Award]*source.Award, total)
	r.written = make([]*campaign.Award, 0, total)
	for i := range r.tree.Rolls {
		roll := &r.tree.Rolls[i]
		d := find(r, &r.decisionIDs, roll.Decision)
		if d != nil && d.Awards == nil {
			d.Awards = make([]*campaign.Award, 0, len(roll.Awards))
		}
		for j := range roll.Awards {
			s := &roll.Awards[j]
			a := r.award(s, d)
			first := r.awardIDs.entries[s.ID.Text].record
			enter(r, &r.awardIDs, s.ID, a)
			read[a] = s
			r.written = append(r.written, a)
			copied := first != nil && first.Decision == d && first.No == a.No && first.Name == a.Name
			if d != nil && !copied { // a copy is told by its id, and is no one else
				d.Awards = append(d.Awards, a)
			}
		}
	}
	r.duplicates(read)
	r.ledger.Awards = make([]*campaign.Award, 0, total)
	for i, d := range r.ledger.Decisions {
		slices.SortStableFunc(d.Awards, func(a, b *campaign.Award) int { return cmp.Compare(a.No, b.No) })
		r.roll(d, &r.tree.Decisions[i], read)
		for _, a := range d.Awards {
			r.ledger.Awards = append(r.ledger.Awards, a)
			if a.Unit != nil {
				a.Unit.Awards = append(a.Unit.Awards, a)
			}
		}
	}
	r.read = read
	r.idleUnits()
}

// group reads what group an awardee is of. Groups are told apart by their slugs, which are addresses: of two spellings the second is told.
func (r *resolver) group(v source.Value) string {
	text := line(v)
	if _, seen := r.groups[text]; seen || text == "" {
		return text
	}
	if r.groups == nil {
		r.groups, r.groupSlugs = map[string]bool{}, map[string]source.Value{}
	}
	r.groups[text] = true
	slug := viet.Slug(text)
	if first, ok := r.groupSlugs[slug]; ok {
		r.add(groupMeets, v.Place, fmt.Sprintf("nhóm %q và nhóm %q ở %s chung địa chỉ /vinh-danh/nhom/%s/", text, first.Text, seen(v.Place, first.Place), slug),
			"viết mỗi nhóm một cách", first.Place)
	} else {
		r.groupSlugs[slug] = v
	}
	return text
}

func (r *resolver) award(s *source.Award, d *campaign.Decision) *campaign.Award {
	a := &campaign.Award{
		Place: s.Place, ID: s.ID.Text, Decision: d, Kind: campaign.AwardKind(r.oneOf(s.Kind, awardWords)),
		Honorific: line(s.Honorific), Name: name(s.Name), Given: name(s.Given), Position: line(s.Position), Group: r.group(s.Group),
		Unit: find(r, &r.unitIDs, s.Unit), Area: find(r, &r.areaIDs, s.Area), Citation: line(s.Citation),
		GoldenBookNo: line(s.GoldenBookNo), Photo: r.photo(s.Photo),
	}
	a.No, _ = r.integer(s.No, 1, math.MaxInt32)
	if a.Name != "" && s.Given.Given() && !viet.EndsWithGiven(a.Name, a.Given) {
		r.add(givenName, s.Given.Place, fmt.Sprintf("tên %q không đứng cuối họ và tên %q", a.Given, a.Name), "given là phần cuối của name; tên một âm tiết thì không cần ghi", s.Name.Place)
	}
	if a.Kind == campaign.Individual && strings.ContainsFunc(a.Name, unicode.IsDigit) {
		r.add(nameDigit, s.Name.Place, fmt.Sprintf("họ và tên %q có chữ số", a.Name), "chỉ ghi họ và tên; số điện thoại, ngày sinh, số thứ tự không được công bố")
	}
	if a.Kind != campaign.Collective && a.Kind != "" && viet.AllCapitals(a.Name) {
		r.add(nameCapitals, s.Name.Place, fmt.Sprintf("họ và tên %q viết toàn chữ in hoa", a.Name), fmt.Sprintf("viết %q", properName(a)))
	}
	if s.Minor != nil {
		a.Minor = &campaign.Minor{Consent: r.flag(s.Minor.Consent)}
		if !a.Minor.Consent && s.Minor.Consent.Text == "false" {
			r.add(minorConsent, s.Minor.Place, "chưa có đồng ý của trẻ em và cha mẹ, sẽ chỉ ghi đơn vị", "ghi consent: true khi đã có văn bản đồng ý")
		}
	}
	if s.Withdrawn != nil {
		a.Withdrawn = &campaign.Withdrawal{Date: r.date(s.Withdrawn.Date), Reason: line(s.Withdrawn.Reason)}
	}
	if s.From != nil {
		r.integer(s.From.Row, 1, math.MaxInt32)
	}
	if d != nil && s.ID.Given() {
		r.awardForm(s.ID, d)
	}
	return a
}

// properName is a name in capitals as names are written; what a household's opens with is no name: “Hộ gia đình ông Nguyễn Văn A”.
func properName(a *campaign.Award) string {
	words := strings.Fields(viet.Capitalized(a.Name))
	for i := range words {
		if a.Kind != campaign.Household || !slices.Contains(householdWords, strings.ToLower(words[i])) {
			break
		}
		if i > 0 {
			words[i] = strings.ToLower(words[i])
		}
	}
	return strings.Join(words, " ")
}

var householdWords = []string{"hộ", "gia", "đình", "ông", "bà", "anh", "chị"}

// awardForm tells of an id that is not <decision>-NNN.
func (r *resolver) awardForm(id source.Value, d *campaign.Decision) {
	n, ok := strings.CutPrefix(id.Text, d.ID+"-")
	if !ok || len(n) < 3 || strings.Trim(n, "0123456789") != "" {
		r.add(awardID, id.Place, fmt.Sprintf("mã %q không có dạng <quyết định>-NNN", id.Text), fmt.Sprintf("viết %s-001, %s-002 …; mã đã công bố thì không đổi", d.ID, d.ID))
	}
}

// roll holds the awards of a decision, by number, against the decision and each other.
func (r *resolver) roll(d *campaign.Decision, s *source.Decision, read map[*campaign.Award]*source.Award) {
	r.counts(d, s)
	r.gaps(d, read)
	type person struct {
		name string
		unit *campaign.Unit
		kind campaign.AwardKind
	}
	met := make(map[person][]*campaign.Award, len(d.Awards))
	for i, a := range d.Awards {
		if i > 0 && a.No != 0 && a.No == d.Awards[i-1].No {
			first := read[d.Awards[i-1]].No.Place
			r.add(noDuplicate, read[a].No.Place, fmt.Sprintf("số thứ tự %d đã có ở %s", a.No, seen(read[a].No.Place, first)), "mỗi dòng của quyết định có số thứ tự riêng", first)
		}
		if a.Withdrawn != nil {
			r.inOrder(read[a].Withdrawn.Date, a.Withdrawn.Date, s.Date, d.Date, "thu hồi")
			continue
		}
		if a.Name == "" || a.Unit == nil {
			continue
		}
		p := person{r.spell(a.Name).Key, a.Unit, a.Kind}
		for _, first := range met[p] {
			if _, ok := r.decided[pairOf(first, a)]; !ok {
				r.twice(a, first, read[a].Name.Place, read[first].Name.Place)
				break
			}
		}
		met[p] = append(met[p], a)
	}
}

// twice tells of two awards that seem to honour one awardee: an error, but a warning if their positions differ, as namesakes' may.
func (r *resolver) twice(a, first *campaign.Award, at, firstAt diag.Place) {
	rule, hint := awardTwice, "bỏ một dòng; hai người trùng tên thì ghi position của từng người; "
	if a.Position != "" && first.Position != "" && viet.SpellingKey(a.Position) != viet.SpellingKey(first.Position) {
		rule, hint = awardNamesake, "nếu là một người, bỏ một dòng; "
	}
	hint += settling(first, a)
	r.add(rule, at, fmt.Sprintf("%q của %s đã có ở %s, trong cùng quyết định", a.Name, a.Unit.ID, seen(at, firstAt)), hint, firstAt)
}

// counts holds the number of awards of each kind against what the paper says. Withdrawn awards stand in the paper, so they count.
func (r *resolver) counts(d *campaign.Decision, s *source.Decision) {
	if r.tree.Partial["awards"] || !s.Expects.Place.Known() {
		return
	}
	var all, withdrawn campaign.Tally
	for _, a := range d.Awards {
		if a.Kind == "" {
			return // told, and it may be of any kind
		}
		all.Count(a.Kind)
		if a.Withdrawn != nil {
			withdrawn.Count(a.Kind)
		}
	}
	rule := decisionCounts
	if d.Draft() {
		rule = draftCounts
	}
	for _, k := range []struct {
		noun                    string
		has, expects, withdrawn int
		said                    source.Value
	}{
		{"tập thể", all.Collectives, d.Expects.Collectives, withdrawn.Collectives, s.Expects.Collectives},
		{"cá nhân", all.Individuals, d.Expects.Individuals, withdrawn.Individuals, s.Expects.Individuals},
		{"hộ gia đình", all.Households, d.Expects.Households, withdrawn.Households, s.Expects.Households},
	} {
		if k.has == k.expects || k.said.Given() && k.said.Text != strconv.Itoa(k.expects) { // a number that was not read is told
			continue
		}
		at := k.said.Place
		if !k.said.Given() {
			at = s.Expects.Place
		}
		text := fmt.Sprintf("quyết định %q ghi %d %s, danh sách có %d", d.ID, k.expects, k.noun, k.has)
		if k.withdrawn > 0 {
			text += fmt.Sprintf(" (kể cả %d đã thu hồi)", k.withdrawn)
		}
		r.add(rule, at, text, countHint(k.has, k.expects, k.noun))
	}
}

func countHint(has, expects int, noun string) string {
	if has < expects {
		return fmt.Sprintf("còn thiếu %d %s trong data/awards/, hoặc sửa expects theo quyết định", expects-has, noun)
	}
	return fmt.Sprintf("thừa %d %s trong data/awards/, hoặc sửa expects theo quyết định", has-expects, noun)
}
