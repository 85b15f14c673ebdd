package check

import (
	"fmt"
	"maps"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/source"
)

// twin resolves the base and gives its ledger and that of its English twin.
func twin(t *testing.T) (own *campaign.Ledger, in campaign.Twin) {
	tree, _, err := source.Read(files(archive(t, "testdata/base.txtar")))
	if err != nil {
		t.Fatal(err)
	}
	l, _, _ := Resolve(tree, Options{})
	if len(l.Twins) != 1 {
		t.Fatalf("%d twins", len(l.Twins))
	}
	return l, l.Twins[0]
}

// TestTwin: a twin speaks its language wherever data does, and its things know each other by it; the campaign itself is as it was.
func TestTwin(t *testing.T) {
	own, in := twin(t)
	l := in.Ledger
	c := &l.Campaign
	xa := l.Units[1]
	for what, is := range map[string][2]string{
		"language":             {in.Lang + " " + c.Lang, "en en"},
		"campaign":             {c.Name + "; " + c.ShortName + "; " + c.Theme, "Golden harvest emulation campaign; Golden harvest; Clean fields, clean houses, clean lanes"},
		"plan":                 {c.Plan.Issuer + "; " + c.Plan.Number + "; " + strings.Join(c.Plan.Bases, " | "), "People’s Committee of Mẫu District; 12/KH-UBND; Law on Emulation | Law on Commendation of 2003"},
		"signatory":            {c.Plan.Signatory.Office + " " + c.Plan.Signatory.Name, "Chairman Trần Văn Mẫu"},
		"event":                {c.Event.Word + ", " + c.Event.Place + ", " + c.Event.Programme, "Closing ceremony, House of Culture, chuong-trinh.md"},
		"contact":              {c.Contact.Name + " " + c.Contact.Email, "Office of Home Affairs noivu@mua-vang.example"},
		"area of a target":     {l.Targets[0].Area.Name + ": " + l.Targets[0].Area.Targets[0].Name, "Economy: Rice output"},
		"measure":              {l.Targets[0].Measure + ", " + l.Targets[0].MeasureOne, "tonnes, tonne"},
		"sign as measure":      {l.Targets[1].Measure + l.Targets[1].MeasureOne, "%"},
		"whole of a part":      {l.Targets[2].Whole.Name, "Households using clean water"},
		"formula":              {l.Targets[3].Results[0].Computed.Formula, "45 / 3,000"},
		"source of a result":   {l.Targets[0].Results[0].Source.Title + ", " + l.Targets[0].Official.Source.Publisher, "Report No. 12, Office of Agriculture"},
		"given target":         {xa.Assignments[0].Name + " " + xa.Assignments[0].Measure, "Share of poor households %"},
		"unit's own target":    {xa.Assignments[1].Name + " " + xa.Assignments[1].Measure + " " + xa.Assignments[1].MeasureOne, "Mô hình ở xã models model"},
		"unit":                 {xa.Name + " " + xa.Short + " " + l.Units[2].Parent.Name + " " + l.Units[0].Name, "Một Commune Một Một Commune Phòng Nội vụ"},
		"block":                {xa.Block.Name, "Block of communes"},
		"text":                 {l.Articles[1].File + " " + l.Articles[1].Title + ", " + l.Articles[0].File + " " + l.Articles[0].Title, "en/ke-hoach.md The plan, chuong-trinh.md Chương trình"},
		"words":                {fmt.Sprint(in.Words), "map[menu:Contents]"},
		"own name":             {own.Campaign.Name + ", " + own.Targets[0].Area.Name + ", " + own.Targets[0].Measure + own.Targets[0].MeasureOne, "Đợt thi đua mùa vàng, Kinh tế, tấn"},
		"own texts":            {fmt.Sprint(len(own.Articles), " ", own.Articles[1].File), "3 ke-hoach.md"},
		"awarded in Unit":      {l.Awards[0].Unit.Parent.Name, "Một Commune"},
		"unchanged attainment": {string(l.Targets[0].Attainment() + " " + own.Targets[0].Attainment()), "exceeded exceeded"},
	} {
		if is[0] != is[1] {
			t.Errorf("%s: %q, want %q", what, is[0], is[1])
		}
	}
}

// TestTwinHonours: what was awarded, to whom, for what and on which grounds is in no language but that of the decision.
func TestTwinHonours(t *testing.T) {
	own, in := twin(t)
	for _, l := range []*campaign.Ledger{own, in.Ledger} { // what surrounds an award is not looked at
		for _, a := range l.Awards {
			a.Unit, a.Area = nil, nil
		}
		for _, d := range l.Decisions {
			d.IssuerUnit = nil
		}
		for _, s := range l.Stories {
			s.Area = nil
		}
	}
	for what, same := range map[string]bool{
		"forms": reflect.DeepEqual(own.Forms, in.Ledger.Forms), "decisions": reflect.DeepEqual(own.Decisions, in.Ledger.Decisions),
		"awards": reflect.DeepEqual(own.Awards, in.Ledger.Awards), "stories": reflect.DeepEqual(own.Stories, in.Ledger.Stories),
		"corrections": reflect.DeepEqual(own.Corrections, in.Ledger.Corrections),
	} {
		if !same {
			t.Errorf("%s differ in the twin", what)
		}
	}
}

// TestRealTwin: the campaign of this repository is whole in English, and each text has the numbers and the days of its original.
func TestRealTwin(t *testing.T) {
	tree, problems, err := source.Read(os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	l, docs, more := Resolve(tree, Options{})
	problems.Append(more)
	for _, p := range problems.Sorted() {
		if strings.HasPrefix(p.Rule.ID, "translation-") || strings.HasPrefix(p.Place.File, "data/i18n/") || strings.HasPrefix(p.Place.File, "content/en/") || p.Rule.Severity == diag.Error {
			t.Errorf("%s %s: %s", p.Place, p.Rule.ID, p.Text)
		}
	}
	if len(l.Twins) != 1 || l.Twins[0].Lang != "en" || len(docs["en/ke-hoach.md"].Blocks) == 0 {
		t.Fatalf("%d twins", len(l.Twins))
	}
	compared := 0
	alike(reflect.ValueOf(*l), reflect.ValueOf(*l.Twins[0].Ledger), func(own, in string) {
		compared++
		if a, b := numbers(own), numbers(small.Replace(in)); !slices.Equal(a, b) {
			t.Errorf("%q has the numbers %v, %q has %v", own, a, in, b)
		}
	})
	if compared < 80 {
		t.Errorf("%d texts are translated", compared)
	}
	body := map[string][]string{}
	for _, a := range tree.Articles {
		body[a.File] = numbers(a.Body)
	}
	for _, file := range slices.Sorted(maps.Keys(body)) {
		if a, b := body[file], body["en/"+file]; b != nil && !slices.Equal(a, b) {
			t.Errorf("%s has the numbers\n%v, in English\n%v", file, a, b)
		}
	}
}

// alike gives the pairs of texts that differ in two values of one shape.
func alike(a, b reflect.Value, differ func(a, b string)) {
	seen := map[uintptr]bool{}
	var into func(a, b reflect.Value)
	into = func(a, b reflect.Value) {
		switch a.Kind() {
		case reflect.String:
			if a.String() != b.String() {
				differ(a.String(), b.String())
			}
		case reflect.Struct:
			for i := range a.NumField() {
				if name := a.Type().Field(i).Name; name != "Twins" && name != "Zone" && name != "AsOf" {
					into(a.Field(i), b.Field(i))
				}
			}
		case reflect.Pointer:
			if !a.IsNil() && !seen[a.Pointer()] {
				seen[a.Pointer()] = true
				into(a.Elem(), b.Elem())
			}
		case reflect.Slice:
			for i := range a.Len() {
				into(a.Index(i), b.Index(i))
			}
		}
	}
	into(a, b)
}

var (
	spelled = strings.NewReplacer("January", "1", "March", "3", "April", "4", "May 2", "5 2", "August", "8", "September", "9", "October", "10",
		"November", "11", "December", "12", "12th", "XII", "February", "2")
	small  = strings.NewReplacer("five", "5", "four", "4")
	digits = regexp.MustCompile(`[0-9]+(?:[.,][0-9]+)*`)
)

// numbers are those of a text, sorted, each once, however it groups their digits and whether or not it spells months.
func numbers(text string) []string {
	found := digits.FindAllString(spelled.Replace(text), -1)
	for i, n := range found {
		found[i] = strings.TrimLeft(strings.NewReplacer(".", "", ",", "").Replace(n), "0")
	}
	slices.Sort(found)
	return slices.Compact(found)
}
