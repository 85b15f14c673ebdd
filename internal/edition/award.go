package edition

import "bangvang/internal/diag"

// Award is one honoured person, collective or household as the public may see it. A withdrawn one has no name, office, unit or
// citation: only its address, its decision and Withdrawn.
type Award struct {
	Place     diag.Place // where it came from, for problems of a renderer only; never written
	ID        string
	Path      Path
	No        int
	Kind      EntryKind
	KindWords string // "cá nhân", "tập thể", "hộ gia đình"
	Honorific string // "Ông"
	Name      string
	Position  string
	Group     string
	Unit      Link
	Block     Link
	Area      Link
	Citation  string
	Photo     *Photo // nil unless whom it shows agreed
	Decision  *DecisionRef
	Letter    string // of the given name: "Đ"
	Withdrawn string // "Đã rút khỏi danh sách ngày 05/01/2019.", "" if not
}

// Photo is a picture of an awardee.
type Photo struct {
	File string // below content/: "anh/an.jpg"
	Alt  string
}

// DecisionRef is what awards say of their decision.
type DecisionRef struct {
	ID      string
	Path    Path
	Number  string // "MẪU-01"
	Words   string // "Quyết định số MẪU-01 ngày 20/12/2018"
	Form    Link   // "Bằng khen của Chủ tịch …"
	Short   string // "Bằng khen"
	Issuer  string
	Date    string
	Signed  string   // the date as in Cell.Value
	Revoked string   // "Đã bị thu hồi ngày …: …", "" if not
	Embargo *Embargo // nil but in an edition for the media ahead of time; then Draft says it too
	Draft   string   // "Dự thảo, chưa công bố": only in an edition for proofreading, else ""
	Sample  bool
}

// AwardPage is /vinh-danh/<award>/.
type AwardPage struct {
	Award          *Award
	Previous, Next *Award // neighbours in the decision
	Story          *Link
}

// RollGroup is a run of awards under a heading: a decision's collectives, a letter, a unit. Heading "" is none.
type RollGroup struct {
	Heading string
	Anchor  string
	Path    Path
	Awards  []*Award
}

// Chip is an entry of a row of links: a letter, a page, a form. Current marks the page that one is on; Count "" is not shown.
type Chip struct {
	Link
	Count   string
	Current bool
}

// RollPage is a list of the honour roll: /vinh-danh/, its lists by letter and by facet, and their further pages.
type RollPage struct {
	Lead           string // what the list holds
	Shown          string // "Đang xem 1–50 trong 78 lượt khen."
	Lists          []FacetList
	Letters        []Chip
	Filter         []Facet // the fields of the live filter, on the roll's first page only
	Narrow         *Link   // from a list to the view in which it can be filtered further
	Pages          []Chip  // pages of the list, empty if there is one
	Previous, Next *Link
	Groups         []RollGroup
	Search         bool // a first page, with the search field
}

// FacetList is a row of links to the lists of one facet.
type FacetList struct {
	Label string
	Chips []Chip
}

// DecisionsPage is /quyet-dinh/.
type DecisionsPage struct {
	Lead string
	Rows []DecisionRow
}

// DecisionRow is a decision in a list.
type DecisionRow struct {
	*DecisionRef
	Reason string
	Counts string // "12 tập thể, 46 cá nhân, 01 hộ gia đình"
}

// DecisionPage is /quyet-dinh/<decision>/.
type DecisionPage struct {
	DecisionRow
	Facts     []Fact
	Bases     []string
	Groups    []RollGroup // tập thể, cá nhân, hộ gia đình; by STT
	Downloads []Download
	Extracts  []Download // to print elsewhere
	Cite      string
}

// StoryCard is a story in a list.
type StoryCard struct {
	Link
	Date    string
	Summary string
	Award   Link // who was honoured, with what
	Area    Link
	Sample  bool
}

// StoriesPage is /dien-hinh/.
type StoriesPage struct {
	Lead    string
	Cards   []StoryCard
	Indexes []StoryIndex // by area, by unit
}

// StoryIndex finds stories by what they belong to.
type StoryIndex struct {
	Heading string
	Anchor  string
	Groups  []StoryGroup
}

// StoryGroup is the stories of one area or unit.
type StoryGroup struct {
	Of      Link
	Stories []Link
}

// StoryPage is /dien-hinh/<story>/.
type StoryPage struct {
	StoryCard
	Unit      Link
	Published string // the date as in Cell.Value
	Article   Article
	Others    []StoryCard
	honoured  *Award // whom it tells of, nil if nobody
}

func (*AwardPage) Template() string     { return "award" }
func (*RollPage) Template() string      { return "roll" }
func (*DecisionsPage) Template() string { return "decisions" }
func (*DecisionPage) Template() string  { return "decision" }
func (*StoriesPage) Template() string   { return "stories" }
func (*StoryPage) Template() string     { return "story" }
