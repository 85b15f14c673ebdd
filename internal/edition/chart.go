package edition

// ChartForm tells how a chart is drawn. It follows from the kind of goal and the number of reports, never from taste.
type ChartForm string

const (
	// Bullet: at least so much. One bar from zero, the goal as a tick across it.
	Bullet ChartForm = "bullet"
	// Band: between two numbers. A dot on a zoomed axis, the goal as a labelled band.
	Band ChartForm = "band"
	// Ceiling: at most so much, less is better. A dot, the zone that meets the goal shaded from the axis' start to the goal.
	Ceiling ChartForm = "ceiling"
	// Tally: a small whole number of things. One square a thing, filled when done, those beyond the goal set off.
	Tally ChartForm = "tally"
	// Course: several reports of one target. Dots by report from the oldest to the newest, the goal as a line or band.
	Course ChartForm = "course"
)

// Chart is what a picture of a target says, in final words and numbers; how it is drawn is the chart package's business.
// Every number comes with its words, so that no renderer formats one. Nil pointers are things there are none of.
type Chart struct {
	ID       string // ASCII slug, unique in the edition: "muc-tieu-grdp"; prefix of element ids
	Lang     string // in which its words are and its numbers and months are written
	Form     ChartForm
	Title    string // the target's name
	Measure  string // "%", "triệu USD"
	Decimals int    // digits after the comma, for axis labels and tooltips
	Sentence string // the verdict sentence: the text alternative of the picture
	Axis     Axis
	Goal     ChartGoal    // the plan's goal
	Official *ChartGoal   // the second threshold, the City's own, where it differs from the plan's
	Baseline *ChartPoint  // the year before
	Points   []ChartPoint // reports, oldest first; empty: no figure is known, and NoData says so
	NoData   string       // "chưa có số liệu" where Points is empty, else ""
	Key      string       // what the picture's signs mean that no label in it says, "" if there are none
	Verdict  string       // "đạt", "vượt", "chưa đạt", "chưa có số liệu", "chưa đủ căn cứ"
	Standing Standing     // the same, for shape and colour
}

// Axis is the range of the value axis. Zoomed tells that it doesn't begin at zero, so that no bar may be drawn.
type Axis struct {
	Min, Max float64
	Zoomed   bool
}

// ChartGoal is a threshold or a band. At least: From only. At most: To only. Between: both. Count: From only.
type ChartGoal struct {
	From, To *float64
	Name     string // "Kế hoạch" or "Chỉ tiêu của thành phố"
	Label    string // "Kế hoạch: 8%" , "Đạt: không quá 1,55%"
	Words    string // "8%", "56.000–61.000 tỷ đồng", "không quá 1,55%"
}

// ChartPoint is one figure: a report, or the year before.
type ChartPoint struct {
	Value       float64
	Words       string // "trên 7,5%", "≈2.020 triệu USD"
	Label       string // "01/10/2018" or "2017": what stands on the axis of a course
	Long        string // "Ước cả năm 2018, theo báo cáo ngày 01/10/2018": for the tooltip
	Day         int    // the last day it may be of, counted from 1970-01-01
	Gap         bool   // no report for so long before it that no line may join it to the one before
	Provisional bool   // an estimate, or worked out by us: drawn hatched or hollow
	Computed    bool   // worked out by us from another figure
	Open        int    // +1: the true value lies above Value ("trên"), -1: below, 0: as written or about
	Newest      bool
}

// Standing is the outcome of setting a result against a goal.
type Standing string

const (
	Exceeded  Standing = "exceeded"  // vượt
	Met       Standing = "met"       // đạt
	Missed    Standing = "missed"    // chưa đạt
	Unknown   Standing = "unknown"   // chưa có số liệu
	Undecided Standing = "undecided" // chưa đủ căn cứ
)
