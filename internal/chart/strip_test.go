package chart

import (
	"bytes"
	"fmt"
	"testing"

	"bangvang/internal/edition"
)

func strips() []edition.Strip {
	part := func(n int, s edition.Standing) edition.StripPart { return edition.StripPart{Count: n, Standing: s} }
	return []edition.Strip{
		{Most: 8, Parts: []edition.StripPart{part(3, edition.Exceeded), part(1, edition.Met), part(1, edition.Missed), part(1, edition.Undecided), part(2, edition.Unknown)}},
		{Most: 8, Parts: []edition.StripPart{part(1, edition.Missed)}},
		{Most: 8},
		{Most: 40, Parts: []edition.StripPart{part(20, edition.Exceeded), part(12, edition.Missed), part(8, edition.Unknown)}},
		{Most: 20000, Parts: []edition.StripPart{part(20000, "")}},
		{Most: 20000, Parts: []edition.StripPart{part(1, "")}},
	}
}

func TestGoldenStrips(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("<body style=\"background:#fbf7ec\">\n")
	for _, s := range strips() {
		scene, err := Strip(s)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "<p>%s</p>\n", scene.Ornament())
	}
	golden(t, "strips.html", b.Bytes())
}

// A line of a table never has a wider picture than another of the same numbers, nor one wider than a phone's column.
func TestStripsFit(t *testing.T) {
	for _, s := range strips() {
		scene, err := Strip(s)
		if err != nil || scene.Width < 1 || scene.Width > stripWidth+1 {
			t.Errorf("%+v: %+v, %v", s, scene, err)
		}
	}
}
