package export

import (
	"cmp"
	"slices"

	"bangvang/internal/edition"
	"bangvang/internal/viet"
)

// Nearly every search begins with one letter, which most entries have: what is found of it first is said in the directory, so that it is shown
// before the lists are there.
const (
	firstLetters = "0123456789abcdefghijklmnopqrstuvwxyz"
	firstFound   = 12
	firstRows    = 3
)

// first is what single letters find, in columns: a letter each in Letters, a number each in Counts, of Found as many as are shown or as there
// are. Rows are those of the first few of each, with the numbers of their entries in Of.
type first struct {
	Letters string `json:"letters"`
	Counts  string `json:"counts"`
	Found   string `json:"found"`
	Of      string `json:"of"`
	rows
}

// beginners gather how well each entry is found by each letter.
type beginners struct {
	queries [len(firstLetters)]viet.Query
	keys    [len(firstLetters)]byte
	ranks   [len(firstLetters)][]int32 // one more than the rank; 0 is not found
	entries int
}

func newBeginners(entries int) *beginners {
	b := &beginners{entries: entries}
	for l := range firstLetters {
		letter := firstLetters[l : l+1]
		b.queries[l], b.keys[l] = viet.NewQuery(letter), viet.SearchKey(letter)[0]
	}
	return b
}

// begun is a letter that finds a word, and how well.
type begun struct {
	letter int
	rank   int32
}

func (b *beginners) begins(key, spelling string) []begun {
	var out []begun
	for l := range b.queries {
		if b.keys[l] != key[0] {
			continue
		}
		if rank, ok := b.queries[l].Match(spelling); ok {
			out = append(out, begun{l, int32(rank)})
		}
	}
	return out
}

// met tells of a word in a name, or in another name, of an entry, and how many words that has.
func (b *beginners) met(word []begun, entry, size int, other bool) {
	for _, w := range word {
		rank := 2 * w.rank
		if size > 1 {
			rank += 2
		}
		if other {
			rank++
		}
		if b.ranks[w.letter] == nil {
			b.ranks[w.letter] = make([]int32, b.entries)
		}
		if best := &b.ranks[w.letter][entry]; *best == 0 || rank < *best-1 {
			*best = rank + 1
		}
	}
}

// first tells the best of all that was met.
func (b *beginners) first(entries *edition.Entries) first {
	var x first
	var counts, of []byte
	var found lines
	var shown []edition.Entry
	known := map[int]bool{}
	for l, ranks := range b.ranks {
		var all []int
		for e, rank := range ranks {
			if rank > 0 {
				all = append(all, e)
			}
		}
		if len(all) == 0 {
			continue
		}
		slices.SortStableFunc(all, func(a, b int) int { return cmp.Compare(ranks[a], ranks[b]) })
		x.Letters += firstLetters[l : l+1]
		counts = appendNumber(counts, len(all))
		var list []byte
		for i, e := range all[:min(firstFound, len(all))] {
			list = appendNumber(list, e)
			if i < firstRows && !known[e] {
				known[e] = true
				of = appendNumber(of, e)
				shown = append(shown, entries.At(e))
			}
		}
		found.add(string(list))
	}
	x.Counts, x.Found, x.Of, x.rows = string(counts), found.text(), string(of), newRows(slices.Values(shown))
	return x
}
