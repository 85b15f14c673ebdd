package build_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const dataFolder = "du-lieu/v1/"

// offered is a data set as index.json lists it.
type offered struct {
	ID, Title string
	Whole     bool
	Rows      int
	Columns   []struct{ Key, Title, Type string }
}

func offeredBy(t *testing.T, m *made) []offered {
	t.Helper()
	var index struct{ Datasets []offered }
	if err := json.Unmarshal(m.files[dataFolder+"index.json"], &index); err != nil || len(index.Datasets) < 10 {
		t.Fatalf("%d data sets, %v", len(index.Datasets), err)
	}
	return index.Datasets
}

// TestWorkbooks opens workbooks with LibreOffice and compares every cell of every sheet with the CSV files of its table.
func TestWorkbooks(t *testing.T) {
	long(t)
	in, out := t.TempDir(), t.TempDir()
	type look struct {
		m     *made
		set   offered
		shown string // what LibreOffice makes of the sheet
	}
	var looks []look
	args := []string{"-env:UserInstallation=file://" + filepath.Join(in, "profile"), "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1", "--outdir", out}
	put := func(m *made, name, as string) {
		at := filepath.Join(in, as+".xlsx")
		if err := os.WriteFile(at, m.files[dataFolder+name], 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, at)
	}
	for i, m := range []*made{theReal(t), theSecond(t), theAwkward(t)} {
		as := fmt.Sprint("toan-bo-", i)
		put(m, "toan-bo.xlsx", as)
		pages := 0
		for _, set := range offeredBy(t, m) {
			if set.Whole {
				looks = append(looks, look{m, set, as + "-" + set.Title + ".csv"})
			} else if i == 0 && pages%6 == 0 { // a few targets, a decision
				name := strings.ReplaceAll(set.ID, "/", "-")
				put(m, set.ID+".xlsx", name)
				sheet := "Kết quả"
				if strings.HasPrefix(set.ID, "quyet-dinh/") {
					sheet = "Vinh danh"
				}
				looks = append(looks, look{m, set, name + "-" + sheet + ".csv"})
			}
			if !set.Whole {
				pages++
			}
		}
	}
	run(t, "soffice", args...)
	cells := 0
	for _, l := range looks {
		b, err := os.ReadFile(filepath.Join(out, l.shown))
		if err != nil {
			t.Error(err)
			continue
		}
		cells += sameCells(t, l.shown, b, l.m, l.set)
	}
	if cells < 5_000 {
		t.Errorf("%d cells compared", cells)
	}
	notes, err := filepath.Glob(filepath.Join(out, "*-Ghi chú.csv"))
	if err != nil || len(notes) != len(args)-6 {
		t.Errorf("%d sheets of notes in %d workbooks, %v", len(notes), len(args)-6, err)
	}
}

// sameCells compares what a spreadsheet shows with the table's values and words, and counts the cells.
func sameCells(t *testing.T, name string, shown []byte, m *made, set offered) int {
	t.Helper()
	got, err := csv.NewReader(bytes.NewReader(shown)).ReadAll()
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return 0
	}
	values, words := readCSV(t, set.ID+".csv", m.files[dataFolder+set.ID+".csv"]), readCSV(t, set.ID+".excel.csv", m.files[dataFolder+set.ID+".excel.csv"])
	if len(got) != len(values) || len(got) != set.Rows+1 {
		t.Errorf("%s: %d rows, in CSV %d", name, len(got), len(values))
		return 0
	}
	for i, row := range got {
		for j, cell := range row {
			want := words[i][j]
			cell = strings.Join(strings.Fields(cell), " ")
			switch kind := set.Columns[j].Type; {
			case i == 0:
			case kind == "number", kind == "integer":
				cell, want = strings.ReplaceAll(cell, ",", ""), values[i][j]
			case kind == "date":
				parts := strings.Split(values[i][j], "-")
				slices.Reverse(parts)
				want = strings.Join(parts, "/")
			}
			if cell != want {
				t.Errorf("%s: row %d, %s: shown %q, want %q", name, i, set.Columns[j].Key, cell, want)
			}
		}
	}
	return len(got) * len(got[0])
}

// TestOnlyTheColumns: the keys of the catalogue are the keys of every form of a data set, in their order, and no other field is anywhere.
func TestOnlyTheColumns(t *testing.T) {
	for _, m := range []*made{theReal(t), theSecond(t), theAwkward(t)} {
		var pack struct {
			Resources []struct {
				Name   string
				Schema struct{ Fields []struct{ Name string } }
			}
		}
		if err := json.Unmarshal(m.files[dataFolder+"datapackage.json"], &pack); err != nil {
			t.Fatal(err)
		}
		packed := map[string][]string{}
		for _, r := range pack.Resources {
			for _, f := range r.Schema.Fields {
				packed[r.Name] = append(packed[r.Name], f.Name)
			}
		}
		for _, set := range offeredBy(t, m) {
			var keys []string
			for _, c := range set.Columns {
				keys = append(keys, c.Key)
			}
			forms := map[string][]string{"CSV": readCSV(t, set.ID+".csv", m.files[dataFolder+set.ID+".csv"])[0], "JSON": keysIn(t, m.files[dataFolder+set.ID+".json"], keys)}
			if set.Whole {
				forms["datapackage.json"] = packed[set.ID]
			}
			for form, got := range forms {
				if !slices.Equal(got, keys) {
					t.Errorf("%s: %s has %q, index.json %q", set.ID, form, got, keys)
				}
			}
		}
	}
}

// keysIn are the keys of all records of a JSON file: want, if each has these in this order.
func keysIn(t *testing.T, b []byte, want []string) []string {
	t.Helper()
	var file struct{ Records []json.RawMessage }
	if err := json.Unmarshal(b, &file); err != nil {
		t.Fatal(err)
	}
	for _, r := range file.Records {
		d := json.NewDecoder(bytes.NewReader(r))
		var keys []string
		for depth, key := 0, true; ; {
			token, err := d.Token()
			if err != nil {
				break
			}
			if delim, ok := token.(json.Delim); ok {
				depth += map[json.Delim]int{'{': 1, '}': -1}[delim]
				continue
			}
			if key {
				keys = append(keys, token.(string))
			}
			key = !key
		}
		if !slices.Equal(keys, want) {
			return keys
		}
	}
	return want
}

// TestPacked: what is packed is what lies beside it, no workbook hides or runs anything, and the sums are of all files.
func TestPacked(t *testing.T) {
	for _, m := range []*made{theReal(t), theAwkward(t)} {
		folder := filepath.Join(m.out, filepath.FromSlash(dataFolder))
		sums := string(m.files[dataFolder+"SHA256SUMS"])
		if out := run(t, "sh", "-c", `cd "$1" && sha256sum --strict -c SHA256SUMS`, "sh", folder); strings.Count(out, ": OK\n") != strings.Count(sums, "\n") {
			t.Errorf("sha256sum says %s", out)
		}
		named := false
		for name, b := range m.files {
			inside, ok := strings.CutPrefix(name, dataFolder)
			if ok && inside != "SHA256SUMS" && !strings.Contains(sums, "  "+inside+"\n") {
				t.Errorf("there is no sum of %s", inside)
			}
			if ext := path.Ext(name); ext != ".xlsx" && ext != ".zip" {
				continue
			}
			eachPacked(t, name, b, func(member string, b []byte) {
				named = named || strings.Contains(string(b), "vinh-danh/")
				base := path.Base(strings.ReplaceAll(member, "!", "/"))
				switch {
				case strings.Contains(member, ".xlsx!"):
					for _, bad := range []string{"hidden", "<f>", "<f ", "external", "vba", "hyperlink"} {
						if strings.Contains(strings.ToLower(string(b)), bad) && !strings.HasSuffix(member, "sharedStrings.xml") {
							t.Errorf("%s holds %q", member, bad)
						}
					}
				case path.Ext(base) == ".csv":
					beside := path.Join(path.Dir(name), base)
					if !bytes.Equal(b, m.files[beside]) {
						t.Errorf("%s is not %s", member, beside)
					}
				}
			})
		}
		if !named {
			t.Error("no archive holds an address of the roll: the look for private words sees nothing")
		}
	}
}

// TestGrammarOfCSV holds the bytes of each CSV to the grammar of RFC 4180.
func TestGrammarOfCSV(t *testing.T) {
	seen := 0
	for _, m := range []*made{theReal(t), theSecond(t), theAwkward(t)} {
		for name, b := range m.files {
			if path.Ext(name) != ".csv" || strings.HasSuffix(name, ".excel.csv") {
				continue
			}
			seen++
			if at, ok := rfc4180(b); !ok {
				t.Errorf("%s: byte %d of %d is not as RFC 4180 has it", name, at, len(b))
			}
		}
	}
	if seen < 40 {
		t.Errorf("%d files", seen)
	}
	for _, bad := range []string{"", "a", "a\n", "a\r\nb,c\r\n", "a\"b\r\n", "\"a\"b\r\n", "\"a\r\n", "a\rb\r\n"} {
		if _, ok := rfc4180([]byte(bad)); ok {
			t.Errorf("%q passes", bad)
		}
	}
	if _, ok := rfc4180([]byte("a,\"b \"\"c\"\"\r\nd\"\r\n,\r\n")); !ok {
		t.Error("a file as it should be does not pass")
	}
}

// rfc4180 reads records of fields, each record of as many as the first and ended by CRLF, and tells where it cannot.
func rfc4180(b []byte) (int, bool) {
	first, fields, i := 0, 1, 0
	for i < len(b) {
		if b[i] == '"' {
			for i++; i < len(b) && (b[i] != '"' || i+1 < len(b) && b[i+1] == '"'); i++ {
				if b[i] == '"' {
					i++
				}
			}
			i++
		} else {
			for i < len(b) && b[i] >= ' ' && b[i] != ',' && b[i] != '"' {
				i++
			}
		}
		switch {
		case i < len(b) && b[i] == ',':
			i++
			fields++
		case i+1 < len(b) && b[i] == '\r' && b[i+1] == '\n':
			i += 2
			if first == 0 {
				first = fields
			}
			if fields != first {
				return i, false
			}
			fields = 1
		default:
			return i, false
		}
	}
	return i, first > 0 && b[len(b)-1] == '\n'
}
