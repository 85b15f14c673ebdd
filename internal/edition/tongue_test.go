package edition

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"bangvang/internal/campaign"
)

// sound reports what of a tongue is empty, or lacks a key or an entry that the same of another tongue has.
func sound(t *testing.T, path string, v, other reflect.Value, see func(path, words string)) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			sound(t, path+"."+v.Type().Field(i).Name, v.Field(i), other.Field(i), see)
		}
	case reflect.Map:
		for _, k := range other.MapKeys() {
			if x := v.MapIndex(k); !x.IsValid() {
				t.Errorf("%s has no %v", path, k)
			} else {
				sound(t, fmt.Sprintf("%s[%v]", path, k), x, other.MapIndex(k), see)
			}
		}
		if v.Len() != other.Len() {
			t.Errorf("%s has %d entries, the other tongue %d", path, v.Len(), other.Len())
		}
	case reflect.Slice:
		if v.Len() != other.Len() {
			t.Errorf("%s has %d entries, the other tongue %d", path, v.Len(), other.Len())
			return
		}
		for i := range v.Len() {
			sound(t, fmt.Sprintf("%s[%d]", path, i), v.Index(i), other.Index(i), see)
		}
	case reflect.String:
		see(path, v.String())
	case reflect.Func:
		if v.IsNil() {
			t.Errorf("%s is missing", path)
		}
	default:
		t.Fatalf("%s is a %s, which this test does not look into", path, v.Kind())
	}
}

// TestTonguesAreWhole: no word is missing in a language, and none in the English one is Vietnamese.
func TestTonguesAreWhole(t *testing.T) {
	for _, s := range tongues {
		for _, other := range tongues {
			sound(t, s.lang, reflect.ValueOf(*s), reflect.ValueOf(*other), func(path, words string) {
				if strings.TrimSpace(words) == "" {
					t.Errorf("%s is empty", path)
				}
				if s == english && beyondASCII(words) {
					t.Errorf("%s is %q", path, words)
				}
			})
		}
	}
}

func beyondASCII(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII && unicode.IsLetter(r) })
}

// TestTonguesCoverTheVocabulary: what the campaign can say has a word.
func TestTonguesCoverTheVocabulary(t *testing.T) {
	for _, s := range tongues {
		for _, a := range attainments {
			if s.verdicts[a] == "" || s.outcomes[a] == "" {
				t.Errorf("%s has no word for %s", s.lang, a)
			}
		}
		for _, x := range []campaign.Status{campaign.StatusEstimate, campaign.StatusOfficial, campaign.StatusComputed} {
			if s.statuses[x] == "" || strings.HasPrefix(s.sentences.evidence(x, "X"), " ") {
				t.Errorf("%s has no word for %s", s.lang, x)
			}
		}
		for _, q := range []campaign.Qualifier{campaign.Above, campaign.Below, campaign.About} {
			if s.stand[q] == nil {
				t.Errorf("%s has no word for %s", s.lang, q)
			}
		}
		for _, x := range []campaign.Timeliness{campaign.InTime, campaign.Late, campaign.Open} {
			if s.timely[x] == "" {
				t.Errorf("%s has no word for %s", s.lang, x)
			}
		}
	}
}

func TestEnglishNumbersAndDates(t *testing.T) {
	plain := func(s string) string { return strings.ReplaceAll(s, nbsp, " ") }
	vnd := measured{say: english, measure: "billion VND"}
	communes := measured{say: english, measure: "communes", one: "commune", counted: true}
	points := measured{say: english, measure: "%"}
	for _, c := range []struct{ got, want string }{
		{points.words(d(845, 1)), "84.5%"},
		{points.difference(d(-34, 2)), "0.34 percentage points"},
		{measured{say: english, measure: "million USD"}.words(d(1790, 0)), "1,790 million USD"},
		{measured{say: english, measure: "million USD"}.words(d(-1234567891, 2)), "−12,345,678.91 million USD"},
		{vnd.goal(campaign.Goal{Kind: campaign.Between, From: d(56000, 0), To: d(61000, 0)}), "56,000–61,000 billion VND"},
		{vnd.goal(campaign.Goal{Kind: campaign.Between, From: d(-100, 0), To: d(100, 0)}), "−100 to 100 billion VND"},
		{measured{say: vietnamese, measure: "người"}.goal(campaign.Goal{Kind: campaign.Between, From: d(-100, 0), To: d(100, 0)}), "−100 đến 100 người"},
		{points.goal(campaign.Goal{Kind: campaign.AtMost, To: d(155, 2)}), "no more than 1.55%"},
		{communes.words(d(5, 0)), "5 communes"},
		{communes.words(d(1, 0)), "1 commune"},
		{communes.words(d(0, 0)), "0 communes"},
		{communes.words(d(15, 1)), "1.5 communes"},
		{communes.words(d(1200, 0)), "1,200 communes"},
		{measured{say: english, measure: "staff", counted: true}.words(d(1, 0)), "1 staff"},
		{points.qualified(campaign.Above, d(75, 1)), "over 7.5%"},
		{points.qualified(campaign.Below, d(75, 1)), "under 7.5%"},
		{points.qualified(campaign.About, d(75, 1)), "about 7.5%"},
		{english.figure(12345).Words, "12,345"},
		{english.date(campaign.Date{Year: 2019, Month: 1, Day: 2}), "2 January 2019"},
		{english.date(campaign.Date{Year: 2018, Month: 12}), "December 2018"},
		{english.date(campaign.Date{Year: 2018}), "2018"},
		{english.date(campaign.Date{}), ""},
		{english.label(campaign.Date{Year: 2018, Month: 10, Day: 1}), "1 Oct 2018"},
		{english.label(campaign.Date{Year: 2018, Month: 10}), "Oct 2018"},
		{english.label(campaign.Date{Year: 2018}), "2018"},
		{english.tally(campaign.Tally{Collectives: 12, Individuals: 1, Households: 0}), "12 collectives, 1 individual"},
		{english.list([]string{"a", "b", "c"}), "a, b and c"},
		{english.plan.numbered("14/KH", "5 May 2018"), "No. 14/KH, 5 May 2018"},
		{english.plan.numbered("14/KH", ""), "No. 14/KH"},
		{english.plan.numbered("", "5 May 2018"), "number not known, 5 May 2018"},
		{english.plan.numbered("", ""), "not known"},
	} {
		if plain(c.got) != c.want {
			t.Errorf("got %q, want %q", plain(c.got), c.want)
		}
	}
}

func TestReached(t *testing.T) {
	for _, c := range []struct {
		n      reached
		vi, en string
	}{
		{reached{}, "Kế hoạch không có chỉ tiêu bằng số.", "The plan has no targets in figures."},
		{reached{total: 13}, "Kế hoạch có 13 chỉ tiêu, chưa có số liệu.", "The plan has 13 targets; there are no figures yet."},
		{reached{total: 1, known: 1, reached: 1, evidence: "x"}, "01 trong 01 chỉ tiêu của kế hoạch có số liệu; 01 chỉ tiêu đạt hoặc vượt. X.",
			"1 of the plan’s 1 target has figures; 1 was met or exceeded. X."},
		{reached{total: 13, known: 11, reached: 9, exceeded: 4, missed: 1, undecided: 1, evidence: "x"},
			"11 trong 13 chỉ tiêu của kế hoạch có số liệu; 09 chỉ tiêu đạt hoặc vượt (04 vượt), 01 chưa đạt, 01 chưa đủ căn cứ để kết luận. X.",
			"11 of the plan’s 13 targets have figures; 9 were met or exceeded (4 exceeded), 1 not met, 1 undecided. X."},
	} {
		if got := vietnamese.sentences.reached(c.n); got != c.vi {
			t.Errorf("%+v: %s", c.n, got)
		}
		if got := english.sentences.reached(c.n); got != c.en {
			t.Errorf("%+v: %s", c.n, got)
		}
	}
}
