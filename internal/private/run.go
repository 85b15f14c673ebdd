package private

import "unicode/utf8"

// maxGroups is how many groups of digits are looked at together; a longer row of figures is a table.
const maxGroups = 12

// group is digits without a gap, and what parts them from the group before.
type group struct {
	from, to int
	gap      gap
}

func (g group) len() int { return g.to - g.from }

// gap is what stands between two groups of digits.
type gap uint8

const (
	none    gap = iota
	space       // of any kind, also a line's end
	point       // 1.790
	hyphen      // with spaces around it or without
	bracket     // (0292) 3820
	loose       // a point and a space: the end of a sentence, or of a careless group
)

// run is groups of digits that stand next to each other.
type run struct {
	text   string
	groups []group
	end    int
	said   Kind // what the words before the first group say
	store  [maxGroups]group
}

// read takes the groups from a digit on.
func (r *run) read(text string, i int) {
	r.text, r.groups = text, r.store[:0]
	for g := none; ; {
		from := i
		for i < len(text) && isDigit(text[i]) {
			i++
		}
		r.groups = append(r.groups, group{from, i, g})
		r.end = i
		if len(r.groups) == maxGroups {
			return
		}
		if i, g = between(text, i); g == none {
			return
		}
	}
}

// between reads what may part two groups and gives where the next one begins, or none.
func between(text string, i int) (int, gap) {
	spaces, points, hyphens, brackets, lines := 0, 0, 0, 0, 0
	for steps := 0; i < len(text) && steps < 40; steps++ {
		c, n := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			c, n = utf8.DecodeRuneInString(text[i:])
		}
		switch c {
		case ' ', 0xA0, 0x202F, 0x2009, 0x2007, '\t', '\r':
			spaces++
		case '\n':
			lines++
			spaces++
		case '.', 0xB7:
			points++
		case '-', 0x2010, 0x2011, 0x2012, 0x2013:
			hyphens++
		case '(', ')':
			brackets++
		default:
			if c < '0' || c > '9' {
				return i, none
			}
			return i, gapOf(spaces, points, hyphens, brackets, lines)
		}
		if lines == 0 && steps >= 3 {
			return i, none
		}
		i += n
	}
	return i, none
}

func gapOf(spaces, points, hyphens, brackets, lines int) gap {
	switch {
	case lines > 1 || points+hyphens > 1 || brackets > 2:
		return none
	case brackets > 0:
		return bracket
	case hyphens > 0:
		return hyphen
	case points > 0 && spaces > 0:
		return loose
	case points > 0:
		return point
	case spaces > 0:
		return space
	}
	return none
}

// digits are those of groups a to b.
func (r *run) digits(a, b int) string {
	if a == b {
		return r.text[r.groups[a].from:r.groups[a].to]
	}
	out := make([]byte, 0, 32)
	for _, g := range r.groups[a : b+1] {
		out = append(out, r.text[g.from:g.to]...)
	}
	return string(out)
}

// gapAfter is what follows group b.
func (r *run) gapAfter(b int) gap {
	if b+1 < len(r.groups) {
		return r.groups[b+1].gap
	}
	return none
}

// inner is the one kind of gap within groups a to b; mixed if there are several.
func (r *run) inner(a, b int) (g gap, mixed bool) {
	for i := a + 1; i <= b; i++ {
		if g != none && r.groups[i].gap != g {
			mixed = true
		}
		g = r.groups[i].gap
	}
	return g, mixed
}

// apart tells whether groups a to b stand by themselves: what is around them does not go on as they do.
func (r *run) apart(a, b int) bool {
	in, _ := r.inner(a, b)
	for _, g := range [...]gap{r.groups[a].gap, r.gapAfter(b)} {
		if a == 0 && b == len(r.groups)-1 {
			break
		}
		if g == point || g == hyphen && in == hyphen {
			return false
		}
	}
	first, last := r.groups[a].from, r.groups[b].to
	if first > 0 && isWordByte(r.text[first-1]) || last < len(r.text) && isWordByte(r.text[last]) {
		return false
	}
	if first > 0 && r.text[first-1] >= utf8.RuneSelf && letterBefore(r.text, first) || last < len(r.text) && r.text[last] >= utf8.RuneSelf && letterAt(r.text, last) {
		return false
	}
	return true
}
