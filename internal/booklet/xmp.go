package booklet

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

// claim is which standards a file says that it keeps.
type claim struct {
	archive    string // part of PDF/A, conformance B; "" is none
	accessible bool   // PDF/UA-1
	print      string // PDF/X version; "" is none
	id         string // of the document, where the standard asks for one
}

// packet is a metadata packet being written.
type packet struct{ bytes.Buffer }

func (w *packet) element(name, text string) {
	if text == "" {
		return
	}
	fmt.Fprintf(w, "<%s>", name)
	xml.EscapeText(w, []byte(text)) // a bytes.Buffer does not fail
	fmt.Fprintf(w, "</%s>\n", name[:strings.IndexAny(name+" ", " ")])
}

func (w *packet) within(name, kind, attr, text string) {
	if text == "" {
		return
	}
	fmt.Fprintf(w, "<%s><rdf:%s>", name, kind)
	w.element("rdf:li"+attr, text)
	fmt.Fprintf(w, "</rdf:%s></%s>\n", kind, name)
}

// xmp gives the metadata packet. The dates in it and in the information dictionary must agree.
func (l *Layout) xmp(c claim) []byte {
	w := &packet{}
	w.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n" +
		"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n")
	w.element("dc:format", "application/pdf")
	w.within("dc:title", "Alt", ` xml:lang="x-default"`, l.Meta.Title)
	w.within("dc:creator", "Seq", "", l.Meta.Author)
	w.within("dc:description", "Alt", ` xml:lang="x-default"`, l.Meta.Subject)
	w.within("dc:language", "Bag", "", l.Meta.Lang)
	if l.pdfDate() != "" {
		w.element("xmp:CreateDate", l.Meta.Date)
		w.element("xmp:ModifyDate", l.Meta.Date)
		w.element("xmp:MetadataDate", l.Meta.Date)
	}
	w.element("xmp:CreatorTool", "bangvang")
	w.element("pdf:Producer", producer)
	if c.print != "" {
		w.element("pdf:Trapped", "False")
	}
	w.WriteString("</rdf:Description>\n")
	w.claims(c)
	w.WriteString("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return w.Bytes()
}

// claims names the standards. PDF/A asks that a property it does not know, as that of PDF/UA, be described.
func (w *packet) claims(c claim) {
	if c.archive != "" {
		fmt.Fprintf(w, "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n<pdfaid:part>%s</pdfaid:part>\n"+
			"<pdfaid:conformance>B</pdfaid:conformance>\n</rdf:Description>\n", c.archive)
	}
	if c.accessible {
		w.WriteString("<rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n" +
			accessibleSchema)
	}
	if c.print != "" {
		fmt.Fprintf(w, "<rdf:Description rdf:about=\"\" xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\">\n<pdfxid:GTS_PDFXVersion>%s</pdfxid:GTS_PDFXVersion>\n</rdf:Description>\n"+
			"<rdf:Description rdf:about=\"\" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\">\n<xmpMM:DocumentID>uuid:%s</xmpMM:DocumentID>\n"+
			"<xmpMM:VersionID>1</xmpMM:VersionID>\n<xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n</rdf:Description>\n", c.print, c.id)
	}
}

const accessibleSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`
