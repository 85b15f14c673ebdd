package check

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/memo"
	"bangvang/internal/source"
	"bangvang/internal/viet"
)

// Whoever is told to compare two lines must find it worth the while. So names alone are never asked about: namesakes are many. What counts beside
// them is a unit, an office that few hold, a citation that few have.
const (
	fewOffice   = 20   // so many may hold an office that still tells one apart
	fewCitation = 4    // so many may have a citation that is no formula
	nearest     = 8    // with how many before it an award is compared at most, of those that may be like it
	mostAsked   = 1000 // beyond this the data is not what people look through pair by pair
)

// face is an award as it is compared.
type face struct {
	*campaign.Award
	spelled viet.Spelled
	office  string // SpellingKey of the position
}

// asker finds awards that seem to be one awardee's.
type asker struct {
	*resolver
	citations map[string]int // how many have it
	offices   map[string]int
	officeKey map[string]string
	asked     int

	read    map[*campaign.Award]*source.Award
	entries []keyed           // of the unit that is looked at
	keys    []uint64          // of a name of it
	counts  []uint8           // of keys, by what begins them
	met     map[[2]int32]bool // pairs of it
}

// keyed is one key of a name, and whose it is.
type keyed struct {
	key uint64
	i   int32
}

// at is where the name of an award stands.
func (q *asker) at(f *face) diag.Place { return q.read[f.Award].Name.Place }

// alike asks about awards of the same kind that are near to each other, in one decision and across decisions.
func (r *resolver) alike() {
	q := &asker{resolver: r, citations: map[string]int{}, offices: map[string]int{}, officeKey: map[string]string{}, read: r.read, met: map[[2]int32]bool{}}
	byUnit, all := map[*campaign.Unit][]*face{}, make([]*face, 0, len(r.ledger.Awards))
	for _, a := range r.ledger.Awards {
		if !standing(a) || a.Name == "" || a.Unit == nil {
			continue
		}
		f := &face{Award: a, spelled: r.spelled(a), office: q.officeOf(a.Position)}
		q.citations[a.Citation]++
		q.offices[f.office]++
		byUnit[a.Unit] = append(byUnit[a.Unit], f)
		all = append(all, f)
	}
	for _, u := range r.ledger.Units {
		q.unit(byUnit[u])
	}
	q.elsewhere(all)
}

func (q *asker) officeOf(position string) string {
	k, ok := q.officeKey[position]
	if !ok {
		k = viet.SpellingKey(position)
		q.officeKey[position] = k
	}
	return k
}

// spelled is the name of an awardee without what is no part of it: Ông, Tiến sĩ, Tập thể, Hộ gia đình bà.
func (r *resolver) spelled(a *campaign.Award) viet.Spelled {
	text := a.Name
	first, rest, _ := strings.Cut(text, " ")
	switch {
	case a.Kind == campaign.Individual && !surname(first):
		text = viet.Addressed(text).Name
	case a.Kind == campaign.Collective && strings.EqualFold(first, "tập"):
		if second, rest, ok := strings.Cut(rest, " "); ok && strings.EqualFold(second, "thể") {
			text = rest
		}
	case a.Kind == campaign.Household:
		for rest != "" && slices.Contains(householdWords, strings.ToLower(first)) {
			text = rest
			first, rest, _ = strings.Cut(text, " ")
		}
	}
	return r.spell(text)
}

// surname is viet.IsSurname, remembered: surnames are few.
func surname(word string) bool { return surnames.Of(word, viet.IsSurname) }

var surnames = memo.Memo[string, bool]{Most: 10_000, Own: strings.Clone}

// unit compares the awards of one unit with those that share a key of their names with them.
func (q *asker) unit(faces []*face) {
	if len(faces) < 2 {
		return
	}
	q.entries = q.entries[:0]
	clear(q.met)
	for i, f := range faces {
		q.keys = f.spelled.AppendKeys(q.keys[:0])
		for _, k := range q.keys {
			q.entries = append(q.entries, keyed{k, int32(i)})
		}
	}
	entries := q.shared()
	slices.SortFunc(entries, func(a, b keyed) int {
		if a.key != b.key {
			return cmp.Compare(a.key, b.key)
		}
		return int(a.i - b.i)
	})
	for i, e := range entries {
		if q.asked > mostAsked {
			return
		}
		for j := i - 1; j >= 0 && j >= i-nearest && entries[j].key == e.key; j-- {
			p := [2]int32{entries[j].i, e.i}
			if p[0] != p[1] && !q.met[p] {
				q.met[p] = true
				q.together(faces[p[0]], faces[p[1]])
			}
		}
	}
}

// shared are the entries whose key may be another's too. Most are not, and need not be sorted.
func (q *asker) shared() []keyed {
	size := bits.Len(uint(4 * len(q.entries)))
	if n := 1 << size; cap(q.counts) < n {
		q.counts = make([]uint8, n)
	} else {
		q.counts = q.counts[:n]
		clear(q.counts)
	}
	for _, e := range q.entries {
		q.counts[e.key>>(64-size)] = min(q.counts[e.key>>(64-size)]+1, 2)
	}
	return slices.DeleteFunc(q.entries, func(e keyed) bool { return q.counts[e.key>>(64-size)] < 2 })
}

// together judges two awards of one unit.
func (q *asker) together(a, b *face) {
	like := a.spelled.Like(b.spelled)
	if like == viet.Apart || a.Kind != b.Kind || q.settled(a, b) {
		return
	}
	switch {
	case like == viet.Same && a.Decision == b.Decision:
		if q.speller.Spell(a.Name).Key != q.speller.Spell(b.Name).Key { // else told by the roll
			q.ask(awardAlike, a, b, like)
		}
	case like == viet.Same && q.sameDeed(a, b):
		q.ask(awardAgain, a, b, like)
	case like == viet.Same && a.Decision.Form != nil && a.Decision.Form == b.Decision.Form && a.Decision.Issuer == b.Decision.Issuer:
		q.ask(awardNamesake, a, b, like)
	case like == viet.Same:
	case like != viet.OneLetter || a.Kind != campaign.Individual || a.spelled.Words() > 3 || a.office != "" && a.office == b.office || q.sameCitation(a, b):
		q.ask(awardAlike, a, b, like)
	}
}

// elsewhere asks about awards of different units: those with a citation that few have, and namesakes in an office that few hold.
func (q *asker) elsewhere(all []*face) {
	type holder struct{ name, office string }
	cited, held := map[string][]*face{}, map[holder][]*face{}
	for _, f := range all {
		if n := q.citations[f.Citation]; f.Citation != "" && n > 1 && n <= fewCitation {
			for _, g := range cited[f.Citation] {
				q.apart(g, f)
			}
			cited[f.Citation] = append(cited[f.Citation], f)
		}
		if n := q.offices[f.office]; f.office != "" && n > 1 && n <= fewOffice {
			h := holder{f.spelled.Key, f.office}
			for _, g := range held[h] {
				if !q.sameCitation(f, g) { // else told above
					q.apart(g, f)
				}
			}
			held[h] = append(held[h], f)
		}
	}
}

// apart judges two awards of different units.
func (q *asker) apart(a, b *face) {
	like := a.spelled.Like(b.spelled)
	switch {
	case like == viet.Apart || a.Unit == b.Unit || a.Kind != b.Kind || q.settled(a, b):
	case like == viet.Same:
		q.ask(awardNamesake, a, b, like)
	default:
		q.ask(awardAlike, a, b, like)
	}
}

func (q *asker) settled(a, b *face) bool {
	_, ok := q.decided[pairOf(a.Award, b.Award)]
	return ok
}

func (q *asker) sameCitation(a, b *face) bool {
	return a.Citation != "" && a.Citation == b.Citation && q.citations[a.Citation] <= fewCitation
}

// sameDeed tells whether two citations tell of one achievement, almost word by word. A formula that many have tells of none.
func (q *asker) sameDeed(a, b *face) bool {
	const least, most = 5, 8 // words that make a deed; of ten words of both, eight are common
	if q.citations[a.Citation] > fewCitation || q.citations[b.Citation] > fewCitation {
		return false
	}
	v, w := strings.Fields(viet.SpellingKey(a.Citation)), strings.Fields(viet.SpellingKey(b.Citation))
	if slices.Equal(v, w) {
		return len(v) > 0
	}
	slices.Sort(v)
	slices.Sort(w)
	v, w = slices.Compact(v), slices.Compact(w)
	common := 0
	for _, x := range v {
		if _, ok := slices.BinarySearch(w, x); ok {
			common++
		}
	}
	return common >= least && common*10 >= (len(v)+len(w)-common)*most
}

// ask tells people to compare two lines, the later one at its place.
func (q *asker) ask(rule *diag.Rule, a, b *face, like viet.Likeness) {
	switch q.asked++; {
	case q.asked == mostAsked+1:
		q.add(rule, q.at(b), fmt.Sprintf("đã kể %d cặp giống nhau; còn nữa, chưa kể", mostAsked), "xem những cặp đã kể trước")
		return
	case q.asked > mostAsked:
		return
	}
	at, other := q.at(b), q.at(a)
	where := seen(at, other)
	if a.Decision != b.Decision {
		where += fmt.Sprintf(" (quyết định %s)", a.Decision.ID)
	}
	text := fmt.Sprintf("%q và %q ở %s %s, %s", b.Name, a.Name, where, likenessWords[like], q.common(a, b))
	hint := "nếu là một, sửa tên cho đúng, bỏ dòng thừa; "
	switch rule {
	case awardAgain:
		text = fmt.Sprintf("%q (%s) đã được khen vì cùng một thành tích ở %s", b.Name, b.Unit.Name, where)
		hint = "mỗi thành tích chỉ khen một lần; "
	case awardNamesake:
		text = fmt.Sprintf("%q trùng tên với người, tập thể ở %s, %s", b.Name, where, q.common(a, b))
		hint = "nếu là một, xem có dòng nào thừa; "
	}
	q.add(rule, at, text, hint+settling(a.Award, b.Award), other)
}

// settling says how a pair is decided so that it is not asked again.
func settling(a, b *campaign.Award) string {
	if a.Decision == b.Decision {
		return fmt.Sprintf("nếu là hai, ghi vào data/duplicates.yaml:\n- {awards: [%s, %s], same: false}", a.ID, b.ID)
	}
	return fmt.Sprintf("nếu giữ cả hai, ghi vào data/duplicates.yaml (là hai thì same: false):\n- {awards: [%s, %s], same: true}", a.ID, b.ID)
}

var likenessWords = [...]string{
	viet.Same: "trùng tên", viet.Bare: "chỉ khác là một tên không có dấu", viet.Reordered: "cùng các tiếng, khác thứ tự",
	viet.Joined: "chỉ khác dấu cách", viet.OneLetter: "chỉ khác một chữ cái hoặc một dấu",
}

// common says what two awards have in common beside their names.
func (q *asker) common(a, b *face) string {
	var out []string
	if a.Unit == b.Unit {
		out = append(out, "cùng đơn vị "+a.Unit.Name)
	}
	if a.office != "" && a.office == b.office {
		out = append(out, fmt.Sprintf("cùng chức vụ %q", b.Position))
	}
	if q.sameCitation(a, b) {
		out = append(out, "cùng thành tích")
	}
	if a.Decision != b.Decision && a.Decision.Form != nil && a.Decision.Form == b.Decision.Form && a.Decision.Issuer == b.Decision.Issuer {
		out = append(out, "cùng nhận "+a.Decision.Form.Short)
	}
	return strings.Join(out, ", ")
}
