package campaign

import (
	"slices"
	"strings"

	"bangvang/internal/diag"
)

// Certificate is the layout in which certificates of one form are printed on stock that already has its ornament and its standing words.
type Certificate struct {
	Place         diag.Place
	Form          *Form
	Kinds         []AwardKind // those that it is for; none is all that no other layout of the form is for
	Width, Height Decimal     // of the sheet, millimetres
	Measured      bool        // the positions were taken from the real stock
	Fields        []CertificateField
}

// CertificateField is one text of a certificate.
type CertificateField struct {
	Place       diag.Place
	Name        string // by which people speak of it: "Họ và tên"
	Text        Wording
	X, Y, Width Decimal // millimetres: where the first baseline begins, from the upper left corner, and how long it is
	Align       string  // left, center, right, justify
	Face        string  // regular, bold, italic, bold-italic, display
	Size, Least Decimal // points: as it is set, and how small it may become
	Leading     Decimal // points from baseline to baseline at Size
	Lines       int     // how many it may take
	Grow        string  // where further lines go: down, up, both
	Fit         string  // what is tried first if a text is too long: shrink or wrap
	Upper       bool    // in capitals
}

// For tells whether the layout names a kind of awardee.
func (c *Certificate) For(k AwardKind) bool { return slices.Contains(c.Kinds, k) }

// CertificateOf finds the layout for an award: one that names its kind before one that is for all; nil if there is none.
func (l *Ledger) CertificateOf(a *Award) *Certificate {
	var any *Certificate
	for _, c := range l.Certificates {
		switch {
		case c.Form != a.Decision.Form:
		case c.For(a.Kind):
			return c
		case len(c.Kinds) == 0 && any == nil:
			any = c
		}
	}
	return any
}

// Slots are what a Wording may ask of an award. {date} is the decision's in words, {day}, {month} and {year} are its figures for stock that
// has the words printed.
var Slots = []string{"honorific", "name", "position", "group", "unit", "citation", "reason", "number", "date", "day", "month", "year",
	"issuer", "office", "signatory", "golden_book_no", "no", "award"}

// Wording is a text with slots: "[{honorific} ]{name}". What stands in brackets is left out if a slot in it has nothing to say.
type Wording []WordingPart

// WordingPart is a text or a slot. Parts of the same bracket share a number; 0 is outside of brackets.
type WordingPart struct {
	Text, Slot string
	Bracket    int
}

// ParseWording reads a wording. ok is false if its braces and brackets do not match or lie in one another.
func ParseWording(s string) (w Wording, ok bool) {
	bracket, brackets := 0, 0
	for s != "" {
		at := strings.IndexAny(s, "{}[]")
		if at < 0 {
			at = len(s)
		}
		if at > 0 {
			w = append(w, WordingPart{Text: s[:at], Bracket: bracket})
		}
		if at == len(s) {
			break
		}
		sign := s[at]
		s = s[at+1:]
		switch {
		case sign == '{':
			slot, rest, closed := strings.Cut(s, "}")
			if !closed || slot == "" || strings.ContainsAny(slot, "{[]") {
				return w, false
			}
			w, s = append(w, WordingPart{Slot: slot, Bracket: bracket}), rest
		case sign == '[' && bracket == 0:
			brackets++
			bracket = brackets
		case sign == ']' && bracket != 0:
			bracket = 0
		default:
			return w, false
		}
	}
	return w, bracket == 0
}

// Has tells whether a wording has a slot.
func (w Wording) Has(slot string) bool {
	return slices.ContainsFunc(w, func(p WordingPart) bool { return p.Slot == slot })
}

// Fill gives the text, and the slots outside of brackets that have nothing to say.
func (w Wording) Fill(say func(slot string) string) (text string, blank []string) {
	silent := map[int]bool{}
	for _, p := range w {
		if p.Slot != "" && p.Bracket != 0 && say(p.Slot) == "" {
			silent[p.Bracket] = true
		}
	}
	var b strings.Builder
	for _, p := range w {
		switch {
		case silent[p.Bracket]:
		case p.Slot == "":
			b.WriteString(p.Text)
		default:
			said := say(p.Slot)
			if said == "" {
				blank = append(blank, p.Slot)
			}
			b.WriteString(said)
		}
	}
	return strings.TrimSpace(b.String()), blank
}
