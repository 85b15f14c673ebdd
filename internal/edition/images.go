package edition

import (
	"path"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/markdown"
)

// Image is a picture that documents show: a file below content/ and its address on the site.
type Image struct {
	Place diag.Place // where it is first named
	File  string     // below content/: "anh/phat-dong.jpg"
	Path  Path
}

// imagesPath is the folder of pictures on the site.
const imagesPath Path = "/anh/"

// ImageOf is the picture that a document names by an address relative to its own folder. document is as in markdown.Doc.
func ImageOf(document, address string) Image {
	file := path.Join(path.Dir(strings.TrimPrefix(document, "content/")), address)
	return Image{File: file, Path: imagesPath + Path(strings.TrimPrefix(file, "anh/"))}
}

// images lists the pictures of all documents that are shown, each once, in the order of the documents.
func (c *composer) images() {
	seen := map[string]bool{}
	for _, file := range c.files() {
		d := c.docs[file]
		if !c.shows(file) {
			continue
		}
		d.Walk(nil, func(s *markdown.Span) {
			if s.Kind != markdown.ImageSpan {
				return
			}
			m := ImageOf(d.File, s.Href)
			if m.Place = s.Place; !seen[m.File] {
				seen[m.File] = true
				c.ed.Images = append(c.ed.Images, m)
			}
		})
	}
}

// shows tells whether a document is on the site: a story that may not be told is not, nor the foreword without a booklet, nor are
// their pictures.
func (c *composer) shows(file string) bool {
	if k := c.speaker(file); k.twin != nil {
		return k.twin.files[file]
	}
	if file == forewordFile { // of the booklet
		return c.ed.Booklet != nil
	}
	id, isStory := strings.CutPrefix(strings.TrimSuffix(file, ".md"), storyFolder)
	if !isStory {
		return true
	}
	for _, s := range c.told {
		if s.ID == id {
			return true
		}
	}
	return false
}
