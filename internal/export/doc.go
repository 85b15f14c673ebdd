// Package export writes an edition for machines and spreadsheets: data sets as CSV and JSON, the search index, Atom feeds, the sitemap,
// robots.txt and security.txt.
//
// [Add] puts one recipe a file into a fileset.Set. A recipe only walks what the edition decided; it reads nothing else, keeps no state,
// and writes row by row. What an edition should never hold (a number that is none, a date out of shape, a row of the wrong length, a
// download that nobody makes) is an error, never a file that is nearly right.
//
// It must never know templates, the ledger, how a value was computed or worded, nor today's date.
//
// # Data sets
//
// A data set named ID has its files under /du-lieu/v1/, and edition.Dataset.Downloads offers them by exactly these names.
//
// ID.csv is for programs. RFC 4180: commas, CRLF, a header of the columns' keys; UTF-8 without a byte order mark. Fields are
// edition.Cell.Value: numbers with a decimal point and no grouping, dates as 2018, 2018-12 or 2018-12-05, true and false, and nothing
// where nothing is known. Line breaks within a text are CRLF in the file too; encoding/csv reads them as "\n".
//
// ID.excel.csv is for people who double-click. Excel parts a CSV by the list separator of the computer's region, which is a comma on one
// desk and a semicolon on the next, and a "sep=" line makes it forget the UTF-8 mark. What every Excel on every desk parts and reads
// right is UTF-16LE with a byte order mark and tabs, so that is what is written. Headings are Vietnamese (Column.Head), numbers
// have a decimal comma, codes, yes and no are in words (Cell.Words), dates stay as they are (Excel knows 2018-12-05 in every region,
// 05/12/2018 not), and a text is one line. A computer set to English reads "84,5" as text, and a month 2018-12 becomes the first of it: the workbook, when it
// comes, has types.
//
// In both, a text that a spreadsheet would run as a formula gets an apostrophe before it, see [harmless]. Only texts: what stands in a
// column of numbers is known to be a number.
//
// ID.json is one object: id, title, description, notice (the words for samples), licence, publisher, updated, address (its own), source
// (the site), columns (key, title, type, note) and records, one object a row with the columns' keys in their order. Numbers are written
// with the very digits of the edition; null is what is not known.
//
// /du-lieu/v1/index.json lists all data sets with their columns, counts of rows and absolute addresses.
//
// # Search index
//
// /tim-kiem/chi-muc.js is a classic script (it works from file:// and needs no inline script) of one statement,
// bangvangIndex({…}), whose argument is JSON in columns. Entry i has
//
//	name     names[i]                            as written; folding is done where it is searched
//	kind     kinds[kind[i]]                      "person", "collective", "household", "unit", "target", "decision", "story", "page"
//	line     line[i].map(w => words[w]).join(" · ")
//	address  prefixes[prefix[i]] + path[i]       from the site's root, no leading slash: "vinh-danh/mau-01-001/"; "" is the home page
//	also     also[i]                             other names, searched and not shown; most entries have none
//
// and v is 1, the version of this format. kinds, words and prefixes hold each text once, in the order of first use. testdata/site/tim-kiem/chi-muc.js
// is an example.
//
// # Roll
//
// /vinh-danh/danh-sach.js is what the roll's live filter reads: a classic script of one statement, bangvangRoll({…}), in columns too. facets
// are the ways to part the roll, each with its key, and the values, words and addresses of its options. Line i of a part has
//
//	name       names.split("\n")[i]                 minors without consent have the words that stand for one
//	address    prefixes[prefix[i]] + paths[i]       paths is parted by "\n" as well
//	option     of[facet][i]                         -1 where it has none
//	place      byName[i]                            in the order by given name, of the whole roll
//	texts      texts[honorific[i]] …                position and citation likewise; citation is empty when they are over 256 KiB
//
// Up to 20,000 awards the one part stands in that file, as part. A longer roll has a file for each decision, danh-sach-0.js …, of one
// statement, bangvangRollPart(n, {…}); parts tells how many awards each holds and of which decision and form, so that a view loads only
// those it needs, and a view that would need more than 20,000 asks to choose a form or decision first. The plain lists remain in any case.
//
// # Feeds, sitemap, robots, security
//
// Feeds are Atom (RFC 4287). A feed's id is its address, an entry's id is the edition's tag URI; control characters, which XML has no
// way to write, are dropped. The sitemap lists every page but those with NoIndex, with lastmod where a page has a full date; above 50,000
// pages /sitemap.xml is an index of /sitemap-1.xml … security.txt (RFC 9116) expires 364 days after the edition's clock, and names
// the contact's e-mail, or else the press page. All addresses in these files are absolute, from Site.BaseURL.
package export
