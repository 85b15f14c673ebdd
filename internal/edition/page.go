package edition

// Home is /.
type Home struct {
	Occasion string // "15 năm …", the first line
	Dates    string
	Lead     string // one sentence of what was reached, computed
	Tally    []Cell // "04 vượt": Words with Value = standing
	Doorway  Doorway
	Targets  []TargetGroup // at a glance
	Areas    []AreaLink
	Stories  []StoryCard
	Event    string // "Họp mặt kỷ niệm, dự kiến tháng 01/2019"
	Theme    string // as the plan has it, in the plan's language
	Gloss    string // what the theme means in the page's language, "" where that is the plan's or data doesn't say
}

// Doorway leads from the home page into the honour roll.
type Doorway struct {
	Words string // "78 tập thể, cá nhân, hộ gia đình được vinh danh"
	Path  Path
	Forms []Chip
}

// AreaLink is an area in a list of areas.
type AreaLink struct {
	Link
	Letter  string
	Summary string
	Counts  string // "05 chỉ tiêu: 03 vượt, 01 đạt …", "" if it has no targets
}

// PlanPage is /ke-hoach/.
type PlanPage struct {
	Article   *Article
	Elsewhere *Link // on a page without the plan's text in its own language: to where it stands; else nil
	Theme     string
	Gloss     string // as on Home
	Facts     []Fact // issuer, signatory, number, date, period, event
	Bases     []string
	Areas     []AreaLink
	Programme *Link
	Issued    Issued
	// Milestones are the days of the campaign, in order.
	Milestones []Milestone
}

// Issued is a document as machines are told of it.
type Issued struct {
	Title, Number, Issuer string
	Date                  string // as in Cell.Value, "" if not known
}

// UnitsPage is /don-vi/.
type UnitsPage struct {
	Lead   string
	Groups []UnitGroup
	Blocks []Link
	Given  []*Overview // the targets given to units: by block, by unit
	Notes  []string    // what "chưa kiểm chứng" means
}

// UnitGroup is units of one kind.
type UnitGroup struct {
	Heading string
	Anchor  string
	Units   []UnitRow
}

// UnitRow is a unit in a list.
type UnitRow struct {
	Link
	Parent     string // the district of a commune, "" elsewhere
	Unverified string // "chưa kiểm chứng" or ""
	Counts     string // "03 chỉ tiêu được giao · 05 được khen", "" if nothing
}

// UnitPage is /don-vi/<unit>/.
type UnitPage struct {
	Kind         string
	Unverified   string // a sentence, "" if verified
	Facts        []Fact // block, parent, short name, source
	Lead         string // sentence: how many assigned targets, how many met …, computed
	Assignments  []AssignmentRow
	Achievements []Achievement
	Groups       []RollGroup // its honoured: by form
	Children     []UnitRow
	Stories      []StoryCard
}

// BlockPage is /khoi/<block>/.
type BlockPage struct {
	Lead  string
	Head  Link // the leading unit, Words "" if unknown
	Units []UnitRow
	Given *Overview // the targets given to its units, nil if none
}

// ArticlePage is a page of text alone, such as the programme.
type ArticlePage struct {
	Article Article
}

// ChartFiles are a chart's files to take away.
type ChartFiles struct {
	Link
	Files []Download
}

// PressPage is /bao-chi/.
type PressPage struct {
	Boilerplates []Boilerplate
	Extracts     []DecisionRow // decisions with a text to print
	Since        *Since        // nil if nothing was published before
	Example      *Embed        // a target as another site shows it, nil without targets
	Charts       []ChartFiles
	Logos        []Download
	Article      *Article
	Contact      Contact
	Feeds        []Link
	Data         Link
	Stills       []StillGroup // for television
	Names        []Download   // who is called at the ceremony, for captions and to be read out
	Corrections  []Correction
	Address      string
	Cite         string
}

// DataPage is /du-lieu/.
type DataPage struct {
	Article  *Article
	Licence  string
	Datasets []*Dataset
	Guide    *DataGuide
	Sources  []SourceRow
	Updated  string
}

// SourceRow is a source of figures.
type SourceRow struct {
	Title, Publisher, Date string
	URL                    string // absolute, "" if none
}

// BookletPage is /ky-yeu/: the booklet as HTML, and the way to the PDF. A roll that is too long for one page has a chapter for each decision.
type BookletPage struct {
	Booklet *Booklet
	PDF     Download
	Volumes []Download // the other books of one in several
}

// NotFoundPage is /404.html.
type NotFoundPage struct {
	Links []Link
}

func (*Home) Template() string        { return "home" }
func (*PlanPage) Template() string    { return "plan" }
func (*UnitsPage) Template() string   { return "units" }
func (*UnitPage) Template() string    { return "unit" }
func (*BlockPage) Template() string   { return "block" }
func (*ArticlePage) Template() string { return "article" }
func (*PressPage) Template() string   { return "press" }
func (*DataPage) Template() string    { return "data" }

// ChapterPage is /ky-yeu/<decision>/: a decision as a chapter of a long booklet.
type ChapterPage struct {
	Form           string
	Decision       RollDecision
	Previous, Next *Link
}

func (*ChapterPage) Template() string  { return "chapter" }
func (*BookletPage) Template() string  { return "booklet" }
func (*NotFoundPage) Template() string { return "notfound" }
