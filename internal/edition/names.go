package edition

import (
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/memo"
	"bangvang/internal/viet"
)

// Names remembers what is found out of names alone, for compositions that follow each other. Make one with NewNames; nil remembers nothing.
type Names struct {
	letters memo.Memo[filed, string]
	keys    memo.Memo[filed, []byte]
	within  memo.Memo[[2]string, bool]
}

// NewNames remembers those of a large campaign, and forgets what was not asked for lately.
func NewNames() *Names {
	const most = 100_000 // five years of a city
	return &Names{
		letters: memo.Memo[filed, string]{Most: most, Own: filed.cloned},
		keys:    memo.Memo[filed, []byte]{Most: most, Own: filed.cloned},
		within: memo.Memo[[2]string, bool]{Most: most, Own: func(n [2]string) [2]string {
			return [2]string{strings.Clone(n[0]), strings.Clone(n[1])}
		}},
	}
}

// filed is what an award's name is sorted and lettered by: a person's or a household head's by given name, a collective's as a whole.
type filed struct {
	name, given string
	whole       bool
}

func nameOf(a *campaign.Award) filed { return filed{a.Name, a.Given, a.Kind == campaign.Collective} }

// cloned is a name without the file that it is a part of.
func (n filed) cloned() filed { return filed{strings.Clone(n.name), strings.Clone(n.given), n.whole} }

func (n filed) parts() viet.Name {
	if n.whole {
		return viet.Name{Given: n.name}
	}
	return viet.ParseName(n.name, n.given)
}

func (n filed) letter() string { return viet.Letter(n.parts().Given) }

// letter is that under which an award stands in lists by name.
func (n *Names) letter(a *campaign.Award) string {
	if n == nil {
		return nameOf(a).letter()
	}
	return n.letters.Of(nameOf(a), filed.letter)
}

// key gives bytes that sort awards by name.
func (n *Names) key(a *campaign.Award, col *viet.Collator) []byte {
	key := func(f filed) []byte { return col.NameKey(f.parts()) }
	if n == nil {
		return key(nameOf(a))
	}
	return n.keys.Of(nameOf(a), key)
}

// belongs is an award's unit, unless its name says it already.
func (n *Names) belongs(a *campaign.Award) string {
	if n == nil || a.Unit == nil {
		return belongs(a)
	}
	if n.within.Of([2]string{a.Name, a.Unit.Name}, says) {
		return ""
	}
	return a.Unit.Name
}

func belongs(a *campaign.Award) string {
	if a.Unit == nil || says([2]string{a.Name, a.Unit.Name}) {
		return ""
	}
	return a.Unit.Name
}

// says tells whether the first name has the second in it.
func says(names [2]string) bool {
	return strings.Contains(viet.SpellingKey(names[0]), viet.SpellingKey(names[1]))
}
