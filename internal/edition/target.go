package edition

import "bangvang/internal/campaign"

// Verdict is an attainment in words.
type Verdict struct {
	Standing Standing
	Words    string // "đạt", "vượt", "chưa đạt", "chưa có số liệu", "chưa đủ căn cứ"
}

// TargetRow is a target in a list: a line, a small mark, a verdict.
type TargetRow struct {
	Name    string
	Path    Path
	Area    Link
	Goal    string // "không quá 1,55%"
	Newest  string // "1,55%" or "chưa có số liệu"
	Report  string // "ước cả năm, 01/10/2018"
	Verdict Verdict
	Part    bool // part of the target above it
	Chart   *Chart
}

// TargetGroup is the targets of one area.
type TargetGroup struct {
	Area    Link
	Letter  string
	Summary string
	Rows    []TargetRow
}

// TargetsPage is /chi-tieu/: all targets at a glance.
type TargetsPage struct {
	Lead   string // how many have figures, how many met or exceeded, by whose estimate and of which date
	Tally  []Cell // "4 vượt", "5 đạt" …: Words with Value = standing
	Groups []TargetGroup
	Areas  *Overview // verdicts by area, nil without targets
	Notes  []string
}

// TargetPage is /chi-tieu/<target>/.
type TargetPage struct {
	ID            string
	Area          Link
	Sentence      string // the verdict sentence
	Second        string // the same against the City's own target, "" if there is none
	Verdict       Verdict
	SecondVerdict *Verdict
	Chart         Chart
	Facts         []Fact // goal, city's goal, year before, period, measure
	Reports       Table  // every report, newest first
	Note          string
	Whole         *Link
	Parts         []TargetRow
	Assigned      []AssignmentRow // units that were given this target
	Downloads     []Download
	Pictures      []Download // its chart to take away
	Cite          string
	Address       string // absolute address, for linking
	Variable      Variable
	Versions      []Link // its frozen copies, newest first
	Fixed         string // absolute address of a copy that has the same figures, "" if none has
}

// Variable is what a target measures, as machines are told of it. Value and Words are of the newest report, "" without one.
type Variable struct {
	Measure   string
	Period    string // that figures are of: 2018
	Value     string // as in Cell
	Qualifier campaign.Qualifier
	Words     string      // "trên 7,5% (ước, 05/12/2018)"
	Sources   []SourceRow // of all reports, each once; with Date as in Cell.Value
	Sample    bool        // a report is a sample
}

// Fact is a term with its value.
type Fact struct {
	Term  string
	Value string
	Path  Path
}

// AssignmentRow is a target given to a unit.
type AssignmentRow struct {
	ID       string
	Name     string
	Path     Path // the plan's target, if it is one
	Unit     Link
	Goal     string
	Newest   string
	Report   string
	Deadline string // "30/11/2018"
	Timely   string // "đúng hạn", "sau hạn", "chưa hoàn thành", ""
	Verdict  Verdict
	Chart    *Chart
	Sample   bool
}

// AreaPage is /noi-dung/<area>/.
type AreaPage struct {
	Letter       string
	Summary      string
	Article      *Article
	Targets      []TargetRow
	Achievements []Achievement
	Stories      []StoryCard
	Honoured     Link // how many were honoured for it, "" if none
	Previous     *Link
	Next         *Link
}

// Achievement is what a unit did.
type Achievement struct {
	Unit   Link
	Text   string
	Date   string
	Value  string // "1.200 triệu đồng", "" if none
	Source Link
	Sample bool
}

func (*TargetsPage) Template() string { return "targets" }
func (*TargetPage) Template() string  { return "target" }
func (*AreaPage) Template() string    { return "area" }
