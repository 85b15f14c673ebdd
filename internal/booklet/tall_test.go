package booklet

import (
	"strings"
	"testing"

	"bangvang/internal/edition"
)

// TestTallerThanAPage: a text that no page holds goes on on the next one, whatever it is, in the booklet and in its proof; only the cover's are bound to
// one page.
func TestTallerThanAPage(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("đạt thành tích ", 1200))
	decision := func(b *edition.Booklet) *edition.RollDecision { return &b.Roll[0].Decisions[0] }
	unit := func(b *edition.Booklet) *edition.RollUnit { return &decision(b).Blocks[0].Units[0] }
	award := func(b *edition.Booklet) *edition.Award { return unit(b).Groups[0].Awards[0] }
	target := func(b *edition.Booklet) *edition.BookletTarget { return &b.Results[0].Targets[0] }
	for name, text := range map[string]func(b *edition.Booklet) *string{
		"form":          func(b *edition.Booklet) *string { return &b.Roll[0].Name },
		"reason":        func(b *edition.Booklet) *string { return &decision(b).Reason },
		"block":         func(b *edition.Booklet) *string { return &decision(b).Blocks[0].Name },
		"unit":          func(b *edition.Booklet) *string { return &unit(b).Name },
		"name":          func(b *edition.Booklet) *string { return &award(b).Name },
		"position":      func(b *edition.Booklet) *string { return &award(b).Position },
		"unit in index": func(b *edition.Booklet) *string { return &b.Index[0].Unit.Words },
		"target":        func(b *edition.Booklet) *string { return &target(b).Name },
		"sentence":      func(b *edition.Booklet) *string { return &target(b).Sentence },
		"note":          func(b *edition.Booklet) *string { return &target(b).Note },
		"cell":          func(b *edition.Booklet) *string { return &target(b).Reports.Rows[0][2].Words },
		"story":         func(b *edition.Booklet) *string { return &b.Stories[0].Title },
		"chapter":       func(b *edition.Booklet) *string { return &b.Results[0].Title },
		"fact":          func(b *edition.Booklet) *string { return &b.Plan.Facts[0].Value },
		"area":          func(b *edition.Booklet) *string { return &b.Plan.Areas[0].Summary },
		"source":        func(b *edition.Booklet) *string { return &b.Colophon.Sources[0] },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ed := synthetic(6)
			*text(ed.Booklet) = long
			l := laidWith(t, ed, Options{})
			checkPages(t, l)
			if n := strings.Count(strings.Join(strings.Fields(l.allText()), " "), "thành"); n < 1200 {
				t.Errorf("%d of 1,200 are in the booklet", n)
			}
			written(t, l)
			proof, problems, err := LayProof(ed, Options{Fonts: testFonts(t)})
			if err != nil || len(problems) > 0 {
				t.Fatal(err, problems)
			}
			for i := range proof.Pages {
				for _, o := range proof.Pages[i].Ops {
					if o.Kind == OpText && o.Y > proof.Height {
						t.Fatalf("page %d of the proof: %q lies below it", i+1, o.Text)
					}
				}
			}
		})
	}
}
