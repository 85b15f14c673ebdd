package source

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// nearest gives the name that a misspelt word was probably meant to be, or "". Accents and capitals do not count; at most a third of
// the letters may differ. Among equals the first wins.
func nearest(word string, names []string) string {
	w := plain(word)
	if len(w) == 0 || len(w) > 64 {
		return ""
	}
	best, bestCost := "", max(1, len(w)/3)+1
	for _, name := range names {
		if c := distance(w, plain(name), bestCost); c < bestCost {
			best, bestCost = name, c
		}
	}
	return best
}

// plain is a word without accents, in lower case, words joined by "_".
func plain(s string) []rune {
	var out []rune
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'đ':
			out = append(out, 'd')
		case r == '-' || r == ' ':
			out = append(out, '_')
		default:
			out = append(out, r)
		}
	}
	return out
}

// distance counts the letters to insert, drop, change or swap with their neighbour to make b of a (optimal string alignment);
// at limit or above it may stop counting.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
