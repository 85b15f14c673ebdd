package campaign

import (
	"slices"

	"bangvang/internal/diag"
)

// Block is cụm, khối thi đua: units that compete with each other.
type Block struct {
	Place    diag.Place
	ID, Name string
	Lead     *Unit
	Units    []*Unit // in order
}

// UnitKind is what a unit is; the order of the constants is the order in which units stand, if data says nothing else.
type UnitKind string

// The kinds, as data spells them.
const (
	Party            UnitKind = "party"
	Council          UnitKind = "council"
	PeoplesCommittee UnitKind = "peoples-committee"
	Front            UnitKind = "front"
	MassOrganisation UnitKind = "mass-organisation"
	Department       UnitKind = "department"
	ArmedForces      UnitKind = "armed-forces"
	UrbanDistrict    UnitKind = "urban-district"
	RuralDistrict    UnitKind = "rural-district"
	Commune          UnitKind = "commune"
	CentralAgency    UnitKind = "central-agency"
	Press            UnitKind = "press"
	Enterprise       UnitKind = "enterprise"
	School           UnitKind = "school"
	OtherKind        UnitKind = "other"
)

// UnitKinds are all kinds in their order.
var UnitKinds = []UnitKind{Party, Council, PeoplesCommittee, Front, MassOrganisation, Department, ArmedForces,
	UrbanDistrict, RuralDistrict, Commune, CentralAgency, Press, Enterprise, School, OtherKind}

// Unit is đơn vị: an agency, a locality, an organisation.
type Unit struct {
	Place        diag.Place
	ID           string
	Name, Short  string
	Aliases      []string
	Kind         UnitKind
	Block        *Block
	Parent       *Unit
	Children     []*Unit  // in order
	Order        *Decimal // sorts within its kind, before those without
	Verified     bool
	Source       *Source
	Assignments  []*Assignment // in file order
	Achievements []*Achievement
	Awards       []*Award // of the unit itself, in the order of their decisions
}

// SortUnits puts units into their order: by kind, by Order within the kind (those without come after), else as they were read.
func SortUnits(units []*Unit) {
	rank := map[UnitKind]int{}
	for i, k := range UnitKinds {
		rank[k] = i
	}
	slices.SortStableFunc(units, func(a, b *Unit) int {
		if c := rank[a.Kind] - rank[b.Kind]; c != 0 {
			return c
		}
		switch {
		case a.Order != nil && b.Order != nil:
			return a.Order.Cmp(*b.Order)
		case a.Order != nil:
			return -1
		case b.Order != nil:
			return 1
		}
		return 0
	})
}

// Assignment is a target given to a unit: one of the plan's (Target) or its own (Name, Measure, Decimals).
type Assignment struct {
	Place      diag.Place
	ID         string
	Unit       *Unit
	Target     *Target // nil if the unit's own
	Name       string
	Measure    string
	MeasureOne string // as in Target
	Decimals   int
	Goal       Goal
	Deadline   Date
	Sample     bool
	Results    []*Result // newest first
}

// Achievement is thành tích: what a unit did, in words, perhaps with a figure.
type Achievement struct {
	Place      diag.Place
	ID         string
	Unit       *Unit
	Area       *Area
	Target     *Target // nil if none
	Text       string
	Value      *Decimal
	Measure    string
	MeasureOne string // as in Target
	Date       Date
	Source     *Source
	Sample     bool
}
