// Package templates holds what turns an edition into pages: the templates, the words of the interface, the style sheet, our scripts,
// the fonts and the chart engine. It is read as a file system, so that a folder beside the data may replace any of its files.
//
// A template only walks what it is given: it never computes, sorts, rounds or words a number, and names nothing of any campaign.
package templates

import "embed"

// FS is this folder.
//
//go:embed *.html words assets
var FS embed.FS
