package site

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// phrases finds, in the words of a page, those that stand in another language.
type phrases struct {
	lang    string
	byFirst map[string][]string // by their first word, the longest first
}

func newPhrases(all []string, lang string) *phrases {
	p := &phrases{lang: lang, byFirst: map[string][]string{}}
	for _, s := range all {
		p.add(s)
		if r, n := utf8.DecodeRuneInString(s); unicode.IsLower(r) { // a sentence may begin with it
			p.add(string(unicode.ToUpper(r)) + s[n:])
		}
	}
	for _, of := range p.byFirst {
		slices.SortStableFunc(of, func(a, b string) int { return len(b) - len(a) })
	}
	return p
}

func (p *phrases) add(s string) {
	if s = strings.TrimSpace(s); s != "" {
		first := s[:wordLength(s)]
		p.byFirst[first] = append(p.byFirst[first], s)
	}
}

// wordLength is how many bytes of s are its first word, or its first character if that is of no word.
func wordLength(s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !inWord(r) && n == 0 {
			return size
		}
		if !inWord(r) {
			break
		}
		n += size
	}
	return n
}

func inWord(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.N) }

// reach is a part of a text, from a byte to before another.
type reach struct{ from, to int }

// quoted finds what a text quotes.
var quoted = regexp.MustCompile(`“[^“”]*”`)

// find returns where a text is in another language, in order: phrases as whole words, none within another, quotations, or all of it.
func (p *phrases) find(text string) []reach {
	out := p.phrases(text)
	if out == nil && p.plain(text) {
		from := len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
		return []reach{{from, len(strings.TrimRightFunc(text, unicode.IsSpace))}}
	}
	for _, at := range quoted.FindAllStringIndex(text, -1) {
		quote := reach{at[0] + len("“"), at[1] - len("”")}
		within := func(r reach) bool { return r.from < quote.to && r.to > quote.from }
		if p.plain(text[quote.from:quote.to]) && !slices.ContainsFunc(out, within) {
			out = append(out, quote)
		}
	}
	slices.SortFunc(out, func(a, b reach) int { return a.from - b.from })
	return out
}

func (p *phrases) phrases(text string) []reach {
	var out []reach
	for at := 0; at < len(text); {
		n := wordLength(text[at:])
		for _, phrase := range p.byFirst[text[at:at+n]] {
			if strings.HasPrefix(text[at:], phrase) && ends(text, at+len(phrase)) {
				out = append(out, reach{at, at + len(phrase)})
				n = len(phrase)
				break
			}
		}
		at += n
	}
	return out
}

var (
	accented = regexp.MustCompile(`[ăâđêôơưĂÂĐÊÔƠƯẠ-ỹ]`)
	lower    = regexp.MustCompile(`(?:^|[^\pL\pM])\p{Ll}[\pL\pM]*`)
)

// plain tells whether a text is Vietnamese as a whole: half of its words or more have marks, and not only names. So is what a document
// in another language quotes.
func (p *phrases) plain(text string) bool {
	if p.lang != "vi" {
		return false
	}
	all, with, named := 0, 0, true
	for _, word := range strings.Fields(text) {
		all++
		if accented.MatchString(word) {
			with++
			named = named && !lower.MatchString(word)
		}
	}
	return !named && 2*with >= all
}

// ends tells whether no word goes on at a place in a text.
func ends(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return at == len(text) || !inWord(before) || !inWord(after)
}
