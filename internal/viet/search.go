package viet

import (
	"cmp"
	"slices"
	"strings"
)

// Match tells whether query finds text, and how well: rank 0 is best, ranks of
// different texts compare for the same query. A query without words finds
// nothing. See the package comment for the rules.
func Match(query, text string) (rank int, ok bool) {
	return NewQuery(query).Match(text)
}

// Query is a query ready to be matched with many texts.
type Query struct {
	words []word
	order []int // of choosing: indexes of words
}

// NewQuery prepares a query.
func NewQuery(query string) Query {
	q := Query{words: spell(query)}
	for i := range q.words {
		q.order = append(q.order, i)
	}
	slices.SortStableFunc(q.order, func(i, j int) int {
		a, b := q.words[i], q.words[j]
		return cmp.Or(cmp.Compare(len(b.fold), len(a.fold)), cmp.Compare(b.marks(), a.marks()))
	})
	return q
}

// Match is the function Match for this query.
func (q Query) Match(text string) (rank int, ok bool) {
	words := spell(text)
	if len(q.words) == 0 || len(words) < len(q.words) {
		return 0, false
	}
	taken := make([]bool, len(words))
	place := make([]int, len(q.words))
	sum := 0
	for _, i := range q.order {
		best, at := noMatch, 0
		for j, w := range words {
			if taken[j] {
				continue
			}
			if c := cost(q.words[i], w); c < best {
				best, at = c, j
			}
		}
		if best == noMatch {
			return 0, false
		}
		taken[at], place[i] = true, at
		sum += best
	}
	rank = 4 * sum
	if !slices.IsSorted(place) {
		rank += 2
	}
	if len(words) > len(q.words) {
		rank++
	}
	return rank, true
}

// noMatch is the cost of a pair of words that do not match.
const noMatch = 6

// cost says how well a query word fits a text word: 0 is best.
func cost(query, text word) int {
	if !strings.HasPrefix(oneI(text.fold), oneI(query.fold)) {
		return noMatch
	}
	begins := 0
	if len(text.fold) > len(query.fold) {
		begins = 2
	}
	same := query.tones == text.tones && text.fold[:len(query.fold)] == query.fold
	if query.tones != "" && query.tones != text.tones {
		return 4 + begins/2
	}
	for i, shape := range query.shape {
		switch shape {
		case text.shape[i]:
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
	n := len(w.tones)
	for _, s := range w.shape {
		if s != plain {
			n++
		}
	}
	return n
}

func oneI(folded string) string { return strings.ReplaceAll(folded, "y", "i") }
