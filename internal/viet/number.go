package viet

import (
	"strconv"
	"strings"
)

// minus is the sign of negative numbers: as wide as a digit, and no line ends after it.
const minus = "\u2212"

// FormatInt writes n with a point between thousands: “1.790”, “−5”.
func FormatInt(n int64) string { return FormatDecimal(n, 0) }

// FormatDecimal writes unscaled / 10^scale with a decimal comma, all its decimals
// shown: (845, 1) is “84,5”, (-5, 1) is “−0,5”, (1790000, 3) is “1.790,000”.
// A negative scale appends zeros.
func FormatDecimal(unscaled int64, scale int) string {
	return FormatFixed(unscaled, scale, max(scale, 0))
}

// FormatFixed writes unscaled / 10^scale with just so many decimals, zeros added
// or the number rounded, half away from zero: (825, 1, 2) is “82,50”, (655, 2, 1)
// is “6,6”. What rounds to zero has no sign.
func FormatFixed(unscaled int64, scale, decimals int) string {
	digits := strconv.FormatInt(unscaled, 10)
	digits, negative := strings.CutPrefix(digits, "-")
	decimals = max(decimals, 0)
	digits = shift(digits, decimals-scale)
	if short := decimals + 1 - len(digits); short > 0 {
		digits = strings.Repeat("0", short) + digits
	}
	whole, fraction := digits[:len(digits)-decimals], digits[len(digits)-decimals:]

	var b strings.Builder
	if negative && strings.Trim(digits, "0") != "" {
		b.WriteString(minus)
	}
	for i := range len(whole) {
		if left := len(whole) - i; i > 0 && left%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteByte(whole[i])
	}
	if decimals > 0 {
		b.WriteByte(',')
		b.WriteString(fraction)
	}
	return b.String()
}

// shift multiplies decimal digits by 10^n, rounding half up.
func shift(digits string, n int) string {
	if n >= 0 {
		if digits == "0" {
			return digits
		}
		return digits + strings.Repeat("0", n)
	}
	cut := len(digits) + n
	if cut < 0 {
		return "0"
	}
	kept, next := "0"+digits[:cut], digits[cut]
	if next >= '5' {
		kept = increment(kept)
	}
	if trimmed := strings.TrimLeft(kept, "0"); trimmed != "" {
		return trimmed
	}
	return "0"
}

// increment adds one to digits that begin with a zero.
func increment(digits string) string {
	b := []byte(digits)
	i := len(b) - 1
	for ; b[i] == '9'; i-- {
		b[i] = '0'
	}
	b[i]++
	return string(b)
}

// Count writes how many of a noun there are as administrative papers do, counts
// from 1 to 9 with a zero: “05 xã”, “12 xã”, “1.790 xã”, “0 xã”. An empty noun
// gives the number alone. The space may break; see [Bind].
func Count(n int, noun string) string {
	number := FormatInt(int64(n))
	if n > 0 && n < 10 {
		number = "0" + number
	}
	if noun == "" {
		return number
	}
	return number + " " + noun
}
