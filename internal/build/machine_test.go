package build_test

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestGrammars holds what the real sites say to machines to the grammars of others.
func TestGrammars(t *testing.T) {
	grammars := filepath.Join("..", "export", "testdata")
	for _, m := range []*made{theReal(t), theSecond(t)} {
		run(t, "xmllint", "--noout", "--nonet", "--schema", filepath.Join(grammars, "sitemap.xsd"), filepath.Join(m.out, "sitemap.xml"))
		var feeds []string
		for _, name := range names(m.files) {
			if name == "feed.xml" || strings.HasPrefix(name, "feed/") {
				feeds = append(feeds, filepath.Join(m.out, filepath.FromSlash(name)))
			}
		}
		if len(feeds) < 2 {
			t.Errorf("feeds %q", feeds)
		}
		run(t, "jing", append([]string{filepath.Join(grammars, "atom.rng")}, feeds...)...)
	}
}

// TestDataAgrees reads each data set as programs do, and wants the same records in all its forms.
func TestDataAgrees(t *testing.T) {
	for _, m := range []*made{theReal(t), theSecond(t)} {
		sets := 0
		for _, name := range names(m.files) {
			base, ok := strings.CutSuffix(name, ".json")
			if _, table := m.files[base+".csv"]; !ok || !table || !strings.HasPrefix(name, "du-lieu/v1/") {
				continue
			}
			sets++
			var set struct {
				Columns []struct{ Key string }
				Records []map[string]any
			}
			if err := json.Unmarshal(m.files[name], &set); err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			for _, form := range []string{".csv", ".excel.csv"} {
				rows := readCSV(t, base+form, m.files[base+form])
				if len(rows) != len(set.Records)+1 {
					t.Errorf("%s%s: %d rows, %d records", base, form, len(rows)-1, len(set.Records))
				}
			}
			rows := readCSV(t, base+".csv", m.files[base+".csv"])
			for i, column := range set.Columns {
				if rows[0][i] != column.Key {
					t.Errorf("%s.csv: column %q, in JSON %q", base, rows[0][i], column.Key)
				}
				for j, r := range set.Records {
					text, isText := r[column.Key].(string)
					// A text that a spreadsheet would run has an apostrophe before it.
					if got := strings.ReplaceAll(strings.TrimPrefix(rows[j+1][i], "'"), "\r\n", "\n"); isText && got != text {
						t.Errorf("%s, record %d, %s: %q in CSV, %q in JSON", base, j+1, column.Key, got, text)
					}
				}
			}
		}
		if sets < 5 {
			t.Errorf("%d data sets", sets)
		}
	}
}

func readCSV(t *testing.T, name string, b []byte) [][]string {
	t.Helper()
	r := csv.NewReader(strings.NewReader(decode(b)))
	if strings.HasSuffix(name, ".excel.csv") {
		r.Comma = '\t'
	}
	rows, err := r.ReadAll()
	if err != nil || len(rows) == 0 {
		t.Fatalf("%s: %d rows, %v", name, len(rows), err)
	}
	return rows
}

// atom is a feed as a reader takes it.
type atom struct {
	ID      string `xml:"id"`
	Title   string `xml:"title"`
	Updated string `xml:"updated"`
	Author  string `xml:"author>name"`
	Links   []link `xml:"link"`
	Entries []struct {
		ID      string `xml:"id"`
		Title   string `xml:"title"`
		Updated string `xml:"updated"`
		Summary string `xml:"summary"`
		Links   []link `xml:"link"`
	} `xml:"entry"`
}

type link struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

var tagURI = regexp.MustCompile(`^tag:[a-z0-9.-]+,\d{4}(-\d\d(-\d\d)?)?:[a-z0-9./-]+$`)

// TestFeedsMeanWhatTheySay holds the feeds to what their grammar does not ask: RFC 4287 in words, and RFC 4151 of ids.
func TestFeedsMeanWhatTheySay(t *testing.T) {
	for _, m := range []*made{theReal(t), theSecond(t)} {
		site := m.result.Edition.Site.BaseURL
		ids := map[string]string{} // of entries, and what they are told by
		for _, name := range names(m.files) {
			if name != "feed.xml" && !strings.HasPrefix(name, "feed/") {
				continue
			}
			var f atom
			if err := xml.Unmarshal(m.files[name], &f); err != nil {
				t.Fatal(err)
			}
			if f.Author == "" || f.Title == "" || !tagURI.MatchString(f.ID) || ids[f.ID] != "" {
				t.Errorf("%s: author %q, title %q, id %q", name, f.Author, f.Title, f.ID)
			}
			ids[f.ID] = "the feed"
			if want := []link{{"self", "application/atom+xml", site + name}, {"alternate", "text/html", site}}; !slices.Equal(f.Links, want) {
				t.Errorf("%s: links %v", name, f.Links)
			}
			here, last := map[string]bool{}, f.Updated
			for _, e := range f.Entries {
				told := e.Title + e.Updated + e.Summary
				if here[e.ID] || !tagURI.MatchString(e.ID) || ids[e.ID] != "" && ids[e.ID] != told {
					t.Errorf("%s: id %q", name, e.ID)
				}
				here[e.ID], ids[e.ID] = true, told
				if e.Updated > last || e.Title == "" || strings.TrimSpace(e.Summary) != e.Summary || e.Summary == "" {
					t.Errorf("%s: %s of %s after %s: %q: %q", name, e.ID, e.Updated, last, e.Title, e.Summary)
				}
				last = e.Updated
				if len(e.Links) != 1 || e.Links[0].Type != "text/html" || m.files[strings.TrimPrefix(e.Links[0].Href, site)+"index.html"] == nil {
					t.Errorf("%s: %s leads to %v", name, e.ID, e.Links)
				}
			}
		}
	}
}
