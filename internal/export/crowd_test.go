package export

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bangvang/internal/bench"
	"bangvang/internal/edition"
	"bangvang/internal/fileset"
	"bangvang/internal/viet"
)

// crowd invents n entries as many and as varied as a whole province's: names as common and as rare as they are, people by given name
// first as an edition lists them, then units with their short names, and decisions. The same n gives the same entries.
func crowd(n int) []edition.Entry {
	c := crowdMaker{bench.NewInventor(uint64(n), 15)}
	units, unitEntries := c.units()
	decisions, decisionEntries := c.decisions()
	type keyed struct {
		key []byte
		edition.Entry
	}
	col := viet.NewCollator()
	var people []keyed
	for i := len(unitEntries) + len(decisionEntries); i < n; i++ {
		d := c.Skewed(decisions)
		e := edition.Entry{Kind: edition.PersonEntry, Name: c.Person(), Path: edition.Path(fmt.Sprintf("/vinh-danh/%s-%03d/", viet.Slug(d), i))}
		unit := c.Skewed(units)
		if c.IntN(6) == 0 {
			e.Kind = edition.CollectiveEntry
			e.Name = c.Skewed(bench.Groups) + " " + c.Skewed(bench.Fields) + ", " + unit
			e.Line = unit + lineJoint + d
		} else {
			e.Line = c.Office() + lineJoint + unit + lineJoint + d
		}
		name := viet.Name{Given: e.Name}
		if e.Kind == edition.PersonEntry {
			name = viet.ParseName(e.Name, "")
		}
		people = append(people, keyed{col.NameKey(name), e})
	}
	slices.SortStableFunc(people, func(a, b keyed) int { return bytes.Compare(a.key, b.key) })
	out := make([]edition.Entry, 0, n)
	for _, p := range people {
		out = append(out, p.Entry)
	}
	return append(append(out, unitEntries...), decisionEntries...)
}

type crowdMaker struct{ bench.Inventor }

func (c crowdMaker) units() (names []string, entries []edition.Entry) {
	seen := map[string]bool{}
	for len(names) < 500 {
		kind := c.Any(bench.UnitKinds)
		name := kind + " " + c.Any(bench.Givens) + " " + c.Any(bench.Givens)
		if seen[name] {
			continue
		}
		seen[name] = true
		names = append(names, name)
		var short strings.Builder
		for _, w := range strings.Fields(kind) {
			short.WriteString(strings.ToUpper(string([]rune(w)[:1])))
		}
		entries = append(entries, edition.Entry{Kind: edition.UnitEntry, Name: name, Also: short.String() + strings.TrimPrefix(name, kind) + alsoJoint + "Đơn vị " + strings.TrimPrefix(name, kind+" "),
			Line: "Đơn vị trực thuộc", Path: edition.Path("/don-vi/" + viet.Slug(name) + "/")})
	}
	return names, entries
}

func (c crowdMaker) decisions() (short []string, entries []edition.Entry) {
	for i := range 80 {
		number := fmt.Sprintf("%d/QĐ-UBND", 100+41*i)
		form := []string{"Giấy khen", "Bằng khen"}[i%2]
		short = append(short, form+" "+number)
		entries = append(entries, edition.Entry{Kind: edition.DecisionEntry, Name: fmt.Sprintf("Quyết định số %s ngày %02d/12/2018", number, i%28+1), Also: number,
			Line: form + " · Chủ tịch Ủy ban nhân dân thành phố", Path: edition.Path("/quyet-dinh/" + viet.Slug(form+" "+number) + "/")})
	}
	return short, entries
}

// crowdQuery is what a search over a crowd must find: numbers of entries, best first.
type crowdQuery struct {
	Query  string `json:"query"`
	Found  []int  `json:"found"`
	Beside int    `json:"beside"` // how many of them with what stands beside their name
	Near   bool   `json:"near"`   // only with a letter wrong
}

// TestCrowd writes, if CROWD names a folder, what .ci/browser/index.once.mjs searches in: indexes over crowds of 7,300 and 64,060, one
// of 2,000 whole and in parts, and what Go finds there, text by text.
func TestCrowd(t *testing.T) {
	long(t)
	folder := os.Getenv("CROWD")
	n := 2000
	if folder == "" {
		n = 400
	}
	small := crowd(n)
	queries := findAll(small, crowdQueries(small))
	none, beside := 0, 0
	for _, q := range queries {
		if len(q.Found) == 0 {
			none++
		}
		if q.Beside > 0 {
			beside++
		}
	}
	if len(queries) < 200 || none > len(queries)/3 || beside < 60 {
		t.Errorf("%d queries, %d find nothing, %d something with what stands beside a name", len(queries), none, beside)
	}
	if folder == "" {
		return
	}
	parted := fileset.New()
	if err := addShards(&edition.Entries{Others: small}, parted); err != nil {
		t.Fatal(err)
	}
	writeCrowd(t, filepath.Join(folder, "whole"), searchFiles(t, small))
	writeCrowd(t, filepath.Join(folder, "parted"), setFiles(t, parted))
	writeCrowd(t, filepath.Join(folder, "7300"), searchFiles(t, crowd(7300)))
	writeCrowd(t, filepath.Join(folder, "64060"), searchFiles(t, crowd(64_060)))
	b, err := json.Marshal(map[string]any{"entries": small, "queries": queries})
	if err != nil {
		t.Fatal(err)
	}
	writeCrowd(t, folder, map[string][]byte{"queries.json": b})
}

func writeCrowd(t *testing.T, folder string, files map[string][]byte) {
	t.Helper()
	for name, b := range files {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, b, 0o666)); err != nil {
			t.Fatal(err)
		}
	}
}

// crowdQueries are names, parts of them, and what slips on the way.
func crowdQueries(entries []edition.Entry) []string {
	c := crowdMaker{bench.NewInventor(7, 15)}
	out := strings.Fields("t n a ng th nguyen nguyễn phuong phương dduowngf d9u7o7ng2 nvd ubnd ubndp 123 qđ ý y zzz nguyenn phuonh nguyne phuogn truongg nguyenx thahnh")
	out = append(out, "t h", "n v a", "quyet dinh 141", "truong tieu hoc", "ubnd phuong an", "đơn vị", "nguyne van a", "phuonh thao", "don vi an", "t t t", "")
	for range 200 {
		words := strings.Fields(entries[c.IntN(len(entries))].Name)
		c.Shuffle(len(words), func(i, j int) {
			if c.IntN(2) == 0 {
				words[i], words[j] = words[j], words[i]
			}
		})
		words = words[:1+c.IntN(min(4, len(words)))]
		last := []rune(words[len(words)-1])
		words[len(words)-1] = string(last[:1+c.IntN(len(last))])
		query := strings.Join(words, " ")
		if c.IntN(2) == 0 {
			query = viet.Fold(query)
		}
		out = append(out, query)
	}
	for range 80 {
		e := entries[c.IntN(len(entries))]
		words := strings.Fields(e.Name)
		if len(words) > 2 {
			words = words[c.IntN(2):]
		}
		phrases := strings.Split(e.Line, lineJoint)
		words = append(words, strings.Fields(phrases[c.IntN(len(phrases))])...)
		if c.IntN(4) == 0 {
			words = append(words, strings.Fields(phrases[c.IntN(len(phrases))])[0])
		}
		if c.IntN(3) == 0 {
			c.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		}
		last := []rune(words[len(words)-1])
		words[len(words)-1] = string(last[:1+c.IntN(len(last))])
		query := strings.Join(words, " ")
		if c.IntN(2) == 0 {
			query = viet.Fold(query)
		}
		out = append(out, query)
	}
	return out
}

// findAll searches as the package comment says, without an index.
func findAll(entries []edition.Entry, queries []string) []crowdQuery {
	var out []crowdQuery
	for _, text := range queries {
		q := viet.NewQuery(text)
		ranks := rankAll(entries, func(_ edition.Entry, text string) (int, bool) {
			rank, ok := q.Match(text)
			return rank, ok && rank < viet.Typo
		})
		enough, near := len(ranks) >= 12, false
		for _, rank := range ranks {
			enough = enough || rank/2%2 == 0
		}
		if !enough && len(viet.SearchWords(text)) > 1 {
			ranks = rankAll(entries, func(e edition.Entry, text string) (int, bool) {
				rank, ok := q.MatchBeside(text, strings.Split(e.Line, lineJoint)...)
				return rank, ok && rank < viet.Typo
			})
		}
		if len(ranks) == 0 {
			ranks = rankAll(entries, func(e edition.Entry, text string) (int, bool) {
				return q.MatchBeside(text, strings.Split(e.Line, lineJoint)...)
			})
			near = len(ranks) > 0
		}
		found := []int{}
		beside := 0
		for i := range entries {
			if rank, ok := ranks[i]; ok {
				found = append(found, i)
				if rank&(2*viet.Beside) != 0 {
					beside++
				}
			}
		}
		slices.SortStableFunc(found, func(a, b int) int { return cmp.Compare(ranks[a], ranks[b]) })
		out = append(out, crowdQuery{text, found, beside, near})
	}
	return out
}

// rankAll ranks entries by the best of their names, by number.
func rankAll(entries []edition.Entry, match func(e edition.Entry, text string) (int, bool)) map[int]int {
	ranks := map[int]int{}
	for i, e := range entries {
		texts := []string{e.Name}
		if e.Also != "" {
			texts = append(texts, strings.Split(e.Also, alsoJoint)...)
		}
		for j, text := range texts {
			rank, ok := match(e, text)
			if !ok {
				continue
			}
			rank = 2*rank + min(j, 1)
			if best, known := ranks[i]; !known || rank < best {
				ranks[i] = rank
			}
		}
	}
	return ranks
}

// long marks a test that .ci/test runs: with all of them go test alone would take more than its two minutes.
func long(t *testing.T) {
	t.Helper()
	if os.Getenv("CI") == "" {
		t.Skip("long: CI=true runs it")
	}
}
