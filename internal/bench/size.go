package bench

import "slices"

// Size is how much there is of what.
type Size struct {
	Name        string
	Awards      int
	Units       int
	Assignments int // targets given to units, each with a report
	Decisions   int // each has a file of awards
	NoBooklet   bool
}

// Sizes are those that the project is measured by. Real is about the campaign of this repository; L is five years of a city, XL a
// country, which nobody would print.
var Sizes = []Size{
	{Name: "real", Awards: 113, Units: 200, Assignments: 26, Decisions: 7},
	{Name: "M", Awards: 7_000, Units: 300, Assignments: 3_000, Decisions: 60},
	{Name: "L", Awards: 64_060, Units: 1_000, Assignments: 10_000, Decisions: 1_000},
	{Name: "XL", Awards: 1_000_000, Units: 20_000, Assignments: 20_000, Decisions: 10_000, NoBooklet: true},
}

// SizeNamed finds a size by its name.
func SizeNamed(name string) (Size, bool) {
	i := slices.IndexFunc(Sizes, func(s Size) bool { return s.Name == name })
	if i < 0 {
		return Size{}, false
	}
	return Sizes[i], true
}

// share is the part of a whole that the i-th of n has, as even as can be: where it begins and where it ends.
func share(whole, i, n int) (from, to int) { return whole * i / n, whole * (i + 1) / n }
