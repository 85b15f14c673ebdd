package kept

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"bangvang/internal/diag"
)

func number(f float64) *float64 { return &f }

// sample is a publication of one target in two languages.
func sample() *Publication {
	target := func(title string, data *Data) *Target {
		return &Target{V: 1, ID: "ho-ngheo", Title: title, Area: "Xã hội", Sentence: "Đạt kế hoạch.", Verdict: Verdict{"met", "đạt"}, Goal: "không quá 1,55%", Newest: "1,55%",
			Note: "Theo <báo> & đài", Facts: []Fact{{"Kỳ", "2018"}},
			Reports: Table{"Các báo cáo", []Column{{Key: "value", Head: "Kết quả", Kind: "number"}, {Key: "source", Head: "Nguồn", Kind: "string"}}, [][]Cell{{{"1,55%", "1.55", ""}, {"Báo", "bao", "https://bao.example/1"}}}},
			Chart:   Chart{Form: "ceiling", Measure: "%", Decimals: 2, Max: 3, Goal: Goal{To: number(1.55), Words: "1,55%"}, Points: []Point{{Value: 1.55, Day: 17805, Newest: true}}}, Data: data}
	}
	data := &Data{Shape: "ket-qua", Title: "Tỷ lệ hộ nghèo", Table: Table{"", []Column{{Key: "as_of", Head: "Ngày", Kind: "date"}}, [][]Cell{{{"10/2018", "2018-10", ""}}}}}
	return &Publication{Day: "2019-01-15", V: 1, At: "2019-01-15T08:00:00+07:00", Base: "https://bv.example/", Volumes: []Volume{
		{Lang: "vi", Order: []string{"ho-ngheo"}, Targets: []*Target{target("Tỷ lệ hộ nghèo", data)}},
		{Lang: "en", Order: []string{"ho-ngheo"}, Targets: []*Target{target("Poor households", nil)}}}}
}

func filesOf(t testing.TB, p *Publication) []File {
	t.Helper()
	files, err := p.Files()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// printed are problems as a line each, without hints.
func printed(l diag.List) string {
	var b strings.Builder
	for _, p := range l.Sorted() {
		fmt.Fprintf(&b, "%s [%s]: %s\n", p.Place, p.Rule.ID, p.Text)
	}
	return b.String()
}

const (
	coverFile  = "2019-01-15/ban-luu/ban-luu.json"
	targetFile = "2019-01-15/ban-luu/vi/ho-ngheo.json"
)

// TestRead breaks one thing of what was written: each is told with its place, and nothing of the publication is believed.
func TestRead(t *testing.T) {
	for name, c := range map[string]struct{ file, old, new, want string }{
		"nothing":            {coverFile, "", "", ""},
		"line ends":          {targetFile, "\n", "\r\n", ""},
		"cut":                {targetFile, "\"title\": \"Tỷ", "", "vi/ho-ngheo.json:4:3 [kept-damaged]: tệp không phải JSON đúng cú pháp"},
		"unknown key":        {targetFile, " \"id\"", " \"ghi_chu\": \"x\",\n \"id\"", `vi/ho-ngheo.json [kept-damaged]: tệp có khoá lạ "ghi_chu"`},
		"key twice":          {targetFile, " \"id\"", " \"id\": \"x\",\n \"id\"", "vi/ho-ngheo.json:3:9 [kept-damaged]: tệp không còn như khi bangvang publish ghi: khoá lạ, khoá viết hai lần, sai thứ tự hoặc thụt dòng"},
		"key in capitals":    {targetFile, "\"title\"", "\"TITLE\"", "vi/ho-ngheo.json:4:3 [kept-damaged]: tệp không còn như khi bangvang publish ghi: khoá lạ, khoá viết hai lần, sai thứ tự hoặc thụt dòng"},
		"second document":    {targetFile, "\n}\n", "\n}\n{}\n", "vi/ho-ngheo.json:"},
		"wrong type":         {targetFile, "\"decimals\": 2", "\"decimals\": \"2\"", "[kept-damaged]: khoá \"chart.decimals\" không đúng kiểu"},
		"later version":      {coverFile, "\"v\": 1", "\"v\": 2", "ban-luu.json [kept-version]: tệp không thuộc phiên bản 1 của bản lưu"},
		"no version":         {coverFile, "\"v\": 1", "\"w\": 1", "ban-luu.json [kept-version]: tệp không thuộc phiên bản 1 của bản lưu"},
		"other day":          {coverFile, "2019-01-15T", "2019-01-16T", "[kept-name]: thư mục mang tên ngày 2019-01-15, bản lưu là của ngày 2019-01-16"},
		"no moment":          {coverFile, "2019-01-15T08:00:00+07:00", "hôm nay", `[kept-value]: khoá "at": không phải thời điểm`},
		"script for base":    {coverFile, "https://bv.example/", "javascript:alert(1)/", `[kept-value]: khoá "base": "javascript:alert(1)/" không phải địa chỉ http`},
		"up and out":         {coverFile, "\"ho-ngheo\"", "\"../../x\"", `[kept-value]: khoá "targets": "../../x" không phải mã, hoặc có hai lần`},
		"one too many":       {coverFile, "\"ho-ngheo\"", "\"ho-ngheo\",\n    \"them\"", "vi/them.json [kept-missing]: không có tệp này"},
		"one too few":        {coverFile, "[\n    \"ho-ngheo\"\n   ]", "[]", "vi/ho-ngheo.json [kept-stray]: tệp này không có trong ban-luu/ban-luu.json"},
		"other id":           {targetFile, "\"id\": \"ho-ngheo\"", "\"id\": \"ho\"", `[kept-value]: khoá "id": "ho" không phải mã trong tên tệp`},
		"no such verdict":    {targetFile, "\"met\"", "\"gần đạt\"", `[kept-value]: khoá "verdict": không có kết luận "gần đạt"`},
		"no number":          {targetFile, "\"1.55\"", "\"1,55\"", `[kept-value]: khoá "reports": dòng 1, cột value: "1,55" không đúng kiểu`},
		"no day":             {targetFile, "\"2018-10\"", "\"2018-13\"", `[kept-value]: khoá "data": dòng 1, cột as_of: "2018-13" không đúng kiểu`},
		"script for address": {targetFile, "https://bao.example/1", "javascript:x", `[kept-value]: khoá "reports": "javascript:x" không phải địa chỉ http`},
		"turned letters":     {targetFile, "Theo ", "Theo \u202e", `[kept-value]: khoá "title": có ký tự điều khiển hoặc ký tự hỏng`},
		"no such form":       {targetFile, "\"ceiling\"", "\"pie\"", `[kept-value]: khoá "chart": dạng, số chữ số thập phân hoặc khoảng của trục không dùng được`},
		"a million squares":  {targetFile, "\"ceiling\"", "\"tally\"", `[kept-value]: khoá "goal": quá nhiều để vẽ từng ô`},
	} {
		files := filesOf(t, sample())
		for i := range files {
			if files[i].Path == c.file && c.old != "" {
				if !bytes.Contains(files[i].Bytes, []byte(c.old)) {
					t.Fatalf("%s: nothing to break", name)
				}
				files[i].Bytes = bytes.ReplaceAll(files[i].Bytes, []byte(c.old), []byte(c.new))
			}
		}
		got, problems := Read(files)
		said := printed(problems)
		if (c.want == "") != (said == "") || !strings.Contains(said, c.want) || (len(got) == 1) != (c.want == "") {
			t.Errorf("%s: %d publications; told:\n%swant:\n%s", name, len(got), said, c.want)
		}
	}
}

// TestReadMany: days come in order, what others keep beside is left alone, a damaged one harms no other.
func TestReadMany(t *testing.T) {
	later := sample()
	later.Day, later.At = "2019-02-01", "2019-02-01T08:00:00+07:00"
	broken := sample()
	broken.Day = "2019-03-01"
	files := slices.Concat(filesOf(t, broken), filesOf(t, later), filesOf(t, sample()), []File{{"2019-01-15/cong-bo.json", []byte("{}")}, {"2019-04-01/SHA256SUMS", nil}})
	got, problems := Read(files)
	if len(got) != 2 || got[0].Day != "2019-01-15" || got[1].Day != "2019-02-01" || len(problems.Sorted()) != 1 {
		t.Errorf("%d read; %s", len(got), printed(problems))
	}
	// What does not change from one publication to the next is the same bytes, which git stores once.
	same := map[string][]byte{}
	for _, f := range filesOf(t, sample()) {
		same[strings.TrimPrefix(f.Path, "2019-01-15")] = f.Bytes
	}
	for _, f := range filesOf(t, later) {
		if name := strings.TrimPrefix(f.Path, "2019-02-01"); !strings.HasSuffix(name, "/ban-luu.json") && !bytes.Equal(same[name], f.Bytes) {
			t.Errorf("%s changed with the day", name)
		}
	}
}

// TestRedact: a text goes from every file of every publication, and what is left can be read.
func TestRedact(t *testing.T) {
	files := filesOf(t, sample())
	changed, err := Redact(files, func(text string) string { return strings.ReplaceAll(text, "<báo> & đài", "“[\"đã\" bỏ]”") })
	if err != nil || len(changed) != 2 {
		t.Fatalf("%d files, %v", len(changed), err)
	}
	for _, c := range changed {
		i := slices.IndexFunc(files, func(f File) bool { return f.Path == c.Path })
		files[i] = c
	}
	got, problems := Read(files)
	if len(got) != 1 || got[0].Volumes[0].Targets[0].Note != "Theo “[\"đã\" bỏ]”" || got[0].Volumes[1].Targets[0].Note != "Theo “[\"đã\" bỏ]”" {
		t.Errorf("%s", printed(problems))
	}
	if _, err := Redact([]File{{"2019-01-15/x.json", []byte(`{"a": "\ud"}`)}}, func(string) string { return "b" }); err == nil {
		t.Error("a broken text was passed by")
	}
}

// FuzzRead: whatever lies there is read or told, and what is believed is written again as it was.
func FuzzRead(f *testing.F) {
	one := sample()
	one.Volumes = one.Volumes[:1]
	files := filesOf(f, one)
	if got, problems := Read(files); len(got) != 1 {
		f.Fatal(printed(problems))
	}
	f.Add(files[0].Bytes, files[1].Bytes)
	f.Add([]byte(`{"v":1}`), []byte(`{"v":1,"chart":{"form":"tally","points":null}}`))
	f.Fuzz(func(t *testing.T, cover, target []byte) {
		got, problems := Read([]File{{coverFile, cover}, {targetFile, target}})
		if (len(got) == 0) != (problems.Count(diag.Error) > 0) {
			t.Fatalf("%d publications, %s", len(got), printed(problems))
		}
		for _, p := range got {
			if b, err := Encode(p); err != nil || !bytes.Equal(b, bytes.ReplaceAll(cover, []byte("\r\n"), []byte("\n"))) {
				t.Fatalf("written again otherwise: %v\n%s", err, b)
			}
		}
	})
}

// TestTallyBaseline: what is drawn thing by thing may begin from more than can be drawn, which is told in words.
func TestTallyBaseline(t *testing.T) {
	p := sample()
	for _, v := range p.Volumes {
		c := &v.Targets[0].Chart
		c.Form, c.Goal, c.Baseline, c.Max = "tally", Goal{From: number(2)}, &Point{Value: 60}, 60
	}
	if got, problems := Read(filesOf(t, p)); len(got) != 1 {
		t.Error(printed(problems))
	}
}
