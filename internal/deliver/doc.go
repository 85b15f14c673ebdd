// Package deliver carries a finished folder to where the public reads it, brings an earlier one back, and compares what is live with what was
// published.
//
// What it carries is the folder that outdir made: the files of its manifest, no others (neither .gitignore nor the manifest itself). A file whose
// bytes are no longer those of the manifest stops the delivery.
//
// # Destinations
//
//	dir:/srv/www/bang-vang, /srv/www/bang-vang     a folder
//	s3://bucket/prefix                             a bucket of any store that speaks S3
//	rsync://host/module/path, user@host:path       the rsync program, to a daemon or over ssh
//
// # Releases
//
// A delivery is a release, called by a number that grows and the beginning of the manifest's hash: 000012-3f2a9c1b77. The same site delivered again
// is no new release and sends nothing. So many releases are kept (Options.Keep, the live one among them); Rollback delivers a kept one again, under a
// new number, so that going back and forth are the same thing and equally safe. With Options.Purge nothing older stays at all.
//
// What the destination holds beside the site (the records of releases, what is kept of them, a lock) lies beside what the public reads, in a folder
// whose name ends in ".bangvang": it is not to be served. Files that were not delivered from here are never touched: a destination that holds some
// is refused with ErrForeign.
//
// # What a reader sees
//
// At no moment a page whose assets are missing. Assets with a hash in their name stay for one release after the last that used them. A folder is
// switched in one step. Where that cannot be, files travel in this order, each step known to be complete before the next begins: hashed assets; other
// files that pages need; pages that are new; pages that changed; entry points (the front pages, feeds, sitemap, search index); and last what is gone
// is deleted.
//
// A delivery that was cut, killed or failed is made good by running it again: it sends what is missing. Until then readers have the old site (a
// folder), or old and new pages, all of them whole (elsewhere). Errors say which.
//
// # A folder
//
// Beside /srv/www/bang-vang lies /srv/www/.bang-vang.bangvang with releases/NAME (whole trees; files that did not change are one file on the disk)
// and releases/NAME.txt, the record, without which a tree is a leftover. The destination is made a link to the live release and switched by renaming
// another link over it. If it is a real directory (empty or delivered from here), it stays one: a copy of the release by hard links changes places with
// it (renameat2), where the system can.
//
// # A bucket
//
// Keys are the prefix and the file's name; what lies beside the site is below the prefix with ".bangvang/" after it (s3://bucket/ten: ten/ and
// ten.bangvang/), so that a policy for ten/* leaves it private. There are releases/NAME (records), tries/NAME (of deliveries begun and never
// ended), live (the name of the live release), blobs/SHA-256 (what is kept of releases that are not live, copied there by the store before it is
// overwritten or deleted) and lock.
//
// The store is believed in nothing that can be asked: after each step it is asked for what it holds, by size and tag; where the tag is not that of the
// bytes, the bytes are read; what it took and did not store is sent again. Every request carries the sums of its bytes and is tried again with growing
// pauses. Only Verify reads every byte of the site.
//
// The lock is an object written on condition that there is none, renewed while a delivery runs; one that is watched for half a minute and not renewed
// is of a run that was killed, and taken over. No clock is compared.
//
// Credentials are those of the AWS tools: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or ~/.aws/credentials with AWS_PROFILE. The endpoint is
// AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL or ?endpoint=URL in the address, the region AWS_REGION or ?region=NAME. They are never printed.
//
// # By rsync
//
// Beside PATH lies PATH.bangvang with NAME (trees of kept releases, hard links to what was live), releases/NAME.txt, tries/NAME.txt, live.txt and
// lock.txt. The program itself finds out by sums what differs, and replaces each file at once. What is deleted is named; it is never told to delete
// what it does not know. A lock that a killed run of this machine left is taken over; one of another machine is told, with the file to delete: rsync
// has no way to write on condition, so of two machines that begin at the very same moment both may believe to be alone. Rollback fetches the kept
// release and delivers it; Verify fetches the site. ssh asks no questions (BatchMode) and is used as RSYNC_RSH says, if it says anything; a daemon's
// password is RSYNC_PASSWORD.
//
// The package must never know how pages are made, nor the ledger, nor the words of a page.
package deliver
