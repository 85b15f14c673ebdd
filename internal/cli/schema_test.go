package cli

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSchema: schemas are listed, one is printed, all are written with what an editor needs, wherever the folder is.
func TestSchema(t *testing.T) {
	dir := campaignIn(t, sea)
	list := want(t, exitFine, "units ", "", "schema")
	for line := range strings.Lines(list.out) {
		name := strings.Fields(line)[0]
		if one := want(t, exitFine, "draft-07", "", "schema", name); !json.Valid([]byte(one.out)) {
			t.Errorf("%s is no JSON", name)
		}
	}
	want(t, exitFine, "draft-07", "", "schema", "units.yaml")
	o := want(t, exitFine, "$schema=../.bangvang/schema/targets.json", "", "schema", "-o", ".bangvang/schema")
	if n := strings.Count(list.out, "\n"); n < 21 || !strings.Contains(o.out, fmt.Sprintf("%d lược đồ", n)) {
		t.Error(list.out, o.out)
	}
	settings, err := os.ReadFile(filepath.Join(dir, ".bangvang", "schema", "vscode-settings.json"))
	if err != nil || !strings.Contains(string(settings), `"./.bangvang/schema/units.json": [`) {
		t.Errorf("%s %v", settings, err)
	}
	before := tree(t, filepath.Join(dir, "data"))
	t.Chdir(t.TempDir())
	want(t, exitFine, "$schema=../../luoc-do/targets.json", "", "schema", "-s", dir, "-o", filepath.Join(filepath.Dir(dir), "luoc-do"))
	if !same(before, tree(t, filepath.Join(dir, "data"))) {
		t.Error("data changed")
	}
}

// TestSchemaRefusals: what cannot be done is said, and nothing is written.
func TestSchemaRefusals(t *testing.T) {
	dir := campaignIn(t, sea)
	before := tree(t, dir)
	want(t, exitUsage, "", `có phải "units"?`, "schema", "unit")
	want(t, exitUsage, "", "không ghi cả hai", "schema", "units", "-o", "x")
	want(t, exitUsage, "", "không ghi cả hai", "schema", "units", "areas")
	want(t, exitUsage, "", "cần tên thư mục", "schema", "-o", "")
	want(t, exitUsage, "", "là tệp", "schema", "-o", filepath.Join("data", "units.yaml"))
	want(t, exitUsage, "", "nằm trong thư mục công bố", "schema", "-o", filepath.Join("public", "schema"))
	if !same(before, tree(t, dir)) {
		t.Error("something was written")
	}
}
