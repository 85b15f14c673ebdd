// Package publish is the City's promises to the public, and what is kept of each publication.
//
// Publish makes the site in the folder that is published, writes down every address of it in data/urls.lock, and keeps in
// data/published/<day>/ what later builds need of this publication. The day is that of the edition's clock. Nothing of it is written if
// anything of it cannot be: what may be refused is found out first, and the lock, which promises, is written before what is kept. A run that
// was killed is made good by running it again.
//
// # Sign-off
//
// What is published was approved: an Approval names the hash of the very files that come to stand in the folder (outdir.Manifest.Sum). It is held
// to them when all of them are made and nothing is exchanged yet; other bytes are refused (Unapproved). Then, before the exchange, it is
// added to data/approvals.yaml: who, which hash, when, and the clock of the site. An approval whose publication was cut short stays written, and
// is not written twice when that is run again. Who approves, and when, is what the caller was told; nothing here is guessed. What
// somebody reads before approving is made by package signoff.
//
// # Addresses
//
// An address is a path from the site's root: "/chi-tieu/ho-ngheo/", "/du-lieu/v1/chi-tieu.csv". Promised is whatever people link to, embed,
// cite or download: every page, data set, feed, embed, picture, PDF and frozen copy. Not promised is what only the site's own pages call:
// scripts, style sheets, everything below /assets/ and /tim-kiem/ (their names hold a hash, or change with the size of the roll), the cards that
// other sites show beside a link (the.png: they are asked for with the page, and an award has one only while there are few), the parts of a
// long sitemap, the page that stands for pages that are not there (/404.html), and the notes for servers (/_redirects, /may-chu/).
//
// data/urls.lock is a text: comments, then a line for each address with the day on which it was first published, sorted by bytes, then how
// many there are. It only grows, and no publication is of an earlier day than the last (ErrEarlier). That no build loses one of its addresses is seen to by edition.Settle.
//
// # What is kept
//
// Kept gives the files of data/published/<day>/ as a fileset.Set: whoever needs more of a publication later adds recipes there. They are
// written to a folder beside it and renamed, with SHA256SUMS. Publishing again on the same day with the same bytes changes nothing; with other
// bytes it is refused (ErrKept) unless told to replace, as copies of that day may have been cited.
//
// Kept are cong-bo.json, what was published in short, and what the frozen copies at /v/<day>/ are made from (package kept). The site that is
// published has a copy of itself already: it must be made with build.Options.Publishing.
//
// What is kept holds numbers and the texts of targets, no awards and no people. Where a text named a person all the same, Withdraw takes the name
// out of every kept file and makes the sums anew.
//
// Delivery is not here yet. The package must never know how pages are made.
package publish
