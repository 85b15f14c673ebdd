package booklet

import (
	"testing"

	"bangvang/internal/diag"
	"bangvang/internal/edition"
)

// TestProblemsHaveTheirPlace: a character that cannot be set is told where it was written, whatever part of the booklet it is in.
func TestProblemsHaveTheirPlace(t *testing.T) {
	const odd = "明"
	at := func(line int32) diag.Place { return diag.Place{File: "data/x.yaml", Line: line} }
	for _, c := range []struct {
		name string
		put  func(b *edition.Booklet)
		want diag.Place
	}{
		{"cover", func(b *edition.Booklet) { b.Cover.Title += odd }, at(1)},
		{"theme of the plan", func(b *edition.Booklet) { b.Plan.Theme += odd }, at(1)},
		{"basis", func(b *edition.Booklet) { b.Plan.Bases[1] += odd }, at(1)},
		{"area", func(b *edition.Booklet) { b.Results[0].Summary += odd }, at(2)},
		{"target", func(b *edition.Booklet) { b.Results[0].Targets[1].Name += odd }, at(3)},
		{"its sentence", func(b *edition.Booklet) { b.Results[0].Targets[1].Sentence += odd }, at(3)},
		{"its chart", func(b *edition.Booklet) { b.Results[0].Targets[1].Chart.Title += odd }, at(3)},
		{"its note", func(b *edition.Booklet) { b.Results[0].Targets[1].Note += odd }, at(3)},
		{"a report", func(b *edition.Booklet) { b.Results[0].Targets[1].Reports.Rows[1][2].Words += odd }, at(5)},
		{"decision", func(b *edition.Booklet) { b.Roll[0].Decisions[0].Reason += odd }, at(6)},
		{"unit", func(b *edition.Booklet) { b.Roll[0].Decisions[0].Blocks[0].Units[0].Name += odd }, at(7)},
		{"story", func(b *edition.Booklet) { b.Stories[0].Line += odd }, at(8)},
		{"source", func(b *edition.Booklet) { b.Colophon.Sources[1] += odd }, at(10)},
		{"colophon", func(b *edition.Booklet) { b.Colophon.Paragraphs[0] += odd }, at(1)},
	} {
		t.Run(c.name, func(t *testing.T) {
			ed := synthetic(6)
			b := ed.Booklet
			b.Place, b.Results[0].Place, b.Stories[0].Place = at(1), at(2), at(8)
			b.Results[0].Targets[1].Place, b.Results[0].Targets[1].Reported = at(3), []diag.Place{at(4), at(5)}
			b.Roll[0].Decisions[0].Place, b.Roll[0].Decisions[0].Blocks[0].Units[0].Place = at(6), at(7)
			b.Colophon.Stated = []diag.Place{at(9), at(10)}
			c.put(b)
			_, problems, err := Lay(ed, Options{Fonts: testFonts(t), Paint: paintBars})
			if err != nil || len(problems) == 0 {
				t.Fatal(err, "no problem")
			}
			for _, p := range problems {
				if p.Rule != GlyphMissing || p.Place != c.want {
					t.Errorf("%s [%s]: %s; want it at %s", p.Place, p.Rule.ID, p.Text, c.want)
				}
			}
		})
	}
}
