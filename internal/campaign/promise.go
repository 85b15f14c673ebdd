package campaign

import "bangvang/internal/diag"

// Promise is an address that was published and must never be lost: a path from the site's root, as "/chi-tieu/ho-ngheo/".
type Promise struct {
	Place   diag.Place
	Address string
	Since   Date // the day on which it was first published
}

// Move is what has become of an address that was published: exactly one of To, URL and Withdrawn is set.
type Move struct {
	Place     diag.Place // of From
	From      string
	To        string     // another address of the site
	ToPlace   diag.Place // of To
	URL       string     // an absolute address on another site
	Withdrawn *Farewell
}

// Farewell takes an address back for good. Its reason is public.
type Farewell struct {
	Date   Date
	Reason string
}
