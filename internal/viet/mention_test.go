package viet

import (
	"slices"
	"testing"
	"unicode"
	"unicode/utf8"

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

// FuzzMentions: ranges are of the text, in order, and hold the name; they are all that spelling each run of words would find.
func FuzzMentions(f *testing.F) {
	f.Add("Theo Nguyễn Văn An", "nguyễn văn an")
	f.Add("H'Hen\u0301 \xff", "h hen")
	f.Add("Y Ban, I Ban, ÝBan, d\u0335o \u212aim Kim", "y ban")
	f.Add("Kim \u212aim k\u0301im", "kim")
	f.Fuzz(func(t *testing.T, text, name string) {
		end := 0
		for _, m := range Mentions(text, name) {
			if m[0] < end || m[1] <= m[0] || m[1] > len(text) || SpellingKey(text[m[0]:m[1]]) != SpellingKey(name) {
				t.Fatalf("%v of %q", m, text)
			}
			end = m[1]
		}
		if got, want := Mentions(text, name), spelled(text, name); !slices.Equal(got, want) {
			t.Fatalf("%q in %q: %v, and spelled %v", name, text, got, want)
		}
	})
}

// spelled is Mentions without a shortcut.
func spelled(text, name string) (out [][2]int) {
	var words [][2]int
	end := -1
	for i, r := range text {
		if !unicode.In(r, unicode.L, unicode.M, unicode.Nd) {
			continue
		}
		if i != end {
			words = append(words, [2]int{i, i})
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		end = i + size
		words[len(words)-1][1] = end
	}
	key, n := SpellingKey(name), len(tokens(name))
	for i := 0; key != "" && i+n <= len(words); i++ {
		if from, to := words[i][0], words[i+n-1][1]; SpellingKey(text[from:to]) == key {
			out = append(out, [2]int{from, to})
			i += n - 1
		}
	}
	return out
}
