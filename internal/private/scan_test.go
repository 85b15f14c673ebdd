package private

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

type one struct {
	line        int
	kinds, text string
}

var escape = regexp.MustCompile(`\\u\{([0-9A-F]+)\}`)

// cases are the lines of testdata/cases.txt.
func cases(t testing.TB) []one {
	b, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []one
	for i, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		kinds, text, ok := strings.Cut(line, " | ")
		if !ok {
			t.Fatalf("line %d", i+1)
		}
		text = strings.NewReplacer(`\n`, "\n", `\t`, "\t").Replace(text)
		text = escape.ReplaceAllStringFunc(text, func(e string) string {
			n, _ := strconv.ParseUint(escape.FindStringSubmatch(e)[1], 16, 32)
			return string(rune(n))
		})
		out = append(out, one{i + 1, kinds, text})
	}
	return out
}

func found(text string) string {
	var kinds []string
	for _, f := range Scan(text) {
		kinds = append(kinds, f.Kind.String())
	}
	if kinds == nil {
		return "-"
	}
	return strings.Join(kinds, " ")
}

// TestCases is the table of what is found and what is not; each line also within a sentence and a list, and masked.
func TestCases(t *testing.T) {
	all := cases(t)
	if len(all) < 150 {
		t.Fatalf("%d cases", len(all))
	}
	right, missed, wrong := 0, 0, 0
	for _, c := range all {
		for _, frame := range []string{"%s", "Tuyên dương điển hình: %s\n\nvà những người khác.", "“%s”", "x; %s; y"} {
			text := fmt.Sprintf(frame, c.text)
			if strings.HasPrefix(c.text, "Tổ ") && frame != "%s" {
				continue // a collective's name only where it begins
			}
			got := found(text)
			switch {
			case got == c.kinds:
				right++
			case c.kinds == "-":
				wrong++
			default:
				missed++
			}
			if got != c.kinds {
				t.Errorf("line %d: %q: %s, want %s", c.line, text, got, c.kinds)
			}
			if again := found(Mask(text)); again != "-" && c.kinds != "-" && !strings.Contains(again, "address") {
				t.Errorf("line %d: masked %q still has %s", c.line, Mask(text), again)
			}
		}
	}
	t.Logf("%d right, %d missed or of another kind, %d found in vain", right, missed, wrong)
}

// TestMask: columns stay, and nothing of the value.
func TestMask(t *testing.T) {
	for _, c := range [][2]string{
		{"Ông A, CCCD 092 080 012 345.", "Ông A, CCCD ••• ••• ••• •••."},
		{"thư a.b@c.vn", "thư •.•@•.••"},
		{"sinh ngày 02/01/1980 tại", "sinh ngày ••/••/•••• tại"},
		{"ở số nhà 12 Lê Lợi; vui", "ở số nhà •• •• •••; vui"},
		{"số ０９３９１２３４５６ đó", "số •••••••••• đó"},
		{"15.000.000 đồng", "15.000.000 đồng"},
	} {
		if got := Mask(c[0]); got != c[1] || utf8.RuneCountInString(got) != utf8.RuneCountInString(c[0]) {
			t.Errorf("%q: %q, want %q", c[0], got, c[1])
		}
	}
}

// TestAllowed: the same value is public however it is written, another one is not.
func TestAllowed(t *testing.T) {
	var a Allowed
	a.Value("0292 3820 820")
	a.Value("Ban@CanTho.gov.vn")
	a.Value("3 733 150")
	a.Address("Số 5, đường Hòa Bình, phường Tân An")
	for _, text := range []string{"ĐT (0292) 3.820.820", "+84 292 3820820", "tel:+842923820820", "ban@cantho.gov.vn", "Địa chỉ: số 5, đường Hòa Bình, phường Tân An", "điện thoại 3733150", "Địa chỉ: Số 5 đường Hòa Bình"} {
		if f := Scan(text); len(f) != 1 || len(a.Left(f)) != 0 {
			t.Errorf("%q: %v, left %v", text, f, a.Left(f))
		}
	}
	for _, text := range []string{"0292 3820 821", "ban@cantho.vn", "Địa chỉ: số 6, đường Hòa Bình", "số nhà 5", "số nhà 12 Lê Lợi"} {
		if len(a.Left(Scan(text))) != 1 {
			t.Errorf("%q is allowed", text)
		}
	}
}

// FuzzScan: findings are in order, apart, and on the bounds of runes; digits of full width and marks apart from their letters change nothing but places.
func FuzzSaidBefore(f *testing.F) {
	for _, c := range cases(f) {
		f.Add(c.text, 9)
	}
	f.Add("số tài khoản \n\n", 20)
	f.Add("x stk\u00a0", 9)
	f.Fuzz(func(t *testing.T, text string, at int) {
		at = min(max(at, 0), len(text))
		for _, text := range []string{text[:at], text[:at] + " ", text[:at] + "\n\n", text[:at] + " stk so "} {
			if got, want := saidBefore(text, len(text)), saidByWords(text, len(text)); got != want {
				t.Errorf("%q says %v, by all its words %v", text, got, want)
			}
		}
	})
}

// Nothing as short as what is never looked at is personal.
func FuzzShort(f *testing.F) {
	f.Add("a@b.c")
	f.Add("09399")
	f.Add("1/1 A")
	f.Fuzz(func(t *testing.T, text string) {
		text = text[:min(len(text), shortest-1)]
		plain, _ := simplify(text)
		for _, text := range []string{text, plain} {
			s := scanner{text: text, simple: true}
			if s.scan(0); len(s.found) > 0 {
				t.Errorf("%q: %v", text, s.found)
			}
		}
	})
}

// FuzzHomes: a text in which nobody seems to live anywhere has as much in it as if it were looked through for homes.
func FuzzHomes(f *testing.F) {
	for _, c := range cases(f) {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.TrimRight(text, " \n")
		const looks = "\n\n\xBA " // as ú does
		if got, want := Scan(text), Scan(text+looks); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	})
}

func FuzzScan(f *testing.F) {
	for _, c := range cases(f) {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		list := Scan(text)
		for _, x := range list {
			if x.From < at || x.To <= x.From || x.To > len(text) || x.key == "" {
				t.Fatalf("%q: %+v", text, list)
			}
			if utf8.ValidString(text) && (!utf8.RuneStart(text[x.From]) || x.To < len(text) && !utf8.RuneStart(text[x.To])) {
				t.Fatalf("%q: %+v is not on runes", text, x)
			}
			at = x.To
		}
		if utf8.ValidString(text) && utf8.RuneCountInString(Mask(text)) != utf8.RuneCountInString(text) {
			t.Fatalf("%q: masked %q", text, Mask(text))
		}
	})
}

const sentence = "Đã có thành tích xuất sắc trong phong trào thi đua yêu nước, góp phần xây dựng thành phố văn minh, hiện đại; được Nhân dân tin yêu và đồng nghiệp quý mến. "

// prose is text with few digits, as citations and stories are.
var prose = strings.Repeat(strings.Repeat(sentence, 8)+"Năm 2018 đạt 98,5% kế hoạch.\n\n", 1000)

// TestRate: prose is gone over at 200 MB/s of the processor's own time; of several rounds the best counts, since others use the machine too.
func TestRate(t *testing.T) {
	best := 0.0
	for range 8 {
		start := spent()
		for range 8 {
			if len(Scan(prose)) > 0 {
				t.Fatal("found")
			}
		}
		if took := spent() - start; took > 0 {
			best = max(best, 8*float64(len(prose))/1e6/took.Seconds())
		}
	}
	if best < 200 {
		t.Errorf("%.0f MB/s", best)
	}
	t.Logf("%.0f MB/s", best)
}

func BenchmarkScan(b *testing.B) {
	b.Run("prose", func(b *testing.B) { scanAll(b, prose) })
	b.Run("figures", func(b *testing.B) {
		scanAll(b, strings.Repeat("- id: bang-khen-01-001\n  no: 12\n  citation: Năm 2018 thu 15.000.000 đồng, tăng 12,5%; Quyết định số 3245/QĐ-UBND ngày 05/12/2018.\n", 8000))
	})
	b.Run("page", func(b *testing.B) {
		scanAll(b, strings.Repeat("<div class=\"row cell\"><a href=\"../unit/\">text of a page</a></div>\n", 16000))
	})
}

func scanAll(b *testing.B, text string) {
	b.SetBytes(int64(len(text)))
	start := spent()
	for b.Loop() {
		if len(Scan(text)) > 0 {
			b.Fatal("found")
		}
	}
	b.ReportMetric(float64(b.N)*float64(len(text))/1e6/(spent()-start).Seconds(), "MB/cpu-s")
}
