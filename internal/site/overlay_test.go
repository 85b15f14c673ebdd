package site

import (
	"io/fs"
	"regexp"
	"testing/fstest"

	"bangvang/templates"
)

// hashes are those in the names of assets.
var hashes = regexp.MustCompile(`\.[0-9a-f]{10}\.`)

// overlayOf is our templates with one file replaced.
func overlayOf(name, text string) fs.FS {
	return Overlay(fstest.MapFS{name: {Data: []byte(text)}}, templates.FS)
}
