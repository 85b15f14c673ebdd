package check

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"bangvang/internal/campaign"
	"bangvang/internal/source"
	"bangvang/internal/viet"
)

// line is a text as one line: line ends inside are spaces.
func line(v source.Value) string {
	if !strings.ContainsAny(v.Text, "\n\r") {
		return v.Text
	}
	return strings.Join(strings.FieldsFunc(v.Text, func(c rune) bool { return c == '\n' || c == '\r' }), " ")
}

// name is a name as one line with single spaces.
func name(v source.Value) string { return viet.OneLine(v.Text) }

// lettered tells of a name without a single letter: it is a number that came from another column.
func (r *resolver) lettered(v source.Value) {
	if v.Given() && !strings.ContainsFunc(v.Text, unicode.IsLetter) {
		r.add(nameLetterless, v.Place, fmt.Sprintf("tên %q không có chữ cái nào", v.Text), "ghi tên; số thứ tự ghi ở khoá no hoặc order")
	}
}

// names holds the names of everything to lettered. Those of individuals have a rule of their own.
func (r *resolver) names() {
	t := r.tree
	for i := range t.Areas {
		r.lettered(t.Areas[i].Name)
	}
	for i := range t.Blocks {
		r.lettered(t.Blocks[i].Name)
	}
	for i := range t.Units {
		r.lettered(t.Units[i].Name)
	}
	for i := range t.Targets {
		r.lettered(t.Targets[i].Name)
	}
	for i := range t.Assignments {
		r.lettered(t.Assignments[i].Name)
	}
	for i := range t.Forms {
		r.lettered(t.Forms[i].Name)
	}
	for i := range t.Rolls {
		for j := range t.Rolls[i].Awards {
			if a := &t.Rolls[i].Awards[j]; a.Kind.Text != string(campaign.Individual) {
				r.lettered(a.Name)
			}
		}
	}
}

func lines(vs []source.Value) []string {
	var out []string
	for _, v := range vs {
		out = append(out, line(v))
	}
	return out
}

// slug tells of an id that is none: lower-case ASCII letters and digits, joined by single hyphens.
func (r *resolver) slug(v source.Value) {
	switch {
	case len(v.Text) > maxID:
		r.add(idForm, v.Place, fmt.Sprintf("mã dài %d ký tự", utf8.RuneCountInString(v.Text)), fmt.Sprintf("mã là một phần của địa chỉ trang: nhiều nhất %d ký tự", maxID))
	case len(v.Text) <= longestDevice && device.MatchString(v.Text):
		r.add(idForm, v.Place, fmt.Sprintf("mã %q trùng tên thiết bị của Windows, nơi không lưu được tệp mang tên ấy", v.Text), fmt.Sprintf("thêm một chữ, ví dụ %q", v.Text+"-1"))
	case viet.IsSlug(v.Text):
	default:
		hint := ""
		if want := viet.Slug(v.Text); want != "" {
			hint = fmt.Sprintf("viết %q", want)
		}
		r.add(idForm, v.Place, fmt.Sprintf("mã %q phải gồm chữ thường không dấu, chữ số và gạch nối", v.Text), hint)
	}
}

// maxID is how many bytes an id may have: as a part of an address it must fit a file name with an ending on every disk.
const maxID = 200

// device matches ids that cannot be files or folders on Windows (fileset refuses them).
var device = regexp.MustCompile(`^(con|prn|aux|nul|com[0-9]|lpt[0-9])$`)

const longestDevice = 4

// flag reads true or false; not given is false.
func (r *resolver) flag(v source.Value) bool {
	switch v.Text {
	case "true":
		return true
	case "", "false":
		return false
	}
	hint := "viết true (có) hoặc false (không)"
	switch viet.Fold(v.Text) {
	case "co", "yes", "y", "on", "true", "t", "1", "dung", "x", "roi":
		hint = "viết true"
	case "khong", "no", "n", "off", "false", "f", "0", "sai", "chua":
		hint = "viết false"
	}
	r.add(boolForm, v.Place, fmt.Sprintf("%q không phải true hay false", v.Text), hint)
	return false
}

// Word is one of a closed list of words, with its meaning in Vietnamese.
type Word struct{ Key, Means string }

// oneOf reads one of the words; not given or unknown is "".
func (r *resolver) oneOf(v source.Value, words []Word) string {
	if !v.Given() {
		return ""
	}
	for _, w := range words {
		if w.Key == v.Text {
			return w.Key
		}
	}
	var keys, all []string
	for _, w := range words {
		keys = append(keys, w.Key)
		all = append(all, fmt.Sprintf("%s (%s)", w.Key, w.Means))
	}
	hint := "viết một trong: " + strings.Join(all, ", ")
	if near, ok := viet.Nearest(v.Text, keys); ok {
		hint = fmt.Sprintf("có phải %q?", near)
	}
	for _, w := range words {
		if viet.SpellingKey(w.Means) == viet.SpellingKey(v.Text) {
			hint = fmt.Sprintf("viết %q", w.Key)
		}
	}
	r.add(wordUnknown, v.Place, fmt.Sprintf("giá trị %q không có trong danh sách cho phép", v.Text), hint)
	return ""
}

var (
	colourLiteral = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)
	langLiteral   = regexp.MustCompile(`^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$`)
)

// colour reads #rrggbb.
func (r *resolver) colour(v source.Value) string {
	if v.Given() && !colourLiteral.MatchString(v.Text) {
		r.add(colourForm, v.Place, fmt.Sprintf("%q không phải màu", v.Text), `viết "#rrggbb" trong ngoặc kép, ví dụ "#b01116"`)
		return ""
	}
	return strings.ToLower(v.Text)
}

// lang reads a language tag, as HTML and PDF carry it.
func (r *resolver) lang(v source.Value) string {
	if v.Given() && !langLiteral.MatchString(v.Text) {
		r.add(langForm, v.Place, fmt.Sprintf("%q không phải mã ngôn ngữ", v.Text), `viết "vi" cho tiếng Việt`)
		return "vi"
	}
	return v.Text
}
