package export

import (
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
	comma rune
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

func writeCSV(w io.Writer, d *edition.Dataset, _ origin) error {
	return plain.write(w, &d.Table)
}

func writeExcelCSV(w io.Writer, d *edition.Dataset, _ origin) error {
	utf16 := transform.NewWriter(w, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder())
	if err := excel.write(utf16, &d.Table); err != nil {
		return err
	}
	return utf16.Close()
}

// write writes the heading and the rows of t.
func (d dialect) write(w io.Writer, t *edition.Table) error {
	if err := checkColumns(t.Columns); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.Comma, out.UseCRLF = d.comma, true
	fields := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		fields[i] = d.head(c)
	}
	write := func(n int) error {
		if len(fields) == 1 && fields[0] == "" {
			return fmt.Errorf("hàng %d trống: bảng một cột không ghi được hàng trống ra CSV", n)
		}
		return out.Write(fields)
	}
	if err := write(0); err != nil {
		return err
	}
	for n, row := range t.All() {
		if err := checkRow(t.Columns, n+1, row); err != nil {
			return err
		}
		for i, c := range row {
			fields[i] = d.field(t.Columns[i].Kind, c)
		}
		if err := write(n + 1); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
