package intake

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
)

// made is a spreadsheet that no program writes.
type made struct {
	name  string
	bytes []byte
}

// parts are the files of a workbook; what is not given is a plain one's.
type parts map[string]string

const ns = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`

// zipped is a workbook of one sheet "Cá nhân". Names are in order, so that it is the same each time.
func zipped(t testing.TB, over parts) []byte {
	t.Helper()
	all := []struct{ name, text string }{
		{"[Content_Types].xml", `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook ` + ns + ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Cá nhân" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`},
		{"xl/styles.xml", `<styleSheet ` + ns + `><fonts count="1"><font><name val="Calibri"/></font></fonts><cellXfs count="1"><xf numFmtId="0" fontId="0"/></cellXfs></styleSheet>`},
		{"xl/sharedStrings.xml", stringsXML("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Thành tích", "Nguyễn Văn Mẫu", "Trần Thị Ví Dụ", "Trưởng phòng", "Sở Y tế", "Được mùa")},
		{"xl/worksheets/sheet1.xml", sheetXML(plainRows)},
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	add := func(name, text string) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range all {
		text := p.text
		if o, ok := over[p.name]; ok {
			text = o
			delete(over, p.name)
		}
		if text != "" {
			add(p.name, text)
		}
	}
	for _, name := range sortedNames(over) {
		add(name, over[name])
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func sortedNames(p parts) []string {
	var out []string
	for n := range p {
		i := 0
		for i < len(out) && out[i] < n {
			i++
		}
		out = append(out[:i], append([]string{n}, out[i:]...)...)
	}
	return out
}

func stringsXML(s ...string) string {
	return `<sst ` + ns + `><si><t>` + strings.Join(s, `</t></si><si><t>`) + `</t></si></sst>`
}

func sheetXML(rows string) string {
	return `<worksheet ` + ns + `><sheetData>` + rows + `</sheetData></worksheet>`
}

const headRow = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c></row>`

const plainRows = headRow + `<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>5</v></c><c r="C2" t="s"><v>7</v></c><c r="D2" t="s"><v>8</v></c><c r="E2" t="s"><v>9</v></c></row>` +
	`<row r="3"><c r="A3"><v>2</v></c><c r="B3" t="s"><v>6</v></c><c r="C3" t="s"><v>7</v></c><c r="D3" t="s"><v>8</v></c><c r="E3" t="s"><v>9</v></c></row>`

const sheet1 = "xl/worksheets/sheet1.xml"

// handmade are the workbooks that are broken, hostile or only odd.
func handmade(t testing.TB) []made {
	var out []made
	add := func(name string, over parts) { out = append(out, made{"tay-" + name + ".xlsx", zipped(t, over)}) }
	with := func(name, rows string) { add(name, parts{sheet1: sheetXML(rows)}) }
	swap := func(name, old, new string) { with(name, strings.Replace(plainRows, old, new, 1)) }

	add("binh-thuong", nil)
	swap("chi-so-chu-sai", `<c r="B3" t="s"><v>6</v>`, `<c r="B3" t="s"><v>60</v>`)
	swap("chi-so-khong-phai-so", `<c r="B3" t="s"><v>6</v>`, `<c r="B3" t="s"><v>abc</v>`)
	swap("chi-so-am", `<c r="B3" t="s"><v>6</v>`, `<c r="B3" t="s"><v>-1</v>`)
	swap("kieu-sai", `<c r="B3" t="s">`, `<c r="B3" s="9" t="s">`)
	swap("o-sai-hang", `r="B3"`, `r="B4"`)
	swap("o-lui", `r="C3"`, `r="A3"`)
	swap("hang-lap", `<row r="3">`, `<row r="2">`)
	swap("hang-cao-khong", `<row r="3">`, `<row r="3" ht="0.0" customHeight="1">`)
	add("cot-rong-khong", parts{sheet1: strings.Replace(sheetXML(plainRows), "<sheetData>", `<cols><col min="3" max="3" width="0" customWidth="1"/></cols><sheetData>`, 1)})
	swap("so-sai", `<c r="A3"><v>2</v>`, `<c r="A3"><v>2x</v>`)
	swap("loai-la", `<c r="B3" t="s">`, `<c r="B3" t="q">`)
	swap("thuc-the-la", `<v>6</v>`, `<v>&nbsp;6</v>`)
	swap("vo-giua-chung", `<row r="3">`, `<row r="3"><`)
	swap("khong-utf8", `<v>6</v>`, "<v>\xff6</v>")
	swap("khong-dia-chi", `<c r="B3" t="s"><v>6</v>`, `<c t="s"><v>6</v>`)
	add("doctype", parts{sheet1: `<!DOCTYPE x [<!ENTITY a "Nguyễn"><!ENTITY b "&a;&a;">]>` + sheetXML(plainRows)})
	add("xxe-trong-chu", parts{"xl/sharedStrings.xml": `<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]>` + strings.Replace(stringsXML("STT", "&x;"), "", "", 1)})
	add("thieu-trang", parts{sheet1: ""})
	add("macro", parts{"xl/vbaProject.bin": "x"})
	add("lien-ket-ngoai", parts{"xl/externalLinks/externalLink1.xml": "<x/>"})
	add("hai-phan-cung-ten", parts{"xl/Worksheets/Sheet1.xml": sheetXML(headRow)})
	add("tien-to", parts{sheet1: prefixed(sheetXML(plainRows))})
	add("gop-chong", parts{sheet1: strings.Replace(sheetXML(plainRows), "</sheetData>", `</sheetData><mergeCells><mergeCell ref="A5:C6"/><mergeCell ref="B6:D7"/></mergeCells>`, 1)})
	add("chu-duoi-o-gop", parts{sheet1: strings.Replace(sheetXML(plainRows), "</sheetData>", `</sheetData><mergeCells><mergeCell ref="B2:B3"/></mergeCells>`, 1)})
	add("word", parts{"xl/workbook.xml": "", "_rels/.rels": `<Relationships xmlns="x"><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>`, "word/document.xml": "<w/>"})

	// One cell far out in each of many rows: 7.9 GB to excelize.
	var far strings.Builder
	for i := 1; i <= 20_000; i++ {
		fmt.Fprintf(&far, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, i, i)
	}
	with("cot-xfd", far.String())
	with("mot-o-xa", plainRows+`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)
	// A sheet of 512 MB in 0.5 MB.
	with("bom-nen", headRow+strings.Repeat(`<row><c t="s"><v>5</v></c></row>`, 2_000_000))
	with("nhieu-o", headRow+strings.Repeat(`<row>`+strings.Repeat(`<c><v>1</v></c>`, 200)+`</row>`, 1500))
	add("nhieu-chu", parts{"xl/sharedStrings.xml": stringsXML(strings.Repeat("Nguyễn Văn A ", 1_000_000))})
	add("long-sau", parts{sheet1: strings.Repeat("<a>", 200_000) + strings.Repeat("</a>", 200_000)})

	plain := zipped(t, nil)
	out = append(out,
		made{"tay-cut-nua.xlsx", plain[:len(plain)/2]},
		made{"tay-dao-byte.xlsx", flipped(plain)},
		made{"tay-rong.xlsx", nil},
		made{"tay-csv-doi-duoi.xlsx", []byte("STT,Họ và tên\n1,Nguyễn Văn A\n")},
		made{"tay-html.xlsx", []byte("<html><table><tr><td>STT</td></tr></table></html>")},
		made{"tay-mat-khau.xlsx", locked()},
		made{"tay-xlsx-doi-duoi.csv", plain},
		made{"~$danh-sach.xlsx", []byte("\x0dNguyen Van A")},
		made{"tay-van-ban.docx", []byte("x")},
	)
	return out
}

// prefixed names every element with a prefix, as some libraries do.
func prefixed(s string) string {
	s = strings.ReplaceAll(s, "</", "\x00")
	s = strings.ReplaceAll(s, "<", "<x:")
	s = strings.ReplaceAll(s, "\x00", "</x:")
	return strings.Replace(s, "xmlns=", "xmlns:x=", 1)
}

// flipped changes a byte inside the packed sheet.
func flipped(b []byte) []byte {
	b = bytes.Clone(b)
	at := bytes.Index(b, []byte(sheet1)) + len(sheet1) + 60
	b[at] ^= 0xFF
	return b
}

// locked is the beginning of a workbook with a password: an OLE file.
func locked() []byte {
	b := append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), make([]byte, 1024)...)
	for _, u := range utf16.Encode([]rune("EncryptedPackage")) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return append(b, make([]byte, 512)...)
}
