package source

import "bangvang/internal/diag"

// Campaign is data/campaign.yaml, a mapping.
type Campaign struct {
	Place       diag.Place
	Name        Value   `key:"name"`
	ShortName   Value   `key:"short_name"`
	Anniversary Span    `key:"anniversary"`
	Theme       Value   `key:"theme"`
	Period      Span    `key:"period"`
	AsOf        Value   `key:"as_of?"`
	TimeZone    Value   `key:"time_zone"`
	Lang        Value   `key:"lang"`
	Plan        Plan    `key:"plan"`
	Organizer   Value   `key:"organizer"`
	Secretariat Value   `key:"secretariat"`
	Event       Event   `key:"event"`
	BaseURL     Value   `key:"base_url"`
	ShortURL    Value   `key:"short_url?"`
	FirstURL    Value   `key:"first_url?"`
	Contact     Contact `key:"contact"`
	Licence     Value   `key:"licence"`
	LegalBasis  Value   `key:"legal_basis"`
	Logo        Value   `key:"logo?"`
	Brand       *Brand  `key:"brand?"`
	Cards       *Cards  `key:"cards?"`
	Booklet     Value   `key:"booklet?"`
}

// Cards says up to how many awards each has a picture of its own for previews of links.
type Cards struct {
	Place  diag.Place
	Awards Value `key:"awards"`
}

// Span is from and to, both dates.
type Span struct {
	Place diag.Place
	From  Value `key:"from"`
	To    Value `key:"to"`
}

// Plan is the document that launched the campaign.
type Plan struct {
	Place     diag.Place
	Title     Value     `key:"title"`
	Number    Value     `key:"number?"`
	Date      Value     `key:"date?"`
	Issuer    Value     `key:"issuer"`
	Signatory Signatory `key:"signatory"`
	Bases     []Value   `key:"bases?"`
}

// Signatory is who signed, in which office.
type Signatory struct {
	Place  diag.Place
	Office Value `key:"office"`
	Name   Value `key:"name"`
}

// Event is the gathering of the ceremony. Programme names a Markdown file of content/.
type Event struct {
	Place     diag.Place
	Word      Value `key:"word"`
	Date      Value `key:"date"`
	Venue     Value `key:"place?"`
	Programme Value `key:"programme?"`
}

// Contact is whom to ask. Public are other telephone numbers and addresses that texts may hold on purpose.
type Contact struct {
	Place   diag.Place
	Name    Value   `key:"name"`
	Phone   Value   `key:"phone?"`
	Email   Value   `key:"email?"`
	Address Value   `key:"address?"`
	Public  []Value `key:"public?"`
}

// Brand overrides the two colours of the design (#rrggbb).
type Brand struct {
	Place diag.Place
	Red   Value `key:"red?"`
	Gold  Value `key:"gold?"`
}

// Correction is one line of data/corrections.yaml. The ids name what it corrects: the pages that list it.
type Correction struct {
	Place    diag.Place
	Date     Value `key:"date"`
	Subject  Value `key:"subject"`
	Was      Value `key:"was"`
	Now      Value `key:"now"`
	Reason   Value `key:"reason"`
	Target   Value `key:"target?"`
	Decision Value `key:"decision?"`
	Award    Value `key:"award?"`
	Unit     Value `key:"unit?"`
	Story    Value `key:"story?"`
}
