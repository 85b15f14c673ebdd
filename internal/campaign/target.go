package campaign

import "bangvang/internal/diag"

// Area is one of the plan's contents (nội dung thi đua), lettered as Vietnamese law letters them: a, b, c, d, đ, e, g.
type Area struct {
	Place         diag.Place
	ID, Letter    string
	Name, Summary string
	Targets       []*Target // in file order
}

// Source is where a figure or a name was read.
type Source struct {
	Place            diag.Place
	ID               string
	Title, Publisher string
	Date             Date
	URL              string
}

// Target is chỉ tiêu, a number to reach.
type Target struct {
	Place      diag.Place
	ID         string
	Area       *Area
	Name       string
	Short      string
	Measure    string // "%", "triệu đồng"
	MeasureOne string // what one of them is called where a language tells it apart: "commune" of "communes"; else ""
	Decimals   int
	Goal       Goal
	Official   *Official
	Baseline   *Baseline
	Deadline   Date
	Period     Date // the year that figures are of
	Cumulative bool
	Whole      *Target   // the target this is a part of
	Parts      []*Target // its parts, in file order
	Note       string
	Results    []*Result // newest first
}

// Official is a second threshold for the same target, set by the City's own resolution.
type Official struct {
	Goal   Goal
	Source *Source
}

// Baseline is the figure of an earlier period.
type Baseline struct {
	Period    Date
	Value     Decimal
	Qualifier Qualifier
	Source    *Source
	Computed  *Computed
}

// Result is kết quả: one report of one figure.
type Result struct {
	Place     diag.Place
	AsOf      Date
	Value     Decimal
	Qualifier Qualifier
	Status    Status
	Computed  *Computed // set if Status is StatusComputed
	Source    *Source
	Note      string
	Sample    bool
}

// Computed tells how a figure of ours came about.
type Computed struct {
	Formula string
	From    *Source
}

// Status tells how firm a figure is.
type Status string

const (
	StatusEstimate Status = "estimate" // ước
	StatusOfficial Status = "official" // chính thức
	StatusComputed Status = "computed" // tính toán
)

// Qualifier tells how the figure stands to the true value.
type Qualifier string

const (
	Exactly Qualifier = ""
	Above   Qualifier = "above" // trên: the true value is greater
	Below   Qualifier = "below" // dưới
	About   Qualifier = "about" // khoảng: true to half of the last written digit
)

// CompareResults puts the newest report first: by date, then official before estimate before computed, then place.
func CompareResults(a, b *Result) int {
	if c := b.AsOf.Compare(a.AsOf); c != 0 {
		return c
	}
	if c := firmness(a.Status) - firmness(b.Status); c != 0 {
		return c
	}
	return a.Place.Compare(b.Place)
}

func firmness(s Status) int {
	switch s {
	case StatusOfficial:
		return 0
	case StatusEstimate:
		return 1
	}
	return 2
}

// Newest is the report that a verdict rests on, or nil.
func Newest(results []*Result) *Result {
	if len(results) == 0 {
		return nil
	}
	return results[0]
}
