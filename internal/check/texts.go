package check

import (
	"slices"
	"strings"

	"bangvang/internal/memo"
	"bangvang/internal/viet"
)

// Texts remembers what is found out of names and citations alone, for runs that follow each other. Make one with NewTexts; nil remembers nothing.
type Texts struct {
	names     memo.Memo[string, viet.Spelled]
	citations memo.Memo[string, *cited]
}

// NewTexts remembers those of a large campaign, and forgets what was not asked for lately.
func NewTexts() *Texts {
	const most = 100_000 // five years of a city
	return &Texts{memo.Memo[string, viet.Spelled]{Most: most, Own: strings.Clone}, memo.Memo[string, *cited]{Most: most, Own: strings.Clone}}
}

// cited is what a citation says.
type cited struct {
	years []int
	words []string // their keys
}

// spell takes a name apart.
func (r *resolver) spell(name string) viet.Spelled {
	if r.texts == nil {
		return r.speller.Spell(name)
	}
	return r.texts.names.Of(name, r.speller.Spell)
}

// cited reads a citation. What it gives holds until the next is asked for.
func (c *citer) cited(citation string) *cited {
	if c.texts == nil {
		c.last = cited{yearsIn(citation), c.words(citation)}
		return &c.last
	}
	return c.texts.citations.Of(citation, func(text string) *cited {
		return &cited{slices.Clip(yearsIn(text)), slices.Clone(c.words(text))}
	})
}
