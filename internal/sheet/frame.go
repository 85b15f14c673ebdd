package sheet

import (
	"fmt"
	"strings"
	"time"
)

// The places of the fixed styles among cellXfs; those of numbers follow.
const (
	xfHead = 1 + iota
	xfText
	xfWrapped
	xfDay
	xfStrong
	xfTitle
	xfNumbers
)

func textStyle(k Kind, wraps bool) int {
	switch {
	case k == Strong:
		return xfStrong
	case k == Title:
		return xfTitle
	case wraps:
		return xfWrapped
	}
	return xfText
}

// decimal gives the style of a number with n decimals.
func (p *pen) decimal(n int) int {
	for i, have := range p.counts {
		if have == n {
			return xfNumbers + i
		}
	}
	p.counts = append(p.counts, n)
	return xfNumbers + len(p.counts) - 1
}

const (
	dayFormat    = 164
	numberFormat = 165 // and on
)

// styles is the part that says how cells look.
func (p *pen) styles() string {
	var formats, numbers strings.Builder
	fmt.Fprintf(&formats, `<numFmt numFmtId="%d" formatCode="dd/mm/yyyy"/>`, dayFormat)
	for i, n := range p.counts {
		code := "#,##0"
		if n > 0 {
			code += "." + strings.Repeat("0", n)
		}
		fmt.Fprintf(&formats, `<numFmt numFmtId="%d" formatCode="%s"/>`, numberFormat+i, code)
		numbers.WriteString(xf(numberFormat+i, 0, `<alignment horizontal="right" vertical="top" indent="1"/>`)) // so that it does not touch the text on its right
	}
	return declaration + `<styleSheet ` + mainSpace + `>` +
		fmt.Sprintf(`<numFmts count="%d">%s</numFmts>`, 1+len(p.counts), formats.String()) +
		`<fonts count="3">` + font("", 11) + font("<b/>", 11) + font("<b/>", 16) + `</fonts>` +
		`<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
		`<fill><patternFill patternType="solid"><fgColor rgb="FFF1E9D6"/><bgColor indexed="64"/></patternFill></fill></fills>` +
		`<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>` +
		`<border><left/><right/><top/><bottom style="thin"><color rgb="FF8A6D1F"/></bottom><diagonal/></border></borders>` +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
		fmt.Sprintf(`<cellXfs count="%d">`, xfNumbers+len(p.counts)) +
		`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
		`<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>` +
		xf(asText, 0, `<alignment vertical="top"/>`) + xf(asText, 0, `<alignment vertical="top" wrapText="1"/>`) +
		xf(dayFormat, 0, `<alignment horizontal="left" vertical="top"/>`) +
		xf(asText, 1, `<alignment vertical="top" wrapText="1"/>`) + xf(asText, 2, `<alignment vertical="top"/>`) + numbers.String() +
		`</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}

// asText is the format of texts, which stay texts when somebody edits them.
const asText = 49

func xf(format, font int, alignment string) string {
	return fmt.Sprintf(`<xf numFmtId="%d" fontId="%d" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1">%s</xf>`, format, font, alignment)
}

func font(bold string, size int) string {
	return fmt.Sprintf(`<font>%s<sz val="%d"/><name val="Calibri"/><family val="2"/></font>`, bold, size)
}

type part struct{ name, text string }

func sheetPart(i int) string { return fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1) }

const (
	packageSpace  = "http://schemas.openxmlformats.org/package/2006/"
	documentSpace = "http://schemas.openxmlformats.org/officeDocument/2006/"
	contentPrefix = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// frame is the parts that are known from the start. The list of types is the first, by which programs tell a workbook from another archive.
func (b *Book) frame() []part {
	var types, sheets, links strings.Builder
	for i := range b.Sheets {
		fmt.Fprintf(&types, `<Override PartName="/%s" ContentType="%sworksheet+xml"/>`, sheetPart(i), contentPrefix)
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, escaped(b.Sheets[i].Name), i+1, i+1)
		links.WriteString(link(i+1, documentSpace+"relationships/worksheet", strings.TrimPrefix(sheetPart(i), "xl/")))
	}
	n := len(b.Sheets)
	links.WriteString(link(n+1, documentSpace+"relationships/styles", "styles.xml"))
	links.WriteString(link(n+2, documentSpace+"relationships/sharedStrings", "sharedStrings.xml"))
	return []part{
		{"[Content_Types].xml", declaration + `<Types xmlns="` + packageSpace + `content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="` + contentPrefix + `sheet.main+xml"/>` + types.String() +
			`<Override PartName="/xl/styles.xml" ContentType="` + contentPrefix + `styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="` + contentPrefix + `sharedStrings+xml"/>` +
			`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`},
		{"_rels/.rels", relationships(link(1, documentSpace+"relationships/officeDocument", "xl/workbook.xml") + link(2, packageSpace+"relationships/metadata/core-properties", "docProps/core.xml"))},
		{"xl/workbook.xml", declaration + `<workbook ` + mainSpace + ` xmlns:r="` + documentSpace + `relationships"><workbookPr/><bookViews><workbookView/></bookViews><sheets>` +
			sheets.String() + `</sheets>` + b.printTitles() + `</workbook>`},
		{"xl/_rels/workbook.xml.rels", relationships(links.String())},
		{"docProps/core.xml", b.core()},
	}
}

func relationships(inner string) string {
	return declaration + `<Relationships xmlns="` + packageSpace + `relationships">` + inner + `</Relationships>`
}

func link(id int, kind, target string) string {
	return fmt.Sprintf(`<Relationship Id="rId%d" Type="%s" Target="%s"/>`, id, kind, target)
}

// printTitles repeats the heads on each printed page.
func (b *Book) printTitles() string {
	var names strings.Builder
	for i := range b.Sheets {
		if b.Sheets[i].Headed {
			quoted := "'" + strings.ReplaceAll(b.Sheets[i].Name, "'", "''") + "'"
			fmt.Fprintf(&names, `<definedName name="_xlnm.Print_Titles" localSheetId="%d">%s!$1:$1</definedName>`, i, escaped(quoted))
		}
	}
	if names.Len() == 0 {
		return ""
	}
	return `<definedNames>` + names.String() + `</definedNames>`
}

// core is what the file says of itself.
func (b *Book) core() string {
	made := b.Made.UTC().Format(time.RFC3339)
	return declaration + `<cp:coreProperties xmlns:cp="` + packageSpace + `metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<dc:title>` + escaped(b.Title) + `</dc:title><dc:creator>` + escaped(b.Creator) + `</dc:creator><dc:description>` + escaped(b.Description) + `</dc:description><dc:language>` + escaped(b.Lang) + `</dc:language>` +
		`<cp:lastModifiedBy>` + escaped(b.Creator) + `</cp:lastModifiedBy>` +
		`<dcterms:created xsi:type="dcterms:W3CDTF">` + made + `</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">` + made + `</dcterms:modified></cp:coreProperties>`
}

// head is what stands before a sheet's rows.
func head(s *Sheet, widths []width, rows int, first bool) string {
	var b strings.Builder
	b.WriteString(declaration + `<worksheet ` + mainSpace + `>`)
	if across(widths) <= printable {
		b.WriteString(`<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
	}
	fmt.Fprintf(&b, `<dimension ref="A1:%s%d"/><sheetViews><sheetView`, widths[len(widths)-1].letters, max(rows, 1))
	if first {
		b.WriteString(` tabSelected="1"`)
	}
	b.WriteString(` workbookViewId="0">`)
	if s.Headed {
		b.WriteString(`<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>`)
	}
	b.WriteString(`</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>`)
	for i, w := range widths {
		fmt.Fprintf(&b, `<col min="%d" max="%d" width="%d.7109375" customWidth="1"/>`, i+1, i+1, w.most+1)
	}
	b.WriteString("</cols><sheetData>\n")
	return b.String()
}

// printable is how many letters wide a sheet may be to be readable when it is fit to the width of a page.
const printable = 190

func across(widths []width) int {
	n := 0
	for _, w := range widths {
		n += w.most + 1
	}
	return n
}

// foot is what stands after them.
func foot(s *Sheet, rows int, mark string) string {
	last := letters(len(s.Columns)-1) + fmt.Sprint(max(rows, 1))
	filter, page := "", "portrait"
	if s.Headed {
		filter, page = `<autoFilter ref="A1:`+last+`"/>`, "landscape"
	}
	lined, above := "", ""
	if s.Lined {
		lined = `<printOptions gridLines="1"/>`
	}
	if mark != "" {
		above = `<oddHeader>` + escaped("&C&B"+strings.ReplaceAll(mark, "&", "&&")) + `</oddHeader>`
	}
	return `</sheetData>` + filter + lined + `<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>` +
		`<pageSetup paperSize="9" orientation="` + page + `" fitToHeight="0"/>` +
		`<headerFooter>` + above + `<oddFooter>&amp;L&amp;A&amp;R&amp;P/&amp;N</oddFooter></headerFooter>` +
		`<ignoredErrors><ignoredError sqref="A1:` + last + `" numberStoredAsText="1"/></ignoredErrors></worksheet>`
}
