package campaign

import (
	"time"

	"bangvang/internal/diag"
)

// Form is hình thức khen thưởng or danh hiệu thi đua: Bằng khen and Giấy khen are data, not code.
type Form struct {
	Place       diag.Place
	ID          string
	Name, Short string
	Rank        int    // 1 is the highest
	Level       string // who gives it: "Chủ tịch UBND thành phố"
	Title       bool   // an emulation title (danh hiệu), not a form of commendation
}

// Decision is quyết định khen thưởng.
type Decision struct {
	Place      diag.Place
	ID         string
	Form       *Form
	Number     string // "" while it is a draft
	Date       Date
	Issuer     string
	IssuerUnit *Unit
	Signatory  Signatory
	Reason     string
	Bases      []string
	Expects    Tally
	PublishAt  time.Time // zero: at once
	Sample     bool
	Revoked    *Revocation
	Awards     []*Award // by No
}

// Revocation takes a decision back. Its page stays and says so.
type Revocation struct {
	Date   Date
	Reason string
}

// Draft tells whether the decision has no number yet: such a one is never public.
func (d *Decision) Draft() bool { return d.Number == "" }

// Public tells whether the decision may be seen at a moment: it has a number and its time has come. It is the one gate before all renderers.
func (d *Decision) Public(at time.Time) bool { return !d.Draft() && !d.PublishAt.After(at) }

// Tally counts awardees by kind.
type Tally struct {
	Collectives, Individuals, Households int
}

// Total is the number of awardees of all kinds.
func (t Tally) Total() int { return t.Collectives + t.Individuals + t.Households }

// AwardKind tells whom an award honours.
type AwardKind string

const (
	Collective AwardKind = "collective"
	Individual AwardKind = "individual"
	Household  AwardKind = "household"
)

// Count adds one awardee.
func (t *Tally) Count(k AwardKind) {
	switch k {
	case Collective:
		t.Collectives++
	case Individual:
		t.Individuals++
	case Household:
		t.Households++
	}
}

// Award is one line of a decision. GoldenBookNo, Photo.Consent, Minor and Withdrawn.Reason are private: no renderer of public output may read them.
type Award struct {
	Place        diag.Place
	ID           string // <decision>-NNN
	Decision     *Decision
	No           int // STT in the decision
	Kind         AwardKind
	Honorific    string
	Name         string
	Given        string // overrides the last syllable as given name
	Position     string
	Group        string
	Unit         *Unit
	Area         *Area // nil if none
	Citation     string
	GoldenBookNo string
	Photo        *Photo
	Minor        *Minor
	Withdrawn    *Withdrawal
}

// Photo is a picture of the awardee; published only with Consent.
type Photo struct {
	File, Alt string
	Consent   bool
}

// Minor marks an awardee under age: shown by unit only unless consent is recorded.
type Minor struct {
	Consent bool
}

// Withdrawal takes an award off the roll: its address stays, its name goes. The reason is private.
type Withdrawal struct {
	Date   Date
	Reason string
}

// Story is a piece on an exemplary person or collective (gương điển hình).
type Story struct {
	Place  diag.Place
	ID     string
	Title  string
	Date   Date
	Award  *Award // nil if none
	Area   *Area  // nil if none
	Photo  *Photo
	Sample bool
}
