package build_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"bangvang/internal/edition"
	"bangvang/internal/viet"
)

// TestFacets: everybody on the roll stands in exactly the lists of their form, kind, group, area, block and letter, once in each, on
// pages that tell how many; and the live filter knows the same.
func TestFacets(t *testing.T) {
	for _, m := range []*made{theReal(t), theSecond(t)} {
		ed := m.result.Edition
		lists := map[edition.Path]map[string]int{}
		for _, p := range ed.Pages {
			if body, ok := p.Body.(*edition.RollPage); ok {
				base, _, _ := strings.Cut(string(p.Path)+"\n", "/trang/")
				base = strings.TrimSuffix(strings.TrimSuffix(base, "\n"), "/") + "/"
				collect(lists, edition.Path(base), body)
			}
		}
		want := map[edition.Path]map[string]int{"/vinh-danh/": {}}
		for _, l := range ed.Roll.Lines {
			for _, p := range append(belongs(l.Award), "/vinh-danh/") {
				if want[p] == nil {
					want[p] = map[string]int{}
				}
				want[p][l.Award.ID]++
			}
		}
		for p := range want {
			if !maps.Equal(lists[p], want[p]) {
				t.Errorf("%s lists %v, not %v", p, slices.Sorted(maps.Keys(lists[p])), slices.Sorted(maps.Keys(want[p])))
			}
		}
		for p := range lists {
			if want[p] == nil {
				t.Errorf("%s is a list of nobody", p)
			}
		}
		counts(t, ed, want)
		filterData(t, m)
	}
}

func collect(lists map[edition.Path]map[string]int, base edition.Path, body *edition.RollPage) {
	if lists[base] == nil {
		lists[base] = map[string]int{}
	}
	for _, g := range body.Groups {
		for _, a := range g.Awards {
			lists[base][a.ID]++
		}
	}
}

// belongs are the lists in which an award must stand, told from its page alone.
func belongs(a *edition.Award) []edition.Path {
	out := []edition.Path{a.Decision.Form.Path, "/vinh-danh/doi-tuong/" + edition.Path(viet.Slug(a.KindWords)) + "/"}
	if a.Group != "" {
		out = append(out, "/vinh-danh/nhom/"+edition.Path(viet.Slug(a.Group))+"/")
	}
	if a.Area.Path != "" {
		out = append(out, "/vinh-danh"+a.Area.Path)
	}
	if a.Block.Path != "" {
		out = append(out, "/vinh-danh"+a.Block.Path)
	}
	if a.Letter != "" {
		out = append(out, "/vinh-danh/van/"+edition.Path(viet.LetterSlug(a.Letter))+"/")
	}
	return out
}

// counts holds what the facets' options tell to the lists.
func counts(t *testing.T, ed *edition.Edition, want map[edition.Path]map[string]int) {
	t.Helper()
	for n, f := range ed.Roll.Facets {
		of := make([]int, len(f.Options))
		for _, l := range ed.Roll.Lines {
			if l.Of[n] >= 0 {
				of[l.Of[n]]++
			}
		}
		for i, o := range f.Options {
			if o.Count != viet.FormatInt(int64(of[i])) || of[i] == 0 {
				t.Errorf("%s: %s tells of %s, %d are in it", f.Key, o.Words, o.Count, of[i])
			}
			if list, ok := want[o.Path]; ok && len(list) != of[i] {
				t.Errorf("%s: %s has %d, its list %d", f.Key, o.Words, of[i], len(list))
			}
		}
	}
}

// filterData reads what the browser reads.
func filterData(t *testing.T, m *made) {
	t.Helper()
	js := string(m.files["vinh-danh/danh-sach.js"])
	text, ok := strings.CutPrefix(js, "bangvangRoll(")
	text, end := strings.CutSuffix(text, ");\n")
	var head struct {
		Total    int
		Prefixes []string
		Part     struct {
			Names, Paths string
			Prefix       []int
			ByName       []int32
			Of           [][]int32
			Citation     []int
		}
	}
	if err := json.Unmarshal([]byte(text), &head); err != nil || !ok || !end {
		t.Fatalf("danh-sach.js is not what the browser reads: %v", err)
	}
	lines := m.result.Edition.Roll.Lines
	names, paths := strings.Split(head.Part.Names, "\n"), strings.Split(head.Part.Paths, "\n")
	if head.Total != len(lines) || len(names) != len(lines) || len(paths) != len(lines) {
		t.Fatalf("%d names, %d addresses of %d", len(names), len(paths), len(lines))
	}
	ranks := slices.Sorted(slices.Values(head.Part.ByName))
	for i, l := range lines {
		if names[i] != l.Award.Name || "/"+head.Prefixes[head.Part.Prefix[i]]+paths[i] != string(l.Award.Path) || int(ranks[i]) != i {
			t.Errorf("line %d is %s at %s, not %s", i, names[i], paths[i], l.Award.Name)
		}
		for f, o := range l.Of {
			if head.Part.Of[f][i] != o {
				t.Errorf("line %d: facet %d is %d, not %d", i, f, head.Part.Of[f][i], o)
			}
		}
	}
}
