package campaign

import (
	"slices"
	"strings"
	"testing"
)

func TestWording(t *testing.T) {
	values := map[string]string{"honorific": "Ông", "name": "Nguyễn Văn A", "unit": "Sở Minh Họa"}
	say := func(slot string) string { return values[slot] }
	for text, want := range map[string]string{
		"[{honorific} ]{name}":                     "Ông Nguyễn Văn A",
		"[{position}, ]{unit}":                     "Sở Minh Họa",
		"[{honorific}, {position}, ]{name}[ {no}]": "Nguyễn Văn A",
		"Số sổ vàng: {golden_book_no}":             "Số sổ vàng: | golden_book_no",
		"{day} {month}":                            " | day month",
		"chữ":                                      "chữ",
	} {
		w, ok := ParseWording(text)
		got, blank := w.Fill(say)
		if len(blank) > 0 {
			got += " | " + strings.Join(blank, " ")
		}
		if !ok || strings.TrimSpace(got) != strings.TrimSpace(want) {
			t.Errorf("%q: %q %t, want %q", text, got, ok, want)
		}
	}
	for _, text := range []string{"{name", "name}", "{}", "[{name}", "{name}]", "[[{name}]]", "{na{me}}", "[a]]"} {
		if w, ok := ParseWording(text); ok {
			t.Errorf("%q is read as %+v", text, w)
		}
	}
}

func FuzzWording(f *testing.F) {
	for _, s := range []string{"[{honorific} ]{name}", "{", "[", "]{}", "a[b{c}d]e"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		w, ok := ParseWording(s)
		if !ok {
			return
		}
		for _, p := range w {
			if (p.Text == "") == (p.Slot == "") || strings.ContainsAny(p.Text, "{}[]") {
				t.Errorf("%q: %+v", s, w)
			}
		}
		_, blank := w.Fill(func(string) string { return "" })
		text, none := w.Fill(func(slot string) string { return "<" + slot + ">" })
		if len(none) > 0 {
			t.Errorf("%q: %q is blank", s, none)
		}
		for _, slot := range blank {
			if !w.Has(slot) || !strings.Contains(text, slot) {
				t.Errorf("%q: no %q in %q", s, slot, text)
			}
		}
	})
}

// TestCertificateOf: a layout that names the kind is taken before one for all, wherever it stands.
func TestCertificateOf(t *testing.T) {
	form, other := &Form{}, &Form{}
	all, some := &Certificate{Form: form}, &Certificate{Form: form, Kinds: []AwardKind{Collective}}
	l := &Ledger{Certificates: []*Certificate{all, some, {Form: other}}}
	for range 2 {
		for kind, want := range map[AwardKind]*Certificate{Collective: some, Individual: all, Household: all} {
			if got := l.CertificateOf(&Award{Kind: kind, Decision: &Decision{Form: form}}); got != want {
				t.Errorf("%s: %p, want %p", kind, got, want)
			}
		}
		slices.Reverse(l.Certificates)
	}
	if l.CertificateOf(&Award{Kind: Individual, Decision: &Decision{Form: &Form{}}}) != nil {
		t.Error("a form without a layout has one")
	}
}
