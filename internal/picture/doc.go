// Package picture draws the pictures of an edition and writes them as PNG and SVG: cards that stand for a page where its link is shared, charts
// to take away, stills for television, and the site's icons.
//
// It knows where on a picture what stands, how large, in which colours, and how pixels become a file. It must never word, compute, sort or leave
// out anything: all that is on a picture is in edition.Drawing, and all of it is drawn, smaller if it must be.
//
// # How it is drawn
//
// A pen draws shapes and lines of text on a surface, of which there are two: pixels (raster) and SVG (vectors). Text is set from the outlines
// of the fonts, with their kerning, and a character that no font has is an error. In an SVG texts are outlines too, and title and description say
// them: it looks the same in a browser, in an office program and in one for drawing, with the fonts or without.
//
// A raster's pixels are places in a palette, at most 256 colours, which grows as colours meet; edges have nine steps. So a PNG is small
// and quickly written. It holds pixels and palette and no other chunk.
//
// # What its pictures promise
//
//	card   1200×630    all that matters of a card of words within the middle 630 pixels, since chats crop previews to a square
//	chart  1600×900    title, sentence, source, date and address around it
//	still  1920×1080   all text and figures within the title-safe middle 90 % (EBU R 95, SMPTE ST 2046-1), on a light and a dark ground
//
// Cards and charts are on ivory, the home page's card on the deep red of the design. Brand colours of the campaign take their places.
//
// # Cache
//
// A PNG is kept by all that it depends on: what is on it, fonts, chart engine, colours, and version. Change version when the same input
// gives another picture.
package picture
