package campaign

import (
	"time"

	"bangvang/internal/diag"
)

// Approval is somebody's word that these very bytes may be published.
type Approval struct {
	Place diag.Place
	Hash  string // of all files of the site, 64 hexadecimal digits
	By    string
	At    time.Time // when the word was given
	AsOf  time.Time // the clock of the site
}
