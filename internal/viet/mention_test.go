package viet

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestReplaceMentions(t *testing.T) {
	for _, c := range []struct{ text, name, want string }{
		{"Theo báo cáo của Nguyễn Văn An, ngày 2", "Nguyễn Văn An", "Theo báo cáo của …, ngày 2"},
		{"NGUYỄN  VĂN\u00a0AN và nguyễn văn an", "Nguyễn Văn An", "… và …"},
		{norm.NFD.String("Lê Thị Hoà") + ", Lê Thị Hòa", "Lê Thị Hòa", "…, …"},
		{"Trần Thị Thuỷ; Trần Thị Thủy; Trần Thị Thúy", "Trần Thị Thủy", "…; …; Trần Thị Thúy"},
		{"Nguyễn Văn Anh", "Nguyễn Văn An", "Nguyễn Văn Anh"},
		{"Nguyễn Văn Án", "Nguyễn Văn An", "Nguyễn Văn Án"},
		{"(H'Hen Niê)", "H'Hen Niê", "(…)"},
		{"Lâm Lâm Lâm", "Lâm Lâm", "… Lâm"},
		{"", "Nguyễn", ""},
		{"Nguyễn", "", "Nguyễn"},
		{"Nguyễn", "…", "Nguyễn"},
	} {
		if got := ReplaceMentions(c.text, c.name, "…"); got != c.want {
			t.Errorf("%q without %q: %q, want %q", c.text, c.name, got, c.want)
		}
	}
}

// FuzzMentions: ranges are of the text, in order, and hold the name.
func FuzzMentions(f *testing.F) {
	f.Add("Theo Nguyễn Văn An", "nguyễn văn an")
	f.Add("H'Hen\u0301 \xff", "h hen")
	f.Fuzz(func(t *testing.T, text, name string) {
		end := 0
		for _, m := range Mentions(text, name) {
			if m[0] < end || m[1] <= m[0] || m[1] > len(text) || SpellingKey(text[m[0]:m[1]]) != SpellingKey(name) {
				t.Fatalf("%v of %q", m, text)
			}
			end = m[1]
		}
	})
}
