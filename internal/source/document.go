package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"bangvang/internal/diag"
)

// document parses one YAML document and reports what our YAML must not have. The node is nil if there is none: an empty file, or one that
// does not parse. What is plain is read by our own reader, which makes the same nodes several times as fast; the rest by yaml.v3.
func (w *walker) document(b []byte) *yaml.Node {
	if w.tooMuch(b) {
		w.lossy = true
		return nil
	}
	text := w.whole
	if len(text) != len(b) {
		text = string(b)
	}
	if w.plain = plainDocument(text); w.plain != nil {
		return w.plain.root
	}
	return w.anyDocument(b)
}

// anyDocument is document by yaml.v3 alone.
func (w *walker) anyDocument(b []byte) *yaml.Node {
	b, tab := w.tabs(b)
	d := yaml.NewDecoder(bytes.NewReader(b))
	root, err := next(d)
	if errors.Is(err, io.EOF) {
		return nil
	}
	if err != nil {
		w.syntax(b, err, tab)
		return nil
	}
	if second, err := next(d); err == nil {
		w.add(yamlDocuments, w.at(second), "từ dòng --- này, phần còn lại của tệp sẽ không được đọc", "xoá dòng ---, hoặc chuyển phần sau nó sang tệp khác")
		w.lossy = true
	} else if !errors.Is(err, io.EOF) {
		w.syntax(b, err, tab)
	}
	if len(root.Content) == 0 {
		return nil
	}
	if !w.lint(root.Content[0], 1) || null(root.Content[0]) {
		return nil
	}
	return root.Content[0]
}

// next decodes one document. yaml.v3 panics on some inputs ("please report"); that is a syntax error to us.
func next(d *yaml.Decoder) (n *yaml.Node, err error) {
	defer func() {
		if p := recover(); p != nil {
			n, err = nil, fmt.Errorf("yaml: %v", p)
		}
	}()
	n = &yaml.Node{}
	if err := d.Decode(n); err != nil {
		return nil, err
	}
	return n, nil
}

const maxDepth = 64

// lint reports anchors, aliases, merge keys, tags and keys that are no text. It tells whether the document may be walked:
// not if it is nested too deep.
func (w *walker) lint(n *yaml.Node, depth int) bool {
	if depth > maxDepth {
		w.add(yamlDepth, w.at(n), fmt.Sprintf("lồng nhau quá %d tầng", maxDepth), "")
		w.lossy = true
		return false
	}
	switch {
	case n.Kind == yaml.AliasNode:
		w.few(yamlAnchor, n, fmt.Sprintf("*%s là ký hiệu lấy lại một giá trị ở chỗ khác, không dùng ở đây", clip(n.Value)), fmt.Sprintf("viết lại giá trị tại đây; nếu dấu * thuộc giá trị, đặt trong ngoặc kép: %s", inQuotes("*"+clip(n.Value))))
		return true // not into n.Alias
	case n.Anchor != "":
		w.few(yamlAnchor, n, fmt.Sprintf("&%s là ký hiệu đặt tên cho giá trị, không dùng ở đây", clip(n.Anchor)), fmt.Sprintf("xoá &%s; nếu dấu & thuộc giá trị, đặt cả giá trị trong ngoặc kép", clip(n.Anchor)))
	}
	if n.Style&yaml.TaggedStyle != 0 {
		w.few(yamlTag, n, fmt.Sprintf("%s là ký hiệu chỉ kiểu của giá trị, không dùng ở đây", clip(n.Tag)), fmt.Sprintf("xoá %s; nếu dấu ! thuộc giá trị, đặt cả giá trị trong ngoặc kép", clip(n.Tag)))
	}
	for i, c := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			w.lintKey(c)
		}
		if !w.lint(c, depth+1) {
			return false
		}
	}
	return true
}

// few adds a problem of what a file has by the million if it was made to hurt: no more than maxOfAKind of a rule.
func (w *walker) few(rule *diag.Rule, n *yaml.Node, text, hint string) {
	if w.told == nil {
		w.told = map[*diag.Rule]int{}
	}
	if w.told[rule]++; w.told[rule] <= maxOfAKind {
		w.add(rule, w.at(n), text, hint)
	}
}

func (w *walker) lintKey(n *yaml.Node) {
	switch {
	case n.Tag == mergeTag:
		w.few(yamlAnchor, n, "<< là ký hiệu chép các khoá ở chỗ khác, không dùng ở đây", "viết đầy đủ các khoá tại đây")
	case n.Kind == yaml.SequenceNode || n.Kind == yaml.MappingNode:
		w.few(shapeWrong, n, "tên khoá phải là một đoạn chữ", "bỏ dấu ngoặc quanh tên khoá; tên khoá mở đầu bằng { hoặc [ thì đặt trong ngoặc kép")
	}
}

// tabs reports lines indented with tabs and gives the first of them, or 0. The text comes back with two spaces for each, as was probably
// meant, so that the rest of the file can be read. A tab in the text of a block is no indentation to YAML, but an editor shows it as such.
func (w *walker) tabs(b []byte) (spaced []byte, first int) {
	if bytes.IndexByte(b, '\t') < 0 {
		return b, 0
	}
	told := 0
	lines := bytes.Split(b, []byte("\n"))
	for i, line := range lines {
		indent := line[:len(line)-len(bytes.TrimLeft(line, " \t-"))]
		col := bytes.IndexByte(indent, '\t')
		if col < 0 {
			continue
		}
		if len(bytes.TrimSpace(line)) == 0 {
			lines[i] = nil // nothing to be read, but yaml.v3 would complain
			continue
		}
		lines[i] = append(bytes.ReplaceAll(indent, []byte("\t"), []byte("  ")), line[len(indent):]...)
		if told++; told == 1 {
			first = i + 1
		}
		if told <= maxOfAKind {
			w.add(yamlTab, diag.Place{File: w.file, Line: int32(i + 1), Col: int32(col + 1)}, "thụt dòng bằng dấu tab", "thay mỗi dấu tab bằng hai dấu cách")
		}
	}
	return bytes.Join(lines, []byte("\n")), first
}

var yamlLine = regexp.MustCompile(`^(?:yaml: )*(?:line (\d+): )?(.*)`)

// syntax reports what yaml.v3 could not read, in Vietnamese. An error from a tab on is the tab's, already told; so
// is one of a list or mapping that is sound as far as the tab, for yaml.v3 says where those began.
func (w *walker) syntax(b []byte, err error, tab int) {
	w.lossy = true
	m := yamlLine.FindStringSubmatch(err.Error())
	line, _ := strconv.Atoi(m[1])
	line = max(line, 1)
	if tab > 0 && (line >= tab-1 || soundBefore(b, tab)) {
		return
	}
	found := suspects(b)
	for _, f := range found {
		w.add(yamlSyntax, w.spot(f.line, f.col), f.text, f.hint)
	}
	if len(found) > 0 && (found[0].line <= line+1 || strings.Contains(m[2], "did not find expected")) {
		return
	}
	text, hint := "không đọc được dòng này hoặc dòng sau nó", "so lại thụt dòng, dấu ngoặc và dấu hai chấm với các dòng khác"
	for _, s := range syntaxErrors {
		if strings.Contains(m[2], s.says) {
			text, hint = s.text, s.hint
			break
		}
	}
	w.add(yamlSyntax, diag.Place{File: w.file, Line: int32(line)}, text, hint)
}

// soundBefore reports whether the lines above a line can be read.
func soundBefore(b []byte, line int) bool {
	above := bytes.Join(bytes.SplitAfterN(b, []byte("\n"), line)[:line-1], nil)
	_, err := next(yaml.NewDecoder(bytes.NewReader(above)))
	return err == nil || errors.Is(err, io.EOF)
}

// syntaxErrors are yaml.v3's words and ours. The line that it gives is where it noticed or where the construct began.
var syntaxErrors = []struct{ says, text, hint string }{
	{"mapping values are not allowed", "dấu hai chấm đặt sai chỗ", "nếu dấu hai chấm thuộc giá trị, đặt cả giá trị trong ngoặc kép; nếu không, xem lại thụt dòng"},
	{"mapping keys are not allowed", "khoá đặt sai chỗ", "xem lại thụt dòng"},
	{"block sequence entries are not allowed", "dấu - đặt sai chỗ", "xuống dòng trước dấu -; nếu dấu - thuộc giá trị, đặt cả giá trị trong ngoặc kép"},
	{"did not find expected key", "thụt dòng không khớp, hoặc thiếu dấu hai chấm sau tên khoá", "các khoá của một bản ghi phải bắt đầu ở cùng một cột; chữ sau dấu đóng ngoặc kép cũng gây lỗi này"},
	{"did not find expected '-' indicator", "thụt dòng không khớp trong danh sách", "các dấu - của một danh sách phải ở cùng một cột"},
	{"could not find expected ':'", "thiếu dấu hai chấm sau tên khoá", "viết \"tên-khoá: giá trị\"; giá trị nhiều dòng phải thụt vào"},
	{"did not find expected ',' or ']'", "danh sách trong ngoặc vuông chưa đóng hoặc thiếu dấu phẩy", ""},
	{"did not find expected ',' or '}'", "nhóm khoá trong ngoặc nhọn chưa đóng hoặc thiếu dấu phẩy", ""},
	{"did not find expected node content", "thiếu giá trị", ""},
	{"found unexpected end of stream", "dấu ngoặc kép hoặc dấu nháy đơn mở ở đây không đóng", "thêm dấu ấy ở cuối giá trị"},
	{"found unexpected document indicator", "dấu ngoặc kép mở ở đây không đóng trước dòng ---", ""},
	{"found unknown escape character", "sau dấu \\ trong ngoặc kép có ký tự lạ", "dùng ngoặc đơn thay ngoặc kép, hoặc viết \\\\"},
	{"found character that cannot start any token", "giá trị không thể mở đầu bằng ký tự này (@, `, % hoặc tab)", "đặt giá trị trong ngoặc kép"},
	{"found a tab character", "có dấu tab ở chỗ thụt dòng", "thay bằng dấu cách"},
	{"exceeded max depth", "lồng nhau quá sâu", ""},
	{"unknown anchor", "dấu * ở đầu một giá trị có nghĩa riêng, không dùng ở đây", "nếu dấu * thuộc giá trị, đặt cả giá trị trong ngoặc kép"},
	{"found undefined tag handle", "dấu ! ở đầu một giá trị có nghĩa riêng, không dùng ở đây", "nếu dấu ! thuộc giá trị, đặt trong ngoặc kép"},
	{"did not find expected whitespace or line break", "giá trị không thể mở đầu bằng dấu !", "đặt giá trị trong ngoặc kép"},
	{"tag URI", "giá trị không thể mở đầu bằng dấu !", "đặt giá trị trong ngoặc kép"},
	{"scanning a directive", "dòng mở đầu bằng % không dùng được", ""},
	{"did not find expected alphabetic or numeric character", "giá trị không thể mở đầu bằng & hoặc *", "đặt giá trị trong ngoặc kép"},
	{"control characters are not allowed", "có ký tự điều khiển", "xoá ký tự đó"},
	{"did not find expected <document start>", "phần đầu tệp không đúng cú pháp", "xem lại dòng đầu của phần này"},
	{"did not find expected comment or line break", "sau dấu | hoặc > không được viết tiếp trên cùng dòng", "xuống dòng và thụt vào"},
}
