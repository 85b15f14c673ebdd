package intake

import (
	"slices"
	"strings"

	"bangvang/internal/source"
	"bangvang/internal/viet"
)

// register finds units by what people call them.
type register struct {
	units []source.Unit
	place []string                  // words of the city's name, which may stand after any unit's
	names [][]calling               // of each unit
	near  *viet.Nearby              // names as they are suggested, if that was asked
	of    map[string]*source.Unit   // by those
	keys  map[string][]*source.Unit // units by the spelling of their names
	found map[string][]matched      // what was asked already
}

func newRegister(tree *source.Tree) *register {
	r := &register{units: tree.Units, keys: map[string][]*source.Unit{}, found: map[string][]matched{}}
	if c := tree.Campaign; c != nil {
		r.place = placeName(c.Plan.Issuer.Text)
	}
	for i := range r.units {
		u := &r.units[i]
		var names []calling
		for _, n := range callings(u) {
			names = append(names, callingOf(r.words(n)))
			if key := viet.SpellingKey(n); !slices.Contains(r.keys[key], u) {
				r.keys[key] = append(r.keys[key], u)
			}
		}
		r.names = append(r.names, names)
	}
	return r
}

// calling is a name as words, made ready to be set against many texts.
type calling struct {
	words, bare []string // bare of the level
	begins      uint64   // letters that a text may begin with that names the same
}

func callingOf(words []string) calling {
	c := calling{words: words, bare: withoutLevel(words)}
	for _, w := range [][]string{c.words, c.bare} {
		if len(w) > 0 {
			c.begins |= 1 << (w[0][0] % 64)
			if w[0] == "va" && len(w) > 1 {
				c.begins |= 1 << (w[1][0] % 64)
			}
		}
	}
	return c
}

// callings are all that a unit is called.
func callings(u *source.Unit) []string {
	out := []string{u.Name.Text}
	if u.Short.Given() {
		out = append(out, u.Short.Text)
	}
	for _, a := range u.Aliases {
		out = append(out, a.Text)
	}
	return out
}

// placeName is what follows “thành phố” or “tỉnh” in the name of who issues the plan.
func placeName(issuer string) []string {
	words := viet.Words(issuer)
	for i, w := range words {
		switch {
		case w == "tinh" && i+1 < len(words):
			return words[i+1:]
		case w == "pho" && i > 0 && words[i-1] == "thanh" && i+1 < len(words):
			return words[i+1:]
		}
	}
	return nil
}

// words are a unit's name without what does not tell units apart: committee of the people, the city's name.
func (r *register) words(name string) []string {
	words := viet.Words(name)
	for i := 0; i < len(words); i++ {
		if words[i] == "tp" {
			words = slices.Replace(words, i, i+1, "thanh", "pho")
		}
	}
	for _, prefix := range [][]string{{"uy", "ban", "nhan", "dan"}, {"ubnd"}, {"hdnd", "ubnd"}, {"hdnd", "va", "ubnd"}} {
		if len(words) > len(prefix) && slices.Equal(words[:len(prefix)], prefix) && slices.Contains(levels, words[len(prefix)]) {
			words = words[len(prefix):]
			break
		}
	}
	if n := len(words) - len(r.place); len(r.place) > 0 && n > 0 && slices.Equal(words[n:], r.place) {
		rest := words[:n]
		if len(rest) > 2 && rest[len(rest)-1] == "pho" && rest[len(rest)-2] == "thanh" {
			return rest[:len(rest)-2]
		}
		if len(rest) > 1 && rest[len(rest)-1] == "tinh" {
			return rest[:len(rest)-1]
		}
		if len(rest) > 2 { // “Sở Y tế Hải Đăng”
			return rest
		}
	}
	if n := len(words); n > 3 && words[n-2] == "thanh" && words[n-1] == "pho" {
		return words[:n-2]
	}
	return words
}

// levels are what a local unit's name begins with.
var levels = []string{"quan", "huyen", "phuong", "xa", "thi", "thanh", "tp", "tinh", "q", "h", "p", "x", "tt"}

// matched is what a text was found to name.
type matched struct {
	unit  *source.Unit
	exact bool // the name, short name or an alias, spelled as there
}

// match finds the units that a text names: one, none, or several that it may name.
func (r *register) match(text string) []matched {
	found, ok := r.found[text]
	if !ok {
		found = r.search(text)
		r.found[text] = found
	}
	return found
}

func (r *register) search(text string) []matched {
	var found []matched
	for _, u := range r.keys[viet.SpellingKey(text)] {
		found = append(found, matched{u, true})
	}
	if u := r.find(text); u != nil && len(found) == 0 {
		return []matched{{u, true}}
	}
	if len(found) > 0 {
		return found
	}
	said := callingOf(r.words(text))
	if len(said.words) == 0 {
		return nil
	}
	best := 0
	for i := range r.units {
		score := 0
		for _, name := range r.names[i] {
			if said.begins&name.begins != 0 {
				score = max(score, sameWords(said, name))
			}
		}
		switch {
		case score == 0 || score < best:
		case score > best:
			found, best = []matched{{unit: &r.units[i]}}, score
		default:
			found = append(found, matched{unit: &r.units[i]})
		}
	}
	return found
}

// sameWords compares a text with a name, both as words: 3 if they are the same, 2 if they are but for the level (quận, huyện …), 1 if the text
// abbreviates the name.
func sameWords(said, name calling) int {
	switch {
	case slices.Equal(said.words, name.words):
		return 3
	case len(said.words) > 1 && slices.Equal(said.bare, name.bare) && (len(said.bare) == len(said.words) || len(name.bare) == len(name.words) || abbreviated(said.words, name.words)):
		return 2
	case abbreviates(said.words, name.words):
		return 1
	}
	return 0
}

func withoutLevel(words []string) []string {
	if len(words) > 2 && (words[0] == "thi" && (words[1] == "tran" || words[1] == "xa") || words[0] == "thanh" && words[1] == "pho") {
		return words[2:]
	}
	if len(words) > 1 && slices.Contains(levels, words[0]) {
		return words[1:]
	}
	return words
}

// abbreviated tells whether two levels are one, the first in short: q, quan.
func abbreviated(said, name []string) bool {
	return said[0] == name[0] || len(said[0]) == 1 && strings.HasPrefix(name[0], said[0]) || said[0] == "tt" && name[0] == "thi"
}

// abbreviates tells whether a text stands for a name: each word is the name's next, or the first letters of its next two or more. “và” may be
// left out.
func abbreviates(said, name []string) bool {
	if len(said) == 0 || len(name) == 0 {
		return len(said) == 0 && len(name) == 0
	}
	if said[0] == name[0] && abbreviates(said[1:], name[1:]) {
		return true
	}
	if name[0] == "va" && abbreviates(said, name[1:]) {
		return true
	}
	if len(said[0]) < 2 {
		return false
	}
	rest, i := said[0], 0
	for i < len(name) && rest != "" {
		if name[i] == "va" && rest[0] != 'v' {
			i++
			continue
		}
		if name[i][0] != rest[0] {
			return false
		}
		rest = rest[1:]
		i++
	}
	return rest == "" && i > 1 && abbreviates(said[1:], name[i:])
}

// trailing finds a unit at the end of a text: “Trưởng phòng, Sở Y tế”. It gives what stands before.
func (r *register) trailing(text string) (before string, found []matched) {
	for i := range text {
		if i == 0 {
			continue
		}
		for _, sep := range []string{", ", "; ", " - ", " – ", " thuộc ", " Thuộc ", ",", " / "} {
			if !strings.HasPrefix(text[i:], sep) {
				continue
			}
			if m := r.match(strings.Trim(text[i+len(sep):], " .,;-")); len(m) > 0 {
				return strings.TrimRight(text[:i], " ,;-–"), m
			}
		}
	}
	// “Giám đốc Sở Y tế”
	words := strings.Fields(text)
	for i := 1; i < len(words); i++ {
		rest := strings.Join(words[i:], " ")
		if m := r.match(rest); len(m) > 0 && len(words)-i > 1 {
			return strings.Join(words[:i], " "), m
		}
	}
	return text, nil
}

// narrow looks in what stands before a unit's name for one below it: “xã A, huyện B”. It gives what is left before that.
func (r *register) narrow(before string, top matched) (string, matched) {
	rest, found := "", r.match(before)
	if len(found) == 0 {
		rest, found = r.trailing(before)
	}
	var below []matched
	for _, m := range found {
		if m.unit != top.unit && r.within(m.unit, top.unit) {
			below = append(below, m)
		}
	}
	if len(below) != 1 {
		return before, top
	}
	return rest, below[0]
}

// nearest suggests units for a text that names none.
func (r *register) nearest(text string) *source.Unit {
	if r.near == nil {
		var all []string
		r.of = map[string]*source.Unit{}
		for i := range r.units {
			for _, n := range r.names[i] {
				name := strings.Join(n.words, " ")
				if r.of[name] == nil {
					r.of[name] = &r.units[i]
					all = append(all, name)
				}
			}
		}
		r.near = viet.NewNearby(all)
	}
	near, ok := r.near.Nearest(strings.Join(r.words(text), " "))
	if !ok {
		return nil
	}
	return r.of[near]
}

// find gives a unit by its id.
func (r *register) find(id string) *source.Unit {
	for i := range r.units {
		if r.units[i].ID.Text == id {
			return &r.units[i]
		}
	}
	return nil
}

// within tells whether a unit is another or below it.
func (r *register) within(u, top *source.Unit) bool {
	for n := 0; u != nil && n < 16; n++ {
		if u == top {
			return true
		}
		u = r.find(u.Parent.Text)
	}
	return false
}
