package booklet

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Style is how a run of text looks.
type Style struct {
	Face     Face
	Size     float64
	Colour   Colour
	Tracking float64
	Link     string // "#anchor" or an address; "" is none
}

// Run is text of one style. Break is a line break and nothing else.
type Run struct {
	Style
	Text  string
	Break bool
}

// Align is how lines lie in their column.
type Align uint8

const (
	Ragged    Align = iota // flush left
	Justified              // flush on both sides but for the last line
	Centred
	FlushRight
)

// Paragraph is running text to be broken into lines.
type Paragraph struct {
	Runs    []Run
	Width   float64
	Leading float64
	Align   Align
	First   float64 // indent of the first line
	Hang    float64 // indent of the others

	Beside float64 // by how much the first Short lines are shorter, if ragged: something stands beside them
	Short  int

	Tag   Tag
	Row   int32 // see Op.Row
	Level uint8 // see Op.Level
}

// segment is a stretch of one line in one style.
type segment struct {
	Style
	text   string
	x, w   float64
	spread float64
}

// line is one line of a paragraph: segments from its left edge.
type line struct {
	segments []segment
	width    float64
	tagged
}

// tagged is what an operation is in the structure of the book.
type tagged struct {
	tag        Tag
	level      uint8
	block, row int32
}

// fragment is a word or, where the style changes inside a word, a piece of one.
type fragment struct {
	run        int
	start, end int     // bytes in the run's text
	w          float64 // its own width
	gap        float64 // width of the space before it
	opens      bool    // a line may begin here
	after      bool    // a forced break comes before it
}

const slack = 0.01 // points by which a line may be too wide: the pen's grain

// clean prepares text for measuring: NFC, every blank or line end one space, none doubled.
func clean(s string) string {
	if tidy(s) {
		return s
	}
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	if !strings.ContainsAny(s, "\t\n\r\v\f") && !strings.Contains(s, "  ") {
		return s
	}
	var b strings.Builder
	blank := false
	for _, r := range s {
		if r == ' ' || r >= '\t' && r <= '\r' {
			blank = true
			continue
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		b.WriteRune(r)
	}
	if blank {
		b.WriteByte(' ')
	}
	return b.String()
}

// tidy tells of nearly all texts that they are clean, in one look: of letters that are composed, and our punctuation.
func tidy(s string) bool {
	blank := false
	for _, r := range s {
		switch {
		case r == ' ' && blank || r < ' ':
			return false
		case r < 0x300 || r >= 0x1EA0 && r < 0x1F00 || r >= 0x2010 && r < 0x2028:
			blank = r == ' '
		default:
			return false
		}
	}
	return true
}

// scratch is memory for the paragraph that is being broken.
type scratch struct {
	found, frags []fragment
	words        []word
	starts       []int
}

// fragments cuts cleaned runs at their spaces. They are good until the next are cut.
func (s *setter) fragments(runs []Run) []fragment {
	out := s.scratch.found[:0]
	gap, opens, forced := 0.0, true, false
	for i := range runs {
		r := &runs[i]
		if r.Break {
			gap, opens, forced = 0, true, true
			continue
		}
		face := s.faces[r.Face]
		space := face.width(" ", r.Size, r.Tracking)
		for start := 0; start < len(r.Text); {
			if r.Text[start] == ' ' {
				if !forced {
					gap = space
				}
				opens = true
				start++
				continue
			}
			end := strings.IndexByte(r.Text[start:], ' ')
			if end < 0 {
				end = len(r.Text)
			} else {
				end += start
			}
			w, whole := face.measure(r.Text[start:end], r.Size, r.Tracking)
			if !whole {
				s.missing(r.Face, r.Text)
			}
			out = append(out, fragment{run: i, start: start, end: end, w: w, gap: gap, opens: opens, after: forced})
			gap, opens, forced = 0, false, false
			start = end
		}
	}
	s.scratch.found = out
	return out
}

// word is what stays together on a line: frags[from:to].
type word struct {
	text     string // of its last fragment
	from, to int
	w, gap   float64
	after    bool // a forced break comes before it
}

// lines breaks a paragraph. A word wider than the column is broken inside, after a slash or hyphen if it can be.
func (s *setter) lines(p *Paragraph) []line {
	for i := range p.Runs {
		p.Runs[i].Text = hold(clean(p.Runs[i].Text))
	}
	as := tagged{p.Tag, p.Level, s.nextBlock(), p.Row}
	room := max(p.Width-max(p.First, p.Hang)-p.Beside, 0)
	frags, words := s.words(p.Runs, room)
	var starts []int
	switch p.Align {
	case Justified, Centred:
		starts = evenly(words, p)
	default:
		s.scratch.starts = greedily(s.scratch.starts[:0], words, p)
		starts = s.scratch.starts
	}
	out := make([]line, 0, len(starts))
	indent := p.First
	for i, from := range starts {
		to, last := len(words), true
		if i+1 < len(starts) {
			to = starts[i+1]
			last = words[to].after
		}
		l := s.assemble(p, frags[words[from].from:words[to-1].to], indent, last)
		l.tagged = as
		out = append(out, l)
		indent = p.Hang
	}
	return out
}

// words groups the fragments of runs into words no wider than room. They are good until the next are grouped.
func (s *setter) words(runs []Run, room float64) (frags []fragment, words []word) {
	found := s.fragments(runs)
	frags, words = s.scratch.frags[:0], s.scratch.words[:0]
	for i := 0; i < len(found); {
		end, w := i+1, found[i].w
		for end < len(found) && !found[end].opens {
			w += found[end].w
			end++
		}
		pieces := found[i:end]
		if w > room+slack {
			pieces = s.chop(runs, pieces, room)
		}
		for _, f := range pieces {
			if f.opens {
				words = append(words, word{from: len(frags), gap: f.gap, after: f.after})
			}
			frags = append(frags, f)
			last := &words[len(words)-1]
			last.to = len(frags)
			last.w += f.w
			last.text = runs[f.run].Text[f.start:f.end]
		}
		i = end
	}
	s.scratch.frags, s.scratch.words = frags, words
	return frags, words
}

// chop cuts a word too wide for a line into pieces that fill lines. A single character wider than the line counts as wide as that.
func (s *setter) chop(runs []Run, frags []fragment, room float64) []fragment {
	var out []fragment
	left := room
	for _, f := range frags {
		r := &runs[f.run]
		face := s.faces[r.Face]
		for f.w > left {
			text := r.Text[f.start:f.end]
			cut := face.fits(text, r.Size, r.Tracking, left)
			w := face.width(text[:cut], r.Size, r.Tracking)
			if w > left && left < room {
				f.opens, f.gap, left = true, 0, room
				continue
			}
			if at := breakable(text[:cut]); at > cut/3 && cut < len(text) {
				cut = at
				w = face.width(text[:cut], r.Size, r.Tracking)
			}
			if cut == len(text) {
				f.w = min(w, left)
				break
			}
			head := f
			head.end, head.w = f.start+cut, min(w, left)
			out = append(out, head)
			f.start, f.w = head.end, f.w-w
			f.opens, f.gap, f.after, left = true, 0, false, room
		}
		out = append(out, f)
		left -= f.w
	}
	return out
}

// breakable gives where a word too long for its line is best broken: behind its last slash, hyphen, dash or point, 0 if it has none.
func breakable(s string) int {
	at := strings.LastIndexAny(s, "/-–—_.,;")
	if at < 0 {
		return 0
	}
	_, n := utf8.DecodeRuneInString(s[at:])
	return at + n
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// segment gives room for the segment that most lines have; of such small things many are made at a time.
func (s *setter) segment() []segment {
	const together = 64
	if len(s.spare) == 0 {
		s.spare = make([]segment, together)
	}
	out := s.spare[:0:1]
	s.spare = s.spare[1:]
	return out
}

// assemble joins the fragments of a line into segments and aligns them.
func (s *setter) assemble(p *Paragraph, frags []fragment, indent float64, last bool) line {
	var l line
	l.segments = s.segment()
	x := 0.0
	for i := 0; i < len(frags); {
		f := frags[i]
		if i > 0 {
			x += f.gap
		}
		r := &p.Runs[f.run]
		end, w := f.end, f.w
		j := i + 1
		for ; j < len(frags) && frags[j].run == f.run; j++ {
			w += frags[j].gap + frags[j].w
			end = frags[j].end
		}
		text := r.Text[f.start:end]
		if face := s.faces[r.Face]; face.kern != nil {
			w = face.width(text, r.Size, r.Tracking)
		}
		l.segments = append(l.segments, segment{Style: r.Style, text: text, x: x, w: w})
		x += w
		i = j
	}
	l.width = x
	shift, free := indent, p.Width-indent-x
	switch p.Align {
	case Centred:
		shift += free / 2
	case FlushRight:
		shift += free
	case Justified:
		if !last {
			l.justify(free)
		}
	}
	for i := range l.segments {
		l.segments[i].x += shift
	}
	return l
}

// justify widens the spaces of a line to fill it; a line that would gape stays as it is.
func (l *line) justify(free float64) {
	n := 0
	for i, s := range l.segments {
		n += spaces(s.text)
		if i > 0 && s.x > l.segments[i-1].x+l.segments[i-1].w+slack {
			n++
		}
	}
	if n == 0 || free <= 0 {
		return
	}
	each := free / float64(n)
	if each > 0.55*l.segments[0].Size {
		return
	}
	shift, before := 0.0, 0.0
	for i := range l.segments {
		s := &l.segments[i]
		if i > 0 && s.x > before+slack {
			shift += each
		}
		before = s.x + s.w
		k := float64(spaces(s.text))
		s.x += shift
		s.spread = each
		s.w += k * each
		shift += k * each
	}
	l.width += free
}
