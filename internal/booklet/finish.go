package booklet

import (
	"bytes"
	"fmt"
	"net/url"
	"strconv"
	"strings"
)

// What marks gopdf's objects.
var (
	isPage       = []byte("  /Type /Page\n")
	isToUnicode  = []byte("/CIDInit /ProcSet")
	isDescendant = []byte("/Subtype /CIDFontType2\n")
	isContent    = []byte("<<\n/Length ")
)

// pageParts are the numbers of a page object, of its resources and of its content stream, 0 if the page is blank.
type pageParts struct{ page, resources, content int }

// finish turns gopdf's file into ours: masters under the pages, links, outline, labels, metadata, fonts as the standard asks, compression.
func (l *Layout) finish(raw []byte) ([]byte, error) {
	o, err := readObjects(raw)
	if err != nil {
		return nil, err
	}
	parts, err := l.sortOut(o)
	if err != nil {
		return nil, err
	}
	masters, pages := parts[:len(l.Masters)], parts[len(l.Masters):]
	if err := l.compress(o, pages); err != nil {
		return nil, err
	}
	for i, p := range pages {
		contents := []int{masters[l.Pages[i].Master].content}
		if p.content > 0 {
			contents = append(contents, p.content)
		}
		annots, err := l.annotations(&o, i, pages)
		if err != nil {
			return nil, err
		}
		o[p.page] = fmt.Appendf(nil, "<</Type /Page /Parent 2 0 R /Resources %d 0 R /Contents [%s]%s>>\n", p.resources, references(contents), annots)
	}
	l.dropMasterPages(o, masters, pages)
	info := l.catalog(&o, pages)
	return o.file(info), nil
}

// sortOut finds the pages in their order and mends the font objects.
func (l *Layout) sortOut(o objects) ([]pageParts, error) {
	var parts []pageParts
	for k := 1; k < len(o); k++ {
		head := o[k][:min(400, len(o[k]))]
		switch {
		case bytes.HasPrefix(head, []byte("<<\n"+string(isPage))):
			p := pageParts{page: k, resources: reference(o[k], "/Resources"), content: reference(o[k], "/Contents")}
			if p.resources == 0 || max(p.resources, p.content) >= len(o) {
				return nil, errShape
			}
			parts = append(parts, p)
		case bytes.Contains(head, isToUnicode):
			o[k] = toUnicode(o[k])
		case bytes.Contains(head, isDescendant):
			o[k] = bytes.Replace(o[k], isDescendant, []byte("/CIDToGIDMap /Identity\n/Subtype /CIDFontType2\n"), 1)
		case len(o[k]) == 0:
			return nil, errShape
		}
	}
	if len(parts) != len(l.Masters)+len(l.Pages) {
		return nil, errShape
	}
	return parts, nil
}

// dropMasterPages takes the masters' page objects out of the page tree; their content stays, as part of the pages that use them.
func (l *Layout) dropMasterPages(o objects, masters, pages []pageParts) {
	for _, m := range masters {
		o[m.page] = nil
	}
	kids := make([]int, len(pages))
	for i, p := range pages {
		kids[i] = p.page
	}
	o[2] = fmt.Appendf(nil, "<</Type /Pages /MediaBox [0 0 %.2f %.2f] /Count %d /Kids [%s]>>\n", l.Width, l.Height, len(pages), references(kids))
}

// annotations writes the links of a page and gives the entry of its dictionary.
func (l *Layout) annotations(o *objects, page int, pages []pageParts) (string, error) {
	links := l.Pages[page].Links
	if len(links) == 0 {
		return "", nil
	}
	refs := make([]int, 0, len(links))
	for _, k := range links {
		var action string
		if name, inside := strings.CutPrefix(k.Target, "#"); inside {
			spot, ok := l.Anchors[name]
			if !ok {
				return "", fmt.Errorf("booklet: page %d links to %q, which is nowhere", page+1, name)
			}
			action = "/Dest " + l.destination(spot, pages)
		} else {
			u, err := url.Parse(k.Target)
			if err != nil {
				return "", fmt.Errorf("booklet: page %d: %w", page+1, err)
			}
			action = "/A <</S /URI /URI " + byteString(u.String()) + ">>"
		}
		refs = append(refs, o.addf("<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [%.2f %.2f %.2f %.2f] %s>>",
			k.X, l.Height-k.Y-k.H, k.X+k.W, l.Height-k.Y, action))
	}
	return " /Annots [" + references(refs) + "]", nil
}

// destination writes a place in the file. The reader's magnification stays as it is.
func (l *Layout) destination(s Spot, pages []pageParts) string {
	return fmt.Sprintf("[%d 0 R /XYZ null %.2f null]", pages[s.Page].page, l.Height-s.Y)
}

// reference reads the number of the object that an entry of gopdf's dictionary refers to; 0 if there is none.
func reference(object []byte, key string) int {
	_, rest, _ := bytes.Cut(object, []byte(key))
	number, _, found := bytes.Cut(bytes.TrimLeft(rest, " "), []byte(" 0 R"))
	n, err := strconv.Atoi(string(number))
	if !found || err != nil || n < 0 {
		return 0
	}
	return n
}

// references writes references to objects.
func references(numbers []int) string {
	var b strings.Builder
	for i, n := range numbers {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(strconv.Itoa(n))
		b.WriteString(" 0 R")
	}
	return b.String()
}
