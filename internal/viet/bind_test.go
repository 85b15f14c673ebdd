package viet

import (
	"strings"
	"testing"
)

// In the cases ~ is a no-break space.
func TestBind(t *testing.T) {
	for _, want := range []string{
		"", " ", "xã", "một dòng chữ",
		"05~xã được công nhận", "có 05~xã", "84,5~%", "giảm −0,5~điểm", "1.790~triệu~USD", "56.000–61.000~tỷ~đồng,", "100~nghìn~lượt người",
		"12~tập thể, 45~cá nhân", "(06~tập thể)", "kỷ niệm 15~năm thành phố",
		"ngày~05~tháng~9~năm~2018 tại Cần Thơ", "Ngày~30~tháng~11~năm~2018.", "tháng~12~năm~2018", "ngày~02/01/2019 và", "năm~2018 trước thời gian",
		"từ 2017 đến 2018", "2018 là năm", "Quý~III", "Điều~73 Nghị định số~91/2017/NĐ-CP", "Quyết định số~123/QĐ-UBND ngày~05/12/2018",
		"khóa~IX, kỳ họp", "lần thứ~3 tại", "tháng tới", "năm xã", "số xã", "hạng Ba",
		"TP.~Cần Thơ", "Ô.~Nguyễn Văn An", "(TS.~Lê Mẫu)", "TP. và", "của UBND. Thành phố", "An. Bình",
		"0710~3~820~123", "1. Mục tiêu", "a) Nội dung 1: phát triển", "5, 6 và 7", "5 - 6",
		"05~xã\n12~tháng, 05  hộ", "05\nxã", "giá 5 ₫",
	} {
		want = strings.ReplaceAll(want, "~", nbsp)
		given := strings.ReplaceAll(want, nbsp, " ")
		if got := Bind(given); got != want {
			t.Errorf("Bind(%q)\n got %q\nwant %q", given, got, want)
		}
	}
}

func FuzzBind(f *testing.F) {
	f.Add("ngày 05 tháng 9 năm 2018, 1.790 triệu USD tại TP. Cần Thơ")
	f.Add("05 \n 12 xã")
	f.Fuzz(func(t *testing.T, s string) {
		bound := Bind(s)
		if again := Bind(bound); again != bound {
			t.Errorf("Bind(%q) = %q, bound again %q", s, bound, again)
		}
		if strings.ReplaceAll(bound, nbsp, " ") != strings.ReplaceAll(s, nbsp, " ") {
			t.Errorf("Bind(%q) = %q changes more than spaces", s, bound)
		}
	})
}
