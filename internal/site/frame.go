package site

import (
	"cmp"
	"html"
	"strconv"
	"strings"
	"unicode"

	"bangvang/internal/edition"
)

// A frame is written to be as wide as what is around it. frameWidth is what a page makes of it that drops its style, and narrowest the least
// for which its height is enough.
const (
	frameWidth = 600
	narrowest  = 300
)

// frame is the code by which another site shows a page for frames: valid, and right without style sheets and scripts.
func (k *worker) frame(e *edition.Embed) (string, error) {
	height, err := frameHeight(e, k.options.Charts.Height)
	if err != nil {
		return "", err
	}
	return `<iframe src="` + html.EscapeString(k.absolute(e.Path)) + `" title="` + html.EscapeString(e.Title+" – "+k.edition.Site.Name) +
		`" width="` + strconv.Itoa(frameWidth) + `" height="` + strconv.Itoa(height) + `" style="width:100%;border:0" loading="lazy"></iframe>`, nil
}

// pictured is the code by which another site shows a picture of a page that leads to the page.
func (k *worker) pictured(e *edition.Embed) string {
	p := e.Picture
	return `<a href="` + html.EscapeString(k.absolute(e.Frame.Of)) + `"><img src="` + html.EscapeString(k.absolute(p.Path)) + `" alt="` + html.EscapeString(p.Alt) +
		`" width="` + strconv.Itoa(p.Width) + `" height="` + strconv.Itoa(p.Height) + `" style="max-width:100%;height:auto" loading="lazy"></a>`
}

// Measures of embed.css in CSS pixels.
const (
	around = 25 // the edges of the page, above and below together
	apart  = 8  // between its parts
	sides  = 26 // the edges to the left and to the right together
)

// A letter's width, of its size. Most fonts have it narrower; nobody knows in which one a frame will be read.
const (
	plain = 0.57
	bold  = 0.63
)

// set is a text as embed.css sets it.
type set struct {
	words      string
	size, line float64 // of its letters, of a line
	letter     float64
	more       int // what stands around it: a gap above, edges
	inset      float64
}

// frameHeight is the height at which nothing in a frame is cut or scrolled, however narrow the frame, from narrowest on.
func frameHeight(e *edition.Embed, ofChart func(*edition.Chart) (int, error)) (int, error) {
	f := e.Frame
	over := f.Overline
	if f.Verdict != nil {
		over += "     " + f.Verdict.Words
	}
	parts := []set{{f.Sample, 13, 18.9, bold, 8, 0}, {over, 14, 20.3, bold, 4, 0}, {e.Title, 18, 23.4, bold, apart, 0}, {f.Warning, 15, 21.75, plain, 12 + apart, 25},
		{f.Sentence, 15, 21.75, plain, apart, 0}, {f.Source + ". " + cmp.Or(f.Dated, dataDate), 13, 18.9, plain, apart, 0}, {f.Address, 13, 18.9, plain, 2, 0}}
	for _, c := range f.Counts {
		parts = append(parts, set{c.Heading, 13, 18.9, bold, apart, 0})
		for _, r := range c.Rows {
			parts = append(parts, set{r.Term + "     " + r.Value, 15, 21.75, plain, 9, 0})
		}
	}
	height := around
	if f.Chart != nil {
		drawn, err := ofChart(f.Chart)
		if err != nil {
			return 0, err
		}
		height += drawn + apart
		parts = append(parts, set{f.Chart.Measure, 13, 18.9, plain, 0, 0}, set{f.Chart.Key, 13, 18.9, plain, 0, 0})
	}
	for _, p := range parts {
		if p.words != "" {
			height += p.height() + p.more
		}
	}
	return (height + 9) / 10 * 10, nil
}

// dataDate stands for the date of the data, which is as long in all languages.
const dataDate = "Dữ liệu đến ngày 15/01/2019."

// height is how high the text is in the narrowest frame.
func (s set) height() int {
	room := (narrowest - sides - s.inset) / (s.size * s.letter) // of a line, in letters
	lines, at := 1, 0.0                                         // at: letters on the last line
	for _, word := range strings.Split(s.words, " ") {
		if at > 0 {
			at++
		}
		for _, part := range strings.SplitAfter(word, "-") {
			n := letters(part)
			if at > 0 && at+n > room {
				lines, at = lines+1, 0
			}
			for ; at+n > room; n -= room { // what is longer than a line is broken
				lines++
			}
			at += n
		}
	}
	return int(float64(lines)*s.line + 1)
}

// letters is how wide a word is, a capital being wider than other letters.
func letters(word string) (n float64) {
	for _, r := range word {
		if n++; unicode.IsUpper(r) {
			n += 0.25
		}
	}
	return n
}
