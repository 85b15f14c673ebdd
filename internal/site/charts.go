package site

import "bangvang/internal/edition"

// Charts draws an edition's charts. Its functions may be called from several goroutines at once; what they return is trusted as HTML.
type Charts struct {
	// Of names what all charts are drawn with: as long as it is the same, equal charts are drawn alike.
	Of string
	// Stills returns a chart as one <svg> for a phone and one for a page, in this order; the style sheet shows the one that fits.
	Stills func(c *edition.Chart) (string, error)
	// Height returns how high Stills and the live chart are, in CSS pixels.
	Height func(c *edition.Chart) (int, error)
	// Live returns what templates/assets/echarts/runtime.js reads: JSON in which no "<" stands.
	Live func(c *edition.Chart) (string, error)
	// Mark returns a chart's smallest form, an <svg> for a line of a list.
	Mark func(c *edition.Chart) (string, error)
	// Strip returns whole numbers as an <svg> for a line of a table.
	Strip func(s edition.Strip) (string, error)
}
