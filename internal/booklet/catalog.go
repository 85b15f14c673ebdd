package booklet

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"
)

const producer = "bangvang (gopdf)"

// catalog writes the root of the file and all that hangs from it but the pages, and gives the number of the information dictionary.
func (l *Layout) catalog(o *objects, pages []pageParts) (info int) {
	var c bytes.Buffer
	c.WriteString("<<\n/Type /Catalog\n/Pages 2 0 R\n/ViewerPreferences <</DisplayDocTitle true>>\n")
	if l.Meta.Lang != "" {
		fmt.Fprintf(&c, "/Lang %s\n", byteString(l.Meta.Lang))
	}
	fmt.Fprintf(&c, "/Metadata %d 0 R\n", o.add(stream(" /Type /Metadata /Subtype /XML", l.xmp())))
	if len(l.Labels) > 0 {
		c.WriteString("/PageLabels <</Nums [")
		for _, r := range l.Labels {
			c.WriteString(r.entry())
		}
		c.WriteString("]>>\n")
	}
	if len(l.Outline) > 0 {
		fmt.Fprintf(&c, "/Outlines %d 0 R\n/PageMode /UseOutlines\n", l.outline(o, pages))
	}
	c.WriteString(">>\n")
	(*o)[1] = c.Bytes()
	entries := ""
	if d := l.pdfDate(); d != "" {
		entries = fmt.Sprintf(" /CreationDate (%s) /ModDate (%s)", d, d)
	}
	return o.addf("<</Title %s /Author %s /Subject %s /Creator %s /Producer %s%s>>",
		textString(l.Meta.Title), textString(l.Meta.Author), textString(l.Meta.Subject), byteString("bangvang"), byteString(producer), entries)
}

// entry is a range of labels in a number tree.
func (r LabelRange) entry() string {
	s := fmt.Sprintf("%d <<", r.First)
	if r.Style != "" {
		s += "/S /" + r.Style
	}
	if r.Prefix != "" {
		s += " /P " + textString(r.Prefix)
	}
	if r.Start > 1 {
		s += fmt.Sprintf(" /St %d", r.Start)
	}
	return s + ">> "
}

func (l *Layout) pdfDate() string {
	t, err := time.Parse(time.RFC3339, l.Meta.Date)
	if err != nil {
		return ""
	}
	return "D:" + t.Format("20060102150405") + strings.Replace(t.Format("-07:00"), ":", "'", 1) + "'"
}

// xmp gives the metadata packet. The dates in it and in the information dictionary must agree.
func (l *Layout) xmp() []byte {
	var w bytes.Buffer
	element := func(name, text string) {
		if text == "" {
			return
		}
		fmt.Fprintf(&w, "<%s>", name)
		xml.EscapeText(&w, []byte(text)) // a bytes.Buffer does not fail
		fmt.Fprintf(&w, "</%s>\n", name[:strings.IndexAny(name+" ", " ")])
	}
	within := func(name, kind, attr, text string) {
		if text == "" {
			return
		}
		fmt.Fprintf(&w, "<%s><rdf:%s>", name, kind)
		element("rdf:li"+attr, text)
		fmt.Fprintf(&w, "</rdf:%s></%s>\n", kind, name)
	}
	w.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n" +
		"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n")
	element("dc:format", "application/pdf")
	within("dc:title", "Alt", ` xml:lang="x-default"`, l.Meta.Title)
	within("dc:creator", "Seq", "", l.Meta.Author)
	within("dc:description", "Alt", ` xml:lang="x-default"`, l.Meta.Subject)
	within("dc:language", "Bag", "", l.Meta.Lang)
	if l.pdfDate() != "" {
		element("xmp:CreateDate", l.Meta.Date)
		element("xmp:ModifyDate", l.Meta.Date)
	}
	element("xmp:CreatorTool", "bangvang")
	element("pdf:Producer", producer)
	w.WriteString("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return w.Bytes()
}
