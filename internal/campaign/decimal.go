package campaign

import (
	"math"
	"strconv"
)

// Decimal is an exact decimal number: Unscaled × 10^-Scale. 84.5 is {845, 1}; the scale keeps how it was written (72.50 has scale 2).
type Decimal struct {
	Unscaled int64
	Scale    uint8
}

// Int is the decimal of a whole number.
func Int(n int64) Decimal { return Decimal{Unscaled: n} }

// Float is the nearest binary number, for drawing only.
func (d Decimal) Float() float64 {
	if exact := int64(1) << 53; -exact < d.Unscaled && d.Unscaled < exact && int(d.Scale) < len(powers) {
		return float64(d.Unscaled) / powers[d.Scale] // both are what they say, so that the quotient is the nearest
	}
	f, _ := strconv.ParseFloat(d.String(), 64)
	return f
}

var powers = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9}

// String writes the number as data spells it: a decimal point and no grouping.
func (d Decimal) String() string {
	s := strconv.FormatInt(d.Unscaled, 10)
	if d.Scale == 0 {
		return s
	}
	sign := ""
	if s[0] == '-' {
		sign, s = "-", s[1:]
	}
	for len(s) <= int(d.Scale) {
		s = "0" + s
	}
	return sign + s[:len(s)-int(d.Scale)] + "." + s[len(s)-int(d.Scale):]
}

// Cmp is -1, 0 or +1 as d is less than, equal to or greater than e. Both were bounded when read (MaxScale, MaxUnscaled).
func (d Decimal) Cmp(e Decimal) int {
	a, b := align(d, e)
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Sub is d − e, exact.
func (d Decimal) Sub(e Decimal) Decimal {
	a, b := align(d, e)
	return Decimal{a - b, max(d.Scale, e.Scale)}
}

// Add is d + e, exact.
func (d Decimal) Add(e Decimal) Decimal {
	a, b := align(d, e)
	return Decimal{a + b, max(d.Scale, e.Scale)}
}

// Whole tells whether the number has no fraction.
func (d Decimal) Whole() bool { return d.Unscaled%pow10(d.Scale) == 0 }

// Bounds of what a Decimal may hold, so that aligning two never overflows.
const (
	MaxScale    = 4
	MaxUnscaled = math.MaxInt64 / 100_000
)

func align(d, e Decimal) (int64, int64) {
	s := max(d.Scale, e.Scale)
	return d.Unscaled * pow10(s-d.Scale), e.Unscaled * pow10(s-e.Scale)
}

func pow10(n uint8) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}
