// Package edition is what is published: everything decided.
//
// Compose takes a Ledger and the campaign's documents and gives an Edition: pages with their addresses, tables, charts, the booklet's
// chapters, data sets, feeds and the search index, in final order and final words. After it nothing is computed, sorted, rounded or named:
// a renderer walks the values and writes them in its format.
//
// All that pages say is worded by a tongue (tongue.go), of which there is one for each language. A campaign that data tells in another
// language too has a twin: an edition of its home page, plan, areas and targets below "/<lang>/", at the same addresses otherwise.
//
// What a publication showed of its targets is kept (Keep, package kept) and shown for as long as it may be cited: frozen.go. Its words are
// those of its day; nothing of them is worded anew.
//
// What was published before must not be lost: Settle, given the addresses of all that a site then holds, decides what stands at those that
// have nothing (settle.go, along.go), words the pages among it (moved.go), and reports an address that nothing stands for.
//
// A number is worded once, here: a Cell holds its words and its value. Only fields of the types below can be published; what is private
// in the Ledger (golden book numbers, consent, origins, reasons of withdrawal) has no place here. Drafts and what is not yet public are
// left out at one gate (gate.go). The package never knows tags, points on paper, ECharts options or bytes.
package edition

import "bangvang/internal/markdown"

// Edition is one publication of one campaign.
type Edition struct {
	Site     Site
	Pages    []Page // by path; NotFound is not among them
	NotFound Page
	Booklet  *Booklet
	Datasets []Dataset
	Feeds    []Feed
	Search   Entries
	Roll     *Roll // nil if there is nothing to filter
	Images   []Image
	Humans   []Humans
	Drawings []Drawing // cards, charts and stills, by path
	Stills   []StillGroup
	Script   *Script // what an announcer reads out, nil while nobody is honoured
	Frozen   []FrozenData
	Snapshot Snapshot
	Account  Account // what was used and what is missing, for the last lines of a build
	// DataGuide is what holds for all data sets; nil on a twin, which has none.
	DataGuide *DataGuide
	// Twins are the same publication in other languages, each with a Site of its own and the pages that the language has, below
	// "/<lang>/". They have neither booklet nor data sets, frozen or living, feeds, search, roll or images of their own.
	Twins []*Edition
}

// Path is a page's or a file's address from the site's root: "/chi-tieu/ho-ngheo/", "/feed.xml". How it is written in a page (relative,
// under a sub-path, with index.html) is the site's business.
type Path string

// Link is an address with the words that stand for it. Path "" is no link but text.
type Link struct {
	Words string
	Path  Path
}

// Site is what all pages share.
type Site struct {
	Title       string // what the site is: "Bảng vàng"
	Name        string // Title and the campaign's short name
	Campaign    string // the campaign's full name
	Short       string // its short name
	Occasion    string // "30 năm thành phố Hải Đăng": the short name's first line on the cover
	Dates       string // "02/01/2004 – 02/01/2019"
	Theme       string // quoted exactly, without quotation marks
	Organizer   string
	Secretariat string
	Contact     Contact
	Licence     string
	LegalBasis  string
	BaseURL     string // absolute, ends in "/"
	ShortURL    string
	Lang        string // BCP 47
	Sample      string // the banner's words while any sample is shown, else ""
	DataDate    string // "Dữ liệu đến ngày 15/01/2019": the clock, worded
	Updated     string // the clock in RFC 3339, for machines
	Gathering   Gathering
	Nav         []Link // main navigation
	FooterNav   []Link
	Brand       Brand
	// Foreign are the phrases on a twin's pages that stand in the campaign's own language: names and texts that data has no translation
	// of. Longest first, so that a phrase within a phrase is not taken for it.
	Foreign []string
	// Words are the campaign's own words for the interface, by key, where it has other ones than the site.
	Words map[string]string
}

// Gathering is the event at which awards are handed over, for machines.
type Gathering struct {
	Name  string // "Họp mặt kỷ niệm: 30 năm thành phố Hải Đăng"
	Date  string // 2019-01-02, 2019-01 or 2019; "" if not known
	Words string // "Họp mặt kỷ niệm, dự kiến tháng 01/2019"
	Place string
}

// Contact is whom to ask; empty fields are not shown.
type Contact struct {
	Name, Phone, Email, Address string
}

// Brand holds the two colours if data overrides the design's, as #rrggbb, else "".
type Brand struct {
	Red, Gold string
}

// Page is one HTML page: what every page has, and a body of its kind.
type Page struct {
	Head
	Body Body
}

// Whole is the page with its description: that of an award, of which there are very many, is made when it is asked for.
func (p *Page) Whole() *Page {
	a, ok := p.Body.(*AwardPage)
	if !ok || p.Description != "" {
		return p
	}
	whole := *p
	whole.Description = a.Award.description()
	return &whole
}

// Head is what every page has.
type Head struct {
	Path        Path
	Title       string
	Description string // "" of an award's page: see Whole
	Crumbs      []Link // from the home page down, without this page
	Section     Path   // the Nav entry it belongs to, "" for none
	Updated     string // RFC 3339 or a date: how new what it shows is; "" if data does not tell
	NoIndex     bool
	Cited       bool         // though NoIndex, it is an address to cite and to share
	Corrections []Correction // of what the page tells, newest first
	Card        *Picture     // nil on a page that is not to be shared
	// Alternates are the page in each of its languages, its own among them; empty where it has one language.
	Alternates []Alternate
	Embed      *Embed     // how other sites show the page, nil of most
	Reference  *Reference // how it is cited, nil of most
}

// Alternate is a page in a language.
type Alternate struct {
	Lang string // BCP 47
	Path Path
}

// Body is the content of a page: one of *Home, *PlanPage, *AreaPage, *TargetsPage, *TargetPage, *UnitsPage, *UnitPage, *BlockPage,
// *RollPage, *StatisticsPage, *AwardPage, *DecisionsPage, *DecisionPage, *StoriesPage, *StoryPage, *BookletPage, *ChapterPage, *ArticlePage, *EmbedPage, *PressPage, *DataPage, *FrozenPage, *VersionsPage, *NotFoundPage.
// Template names the template that shows it.
type Body interface {
	Template() string
}

// Cell is a value with its words. Value is the machine's spelling: 84.5, 2018-12, true; for text it is the text itself.
type Cell struct {
	Words string
	Value string
	Path  Path   // a link, if not ""
	URL   string // a link to another site, if not ""; https or http
}

// ValueKind is what the values of a column are.
type ValueKind string

const (
	TextValue   ValueKind = "string"
	NumberValue ValueKind = "number"
	WholeValue  ValueKind = "integer"
	DateValue   ValueKind = "date" // 2018, 2018-12 or 2018-12-05
	BoolValue   ValueKind = "boolean"
)

// Column is a column of a Table. Key is its stable machine name, Head what people read.
type Column struct {
	Key  string
	Head string
	Kind ValueKind
	Note string // what the column means, beyond its head; "" on page tables
	// What follows is said of the columns of data sets alone.
	Codes  []Code // the values that the column may hold and their words, if they are few; else nil
	Of     string // the whole data set whose ids the column holds; else ""
	Always bool   // no row leaves it empty
	Says   string // all of it in a sentence
}

// Code is a value of a column of few values, with its words.
type Code struct{ Value, Words string }

// Table is rows of cells under columns. Who wants the rows of a data set asks for All of them.
type Table struct {
	Caption string
	Columns []Column
	Rows    [][]Cell
	Lines   Lines // instead of Rows, if not nil
}

// Dataset is a table for download: /du-lieu/v1/<ID>.csv, .json and whatever export offers. A column "id", if it has one, tells its rows apart.
type Dataset struct {
	ID          string // "chi-tieu", "ket-qua", "vinh-danh", "chi-tieu/ho-ngheo"
	Shape       string // the ID of the whole data set that has the same columns: its own, or "ket-qua", "vinh-danh"
	Title       string
	Description string
	Whole       bool   // one of the campaign's tables, listed at /du-lieu/; else belongs to one page
	Page        Path   // where it is shown
	Size        string // "78 hàng, 16 cột"
	Table       Table
	Downloads   []Download
	Cite        string
	Reference   *Reference  // nil of one that belongs to a page
	Caveats     []string    // what to know before using it, in sentences
	Sources     []SourceRow // of its figures, in the order of first use
	Notes       []NoteGroup // all of that and what else a reader of the file must know, in order; not its columns
}

// NoteGroup is notes under a heading, which the first group lacks. A Fact without Term is a sentence.
type NoteGroup struct {
	Heading string
	Facts   []Fact
}

// Download is a file offered on a page.
type Download struct {
	Words  string // "CSV", "JSON"
	Path   Path
	Format string // media type
}

// Feed is an Atom feed.
type Feed struct {
	ID      string // a tag: URI
	Path    Path
	Title   string
	Updated string // RFC 3339
	Entries []FeedEntry
}

// FeedEntry is one entry of a feed. ID never changes.
type FeedEntry struct {
	ID      string // a tag: URI
	Title   string
	Path    Path
	Updated string // RFC 3339
	Summary string
}

// EntryKind is what a search entry leads to.
type EntryKind string

const (
	PersonEntry     EntryKind = "person"
	CollectiveEntry EntryKind = "collective"
	HouseholdEntry  EntryKind = "household"
	UnitEntry       EntryKind = "unit"
	TargetEntry     EntryKind = "target"
	DecisionEntry   EntryKind = "decision"
	StoryEntry      EntryKind = "story"
	PageEntry       EntryKind = "page"
)

// Entry is one thing that search finds: by Name, Also and the names of Twins, told apart by Line.
type Entry struct {
	Kind EntryKind
	Name string
	Also string // other names, not shown: aliases, short names
	Line string // "Trưởng phòng · Sở Minh Họa · Bằng khen"
	Path Path

	Twins []EntryTwin // the same in other languages, at the same address below "/<lang>/"
}

// EntryTwin is an entry in another language.
type EntryTwin struct{ Lang, Name, Line string }

// Account says what a build used and what it publishes of each unit, in words ready for the terminal.
type Account struct {
	Used  []Cell        // "13 chỉ tiêu": Words, and Value the number
	Plan  []string      // what the plan's own targets still lack: "chưa có số liệu: 02 chỉ tiêu"
	Units []UnitAccount // in the order of units

	Decisions []DecisionAccount // the public ones
}

// DecisionAccount sets a public decision's list against what its paper says, in words ready for the terminal.
type DecisionAccount struct {
	ID        string
	Name      string
	Expects   string // "12 tập thể, 45 cá nhân"; "" is none
	Lists     string // those who were withdrawn, too
	Withdrawn int
}

// UnitAccount is what is published of one unit, and what it still lacks.
type UnitAccount struct {
	ID, Unit     string
	Assigned     int // targets given to it
	Reported     int // those of them that have a result
	Results      int
	Achievements int
	Collectives  int // awards of the unit, by kind
	Individuals  int
	Households   int
	Gaps         []string // "chưa có kết quả: 02 chỉ tiêu được giao"
	Lacks        []string // the same for a column of a table: "02 kết quả"
}

// Idle tells whether the unit is only listed: it was given nothing, did nothing and lacks nothing.
func (u *UnitAccount) Idle() bool {
	return u.Assigned == 0 && u.Achievements == 0 && u.Collectives+u.Individuals+u.Households == 0 && len(u.Gaps) == 0
}

// Article is a text of the campaign: its title and its document.
type Article struct {
	Title string
	Doc   markdown.Doc
}
