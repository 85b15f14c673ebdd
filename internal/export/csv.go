package export

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"bangvang/internal/edition"
	"bangvang/internal/viet"
)

// A dialect is a way to write a table as separated values.
type dialect struct {
	comma rune // of one byte
	head  func(edition.Column) string
	field func(edition.ValueKind, edition.Cell) string
}

var plain = dialect{
	comma: ',',
	head:  func(c edition.Column) string { return c.Key },
	field: func(kind edition.ValueKind, c edition.Cell) string {
		if kind == edition.TextValue {
			return harmless(lineFeeds(c.Value))
		}
		return c.Value
	},
}

// lineFeeds returns s with "\n" as the only line break: csv.Writer writes it as CRLF and drops a lone CR.
func lineFeeds(s string) string {
	if !strings.Contains(s, "\r") {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

var excel = dialect{
	comma: '\t',
	head:  func(c edition.Column) string { return harmless(viet.OneLine(c.Head)) },
	field: func(kind edition.ValueKind, c edition.Cell) string {
		switch kind {
		case edition.TextValue, edition.BoolValue:
			return harmless(viet.OneLine(cmp.Or(c.Words, c.Value)))
		case edition.NumberValue:
			return strings.Replace(c.Value, ".", ",", 1)
		default:
			return c.Value
		}
	},
}

func writeCSV(w io.Writer, d *edition.Dataset, from origin) error {
	if err := from.proof.of(&d.Table); err != nil {
		return err
	}
	return plain.write(w, &d.Table)
}

func writeExcelCSV(w io.Writer, d *edition.Dataset, from origin) error {
	if err := from.proof.of(&d.Table); err != nil {
		return err
	}
	utf16 := transform.NewWriter(w, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder())
	if err := excel.write(utf16, &d.Table); err != nil {
		return err
	}
	return utf16.Close()
}

// write writes the heading and the rows of t, which fits its columns.
func (d dialect) write(w io.Writer, t *edition.Table) error {
	out, quoted, n := buffered(w), d.quoter(), 0
	write := func(fields [][]byte) error {
		if len(fields) == 1 && len(fields[0]) == 0 {
			return fmt.Errorf("hàng %d trống: bảng một cột không ghi được hàng trống ra CSV", n)
		}
		n++
		b := out.AvailableBuffer()
		for i, f := range fields {
			if i > 0 {
				b = append(b, byte(d.comma))
			}
			b = append(b, f...)
		}
		_, err := out.Write(append(b, "\r\n"...))
		return err
	}
	heads := make([][]byte, len(t.Columns))
	for i, c := range t.Columns {
		heads[i] = quoted(nil, d.head(c))
	}
	if err := write(heads); err != nil {
		return err
	}
	field := func(i int, c *edition.Cell, was []byte) []byte {
		return quoted(was[:0], d.field(t.Columns[i].Kind, *c))
	}
	for fields := range madeRows(t, field) {
		if err := write(fields); err != nil {
			return err
		}
	}
	return finish(out)
}

// quoter appends a field as a row has it, in quotes or not, as the library does: rows are put together of the fields of the rows above.
func (d dialect) quoter() func(b []byte, field string) []byte {
	var line bytes.Buffer
	out := csv.NewWriter(&line)
	out.Comma, out.UseCRLF = d.comma, true
	return func(b []byte, field string) []byte {
		line.Reset()
		out.Write([]string{field})
		out.Flush()
		return append(b, bytes.TrimSuffix(line.Bytes(), []byte("\r\n"))...)
	}
}
