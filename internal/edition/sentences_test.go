package edition

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"bangvang/internal/campaign"
)

var update = flag.Bool("update", false, "write golden files anew; read them before committing")

// said are a goal, with measures in each language, and figures below, at, within and above it.
type said struct {
	goal    campaign.Goal
	measure map[string]measured
	values  []campaign.Decimal
}

func inPercent(decimals int) map[string]measured {
	return map[string]measured{"vi": {measure: "%", decimals: decimals}, "en": {measure: "%", decimals: decimals}}
}

var saidOf = []said{
	{campaign.Goal{Kind: campaign.AtLeast, From: d(80, 1)}, inPercent(1), []campaign.Decimal{d(75, 1), d(80, 1), d(84, 1)}},
	{campaign.Goal{Kind: campaign.AtMost, To: d(155, 2)}, inPercent(2), []campaign.Decimal{d(140, 2), d(155, 2), d(172, 2)}},
	{campaign.Goal{Kind: campaign.Between, From: d(56000, 0), To: d(61000, 0)},
		map[string]measured{"vi": {measure: "tỷ đồng"}, "en": {measure: "billion VND"}}, []campaign.Decimal{d(55000, 0), d(56000, 0), d(58000, 0), d(62500, 0)}},
	{campaign.Goal{Kind: campaign.Count, From: d(5, 0)},
		map[string]measured{"vi": {measure: "xã", counted: true}, "en": {measure: "communes", one: "commune", counted: true}}, []campaign.Decimal{d(3, 0), d(5, 0), d(6, 0)}},
}

// TestSentencesInBothTongues holds every kind of sentence as it is read, in Vietnamese and in English.
func TestSentencesInBothTongues(t *testing.T) {
	var b strings.Builder
	occurs := map[string]bool{}
	say := func(of said, period campaign.Date, results []*campaign.Result, against yardstick) {
		for _, s := range tongues {
			m := of.measure[s.lang]
			m.say = s
			fmt.Fprintf(&b, "%s  %s\n", s.lang, strings.ReplaceAll(sentence(m, of.goal, period, results, against), nbsp, " "))
		}
		b.WriteByte('\n')
		occurs[fmt.Sprint(of.goal.Kind, " ", campaign.Attain(of.goal, campaign.Newest(results)))] = true
	}
	for _, of := range saidOf {
		fmt.Fprintf(&b, "# %s\n\n", of.goal.Kind)
		say(of, y18, nil, thePlan)
		for _, v := range of.values {
			for _, q := range []campaign.Qualifier{campaign.Exactly, campaign.Above, campaign.Below, campaign.About} {
				say(of, y18, estimate(v, q), thePlan)
			}
		}
	}
	b.WriteString("# yardsticks, statuses, periods, sources\n\n")
	of, v := saidOf[0], d(84, 1)
	december := campaign.Date{Year: 2018, Month: 12}
	for _, against := range []yardstick{theCity, theAssigned} {
		say(of, y18, nil, against)
		for _, v := range of.values {
			say(of, y18, estimate(v, ""), against)
		}
		say(of, y18, estimate(d(75, 1), campaign.Above), against)
	}
	for _, period := range []campaign.Date{{}, y18, december, oct} {
		say(of, period, nil, thePlan)
		for _, s := range []campaign.Status{campaign.StatusEstimate, campaign.StatusOfficial, campaign.StatusComputed} {
			say(of, period, []*campaign.Result{{AsOf: december, Value: v, Status: s, Source: plus}}, thePlan)
		}
	}
	computed := &campaign.Computed{Formula: "2.200 / 1,0891", From: plus}
	say(of, y18, []*campaign.Result{{AsOf: y18, Value: v, Status: campaign.StatusComputed, Computed: computed}}, thePlan)
	say(of, y18, []*campaign.Result{{AsOf: oct, Value: v, Status: campaign.StatusOfficial}}, thePlan)
	for _, of := range saidOf {
		for _, a := range attainments {
			if !occurs[fmt.Sprint(of.goal.Kind, " ", a)] {
				t.Errorf("no sentence says that %s is %s", of.goal.Kind, a)
			}
		}
	}
	golden(t, "testdata/sentences.txt", b.String())
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			t.Fatalf("%s:%d: got\n%s\nwant\n%s", file, i+1, at(g, i), at(w, i))
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(nothing)"
}
