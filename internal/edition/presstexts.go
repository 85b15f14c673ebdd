package edition

// pressTexts put on the press page what is composed last: what the campaign is, in every language that it is told in, the decisions to print, and
// what is new since the publication before.
func (c *composer) pressTexts(before *Snapshot) {
	var press *PressPage
	var rows []DecisionRow
	for i := range c.ed.Pages {
		switch b := c.ed.Pages[i].Body.(type) {
		case *PressPage:
			press = b
		case *DecisionPage:
			if b.Revoked == "" {
				rows = append(rows, b.DecisionRow)
			}
		}
	}
	press.Boilerplates, press.Extracts = c.boilerplates(), rows
	press.Since = c.since(before)
}
