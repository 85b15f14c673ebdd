package edition

// The emblem of the design, to take away: drawn, and in pixels.
const (
	LogoPath         = pressPath + "bieu-trung.svg"
	LogoPNGPath Path = "/icon-512.png"
)

// pressTexts put on the press page what is composed last: what the campaign is, in every language that it is told in, the decisions to print, and
// what is new since the publication before.
func (c *composer) pressTexts(before *Snapshot) {
	var press *PressPage
	var rows []DecisionRow
	var charts []ChartFiles
	var example *Embed
	for i := range c.ed.Pages {
		switch b := c.ed.Pages[i].Body.(type) {
		case *PressPage:
			press = b
		case *TargetPage:
			charts = append(charts, ChartFiles{Link{c.ed.Pages[i].Title, c.ed.Pages[i].Path}, []Download{
				{Words: "PNG", Path: c.ed.Pages[i].Path + chartPNGName, Format: "image/png"}, {Words: "SVG", Path: c.ed.Pages[i].Path + chartSVGName, Format: "image/svg+xml"}}})
			if example == nil {
				example = c.ed.Pages[i].Embed
			}
		case *DecisionPage:
			if b.Revoked == "" {
				rows = append(rows, b.DecisionRow)
			}
		}
	}
	press.Boilerplates, press.Extracts = c.boilerplates(), rows
	press.Since, press.Charts, press.Example = c.changed(before), charts, example
	press.Logos = []Download{{Words: "Biểu trưng (SVG)", Path: LogoPath, Format: "image/svg+xml"}, {Words: "Biểu trưng (PNG)", Path: LogoPNGPath, Format: "image/png"}}
}
