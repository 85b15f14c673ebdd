// Package intake turns rows of spreadsheets into awards in YAML, and makes the empty workbook that a unit fills in.
//
// Between a unit's file and the public page no name may be wrong, doubled, missing or followed by something private. So every row of a table
// becomes an award, or a problem that names its cell; nothing is written unless all files of a run are without errors; and whatever was changed
// on the way (a font's encoding, capitals, a title before a name, an invisible character) is told, before and after.
//
// # How a file is read
//
//   - Package workbook reads it strictly. Texts written for old fonts (TCVN3, VNI) are decoded if the words leave no doubt, by the font of the cell and
//     by what the letters make; a text in doubt is a problem.
//   - A table begins at a row of headings, under whatever stands above; headings may take several rows and be merged. Columns are known by an
//     exact name, accents, capitals and brackets ignored: those of this package and of data/headings.yaml. Only they are read. A column of
//     personal data is never read, whatever headings.yaml says; it is reported, and so is one that nobody knows.
//   - Each row below is an award, a section (“II. Cá nhân”, the name of a unit), a total, or the end of the table; anything else is a problem.
//     A hidden row or column, a formula without value, #N/A, a date where a text is due: problems.
//   - What kind an award is comes from its section, the heading of the names, the title or the name of the sheet.
//   - Units are found by name, short name, alias and abbreviation, “UBND” and the like left off, accents last; the unknown are listed once.
//
// # What is written
//
// data/awards/<decision>.yaml, or the file that has the decision already. Ids are <decision>-NNN, given once. Each award remembers its file, sheet
// and row, and a sum of what the row held and of the unit that its list or section gave it: as long as these are the same, what people mended in
// the YAML stays. Of a row that was changed, the keys that the file changed are changed, and the difference is shown; a key that people mended stays,
// and if the file changed it too, both are told. Awards are matched by person, then by row. One whose row is gone is told and stays: awards are
// withdrawn, never deleted. The same file a second time changes nothing; the same list under another name is told as that, once.
//
// A private value is in no message either: what is quoted from a cell comes from columns that are published, and long numbers in it are masked.
//
// The package never renders, and writes nothing but data/awards/ and the workbook it is asked for.
package intake
