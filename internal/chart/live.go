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

// Live answers with the JSON from which the browser draws the chart and tells of its points: the content of the figure's
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
		Title   string            `json:"title"`
		Height  int               `json:"height"`
		Palette map[string]string `json:"palette"`
		Stops   []stop            `json:"stops"`
		Option  json.RawMessage   `json:"option"`
	}{c.Title, d.height, names, d.stops, option})
}
