package source

import "bangvang/internal/diag"

// Move is an entry of data/moved.yaml: what has become of an address that was published.
type Move struct {
	Place     diag.Place
	From      Value     `key:"from"`
	To        Value     `key:"to?"`
	Withdrawn *Farewell `key:"withdrawn?"`
}

// Farewell takes an address back for good. Its reason is public.
type Farewell struct {
	Place  diag.Place
	Date   Value `key:"date"`
	Reason Value `key:"reason"`
}
