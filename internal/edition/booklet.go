package edition

import "bangvang/internal/diag"

// Booklet is kỷ yếu: the printed honour roll, in the order of its parts. A part that has nothing is nil or empty and is left out.
// Places tell where words came from, for problems of a renderer; they are never written.
type Booklet struct {
	Place    diag.Place // of the campaign, whose words cover, plan and colophon are
	PDF      Path       // where its PDF lies
	Cover    Cover
	Foreword *Article
	Plan     *PlanSpread
	Results  []ResultChapter // by area, those with targets
	Stories  []BookletStory
	Roll     []RollForm // by rank of form
	Index    []*Award   // by given name, each under its Letter, with its unit to tell namesakes apart; the page is where its entry stands
	Colophon Colophon
	Sample   string // "DỮ LIỆU MẪU" on each page, "" if nothing is a sample
	Lang     string // of the book: "vi-VN"
	Created  string // the clock in RFC 3339
	Proof    string // "BẢN ĐỌC SOÁT" if the edition was composed with drafts, which are then in the roll; else ""
	Words    BookletWords
	Volumes  []Volume // what a long booklet is printed as, in order; none if it is one book
}

// Volume is one of the books that a long roll is divided into. The first one holds all that stands before the roll. Each has the index of
// its own names.
type Volume struct {
	Number int    // from 1
	Words  string // "Tập 1"
	PDF    Path
	Roll   []RollForm
	Index  []*Award
}

// Volume gives the booklet as it stands in its volume of a number.
func (b *Booklet) Volume(number int) *Booklet {
	v := *b
	part := &b.Volumes[number-1]
	v.PDF, v.Roll, v.Index, v.Volumes, v.Cover.Volume = part.PDF, part.Roll, part.Index, nil, part.Words
	if number > 1 {
		v.Foreword, v.Plan, v.Results, v.Stories = nil, nil, nil, nil
	}
	return &v
}

// Cover is the front, and the title page within.
type Cover struct {
	Kind      string // "Kỷ yếu vinh danh"
	Title     string // "15 năm thành phố …"
	Dates     string
	Theme     string
	Organizer string
	Year      string
	Volume    string // "Tập 1", "" if the booklet is one book
}

// BookletWords are the headings that the booklet itself needs.
type BookletWords struct {
	Foreword, Plan, Contents, Results, Stories, Roll, Index, Colophon string
	Continued                                                         string   // "tiếp theo"
	Page                                                              string   // "trang"
	ProofNote                                                         string   // below the title of a proof: what it is for
	Readers                                                           []string // who sign a proof
}

// PlanSpread is the plan on two facing pages.
type PlanSpread struct {
	Title string // of the plan
	Theme string
	Facts []Fact
	Areas []AreaLink
	Bases []string
}

// ResultChapter is an area with its targets.
type ResultChapter struct {
	Place                  diag.Place
	Letter, Title, Summary string
	Targets                []BookletTarget
}

// BookletTarget is a target as the booklet shows it: sentence, chart, table of reports.
type BookletTarget struct {
	Place    diag.Place
	ID       string
	Name     string
	Sentence string
	Second   string
	Verdict  Verdict
	Chart    *Chart
	Reports  Table
	Reported []diag.Place // by row of Reports
	Note     string
	Part     bool
}

// BookletStory is a story with who it is about.
type BookletStory struct {
	Place       diag.Place
	Title, Line string // Line: who, unit, award
	Photo       *Photo
	Article     Article
	Sample      bool
}

// RollForm is a form of commendation with its decisions.
type RollForm struct {
	ID, Name  string
	Counts    string
	Decisions []RollDecision
}

// RollDecision is a decision with its honoured, by block and unit.
type RollDecision struct {
	Place diag.Place
	*DecisionRef
	Reason  string
	Counts  string
	Chapter Path   // its page of the booklet in HTML, where the roll is divided; else ""
	Signed  string // "Chủ tịch … : Nguyễn Văn Mẫu"
	Address string // where it stands on the site, as it is typed: without scheme
	Blocks  []RollBlock
}

// RollBlock is the units of one block; Name "" where units belong to none.
type RollBlock struct {
	Name  string
	Units []RollUnit
}

// RollUnit is the honoured of one unit, collectives first, then individuals, then households, each by STT.
type RollUnit struct {
	Place  diag.Place
	Name   string
	Groups []RollGroup // Heading "Tập thể", "Cá nhân", "Hộ gia đình"
}

// Colophon is the last page: sources, date of data, how to read, address.
type Colophon struct {
	Paragraphs []string
	Sources    []string
	Stated     []diag.Place // by source
	DataDate   string
	Address    string // what the QR code says and the line beside it, absolute
}
