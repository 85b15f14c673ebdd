package intake

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

const listed = `STT,Họ và tên,Chức vụ,Đơn vị,Thành tích
1,Nguyễn Văn Mẫu,Trưởng phòng,Sở Y tế,Được mùa
2,Trần Thị Ví Dụ,Chuyên viên,Sở Nội vụ,Được giá
3,Lê Hoàng Thí Dụ,Bí thư,Quận Ninh Kiều,Sạch ruộng
`

// importText imports a CSV file "Cá nhân" into a campaign.
func importText(t *testing.T, dir, name, text string) (*Outcome, string) {
	t.Helper()
	put(t, filepath.Join(dir, "nhan", name), []byte("DANH SÁCH CÁ NHÂN,,,,\n"+text))
	return imported(t, Order{Source: dir, Files: []string{filepath.Join(dir, "nhan", name)}, Decision: "bk-01"})
}

func edited(t *testing.T, dir, old, new string) {
	t.Helper()
	name := filepath.Join(dir, "data", "awards", "bk-01.yaml")
	b, err := os.ReadFile(name)
	if err != nil || !strings.Contains(string(b), old) {
		t.Fatalf("%v: no %q in %s", err, old, b)
	}
	put(t, name, []byte(strings.Replace(string(b), old, new, 1)))
}

// TestMendedStays: what people mend in the YAML survives the same file, and a changed row changes its award only.
func TestMendedStays(t *testing.T) {
	dir := campaignIn(t)
	if out, problems := importText(t, dir, "a.csv", listed); problems != "" || !out.Written || len(out.Diff) != 3 {
		t.Fatal(problems, out.Diff)
	}
	edited(t, dir, "name: Trần Thị Ví Dụ\n", "name: Trần Thị Ví Dụ   # đã hỏi lại\n    given: Ví Dụ\n")
	edited(t, dir, "citation: Được giá\n", "citation: Bán được giá\n")
	before := rollIn(t, dir)
	if out, problems := importText(t, dir, "a.csv", listed); problems != "" || out.Written || rollIn(t, dir) != before || out.Same != 3 {
		t.Errorf("%s\n%+v\n%s", problems, out.Diff, rollIn(t, dir))
	}
	// A row is added in front, a name mended, a position changed.
	changed := "STT,Họ và tên,Chức vụ,Đơn vị,Thành tích\n1,Phạm Văn Trước,Lái xe,Sở Y tế,Được mùa\n2,Nguyễn Văn Mẫu,Phó Giám đốc,Sở Y tế,Được mùa\n3,Trần Thị Ví Dụ,Chuyên viên,Sở Nội vụ,Được giá\n4,Lê Hoàng Thi Dụ,Bí thư,Quận Ninh Kiều,Sạch ruộng\n"
	out, problems := importText(t, dir, "a.csv", changed)
	roll := rollIn(t, dir)
	// Two rows are where others were, so that the one with a mended name is known by no row: it is told as gone and new.
	if !strings.Contains(problems, "import-gone") || strings.Contains(problems, "lỗi") {
		t.Error(problems)
	}
	for _, want := range []string{"  - id: bk-01-001\n    no: 1\n    kind: individual\n    name: Nguyễn Văn Mẫu\n    position: Phó Giám đốc\n", "name: Trần Thị Ví Dụ   # đã hỏi lại\n    given: Ví Dụ\n", "citation: Bán được giá\n",
		"  - id: bk-01-004\n    no: 4\n    kind: individual\n    name: Phạm Văn Trước\n"} {
		if !strings.Contains(roll, want) {
			t.Errorf("no %q in\n%s", want, roll)
		}
	}
	if len(out.Diff) != 3 || out.Diff[0].New && out.Diff[0].ID == "bk-01-001" {
		t.Errorf("%+v", out.Diff)
	}
}

// TestMendedAndChanged: of a row that was changed, the keys that the file changed change; what people mended stays, and is told if both changed it.
func TestMendedAndChanged(t *testing.T) {
	dir := campaignIn(t)
	importText(t, dir, "a.csv", listed)
	edited(t, dir, "position: Chuyên viên\n", "position: Chuyên viên chính\n")
	edited(t, dir, "citation: Được giá\n", "citation: Bán được giá\n")
	changed := strings.Replace(listed, "Chuyên viên,Sở Nội vụ,Được giá", "Chuyên viên,Sở Y tế,Được giá cao", 1)
	out, problems := importText(t, dir, "a.csv", changed)
	if len(out.Diff) != 1 || len(out.Diff[0].Changes) != 1 || out.Diff[0].Changes[0] != (KeyChange{"unit", "so-noi-vu", "so-y-te"}) {
		t.Errorf("%+v", out.Diff)
	}
	if strings.Count(problems, "cảnh báo [") != 1 || !strings.Contains(problems, "[import-mended]: bk-01-002 (“Trần Thị Ví Dụ”): thành tích trong tệp nay là “Được giá cao”, mà ở đây đã sửa tay thành “Bán được giá”") {
		t.Error(problems)
	}
	roll := rollIn(t, dir)
	if !strings.Contains(roll, "name: Trần Thị Ví Dụ\n    position: Chuyên viên chính\n    unit: so-y-te\n    citation: Bán được giá\n") {
		t.Error(roll)
	}
	if out, problems := importText(t, dir, "a.csv", changed); problems != "" || out.Written || rollIn(t, dir) != roll {
		t.Errorf("the same file again: %s", problems)
	}
	// What the file says now is what it is held against the next time.
	edited(t, dir, "citation: Bán được giá\n", "citation: Được giá cao\n")
	out, problems = importText(t, dir, "a.csv", strings.Replace(changed, "Được giá cao", "Được giá rất cao", 1))
	if problems != "" || len(out.Diff) != 1 || out.Diff[0].Changes[0].After != "Được giá rất cao" {
		t.Errorf("%s %+v", problems, out.Diff)
	}
}

// TestMendedNameMoved: a person whose name was mended by hand is known again when the row stands elsewhere and was changed.
func TestMendedNameMoved(t *testing.T) {
	dir := campaignIn(t)
	importText(t, dir, "a.csv", listed)
	edited(t, dir, "name: Trần Thị Ví Dụ\n", "name: Trần Thị Vi Dư\n")
	out, problems := importText(t, dir, "a.csv", "STT,Họ và tên,Chức vụ,Đơn vị,Thành tích\n1,Phạm Văn Trước,Lái xe,Sở Y tế,Được mùa\n2,Nguyễn Văn Mẫu,Trưởng phòng,Sở Y tế,Được mùa\n3,Lê Hoàng Thí Dụ,Bí thư,Quận Ninh Kiều,Sạch ruộng\n4,Trần Thị Ví Dụ,Phó phòng,Sở Nội vụ,Được giá\n")
	if problems != "" || len(out.Diff) != 2 || !strings.Contains(rollIn(t, dir), "id: bk-01-002\n    no: 2\n    kind: individual\n    name: Trần Thị Vi Dư\n    position: Phó phòng\n") {
		t.Errorf("%s %+v\n%s", problems, out.Diff, rollIn(t, dir))
	}
}

// TestOldSum: awards that remember only the sum of their whole row change as the file says.
func TestOldSum(t *testing.T) {
	dir := campaignIn(t)
	importText(t, dir, "a.csv", listed)
	name := filepath.Join(dir, "data", "awards", "bk-01.yaml")
	put(t, name, regexp.MustCompile(`(sum: \w{8})\.\w+`).ReplaceAll([]byte(rollIn(t, dir)), []byte("$1")))
	old := rollIn(t, dir)
	if out, problems := importText(t, dir, "a.csv", listed); problems != "" || out.Written || strings.Contains(old, ".bc") {
		t.Error(problems, old)
	}
	edited(t, dir, "citation: Được giá\n", "citation: Bán được giá\n")
	out, problems := importText(t, dir, "a.csv", strings.Replace(listed, "Chuyên viên", "Phó phòng", 1))
	if problems != "" || len(out.Diff) != 1 || len(out.Diff[0].Changes) != 2 {
		t.Errorf("%s %+v", problems, out.Diff)
	}
}

// TestEmptyList: a list of headings alone is told of.
func TestEmptyList(t *testing.T) {
	out, problems := importText(t, campaignIn(t), "a.csv", strings.SplitAfter(listed, "\n")[0])
	if strings.Count(problems, "cảnh báo [import-empty]") != 1 || out.Problems.Failed(false) {
		t.Error(problems)
	}
}

// TestNameMended: a name put right where it stands keeps the award's id.
func TestNameMended(t *testing.T) {
	dir := campaignIn(t)
	importText(t, dir, "a.csv", listed)
	out, problems := importText(t, dir, "a.csv", strings.Replace(listed, "Lê Hoàng Thí Dụ", "Lê Hoàng Thi Dụ", 1))
	if problems != "" || len(out.Diff) != 1 || out.Diff[0].ID != "bk-01-003" || out.Diff[0].Changes[0] != (KeyChange{"name", "Lê Hoàng Thí Dụ", "Lê Hoàng Thi Dụ"}) {
		t.Errorf("%s %+v", problems, out.Diff)
	}
}

// TestSwappedRows: rows in another order are the same awards.
func TestSwappedRows(t *testing.T) {
	dir := campaignIn(t)
	importText(t, dir, "a.csv", listed)
	lines := strings.SplitAfter(listed, "\n")
	out, problems := importText(t, dir, "a.csv", lines[0]+strings.Replace(lines[3], "3,", "1,", 1)+lines[2]+strings.Replace(lines[1], "1,", "3,", 1))
	if problems != "" || len(out.Diff) != 0 {
		t.Errorf("%s %+v", problems, out.Diff)
	}
	if roll := rollIn(t, dir); !strings.Contains(roll, "id: bk-01-001\n    no: 1\n    kind: individual\n    name: Nguyễn Văn Mẫu\n    position: Trưởng phòng\n    unit: so-y-te\n    citation: Được mùa\n    from:\n      file: nhan/a.csv\n      row: 5\n") {
		t.Error(roll)
	}
}

// TestTwoFilesOneName: files of one name in two folders, and a second file that repeats the first's people.
func TestOtherFile(t *testing.T) {
	dir := campaignIn(t)
	importText(t, dir, "a.csv", listed)
	before := rollIn(t, dir)
	_, problems := importText(t, dir, "b.csv", strings.Replace(listed, "Được giá", "Khác", 1))
	if strings.Count(problems, "lỗi [") != 1 || !strings.Contains(problems, "lỗi [import-renamed]: 3 trong 3 khen thưởng của nhan/b.csv đã nhập từ nhan/a.csv") || rollIn(t, dir) != before {
		t.Error(problems)
	}
	_, problems = importText(t, dir, "c.csv", strings.SplitAfter(listed, "\n")[0]+"1,Phạm Văn Khác,,Sở Y tế,\n2,Nguyễn Văn Mẫu,Trưởng phòng,Sở Y tế,Được mùa\n3,Đỗ Thị Khác,,Sở Y tế,\n")
	if strings.Count(problems, "lỗi [") != 1 || !strings.Contains(problems, "lỗi [import-twice]") || !strings.Contains(problems, "nhập từ nhan/a.csv, hàng 3") || rollIn(t, dir) != before {
		t.Error(problems)
	}
}

// TestHandWrittenIsAdopted: an award typed by hand is the same person's row; it gets its origin and keeps what it has.
func TestHandWrittenIsAdopted(t *testing.T) {
	dir := campaignIn(t, txtar.File{Name: "data/awards/bk-01.yaml", Data: []byte("# của Ban\ndecision: bk-01\nawards:\n  - id: bk-01-007\n    no: 9\n    kind: individual\n    name: Nguyễn Văn Mẫu\n    unit: so-y-te\n    area: kinh-te\n    citation: Được mùa\n")})
	out, problems := importText(t, dir, "a.csv", listed)
	roll := rollIn(t, dir)
	if problems != "" || !strings.HasPrefix(roll, "# của Ban\n") || !strings.Contains(roll, "    position: Trưởng phòng\n    unit: so-y-te\n    area: kinh-te\n") || !strings.Contains(roll, "id: bk-01-008\n    no: 10\n") {
		t.Errorf("%s\n%+v\n%s", problems, out.Diff, roll)
	}
}

// TestBadFileHidesNothing: of three files one is broken and one has a bad row; both are told, and nothing is written.
func TestBadFileHidesNothing(t *testing.T) {
	dir := campaignIn(t)
	put(t, filepath.Join(dir, "a.csv"), []byte("DANH SÁCH CÁ NHÂN,,,,\n"+listed))
	put(t, filepath.Join(dir, "b.xlsx"), []byte("PK\x03\x04hỏng"))
	put(t, filepath.Join(dir, "c.csv"), []byte("DANH SÁCH CÁ NHÂN,,,,\n"+strings.Replace(listed, "Sở Y tế", "Sở Lạ Lùng", 1)))
	_, problems := imported(t, Order{Source: dir, Files: []string{filepath.Join(dir, "a.csv"), filepath.Join(dir, "b.xlsx"), filepath.Join(dir, "c.csv"), filepath.Join(dir, "khong-co.csv"), filepath.Join(dir, "a.csv"), dir}, Decision: "bk-01"})
	for _, want := range []string{"b.xlsx: lỗi [sheet-broken]", "c.csv:3:31: lỗi [import-unit]", "khong-co.csv: lỗi [import-file]", "a.csv: lỗi [import-file-twice]", "đây là thư mục"} {
		if !strings.Contains(problems, want) {
			t.Errorf("no %q in\n%s", want, problems)
		}
	}
	if rollIn(t, dir) != "" {
		t.Error("written")
	}
}

// TestDryRunWritesNothing and gives the same account.
func TestDryRunWritesNothing(t *testing.T) {
	dir := campaignIn(t)
	put(t, filepath.Join(dir, "a.csv"), []byte("DANH SÁCH CÁ NHÂN,,,,\n"+listed))
	o := Order{Source: dir, Files: []string{filepath.Join(dir, "a.csv")}, Decision: "bk-01", DryRun: true}
	out, _ := imported(t, o)
	if len(out.Diff) != 3 || out.Written || rollIn(t, dir) != "" || out.File == "" {
		t.Errorf("%+v", out)
	}
	if entries, _ := os.ReadDir(filepath.Join(dir, "data")); len(entries) != 5 {
		t.Errorf("%v", entries)
	}
}

// TestChangedWhileRead: a file saved by another program while it was read is not believed.
func TestChangedWhileRead(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.csv")
	put(t, file, []byte(listed))
	in := &intake{}
	f, err := in.open(dir, file)
	if err != nil || f == nil {
		t.Fatal(err)
	}
	in.unchanged(f)
	if n := len(in.problems.Sorted()); n != 0 {
		t.Errorf("%d problems of a file that did not change", n)
	}
	put(t, file, []byte(strings.Replace(listed, "Sở Y tế", "Sở Nội vụ", 1)))
	in.unchanged(f)
	if p := in.problems.Sorted(); len(p) != 1 || p[0].Rule != fileChanged {
		t.Errorf("%v", p)
	}
}

// TestSameNameOtherFile: two units' files of one name, outside of the campaign's folder.
func TestSameNameOtherFile(t *testing.T) {
	dir, one, two := campaignIn(t), t.TempDir(), t.TempDir()
	put(t, filepath.Join(one, "ds.csv"), []byte("DANH SÁCH CÁ NHÂN,,,,\n"+listed))
	put(t, filepath.Join(two, "ds.csv"), []byte("DANH SÁCH CÁ NHÂN,,,,\nSTT,Họ và tên,Chức vụ,Đơn vị,Thành tích\n1,Đỗ Văn Khác,Lái xe,Công an thành phố,Được mùa\n"))
	imported(t, Order{Source: dir, Files: []string{filepath.Join(one, "ds.csv")}, Decision: "bk-01"})
	roll := rollIn(t, dir)
	if !strings.Contains(roll, "file: ds.csv\n") {
		t.Error(roll)
	}
	_, problems := imported(t, Order{Source: dir, Files: []string{filepath.Join(two, "ds.csv")}, Decision: "bk-01"})
	if !strings.Contains(problems, "lỗi [import-file-namesake]") || rollIn(t, dir) != roll {
		t.Error(problems)
	}
}

// TestManyRows: matching is no slower than it has to be; 3,000 people are imported twice.
func TestManyRows(t *testing.T) {
	var b strings.Builder
	b.WriteString("STT,Họ và tên,Chức vụ,Đơn vị,Thành tích\n")
	family, middle, given := strings.Fields("Nguyễn Trần Lê Phạm Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý"), strings.Fields("Văn Thị Hoàng Minh Ngọc Thanh Hữu Đức Kim Bảo"), strings.Fields("An Bình Chi Dung Giang Hà Khôi Lan Minh Nga Oanh Phúc Quân Sơn Tâm Uyên Vinh Xuân Yến Đạt")
	n := 0
	for _, f := range family {
		for _, m := range middle {
			for _, g := range given {
				n++
				b.WriteString(strings.Join([]string{strconv.Itoa(n), f + " " + m + " " + g, "Chuyên viên", "Sở Y tế", "Được mùa"}, ",") + "\n")
			}
		}
	}
	dir := campaignIn(t)
	out, problems := importText(t, dir, "a.csv", b.String())
	if problems != "" || len(out.Diff) != n {
		t.Fatalf("%d of %d\n%s", len(out.Diff), n, problems)
	}
	roll := rollIn(t, dir)
	if out, problems := importText(t, dir, "a.csv", b.String()); problems != "" || out.Same != n || rollIn(t, dir) != roll {
		t.Errorf("%d of %d the same\n%s", out.Same, n, problems)
	}
}
