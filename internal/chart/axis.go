package chart

import (
	"math"
	"strconv"
	"strings"
)

// scale is where an axis has its numbers and how many digits after the comma those need.
type scale struct {
	ticks  []float64
	digits int
}

// formatter is the name by which formatters.js knows how a language writes texts along an axis. What it does not know is written as in
// Vietnamese.
func formatter(name, lang string) string {
	if lang == "en" || strings.HasPrefix(lang, "en-") {
		return name + ".en"
	}
	return name
}

// niceScale sets at most six round numbers between min and max.
func niceScale(min, max float64) scale {
	const most = 5
	raw := (max - min) / most
	power := math.Floor(math.Log10(raw))
	var step float64
	for _, m := range []float64{1, 2, 2.5, 5, 10} {
		if step = m * math.Pow(10, power); step >= raw*(1-1e-9) {
			if m == 2.5 {
				power-- // a quarter needs one digit more
			}
			break
		}
	}
	digits := int(math.Max(0, -math.Floor(power+1e-9)))
	if step >= 1 && step == math.Trunc(step) {
		digits = 0
	}
	s := scale{digits: digits}
	first := math.Ceil(min/step - 1e-9)
	for i := first; i*step <= max+step*1e-9; i++ {
		s.ticks = append(s.ticks, rounded(i*step, digits))
	}
	return s
}

func rounded(v float64, digits int) float64 {
	p := math.Pow(10, float64(digits))
	return math.Round(v*p) / p
}

// letters is how many characters a number takes on the axis, points between thousands aside.
func (s scale) letters(v float64) int { return len(strconv.FormatFloat(v, 'f', s.digits, 64)) }
