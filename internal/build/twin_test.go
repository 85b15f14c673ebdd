package build_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"bangvang/internal/viet"
)

// twin is what node runs: the browser's search over the same texts, a rank for each pair, -1 for none.
const twin = `
const finding = require(process.argv[1]), { queries, texts } = JSON.parse(require('fs').readFileSync(process.argv[2], 'utf8'));
console.log(JSON.stringify(queries.map(q => { const asked = finding.query(q); return texts.map(t => finding.match(t, asked)); })));`

// TestSearchTwins asks the browser's search and Go's the same about every name of the real site, and wants the very same ranks.
func TestSearchTwins(t *testing.T) {
	var texts, queries []string
	found := &theReal(t).result.Edition.Search
	for i := range found.Len() {
		e := found.At(i)
		texts = append(texts, e.Name)
		if i%5 == 0 {
			words := strings.Fields(e.Name)
			queries = append(queries, e.Name, viet.Fold(e.Name), strings.ToUpper(e.Name), norm.NFD.String(e.Name), words[len(words)-1]+" "+words[0], string([]rune(e.Name)[:min(4, len([]rune(e.Name)))]))
		}
	}
	if len(texts) < 200 {
		t.Fatalf("%d names", len(texts))
	}
	asked, err := json.Marshal(map[string][]string{"queries": queries, "texts": texts})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "asked.json")
	if err := os.WriteFile(file, asked, 0o644); err != nil {
		t.Fatal(err)
	}
	script, err := filepath.Abs("../../templates/assets/find.js")
	if err != nil {
		t.Fatal(err)
	}
	var ranks [][]int
	if err := json.Unmarshal([]byte(run(t, "node", "-e", twin, script, file)), &ranks); err != nil {
		t.Fatal(err)
	}
	hits, told := 0, 0
	for i, q := range queries {
		query := viet.NewQuery(q)
		for j, text := range texts {
			rank, ok := query.Match(text)
			if !ok {
				rank = -1
			} else {
				hits++
			}
			if rank != ranks[i][j] && told < 20 {
				told++
				t.Errorf("%q in %q: rank %d in Go, %d in the browser", q, text, rank, ranks[i][j])
			}
		}
	}
	if hits < len(queries) {
		t.Errorf("%d hits of %d queries", hits, len(queries))
	}
}
