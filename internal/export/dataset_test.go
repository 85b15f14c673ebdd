package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"

	"bangvang/internal/edition"
)

// readCSV reads b as others do.
func readCSV(t *testing.T, b []byte, comma rune) [][]string {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(b))
	r.Comma = comma
	records, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return records
}

func TestCSV(t *testing.T) {
	made := files(t, sample(), 0)
	for _, c := range []struct {
		file string
		want [][]string
	}{
		{"du-lieu/v1/chi-tieu/ho-ngheo.csv", [][]string{
			{"as_of", "value", "rank", "official", "source"},
			{"2018-10-01", "1.550", "1", "false", `bao, "1"; 2`},
			{"2017", "-12345678901234567.89", "-2", "true", "'=1+1"},
			{"", "", "", "", ""},
		}},
		{"du-lieu/v1/ghi-chu.csv", [][]string{{"text"}, {"hai\ndòng\nhay\nbốn"}, {"tab\tở giữa"}, {"'-5%"}, {"</script>\u2028"}}},
	} {
		b := made[c.file]
		if got := readCSV(t, b, ','); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.file, got, c.want)
		}
		if n := bytes.Count(b, []byte("\n")); n != bytes.Count(b, []byte("\r\n")) || !bytes.HasSuffix(b, []byte("\r\n")) {
			t.Errorf("%s: a line does not end in CRLF", c.file)
		}
		if bytes.HasPrefix(b, []byte("\ufeff")) {
			t.Errorf("%s: begins with a byte order mark", c.file)
		}
	}
}

func TestExcelCSV(t *testing.T) {
	made := files(t, sample(), 0)
	for _, c := range []struct {
		file string
		want [][]string
	}{
		{"du-lieu/v1/chi-tieu/ho-ngheo.excel.csv", [][]string{
			{"Ngày báo cáo", "Kết quả", "Thứ tự", "Số liệu chính thức", "Nguồn"},
			{"2018-10-01", "1,550", "1", "không", `Báo Minh Họa, "số 1"`},
			{"2017", "-12345678901234567,89", "-2", "có", "'=1+1"},
			{"", "", "", "", ""},
		}},
		{"du-lieu/v1/ghi-chu.excel.csv", [][]string{{"'=Ghi chú"}, {"hai dòng hay bốn"}, {"tab ở giữa"}, {"'-5%"}, {"</script>"}}},
	} {
		if !bytes.HasPrefix(made[c.file], []byte{0xff, 0xfe}) {
			t.Errorf("%s: no byte order mark", c.file)
		}
		b, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(made[c.file])
		if err != nil {
			t.Fatal(err)
		}
		if got := readCSV(t, b, '\t'); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.file, got, c.want)
		}
	}
}

// TestLongText reaches over the buffers between the CSV writer and the encoder, which may end within a letter.
func TestLongText(t *testing.T) {
	ed := sample()
	long := strings.Repeat("ủy ban 𝒳 ", 5000) + "hết"
	ed.Datasets[1].Table.Rows[0][0].Value = long
	b, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(files(t, ed, 0)["du-lieu/v1/ghi-chu.excel.csv"])
	if err != nil {
		t.Fatal(err)
	}
	if got := readCSV(t, b, '\t')[1][0]; got != long {
		t.Errorf("got %d bytes, want %d", len(got), len(long))
	}
}

func TestJSON(t *testing.T) {
	b := files(t, sample(), 0)["du-lieu/v1/chi-tieu/ho-ngheo.json"]
	var got struct {
		preface
		Records []map[string]any
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	d.DisallowUnknownFields()
	if err := d.Decode(&got); err != nil {
		t.Fatal(err)
	}
	want := []map[string]any{
		{"as_of": "2018-10-01", "value": json.Number("1.550"), "rank": json.Number("1"), "official": false, "source": `bao, "1"; 2`},
		{"as_of": "2017", "value": json.Number("-12345678901234567.89"), "rank": json.Number("-2"), "official": true, "source": "=1+1"},
		{"as_of": nil, "value": nil, "rank": nil, "official": nil, "source": nil},
	}
	if !reflect.DeepEqual(got.Records, want) {
		t.Errorf("got %v, want %v", got.Records, want)
	}
	if got.Address != "https://bangvang.example/thi-dua/du-lieu/v1/chi-tieu/ho-ngheo.json" || got.Source != "https://bangvang.example/thi-dua/" {
		t.Errorf("address %s, source %s", got.Address, got.Source)
	}
	if got.Notice != "DỮ LIỆU MẪU" || got.Columns[1].Note == "" || got.Columns[1].Type != edition.NumberValue {
		t.Errorf("got %+v", got)
	}
}

// TestCatalogue follows every address of index.json.
func TestCatalogue(t *testing.T) {
	made := files(t, sample(), 0)
	var got catalogue
	if err := json.Unmarshal(made["du-lieu/v1/index.json"], &got); err != nil {
		t.Fatal(err)
	}
	var n int
	for _, d := range got.Datasets {
		for _, f := range d.Files {
			n++
			name, ok := strings.CutPrefix(f.Address, got.Source)
			if _, made := made[name]; !ok || !made {
				t.Errorf("%s is not made", f.Address)
			}
		}
	}
	if n != 10 || got.Datasets[0].Rows != 3 || got.Datasets[0].Whole || !got.Datasets[1].Whole {
		t.Errorf("got %+v", got)
	}
}

// wide is a table of n rows as wide as the honour roll's.
func wide(n int) *edition.Edition {
	ed := sample()
	t := edition.Table{Columns: []edition.Column{{Key: "no", Kind: edition.WholeValue}, {Key: "date", Kind: edition.DateValue}}}
	for i := range 8 {
		t.Columns = append(t.Columns, edition.Column{Key: fmt.Sprint("text", i), Kind: edition.TextValue})
	}
	for i := range n {
		row := []edition.Cell{{Value: fmt.Sprint(i)}, {Value: "2018-12-20"}}
		for range 8 {
			row = append(row, edition.Cell{Value: "Đã có thành tích xuất sắc trong phong trào thi đua"})
		}
		t.Rows = append(t.Rows, row)
	}
	ed.Datasets[1].Table = t
	return ed
}

func BenchmarkDataset(b *testing.B) {
	ed := wide(64_000)
	from, err := newOrigin(ed, base(ed.Site.BaseURL), nil, nil)
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range formats {
		b.Run(f.ending, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := f.write(io.Discard, &ed.Datasets[1], from); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// FuzzValue: a value is a number, and is written as JSON, as the languages of patterns and of JSON say.
func FuzzValue(f *testing.F) {
	decimal, whole := regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`), regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`)
	for _, s := range []string{"", "-", "0", "-0", "00", "12.50", "1.", ".5", "1.2.3", "--1", "1e3", "“Đã” \u2028<&>\"\\", "a\x7fb\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if isNumber(s, false) != decimal.MatchString(s) || isNumber(s, true) != whole.MatchString(s) {
			t.Errorf("%q: a number is %v, a whole one %v", s, isNumber(s, false), isNumber(s, true))
		}
		if s == "" || !utf8.ValidString(s) {
			return
		}
		want, _ := json.Marshal(s)
		if got := appendValue(nil, edition.TextValue, s); string(got) != string(want) {
			t.Errorf("%q is written %s, not %s", s, got, want)
		}
	})
}

// FuzzDate: a date is what the library reads as one, or as a month or a year.
func FuzzDate(f *testing.F) {
	for _, s := range []string{"", "2018", "2018-12", "2018-12-20", "2018-02-29", "2016-02-29", "1900-02-29", "2018-04-31", "2018-13", "2018-00-10", "2018/12/20", "2018-1-2", "20181", "0000-01-01", "+018", "2018-12-2x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want := false
		for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
			_, err := time.Parse(layout, s)
			want = want || err == nil && len(s) == len(layout)
		}
		if isDate(s) != want {
			t.Errorf("%q: %v", s, !want)
		}
	})
}
