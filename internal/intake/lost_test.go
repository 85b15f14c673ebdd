package intake

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"bangvang/internal/source"
)

// importList imports a CSV file that says nothing but what is in it.
func importList(t *testing.T, name, text string) (*Outcome, string) {
	t.Helper()
	dir := campaignIn(t)
	put(t, filepath.Join(dir, "nhan", name), []byte(text))
	return imported(t, Order{Source: dir, Files: []string{filepath.Join(dir, "nhan", name)}, Decision: "bk-01"})
}

// TestNotTotals: awardees whose names begin as a line of totals does are awards, and lines of totals are none.
func TestNotTotals(t *testing.T) {
	for _, name := range []string{"Tổng Công ty Phát điện Mẫu", "Tổng đội Thanh niên xung phong", "Cộng đồng dân cư ấp Thí Dụ", "Tổng kho Xăng dầu", "Thư ký Hội đồng"} {
		for _, row := range []string{"1,%s,Sở Nội vụ,Được mùa\n", ",%s,Sở Nội vụ,Được mùa\n"} {
			out, problems := importList(t, "tap-the.csv", "STT,Tên tập thể,Đơn vị,Thành tích\n"+fmt.Sprintf(row, name))
			if len(out.Diff) != 1 || out.Diff[0].Name != name || strings.Contains(problems, "lỗi") {
				t.Errorf("%s: %+v\n%s", fmt.Sprintf(row, name), out.Diff, problems)
			}
		}
	}
	for _, line := range []string{"Tổng cộng", "Cộng", "Cộng:", "Tổng: 1 tập thể", "Cộng (I)", "Cộng mục I", "Tổng tập thể: 1", "Cộng 1 tập thể", "Tổng số 1 tập thể", "TỔNG CỘNG"} {
		for _, row := range []string{"%s,,,\n", ",%s,,\n", "2,%s,,\n"} {
			out, problems := importList(t, "tap-the.csv", "STT,Tên tập thể,Đơn vị,Thành tích\n1,Tổ Mẫu,Sở Nội vụ,Được mùa\n"+fmt.Sprintf(row, line))
			if len(out.Diff) != 1 || problems != "" {
				t.Errorf("%s: %+v\n%s", fmt.Sprintf(row, line), out.Diff, problems)
			}
		}
	}
	for row, wrong := range map[string]bool{"Tổng cộng,1,,": false, "Tổng cộng,01,,": false, ",Tổng cộng,1,": false, "Tổng số: 1,,,": false, "Tổng cộng,2,,": true, ",Cộng,2,": true} {
		out, problems := importList(t, "tap-the.csv", "STT,Tên tập thể,Đơn vị,Thành tích\n1,Tổ Mẫu,Sở Nội vụ,Được mùa\n"+row+"\n")
		if len(out.Diff) != 1 || strings.Contains(problems, "lỗi [import-total]") != wrong || strings.Count(problems, "lỗi") > 1 {
			t.Errorf("%s: %+v\n%s", row, out.Diff, problems)
		}
	}
}

// TestRowWithoutName: a row that lacks its name is no section, whatever its unit, and a short name is none either.
func TestRowWithoutName(t *testing.T) {
	head := "STT,Họ và tên,Chức vụ,Đơn vị,Thành tích\n1,Nguyễn Văn Mẫu,Trưởng phòng,Sở Y tế,Được mùa\n"
	for _, row := range []string{"2,,,Sở Nội vụ,\n", ",,,Sở Nội vụ,\n", "2,,Cá nhân,,\n"} {
		_, problems := importList(t, "ca-nhan.csv", head+row+"3,Lê Hoàng Thí Dụ,Bí thư,Sở Y tế,Được mùa\n")
		if !strings.Contains(problems, "[import-row]: hàng có nội dung mà không có tên") {
			t.Errorf("%q: %s", row, problems)
		}
	}
	out, problems := importList(t, "ca-nhan.csv", "Họ và tên,Đơn vị\nNguyễn Văn Mẫu,Sở Y tế\nLê A,Sở Nội vụ\n")
	if len(out.Diff) != 2 || out.Diff[1].Name != "Lê A" || out.Diff[1].Unit != "so-noi-vu" || strings.Contains(problems, "lỗi") {
		t.Errorf("%+v\n%s", out.Diff, problems)
	}
}

// TestNarrowUnit: a unit and the one it belongs to, both named, are the former, and it is told.
func TestNarrowUnit(t *testing.T) {
	units := "data/units/xa.yaml"
	for text, want := range map[string]string{"xã Mẫu, quận Ninh Kiều": "xa-mau", "Trạm Y tế, xã Mẫu, quận Ninh Kiều": "xa-mau", "Trạm Y tế quận Ninh Kiều": "ninh-kieu", "Phường Lạ, quận Ninh Kiều": "ninh-kieu"} {
		dir := campaignIn(t, txtar.File{Name: units, Data: []byte("- id: xa-mau\n  name: Xã Mẫu\n  kind: commune\n  parent: ninh-kieu\n  verified: true\n")})
		base := filepath.Join(dir, "data")
		if err := os.Rename(filepath.Join(base, "units.yaml"), filepath.Join(base, "units", "a.yaml")); err != nil {
			t.Fatal(err)
		}
		out, problems := importText(t, dir, "a.csv", fmt.Sprintf("STT,Họ và tên,Chức vụ,Đơn vị,Thành tích\n1,Nguyễn Văn Mẫu,Y sĩ,%q,Được mùa\n", text))
		if problems != "" || len(out.Diff) != 1 || out.Diff[0].Unit != want || len(out.Units) != 1 || out.Units[0].ID != want || out.Units[0].Text != text {
			t.Errorf("%s: %+v %+v\n%s", text, out.Diff, out.Units, problems)
		}
	}
}

const sections = "STT,Họ và tên,Chức vụ,Thành tích\nI,Sở Y tế,,\n1,Nguyễn Văn Mẫu,Lái xe,Được mùa\n2,Lê Thị Thí,Y sĩ,Được giá\nII,Sở Nội vụ,,\n1,Nguyễn Văn Mẫu,Lái xe,Được mùa\n"

// TestSameTextOtherSection: rows that say the same under two units are two awards, and one that goes leaves the other what it is.
func TestSameTextOtherSection(t *testing.T) {
	dir := campaignIn(t)
	if out, problems := importText(t, dir, "a.csv", sections); problems != "" || len(out.Diff) != 3 {
		t.Fatal(problems, out.Diff)
	}
	out, problems := importText(t, dir, "a.csv", strings.Replace(sections, "1,Nguyễn Văn Mẫu,Lái xe,Được mùa\n", "", 1))
	if len(out.Diff) != 0 || !strings.Contains(problems, "bk-01-001") || strings.Contains(problems, "bk-01-003") {
		t.Errorf("%+v\n%s", out.Diff, problems)
	}
	if roll := rollIn(t, dir); !strings.Contains(roll, "unit: so-noi-vu\n    citation: Được mùa\n    from:\n      file: nhan/a.csv\n      row: 6\n") {
		t.Error(roll)
	}
}

// TestUnitOfListMended: the list again, with another --unit, moves its awards there; what names a unit itself stays.
func TestUnitOfListMended(t *testing.T) {
	dir := campaignIn(t)
	file := filepath.Join(dir, "nhan", "ca-nhan.csv")
	put(t, file, []byte("STT,Họ và tên,Đơn vị,Thành tích\n1,Nguyễn Văn Mẫu,,Được mùa\n2,Lê Thị Thí,Sở Nội vụ,Được giá\n"))
	imported(t, Order{Source: dir, Files: []string{file}, Decision: "bk-01", Unit: "so-y-te"})
	out, problems := imported(t, Order{Source: dir, Files: []string{file}, Decision: "bk-01", Unit: "so-giao-duc"})
	if problems != "" || len(out.Diff) != 1 || out.Diff[0].ID != "bk-01-001" || len(out.Diff[0].Changes) != 1 || out.Diff[0].Changes[0] != (KeyChange{"unit", "so-y-te", "so-giao-duc"}) {
		t.Errorf("%+v\n%s", out.Diff, problems)
	}
}

// TestOneNameTwoFolders: two files that awards would remember by one name are told before anything is written.
func TestOneNameTwoFolders(t *testing.T) {
	dir, away := campaignIn(t), t.TempDir()
	var files []string
	for i, name := range []string{"Nguyễn Văn Mẫu", "Lê Thị Thí"} {
		files = append(files, filepath.Join(away, fmt.Sprint(i), "ca-nhan.csv"))
		put(t, files[i], []byte("STT,Họ và tên,Đơn vị\n1,"+name+",Sở Y tế\n"))
	}
	out, problems := imported(t, Order{Source: dir, Files: files, Decision: "bk-01"})
	if out.Written || !strings.Contains(problems, "lỗi [import-file-namesake]") {
		t.Error(problems)
	}
}

// TestUnitForPerson: the name of a unit where a person is due is no person.
func TestUnitForPerson(t *testing.T) {
	dir := campaignIn(t)
	file := filepath.Join(dir, "nhan", "ca-nhan.csv")
	put(t, file, []byte("STT,Họ và tên,Thành tích\n1,Sở Nội vụ,\n1,Nguyễn Văn Mẫu,Được mùa\n"))
	out, problems := imported(t, Order{Source: dir, Files: []string{file}, Decision: "bk-01", Unit: "so-y-te"})
	if out.Written || !strings.Contains(problems, "ca-nhan.csv:2:3: lỗi [import-name]: ở chỗ họ và tên là tên đơn vị “Sở Nội vụ”") {
		t.Error(problems)
	}
}

// TestDitto: “as above” is never a position or an achievement: it is what stands above, told, or a problem.
func TestDitto(t *testing.T) {
	head := "STT,Họ và tên,Chức vụ,Đơn vị,Thành tích\n1,Nguyễn Văn Mẫu,Trưởng phòng,Sở Y tế,Được mùa\n"
	for _, as := range []string{"nt", "NT", "-nt-", "- nt -", "n.t", "Như trên", "(như trên)", `""""`, "”", "〃", "//", "''"} {
		out, problems := importList(t, "ca-nhan.csv", head+strings.ReplaceAll("2,Trần Thị Ví Dụ,?,?,?\n3,Lê Hoàng Thí Dụ,Bí thư,?,?\n", "?", as))
		if strings.Contains(problems, "lỗi") || strings.Count(problems, "[import-ditto]: 5 ô ") != 1 || len(out.Told) != 5 || len(out.Diff) != 3 || out.Diff[1].Unit != "so-y-te" || out.Diff[2].Unit != "so-y-te" {
			t.Errorf("%s: %+v %+v\n%s", as, out.Diff, out.Told, problems)
		}
	}
	for _, rows := range []string{"2,Trần Thị Ví Dụ,,Sở Y tế,Được giá\n3,Lê Hoàng Thí Dụ,nt,Sở Y tế,Được giá\n", "II,Sở Nội vụ,,,\n1,Trần Thị Ví Dụ,Bí thư,nt,Được giá\n"} {
		if _, problems := importList(t, "ca-nhan.csv", head+rows); strings.Count(problems, "lỗi [import-ditto-first]") != 1 {
			t.Errorf("%s: %s", rows, problems)
		}
	}
}

// TestDittoChanged: a row that says “as above” changes when the row above does.
func TestDittoChanged(t *testing.T) {
	dir := campaignIn(t)
	list := "STT,Họ và tên,Chức vụ,Đơn vị,Thành tích\n1,Nguyễn Văn Mẫu,Trưởng phòng,Sở Y tế,Được mùa\n2,Trần Thị Ví Dụ,Bí thư,Sở Y tế,nt\n"
	importText(t, dir, "a.csv", list)
	out, _ := importText(t, dir, "a.csv", strings.Replace(list, "Được mùa", "Được giá", 1))
	if len(out.Diff) != 2 || strings.Count(rollIn(t, dir), "citation: Được giá\n") != 2 {
		t.Errorf("%+v\n%s", out.Diff, rollIn(t, dir))
	}
}

// TestWholeColumn: name, position and unit in one column are taken apart, whatever stands between them.
func TestWholeColumn(t *testing.T) {
	for cell, want := range map[string]string{
		`"Ông Nguyễn Văn Mẫu, Trưởng phòng, Sở Y tế"`: "Nguyễn Văn Mẫu|Trưởng phòng|so-y-te", `Trần Thị Ví Dụ - Phó Giám đốc Sở Nội vụ`: "Trần Thị Ví Dụ|Phó Giám đốc|so-noi-vu",
		"\"Lê Hoàng Thí Dụ\nBí thư\nSở Y tế\"": "Lê Hoàng Thí Dụ|Bí thư|so-y-te", `"Nguyễn Văn Mẫu, Sở Y tế"`: "Nguyễn Văn Mẫu||so-y-te",
	} {
		dir := campaignIn(t)
		put(t, filepath.Join(dir, "a.csv"), []byte("STT,\"Họ và tên, chức vụ, đơn vị công tác\",Thành tích\n1,"+cell+",Được mùa\n"))
		_, problems := imported(t, Order{Source: dir, Files: []string{filepath.Join(dir, "a.csv")}, Decision: "bk-01"})
		tree, _, _ := source.Read(os.DirFS(dir))
		if len(tree.Rolls) != 1 || len(tree.Rolls[0].Awards) != 1 {
			t.Errorf("%s: %s", cell, problems)
			continue
		}
		if a := tree.Rolls[0].Awards[0]; a.Name.Text+"|"+a.Position.Text+"|"+a.Unit.Text != want {
			t.Errorf("%s: %s|%s|%s", cell, a.Name.Text, a.Position.Text, a.Unit.Text)
		}
	}
	for cell, want := range map[string]string{`"Nguyễn Văn Mẫu, Trưởng phòng, Sở Lạ Lùng"`: "import-unit", `"Nguyễn Văn Mẫu, Trưởng phòng, Sở Y tế; Trần Thị Ví Dụ, Bí thư, Sở Y tế"`: "import-name", `Nguyễn Văn Mẫu`: "import-unit"} {
		_, problems := importList(t, "a.csv", "STT,\"Họ và tên, chức vụ, đơn vị công tác\",Thành tích\n1,"+cell+",Được mùa\n")
		if !strings.Contains(problems, "lỗi ["+want+"]") {
			t.Errorf("%s: %s", cell, problems)
		}
	}
}

// TestTwoUnits: a position that names one unit beside a column that names another is told; a part of the other is no contradiction.
func TestTwoUnits(t *testing.T) {
	for row, wrong := range map[string]bool{"Trưởng phòng Sở Y tế,Sở Nội vụ": true, "Trưởng phòng Sở Y tế,Sở Y tế": false, "Trưởng phòng Sở Y tế,Sở Lạ": true} {
		out, problems := importList(t, "ca-nhan.csv", "STT,Họ và tên,\"Chức vụ, đơn vị\",Đơn vị,Thành tích\n1,Nguyễn Văn Mẫu,"+row+",Được mùa\n")
		if strings.Contains(problems, "lỗi [import-unit]") != wrong || !wrong && out.Diff[0].Unit != "so-y-te" {
			t.Errorf("%s: %+v\n%s", row, out.Diff, problems)
		}
	}
}
