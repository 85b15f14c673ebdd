package edition

// pressTexts put on the press page what is composed last: what the campaign is, in every language that it is told in, and the decisions to print.
func (c *composer) pressTexts() {
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
}
