package viet

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestParseName(t *testing.T) {
	for _, c := range []struct {
		full, given string
		want        Name
		ends        bool
	}{
		{"Đỗ Đức Đạt", "", Name{"Đỗ", "Đức", "Đạt"}, false},
		{norm.NFD.String("Đỗ Đức Đạt"), "", Name{"Đỗ", "Đức", "Đạt"}, false},
		{"Nguyễn Thị Ngọc Huyền", "", Name{"Nguyễn", "Thị Ngọc", "Huyền"}, false},
		{"Nguyễn Thị Ngọc Huyền", "Ngọc Huyền", Name{"Nguyễn", "Thị", "Ngọc Huyền"}, true},
		{"Nguyễn Minh Họa", "minh hoạ", Name{"Nguyễn", "", "Minh Họa"}, true},
		{"Nguyễn Minh Họa", "Họa", Name{"Nguyễn", "Minh", "Họa"}, true},
		{"Nguyễn Minh Họa", "Ví Dụ", Name{"Nguyễn", "Minh", "Họa"}, false},
		{"Nguyễn Minh Họa", "inh Họa", Name{"Nguyễn", "Minh", "Họa"}, false},
		{"Ví Dụ", "Ví Dụ", Name{Given: "Ví Dụ"}, true},
		{"Dụ", "Ví Dụ", Name{Given: "Dụ"}, false},
		{"Lê Mẫu", "", Name{"Lê", "", "Mẫu"}, false},
		{"  Lê\u00a0 Văn \t Mẫu ", "", Name{"Lê", "Văn", "Mẫu"}, false},
		{"Thào", "", Name{Given: "Thào"}, false},
		{"Lê -", "-", Name{"Lê", "", "-"}, false},
		{"", "", Name{}, false},
		{" ", "An", Name{}, false},
	} {
		got := ParseName(c.full, c.given)
		if got != c.want {
			t.Errorf("ParseName(%q, %q) = %+v, want %+v", c.full, c.given, got, c.want)
		}
		if ends := EndsWithGiven(c.full, c.given); ends != c.ends {
			t.Errorf("EndsWithGiven(%q, %q) is %v", c.full, c.given, ends)
		}
	}
}

func FuzzParseName(f *testing.F) {
	f.Add("Nguyễn Thị Ngọc Huyền", "Ngọc Huyền")
	f.Add("Thào", "")
	f.Fuzz(func(t *testing.T, full, given string) {
		n := ParseName(full, given)
		if got, want := n.String(), strings.Join(strings.Fields(NFC(full)), " "); got != want {
			t.Errorf("%+v reads %q, want %q", n, got, want)
		}
		if n.Given == "" && n != (Name{}) || n.Family == "" && n.Middle != "" {
			t.Errorf("%+v has holes", n)
		}
	})
}

func TestLetter(t *testing.T) {
	for in, want := range map[string]string{
		"An": "A", "ánh": "A", "Ẳng": "Ă", "Ấn": "Â", "Đạt": "Đ", "đ": "Đ", "Ðạt": "Đ", "Dương": "D",
		"Em": "E", "Ế": "Ê", "Oanh": "O", "Ổn": "Ô", "Ớt": "Ơ", "Ưng": "Ư", "Út": "U", "Ý Nhi": "Y", "Yến": "Y",
		"Fatima": "F", "john": "J", "Winston": "W", "Zung": "Z",
		norm.NFD.String("Ấn"): "Â", norm.NFD.String("Ổn"): "Ô",
		"“Ân”": "Â", "'Hen": "H", "Østen": "O", "Çelik": "C", "Łukasz": "L", "Æsir": "A",
		"2": "#", "": "#", "-": "#", "北": "#", "Иван": "#",
	} {
		if got := Letter(in); got != want {
			t.Errorf("Letter(%+q) = %q, want %q", in, got, want)
		}
	}
}

func TestLetters(t *testing.T) {
	all := Letters()
	if len(all) != 34 || all[33] != "#" {
		t.Fatalf("Letters() = %q", all)
	}
	if !slices.IsSortedFunc(all[:33], NewCollator().Compare) {
		t.Errorf("Letters() = %q, not in the order of Collator", all)
	}
	slugs := map[string]bool{}
	for _, l := range all {
		if got := Letter(l); got != l {
			t.Errorf("Letter(%q) = %q", l, got)
		}
		slug := LetterSlug(l)
		if !IsSlug(slug) || slugs[slug] {
			t.Errorf("LetterSlug(%q) = %q", l, slug)
		}
		slugs[slug] = true
	}
	for letter, want := range map[string]string{
		"A": "a", "Ă": "aw", "Â": "aa", "D": "d", "Đ": "dd", "Ê": "ee", "Ô": "oo", "Ơ": "ow", "Ư": "uw",
		"#": "khac", "?": "khac", norm.NFD.String("Ê"): "ee",
	} {
		if got := LetterSlug(letter); got != want {
			t.Errorf("LetterSlug(%q) = %q, want %q", letter, got, want)
		}
	}
	if Letters()[0] = "x"; Letters()[0] != "A" {
		t.Error("the caller can change the alphabet")
	}
}

func TestNearest(t *testing.T) {
	units := []string{"so-tai-chinh", "so-tu-phap", "so-noi-vu", "so-y-te", "ubnd-quan-o-mon", "ninh-kieu"}
	keys := []string{"id", "name", "short", "aliases", "kind", "block", "parent", "order", "verified", "source"}
	for _, c := range []struct {
		word       string
		candidates []string
		want       string
		ok         bool
	}{
		{"so-tai-chinnh", units, "so-tai-chinh", true},
		{"Sở Tài chính", units, "so-tai-chinh", true},
		{"so_tai_chinh", units, "so-tai-chinh", true},
		{"sotaichinh", units, "so-tai-chinh", true},
		{"so-noi-vuj", units, "so-noi-vu", true},
		{"ninh-kiue", units, "ninh-kieu", true},
		{"so-cong-thuong", units, "", false},
		{"nmae", keys, "name", true},
		{"Name", keys, "name", true},
		{"verifed", keys, "verified", true},
		{"aka", keys, "", false},
		{"i", keys, "", false},
		{"di", keys, "id", true},
		{"", keys, "", false},
		{"-", keys, "", false},
		{"name", nil, "", false},
		{"bac", []string{"bad", "bat", "baz"}, "bad", true},
		{"bac", []string{"baz", "bat", "bad"}, "bad", true},
		{"đao", []string{"dao", "đào"}, "dao", true},
		{"đáo", []string{"dao", "đào"}, "đào", true},
		{"abcdef", []string{"abcd"}, "abcd", true},
		{"abcdef", []string{"abc"}, "", false},
		{"a", []string{"A", "b"}, "A", true},
	} {
		got, ok := Nearest(c.word, c.candidates)
		if got != c.want || ok != c.ok {
			t.Errorf("Nearest(%q) = %q, %v, want %q", c.word, got, ok, c.want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "abc", 3}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"abc", "abd", 1},
		{"abc", "ab", 1}, {"kitten", "sitting", 3}, {"ca", "abc", 3}, {"abcd", "badc", 2},
	} {
		if got := distance([]rune(c.a), []rune(c.b)); got != c.want {
			t.Errorf("distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
		if got := distance([]rune(c.b), []rune(c.a)); got != c.want {
			t.Errorf("distance(%q, %q) = %d, want %d", c.b, c.a, got, c.want)
		}
	}
}
