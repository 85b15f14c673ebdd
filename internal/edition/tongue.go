package edition

import "bangvang/internal/campaign"

// tongue is how an edition speaks: the words of all pages that an edition has in each of its languages. What only the campaign's own
// edition has (the roll, units, decisions, stories, the booklet, data sets, feeds) is worded where it is composed.
//
// No part of a tongue is empty, so that nothing is ever blank in one language. Its functions are told all that they word and decide nothing.
// A space that must not break is a nbsp.
type tongue struct {
	lang   string // BCP 47
	name   string // in itself: "Tiếng Việt"
	titles map[Path]string

	number  func(campaign.Decimal) string
	count   func(n int, of noun) string                      // "05 chỉ tiêu", "5 targets"
	stand   map[campaign.Qualifier]func(words string) string // "trên 7,5%"
	about   string                                           // before a number: "khoảng "
	points  string                                           // what percentages differ by: "điểm phần trăm"
	until   string                                           // between the ends of a span that a dash would make hard to read: "−100 đến 100"
	ceiling func(words string) string                        // "không quá 1,55%"
	list    func(words []string) string                      // "a, b và c"

	date    func(campaign.Date) string // "02/01/2019", "12/2018", "2018"
	dated   func(campaign.Date) string // the same after its noun: "ngày 02/01/2019"
	label   func(campaign.Date) string // the same where room is short
	planned func(dated string) string  // "dự kiến tháng 01/2019"

	noData   string
	verdicts map[campaign.Attainment]string
	outcomes map[campaign.Attainment]string // after a number of targets
	timely   map[campaign.Timeliness]string
	statuses map[campaign.Status]string
	against  map[yardstick]yardstickWords

	targets, decisions, collectives, individuals, households noun

	sentences sentenceWords
	site      siteWords
	plan      planWords
	target    targetWords
	chart     chartWords
	picture   pictureWords
	days      dayWords
	embed     embedWords
	decision  decisionWords
	tables    map[string]string // titles of the campaign's tables, by id

	correction correctionWords
	press      pressWords
	frozen     frozenWords
}

// noun is a word for one thing and for several.
type noun struct{ one, many string }

// same is a noun of a language that does not tell one from several.
func same(word string) noun { return noun{word, word} }

// yardstick is what a figure is set against.
type yardstick string

const (
	thePlan     yardstick = "plan"
	theCity     yardstick = "city"     // the City's own target
	theAssigned yardstick = "assigned" // a target given to a unit
)

// yardstickWords name a yardstick.
type yardstickWords struct {
	name   string // as a heading: "Kế hoạch"
	object string // what is reached: "kế hoạch", "the plan"
	asks   string // before a goal: "kế hoạch", "the plan asks for"
}

// sentenceWords are whole sentences.
type sentenceWords struct {
	verdict  func(finding) string    // on one target
	versus   func(comparison) string // in it: how the figure stands to the goal
	status   func(s campaign.Status, period campaign.Date) string
	source   func(report) string // in brackets, with a space before
	reached  func(reached) string
	evidence func(s campaign.Status, by string) string
	part     func(name, verdict string) string
	parts    func(whole, parts string) string
	honoured func(who string) string
	hidden   string // nobody is honoured yet
	cite     func(citation) string
	dataset  string // what kind of thing it is
	seen     string // on what day a reader saw what is cited, as an ellipsis
	seenDay  string // how that is written, as of ReferenceText
	months   string // for it
}

// finding is what there is to say of a target.
type finding struct {
	attainment                  campaign.Attainment
	verdict, object, asks, goal string
	period                      string // dated
	figure                      string // "ước cả năm 2018"
	result, versus, source      string
}

// way is how a figure stands to a goal.
type way uint8

const (
	unlike way = iota // it is not exact: the goal is named and no more
	equal
	higher
	lower
	inside // a range
	overTop
	underBottom
)

// comparison is what there is to say of a figure beside a goal: what is asked, the number it is compared with, how far it lies from it.
type comparison struct {
	way                     way
	kind                    campaign.GoalKind
	asks, goal, number, gap string
}

// report is who says a figure, as of when. computed: it was worked out from what they say.
type report struct {
	publisher string // "" if not known
	dated     string
	computed  bool
}

// reached counts the plan's targets by how they came out.
type reached struct {
	total, known, reached, exceeded, missed, undecided int
	evidence                                           string
}

// citation is by what a page is quoted.
type citation struct{ author, title, site, dated, address string }

// siteWords stand on every page.
type siteWords struct {
	title  string                    // what the site is: "Bảng vàng"
	asOf   func(dated string) string // of the data
	sample string

	// Of pages at addresses that were published before.
	moved       string
	movedTo     func(title string) string
	withdrawn   string
	withdrawnOn func(dated string) string
}

// planWords are the words of the plan's page, of areas and of the campaign's event.
type planWords struct {
	title, issuer, signatory, number, period, event string // terms
	numbered                                        func(number, dated string) string
	elsewhere                                       string // leads to the plan's text in another language
	counts                                          func(targets, verdicts string) string
	inArea                                          func(who string) string // honoured
}

// targetWords are the words of the pages of targets.
type targetWords struct {
	goal, figures, measure, deadline, area string // terms
	according                              func(publisher string) string
	computed                               func(formula string) string
	formula                                func(formula string) string
	reports                                reportHeads
	excel                                  string // a file for it
	byArea, areaHead, targetsHead          string // of the overview by area
	notes                                  []string
}

// reportHeads are the heads of the table of reports.
type reportHeads struct{ caption, asOf, value, status, source, note string }

// chartWords are those of a chart that no other place has.
type chartWords struct {
	met                                string // names a goal that is a ceiling
	gap                                func(since string) string
	computed, estimated, earlier, gaps string // what signs mean
}

// embedWords are those of what other sites show.
type embedWords struct {
	target string                    // what kind of thing it is
	sample string                    // that it is no real data
	source func(words string) string // names it
}

// pictureWords are those of pictures.
type pictureWords struct {
	sample string // across what shows a sample
	glance string // heads all verdicts
	area   func(letter string) string
	source func(by string) string
	png    func(width int) string // a file to take away
	svg    string
}

// dayWords are the days of a campaign.
type dayWords struct {
	issued      string
	start, end  string
	figures     func(targets string) string
	decision    func(number, form string) string
	anniversary func(short string) string
	expected    func(event string) string
	ahead       string
}

// decisionWords are those of a decision on commendations.
type decisionWords struct {
	named   func(number, dated string) string
	revoked func(dated string) string
}

// correctionWords are those of a mistake owned up to; was, now and reason stand before what they name.
type correctionWords struct {
	dated            func(dated string) string
	was, now, reason string
}

// frozenWords are those of copies of earlier publications.
type frozenWords struct {
	copyOf, titleList                       func(dated string) string
	title                                   func(title, dated string) string
	newer, today, todayList                 string // what leads to the living page: it says something else, or the same
	same, still, gone, corrected, unchanged string
	changed                                 func(was, verdict, is, now string) string // figures and verdicts
	changedCount                            func(targets string, n int) string
	first, lead                             string
	caption, captionTargets                 string // of the two lists
	target, figure, verdict, now            string // heads of the list of a publication's targets
	day, targetCount, changes               string // heads of the list of publications
	notes                                   []string
}

// outcome is a figure with its verdict, or that there is no figure.
func outcome(figure, verdict string) string {
	if figure == verdict {
		return figure
	}
	return figure + " (" + verdict + ")"
}
