package source

import "bangvang/internal/diag"

// Translation is data/i18n/<lang>.yaml: the names and texts of the campaign in another language. Each table has the ids of what it
// translates, or, of what has none, the text as data has it. All is optional; what must not be missing is for check to say.
type Translation struct {
	Place    diag.Place
	Lang     Value         // the file's name without .yaml, its place the file
	Campaign *CampaignText `key:"campaign?"`
	Areas    []AreaText    `key:"areas?"`
	Targets  []TargetText  `key:"targets?"`
	Measures []MeasureText `key:"measures?"`    // by the measure as data has it
	Notes    []Phrase      `key:"notes?"`       // by the note of a result
	Formulas []Phrase      `key:"formulas?"`    // by the formula of what is computed
	Mistakes []Phrase      `key:"corrections?"` // by a text of a correction: its subject, what was, what is now, why
	Blocks   []BlockText   `key:"blocks?"`
	Units    []UnitText    `key:"units?"`
	Sources  []SourceText  `key:"sources?"`
	Words    []Phrase      `key:"interface?"` // by the key of the word
}

// CampaignText is what data/campaign.yaml says in words, with its keys.
type CampaignText struct {
	Place       diag.Place
	Name        Value        `key:"name?"`
	ShortName   Value        `key:"short_name?"`
	Theme       Value        `key:"theme?"`
	Plan        *PlanText    `key:"plan?"`
	Organizer   Value        `key:"organizer?"`
	Secretariat Value        `key:"secretariat?"`
	Event       *EventText   `key:"event?"`
	Contact     *ContactText `key:"contact?"`
	Licence     Value        `key:"licence?"`
	LegalBasis  Value        `key:"legal_basis?"`
}

// PlanText translates a Plan; Bases are in its order.
type PlanText struct {
	Place     diag.Place
	Title     Value          `key:"title?"`
	Issuer    Value          `key:"issuer?"`
	Signatory *SignatoryText `key:"signatory?"`
	Bases     []Value        `key:"bases?"`
}

// SignatoryText translates the office; a name is a name.
type SignatoryText struct {
	Place  diag.Place
	Office Value `key:"office?"`
}

// EventText translates an Event.
type EventText struct {
	Place diag.Place
	Word  Value `key:"word?"`
	Venue Value `key:"place?"`
}

// ContactText translates a Contact.
type ContactText struct {
	Place   diag.Place
	Name    Value `key:"name?"`
	Address Value `key:"address?"`
}

// AreaText translates an Area.
type AreaText struct {
	Place   diag.Place
	ID      Value `key:"*"`
	Name    Value `key:"name?"`
	Summary Value `key:"summary?"`
}

// TargetText translates a Target.
type TargetText struct {
	Place diag.Place
	ID    Value `key:"*"`
	Name  Value `key:"name?"`
	Short Value `key:"short?"`
	Note  Value `key:"note?"`
}

// MeasureText translates a measure: "triệu USD: million USD", or "xã: {one: commune, other: communes}" where one is told apart.
type MeasureText struct {
	Place diag.Place
	Of    Value `key:"*"`
	One   Value `key:"one?"`
	Other Value `key:"other="`
}

// BlockText translates a Block.
type BlockText struct {
	Place diag.Place
	ID    Value `key:"*"`
	Name  Value `key:"name?"`
}

// UnitText translates a Unit.
type UnitText struct {
	Place diag.Place
	ID    Value `key:"*"`
	Name  Value `key:"name?"`
	Short Value `key:"short?"`
}

// SourceText translates a Source.
type SourceText struct {
	Place     diag.Place
	ID        Value `key:"*"`
	Title     Value `key:"title?"`
	Publisher Value `key:"publisher?"`
}

// Phrase is a text with what it is in the other language.
type Phrase struct {
	Place diag.Place
	Of    Value `key:"*"`
	Text  Value `key:"="`
}
