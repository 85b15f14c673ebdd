package edition

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"bangvang/internal/campaign"
	"bangvang/internal/markdown"
)

// twoTongues is a campaign with something of all that the pages of a twin say, told in English too, but for what nobody translated.
func twoTongues() (*campaign.Ledger, map[string]markdown.Doc) {
	paper := &campaign.Source{ID: "bao", Title: "Bài báo", Publisher: "Báo Mẫu", Date: oct, URL: "https://bao.example/"}
	agency := &campaign.Source{ID: "ttx", Title: "Tin", Publisher: "Thông tấn"}
	area, other := &campaign.Area{ID: "kinh-te", Letter: "a", Name: "Kinh tế", Summary: "Tóm tắt"}, &campaign.Area{ID: "xa-hoi", Letter: "b", Name: "Xã hội", Summary: "Tóm tắt hai"}
	at := func(year, month, day int) campaign.Date { return campaign.Date{Year: year, Month: month, Day: day} }
	growth := &campaign.Target{ID: "tang-truong", Area: area, Name: "Tăng trưởng", Measure: "%", Decimals: 1, Goal: campaign.Goal{Kind: campaign.AtLeast, From: d(8, 0)}, Period: y18,
		Deadline: at(2018, 11, 30), Note: "Ghi chú chỉ tiêu", Official: &campaign.Official{Goal: campaign.Goal{Kind: campaign.AtMost, To: d(9, 0)}, Source: paper},
		Baseline: &campaign.Baseline{Period: at(2017, 0, 0), Value: d(65, 1), Qualifier: campaign.About, Computed: &campaign.Computed{Formula: "80,8 / 1,1 lấy giữa", From: paper}},
		Results: []*campaign.Result{{AsOf: at(2018, 12, 0), Value: d(75, 1), Qualifier: campaign.Above, Status: campaign.StatusEstimate, Source: paper, Note: "Ước cả năm"},
			{AsOf: oct, Value: d(7, 0), Status: campaign.StatusComputed, Computed: &campaign.Computed{Formula: "tính ngược", From: agency}}}}
	for month := 1; month < 8; month++ {
		if month != 3 && month != 4 && month != 5 {
			growth.Results = append(growth.Results, &campaign.Result{AsOf: at(2018, 8-month, 1), Value: d(6, 0), Status: campaign.StatusEstimate, Source: paper})
		}
	}
	communes := &campaign.Target{ID: "xa", Area: area, Name: "Số xã", Short: "Xã", Measure: "xã", Goal: campaign.Goal{Kind: campaign.Count, From: d(5, 0)}, Period: y18,
		Whole: growth, Results: []*campaign.Result{{AsOf: oct, Value: d(6, 0), Status: campaign.StatusOfficial, Source: agency}}}
	unknown := &campaign.Target{ID: "nuoc", Area: area, Name: "Nước sạch", Measure: "%", Goal: campaign.Goal{Kind: campaign.Between, From: d(7, 0), To: d(8, 0)}, Period: y18}
	growth.Parts, area.Targets = []*campaign.Target{communes}, []*campaign.Target{growth, communes, unknown}
	l := rollOf(3)
	l.Areas, l.Sources, l.Targets = []*campaign.Area{area, other}, []*campaign.Source{paper, agency}, []*campaign.Target{growth, communes, unknown}
	l.Awards[0].Area, l.Decisions[0].Sample = area, true
	l.Assignments = []*campaign.Assignment{{ID: "giao", Unit: l.Units[0], Target: communes, Name: communes.Name, Measure: "xã", Goal: campaign.Goal{Kind: campaign.Count, From: d(1, 0)},
		Deadline: at(2018, 11, 30), Results: []*campaign.Result{{AsOf: oct, Value: d(1, 0), Status: campaign.StatusOfficial}}}}
	l.Units[0].Assignments = l.Assignments
	k := &l.Campaign
	k.Lang, k.Name, k.ShortName, k.Theme, k.Organizer, k.Secretariat = "vi", "Đợt thi đua", "30 năm thành phố", "Đoàn kết", "Ủy ban", "Ban Thi đua"
	k.Anniversary, k.Period.To = campaign.Span{From: at(2004, 1, 2), To: at(2019, 1, 2)}, at(2018, 11, 30)
	k.Plan = campaign.Plan{Title: "Kế hoạch thi đua", Number: "80/KH-UBND", Date: at(2018, 4, 27), Issuer: "Ủy ban nhân dân", Signatory: campaign.Signatory{Office: "Chủ tịch", Name: "Nguyễn Ký"}, Bases: []string{"Chỉ thị một"}}
	k.Event = campaign.Event{Word: "Họp mặt", Date: at(2019, 2, 0), Place: "Nhà hát", Programme: "chuong-trinh.md"}
	k.Contact, k.Licence, k.LegalBasis = campaign.Contact{Name: "Ban Thi đua"}, "Được trích dẫn", "Luật Thi đua"
	l.Articles = []*campaign.Article{{File: "ke-hoach.md", Title: "Kế hoạch"}, {File: "chuong-trinh.md", Title: "Chương trình"}}
	docs := map[string]markdown.Doc{}
	for file, text := range map[string]string{
		"ke-hoach.md": "## Thời gian\n", "chuong-trinh.md": "Giờ\n",
		"en/ke-hoach.md": "## Timetable\n\n- See [targets](/chi-tieu/), [growth](/chi-tieu/tang-truong/), [below](#timetable), [again](/ke-hoach/#timetable) and [the roll](/vinh-danh/).\n",
	} {
		docs[file], _ = markdown.Parse("content/"+file, 1, []byte(text))
	}
	l.Twins = []campaign.Twin{{Lang: "en", Ledger: translated(l), Words: map[string]string{"goal": "Asked"}}}
	return l, docs
}

// translated is a copy in which all is English that the data format lets people translate.
func translated(l *campaign.Ledger) *campaign.Ledger {
	out := l.Copy()
	for i, a := range out.Areas {
		a.Name, a.Summary = []string{"Economy", "Society"}[i], "Summary"
	}
	growth, communes, unknown := out.Targets[0], out.Targets[1], out.Targets[2]
	growth.Name, growth.Note, growth.Baseline.Computed.Formula, growth.Results[0].Note, growth.Results[1].Computed.Formula = "Growth", "Note", "80.8 / 1.1, the middle", "Full year", "worked back"
	communes.Name, communes.Short, communes.Measure, communes.MeasureOne, unknown.Name = "Communes", "Communes", "communes", "commune", "Water"
	out.Assignments[0].Name, out.Assignments[0].Measure, out.Assignments[0].MeasureOne = "Communes", "communes", "commune"
	k := &out.Campaign
	k.Lang, k.Name, k.ShortName, k.Theme, k.Organizer, k.Secretariat = "en", "Campaign", "30 years", "Unity", "Committee", "Board"
	k.Plan.Title, k.Plan.Issuer, k.Plan.Signatory.Office, k.Plan.Bases[0] = "Plan of emulation", "Committee", "Chairman", "Directive"
	k.Event.Word, k.Event.Place, k.Contact.Name, k.Licence, k.LegalBasis = "Gathering", "Theatre", "Board", "May be quoted", "Law"
	out.Articles[0].File, out.Articles[0].Title = "en/ke-hoach.md", "Plan"
	return out
}

func composedTwins(t *testing.T) (*Edition, *Edition) {
	t.Helper()
	l, docs := twoTongues()
	ed, problems := Compose(l, docs, Options{})
	if len(problems.Sorted()) > 0 {
		t.Fatal(problems.Sorted())
	}
	return ed, ed.Twins[0]
}

// look visits every value below v, with the name of the field that holds it.
func look(v reflect.Value, field string, visit func(field string, v reflect.Value)) {
	visit(field, v)
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			look(v.Elem(), field, visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			look(v.Field(i), v.Type().Field(i).Name, visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			look(v.Index(i), field, visit)
		}
	}
}

// TestTwinPaths: a twin has its pages below its language, and leads to them wherever it has them.
func TestTwinPaths(t *testing.T) {
	ed, twin := composedTwins(t)
	own, there := map[Path]bool{feedPath: true}, map[Path]bool{}
	for _, p := range ed.Pages {
		own[p.Path] = true
	}
	for _, d := range ed.Datasets {
		for _, f := range d.Downloads {
			own[f.Path] = true
		}
	}
	var paths []string
	for _, p := range twin.Pages {
		there[p.Path] = true
		paths = append(paths, string(p.Path))
		if p.Embed != nil {
			there[p.Embed.JSON], there[p.Embed.XML] = true, true // files of the page
			own[p.Embed.JSON], own[p.Embed.XML] = true, true
			there[p.Reference.BibTeX.Path], there[p.Reference.CSL.Path] = true, true
		}
	}
	want := []string{"/en/", "/en/chi-tieu/", "/en/chi-tieu/nuoc/", "/en/chi-tieu/tang-truong/", "/en/chi-tieu/xa/", "/en/ke-hoach/",
		"/en/nhung/nuoc/", "/en/nhung/tang-truong/", "/en/nhung/xa/", "/en/noi-dung/kinh-te/", "/en/noi-dung/xa-hoi/"}
	for _, p := range ed.Drawings {
		own[p.Path] = true
	}
	for _, p := range twin.Drawings {
		there[p.Path] = true
	}
	if !slices.Equal(paths, want) {
		t.Errorf("pages %q", paths)
	}
	led := map[bool]int{}
	check := func(p Path) {
		in := strings.HasPrefix(string(p), "/en/")
		if led[in]++; in && !there[p] || !in && (!own[p] || there["/en"+p]) {
			t.Errorf("the twin leads to %s", p)
		}
	}
	pathType := reflect.TypeFor[Path]()
	look(reflect.ValueOf(Edition{Site: twin.Site, Pages: withoutAlternates(twin.Pages)}), "", func(_ string, v reflect.Value) {
		if v.Type() == pathType && v.String() != "" {
			check(Path(v.String()))
		}
		if s, ok := v.Interface().(markdown.Span); ok && strings.HasPrefix(s.Href, "/") {
			p, _, _ := strings.Cut(s.Href, "#")
			check(Path(p))
		}
	})
	if led[true] < 50 || led[false] < 20 {
		t.Errorf("few addresses: %v", led)
	}
}

// withoutAlternates are pages without what they say of or in the campaign's other languages.
func withoutAlternates(pages []Page) []Page {
	out := slices.Clone(pages)
	for i := range out {
		out[i].Alternates = nil
		if press, ok := out[i].Body.(*PressPage); ok {
			own := *press
			own.Boilerplates = own.Boilerplates[:2]
			out[i].Body = &own
		}
	}
	return out
}

// forgetTexts takes the texts of references away, which are in all languages everywhere.
func forgetTexts(pages []Page) {
	look(reflect.ValueOf(pages), "", func(_ string, v reflect.Value) {
		if r, ok := v.Interface().(*Reference); ok && r != nil {
			r.Texts = nil
		}
	})
}

// TestTwinSaysNothingForeign: what on a twin's pages stands in the campaign's own language is told, and is all from data.
func TestTwinSaysNothingForeign(t *testing.T) {
	_, twin := composedTwins(t)
	want := []string{"Đoàn kết", "Báo Mẫu", "Bài báo", "Thông tấn", "Nguyễn Ký", "Sở Mẫu", "Bằng khen", "MẪU-1", "MẪU-2", "Chương trình",
		"Trang chủ", "Kế hoạch", "Chỉ tiêu", "Điển hình", "Gương điển hình", "Đơn vị", "Quyết định", "Kỷ yếu", "Báo chí", "Dành cho báo chí", "Dữ liệu",
		"Bảng vàng vinh danh", "Nguồn tin Atom", "Các bản đã công bố"}
	slices.SortFunc(want, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	if !slices.Equal(twin.Site.Foreign, want) {
		t.Errorf("foreign: %q, want %q", twin.Site.Foreign, want)
	}
	site := twin.Site
	site.Foreign = nil
	texts := 0
	forgetTexts(twin.Pages)
	look(reflect.ValueOf(Edition{Site: site, Pages: twin.Pages}), "", func(field string, v reflect.Value) {
		if v.Kind() != reflect.String {
			return
		}
		texts++
		s := v.String()
		for _, phrase := range twin.Site.Foreign {
			s = strings.ReplaceAll(s, phrase, "")
		}
		if beyondASCII(s) {
			t.Errorf("%s: %q", field, v.String())
		}
	})
	if texts < 500 {
		t.Errorf("only %d texts", texts)
	}
}

// TestAlternatesAreSymmetrical: both pages of a pair name both, first the campaign's own; others name none.
func TestAlternatesAreSymmetrical(t *testing.T) {
	ed, twin := composedTwins(t)
	pages := map[Path]Page{}
	for _, p := range append(slices.Clone(ed.Pages), twin.Pages...) {
		pages[p.Path] = p
	}
	for _, p := range twin.Pages {
		first := Path(strings.TrimPrefix(string(p.Path), "/en"))
		want := []Alternate{{"vi", first}, {"en", p.Path}}
		if !slices.Equal(p.Alternates, want) || !slices.Equal(pages[first].Alternates, want) {
			t.Errorf("%s: %v; %s: %v", p.Path, p.Alternates, first, pages[first].Alternates)
		}
	}
	for _, p := range ed.Pages {
		if _, has := pages["/en"+p.Path]; !has && p.Alternates != nil {
			t.Errorf("%s: %v", p.Path, p.Alternates)
		}
	}
}

// TestOneLanguageHasNoAlternates, and its pages are what they are beside a twin.
func TestOneLanguageHasNoAlternates(t *testing.T) {
	beside, _ := composedTwins(t)
	l, docs := twoTongues()
	l.Twins = nil
	delete(docs, "en/ke-hoach.md")
	alone, problems := Compose(l, docs, Options{})
	if len(problems.Sorted()) > 0 {
		t.Fatal(problems.Sorted())
	}
	for _, p := range alone.Pages {
		if p.Alternates != nil {
			t.Errorf("%s: %v", p.Path, p.Alternates)
		}
	}
	forgetTexts(alone.Pages)
	forgetTexts(beside.Pages)
	if !reflect.DeepEqual(alone.Pages, withoutAlternates(beside.Pages)) {
		t.Error("a twin changes the campaign's own pages")
	}
}

func pageOf[B Body](t *testing.T, ed *Edition, p Path) B {
	t.Helper()
	for _, page := range ed.Pages {
		if page.Path == p {
			return page.Body.(B)
		}
	}
	t.Fatalf("no page %s", p)
	panic("unreachable")
}

// TestTwinPages holds what the pages of a twin say for themselves.
func TestTwinPages(t *testing.T) {
	ed, twin := composedTwins(t)
	if s := twin.Site; s.Lang != "en" || s.Name != "Roll of honour · 30 years" || s.Sample != english.site.sample || s.BaseURL != ed.Site.BaseURL || s.Words["goal"] != "Asked" {
		t.Errorf("site %+v", s)
	}
	if twin.Booklet != nil || twin.Datasets != nil || twin.Feeds != nil || twin.Search.Len() > 0 || twin.Roll != nil || twin.Images != nil {
		t.Error("a twin has what only the campaign's own edition has")
	}
	home := pageOf[*Home](t, twin, "/en/")
	if home.Theme != "Đoàn kết" || home.Gloss != "Unity" || home.Doorway.Words != "3"+nbsp+"individuals honoured" || home.Doorway.Path != rollPath {
		t.Errorf("home %+v", home)
	}
	if got := pageOf[*Home](t, ed, "/"); got.Gloss != "" {
		t.Errorf("the theme's gloss is %q where it is no translation", got.Gloss)
	}
	plan := pageOf[*PlanPage](t, twin, "/en/ke-hoach/")
	if plan.Article == nil || plan.Elsewhere != nil || plan.Programme == nil || *plan.Programme != (Link{Words: "Chương trình", Path: programmePath}) {
		t.Errorf("plan %+v", plan)
	}
	target := pageOf[*TargetPage](t, twin, "/en/chi-tieu/tang-truong/")
	if target.Chart.Lang != "en" || pageOf[*TargetPage](t, ed, "/chi-tieu/tang-truong/").Chart.Lang != "vi" {
		t.Error("a chart is not told its language")
	}
	if p := target.Chart.Points[len(target.Chart.Points)-1]; p.Label != "Dec"+nbsp+"2018" || p.Words != "over"+nbsp+"7.5%" {
		t.Errorf("point %+v", p)
	}
	if !strings.HasPrefix(target.Address, "https://vi-du.vn/en/chi-tieu/tang-truong/") || !strings.HasSuffix(target.Cite, target.Address) {
		t.Errorf("cited as %s", target.Cite)
	}
}

// TestTwinWithoutTexts: a plan whose text nobody translated leads to the text.
func TestTwinWithoutTexts(t *testing.T) {
	l, docs := twoTongues()
	delete(docs, "en/ke-hoach.md")
	l.Twins[0].Ledger.Campaign.Theme = l.Campaign.Theme
	ed, _ := Compose(l, docs, Options{})
	plan := pageOf[*PlanPage](t, ed.Twins[0], "/en/ke-hoach/")
	if plan.Article != nil || plan.Elsewhere == nil || plan.Elsewhere.Path != planPath || plan.Elsewhere.Words != english.plan.elsewhere || plan.Gloss != "" {
		t.Errorf("plan %+v", plan)
	}
	delete(docs, "ke-hoach.md")
	ed, _ = Compose(l, docs, Options{})
	if plan := pageOf[*PlanPage](t, ed.Twins[0], "/en/ke-hoach/"); plan.Elsewhere != nil {
		t.Errorf("it leads to a text that there is not: %+v", plan.Elsewhere)
	}
}

// TestTwinProgramme: a translated programme has a page.
func TestTwinProgramme(t *testing.T) {
	l, docs := twoTongues()
	docs["en/chuong-trinh.md"], _ = markdown.Parse("content/en/chuong-trinh.md", 1, []byte("Hours\n"))
	l.Twins[0].Ledger.Articles[1] = &campaign.Article{File: "en/chuong-trinh.md", Title: "Programme"}
	ed, problems := Compose(l, docs, Options{})
	if len(problems.Sorted()) > 0 {
		t.Fatal(problems.Sorted())
	}
	want := Link{Words: "Programme", Path: "/en/ke-hoach/chuong-trinh/"}
	if got := pageOf[*PlanPage](t, ed.Twins[0], "/en/ke-hoach/").Programme; got == nil || *got != want {
		t.Errorf("programme %+v", got)
	}
	pageOf[*ArticlePage](t, ed.Twins[0], want.Path)
}

// TestTwinProblems: links of translated texts are judged where they lead to, and what no page shows is told.
func TestTwinProblems(t *testing.T) {
	l, docs := twoTongues()
	for file, text := range map[string]string{
		"en/ke-hoach.md": "## Time\n\n[a](/khong-co/) [b](/ke-hoach/#thoi-gian) [c](/en/chi-tieu/khong-co/) [d](/en/chi-tieu/xa/) [e](/vi/chi-tieu/xa/)\n",
		"en/bao-chi.md":  "Press\n",
		"ke-hoach.md":    "## Thời gian\n\n[English](/en/ke-hoach/#time) [sai](/en/vinh-danh/)\n",
	} {
		docs[file], _ = markdown.Parse("content/"+file, 1, []byte(text))
	}
	l.Twins = append(l.Twins, campaign.Twin{Lang: "fr", Ledger: l.Copy()})
	ed, problems := Compose(l, docs, Options{})
	var got []string
	for _, p := range problems.Sorted() {
		got = append(got, p.Place.File+" "+p.Rule.ID+": "+p.Text)
	}
	want := []string{
		"content/en/bao-chi.md document-unshown: chưa có trang nào bằng ngôn ngữ \"en\" dùng bài này",
		"content/en/ke-hoach.md link-broken: không có trang /khong-co/",
		"content/en/ke-hoach.md anchor-broken: không có đề mục #thoi-gian",
		"content/en/ke-hoach.md link-broken: không có trang /en/chi-tieu/khong-co/",
		"content/en/ke-hoach.md link-broken: không có trang /vi/chi-tieu/xa/",
		"content/ke-hoach.md link-broken: không có trang /en/vinh-danh/",
		"data/i18n/fr.yaml language-unspoken: chưa có lời văn cho ngôn ngữ \"fr\"",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if len(ed.Twins) != 1 {
		t.Errorf("%d twins", len(ed.Twins))
	}
	drafts := DraftLinks(docs, Ids{Targets: []string{"xa"}})
	var told []string
	for _, p := range drafts.Sorted() {
		told = append(told, p.Text)
	}
	if want := []string{"không có trang /khong-co/", "không có trang /en/chi-tieu/khong-co/", "không có trang /vi/chi-tieu/xa/"}; !slices.Equal(told, want) {
		t.Errorf("while nothing resolves: %q", told)
	}
}

// TestTwinsKeepTheGate: a decision that the public may not see is in no language.
func TestTwinsKeepTheGate(t *testing.T) {
	l, docs := twoTongues()
	for _, of := range []*campaign.Ledger{l, l.Twins[0].Ledger} {
		of.Decisions[1].PublishAt = of.Campaign.AsOf.Add(time.Hour)
	}
	for drafts, want := range map[bool]string{false: "1" + nbsp + "individual honoured", true: "3" + nbsp + "individuals honoured"} {
		ed, _ := Compose(l, docs, Options{Drafts: drafts})
		if got := pageOf[*Home](t, ed.Twins[0], "/en/").Doorway.Words; got != want {
			t.Errorf("drafts %t: %q, want %q", drafts, got, want)
		}
		told := map[string]bool{}
		look(reflect.ValueOf(*ed.Twins[0]), "", func(_ string, v reflect.Value) {
			for _, d := range l.Decisions {
				told[d.ID] = told[d.ID] || v.Kind() == reflect.String && strings.Contains(v.String(), d.Number)
			}
		})
		if !told[l.Decisions[0].ID] || told[l.Decisions[1].ID] != drafts {
			t.Errorf("drafts %t: decisions told %v", drafts, told)
		}
	}
}
