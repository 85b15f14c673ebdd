package campaign

import (
	"fmt"
	"reflect"
	"testing"
	"time"
)

// whole is a ledger in which every list and every pointer leads somewhere.
func whole() *Ledger {
	from := &Source{ID: "bao-cao"}
	one := Decimal{Unscaled: 1}
	area := &Area{ID: "kinh-te", Letter: "a"}
	block := &Block{ID: "khoi-xa"}
	up := &Unit{ID: "huyen", Aliases: []string{"H."}, Order: &one, Source: from}
	down := &Unit{ID: "xa", Parent: up, Block: block}
	up.Children, block.Lead, block.Units = []*Unit{down}, down, []*Unit{down}
	big := &Target{ID: "nuoc", Area: area, Goal: Goal{Kind: AtLeast, From: one}, Official: &Official{Source: from},
		Baseline: &Baseline{Source: from, Computed: &Computed{Formula: "1 + 1", From: from}},
		Results:  []*Result{{Value: one, Source: from, Computed: &Computed{From: from}}}}
	small := &Target{ID: "nuoc-do-thi", Area: area, Whole: big, Goal: Goal{Kind: AtMost, To: one}}
	big.Parts, area.Targets = []*Target{small}, []*Target{big, small}
	given := &Assignment{ID: "xa-nuoc", Unit: down, Target: big, Results: []*Result{{Source: from}}}
	done := &Achievement{ID: "duong-hoa", Unit: down, Area: area, Target: big, Value: &one, Source: from}
	down.Assignments, down.Achievements = []*Assignment{given}, []*Achievement{done}
	form := &Form{ID: "giay-khen"}
	decision := &Decision{ID: "so-1", Form: form, IssuerUnit: up, Bases: []string{"Luật"}, Revoked: &Revocation{Reason: "nhầm"}}
	award := &Award{ID: "so-1-001", Decision: decision, Unit: down, Area: area, Photo: &Photo{}, Minor: &Minor{}, Withdrawn: &Withdrawal{}}
	decision.Awards, down.Awards = []*Award{award}, []*Award{award}
	story := &Story{ID: "chuyen", Award: award, Area: area, Photo: &Photo{}}
	return &Ledger{
		Campaign: Campaign{Name: "Đợt thi đua", Zone: time.UTC, Plan: Plan{Bases: []string{"Luật"}}},
		Areas:    []*Area{area}, Sources: []*Source{from}, Targets: []*Target{big, small}, Blocks: []*Block{block}, Units: []*Unit{up, down},
		Forms: []*Form{form}, Decisions: []*Decision{decision}, Assignments: []*Assignment{given}, Achievements: []*Achievement{done},
		Awards: []*Award{award}, Stories: []*Story{story},
		Corrections: []*Correction{{Was: "1", Target: big, Decision: decision, Award: award, Unit: down, Story: story}}, Articles: []*Article{{File: "ke-hoach.md"}},
		Promises: []Promise{{Address: "/"}}, Approvals: []Approval{{By: "Trần Văn Mẫu"}}, Moves: []*Move{{From: "/a/", Withdrawn: &Farewell{Reason: "nhầm"}}},
		Certificates: []*Certificate{{Form: form, Kinds: []AwardKind{Individual}, Fields: []CertificateField{{Name: "Tên", Text: Wording{{Slot: "name"}}}}}},
		Ceremony:     Ceremony{Order: []AwardKind{Individual}, Decisions: []*Decision{decision}, Readings: []Reading{{"Q.", "quận"}}, Guests: []Guest{{Name: "Khách"}}},
		Twins:        []Twin{{Lang: "en", Ledger: &Ledger{}, Words: map[string]string{"menu": "Contents"}}},
	}
}

// TestWhole holds whole to what it says, so that no field added later is left out of TestCopy.
func TestWhole(t *testing.T) {
	filled := map[string]bool{}
	walk(reflect.ValueOf(whole()), map[uintptr]bool{}, func(path string, v reflect.Value) {
		filled[path] = filled[path] || !v.IsNil()
	})
	if len(filled) < 50 {
		t.Errorf("%d lists and pointers seen", len(filled))
	}
	for path, ok := range filled {
		if !ok {
			t.Errorf("%s is empty everywhere", path)
		}
	}
}

// TestCopy: the copy is the same in all but its Twins, and no pointer, list or map of it is one of the first's.
func TestCopy(t *testing.T) {
	first := whole()
	copied := first.Copy()
	if copied.Twins != nil {
		t.Error("a copy has twins")
	}
	mine := map[uintptr]string{}
	walk(reflect.ValueOf(first), map[uintptr]bool{}, func(path string, v reflect.Value) { mine[v.Pointer()] = path })
	walk(reflect.ValueOf(copied), map[uintptr]bool{}, func(path string, v reflect.Value) {
		if at, ok := mine[v.Pointer()]; ok && !v.IsNil() {
			t.Errorf("%s leads into the first ledger, to its %s", path, at)
		}
	})
	first.Twins = nil
	if !reflect.DeepEqual(first, copied) {
		t.Error("the copy says something else")
	}
	for i, g := range first.Targets {
		if g.Attainment() != copied.Targets[i].Attainment() {
			t.Errorf("%s: %s, in the copy %s", g.ID, g.Attainment(), copied.Targets[i].Attainment())
		}
	}
	if !reflect.DeepEqual(new(Ledger).Copy(), new(Ledger)) {
		t.Error("a copy of nothing is something")
	}
}

// walk goes through all lists, maps and pointers but those of other packages, each named by the field that holds it.
func walk(v reflect.Value, seen map[uintptr]bool, see func(path string, v reflect.Value)) {
	var into func(path string, v reflect.Value)
	into = func(path string, v reflect.Value) {
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				if f := v.Type().Field(i); f.IsExported() {
					into(v.Type().Name()+"."+f.Name, v.Field(i))
				}
			}
		case reflect.Pointer:
			if v.Type() == reflect.TypeFor[*time.Location]() {
				return
			}
			see(path, v)
			if !v.IsNil() && !seen[v.Pointer()] {
				seen[v.Pointer()] = true
				into(path, v.Elem())
			}
		case reflect.Slice:
			see(path, v)
			for i := range v.Len() {
				into(fmt.Sprint(path, "[]"), v.Index(i))
			}
		case reflect.Map:
			see(path, v)
		}
	}
	into("Ledger", v)
}
