package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

// citations tells of citations that speak of another year or another unit: once for all awards of a decision that have the same.
func (r *resolver) citations() {
	c := &citer{resolver: r, names: unitNames(r.ledger.Units), keys: map[string]string{}}
	for i, d := range r.ledger.Decisions {
		if d.Revoked != nil {
			continue
		}
		c.year(d, "lý do khen", yearsIn(line(r.tree.Decisions[i].Reason)), r.tree.Decisions[i].Reason.Place)
		type told struct {
			awards         int
			dated, strayed bool
		}
		same := make(map[string]*told, len(d.Awards))
		for _, a := range d.Awards {
			s := same[a.Citation]
			if s == nil {
				s = &told{}
				same[a.Citation] = s
			}
			s.awards++
		}
		for _, a := range d.Awards {
			if a.Citation == "" || a.Withdrawn != nil {
				continue
			}
			s := same[a.Citation]
			at, others, said := r.read[a].Citation.Place, s.awards-1, c.cited(a.Citation)
			if !s.dated {
				s.dated = true
				c.year(d, "thành tích"+alsoOf(others), said.years, at)
			}
			s.strayed = s.strayed || c.unit(a, said.words, others, at)
		}
	}
}

// alsoOf says that others have the same citation.
func alsoOf(others int) string {
	if others == 0 {
		return ""
	}
	return fmt.Sprintf(" (và %d dòng khác của quyết định có cùng câu này)", others)
}

// citer reads citations. Keys are of words met before.
type citer struct {
	*resolver
	names  map[string][]unitName // by the key of their first word
	keys   map[string]string
	buffer []string
	last   cited
}

// longAgo is how many years before the campaign are history, or a birth: no slip.
const longAgo = 20

// year tells of a text that names years, none of them of the campaign.
func (c *citer) year(d *campaign.Decision, what string, said []int, at diag.Place) {
	k := &c.ledger.Campaign
	low, high := k.Period.From.Year, max(k.Period.To.Year, d.Date.Year)
	var years []int
	for _, y := range said {
		if y >= low-longAgo {
			years = append(years, y)
		}
	}
	if len(years) == 0 || low == 0 || c.tree.Campaign == nil {
		return
	}
	from, to := slices.Min(years), slices.Max(years)
	if from <= high && to >= low || slices.Contains(years, k.Anniversary.From.Year) || slices.Contains(years, k.Anniversary.To.Year) {
		return
	}
	c.add(citationYear, at, fmt.Sprintf("%s nêu năm %s, ngoài thời gian của đợt thi đua (%s)", what, joined(years), span(low, high)),
		"sửa năm, hoặc viết rõ việc ấy liên quan gì tới đợt thi đua này", c.tree.Campaign.Period.From.Place)
}

func joined(years []int) string {
	var out []string
	for _, y := range years {
		out = append(out, fmt.Sprint(y))
	}
	return strings.Join(out, ", ")
}

// yearsIn are the years that a text tells of: after “năm”, in a date or a stretch of years. A year that something is compared with, or led
// from or to, or somebody was born in, is none; nor is one in the number of a paper.
func yearsIn(text string) []int {
	var out []int
	for i := 0; i < len(text); {
		if text[i] < '0' || text[i] > '9' {
			i++
			continue
		}
		n := 1
		for i+n < len(text) && text[i+n] >= '0' && text[i+n] <= '9' {
			n++
		}
		if n == 4 && (text[i] == '1' || text[i] == '2') && isYear(strings.ToLower(text[max(0, i-nearby):i]), text[i+n:], len(out) > 0) {
			out = append(out, int(text[i]-'0')*1000+int(text[i+1]-'0')*100+int(text[i+2]-'0')*10+int(text[i+3]-'0'))
		}
		i += n
	}
	return out
}

// nearby is how many bytes before a year say what it is.
const nearby = 48

var compared = []string{"so với", "cùng kỳ", "hơn", "từ", "đến", "tới", "trước", "sau", "kể từ", "tầm nhìn", "sinh"}

func isYear(before, after string, follows bool) bool {
	if strings.HasPrefix(after, "/") {
		return false
	}
	before = strings.TrimRight(before, " ")
	word, said := strings.CutSuffix(before, "năm")
	word = strings.TrimRight(word, " ")
	for _, c := range compared {
		if !said || follows {
			break
		}
		if rest, ok := strings.CutSuffix(word, c); ok && (rest == "" || rest[len(rest)-1] == ' ') {
			return false
		}
	}
	switch {
	case said, strings.HasSuffix(before, "/"):
		return true
	case strings.HasSuffix(word, "giai đoạn"), strings.HasSuffix(word, "năm học"), strings.HasSuffix(word, "nhiệm kỳ"):
		return true
	}
	return follows && (strings.HasSuffix(before, "-") || strings.HasSuffix(before, "–"))
}

// unitName is what a unit may be called in a citation, as keys of its words.
type unitName struct {
	words []string
	units []*campaign.Unit // all that are called so
}

// unitNames are what units are called in two words or more, the longest first. Those of whom all speak (Đảng, HĐND, UBND, Mặt trận) are left out.
func unitNames(units []*campaign.Unit) map[string][]unitName {
	out := map[string][]unitName{}
	for _, u := range units {
		if slices.Contains([]campaign.UnitKind{campaign.Party, campaign.Council, campaign.PeoplesCommittee, campaign.Front}, u.Kind) {
			continue
		}
		for _, name := range append([]string{u.Name, u.Short}, u.Aliases...) {
			words := strings.Fields(viet.SpellingKey(name))
			if len(words) < 2 {
				continue
			}
			same := func(n unitName) bool { return slices.Equal(n.words, words) }
			if i := slices.IndexFunc(out[words[0]], same); i >= 0 {
				out[words[0]][i].units = append(out[words[0]][i].units, u)
			} else {
				out[words[0]] = append(out[words[0]], unitName{words, []*campaign.Unit{u}})
			}
		}
	}
	for _, names := range out {
		slices.SortStableFunc(names, func(a, b unitName) int { return len(b.words) - len(a.words) })
	}
	return out
}

// unit tells of a citation that names a unit which is neither the award's nor above or below it, and is not said to have been helped or joined.
func (c *citer) unit(a *campaign.Award, words []string, others int, at diag.Place) bool {
	if a.Unit == nil {
		return false
	}
	for i := 0; i < len(words); i++ {
		for _, n := range c.names[words[i]] {
			if len(n.words) > len(words)-i || !slices.Equal(n.words, words[i:i+len(n.words)]) {
				continue
			}
			if !slices.ContainsFunc(n.units, func(u *campaign.Unit) bool { return c.known(a, u) }) && !joins(words[max(0, i-6):i]) {
				u := n.units[0]
				c.add(citationUnit, at, fmt.Sprintf("thành tích của %q (%s) nêu đơn vị khác: %s%s", a.Name, a.Unit.Name, u.Name, alsoOf(others)),
					"sửa thành tích hoặc đơn vị; nếu đúng là việc làm với đơn vị ấy, viết “phối hợp với”, “giúp”", u.Place)
				return true
			}
			i += len(n.words) - 1
			break
		}
	}
	return false
}

// words are the keys of a text's words, until the next text is asked for.
func (c *citer) words(text string) []string {
	c.buffer = c.buffer[:0]
	from := -1
	for i, r := range text {
		if parts(r) {
			c.word(text, from, i)
			from = -1
		} else if from < 0 {
			from = i
		}
	}
	c.word(text, from, len(text))
	return c.buffer
}

func (c *citer) word(text string, from, to int) {
	if from < 0 {
		return
	}
	k, ok := c.keys[text[from:to]]
	if !ok {
		k = viet.SpellingKey(text[from:to])
		c.keys[text[from:to]] = k
	}
	if k != "" {
		c.buffer = append(c.buffer, k)
	}
}

// parts tells whether a character stands between words; to ask Unicode of each would be the dearest part of reading.
func parts(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9')
	case r < 0x300 || r >= 0x1E00 && r < 0x2000:
		return r < 0xC0
	}
	return !unicode.In(r, unicode.L, unicode.M, unicode.N)
}

// known tells whether a unit may be named in an award's citation without a word: the award's own, one above or below it, who decided, and places
// for whoever is of no place.
func (c *citer) known(a *campaign.Award, u *campaign.Unit) bool {
	if related(a.Unit, u) || related(u, a.Unit) || a.Decision.IssuerUnit != nil && related(a.Decision.IssuerUnit, u) {
		return true
	}
	if !local(u) {
		return false
	}
	for v := a.Unit; v != nil; v = v.Parent {
		if local(v) {
			return false
		}
	}
	return true
}

// related tells whether a unit is another or above it.
func related(below, above *campaign.Unit) bool {
	for ; below != nil; below = below.Parent {
		if below == above {
			return true
		}
	}
	return false
}

// local tells whether a unit is a place too: a district, a commune.
func local(u *campaign.Unit) bool {
	return u.Kind == campaign.UrbanDistrict || u.Kind == campaign.RuralDistrict || u.Kind == campaign.Commune
}

var joining = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("cùng với giúp cho theo tặng mưu trợ hộ do hợp đạo liên") {
		m[viet.SpellingKey(w)] = true
	}
	return m
}()

// joins tells whether the words before a name say that it was helped, joined or heeded: phối hợp với, hỗ trợ, tham mưu cho, do … phát động.
func joins(before []string) bool {
	return slices.ContainsFunc(before, func(w string) bool { return joining[w] })
}
