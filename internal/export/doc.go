// Package export writes an edition for machines and spreadsheets: data sets as XLSX, CSV and JSON with what describes them, the search
// index, Atom feeds, the sitemap, robots.txt, security.txt, humans.txt and references.
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
// 05/12/2018 not), and a text is one line. A computer set to English reads "84,5" as text, and a month 2018-12 becomes the first of it:
// the workbook has types.
//
// ID.xlsx is for people, see package sheet: the table with Vietnamese headings, then a sheet of notes (Dataset.Notes, what columns mean).
// Numbers are numbers and full days days; a month or a year, which Excel knows not, and codes, yes and no are in words.
//
// In all three, a text that a spreadsheet would run as a formula gets an apostrophe before it, see [harmless]: in the workbook too, where
// it is no danger until somebody saves it as CSV. Only texts: what stands in a column of numbers is known to be a number.
//
// ID.json is one object: id, title, description, notice (the words for samples), licence, publisher, updated, address (its own), source
// (the site), schema, page, cite, caveats, sources, columns (key, title, type, note, values, of) and records, one object a row with the
// columns' keys in their order. Numbers are written with the very digits of the edition; null is what is not known. schema/SHAPE.json is
// the JSON Schema of all files of one shape.
//
// ID.zip holds README.txt, datapackage.json, the CSV and the workbook. Members bear the edition's time.
//
// For all tables together: index.json lists all data sets with their columns, counts of rows and absolute addresses; toan-bo.xlsx has
// each table as a sheet, notes first; datapackage.json describes the CSV files (Data Package 1, with keys of other tables); toan-bo.zip
// holds these and README.txt; openapi.json (3.1) describes every file below /du-lieu/v1/; SHA256SUMS has the sums of all of them, as
// "sha256sum -c" reads it in that folder.
//
// Only the columns of the edition's tables are written, by their keys: there is no way from here to any other field.
//
// # Search index
//
// Files below /tim-kiem/ are classic scripts (they work from file:// and need no inline script) of one statement, bangvangIndex({…}),
// whose argument is JSON in columns. How texts are matched and ranked is said by package viet, how entries are: by the better of their
// name and their other names, an other name counting half a rank less; equals as the edition has them. If names find fewer than twelve
// entries, and none by a name of which no word is left over, entries are found too whose names have some words of the query and whose lines
// have the others: a name typed with its unit, office or award. They come after the others. What only a wrong letter finds is found if
// nothing else is.
//
// Up to 20,000 entries /tim-kiem/chi-muc.js is all, with v 5. Where there is much, a column is one text, which a browser reads at once and
// cuts when it is used: names, line and path have a line for each entry, kind and prefix a number (see [digits]). Entry i has
//
//	name     names[i]                            as written; folding is done where it is searched
//	kind     kinds[kind[i]]                      "person", "collective", "household", "unit", "target", "decision", "story", "page"
//	line     line[i].map(w => words[w]).join(" · "), line[i] being numbers
//	address  prefixes[prefix[i]] + path[i]       from the site's root, no leading slash: "vinh-danh/mau-01-001/"; "" is the home page
//	also     also[i]                             other names, parted by " | ", searched too, those in other languages among them; most
//	                                             entries have none
//	twins    twins[language][i]                  name and line in another language, in which the entry has the address language + "/" +
//	                                             address: the field on a page of that language shows and leads to that
//
// kinds, words and prefixes hold each text once, in the order of first use. testdata/site/tim-kiem/chi-muc.js is an example.
//
// Above that, /tim-kiem/chi-muc.js is a directory with v 7, and a search loads what it needs. All files of an index bear its stamp.
//
//	entries, rows  how many entries there are, and how many have their columns in one file: entry i is in muc-⌊i/rows⌋.js, with block
//	               the file's number and the columns above
//	longest        how many words a text and a line have at most; a longer query finds nothing and loads nothing
//	shards         where am-0.js, am-1.js … begin: the key of the first word, or as much of it as parts it from the word before; words are
//	               in the order of keys (viet.SearchKey), and files end with a letter where that can be
//	weights        the bytes of each of them with gzip: a search loads 130,000 at most
//	also           text i is the name of entry i; text entries+j is an other name of entry also[j]
//	beside, besideWeights   the same of dong-0.js, dong-1.js …
//	first          what single letters find, so that it is shown before any list is there: letters; counts, how many entries each finds; found, a
//	               line each, the numbers of the first twelve, where there are so many; of, the numbers of entries whose columns are
//	               here too, three of each letter
//
// am-N.js, with shard its number, has in a line each words, spelled so that each is another to viet.Match; texts, the ascending numbers of
// the texts in which a word stands, each but the first as the difference from the one before; and places, for each of them a letter that
// says the word's place in the text (from 0) and how many words that has, see [stands]: a text of 15 or more is taken to have more words than any
// query. dong-N.js has the same of the words of lines: texts are there the numbers of entries, and places are none. From these lists alone
// a query is answered and ranked; rows are loaded of what is shown: first those that the first result needs, and when it is painted the
// others, which come below. Initials, joined words and typos are not found, as they would need all texts. Of a query whose lists would be
// more than a search may load, the words held by the fewest bytes are read (in names, of a query of more than five words, up to 75,000
// bytes, so that lines may be read too); if the entries that hold those stand in at most 12 files of rows, these tell the rest, else the
// reader is told which words were left out. Lists of lines are not loaded either if those of a query's other words, which are here, leave entries
// whose rows are fewer files: these tell the rest.
//
// While nobody waits, what the same query with one letter more would ask for is loaded: the lists of a letter that was answered by the directory,
// and, if names found fewer than twelve, those of lines and up to two files of the rows that these leave; then other lists of names, those
// with the most bytes first, one file after the other until somebody types on, as many as a search may load and unless the browser is to
// load little (Save-Data). After a few keys all names are here, and a key loads a file of rows at most. Where lists do have to come, a few rows
// that are found for certain are shown before: names, if only what stands beside them is still to come; else, of what was shown for the text
// before, what this one finds too. Others may then come between, and nothing is counted before all are known.
//
// Measured over invented crowds (crowd_test.go), with gzip: 7,300 entries 93 KB, one file. 64,060 entries: directory 5.3 KB; 16 files of
// words, 176 KB together, the largest 24 KB; 85 of words beside names, 442 KB, the largest 13 KB; 2,002 files of rows of 1.6 KB. A search
// needs 17 KB (“nguyen”) to 48 KB (“t”), five words of one letter 104 KB, a name with its unit up to 125 KB, and loads 145 KB at most with what it
// loads ahead. What a key costs is printed by .ci/browser/index.once.mjs.
//
// # The roll's live filter
//
// /vinh-danh/danh-sach.js is a classic script too: bangvangRoll({…}), v 1, with total, the number of lines; facets, each with key, and of
// its options values (in addresses of views), words and paths; decisions, by the order of that facet's options; prefixes of the lines'
// addresses; and parts, how many lines each has and, if it holds one decision, the options of that decision and of its form. Up to 20,000
// lines there is one part, in the same file; a longer roll has one for each decision, /vinh-danh/danh-sach-N.js: bangvangRollPart(N,{…}),
// of which a view loads those it needs. A part has in columns, from line first of the roll on: names and paths, a line each, prefix, of
// (for each facet the option, or -1), byName (the line's rank by name, or -1), honorific, position and citation, which are places in texts;
// citation is empty where there are too many. The lines stand in the order of the roll, so nothing is sorted but by counting.
//
// Measured over an invented roll (roll_test.go), with gzip: 20,000 lines 277 KB; 64,060 lines of 40 decisions: first file 4 KB, a part up to
// 27 KB, all together 1,055 KB, which only a view over all decisions loads.
//
// # References
//
// Each edition.Reference is written for programs that keep references: as BibTeX, an entry of kind misc, which every style knows, and as
// CSL-JSON of type webpage or dataset. Both are dated by the day of the data, their version; neither says when it was seen, which only whoever
// saw it knows.
//
// # Feeds, sitemap, robots, security
//
// Feeds are Atom (RFC 4287). A feed's id is its address, an entry's id is the edition's tag URI; control characters, which XML has no
// way to write, are dropped. The sitemap lists every page but those with NoIndex, with lastmod where a page has a full date and with the
// addresses of its versions in all languages where it has several; above 50,000
// pages /sitemap.xml is an index of /sitemap-1.xml … security.txt (RFC 9116) expires 364 days after the edition's clock, and names
// the contact's e-mail, or else the press page. All addresses in these files are absolute, from Site.BaseURL.
//
// # For the media
//
// The extract of a decision is text beside the document that site writes. [PressKit] gathers what the media may take, by the kind of file and
// not by a list; decisions under embargo get a folder of their own, where every file says so in its name and within. [WriteSnapshot] keeps
// what a publication told, for the press page of the next one.
//
// # Servers
//
// AddServers writes what tells servers of addresses that moved or were taken back: /_redirects for Netlify and Cloudflare Pages, which read it
// at the root, and /may-chu/nginx.conf, caddy.conf and apache.conf, to be included in a server's configuration as the head of each says. They
// name paths with the path of Site.BaseURL before them. What moved is 301; a list that may come back 302; what was taken back 410 with the
// page that says so, but in /_redirects, where the page stands by itself with 200 and noindex. Nothing in them is private, and they are always
// there, so that a configuration may include them before there is anything in them.
//
// They also say, of the paths below that of Site.BaseURL and no others, what comes with each answer: a page may use the site's own files
// alone and one policy of trusted types, a file that browsers show by themselves runs nothing (in /_headers, whose rules cannot tell the
// endings of names, it has the page's policy); no sniffing of types, no devices, short referrers; names with a hash are kept for good,
// all else for a minute. The notes for nginx, Caddy and Apache send the .br and .gz that [AddCompressed] puts beside what grows smaller, and
// /404.html. A host that sends no headers leaves the policy that each page has in it, all but who may frame it.
package export
