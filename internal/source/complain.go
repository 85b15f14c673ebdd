package source

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

// unknownKey reports a key that the shape has not and gives the key that was probably meant, or "".
func (w *walker) unknownKey(s *Shape, name *yaml.Node) string {
	near, _ := viet.Nearest(name.Value, s.names)
	hint := "các khoá dùng được: " + strings.Join(s.names, ", ")
	if near != "" {
		hint = fmt.Sprintf("có phải %q?", near)
	} else if strings.Trim(name.Value, "0123456789") == "" {
		hint = "trong ngoặc nhọn, dấu phẩy ngăn hai khoá; số không ngăn hàng nghìn, dấu thập phân là dấu chấm"
	}
	w.problems.Add(keyUnknown, w.at(name), fmt.Sprintf("không có khoá %q", clip(name.Value)), hint)
	return near
}

// duplicateKey reports a key written twice.
func (w *walker) duplicateKey(name string, second, first diag.Place) {
	w.problems.Add(keyDuplicate, second, fmt.Sprintf("khoá %q đã viết ở %s", name, whereFrom(second, first)), "giữ một, bỏ một", first)
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
	w.problems.Add(shapeWrong, w.at(n), fmt.Sprintf("%s phải là %s, đang là %s", what, wants, names[is]), hint)
}

// swallowed warns of a value whose rest, beginning with #, YAML takes for a comment.
func (w *walker) swallowed(n *yaml.Node) {
	c := n.LineComment
	if len(c) < 2 || c[1] == ' ' || c[1] == '\t' || c[1] == '#' || n.Style != 0 {
		return
	}
	w.problems.Add(valueComment, w.at(n), fmt.Sprintf("phần %q bị coi là ghi chú, không thuộc giá trị", clip(c)),
		"nếu là giá trị, đặt cả giá trị trong ngoặc kép; nếu là ghi chú, thêm dấu cách sau #")
}

// clip shortens a text that a message quotes.
func clip(s string) string {
	const most = 60
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most-1]) + "…"
}
