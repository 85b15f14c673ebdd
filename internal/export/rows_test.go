package export

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"testing"
	"unicode/utf8"

	"bangvang/internal/edition"
)

// FuzzRows: a table whose cells say now what the ones above say and now something else is written as the library writes each row by itself.
func FuzzRows(f *testing.F) {
	f.Add("a", "b", "", uint64(0b1100_1010_0111_0001_1010))
	f.Add("=1+1", " a\"b", "x;\r\ny", uint64(0xfedcba9876543210))
	f.Add(`\.`, "a,b\tc", "\ufeff\u2028", uint64(0x0123456789abcdef))
	f.Fuzz(func(t *testing.T, a, b, c string, order uint64) {
		texts := []string{a, b, c, ""}
		tab := edition.Table{Columns: []edition.Column{{Key: "x", Kind: edition.TextValue}, {Key: "y", Kind: edition.TextValue}, {Key: "z", Kind: edition.BoolValue}}}
		for n := range 8 {
			said, meant, yes := texts[order>>(8*n)&3], texts[order>>(8*n+2)&3], fmt.Sprint(order>>(8*n+4)&1 == 1)
			tab.Rows = append(tab.Rows, []edition.Cell{{Words: said, Value: meant}, {Value: said}, {Words: "có", Value: yes}})
		}
		for _, d := range []dialect{plain, excel} {
			var got, want bytes.Buffer
			if err := d.write(&got, &tab); err != nil {
				t.Fatal(err)
			}
			w := csv.NewWriter(&want)
			w.Comma, w.UseCRLF = d.comma, true
			w.Write([]string{d.head(tab.Columns[0]), d.head(tab.Columns[1]), d.head(tab.Columns[2])})
			for _, row := range tab.Rows {
				var fields []string
				for i, c := range row {
					fields = append(fields, d.field(tab.Columns[i].Kind, c))
				}
				w.Write(fields)
			}
			w.Flush()
			if !bytes.Equal(got.Bytes(), want.Bytes()) {
				t.Errorf("%q was written, not %q", got.String(), want.String())
			}
		}
		if !utf8.ValidString(a + b + c) {
			return // no table has it: see fits
		}
		var lines bytes.Buffer
		out := bufio.NewWriter(&lines)
		out.WriteByte('[')
		if err := writeRecords(out, &tab); err != nil {
			t.Fatal(err)
		}
		out.WriteByte(']')
		out.Flush()
		var got []struct{ X, Y *string }
		if err := json.Unmarshal(lines.Bytes(), &got); err != nil || len(got) != len(tab.Rows) {
			t.Fatalf("%v: %s", err, lines.Bytes())
		}
		for n, row := range tab.Rows {
			for i, v := range []*string{got[n].X, got[n].Y} {
				if v == nil && row[i].Value != "" || v != nil && *v != row[i].Value {
					t.Errorf("row %d, cell %d is not %q: %s", n, i, row[i].Value, lines.Bytes())
				}
			}
		}
	})
}
