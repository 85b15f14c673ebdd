// Package source is where input lies, how it is spelled and how it is written back with its comments.
//
// Read takes a file system with data/ and content/ and gives a Tree: everything read, nothing believed. Each value is a text with its
// file, line and column; whether "12,5" is a number or "so-noi-vu" a unit is for the check package to say. What is the package's own to
// report is spelling: keys that no record has, keys twice, a list where a text is due, what is missing, a second document, anchors, tabs,
// bytes that are not UTF-8, text that is not NFC, invisible characters.
//
// The records below are the data format: a field's tag is its key, "?" after it marks it optional. The walker and
// the checks of spelling read the same tags, so that there is one definition.
//
// NewRoll and EditRoll write a file of data/awards/ as a person would: an edit replaces the lines of what changes and no other, so that comments,
// order, empty lines and folded texts stay (AddApproval does the same for data/approvals.yaml); what was written is read again and held against what was meant.
//
// It is the only user of yaml.v3, and only of its nodes: values stay text, so that 012 never becomes 10. Files of the plain kind that people
// write are read by a reader of our own that makes the same nodes (plainReader), all others by yaml.v3. It knows no URL.
package source

import "bangvang/internal/diag"

// Value is a scalar as written, in NFC, with its place. A key that is absent, empty or null gives a Value that is not Given.
type Value struct {
	Text   string
	Place  diag.Place
	Quoted bool
}

// Given tells whether the value was written and is not null or empty.
func (v Value) Given() bool { return v.Text != "" }

// Tree is all that was read. Records of a kind are in file order, files in the order of their paths.
type Tree struct {
	Campaign     *Campaign // nil if there is none
	Areas        []Area
	Sources      []Source
	Targets      []Target
	Results      []Result
	Blocks       []Block
	Units        []Unit
	Assignments  []Assignment
	Achievements []Achievement
	Forms        []Form
	Decisions    []Decision
	Rolls        []Roll
	Duplicates   []Duplicate
	Corrections  []Correction
	Approvals    []Approval // as they stand: the last is the newest
	Certificates []Certificate
	Ceremony     *Ceremony     // nil if there is none
	Headings     *Headings     // nil if there is none
	Translations []Translation // data/i18n/, by language
	Moves        []Move        // data/moved.yaml
	Lock         *Lock         // data/urls.lock; nil if nothing was published yet
	Articles     []Article     // Markdown pages, by path
	Stories      []Story       // content/dien-hinh/*.md, by path
	Assets       []string      // other files below content/, by path: "anh/a.jpg"
	Published    []File        // what earlier publications kept: data/published/**/*.json, by path
	Files        []File        // every file read, by path

	sheets []*Sheet // of files that are not joined with others

	Partial map[string]bool // names of data files ("units") of which not every record could be read; told
}

// File is one input file and its text, as it is on the disk: problems show lines of it, and values are parts of it.
type File struct{ Path, Text string }
