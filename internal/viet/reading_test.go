package viet

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestHardWords(t *testing.T) {
	readings := map[string]string{"H'Hen": "Hơ Hen", "Thạch Sà Rết": "Thạch Sà-rêt", "TM": "thương mại"}
	say := func(w string) (string, bool) { s, ok := readings[w]; return s, ok }
	for text, want := range map[string]string{
		"Công ty TNHH MTV Ví Dụ":             "TNHH=trách nhiệm hữu hạn MTV=một thành viên",
		"Nguyễn Thị Huỳnh Như, Phó Giám đốc": "",
		"H'Hen Niê": "H'Hen=Hơ Hen Niê=?",
		"Ông Thạch Sà Rết (người Khmer)":          "Thạch Sà Rết=Thạch Sà-rêt Khmer=?",
		"Công ty TM-DV ABCX, TP. Cần Thơ":         "TM=thương mại DV=? ABCX=? TP.=thành phố",
		"Sở LĐ-TB&XH":                             "LĐ-TB&XH=Lao động, Thương binh và Xã hội",
		"Khuỷu Hươu Ngoằn Ngoèo":                  "Khuỷu=? Hươu=? Ngoèo=?",
		"Khu vực 1, lớp 5A, khối II, tổ A":        "",
		"VNPT Cần Thơ":                            "VNPT=?",
		"Y Wơr":                                   "Wơr=?",
		"Ủy ban nhân dân phường Ươm, ấp Quỳnh":    "",
		"Giêng Gìn Quốc Quý Quyết Quẩn Giữ Ghềnh": "",
		"PGS.TS. Lê Thí Dụ, CN Mẫu":               "PGS=phó giáo sư TS=tiến sĩ CN=?",
		"TNHH và TNHH":                            "TNHH=trách nhiệm hữu hạn",
	} {
		var got []string
		for _, h := range HardWords(text, say, 3) {
			said := h.Said
			if said == "" {
				said = "?"
			}
			got = append(got, h.Written+"="+said)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestReadingWhy: each word with its reason.
func TestReadingWhy(t *testing.T) {
	got := fmt.Sprint(HardWords("UBND Blơk Hươu VNPT", nil, 0))
	if want := "[{UBND Ủy ban nhân dân 1} {Blơk  2} {Hươu  3} {VNPT  1}]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestSyllables: common family names, middle names and words are syllables; what other languages spell is not.
func TestSyllables(t *testing.T) {
	for _, w := range strings.Fields(`Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Trịnh Đoàn Tạ Quách Thái Khổng Nghiêm Giang Triệu Tôn Văn Thị Hữu
		Đức Ngọc Minh Thanh Quốc Thùy Thuỳ Kim Hoài Phương Xuân Thế Mỹ Bảo Đượm Thưởng Uyên Ước Vỹ Yến Tuệ Khuê Oanh Nguyệt Quỳnh Thoại Khoa Nghĩa Yên Ý Quyền Quế Thuật Luân Huế Trường
		NGUYỄN ĐẶNG nghiêng ngoắc giếng gì quả quầy khuya tuýp hươu xoong`) {
		if !IsSyllable(w) {
			t.Errorf("%q is no syllable", w)
		}
	}
	for _, w := range strings.Fields("Khmer Blơk Niê Krông Ksor Êban H'Hen John Wang Phiip UBND Đăk-Nông Zô ngn aa") {
		if IsSyllable(w) {
			t.Errorf("%q is a syllable", w)
		}
	}
}

func FuzzHardWords(f *testing.F) {
	f.Add("Công ty TNHH MTV H'Hen, TP. Cần Thơ")
	f.Fuzz(func(t *testing.T, s string) {
		seen := map[string]bool{}
		for _, h := range HardWords(s, func(w string) (string, bool) { return "", w == "x y" }, 2) {
			if h.Written == "" && h.Why != Told || seen[h.Written] || utf8.ValidString(s) && !strings.Contains(strings.Join(strings.Fields(NFC(s)), " "), h.Written) {
				t.Errorf("%q: %+v", s, h)
			}
			seen[h.Written] = true
		}
	})
}
