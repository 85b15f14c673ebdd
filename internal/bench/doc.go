// Package bench invents campaigns of a given size, for measuring: as many units, targets and awards as a city, five years of one, or the
// whole country has, in the data format and with content, so that the program reads, checks and builds them like any other.
//
// [Campaign] gives the files as a fileset.Set. A size and a seed give the same bytes, whatever is read first: each file is made from its
// own number. Names are put together by chance from names that are common, with common ones as common as they are, since what is
// measured depends on that (the letters of the roll, the lists of the search index); everything is marked as a sample where the format has it.
//
// What is made breaks no rule. The package never measures, and knows no rule: the tests of others do.
package bench
