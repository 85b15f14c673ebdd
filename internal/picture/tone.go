package picture

import (
	"strconv"

	"bangvang/internal/chart"
	"bangvang/internal/edition"
)

// tone is the colours of a picture.
type tone struct {
	ground, ink, soft, red, gold, line chart.RGB
	met, missed                        chart.RGB // verdicts, as text and as shape
	mark, onMark                       chart.RGB // the band of samples
	dark                               bool
}

func rgb(hex string) chart.RGB {
	v, err := strconv.ParseUint(hex[1:], 16, 32)
	if err != nil {
		panic("picture: colour " + hex)
	}
	return chart.RGB{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v)}
}

// The design's colours, as in the style sheet.
const (
	designRed  = "#7d1517"
	designGold = "#a9842f"
)

// ivory is for cards, charts and light stills.
func ivory(b edition.Brand) *tone {
	return &tone{ground: rgb("#fbf8f0"), ink: rgb("#1c1a17"), soft: rgb("#5b554b"), red: brand(b.Red, designRed), gold: brand(b.Gold, designGold), line: rgb("#ddd3bd"),
		met: rgb("#00598c"), missed: rgb("#8a3d00"), mark: rgb("#f6d77a"), onMark: rgb("#2b2105")}
}

// night is for dark stills.
func night(edition.Brand) *tone {
	return &tone{ground: rgb("#171411"), ink: rgb("#f1eadc"), soft: rgb("#b8ae9c"), red: rgb("#f2a59b"), gold: rgb("#c6a456"), line: rgb("#443c30"),
		met: rgb("#7cc0f0"), missed: rgb("#f0a868"), mark: rgb("#f6d77a"), onMark: rgb("#2b2105"), dark: true}
}

// solemn is for the card of the home page: the deep red of its head.
func solemn(b edition.Brand) *tone {
	gold := rgb("#e0bd6a")
	return &tone{ground: brand(b.Red, designRed), ink: rgb("#fdf6e6"), soft: rgb("#f0dfc4"), red: gold, gold: gold, line: gold, met: rgb("#fdf6e6"), missed: rgb("#fdf6e6"),
		mark: rgb("#f6d77a"), onMark: rgb("#2b2105"), dark: true}
}

func brand(own, otherwise string) chart.RGB {
	if own != "" {
		return rgb(own)
	}
	return rgb(otherwise)
}

// of is a chart's colour in this tone.
func (t *tone) of(c chart.RGB) chart.RGB {
	if t.dark {
		return chart.Dark(c)
	}
	return c
}

// verdict is the colour of a verdict.
func (t *tone) verdict(s edition.Standing) chart.RGB {
	switch s {
	case edition.Exceeded, edition.Met:
		return t.met
	case edition.Missed:
		return t.missed
	}
	return t.soft
}
