package viet

import (
	"slices"
	"strings"
	"unicode"
)

// Likeness tells how two names are near enough to be one that was written twice.
type Likeness uint8

const (
	Apart     Likeness = iota
	Same               // the same words: see SpellingKey
	Bare               // the same letters, of which one name has no accent at all
	Reordered          // the same words in another order
	Joined             // the same letters, of which one name has two words written as one
	OneLetter          // one letter changed, left out, added or swapped with its neighbour
)

// Spelled is a name taken apart, to be set against others.
type Spelled struct {
	Key   string // its SpellingKey, numbers without the zeros before them
	bare  string // Key without accents
	order string // the words of Key in the order of their bytes
}

// Speller takes names apart and remembers their words: many names are made of few. The zero Speller is ready.
type Speller struct {
	met map[string][]keyedWord
}

// keyedWord is what a word of a name is in Key and in bare.
type keyedWord struct{ key, bare string }

// Spell takes a name apart.
func (p *Speller) Spell(name string) Spelled {
	var keys, bares [12]string
	k, b := keys[:0], bares[:0]
	for word := range strings.FieldsSeq(name) {
		for _, s := range p.word(word) {
			k, b = append(k, s.key), append(b, s.bare)
		}
	}
	s := Spelled{Key: strings.Join(k, " "), bare: strings.Join(b, " ")}
	slices.Sort(k)
	s.order = strings.Join(k, " ")
	return s
}

func (p *Speller) word(text string) []keyedWord {
	if s, ok := p.met[text]; ok {
		return s
	}
	var out []keyedWord
	for _, w := range spell(text) {
		w = w.loneI()
		s := keyedWord{key: w.marked(""), bare: w.fold}
		if isDigits(w.fold) && strings.Trim(w.fold, "0") != "" {
			s.bare = strings.TrimLeft(w.fold, "0")
			s.key = s.bare
		}
		out = append(out, s)
	}
	if p.met == nil {
		p.met = map[string][]keyedWord{}
	}
	p.met[text] = out
	return out
}

// Words is how many words the name has.
func (s Spelled) Words() int {
	if s.Key == "" {
		return 0
	}
	return strings.Count(s.Key, " ") + 1
}

// Like tells how two names are alike. What is one letter apart in a number, in a numeral (Tổ II, Tổ III) or in a word of one letter
// (Lớp 5A, Khu B) is something else, and Apart. So is an empty name.
func (s Spelled) Like(t Spelled) Likeness {
	switch {
	case s.Key == "" || t.Key == "":
		return Apart
	case s.Key == t.Key:
		return Same
	case s.bare == t.bare && (s.Key == s.bare || t.Key == t.bare):
		return Bare
	case s.order == t.order:
		return Reordered
	case s.Words() != t.Words() && squeezed(s.bare) == squeezed(t.bare) && !strings.ContainsFunc(s.bare, unicode.IsDigit):
		return Joined
	case oneLetterApart(s.Key, t.Key):
		return OneLetter
	}
	return Apart
}

// AppendKeys adds to a slice numbers of which any two names that are alike have one in common, so that a name need be set against those alone: what is
// left of the name without each one of its letters, and what it is without accents and spaces and without order.
func (s Spelled) AppendKeys(out []uint64) []uint64 {
	bare, order, whole := uint64(1), uint64(2), uint64(0)
	for i := range len(s.bare) {
		if s.bare[i] != ' ' {
			bare = bare*radix + uint64(s.bare[i])
		}
	}
	for i := range len(s.order) {
		order = order*radix + uint64(s.order[i])
	}
	var room [64]struct{ letter, before uint64 } // before: of what stands before the letter
	letters := room[:0]
	for _, r := range s.Key {
		letters = append(letters, struct{ letter, before uint64 }{uint64(r), whole})
		whole = whole*radix + uint64(r)
	}
	out = append(out, scattered(bare), scattered(order), scattered(whole))
	behind, power := uint64(0), uint64(1)
	for i := len(letters) - 1; i >= 0; i-- {
		l := letters[i]
		if i == 0 || l.letter != letters[i-1].letter { // of two that are the same it is no matter which is left out
			out = append(out, scattered(l.before*power+behind))
		}
		behind += l.letter * power
		power *= radix
	}
	return out
}

// radix is that of the number which a name is taken for: letters are its digits.
const radix = 0x9E3779B97F4A7C15

// scattered makes of numbers that are near each other some that are not.
func scattered(n uint64) uint64 { return (n ^ n>>29) * 0xBF58476D1CE4E5B9 }

func squeezed(s string) string { return strings.ReplaceAll(s, " ", "") }

func oneLetterApart(a, b string) bool {
	if d := len(a) - len(b); d > 4 || d < -4 { // bytes of one letter
		return false
	}
	v, w := strings.Fields(a), strings.Fields(b)
	for len(v) > 0 && len(w) > 0 && v[0] == w[0] {
		v, w = v[1:], w[1:]
	}
	for len(v) > 0 && len(w) > 0 && v[len(v)-1] == w[len(w)-1] {
		v, w = v[:len(v)-1], w[:len(w)-1]
	}
	if len(v) != 1 || len(w) != 1 || telling(v) || telling(w) {
		return false
	}
	return distance([]rune(v[0]), []rune(w[0])) == 1
}

// telling tells whether words set apart what is otherwise called the same.
func telling(words []string) bool {
	for _, w := range words {
		if len([]rune(w)) < 2 || strings.Trim(w, "ivx") == "" || strings.ContainsFunc(w, unicode.IsDigit) {
			return true
		}
	}
	return false
}
