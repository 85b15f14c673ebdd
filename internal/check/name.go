package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/memo"
	"bangvang/internal/source"
	"bangvang/internal/viet"
)

// switches is what YAML elsewhere reads as yes, no or a number, though it has letters.
var switches = regexp.MustCompile(`(?i)^(?:yes|no|on|off|true|false|0x[0-9a-f]+|0o[0-7]+|0b[01]+|[0-9]+(?:\.[0-9]+)?e[-+]?[0-9]+|[-+]?\.(?:inf|nan))$`)

// switched tells of a name that is no name, but is read as a text here: who wrote it may have meant something else.
func (r *resolver) switched(v source.Value) bool {
	if v.Quoted || !switches.MatchString(v.Text) {
		return false
	}
	r.add(nameSwitch, v.Place, fmt.Sprintf("tên là %q: YAML ở nơi khác đọc đó là có, không, hoặc một số; ở đây nó là chữ", v.Text), fmt.Sprintf("ghi tên đầy đủ; nếu đúng là tên, đặt trong ngoặc kép: %q", v.Text))
	return true
}

// awardNames tells what is odd in the names of awardees.
func (r *resolver) awardNames() {
	for _, a := range r.written {
		r.awardName(a, r.read[a].Name)
	}
}

// awardName tells what is odd in the name of an awardee. Most names are as they should be, and are so again when another line is edited.
func (r *resolver) awardName(a *campaign.Award, v source.Value) {
	if !soundNames.Of(nameAs{a.Name, v.Text, v.Quoted, a.Kind}, func(nameAs) bool {
		alone := &resolver{}
		alone.judgeName(a, v)
		return alone.problems.Count(diag.Error)+alone.problems.Count(diag.Warning) == 0
	}) {
		r.judgeName(a, v)
	}
}

// nameAs is all of a name that judgeName goes by.
type nameAs struct {
	name, text string
	quoted     bool
	kind       campaign.AwardKind
}

var soundNames = memo.Memo[nameAs, bool]{Most: 100_000, Own: func(n nameAs) nameAs {
	n.name, n.text = strings.Clone(n.name), strings.Clone(n.text)
	return n
}}

func (r *resolver) judgeName(a *campaign.Award, v source.Value) {
	if a.Name == "" || r.switched(v) || !r.latin(a.Name, v, a.Kind != campaign.Collective && a.Kind != "") {
		return
	}
	if a.Kind == campaign.Collective {
		if odd := unbalanced(a.Name); odd != "" {
			r.add(namePunctuation, v.Place, fmt.Sprintf("tên %q %s", a.Name, odd), "sửa hoặc bỏ dấu này")
		}
		return
	}
	if a.Kind == campaign.Individual {
		r.personName(a.Name, v)
	}
	name := a.Name
	if a.Kind == campaign.Household { // bà A, ông B
		name = strings.ReplaceAll(name, ", ", " ")
	}
	if odd := punctuated(name); odd != 0 && a.Kind != "" {
		r.add(namePunctuation, v.Place, fmt.Sprintf("họ và tên %q có dấu %q", a.Name, string(odd)), "chỉ ghi họ và tên; chức vụ, ghi chú để ở khoá khác")
	}
}

// personName tells of a name that is cut short, of one that was never long enough, and of what stands before one.
func (r *resolver) personName(name string, v source.Value) {
	words := strings.Fields(name)
	if len(words) < 2 || letters(name) < 3 {
		r.add(nameShort, v.Place, fmt.Sprintf("họ và tên %q quá ngắn", name), "ghi đủ họ, tên đệm và tên như trong quyết định")
		return
	}
	if !surname(words[0]) {
		if p := viet.Addressed(name); p.Before != "" && !p.Doubtful {
			r.add(nameTitle, v.Place, fmt.Sprintf("trước họ và tên %q có %q", p.Name, p.Before), "ghi Ông, Bà ở honorific; học vị, cấp bậc, chức vụ ở position")
			return
		}
	}
	if viet.LacksMarks(name) {
		r.add(nameBare, v.Place, fmt.Sprintf("họ và tên %q viết không dấu", name), "viết đủ dấu như trong quyết định")
		return
	}
	if w := oddCase(words); w != "" {
		r.add(nameCase, v.Place, fmt.Sprintf("họ và tên %q có tiếng %q viết hoa, viết thường khác lối thường", name, w), "viết hoa chữ đầu mỗi tiếng; chữ không thuộc họ và tên thì để ở khoá khác")
		return
	}
	for i, w := range words {
		bare := strings.TrimRight(w, ".")
		if single := utf8.RuneCountInString(bare) == 1 && strings.Contains(consonants, strings.ToLower(bare)); bare != w || single && i > 0 {
			r.add(nameInitial, v.Place, fmt.Sprintf("họ và tên %q có phần viết tắt %q", name, w), "ghi đủ họ, tên đệm và tên như trong quyết định")
			return
		}
	}
}

// oddCase finds a word of a name that begins small, or that is in capitals among others that are not. What stands in brackets is as people like.
func oddCase(words []string) string {
	all, open := viet.AllCapitals(strings.Join(words, " ")), false
	for _, w := range words {
		open = open || strings.HasPrefix(w, "(")
		letters := []rune(strings.TrimFunc(w, func(c rune) bool { return !unicode.IsLetter(c) }))
		switch {
		case open || len(letters) == 0 || slices.Contains(particles, string(letters)):
		case unicode.IsLower(letters[0]), !all && len(letters) > 2 && viet.AllCapitals(string(letters)):
			return w
		}
		open = open && !strings.HasSuffix(w, ")")
	}
	return ""
}

// particles stand small in the names of foreigners.
var particles = []string{"de", "da", "di", "du", "del", "der", "den", "van", "von", "bin", "al"}

// consonants are no syllables, and no more is a bare a, as in Nguyễn Văn A; y, u, o and letters with a mark may be names.
const consonants = "abcdđefghjklmnpqrstvwxz"

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// latin tells of letters that only look Latin and, in the name of a person, of those that Vietnamese does not write. It tells whether a name is
// fit to be looked at further.
func (r *resolver) latin(name string, v source.Value, person bool) bool {
	if want := viet.Latin(name); want != name {
		r.add(nameLookalike, v.Place, fmt.Sprintf("tên %q có chữ chỉ trông giống chữ Latinh: %s", name, runesOf(different(name, want))), fmt.Sprintf("gõ lại: %q", want))
		return false
	}
	strange := viet.Strange(name)
	if !person || len(strange) == 0 {
		return true
	}
	if foreign := slices.DeleteFunc(slices.Clone(strange), func(c rune) bool { return unicode.Is(unicode.Latin, c) }); len(foreign) > 0 {
		r.add(nameLookalike, v.Place, fmt.Sprintf("họ và tên %q có chữ không phải chữ Latinh: %s", name, runesOf(foreign)), "gõ lại bằng chữ Latinh như trong quyết định")
	} else {
		r.add(nameLetter, v.Place, fmt.Sprintf("họ và tên %q có chữ tiếng Việt không viết: %s", name, runesOf(strange)), "thường do chép từ tệp phông cũ (.VnTime, VNI): gõ lại; tên nước ngoài thì để nguyên")
	}
	return false
}

// different are the letters of a that b has not in their places.
func different(a, b string) []rune {
	var out []rune
	want := []rune(b)
	for i, c := range []rune(a) {
		if i < len(want) && c != want[i] && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}

func runesOf(letters []rune) string {
	var out []string
	for _, c := range letters {
		out = append(out, fmt.Sprintf("%c (U+%04X)", c, c))
	}
	return strings.Join(out, ", ")
}

// punctuated finds what does not stand in a person's name: anything but letters, spaces, hyphens and apostrophes between or after letters,
// points, which are told as what they shorten, digits, told too, and brackets around another name.
func punctuated(name string) rune {
	runes, open := []rune(name), false
	for i, c := range runes {
		switch {
		case unicode.In(c, unicode.L, unicode.M, unicode.N) || c == ' ' || c == '.':
		case c == '(' && !open && i > 0:
			open = true
		case c == ')' && open:
			open = false
		case strings.ContainsRune("-'’ʼ", c) && i > 0 && unicode.IsLetter(runes[i-1]) && (c != '-' || i+1 < len(runes) && unicode.IsLetter(runes[i+1])):
		default:
			return c
		}
	}
	if open {
		return '('
	}
	return 0
}

// unbalanced says what is odd in the punctuation of a collective's name, or "".
func unbalanced(name string) string {
	first, _ := utf8.DecodeRuneInString(name)
	last, _ := utf8.DecodeLastRuneInString(name)
	switch {
	case strings.ContainsRune(",;:.-–/)*+•", first):
		return fmt.Sprintf("mở đầu bằng dấu %q", string(first))
	case strings.ContainsRune(",;:-–/(*+", last):
		return fmt.Sprintf("kết thúc bằng dấu %q", string(last))
	case strings.Count(name, "(") != strings.Count(name, ")"):
		return "có ngoặc không đóng, không mở"
	case strings.Count(name, "“") != strings.Count(name, "”") || strings.Count(name, `"`)%2 == 1:
		return "có ngoặc kép không đóng, không mở"
	case strings.Contains(name, " ,") || strings.Contains(name, ",,") || strings.Contains(name, ".."):
		return "có dấu câu đặt sai"
	}
	return ""
}
