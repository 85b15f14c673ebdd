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
	Promises     []Promise // by address, each once
	Moves        []*Move
	Approvals    []Approval     // as they were given; private
	Certificates []*Certificate // private, as is Ceremony
	Ceremony     Ceremony
	Twins        []Twin // by language; none where the data is in one language
}

// Twin is the same campaign told in another language. Its Ledger holds the same things with the same ids, in the same order; names, texts
// and measures are in that language where the data has them, and those of the campaign's own language where it does not. Awards and all
// that is awarded stay as the decisions have them.
type Twin struct {
	Lang   string // BCP 47: "en"
	Ledger *Ledger
	Words  map[string]string // of the interface, by key: what data says in place of the program's own words; nil if nothing
}

// Article is a page of text of the campaign's own (Markdown in content/), known by its file.
type Article struct {
	File        string // below content/: "ke-hoach.md"; in a twin also "en/ke-hoach.md"
	Title       string
	Description string
}
