package edition

import (
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/viet"
)

// nbsp keeps a number and its measure on one line.
const nbsp = "\u00a0"

// figure words a number with its measure: "84,5%", "1.790 triệu USD", "05 xã" for whole things under ten.
func figure(d campaign.Decimal, measure string, counted bool) string {
	if counted && d.Whole() && d.Scale == 0 {
		return bindLast(viet.Count(int(d.Unscaled), measure))
	}
	return withMeasure(number(d), measure)
}

func number(d campaign.Decimal) string { return viet.FormatDecimal(d.Unscaled, int(d.Scale)) }

func withMeasure(words, measure string) string {
	if measure == "%" {
		return words + "%"
	}
	return words + nbsp + measure
}

func bindLast(s string) string { return strings.Replace(s, " ", nbsp, 1) }

// qualified puts the qualifier's word before a figure.
func qualified(q campaign.Qualifier, words string) string {
	switch q {
	case campaign.Above:
		return "trên" + nbsp + words
	case campaign.Below:
		return "dưới" + nbsp + words
	case campaign.About:
		return "khoảng" + nbsp + words
	}
	return words
}

// measured is what words a number of a target or assignment needs: its measure and whether it counts whole things.
type measured struct {
	measure  string
	counted  bool
	decimals int
}

func measuredTarget(t *campaign.Target) measured {
	return measured{measure: t.Measure, counted: t.Goal.Kind == campaign.Count, decimals: t.Decimals}
}

func measuredAssignment(a *campaign.Assignment) measured {
	return measured{measure: a.Measure, counted: a.Goal.Kind == campaign.Count, decimals: a.Decimals}
}

func (m measured) words(d campaign.Decimal) string { return figure(d, m.measure, m.counted) }

func (m measured) result(r *campaign.Result) string {
	if r == nil {
		return noData
	}
	return qualified(r.Qualifier, m.words(r.Value))
}

// difference words how far two numbers lie apart; of percentages in points.
func (m measured) difference(d campaign.Decimal) string {
	if d.Unscaled < 0 {
		d.Unscaled = -d.Unscaled
	}
	if m.measure == "%" {
		return number(d) + nbsp + "điểm" + nbsp + "phần" + nbsp + "trăm"
	}
	return m.words(d)
}

// goal words what is asked for: "8%", "không quá 1,55%", "56.000–61.000 tỷ đồng", "05 xã".
func (m measured) goal(g campaign.Goal) string {
	switch g.Kind {
	case campaign.AtMost:
		return "không quá" + nbsp + m.words(g.To)
	case campaign.Between:
		return withMeasure(number(g.From)+"–"+number(g.To), m.measure)
	}
	return m.words(g.From)
}

const noData = "chưa có số liệu"

var verdictWords = map[campaign.Attainment]string{
	campaign.Exceeded:  "vượt",
	campaign.Met:       "đạt",
	campaign.Missed:    "chưa đạt",
	campaign.Unknown:   noData,
	campaign.Undecided: "chưa đủ căn cứ",
}

// attainments in the order in which they are told.
var attainments = []campaign.Attainment{campaign.Exceeded, campaign.Met, campaign.Missed, campaign.Undecided, campaign.Unknown}

func verdict(a campaign.Attainment) Verdict {
	return Verdict{Standing: Standing(a), Words: verdictWords[a]}
}

// date words a date as exact as it is: "02/01/2019", "12/2018", "2018".
func date(d campaign.Date) string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return d.ISO()
	case d.Day == 0:
		return viet.MonthYear(d.Year, d.Month)
	}
	return viet.Date(d.Year, d.Month, d.Day)
}

// dated is a date after its noun: "ngày 02/01/2019", "tháng 12/2018", "năm 2018".
func dated(d campaign.Date) string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return "năm" + nbsp + date(d)
	case d.Day == 0:
		return "tháng" + nbsp + date(d)
	}
	return "ngày" + nbsp + date(d)
}

var statusWords = map[campaign.Status]string{
	campaign.StatusEstimate: "ước",
	campaign.StatusOfficial: "chính thức",
	campaign.StatusComputed: "tính toán",
}

// statusOf words the firmness of a figure of a period: "ước cả năm 2018", "số chính thức năm 2018".
func statusOf(s campaign.Status, period campaign.Date) string {
	p := dated(period)
	if !period.IsZero() && period.Month == 0 && s == campaign.StatusEstimate {
		p = "cả" + nbsp + p
	}
	switch s {
	case campaign.StatusOfficial:
		return strings.TrimSpace("số chính thức " + p)
	case campaign.StatusComputed:
		return strings.TrimSpace("số tính toán " + p)
	}
	return strings.TrimSpace("ước " + p)
}

// upper puts the first letter in upper case.
func upper(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// list joins words as a sentence does: "a, b và c".
func list(words []string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " và " + words[n-1]
	}
}

// joined leaves out what is empty.
func joined(sep string, words ...string) string {
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return strings.Join(out, sep)
}

// tallyWords words counts of awardees: "12 tập thể, 46 cá nhân, 01 hộ gia đình"; a kind that has none is left out.
func tallyWords(t campaign.Tally) string {
	var out []string
	for _, k := range []struct {
		n    int
		noun string
	}{{t.Collectives, "tập thể"}, {t.Individuals, "cá nhân"}, {t.Households, "hộ gia đình"}} {
		if k.n > 0 {
			out = append(out, bindLast(viet.Count(k.n, k.noun)))
		}
	}
	return strings.Join(out, ", ")
}

var kindWords = map[campaign.AwardKind]string{
	campaign.Collective: "tập thể",
	campaign.Individual: "cá nhân",
	campaign.Household:  "hộ gia đình",
}

var entryKinds = map[campaign.AwardKind]EntryKind{
	campaign.Collective: CollectiveEntry,
	campaign.Individual: PersonEntry,
	campaign.Household:  HouseholdEntry,
}

// awardKinds in the order in which they are called: collectives first.
var awardKinds = []campaign.AwardKind{campaign.Collective, campaign.Individual, campaign.Household}

var unitKindWords = map[campaign.UnitKind]string{
	campaign.Party:            "Cơ quan Đảng",
	campaign.Council:          "Hội đồng nhân dân",
	campaign.PeoplesCommittee: "Ủy ban nhân dân",
	campaign.Front:            "Mặt trận Tổ quốc",
	campaign.MassOrganisation: "Đoàn thể",
	campaign.Department:       "Sở, ban, ngành",
	campaign.ArmedForces:      "Lực lượng vũ trang",
	campaign.UrbanDistrict:    "Quận",
	campaign.RuralDistrict:    "Huyện",
	campaign.Commune:          "Xã, phường, thị trấn",
	campaign.CentralAgency:    "Cơ quan Trung ương trên địa bàn",
	campaign.Press:            "Cơ quan báo chí",
	campaign.Enterprise:       "Doanh nghiệp",
	campaign.School:           "Trường học",
	campaign.OtherKind:        "Đơn vị khác",
}

const unverified = "chưa kiểm chứng"
