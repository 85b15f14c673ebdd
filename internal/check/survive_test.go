package check

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"bangvang/internal/source"
)

// TestSurvives breaks the base at every line in several ways, one at a time: whatever is wrong, all of it is told and nothing panics,
// and what is told is told the same twice.
func TestSurvives(t *testing.T) {
	long(t)
	base := files(archive(t, "testdata/base.txtar"))
	ways := map[string]func(line string) string{
		"drop":  func(string) string { return "" },
		"empty": func(line string) string { k, _, _ := strings.Cut(line, ": "); return k + ":\n" },
		"junk":  func(line string) string { k, _, _ := strings.Cut(line, ": "); return k + ": ??? ở đâu\n" },
		"list":  func(line string) string { k, _, _ := strings.Cut(line, ": "); return k + ": [1, {a: b}]\n" },
		"twice": func(line string) string { return line + line },
	}
	for name, f := range base {
		lines := bytes.SplitAfter(f.Data, []byte("\n"))
		for i, line := range lines {
			for way, bend := range ways {
				if strings.HasPrefix(name, "content/") && way != "drop" && way != "junk" {
					continue
				}
				bent := bytes.Join(append(append(append([][]byte{}, lines[:i]...), []byte(bend(string(line)))), lines[i+1:]...), nil)
				fsys := fstest.MapFS{}
				for n, g := range base {
					fsys[n] = g
				}
				fsys[name] = &fstest.MapFile{Data: bent}
				func() {
					defer func() {
						if p := recover(); p != nil {
							t.Fatalf("%s:%d %s: %v\n%s", name, i+1, way, p, bent)
						}
					}()
					got, _ := run(fsys, "")
					if i%7 != 0 {
						return
					}
					if again, _ := run(fsys, ""); again != got {
						t.Errorf("%s:%d %s: not the same twice", name, i+1, way)
					}
				}()
			}
		}
	}
}

// TestPointers: what the type comments of campaign promise of a ledger.
func TestPointers(t *testing.T) {
	tree, _, err := source.Read(files(archive(t, "testdata/base.txtar")))
	if err != nil {
		t.Fatal(err)
	}
	l, docs, _ := Resolve(tree, Options{})
	ids := func(n int, id func(int) string) string {
		var out []string
		for i := range n {
			out = append(out, id(i))
		}
		return strings.Join(out, " ")
	}
	xa := l.Units[1]
	d := l.Decisions[0]
	for what, is := range map[string][2]string{
		"units in order":       {ids(len(l.Units), func(i int) string { return l.Units[i].ID }), "phong-noi-vu xa-mot ap-dong"},
		"forms by rank":        {ids(len(l.Forms), func(i int) string { return l.Forms[i].ID }), "lao-dong-tien-tien giay-khen"},
		"children":             {ids(len(xa.Children), func(i int) string { return xa.Children[i].ID }), "ap-dong"},
		"block":                {l.Blocks[0].Lead.ID + " " + xa.Block.Units[0].ID, "xa-mot xa-mot"},
		"area's targets":       {ids(len(l.Areas[1].Targets), func(i int) string { return l.Areas[1].Targets[i].ID }), "nuoc-sach nuoc-sach-ap"},
		"parts":                {l.Targets[1].Parts[0].ID + " of " + l.Targets[2].Whole.ID, "nuoc-sach-ap of nuoc-sach"},
		"goal":                 {fmt.Sprint(l.Targets[3].Goal.Kind, " ", l.Targets[3].Goal.To), "at_most 1.55"},
		"official":             {fmt.Sprint(l.Targets[0].Official.Goal.From, " ", l.Targets[0].Official.Goal.To, " ", l.Targets[0].Official.Source.ID), "1100 1200 bao-cao-12"},
		"result":               {fmt.Sprint(l.Targets[0].Results[0].Value, " ", l.Targets[0].Results[0].Qualifier), "1210.5 above"},
		"assigned result":      {fmt.Sprint(xa.Assignments[1].Results[0].Value), "2"},
		"assignment's measure": {xa.Assignments[0].Name + " " + xa.Assignments[0].Measure, "Tỷ lệ hộ nghèo %"},
		"awards by number":     {ids(len(d.Awards), func(i int) string { return d.Awards[i].ID }), "giay-khen-1-001 giay-khen-1-002 giay-khen-1-003 giay-khen-1-004"},
		"all awards":           {fmt.Sprint(len(l.Awards), " ", l.Awards[4].ID), "5 giay-khen-2-001"},
		"unit's awards":        {ids(len(xa.Awards), func(i int) string { return xa.Awards[i].ID }), "giay-khen-1-003 giay-khen-1-004"},
		"publication":          {d.PublishAt.UTC().String(), "2018-10-02 01:00:00 +0000 UTC"},
		"clock":                {l.Campaign.AsOf.Format("15:04 -07:00"), "08:00 +07:00"},
		"story":                {l.Stories[0].Award.Name, "Nguyễn Minh Họa"},
		"base":                 {l.Campaign.BaseURL, "https://mua-vang.example/"},
		"documents":            {fmt.Sprint(len(docs), " ", len(docs["ke-hoach.md"].Blocks), " ", docs["noi-dung/kinh-te.md"].File), "6 3 content/noi-dung/kinh-te.md"},
	} {
		if is[0] != is[1] {
			t.Errorf("%s: %s, want %s", what, is[0], is[1])
		}
	}
}

// TestAsOf: the flag wins over the data, and needs none in the data.
func TestAsOf(t *testing.T) {
	fsys := files(archive(t, "testdata/base.txtar"))
	fsys["data/campaign.yaml"].Data = bytes.Replace(fsys["data/campaign.yaml"].Data, []byte("as_of: 2018-12-31T08:00:00+07:00\n"), nil, 1)
	tree, _, _ := source.Read(fsys)
	l, _, problems := Resolve(tree, Options{AsOf: "2018-11-30T17:00:00Z"})
	if got := l.Campaign.AsOf.Format("2006-01-02T15:04"); got != "2018-12-01T00:00" || problems.Failed(true) {
		t.Error(got, problems.Sorted())
	}
}

// long marks a test that .ci/test runs: with all of them go test alone would take more than its two minutes.
func long(t *testing.T) {
	t.Helper()
	if os.Getenv("CI") == "" {
		t.Skip("long: CI=true runs it")
	}
}
