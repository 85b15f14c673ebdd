package viet

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Match tells whether query finds text, and how well: rank 0 is best, ranks of
// different texts compare for the same query. A query without words finds
// nothing. See the package comment for the rules.
func Match(query, text string) (rank int, ok bool) {
	return NewQuery(query).Match(text)
}

// Typo is added to the rank of a text that is found only with a letter wrong.
const Typo = 1 << 16

// Beside is added to the rank of a text that is found only with what stands beside it.
const Beside = 1 << 14

// Query is a query ready to be matched with many texts.
type Query struct {
	readings []reading // as typed, then as Telex and as VNI if it may be one
}

// reading is one way to read a query.
type reading struct {
	words []word
	order []int // of choosing: indexes of words
}

// NewQuery prepares a query.
func NewQuery(query string) Query {
	words := spoken(query)
	q := Query{readings: []reading{newReading(words)}}
	for _, press := range []func(*syllable, byte) bool{pressTelex, pressVNI} {
		other := slices.Clone(words)
		found := false
		for i, w := range words {
			if k, ok := keyed(w, press); ok {
				other[i], found = k, true
			}
		}
		if found {
			q.readings = append(q.readings, newReading(other))
		}
	}
	return q
}

func newReading(words []word) reading {
	r := reading{words: words}
	for i := range words {
		r.order = append(r.order, i)
	}
	slices.SortStableFunc(r.order, func(i, j int) int {
		a, b := words[i], words[j]
		return cmp.Or(cmp.Compare(len(b.fold), len(a.fold)), cmp.Compare(b.marks(), a.marks()))
	})
	return r
}

// Match is the function Match for this query.
func (q Query) Match(text string) (rank int, ok bool) { return q.MatchBeside(text) }

// MatchBeside is Match, but words of the query that fit nothing in the text may be found in what is told beside it.
func (q Query) MatchBeside(text string, beside ...string) (rank int, ok bool) {
	words := spoken(text)
	told := make([][]word, len(beside))
	for i, b := range beside {
		told[i] = spoken(b)
	}
	for i, r := range q.readings {
		n, fits := r.match(words, told)
		if i > 0 {
			n += 4
		}
		if fits && (!ok || n < rank) {
			rank, ok = n, true
		}
	}
	return rank, ok
}

func (r reading) match(words []word, beside [][]word) (rank int, ok bool) {
	taken := make([]bool, len(words))
	place := make([]int, len(r.words))
	for _, i := range r.order {
		c, at, n := choose(r.words[i], words, taken)
		if n == 0 {
			if c = chooseBeside(r.words[i], beside, i == len(r.words)-1); c < noMatchBeside {
				rank |= Beside
				at = -1
			} else if c, at, n = chooseTypo(r.words[i], words, taken); n > 0 {
				rank |= Typo
			} else {
				return 0, false
			}
		}
		for j := range n {
			taken[at+j] = true
		}
		place[i] = at
		rank += 4 * c
	}
	place = slices.DeleteFunc(place, func(at int) bool { return at < 0 })
	if len(place) == 0 {
		return 0, false
	}
	if !slices.IsSorted(place) {
		rank += 2
	}
	if slices.Contains(taken, false) {
		rank++
	}
	return rank, true
}

// Costs of what a query word takes; those of a single word begin at 0.
const (
	noMatch = 6 // of a single word
	run     = 6 // several words: 6 to 8
	typo    = 9

	noMatchBeside = 8 // the accents typed are not there
)

// choose returns what a query word takes: n words from at, for a cost. Several
// words are looked for only where none fits alone.
func choose(asked word, words []word, taken []bool) (c, at, n int) {
	best := noMatch
	for j, w := range words {
		if taken[j] {
			continue
		}
		if c := cost(asked, w); c < best {
			best, at, n = c, j, 1
		}
	}
	if n > 0 {
		return best, at, n
	}
	return chooseRun(asked, words, taken)
}

// chooseTypo returns the first word that a query word is but for a letter.
func chooseTypo(asked word, words []word, taken []bool) (c, at, n int) {
	for j, w := range words {
		if !taken[j] && mistyped(asked, w) {
			return typo, j, 1
		}
	}
	return 0, 0, 0
}

// chooseBeside returns what it costs to find a query word beside a text. Only the
// last word of a query, which may be unfinished, finds what it begins.
func chooseBeside(asked word, beside [][]word, last bool) int {
	best := noMatchBeside
	for _, words := range beside {
		fits := false
		for _, w := range words {
			if c := cost(asked, w); c < 2 || last && c < 4 {
				best, fits = min(best, c), true
			}
		}
		if fits {
			continue
		}
		if c, _, n := chooseRun(asked, words, make([]bool, len(words))); n > 0 {
			best = min(best, c)
		}
	}
	return best
}

// chooseRun returns the words next to each other that a query word of three
// letters or more is the initials of, or that it is without their spaces.
func chooseRun(asked word, words []word, taken []bool) (c, at, n int) {
	if len(asked.fold) < 3 || strings.Trim(asked.fold, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
		return 0, 0, 0
	}
	best := typo
	for j := range words {
		m := initials(asked, words[j:], taken[j:])
		if m.n == 0 {
			m = joined(asked, words[j:], taken[j:])
		}
		if m.n == 0 {
			continue
		}
		if c := run + min(cost(asked, m.word), 2); c < best {
			best, at, n = c, j, m.n
		}
	}
	return best, at, n
}

// made is a word made of the first n words.
type made struct {
	word word
	n    int
}

func initials(asked word, words []word, taken []bool) made {
	n, key := len(asked.fold), oneI(asked.fold)
	if n > len(words) {
		return made{}
	}
	m := made{word{shape: make([]byte, n)}, n}
	for i, w := range words[:n] {
		if taken[i] || key[i] < 'a' || oneI(w.fold)[0] != key[i] {
			return made{}
		}
		m.word.fold += w.fold[:1]
		m.word.shape[i] = w.shape[0]
	}
	return m
}

func joined(asked word, words []word, taken []bool) made {
	key, m := oneI(asked.fold), made{}
	for i, w := range words {
		rest := key[len(m.word.fold):]
		if taken[i] || !strings.HasPrefix(rest, oneI(w.fold)) {
			break
		}
		m = made{word{m.word.fold + w.fold, slices.Concat(m.word.shape, w.shape), m.word.tones + w.tones}, i + 1}
		if len(m.word.fold) == len(key) && m.n > 1 {
			return m
		}
	}
	return made{}
}

// mistyped tells whether a long word is a text word but for one letter changed,
// left out, added or swapped with its neighbour.
func mistyped(asked, text word) bool {
	a, b := oneI(asked.fold), oneI(text.fold)
	if len(a) < 5 || len(a)-len(b) > 1 || len(b)-len(a) > 1 || strings.Trim(a, "abcdefghijklmnopqrstuvwxyz") != "" {
		return false
	}
	return distance([]rune(a), []rune(b)) == 1
}

// cost says how well a query word fits a text word: 0 is best.
func cost(query, text word) int {
	asked, found := key(query.fold), key(text.fold)
	if !strings.HasPrefix(found, asked) {
		return noMatch
	}
	begins := 0
	if len(found) > len(asked) {
		begins = 2
	}
	same := query.tones == text.tones && strings.HasPrefix(text.fold, query.fold)
	if query.tones != "" && query.tones != text.tones {
		return 4 + begins/2
	}
	shapes := text.shape[len(text.fold)-len(found):]
	for i, shape := range query.shape[len(query.fold)-len(asked):] {
		switch shape {
		case shapes[i]:
		case plain:
			same = false
		default:
			return 4 + begins/2
		}
	}
	if same {
		return begins
	}
	return begins + 1
}

// marks counts the accents of a word.
func (w word) marks() int {
	n := utf8.RuneCountInString(w.tones)
	for _, s := range w.shape {
		if s != plain {
			n++
		}
	}
	return n
}

func oneI(folded string) string { return strings.ReplaceAll(folded, "y", "i") }
