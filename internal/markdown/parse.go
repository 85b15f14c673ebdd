package markdown

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

// Parse reads a document. file names it in problems; line is the line of the file on which body begins, from 1.
// Bytes that are no UTF-8 become U+FFFD. What breaks the dialect is in the list and left out of the document; a document over one of the limits (limit.go) is not read at all.
func Parse(file string, line int, body []byte) (Doc, diag.List) {
	body = bytes.ToValidUTF8(body, []byte("\uFFFD"))
	r := &reader{file: file, line: line, source: body, anchors: map[string]int{}}
	for i, c := range body {
		if c == '\n' {
			r.lines = append(r.lines, i+1)
		}
	}
	doc := Doc{File: file}
	if at, why := tooMuch(body); why != "" {
		r.add(markdownLimit, at, why, "viết phẳng hơn, hoặc chia thành nhiều tài liệu nhỏ")
		return doc, r.problems
	}
	root := dialect().Parse(text.NewReader(body))
	doc.Blocks = r.blocks(root, 1)
	return doc, r.problems
}

// dialect is CommonMark with tables. A parser is not said to be safe for concurrent use, so each document has its own.
func dialect() parser.Parser {
	return goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()
}

// reader turns goldmark's tree into ours.
type reader struct {
	file     string
	line     int
	source   []byte
	lines    []int          // offsets of the second line, the third …
	anchors  map[string]int // how often each stem was asked for
	level    int            // of the last heading
	hrefs    int            // bytes of addresses so far
	tooDeep  bool
	problems diag.List
}

// place is where an offset of the body lies in the file.
func (r *reader) place(offset int) diag.Place {
	offset = min(max(offset, 0), len(r.source))
	n, _ := slices.BinarySearch(r.lines, offset+1)
	begin := 0
	if n > 0 {
		begin = r.lines[n-1]
	}
	return diag.Place{File: r.file, Line: int32(r.line + n), Col: int32(utf8.RuneCount(r.source[begin:offset]) + 1)}
}

func (r *reader) add(rule *diag.Rule, offset int, text, hint string) {
	r.problems.Add(rule, r.place(offset), text, hint)
}

// begin is the offset at which a node begins.
func begin(n ast.Node) int {
	if n.Pos() >= 0 {
		return n.Pos()
	}
	if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	if c := n.FirstChild(); c != nil {
		return begin(c)
	}
	return 0
}

// deep tells once that blocks or spans are nested too deep.
func (r *reader) deep(n ast.Node, depth int) bool {
	if depth <= maxDepth {
		return false
	}
	if !r.tooDeep {
		r.tooDeep = true
		r.add(markdownLimit, begin(n), fmt.Sprintf("lồng nhau quá %d tầng", maxDepth), "viết phẳng hơn")
	}
	return true
}

// blocks reads the children of a block.
func (r *reader) blocks(parent ast.Node, depth int) []Block {
	if r.deep(parent, depth) {
		return nil
	}
	var out []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if b, ok := r.block(n, depth); ok {
			out = append(out, b)
		}
	}
	return out
}

func (r *reader) block(n ast.Node, depth int) (b Block, ok bool) {
	b.Place = r.place(begin(n))
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		b.Kind, b.Spans = Paragraph, r.spans(n, depth+1)
		if len(b.Spans) == 1 && b.Spans[0].Kind == ImageSpan {
			b.Kind = Image
		}
		return b, len(b.Spans) > 0
	case *ast.Heading:
		r.heading(n, &b, depth)
	case *ast.List:
		b.Kind, b.Ordered, b.Start, b.Tight = List, n.IsOrdered(), n.Start, n.IsTight
		b.Children = r.blocks(n, depth+1)
	case *ast.ListItem:
		b.Kind, b.Children = Item, r.blocks(n, depth+1)
	case *ast.Blockquote:
		b.Kind, b.Children = Quote, r.blocks(n, depth+1)
	case *ast.ThematicBreak:
		b.Kind = Rule
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		b.Kind, b.Text = Code, viet.NFC(strings.TrimSuffix(string(n.Lines().Value(r.source)), "\n"))
	case *tables.Table:
		r.table(n, &b, depth)
	case *ast.HTMLBlock:
		r.add(markdownHTML, begin(n), "không dùng HTML trong Markdown", "viết bằng Markdown; nếu dấu < thuộc câu văn, viết \\<")
		return b, false
	default:
		return b, false // a link reference definition shows nothing
	}
	return b, true
}

func (r *reader) heading(n *ast.Heading, b *Block, depth int) {
	b.Kind, b.Level, b.Spans = Heading, max(n.Level, 2), r.spans(n, depth+1)
	title := strings.TrimSpace(Plain(b.Spans))
	switch {
	case title == "":
		r.add(headingLevel, begin(n), "tiêu đề trống", "ghi tiêu đề hoặc bỏ dòng này")
	case n.Level == 1:
		r.add(headingLevel, begin(n), fmt.Sprintf("tiêu đề cấp 1 %q trong thân bài", title), "tên trang ghi ở khoá title; trong bài bắt đầu từ ##")
	case n.Level > max(r.level, 1)+1:
		r.add(headingSkipped, begin(n), fmt.Sprintf("tiêu đề %q nhảy từ cấp %d xuống cấp %d", title, max(r.level, 1), n.Level), fmt.Sprintf("viết %s", strings.Repeat("#", max(r.level, 1)+1)))
	}
	r.level = b.Level
	b.Anchor = r.anchor(title)
}

// anchor makes an anchor of a title that no heading before has.
func (r *reader) anchor(title string) string {
	stem := viet.Slug(title)
	if stem == "" {
		stem = "muc"
	}
	a := stem
	for r.anchors[a] > 0 {
		r.anchors[stem]++
		a = fmt.Sprintf("%s-%d", stem, r.anchors[stem])
	}
	r.anchors[a] = 1
	return a
}

var aligns = map[tables.Alignment]Align{
	tables.AlignNone: AlignNone, tables.AlignLeft: AlignLeft, tables.AlignCenter: AlignCentre, tables.AlignRight: AlignRight,
}

func (r *reader) table(n *tables.Table, b *Block, depth int) {
	b.Kind = Table
	for _, a := range n.Alignments {
		b.Align = append(b.Align, aligns[a])
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []CellSpans
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, r.spans(c, depth+1))
		}
		b.Rows = append(b.Rows, cells)
		if n := r.cells(row); n > len(b.Align) {
			r.add(tableCells, begin(row), fmt.Sprintf("hàng có %d ô, bảng có %d cột", n, len(b.Align)), "nối các ô thừa hoặc thêm cột; dấu | thuộc câu văn viết \\|")
		}
	}
}

// cells counts the cells that a row is written with; goldmark drops those beyond the table's columns.
func (r *reader) cells(row ast.Node) int {
	line, _, _ := bytes.Cut(r.source[begin(row):], []byte("\n"))
	line = bytes.TrimSpace(line)
	line = bytes.TrimPrefix(line, []byte("|"))
	if !bytes.HasSuffix(line, []byte(`\|`)) {
		line = bytes.TrimSuffix(line, []byte("|"))
	}
	return bytes.Count(line, []byte("|")) - bytes.Count(line, []byte(`\|`)) + 1
}

// trimmed is a text without the line end that goldmark leaves in code spans.
func trimmed(b []byte) string { return string(bytes.ReplaceAll(b, []byte("\n"), []byte(" "))) }
