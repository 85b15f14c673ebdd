package source

import "bangvang/internal/diag"

// Area is one of data/areas.yaml, a list.
type Area struct {
	Place   diag.Place
	ID      Value `key:"id"`
	Letter  Value `key:"letter"`
	Name    Value `key:"name"`
	Summary Value `key:"summary"`
}

// Source is one of data/sources.yaml: where a figure was read.
type Source struct {
	Place     diag.Place
	ID        Value `key:"id"`
	Title     Value `key:"title"`
	Publisher Value `key:"publisher"`
	Date      Value `key:"date?"`
	URL       Value `key:"url?"`
}

// Target is one of data/targets.yaml. Period is the year that figures are of.
type Target struct {
	Place      diag.Place
	ID         Value     `key:"id"`
	Area       Value     `key:"area"`
	Name       Value     `key:"name"`
	Short      Value     `key:"short?"`
	Measure    Value     `key:"measure"`
	Decimals   Value     `key:"decimals"`
	Goal       Goal      `key:"goal"`
	Official   *Official `key:"official?"`
	Baseline   *Baseline `key:"baseline?"`
	Deadline   Value     `key:"deadline?"`
	Period     Value     `key:"period"`
	Cumulative Value     `key:"cumulative?"`
	PartOf     Value     `key:"part_of?"`
	Note       Value     `key:"note?"`
}

// Goal has exactly one of its keys.
type Goal struct {
	Place   diag.Place
	AtLeast Value   `key:"at_least?"`
	AtMost  Value   `key:"at_most?"`
	Between *Bounds `key:"between?"`
	Count   Value   `key:"count?"`
}

// Bounds are the two ends of a range of numbers.
type Bounds struct {
	Place diag.Place
	From  Value `key:"from"`
	To    Value `key:"to"`
}

// Official is the City's own threshold where the plan quotes another.
type Official struct {
	Place  diag.Place
	Goal   Goal  `key:"goal"`
	Source Value `key:"source"`
}

// Baseline is the figure of an earlier period. A computed one says how.
type Baseline struct {
	Place     diag.Place
	Period    Value     `key:"period"`
	Value     Value     `key:"value"`
	Qualifier Value     `key:"qualifier?"`
	Source    Value     `key:"source?"`
	Computed  *Computed `key:"computed?"`
}

// Computed tells how a figure of ours came about: a formula in words and the source of its figures.
type Computed struct {
	Place   diag.Place
	Formula Value `key:"formula"`
	From    Value `key:"from?"`
}

// Result is one of data/results.yaml: a report of a target's or an assignment's figure.
type Result struct {
	Place      diag.Place
	Target     Value     `key:"target?"`
	Assignment Value     `key:"assignment?"`
	AsOf       Value     `key:"as_of"`
	Value      Value     `key:"value"`
	Qualifier  Value     `key:"qualifier?"`
	Status     Value     `key:"status"`
	Computed   *Computed `key:"computed?"`
	Source     Value     `key:"source?"`
	Note       Value     `key:"note?"`
	Sample     Value     `key:"sample?"`
}
