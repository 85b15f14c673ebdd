package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strconv"
	"strings"
)

// part walks the XML of a part. Its elements are told without their prefix, which must be that of the root; those of other
// vocabularies are passed over with all that is in them.
type part struct {
	*scanner
	prefix  []byte
	name    string // local name of the start or end
	skipped int    // depth of what is passed over
	rooted  bool
}

func (p *part) next() (token, error) {
	for {
		t, err := p.scanner.next()
		if err != nil || t == atEOF {
			return t, err
		}
		switch {
		case t == atText && p.skipped > 0:
			continue
		case t == atText:
			return t, nil
		case t == atEnd && p.skipped > 0:
			p.skipped--
			continue
		case t == atStart && p.skipped > 0:
			p.skipped++
			continue
		}
		prefix, local, ok := bytes.Cut(p.scanner.name, []byte(":"))
		if !ok {
			prefix, local = nil, p.scanner.name
		}
		if !p.rooted {
			p.rooted, p.prefix = true, prefix
		}
		if t == atStart && !bytes.Equal(prefix, p.prefix) {
			p.skipped = 1
			continue
		}
		if p.name != string(local) { // mostly the same again
			p.name = string(local)
		}
		return t, nil
	}
}

// attr gives an attribute by its name as written, or "".
func (p *part) attr(name string) string {
	for i := range p.attrs {
		if string(p.attrs[i].name) == name {
			return string(p.attrs[i].value)
		}
	}
	return ""
}

// skip passes over the element that has just begun.
func (p *part) skip() error {
	for depth := 1; depth > 0; {
		t, err := p.next()
		if err != nil {
			return err
		}
		switch t {
		case atStart:
			depth++
		case atEnd:
			depth--
		}
	}
	return nil
}

// chars gives the text of the element that has just begun and has no elements in it.
func (p *part) chars() (string, error) {
	var b []byte
	whole := true
	for {
		t, err := p.next()
		if err != nil {
			return "", err
		}
		switch t {
		case atText:
			if b == nil {
				b = p.text
			} else {
				if whole {
					b, whole = bytes.Clone(b), false
				}
				b = append(b, p.text...)
			}
		case atStart:
			return "", fmt.Errorf("%w: element in text", errBroken)
		default:
			return string(b), nil
		}
	}
}

// opened begins a part of the pack, or gives nil and tells why not.
func (p *pack) opened(name string) *part {
	b := p.read(name)
	if b == nil {
		return nil
	}
	s, err := newScanner(b)
	if err != nil {
		p.xml(name, err)
		return nil
	}
	return &part{scanner: s}
}

// xml tells of a part that could not be walked.
func (p *pack) xml(name string, err error) {
	text, hint := fmt.Sprintf("phần %s của tệp không phải XML đúng", name), saveAgain
	if errors.Is(err, errDTD) {
		text, hint = fmt.Sprintf("phần %s của tệp có DOCTYPE: bảng tính thật không có", name), "không dùng tệp này; xin lại tệp từ đơn vị"
	}
	p.fail(sheetXML, text, hint)
}

// relation is a line of a .rels part.
type relation struct {
	id, kind, target string
	external         bool
}

// relations reads the .rels of a part; a part without one has none.
func (p *pack) relations(of string) ([]relation, bool) {
	dir, base := path.Split(of)
	name := dir + "_rels/" + base + ".rels"
	if of == "" {
		name = "_rels/.rels"
	}
	if p.parts[name] == nil {
		return nil, of != ""
	}
	r := p.opened(name)
	if r == nil {
		return nil, false
	}
	var out []relation
	for {
		t, err := r.next()
		if err != nil {
			p.xml(name, err)
			return nil, false
		}
		if t == atEOF {
			return out, true
		}
		if t != atStart || r.name != "Relationship" {
			continue
		}
		kind := r.attr("Type")
		target := r.attr("Target")
		if abs, ok := strings.CutPrefix(target, "/"); ok {
			target = path.Clean(abs)
		} else {
			target = path.Join(dir, target)
		}
		out = append(out, relation{r.attr("Id"), kind[strings.LastIndexByte(kind, '/')+1:], target, r.attr("TargetMode") == "External"})
	}
}

// tab is a sheet as the workbook lists it.
type tab struct {
	name, part string
	hidden     bool
}

// workbook is what the workbook says of itself.
type workbook struct {
	tabs            []tab
	strings, styles string // parts, "" if there is none
	from1904        bool
}

// workbook finds the sheets. It gives nil if there is a problem.
func (p *pack) workbook() *workbook {
	if p.parts["mimetype"] != nil {
		p.fail(fileKind, "tệp ở dạng .ods của LibreOffice", "mở bằng LibreOffice, chọn Tệp → Lưu thành, kiểu “Excel 2007-365 (.xlsx)”")
		return nil
	}
	rels, ok := p.relations("")
	if !ok {
		p.notXLSX()
		return nil
	}
	main := ""
	for _, r := range rels {
		if r.kind == "officeDocument" && main == "" && !r.external {
			main = r.target
		}
	}
	if main == "" || p.parts[main] == nil || !strings.HasSuffix(main, ".xml") || strings.HasPrefix(main, "word/") || strings.HasPrefix(main, "ppt/") {
		p.notXLSX()
		return nil
	}
	if !p.harmless() {
		return nil
	}
	rels, ok = p.relations(main)
	if !ok {
		return nil
	}
	w := &workbook{}
	targets := map[string]relation{}
	for _, r := range rels {
		targets[r.id] = r
		switch r.kind {
		case "sharedStrings":
			w.strings = r.target
		case "styles":
			w.styles = r.target
		}
	}
	if !p.tabs(w, main, targets) {
		return nil
	}
	return w
}

func (p *pack) notXLSX() {
	for name := range p.parts {
		if strings.HasPrefix(name, "word/") {
			p.fail(fileKind, "tệp là văn bản Word mang tên bảng tính", "chép bảng vào Excel rồi lưu thành .xlsx")
			return
		}
	}
	if p.parts["xl/workbook.bin"] != nil {
		p.fail(fileKind, "tệp ở dạng .xlsb", saveAgain)
		return
	}
	p.fail(fileKind, "tệp nén này không phải bảng tính .xlsx", saveAgain)
}

// harmless tells of parts that a list has no need of.
func (p *pack) harmless() bool {
	macros, links := false, false
	for name := range p.parts {
		lower := strings.ToLower(name)
		macros = macros || strings.HasSuffix(lower, "vbaproject.bin") || strings.Contains(lower, "/macrosheets/") || strings.Contains(lower, "/activex/")
		links = links || strings.Contains(lower, "/externallinks/")
	}
	if macros {
		p.fail(fileLocked, "tệp có macro", "chọn Lưu thành, kiểu “Excel Workbook (*.xlsx)”, là kiểu không có macro")
	}
	if links {
		p.fail(fileLocked, "tệp lấy giá trị từ tệp khác (liên kết ngoài)", "trong Excel vào Dữ liệu → Sửa liên kết → Ngắt liên kết, rồi lưu lại")
	}
	return !macros && !links
}

// tabs reads the list of sheets.
func (p *pack) tabs(w *workbook, main string, targets map[string]relation) bool {
	b := p.opened(main)
	if b == nil {
		return false
	}
	names := map[string]bool{}
	for {
		t, err := b.next()
		if err != nil {
			p.xml(main, err)
			return false
		}
		switch {
		case t == atEOF && len(w.tabs) == 0:
			p.fail(filePart, "tệp không có trang tính nào", saveAgain)
			return false
		case t == atEOF:
			return true
		case t == atStart && b.name == "workbookPr":
			w.from1904 = yes(b.attr("date1904"))
		case t == atStart && b.name == "sheet":
			rel, ok := targets[b.relationID()]
			name := b.attr("name")
			if !ok || rel.external || name == "" || names[strings.ToLower(name)] || p.parts[rel.target] == nil {
				p.fail(filePart, "danh mục trang tính của tệp bị hỏng", saveAgain)
				return false
			}
			names[strings.ToLower(name)] = true
			if rel.kind != "worksheet" {
				continue // a chart has no rows
			}
			for _, other := range w.tabs {
				if other.part == rel.target {
					p.fail(filePart, "hai trang tính của tệp là một", saveAgain)
					return false
				}
			}
			w.tabs = append(w.tabs, tab{name, rel.target, b.attr("state") == "hidden" || b.attr("state") == "veryHidden"})
		}
	}
}

// relationID is the attribute id of the vocabulary of relations, whatever its prefix.
func (p *part) relationID() string {
	for _, a := range p.attrs {
		if bytes.HasSuffix(a.name, []byte(":id")) {
			return string(a.value)
		}
	}
	return ""
}

func yes(s string) bool { return s == "1" || s == "true" }

// nought tells of a height or a width that leaves nothing to be seen.
func nought(s string) bool {
	f, err := strconv.ParseFloat(s, 64)
	return err == nil && f <= 0
}
