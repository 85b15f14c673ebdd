package private

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// judge adds what the groups are: each group belongs to one finding at most, and the longest reading of the earliest group wins.
func (r *run) judge(s *scanner) {
	s.birth()
	s.house()
	digits := 0
	for _, g := range r.groups {
		digits += g.len()
	}
	if digits < 6 {
		return
	}
	r.said = unasked
	for a := 0; a < len(r.groups); {
		b, kind, ok := r.reading(a)
		if !ok {
			a++
			continue
		}
		s.add(kind, r.groups[a].from, r.groups[b].to, number(r.digits(a, b)))
		a, r.said = b+1, unsaid
	}
}

// Kinds that are none: no word before the digits says what they are; nobody has looked yet.
const (
	unsaid  = Kind(255)
	unasked = Kind(254)
)

// sayBefore is what the words before the first group say of it; they are looked at when somebody asks.
func (r *run) sayBefore() Kind {
	if r.said == unasked {
		r.said = saidBefore(r.text, r.groups[0].from)
	}
	return r.said
}

// reading finds the longest personal number that begins at group a.
func (r *run) reading(a int) (b int, k Kind, ok bool) {
	total := 0
	last := a
	for last < len(r.groups) && total < 20 {
		total += r.groups[last].len()
		last++
	}
	for b = last - 1; b >= a; b-- {
		if !r.apart(a, b) && !(a == 0 && r.apartFrom(b) && r.sayBefore() != unsaid) {
			continue
		}
		if k, ok := r.kind(a, b); ok {
			return b, k, true
		}
	}
	return 0, 0, false
}

// apartFrom tells whether the first groups end where they should, though a letter stands right before them: "ĐT0939…".
func (r *run) apartFrom(b int) bool {
	first := r.groups[0].from
	return first > 0 && !isDigit(r.text[first-1]) && (b+1 < len(r.groups) && r.gapAfter(b) != point || b+1 == len(r.groups)) && !wordAt(r.text, r.groups[b].to)
}

// kind tells what groups a to b are.
func (r *run) kind(a, b int) (Kind, bool) {
	digits := r.digits(a, b)
	in, mixed := r.inner(a, b)
	n := len(digits)
	switch {
	case n < 6 || n > 19:
		return 0, false
	case r.international(a, b, digits) || isPhone(digits) && r.phoneShape(a, b):
		return Phone, true
	case n == 12 && isCitizen(digits) && !mixed && in != loose && r.citizenShape(a, b):
		return Identity, true
	}
	if r.figure(a, b) {
		return 0, false
	}
	if a == 0 {
		if k, ok := saidKind(r.sayBefore(), n); ok && (in != loose || k == Phone) {
			return k, true
		}
	}
	switch {
	case a == b && n == 9:
		return Identity, true
	case a == b && n >= 10 && !isMoment(digits):
		return Account, true
	case n == 9 && b == a+2 && (in == space || in == hyphen) && !mixed && thousands(r.groups[a:b+1]) && r.groups[a].len() == 3 && r.plainGaps(a, b):
		return Identity, true
	}
	return 0, false
}

// saidKind tells whether as many digits can be what the word before them says.
func saidKind(said Kind, n int) (Kind, bool) {
	switch said {
	case Phone:
		return Phone, n >= 7 && n <= 12
	case Identity:
		return Identity, n == 7 || n == 8 || n == 9 || n == 12
	case Account:
		return Account, n >= 6
	}
	return 0, false
}

// isPhone tells whether digits are a Vietnamese telephone number from its 0 on, with the codes of areas of before 2017 too.
func isPhone(d string) bool {
	return (len(d) == 10 || len(d) == 11) && d[0] == '0' && d[1] != '0' && (len(d) == 10 || d[1] != '9')
}

// isMobile tells whether it is one to carry.
func isMobile(d string) bool { return len(d) == 10 && strings.IndexByte("35789", d[1]) >= 0 }

// isCitizen tells whether 12 digits can be a citizen's number: province, century and sex, year of birth.
func isCitizen(d string) bool {
	province := int(d[0]-'0')*100 + int(d[1]-'0')*10 + int(d[2]-'0')
	return province >= 1 && province <= 96 && d[3] <= '3'
}

// citizenShape tells whether a citizen's number is parted as people do: in groups of three digits at least, or by what they mean.
func (r *run) citizenShape(a, b int) bool {
	g := r.groups[a : b+1]
	if len(g) == 4 && g[0].len() == 3 && g[1].len() == 1 && g[2].len() == 2 {
		return true
	}
	return !slices.ContainsFunc(g, func(x group) bool { return x.len() < 3 })
}

// phoneShape tells whether a telephone number is parted as people do.
func (r *run) phoneShape(a, b int) bool {
	g := r.groups[a : b+1]
	if len(g) == 1 {
		return true
	}
	in, mixed := r.inner(a, b)
	if len(g) > 5 || in == loose && !mixed && len(g) > 4 {
		return false
	}
	for i, x := range g[1:] {
		if x.len() < 2 && !(i == 0 && g[0].len() >= 4 && len(g) > 2) {
			return false
		}
	}
	switch n := g[0].len(); {
	case n >= 3 && n <= 5:
		return true
	case n == 2 && isMobile(r.digits(a, b)):
		return !years(r.text, g[1:]) && (len(g) < 5 || in == point && !mixed)
	}
	return false
}

// years tells whether a group is a year: then the groups are a date or a row of figures.
func years(text string, gs []group) bool {
	for _, g := range gs {
		if s := text[g.from:g.to]; len(s) == 4 && (s[:2] == "19" || s[:2] == "20") {
			return true
		}
	}
	return false
}

// international tells whether groups are a number after +84 or 0084.
func (r *run) international(a, b int, d string) bool {
	plus := r.groups[a].from > 0 && r.text[r.groups[a].from-1] == '+'
	if d, ok := strings.CutPrefix(d, "00"); ok && strings.HasPrefix(d, "84") {
		plus = true
	}
	return plus && isPhone(number(d)) && r.groups[a].len() != 1
}

// number is a telephone number as it is dialled within the country, and any other as it is.
func number(d string) string {
	for _, prefix := range [...]string{"0084", "84"} {
		if rest, ok := strings.CutPrefix(d, prefix); ok && len(rest) >= 9 && len(rest) <= 11 {
			return "0" + strings.TrimPrefix(rest, "0")
		}
	}
	return d
}

// isMoment tells whether digits are a moment: year, month, day, hour, minute and perhaps more.
func isMoment(d string) bool {
	if len(d) < 10 || len(d) > 17 || d[:2] != "19" && d[:2] != "20" {
		return false
	}
	month, day, hour := d[4:6], d[6:8], d[8:10]
	return month >= "01" && month <= "12" && day >= "01" && day <= "31" && hour <= "23"
}

// thousands tells whether all groups but the first have three digits, and the first no more.
func thousands(gs []group) bool {
	for i, g := range gs {
		if g.len() > 3 || i > 0 && g.len() != 3 {
			return false
		}
	}
	return true
}

// plainGaps tells whether the gaps are such as people type, and the digits no round figure: programs part thousands with spaces of their own.
func (r *run) plainGaps(a, b int) bool {
	round := true
	for i := a; i < b; i++ {
		if g := r.text[r.groups[i].to:r.groups[i+1].from]; g != " " && g != "-" {
			return false
		}
		round = round && r.text[r.groups[i+1].to-1] == '0'
	}
	return !round
}

// figure tells whether groups a to b are a figure or a part of a number of another kind: with decimals, a currency, a stroke; of a decision, a book.
func (r *run) figure(a, b int) bool {
	before, after := r.text[:r.groups[a].from], r.text[r.groups[b].to:]
	if strings.HasSuffix(before, "/") || strings.HasPrefix(after, "/") || strings.HasSuffix(before, "#") || strings.HasSuffix(before, "$") || strings.HasSuffix(before, "=") {
		return true
	}
	if len(after) > 1 && (after[0] == ',' || after[0] == '.') && isDigit(after[1]) || strings.HasPrefix(after, "%") {
		return true
	}
	if n := len(before); n > 1 && before[n-1] == ',' && isDigit(before[n-2]) {
		return true
	}
	return r.unitFollows(b) || endsInN(before) && strings.HasSuffix(lastWords(before, 1), "isbn")
}

// endsInN tells whether the last letter or digit of a text can be an N: to fold words costs more than all the rest.
func endsInN(s string) bool {
	for i := len(s) - 1; i >= 0; i-- {
		if c := s[i]; isWordByte(c) || c >= utf8.RuneSelf {
			return c == 'n' || c == 'N' || c >= utf8.RuneSelf
		}
	}
	return false
}

// unitFollows tells whether a unit of measure or money stands after group b.
func (r *run) unitFollows(b int) bool { return units[nextWord(r.text[r.groups[b].to:])] }

var units = words("dong d vnd vnđ usd trieu ty ti ngan nghin tan ta kg kwh m m2 m3 ha km nguoi luot ho don cai con cay hoc can ban trang byte bytes kb mb gb diem phieu suat phan")

func words(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

func letterBefore(text string, at int) bool {
	c, _ := utf8.DecodeLastRuneInString(text[:at])
	return unicode.IsLetter(c)
}

func letterAt(text string, at int) bool {
	c, _ := utf8.DecodeRuneInString(text[at:])
	return unicode.IsLetter(c)
}

// wordAt tells whether a letter or digit stands at a place.
func wordAt(text string, at int) bool {
	return at < len(text) && (isWordByte(text[at]) || text[at] >= utf8.RuneSelf && letterAt(text, at))
}
