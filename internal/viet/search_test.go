package viet

import (
	"encoding/json"
	"os"
	"testing"
)

// table is the part of testdata/search.json that the browser's search passes too.
type table struct {
	Fold  []struct{ Text, Fold, Key string }
	Match []struct {
		Query, Text string
		OK          bool
	}
	Order []struct {
		Query string
		Texts []string
	}
	Beside []struct {
		Query, Text string
		Beside      []string
		OK          bool
	}
	OrderBeside []struct {
		Query string
		Texts [][]string // a text and what stands beside it
	}
}

func readTable(t testing.TB) table {
	t.Helper()
	text, err := os.ReadFile("testdata/search.json")
	if err != nil {
		t.Fatal(err)
	}
	var tab table
	if err := json.Unmarshal(text, &tab); err != nil {
		t.Fatal(err)
	}
	if len(tab.Fold) < 10 || len(tab.Match) < 80 || len(tab.Order) < 20 || len(tab.Beside) < 15 || len(tab.OrderBeside) < 2 {
		t.Fatalf("table is short: %d, %d, %d, %d, %d", len(tab.Fold), len(tab.Match), len(tab.Order), len(tab.Beside), len(tab.OrderBeside))
	}
	return tab
}

func TestSearchTable(t *testing.T) {
	tab := readTable(t)
	for _, c := range tab.Fold {
		if got := Fold(c.Text); got != c.Fold {
			t.Errorf("Fold(%+q) = %q, want %q", c.Text, got, c.Fold)
		}
		if got := SearchKey(c.Text); got != c.Key {
			t.Errorf("SearchKey(%+q) = %q, want %q", c.Text, got, c.Key)
		}
	}
	for _, c := range tab.Match {
		if _, ok := Match(c.Query, c.Text); ok != c.OK {
			t.Errorf("Match(%q, %q) is %v", c.Query, c.Text, ok)
		}
	}
	for _, c := range tab.Order {
		last := -1
		for _, text := range c.Texts {
			rank, ok := Match(c.Query, text)
			if !ok {
				t.Errorf("Match(%q, %q) is false", c.Query, text)
			}
			if rank <= last {
				t.Errorf("query %q: %q has rank %d, after rank %d", c.Query, text, rank, last)
			}
			last = rank
		}
	}
}

func TestBesideTable(t *testing.T) {
	tab := readTable(t)
	for _, c := range tab.Beside {
		rank, ok := NewQuery(c.Query).MatchBeside(c.Text, c.Beside...)
		if ok != c.OK || ok && rank < Beside {
			t.Errorf("MatchBeside(%q, %q, %q) is %d, %v", c.Query, c.Text, c.Beside, rank, ok)
		}
	}
	for _, c := range tab.OrderBeside {
		last := -1
		for _, texts := range c.Texts {
			rank, ok := NewQuery(c.Query).MatchBeside(texts[0], texts[1:]...)
			if !ok || rank <= last {
				t.Errorf("query %q: %q has rank %d, %v, after rank %d", c.Query, texts, rank, ok, last)
			}
			last = rank
		}
	}
}

func TestRank(t *testing.T) {
	for _, c := range []struct {
		query, text string
		rank        int
	}{
		{"đỗ đức đạt", "Đỗ Đức Đạt", 0},
		{"đỗ đức", "Đỗ Đức Đạt", 1},
		{"đức đỗ đạt", "Đỗ Đức Đạt", 2},
		{"đạt đỗ", "Đỗ Đức Đạt", 3},
		{"do", "Đỗ", 4},
		{"đ", "Đông", 8},
		{"đ", "Đức", 12},
		{"d", "Đức", 12},
		{"dò", "Đỗ", 16},
		{"dò", "Đông", 20},
		{"ddoo", "Đô", 4},
		{"ddoo", "Đông", 12},
		{"dod", "Đỗ Đức Đạt", 9},
		{"nvđ", "Nguyễn Văn Đạt", 24},
		{"nvd", "Nguyễn Văn Đạt", 28},
		{"nvđ", "Nguyễn Văn Dũng Em", 33},
		{"khdt dau", "Đầu Kh Đt", 34},
		{"phuong", "Khuông", Typo + 36},
	} {
		if rank, ok := Match(c.query, c.text); !ok || rank != c.rank {
			t.Errorf("Match(%q, %q) = %d, %v, want %d", c.query, c.text, rank, ok, c.rank)
		}
	}
}

func TestWords(t *testing.T) {
	got := Words("Ủy ban nhân dân phường An Khánh (quận Ninh Kiều)")
	if want := "uy ban nhan dan phuong an khanh quan ninh kieu"; join(got) != want {
		t.Errorf("Words = %q", got)
	}
	if got := Words(" - "); len(got) != 0 {
		t.Errorf("Words = %q, want none", got)
	}
}

// FuzzMatch holds Match against an exhaustive search for an assignment of words:
// what can be found without initials, keystrokes and typos is found so.
func FuzzMatch(f *testing.F) {
	for _, c := range readTable(f).Match {
		f.Add(c.Query, c.Text)
	}
	f.Add("a an anh an", "An Ánh anh Âu")
	f.Fuzz(func(t *testing.T, query, text string) {
		q, words := Words(SearchKey(query)), Words(SearchKey(text))
		if len(q) > 5 || len(words) > 6 || hasCity(query) || hasCity(text) {
			t.Skip()
		}
		rank, ok := Match(query, text)
		switch want := len(q) > 0 && assignable(q, words); {
		case want && (!ok || rank >= Typo):
			t.Fatalf("Match(%q, %q) = %d, %v", query, text, rank, ok)
		case ok && !want && rank < 4 && len(NewQuery(query).readings) == 1:
			t.Fatalf("Match(%q, %q) = %d, though its words are not there", query, text, rank)
		}
		if again, okAgain := Match(NFC(query), NFC(text)); again != rank || okAgain != ok {
			t.Fatalf("Match(%q, %q) changes with NFC: %d, %d", query, text, rank, again)
		}
	})
}

func assignable(query, words []string) bool {
	if len(query) == 0 {
		return true
	}
	for i, w := range words {
		if len(w) >= len(query[0]) && w[:len(query[0])] == query[0] {
			rest := append(append([]string{}, words[:i]...), words[i+1:]...)
			if assignable(query[1:], rest) {
				return true
			}
		}
	}
	return false
}

func BenchmarkMatch(b *testing.B) {
	q := NewQuery("do duc dat")
	b.ReportAllocs()
	for b.Loop() {
		q.Match("Đỗ Đức Đạt, Phó Giám đốc Sở Công Thương")
	}
}
