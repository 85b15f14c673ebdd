package booklet

import (
	"strings"
	"testing"

	"bangvang/internal/markdown"
)

// TestNoWidows: wherever pages end, no heading and no head of a table stands at the foot, and of a paragraph that goes on at least two lines
// stand on either side.
func TestNoWidows(t *testing.T) {
	split := 0
	for n := range 24 {
		ed := synthetic(40 + n)
		doc := &ed.Booklet.Foreword.Doc
		whole := doc.Blocks
		lead := markdown.Block{Kind: markdown.Paragraph, Spans: []markdown.Span{{Text: strings.Repeat("Ngày hội non sông, thi đua yêu nước, tập thể trước, cá nhân sau. ", n)}}}
		doc.Blocks = append([]markdown.Block{lead}, whole...)
		for range 4 {
			doc.Blocks = append(doc.Blocks, whole...)
		}
		l := laidWith(t, ed, Options{})
		split += checkWidows(t, l)
	}
	if split < 20 {
		t.Errorf("only %d paragraphs went on on another page", split)
	}
}

// checkWidows gives how many paragraphs were split.
func checkWidows(t *testing.T, l *Layout) (split int) {
	t.Helper()
	type stretch struct {
		pages []int
		lines map[int]int
		tag   Tag
		text  string
	}
	blocks := map[int32]*stretch{}
	for i := range l.Pages {
		page := &l.Pages[i]
		var foot *Op
		lowest := map[int32]float64{}
		for k := range page.Ops {
			o := &page.Ops[k]
			if o.Kind != OpText || o.Role != Content {
				continue
			}
			if foot == nil || o.Y > foot.Y+1 {
				foot = o
			}
			s := blocks[o.Block]
			if s == nil {
				s = &stretch{lines: map[int]int{}, tag: o.Tag, text: o.Text}
				blocks[o.Block] = s
			}
			if len(s.pages) == 0 || s.pages[len(s.pages)-1] != i {
				s.pages = append(s.pages, i)
			}
			if y, begun := lowest[o.Block]; !begun || o.Y > y+1 {
				lowest[o.Block] = o.Y
				s.lines[i]++
			}
		}
		if foot == nil || page.Cover {
			continue
		}
		switch foot.Tag {
		case TagHeading1, TagHeading2, TagHeading3, TagHeading4, TagHeading5, TagHeading6, TagHeadCell:
			if !page.plain { // the title of a part may stand on a page by itself
				t.Errorf("page %s: %q stands at its foot", page.Label, foot.Text)
			}
		}
	}
	for _, s := range blocks {
		if len(s.pages) < 2 || s.tag == TagEntry || s.tag == TagDataCell {
			continue
		}
		split++
		for _, page := range []int{s.pages[0], s.pages[len(s.pages)-1]} {
			if s.lines[page] < leastLines {
				t.Errorf("page %s has %d line of the paragraph that begins %q", l.Pages[page].Label, s.lines[page], s.text)
			}
		}
	}
	return split
}
