package sbom

import (
	"bytes"
	"encoding/json"
	"runtime/debug"
	"testing"

	"bangvang/templates"
)

// TestWrite: a program's modules and what others made are all in the list, each once, and the list is the same each time. That it is CycloneDX
// is told by a validator (.ci/browser/sbom.once.mjs).
func TestWrite(t *testing.T) {
	program := &debug.BuildInfo{GoVersion: "go1.26.8 X:some", Main: debug.Module{Path: "bangvang", Version: "v1.2.3"},
		Deps: []*debug.Module{{Path: "example.org/old", Version: "v1.0.0", Replace: &debug.Module{Path: "example.org/new", Version: "v2.0.0+incompatible", Sum: "h1:x="}}, {Path: "example.org/b", Version: "v0.1.0", Sum: "h1:y="}}}
	var first, second bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if err := Write(b, program); err != nil {
			t.Fatal(err)
		}
	}
	if first.String() != second.String() {
		t.Error("two lists of one program differ")
	}
	var list bom
	if err := json.Unmarshal(first.Bytes(), &list); err != nil {
		t.Fatal(err)
	}
	if list.Metadata.Component.Version != "v1.2.3" || len(list.Components) != 3+len(templates.ThirdParty) || len(list.Dependencies[0].DependsOn) != len(list.Components) {
		t.Errorf("%s", first.String())
	}
	seen := map[string]bool{}
	for _, c := range list.Components {
		for _, c := range append(c.Components, c) {
			if seen[c.Ref] {
				t.Errorf("%s twice", c.Ref)
			}
			seen[c.Ref] = true
		}
	}
	for _, ref := range []string{"pkg:golang/std@1.26.8", "pkg:golang/example.org/new@v2.0.0%2Bincompatible", "pkg:golang/example.org/b@v0.1.0", "pkg:npm/echarts@6.1.0", "tslib:chart.js", "echarts:chart.js"} {
		if !seen[ref] {
			t.Errorf("no %s in %v", ref, seen)
		}
	}
}
