// Package templates holds what turns an edition into pages: the templates, the words of the interface, the style sheet, our scripts,
// the fonts and the chart engine. It is read as a file system, so that a folder beside the data may replace any of its files.
//
// A template only walks what it is given: it never computes, sorts, rounds or words a number, and names nothing of any campaign.
package templates

import "embed"

// FS is this folder, without what only makes the assets (scripts, sources, what npm leaves behind).
//
//go:embed *.html words assets/*.css assets/*.js assets/*.svg
//go:embed assets/fonts/*.ttf assets/fonts/*.woff2 assets/fonts/OFL-*.txt
//go:embed assets/echarts/chart.js assets/echarts/LICENSE* assets/echarts/NOTICE
var FS embed.FS
