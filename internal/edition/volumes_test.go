package edition

import (
	"strconv"
	"testing"
)

// TestVolumes: a long roll is divided between units into books of about the same length, nobody lost or doubled, each with its own index; what
// a unit stands under is repeated.
func TestVolumes(t *testing.T) {
	b := &Booklet{PDF: pdfPath, Foreword: &Article{}, Words: BookletWords{Roll: "Vinh danh"}}
	for f := range 2 {
		form := RollForm{ID: strconv.Itoa(f), Name: "Hình thức"}
		d := RollDecision{DecisionRef: &DecisionRef{ID: "qd-" + strconv.Itoa(f)}, Blocks: []RollBlock{{Name: "Khối 1"}, {Name: "Khối 2"}}}
		for n := range 700 {
			u := RollUnit{Name: strconv.Itoa(n), Groups: []RollGroup{{}}}
			for range 1 + n%31 {
				a := &Award{ID: strconv.Itoa(len(b.Index))}
				u.Groups[0].Awards = append(u.Groups[0].Awards, a)
				b.Index = append(b.Index, a)
			}
			k := &d.Blocks[n/350]
			k.Units = append(k.Units, u)
		}
		form.Decisions = append(form.Decisions, d)
		b.Roll = append(b.Roll, form)
	}
	b.Volumes = volumes(b)
	if len(b.Volumes) != 3 {
		t.Fatalf("%d awards in %d volumes", len(b.Index), len(b.Volumes))
	}
	seen := map[string]bool{}
	for i, v := range b.Volumes {
		if n := rolled(v.Roll); n > volumeMost || n < volumeMost/2 {
			t.Errorf("%s has %d awards", v.Words, n)
		}
		own := map[*Award]bool{}
		for _, f := range v.Roll {
			for _, d := range f.Decisions {
				for _, k := range d.Blocks {
					if k.Name == "" || len(k.Units) == 0 {
						t.Errorf("%s: block %q has %d units", v.Words, k.Name, len(k.Units))
					}
					for _, u := range k.Units {
						for _, a := range u.Groups[0].Awards {
							if seen[a.ID] {
								t.Errorf("%s stands twice", a.ID)
							}
							seen[a.ID], own[a] = true, true
						}
					}
				}
			}
		}
		for _, e := range v.Index {
			if !own[e] {
				t.Errorf("%s: the index has %s, the roll does not", v.Words, e.ID)
			}
		}
		if len(v.Index) != len(own) {
			t.Errorf("%s: %d in the roll, %d in the index", v.Words, len(own), len(v.Index))
		}
		one := b.Volume(i + 1)
		if one.Cover.Volume != "Tập "+strconv.Itoa(i+1) || (one.Foreword != nil) != (i == 0) || len(one.Index) != len(v.Index) {
			t.Errorf("volume %d is %+v", i+1, one.Cover)
		}
	}
	if len(seen) != len(b.Index) {
		t.Errorf("%d of %d stand in a volume", len(seen), len(b.Index))
	}
	page := bookletPage(b)
	if len(page.Volumes) != 2 || page.PDF.Words != "Tải kỷ yếu, Tập 1 (PDF, khổ A5)" || page.Volumes[1].Path != b.Volumes[2].PDF {
		t.Errorf("the page offers %+v and %+v", page.PDF, page.Volumes)
	}
	if got := b.Volumes[1].PDF; got != "/ky-yeu/ky-yeu-tap-2.pdf" || b.Volumes[0].PDF != pdfPath {
		t.Errorf("the volumes lie at %s and %s", b.Volumes[0].PDF, got)
	}
	if b.Index = b.Index[:volumeMost]; volumes(b) != nil {
		t.Error("a roll that fits one book is divided")
	}
}
