// Package site turns an edition into HTML pages.
//
// It knows tags: which template shows which body, how an address is written in a page (relative to it, so that the site works under any
// path), how a markdown.Doc becomes HTML, how a chart becomes a figure, under which hashed names the assets lie, and what a page must
// hold to be well made (Check). It never computes, sorts, rounds, words a number or names an address: all that is in the edition.
//
// Render adds one recipe a page to a fileset.Set. Templates are parsed once; a recipe borrows a worker with its own copy of the templates,
// whose functions know the page being written, so that memory does not grow with the number of pages. Nothing is rendered before its
// recipe runs. The names of assets hold a hash of their content and are known when Render returns.
//
// # What templates may call
//
//	href PATH      the address of a page or file, as written in this page
//	absolute PATH  the address under the site's base URL
//	w KEY          a word of the interface, of words/LANG.json
//	asset NAME     the address of a file below assets/, under its hashed name
//	site           edition.Site
//	feeds          the edition's feeds
//	markdown DOC N the document as HTML, its headings N levels deeper
//	stills CHART   the chart as pictures at two widths
//	figure CHART   the same, and the option of the live chart, for a page that loads charts.js
//	mark CHART     the chart as a small mark for a line of a list
//	strip STRIP    whole numbers as a small picture for a line of a table
//	search         what the script of the search field must know of the page
//	licences       the address of the licences of fonts and software
//	dict KEY VALUE …  a map, for templates that want more than one thing
//
// A template that calls for a word, an asset or a link that does not exist fails, and with it the recipe of its page.
package site
