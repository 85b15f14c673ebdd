package viet

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func join(words []string) string { return strings.Join(words, " ") }

// everyLetter is every Vietnamese letter with every tone, small and capital.
func everyLetter() []string {
	var all []string
	for _, base := range strings.Split("a ă â e ê i o ô ơ u ư y A Ă Â E Ê I O Ô Ơ U Ư Y", " ") {
		for _, tone := range []string{"", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"} {
			all = append(all, norm.NFC.String(base+tone))
		}
	}
	return append(all, "đ", "Đ")
}

func TestFoldEveryLetter(t *testing.T) {
	for _, s := range everyLetter() {
		if utf8.RuneCountInString(s) != 1 {
			t.Fatalf("%+q does not compose", s)
		}
		want := strings.ToLower(norm.NFD.String(s)[:1])
		if s == "đ" || s == "Đ" {
			want = "d"
		}
		for _, given := range []string{s, norm.NFD.String(s)} {
			if got := Fold(given); got != want {
				t.Errorf("Fold(%+q) = %q, want %q", given, got, want)
			}
			if got := Slug(given); got != want {
				t.Errorf("Slug(%+q) = %q, want %q", given, got, want)
			}
		}
	}
}

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{" ", ""},
		{"abc", "abc"},
		{"a  b", "a b"},
		{"a b ", "a b"},
		{"\u2003a\u00a0\u202fb\u3000c\r\n", "a b c"},
		{"a\u00adb\u200bc\u2060d\ufeff", "abcd"},
		{"“Đoàn kết”, sáng tạo…", "doan ket sang tao"},
		{"bush\u2019s\u2011x—y", "bush s x y"},
		{"½ lít", "1 2 lit"},
		{"m² ①", "m2 1"},
		{"HỘI ĐỒNG", "hoi dong"},
		{"A\u0323\u0302", "a"}, // marks in another order than NFD's
		{"o\u031b\u0300", "o"}, // ờ taken apart
		{"ơ\u0300\u0300", "o"}, // a tone too many
		{"\u0300a", "a"},       // a mark with no letter
		{"q\u0303", "q"},       // a mark that does not compose
		{"İstanbul ıI", "istanbul ii"},
		{"Москва Й", "москва й"},
		{"ΑΒΓ", "αβγ"},
		{"北京", "北京"},
		{"한국", "한국"},
		{"ไทยที่", "ไทยที่"},
		{"a\xffb", "a b"},
		{"x\x00y\ty", "x y y"},
		{"₫ 5 €", "5"},
		{"Ɖ ɖ", "d d"},
	} {
		if got := Fold(c.in); got != c.want {
			t.Errorf("Fold(%+q) = %+q, want %+q", c.in, got, c.want)
		}
	}
}

// Every rune there is: folding is idempotent and the same for NFC and NFD.
func TestFoldEveryRune(t *testing.T) {
	for r := range rune(unicode.MaxRune) {
		if r >= 0xD800 && r < 0xE000 || r >= 0x30000 && r < 0xE0000 || r >= 0xE0200 {
			continue
		}
		s := string(r)
		folded := Fold(s)
		if again := Fold(folded); again != folded {
			t.Errorf("U+%04X: folded to %+q, then to %+q", r, folded, again)
		}
		if nfd := Fold(norm.NFD.String(s)); nfd != folded {
			t.Errorf("U+%04X: folded to %+q, its NFD to %+q", r, folded, nfd)
		}
		if got := join(foldsOf(spell(s))); got != folded {
			t.Errorf("U+%04X: folded to %+q, spelled as %+q", r, folded, got)
		}
	}
}

func foldsOf(words []word) []string {
	folds := make([]string, len(words))
	for i, w := range words {
		folds[i] = w.fold
	}
	return folds
}

func TestNFC(t *testing.T) {
	nfd := norm.NFD.String("Đỗ Đức Đạt")
	if got := NFC(nfd); got != "Đỗ Đức Đạt" {
		t.Errorf("NFC = %+q", got)
	}
	if IsNFC(nfd) || !IsNFC("Đỗ Đức Đạt") {
		t.Error("IsNFC is wrong")
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Đỗ Đức Đạt", "½ a\u0300\u200b\u0302", "\u1100\u200d\u1161", "Ǆ ß ﬀ", "00\u1ee90\u0110\u1efa ", "\u1ed0\u1ee90", "и\u00ad\u0306", "\u1100\u0300\u1161", "\u03d4\u0345", "a\xff\u0300"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			s = strings.ToValidUTF8(s, " ")
		}
		folded := Fold(s)
		if again := Fold(folded); again != folded {
			t.Errorf("Fold(%+q) = %+q, folded again %+q", s, folded, again)
		}
		for _, form := range []norm.Form{norm.NFC, norm.NFD} {
			if got := Fold(form.String(s)); got != folded {
				t.Errorf("Fold(%+q) = %+q, normalised first %+q", s, folded, got)
			}
		}
		if strings.TrimSpace(folded) != folded || strings.Contains(folded, "  ") {
			t.Errorf("Fold(%+q) = %+q has spaces to spare", s, folded)
		}
		if got := join(foldsOf(spell(s))); got != folded {
			t.Errorf("Fold(%+q) = %+q, spelled %+q", s, folded, got)
		}
		if slug := Slug(s); slug != "" && !IsSlug(slug) || Slug(slug) != slug {
			t.Errorf("Slug(%+q) = %q", s, slug)
		}
		key := SpellingKey(s)
		if again := SpellingKey(key); again != key {
			t.Errorf("SpellingKey(%+q) = %+q, again %+q", s, key, again)
		}
		if search := SearchKey(s); SearchKey(search) != search || SearchKey(key) != search {
			t.Errorf("SearchKey(%+q) = %+q, again %+q, of the spelling %+q", s, search, SearchKey(search), SearchKey(key))
		}
	})
}

func TestSlug(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Sở Tài chính", "so-tai-chinh"},
		{"  Ban Thi đua - Khen thưởng ", "ban-thi-dua-khen-thuong"},
		{"123/QĐ-UBND", "123-qd-ubnd"},
		{"–", ""},
		{"北京 a 北", "a"},
		{"dd_x", "dd-x"},
	} {
		if got := Slug(c.in); got != c.want {
			t.Errorf("Slug(%q) = %q, want %q", c.in, got, c.want)
		}
	}
	for s, want := range map[string]bool{
		"a": true, "so-tai-chinh": true, "1-2": true, "bang-khen-001": true,
		"": false, "-": false, "a-": false, "-a": false, "a--b": false, "A": false, "đ": false, "a b": false, "a_b": false, "a.b": false,
	} {
		if IsSlug(s) != want {
			t.Errorf("IsSlug(%q) is %v", s, !want)
		}
	}
}

func TestSpellingKey(t *testing.T) {
	same := [][]string{
		{"hoà", "hòa", "HÒA", norm.NFD.String("hoà"), norm.NFD.String("hòa"), " hòa. "},
		{"thuỷ", "thủy", "THỦY"},
		{"kỷ", "kỉ"}, {"Lý", "Lí"}, {"quý", "quí"}, {"Y tế", "I tế"}, {"Mỹ", "Mĩ"}, {"ý", "í"},
		{"Bình Thủy", "bình  thuỷ", "Bình-Thủy"},
		{"Đạt", "Ðạt", "ðạt"},
		{"khỏe", "khoẻ"}, {"xúy", "xuý"},
	}
	for _, group := range same {
		for _, s := range group[1:] {
			if SpellingKey(s) != SpellingKey(group[0]) {
				t.Errorf("%q and %q differ: %+q, %+q", group[0], s, SpellingKey(group[0]), SpellingKey(s))
			}
		}
	}
	for _, pair := range [][2]string{
		{"thúy", "thúi"}, {"tay", "tai"}, {"hoà", "hoá"}, {"đạt", "dạt"}, {"ân", "an"}, {"An Bình", "Anbình"},
		{"ơ", "ô"}, {"huy", "hui"}, {"yến", "iến"}, {"dương", "đương"}, {"ă", "â"}, {"đ", "d"}, {"An", ""},
	} {
		if SpellingKey(pair[0]) == SpellingKey(pair[1]) {
			t.Errorf("%q and %q are one", pair[0], pair[1])
		}
	}
	seen := map[string]string{}
	for _, s := range everyLetter() {
		key := SpellingKey("t" + s + "n")
		if other := seen[key]; other != "" && !strings.EqualFold(other, s) {
			t.Errorf("%q and %q are one", other, s)
		}
		seen[key] = s
	}
}

func BenchmarkFold(b *testing.B) {
	for name, s := range map[string]string{
		"NFC":    "Nguyễn Thị Ngọc Huyền",
		"NFD":    norm.NFD.String("Nguyễn Thị Ngọc Huyền"),
		"folded": "nguyen thi ngoc huyen",
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Fold(s)
			}
		})
	}
}

// FuzzSpellingKey: what is remembered of parts says the same as the whole looked at anew.
func FuzzSpellingKey(f *testing.F) {
	for _, s := range []string{"Nguyễn Thị  Kỷ", "a ́b", "A\u200bB C", "½ ﬁ x", " Đỗ-Đức Đạt ", "e ̂", "कि ि", "ﷺ y qu"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for range 2 {
			if got, want := SpellingKey(s), keyOf(s); got != want {
				t.Errorf("%+q: %+q, as a whole %+q", s, got, want)
			}
		}
	})
}

// FuzzSearchWords holds an index's words to being those that Match sees.
func FuzzSearchWords(f *testing.F) {
	for _, c := range readTable(f).Match {
		f.Add(c.Text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		words := SearchWords(text)
		if whole := wordsOf(text); !slices.Equal(words, whole) {
			t.Fatalf("SearchWords(%q) = %q, as a whole %q", text, words, whole)
		}
		if key := SearchKey(text); !hasCity(text) && key != joinKeys(words) {
			t.Fatalf("SearchWords(%q) = %q, want the keys %q", text, words, key)
		}
		for i, w := range spoken(text) {
			if strings.Trim(w.fold, "abcdefghijklmnopqrstuvwxyz0123456789") != "" || utf8.RuneCountInString(w.tones) > 1 {
				continue
			}
			again := spell(words[i].Spelling)
			if len(again) != 1 || again[0].fold != w.fold || string(again[0].shape) != string(w.shape) || again[0].tones != w.tones {
				t.Fatalf("%q is spelled %q, which reads as %+q, not %+q", text, words[i].Spelling, again, w)
			}
		}
	})
}

// hasCity tells whether a text may have a word that is read as two.
func hasCity(text string) bool { return slices.Contains(Words(text), "tp") }

func joinKeys(words []SearchWord) string {
	var keys []string
	for _, w := range words {
		keys = append(keys, w.Key)
	}
	return strings.Join(keys, " ")
}
