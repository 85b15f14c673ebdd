package edition

import (
	"strings"
	"testing"
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
	if en := decision.Texts[1].Text; !strings.Contains(en, "“Quyết định số MẪU-1") || !strings.Contains(en, "vn/quyet-dinh/mau-1/ (accessed on …)") {
		t.Error(en)
	}
	for _, d := range ed.Datasets {
		if (d.Reference != nil) != d.Whole || d.Whole && (!d.Reference.Dataset || d.Reference.Key != "bangvang2019-du-lieu-"+d.ID) {
			t.Errorf("%s: %+v", d.ID, d.Reference)
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
