package intake

import (
	"bytes"
	"encoding/csv"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/tools/txtar"

	"bangvang/internal/diag"
	"bangvang/internal/workbook"
)

// elsewhere are rules that no file alone breaks, and the tests that hold them.
var elsewhere = map[string]string{
	"cell-differs":   "workbook.TestDiffers: the two readers would have to disagree",
	"import-changed": "TestChangedWhileRead: another program would have to write meanwhile",
}

// TestRules runs testdata/rules: lists that are imported one run after another ("1/a.csv", "2/a.xlsx!Sheet", its cells as CSV), over the base data
// and what the case has beside it, and what the last run says. Every rule has a case there or in the corpus.
func TestRules(t *testing.T) {
	covered := maps.Clone(elsewhere)
	goldens, _ := filepath.Glob("testdata/corpus/*.golden")
	for _, g := range goldens {
		b, err := os.ReadFile(g)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?:lỗi|cảnh báo) \[([a-z-]+)\]`).FindAllStringSubmatch(string(b), -1) {
			covered[m[1]] = g
		}
	}
	cases, _ := filepath.Glob("testdata/rules/*.txtar")
	for _, c := range cases {
		rule := strings.TrimSuffix(filepath.Base(c), ".txtar")
		covered[rule] = c
		t.Run(rule, func(t *testing.T) { ruleCase(t, c, rule) })
	}
	for _, r := range slices.Concat(Rules, workbook.Rules) {
		if covered[r.ID] == "" {
			t.Errorf("rule %s has no case", r.ID)
		}
	}
}

func ruleCase(t *testing.T, path, rule string) {
	a, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var data []txtar.File
	runs := map[string]map[string][]byte{}
	books := map[string]*excelize.File{}
	want, at := "", -1
	for i, f := range a.Files {
		run, name, isRun := strings.Cut(f.Name, "/")
		name, sheet, isBook := strings.Cut(name, "!")
		switch {
		case f.Name == "problems":
			want, at = string(f.Data), i
		case !isRun || run == "data":
			data = append(data, f)
		case isBook:
			key := run + "/" + name
			if books[key] == nil {
				books[key] = excelize.NewFile()
				books[key].SetSheetName("Sheet1", sheet)
			}
			fillSheet(t, books[key], sheet, f.Data)
			var b bytes.Buffer
			if err := books[key].Write(&b); err != nil {
				t.Fatal(err)
			}
			f.Data = b.Bytes()
			fallthrough
		default:
			if runs[run] == nil {
				runs[run] = map[string][]byte{}
			}
			runs[run][name] = f.Data
		}
	}
	dir := campaignIn(t, data...)
	var list diag.List
	got := ""
	for _, run := range slices.Sorted(maps.Keys(runs)) {
		o := Order{Source: dir, Decision: "bk-01"}
		for _, name := range slices.Sorted(maps.Keys(runs[run])) {
			put(t, filepath.Join(dir, "nhan", name), runs[run][name])
			o.Files = append(o.Files, filepath.Join(dir, "nhan", name))
		}
		var out *Outcome
		out, got = imported(t, o)
		list = out.Problems
	}
	if *update {
		if at < 0 {
			a.Files, at = append(a.Files, txtar.File{Name: "problems"}), len(a.Files)
		}
		a.Files[at].Data = []byte(got)
		put(t, path, txtar.Format(a))
	} else if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if !slices.ContainsFunc(list.Sorted(), func(p diag.Problem) bool { return p.Rule.ID == rule }) {
		t.Error("the case does not break its rule")
	}
}

// fillSheet writes CSV text into a sheet.
func fillSheet(t *testing.T, f *excelize.File, sheet string, text []byte) {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(text))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.NewSheet(sheet); err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		for j, text := range row {
			at, _ := excelize.CoordinatesToCellName(j+1, i+1)
			if text != "" {
				f.SetCellStr(sheet, at, text)
			}
		}
	}
}
