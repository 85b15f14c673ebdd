package source

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

// unknownKey reports a key that the shape has not and gives the key that was probably meant, or "".
func (w *walker) unknownKey(s *Shape, name *yaml.Node) string {
	plain := strings.TrimFunc(name.Value, unicode.IsSpace)
	word, after, isGlued := strings.Cut(plain, ":")
	near, _ := viet.Nearest(word, s.names)
	hint := "các khoá dùng được: " + strings.Join(s.names, ", ")
	switch {
	case plain != name.Value && s.Key(plain) != nil:
		hint = fmt.Sprintf("cạnh tên khoá có dấu cách không phải dấu cách thường: xoá, gõ lại %s:", plain)
	case isGlued && near != "":
		hint = fmt.Sprintf("thêm dấu cách sau dấu hai chấm: %s: %s", near, clip(after))
	case near != "":
		hint = fmt.Sprintf("có phải %q?", near)
	case strings.Trim(name.Value, "0123456789.") == "":
		hint = "trong ngoặc nhọn, dấu phẩy ngăn hai khoá; số không ngăn hàng nghìn, dấu thập phân là dấu chấm"
	}
	w.add(keyUnknown, w.at(name), fmt.Sprintf("không có khoá %q", clip(plain)), hint)
	return near
}

// duplicateKey reports a key written twice.
func (w *walker) duplicateKey(name string, second, first diag.Place) {
	w.add(keyDuplicate, second, fmt.Sprintf("khoá %q đã viết ở %s", name, whereFrom(second, first)), "giữ một, bỏ một", first)
}

// dashless reports a record that stands in the one above it.
func (w *walker) dashless(name string, second, first diag.Place) {
	w.lossy = true
	w.add(keyDuplicate, second, fmt.Sprintf("từ khoá %q, các khoá của bản ghi ở %s viết lại lần nữa", name, whereFrom(second, first)),
		fmt.Sprintf("nếu đây là bản ghi khác, thêm dấu - ở đầu dòng: - %s: …", name), first)
}

// whereFrom names a place as seen from another: by line alone if both are in one file.
func whereFrom(here, there diag.Place) string {
	if here.File == there.File {
		return fmt.Sprintf("dòng %d", there.Line)
	}
	return there.Short()
}

// wrongShape reports a node that is not what it should be.
func (w *walker) wrongShape(n *yaml.Node, what string, want KeyKind) {
	const (
		text = iota
		list
		mapping
	)
	is := mapping
	switch n.Kind {
	case yaml.ScalarNode:
		is = text
	case yaml.SequenceNode:
		is = list
	case yaml.AliasNode:
		return // told by lint
	}
	names := [...]string{text: "một đoạn chữ", list: "một danh sách", mapping: "một nhóm khoá"}
	wants := map[KeyKind]string{
		TextKey: "một đoạn chữ", TextsKey: "một danh sách các đoạn chữ", MappingKey: "một nhóm khoá", TableKey: "một nhóm khoá", ListKey: "một danh sách các nhóm khoá",
	}[want]
	hint := ""
	switch {
	case is == text && glued.MatchString(n.Value):
		hint = "thêm dấu cách sau dấu hai chấm: " + spaced(strings.Fields(n.Value)[0])
	case is == text && want == TextsKey && strings.HasPrefix(n.Value, "-"):
		hint = "thêm dấu cách sau mỗi dấu - ở đầu dòng"
	case is == mapping && want == ListKey && len(n.Content) == 2 && n.Content[1].Kind == yaml.SequenceNode:
		hint = fmt.Sprintf("bỏ dòng %q: tệp này bắt đầu ngay bằng bản ghi đầu tiên, mở đầu bằng \"- \"", clip(n.Content[0].Value)+":")
	case is == mapping && want == TextKey && isColon(n):
		hint = "giá trị có dấu hai chấm phải đặt trong ngoặc kép: " + inQuotes(clip(n.Content[0].Value+": "+n.Content[1].Value))
	case want == TextKey && is == list:
		hint = "viết trên cùng dòng với khoá, không có dấu -; nếu giá trị mở đầu bằng [ thì đặt trong ngoặc kép"
	case want == TextKey && is == mapping:
		hint = "nếu giá trị có dấu hai chấm hoặc mở đầu bằng { thì đặt trong ngoặc kép"
	case want == TextsKey && is == text:
		hint = "viết mỗi giá trị một dòng, mở đầu bằng \"- \""
	case want == ListKey && is != list:
		hint = "viết mỗi bản ghi mở đầu bằng \"- \""
	case want == MappingKey || want == TableKey:
		hint = "viết mỗi khoá một dòng, không có dấu - ở đầu"
	}
	w.add(shapeWrong, w.at(n), fmt.Sprintf("%s phải là %s, đang là %s", what, wants, names[is]), hint)
}

// isColon tells of a mapping that is a text with a colon in it.
func isColon(n *yaml.Node) bool {
	return len(n.Content) == 2 && n.Style&yaml.FlowStyle == 0 && n.Content[0].Kind == yaml.ScalarNode && n.Content[1].Kind == yaml.ScalarNode
}

// swallowed warns of a value whose rest, beginning with #, YAML takes for a comment.
func (w *walker) swallowed(n *yaml.Node) {
	c := n.LineComment
	if len(c) < 2 || c[1] == ' ' || c[1] == '\t' || c[1] == '#' || n.Style != 0 {
		return
	}
	w.add(valueComment, w.at(n), fmt.Sprintf("phần %q bị coi là ghi chú, không thuộc giá trị", clip(c)),
		"nếu là giá trị, đặt cả giá trị trong ngoặc kép; nếu là ghi chú, thêm dấu cách sau #")
}

// untabbed tells of a tab in a value, where readers see a space or nothing, and gives the value with a space in its place.
func (w *walker) untabbed(n *yaml.Node, t string) string {
	if !strings.Contains(strings.TrimSpace(t), "\t") {
		return t
	}
	w.add(charInvisible, w.at(n), fmt.Sprintf("có dấu tab trong giá trị %q", clip(strings.TrimSpace(strings.ReplaceAll(t, "\t", " ")))), "thay dấu tab bằng một dấu cách")
	return strings.ReplaceAll(t, "\t", " ")
}

// unquoted tells of a value between the quotes of a word processor, which are letters to YAML and would be published, and gives what is
// between them.
func (w *walker) unquoted(n *yaml.Node, t string) string {
	v := strings.TrimSpace(t)
	inside := strings.Trim(v, curly)
	if n.Style&^yaml.TaggedStyle != 0 || inside == "" || strings.HasPrefix(v, inside) || strings.HasSuffix(v, inside) || strings.ContainsAny(inside, curly) {
		return t
	}
	w.add(quoteCurly, w.at(n), fmt.Sprintf("dấu ngoặc cong quanh %q là chữ của giá trị, không phải dấu ngoặc kép trên bàn phím", clip(inside)),
		fmt.Sprintf("viết %s; nếu muốn in cả dấu ngoặc cong, viết %q", short(inQuotes(inside)), short(v)))
	return inside
}

// curly are the quotes that word processors make of straight ones.
const curly = "“”„‟‘’"

// clip shortens a text that a message quotes.
func clip(s string) string {
	const most = 60
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most-1]) + "…"
}
