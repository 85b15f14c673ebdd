package viet

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestCapitals(t *testing.T) {
	for _, c := range []struct {
		name string
		all  bool
		want string
	}{
		{"NGUYỄN VĂN A", true, "Nguyễn Văn A"},
		{norm.NFD.String("ĐỖ ĐỨC ĐẠT"), true, "Đỗ Đức Đạt"},
		{"ƯNG HOÀ", true, "Ưng Hoà"},
		{"H'HEN NIÊ", true, "H'Hen Niê"},
		{"K’BRƠI (K’TUYẾT)", true, "K’Brơi (K’Tuyết)"},
		{"LÊ-PHẠM THỊ Ý", true, "Lê-Phạm Thị Ý"},
		{"Nguyễn Văn A", false, "Nguyễn Văn A"},
		{"NGUYỄN Văn A", false, "Nguyễn Văn A"},
		{"Y A", false, "Y A"},
		{"Ý", false, "Ý"},
		{"12", false, "12"},
		{"", false, ""},
	} {
		if all := AllCapitals(c.name); all != c.all {
			t.Errorf("AllCapitals(%q): %v", c.name, all)
		}
		if got := Capitalized(c.name); got != c.want {
			t.Errorf("Capitalized(%q): %q, want %q", c.name, got, c.want)
		}
	}
}
