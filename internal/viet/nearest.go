package viet

import "strings"

// Nearest returns the candidate that word was most likely meant to be: the one
// with the fewest letters changed, left out, added or swapped with their
// neighbour, accents, capitals, spaces and punctuation ignored. Up to a third
// of word's letters may differ, one in any case, but never all of them. Among
// equals, the one nearer as spelled wins, then the first in byte order, so the
// order of candidates does not matter.
func Nearest(word string, candidates []string) (nearest string, ok bool) {
	return NewNearby(candidates).Nearest(word)
}

// Nearby are candidates that many words are held against.
type Nearby struct {
	words  []string
	folded [][]rune
}

// NewNearby gets candidates ready.
func NewNearby(candidates []string) *Nearby {
	n := &Nearby{words: candidates, folded: make([][]rune, len(candidates))}
	for i, c := range candidates {
		n.folded[i] = squeeze(c)
	}
	return n
}

// Nearest is the function Nearest.
func (n *Nearby) Nearest(word string) (nearest string, ok bool) {
	target := squeeze(word)
	limit := min(max(1, len(target)/3), len(target)-1)
	if len(target) == 1 {
		limit = 0
	}
	spelled := []rune(NFC(word))
	best, bestSpelled := limit+1, 0
	for i, c := range n.words {
		folded := n.folded[i]
		if len(target) == 0 || len(folded)-len(target) > limit || len(target)-len(folded) > limit {
			continue
		}
		d := distanceTo(target, folded, best)
		if d > best || d > limit {
			continue
		}
		s := distance(spelled, []rune(NFC(c)))
		if d < best || s < bestSpelled || s == bestSpelled && c < nearest {
			nearest, best, bestSpelled, ok = c, d, s, true
		}
	}
	return nearest, ok
}

func squeeze(s string) []rune { return []rune(strings.ReplaceAll(Fold(s), " ", "")) }

// distance is the optimal string alignment distance of a and b.
func distance(a, b []rune) int { return distanceTo(a, b, len(a)+len(b)) }

// distanceTo is distance, or, if that is more than most, anything that is.
func distanceTo(a, b []rune, most int) int {
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	last := 0 // the least of the row above
	for i := range a {
		row[0] = i + 1
		least := row[0]
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(above[j]+cost, above[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
			least = min(least, row[j+1])
		}
		if least > most && last > most {
			return most + 1
		}
		last = least
		before, above, row = above, row, before
	}
	return above[len(b)]
}
