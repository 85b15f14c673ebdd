package export

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"bangvang/internal/edition"
)

// hostile are texts that somebody could put into a list of names, and what they try.
var hostile = []string{
	"=1+1", "+1+1", "-1+1", "@SUM(1,1)", "=cmd|' /C calc'!A0", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\u00a0=1+1", "\u200b=1+1", "\ufeff=1+1",
	"＝1+1", "a;=1+1", "a\n=1+1", "a\t=1+1", "a,=1+1", `a",=1+1`, "a\"\r\n=1+1,\"", `=HYPERLINK("https://bad.example","bấm")`, `=WEBSERVICE("https://bad.example")`,
	"'=1+1", "=1+1'", "{=1+1}", "=-1", "--1", "+84 292 3", "-5%", "@ten", "1e5", "00123", "12/05", "TRUE", "#REF!",
}

// hostileEdition has them as headings, texts, words and notes.
func hostileEdition() *edition.Edition {
	ed := sample()
	t := edition.Table{Columns: []edition.Column{{Key: "text", Head: "=Chữ", Kind: edition.TextValue, Note: "=1+1"}, {Key: "code", Head: "+Mã", Kind: edition.TextValue}, {Key: "yes", Head: "@", Kind: edition.BoolValue}}}
	for _, s := range hostile {
		t.Rows = append(t.Rows, []edition.Cell{{Value: s}, {Value: "mã", Words: s}, {Value: "true", Words: s}})
	}
	d := &ed.Datasets[1]
	d.Title, d.Table = "Thử", t
	for _, s := range hostile {
		d.Notes = append(d.Notes, edition.NoteGroup{Heading: s, Facts: []edition.Fact{{Term: s, Value: s}}})
	}
	return ed
}

// TestNothingRuns opens the files as LibreOffice does, with its formulas on, and wants none in them; and first one in a file that has one.
func TestNothingRuns(t *testing.T) {
	long(t)
	folder := t.TempDir()
	put := func(name string, b []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, b, 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	made := files(t, hostileEdition(), 0)
	at := "du-lieu/v1/ghi-chu"
	const comma, tab, utf8, utf16 = "44", "9", "76", "65535"
	bad := put("bad.csv", []byte("text\r\n=1+1\r\n"))
	plain, excel := put("plain.csv", made[at+".csv"]), put("excel.csv", made[at+".excel.csv"])
	table, whole := put("table.xlsx", made[at+".xlsx"]), put("whole.xlsx", made["du-lieu/v1/toan-bo.xlsx"])
	office(t, folder, "fods", csvFilter(comma, utf8), bad, plain)
	office(t, folder, "fods", csvFilter(tab, utf16), excel)
	office(t, folder, "fods", "", table, whole)
	for _, name := range []string{"bad", "plain", "excel", "table", "whole"} {
		b, err := os.ReadFile(filepath.Join(folder, name+".fods"))
		if err != nil {
			t.Fatal(err)
		}
		if runs := bytes.Contains(b, []byte("table:formula")); runs != (name == "bad") {
			t.Errorf("%s: formulas: %v", name, runs)
		}
		if !bytes.Contains(b, []byte("1+1")) && name != "bad" {
			t.Errorf("%s: LibreOffice did not read it", name)
		}
	}
}

// csvFilter tells LibreOffice how a CSV is parted and encoded, and to run what looks like a formula (the last token but three).
func csvFilter(comma, charset string) string {
	return "--infilter=Text - txt - csv (StarCalc):" + comma + ",34," + charset + ",1,,0,false,true,false,false,false,0,true"
}

// office converts files with LibreOffice. Without it the test is skipped, but not where the result counts.
func office(t *testing.T, folder, to, filter string, paths ...string) {
	t.Helper()
	program, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("soffice is missing")
		}
		t.Skip("soffice is missing")
	}
	args := []string{"-env:UserInstallation=file://" + filepath.Join(folder, "profile"), "--headless", "--convert-to", to, "--outdir", folder}
	if filter != "" {
		args = append(args, filter)
	}
	if out, err := exec.Command(program, append(args, paths...)...).CombinedOutput(); err != nil || strings.Contains(string(out), "Error") {
		t.Fatalf("%v: %s", err, out)
	}
}

// TestHarmlessEverywhere: no text of a workbook or CSV begins as a formula does, whatever the edition holds.
func TestHarmlessEverywhere(t *testing.T) {
	made := files(t, hostileEdition(), 0)
	rows := readCSV(t, made["du-lieu/v1/ghi-chu.csv"], ',')
	var cells []string
	for _, row := range rows {
		cells = append(cells, row...)
	}
	for _, name := range []string{"du-lieu/v1/ghi-chu.xlsx", "du-lieu/v1/toan-bo.xlsx"} {
		texts := sharedTexts(t, made[name])
		if len(texts) < len(hostile) {
			t.Fatalf("%s has %d texts", name, len(texts))
		}
		cells = append(cells, texts...)
	}
	for _, c := range cells {
		if strings.ContainsAny(c[:min(1, len(c))], "=+-@\t\r\n") || strings.IndexAny(strings.TrimLeft(c, " \u00a0\u200b\ufeff"), signs) == 0 {
			t.Errorf("a cell begins as a formula does: %q", c)
		}
	}
}
