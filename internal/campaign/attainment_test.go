package campaign

import (
	"math/rand/v2"
	"testing"
)

// dec reads a decimal of a test: "84.5".
func dec(s string) Decimal {
	var d Decimal
	sign, point := int64(1), false
	for _, c := range s {
		switch {
		case c == '-':
			sign = -1
		case c == '.':
			point = true
		default:
			d.Unscaled = d.Unscaled*10 + int64(c-'0')
			if point {
				d.Scale++
			}
		}
	}
	d.Unscaled *= sign
	return d
}

func least(s string) Goal             { return Goal{Kind: AtLeast, From: dec(s)} }
func most(s string) Goal              { return Goal{Kind: AtMost, To: dec(s)} }
func between(from, to string) Goal    { return Goal{Kind: Between, From: dec(from), To: dec(to)} }
func count(s string) Goal             { return Goal{Kind: Count, From: dec(s)} }
func plain(s string) *Result          { return &Result{Value: dec(s)} }
func q(k Qualifier, s string) *Result { return &Result{Value: dec(s), Qualifier: k} }

func TestAttain(t *testing.T) {
	for _, c := range []struct {
		name   string
		goal   Goal
		result *Result
		want   Attainment
	}{
		// The targets and reports of the campaign of 2018, against the plan and against the City's own target.
		{"1 GRDP, plan, October", least("8"), plain("7.5"), Missed},
		{"1 GRDP, plan, December: above 7.5", least("8"), q(Above, "7.5"), Undecided},
		{"1 GRDP, City, October", between("7.5", "8"), plain("7.5"), Met},
		{"1 GRDP, City, December: above 7.5", between("7.5", "8"), q(Above, "7.5"), Met},
		{"2 GRDP a head, plan", least("80.8"), plain("80.48"), Missed},
		{"2 GRDP a head, City", between("80.4", "80.8"), plain("80.48"), Met},
		{"3 exports, October", least("1790"), plain("1847"), Exceeded},
		{"3 exports, computed: about 2020", least("1790"), q(About, "2020"), Exceeded},
		{"4 investment, a range", between("56000", "61000"), plain("56100"), Met},
		{"5 revenue", least("11076"), plain("11191"), Exceeded},
		{"6 trained labour", least("72"), plain("72"), Met},
		{"7 poor households, less is better", most("1.55"), plain("1.55"), Met},
		{"8 health insurance", least("82.5"), plain("82.5"), Met},
		{"9 communes, a count", count("5"), plain("6"), Exceeded},
		{"10 clean water", least("84.5"), plain("84.7"), Exceeded},
		{"11 clean water, urban", least("90"), nil, Unknown},
		{"12 clean water, rural", least("74"), nil, Unknown},
		{"13 solid waste", least("91"), plain("91"), Met},

		{"scales do not matter", least("80.8"), plain("80.80"), Met},
		{"below zero", least("-2"), plain("-1.5"), Exceeded},
		{"less is better, exceeded", most("1.55"), plain("1.54"), Exceeded},
		{"less is better, missed", most("1.55"), plain("1.56"), Missed},
		{"range, below", between("7.5", "8"), plain("7.4"), Missed},
		{"range, lower end", between("7.5", "8"), plain("7.5"), Met},
		{"range, upper end", between("7.5", "8"), plain("8.0"), Met},
		{"range, above", between("7.5", "8"), plain("8.01"), Exceeded},
		{"count, missed", count("5"), plain("4"), Missed},

		{"above the goal itself", least("7.5"), q(Above, "7.5"), Exceeded},
		{"above more than the goal", least("7"), q(Above, "7.5"), Exceeded},
		{"above, less is better, over it", most("1.55"), q(Above, "1.55"), Missed},
		{"above, less is better, open", most("1.55"), q(Above, "1.5"), Undecided},
		{"below the goal itself", least("8"), q(Below, "8"), Missed},
		{"below more than the goal", least("8"), q(Below, "8.1"), Undecided},
		{"below, less is better", most("1.55"), q(Below, "1.55"), Exceeded},
		{"below, less is better, open", most("1.55"), q(Below, "1.56"), Undecided},
		{"below the lower end", between("7.5", "8"), q(Below, "7.5"), Missed},
		{"below within the range", between("7.5", "8"), q(Below, "8"), Undecided},
		{"above the upper end", between("7.5", "8"), q(Above, "8"), Exceeded},
		{"about the goal", least("8"), q(About, "8"), Undecided},
		{"about, safely over", least("8"), q(About, "8.1"), Exceeded},
		{"about, narrower with each digit", least("8"), q(About, "8.05"), Exceeded},
		{"about, a tenth is the last digit", least("8"), q(About, "8.0"), Undecided},
		{"about, lower end reached exactly", least("7.5"), q(About, "8"), Met},
		{"about, within the range", between("7", "9"), q(About, "8"), Met},
	} {
		if got := Attain(c.goal, c.result); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestAttainByTrying holds the verdict on qualified figures against its definition: all true values that a figure may stand for are tried,
// on a grid finer than any written digit, out to where no threshold lies.
func TestAttainByTrying(t *testing.T) {
	r := rand.New(rand.NewPCG(2018, 13))
	number := func() Decimal { return Decimal{Unscaled: r.Int64N(60) - 20, Scale: uint8(r.IntN(2))} }
	for range 1_500 {
		goal := Goal{Kind: []GoalKind{AtLeast, AtMost, Between, Count}[r.IntN(4)], From: number(), To: number()}
		if goal.Kind == Between && goal.From.Cmp(goal.To) > 0 {
			goal.From, goal.To = goal.To, goal.From
		}
		res := &Result{Value: number(), Qualifier: []Qualifier{Exactly, Above, Below, About}[r.IntN(4)]}
		met := map[Attainment]bool{}
		for n := int64(-7000); n <= 7000; n++ {
			x := Decimal{Unscaled: n, Scale: 2}
			half := Decimal{Unscaled: 5, Scale: res.Value.Scale + 1}
			if off := x.Sub(res.Value); res.Qualifier == Exactly && off.Unscaled == 0 || res.Qualifier == Above && off.Unscaled > 0 ||
				res.Qualifier == Below && off.Unscaled < 0 ||
				res.Qualifier == About && off.Cmp(half) <= 0 && (Decimal{Unscaled: -off.Unscaled, Scale: off.Scale}).Cmp(half) <= 0 {
				met[Attain(goal, &Result{Value: x})] = true
			}
		}
		want := Undecided
		switch {
		case len(met) == 1:
			for v := range met {
				want = v
			}
		case !met[Missed]:
			want = Met
		}
		if got := Attain(goal, res); got != want {
			t.Fatalf("goal %+v, result %+v: %s, want %s (%v)", goal, res, got, want, met)
		}
	}
}

func TestAttainExtremes(t *testing.T) {
	big := Int(MaxUnscaled)
	for _, k := range []Qualifier{Exactly, Above, Below, About} {
		if got := Attain(Goal{Kind: AtLeast, From: Int(-MaxUnscaled)}, &Result{Value: big, Qualifier: k}); k != Below && got != Exceeded {
			t.Errorf("%q of the greatest number: %s", k, got)
		}
	}
	if Attain(least("1"), &Result{Value: Decimal{MaxUnscaled, MaxScale}}) != Exceeded {
		t.Error("overflow")
	}
}

func TestTargetAttainment(t *testing.T) {
	part := func(goal string, results ...*Result) *Target { return &Target{Goal: least(goal), Results: results} }
	for _, c := range []struct {
		name  string
		whole *Target
		want  Attainment
	}{
		{"no report, no parts", &Target{Goal: least("1")}, Unknown},
		{"newest report decides", &Target{Goal: least("8"), Results: []*Result{plain("8"), plain("7")}}, Met},
		{"parts do not change a figure of its own", &Target{Goal: least("84.5"), Results: []*Result{plain("84.7")}, Parts: []*Target{part("90"), part("74", plain("1"))}}, Exceeded},
		{"all parts exceeded", &Target{Parts: []*Target{part("1", plain("2")), part("1", plain("2"))}}, Exceeded},
		{"one part only met", &Target{Parts: []*Target{part("1", plain("2")), part("1", plain("1"))}}, Met},
		{"one part missed", &Target{Parts: []*Target{part("1"), part("1", plain("0"))}}, Missed},
		{"one part unknown", &Target{Parts: []*Target{part("1"), part("1", plain("2"))}}, Unknown},
		{"one part undecided", &Target{Parts: []*Target{part("1", q(Above, "0")), part("1", plain("2"))}}, Undecided},
	} {
		if got := c.whole.Attainment(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestTimely(t *testing.T) {
	on := func(y, m, d int, value string) *Result { return &Result{AsOf: Date{y, m, d}, Value: dec(value)} }
	end := Date{2018, 11, 30}
	for _, c := range []struct {
		name     string
		deadline Date
		results  []*Result
		want     Timeliness
	}{
		{"no deadline", Date{}, []*Result{on(2018, 11, 1, "9")}, NoDeadline},
		{"no report", end, nil, Open},
		{"not reached", end, []*Result{on(2018, 11, 1, "7")}, Open},
		{"reached before", end, []*Result{on(2018, 11, 1, "8")}, InTime},
		{"reached on the day", end, []*Result{on(2018, 11, 30, "8")}, InTime},
		{"reached a day late", end, []*Result{on(2018, 12, 1, "8")}, Late},
		{"early report missed, late one reached", end, []*Result{on(2018, 12, 15, "8"), on(2018, 11, 1, "7")}, Late},
		{"reached early, more later", end, []*Result{on(2018, 12, 15, "9"), on(2018, 11, 1, "8")}, InTime},
		{"a report of the deadline's month", end, []*Result{on(2018, 11, 0, "8")}, InTime},
		{"a report of the year only may be late", end, []*Result{on(2018, 0, 0, "8")}, Late},
		{"a deadline of a month", Date{2018, 11, 0}, []*Result{on(2018, 11, 30, "8")}, InTime},
	} {
		if got := Timely(least("8"), c.deadline, c.results); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
