package diag

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Most is how many problems a report shows before "còn N lỗi nữa".
const Most = 100

// Print is how a report is printed. Lines gives the bytes of an input file, for the excerpt; nil shows none.
type Print struct {
	Lines  func(file string) []byte
	Most   int // 0 is Most, a negative number is all
	Colour bool
}

// Text writes the problems for people, sorted. If there are more than it shows, errors go before warnings.
//
//	data/awards/bang-khen.yaml:14:11: lỗi [unit-unknown]: không có đơn vị "so-tai-chinh"
//	   14 |     unit: so-tai-chinh
//	      |           ^
//	   gợi ý: có phải "so-tai-chinh"? (data/units.yaml:31)
func (p Print) Text(w io.Writer, l *List) error {
	most := p.Most
	if most == 0 {
		most = Most
	}
	shown, left := choose(l.Sorted(), most)
	var b bytes.Buffer
	for _, x := range shown {
		p.problem(&b, x)
	}
	switch errors, warnings := left[Error], left[Warning]; {
	case errors > 0 && warnings > 0:
		fmt.Fprintf(&b, "còn %d lỗi và %d cảnh báo nữa\n", errors, warnings)
	case errors > 0:
		fmt.Fprintf(&b, "còn %d lỗi nữa\n", errors)
	case warnings > 0:
		fmt.Fprintf(&b, "còn %d cảnh báo nữa\n", warnings)
	}
	_, err := w.Write(b.Bytes())
	return err
}

// choose gives the problems to show, in their order, and counts those left out by severity.
func choose(problems []Problem, most int) (shown []Problem, left [2]int) {
	if most < 0 || len(problems) <= most {
		return problems, left
	}
	room := [2]int{Error: most}
	for _, x := range problems {
		if x.Rule.Severity == Error {
			room[Warning]--
		}
	}
	room[Warning] = max(0, most+room[Warning])
	for _, x := range problems {
		if s := x.Rule.Severity; room[s] > 0 {
			room[s]--
			shown = append(shown, x)
		} else {
			left[s]++
		}
	}
	return shown, left
}

func (p Print) problem(b *bytes.Buffer, x Problem) {
	word := x.Rule.Severity.Word()
	if p.Colour {
		code := "31"
		if x.Rule.Severity == Warning {
			code = "33"
		}
		word = "\x1b[1;" + code + "m" + word + "\x1b[0m"
	}
	if x.Place.Known() {
		fmt.Fprintf(b, "%s: ", x.Place)
	}
	fmt.Fprintf(b, "%s [%s]: %s\n", word, x.Rule.ID, visible(x.Text))
	p.excerpt(b, x.Place)
	for _, a := range x.Also {
		fmt.Fprintf(b, "   xem: %s\n", a)
	}
	if x.Hint != "" {
		fmt.Fprintf(b, "   gợi ý: %s\n", strings.ReplaceAll(visible(x.Hint), "\n", "\n          "))
	}
}

// widest is how many characters of a line an excerpt shows; a longer line is cut around the place.
const widest = 100

func (p Print) excerpt(b *bytes.Buffer, at Place) {
	if p.Lines == nil || at.Line == 0 || at.Cell != "" {
		return
	}
	text, ok := lineOf(p.Lines(at.File), int(at.Line))
	if !ok {
		return
	}
	runes := []rune(text)
	col := min(max(int(at.Col), 1), len(runes)+1)
	from := 0
	if len(runes) > widest && col > widest*3/4 {
		from = min(col-widest/2, len(runes)-1)
	}
	shown, before := clip(runes, from), 0
	for _, r := range runes[from : col-1] {
		before += columns(r)
	}
	if from > 0 {
		before++
	}
	fmt.Fprintf(b, "%5d | %s\n", at.Line, shown)
	if at.Col > 0 {
		fmt.Fprintf(b, "      | %s^\n", strings.Repeat(" ", before))
	}
}

// clip shows a line from a character on, with tabs and what can't be seen made visible.
func clip(runes []rune, from int) string {
	cut := runes[from:]
	end := ""
	if len(cut) > widest {
		cut, end = cut[:widest], "…"
	}
	start := ""
	if from > 0 {
		start = "…"
	}
	return start + visible(string(cut)) + end
}

// visible replaces characters that would disturb a terminal; a tab becomes two spaces.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t', r == '\n', !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r):
			return r
		}
		return '·'
	}, strings.ReplaceAll(s, "\t", "  "))
}

// columns is how wide a terminal shows a character of an excerpt.
func columns(r rune) int {
	switch {
	case r == '\t':
		return 2
	case unicode.Is(unicode.Mn, r):
		return 0
	}
	if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
		return 2
	}
	return 1
}

func lineOf(file []byte, n int) (string, bool) {
	for i := 1; len(file) > 0; i++ {
		line, rest, _ := bytes.Cut(file, []byte("\n"))
		if i == n {
			line = bytes.TrimSuffix(line, []byte("\r"))
			if !utf8.Valid(line) {
				line = bytes.ToValidUTF8(line, []byte("\uFFFD"))
			}
			return string(line), true
		}
		file = rest
	}
	return "", false
}
