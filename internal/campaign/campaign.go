package campaign

import (
	"time"

	"bangvang/internal/diag"
)

// Campaign is đợt thi đua: one plan, one period, one clock.
type Campaign struct {
	Place       diag.Place
	Name        string
	ShortName   string
	Anniversary Span // what the campaign marks: from the founding to the anniversary day
	Theme       string
	Period      Span // from the launch to the close of the campaign
	AsOf        time.Time
	Zone        *time.Location
	Lang        string // BCP 47: "vi"
	Plan        Plan
	Organizer   string
	Secretariat string
	Event       Event
	BaseURL     string // absolute, ends in "/"
	ShortURL    string // "" if none
	FirstURL    string // where the site stood when it was first published, if elsewhere: the ids of news are made from it. "" if at BaseURL
	Contact     Contact
	Licence     string
	LegalBasis  string // on which personal data is published
	Logo        string // path below content/, or ""
	Brand       Brand
	CardAwards  int  // up to how many awards each has a card of its own
	NoBooklet   bool // the honour roll is not made into a book
}

// Brand overrides the two colours of the design, as #rrggbb; "" leaves one.
type Brand struct {
	Red, Gold string
}

// Plan is the document that launched the campaign. Number and Date are zero where unknown.
type Plan struct {
	Title     string
	Number    string
	Date      Date
	Issuer    string
	Signatory Signatory
	Bases     []string
}

// Signatory is người ký, with the office signed in.
type Signatory struct {
	Office, Name string
}

// Event is the gathering where awards are handed over; its word (lễ, họp mặt) is data.
type Event struct {
	Word      string
	Date      Date
	Place     string
	Programme string // name of the Markdown file in content/, "" if none
}

// Contact is whom to ask about the site.
type Contact struct {
	Name, Phone, Email, Address string
}
