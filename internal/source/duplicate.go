package source

import "bangvang/internal/diag"

// Duplicate is an entry of data/duplicates.yaml: awards that look like one awardee's, and what people found. Decided once, it is never asked
// again. The note is private.
type Duplicate struct {
	Place  diag.Place
	Awards []Value `key:"awards"`
	Same   Value   `key:"same"`
	Note   Value   `key:"note?"`
}
