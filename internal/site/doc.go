// Package site turns an edition into HTML pages.
//
// It knows tags: which template shows which body, how an address is written in a page (relative to it, so that the site works under any
// path), how a markdown.Doc becomes HTML, how a chart becomes a figure, under which hashed names the assets lie, and what a page must
// hold to be well made (Inspect). It never computes, sorts, rounds, words a number or names an address: all that is in the edition.
//
// Render adds one recipe a page to a fileset.Set. Templates are parsed once; a recipe borrows a worker with its own copy of the templates,
// whose functions know the page being written, so that memory does not grow with the number of pages. Nothing is rendered before its
// recipe runs. A worker's templates are executed by html/template the first time, which makes them safe, and as stencils (package stencil) from then on. The names of assets hold a hash of their content and are known when Render returns.
//
// # What templates may call
//
//	href PATH      the address of a page or file, as written in this page
//	absolute PATH  the address under the site's base URL
//	own PATH       of one of the campaign's pages, the one in this page's language, or itself where there is none
//	w KEY          a word of the interface, of words/LANG.json
//	asset NAME     the address of a file below assets/, under its hashed name
//	site           edition.Site, of this page's language
//	origin         edition.Site, of the campaign's own language
//	in LANG        the attribute of an element whose words are in that language; nothing where it is the page's
//	versions       the page in each of its languages; none of a page in one
//	homes          the home page in the other languages of the site
//	marked         how links look that lead to the campaign's own language; nothing on its own pages
//	feeds          the campaign's feeds
//	markdown DOC N the document as HTML, its headings N levels deeper
//	frame EMBED    the code by which another site frames a page
//	pictured EMBED the code by which it shows a page's picture
//	stills CHART   the chart as pictures at two widths
//	figure CHART   the same, and the option of the live chart, for a page that loads charts.js
//	mark CHART     the chart as a small mark for a line of a list
//	strip STRIP    whole numbers as a small picture for a line of a table
//	linked         what the page tells machines, as a block of data
//	search         what the script of the search field must know of the page
//	licences       the address of the licences of fonts and software
//	dict KEY VALUE …  a map, for templates that want more than one thing
//	shared PART …  a template that says the same on all pages of a folder, executed once for them; what is given to it are words and paths
//	same PART …    a template that says the same wherever it stands, but for how links are written, of what is given to it alone
//	each PART LIST …  the same for each of a list, once PART LIST … the same for what stands on one page only
//	unbroken TEXT  the text, no line of which ends within a number
//	phrased TEXT   a title, no line of which ends within a word or a number
//
// What a page tells machines is a block of data within it, in the vocabulary of schema.org, which edition.Linked decides; a policy against
// scripts lets it stand.
//
// A template that calls for a word, an asset or a link that does not exist fails, and with it the recipe of its page.
//
// # What other sites show
//
// A page for frames (embed.html) shares nothing with the others but parts: it has a style sheet of its own, no font, and is whole without
// either. Its frame has one height for every width, that of the narrowest. Each page that has an edition.Embed says how it is shown
// elsewhere, in fields to copy from, and to machines by oEmbed (JSON and XML, found by links in its head).
//
// # Languages
//
// An edition is rendered with its twins, each with the words of its language: templates/words/LANG.json, and over them what the campaign
// itself says (edition.Site.Words). A page of a twin is written anew on its way out, so that no template need know: phrases that stand
// in the campaign's language (edition.Site.Foreign) and what is plainly quoted in it are told to be so, and so are links that lead to its
// pages. Scripts know no words and no way of writing numbers: both are in attributes of what they work on.
package site
