package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"bangvang/internal/diag"
	"bangvang/internal/private"
	"bangvang/internal/source"
)

// ours are addresses that hints show as examples.
var ours = []string{"tdkt@example.vn", "ten@donvi.vn"}

// Public is what of personal data is public on purpose: the contact of the campaign, in each language, and what it lists under public.
func Public(tree *source.Tree) *private.Allowed {
	a := &private.Allowed{}
	for _, v := range ours {
		a.Value(v)
	}
	if tree.Campaign != nil {
		c := &tree.Campaign.Contact
		for _, v := range slices.Concat([]source.Value{c.Name, c.Phone, c.Email, c.Address}, c.Public) {
			a.Value(v.Text)
		}
		for _, v := range append([]source.Value{c.Address}, c.Public...) {
			a.Address(v.Text)
		}
	}
	for _, s := range tree.Sheets() {
		for _, figure := range suspicious(s).figures {
			a.Value(figure)
		}
	}
	for _, t := range tree.Translations {
		if t.Campaign != nil && t.Campaign.Contact != nil {
			a.Address(t.Campaign.Contact.Address.Text)
		}
	}
	return a
}

// suspects are what of a sheet may be personal data, and what must not be taken for it.
type suspects struct {
	figures []string // large ones, which tables have without their points
	doubts  []doubt
}

// doubt is a value with what was found in it.
type doubt struct {
	source.Value
	found []private.Finding
}

func suspicious(s *source.Sheet) *suspects {
	return s.Found(func() any {
		out := &suspects{}
		s.Values(func(shape, key string, v source.Value) {
			found := private.Scan(v.Text)
			if found == nil && len(v.Text) <= 8 {
				return
			}
			meant := MeaningOf(shape, key).Literal
			figure := isNumber(meant) && plainNumber.MatchString(v.Text)
			if figure && len(v.Text) > 8 {
				out.figures = append(out.figures, v.Text)
			}
			if found != nil && !figure && meant != HashLiteral && shape != "Contact" && (shape != "Award" || key != "golden_book_no") {
				out.doubts = append(out.doubts, doubt{v, found})
			}
		})
		return out
	}).(*suspects)
}

// personal reports personal data in any text of data and content, whether it would be published or not: what is kept with the data is
// passed on with it. Comments are not looked at.
func (r *resolver) personal() {
	public := Public(r.tree)
	for _, s := range r.tree.Sheets() {
		for _, d := range suspicious(s).doubts {
			found := public.Left(d.found)
			for i, f := range found {
				r.tell(f, d.Text, r.placeOf(d.Value, f, found[:i]))
			}
		}
	}
	for i := range r.tree.Articles {
		r.personalBody(public, r.tree.Articles[i].File, r.tree.Articles[i].BodyLine)
	}
	for i := range r.tree.Stories {
		r.personalBody(public, r.tree.Stories[i].File, r.tree.Stories[i].BodyLine)
	}
}

// isNumber tells whether a key holds a number: 123456789 is one there.
func isNumber(l Literal) bool { return l == NumberLiteral || l == WholeLiteral }

func (r *resolver) tell(f private.Finding, text string, at diag.Place) {
	r.add(personalData, at, fmt.Sprintf("có %s: %s", f.Kind.Word(), f.Masked(text)),
		"xoá đi; nếu là thông tin công khai của ban tổ chức thì ghi vào contact của data/campaign.yaml (phone, email, address hoặc public)")
}

// personalBody looks through the text of a Markdown file as it is written, link targets and all.
func (r *resolver) personalBody(public *private.Allowed, file string, bodyLine int) {
	path := "content/" + file
	b := r.input(path)
	from := lineStart(b, bodyLine)
	text := b[from:]
	for _, f := range public.Left(private.Scan(text)) {
		r.tell(f, text, PlaceAt(path, b, from+f.From))
	}
}

// placeOf finds a finding of a value in its file: a value may be folded over lines. Those before it in the value are passed by.
func (r *resolver) placeOf(v source.Value, f private.Finding, before []private.Finding) diag.Place {
	b := r.input(v.Place.File)
	if v.Place.Line == 0 || b == "" {
		return v.Place
	}
	from := lineStart(b, int(v.Place.Line))
	for col := v.Place.Col; col > 1 && from < len(b); col-- {
		_, n := utf8.DecodeRuneInString(b[from:])
		from += n
	}
	skip := 0
	for _, o := range before {
		if o.Same(f) {
			skip++
		}
	}
	for _, g := range private.Scan(b[from:min(len(b), from+2*len(v.Text)+4096)]) {
		if !g.Same(f) {
			continue
		}
		if skip == 0 {
			return PlaceAt(v.Place.File, b, from+g.From)
		}
		skip--
	}
	return v.Place
}

func (r *resolver) input(path string) string {
	for _, f := range r.tree.Files {
		if f.Path == path {
			return f.Text
		}
	}
	return ""
}

// lineStart is where a line begins.
func lineStart(b string, line int) int {
	at := 0
	for ; line > 1; line-- {
		i := strings.IndexByte(b[at:], '\n')
		if i < 0 {
			return len(b)
		}
		at += i + 1
	}
	return at
}

// PlaceAt is the place of a byte of a file.
func PlaceAt(path, b string, at int) diag.Place {
	start := strings.LastIndexByte(b[:at], '\n') + 1
	return diag.Place{File: path, Line: int32(strings.Count(b[:at], "\n") + 1), Col: int32(utf8.RuneCountInString(b[start:at]) + 1)}
}
