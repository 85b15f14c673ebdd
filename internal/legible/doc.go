// Package legible gives the texts that somebody can read in a file, whatever its format: what a page shows and says to machines, cells of tables,
// strings of JSON, notes within pictures. It is there so that what is published can be looked through as it leaves the house.
//
// [Read] knows HTML, SVG, XML and Atom, JSON (also within pages), CSV (comma, semicolon or tab; UTF-8 or UTF-16), XLSX, ZIP and whatever is packed in
// it, PNG and JPEG (their notes: text, EXIF), and takes anything else for plain text, unless it is no text. Not read are fonts, and the pages of a PDF:
// its letters are numbers of glyphs; who sets it knows its words. A [Stream] shows the same texts of a file that is still being written, and of a long
// table or JSON holds no more than a piece.
//
// Each text is one that a reader takes as one: a paragraph with the emphasis in it, a cell, an attribute. Numbers of JSON, and what only draws
// (the points of a path) or points elsewhere (a cell at a text that many cells share), are no text.
//
// [Readers] remember of many files what was done with, lines of markup and texts, and neither read nor show it again.
//
// The package never knows what a text means, or where a file comes from.
package legible
