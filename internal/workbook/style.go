package workbook

import (
	"fmt"
	"strings"
)

// style is what matters of a cell's style.
type style struct {
	font   string
	format string // code of the number format, "" if it is a built-in one
	number int    // of the number format
}

// styles are the cell styles of the workbook, by index.
func (p *pack) styles(name string) ([]style, bool) {
	if name == "" {
		return []style{{}}, true
	}
	b := p.opened(name)
	if b == nil {
		return nil, false
	}
	var out []style
	var fonts []string
	formats := map[int]string{}
	within := ""
	for {
		t, err := b.next()
		if err != nil {
			p.xml(name, err)
			return nil, false
		}
		switch {
		case t == atEOF:
			if len(out) == 0 {
				out = []style{{}}
			}
			for i := range out {
				out[i].format = formats[out[i].number]
			}
			return out, true
		case t == atEnd && b.name == within:
			within = ""
		case t != atStart:
		case b.name == "fonts" || b.name == "cellXfs" || b.name == "numFmts" || b.name == "dxfs" || b.name == "cellStyleXfs":
			within = b.name
		case len(fonts) > maxFonts || len(out) > maxStyles || len(formats) > maxFonts:
			p.fail(fileHostile, "bảng kiểu của tệp có quá nhiều phông chữ hoặc kiểu ô", saveAgain)
			return nil, false
		case within == "fonts" && b.name == "font":
			fonts = append(fonts, "")
		case within == "fonts" && b.name == "name" && len(fonts) > 0:
			fonts[len(fonts)-1] = b.attr("val")
		case within == "numFmts" && b.name == "numFmt":
			if n, ok := parseCount(b.attr("numFmtId")); ok {
				formats[n] = b.attr("formatCode")
			}
		case within == "cellXfs" && b.name == "xf":
			s := style{}
			s.number, _ = parseCount(b.attr("numFmtId"))
			if n, ok := parseCount(b.attr("fontId")); ok && n < len(fonts) {
				s.font = fonts[n]
			}
			out = append(out, s)
		}
	}
}

// stored is a shared string.
type stored struct {
	text string
	runs []Run
}

// sharedStrings reads the table of strings.
func (p *pack) sharedStrings(name string) ([]stored, bool) {
	if name == "" {
		return nil, true
	}
	b := p.opened(name)
	if b == nil {
		return nil, false
	}
	var out []stored
	for {
		t, err := b.next()
		if err == nil && t == atStart && b.name == "si" {
			var s stored
			if s, err = b.stored(); err == nil {
				out = append(out, s)
			}
		}
		if err != nil {
			p.xml(name, err)
			return nil, false
		}
		if t == atEOF {
			return out, true
		}
		if len(out) > maxStrings {
			p.fail(fileHostile, fmt.Sprintf("bảng chữ của tệp có quá %d chữ", maxStrings), saveAgain)
			return nil, false
		}
	}
}

// stored reads a string: the element si or is that has just begun. How a text is said (rPh) is no part of it.
func (b *part) stored() (stored, error) {
	var s stored
	var all strings.Builder
	run, inRun := Run{}, false
	for depth := 1; depth > 0; {
		t, err := b.next()
		if err != nil {
			return s, err
		}
		if t == atEnd {
			if depth--; depth == 1 && inRun {
				s.runs, inRun = append(s.runs, run), false
			}
			continue
		}
		if t != atStart {
			continue
		}
		switch b.name {
		case "t":
			text, err := b.chars()
			if err != nil {
				return s, err
			}
			text = unescape(text)
			all.WriteString(text)
			run.Text += text
			continue
		case "rPh":
			if err := b.skip(); err != nil {
				return s, err
			}
			continue
		case "r":
			run, inRun = Run{}, true
		case "rFont":
			run.Font = b.attr("val")
		}
		depth++
	}
	s.text = all.String()
	for _, r := range s.runs {
		if r.Font != s.runs[0].Font {
			return s, nil
		}
	}
	if len(s.runs) > 0 {
		s.runs = []Run{{s.text, s.runs[0].Font}}
	}
	return s, nil
}

// unescape reads _x000D_, by which spreadsheets write characters that XML does not have.
func unescape(s string) string {
	at := strings.Index(s, "_x")
	if at < 0 {
		return s
	}
	var b strings.Builder
	for at >= 0 {
		b.WriteString(s[:at])
		s = s[at:]
		if r, ok := escaped(s); ok {
			b.WriteRune(r)
			s = s[7:]
		} else {
			b.WriteString("_x")
			s = s[2:]
		}
		at = strings.Index(s, "_x")
	}
	return b.String() + s
}

func escaped(s string) (rune, bool) {
	if len(s) < 7 || s[6] != '_' {
		return 0, false
	}
	r := rune(0)
	for _, c := range []byte(s[2:6]) {
		d := strings.IndexByte("0123456789abcdef", c|0x20)
		if d < 0 {
			return 0, false
		}
		r = r<<4 | rune(d)
	}
	return r, r < 0xD800 || r > 0xDFFF
}
