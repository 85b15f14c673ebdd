package booklet

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"bangvang/internal/diag"
	"bangvang/internal/edition"
)

// The sheet is read standing, in poor light: A4, large type, room to tick.
const (
	callLeft    = 20 * mm
	callRight   = 15 * mm
	callTop     = 24 * mm
	callBottom  = 18 * mm
	callMeasure = proofWidth - callLeft - callRight

	callLine, callLineLeading = 13, 17
	callHint, callHintLeading = 10.5, 14.5
	callHead                  = 14       // of a group
	callLead                  = 1.3      // of names, in their size
	callTick                  = 4.6 * mm // side of the square to be ticked
	callNumber                = 14 * mm  // right end of the number in the group
	callText                  = 17 * mm  // where names begin
	callCount                 = 14 * mm  // width of the column with the number over all
)

// callSizes are the sizes of names: a group is set in the first in which a page holds it, else in the last.
var callSizes = []float64{20, 18}

var callArea = typeArea{callLeft, callLeft, callTop, proofHeight - callTop - callBottom}

// callSetter is a call sheet being laid.
type callSetter struct {
	*paperSetter
	sheet *edition.CallSheet
	flow  *flow
	marks map[int]string // words across pages, by page
}

// LayCallSheet sets who is called. Nobody is split across pages, and a group only if it is taller than one.
func LayCallSheet(c *edition.CallSheet, fonts Fonts) (*Papers, []diag.Problem, error) {
	s, err := newPaperSetter(c.Paper, fonts)
	if err != nil {
		return nil, nil, err
	}
	s.tint = workingTint
	k := &callSetter{paperSetter: s, sheet: c, flow: newFlow(callArea), marks: map[int]string{}}
	k.flow.open(anySide, "")
	k.title()
	for i := range c.Parts {
		k.part(&c.Parts[i])
	}
	k.flow.flush()
	for i := range k.flow.pages {
		page := k.flow.pages[i]
		k.furnish(&page, i)
		s.add(page, Size{proofWidth, proofHeight}, "", k.marks[i])
	}
	return s.done()
}

// paragraph is a piece of one paragraph over the whole width.
func (k *callSetter) paragraph(style Style, text string, before, leading float64, align Align) piece {
	p := piece{before: before}
	p.height = p.put(k.lines(&Paragraph{Runs: of(style, text), Width: callMeasure, Align: align}), 0, 0, leading, &k.pal)
	return p
}

func (k *callSetter) title() {
	c := k.sheet
	k.flow.add(k.paragraph(k.style(Bold, 22), c.Title, 0, 28, Centred))
	if c.Occasion != "" {
		k.flow.add(k.paragraph(k.style(Bold, 13), c.Occasion, 2, 18, Centred))
	}
	k.flow.add(k.paragraph(k.style(Regular, 12), c.Lead, 2, 16, Centred))
	k.flow.add(k.paragraph(k.style(Italic, 10.5), c.Legend, 6, 14, Ragged))
	for _, note := range c.Notes {
		k.flow.add(k.paragraph(k.style(Bold, 11), note, 4, 15, Ragged))
	}
}

// part sets the awardees of one kind of one decision, group by group.
func (k *callSetter) part(p *edition.CallPart) {
	k.place = p.Place
	head := piece{before: 20, keep: true}
	y := head.put(k.lines(&Paragraph{Runs: of(k.style(Bold, 15), p.Form), Width: callMeasure}), 0, 0, 19, &k.pal)
	head.height = head.put(k.lines(&Paragraph{Runs: of(k.style(Regular, 12), p.Decision+" · "+p.Counts), Width: callMeasure}), 0, y, 16, &k.pal) + 2
	k.flow.add(head)
	for i := range p.Groups {
		k.group(&p.Groups[i], p.Sample)
	}
}

func (k *callSetter) group(g *edition.CallGroup, sample string) {
	again := k.groupHead(g.Head + " (" + k.sheet.Words.Continued + ")").furniture()
	head := k.groupHead(g.Head)
	head.before, head.keep = 14, true
	begun := "nhom-" + strconv.Itoa(g.Calls[0].No)
	head.anchor(begun)
	k.flow.add(*head)
	calls := k.calls(g, callArea.height-head.height)
	for i := range calls {
		p := calls[i]
		p.resume, p.keep = again, i+1 < len(g.Calls)
		k.flow.add(p)
	}
	if sample == "" {
		return
	}
	for i := k.flow.anchors[begun].Page; i < len(k.flow.pages); i++ {
		k.marks[i] = sample
	}
}

// calls sets those of a group, as large as a height holds all of them.
func (k *callSetter) calls(g *edition.CallGroup, most float64) []piece {
	var out []piece
	for _, size := range callSizes {
		out = out[:0]
		height := 0.0
		for i := range g.Calls {
			p := k.call(&g.Calls[i], size)
			out = append(out, p)
			height += p.before + p.height
		}
		if height <= most {
			break
		}
	}
	return out
}

// groupHead names a group, and the numbers at the right edge, which do not count within it.
func (k *callSetter) groupHead(text string) *piece {
	p := &piece{}
	y := p.put(k.lines(&Paragraph{Runs: of(k.style(Bold, callHead), text), Width: callMeasure - callCount}), 0, 0, 20, &k.pal)
	p.put(k.lines(&Paragraph{Runs: of(k.style(Regular, callHint).inked(k.pal.Soft), k.sheet.Words.No), Width: callCount, Align: FlushRight}), callMeasure-callCount, y-20, 20, &k.pal)
	p.ops = append(p.ops, rule(0, y+2, callMeasure, y+2, 1, k.pal.Ink))
	p.height = y + 6
	return p
}

// call sets one who is called, with the name in a size: a square to tick, the number in the group, name, office and unit, how hard words are said, the number over all.
func (k *callSetter) call(c *edition.Call, size float64) piece {
	k.place = c.Place
	p := piece{before: 5}
	const width = callMeasure - callText - callCount
	face := Bold
	if c.Hidden {
		face = Italic
	}
	put := func(runs []Run, x, w, y, leading float64, align Align) float64 {
		return p.put(k.lines(&Paragraph{Runs: runs, Width: w, Align: align}), x, y, leading, &k.pal)
	}
	name, leading := k.style(face, size), callLead*size
	above := (leading - callTick) / 2
	p.ops = append(p.ops, polyline([]Point{{0, above}, {callTick, above}, {callTick, above + callTick}, {0, above + callTick}}, true, 0.8, k.pal.Ink))
	from := len(p.ops)
	y := put(phrased(marked(name, c.Name, c.Hard)), callText, width, 0, leading, Ragged)
	p.underline(from, face, k.pal.Ink)
	put(of(k.style(Regular, size), strconv.Itoa(c.Seat)), 0, callNumber, 0, leading, FlushRight)
	put(of(k.style(Regular, callHint).inked(k.pal.Soft), strconv.Itoa(c.No)), callMeasure-callCount, callCount, 0, leading, FlushRight)
	if c.Line != "" {
		from = len(p.ops)
		y = put(marked(k.style(Regular, callLine), c.Line, c.Hard), callText, width, y, callLineLeading, Ragged)
		p.underline(from, Regular, k.pal.Ink)
	}
	for _, more := range []struct {
		face Face
		text string
	}{{Italic, hints(c)}, {Bold, c.Note}} {
		if more.text != "" {
			y = put(of(k.style(more.face, callHint), more.text), callText, width, y, callHintLeading, Ragged)
		}
	}
	p.height = y + 5
	p.ops = append(p.ops, rule(0, p.height, callMeasure, p.height, 0.4, k.pal.Hair))
	return p
}

func hints(c *edition.Call) string {
	var words []string
	for _, h := range c.Hard {
		words = append(words, h.Words)
	}
	return strings.Join(words, "; ")
}

// aslant is the face in which a hard word stands among words of another.
var aslant = map[Face]Face{Bold: BoldItalic, Regular: Italic, Italic: Regular}

// marked gives a text with its hard words in the aslant face.
func marked(style Style, text string, hard []edition.HardWord) []Run {
	text = clean(text)
	runs := []Run{}
	from := 0
	for at := 0; at < len(text); {
		found := 0
		for _, h := range hard {
			if w := h.Written; len(w) > found && strings.HasPrefix(text[at:], w) && whole(text, at, at+len(w)) {
				found = len(w)
			}
		}
		if found == 0 {
			at++
			continue
		}
		if at > from {
			runs = append(runs, Run{Style: style, Text: text[from:at]})
		}
		runs = append(runs, Run{Style: style.in(aslant[style.Face]), Text: text[at : at+found]})
		at += found
		from = at
	}
	if from < len(text) {
		runs = append(runs, Run{Style: style, Text: text[from:]})
	}
	return runs
}

// phrased gives runs of a name whose lines end between phrases only.
func phrased(runs []Run) []Run {
	text := ""
	for _, r := range runs {
		text += r.Text
	}
	bound := []rune(unparted(edition.Phrases(text), " "))
	for i := range runs {
		n := utf8.RuneCountInString(runs[i].Text)
		runs[i].Text, bound = string(bound[:n]), bound[n:]
	}
	return runs
}

// whole tells whether a stretch of a text is words and not part of one.
func whole(text string, from, to int) bool {
	const around = " -–/.,;:&+()“”\"‘’[]"
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	return (from == 0 || strings.ContainsRune(around, before)) && (to == len(text) || strings.ContainsRune(around, firstRune(text[to:])))
}

// underline draws a line under what stands aslant among operations from one on, of a text in a face.
func (p *piece) underline(from int, of Face, c Colour) {
	for _, o := range p.ops[from:] {
		if o.Face == aslant[of] {
			p.ops = append(p.ops, rule(o.X, o.Y+2.4, o.X+o.Wide, o.Y+2.4, 0.8, c))
		}
	}
}

// furnish says on each page what it is, for whom, of which day and which one of how many.
func (k *callSetter) furnish(page *Page, number int) {
	k.edges(page, callLeft, callMeasure, proofHeight, k.sheet.Paper, k.sheet.Words.Page+" "+strconv.Itoa(number+1)+"/"+strconv.Itoa(len(k.flow.pages)))
}
