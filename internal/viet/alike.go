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

// Keys are numbers of which any two names that are alike have one in common, so that a name need be set against those alone: what is left of
// the name without each one of its letters, and what it is without accents and spaces and without order.
func (s Spelled) Keys() []uint64 {
	letters := []rune(s.Key)
	out := make([]uint64, 0, len(letters)+3)
	out = append(out, hash([]rune(squeezed(s.bare)), -1, 1), hash([]rune(s.order), -1, 2), hash(letters, -1, 3))
	for i := range letters {
		out = append(out, hash(letters, i, 3))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// hash is FNV-1a of the letters but one.
func hash(letters []rune, but int, of uint64) uint64 {
	h := 14695981039346656037 ^ of
	for i, r := range letters {
		if i != but {
			h = (h ^ uint64(r)) * 1099511628211
		}
	}
	return h
}

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
