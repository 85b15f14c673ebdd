// Package workbook reads spreadsheets that others made, strictly, and makes the one that they fill in. It is the only user of excelize, and knows
// nothing of awards or units. Package sheet, which writes tables to be published, shares nothing with it: what was found in a file is not what is
// to be shown in one.
//
// # Reading
//
// Read takes the bytes of a file and gives a Book: each cell with what it shows, what it is, its font, and whether a formula made it; which
// sheets, rows and columns are hidden; which cells are merged. No row is ever lost or swapped: excelize goes on silently where a sheet's XML
// breaks, takes a bad index for the first string, and reads what is not there as empty. So a pass of our own comes first:
//
//   - the zip: how many parts, how large, how much larger than packed; no name twice; no part cut short;
//   - the XML of each part we read, whole, as UTF-8, without a document type, entities of its own or anything unclosed;
//   - rows and cells in ascending order, each reference where it stands, no cell twice, none further out than MaxCols and MaxRows;
//   - each index of a string and of a style within its table, each number a number, each merged area apart from the others.
//
// Then excelize reads the same file, and each cell must come out as ours did; a difference is a problem that names the cell. Macros, links to
// other workbooks, passwords, .xls, what is named .xlsx and is none: each is a problem that says what to do. Limits are such that a hostile
// file is refused within half a second and 100 MB. Whatever is wrong is told at once; a Book with problems is for nothing but telling more.
//
// Dates are shown day first, as they are written in Vietnam, whatever the locale of the file; a number shows the zeros that its format gives it.
//
// ReadCSV takes decoded text; the separator is the one, of comma, semicolon and tab, that makes a table of it, and if two do that is a problem.
//
// # Writing
//
// WriteForm makes a workbook to be filled in: headings, an example, numbered empty rows, notes, and lists to choose from, which stand on its last sheet.
package workbook
