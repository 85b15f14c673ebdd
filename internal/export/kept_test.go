package export

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

// TestKeptTables: of a table in which one cell is changed pieces stand as they were packed before, and all files have the bytes of a build without.
func TestKeptTables(t *testing.T) {
	ed := wide(6000)
	rows := ed.Datasets[1].Table.Rows
	for n, row := range rows {
		row[2].Value = fmt.Sprint("một điều khác ở mỗi hàng: ", n*n)
	}
	pieces, found := map[string][]byte{}, 0
	kept := &Kept{Of: "chương trình", Save: func(key string, b []byte) { pieces[key] = b }, Load: func(key string) ([]byte, bool) {
		b, ok := pieces[key]
		if ok {
			found++
		}
		return b, ok
	}}
	made := func(kept *Kept) map[string][]byte {
		set := fileset.New()
		if err := Add(ed, kept, nil, set); err != nil {
			t.Fatal(err)
		}
		out := setFiles(t, set)
		for name := range out {
			if !strings.HasPrefix(name, dataFolder) {
				delete(out, name)
			}
		}
		return out
	}
	for _, what := range []string{"nothing kept", "a cell changed", "a row less"} {
		switch what {
		case "a cell changed":
			rows[3000][2] = edition.Cell{Value: "nay đã sửa"}
		case "a row less":
			ed.Datasets[1].Table.Rows = append(rows[:3000:3000], rows[3001:]...)
		}
		found = 0
		got, want := made(kept), made(nil)
		for name, b := range want {
			if !bytes.Equal(got[name], b) {
				t.Errorf("%s: %s differs", what, name)
			}
		}
		if len(got) != len(want) || what != "nothing kept" && found < 5 || len(pieces) < 5 {
			t.Errorf("%s: %d of %d files, %d pieces kept, %d taken", what, len(got), len(want), len(pieces), found)
		}
		t.Logf("%s: %d pieces kept, %d taken", what, len(pieces), found)
	}
}
