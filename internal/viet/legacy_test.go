package viet

import (
	"strings"
	"testing"
)

func TestDecodeLegacy(t *testing.T) {
	for _, c := range []struct {
		e        Encoding
		in, want string
	}{
		{TCVN3, "NguyÔn V¨n §¹t", "Nguyễn Văn Đạt"},
		{TCVN3, "Së Gi¸o dôc vµ §µo t¹o", "Sở Giáo dục và Đào tạo"},
		{TCVN3, "§\u00ADêng NguyÔn ThÞ Minh Khai", "Đường Nguyễn Thị Minh Khai"},
		{TCVN3, "Uû ban nh©n d©n quËn B×nh Thuû", "Uỷ ban nhân dân quận Bình Thuỷ"},
		{VNI, "Nguyeãn Vaên Ñaït", "Nguyễn Văn Đạt"},
		{VNI, "Sôû Giaùo duïc vaø Ñaøo taïo", "Sở Giáo dục và Đào tạo"},
		{VNI, "Traàn Thò Höôøng", "Trần Thị Hường"},
		{VNI, "ÑAËNG VAÊN HUØNG", "ĐẶNG VĂN HÙNG"},
		{VNI, "Kyõ thuaät, quyù, Thuûy, nghæ, Mó, Myõ", "Kỹ thuật, quý, Thủy, nghỉ, Mĩ, Mỹ"},
	} {
		if got := c.e.Decode(c.in); got != NFC(c.want) {
			t.Errorf("%s %q = %q, want %q", c.e, c.in, got, c.want)
		}
	}
}

func TestWeigh(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Encoding
	}{
		{"NguyÔn V¨n §¹t", TCVN3}, {"Nguyeãn Vaên Ñaït", VNI}, {"Nguyễn Văn Đạt", Unicode}, {"Bình Trí", Unicode},
		{"Hoàn thành xuất sắc nhiệm vụ", Unicode}, {"Hoµn thµnh xuÊt s¾c nhiÖm vô", TCVN3}, {"Hoaøn thaønh xuaát saéc nhieäm vuï", VNI},
	} {
		ev := Weigh(c.in)
		for e := range ev.Words {
			if Encoding(e) != c.want && (ev.Words[e] > ev.Words[c.want] || c.want != Unicode && ev.Words[c.want] == 0) {
				t.Errorf("%q: %+v", c.in, ev)
			}
		}
	}
	if ev := Weigh("Võ Trí Tâm"); ev.Words[TCVN3] > 0 || ev.Words[VNI] > 0 {
		t.Errorf("Võ Trí Tâm is taken for an old font's: %+v", ev)
	}
}

func TestDecodeText(t *testing.T) {
	for _, c := range []struct{ in, want, name string }{
		{"Lê", "Lê", "UTF-8"}, {"\xEF\xBB\xBFLê", "Lê", "UTF-8 có BOM"}, {"\xFF\xFEL\x00\xEA\x00", "Lê", "UTF-16 LE"}, {"\xFE\xFF\x00L\x00\xEA", "Lê", "UTF-16 BE"},
		{"L\x00\xEA\x00", "Lê", "UTF-16 LE"},
		{"Nguy\xEA\xDEn V\xE3n \xD0\xF2at Tr\xE2\xCCn Th\xF2i", "", "không rõ bảng mã"},
		{"Nguy\xEA\xDEn V\xE3n \xD0a\xF2t, Tr\xE2\xCCn Thi\xF2", "Nguyễn Văn Đạt, Trần Thị", "Windows-1258"},
		{"Nguy\xD4n V\xA8n \xA7\xB9t", "NguyÔn V¨n §¹t", "TCVN3 (ABC)"},
		{"Nguye\xE3n Va\xEAn \xD1a\xEFt", "Nguyeãn Vaên Ñaït", "VNI"},
		{"\x00\x01\x00\x00\x02\x00\x03\x00\x00", "", "không phải văn bản"},
	} {
		text, charset, ok := DecodeText([]byte(c.in))
		if !ok {
			text = ""
		}
		if charset.Name == "Windows-1258" && !ok {
			continue
		}
		if text != strings.ReplaceAll(c.want, "\u200b", "") || charset.Name != c.name {
			t.Errorf("%q = %q %+v %v, want %q %s", c.in, text, charset, ok, c.want, c.name)
		}
	}
}

func TestAddressed(t *testing.T) {
	for _, c := range []struct{ in, honorific, titles, name string }{
		{"Ông Nguyễn Văn A", "Ông", "", "Nguyễn Văn A"},
		{"Bà: Trần Thị B", "Bà", "", "Trần Thị B"},
		{"Ô. Nguyễn Văn A", "Ông", "", "Nguyễn Văn A"},
		{"Ông/Bà Nguyễn Văn A", "", "", "Nguyễn Văn A"},
		{"Ông (Bà) Nguyễn Văn A", "", "", "Nguyễn Văn A"},
		{"đ/c Lê Văn C", "Đồng chí", "", "Lê Văn C"},
		{"Đồng chí Lê Văn C", "Đồng chí", "", "Lê Văn C"},
		{"TS. BS. Nguyễn Văn A", "", "TS|BS", "Nguyễn Văn A"},
		{"PGS.TS.Nguyễn Văn A", "", "PGS|TS", "Nguyễn Văn A"},
		{"PGS-TS Nguyễn Văn A", "", "PGS|TS", "Nguyễn Văn A"},
		{"BS CKII Trần Thị B", "", "BS|CKII", "Trần Thị B"},
		{"Thượng tá Nguyễn Văn A", "", "Thượng tá", "Nguyễn Văn A"},
		{"Đại úy Phạm Văn D", "", "Đại úy", "Phạm Văn D"},
		{"Bác sĩ chuyên khoa II Nguyễn Văn A", "", "Bác sĩ chuyên khoa II", "Nguyễn Văn A"},
		{"Ông Thượng tá Nguyễn Văn A", "Ông", "Thượng tá", "Nguyễn Văn A"},
		{"Ông Ích Khiêm", "", "", "Ông Ích Khiêm"},
		{"Anh Thư", "", "", "Anh Thư"},
		{"1. Nguyễn Văn A", "", "", "Nguyễn Văn A"},
		{"ÔNG NGUYỄN VĂN A", "Ông", "", "NGUYỄN VĂN A"},
		{"H'Hen Niê", "", "", "H'Hen Niê"},
		{"Nguyễn Thị A-Ni", "", "", "Nguyễn Thị A-Ni"},
		{"Nguyễn Văn A.", "", "", "Nguyễn Văn A."},
		{"TS.", "", "", "TS."},
		{"Bà", "", "", "Bà"},
		{"Bà mẹ Việt Nam anh hùng Nguyễn Thị Tư", "", "Bà mẹ Việt Nam anh hùng", "Nguyễn Thị Tư"},
	} {
		p := Addressed(c.in)
		if p.Honorific != c.honorific || strings.Join(p.Titles, "|") != c.titles || p.Name != c.name {
			t.Errorf("%q = %+v, want %q %q %q", c.in, p, c.honorific, c.titles, c.name)
		}
	}
	if !Addressed("Ông Ích Khiêm").Doubtful {
		t.Error("Ông Ích Khiêm is in no doubt")
	}
}

func FuzzAddressed(f *testing.F) {
	for _, s := range []string{"Ông Nguyễn Văn A", "PGS.TS.Nguyễn Văn A", "đ/c Lê", "1. Bà. TS", "Ông (Bà) A", "Ô.B. C", "--", "(", "Ông - Bà Lê A"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p := Addressed(s)
		squeeze := func(s string) string { return strings.Join(strings.Fields(NFC(s)), "") }
		if squeeze(p.Before+p.Name) != squeeze(s) {
			t.Errorf("%q became %+v", s, p)
		}
		if squeeze(s) != "" && p.Name == "" {
			t.Errorf("%q has lost its name: %+v", s, p)
		}
	})
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{"NguyÔn V¨n §¹t", "Nguyeãn Vaên Ñaït", "Nguyễn", "a\u0301ù", "\xff\xfe", "ôùâ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, e := range []Encoding{Unicode, TCVN3, VNI} {
			d := e.Decode(s)
			if !IsNFC(d) {
				t.Errorf("%s %q = %q is not NFC", e, s, d)
			}
			if isASCII(s) && d != s {
				t.Errorf("%s changes %q to %q", e, s, d)
			}
		}
		Weigh(s)
		DecodeText([]byte(s))
	})
}
