package intake

import (
	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/source"
)

// draft is an award as a row gives it.
type draft struct {
	file  string // as from.file names it
	sheet string
	row   int
	sum   string // of what the row held
	place diag.Place
	name  diag.Place

	kind                       campaign.AwardKind
	honorific, fullName        string
	position, group            string
	unit                       *source.Unit
	area, citation, goldenBook string

	has map[string]bool // keys that the table has a column of
	key string          // of the person
}

// Told is a text that was changed on the way, before and after.
type Told struct {
	Place         diag.Place
	What          string // "TCVN3 → Unicode", "in hoa → thường", "tách danh xưng"
	Before, After string
}

// SheetAccount is what became of a sheet.
type SheetAccount struct {
	File, Sheet string
	Read        campaign.Tally // awards by kind
	Columns     []string       // headings read
	Private     []string       // headings of personal data, left out
	LeftOut     []string       // other headings left out
	Tidied      []string       // what was taken out of texts, counted
	Skipped     []string       // rows that are no awards: "2 mục", "1 dòng cộng"
}

// UnitAccount is a name of a unit that was not found as spelled.
type UnitAccount struct {
	Text, ID, Name string
	Times          int
}
