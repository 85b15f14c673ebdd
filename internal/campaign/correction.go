package campaign

import "bangvang/internal/diag"

// Correction is a mistake owned up to: what stood there, what stands now and why. What it corrects may be named; each that is nil is not.
type Correction struct {
	Place    diag.Place
	Date     Date
	Subject  string
	Was      string
	Now      string
	Reason   string
	Target   *Target
	Decision *Decision // the award's, where only an award is named
	Award    *Award
	Unit     *Unit
	Story    *Story
}
