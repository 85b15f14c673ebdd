package intake

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bangvang/internal/diag"
)

// FuzzImport imports any bytes under each name: it must not panic, must write nothing if there is an error, and must change nothing the second time.
func FuzzImport(f *testing.F) {
	files, _ := filepath.Glob("testdata/corpus/*")
	for _, name := range files {
		if b, err := os.ReadFile(name); err == nil && filepath.Ext(name) != ".golden" && len(b) < 20_000 {
			f.Add(b)
		}
	}
	for _, m := range handmade(f) {
		if len(m.bytes) < 20_000 {
			f.Add(m.bytes)
		}
	}
	f.Add([]byte("STT,Họ và tên,Chức vụ,Đơn vị,Thành tích\n1,Nguyễn Văn Mẫu,Trưởng phòng,Sở Y tế,Được mùa\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, name := range []string{"a.xlsx", "Cá nhân.csv"} {
			importTwice(t, name, b)
		}
	})
}

// FuzzSheet puts any XML into a sound workbook, so that what is fuzzed is the walk over rows and cells and not the zip.
func FuzzSheet(f *testing.F) {
	f.Add(sheetXML(plainRows), stringsXML("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Thành tích", "Nguyễn Văn Mẫu", "Trần Thị Ví Dụ", "Trưởng phòng", "Sở Y tế", "Được mùa"))
	f.Add(sheetXML(headRow+`<row r="9"><c r="B9" t="inlineStr"><is><r><rPr><rFont val=".VnTime"/></rPr><t>NguyÔn</t></r><r><t>x</t></r></is></c><c r="C9"><f>A1</f><v>1</v></c></row>`), stringsXML("STT", "Họ và tên", "x", "y", "z"))
	f.Add(prefixed(sheetXML(plainRows)), stringsXML("a", "b"))
	f.Fuzz(func(t *testing.T, sheet, strings string) {
		importTwice(t, "a.xlsx", zipped(t, parts{sheet1: sheet, "xl/sharedStrings.xml": strings}))
	})
}

func importTwice(t *testing.T, name string, b []byte) {
	dir := campaignIn(t)
	file := filepath.Join(dir, name)
	put(t, file, b)
	o := Order{Source: dir, Files: []string{file}, Decision: "bk-01", Unit: "so-y-te"}
	out, _ := imported(t, o)
	roll := rollIn(t, dir)
	if out.Problems.Failed(false) != (roll == "") && out.Written {
		t.Fatalf("written in spite of errors: %s", roll)
	}
	for _, p := range out.Problems.Sorted() {
		if p.Rule.Severity == diag.Error && p.Place.File == "" {
			t.Fatalf("a problem without a place: %s", p.Text)
		}
	}
	if out.Problems.Failed(false) {
		return
	}
	read := 0
	for _, s := range out.Sheets {
		read += s.Read.Collectives + s.Read.Individuals + s.Read.Households
	}
	if n := strings.Count(roll, "  - id: bk-01-"); n != read {
		t.Fatalf("%d rows read, %d awards written:\n%s", read, n, roll)
	}
	if again, problems := imported(t, o); rollIn(t, dir) != roll || again.Written {
		t.Fatalf("the second import changes\n%s\ninto\n%s\n%s", roll, rollIn(t, dir), problems)
	}
}
