// Package booklet sets an edition as the pages of a book and writes them as PDF.
//
// It works in two steps that share only data. [Lay] turns the edition's booklet into a [Layout]: pages in order, each a display list of
// text at a baseline, filled polygons and strokes, with anchors, links, page labels and the outline beside it. [Layout.WritePDF] has
// gopdf draw that list and then finishes gopdf's file: catalog, language, labels, outline, links, metadata and compression.
// Lay decides everything that can be seen; WritePDF decides nothing.
//
// Lengths are points (1/72 inch), x to the right and y downwards from the top left corner of the trimmed page.
// Text is measured exactly as gopdf draws it (advances cut to 1/1000 em, pair kerning in the display face), in NFC, and broken at
// spaces only; U+00A0 holds. A character that a face lacks is a problem with the place of the record, never a blank.
// A person's or collective's entry is never split across pages unless it is taller than one. What is laid never leaves the type area and
// no two texts overlap, whatever the length of names and citations.
//
// The same edition and fonts give the same bytes, on any number of cores. There is no clock, no map order and no environment here.
// The package is the only user of gopdf. It never knows HTML, the ledger or where a font file lies: fonts are given as bytes.
package booklet
