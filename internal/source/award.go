package source

import "bangvang/internal/diag"

// Form is one of data/forms.yaml. Kind is form or title.
type Form struct {
	Place       diag.Place
	ID          Value   `key:"id"`
	Name        Value   `key:"name"`
	Short       Value   `key:"short"`
	Rank        Value   `key:"rank"`
	Level       Value   `key:"level"`
	IssuedBy    []Value `key:"issued_by?"`
	Kind        Value   `key:"kind"`
	Certificate Value   `key:"certificate?"`
}

// Decision is one of data/decisions.yaml.
type Decision struct {
	Place      diag.Place
	ID         Value       `key:"id"`
	Form       Value       `key:"form"`
	Number     Value       `key:"number?"`
	Date       Value       `key:"date?"`
	Issuer     Value       `key:"issuer"`
	IssuerUnit Value       `key:"issuer_unit?"`
	Signatory  Signatory   `key:"signatory"`
	Reason     Value       `key:"reason"`
	Bases      []Value     `key:"bases"`
	Expects    Expects     `key:"expects"`
	PublishAt  Value       `key:"publish_at?"`
	Sample     Value       `key:"sample?"`
	Revoked    *Revocation `key:"revoked?"`
}

// Expects is how many awardees of each kind the paper says it has; a kind left out counts 0.
type Expects struct {
	Place       diag.Place
	Collectives Value `key:"collectives?"`
	Individuals Value `key:"individuals?"`
	Households  Value `key:"households?"`
}

// Revocation takes a decision back; its reason is public, being part of the later decision.
type Revocation struct {
	Place  diag.Place
	Date   Value `key:"date"`
	Reason Value `key:"reason?"`
}

// Roll is one file of data/awards/: the lines of one decision.
type Roll struct {
	Place    diag.Place
	Decision Value   `key:"decision"`
	Awards   []Award `key:"awards"`
}

// Award is one line of a decision.
type Award struct {
	Place        diag.Place
	ID           Value       `key:"id"`
	No           Value       `key:"no"`
	Kind         Value       `key:"kind"`
	Honorific    Value       `key:"honorific?"`
	Name         Value       `key:"name"`
	Given        Value       `key:"given?"`
	Position     Value       `key:"position?"`
	Group        Value       `key:"group?"`
	Unit         Value       `key:"unit"`
	Area         Value       `key:"area?"`
	Citation     Value       `key:"citation"`
	GoldenBookNo Value       `key:"golden_book_no?"`
	Photo        *Photo      `key:"photo?"`
	Minor        *Minor      `key:"minor?"`
	Withdrawn    *Withdrawal `key:"withdrawn?"`
	From         *Origin     `key:"from?"`
}

// Photo is a picture below content/anh/, published with consent only.
type Photo struct {
	Place   diag.Place
	File    Value `key:"file"`
	Alt     Value `key:"alt"`
	Consent Value `key:"consent"`
}

// Minor marks an awardee under age.
type Minor struct {
	Place   diag.Place
	Consent Value `key:"consent"`
}

// Withdrawal takes an award off the roll. The reason stays private.
type Withdrawal struct {
	Place  diag.Place
	Date   Value `key:"date"`
	Reason Value `key:"reason?"`
}

// Origin is the spreadsheet row that an award was imported from. Sum is of what the row held then, as a whole and key by key, so that what people mend
// afterwards is told from what the unit changed. Private.
type Origin struct {
	Place diag.Place
	File  Value `key:"file"`
	Sheet Value `key:"sheet?"`
	Row   Value `key:"row"`
	Sum   Value `key:"sum?"`
}
