package chart

// The colours of every chart, for ivory paper. A page may replace each by name: see Class and Live.
const (
	ink    = "#1c1a17" // texts, the plan's goal
	muted  = "#5f5a50" // second texts, the year before
	rule   = "#8f887a" // axes, the City's own goal
	low    = "#cfc8b8" // the part of a bullet below every goal
	middle = "#ddd7c9"
	high   = "#ebe6da"
	zone   = "#cfe3ef" // where the goal is met
	paper  = "#fffdf8" // the inside of what is hollow
	blue   = "#0072b2" // Okabe and Ito: a result
	orange = "#d55e00" // their vermilion, the orange that keeps 3:1 on paper: a result that misses its goal
)

// swatch is a colour and the name by which a style sheet may replace it.
type swatch struct{ colour, name string }

var palette = []swatch{
	{ink, "ink"}, {muted, "muted"}, {rule, "rule"}, {low, "low"}, {middle, "middle"}, {high, "high"},
	{zone, "zone"}, {paper, "paper"}, {blue, "blue"}, {orange, "orange"},
}

// colourName answers with the name of a colour of the palette, "" for any other.
func colourName(colour string) string {
	for _, s := range palette {
		if s.colour == colour {
			return s.name
		}
	}
	return ""
}

// RGB is a colour without transparency.
type RGB struct{ R, G, B uint8 }
