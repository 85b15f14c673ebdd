package check

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
)

// series is what is reported of one target or assignment: figures that ought to be alike, and what they are held against.
type series struct {
	id, name, measure string
	place             diag.Place
	goal              campaign.Goal
	baseline          *campaign.Baseline
	cumulative        bool
	end               campaign.Date // when the period ends, or the time given; zero if that is not said
	results           []*campaign.Result
	told              nameTells
}

// nameTells is what the name of a target or assignment says of its figures.
type nameTells struct{ share, rate, mean bool }

func tells(name string) nameTells {
	name = " " + strings.Join(strings.Fields(strings.ToLower(name)), " ") + " "
	has := func(words []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(name, w) })
	}
	return nameTells{has(shareWords), has(rateWords), has(meanWords)}
}

// figures looks at reported numbers that are possible and yet smell: of a slip of the decimal point, of another row, of another year. All are
// warnings, and what may be true is let pass.
func (r *resolver) figures() {
	told := map[string]nameTells{} // by name: one is given to many units
	of := func(name string) nameTells {
		n, ok := told[name]
		if !ok {
			n = tells(name)
			told[name] = n
		}
		return n
	}
	for _, t := range r.ledger.Targets {
		s := &series{t.ID, t.Name, t.Measure, t.Place, t.Goal, t.Baseline, t.Cumulative, t.Period, t.Results, of(t.Name)}
		r.series(s)
		if b := t.Baseline; b != nil && s.share() && !percent(b.Value) {
			r.add(percentRange, t.Place, fmt.Sprintf("số kỳ trước %s%% của %q", b.Value, s.id), shareHint)
		}
		r.parts(t)
	}
	for _, a := range r.ledger.Assignments {
		s := &series{id: a.ID, name: a.Name, measure: a.Measure, place: a.Place, goal: a.Goal, end: a.Deadline, results: a.Results, told: of(a.Name)}
		if a.Target != nil {
			s.cumulative = a.Target.Cumulative
		}
		r.series(s)
	}
}

func (r *resolver) series(s *series) {
	if s.share() {
		for _, d := range []campaign.Decimal{s.goal.From, s.goal.To} {
			if !percent(d) {
				r.add(percentRange, s.place, fmt.Sprintf("mức phải đạt %s%% của %q", d, s.id), shareHint)
			}
		}
	}
	reports := slices.Clone(s.results) // the oldest first
	slices.Reverse(reports)
	for i, res := range reports {
		if s.share() && !percent(res.Value) {
			r.add(percentRange, r.reports[res], fmt.Sprintf("kết quả %s%% của %q", res.Value, s.id), shareHint)
			continue
		}
		if i == 0 || !r.after(s, reports[i-1], res) {
			r.against(s, res)
		}
	}
	r.firm(s, reports)
}

// after holds a report to the one before it, and tells whether there was anything to tell of.
func (r *resolver) after(s *series, before, now *campaign.Result) bool {
	at, was := r.reports[now], r.reports[before]
	rises, falls := tenfold(now.Value, before.Value), tenfold(before.Value, now.Value)
	grown := !s.share() && s.measure != "%" && (s.cumulative || now.AsOf.First().Sub(before.AsOf.Last()) > 92*24*time.Hour)
	switch {
	case now.AsOf == before.AsOf && now.Status == before.Status && now.Value.Cmp(before.Value) != 0 && now.Qualifier == before.Qualifier:
		r.add(resultConflict, at, fmt.Sprintf("cùng ngày %s, %q có hai số %s: %s và %s", now.AsOf.ISO(), s.id, statusWord(now.Status), before.Value, now.Value), "giữ số đúng; nếu là hai báo cáo, ghi đúng ngày của từng báo cáo", was)
	case falls, rises && !grown:
		r.add(figureTenfold, at, fmt.Sprintf("%s %s số báo cáo trước, %s, của %q", now.Value, times(rises), before.Value, s.id), tenfoldHint, was)
	case s.cumulative && now.Value.Cmp(before.Value) < 0 && now.AsOf != before.AsOf && (before.Status != campaign.StatusEstimate || now.Status != campaign.StatusOfficial):
		r.add(cumulativeFalls, at, fmt.Sprintf("%q cộng dồn, mà số ngày %s (%s) nhỏ hơn số ngày %s (%s)", s.id, now.AsOf.ISO(), now.Value, before.AsOf.ISO(), before.Value), "sửa số sai; nếu mỗi báo cáo là số riêng của kỳ, bỏ cumulative của chỉ tiêu", was)
	default:
		return false
	}
	return true
}

// against holds a report to the goal and to the period before. What counts things grows from nothing in the course of a year, and less may be as
// good as one likes where less is better: small is told of shares only.
func (r *resolver) against(s *series, res *campaign.Result) {
	high := s.goal.To
	if s.goal.Kind == campaign.AtLeast || s.goal.Kind == campaign.Count {
		high = s.goal.From
	}
	above := tenfold(res.Value, high)
	if above || s.share() && s.goal.Kind != campaign.AtMost && tenfold(s.goal.From, res.Value) {
		r.add(figureTenfold, r.reports[res], fmt.Sprintf("%s %s mức phải đạt, %s, của %q", res.Value, times(above), s.goal.Threshold(), s.id), tenfoldHint, s.place)
		return
	}
	if b := s.baseline; b != nil && !s.rate() && (tenfold(res.Value, b.Value) || s.share() && tenfold(b.Value, res.Value)) {
		r.add(figureTenfold, r.reports[res], fmt.Sprintf("%s %s số kỳ trước, %s, của %q", res.Value, times(tenfold(res.Value, b.Value)), b.Value, s.id), tenfoldHint, s.place)
	}
}

// firm tells of an estimate that comes after the official figure of the whole period. The reports are the oldest first.
func (r *resolver) firm(s *series, reports []*campaign.Result) {
	var official *campaign.Result
	for _, res := range reports {
		switch {
		case res.AsOf.IsZero() || s.end.IsZero():
		case res.Status == campaign.StatusOfficial && !res.AsOf.Last().Before(s.end.Last()):
			official = res
		case res.Status == campaign.StatusEstimate && official != nil && res.AsOf.After(official.AsOf):
			r.add(estimateLate, r.reports[res], fmt.Sprintf("số ước ngày %s của %q sau số chính thức ngày %s", res.AsOf.ISO(), s.id, official.AsOf.ISO()), "ghi status: official nếu đây là số chính thức đã sửa; ngày là ngày của báo cáo", r.reports[official])
		}
	}
}

// parts holds a whole to its parts: shares and means lie between those of the parts, amounts are no less than their sum.
func (r *resolver) parts(t *campaign.Target) {
	whole := exact(t)
	if whole == nil || len(t.Parts) == 0 {
		return
	}
	s := series{name: t.Name, measure: t.Measure, told: tells(t.Name)}
	mean := s.measure == "%" || s.mean()
	sum, known := campaign.Decimal{}, 0
	var low, high campaign.Decimal
	for _, p := range t.Parts {
		res := exact(p)
		if res == nil || p.Measure != t.Measure || !p.Period.IsZero() && p.Period != t.Period {
			continue
		}
		if known++; known == 1 || res.Value.Cmp(low) < 0 {
			low = res.Value
		}
		if known == 1 || res.Value.Cmp(high) > 0 {
			high = res.Value
		}
		sum = sum.Add(res.Value)
	}
	switch v := whole.Value; {
	case mean && known > 1 && known == len(t.Parts) && (v.Cmp(low) < 0 || v.Cmp(high) > 0):
		r.add(partsSum, r.reports[whole], fmt.Sprintf("%q là %s, nằm ngoài khoảng của các phần: %s đến %s", t.ID, v, low, high), "tỷ lệ chung nằm giữa tỷ lệ của các phần; xem lại số nào chép nhầm", t.Parts[0].Place)
	case !mean && sum.Cmp(v) > 0:
		r.add(partsSum, r.reports[whole], fmt.Sprintf("%q là %s, nhỏ hơn tổng các phần: %s", t.ID, v, sum), "xem lại số nào chép nhầm, hoặc các phần có thuộc chỉ tiêu này (part_of)", t.Parts[0].Place)
	}
}

// exact is the newest report of a target, if it is a plain figure.
func exact(t *campaign.Target) *campaign.Result {
	if res := campaign.Newest(t.Results); res != nil && res.Qualifier == campaign.Exactly {
		return res
	}
	return nil
}

const (
	shareHint   = "tỷ lệ của một phần trong cả nhóm từ 0 đến 100; xem lại dấu thập phân; nếu là mức tăng hay mức hoàn thành, nói thế trong tên"
	tenfoldHint = "xem lại dấu thập phân, số 0 và đơn vị tính; số đúng thì để nguyên"
)

// tenfold tells whether a number is ten times another, or near it: where the point slipped by a digit, the figure itself moved too. Nothing is
// told of zero and below.
func tenfold(a, b campaign.Decimal) bool {
	const near = 8
	return a.Unscaled > 0 && b.Unscaled > 0 && a.Cmp(campaign.Decimal{Unscaled: b.Unscaled * near, Scale: b.Scale}) >= 0
}

func times(above bool) string {
	if above {
		return "gấp khoảng mười lần"
	}
	return "chỉ bằng khoảng một phần mười"
}

func percent(d campaign.Decimal) bool { return d.Unscaled >= 0 && d.Cmp(campaign.Int(100)) <= 0 }

// Words of names, between spaces: of a share of a whole; of what may be any percentage; of a mean.
var (
	shareWords = []string{" tỷ lệ ", " tỉ lệ ", " tỷ trọng ", " độ che phủ ", " bao phủ ", " cơ cấu "}
	rateWords  = []string{" tăng ", " giảm ", " tốc độ ", " hoàn thành ", " thực hiện ", " so với ", " vượt ", " công suất ", " kế hoạch ", " dự toán ", " lợi nhuận ", " giải ngân ", " phát triển ", " chỉ số "}
	meanWords  = []string{" bình quân ", " trung bình ", " năng suất ", " mật độ ", " chỉ số ", " mỗi ", " thu nhập "}
)

// share tells whether figures are parts of a hundred, and cannot be more: the name says so, and nothing in it says otherwise.
func (s *series) share() bool { return s.measure == "%" && s.told.share && !s.rate() }

// rate tells whether figures may be any percentage, as growth is.
func (s *series) rate() bool { return s.told.rate }

func (s *series) mean() bool { return strings.Contains(s.measure, "/") || s.told.mean }

func statusWord(s campaign.Status) string {
	return map[campaign.Status]string{campaign.StatusEstimate: "ước", campaign.StatusOfficial: "chính thức", campaign.StatusComputed: "tính toán"}[s]
}
