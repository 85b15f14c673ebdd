package viet

import (
	"bytes"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// ascending lists texts that must stand in this order, all different.
var ascending = map[string]string{
	"alphabet":       "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z",
	"tones":          "a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ b",
	"tone, then end": "ba bà bạ bac bác bạc bai",
	"letter first":   "Ba Bạ Bă Bẳ Bâ Bè Bê Bo Bô Bố Bơ",
	"đ after d":      "da dạ dz đa đà e",
	"ơ after ô":      "on ỏn ôn ổn ơn ờn p",
	"ư after u":      "uyên ưng ứng v",
	"tone place":     "hoa hoà hòa hoả hỏa hoã hõa hoá hóa hoạ họa hoai",
	"uy":             "thuy thuỳ thùy thuỷ thủy thuý thúy thuỵ thụy",
	"Ð as đ":         "dương đương Ðường đưỡng e",
	"capitals":       "AN an ÀN àn ÁN án ĂN ăn",
	"numbers":        "2 9 010 10 11 100 a",
}

func TestCompare(t *testing.T) {
	c := NewCollator()
	check := func(name string, want []string) {
		t.Helper()
		got := slices.Clone(want)
		rand.New(rand.NewSource(1)).Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
		slices.SortFunc(got, c.Compare)
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n got %s\nwant %s", name, strings.Join(got, " · "), strings.Join(want, " · "))
		}
	}
	for name, text := range ascending {
		check(name, strings.Fields(text))
	}
	check("words", []string{"An Bình", "An Cư", "An Hòa", "An Hội", "Anh", "Ánh", "Ân", "Ba Láng", "Bà Láng", "Ba Láng 2", "Ba Láng 10", "Bình Thuỷ", "Bình Thủy"})
	check("units", []string{"Phường 2", "Phường 3", "Phường 10", "Phường An Bình", "Phường An Hòa", "Xã Đông Bình", "Xã Đông Hiệp"})
	if c.Compare("Đỗ", norm.NFD.String("Đỗ")) != 0 {
		t.Error("NFD stands apart from NFC")
	}
}

func TestCompareNames(t *testing.T) {
	want := []Name{
		{Given: "An"},
		{Family: "Lê", Given: "An"},
		{Family: "Lê", Middle: "Thị", Given: "An"},
		{Family: "LÊ", Middle: "VĂN", Given: "AN"}, // capitals only settle what is equal
		{Family: "Lê", Middle: "Văn", Given: "An"},
		{Family: "Nguyễn", Middle: "Văn", Given: "An"},
		{Family: "An", Given: "Ánh"},
		{Family: "Nguyễn", Middle: "Thị", Given: "Ánh"},
		{Family: "Bùi", Given: "Ân"},
		{Family: "Đỗ", Given: "Dương"},
		{Family: "Bùi", Given: "Đường"},
		{Family: "Lê", Middle: "A", Given: "Hòa"},
		{Family: "Lê", Middle: "B", Given: "Hoà"}, // two spellings of one given name
		{Family: "Lê", Middle: "C", Given: "Hòa"},
		{Family: "Bùi", Given: "Hoá"},
		{Family: "Trần", Given: "Minh"},
		{Family: "Bùi", Given: "Minh Họa"},
		{Family: "Bùi", Given: "Ý"},
	}
	c := NewCollator()
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, c.CompareNames)
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("place %d: got %v, want %v", i, got[i], want[i])
		}
	}
}

// The order is that of x/text, hence of ICU, wherever both speak of the same
// thing: texts in one case with the tone on one place.
func TestCompareAsICU(t *testing.T) {
	initials := strings.Fields("b c ch d đ g gh gi h k kh l m n ng nh ph qu r s t th tr v x")
	rhymes := strings.Fields("a à ả ã á ạ an án ạn ă ăn ắn ằng â ân ấn ậu e é ẹ em ê ế ên ện i í inh ịnh o ó ô ố ồng ổng ơ ờ ơn u ù úc ư ừ ứng ương ường ượng")
	rng := rand.New(rand.NewSource(2))
	syllable := func() string { return initials[rng.Intn(len(initials))] + rhymes[rng.Intn(len(rhymes))] }
	var texts []string
	for range 4000 {
		text := syllable()
		for range rng.Intn(3) {
			text += []string{" ", " ", " ", "-", ", "}[rng.Intn(5)] + syllable()
		}
		if rng.Intn(6) == 0 {
			text += " " + FormatInt(int64(rng.Intn(120)))
		}
		texts = append(texts, text)
	}
	oracle := collate.New(language.Vietnamese, collate.Numeric)
	c := NewCollator()
	for range 40000 {
		a, b := texts[rng.Intn(len(texts))], texts[rng.Intn(len(texts))]
		if got, want := c.Compare(a, b), oracle.CompareString(a, b); got != want {
			t.Fatalf("Compare(%q, %q) = %d, ICU says %d", a, b, got, want)
		}
	}
}

func FuzzNameKey(f *testing.F) {
	f.Add("An", "Lê", "Văn", "An", "Lê", "Vân")
	f.Add("Hoà", "", "", "Hòa", "A", "")
	f.Add("a0", "b", "", "a", "0b", "")
	f.Add("a\x00", "", "", "a", "\x00", "")
	f.Fuzz(func(t *testing.T, g1, f1, m1, g2, f2, m2 string) {
		c := NewCollator()
		a, b := Name{f1, m1, g1}, Name{f2, m2, g2}
		got := bytes.Compare(c.NameKey(a), c.NameKey(b))
		if compared := c.CompareNames(a, b); compared != got || c.CompareNames(b, a) != -got {
			t.Errorf("CompareNames = %d, back %d, keys say %d", compared, c.CompareNames(b, a), got)
		}
		if want := c.byParts(a, b); got != want {
			t.Errorf("%+q, %+q: keys say %d, part by part %d", a, b, got, want)
		}
		if c.Compare(g1, g2) != bytes.Compare(c.Key(g1), c.Key(g2)) {
			t.Errorf("Compare(%+q, %+q) disagrees with Key", g1, g2)
		}
		if (c.Compare(g1, g2) == 0) != (NFC(g1) == NFC(g2)) {
			t.Errorf("Compare(%+q, %+q) = %d", g1, g2, c.Compare(g1, g2))
		}
	})
}

// byParts compares names without joining keys.
func (c *Collator) byParts(a, b Name) int {
	as, bs := []string{a.Given, a.Family, a.Middle}, []string{b.Given, b.Family, b.Middle}
	var buf collate.Buffer
	key := func(s string) []byte {
		return slices.Clone(c.order.KeyFromString(&buf, toneLast(NFC(s))))
	}
	for i := range as {
		if d := bytes.Compare(key(as[i]), key(bs[i])); d != 0 {
			return d
		}
	}
	for i := range as {
		if d := strings.Compare(NFC(as[i]), NFC(bs[i])); d != 0 {
			return d
		}
	}
	return 0
}

func BenchmarkNameKey(b *testing.B) {
	c := NewCollator()
	n := ParseName("Nguyễn Thị Ngọc Huyền", "")
	b.ReportAllocs()
	for b.Loop() {
		c.NameKey(n)
	}
}

func BenchmarkSortNames(b *testing.B) {
	families := strings.Fields("Nguyễn Trần Lê Phạm Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý")
	givens := strings.Fields("An Ân Anh Ánh Bình Châu Đạt Dương Đường Hà Hoà Hòa Hương Khoa Lan Minh Mỹ Nga Oanh Phúc Quý Sơn Thủy Tú Uyên Ưng Việt Xuân Yến")
	names := make([]Name, 64000)
	for i := range names {
		names[i] = Name{families[i%len(families)], givens[i/7%len(givens)], givens[i/3%len(givens)]}
	}
	for b.Loop() {
		c := NewCollator()
		keys := make([][]byte, len(names))
		for i, n := range names {
			keys[i] = c.NameKey(n)
		}
		slices.SortFunc(keys, bytes.Compare)
	}
}
