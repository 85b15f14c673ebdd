package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// opened is a workbook as another program reads it: its parts, and its sheets' cells by name.
type opened struct {
	parts map[string][]byte
	names []string
	cells map[string]map[string]read // by sheet, by cell
}

// read is a cell: whether it is of the shared texts, what it holds, the format of its style.
type read struct {
	text   bool
	value  string
	format string
}

type sheetXML struct {
	Rows []struct {
		R     int     `xml:"r,attr"`
		Tall  float64 `xml:"ht,attr"`
		Cells []struct {
			R string `xml:"r,attr"`
			S int    `xml:"s,attr"`
			T string `xml:"t,attr"`
			V string `xml:"v"`
		} `xml:"c"`
	} `xml:"sheetData>row"`
}

func open(t testing.TB, b []byte) opened {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	o := opened{parts: map[string][]byte{}, cells: map[string]map[string]read{}}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if o.parts[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
	}
	var shared struct {
		Texts []string `xml:"si>t"`
	}
	o.parse(t, "xl/sharedStrings.xml", &shared)
	var styles struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		XFs []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	o.parse(t, "xl/styles.xml", &styles)
	format := func(style int) string {
		for _, f := range styles.Formats {
			if f.ID == styles.XFs[style].Format {
				return f.Code
			}
		}
		return ""
	}
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
		} `xml:"sheets>sheet"`
	}
	o.parse(t, "xl/workbook.xml", &book)
	for i, s := range book.Sheets {
		o.names = append(o.names, s.Name)
		cells := map[string]read{}
		var x sheetXML
		o.parse(t, sheetPart(i), &x)
		for n, row := range x.Rows {
			if row.R != n+1 {
				t.Fatalf("row %d is numbered %d", n+1, row.R)
			}
			for _, c := range row.Cells {
				got := read{text: c.T == "s", value: c.V, format: format(c.S)}
				if got.text {
					var at int
					fmt.Sscan(c.V, &at)
					got.value = shared.Texts[at]
				}
				cells[c.R] = got
			}
		}
		o.cells[s.Name] = cells
	}
	return o
}

func (o opened) parse(t testing.TB, name string, into any) {
	t.Helper()
	if err := xml.Unmarshal(o.parts[name], into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

func rowsOf(rows ...[]Cell) func(func([]Cell) bool) { return slices.Values(rows) }

func book(rows ...[]Cell) *Book {
	columns := make([]Column, 1)
	for _, r := range rows {
		columns = append(columns, make([]Column, max(0, len(r)-len(columns)))...)
	}
	for i := range columns {
		columns[i].Head = fmt.Sprintf("Cột %d", i+1)
	}
	return &Book{Title: "Vinh danh <&>", Creator: "Ủy ban “Minh Họa”", Lang: "vi", Made: time.Date(2019, 1, 15, 8, 0, 0, 5, time.FixedZone("", 7*3600)),
		Sheets: []Sheet{{Name: "Bảng", Columns: columns, Headed: true, Rows: rowsOf(rows...)}, {Name: "Ghi chú & 'thêm' nữa", Columns: make([]Column, 2), Rows: rowsOf([]Cell{{Title, "Lời ghi"}})}}}
}

func written(t testing.TB, b *Book) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestCells(t *testing.T) {
	for _, c := range []struct {
		in   Cell
		want read
	}{
		{Cell{Text, "Đỗ Đức Đạt"}, read{true, "Đỗ Đức Đạt", ""}},
		{Cell{Text, " a & <b> \"c\" \n"}, read{true, " a & <b> \"c\" \n", ""}},
		{Cell{Text, "hai\r\ndòng\rhay\nba"}, read{true, "hai\ndòng\nhay\nba", ""}},
		{Cell{Text, "a\x00\x0b\ufffe\uffff\xffb"}, read{true, "ab", ""}},
		{Cell{Text, "ﬁ 𝒳"}, read{true, "ﬁ 𝒳", ""}},
		{Cell{Text, "_x0041_ _x00zz_ _x0041"}, read{true, "_x005F_x0041_ _x00zz_ _x0041", ""}},
		{Cell{Text, "_x_x0041_x0042_"}, read{true, "_x_x005F_x0041_x005F_x0042_", ""}},
		{Cell{Text, "=1+1"}, read{true, "=1+1", ""}},
		{Cell{Number, "0"}, read{false, "0", "#,##0"}},
		{Cell{Number, "1790"}, read{false, "1790", "#,##0"}},
		{Cell{Number, "-12345.50"}, read{false, "-12345.50", "#,##0.00"}},
		{Cell{Number, "0.0001"}, read{false, "0.0001", "#,##0.0000"}},
		{Cell{Number, "9876543210987"}, read{false, "9876543210987", "#,##0"}},
		{Cell{Number, "-12345678901234567.89"}, read{true, "-12345678901234567.89", ""}},
		{Cell{Day, "2018-12-05"}, read{false, "43439", "dd/mm/yyyy"}},
		{Cell{Day, "1900-03-01"}, read{false, "61", "dd/mm/yyyy"}},
		{Cell{Day, "2000-02-29"}, read{false, "36585", "dd/mm/yyyy"}},
		{Cell{Strong, "đậm"}, read{true, "đậm", ""}},
	} {
		o := open(t, written(t, book([]Cell{c.in, {Text, "sau"}})))
		if got := o.cells["Bảng"]["A2"]; got != c.want {
			t.Errorf("%+v: got %+v, want %+v", c.in, got, c.want)
		}
		if got := o.cells["Bảng"]["B2"].value; got != "sau" {
			t.Errorf("%+v: after it %q", c.in, got)
		}
		if got := o.cells["Bảng"]["A1"].value; got != "Cột 1" {
			t.Errorf("head %q", got)
		}
	}
}

func TestEmptyCells(t *testing.T) {
	o := open(t, written(t, book([]Cell{{}, {Kind: Number}, {Kind: Day}, {Text, "\x00"}, {Text, "x"}}, nil)))
	if n := len(o.cells["Bảng"]); n != 6 {
		t.Errorf("%d cells, want five heads and one text: %v", n, o.cells["Bảng"])
	}
	if !slices.Equal(o.names, []string{"Bảng", "Ghi chú & 'thêm' nữa"}) {
		t.Errorf("sheets %q", o.names)
	}
}

func TestRefusals(t *testing.T) {
	long := strings.Repeat("đ", MostText)
	if err := book([]Cell{{Text, long}}).Write(io.Discard); err != nil {
		t.Error(err)
	}
	named := func(name string) *Book { b := book(); b.Sheets[0].Name = name; return b }
	if err := named(strings.Repeat("đ", 31)).Write(io.Discard); err != nil {
		t.Error(err)
	}
	short := book()
	short.Sheets[0].Columns = make([]Column, 1)
	short.Sheets[0].Rows = rowsOf([]Cell{{}, {Text, "x"}})
	wide := book()
	wide.Sheets[0].Columns = make([]Column, mostColumns+1)
	for _, c := range []struct {
		book *Book
		want string
	}{
		{book([]Cell{{}, {Text, long + "x"}}), "B2"},
		{book([]Cell{{Text, strings.Repeat("𝒳", MostText/2+1)}}), "A2"},
		{book([]Cell{{Number, "1e5"}}), "1e5"}, {book([]Cell{{Number, "1,5"}}), "1,5"}, {book([]Cell{{Number, "=1"}}), "=1"},
		{book([]Cell{{Day, "2018-12"}}), "2018-12"}, {book([]Cell{{Day, "2018-02-30"}}), "2018-02-30"}, {book([]Cell{{Day, "1900-02-28"}}), "1900"},
		{named(""), "tên trang tính"}, {named("a/b"), "a/b"}, {named("'a"), "'a"}, {named(strings.Repeat("𝒳", 16)), "tên trang tính"}, {named("a\x01"), "tên trang tính"},
		{named("GHI CHÚ & 'Thêm' nữa"), "cùng tên"}, {short, "2 ô"}, {wide, "16385 cột"}, {&Book{}, "trang tính nào"},
	} {
		if err := c.book.Write(io.Discard); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %q", err, c.want)
		}
	}
}

func TestCut(t *testing.T) {
	for _, unit := range []string{"đ", "𝒳", "a"} {
		for _, n := range []int{10, MostText/2 - 1, MostText/2 + 1, MostText - 1, MostText, MostText + 1, 2 * MostText} {
			s := strings.Repeat(unit, n)
			got := Cut(s, " …")
			if units(got) > MostText || units(s) <= MostText && got != s || got != s && (!strings.HasSuffix(got, unit+" …") || units(got) < MostText-1) {
				t.Errorf("%d of %q are cut to %d", n, unit, units(got))
			}
		}
	}
}

// TestTooManyRows walks more rows than a sheet has.
func TestTooManyRows(t *testing.T) {
	b := book()
	b.Sheets[0].Rows = func(yield func([]Cell) bool) {
		row := []Cell{{}}
		for range mostRows {
			if !yield(row) {
				return
			}
		}
	}
	if err := b.Write(io.Discard); err == nil {
		t.Error("a sheet of one row too many was written")
	}
}

// TestNothingHidden looks for what no workbook may have.
func TestNothingHidden(t *testing.T) {
	o := open(t, written(t, book([]Cell{{Text, "=1"}, {Number, "5"}, {Day, "2018-12-05"}})))
	for name, b := range o.parts {
		s := strings.ToLower(string(b))
		for _, bad := range []string{"hidden", "<f>", "<f ", "externallink", "vbaproject", "activex", "oleobject", "hyperlink", `targetmode`, "go excelize", "application>"} {
			if strings.Contains(s, bad) {
				t.Errorf("%s holds %q", name, bad)
			}
		}
		if path.Ext(name) != ".xml" && path.Ext(name) != ".rels" {
			t.Errorf("a part named %s", name)
		}
		if err := xml.Unmarshal(b, new(struct{})); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if core := string(o.parts["docProps/core.xml"]); !strings.Contains(core, "<dc:creator>Ủy ban “Minh Họa”</dc:creator>") || !strings.Contains(core, "2019-01-15T01:00:00Z") {
		t.Errorf("the file says of itself: %s", core)
	}
}

func TestSameBytes(t *testing.T) {
	make := func() []byte {
		return written(t, book([]Cell{{Text, "a"}, {Number, "1.5"}, {Number, "2"}}, []Cell{{Text, "b"}, {Number, "0.25"}}))
	}
	if !bytes.Equal(make(), make()) {
		t.Error("two workbooks of one table differ")
	}
}

// TestHeights: a text that wraps has room for all of its lines.
func TestHeights(t *testing.T) {
	for _, c := range []struct {
		text string
		most int
		want int
	}{{"", 10, 1}, {"ngắn", 10, 1}, {"một hai ba bốn", 10, 2}, {"một\nhai", 10, 2}, {strings.Repeat("đ", 25), 10, 3}, {"a " + strings.Repeat("đ", 25), 10, 4}} {
		if got := lines(c.text, c.most); got != c.want {
			t.Errorf("lines(%q, %d) = %d, want %d", c.text, c.most, got, c.want)
		}
	}
	o := open(t, written(t, book([]Cell{{Text, strings.Repeat("tám chữ ", 20)}})))
	var x sheetXML
	o.parse(t, sheetPart(0), &x)
	if x.Rows[1].Tall != 4*lineHeight {
		t.Errorf("a text of 160 letters in a column of 50 is %v points tall", x.Rows[1].Tall)
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"", "a_x0041_b", "\x00\r\n\t", "]]>&lt;", "\ufffd\ufffe", "_x_x_x0000_"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var out bytes.Buffer
		if err := book([]Cell{{Text, s}, {Text, "sau"}}).Write(&out); err != nil {
			if units(s) <= MostText {
				t.Fatal(err)
			}
			return
		}
		got := open(t, out.Bytes()).cells["Bảng"]
		if got["B2"].value != "sau" || got["A2"].value != clean(s) || clean(clean(s)) == "" && clean(s) != "" {
			t.Fatalf("%q came back as %q", s, got["A2"].value)
		}
	})
}

func BenchmarkBook(b *testing.B) {
	for _, n := range []int{10, 7_000, 64_060} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			bk := book()
			bk.Sheets[0].Columns = make([]Column, 15)
			bk.Sheets[0].Rows = func(yield func([]Cell) bool) {
				row := make([]Cell, 15)
				for i := range n {
					row[0], row[1] = Cell{Number, fmt.Sprint(i)}, Cell{Day, "2018-12-20"}
					for j := 2; j < 15; j++ {
						row[j].Text = "Đã có thành tích xuất sắc"
					}
					row[2].Text = fmt.Sprintf("qd-%02d-ubnd-2018-%05d", i%40, i)
					row[3].Text = fmt.Sprintf("Nguyễn Văn Minh %d", i%30_000)
					row[4].Text = fmt.Sprintf("Có nhiều thành tích trong phong trào thi đua đặc biệt năm 2018, hồ sơ số %d", i)
					if !yield(row) {
						return
					}
				}
			}
			b.ReportAllocs()
			for b.Loop() {
				if err := bk.Write(io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestMarked: what stands above printed pages is told as it is, cells to be written in have lines around them and room; without being asked none has.
func TestMarked(t *testing.T) {
	b := book([]Cell{{Text: "a"}})
	plain := string(open(t, written(t, b)).parts["xl/worksheets/sheet1.xml"])
	b.Mark, b.Sheets[0].Lined = "NỘI BỘ <A&B>", true
	b.Sheets[0].Columns[0].Least = 16
	marked := string(open(t, written(t, b)).parts["xl/worksheets/sheet1.xml"])
	for _, want := range []string{`<oddHeader>&amp;C&amp;BNỘI BỘ &lt;A&amp;&amp;B&gt;</oddHeader><oddFooter>`, `<printOptions gridLines="1"/><pageMargins`, `<col min="1" max="1" width="17.7109375"`} {
		if !strings.Contains(marked, want) || strings.Contains(plain, want) {
			t.Errorf("%s:\n%s\n%s", want, marked, plain)
		}
	}
}

// FuzzDecimals: a number is what a pattern says it is.
func FuzzDecimals(f *testing.F) {
	number := regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)
	for _, s := range []string{"", "-", "0", "-0", "00", "12.50", "1.", ".5", "1.2.3", "--1", "1e3", "1\n", "٣"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, ok := decimals(s)
		_, after, _ := strings.Cut(s, ".")
		if ok != number.MatchString(s) || ok && n != len(after) {
			t.Errorf("%q is a number: %v, of %d decimals", s, ok, n)
		}
	})
}
