// Package schema tells editors what data may look like: JSON Schema of each data file, of the front matter of texts, and of what check prints for
// machines.
//
// A schema is made of three things: the shapes that the reader reads by (source), what the checks take each key for (check.MeaningOf), and a line of
// Vietnamese on each key (keys.txt). A key without a line, a line without a key, fail a test; a literal that is not what Resolve takes fails one of
// check's. So nobody has to think of schemas when the format of data changes.
//
// The dialect is draft-07, which every editor's YAML server reads, with two words of VS Code's JSON service besides: enumDescriptions
// and patternErrorMessage. What a schema cannot say it leaves to check: whether an id is there, how two keys hang together. What it
// refuses check refuses too, but for an optional key that is there and says nothing, and for true and false in quotes.
//
// The package never reads data.
package schema
