package private

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// Kind is a kind of personal data.
type Kind uint8

// The kinds of personal data.
const (
	Identity Kind = iota
	Account
	Phone
	Mail
	Birth
	Address
)

var kinds = [...]struct{ key, word string }{
	Identity: {"identity", "số giấy tờ tùy thân (CCCD, CMND)"}, Account: {"account", "dãy số dài như số tài khoản"}, Phone: {"phone", "số điện thoại"},
	Mail: {"mail", "địa chỉ thư điện tử"}, Birth: {"birth", "ngày, năm sinh"}, Address: {"address", "địa chỉ nhà"},
}

// String names the kind for machines and tests.
func (k Kind) String() string { return kinds[k].key }

// Word names the kind for readers.
func (k Kind) Word() string { return kinds[k].word }

// Finding is personal data within a text, between two of its bytes.
type Finding struct {
	Kind     Kind
	From, To int
	key      string // the value, however it is written
}

// Scan finds the personal data in a text, in its order, no finding within another.
func Scan(text string) []Finding {
	if len(text) < shortest {
		return nil
	}
	at := next(text, 0)
	if at == len(text) {
		return nil
	}
	s := scanners.Get().(*scanner)
	defer scanners.Put(s)
	*s = scanner{text: text}
	if s.scan(at) {
		return s.found
	}
	plain, places := simplify(text)
	*s = scanner{text: plain, simple: true}
	s.scan(0)
	for i, f := range s.found {
		s.found[i].From, s.found[i].To = places[f.From], places[f.To]
	}
	return s.found
}

// scanners are used again: texts are many and short.
var scanners = sync.Pool{New: func() any { return &scanner{} }}

// What makes the scanner look closer.
const (
	digitByte = 1 + iota
	mailByte
	colonByte
	signByte // begins U+0300 …, U+00AD, U+200B …, U+FF10 …: marks apart from their letter, what nobody sees, digits of full width
	homeByte // ends ú, ụ: before a space, "thường trú ", "ngụ "
)

var triggers = func() (t [256]uint8) {
	for c := '0'; c <= '9'; c++ {
		t[c] = digitByte
	}
	t['@'], t[':'] = mailByte, colonByte
	t[0xC2], t[0xCC], t[0xCD], t[0xE2], t[0xEF] = signByte, signByte, signByte, signByte, signByte
	t[0xBA], t[0xA5] = homeByte, homeByte
	return t
}()

// shortest is how many bytes a finding has at least: "a@b.vn", six digits.
const shortest = 6

// next is where to look closer, from a place on; the end of the text if nowhere.
func next(text string, i int) int {
	for ; i < len(text); i++ {
		switch triggers[text[i]] {
		case 0:
		case signByte:
			if unusual(text[i:]) {
				return i
			}
		case homeByte:
			if i+1 < len(text) && text[i+1] == ' ' {
				return i
			}
		default:
			return i
		}
	}
	return i
}

type scanner struct {
	text   string
	simple bool // nothing unusual is left in the text
	found  []Finding
	run    run
}

// scan goes over the text from a place on. It gives up, with false, at what has to be made simple first.
func (s *scanner) scan(at int) bool {
	text, homes := s.text, false
	for i := next(text, at); i < len(text); i = next(text, i) {
		switch triggers[text[i]] {
		case digitByte:
			i = s.number(i)
		case mailByte:
			i = s.mail(i)
		case colonByte:
			i = s.colon(i)
		case homeByte:
			homes = true
			i++
		default:
			if !s.simple {
				return false
			}
			i++
		}
	}
	if homes {
		s.dwellings()
	}
	if len(s.found) > 1 {
		s.inOrder()
	}
	return true
}

func (s *scanner) add(k Kind, from, to int, key string) {
	s.found = append(s.found, Finding{k, from, to, key})
}

// inOrder sorts the findings and drops what is within another.
func (s *scanner) inOrder() {
	slices.SortStableFunc(s.found, func(a, b Finding) int {
		if a.From != b.From {
			return a.From - b.From
		}
		return b.To - a.To
	})
	out := s.found[:1]
	for _, f := range s.found[1:] {
		if last := &out[len(out)-1]; f.From >= last.To {
			out = append(out, f)
		} else if f.To > last.To { // an address that ends in a telephone number
			f.From = last.To
			out = append(out, f)
		}
	}
	s.found = out
}

// number looks at the digits from a place on and gives where to go on.
func (s *scanner) number(i int) int {
	r := &s.run
	r.read(s.text, i)
	r.judge(s)
	return r.end
}

// mail looks at what stands around "@".
func (s *scanner) mail(at int) int {
	from, to := at, at+1
	for from > 0 && isMailByte(s.text[from-1]) {
		from--
	}
	dot := 0
	for to < len(s.text) && (isWordByte(s.text[to]) || s.text[to] == '.' || s.text[to] == '-') {
		if s.text[to] == '.' {
			dot = to
		}
		to++
	}
	for to > at+1 && (s.text[to-1] == '.' || s.text[to-1] == '-') {
		to--
	}
	if dot >= to {
		dot = strings.LastIndexByte(s.text[at:to], '.') + at
	}
	if from == at || dot <= at+1 || to-dot < 3 || !isLetters(s.text[dot+1:to]) || fileEndings[strings.ToLower(s.text[dot+1:to])] {
		return at + 1
	}
	s.add(Mail, from, to, strings.ToLower(s.text[from:to]))
	return to
}

// fileEndings make of "icon@2x.png" a file.
var fileEndings = map[string]bool{"png": true, "jpg": true, "jpeg": true, "svg": true, "webp": true, "js": true, "css": true, "json": true, "html": true}

// colon looks at what stands around ":": an address of the web, within which numbers are no data, or the word "địa chỉ" and the like.
func (s *scanner) colon(i int) int {
	if strings.HasPrefix(s.text[i:], "://") {
		return s.web(i + 3)
	}
	if i > 0 && labelEnds[s.text[i-1]] && endsWithLabel(s.text[:i]) {
		s.dwelling(i + 1)
	}
	return i + 1
}

// web goes over an address of the web; a whole part of one may still be a telephone number (zalo.me/09…).
func (s *scanner) web(from int) int {
	to := from
	for to < len(s.text) && s.text[to] > ' ' && s.text[to] < utf8.RuneSelf && !strings.ContainsRune(`"'<>()[]{}|\;`, rune(s.text[to])) {
		to++
	}
	for at := from; at < to; {
		end := at
		for end < to && s.text[end] != '/' && s.text[end] != '?' && s.text[end] != '=' && s.text[end] != '&' {
			end++
		}
		if part := s.text[at:end]; (len(part) == 10 || len(part) == 11) && isDigits(part) && isPhone(part) {
			s.add(Phone, at, end, part)
		}
		at = end + 1
	}
	return max(to, from)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
func isLetter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
func isWordByte(c byte) bool { return isDigit(c) || isLetter(c) || c == '_' }
func isMailByte(c byte) bool { return isWordByte(c) || c == '.' || c == '+' || c == '-' || c == '%' }
func isDigits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

func isLetters(s string) bool {
	for i := range len(s) {
		if !isLetter(s[i]) {
			return false
		}
	}
	return true
}
