package build_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"bangvang/internal/build"
	"bangvang/internal/viet"
)

// unpacked is what a zip file holds, written to a folder, since PDFs are read there.
func unpacked(t *testing.T, file string) *made {
	t.Helper()
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	m := &made{out: t.TempDir(), files: map[string][]byte{}}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		m.files[f.Name] = b
		at := filepath.Join(m.out, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return m
}

func kitOf(t *testing.T, source string, kit build.Kit) (*made, *build.MediaKit, []byte) {
	t.Helper()
	kit.Output = filepath.Join(t.TempDir(), "kit.zip")
	r, told, err := build.PressKit(context.Background(), build.Options{Source: source}, kit)
	if err != nil || told == nil {
		t.Fatal(err, r.Problems.Sorted())
	}
	b, err := os.ReadFile(kit.Output)
	if err != nil {
		t.Fatal(err)
	}
	return unpacked(t, kit.Output), told, b
}

// TestPressKit: what is public and nothing else, or what is not yet with its embargo in its name and within.
func TestPressKit(t *testing.T) {
	long(t)
	source := theReal(t).folder
	h := hiddenIn(t, read(t, source))
	plain, told, first := kitOf(t, source, build.Kit{})
	if told.Kept != 1 || len(told.Ahead) != 0 || told.Files != len(plain.files) {
		t.Errorf("%+v", told)
	}
	without(t, texts(t, plain), append(append(h.notYet, h.withdrawn...), h.minors...), "in the kit of what is public")
	if _, _, again := kitOf(t, source, build.Kit{}); !bytes.Equal(first, again) {
		t.Error("two kits of the same data differ")
	}
	ahead, told, _ := kitOf(t, source, build.Kit{Embargoed: true})
	const label, stamp = "CẤM CÔNG BỐ TRƯỚC 08:00 NGÀY 25/01/2019", "CAM-CONG-BO-TRUOC-2019-01-25-0800"
	if len(told.Ahead) != 1 || told.Ahead[0].Embargo.Words != label {
		t.Fatalf("%+v", told)
	}
	var rest []text
	labelled := 0
	for _, x := range texts(t, ahead) {
		file, part, _ := strings.Cut(x.name, "!") // of a workbook
		switch marked := strings.HasPrefix(path.Base(file), stamp+"_"); {
		case marked && part != "" && part != "xl/sharedStrings.xml":
		case marked && strings.Contains(x.composed, label):
			labelled++
		case marked:
			t.Errorf("%s does not say so within", x.name)
		case x.name == "DOC-TRUOC.txt": // names the decision, with its embargo
			rest = append(rest, text{x.name, strings.ReplaceAll(x.composed, "MẪU-06", ""), " " + viet.Fold(strings.ReplaceAll(x.composed, "MẪU-06", "")) + " "})
		default:
			rest = append(rest, x)
		}
	}
	without(t, rest, append(append(h.notYet, h.withdrawn...), h.minors...), "without a label")
	if labelled < 4 || !strings.Contains(string(ahead.files["DOC-TRUOC.txt"]), label) {
		t.Errorf("%d labelled files", labelled)
	}
	for name, b := range plain.files {
		if name != "DOC-TRUOC.txt" && !bytes.Equal(ahead.files[name], b) {
			t.Errorf("%s is another in the kit with embargoed decisions", name)
		}
	}
	for name, b := range ahead.files {
		if ext := path.Ext(name); strings.HasPrefix(path.Base(name), stamp) && ext == ".csv" && !strings.Contains(name, ".excel.") {
			for _, row := range readCSV(t, name, b)[1:] {
				if row[0] != label {
					t.Errorf("%s: a row without a label: %q", name, row)
				}
			}
		}
	}
}
