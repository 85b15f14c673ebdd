package chart

import "strings"

// callout is a text led to a place, or to the middle between two, on the value axis.
type callout struct {
	At    float64  `json:"at"`
	To    *float64 `json:"to,omitempty"`
	Words string   `json:"words"`
	Bold  bool     `json:"bold,omitempty"`
	Color string   `json:"color"`
}

// longest is about what fits a phone's width on one line.
const longest = 44

// wrap breaks words longer than that, at spaces, into lines of about equal length.
func wrap(words string) string {
	runes := len([]rune(words))
	if runes <= longest {
		return words
	}
	lines := (runes + longest - 1) / longest
	wanted := (runes + lines - 1) / lines
	var b strings.Builder
	n := 0
	for i, w := range strings.Fields(words) {
		l := len([]rune(w))
		if i > 0 {
			// A line may pass its share by half a word, so that the last one isn't the longest.
			if n+1+l > longest || n+1+l/2 > wanted {
				b.WriteByte('\n')
				n = 0
			} else {
				b.WriteByte(' ')
				n++
			}
		}
		b.WriteString(w)
		n += l
	}
	return b.String()
}

// callouts draws labels over or under the plot and answers with the pixels that they need there at most.
func (d *drawing) callouts(side string, over float64, all []callout) int {
	if len(all) == 0 {
		return int(over)
	}
	lines := 1
	for i := range all {
		all[i].Words = wrap(all[i].Words)
		lines = max(lines, 1+strings.Count(all[i].Words, "\n"))
	}
	d.draw("callouts", look{Font: fontFamily, Size: fontSize, Line: lineHeight, Pitch: lineHeight * lines, Lead: lead, Gap: labelGap,
		Side: side, Over: over, Rule: rule}, zText, datum{Value: []any{all[0].At, 0}, Callouts: all})
	return int(over) + lead + lineHeight*lines*len(all)
}
