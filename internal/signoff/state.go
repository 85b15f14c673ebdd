package signoff

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"strings"

	"bangvang/internal/outdir"
)

// dataFolder is where a site has its data sets; packageName describes them.
const (
	dataFolder  = "du-lieu/v1"
	packageName = dataFolder + "/datapackage.json"
)

// State is a site as its own files tell it.
type State struct {
	Manifest outdir.Manifest
	BaseURL  string
	AsOf     string // RFC 3339
	Title    string

	tables []*table
	moved  map[string]string // by address
	gone   map[string]bool   // addresses taken back
}

// ErrNoSite is a folder that holds no published site.
var ErrNoSite = errors.New("không có trang do bangvang dựng")

// dataPackage is what is read of datapackage.json.
type dataPackage struct {
	Title     string     `json:"title"`
	Homepage  string     `json:"homepage"`
	Created   string     `json:"created"`
	Resources []resource `json:"resources"`
}

type resource struct {
	Name   string `json:"name"`
	Title  string `json:"title"`
	Path   string `json:"path"`
	Schema struct {
		Fields      []field `json:"fields"`
		PrimaryKey  string  `json:"primaryKey"`
		ForeignKeys []struct {
			Fields    string `json:"fields"`
			Reference struct {
				Resource string `json:"resource"`
			} `json:"reference"`
		} `json:"foreignKeys"`
	} `json:"schema"`
}

type field struct {
	Name        string `json:"name"`
	Title       string `json:"title"`
	Description string `json:"description"`
	Type        string `json:"type"`
	Constraints struct {
		Enum    []string `json:"enum"`
		Pattern string   `json:"pattern"`
	} `json:"constraints"`
}

// Read reads the state of a site. Each file is held against the manifest: what was changed by other hands is an error.
func Read(site fs.FS, m outdir.Manifest) (*State, error) {
	s := &State{Manifest: m}
	b, err := s.file(site, packageName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNoSite
	}
	if err != nil {
		return nil, err
	}
	var p dataPackage
	if err := json.Unmarshal(b, &p); err != nil {
		return nil, fmt.Errorf("%s: %w", packageName, err)
	}
	s.Title, s.AsOf, s.BaseURL = strings.TrimPrefix(p.Title, "Dữ liệu của "), p.Created, strings.TrimSuffix(p.Homepage, "du-lieu/")
	for i := range p.Resources {
		r := &p.Resources[i]
		t := newTable(r)
		if b, err = s.file(site, t.file); err != nil {
			return nil, err
		}
		if err := t.read(r, csv.NewReader(bytes.NewReader(b))); err != nil {
			return nil, fmt.Errorf("%s: %w", t.file, err)
		}
		s.tables = append(s.tables, t)
	}
	for i, t := range s.tables {
		for _, k := range p.Resources[i].Schema.ForeignKeys {
			if at := t.column(k.Fields); at >= 0 && k.Fields != "id" {
				t.columns[at].of = cmp.Or(s.table(k.Reference.Resource), t)
			}
		}
	}
	return s, s.servers(site)
}

// file reads a file that must be as the manifest says.
func (s *State) file(site fs.FS, name string) ([]byte, error) {
	e, ok := s.Manifest.Find(name)
	if !ok {
		return nil, fmt.Errorf("%s: %w", name, fs.ErrNotExist)
	}
	b, err := fs.ReadFile(site, name)
	if err != nil {
		return nil, err
	}
	if sha256.Sum256(b) != e.Sum {
		return nil, fmt.Errorf("%s đã bị sửa sau khi dựng, không so sánh được", name)
	}
	return b, nil
}

// The notes for servers, which tell where addresses went.
const (
	redirectsName = "_redirects"
	goneName      = "may-chu/nginx.conf"
)

// servers reads which addresses moved and which were taken back.
func (s *State) servers(site fs.FS) error {
	s.moved, s.gone = map[string]string{}, map[string]bool{}
	root := ""
	if u, err := url.Parse(s.BaseURL); err == nil {
		root = strings.TrimSuffix(u.EscapedPath(), "/")
	}
	b, err := s.file(site, redirectsName)
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(b)) {
		if f := strings.Fields(line); len(f) == 3 && f[0][0] != '#' {
			s.moved[strings.TrimPrefix(f[0], root)] = strings.TrimPrefix(f[1], root)
		}
	}
	if b, err = s.file(site, goneName); err != nil {
		return err
	}
	for line := range strings.Lines(string(b)) {
		if rest, ok := strings.CutPrefix(line, "location = "); ok && strings.Contains(rest, "return 410;") {
			address, _, _ := strings.Cut(rest, " ")
			s.gone[strings.TrimPrefix(address, root)] = true
		}
	}
	return nil
}

// table gives a data set by name, or nil.
func (s *State) table(name string) *table {
	for _, t := range s.tables {
		if t.name == name {
			return t
		}
	}
	return nil
}
