package booklet

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// awkward makes the n-th of the names, offices, units and citations that are hardest to set.
func awkward(n int) (name, position, unit, citation string) {
	syllables := strings.Fields("Nguyễn Phượng Thưởng Khuỷu Nghiêng Quỳnh Trường Đượm")
	for i := range 2 + n%7 {
		name += syllables[(n+i*3)%len(syllables)] + " "
	}
	name = strings.TrimSpace(name)
	switch n % 5 {
	case 0:
		position = strings.TrimSpace(strings.Repeat("Phó Trưởng phòng phụ trách ", n%6))
	case 1:
		citation = strings.TrimSpace(strings.Repeat("vận động 1,2 tỷ đồng, đưa 02 xã về đích; ", n%23))
	case 2:
		unit = "Trung tâm " + strings.TrimSpace(strings.Repeat("Kiểm soát và Phòng ngừa ", n%5))
	case 3:
		name = name + "–" + strings.ReplaceAll(name, " ", "–") // no place to break
	case 4:
		citation = "https://thidua.example.vn/" + strings.Repeat("vinh-danh/", n%9)
	}
	return name, position, unit, citation
}

// TestTwentyThousand: with 20,000 awardees, among them every kind of awkward one, nothing overlaps or leaves its area, and each stands once in
// the roll and once in the index, which names the page.
func TestTwentyThousand(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	ed := synthetic(20000)
	for i, e := range ed.Booklet.Index {
		if i%40 != 0 {
			continue
		}
		name, position, unit, citation := awkward(i)
		name += " " + e.Name // still a name of its own
		e.Name = name
		e.Position, e.Citation = position, citation
		if unit != "" {
			e.Unit.Words = unit
		}
	}
	l := laidWith(t, ed, Options{})
	checkPages(t, l)
	roll, index := l.wholeNames(t)
	for _, e := range ed.Booklet.Index {
		key := strings.ReplaceAll(e.Name, " ", "")
		at := l.Pages[l.Anchors[awardAnchor(e)].Page].Label
		if roll[key] != at {
			t.Errorf("%s stands in the roll on page %q, its anchor on %s", e.Name, roll[key], at)
		}
		if index[key] != 1 {
			t.Errorf("%s stands in the index %d times", e.Name, index[key])
		}
	}
	if len(roll) != len(ed.Booklet.Index) || len(index) != len(ed.Booklet.Index) {
		t.Errorf("%d names in the roll, %d in the index, %d awardees", len(roll), len(index), len(ed.Booklet.Index))
	}
	checkNumbers(t, l)
}

// wholeNames joins the lines of names again: of the roll with their page, of the index with how often they stand there. Spaces are left out,
// since a line may have been broken inside a word.
func (l *Layout) wholeNames(t *testing.T) (roll map[string]string, index map[string]int) {
	t.Helper()
	roll, index = map[string]string{}, map[string]int{}
	parts, pages := map[int32]string{}, map[int32]string{}
	var order []int32
	entries := map[int32]bool{}
	for i := range l.Pages {
		for k := range l.Pages[i].Ops {
			o := &l.Pages[i].Ops[k]
			name := o.Tag == TagListText && o.Face == Bold && o.Size == nameSize
			entry := o.Tag == TagEntry && o.Face == Regular && o.Size == 9 && strings.Trim(o.Text, "0123456789") != ""
			if o.Kind != OpText || o.Role != Content || !name && !entry {
				continue
			}
			if _, begun := parts[o.Block]; !begun {
				order = append(order, o.Block)
				pages[o.Block], entries[o.Block] = l.Pages[i].Label, entry
			}
			parts[o.Block] += strings.ReplaceAll(o.Text, " ", "")
		}
	}
	for _, b := range order {
		if entries[b] {
			index[parts[b]]++
			continue
		}
		if at, twice := roll[parts[b]]; twice {
			t.Errorf("%s stands in the roll on %s and %s", parts[b], at, pages[b])
		}
		roll[parts[b]] = pages[b]
	}
	return roll, index
}

// TestNamesAreRead: a reader of PDF that is not ours finds every name once before the index and once in it.
func TestNamesAreRead(t *testing.T) {
	long(t)
	const awardees = 800
	l := layout(t, awardees)
	name := filepath.Join(t.TempDir(), "ky-yeu.pdf")
	if err := os.WriteFile(name, written(t, l), 0o644); err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(tool(t, "pdftotext", "-enc", "UTF-8", "-raw", name, "-"), "\f")
	from := l.Anchors["muc-luc-ten"].Page
	closed := func(pages []string) string { return strings.Join(strings.Fields(strings.Join(pages, " ")), " ") }
	roll, index := closed(pages[:from]), closed(pages[from:])
	for _, e := range synthetic(awardees).Booklet.Index {
		if a, b := strings.Count(roll, e.Name), strings.Count(index, e.Name); a != 1 || b != 1 {
			t.Errorf("%s is read %d times in the roll and %d in the index", e.Name, a, b)
		}
	}
}
