package check

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestSurprises runs the cases of testdata/surprises, one for each way in which YAML is not what people who type text expect. A case is
// written as those of rules are; what it prints is read as one who never heard of YAML would.
func TestSurprises(t *testing.T) {
	base := archive(t, "testdata/base.txtar")
	cases, err := filepath.Glob("testdata/surprises/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatal("no cases", err)
	}
	for _, c := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(c), ".txtar"), func(t *testing.T) {
			runCase(t, base, c, "")
			b, err := os.ReadFile(c)
			if err != nil {
				t.Fatal(err)
			}
			if m := library.FindString(string(b)); m != "" {
				t.Errorf("%q is the library's word, not ours", m)
			}
		})
	}
}

// library matches what yaml.v3 says of syntax.
var library = regexp.MustCompile(`(?i)[^.]yaml: |did not find|could not find|found (a|unexpected|unknown|undefined|character|invalid)|not allowed|while (scanning|parsing)|block (mapping|sequence)|cannot (unmarshal|start)`)
