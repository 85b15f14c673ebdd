package campaign

// Ledger is everything believed of one campaign. Slices are in file order but for Units, which SortUnits ordered; every award is in
// its decision and its unit too.
type Ledger struct {
	Campaign     Campaign
	Areas        []*Area
	Sources      []*Source
	Targets      []*Target
	Blocks       []*Block
	Units        []*Unit
	Forms        []*Form // by rank
	Decisions    []*Decision
	Assignments  []*Assignment
	Achievements []*Achievement
	Awards       []*Award // by decision, then No
	Stories      []*Story
	Corrections  []*Correction
	Articles     []*Article
}

// Article is a page of text of the campaign's own (Markdown in content/), known by its file.
type Article struct {
	File        string // below content/: "ke-hoach.md"
	Title       string
	Description string
}
