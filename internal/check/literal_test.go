package check

import (
	"strings"
	"testing"
	"time"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/source"
)

func fresh() *resolver {
	r := &resolver{tree: &source.Tree{}, ledger: &campaign.Ledger{}}
	r.ledger.Campaign.Zone = time.FixedZone("", 7*3600)
	return r
}

func val(s string) source.Value {
	return source.Value{Text: s, Place: diag.Place{File: "a.yaml", Line: 1, Col: 1}}
}

// hints gives what a literal's problem says to write, "" if there is none, "?" if there is no hint.
func hint(r *resolver) string {
	ps := r.problems.Sorted()
	switch {
	case len(ps) == 0:
		return ""
	case ps[0].Hint == "":
		return "?"
	}
	return ps[0].Hint
}

func TestNumber(t *testing.T) {
	for _, c := range []struct{ in, out, hint string }{
		{"1790", "1790", ""},
		{"84.5", "84.5", ""},
		{"72.50", "72.50", ""},
		{"0", "0", ""},
		{"-0.5", "-0.5", ""},
		{"0.125", "0.125", ""},
		{"1790.125", "1790.125", ""},
		{"1.7900", "1.7900", ""},
		{"92233720368547", "92233720368547", ""},
		{"1.790", "", "viết 1790 nếu"},
		{"-12.345", "", "viết -12345 nếu"},
		{"1.790.000", "", "viết 1790000:"},
		{"12,5", "", "viết 12.5:"},
		{"12,5,0", "", "viết chữ số"},
		{"1.790,5", "", "viết 1790.5:"},
		{"1,790.5", "", "viết 1790.5:"},
		{"1 790", "", "viết 1790:"},
		{"1\u00a0790,5", "", "viết 1790.5:"},
		{"1_790", "", "viết 1790:"},
		{"8%", "", "chỉ viết số; đơn vị tính ghi ở khoá measure (8)"},
		{"80,48 triệu đồng", "", "chỉ viết số; đơn vị tính ghi ở khoá measure (80,48)"},
		{"５", "", "viết 5"},
		{"1２.5", "", "viết 12.5"},
		{"−5", "", "viết -5"},
		{"+5", "", "viết 5"},
		{"05", "", "viết 5:"},
		{"007.5", "", "viết 7.5:"},
		{"00", "", "viết 0:"},
		{"1e3", "", "viết đủ các chữ số"},
		{".5", "", "viết chữ số"},
		{"5.", "", "viết chữ số"},
		{"hai", "", "viết chữ số"},
		{"0x10", "", "viết số thường, hệ mười"},
		{"NaN", "", "viết một số; chưa có số liệu thì bỏ cả bản ghi này"},
		{".inf", "", "viết một số; chưa có số liệu thì bỏ cả bản ghi này"},
		{"84.12345", "", "làm tròn"},
		{"92233720368548", "", "đổi sang"},
		{"99999999999999999999999", "", "đổi sang"},
	} {
		r := fresh()
		d, ok := r.number(val(c.in))
		if got := hint(r); ok != (c.out != "") || ok && d.String() != c.out || !strings.HasPrefix(got, c.hint) || ok != (got == "") {
			t.Errorf("%q: %s %v, %q", c.in, d, ok, got)
		}
	}
}

func TestDate(t *testing.T) {
	for _, c := range []struct{ in, out, hint string }{
		{"2018", "2018", ""},
		{"2018-12", "2018-12", ""},
		{"2018-12-05", "2018-12-05", ""},
		{"2016-02-29", "2016-02-29", ""},
		{"2018-02-29", "", "?"},
		{"2018-02-31", "", "?"},
		{"2018-13", "", "?"},
		{"2018-00", "", "?"},
		{"2018-01-00", "", "?"},
		{"0018", "", "?"},
		{"31/12/2018", "", "viết 2018-12-31"},
		{"12/05/2018", "", "viết 2018-05-12"},
		{"1-2-2018", "", "viết 2018-02-01"},
		{"5.12.2018", "", "viết 2018-12-05"},
		{"12/31/2018", "", "viết năm-tháng-ngày"},
		{"12/2018", "", "viết 2018-12"},
		{"2018-3-5", "", "viết 2018-03-05"},
		{"2018/12/05", "", "viết 2018-12-05"},
		{"20181205", "", "viết 2018-12-05"},
		{"2018-12-05T08:00:00Z", "", "chỉ viết ngày: 2018-12-05"},
		{"ngày 05 tháng 9 năm 2018", "", "viết 2018-09-05"},
		{"Ngay 5 thang 9 nam 2018", "", "viết 2018-09-05"},
		{"tháng 9 năm 2018", "", "viết 2018-09"},
		{"５/9/2018", "", "viết 2018-09-05"},
		{"5/9/18", "", "viết năm đủ bốn chữ số"},
		{"hôm qua", "", "viết năm-tháng-ngày"},
		{"12018", "", "viết năm-tháng-ngày"},
	} {
		r := fresh()
		d := r.date(val(c.in))
		if got := hint(r); d.ISO() != c.out || !strings.HasPrefix(got, c.hint) || (c.out != "") != (got == "") {
			t.Errorf("%q: %q, %q", c.in, d.ISO(), got)
		}
	}
}

func TestMoment(t *testing.T) {
	for in, want := range map[string]string{
		"2019-01-02T08:00:00+07:00":     "2019-01-02T08:00:00+07:00",
		"2019-01-02T08:00:00Z":          "2019-01-02T15:00:00+07:00",
		"2019-01-02T08:00:00.250+07:00": "2019-01-02T08:00:00+07:00",
		"2019-01-02T08:00:00":           "2019-01-02T08:00:00+07:00",
		"2019-01-02T08:00":              "2019-01-02T08:00:00+07:00",
		"2019-01-02 08:00":              "2019-01-02T08:00:00+07:00",
		"2019-01-02 08:00:00+09:00":     "2019-01-02T06:00:00+07:00",
		"2019-01-02":                    "",
		"2019-02-30T08:00:00+07:00":     "",
		"02/01/2019 08:00":              "",
		"8 giờ":                         "",
	} {
		r := fresh()
		got := r.moment(in, diag.Place{File: "a"})
		if want == "" {
			if !got.IsZero() || !strings.HasPrefix(hint(r), "viết") {
				t.Errorf("%q: %v, %q", in, got, hint(r))
			}
		} else if got.In(r.ledger.Campaign.Zone).Format(time.RFC3339) != want || hint(r) != "" {
			t.Errorf("%q: %v", in, got)
		}
	}
}

func TestAddresses(t *testing.T) {
	for in, ok := range map[string]bool{
		"https://example.vn/": true, "http://example.vn": true, "https://example.vn/a?b=1#c": true, "https://tỉnh.vn/": true,
		"example.vn": false, "//example.vn/": false, "ftp://example.vn/": false, "https:///a": false, "https://": false,
		"https://a:b@example.vn/": false, "https://example.vn/a b": false, "javascript:alert(1)": false, "https://example.vn/\\": false,
		"https://:80/": false, "https://%zz/": false,
	} {
		r := fresh()
		if r.url(val(in)); (hint(r) == "") != ok {
			t.Errorf("url %q: %q", in, hint(r))
		}
	}
	for in, want := range map[string]string{"https://a.vn": "https://a.vn/", "https://a.vn/b": "https://a.vn/b/", "https://a.vn/b/": "https://a.vn/b/", "https://a.vn/?b": "", "https://a.vn/#b": ""} {
		if got := fresh().base(val(in)); got != want {
			t.Errorf("base %q: %q", in, got)
		}
	}
	for in, ok := range map[string]bool{"a@b.vn": true, "a.b+c@d-e.vn": true, "A <a@b.vn>": false, "a@": false, "a": false, "a@b.vn, c@d.vn": false, " a@b.vn": false} {
		r := fresh()
		if r.email(val(in)); (hint(r) == "") != ok {
			t.Errorf("email %q: %q", in, hint(r))
		}
	}
}

// FuzzLiterals reads any text as each literal: what is accepted means what is written, and what is refused is told once, with a place.
func FuzzLiterals(f *testing.F) {
	for _, s := range []string{"1790", "1.790", "-0.5", "84,5", "１２", "2018-12-05", "31/12/2018", "2019-01-02T08:00", "https://a.vn/", "a@b.vn", "true", "#b01116", "so-noi-vu", "vi-VN", "1e9", "ngày 5 tháng 9 năm 2018", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v := val(s)
		once := func(name string, read func(r *resolver) (accepted bool)) {
			r := fresh()
			ok := read(r)
			if n := len(r.problems.Sorted()); s != "" && ok != (n == 0) || n > 1 || s == "" && n > 0 {
				t.Errorf("%s %q: accepted %v with %d problems", name, s, ok, n)
			}
		}
		once("number", func(r *resolver) bool {
			d, ok := r.number(v)
			if ok && d.String() != strings.TrimPrefix(s, "-0") && d.String() != s && d.Unscaled != 0 {
				t.Errorf("number %q is read as %s", s, d)
			}
			return ok
		})
		once("date", func(r *resolver) bool {
			d := r.date(v)
			if !d.IsZero() && d.ISO() != s {
				t.Errorf("date %q is read as %s", s, d.ISO())
			}
			return !d.IsZero()
		})
		once("url", func(r *resolver) bool { return r.url(v) != "" })
		once("email", func(r *resolver) bool { return r.email(v) == s && s != "" })
		once("colour", func(r *resolver) bool { return r.colour(v) != "" })
		if s != "" {
			once("moment", func(r *resolver) bool { return !r.moment(s, v.Place).IsZero() })
		}
	})
}

// TestName: what a spreadsheet puts between the words of a name is one space.
func TestName(t *testing.T) {
	for _, in := range []string{"Đỗ Đức Đạt", " Đỗ  Đức\u00a0Đạt ", "Đỗ\n Đức\u202fĐạt"} {
		if got := name(val(in)); got != "Đỗ Đức Đạt" {
			t.Errorf("%q: %q", in, got)
		}
	}
}
