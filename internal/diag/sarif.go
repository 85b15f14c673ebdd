package diag

import (
	"io"
	"net/url"
)

// The part of SARIF 2.1.0 (OASIS, 2020) that is used here.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string       `json:"id"`
		Short   sarifText    `json:"shortDescription"`
		Help    sarifText    `json:"help"`
		Default sarifDefault `json:"defaultConfiguration"`
	}
	sarifDefault struct {
		Level string `json:"level"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
		Related   []sarifLocation `json:"relatedLocations,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPhysical  `json:"physicalLocation"`
		Logical  []sarifLogical `json:"logicalLocations,omitempty"` // a cell of a spreadsheet, which has no line
	}
	sarifLogical struct {
		Name string `json:"fullyQualifiedName"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		Line   int32 `json:"startLine"`
		Column int32 `json:"startColumn,omitempty"`
	}
)

// SARIF writes the problems as a SARIF 2.1.0 log, valid by the standard's schema. rules are all that the program has; those of the problems are enough.
func SARIF(w io.Writer, l *List, rules []*Rule) error {
	run := sarifRun{Tool: sarifTool{sarifDriver{Name: "bangvang", Rules: []sarifRule{}}}, ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	for _, r := range rules {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{r.ID, sarifText{r.Title}, sarifText{r.Title + "\n\nSai:\n" + r.Wrong + "\n\nĐúng:\n" + r.Right}, sarifDefault{levels[r.Severity]}})
	}
	for _, p := range l.Sorted() {
		r := sarifResult{RuleID: p.Rule.ID, Level: levels[p.Rule.Severity], Message: sarifText{p.Text}}
		if p.Hint != "" {
			r.Message.Text += "\ngợi ý: " + p.Hint
		}
		if p.Place.Known() {
			r.Locations = []sarifLocation{location(p.Place)}
		}
		for _, a := range p.Also {
			r.Related = append(r.Related, location(a))
		}
		run.Results = append(run.Results, r)
	}
	return Encode(w, sarifLog{Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run}})
}

func location(p Place) sarifLocation {
	l := sarifLocation{Physical: sarifPhysical{Artifact: sarifArtifact{(&url.URL{Path: p.File}).String()}}}
	if p.Cell != "" {
		l.Logical = []sarifLogical{{p.Cell}}
	}
	if p.Line > 0 {
		l.Physical.Region = &sarifRegion{p.Line, p.Col}
	}
	return l
}
