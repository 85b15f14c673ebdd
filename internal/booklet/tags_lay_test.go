package booklet

import "testing"

// TestEverythingIsTagged: each text of the book says which paragraph, cell or figure it belongs to; a figure says itself in words on its first
// operation; cells have rows and items have labels before texts; ranks of headings do not skip.
func TestEverythingIsTagged(t *testing.T) {
	l := layout(t, 60)
	tags := map[int32]Tag{}
	items := map[int32]Tag{} // by row, what was seen last
	var rank Tag
	figures := 0
	for i := range l.Pages {
		page := &l.Pages[i]
		for k := range page.Ops {
			o := &page.Ops[k]
			if o.Role == Furniture || o.Kind != OpText && o.Tag != TagFigure {
				continue
			}
			if o.Block == 0 {
				t.Errorf("page %s: %q belongs to no block", page.Label, o.Text)
			}
			before, known := tags[o.Block]
			if known && before != o.Tag {
				t.Errorf("page %s: block %d is %d and %d", page.Label, o.Block, before, o.Tag)
			}
			tags[o.Block] = o.Tag
			switch o.Tag {
			case TagFigure:
				if !known {
					figures++
				}
				if known == (o.Alt() != "") {
					t.Errorf("page %s: alternative text %q of figure %d, begun %v", page.Label, o.Alt(), o.Block, known)
				}
			case TagHeading1, TagHeading2, TagHeading3, TagHeading4, TagHeading5, TagHeading6:
				if !known && o.Tag > rank+1 {
					t.Errorf("page %s: %q is a heading of rank %d below rank %d", page.Label, o.Text, o.Tag, rank)
				}
				rank = o.Tag
			case TagHeadCell, TagDataCell, TagRowHead, TagListText, TagListLabel:
				if o.Row == 0 {
					t.Errorf("page %s: %q is in no row", page.Label, o.Text)
				}
				if o.Tag == TagListText && items[o.Row] == 0 {
					t.Errorf("page %s: %q has no label", page.Label, o.Text)
				}
				items[o.Row] = o.Tag
			}
		}
	}
	if figures != 5+1 { // charts, QR
		t.Errorf("%d figures", figures)
	}
}
