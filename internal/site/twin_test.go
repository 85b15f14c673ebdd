package site

import (
	"html"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bangvang/internal/edition"
	"bangvang/internal/markdown"
)

// inTwoLanguages is the sample with a twin: its home, plan, targets and a target in English, what data has not translated in Vietnamese.
func inTwoLanguages() *edition.Edition {
	ed, w := sample(), newWorld()
	twin := &edition.Edition{Site: edition.Site{
		Title: "Roll of honour", Name: "Roll of honour · 10 years of Ví Dụ City", Short: "10 years of Ví Dụ City", Campaign: "Campaign for the 10 years of Ví Dụ City", Organizer: "Ủy ban nhân dân thành phố Ví Dụ",
		Licence: "May be reused if the source is named.", BaseURL: ed.Site.BaseURL, Lang: "en", DataDate: "Data as of 15 February 2020", Sample: "Sample data: not real.",
		Nav:       []edition.Link{{Words: "Plan", Path: "/en/ke-hoach/"}, {Words: "Targets", Path: "/en/chi-tieu/"}, {Words: "Roll of honour", Path: "/vinh-danh/"}},
		FooterNav: []edition.Link{{Words: "Press", Path: "/bao-chi/"}},
		Foreign:   []string{"Quyết định số MẪU-01 ngày 20/12/2019", "Ủy ban nhân dân thành phố Ví Dụ", "nước sạch đô thị", w.unit.Words, "Đoàn kết & sáng tạo", "Báo Ví Dụ", "Báo"},
		Words:     map[string]string{"enter-roll": "Go to the names"},
	}}
	theme, gloss := "Đoàn kết & sáng tạo", "Unity & creativity"
	home := &edition.Home{Occasion: "10 years of Ví Dụ City", Dates: "1 March 2010 – 1 March 2020", Lead: "1 of 2 targets has figures, according to Báo Ví Dụ.", Theme: theme, Gloss: gloss,
		Doorway: edition.Doorway{Words: "1 individual honoured", Path: "/vinh-danh/"}, Targets: []edition.TargetGroup{{Area: edition.Link{Words: "Economy", Path: "/noi-dung/a/"}}}}
	plan := &edition.PlanPage{Theme: theme, Gloss: gloss, Elsewhere: &edition.Link{Words: "Full text of the plan, in Vietnamese", Path: "/ke-hoach/"},
		Facts:   []edition.Fact{{Term: "Bases", Value: "See Quyết định số MẪU-01 ngày 20/12/2019 and others"}, {Term: "Issued by", Value: twin.Site.Organizer}},
		Article: &edition.Article{Doc: markdown.Doc{File: "ke-hoach.md", Blocks: []markdown.Block{{Kind: markdown.Paragraph, Spans: []markdown.Span{{Kind: markdown.Text, Text: "According to Báo Ví Dụ."}}}}}}}
	chart := w.chart
	chart.Lang, chart.Title, chart.Points = "en", "Households with clean water", []edition.ChartPoint{{Value: 84.7, Words: "84.7%"}}
	target := &edition.TargetPage{ID: "nuoc-sach", Area: edition.Link{Words: "Economy", Path: "/noi-dung/a/"}, Sentence: "Exceeded (Báo Ví Dụ, 1 October 2019).", Chart: chart,
		Verdict: edition.Verdict{Standing: edition.Exceeded, Words: "exceeded"}, Assigned: w.assigned(), Reports: w.reports, Downloads: []edition.Download{{Words: "CSV", Path: "/du-lieu/v1/chi-tieu.csv"}}}
	twin.Pages = []edition.Page{page("/en/", twin.Site.Name, home), page("/en/chi-tieu/", "Targets", &edition.TargetsPage{Lead: "One."}),
		page("/en/chi-tieu/nuoc-sach/", "Households with clean water", target), page("/en/ke-hoach/", "Plan", plan)}
	ed.Twins = []*edition.Edition{twin}
	for i := range twin.Pages {
		h := &twin.Pages[i].Head
		own := edition.Path(strings.TrimPrefix(string(h.Path), "/en"))
		h.Alternates = []edition.Alternate{{Lang: "vi", Path: own}, {Lang: "en", Path: h.Path}}
		at := slices.IndexFunc(ed.Pages, func(p edition.Page) bool { return p.Path == own })
		ed.Pages[at].Alternates = h.Alternates
	}
	return ed
}

func pagesOf(t *testing.T, ed *edition.Edition, portable bool) map[string]string {
	t.Helper()
	set, out := render(t, ed, portable), map[string]string{}
	for _, name := range set.Names() {
		b, err := set.Bytes(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, ".html") {
			out[name] = string(b)
		}
	}
	return out
}

func TestTwins(t *testing.T) {
	pages := pagesOf(t, inTwoLanguages(), false)
	for _, c := range []struct {
		page string
		has  []string
		not  []string
	}{
		{"en/chi-tieu/index.html", []string{`<html lang="en">`, `<link rel="canonical" href="https://example.vn/bang-vang/en/chi-tieu/">`,
			`<link rel="alternate" hreflang="vi" href="https://example.vn/bang-vang/chi-tieu/">`, `<link rel="alternate" hreflang="en" href="https://example.vn/bang-vang/en/chi-tieu/">`,
			`<link rel="alternate" hreflang="x-default" href="https://example.vn/bang-vang/chi-tieu/">`, `<meta property="og:locale" content="en_GB">`, `<meta property="og:locale:alternate" content="vi_VN">`,
			`<a class="tongue" href="../../chi-tieu/" rel="alternate" hreflang="vi" lang="vi"><span>Tiếng Việt</span></a>`, `<li><a href="../../" hreflang="vi" lang="vi">Tiếng Việt</a></li>`,
			`<a class="brand" href="../">`, `<li><a href="../ke-hoach/">Plan</a></li>`, `<li><a href="../../vinh-danh/" hreflang="vi" title="in Vietnamese">Roll of honour</a></li>`,
			`action="../../vinh-danh/"`, `data-root="../../" data-index="../../tim-kiem/chi-muc.js" data-lang="vi"`, `data-thousands="," data-digits="1"`, `type="application/atom+xml" href="../../feed.xml" title="Tất cả" lang="vi">`,
			`<dd><span lang="vi">Ủy ban nhân dân thành phố Ví Dụ</span></dd>`}, nil},
		{"en/index.html", []string{`<blockquote><p>“<span lang="vi">Đoàn kết &amp; sáng tạo</span>”</p></blockquote><p class="gloss">“Unity &amp; creativity”</p>`, `according to <span lang="vi">Báo Ví Dụ</span>.</p>`,
			`Go to the names`, `<a href="chi-tieu/">See all targets</a>`}, nil},
		{"en/ke-hoach/index.html", []string{`See <span lang="vi">Quyết định số </span><span class="nb"><span lang="vi">MẪU-01</span></span><span lang="vi"> ngày 20/12/2019</span> and others`,
			`<div class="prose"><p>According to <span lang="vi">Báo Ví Dụ</span>.</p>`, `<a href="../../ke-hoach/" hreflang="vi" title="in Vietnamese">Full text of the plan, in Vietnamese</a>`}, nil},
		{"en/chi-tieu/nuoc-sach/index.html", []string{`<title>Households with clean water – Roll of honour · 10 years of Ví Dụ City</title>`, `{"title":"bieu-do-nuoc-sach"}</script>`,
			`data-chart="Go through the figures of the chart"`}, nil},
		{"chi-tieu/index.html", []string{`<html lang="vi">`, `<a class="tongue" href="../en/chi-tieu/" rel="alternate" hreflang="en" lang="en"><span>English</span></a>`, `hreflang="x-default" href="https://example.vn/bang-vang/chi-tieu/"`,
			`<li><a href="../en/" hreflang="en" lang="en">English</a></li>`, `<meta property="og:locale:alternate" content="en_GB">`, `<li><a href="../ke-hoach/">Kế hoạch</a></li>`}, []string{"data-lang", `title="`}},
		{"vinh-danh/index.html", []string{`<li><a href="../en/" hreflang="en" lang="en">English</a></li>`}, []string{`rel="alternate" hreflang`, `class="tongue"`}},
		{"404.html", []string{`<html lang="vi">`, `href="/bang-vang/en/"`}, []string{`rel="alternate" hreflang`}},
	} {
		text := pages[c.page]
		if strings.HasPrefix(c.page, "chi-tieu") { // feeds have titles
			text = regexp.MustCompile(`<link rel="alternate" type="application[^>]*>`).ReplaceAllString(text, "")
		}
		for _, want := range c.has {
			if !strings.Contains(text, want) {
				t.Errorf("%s has not %s", c.page, want)
			}
		}
		for _, no := range c.not {
			if strings.Contains(text, no) {
				t.Errorf("%s has %s", c.page, no)
			}
		}
	}
}

// Links and anchors of twins lead somewhere, under a sub-path and in a folder.
func TestTwinsAreSound(t *testing.T) {
	for _, portable := range []bool{false, true} {
		set := render(t, inTwoLanguages(), portable)
		for _, name := range []string{"favicon.ico", "apple-touch-icon.png", "site.webmanifest", "tim-kiem/chi-muc.js", "feed.xml", "du-lieu/v1/chi-tieu.csv", "du-lieu/v1/mau-01.csv", "vinh-danh/danh-sach.js"} {
			if !set.Has(name) {
				if err := set.Add(name, writes(nil)); err != nil {
					t.Fatal(err)
				}
			}
		}
		flaws, err := Inspect(set, "https://example.vn/bang-vang/")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range flaws {
			if strings.HasPrefix(f.File, "en/") {
				t.Error(f)
			}
		}
	}
	if text := pagesOf(t, inTwoLanguages(), true)["en/chi-tieu/index.html"]; !strings.Contains(text, `href="../../chi-tieu/index.html" rel="alternate" hreflang="vi"`) || !strings.Contains(text, `<a href="../../vinh-danh/index.html" hreflang="vi"`) {
		t.Error("the links of a folder's twin")
	}
}

// The campaign's own pages are the same with twins as without, but for what leads to those.
func TestTwinsChangeNothingElse(t *testing.T) {
	lines := regexp.MustCompile(`(?m)^.*(?:hreflang=|og:locale:alternate).*\n`)
	with, without := pagesOf(t, inTwoLanguages(), false), pagesOf(t, sample(), false)
	for _, name := range slices.Sorted(maps.Keys(without)) {
		if got := lines.ReplaceAllString(with[name], ""); got != without[name] {
			t.Errorf("%s differs", name)
		}
		if strings.Contains(without[name], "hreflang") {
			t.Errorf("%s has a version in another language", name)
		}
	}
}

func TestPhrases(t *testing.T) {
	p := newPhrases([]string{"Báo Ví Dụ", "Báo", "sở Ví Dụ", "An", "“Ví”", "", "  "}, "vi")
	for _, c := range []struct{ text, want string }{
		{"according to Báo Ví Dụ.", "according to [Báo Ví Dụ]."},
		{"Báo: Báo Ví Dụng", "[Báo]: [Báo] Ví Dụng"},
		{"Answers of An, Anh and An", "Answers of [An], Anh and [An]"},
		{"Sở Ví Dụ and sở Ví Dụ", "[Sở Ví Dụ] and [sở Ví Dụ]"},
		{"the “Ví” and Ví", "the [“Ví”] and Ví"},
		{"", ""},
	} {
		var out strings.Builder
		at := 0
		for _, r := range p.find(c.text) {
			out.WriteString(c.text[at:r.from] + "[" + c.text[r.from:r.to] + "]")
			at = r.to
		}
		out.WriteString(c.text[at:])
		if out.String() != c.want {
			t.Errorf("got %s, want %s", out.String(), c.want)
		}
	}
}

func TestForeign(t *testing.T) {
	p := newPhrases([]string{"Báo Ví Dụ", "A & B", "số 1-2/BC ngày"}, "vi")
	link := func(href string, titled bool) string {
		switch {
		case href != "x/":
			return ""
		case titled:
			return ` hreflang="vi"`
		}
		return ` hreflang="vi" title="in Vietnamese"`
	}
	for _, c := range []struct{ page, want string }{
		{"<p>Báo Ví Dụ</p>", `<p><span lang="vi">Báo Ví Dụ</span></p>`},
		{"<p>x&#43;y &lt; A &amp; B</p>", `<p>x+y &lt; <span lang="vi">A &amp; B</span></p>`},
		{"<p>x&#43;y</p>", "<p>x&#43;y</p>"},
		{`<p lang="vi">Báo Ví Dụ <em>Báo Ví Dụ</em></p>Báo Ví Dụ`, `<p lang="vi">Báo Ví Dụ <em>Báo Ví Dụ</em></p><span lang="vi">Báo Ví Dụ</span>`},
		{"<title>Báo Ví Dụ</title><script>\"Báo Ví Dụ\"</script>", "<title>Báo Ví Dụ</title><script>\"Báo Ví Dụ\"</script>"},
		{"<svg><text>Báo Ví Dụ</text></svg>", "<svg><text>Báo Ví Dụ</text></svg>"},
		{`Báo <span class="nb">Ví</span> Dụ`, `<span lang="vi">Báo </span><span class="nb"><span lang="vi">Ví</span></span><span lang="vi"> Dụ</span>`},
		{`số <span class="nb">1-2/BC</span> ngày mai`, `<span lang="vi">số </span><span class="nb"><span lang="vi">1-2/BC</span></span><span lang="vi"> ngày</span> mai`},
		{"Báo<br>Ví Dụ", "Báo<br>Ví Dụ"},
		{"a <em>đợt thi đua</em> of Cần Thơ", `a <em><span lang="vi">đợt thi đua</span></em> of Cần Thơ`},
		{"<p> “Đoàn kết, sáng tạo,\nquyết tâm” </p>", "<p> <span lang=\"vi\">“Đoàn kết, sáng tạo,\nquyết tâm”</span> </p>"},
		{"<p>It reads “Tỷ lệ lao động đạt 72%” (the share), says Báo Ví Dụ of “Cần Thơ”</p>", `<p>It reads “<span lang="vi">Tỷ lệ lao động đạt 72%</span>” (the share), says <span lang="vi">Báo Ví Dụ</span> of “Cần Thơ”</p>`},
		{"<p>Cần Thơ</p><p>a café</p>", "<p>Cần Thơ</p><p>a café</p>"},
		{`<a href="x/">y</a> <a class="b" href="y/">y</a> <a>y</a>`, `<a href="x/" hreflang="vi" title="in Vietnamese">y</a> <a class="b" href="y/">y</a> <a>y</a>`},
		{`<a title="z" href="x/">y</a>`, `<a title="z" href="x/" hreflang="vi">y</a>`},
		{`<p>Báo Ví Dụ: <em lang="vi">Báo Ví Dụ</em>, Báo Ví Dụ<svg></svg></p>`,
			`<p><span lang="vi">Báo Ví Dụ</span>: <em lang="vi">Báo Ví Dụ</em>, <span lang="vi">Báo Ví Dụ</span><svg></svg></p>`},
		{`Báo <span class="nb" lang="vi">Ví</span> Dụ`, `Báo <span class="nb" lang="vi">Ví</span> Dụ`},
		{"<script\n src='a'>\"Báo Ví Dụ\"</script>Báo Ví Dụ", "<script\n src='a'>\"Báo Ví Dụ\"</script><span lang=\"vi\">Báo Ví Dụ</span>"},
		{`Báo Ví Dụ<script src=a>"Báo Ví Dụ"</script>`, `<span lang="vi">Báo Ví Dụ</span><script src=a>"Báo Ví Dụ"</script>`},
		{`<ul lang="vi"><li>a<li>Báo Ví Dụ</ul></b>Báo Ví Dụ`, `<ul lang="vi"><li>a<li>Báo Ví Dụ</ul></b><span lang="vi">Báo Ví Dụ</span>`},
		{`<a href="x/" hreflang="en">y</a>`, `<a href="x/" hreflang="en">y</a>`},
		{"<!doctype html>\n<p>a < b</p>", "<!doctype html>\n<p>a < b</p>"},
	} {
		if got := string(foreign(c.page, p, link)); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.page, got, c.want)
		}
	}
}

// Nothing is lost or added but marks, whatever the page.
func FuzzForeign(f *testing.F) {
	f.Add("<p>Báo <span class=nb>Ví</span> Dụ</p>")
	f.Add("<p>Báo Ví Dụ</p></span><svg>a</svg>")
	f.Add("a<!-- b > c --><script>d")
	p := newPhrases([]string{"Báo Ví Dụ", "a"}, "vi")
	mark, tag := regexp.MustCompile(`<span lang="vi">|</span>`), regexp.MustCompile(`<[^>]*>`)
	text := func(page string) string { return html.UnescapeString(tag.ReplaceAllString(page, "")) }
	f.Fuzz(func(t *testing.T, page string) {
		got := string(foreign(page, p, func(string, bool) string { return "" }))
		if text(got) != text(page) {
			t.Errorf("%q became %q", page, got)
		}
		if a, b := len(tag.FindAllString(mark.ReplaceAllString(page, ""), -1)), len(tag.FindAllString(mark.ReplaceAllString(got, ""), -1)); a != b {
			t.Errorf("%q has %d tags, %q %d", page, a, got, b)
		}
	})
}

// place undoes relative.
func FuzzPlace(f *testing.F) {
	f.Add("/en/chi-tieu/", "/chi-tieu/ho-ngheo/?a=b#c")
	f.Add("/", "/a:b/")
	f.Add("/404.html", "/404.html#a")
	address := regexp.MustCompile(`^/([a-z0-9:-]+/)*([a-z0-9.-]*[a-z0-9])?([?#][a-z=]*)?$`)
	f.Fuzz(func(t *testing.T, from, to string) {
		if !address.MatchString(from) || !address.MatchString(to) || strings.ContainsAny(from, "?#") {
			return
		}
		href := relative(edition.Path(from), edition.Path(to), false)
		if got, ok := place(edition.Path(from), href, "https://example.vn/"); !ok || string(got) != to {
			t.Errorf("from %s to %s is %s, which leads to %s %v", from, to, href, got, ok)
		}
	})
}
