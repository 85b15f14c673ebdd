package intake

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"bangvang/internal/diag"
)

// TestNoPrivateValue: no value of a private column, nor of one that nobody knows, is in anything written or said, whatever else is wrong with the file.
// The values are unlike any word; tables are made at random, with what breaks them.
func TestNoPrivateValue(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 2018))
	for n := range 60 {
		secret := fmt.Sprintf("BíMật%d", n)
		dir := campaignIn(t)
		file := filepath.Join(dir, "nhan", "a.xlsx")
		made := privateBook(rng, secret)
		put(t, file, made)
		out, problems := imported(t, Order{Source: dir, Files: []string{file}, Decision: "bk-01"})
		text := problems + said(out) + fmt.Sprintf("%+v", out.Diff)
		for _, form := range []func(*bytes.Buffer) error{func(b *bytes.Buffer) error { return diag.JSON(b, &out.Problems) }, func(b *bytes.Buffer) error { return diag.GitHub(b, &out.Problems) }} {
			var b bytes.Buffer
			if err := form(&b); err != nil {
				t.Fatal(err)
			}
			text += b.String()
		}
		err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || name == file {
				return err
			}
			b, err := os.ReadFile(name)
			text += string(b)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(strings.ToLower(text), strings.ToLower(secret)) {
			t.Fatalf("round %d: %s is out:\n%s", n, secret, text)
		}
		if len(out.Sheets) == 0 || len(out.Sheets[0].Private)+len(out.Sheets[0].LeftOut) == 0 {
			t.Fatalf("round %d: no private column was seen:\n%s", n, problems)
		}
	}
}

var privateHeadings = []string{"Số CCCD", "CMND", "Ngày sinh", "Năm sinh", "Ngày, tháng, năm sinh", "Địa chỉ", "Nơi ở hiện nay", "Hộ khẩu thường trú", "Điện thoại", "SĐT", "Số ĐT", "Email", "Số tài khoản", "STK", "Ngân hàng",
	"Dân tộc", "Tôn giáo", "Giới tính", "Quê quán", "Mã số thuế", "Ngày vào Đảng", "Số định danh cá nhân", "Chuyện riêng", "Ghi chú", "Hệ số lương", "Họ tên vợ/chồng"}

// privateBook makes a list with private columns among the others, and some of what goes wrong.
func privateBook(rng *rand.Rand, secret string) []byte {
	f := excelize.NewFile()
	defer f.Close()
	f.SetSheetName("Sheet1", "Cá nhân")
	heads := []string{"STT", "Họ và tên", "Chức vụ", "Đơn vị", "Thành tích"}
	values := [][]string{{"1", "Nguyễn Văn Mẫu", "Trưởng phòng", "Sở Y tế", "Được mùa"}, {"2", "TRẦN THỊ VÍ DỤ", "Bí thư", "Sở Lạ Lùng", "Được giá"}, {"3", "Ông Lê Văn Thí", "Lái xe", "Q. Ô Môn", ""}, {"5", "Phạm Văn Dụ, Đỗ Thị Ba", "", "Sở Y tế", "x"}}
	for range 1 + rng.IntN(4) {
		at := rng.IntN(len(heads) + 1)
		heads = append(heads[:at], append([]string{privateHeadings[rng.IntN(len(privateHeadings))]}, heads[at:]...)...)
		for i := range values {
			values[i] = append(values[i][:at], append([]string{secret + fmt.Sprint(i)}, values[i][at:]...)...)
		}
	}
	top := 1 + rng.IntN(4)
	set := func(row, col int, text string) {
		at, _ := excelize.CoordinatesToCellName(col+1, row)
		f.SetCellStr("Cá nhân", at, text)
	}
	for j, h := range heads {
		set(top, j, h)
	}
	row := top + 1
	for i, v := range values {
		switch rng.IntN(6) {
		case 0: // a row without a name, or with nothing but what is private
			for j, text := range v {
				if strings.HasPrefix(text, secret) || rng.IntN(3) == 0 && heads[j] != "Họ và tên" {
					set(row, j, text)
				}
			}
			row++
		case 1:
			f.SetRowVisible("Cá nhân", row, false)
		}
		for j, text := range v {
			set(row, j, text)
		}
		if rng.IntN(5) == 0 { // private text under no heading
			set(row, len(heads)+1, secret+"x")
		}
		if i == 1 && rng.IntN(3) == 0 {
			col, _ := excelize.ColumnNumberToName(1 + rng.IntN(len(heads)))
			f.SetColVisible("Cá nhân", col, false)
		}
		row++
	}
	if rng.IntN(3) == 0 {
		set(row+1, 1, "Người lập")
		set(row+3, rng.IntN(3), secret+"y")
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		panic(err)
	}
	return b.Bytes()
}
