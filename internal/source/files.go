package source

import "reflect"

// DataFile is a file of data/, or a folder of parts of it: data/units.yaml, data/units/*.yaml.
type DataFile struct {
	Name  string // "units"
	Shape *Shape // of the file if it is a mapping, else of each record of its list
	List  bool   // the file is a list of records

	field   int // index of the field of Tree
	many    bool
	tongues bool // a file is a record for each language, by the file's name
}

// DataFiles are all files of data/ that Read knows, by name.
func DataFiles() []DataFile { return dataFiles }

var dataFiles = []DataFile{
	dataFile("achievements", "Achievements"),
	dataFile("approvals", "Approvals"),
	dataFile("areas", "Areas"),
	dataFile("assignments", "Assignments"),
	rolls(dataFile("awards", "Rolls")),
	dataFile("blocks", "Blocks"),
	dataFile("campaign", "Campaign"),
	dataFile("ceremony", "Ceremony"),
	dataFile("certificates", "Certificates"),
	dataFile("corrections", "Corrections"),
	dataFile("decisions", "Decisions"),
	dataFile("duplicates", "Duplicates"),
	dataFile("forms", "Forms"),
	dataFile("headings", "Headings"),
	tongues(dataFile("i18n", "Translations")),
	dataFile("moved", "Moves"),
	dataFile("results", "Results"),
	dataFile("sources", "Sources"),
	dataFile("targets", "Targets"),
	dataFile("units", "Units"),
}

// Front matter of Markdown files.
var (
	articleShape = shapeOf(reflect.TypeFor[Article]())
	storyShape   = shapeOf(reflect.TypeFor[Story]())
)

// dataFile says which field of Tree a file fills: a slice is a list of records, a pointer a mapping.
func dataFile(name, field string) DataFile {
	f, ok := reflect.TypeFor[Tree]().FieldByName(field)
	if !ok {
		panic("source: Tree has no " + field)
	}
	return DataFile{Name: name, Shape: shapeOf(f.Type.Elem()), List: f.Type.Kind() == reflect.Slice, field: f.Index[0]}
}

// rolls makes each file one record of the list.
func rolls(f DataFile) DataFile {
	f.List, f.many = false, true
	return f
}

// tongues makes the files of each language one record of the list.
func tongues(f DataFile) DataFile {
	f.List, f.many, f.tongues = false, true, true
	return f
}

// file is where the kind is written, in a folder: "data/units.yaml", "data/i18n/en.yaml".
func (f *DataFile) file(dir string) string {
	if f.tongues {
		return dir + "/" + f.Name + "/en.yaml"
	}
	return dir + "/" + f.Name + ".yaml"
}

// fileNamed finds the data file of a name, or gives nil.
func fileNamed(name string) *DataFile {
	for i := range dataFiles {
		if dataFiles[i].Name == name {
			return &dataFiles[i]
		}
	}
	return nil
}

// machineNames are those of data/ that only a machine writes.
var machineNames = []string{"urls.lock", "published"}

// ArticleFront and StoryFront are the shapes of what stands before Markdown.
func ArticleFront() *Shape { return articleShape }
func StoryFront() *Shape   { return storyShape }

// Paths are the patterns of the files that the kind is written in, below the campaign's folder.
func (f *DataFile) Paths() []string {
	dir := "data/" + f.Name
	if f.tongues {
		return []string{dir + "/*.yaml", dir + "/*/*.yaml"}
	}
	return []string{dir + ".yaml", dir + "/*.yaml"}
}

// Joined tells whether the files of the kind are together one record, so that no file need have every key.
func (f *DataFile) Joined() bool { return !f.List && (!f.many || f.tongues) }
