package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestImport goes from an empty workbook and a list to awards that the site shows.
func TestImport(t *testing.T) {
	dir := campaignIn(t, sea)
	want(t, exitFine, "bảng trống của Đảo Sơn Ca: Tập thể, Cá nhân, Hộ gia đình", "", "template", "--unit", "dao-son-ca", "-o", "mau.xlsx")
	want(t, exitUsage, "", "không ghi đè", "template", "--unit", "dao-son-ca", "-o", "mau.xlsx")
	want(t, exitUsage, "", "cần --unit", "template", "-o", "mau2.xlsx")
	want(t, exitUsage, "", "đuôi .xlsx", "template", "--unit", "dao-son-ca", "-o", "mau.csv")
	want(t, exitUsage, "", `có phải "dao-son-ca"?`, "template", "--unit", "dao-son-cả", "-o", "mau2.xlsx")
	want(t, exitUsage, "", "nằm trong thư mục công bố", "template", "--unit", "dao-son-ca", "-o", "public/mau.xlsx")
	want(t, exitFine, "không có gì đổi", "", "import", "mau.xlsx", "--decision", "thu-khen-01")

	roll := filepath.Join(dir, "data", "awards", "thu-khen-01.yaml")
	before, err := os.ReadFile(roll)
	if err != nil {
		t.Fatal(err)
	}
	const list = "DANH SÁCH CÁ NHÂN,,,,\nSTT,Họ và tên,Chức vụ,Đơn vị,Thành tích\n1,Nguyễn Văn Mẫu Nhập,Thợ lặn,Đảo Sơn Ca,Được mùa cá\n"
	if err := os.WriteFile("ds.csv", []byte(list), 0o644); err != nil {
		t.Fatal(err)
	}
	want(t, exitUsage, "", "cần --decision", "import", "ds.csv")
	want(t, exitUsage, "", "cần tên tệp", "import", "--decision", "thu-khen-01")
	want(t, exitUsage, "", `có phải "thu-khen-01"?`, "import", "ds.csv", "--decision", "thu-khen-1")
	want(t, exitUsage, "", "không có đơn vị", "import", "ds.csv", "--decision", "thu-khen-01", "--unit", "khong-co")
	want(t, exitProblems, "", "khong-co.xlsx: lỗi [import-file]: không có tệp này", "import", "ds.csv", "khong-co.xlsx", "--decision", "thu-khen-01")
	want(t, exitFine, "chưa ghi gì (--dry-run)", "", "import", "ds.csv", "--decision", "thu-khen-01", "--dry-run")
	if now, _ := os.ReadFile(roll); string(now) != string(before) {
		t.Error("something is written")
	}
	want(t, exitFine, "đã ghi data/awards/thu-khen-01.yaml", "", "import", "ds.csv", "--decision", "thu-khen-01")
	now, _ := os.ReadFile(roll)
	if !strings.HasPrefix(string(now), strings.TrimRight(string(before), "\n")) || !strings.Contains(string(now), "    name: Nguyễn Văn Mẫu Nhập\n    position: Thợ lặn\n    unit: dao-son-ca\n") {
		t.Errorf("%s", now)
	}
	o := want(t, exitFine, "không có gì đổi", "", "import", "ds.csv", "--decision", "thu-khen-01")
	if strings.Contains(o.out, "Thêm") || o.err != "" {
		t.Errorf("%s%s", o.out, o.err)
	}
	if err := os.WriteFile("ds.csv", []byte(strings.Replace(list, "Thợ lặn", "Tổ trưởng", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	want(t, exitFine, "chức vụ: “Thợ lặn” → “Tổ trưởng”", "", "import", "ds.csv", "--decision", "thu-khen-01")
	if err := os.WriteFile("ds.csv", []byte(strings.Replace(list, "Đảo Sơn Ca", "Đảo Xa", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	want(t, exitProblems, "", "Không ghi gì", "import", "ds.csv", "--decision", "thu-khen-01")
	want(t, exitFine, "Sai:", "", "explain", "import-unit")
	want(t, exitFine, "Sai:", "", "explain", "cell-index")
}
