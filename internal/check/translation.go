package check

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/source"
	"bangvang/internal/viet"
)

// translations makes the campaign's twins in other languages. What a twin must have and does not is told, and stays in the campaign's own
// words: nothing is ever blank.
func (r *resolver) translations(opt Options) {
	for i := range r.tree.Translations {
		s := &r.tree.Translations[i]
		if !r.tongue(s.Lang, opt.Langs) {
			continue
		}
		t := &translator{resolver: r, file: s.Lang.Place, lang: s.Lang.Text, quiet: r.tree.Partial["i18n"], twin: r.ledger.Copy()}
		t.twin.Campaign.Lang = t.lang
		t.campaign(s.Campaign)
		t.areas(s.Areas)
		t.measures(s.Measures)
		t.targets(s.Targets)
		t.figures(s.Notes, s.Formulas)
		t.corrections(s.Mistakes)
		t.names(s)
		t.articles()
		r.ledger.Twins = append(r.ledger.Twins, campaign.Twin{Lang: t.lang, Ledger: t.twin, Words: t.words(s.Words, opt.Words)})
	}
}

// tongue tells whether a language may have a twin. Langs are those that the program has words of its own for.
func (r *resolver) tongue(lang source.Value, langs []string) bool {
	switch own := r.ledger.Campaign.Lang; {
	case !langLiteral.MatchString(lang.Text):
		r.add(langForm, lang.Place, fmt.Sprintf("%q không phải mã ngôn ngữ", lang.Text), "đặt tên tệp theo mã ngôn ngữ, ví dụ data/i18n/en.yaml cho tiếng Anh")
	case lang.Text == own:
		r.add(translationOwn, lang.Place, fmt.Sprintf("%q là ngôn ngữ của chính đợt thi đua", own), "ghi thẳng vào các tệp dữ liệu; data/i18n/ chỉ có ngôn ngữ khác")
	case langs != nil && !slices.Contains(langs, lang.Text):
		r.add(translationUnread, lang.Place, fmt.Sprintf("chương trình chưa có câu chữ bằng ngôn ngữ %q, nên bản dịch này chưa được dùng", lang.Text),
			"các ngôn ngữ có sẵn: "+strings.Join(langs, ", "))
	default:
		return true
	}
	return false
}

// translator puts one language into a copy of the ledger.
type translator struct {
	*resolver
	file  diag.Place
	lang  string
	quiet bool // not all of the translation could be read, so that nothing is missing for certain
	twin  *campaign.Ledger
}

// must translates a text that a twin has to have; may one that it may leave in the campaign's language. The place is that of the record
// that v should be in. Where the campaign itself has no text there is nothing to translate.
func (t *translator) must(into *string, v source.Value, at diag.Place, what string) {
	if t.may(into, v, what) || *into == "" || v.Place.Known() {
		return
	}
	t.missing(at, "chưa có bản dịch của "+what, *into)
}

func (t *translator) may(into *string, v source.Value, what string) bool {
	switch {
	case v.Given():
		*into = line(v)
		return true
	case v.Place.Known():
		t.add(translationMissing, v.Place, "bản dịch của "+what+" để trống", "dịch, hoặc bỏ dòng này")
	}
	return false
}

// missing reports what has no translation, with the words that wait for one.
func (t *translator) missing(at diag.Place, text, original string) {
	if t.quiet {
		return
	}
	if !at.Known() {
		at = t.file
	}
	t.add(translationMissing, at, text, "nguyên văn: “"+clip(original)+"”")
}

// whole tells whether all records of some data files could be read, so that what is not among them is nowhere.
func (t *translator) whole(names ...string) bool {
	return !slices.ContainsFunc(names, func(name string) bool { return t.tree.Partial[name] })
}

// unknown reports a translation of what is not there.
func (t *translator) unknown(v source.Value, what string, known []string) {
	hint := "bỏ dòng này, hoặc chép lại đúng nguyên văn"
	if near, ok := viet.Nearest(v.Text, known); ok {
		hint = fmt.Sprintf("có phải %q?", near)
	}
	t.add(translationUnknown, v.Place, fmt.Sprintf("không có %s %q để dịch", what, clip(v.Text)), hint)
}

func (t *translator) campaign(s *source.CampaignText) {
	if s == nil {
		s = &source.CampaignText{}
	}
	c := &t.twin.Campaign
	for _, k := range []struct {
		into *string
		v    source.Value
		name string
	}{
		{&c.Name, s.Name, "name"}, {&c.ShortName, s.ShortName, "short_name"}, {&c.Theme, s.Theme, "theme"}, {&c.Organizer, s.Organizer, "organizer"},
		{&c.Secretariat, s.Secretariat, "secretariat"}, {&c.Licence, s.Licence, "licence"}, {&c.LegalBasis, s.LegalBasis, "legal_basis"},
	} {
		t.must(k.into, k.v, s.Place, fmt.Sprintf("khoá %q của đợt thi đua", k.name))
	}
	t.plan(s)
	event, contact := s.Event, s.Contact
	if event == nil {
		event = &source.EventText{Place: s.Place}
	}
	if contact == nil {
		contact = &source.ContactText{Place: s.Place}
	}
	t.must(&c.Event.Word, event.Word, event.Place, `khoá "word" của event`)
	t.must(&c.Event.Place, event.Venue, event.Place, `khoá "place" của event`)
	t.must(&c.Contact.Name, contact.Name, contact.Place, `khoá "name" của contact`)
	t.must(&c.Contact.Address, contact.Address, contact.Place, `khoá "address" của contact`)
}

func (t *translator) plan(s *source.CampaignText) {
	p, text := &t.twin.Campaign.Plan, s.Plan
	if text == nil {
		text = &source.PlanText{Place: s.Place}
	}
	t.must(&p.Title, text.Title, text.Place, `khoá "title" của plan`)
	t.must(&p.Issuer, text.Issuer, text.Place, `khoá "issuer" của plan`)
	signatory := text.Signatory
	if signatory == nil {
		signatory = &source.SignatoryText{Place: text.Place}
	}
	t.must(&p.Signatory.Office, signatory.Office, signatory.Place, `khoá "office" của signatory`)
	switch n := len(text.Bases); {
	case n == len(p.Bases):
		p.Bases = lines(text.Bases)
	case t.tree.Campaign == nil || t.tree.Partial["campaign"]: // told; how many there are is not known
	case n == 0:
		t.missing(text.Place, `chưa có bản dịch của khoá "bases" của plan`, p.Bases[0])
	default:
		t.add(translationMissing, text.Bases[0].Place, fmt.Sprintf("bản dịch của khoá \"bases\" có %d mục, nguyên văn có %d", n, len(p.Bases)),
			"dịch mỗi căn cứ thành một mục, theo đúng thứ tự")
	}
}

func (t *translator) areas(of []source.AreaText) {
	texts := map[string]*source.AreaText{}
	for i := range of {
		find(t.resolver, &t.areaIDs, of[i].ID)
		texts[of[i].ID.Text] = &of[i]
	}
	for _, a := range t.twin.Areas {
		what := fmt.Sprintf("nội dung %q", a.ID)
		s := texts[a.ID]
		if s == nil {
			t.missing(t.file, "mục areas chưa có bản dịch của "+what, a.Name)
			continue
		}
		t.must(&a.Name, s.Name, s.Place, `khoá "name" của `+what)
		t.must(&a.Summary, s.Summary, s.Place, `khoá "summary" của `+what)
	}
}

func (t *translator) targets(of []source.TargetText) {
	texts := map[string]*source.TargetText{}
	for i := range of {
		find(t.resolver, &t.targetIDs, of[i].ID)
		texts[of[i].ID.Text] = &of[i]
	}
	for _, g := range t.twin.Targets {
		what := fmt.Sprintf("chỉ tiêu %q", g.ID)
		s := texts[g.ID]
		if s == nil {
			t.missing(t.file, "mục targets chưa có bản dịch của "+what, g.Name)
			continue
		}
		t.must(&g.Name, s.Name, s.Place, `khoá "name" của `+what)
		t.must(&g.Short, s.Short, s.Place, `khoá "short" của `+what)
		t.must(&g.Note, s.Note, s.Place, `khoá "note" của `+what)
	}
	for _, a := range t.twin.Assignments {
		if a.Target != nil {
			a.Name = a.Target.Name
		}
	}
}

// measures translates đơn vị tính: those of targets must be, but for signs like "%".
func (t *translator) measures(of []source.MeasureText) {
	var known []string
	for _, l := range [][]string{
		each(t.twin.Targets, func(g *campaign.Target) string { return g.Measure }),
		each(t.twin.Assignments, func(a *campaign.Assignment) string { return a.Measure }),
		each(t.tree.Achievements, func(a source.Achievement) string { return line(a.Measure) }),
	} {
		known = append(known, l...)
	}
	type words struct{ other, one string }
	texts, whole := map[string]words{}, t.whole("targets", "assignments", "achievements")
	for i := range of {
		m := &of[i]
		if whole && !slices.Contains(known, m.Of.Text) {
			t.unknown(m.Of, "đơn vị tính", known)
		}
		w := words{other: m.Of.Text}
		what := fmt.Sprintf("đơn vị tính %q", m.Of.Text)
		t.must(&w.other, m.Other, m.Place, what)
		t.may(&w.one, m.One, what)
		texts[m.Of.Text] = w
	}
	put := func(measure, one *string) {
		if w, ok := texts[*measure]; ok {
			*measure, *one = w.other, w.one
		}
	}
	told := map[string]bool{"": true}
	for _, g := range t.twin.Targets {
		if _, ok := texts[g.Measure]; !ok && !told[g.Measure] && strings.ContainsFunc(g.Measure, unicode.IsLetter) {
			told[g.Measure] = true
			t.missing(t.file, fmt.Sprintf("mục measures chưa có bản dịch của đơn vị tính %q", g.Measure), g.Measure)
		}
		put(&g.Measure, &g.MeasureOne)
	}
	for _, a := range t.twin.Assignments {
		put(&a.Measure, &a.MeasureOne)
	}
	for _, a := range t.twin.Achievements {
		put(&a.Measure, &a.MeasureOne)
	}
}

// names translates what may well stay as it is: blocks, units, sources. The twin has them in the order of the ledger.
func (t *translator) names(s *source.Translation) {
	for _, b := range s.Blocks {
		if own := find(t.resolver, &t.blockIDs, b.ID); own != nil {
			to := t.twin.Blocks[slices.Index(t.ledger.Blocks, own)]
			t.may(&to.Name, b.Name, fmt.Sprintf("khối %q", b.ID.Text))
		}
	}
	for _, u := range s.Units {
		if own := find(t.resolver, &t.unitIDs, u.ID); own != nil {
			to := t.twin.Units[slices.Index(t.ledger.Units, own)]
			t.may(&to.Name, u.Name, fmt.Sprintf("tên đơn vị %q", u.ID.Text))
			t.may(&to.Short, u.Short, fmt.Sprintf("tên ngắn của đơn vị %q", u.ID.Text))
		}
	}
	for _, c := range s.Sources {
		if own := find(t.resolver, &t.sourceIDs, c.ID); own != nil {
			to := t.twin.Sources[slices.Index(t.ledger.Sources, own)]
			t.may(&to.Title, c.Title, fmt.Sprintf("tên nguồn %q", c.ID.Text))
			t.may(&to.Publisher, c.Publisher, fmt.Sprintf("nơi công bố của nguồn %q", c.ID.Text))
		}
	}
}

// planFile is the summary of the plan.
const planFile = "ke-hoach.md"

// shown tells whether a text stands on a page that a twin has, so that it must be there in the twin's language: the plan's or an area's.
func (t *translator) shown(file string) bool {
	_, area := t.areaIDs.entries[strings.TrimSuffix(path.Base(file), ".md")]
	return file == planFile || area && path.Dir(file) == areaFolder
}

// articles puts the texts of content/<lang>/ in the place of those that they translate.
func (t *translator) articles() {
	files := each(t.ledger.Articles, func(a *campaign.Article) string { return a.File })
	for i := range t.tree.Articles {
		s := &t.tree.Articles[i]
		if s.Lang != t.lang {
			continue
		}
		name := strings.TrimPrefix(s.File, t.lang+"/")
		j := slices.Index(files, name)
		switch {
		case j >= 0:
			*t.twin.Articles[j] = campaign.Article{File: s.File, Title: line(s.Title), Description: line(s.Description)}
		case !t.read("content/" + name):
			t.unknown(source.Value{Text: name, Place: diag.Place{File: "content/" + s.File}}, "bài", files)
		}
	}
	for i, a := range t.twin.Articles {
		here := "content/" + t.lang + "/" + files[i]
		if a.File == files[i] && t.shown(a.File) && !t.read(here) {
			t.missing(t.file, fmt.Sprintf("chưa có bản dịch của content/%s: tệp %s", a.File, here), a.Title)
		}
	}
}

// read tells whether there is a file, whatever it holds.
func (t *translator) read(path string) bool {
	return slices.ContainsFunc(t.tree.Files, func(f source.File) bool { return f.Path == path })
}

// each takes one text of each of a list.
func each[T any](of []T, text func(T) string) []string {
	out := make([]string, len(of))
	for i, t := range of {
		out[i] = text(t)
	}
	return out
}

// clip shortens a text that a message quotes.
func clip(s string) string {
	const most = 60
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	return string(r[:most-1]) + "…"
}
