package export

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
)

// unpacked is the members of an archive, by name, and their names in order.
func unpacked(t *testing.T, b []byte) (map[string][]byte, []string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	var names []string
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if out[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
		names = append(names, f.Name)
		if want := time.Date(2019, 1, 15, 1, 0, 0, 0, time.UTC); !f.Modified.Equal(want) {
			t.Errorf("%s is of %s", f.Name, f.Modified)
		}
	}
	return out, names
}

func sharedTexts(t *testing.T, b []byte) []string {
	t.Helper()
	parts, _ := unpacked(t, b)
	var shared struct {
		Texts []string `xml:"si>t"`
	}
	if err := xml.Unmarshal(parts["xl/sharedStrings.xml"], &shared); err != nil {
		t.Fatal(err)
	}
	return shared.Texts
}

// TestArchives: an archive holds the very files that lie beside it, and what describes them.
func TestArchives(t *testing.T) {
	made := files(t, sample(), 0)
	for _, c := range []struct {
		zip   string
		names []string
		from  map[string]string
	}{
		{"chi-tieu/ho-ngheo", []string{"README.txt", "datapackage.json", "ho-ngheo.csv", "ho-ngheo.xlsx"},
			map[string]string{"ho-ngheo.csv": "chi-tieu/ho-ngheo.csv", "ho-ngheo.xlsx": "chi-tieu/ho-ngheo.xlsx"}},
		{"toan-bo", []string{"README.txt", "datapackage.json", "ghi-chu.csv", "toan-bo.xlsx"},
			map[string]string{"datapackage.json": "datapackage.json", "ghi-chu.csv": "ghi-chu.csv", "toan-bo.xlsx": "toan-bo.xlsx"}},
	} {
		members, names := unpacked(t, made[dataFolder+c.zip+".zip"])
		if !slices.Equal(names, c.names) {
			t.Errorf("%s: %q", c.zip, names)
		}
		for member, file := range c.from {
			if !bytes.Equal(members[member], made[dataFolder+file]) {
				t.Errorf("%s: %s is not %s", c.zip, member, file)
			}
		}
		var pack struct {
			Resources []struct{ Path, Hash string }
		}
		if err := json.Unmarshal(members["datapackage.json"], &pack); err != nil || len(pack.Resources) != 1 {
			t.Fatalf("%s: %v %+v", c.zip, err, pack)
		}
		if _, ok := members[pack.Resources[0].Path]; !ok {
			t.Errorf("%s describes %s, which it has not", c.zip, pack.Resources[0].Path)
		}
		read := string(members["README.txt"])
		for _, words := range []string{"\ufeff", "CÁC CỘT: ", "Khóa của cột không đổi.", "IN ENGLISH", "Invented data."} {
			if !strings.Contains(read, words) {
				t.Errorf("%s: README.txt does not say %q", c.zip, words)
			}
		}
		if strings.Count(read, "\n") != strings.Count(read, "\r\n") {
			t.Errorf("%s: README.txt has a line that Notepad runs on", c.zip)
		}
	}
}
