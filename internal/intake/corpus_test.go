package intake

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"bangvang/internal/diag"
)

var update = flag.Bool("update", false, "write the golden files")

// campaignIn lays the base data into a new folder, with other files over it.
func campaignIn(t testing.TB, over ...txtar.File) string {
	t.Helper()
	base, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, f := range append(base.Files, over...) {
		put(t, filepath.Join(dir, filepath.FromSlash(f.Name)), f.Data)
	}
	return dir
}

func put(t testing.TB, name string, b []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, b, 0o644); err != nil {
		t.Fatal(err)
	}
}

// roll is what the decision's file holds.
func rollIn(t testing.TB, dir string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, "data", "awards", "bk-01.yaml"))
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return string(b)
}

// imported runs an import and writes what it says.
func imported(t testing.TB, o Order) (*Outcome, string) {
	t.Helper()
	out, err := Import(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	diag.Print{Most: -1}.Text(&b, &out.Problems)
	return out, strings.ReplaceAll(b.String(), filepath.ToSlash(o.Source)+"/", "")
}

func said(out *Outcome) string {
	var b strings.Builder
	for _, s := range out.Sheets {
		fmt.Fprintf(&b, "%s!%s: %+v\n", s.File, s.Sheet, s.Read)
		for _, l := range []struct {
			what  string
			names []string
		}{{"columns", s.Columns}, {"private", s.Private}, {"left out", s.LeftOut}, {"tidied", s.Tidied}, {"skipped", s.Skipped}} {
			if len(l.names) > 0 {
				fmt.Fprintf(&b, "  %s: %s\n", l.what, strings.Join(l.names, " | "))
			}
		}
	}
	for _, u := range out.Units {
		fmt.Fprintf(&b, "unit %q is %s, %d times\n", u.Text, u.ID, u.Times)
	}
	for _, c := range out.Told {
		fmt.Fprintf(&b, "%s %s: %q became %q\n", c.Place.Cell, c.What, c.Before, c.After)
	}
	return b.String()
}

// TestCorpus imports each spreadsheet of testdata/corpus, and each that testdata/make_test.go makes, into the base data and holds what is said and
// written to its golden file. A second import must change nothing.
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob("testdata/corpus/*")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	seen := map[string]bool{}
	run := func(name string, b []byte) {
		n++
		stem := strings.TrimSuffix(strings.TrimSuffix(name, filepath.Ext(name)), ".")
		if seen[name] {
			t.Fatalf("two spreadsheets %s", name)
		}
		seen[name] = true
		t.Run(name, func(t *testing.T) { corpusCase(t, name, "testdata/corpus/"+stem+".golden", b) })
	}
	for _, f := range files {
		if filepath.Ext(f) == ".golden" {
			continue
		}
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		run(filepath.Base(f), b)
	}
	for _, m := range handmade(t) {
		run(m.name, m.bytes)
	}
	if n < 60 {
		t.Errorf("%d spreadsheets, want at least 60", n)
	}
}

func corpusCase(t *testing.T, name, golden string, b []byte) {
	want, err := txtar.ParseFile(golden)
	if err != nil && !*update {
		t.Fatal(err)
	}
	if want == nil {
		want = &txtar.Archive{}
	}
	o := Order{Decision: "bk-01"}
	var over []txtar.File
	got := &txtar.Archive{Comment: want.Comment}
	for _, f := range want.Files {
		switch {
		case f.Name == "unit":
			o.Unit = strings.TrimSpace(string(f.Data))
			got.Files = append(got.Files, f)
		case strings.HasPrefix(f.Name, "with/"):
			over = append(over, txtar.File{Name: strings.TrimPrefix(f.Name, "with/"), Data: f.Data})
			got.Files = append(got.Files, f)
		}
	}
	dir := campaignIn(t, over...)
	before := rollIn(t, dir)
	put(t, filepath.Join(dir, "nhan", name), b)
	o.Source, o.Files = dir, []string{filepath.Join(dir, "nhan", name)}
	out, problems := imported(t, o)
	roll := rollIn(t, dir)
	add := func(name, text string) {
		if text != "" {
			got.Files = append(got.Files, txtar.File{Name: name, Data: []byte(text)})
		}
	}
	add("problems", problems)
	add("said", said(out))
	if roll != before {
		add("data/awards/bk-01.yaml", roll)
	}
	if out.Problems.Failed(false) && roll != before {
		t.Error("written in spite of errors")
	}
	if text := txtar.Format(got); *update {
		put(t, golden, text)
	} else if !bytes.Equal(text, txtar.Format(want)) {
		t.Errorf("got\n%s\nwant\n%s", text, txtar.Format(want))
	}
	if !out.Problems.Failed(false) {
		again, problems := imported(t, o)
		if now := rollIn(t, dir); now != roll || again.Written || again.Problems.Failed(false) {
			t.Errorf("the second import changes\n%s\ninto\n%s\n%s", roll, now, problems)
		}
	}
}
