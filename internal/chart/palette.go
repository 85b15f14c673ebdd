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
type swatch struct{ colour, name, dark string }

// palette holds for each colour the one that takes its place on a dark ground, as the style sheet has them.
var palette = []swatch{
	{ink, "ink", "#f1eadc"}, {muted, "muted", "#b8ae9c"}, {rule, "rule", "#8f887a"}, {low, "low", "#544c40"}, {middle, "middle", "#463f35"},
	{high, "high", "#38322a"}, {zone, "zone", "#1d3f54"}, {paper, "paper", "#1f1b17"}, {blue, "blue", "#56b4e9"}, {orange, "orange", "#f08a4b"},
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

// Dark answers with what a colour of a chart is on a dark ground: itself if it is none of the palette.
func Dark(c RGB) RGB {
	for _, s := range palette {
		if light, _ := parseColour(s.colour); light == c {
			dark, _ := parseColour(s.dark)
			return dark
		}
	}
	return c
}

// RGB is a colour without transparency.
type RGB struct{ R, G, B uint8 }
