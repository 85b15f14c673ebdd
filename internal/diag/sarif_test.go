package diag

import (
	"bytes"
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"testing"
)

// TestSARIF holds a log to what SARIF 2.1.0 asks of the parts that are used here: no key that it has not, every key that it requires, and
// what each may hold.
func TestSARIF(t *testing.T) {
	l := problems()
	l.Add(late, Place{File: "data/awards/khối 1%: a.yaml"}, "tệp", "")
	l.Add(late, Place{File: "a:b.yaml"}, "tệp", "")
	l.Add(unknown, Place{}, "không có chỗ", "gợi ý")
	var b bytes.Buffer
	if err := SARIF(&b, l, []*Rule{unknown, late}); err != nil {
		t.Fatal(err)
	}
	var log sarifLog
	d := json.NewDecoder(&b)
	d.DisallowUnknownFields()
	if err := d.Decode(&log); err != nil {
		t.Fatal(err)
	}
	if u, err := url.Parse(log.Schema); err != nil || !u.IsAbs() || log.Version != "2.1.0" || len(log.Runs) != 1 {
		t.Fatalf("%+v", log)
	}
	run := log.Runs[0]
	var ids []string
	for _, r := range run.Tool.Driver.Rules {
		ids = append(ids, r.ID)
		if r.ID == "" || r.Short.Text == "" || r.Help.Text == "" || !level(r.Default.Level) {
			t.Errorf("rule %+v", r)
		}
	}
	if run.Tool.Driver.Name == "" || run.ColumnKind != "unicodeCodePoints" || len(run.Results) != len(l.Sorted()) {
		t.Errorf("%+v", run)
	}
	cells := 0
	for _, r := range run.Results {
		if !slices.Contains(ids, r.RuleID) || !level(r.Level) || r.Message.Text == "" {
			t.Errorf("result %+v", r)
		}
		for _, at := range append(r.Locations, r.Related...) {
			uri := at.Physical.Artifact.URI
			if u, err := url.Parse(uri); err != nil || u.IsAbs() || u.Path == "" || strings.ContainsAny(uri, " ố") {
				t.Errorf("address %q: %v", uri, err)
			}
			if g := at.Physical.Region; g != nil && (g.Line < 1 || g.Column < 0) {
				t.Errorf("region %+v", g)
			}
			for _, c := range at.Logical {
				cells++
				if c.Name != "Cá nhân!C7" || at.Physical.Region != nil {
					t.Errorf("cell %+v", at)
				}
			}
		}
	}
	if cells != 1 {
		t.Errorf("%d cells", cells)
	}
}

func level(s string) bool { return slices.Contains([]string{"none", "note", "warning", "error"}, s) }
