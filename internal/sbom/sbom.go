// Package sbom lists what the program is made of, as CycloneDX 1.5: itself, the standard library and the modules that are linked, as Go wrote
// them into the program, and what others made that lies in templates/assets, with the sums of the files as they are in the program.
//
// The same program gives the same bytes: no time, no serial number. A module's sum is Go's (h1:), which is no sum of a file and therefore a
// property. Licences of modules are not in a program; .ci/run holds them to a list.
//
// It must never know: a campaign.
package sbom

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"io/fs"
	"net/url"
	"path"
	"runtime/debug"
	"strings"

	"bangvang/templates"
)

type bom struct {
	Format       string       `json:"bomFormat"`
	Spec         string       `json:"specVersion"`
	Version      int          `json:"version"`
	Metadata     metadata     `json:"metadata"`
	Components   []component  `json:"components"`
	Dependencies []dependency `json:"dependencies"`
}

type metadata struct {
	Component component `json:"component"`
}

type component struct {
	Type       string      `json:"type"`
	Ref        string      `json:"bom-ref"`
	Name       string      `json:"name"`
	Version    string      `json:"version,omitempty"`
	Hashes     []hash      `json:"hashes,omitempty"`
	Licences   []licence   `json:"licenses,omitempty"`
	PURL       string      `json:"purl,omitempty"`
	Properties []property  `json:"properties,omitempty"`
	Components []component `json:"components,omitempty"`
}

type hash struct {
	Alg     string `json:"alg"`
	Content string `json:"content"`
}

type licence struct {
	Licence struct {
		ID string `json:"id"`
	} `json:"license"`
}

type property struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

type dependency struct {
	Ref       string   `json:"ref"`
	DependsOn []string `json:"dependsOn"`
}

// Write writes the list of a program.
func Write(w io.Writer, program *debug.BuildInfo) error {
	own := component{Type: "application", Ref: "bangvang", Name: "bangvang", Version: program.Main.Version}
	for _, s := range program.Settings {
		if s.Key == "vcs.revision" || s.Key == "vcs.modified" || s.Key == "GOOS" || s.Key == "GOARCH" {
			own.Properties = append(own.Properties, property{"bangvang:go:" + s.Key, s.Value})
		}
	}
	goVersion, _, _ := strings.Cut(strings.TrimPrefix(program.GoVersion, "go"), " ")
	parts := []component{golang("std", goVersion)}
	for _, m := range program.Deps {
		used := m
		if m.Replace != nil {
			used = m.Replace
		}
		c := golang(used.Path, used.Version)
		if used.Sum != "" {
			c.Properties = []property{{"bangvang:go:sum", used.Sum}}
		}
		parts = append(parts, c)
	}
	for i := range templates.ThirdParty {
		c, err := vendored(&templates.ThirdParty[i])
		if err != nil {
			return err
		}
		parts = append(parts, c)
	}
	needs := dependency{Ref: own.Ref}
	for _, c := range parts {
		needs.DependsOn = append(needs.DependsOn, c.Ref)
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(bom{"CycloneDX", "1.5", 1, metadata{own}, parts, []dependency{needs}})
}

func golang(module, version string) component {
	purl := "pkg:golang/" + module + "@" + url.QueryEscape(version)
	return component{Type: "library", Ref: purl, Name: module, Version: version, PURL: purl}
}

// vendored lists a package of others with the files in which it is.
func vendored(v *templates.Vendored) (component, error) {
	purl := "pkg:npm/" + strings.Replace(v.Package, "@", "%40", 1) + "@" + v.Version
	c := component{Type: "library", Ref: purl, Name: v.Package, Version: v.Version, PURL: purl, Licences: make([]licence, 1)}
	c.Licences[0].Licence.ID = v.Licence
	for _, name := range v.Files {
		file := path.Join(v.Folder, name)
		b, err := fs.ReadFile(templates.FS, file)
		if err != nil {
			return c, err
		}
		sum := sha256.Sum256(b)
		c.Components = append(c.Components, component{Type: "file", Ref: v.Package + ":" + name, Name: "templates/" + file, Hashes: []hash{{"SHA-256", hex.EncodeToString(sum[:])}}})
	}
	return c, nil
}
