package edition

import (
	"strconv"
	"strings"

	"bangvang/internal/campaign"
)

// Boilerplate is what a newsroom puts at the end of a report: what the campaign is, in at most so many words, composed from data.
//
// Words are counted as a typewriter would, between spaces: in Vietnamese those are syllables. Nobody and no decision that is a sample is
// counted in it, and while a report is a sample no verdicts are. Sentences are whole: one that does not fit is left out, those that matter less first.
type Boilerplate struct {
	Heading string // "Bản ngắn (46 chữ)"
	Lang    string // BCP 47
	Text    string
}

// lengths of boilerplates, in words.
const shortBoilerplate, longBoilerplate = 50, 150

// clause is a sentence of a boilerplate in its wordings, the fullest first. Those of a lower rank are fitted in first.
type clause struct {
	rank     int
	wordings []string
}

// boilerplates are those in the campaign's own language, then in those that it is told in too.
func (c *composer) boilerplates() []Boilerplate {
	var out []Boilerplate
	for _, k := range append([]*composer{c}, c.others...) {
		for _, b := range []struct {
			name    string
			most    int
			clauses []clause
		}{{c.say.press.shortName, shortBoilerplate, k.shortClauses()}, {c.say.press.longName, longBoilerplate, k.longClauses()}} {
			if text := fitted(b.most, b.clauses); text != "" {
				name := b.name
				if k != c {
					name += ", " + c.say.press.inLanguage[k.say.lang]
				}
				out = append(out, Boilerplate{Heading: name + " (" + c.say.press.counted(words(text)) + ")", Lang: k.say.lang, Text: text})
			}
		}
	}
	return out
}

func words(s string) int { return len(strings.Fields(s)) }

// fitted joins the clauses that fit, in their order.
func fitted(most int, clauses []clause) string {
	chosen := make([]string, len(clauses))
	for rank := range len(clauses) + 1 {
		for i, x := range clauses {
			if x.rank != rank {
				continue
			}
			for _, w := range x.wordings {
				if n := words(w); n > 0 && n <= most {
					chosen[i], most = w, most-n
					break
				}
			}
		}
	}
	return loose(joined(" ", chosen...))
}

func (c *composer) shortClauses() []clause {
	return []clause{{0, c.opening()}, {1, c.briefly()}, {2, c.commended()}, {3, []string{c.say.press.where(c.absolute(c.at(homePath)))}}}
}

func (c *composer) longClauses() []clause {
	say, k := &c.say.press, &c.l.Campaign
	areas, event, theme := "", "", k.Theme
	if c.twin != nil {
		_, theme = c.theme()
	}
	if theme != "" {
		theme = say.theme(theme)
	}
	if a, t := len(c.l.Areas), len(c.l.Targets); a > 0 && t > 0 {
		areas = say.plan(c.say.count(a, say.areas), c.say.count(t, c.say.targets))
	}
	if e := c.event(); e != "" {
		event = say.event(e)
	}
	var reached []string
	if len(c.l.Targets) > 0 && c.sampleOf(c.l.Targets...) == "" {
		reached = append([]string{c.reached()}, c.briefly()...)
	}
	return []clause{{0, c.opening()}, {6, []string{theme}}, {3, []string{areas}}, {1, reached}, {2, c.commended()}, {5, []string{event}},
		{4, []string{say.compiled(k.Secretariat, c.absolute(c.at(homePath))), say.where(c.absolute(c.at(homePath)))}}}
}

// opening says what the campaign is, by whom and when.
func (c *composer) opening() []string {
	k := &c.l.Campaign
	from, to := c.say.dated(k.Period.From), c.say.dated(k.Period.To)
	return []string{c.say.press.opening(k.Name, k.Organizer, from, to), c.say.press.opening(k.Name, "", from, to), sentenced(k.Name), sentenced(k.ShortName)}
}

// briefly says how many targets were reached, and whether by official figures.
func (c *composer) briefly() []string {
	n, total := standings(c.l.Targets), len(c.l.Targets)
	if total == n[campaign.Unknown] || c.sampleOf(c.l.Targets...) != "" {
		return nil
	}
	unofficial := 0
	for _, t := range c.l.Targets {
		a := t.Attainment()
		if (a == campaign.Met || a == campaign.Exceeded) && campaign.Newest(t.Results).Status != campaign.StatusOfficial {
			unofficial++
		}
	}
	reached := n[campaign.Met] + n[campaign.Exceeded]
	if reached == 0 {
		return []string{c.reached()}
	}
	return []string{c.say.press.briefly(c.say.count(total-n[campaign.Unknown], c.say.targets), strings.TrimSpace(c.say.count(reached, noun{})), firmness(unofficial, reached))}
}

// commended says who was commended for real.
func (c *composer) commended() []string {
	var n campaign.Tally
	for _, d := range c.gate.valid {
		if t := standing(d); !d.Sample {
			n = campaign.Tally{Collectives: n.Collectives + t.Collectives, Individuals: n.Individuals + t.Individuals, Households: n.Households + t.Households}
		}
	}
	if n.Total() == 0 {
		return nil
	}
	return []string{c.say.press.commended(c.say.tally(n))}
}

// pressWords word what the press may take over.
type pressWords struct {
	shortName, longName string // of boilerplates
	areas               noun
	inLanguage          map[string]string // "tiếng Anh"
	counted             func(words int) string
	opening             func(name, by, from, to string) string // by: "" if not known
	theme               func(theme string) string
	plan                func(areas, targets string) string
	briefly             func(known, reached string, by firm) string
	commended           func(who string) string
	event               func(event string) string
	compiled            func(by, address string) string
	where               func(address string) string
}

var vietnamesePress = pressWords{
	shortName: "Bản ngắn", longName: "Bản dài", areas: same("nội dung thi đua"),
	inLanguage: map[string]string{"vi": "tiếng Việt", "en": "tiếng Anh"},
	counted:    func(n int) string { return strconv.Itoa(n) + " chữ" },
	opening: func(name, by, from, to string) string {
		if by != "" {
			by = " do " + by + " tổ chức"
		}
		return name + by + " từ " + from + " đến " + to + "."
	},
	theme: func(theme string) string { return "Chủ đề: “" + theme + "”." },
	plan:  func(areas, targets string) string { return "Kế hoạch có " + areas + " và " + targets + "." },
	briefly: func(known, reached string, by firm) string {
		return upper(known) + " có số liệu, " + reached + " đạt hoặc vượt" + by.words(" (số ước)", " (có số ước)") + "."
	},
	commended: func(who string) string { return "Đã khen thưởng " + who + "." },
	event:     func(event string) string { return event + "." },
	compiled: func(by, address string) string {
		if by == "" {
			return ""
		}
		return by + " tổng hợp và công bố số liệu tại " + address
	},
	where: func(address string) string { return "Xem " + address },
}

var englishPress = pressWords{
	shortName: "Short version", longName: "Long version", areas: noun{"area of emulation", "areas of emulation"},
	inLanguage: map[string]string{"vi": "in Vietnamese", "en": "in English"},
	counted:    func(n int) string { return strconv.Itoa(n) + " words" },
	opening: func(name, by, from, to string) string {
		if by != "" {
			by = "; organiser: " + by
		}
		return name + by + "; " + from + " to " + to + "."
	},
	theme: func(theme string) string { return "Its theme: “" + theme + "”." },
	plan:  func(areas, targets string) string { return "The plan has " + areas + " and " + targets + "." },
	briefly: func(known, reached string, by firm) string {
		return "With figures: " + known + "; met or exceeded: " + reached + by.words(" (by estimates)", " (some by estimates)") + "."
	},
	commended: func(who string) string { return "Commended: " + who + "." },
	event:     func(event string) string { return event + "." },
	compiled: func(by, address string) string {
		if by == "" {
			return ""
		}
		return "Figures and lists compiled and published by: " + by + ", " + address
	},
	where: func(address string) string { return "See " + address },
}

// firm is how many of the figures that something rests on are official.
type firm uint8

const (
	allOfficial firm = iota
	someOfficial
	noneOfficial
)

func firmness(unofficial, of int) firm {
	switch unofficial {
	case 0:
		return allOfficial
	case of:
		return noneOfficial
	}
	return someOfficial
}

// words are for a firmness that has to be told.
func (f firm) words(none, some string) string {
	switch f {
	case noneOfficial:
		return none
	case someOfficial:
		return some
	}
	return ""
}
