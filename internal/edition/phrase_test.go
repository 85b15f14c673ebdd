package edition

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPhrases(t *testing.T) {
	for _, want := range []string{
		"", "Ý", "15~năm thành~phố Cần~Thơ trực~thuộc Trung~ương", "Kim~ngạch xuất~khẩu và doanh~thu dịch~vụ ngoại~tệ",
		"Bảng~vàng~· 30~năm thành~phố Hải~Đăng", "Tăng~trưởng kinh~tế (GRDP)", "Thi~đua phát~triển văn~hóa - xã~hội",
		"Quyết~định số~15/QĐ-UBND ngày~20/12/2018", "Tôn~Nữ~Thị Phương~Hoa", "nông~nghiệp, thủy~sản, lâm~nghiệp", "Sở~Minh~Họa, Quận~Ví~Dụ",
		"UBND Quận~Ví~Dụ", "02~hộ gia~đình, 11 trong 13~chỉ~tiêu", "Roll of honour~· 30~years",
	} {
		title := strings.ReplaceAll(want, "~", " ")
		got := Phrases(title)
		for i := range got {
			got[i] = strings.ReplaceAll(got[i], " ", "~")
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %q, want %q", title, s, want)
		}
	}
}

func FuzzPhrases(f *testing.F) {
	f.Add("15 năm thành phố Cần Thơ")
	f.Add("  05  xã ")
	f.Fuzz(func(t *testing.T, title string) {
		phrases := Phrases(title)
		if strings.Join(phrases, " ") != title {
			t.Errorf("%q: %q", title, phrases)
		}
		if slices.ContainsFunc(phrases, func(p string) bool { return strings.Contains(p, " ") && utf8.RuneCountInString(p) > longestPhrase }) {
			t.Errorf("%q: too long: %q", title, phrases)
		}
	})
}
