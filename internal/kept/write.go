package kept

import (
	"bytes"
	"encoding/json"
)

// Folder is where the files of this package lie in data/published/<day>/.
const Folder = "ban-luu"

const cover = "ban-luu.json"

// File is a file of data/published/, its path from there: "2019-01-15/ban-luu/vi/ho-ngheo.json".
type File struct {
	Path  string
	Bytes []byte
}

// Files are those of a publication, in the order of their paths.
func (p *Publication) Files() ([]File, error) {
	root := p.Day + "/" + Folder + "/"
	b, err := Encode(p)
	if err != nil {
		return nil, err
	}
	out := []File{{root + cover, b}}
	for _, v := range p.Volumes {
		for _, t := range v.Targets {
			if b, err = Encode(t); err != nil {
				return nil, err
			}
			out = append(out, File{root + v.Lang + "/" + t.ID + ".json", b})
		}
	}
	sortFiles(out)
	return out, nil
}

// Encode writes a Publication without its targets, or a Target, as it lies on the disk.
func Encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(v)
	return b.Bytes(), err
}

// Same tells whether two targets say the same in every word.
func Same(a, b *Target) bool {
	x, errX := Encode(a)
	y, errY := Encode(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}
