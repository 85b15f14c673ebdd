package booklet

import (
	"fmt"
	"strings"
	"testing"
)

// TestReportedFonts: the report names the fonts that the file holds, also one that only stands beside the trimmed pages.
func TestReportedFonts(t *testing.T) {
	l := laidWith(t, synthetic(24), Options{Decision: "bang-khen-01"})
	for _, o := range []Order{{}, {Edition: Press}, {Edition: Sheets}} {
		r, _ := l.Preflight(o)
		var want, got []string
		for _, f := range r.Fonts {
			want = append(want, f.Name)
		}
		for line := range strings.Lines(tool(t, "pdffonts", saved(t, "b.pdf", ordered(t, l, o)))) {
			if _, name, subset := strings.Cut(strings.Fields(line)[0], "+"); subset {
				got = append(got, name)
			}
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: the file holds %v, the report names %v", r.Edition, got, want)
		}
	}
}

// TestReportedLines: the report tells of lines as they come out of the printer: those of a page that is reduced are a hairline still.
func TestReportedLines(t *testing.T) {
	l := layout(t, 24)
	page := &l.Pages[len(l.Pages)-1]
	page.Ops = append(page.Ops, rule(20, 20, 60, 20, 0.26, Colour{}))
	for _, c := range []struct {
		order  Order
		raised int
		width  float64
	}{{Order{}, 0, 0.26}, {Order{Edition: Press}, 0, 0.26}, {Order{Edition: Sheets}, 1, 0.25}} {
		if r, _ := l.Preflight(c.order); r.Raised != c.raised || r.ThinnestLine != c.width {
			t.Errorf("%s: %d lines made thicker, the thinnest %g pt", r.Edition, r.Raised, r.ThinnestLine)
		}
	}
}
