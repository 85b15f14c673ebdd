package booklet

import (
	"strings"
	"testing"

	"bangvang/internal/edition"
)

func laidWith(t testing.TB, ed *edition.Edition, opt Options) *Layout {
	t.Helper()
	opt.Fonts, opt.Paint = testFonts(t), paintBars
	l, problems, err := Lay(ed, opt)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return l
}

// allText gives all content texts of a layout, one a line.
func (l *Layout) allText() string {
	var b strings.Builder
	for i := range l.Pages {
		for k := range l.Pages[i].Ops {
			if o := &l.Pages[i].Ops[k]; o.Role == Content {
				b.WriteString(o.Text)
				b.WriteByte('\n')
			}
		}
	}
	return b.String()
}

// TestOneDecision: a booklet of one decision has its people, in the roll and in the index, and nobody else.
func TestOneDecision(t *testing.T) {
	ed := synthetic(60)
	l := laidWith(t, ed, Options{Decision: "giay-khen-01"})
	checkPages(t, l)
	text := l.allText()
	for _, e := range ed.Booklet.Index {
		want := 0
		if e.Decision.ID == "giay-khen-01" {
			want = 2
		}
		if got := strings.Count(text, e.Name+"\n"); got != want {
			t.Errorf("%s stands there %d times, want %d", e.Name, got, want)
		}
	}
	if strings.Contains(text, "Việc đã làm") {
		t.Error("the foreword is in the booklet of one decision")
	}
	if l, _, err := Lay(ed, Options{Decision: "khong-co", Fonts: testFonts(t)}); l != nil || err != nil {
		t.Error("a decision that is not there is laid", err)
	}
}

// TestVolumes: each volume is a whole book with its number on the cover; front matter is in the first.
func TestVolumes(t *testing.T) {
	ed := synthetic(60)
	b := ed.Booklet
	for i, form := range b.Roll {
		v := edition.Volume{Number: i + 1, Words: "Tập " + arabic(i), Roll: []edition.RollForm{form}}
		for _, e := range b.Index {
			if e.Decision.ID == form.Decisions[0].ID {
				v.Index = append(v.Index, e)
			}
		}
		b.Volumes = append(b.Volumes, v)
	}
	names := 0
	for i := range b.Volumes {
		l := laidWith(t, ed, Options{Volume: i + 1})
		checkPages(t, l)
		checkNames(t, l, b.Volume(i+1))
		text := l.allText()
		if !strings.Contains(text, b.Volumes[i].Words+"\n") || strings.Contains(text, "Việc đã làm") != (i == 0) {
			t.Errorf("volume %d is not as it should be", i+1)
		}
		if want := " – Tập " + arabic(i); !strings.HasSuffix(l.Meta.Title, want) {
			t.Errorf("volume %d is titled %q", i+1, l.Meta.Title)
		}
		names += len(b.Volumes[i].Index)
	}
	if names != 60 {
		t.Errorf("%d names in the volumes", names)
	}
	if l, _, err := Lay(ed, Options{Volume: 3, Fonts: testFonts(t)}); l != nil || err != nil {
		t.Error("a volume that is not there is laid", err)
	}
}

// TestCoverIsMarked: the cover's four sides are told apart from the book.
func TestCoverIsMarked(t *testing.T) {
	l := layout(t, 10)
	for i := range l.Pages {
		if l.Pages[i].Cover != (i < coverPages) {
			t.Errorf("page %d: cover %v", i+1, l.Pages[i].Cover)
		}
	}
	if len(l.Back) != 2 || !l.Back[0].Cover || !l.Back[1].Cover || l.Back[1].Master != coverMaster {
		t.Errorf("the back cover is %+v", l.Back)
	}
}
