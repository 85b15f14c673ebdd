package viet

import (
	"strings"
	"unicode"
)

// Person is a person's name with what stands before it.
type Person struct {
	Before    string   // all that stood before the name, as written
	Honorific string   // Ông, Bà, Đồng chí …; "" if none, or if both are offered (Ông/Bà)
	Titles    []string // as written, without a point that only ends them: "Thượng tá", "PGS", "TS"
	Name      string
	Doubtful  bool // what was left with the name may be an honorific: Ông is a surname too
}

// Addressed takes a person's name apart from honorifics (Ông, Bà, Ô., đ/c …), titles (TS., Bác sĩ, Thượng tá …) and numbers before it. Nothing
// is lost: Before and Name together have the words of s. A name is left with at least one word.
func Addressed(s string) Person {
	pieces := pieces(NFC(s))
	var p Person
	i := 0
	for i < len(pieces) {
		n := p.take(pieces[i:])
		if n == 0 {
			break
		}
		i += n
	}
	if i > 0 && i == len(pieces) { // titles alone are no name to take apart
		return Person{Name: strings.Join(strings.Fields(NFC(s)), " ")}
	}
	p.Before = strings.TrimSpace(written(pieces[:i]))
	p.Name = strings.TrimSpace(written(pieces[i:]))
	return p
}

// piece is a word, or a part of one that a point or hyphen ends: “PGS.TS.Nguyễn” has three.
type piece struct {
	text   string // with what ends it
	spaced bool   // a space follows
}

func written(pieces []piece) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.text)
		if p.spaced {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func pieces(s string) []piece {
	var out []piece
	for _, w := range strings.Fields(s) {
		from := 0
		for i, r := range w {
			if (r == '.' || r == '-' || r == ',' || r == ':' || r == ';') && i+1 < len(w) && i > from {
				out = append(out, piece{w[from : i+1], false})
				from = i + 1
			}
		}
		out = append(out, piece{w[from:], true})
	}
	return out
}

// core is a piece without what ends it.
func (p piece) core() string { return strings.Trim(p.text, ".,:;-()") }

// take takes what stands first, if it is no name, and tells how many pieces it was.
func (p *Person) take(rest []piece) int {
	first := rest[0]
	if first.core() == "" || strings.Trim(first.core(), "0123456789/") == "" && len(rest) > 1 {
		return 1
	}
	for n := min(longestTitle, len(rest)-1); n > 0; n-- {
		var words []string
		for _, w := range rest[:n] {
			words = append(words, w.core())
		}
		text := strings.Join(words, " ")
		if titles[SpellingKey(text)] {
			p.Titles = append(p.Titles, text)
			return n
		}
	}
	if n := p.honorific(rest); n > 0 {
		return n
	}
	if abbreviation(first) && len(rest) > 1 {
		p.Titles = append(p.Titles, first.core())
		return 1
	}
	return 0
}

// abbreviation tells whether a piece is a degree in short: in capitals, as TS, or ended by a point, as ThS. Both are in the table.
func abbreviation(p piece) bool {
	core := p.core()
	if !degrees[strings.ToLower(core)] {
		return false
	}
	capitals := 0
	for _, r := range core {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return strings.HasSuffix(p.text, ".") || strings.HasSuffix(p.text, "-") || capitals > 1
}

// honorific takes Ông, Bà, Ô., đ/c and the like.
func (p *Person) honorific(rest []piece) int {
	first := rest[0]
	lower := strings.ToLower(first.text)
	if len(rest) < 2 {
		return 0
	}
	if both[lower] {
		return 1
	}
	if lower == "ông" && len(rest) > 2 && (strings.ToLower(rest[1].text) == "(bà)" || rest[1].text == "/" || rest[1].text == "-") {
		if rest[1].text == "/" || rest[1].text == "-" {
			if strings.ToLower(rest[2].text) == "bà" && len(rest) > 3 {
				return 3
			}
			return 0
		}
		return 2
	}
	if full, ok := shortHonorifics[lower]; ok {
		p.Honorific = full
		return 1
	}
	core := strings.ToLower(strings.TrimRight(lower, ":.,"))
	if core == "đồng" && strings.ToLower(rest[1].core()) == "chí" && len(rest) > 2 {
		p.comrade()
		return 2
	}
	full, ok := honorifics[core]
	if !ok {
		return 0
	}
	if !surnames[SpellingKey(rest[1].core())] && !p.leads(rest[1:]) {
		// “Ông Ích Khiêm” is a name, and so may be “Anh Thư”.
		p.Doubtful = p.Doubtful || core == "ông" || core == "bà"
		if core != "bà" {
			return 0
		}
		p.Doubtful = false // Bà is no surname
	}
	if p.Honorific == "" || p.Honorific == comradeWord {
		p.Honorific = full
	}
	return 1
}

const comradeWord = "Đồng chí"

func (p *Person) comrade() {
	if p.Honorific == "" {
		p.Honorific = comradeWord
	}
}

// leads tells whether a title or another honorific follows.
func (p *Person) leads(rest []piece) bool {
	var q Person
	return len(rest) > 1 && q.take(rest) > 0
}

var both = map[string]bool{"ông/bà": true, "ông(bà)": true, "ông-bà": true, "ông,bà": true, "ô/b": true, "ô,b": true, "anh/chị": true, "anh(chị)": true}

var shortHonorifics = map[string]string{
	"ô.": "Ông", "ô:": "Ông", "b.": "Bà", "b:": "Bà", "đ/c": comradeWord, "đ/c:": comradeWord, "đ/c.": comradeWord, "đ.c": comradeWord, "đc.": comradeWord, "đc:": comradeWord, "đc": comradeWord,
}

var honorifics = map[string]string{"ông": "Ông", "bà": "Bà", "anh": "Ông", "chị": "Bà", "cô": "Cô", "thầy": "Thầy", "em": "Em", "cháu": "Cháu"}

var degrees = setOf(`gs pgs ts ths bs bsck bscki bsckii bsck1 bsck2 cki ckii ck1 ck2 bs.cki bs.ckii cn ks dsck dscki dsckii ds ls đd ktv
	nsnd nsưt nsut ngnd ngưt ngut ttnd ttưt ttut nnnd nnưt nnut ahlđ ahld ahllvtnd ahllvt lm ht tt đđ`)

const longestTitle = 7

var titles = func() map[string]bool {
	m := map[string]bool{}
	for _, t := range strings.Split(`giáo sư|phó giáo sư|tiến sĩ|tiến sỹ|tiến sĩ khoa học|thạc sĩ|thạc sỹ|bác sĩ|bác sỹ|bác sĩ chuyên khoa i|bác sĩ chuyên khoa ii|
bác sĩ chuyên khoa 1|bác sĩ chuyên khoa 2|bác sĩ cki|bác sĩ ckii|kỹ sư|cử nhân|dược sĩ|dược sỹ|y sĩ|y sỹ|điều dưỡng|luật sư|kiến trúc sư|nhà giáo|nghệ sĩ|nghệ nhân|
nhà giáo ưu tú|nhà giáo nhân dân|thầy thuốc ưu tú|thầy thuốc nhân dân|nghệ sĩ ưu tú|nghệ sĩ nhân dân|nghệ nhân ưu tú|nghệ nhân nhân dân|
anh hùng lao động|anh hùng lực lượng vũ trang nhân dân|anh hùng lực lượng vũ trang|bà mẹ việt nam anh hùng|mẹ việt nam anh hùng|
đại tướng|thượng tướng|trung tướng|thiếu tướng|đại tá|thượng tá|trung tá|thiếu tá|đại úy|đại uý|thượng úy|thượng uý|trung úy|trung uý|thiếu úy|thiếu uý|
thượng sĩ|thượng sỹ|trung sĩ|trung sỹ|hạ sĩ|hạ sỹ|binh nhất|binh nhì|
hòa thượng|thượng tọa|đại đức|ni sư|ni trưởng|sư cô|sư thầy|linh mục|mục sư|giám mục|chuyên khoa i|chuyên khoa ii`, "|") {
		m[SpellingKey(t)] = true
	}
	return m
}()

// surnames are those that may follow an honorific.
var surnames = func() map[string]bool {
	m := map[string]bool{}
	for _, s := range strings.Fields(`Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Lâm Mai Trịnh Tô Đoàn Đào Cao Hà Lưu Lương Thái Châu Tạ
Phùng Quách Tăng Trương Vương Kiều La Thạch Sơn Danh Kim Lục Từ Thân Thiều Triệu Tống Vi Viên Đàm Đồng Giang Hứa Khổng Khuất Lại Lữ Mạc Nghiêm Ninh Nông Phí Quan Quang
Tiêu Tiết Tôn Trà Trầm Trang Ung Âu Bành Bạch Biện Cổ Cù Diệp Doãn Đường Hàn Hầu Kha Liêu Liễu Mã Mạnh Ngụy Nhan Nhâm Ôn Phó Phương Sử Thi Thẩm Thôi Tào Uông Vưu Chu Chung
Cung Đậu Điền Đới Giáp Hạ Hình Hùng Khúc Khưu Lã Lò Lường Lô Lộc Lương Mẫn Nhữ Ngân Nguỵ Phù Sầm Tất Thịnh Tòng Trác Trưng Ứng Vàng Xa Y Rơ Ksor Niê Hoa Hang Đổng Dư Bế Cầm Lang Kiên Chiêm Chế Thổ Đạo Trượng`) {
		m[SpellingKey(s)] = true
	}
	return m
}()

// IsSurname tells whether a word is a common surname, in any case.
func IsSurname(word string) bool { return surnames[SpellingKey(word)] }

// bareSurnames are surnames as they are written where marks cannot be, but those that have none.
var bareSurnames = func() map[string]bool {
	m := map[string]bool{}
	for s := range surnames {
		if bare := Fold(s); bare != s && !surnames[bare] {
			m[bare] = true
		}
	}
	return m
}()

// LacksMarks tells whether a person's name was written without its marks, as far as that is beyond doubt: it has none, and begins with a surname
// that has (Nguyen), or has a middle name that has (Cao Van A, Mai Thi B).
func LacksMarks(name string) bool {
	words := strings.Fields(strings.ToLower(NFC(name)))
	if len(words) < 2 || Fold(strings.Join(words, " ")) != strings.Join(words, " ") {
		return false
	}
	return bareSurnames[words[0]] || surnames[words[0]] && len(words) > 2 && (words[1] == "van" || words[1] == "thi")
}
