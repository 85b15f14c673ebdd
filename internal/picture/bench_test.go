package picture

import (
	"bytes"
	"syscall"
	"testing"
	"time"

	"bangvang/internal/chart"
	"bangvang/internal/edition"
	"bangvang/templates"
)

func assets(t testing.TB) (fonts Fonts, bundle []byte) {
	read := func(name string) []byte {
		b, err := templates.FS.ReadFile("assets/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	return Fonts{Display: read("fonts/EBGaramond-Bold.ttf"), Text: read("fonts/BeVietnamPro-Regular.ttf"), TextBold: read("fonts/BeVietnamPro-SemiBold.ttf"),
		Plain: read("fonts/Tinos-Regular.ttf"), PlainBold: read("fonts/Tinos-Bold.ttf")}, read("echarts/chart.js")
}

func newDrawer(t testing.TB) *drawer {
	fonts, bundle := assets(t)
	kept := map[string][]byte{}
	store := chart.Store{Load: func(key string) ([]byte, bool) { b, ok := kept[key]; return b, ok }, Save: func(key string, b []byte) { kept[key] = bytes.Clone(b) }}
	return drawerOf(Options{Fonts: fonts, Charts: chart.NewEngine(bundle, fonts[Text], fonts[TextBold], store)}, edition.Brand{}) // scenes are kept, pictures not
}

func f(v float64) *float64 { return &v }

// wordsCard is an ordinary award's card.
func wordsCard() *edition.Drawing {
	return &edition.Drawing{Path: "/vinh-danh/a/the.png", Kind: edition.CardDrawing, Lang: "vi", Laurels: true, Mark: "DỮ LIỆU MẪU, KHÔNG CÓ THẬT", Over: "Bằng khen của Chủ tịch Ủy ban nhân dân thành phố",
		Title: "Bà Tôn Nữ Hoàng Ngọc Phương Thảo Minh Họa", Lines: []string{"Phó Trưởng phòng phụ trách Phòng Kiểm soát thủ tục hành chính, Sở Minh Họa", "Quyết định số MẪU-01 ngày 20/12/2018"},
		Site: "Bảng vàng · 15 năm thành phố Cần Thơ trực thuộc Trung ương", Address: "bangvang.example/can-tho/vinh-danh/a", Date: "Dữ liệu đến ngày 15/01/2019"}
}

// chartCard is an ordinary target's card.
func chartCard() *edition.Drawing {
	k := edition.Chart{ID: "x", Lang: "vi", Form: edition.Course, Title: "Tăng trưởng kinh tế (GRDP)", Measure: "%", Decimals: 2, Axis: edition.Axis{Min: 0, Max: 10},
		Goal: edition.ChartGoal{From: f(8), Name: "Kế hoạch", Label: "Kế hoạch: 8%", Words: "8%"}, Official: &edition.ChartGoal{From: f(7.5), To: f(8), Name: "Chỉ tiêu của thành phố", Label: "Thành phố: 7,5–8%", Words: "7,5–8%"},
		Baseline: &edition.ChartPoint{Value: 6.54, Words: "6,54%", Label: "2017"}, Key: "Gạch chéo: số ước. Chấm rỗng nhỏ: số trước đó, chưa chính thức.",
		Points:  []edition.ChartPoint{{Value: 7.5, Words: "7,5%", Label: "01/10/2018", Day: 17805, Provisional: true}, {Value: 7.5, Words: "trên 7,5%", Label: "05/12/2018", Day: 17870, Open: 1, Newest: true, Provisional: true}},
		Verdict: "chưa đủ căn cứ", Standing: edition.Undecided}
	return &edition.Drawing{Path: "/chi-tieu/x/the.png", Kind: edition.CardDrawing, Lang: "vi", Over: "Kinh tế", Title: "Tăng trưởng kinh tế (GRDP)", Verdict: &edition.Verdict{Standing: edition.Undecided, Words: "chưa đủ căn cứ"},
		Chart: &k, Lines: []string{"Chưa đủ căn cứ để kết luận: ước cả năm 2018 là trên 7,5%, kế hoạch 8% (theo Đại Đoàn Kết, số liệu ngày 05/12/2018)."}, Source: "Nguồn: Đại Đoàn Kết (05/12/2018); VietnamPlus (01/10/2018)",
		Site: "Bảng vàng · 15 năm thành phố Cần Thơ trực thuộc Trung ương", Address: "bangvang.example/can-tho/chi-tieu/x", Date: "Dữ liệu đến ngày 15/01/2019"}
}

func benchmark(b *testing.B, k *edition.Drawing) {
	d := newDrawer(b)
	var out bytes.Buffer
	if err := d.write(&out, k); err != nil { // fonts are read, the scene is in the store
		b.Fatal(err)
	}
	before := spent()
	b.ResetTimer()
	for b.Loop() {
		out.Reset()
		if err := d.write(&out, k); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(spent()-before)/float64(time.Millisecond)/float64(b.N), "cpu-ms/op")
	b.ReportMetric(float64(out.Len()), "bytes")
}

// spent is the processor time that this process has taken: what a machine's other work does not change.
func spent() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func BenchmarkEncode(b *testing.B) {
	d := newDrawer(b)
	f, _ := d.faces()
	k := wordsCard()
	r := &raster{}
	p := &pen{faces: f, tone: d.tone(k), surface: r}
	r.clear(1200, 630, p.tone.ground)
	p.card(k, nil)
	var out bytes.Buffer
	before := spent()
	for b.Loop() {
		out.Reset()
		r.writePNG(&out)
	}
	b.ReportMetric(float64(spent()-before)/float64(time.Millisecond)/float64(b.N), "cpu-ms/op")
	b.ReportMetric(float64(len(r.palette)), "colours")
	b.ReportMetric(float64(out.Len()), "bytes")
}

func BenchmarkCardOfWords(b *testing.B) { benchmark(b, wordsCard()) }

func BenchmarkCardWithChart(b *testing.B) { benchmark(b, chartCard()) }

func BenchmarkChartPNG(b *testing.B) {
	k := chartCard()
	k.Kind, k.Path = edition.ChartDrawing, "/chi-tieu/x/chart.png"
	benchmark(b, k)
}

func BenchmarkChartSVG(b *testing.B) {
	k := chartCard()
	k.Kind, k.Path = edition.ChartDrawing, "/chi-tieu/x/chart.svg"
	benchmark(b, k)
}

func BenchmarkStill(b *testing.B) {
	k := chartCard()
	k.Kind, k.Path = edition.StillDrawing, "/bao-chi/truyen-hinh/x-sang.png"
	benchmark(b, k)
}
