package edition

import (
	"cmp"
	"strings"

	"bangvang/internal/campaign"
)

// nbsp keeps a number and its measure on one line.
const nbsp = "\u00a0"

// measured is what words a number of a target or assignment needs: its measure and whether it counts whole things.
type measured struct {
	say      *tongue
	measure  string
	one      string // of the measure, where the language tells it apart
	counted  bool
	decimals int
}

func (c *composer) measured(t *campaign.Target) measured {
	return measured{c.say, t.Measure, t.MeasureOne, t.Goal.Kind == campaign.Count, t.Decimals}
}

func (c *composer) measuredAssignment(a *campaign.Assignment) measured {
	return measured{c.say, a.Measure, a.MeasureOne, a.Goal.Kind == campaign.Count, a.Decimals}
}

// words are a number with its measure: "84,5%", "1.790 triệu USD", "05 xã" for whole things under ten.
func (m measured) words(d campaign.Decimal) string {
	if m.counted && d.Whole() && d.Scale == 0 {
		return bindFirst(m.say.count(int(d.Unscaled), noun{cmp.Or(m.one, m.measure), m.measure}))
	}
	return m.with(m.say.number(d))
}

// with puts the measure after a number in words.
func (m measured) with(words string) string {
	if m.measure == "%" {
		return words + "%"
	}
	return words + nbsp + m.measure
}

// loose is a text to be taken elsewhere, where nothing is set for lines of ours.
func loose(s string) string { return strings.ReplaceAll(s, nbsp, " ") }

func bindFirst(s string) string { return strings.Replace(s, " ", nbsp, 1) }

func (m measured) result(r *campaign.Result) string {
	if r == nil {
		return m.say.noData
	}
	return m.qualified(r.Qualifier, r.Value)
}

// qualified puts the qualifier's word before a figure.
func (m measured) qualified(q campaign.Qualifier, d campaign.Decimal) string {
	if stand := m.say.stand[q]; stand != nil {
		return stand(m.words(d))
	}
	return m.words(d)
}

// difference words how far two numbers lie apart; of percentages in points.
func (m measured) difference(d campaign.Decimal) string {
	if d.Unscaled < 0 {
		d.Unscaled = -d.Unscaled
	}
	if m.measure == "%" {
		return m.say.number(d) + nbsp + m.say.points
	}
	return m.words(d)
}

// goal words what is asked for: "8%", "không quá 1,55%", "56.000–61.000 tỷ đồng", "−100 đến 100 người", "05 xã".
func (m measured) goal(g campaign.Goal) string {
	switch g.Kind {
	case campaign.AtMost:
		return m.say.ceiling(m.words(g.To))
	case campaign.Between:
		to := "–"
		if g.From.Unscaled < 0 {
			to = m.say.until
		}
		return m.with(m.say.number(g.From) + to + m.say.number(g.To))
	}
	return m.words(g.From)
}

// attainments in the order in which they are told.
var attainments = []campaign.Attainment{campaign.Exceeded, campaign.Met, campaign.Missed, campaign.Undecided, campaign.Unknown}

func (s *tongue) verdict(a campaign.Attainment) Verdict {
	return Verdict{Standing: Standing(a), Words: s.verdicts[a]}
}

// upper puts the first letter in upper case.
func upper(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// lowered is a sentence's beginning within another sentence.
func lowered(s string) string {
	for i, r := range s {
		return strings.ToLower(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// listed joins words as a sentence does: "a, b và c".
func listed(words []string, and string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + and + words[n-1]
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

// tally words counts of awardees: "12 tập thể, 46 cá nhân, 01 hộ gia đình"; a kind that has none is left out.
func (s *tongue) tally(t campaign.Tally) string {
	var out []string
	for _, k := range []struct {
		n    int
		noun noun
	}{{t.Collectives, s.collectives}, {t.Individuals, s.individuals}, {t.Households, s.households}} {
		if k.n > 0 {
			out = append(out, bindFirst(s.count(k.n, k.noun)))
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

// kindOf turns entryKinds round.
var kindOf = func() map[EntryKind]campaign.AwardKind {
	out := map[EntryKind]campaign.AwardKind{}
	for _, k := range awardKinds {
		out[entryKinds[k]] = k
	}
	return out
}()

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
