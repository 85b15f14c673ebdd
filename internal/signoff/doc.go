// Package signoff tells a person who signs what would change for the public if a site were published.
//
// Two states of a site are set against each other: what is published, and what would be. A [State] is read from a site's own files alone: its
// manifest, its data sets with what describes them (du-lieu/v1/datapackage.json), and its notes for servers. So what is told to have
// changed is what readers would see change, whatever it comes from, and nothing that is not public can be told.
//
// [Compare] gives a [Report]. Records are matched by their id; those without one by what they refer to and their day. A field counts as newly public
// if its data set had no such column, or had nothing in it; so does a kind of file that a part of the site never had. Addresses that moved
// or were taken back are those that servers are told of. What the caller knows besides (lists against what decisions expect, open
// warnings, what forbids publishing) is told with it.
//
// A Report is written as text (capped), as HTML in one file (whole, to be read, printed and signed) and as JSON (whole). All end in
// the hash of exactly the bytes that were weighed: outdir.Manifest.Sum.
//
// [Pack] keeps of a published site what a later comparison needs in one file, as its folder may be built over meanwhile.
//
// A report names people, and those who are taken off too: it is private. The package must never know the ledger, nor how anything is made.
package signoff
