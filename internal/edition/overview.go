package edition

// Overview is counts in lines: a table in which each line has a small picture of its numbers.
type Overview struct {
	Anchor  string
	Heading string
	First   string   // head of the first column
	Heads   []string // heads of the counts
	Lines   []OverviewLine
}

// OverviewLine is one line of an overview, its counts under Overview.Heads.
type OverviewLine struct {
	Link
	Counts []Cell
	Strip  Strip
}

// Strip is a picture of whole numbers. All strips of a table are drawn to one scale.
type Strip struct {
	Parts []StripPart
	Most  int // the sum of the table's longest strip
}

// StripPart is so many things of one standing; Standing "" is of no standing.
type StripPart struct {
	Count    int
	Standing Standing
}

// StatisticsPage is /vinh-danh/thong-ke/: the awards counted.
type StatisticsPage struct {
	Lead      string
	Overviews []Overview
	Note      string
}

// Milestone is a day of the campaign.
type Milestone struct {
	Date  string
	ISO   string // the same for machines
	Words string
	Path  Path   // what it leads to, if not ""
	Ahead string // "sắp tới" for a day after that of the data, else ""
}

func (*StatisticsPage) Template() string { return "statistics" }

// scaled gives every strip of a table the table's scale.
func (o *Overview) scaled() {
	most := 1
	for _, l := range o.Lines {
		sum := 0
		for _, p := range l.Strip.Parts {
			sum += p.Count
		}
		most = max(most, sum)
	}
	for i := range o.Lines {
		o.Lines[i].Strip.Most = most
	}
}
