// Package booklet sets an edition as the pages of a book and writes them as PDF.
//
// It works in two steps that share only data. [Lay] turns the edition's booklet into a [Layout]: pages in order, each a display list of
// text at a baseline, filled polygons, strokes and pictures, with anchors, links, page labels and the outline beside it, and with each
// operation's part in the structure of the book. [Layout.Write] has gopdf draw that list, in runs of pages, and of texts one of each style, puts
// places and glyphs into these and points into polygons, and makes a file of it all.
// Lay decides all that a reader sees; Write decides only what the edition asks for:
//
//   - [Screen]: tagged (PDF/UA-1 as far as a program can judge), PDF/A-2b, nested outline, page labels, links; packed into object streams.
//   - [Press]: bleed of 3 mm, marks, boxes, four inks by the printing house's profile ([Order.Profile], then PDF/X-4) or else by a model of print;
//     the colour of the paper is not printed, grey text is black alone and overprints as black lines do, no line is a hair
//     too thin, and one below a point takes two inks at most. The cover may lie apart.
//   - [Sheets]: two pages on a side of A4, in the order in which they are folded and stapled, with creep, marks and a line of instructions.
//
// [Layout.Preflight] says of each what a printing house asks. Files are streamed: of a file only the places of its objects stay in memory.
//
// Lengths are points (1/72 inch), x to the right and y downwards from the top left corner of the trimmed page.
// Text is measured exactly as gopdf draws it (advances cut to 1/1000 em, pair kerning in the display face), in NFC, and broken at
// spaces only; U+00A0 holds. A character that a face lacks is a problem with the place of the record, never a blank.
// A person's or collective's entry is never split across pages unless it is taller than one. What is laid never leaves the type area and
// no two texts overlap, whatever the length of texts; the cover alone has room for what a cover says and no more.
//
// The ceremony's papers are set with the same means: [LayCertificates] puts text on printed stock, in millimetres, [LayCallSheet] and
// [LayPlaceCards] set sheets for the office printer. They are written in black ink alone and never lie in a site.
//
// The same edition and fonts give the same bytes, on any number of cores. There is no clock, no map order and no environment here.
// The package is the only user of gopdf. It never knows HTML, the ledger or where a font file lies: fonts are given as bytes.
package booklet
