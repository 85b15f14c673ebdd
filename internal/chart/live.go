package chart

import (
	"bytes"
	"encoding/json"

	"bangvang/internal/edition"
)

// Height answers with a chart's height in CSS pixels, the same at every width.
func Height(c edition.Chart) (int, error) {
	d, err := build(c)
	if err != nil {
		return 0, err
	}
	return d.height, nil
}

// Live answers with the JSON from which the browser draws the chart: the content of the figure's
// <script type="application/json"> as described in runtime.js. It holds no "<", whatever the words.
func Live(c edition.Chart) ([]byte, error) {
	d, err := build(c)
	if err != nil {
		return nil, err
	}
	option, err := d.option()
	if err != nil {
		return nil, err
	}
	names := map[string]string{}
	for _, s := range palette {
		if bytes.Contains(option, []byte(`"`+s.colour+`"`)) {
			names[s.colour] = s.name
		}
	}
	return json.Marshal(struct {
		Label   string            `json:"label"`
		Height  int               `json:"height"`
		Palette map[string]string `json:"palette"`
		Option  json.RawMessage   `json:"option"`
	}{alternative(c), d.height, names, option})
}

// alternative is the text in place of the picture.
func alternative(c edition.Chart) string {
	if c.Sentence == "" {
		return c.Title
	}
	return c.Title + ". " + c.Sentence
}
