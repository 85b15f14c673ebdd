package chart

import (
	"slices"
	"strings"
	"testing"

	"bangvang/internal/edition"
)

// inEnglish are samples as an English page has them.
func inEnglish() []edition.Chart {
	return []edition.Chart{
		{ID: "long", Lang: "en", Form: edition.Course, Title: "Public investment disbursed", Measure: "billion dong", Axis: edition.Axis{Max: 4000},
			Goal: edition.ChartGoal{From: at(3360), Label: "Plan: 3,360 billion dong"},
			Points: []edition.ChartPoint{
				{Value: 120, Words: "120 billion dong", Label: "Jan 2018", Day: 17562}, {Value: 455, Words: "455 billion dong", Label: "Mar 2018", Day: 17621},
				{Value: 700, Words: "700 billion dong", Label: "Apr 2018", Day: 17651}, {Value: 980, Words: "980 billion dong", Label: "May 2018", Day: 17682},
				{Value: 1310, Words: "1,310 billion dong", Label: "Jun 2018", Day: 17712}, {Value: 1602, Words: "1,602 billion dong", Label: "Sep 2018", Day: 17804, Gap: true},
				{Value: 1990, Words: "1,990 billion dong", Label: "Oct 2018", Day: 17835, Newest: true}},
			Verdict: "not met", Standing: edition.Missed},
		{ID: "poor", Lang: "en-GB", Form: edition.Ceiling, Title: "Poor households", Measure: "%", Axis: edition.Axis{Max: 2},
			Goal: edition.ChartGoal{To: at(1.55), Label: "Met: at most 1.55%"}, Points: []edition.ChartPoint{report(1.55, "1.55%", "1 October 2018")},
			Verdict: "met", Standing: edition.Met},
	}
}

func textsOf(nodes []Node) (out []string) {
	for _, n := range nodes {
		if n.Text != "" {
			out = append(out, n.Text)
		}
		out = append(out, textsOf(n.Children)...)
	}
	return out
}

func TestAxesSpeakTheLanguage(t *testing.T) {
	want := [][]string{{"1,000", "4,000", "Apr 2018", "Oct 2018"}, {"0.5", "1.5", "2.0"}}
	for i, c := range inEnglish() {
		s, err := newTestEngine(t, Store{}).Scene(c, Narrow)
		if err != nil {
			t.Fatal(err)
		}
		texts := textsOf(s.Nodes)
		for _, w := range want[i] {
			if !slices.Contains(texts, w) {
				t.Errorf("%s: no %q in %q", c.ID, w, texts)
			}
		}
		for _, text := range texts {
			if strings.Contains(text, "/2018") || text == "1.000" || text == "0,5" {
				t.Errorf("%s: %q is not English", c.ID, text)
			}
		}
	}
}

// The same chart in another language is another scene, also to the store.
func TestScenesAreKeptByLanguage(t *testing.T) {
	kept := map[string][]byte{}
	e := newTestEngine(t, Store{
		Load: func(key string) ([]byte, bool) { b, ok := kept[key]; return b, ok },
		Save: func(key string, scene []byte) { kept[key] = scene },
	})
	for range 2 {
		for _, lang := range []string{"", "vi", "en"} {
			c := inEnglish()[0]
			c.Lang = lang
			s, err := e.Scene(c, Narrow)
			if err != nil {
				t.Fatal(err)
			}
			if slices.Contains(textsOf(s.Nodes), "Oct 2018") != (lang == "en") {
				t.Errorf("%q: %q", lang, textsOf(s.Nodes))
			}
		}
	}
	if len(kept) != 2 {
		t.Errorf("%d scenes kept of one chart in two languages", len(kept))
	}
}
