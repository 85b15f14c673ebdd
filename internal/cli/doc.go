// Package cli is the words on the command line; this comment is the manual.
//
//	bangvang build     reads data/ and content/, checks them, and writes the site, the booklet and the data to public/
//	bangvang check     everything build does except write, and at the end what will be published of each unit and what is missing; --format text,
//	                   json, github or sarif
//	bangvang serve     preview on this machine: what is saved in data/, content/ or templates/ is what the browser shows; problems lie over the page
//	bangvang booklet   the booklet as a file of its own: --edition screen, press, sheets or proof; with a report as a printing house asks for it
//	bangvang certificates   text for printed stock of certificates, in millimetres; --calibrate makes a page to check them with; private
//	bangvang call-sheet     who comes on stage, in which group and order, in large type; private
//	bangvang place-cards    cards for the tables, folded and cut; private
//	bangvang diff      what would change for the public if the site were published now, for a person who signs: people, numbers, addresses,
//	                   fields newly public, lists against what decisions expect, open warnings; it ends in the hash of exactly these bytes; private
//	bangvang publish   the very bytes that were approved (--approve HASH --by NAME), with every address written down in data/urls.lock and what
//	                   later builds need kept in data/published/; refused while there are problems or samples; with --to it is
//	                   then delivered: only what changed travels, and readers never see half of it
//	bangvang rollback  an earlier publication that the destination still keeps, delivered again
//	bangvang verify    what is live compared with what was published, file by file, and with the last approval: who gave it and when; of a destination, or of a
//	                   web address
//	bangvang withdraw  an award taken off the roll, and its person's name out of all that publications kept; then publish again
//	bangvang appraisal      what each unit was given, reached and is proposed for, and what speaks against it: the sheet on which the Board
//	                        appraises, as a workbook or on paper; private
//	bangvang press-kit      what the media may take, in one zip; private
//	bangvang import    spreadsheets of awardees (.xlsx, .csv) into data/awards/, every row an award or a problem that names its cell
//	bangvang template  the empty workbook that a unit fills in
//	bangvang schema    JSON Schema of every data file, from which an editor completes keys, says what they are and marks what is wrong
//	bangvang explain   what a rule asks for, with a wrong and a right example; without a rule, the list of all
//	bangvang version   version of the program and of what it was built with; --sbom lists all its parts as CycloneDX
//
// Flags that every command knows: -s, --source DIR (the folder with data/, else the working folder); -b, --base-url URL; --as-of TIME
// (RFC 3339; the machine's clock is never read); --strict (warnings fail); --jobs N; --quiet; --no-color and NO_COLOR.
// Flags of build, check and serve: --profile FILE (where the processor's time goes, for "go tool pprof"); --timings (how long each
// phase took and the ten slowest files, to standard error).
// Flags of check: --format; --all-units (the last table whole, however many units there are; --format json has all of them, too).
// Flags of build: -d, --destination DIR; --portable (links name index.html, so that the folder works from a USB stick);
// --compress (beside each file that grows smaller its .br and .gz, which servers send when they are told so as in may-chu/); publish has it too.
// A build whose input, program and folder are, byte for byte, those of the last one makes nothing and tells again what that one told.
// Any other makes what is made of something else than then, and what the folder no longer has: build and check remember in .bangvang/ of what each
// file was made, and whatever is there may be deleted. What no build has asked for goes by itself, once in thirty days. diff and publish make all files.
// What lasts more than a second tells on a terminal, on one line, its phase, how many files are done, how fast, and what remains.
// A preview of the same input as the last one opens with that one's home page while the rest is still made.
// Flags of serve: --drafts (decisions without a number or whose time has not come are shown); --host HOST (else 127.0.0.1; with another, phones are
// told the address as a QR code); --port N (else 1319 or the next that is free); --open (a browser); --poll (look for changes: network folders).
// Nothing is written. It ends when it is interrupted, with 0.
// Flags of booklet: -o, --output FILE; --cover FILE (press: the cover apart); --icc FILE (press: the printing house's CMYK profile);
// --signature N (sheets: pages folded into one another); --leaf MM (how thick the paper is); --decision ID (that list alone); --format text
// or json. It never writes into the folder that is published; the proof shows drafts, and is for those who read proofs.
//
// Flags of certificates, call-sheet and place-cards: -o, --output FILE (certificates: or FOLDER/, a file for each, called by its award's id);
// --decision ID; --form ID; --only ID,ID (print again). Of certificates also --nudge MM,MM (all of it to the right, down) and --calibrate.
// They are written to noi-bo/ unless told otherwise and never into a folder that is published. They hold texts of data alone, each of which has passed the
// check of personal data, and the number in the golden book.
//
// Flags of diff: --against DIR (a folder with a published site; else the one that was approved last, in the folder that is published or, where another
// was built over it, as it was remembered in .bangvang/; without any everything is new, and it says so); --format text, html or json; -o, --output FILE
// (html: else noi-bo/doi-chieu.html); -d, --destination DIR. Text shortens long lists and its last line is the hash; the others are whole. The hash
// is the SHA-256 of the manifest, a line for each file with its SHA-256, size and name; it is the same on any machine, for the same data,
// flags and program. --strict, --base-url and --as-of given to diff must be given to publish, too.
//
// Flags of publish: --approve HASH (of diff; other bytes are refused, with nothing written); --by NAME (who approved: told, never guessed); --at TIME
// (RFC 3339: when, if the paper was signed earlier). Both are added to data/approvals.yaml, which is never published; without --at it is the
// machine's clock, which is read for this record alone and for no byte of what is published. -d, --destination DIR; --rehearsal DIR (all of it into another folder, samples too; data/ stays as it is); --replace (what
// was kept of the same day).
// --to DEST (deliver; dir:FOLDER; s3://BUCKET/PREFIX, with the credentials and endpoint of the AWS tools;
// rsync://HOST/MODULE/PATH; USER@HOST:PATH, by rsync over ssh); --keep N (releases kept at the destination, else 5); --purge (nothing of older releases stays there, when a person
// was withdrawn). Flags of rollback: --to DEST; --list (only tell what is kept); --keep N; --purge. Flags of verify: -d, --destination DIR.
// What was delivered and what is kept are the last lines. A delivery that fails ends with 3 and says what state the live site is in; verify ends
// with 1 if something differs. Where the folder was built over since, verify goes by the destination's own record; a live site that is not the one that was approved last
// ends with 1, too.
// Flags of withdraw: --reason TEXT (private); --date DAY (else that of the clock); --dry-run. Lines of data and content that name the same person
// are told, not changed.
// Flags of import: --decision ID (that the lists are of; it must be in data/decisions.yaml); --unit ID (of rows that name none); --dry-run. A file
// with an error stops the whole run, and all problems of all files are told. What was read, left out, cleaned and changed, before and after, and what
// the data will be goes to standard output. The same file again changes nothing; what people mended in data/awards/ stays as long as the row is the
// same. Headings of columns may be added in data/headings.yaml. Flags of template: --unit ID; -o, --output FILE.xlsx, which must not be there yet.
//
// Flags of appraisal: -o, --output FILE.xlsx or FILE.pdf (else noi-bo/binh-xet.xlsx); --unit ID; --block ID. Drafts are in it. Warnings of check that
// stand in a unit's lines are objections on its sheet; errors stop it.
// Flags of schema: -o, --output DIR (all of them, with the settings that VS Code needs; no network is). Without it "schema" lists them and
// "schema NAME" writes one to standard output.
//
// Flags of press-kit: -o, --output FILE (else noi-bo/bao-chi.zip); --embargoed (decisions that have a number and whose time has not come are
// in it too, each of their files with the embargo in its name and within). Without it the kit holds what the site holds and no more.
//
// Results go to standard output, problems and progress to standard error; progress shows on a terminal only. The last lines say what was
// used and made: counts by kind, what is missing per unit, the folder, the time, which file to open.
//
// Exit codes: 0 fine; 1 problems in the input; 2 wrong usage; 3 the machine failed (disk, permission, network); 130 interrupted. Never 0 after an error.
//
// Examples, run by a test from the folder of the campaign:
//
//	$ bangvang check
//	$ bangvang check --all-units
//	$ bangvang check --timings
//	$ bangvang check --strict --format github
//	$ bangvang build -d public
//	$ bangvang build --portable -d public
//	$ bangvang booklet --edition press -o ky-yeu-in.pdf --cover bia.pdf
//	$ bangvang booklet --edition sheets --signature 16 -o ky-yeu-gap.pdf
//	$ bangvang booklet --edition proof --format json
//	$ bangvang certificates --calibrate -o noi-bo/can-chinh.pdf
//	$ bangvang certificates --form bang-khen --nudge 1.5,-2 -o noi-bo/bang-khen/
//	$ bangvang call-sheet -o noi-bo/goi-ten.pdf
//	$ bangvang place-cards --decision bang-khen-mau-01
//	$ bangvang diff --format html
//	$ bangvang publish --rehearsal thu-cong-bo --to dir:may-chu/bang-vang
//	$ bangvang verify dir:may-chu/bang-vang -d thu-cong-bo/public
//	$ bangvang rollback --to dir:may-chu/bang-vang --list
//	$ bangvang withdraw bang-khen-mau-01-001 --reason "Rút theo đơn" --dry-run
//	$ bangvang press-kit --embargoed -o noi-bo/bao-chi-truoc-gio.zip
//	$ bangvang template --unit so-y-te -o so-y-te.xlsx
//	$ bangvang import so-y-te.xlsx --decision bang-khen-mau-01 --dry-run
//	$ bangvang appraisal -o noi-bo/binh-xet.pdf
//	$ bangvang schema -o .bangvang/schema
//	$ bangvang schema targets
//	$ bangvang explain unit-unknown
//	$ bangvang version
//	$ bangvang version --sbom
//
// The package never knows a phase's inside.
package cli
