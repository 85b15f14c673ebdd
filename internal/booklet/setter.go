package booklet

import (
	"fmt"

	"bangvang/internal/diag"
)

// GlyphMissing is the rule that every character can be printed.
var GlyphMissing = &diag.Rule{
	ID:    "glyph-missing",
	Title: "Mọi ký tự phải có trong phông chữ của kỷ yếu",
	Wrong: "name: \"Nguyễn Văn 明\"",
	Right: "name: \"Nguyễn Văn Minh\"",
}

// Rules are the rules that this package checks.
func Rules() []*diag.Rule {
	return []*diag.Rule{GlyphMissing, ImageUndrawable, ImageCoarse, TextTiny, InkHeavy, ProfileUnusable}
}

// setter sets text: it measures, breaks lines and remembers what could not be set. place is the record that it is at.
type setter struct {
	faces    *typefaces
	problems diag.List
	place    diag.Place

	blocks int32 // numbers given so far, see Op.Block
	rows   int32 // numbers given so far, see Op.Row

	scratch scratch
	spare   []segment // see segment
}

// nextBlock begins a paragraph or a figure.
func (s *setter) nextBlock() int32 {
	s.blocks++
	return s.blocks
}

// nextRow begins a row of a table or an item of a list.
func (s *setter) nextRow() int32 {
	s.rows++
	return s.rows
}

// missing records the first character of a text that a face lacks.
func (s *setter) missing(f Face, text string) {
	r, found := s.faces[f].missing(text)
	if !found {
		return
	}
	s.problems.Add(GlyphMissing, s.place,
		fmt.Sprintf("phông chữ %s không có ký tự %q (U+%04X) trong “%s”", faceNames[f], string(r), r, excerpt(text)),
		"viết lại bằng ký tự thông thường, hoặc xóa ký tự này")
}

// excerpt is a text short enough for a message.
func excerpt(s string) string {
	const most = 60
	n := 0
	for i := range s {
		if n == most {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
