package edition

import (
	"iter"
	"strconv"
)

// Drawing is a picture file and all that is on it, in final words: a card that stands for a page where it is shared, a chart to take away, or
// a still for television. In its texts a line may end at a space and not at a no-break space. It names nobody whom its page does not name.
type Drawing struct {
	Path Path
	Kind DrawingKind
	Lang string
	Dark bool // on a dark ground
	// Laurels tells that somebody is honoured on it.
	Laurels bool
	Mark    string // "DỮ LIỆU MẪU" across it, or that it is not public yet; "" if neither
	Over    string // above the title: what this is of
	Title   string
	Lines   []string // below the title
	Verdict *Verdict
	Chart   *Chart       // without its Sentence and Title, which are in Lines and Title
	Counts  []DrawnCount // figures that are the matter itself
	Rows    []DrawnRow   // lines of a list
	Source  string       // "Nguồn: VietnamPlus (01/10/2018)", "" where nothing needs one
	Date    string       // "Dữ liệu đến ngày 15/01/2019"
	Site    string       // whose it is
	Address string       // of its page, as people type it
	Alt     string       // the picture in words, for those who cannot see it
}

// DrawingKind tells what a picture is for, and by that its size.
type DrawingKind string

const (
	CardDrawing  DrawingKind = "card"  // CardWidth by CardHeight, for previews of a link
	ChartDrawing DrawingKind = "chart" // ChartWidth by ChartHeight, as PNG or SVG by its Path
	StillDrawing DrawingKind = "still" // StillWidth by StillHeight, for television
)

// Sizes of pictures in pixels.
const (
	CardWidth, CardHeight   = 1200, 630
	ChartWidth, ChartHeight = 1600, 900
	StillWidth, StillHeight = 1920, 1080
)

// DrawnCount is a figure and what it counts. Standing is "" where it counts no verdicts.
type DrawnCount struct {
	Figure, Words string
	Standing      Standing
}

// DrawnRow is a line of a list: a target, its newest figure and its verdict.
type DrawnRow struct {
	Words, Figure string
	Verdict       Verdict
}

// StillGroup is stills of one sort, as the press page lists them.
type StillGroup struct {
	Heading string
	Stills  []Still
}

// Still is a still on a light ground and on a dark one.
type Still struct {
	Words       string
	Light, Dark Path
}

// Script is what an announcer reads out; export writes it as plain text.
type Script struct {
	Path  Path
	Head  []string // lines before all names
	Parts []ScriptPart
}

// ScriptPart is those of a decision who are called one after the other.
type ScriptPart struct {
	Head   []string
	First  int // the number of the first, from 1
	Called calledLines
}

// Lines gives it line by line; "" parts sections. Those of names are made as they are wanted.
func (s *Script) Lines() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, l := range s.Head {
			if !yield(l) {
				return
			}
		}
		for _, p := range s.Parts {
			if !p.lines(yield) {
				return
			}
		}
	}
}

func (p *ScriptPart) lines(yield func(string) bool) bool {
	for _, l := range p.Head {
		if !yield(l) {
			return false
		}
	}
	for i := range p.Called {
		a := &p.Called[i]
		if !yield(strconv.Itoa(p.First+i) + ". " + joined(", ", addressed(a.Honorific, a.Name), a.Position, a.Unit)) {
			return false
		}
	}
	return true
}
