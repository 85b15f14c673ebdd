package intake

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
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
