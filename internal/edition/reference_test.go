package edition

import (
	"strings"
	"testing"

	"bangvang/internal/campaign"
)

// TestReferences: in each language with what data has in it and the address of the page in it; the day of the data is the version, and on
// which day a reader saw it is left open.
func TestReferences(t *testing.T) {
	ed, twin := composedTwins(t)
	own, theirs := referenceAt(t, ed, "/chi-tieu/nuoc/"), referenceAt(t, twin, "/en/chi-tieu/nuoc/")
	if own.Key != "bangvang2019-chi-tieu-nuoc" || theirs.Key != "bangvang2019-en-chi-tieu-nuoc" {
		t.Errorf("keys %q, %q", own.Key, theirs.Key)
	}
	if own.BibTeX.Path != "/chi-tieu/nuoc/trich-dan.bib" || theirs.CSL.Path != "/en/chi-tieu/nuoc/trich-dan.csl.json" {
		t.Errorf("files %q, %q", own.BibTeX.Path, theirs.CSL.Path)
	}
	if own.Version != "2019-01-15" || own.Title != "Nước sạch" || theirs.Title == own.Title || theirs.Lang != "en" {
		t.Errorf("%+v, %+v", own, theirs)
	}
	for _, r := range []*Reference{own, theirs} {
		if len(r.Texts) != 2 || r.Texts[0].Lang != "vi" || r.Texts[1].Lang != "en" {
			t.Fatalf("texts %+v", r.Texts)
		}
		vi, en := r.Texts[0].Text, r.Texts[1].Text
		if !strings.HasSuffix(vi, "vn/chi-tieu/nuoc/ (truy cập ngày …)") || !strings.Contains(vi, "“Nước sạch”") || !strings.Contains(vi, "dữ liệu đến ngày 15/01/2019") {
			t.Error(vi)
		}
		if !strings.HasSuffix(en, "vn/en/chi-tieu/nuoc/ (accessed on …)") || strings.Contains(en, "Nước") || !strings.Contains(en, "data as of 15 January 2019") {
			t.Error(en)
		}
	}
	decision := referenceAt(t, ed, "/quyet-dinh/mau-1/")
	if en := decision.Texts[1].Text; !strings.Contains(en, "“Quyết định số MẪU-1 ngày 05/12/2018 [Decision No. MẪU-1 of 5 December 2018]”") || !strings.Contains(en, "vn/quyet-dinh/mau-1/ (accessed on …)") {
		t.Error(en)
	}
	results := ed.Datasets[1].Reference
	if vi, en := results.Texts[0].Text, results.Texts[1].Text; !strings.Contains(vi, "“Kết quả [bộ dữ liệu]”") || !strings.Contains(en, "“Kết quả [Results; data set]”") {
		t.Errorf("%s\n%s", vi, en)
	}
	for _, d := range ed.Datasets {
		if (d.Reference != nil) != d.Whole || d.Whole && (!d.Reference.Dataset || d.Reference.Key != "bangvang2019-du-lieu-"+d.ID) {
			t.Errorf("%s: %+v", d.ID, d.Reference)
		}
	}
}

// TestReferenceNotes: that something is a sample, or was revoked, is said in the language of the text.
func TestReferenceNotes(t *testing.T) {
	l, docs := twoTongues()
	l.Decisions[0].Sample = true
	l.Decisions[0].Revoked = &campaign.Revocation{Date: campaign.Date{Year: 2019, Month: 1, Day: 4}, Reason: "Sai thẩm quyền"}
	ed, _ := Compose(l, docs, Options{})
	for what, r := range map[string]*Reference{"decision": referenceAt(t, ed, "/quyet-dinh/mau-1/"), "table": ed.Datasets[0].Reference} {
		vi, en := loose(r.Texts[0].Text), loose(r.Texts[1].Text)
		_, note, _ := strings.Cut(en, "accessed on …)")
		if what == "decision" && (!strings.HasSuffix(vi, "Dữ liệu mẫu, không có thật. Đã bị thu hồi ngày 04/01/2019: Sai thẩm quyền") || note != ". Sample data, not real. Revoked (4 January 2019)") {
			t.Errorf("%s\n%s", vi, en)
		}
		if what == "table" && (!strings.Contains(vi, "Dữ liệu mẫu: ") || !strings.HasPrefix(note, ". Sample data: ") || beyondASCII(note)) {
			t.Errorf("%s\n%s", vi, en)
		}
	}
}

func referenceAt(t *testing.T, ed *Edition, at Path) *Reference {
	t.Helper()
	for _, p := range ed.Pages {
		if p.Path == at && p.Reference != nil {
			return p.Reference
		}
	}
	t.Fatalf("no reference of %s", at)
	return nil
}
