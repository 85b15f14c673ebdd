package edition

import (
	"strconv"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/viet"
)

// english words an edition for readers who know nothing of the campaign.
var english = &tongue{
	lang: "en",
	name: "English",
	titles: map[Path]string{homePath: "Home", planPath: "Plan", targetsPath: "Targets", rollPath: "Roll of honour", storiesPath: "Stories",
		unitsPath: "Units", decisionsPath: "Decisions", bookletPath: "Booklet", pressPath: "Press", dataPath: "Data", feedPath: "Atom feeds",
		versionsPath: "Published versions"},

	number: englishNumber,
	count:  englishCount,
	stand: map[campaign.Qualifier]func(string) string{
		campaign.Above: func(words string) string { return "over" + nbsp + words },
		campaign.Below: func(words string) string { return "under" + nbsp + words },
		campaign.About: func(words string) string { return "about" + nbsp + words },
	},
	about:   "about ",
	points:  "percentage" + nbsp + "points",
	until:   " to ",
	ceiling: func(words string) string { return "no more than" + nbsp + words },
	list:    func(words []string) string { return listed(words, " and ") },

	date:    func(d campaign.Date) string { return englishDate(d, longDay, longMonth) },
	dated:   func(d campaign.Date) string { return englishDate(d, longDay, longMonth) },
	label:   func(d campaign.Date) string { return englishDate(d, shortDay, shortMonth) },
	planned: func(dated string) string { return "planned for " + dated },

	noData: "no figures yet",
	verdicts: map[campaign.Attainment]string{
		campaign.Exceeded:  "exceeded",
		campaign.Met:       "met",
		campaign.Missed:    "not met",
		campaign.Unknown:   "no figures yet",
		campaign.Undecided: "undecided",
	},
	outcomes: map[campaign.Attainment]string{
		campaign.Exceeded:  "exceeded",
		campaign.Met:       "met",
		campaign.Missed:    "not met",
		campaign.Unknown:   "with no figures yet",
		campaign.Undecided: "undecided",
	},
	timely: map[campaign.Timeliness]string{
		campaign.InTime: "on time",
		campaign.Late:   "late",
		campaign.Open:   "not completed",
	},
	statuses: map[campaign.Status]string{
		campaign.StatusEstimate: "estimate",
		campaign.StatusOfficial: "official",
		campaign.StatusComputed: "calculated",
	},
	against: map[yardstick]yardstickWords{
		thePlan:     {"Plan", "the plan", "the plan asks for"},
		theCity:     {"City’s own target", "the City’s own target", "the City’s own target is"},
		theAssigned: {"Assigned", "the assigned target", "the assigned target is"},
	},

	targets:     noun{"target", "targets"},
	decisions:   noun{"decision on commendations", "decisions on commendations"},
	collectives: noun{"collective", "collectives"},
	individuals: noun{"individual", "individuals"},
	households:  noun{"household", "households"},

	sentences: sentenceWords{
		verdict:  englishVerdict,
		versus:   englishVersus,
		status:   englishStatus,
		source:   englishSource,
		reached:  englishReached,
		evidence: englishEvidence,
		part:     func(name, verdict string) string { return name + ": " + verdict },
		parts: func(whole, parts string) string {
			if whole != "" {
				whole += ", going by its parts. "
			}
			return whole + "Its parts: " + parts + "."
		},
		honoured: func(who string) string { return who + " honoured" },
		hidden:   "The list of those commended has not been published yet",
		cite: func(k citation) string {
			return k.author + ", “" + k.title + "”, " + k.site + ", data as of " + k.dated + ", " + k.address
		},
		dataset: "data set",
		seen:    "accessed on …",
		seenDay: "{d} {month} {y}",
		months:  "January February March April May June July August September October November December",
	},
	site: siteWords{
		title:  "Roll of honour",
		asOf:   func(dated string) string { return "Data as of " + dated },
		sample: "Sample data: the decisions, the people and collectives commended, the achievements and the targets assigned to units on this site are illustrations and not real.",

		moved:       "This page has moved",
		movedTo:     func(title string) string { return "This page is now at: " + title },
		withdrawn:   "Withdrawn",
		withdrawnOn: func(dated string) string { return "The page at this address was withdrawn (" + dated + ")." },
	},
	plan: planWords{
		title: "Title of the plan", issuer: "Issued by", signatory: "Signed by", number: "Number and date of issue", period: "Period", event: "Event",
		numbered:  englishNumbered,
		elsewhere: "Full text of the plan, in Vietnamese",
		counts:    func(targets, verdicts string) string { return targets + ": " + verdicts },
		inArea:    func(who string) string { return who + " commended in this area" },
	},
	target: targetWords{
		goal: "The plan asks for", figures: "Period of the figures", measure: "Unit of measure", deadline: "Deadline", area: "Area of emulation",
		according: func(publisher string) string { return "according to " + publisher },
		computed:  func(formula string) string { return "calculated: " + formula },
		formula:   func(formula string) string { return "Calculation: " + formula },
		reports:   reportHeads{"All reports, newest first", "As of", "Result", "Kind of figure", "Source", "Note"},
		excel:     "CSV for Excel",
		byArea:    "Results by area of emulation", areaHead: "Area", targetsHead: "Targets",
		notes: []string{
			"Each target is set against the plan by its newest report. The page of each target gives all reports with their sources.",
			"“Undecided” means that the reported figure is not exact enough to tell whether the target was met."},
	},
	chart: chartWords{
		met:       "Met",
		gap:       func(since string) string { return "No reports from " + since + " until then" },
		computed:  "Hatched: calculated figure.",
		estimated: "Hatched: estimate.",
		earlier:   "Small hollow dots: earlier figures, not official.",
		gaps:      "Broken line: a time without reports.",
	},
	embed: embedWords{target: "Emulation target", sample: "Sample data, not real.",
		source: func(words string) string { return "Source: " + words }},
	decision: decisionWords{
		named:   func(number, dated string) string { return "Decision No." + nbsp + joined(" of ", number, dated) },
		revoked: func(dated string) string { return "Revoked (" + dated + ")" },
	},
	tables: map[string]string{
		"chi-tieu": "Targets", "ket-qua": "Results", "don-vi": "Units", "chi-tieu-giao": "Targets assigned to units", "thanh-tich": "Achievements",
		"quyet-dinh-khen": "Decisions on commendations", "vinh-danh": "Roll of honour", "nguon": "Sources", "noi-dung": "Areas of emulation", "khoi": "Blocks of units"},
	press: englishPress,
	picture: pictureWords{
		sample: "SAMPLE DATA, NOT REAL", glance: "Results of the targets",
		area:   func(letter string) string { return "Content area " + letter + ")" },
		source: func(by string) string { return "Source: " + by },
		png:    func(width int) string { return "PNG image, " + englishWhole(width) + nbsp + "pixels" },
		svg:    "SVG drawing",
	},
	days: dayWords{
		issued: "Plan issued", start: "The campaign begins", end: "The campaign ends",
		figures:     func(targets string) string { return "Figures on " + targets },
		decision:    func(number, form string) string { return "Decision No." + nbsp + joined(": ", number, form) },
		anniversary: func(short string) string { return "Anniversary: " + short },
		expected:    func(event string) string { return event + " (planned)" },
		ahead:       "ahead",
	},
	correction: correctionWords{
		dated: func(dated string) string { return "Correction, " + dated },
		was:   "Published as: ", now: "Corrected to: ", reason: "Reason: ",
	},
	frozen: frozenWords{
		copyOf:    func(dated string) string { return "Copy of " + dated },
		titleList: func(dated string) string { return "Targets, copy of " + dated },
		title:     func(title, dated string) string { return title + " (copy of " + dated + ")" },
		newer:     "There is a newer version", today: "Page as it is today", todayList: "Targets as they are today",
		same: "The figures have not changed since.", still: "The newest figure is still the same.", gone: "This target is no longer on the site.",
		corrected: "Something in this copy was corrected later.", unchanged: "not changed",
		changed: func(was, verdict, is, now string) string {
			return "Then: " + outcome(was, verdict) + "; now: " + outcome(is, now) + "."
		},
		changedCount: func(targets string, n int) string {
			if n == 0 {
				return "no figures changed"
			}
			return "other figures for " + targets
		},
		first:   "first publication",
		lead:    "At each publication the page of each target and its data are kept as they are at an address of their own, to be cited.",
		caption: "Publications, newest first", captionTargets: "Targets, as published",
		target: "Target", figure: "Figure then", verdict: "Verdict then", now: "Since then",
		day: "Published", targetCount: "Targets", changes: "Against the one before",
		notes: []string{"A copy keeps the words and numbers of the day. The newest figures are on the page of each target."},
	},
}

// englishNumber is the Vietnamese number with point and comma exchanged.
func englishNumber(d campaign.Decimal) string {
	return strings.NewReplacer(".", ",", ",", ".").Replace(viet.FormatDecimal(d.Unscaled, int(d.Scale)))
}

func englishCount(n int, of noun) string {
	word := of.many
	if n == 1 {
		word = of.one
	}
	return englishWhole(n) + " " + word
}

func englishWhole(n int) string { return englishNumber(campaign.Int(int64(n))) }

// Layouts of dates.
const (
	longDay    = "2" + nbsp + "January" + nbsp + "2006"
	longMonth  = "January" + nbsp + "2006"
	shortDay   = "2" + nbsp + "Jan" + nbsp + "2006"
	shortMonth = "Jan" + nbsp + "2006"
)

// englishDate is a date in a layout for days and one for months.
func englishDate(d campaign.Date, day, month string) string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return strconv.Itoa(d.Year)
	case d.Day == 0:
		return d.First().Format(month)
	}
	return d.First().Format(day)
}

func englishVerdict(f finding) string {
	figure := ": the " + f.figure + " is " + f.result + ", " + f.versus + f.source + "."
	switch f.attainment {
	case campaign.Unknown:
		return upper(f.verdict) + ": " + f.asks + " " + f.goal + "; " + joined(" for ", "nothing has been reported", f.period) + "."
	case campaign.Undecided:
		return upper(f.verdict) + figure
	case campaign.Missed:
		return "Did not meet " + f.object + figure
	}
	return upper(f.verdict) + " " + f.object + figure
}

// englishVersus says "below the 8% asked for", but of what must not be exceeded "below the limit of 8%".
func englishVersus(c comparison) string {
	mark, more, fewer := "the "+c.number+" asked for", "above", "below"
	switch c.kind {
	case campaign.AtMost:
		mark = "the limit of " + c.number
	case campaign.Count:
		more, fewer = "more than", "fewer than"
	}
	switch c.way {
	case equal:
		return "equal to " + mark
	case higher:
		return c.gap + " " + more + " " + mark
	case lower:
		return c.gap + " " + fewer + " " + mark
	case inside:
		return "within the range of " + c.goal
	case overTop:
		return c.gap + " above the top of the range of " + c.goal
	case underBottom:
		return c.gap + " below the bottom of the range of " + c.goal
	}
	return "where " + c.asks + " " + c.goal
}

// englishStatus words the firmness of a figure of a period: "full-year 2018 estimate", "official figure for December 2018".
func englishStatus(s campaign.Status, period campaign.Date) string {
	kind := map[campaign.Status]string{campaign.StatusOfficial: "official figure", campaign.StatusComputed: "calculated figure"}[s]
	if kind == "" && !period.IsZero() && period.Month == 0 {
		return "full-year " + strconv.Itoa(period.Year) + " estimate"
	}
	if kind == "" {
		kind = "estimate"
	}
	return joined(" for ", kind, englishDate(period, longDay, longMonth))
}

func englishSource(r report) string {
	switch {
	case r.publisher == "":
		return " (figures as of " + r.dated + ")"
	case r.computed:
		return " (calculated from figures of " + r.publisher + ", " + r.dated + ")"
	}
	return " (according to " + r.publisher + ", figures as of " + r.dated + ")"
}

func englishReached(n reached) string {
	targets := noun{"target", "targets"}
	switch {
	case n.total == 0:
		return "The plan has no targets in figures."
	case n.known == 0:
		return "The plan has " + englishCount(n.total, targets) + "; there are no figures yet."
	}
	has, was := "have", "were"
	if n.known == 1 {
		has = "has"
	}
	if n.reached == 1 {
		was = "was"
	}
	s := englishWhole(n.known) + " of the plan’s " + englishCount(n.total, targets) + " " + has + " figures; " + englishWhole(n.reached) + " " + was + " met or exceeded"
	if n.exceeded > 0 {
		s += " (" + englishWhole(n.exceeded) + " exceeded)"
	}
	if n.missed > 0 {
		s += ", " + englishWhole(n.missed) + " not met"
	}
	if n.undecided > 0 {
		s += ", " + englishWhole(n.undecided) + " undecided"
	}
	return s + ". " + upper(n.evidence) + "."
}

func englishEvidence(s campaign.Status, by string) string {
	return map[campaign.Status]string{campaign.StatusOfficial: "official figures", campaign.StatusEstimate: "estimates", campaign.StatusComputed: "calculated figures"}[s] +
		" according to " + by
}

func englishNumbered(number, dated string) string {
	switch {
	case number != "":
		return joined(", ", "No."+nbsp+number, dated)
	case dated != "":
		return "number not known, " + dated
	}
	return "not known"
}
